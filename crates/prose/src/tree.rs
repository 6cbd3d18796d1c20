//! The small tree a text field becomes: what a bulletin needs and nothing else.
//!
//! Every text run keeps its place in the author's file. The tree knows nothing of layouts or Typst.

use super::placing::Placing;
use jikji_diagnostic::source::Span;

/// The most columns of a table: more than a page has room for.
pub const MOST_COLUMNS: usize = 20;

/// A plain text, such as a title, without styles; a line end in it is the author's own break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// The text in NFC; empty only where that was reported.
    pub text: String,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// A run of inline content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text in NFC, never empty, without line ends.
    Text {
        /// The text.
        text: String,
        /// Where it stands; `text` and the file need not agree byte by byte (escapes, entities).
        span: Span,
    },
    /// Emphasis.
    Emph(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link to a `http`, `https` or `mailto` address.
    Link {
        /// The address.
        url: String,
        /// What is shown.
        body: Vec<Inline>,
    },
    /// A line break the author asked for.
    Break,
    /// The mark of a note: the n-th (from 1) of its paragraph or item.
    Mark(usize),
}

/// A note: shown right below the paragraph or item that carries its mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which mark of the paragraph it belongs to, from 1.
    pub ordinal: usize,
    /// Its text.
    pub body: Vec<Inline>,
}

/// A paragraph with the notes that follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The running text.
    pub body: Vec<Inline>,
    /// Its notes in the order of their marks.
    pub notes: Vec<Note>,
    /// Where it stands.
    pub span: Span,
}

/// A block of a text field.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// `##`: a subhead.
    Subhead(Paragraph),
    /// A paragraph outside lists.
    Paragraph(Paragraph),
    /// A bullet list.
    List(Vec<Item>),
    /// An image by itself, `![alt](file "caption")`, or two side by side.
    Images(Vec<ImageRef>),
    /// A GFM table.
    Table(Table),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The caption.
    pub caption: Option<Vec<Inline>>,
    /// The header cells.
    pub header: Vec<Vec<Inline>>,
    /// The body rows, each as long as the header.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// On which side of each column its cells stand.
    pub sides: Vec<Side>,
}

/// A side of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Where words begin.
    Left,
    /// The middle.
    Center,
    /// Where figures end.
    Right,
}

impl Table {
    /// All that is shown of it: the caption, then cell by cell.
    pub fn texts(&self) -> impl Iterator<Item = &Vec<Inline>> {
        self.caption.iter().chain(&self.header).chain(self.rows.iter().flatten())
    }
}

/// A list item: its own text, then nested lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The item's text and notes.
    pub text: Paragraph,
    /// Lists nested in it; at most three levels in all.
    pub children: Vec<Item>,
}

/// An image named in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct ImageRef {
    /// The path as written, relative to the manifest's folder; empty if it cannot be one, which was
    /// reported.
    pub file: String,
    /// What a screen reader says; never empty.
    pub alt: String,
    /// The caption, if any.
    pub caption: Option<Plain>,
    /// How it is to stand.
    pub placing: Placing,
    /// Where it stands.
    pub span: Span,
}

/// The letters of running text without its styles.
pub fn unstyled(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => out.push_str(text),
            Inline::Emph(body) | Inline::Strong(body) | Inline::Link { body, .. } => {
                out.push_str(&unstyled(body));
            }
            Inline::Break => out.push(' '),
            Inline::Mark(_) => {}
        }
    }
    out
}
