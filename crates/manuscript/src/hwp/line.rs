//! A paragraph in the making: its letters with their looks, fields, deletions, and what stands in it besides words.

use std::collections::BTreeMap;

use super::field::Field;
use super::info::{Info, Letters};
use super::record::{Node, tag, u32_at};
use crate::messages::Why;
use crate::office::hangul::is_unfilled;
use crate::office::{Piece, Span};

/// The kinds of ranges that tell of tracked changes (their highest byte).
const INSERTED: u32 = 16;
const DELETED: u32 = 17;
/// How many fields may be open at a place; more are no fields.
const MOST_OPEN: usize = 64;

/// A paragraph in the making.
pub struct Line<'a> {
    pub spans: Vec<Span>,
    /// What stands in it before its first letter, and after.
    pub before: Vec<Piece>,
    pub after: Vec<Piece>,
    info: &'a Info,
    /// Where letters begin to look otherwise, and how; the last first.
    looks: Vec<(u32, u32)>,
    look: Letters,
    /// What was inserted and deleted: its start, its end, and which; the last first.
    changes: Vec<(u32, u32, u32)>,
    /// Where what is deleted here ends.
    deleted: u32,
    at: u32,
    letters: Vec<u16>,
    sizes: BTreeMap<u32, usize>,
    has_words: bool,
    fields: Vec<Open>,
    is_linked: bool,
    /// The address of a link that began in an earlier paragraph.
    carried: Option<String>,
}

/// A field whose end has not come.
pub enum Open {
    /// A link to an address.
    Link(String),
    /// A place to fill in: what it asks for, and its first span.
    Ask(String, usize),
    /// Any other.
    Other,
}

impl Open {
    /// How many bytes it repeats in each paragraph that it goes on over.
    pub fn repeats(&self) -> usize {
        match self {
            Self::Link(address) => address.len(),
            Self::Ask(..) | Self::Other => 0,
        }
    }
}

impl<'a> Line<'a> {
    /// Of a paragraph's record, with the fields that are open where it begins.
    pub fn new(node: Node<'_>, info: &'a Info, fields: Vec<Open>) -> Self {
        let carried = fields.iter().find_map(|open| match open {
            Open::Link(address) => Some(address.clone()),
            _ => None,
        });
        let (mut looks, mut changes) = (vec![], vec![]);
        for child in node.children() {
            match child.tag() {
                tag::LETTERS => {
                    let runs = child.data().as_chunks::<8>().0.iter();
                    looks.extend(runs.map(|run| (u32_at(run, 0), u32_at(run, 4))));
                }
                tag::RANGES => {
                    let ranges = child.data().as_chunks::<12>().0.iter();
                    let ranges = ranges.map(|r| (u32_at(r, 0), u32_at(r, 4), u32_at(r, 8) >> 24));
                    changes.extend(ranges.filter(|r| matches!(r.2, INSERTED | DELETED)));
                }
                _ => {}
            }
        }
        looks.reverse();
        changes.sort_unstable();
        changes.reverse();
        let look = looks.last().map_or_else(Letters::default, |&(_, number)| info.letters(number));
        Self {
            spans: vec![],
            before: vec![],
            after: vec![],
            info,
            looks,
            look,
            changes,
            deleted: 0,
            at: 0,
            letters: vec![],
            sizes: BTreeMap::new(),
            has_words: false,
            fields,
            is_linked: carried.is_some(),
            carried,
        }
    }

    /// Goes on to a place, in units of UTF-16.
    pub fn go(&mut self, at: u32) {
        // A pair of units is one letter.
        if self.letters.last().is_some_and(|unit| (0xd800..0xdc00).contains(unit)) {
            return;
        }
        let was_deleted = self.is_deleted();
        self.at = at;
        let mut inserted = false;
        while let Some((_, end, kind)) = self.changes.pop_if(|change| change.0 <= at) {
            match kind {
                DELETED => self.deleted = self.deleted.max(end),
                _ => inserted = true,
            }
        }
        let mut look = self.look;
        while let Some((_, number)) = self.looks.pop_if(|run| run.0 <= at) {
            look = self.info.letters(number);
        }
        let same = (look.strong, look.slanted) == (self.look.strong, self.look.slanted);
        if inserted || !same || was_deleted != self.is_deleted() {
            self.flush_as(was_deleted);
        }
        self.look = look;
        if inserted {
            self.spans.push(Span::Changed(Why::Inserted));
        }
    }

    /// Whether what stands here was deleted.
    pub fn is_deleted(&self) -> bool {
        self.at < self.deleted
    }

    /// Whether all that stood in it was deleted.
    pub fn is_gone(&self) -> bool {
        !self.spans.is_empty() && self.spans.iter().all(Span::is_deleted)
    }

    /// Adds a letter.
    pub fn letter(&mut self, unit: u16) {
        self.letters.push(unit);
        self.has_words |= !matches!(unit, 0x20 | 0xa0 | 0x3000) && !self.is_deleted();
        *self.sizes.entry((self.look.size * 100.0) as u32).or_default() += 1;
    }

    /// Adds words that look as the letters here do.
    pub fn words(&mut self, words: &str) {
        words.encode_utf16().for_each(|unit| self.letter(unit));
    }

    /// Adds what is no letter.
    pub fn push(&mut self, span: Span) {
        self.flush();
        self.has_words |= matches!(span, Span::Note(_));
        let span = match span {
            Span::Tab if self.is_deleted() => Span::out(Why::Deleted, "\t"),
            Span::Break if self.is_deleted() => Span::out(Why::Deleted, "\n"),
            span => span,
        };
        self.spans.push(span);
    }

    /// Adds a text that is left out.
    pub fn leave_out(&mut self, why: Why, text: &str) {
        self.push(Span::out(why, text));
    }

    /// Adds what stands by itself.
    pub fn place(&mut self, pieces: Vec<Piece>) {
        let side = if self.has_words { &mut self.after } else { &mut self.before };
        side.extend(pieces);
    }

    /// A field begins.
    pub fn begin(&mut self, field: Field) {
        self.flush();
        let open = match field {
            Field::Link(address) if self.is_linked || self.is_deleted() => {
                self.leave_out(Why::LinkLost, &address);
                Open::Other
            }
            Field::Link(address) => {
                self.is_linked = true;
                self.spans.push(Span::Link(address.clone()));
                Open::Link(address)
            }
            Field::Ask(asked) => Open::Ask(asked, self.spans.len()),
            Field::Code(code) => {
                if !code.is_empty() {
                    self.leave_out(Why::FieldCode, &code);
                }
                Open::Other
            }
            Field::Memo => Open::Other,
        };
        if self.fields.len() < MOST_OPEN {
            self.fields.push(open);
        }
    }

    /// The field that began last ends.
    pub fn end(&mut self) {
        self.flush();
        match self.fields.pop() {
            Some(Open::Link(_)) => {
                self.is_linked = false;
                self.spans.push(Span::LinkEnd);
            }
            Some(Open::Ask(asked, first)) => self.answer(&asked, first),
            Some(Open::Other) | None => {}
        }
    }

    /// A place to fill in that was not shows what it asks for; it is not printed.
    fn answer(&mut self, asked: &str, first: usize) {
        if is_unfilled(self.spans.get(first..).unwrap_or_default(), asked) {
            self.spans.truncate(first);
            self.leave_out(Why::Prompt, asked);
        }
    }

    /// Ends the paragraph. A link that goes on ends here and begins again in the next; the fields that are still open
    /// are given back.
    pub fn finish(&mut self) -> Vec<Open> {
        self.flush();
        let mut open = std::mem::take(&mut self.fields);
        if self.is_linked && !self.spans.is_empty() {
            self.spans.push(Span::LinkEnd);
        }
        if let Some(address) = self.carried.take().filter(|_| !self.spans.is_empty()) {
            self.spans.insert(0, Span::Link(address));
        }
        for open in &mut open {
            if matches!(open, Open::Ask(..)) {
                *open = Open::Other;
            }
        }
        open
    }

    /// The size of most of its letters, pt.
    pub fn size(&self) -> f64 {
        let most = self.sizes.iter().max_by_key(|&(_, many)| many);
        most.map_or(self.look.size, |(&size, _)| f64::from(size) / 100.0)
    }

    fn flush(&mut self) {
        self.flush_as(self.is_deleted());
    }

    fn flush_as(&mut self, is_deleted: bool) {
        if self.letters.is_empty() {
            return;
        }
        let text = String::from_utf16_lossy(&self.letters);
        self.letters.clear();
        self.spans.push(if is_deleted {
            Span::out(Why::Deleted, &text)
        } else {
            Span::Text { text, strong: self.look.strong, slanted: self.look.slanted }
        });
    }
}
