//! The key points of an article.

use super::super::body;
use super::super::units::{Form, Unit};
use super::reader::{Point, Reader};
use super::title::title_words;
use crate::draft::Passage;
use crate::messages::{Ask, Why};
use crate::target::Field;
use crate::text::titles;

impl Reader<'_, '_> {
    /// Takes the items so far for the key points, whose label stands after them or between; none, if
    /// anything else is among them.
    pub(super) fn label_follows(&mut self) -> bool {
        let only = self.text.iter().all(|passage| matches!(passage, Passage::Item(1, _)));
        if !only || !self.notes.is_empty() {
            return false;
        }
        let class = self.levels.outermost();
        for passage in std::mem::take(&mut self.text) {
            if let Passage::Item(_, words) = passage {
                self.key.push(Point { words: words.without_marks(), parted: false, class });
            }
        }
        self.levels.end();
        true
    }

    /// Whether a label of key points is worded as the one before it in the same article.
    pub(super) fn is_label_again(&self, unit: &Unit) -> bool {
        let label = self.key_head.map(|line| self.blocks.lines[line].words());
        label.is_some_and(|label| titles::key(label) == titles::key(self.first(unit)))
    }

    /// Whether a unit is none of the key points before it: an item of another sign, or a paragraph by
    /// itself after items.
    pub(super) fn ends_key(&self, unit: &Unit) -> bool {
        let Some(class) = self.key.last().and_then(|point| point.class) else { return false };
        match unit.form {
            Form::Item { class: other, indent } => other != class && indent <= 1,
            Form::Paragraph { .. } => unit.parted,
            _ => false,
        }
    }

    /// Key points past the layout's number go to the text; a text that is nothing but key points
    /// is a text.
    pub(super) fn settle_key(&mut self) {
        let mut key = std::mem::take(&mut self.key);
        key.retain(|point| {
            let shown = !point.words.is_empty();
            if !shown {
                body::leave_out(&point.words, self.ledger);
            }
            shown
        });
        let most = self.fields.key.map_or(0, Field::room);
        let mut spare = match self.text.len() == self.bylines {
            true => key.split_off(first_group(&key)),
            false => vec![],
        };
        if key.len() > most {
            let more = key.split_off(most);
            if let (Some(line), true) = (more[0].words.line(), most > 0) {
                self.ledger.ask(Ask::KeyMany, line, [("most", most)]);
            }
            spare.splice(0..0, more);
        }
        if let Some(head) = self.key_head {
            self.key_label(head, key.is_empty());
        }
        let moved = spare.len();
        let items = spare.into_iter().map(|point| Passage::Item(1, point.words));
        let headed = matches!(self.text.first(), Some(Passage::Subhead(_))) && key.is_empty();
        let at = if headed { 1 } else { self.bylines };
        self.text.splice(at..at, items);
        for note in &mut self.notes {
            note.block += moved;
        }
        self.brief.key = key.into_iter().map(|point| point.words).collect();
    }

    /// The label of the key points is the layout's to set; without any it is a subhead.
    fn key_label(&mut self, head: usize, no_key: bool) {
        if !no_key {
            return self.blocks.leave_out(head, Why::KeyLabel, self.ledger);
        }
        let words = title_words(self.blocks, head, self.ledger);
        if self.fields.key.is_some() {
            self.ledger.ask(Ask::KeyIsBody, head, [("text", words.plain())]);
        }
        self.text.insert(0, Passage::Subhead(words));
        for note in &mut self.notes {
            note.block += 1;
        }
    }
}

/// How many of the points stand before the blank line that parts them in two; none, if they are
/// not.
fn first_group(points: &[Point]) -> usize {
    let cuts: Vec<usize> = (1..points.len()).filter(|index| points[*index].parted).collect();
    match cuts[..] {
        [cut] if points.len() > 2 => cut,
        _ => 0,
    }
}
