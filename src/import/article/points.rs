//! The key points of an article.

use super::{Reader, title_words};
use crate::import::body;
use crate::import::draft::{Block, MOST_KEYS};
use crate::import::ledger::{Ask, Why};
use crate::import::words::{Token, Words};

/// A key point under way.
pub struct Point {
    /// Its text.
    pub words: Words,
    /// Whether a blank line stands before it.
    pub parted: bool,
    /// The class of its bullet, if it has one.
    pub class: Option<char>,
}

impl Reader<'_, '_> {
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
        let mut spare = match self.blocks.is_empty() {
            true => key.split_off(first_group(&key)),
            false => vec![],
        };
        if key.len() > MOST_KEYS {
            let line = key[MOST_KEYS].words.line().unwrap_or_default();
            self.ledger.ask(Ask::KeyMany, line, vec![("most", MOST_KEYS.to_string())]);
            let more = key.split_off(MOST_KEYS);
            spare.splice(0..0, more);
        }
        if let Some(head) = self.key_head {
            self.key_label(head, key.is_empty());
        }
        let moved = spare.len();
        let items = spare.into_iter().map(|point| Block::Item(1, point.words));
        let at =
            usize::from(matches!(self.blocks.first(), Some(Block::Subhead(_))) && key.is_empty());
        self.blocks.splice(at..at, items);
        for note in &mut self.notes {
            note.block += moved;
        }
        self.brief.key = key.into_iter().map(|point| point.words).collect();
    }

    /// The label of the key points is the layout's to set; without any it is a subhead.
    fn key_label(&mut self, head: usize, no_key: bool) {
        let whole = self.sheet.lines[head].whole();
        if !no_key {
            return self.ledger.left_out(head, Why::KeyLabel, whole);
        }
        let words = title_words(self.sheet, head, self.ledger);
        self.ledger.ask(Ask::KeyIsBody, head, vec![("text", words.plain())]);
        self.blocks.insert(0, Block::Subhead(words));
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

/// Marks say themselves where no note may be.
pub fn plain_marks(words: &mut Words) {
    for token in &mut words.tokens {
        if let Token::Mark { raw, .. } = token {
            *token = Token::Text(std::mem::take(raw));
        }
    }
}
