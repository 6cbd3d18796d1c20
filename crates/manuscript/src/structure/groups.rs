//! The parts and sections of the issue while entries are put into them.

use super::listed::Level;
use super::pieces::Piece;
use crate::draft::{Entry, Part, Section};
use crate::messages::{Ask, Why};
use crate::source::{Blocks, Ledger, Runs};
use crate::text::marker;

/// Where an entry goes: a part, and a section of it or none.
pub type Slot = (usize, Option<usize>);

/// The parts under way.
#[derive(Debug, Default)]
pub struct Groups {
    /// The parts; one that nothing names has an empty title.
    pub parts: Vec<Part>,
    /// Titles of the contents list that no article has.
    pub missing: Vec<Runs>,
}

impl Groups {
    /// The text's own parts and sections.
    pub fn of_text(blocks: &Blocks, pieces: Vec<Piece>, ledger: &mut Ledger) -> Self {
        let mut groups = Self::default();
        let mut slot: Option<Slot> = None;
        let mut calendar = None;
        for piece in pieces {
            match piece {
                Piece::Group(level, line) => {
                    let title = group_title(blocks, line, ledger);
                    slot = Some(groups.open(level, title));
                }
                Piece::Calendar(events, line) => {
                    let part = groups.part_for_events(&events.title, slot);
                    groups.put((part, None), Entry::Events(events));
                    calendar = Some((line, part));
                    // The section that was open may have become the calendar's part.
                    slot = slot.filter(|slot| groups.has(*slot)).or(Some((part, None)));
                }
                Piece::Article(brief, line) => {
                    let own = || *slot.get_or_insert_with(|| groups.untitled());
                    let at = beside_calendar(calendar, line).unwrap_or_else(own);
                    groups.put(at, Entry::Brief(brief));
                }
            }
        }
        groups
    }

    /// Opens a part or a section.
    pub fn open(&mut self, level: Level, title: Runs) -> Slot {
        if level == Level::Part {
            self.parts.push(Part { title, ..Part::default() });
            return (self.parts.len() - 1, None);
        }
        let (part, _) = match self.parts.len() {
            0 => self.untitled(),
            parts => (parts - 1, None),
        };
        let sections = &mut self.parts[part].sections;
        sections.push(Section { title, ..Section::default() });
        (part, Some(sections.len() - 1))
    }

    fn has(&self, (part, section): Slot) -> bool {
        section.is_none_or(|section| section < self.parts[part].sections.len())
    }

    /// A part that nothing names.
    pub fn untitled(&mut self) -> Slot {
        self.parts.push(Part::default());
        (self.parts.len() - 1, None)
    }

    /// The part for a calendar: one that was opened for it, else one with the calendar's title.
    pub fn part_for_events(&mut self, title: &Runs, slot: Option<Slot>) -> usize {
        if let Some((part, None)) = slot
            && self.parts[part].sections.is_empty()
            && self.parts[part].entries.is_empty()
            && !self.parts[part].title.is_empty()
        {
            return part;
        }
        // A section that was opened for it is a part by itself.
        if let Some((part, Some(section))) = slot
            && self.parts[part].sections.len() == section + 1
            && self.parts[part].sections[section].entries.is_empty()
            && let Some(section) = self.parts[part].sections.pop()
        {
            self.parts.push(Part { title: section.title, ..Part::default() });
            return self.parts.len() - 1;
        }
        let title = Runs { lines: vec![], ..title.clone() };
        self.parts.push(Part { title, ..Part::default() });
        self.parts.len() - 1
    }

    /// Puts an entry where it belongs.
    pub fn put(&mut self, (part, section): Slot, entry: Entry) {
        let part = &mut self.parts[part];
        match section {
            Some(section) => part.sections[section].entries.push(entry),
            None => part.entries.push(entry),
        }
    }

    /// Leaves out parts and sections that have nothing in them.
    pub fn drop_empty(&mut self, blocks: &Blocks, ledger: &mut Ledger) {
        let mut leave_out = |title: &Runs| {
            for line in &title.lines {
                blocks.leave_out(*line, Why::EmptyGroup, ledger);
                ledger.ask(Ask::EmptyGroup, *line, [("text", title.plain())]);
            }
        };
        for part in &mut self.parts {
            part.sections.retain(|section| {
                if section.entries.is_empty() {
                    leave_out(&section.title);
                }
                !section.entries.is_empty()
            });
        }
        self.parts.retain(|part| {
            let full = !part.sections.is_empty() || !part.entries.is_empty();
            if !full {
                leave_out(&part.title);
            }
            full
        });
    }
}

/// Where the article of a line goes that is the calendar's, with the part that has it: what of a
/// calendar's table is no calendar goes with it.
pub fn beside_calendar(
    calendar: Option<(Option<usize>, usize)>,
    line: Option<usize>,
) -> Option<Slot> {
    calendar.filter(|(of, _)| *of == line).map(|(_, part)| (part, None))
}

/// The title of a part or a section, without its number.
pub fn group_title(blocks: &Blocks, line: usize, ledger: &mut Ledger) -> Runs {
    let text = blocks.lines[line].words();
    let (sign, title) = bare_title(text);
    let start = text.len() - title.len();
    let title = blocks.take(line, ledger).cut(start..text.len()).flat();
    ledger.removed(line, Why::Sign, &text[..sign]);
    ledger.removed(line, Why::Number, &text[sign..start]);
    title
}

/// The same for reading alone.
pub fn plain_title(blocks: &Blocks, line: usize) -> String {
    let (_, title) = bare_title(blocks.lines[line].words());
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The bytes of the sign before a title, and the title without sign and number.
fn bare_title(text: &str) -> (usize, &str) {
    let sign = marker::subhead(text).unwrap_or(0);
    (sign, marker::unnumbered(&text[sign..]))
}
