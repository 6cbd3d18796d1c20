//! A manuscript as a word processor holds it: paragraphs with levels and runs, tables with spans, notes, pictures.
//!
//! Each format (`hwpx`, `hwp`, `docx`) reads its files into a [`Manuscript`]; what becomes of it is told once, for all
//! of them. It knows no format. Nothing of a file is missing in it: what a format does not carry over stands here
//! as left out, at its place, with its reason.

pub mod allowance;
pub mod blocks;
mod bytes;
pub mod chart;
pub mod edges;
pub mod hangul;
mod numbering;
mod package;
pub mod plain;
#[cfg(test)]
pub mod trial;
mod xml;

pub use bytes::{COMPOUND, LARGEST, ZIPPED, bounded, holds};
pub use numbering::{Counter, Digits, Level, Numbering};
pub use package::Package;
pub use xml::parse;

use crate::messages::Why;

/// A manuscript.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Manuscript {
    /// What stands in it, in reading order.
    pub pieces: Vec<Piece>,
    /// Foot- and endnotes, in the order of their marks: the n-th, from 0, is the one of [`Span::Note`] n.
    pub notes: Vec<Vec<Piece>>,
}

/// Something that stands by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// A chart of which the file has the numbers.
    Chart(Chart),
    /// A text that is left out, and why: headers and footers, memos, hidden comments.
    Out(Out),
}

impl Piece {
    /// A text that is left out.
    pub fn out(why: Why, text: impl Into<String>) -> Self {
        Self::Out(Out { why, text: text.into() })
    }
}

/// Tells, in the first paragraph of pieces, that they stood otherwise.
pub fn tell(pieces: &mut [Piece], why: Why) {
    let paragraph = pieces.iter_mut().find_map(|piece| match piece {
        Piece::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    if let Some(paragraph) = paragraph {
        paragraph.spans.insert(0, Span::Changed(why));
    }
}

/// The paragraphs of a caption, and what else stands in it.
pub fn caption(pieces: Vec<Piece>) -> (Vec<Paragraph>, Vec<Piece>) {
    let (mut caption, mut others) = (vec![], vec![]);
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => caption.push(paragraph),
            other => others.push(other),
        }
    }
    (caption, others)
}

/// A text that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Out {
    /// Why.
    pub why: Why,
    /// The text, as far as there is one.
    pub text: String,
}

/// What a paragraph is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Form {
    /// Running text.
    #[default]
    Text,
    /// The title of the document, by its style.
    Title,
    /// A heading, by its level from 1. A number that the file generates stands before it.
    Heading {
        /// Its level.
        level: u8,
        /// The number that the file generates for it; empty if there is none.
        number: String,
    },
    /// An item whose sign the file generates: a bullet or a number.
    Item {
        /// Its level, from 0.
        level: u8,
        /// The sign, as a reader sees it: `□`, `1.`, `가)`.
        sign: String,
    },
}

/// A paragraph. A sign that was typed (`□ 개요`) is part of its text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paragraph {
    /// What it is.
    pub form: Form,
    /// How far in it stands, pt: where its first line begins.
    pub indent: f64,
    /// The size of most of its letters, pt; 0 if it is not known.
    pub size: f64,
    /// Its words.
    pub spans: Vec<Span>,
}

/// A piece of running text. Emphasis and links do not nest.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Letters, as the file has them; private signs of Hancom's and old Hangul too.
    Text {
        /// The letters.
        text: String,
        /// Whether they are bold.
        strong: bool,
        /// Whether they are slanted.
        slanted: bool,
    },
    /// The start of a link to an address, as the file has it.
    Link(String),
    /// Its end.
    LinkEnd,
    /// A line break.
    Break,
    /// A tab.
    Tab,
    /// The mark of a note.
    Note(usize),
    /// A text that is left out at this place, and why: deleted ones, memos, codes of fields.
    Out(Out),
    /// Something that is another thing in the manifest, and why: its text follows as text.
    Changed(Why),
}

impl Span {
    /// Plain letters.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), strong: false, slanted: false }
    }

    /// A text that is left out.
    pub fn out(why: Why, text: impl Into<String>) -> Self {
        Self::Out(Out { why, text: text.into() })
    }

    /// Whether it shows nothing.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text { text, .. } => text.trim().is_empty(),
            Self::Note(_) => false,
            _ => true,
        }
    }

    /// Whether it is a text that was deleted.
    pub fn is_deleted(&self) -> bool {
        matches!(self, Self::Out(out) if out.why == Why::Deleted)
    }
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Its rows, each with the cells that begin in it.
    pub rows: Vec<Vec<Cell>>,
    /// Its caption.
    pub caption: Vec<Paragraph>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// Its column, from 0.
    pub column: u32,
    /// How many columns it takes.
    pub across: u32,
    /// How many rows it takes.
    pub down: u32,
    /// How wide it is, in twentieths of a point; 0 if the file does not say.
    pub width: u32,
    /// What stands in it; tables too.
    pub pieces: Vec<Piece>,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture {
    /// What the file calls it, without folders: `image1.bmp`.
    pub name: String,
    /// Its bytes, as the file has them; empty if they are elsewhere.
    pub bytes: Vec<u8>,
    /// Its description.
    pub alt: String,
    /// Its caption.
    pub caption: Vec<Paragraph>,
}

/// A chart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chart {
    /// Its title.
    pub title: String,
    /// What it counts by.
    pub categories: Vec<String>,
    /// Its series: a name, and a value for each category.
    pub series: Vec<(String, Vec<f64>)>,
}
