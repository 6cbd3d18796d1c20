//! Collects what is found in one value, with its places.
//!
//! It bounds how much one value can report, so that a broken file of any size gives a readable
//! list: past the bound the first findings stand for the rest.

use std::ops::Range;

use jikji_diagnostic::source::{Edit, Span, Text};
use jikji_diagnostic::{Diagnostic, Message, Severity};

/// Errors, and as many warnings, that one value reports at most.
const MOST: usize = 100;

/// The findings of one value.
pub struct Findings<'a> {
    text: &'a Text,
    out: &'a mut Vec<Diagnostic>,
    left: [usize; 2],
    /// What was told as a whole; no more than can be told.
    taken: Vec<Range<usize>>,
}

impl<'a> Findings<'a> {
    /// Findings about `text` that go to `out`.
    pub fn new(text: &'a Text, out: &'a mut Vec<Diagnostic>) -> Self {
        Self { text, out, left: [MOST; 2], taken: vec![] }
    }

    /// The place of a byte range of the value.
    pub fn place(&self, range: Range<usize>) -> Span {
        self.text.place(range)
    }

    /// What writes `piece` for a byte range of the value; none if it cannot be written there.
    pub fn edit(&self, range: Range<usize>, piece: &str) -> Option<Edit> {
        self.text.edit(range, piece)
    }

    /// A finding at a byte range of the value.
    pub fn at(&mut self, message: &'static Message, range: Range<usize>) {
        self.push(Diagnostic::at(message, self.place(range)));
    }

    /// A finding about the whole value.
    pub fn whole(&mut self, message: &'static Message) {
        self.push(Diagnostic::at(message, self.text.span));
    }

    /// Notes that a byte range was told as a whole.
    pub fn take(&mut self, range: Range<usize>) {
        if self.taken.len() < MOST {
            self.taken.push(range);
        }
    }

    /// Whether a byte range lies in one that was told as a whole.
    pub fn is_taken(&self, range: &Range<usize>) -> bool {
        self.taken.iter().any(|taken| taken.start <= range.start && range.end <= taken.end)
    }

    /// A finding, if there is one.
    pub fn extend(&mut self, diagnostic: Option<Diagnostic>) {
        if let Some(diagnostic) = diagnostic {
            self.push(diagnostic);
        }
    }

    /// Any finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let left = &mut self.left[usize::from(diagnostic.severity() == Severity::Error)];
        if *left > 0 {
            *left -= 1;
            self.out.push(diagnostic);
        }
    }
}
