//! A paragraph in the making: its letters with their looks, its fields, and what stands in it besides words.

use std::collections::BTreeMap;

use super::field::Field;
use super::header::Letters;
use crate::messages::Why;
use crate::office::hangul::is_unfilled;
use crate::office::{Piece, Span};

/// A paragraph in the making.
#[derive(Default)]
pub struct Line {
    pub spans: Vec<Span>,
    /// What stands in it before its first letter, and after.
    pub before: Vec<Piece>,
    pub after: Vec<Piece>,
    look: Letters,
    is_deleted: bool,
    text: String,
    /// Whether a letter or a note has come.
    pub has_words: bool,
    sizes: BTreeMap<u32, usize>,
    fields: Vec<(String, Open)>,
}

/// A field whose end has not come.
enum Open {
    /// A link, with its address.
    Link(String),
    /// A place to fill in: what it asks for, and its first span.
    Ask(String, usize),
}

/// The most fields that stand in each other.
const MOST_FIELDS: usize = 64;

impl Line {
    /// Of a paragraph that begins among what is deleted, or not.
    pub fn new(is_deleted: bool) -> Self {
        Self { is_deleted, ..Self::default() }
    }

    /// Letters look so from here.
    pub fn look(&mut self, look: Letters) {
        if (look.strong, look.slanted) != (self.look.strong, self.look.slanted) {
            self.flush();
        }
        self.look = look;
    }

    /// What follows is deleted, or is not any more.
    pub fn delete(&mut self, is_deleted: bool) {
        self.flush();
        self.is_deleted = is_deleted;
    }

    /// Adds letters. Raw line ends and tabs among them are blanks, as in all XML.
    pub fn words(&mut self, words: &str) {
        self.has_words |= !self.is_deleted && !words.trim().is_empty();
        *self.sizes.entry(self.look.size).or_default() += words.len();
        self.text.extend(words.chars().map(|sign| match sign {
            '\n' | '\r' | '\t' => ' ',
            sign => sign,
        }));
    }

    /// Adds what is no letter.
    pub fn push(&mut self, span: Span) {
        self.flush();
        self.has_words |= matches!(span, Span::Note(_));
        let span = match span {
            Span::Tab if self.is_deleted => Span::out(Why::Deleted, "\t"),
            Span::Break if self.is_deleted => Span::out(Why::Deleted, "\n"),
            span => span,
        };
        self.spans.push(span);
    }

    /// Adds a text that is left out.
    pub fn leave_out(&mut self, why: Why, text: &str) {
        self.push(Span::out(why, text));
    }

    /// Adds words that stood otherwise.
    pub fn told(&mut self, why: Why, words: &str) {
        self.push(Span::Changed(why));
        self.words(words);
    }

    /// Adds what stands by itself.
    pub fn place(&mut self, pieces: Vec<Piece>) {
        let side = if self.has_words { &mut self.after } else { &mut self.before };
        side.extend(pieces);
    }

    /// A field begins.
    pub fn begin(&mut self, id: &str, field: Field) {
        self.flush();
        let is_full = self.fields.len() == MOST_FIELDS;
        let open = match field {
            Field::Link(address) if is_full || self.is_deleted || self.link().is_some() => {
                self.leave_out(Why::LinkLost, &address);
                return;
            }
            Field::Link(address) => {
                self.spans.push(Span::Link(address.clone()));
                Open::Link(address)
            }
            Field::Ask(asked) if !is_full => Open::Ask(asked, self.spans.len()),
            Field::Ask(code) | Field::Code(code) => {
                if !code.is_empty() {
                    self.leave_out(Why::FieldCode, &code);
                }
                return;
            }
        };
        self.fields.push((id.to_string(), open));
    }

    /// A field ends.
    pub fn end(&mut self, id: &str) {
        self.flush();
        let Some(at) = self.fields.iter().rposition(|(open, _)| open == id) else { return };
        match self.fields.remove(at).1 {
            Open::Link(_) => self.spans.push(Span::LinkEnd),
            Open::Ask(asked, first) => self.answer(&asked, first),
        }
    }

    /// A place to fill in that was not shows what it asks for; it is not printed.
    fn answer(&mut self, asked: &str, first: usize) {
        if is_unfilled(self.spans.get(first..).unwrap_or_default(), asked) {
            self.spans.truncate(first);
            self.leave_out(Why::Prompt, asked);
        }
    }

    /// Ends the paragraph: a link that goes on, which is given, ends with it.
    pub fn finish(&mut self) -> Option<(String, String)> {
        self.flush();
        let link = self.link();
        self.spans.extend(link.is_some().then_some(Span::LinkEnd));
        self.fields.clear();
        link
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty() && self.before.is_empty() && self.after.is_empty()
    }

    /// Whether all that stood in it was deleted.
    pub fn is_gone(&self) -> bool {
        !self.spans.is_empty() && self.spans.iter().all(Span::is_deleted)
    }

    /// The link whose end has not come: its number and address.
    pub fn link(&self) -> Option<(String, String)> {
        self.fields.iter().find_map(|(id, open)| match open {
            Open::Link(address) => Some((id.clone(), address.clone())),
            Open::Ask(..) => None,
        })
    }

    /// The size of most of its letters, pt.
    pub fn size(&self) -> f64 {
        let most = self.sizes.iter().max_by_key(|&(_, many)| many);
        f64::from(most.map_or(self.look.size, |(&size, _)| size)) / 100.0
    }

    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        self.spans.push(if self.is_deleted {
            Span::out(Why::Deleted, text)
        } else {
            Span::Text { text, strong: self.look.strong, slanted: self.look.slanted }
        });
    }
}
