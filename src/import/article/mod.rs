//! Reads one article: title, key points, body, notes, sources.
//!
//! Walks its units once. What a unit is depends on what came before it; nothing is dropped here but
//! the labels that the layout sets itself.

mod foot;
mod points;

use std::collections::HashMap;
use std::ops::Range;

use points::{Point, plain_marks};

use super::draft::{Block, Brief};
use super::ledger::{Ask, Ledger, Why};
use super::lists::Levels;
use super::notes::{self, Note};
use super::outline::{Head, Role};
use super::sheet::Sheet;
use super::units::{self, Form, Unit};
use super::words::{Passage, Token, Words};
use super::{body, inline, marker, opening, table, vocabulary};

/// The longest subhead that is told by its sign alone, in characters.
const SUBHEAD: usize = 90;

/// Where in an article the walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Body,
    Key,
    Sources,
}

/// Reads the article with its title at line `title` and its text in `range`.
pub fn read(
    sheet: &Sheet,
    title: Option<usize>,
    range: Range<usize>,
    heads: &HashMap<usize, &Head>,
    ledger: &mut Ledger,
) -> Brief {
    let title = title.map(|line| title_words(sheet, line, ledger)).unwrap_or_default();
    let units = units::read(sheet, range, heads);
    let mut reader = Reader {
        sheet,
        ledger,
        stage: Stage::Body,
        blocks: vec![],
        levels: Levels::default(),
        notes: vec![],
        key: vec![],
        key_head: None,
        source_lines: vec![],
        label: None,
        brief: Brief { title, ..Brief::default() },
    };
    for index in 0..units.len() {
        reader.unit(&units[index], units.get(index + 1));
    }
    reader.finish()
}

/// A title is plain text; a sign before it is no part of it.
pub fn title_words(sheet: &Sheet, line: usize, ledger: &mut Ledger) -> Words {
    let words = sheet.take(line, ledger);
    let sign = marker::subhead(words).unwrap_or(0);
    ledger.removed(line, Why::Sign, &words[..sign]);
    let words = inline::line(&words[sign..], line, ledger);
    if let Some(url) = words.address() {
        let args = vec![("text", words.plain()), ("url", url.to_string())];
        ledger.ask(Ask::LinkText, line, args);
    }
    Words::text(&words.plain(), &[line])
}

struct Reader<'s, 'l> {
    sheet: &'s Sheet,
    ledger: &'l mut Ledger,
    stage: Stage,
    blocks: Vec<Block>,
    levels: Levels,
    notes: Vec<Note>,
    key: Vec<Point>,
    key_head: Option<usize>,
    source_lines: Vec<(usize, String, bool)>,
    /// The label of the source block under way, with its line.
    label: Option<(usize, String)>,
    brief: Brief,
}

impl Reader<'_, '_> {
    fn unit(&mut self, unit: &Unit, next: Option<&Unit>) {
        let first = unit.first(self.sheet);
        match unit.form {
            Form::Head(Role::Key) if self.key_head.is_none() && self.blocks.is_empty() => {
                self.key_head = unit.lines.first().copied();
                self.stage = Stage::Key;
            }
            Form::Head(Role::Sources) => self.source(unit),
            Form::Head(_) => self.subhead(unit),
            Form::Table => self.table(unit),
            _ if vocabulary::source(first).is_some() => self.source(unit),
            _ if self.stage == Stage::Sources && self.is_more_source(unit) => self.source(unit),
            _ => {
                if self.stage == Stage::Sources {
                    self.stage = Stage::Body;
                }
                self.text(unit, next);
            }
        }
    }

    fn subhead(&mut self, unit: &Unit) {
        self.stage = Stage::Body;
        self.levels.end();
        let mut passage = unit.passage(self.sheet, self.ledger);
        if let Some(sign) = marker::subhead(&passage.text) {
            passage.behead(sign, Why::Sign, self.ledger);
        }
        let words = inline::read(&passage, self.ledger);
        self.blocks.push(Block::Subhead(words));
    }

    fn table(&mut self, unit: &Unit) {
        self.stage = Stage::Body;
        self.levels.end();
        let (Some(first), Some(last)) = (unit.lines.first(), unit.lines.last()) else { return };
        let rows = table::rows(self.sheet, *first..last + 1, self.ledger);
        self.blocks.extend(table::block(&rows, self.ledger));
    }

    /// Items and paragraphs outside sources.
    fn text(&mut self, unit: &Unit, next: Option<&Unit>) {
        let first = unit.first(self.sheet);
        if self.is_signed_subhead(unit, next) {
            return self.subhead(unit);
        }
        if let Some(note) = self.note(unit) {
            let (label, words) = note;
            if notes::says_something(&words, &label) {
                self.notes.push(Note { label, block: self.blocks.len() });
            }
            let block = self.as_block(unit, words);
            return self.blocks.push(block);
        }
        let caption = matches!(unit.form, Form::Paragraph { .. }) && units::is_caption(first);
        let passage = unit.passage(self.sheet, self.ledger);
        let mut words = inline::read(&passage, self.ledger);
        if self.stage == Stage::Key && !caption {
            plain_marks(&mut words);
            let class = if let Form::Item { class, .. } = unit.form { Some(class) } else { None };
            return self.key.push(Point { words, parted: unit.parted, class });
        }
        if caption {
            self.stage = Stage::Body;
            let line = unit.lines.first().copied().unwrap_or_default();
            self.ledger.ask(Ask::Picture, line, vec![("text", words.plain())]);
        }
        let indent = match unit.form {
            Form::Paragraph { indent } if !caption => indent,
            _ => 0,
        };
        match self.blocks.last_mut() {
            // An indented paragraph belongs to the item above it.
            Some(Block::Item(_, item)) if indent > 1 => {
                self.ledger.remarked(unit.lines[0], Why::Joined);
                item.append(words);
            }
            _ => {
                let block = self.as_block(unit, words);
                self.blocks.push(block);
            }
        }
    }

    fn as_block(&mut self, unit: &Unit, words: Words) -> Block {
        match unit.form {
            Form::Item { indent, class } => Block::Item(self.levels.next(indent, class), words),
            _ => Block::Paragraph(words),
        }
    }

    /// `● …` without a heading's mark, short, with items of another sign below it.
    fn is_signed_subhead(&self, unit: &Unit, next: Option<&Unit>) -> bool {
        let (Form::Item { indent: 0..=3, class }, Some(next)) = (&unit.form, next) else {
            return false;
        };
        let below = matches!(next.form, Form::Item { class: other, .. } if other != *class);
        let first = unit.first(self.sheet);
        // One more key point right below its like.
        let key = self.stage == Stage::Key
            && !unit.parted
            && self.key.last().is_some_and(|point| point.class == Some(*class));
        !key && "●■◆▣□◇◈◎".contains(*class)
            && below
            && unit.lines.len() == 1
            && first.chars().count() <= SUBHEAD
    }

    /// The label and the words of a note, label and all.
    fn note(&mut self, unit: &Unit) -> Option<(String, Words)> {
        let index = *unit.lines.first()?;
        let line = &self.sheet.lines[index];
        let starred = matches!(unit.form, Form::Item { class: '*', .. });
        let text = if starred { line.whole() } else { line.words() };
        let opening = opening::read(text)?;
        let known = self.has_mark(&opening.label);
        // A list of stars is a list, unless a mark waits for a note and other items have other
        // signs.
        let other = self.blocks.iter().rev().take(64).any(|block| matches!(block, Block::Item(..)));
        if !(known || (opening.sure && !starred)) || (starred && !(known && other)) {
            return None;
        }
        let mut passage = Passage::default();
        for (nth, index) in unit.lines.iter().enumerate() {
            let words = match nth {
                0 if starred => self.sheet.lines[*index].whole(),
                _ => self.sheet.take(*index, self.ledger),
            };
            passage.push(words, *index);
        }
        Some((opening.label, inline::read(&passage, self.ledger)))
    }

    /// Whether a mark with this label stands in the text not far above.
    pub(super) fn has_mark(&self, label: &str) -> bool {
        let near = self.blocks.iter().rev().take(64).filter_map(Block::words);
        near.flat_map(|words| words.tokens.iter().skip(1))
            .any(|token| matches!(token, Token::Mark { label: other, .. } if other == label))
    }

    fn finish(mut self) -> Brief {
        self.flush_sources();
        self.settle_key();
        self.brief.notes = notes::tie(&mut self.blocks, self.notes, self.ledger);
        self.brief.body = body::settle(self.blocks, self.ledger);
        self.brief
    }
}
