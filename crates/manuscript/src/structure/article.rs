//! Reads one article: title, key points, body, notes, sources.
//!
//! Walks its units once. What a unit is depends on what came before it; nothing is dropped here but
//! the labels that the layout sets itself.

mod art;
mod foot;
mod points;
mod reader;
pub mod title;

use std::collections::HashMap;
use std::ops::Range;

use super::heads::{Heading, Role};
use super::notes::{self, Note};
use super::units::{self, Form, Unit};
use super::{body, table};
use crate::draft::{Brief, Passage};
use crate::messages::{Ask, Why};
use crate::source::{Blocks, Ledger, Run, Runs};
use crate::target::ArticleFields;
use crate::text::{marker, marks, vocabulary};
use reader::{Point, Reader, Stage};
use title::title_words;

/// Reads the article with its title at line `title` and its text in `range`.
pub fn read(
    blocks: &Blocks,
    title: Option<usize>,
    range: Range<usize>,
    heads: &HashMap<usize, &Heading>,
    fields: &ArticleFields<'_>,
    ledger: &mut Ledger,
) -> Brief {
    let title = title.map(|line| title_words(blocks, line, ledger)).unwrap_or_default();
    let units = units::read(blocks, range, heads);
    let mut reader = Reader::new(blocks, fields, title, ledger);
    for (index, unit) in units.iter().enumerate() {
        reader.unit(unit, units.get(index + 1));
    }
    reader.finish()
}

impl Reader<'_, '_> {
    fn unit(&mut self, unit: &Unit, next: Option<&Unit>) {
        let first = self.first(unit);
        match unit.form {
            // Who wrote it may stand above.
            Form::Head(Role::Key) if self.key_head.is_none() && self.text.len() == self.bylines => {
                self.key_head = unit.lines.first().copied();
                self.stage = Stage::Key;
            }
            Form::Head(Role::Key) if self.key_head.is_none() && self.label_follows() => {
                self.key_head = unit.lines.first().copied();
                self.stage = Stage::Key;
            }
            Form::Head(Role::Sources) => self.source(unit),
            Form::Head(Role::Subhead) if self.is_byline(unit) => self.byline(unit),
            Form::Head(role) => {
                if role == Role::Key && self.is_label_again(unit) {
                    self.brief.label_again = self.brief.label_again.or(unit.lines.first().copied());
                }
                self.headed = true;
                self.subhead(unit);
            }
            Form::Table => self.table(unit),
            Form::Art(number) => self.art(unit, number),
            Form::Caption => {
                self.stage = Stage::Body;
                self.levels.end();
                let words = unit.take(self.blocks, self.ledger).without_marks();
                self.text.push(Passage::Caption(words));
            }
            _ if vocabulary::source(first).is_some() => self.source(unit),
            _ if self.stage == Stage::Sources && self.is_more_source(unit) => self.source(unit),
            _ => {
                if self.stage == Stage::Sources {
                    self.stage = Stage::Body;
                }
                self.words(unit, next);
            }
        }
    }

    fn subhead(&mut self, unit: &Unit) {
        self.stage = Stage::Body;
        self.levels.end();
        let mut words = unit.take(self.blocks, self.ledger);
        let text = words.text();
        if let Some(sign) = marker::subhead(&text) {
            words = words.cut(sign..text.len());
            self.ledger.removed(unit.lines[0], Why::Sign, &text[..sign]);
        }
        self.text.push(Passage::Subhead(words));
    }

    fn table(&mut self, unit: &Unit) {
        self.stage = Stage::Body;
        self.levels.end();
        let (Some(first), Some(last)) = (unit.lines.first(), unit.lines.last()) else { return };
        let rows = table::rows(self.blocks, *first..last + 1, self.ledger);
        self.text.extend(table::passages(&rows, self.ledger));
    }

    /// Items and paragraphs outside sources.
    fn words(&mut self, unit: &Unit, next: Option<&Unit>) {
        if matches!(unit.form, Form::Paragraph { .. }) && self.is_byline(unit) {
            return self.byline(unit);
        }
        if self.is_signed_subhead(unit, next) {
            return self.subhead(unit);
        }
        if let Some((label, words)) = self.note(unit) {
            if notes::says_something(&words, &label) {
                self.notes.push(Note { label, block: self.text.len() });
            }
            // It opens no level of the list that it stands in.
            let levels = self.levels.clone();
            self.push(unit, words);
            self.levels = levels;
            return;
        }
        let is_text = matches!(unit.form, Form::Paragraph { .. });
        let caption = is_text && vocabulary::is_caption(self.first(unit));
        if self.stage == Stage::Key && self.ends_key(unit) {
            self.stage = Stage::Body;
        }
        let words = unit.take(self.blocks, self.ledger);
        if self.stage == Stage::Key && !caption {
            let class = if let Form::Item { class, .. } = unit.form { Some(class) } else { None };
            let words = words.without_marks();
            return self.key.push(Point { words, parted: unit.parted, class });
        }
        let titles = caption && next.is_some_and(|next| next.form == Form::Table);
        if titles {
            self.stage = Stage::Body;
            self.levels.end();
            return self.text.push(Passage::Caption(words.without_marks()));
        }
        if caption {
            self.stage = Stage::Body;
        }
        if caption && !vocabulary::is_label(self.first(unit)) {
            self.ledger.ask(Ask::Picture, unit.lines[0], [("text", words.plain())]);
        }
        let inner = matches!(unit.form, Form::Paragraph { indent } if indent > 1 && !caption);
        match self.text.last_mut() {
            // An indented paragraph belongs to the item above it.
            Some(Passage::Item(_, item)) if inner => {
                self.ledger.remarked(unit.lines[0], Why::Joined);
                item.append(words);
            }
            _ => self.push(unit, words),
        }
    }

    fn push(&mut self, unit: &Unit, words: Runs) {
        self.text.push(match unit.form {
            Form::Item { indent, class } => Passage::Item(self.levels.next(indent, class), words),
            _ => Passage::Paragraph(words),
        });
    }

    /// `● …` without a heading's mark, short, with items of another sign below it.
    fn is_signed_subhead(&self, unit: &Unit, next: Option<&Unit>) -> bool {
        let (Form::Item { indent: 0..=3, class }, Some(next)) = (&unit.form, next) else {
            return false;
        };
        let below = matches!(next.form, Form::Item { class: other, .. } if other != *class);
        // One more key point right below its like.
        let key = self.stage == Stage::Key
            && !unit.parted
            && self.key.last().is_some_and(|point| point.class == Some(*class));
        // Where headings open the subheads or key points have the sign, it is that of items.
        let known = self.headed || self.key.iter().any(|point| point.class == Some(*class));
        !key && !known
            && below
            && unit.lines.len() == 1
            && marker::may_head(*class, self.first(unit))
    }

    /// The label and the words of a note, label and all.
    fn note(&mut self, unit: &Unit) -> Option<(String, Runs)> {
        let first = &self.blocks.lines[*unit.lines.first()?].said;
        let starred = matches!(unit.form, Form::Item { class: '*', .. });
        let opening =
            marks::opening(&if starred { star(&first.runs) } else { first.runs.clone() })?;
        let known = self.has_mark(&opening.label);
        // A list of stars is a list, unless a mark waits for a note and other items have other
        // signs.
        let other = self.text.iter().rev().take(64).any(|item| matches!(item, Passage::Item(..)));
        if !(known || (opening.sure && !starred)) || (starred && !(known && other)) {
            return None;
        }
        let mut words = Runs::default();
        for (nth, index) in unit.lines.iter().enumerate() {
            let runs = self.blocks.take(*index, self.ledger);
            let runs = if starred && nth == 0 { star(runs) } else { runs.clone() };
            words.join(runs, unit.between(self.blocks, nth));
        }
        if starred {
            // The star is the note's mark.
            self.ledger.retract(unit.lines[0], Why::ListMark);
        }
        Some((opening.label, words.sound()))
    }

    fn finish(mut self) -> Brief {
        self.flush_sources();
        self.settle_key();
        self.brief.notes = notes::tie(&mut self.text, self.notes, self.ledger);
        self.brief.body = body::settle(self.text, self.ledger);
        self.brief
    }
}

/// The words of an item with the star before them.
fn star(runs: &Runs) -> Runs {
    let (label, raw) = ("*".to_string(), "*".to_string());
    let mark = Run::Mark { label, raw, sure: true, plain: false };
    let mut list = vec![mark, Run::Text(" ".into())];
    list.extend(runs.list.iter().cloned());
    Runs { list, lines: runs.lines.clone() }
}
