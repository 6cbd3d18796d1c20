//! The headings of a manuscript, and what each may open.

use super::listed::Level;
use crate::text::marker::Numbering;

/// What a heading opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A part.
    Part,
    /// A section.
    Section,
    /// An article.
    Article,
    /// The event calendar.
    Events,
    /// A subhead of the article.
    Subhead,
    /// The key points of the article.
    Key,
    /// The sources of the article.
    Sources,
    /// The back cover's lines.
    Colophon,
}

/// A heading.
#[derive(Debug)]
pub struct Heading {
    /// Its line.
    pub line: usize,
    /// 1 to 6; 0 for a line that is no heading by its form.
    pub level: u8,
    /// What it opens.
    pub role: Role,
    /// Whether its level is not that of its like.
    pub off: bool,
    /// Whether it is that of key points.
    pub is_key: bool,
    /// Whether a sign stands before it.
    pub glyph: bool,
    /// How it is numbered.
    pub numbering: Option<Numbering>,
    /// Whether words follow before the next heading.
    pub direct: bool,
    /// Whether key points follow at once.
    pub next_key: bool,
    /// The level of the next heading.
    pub next_level: u8,
    /// The part or section of the contents list that it repeats.
    pub group: Option<Level>,
    /// Whether the contents list has it as an article.
    pub entry: bool,
}
