//! Lines of a text, and what they begin.

use std::ops::Range;

use super::looks::Form;
use jikji_diagnostic::Message;

/// Where running text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// A paragraph of its own.
    Paragraph,
    /// A list item.
    Item,
    /// A subhead.
    Subhead,
    /// A note.
    Note,
    /// A cell of a table.
    Cell,
    /// A field of one paragraph.
    Field,
}

/// A line that begins a block, or looks as if it should.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The byte its line begins at.
    pub start: usize,
    /// The first byte that is no blank.
    pub from: usize,
    /// What it is.
    pub kind: Kind,
    /// What is said of it.
    pub told: Option<&'static Message>,
    /// Where that is said.
    pub place: Range<usize>,
}

/// What such a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text by its form alone.
    Looks(Form),
    /// A list item of Markdown, and how deep it stands.
    Item(usize),
    /// A subhead, or a paragraph that no sign begins.
    Other,
}

impl Kind {
    /// Whether the line begins with a date.
    pub fn is_date(self) -> bool {
        matches!(self, Self::Looks(Form::Kept { class: 'd', .. }))
    }
}

/// The byte that the line of byte `at` begins at.
pub fn line_start(value: &str, at: usize) -> usize {
    value[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The length of the first line of a text.
pub fn line_end(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

/// The blanks at the start of a text, in bytes.
pub fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// Where the lines of a range begin.
pub fn lines(value: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    let further = value[range.clone()].match_indices('\n').map(move |(at, _)| range.start + at + 1);
    std::iter::once(line_start(value, range.start)).chain(further.filter(move |at| *at < range.end))
}
