//! How much a manuscript may hold, in all formats alike: its pieces, and the letters in them.
//!
//! What reads a file counts while it reads, so that neither what is read nor what is made of it takes more memory
//! than a manuscript's may.

use jikji_diagnostic::Diagnostic;

use super::{Out, Span};
use crate::messages as msg;

/// The most spans, with all else by what it counts; a number of a monthly has a tenth of it, a book of a thousand
/// pages two thirds.
const MOST: usize = 200_000;
/// So many bytes of text count as much as a span.
const BYTES: usize = 32;
/// How much a paragraph counts, besides its spans, and a picture: it becomes a block with a report of its own.
pub const PARAGRAPH: usize = 4;
/// How much a row counts, besides its cells: it becomes one with a cell for each column.
pub const ROW: usize = 8;
/// How much a cell counts, besides what stands in it.
pub const CELL: usize = 2;

/// What is left to a manuscript.
pub struct Allowance {
    left: usize,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { left: MOST }
    }
}

impl Allowance {
    /// Whether so many are left.
    pub fn has(&self, many: usize) -> bool {
        many <= self.left
    }

    /// Counts what a part of the file holds.
    ///
    /// # Errors
    /// If that is more than is left.
    pub fn spend(&mut self, many: usize, part: &str) -> Result<(), Diagnostic> {
        let left = self.left.checked_sub(many);
        self.left = left.ok_or_else(|| Diagnostic::general(msg::UNPACKED).arg("part", part))?;
        Ok(())
    }
}

/// How much spans count: themselves, and their letters.
pub fn weight(spans: &[Span]) -> usize {
    let bytes = spans.iter().map(|span| match span {
        Span::Text { text, .. } | Span::Link(text) | Span::Out(Out { text, .. }) => text.len(),
        Span::LinkEnd | Span::Break | Span::Tab | Span::Note(_) | Span::Changed(_) => 0,
    });
    spans.len() + of_bytes(bytes.sum())
}

/// How much so many bytes of text count.
pub fn of_bytes(bytes: usize) -> usize {
    bytes / BYTES
}
