//! The issue between the file and the manifest: what was found in the text, each piece with the
//! lines it came from.

use super::words::Words;
use crate::manifest::model::Date;

/// The most key points of a brief (`layout.toml` of spri-brief).
pub const MOST_KEYS: usize = 5;
/// The most sources of a brief.
pub const MOST_SOURCES: usize = 6;
/// The most paragraphs of the address.
pub const MOST_ADDRESSES: usize = 4;
/// Lines of text a page of a brief takes at the tightest step, with a title of one line.
pub const PAGE_LINES: f64 = 46.0;
/// Hangul syllables in such a line.
pub const PAGE_WIDTH: f64 = 55.0;
/// The most columns of a table in a text.
pub use jikji_prose::tree::MOST_COLUMNS;

/// An issue.
#[derive(Debug, Default)]
pub struct Draft {
    /// The head of the manifest.
    pub head: Head,
    /// Its parts.
    pub parts: Vec<Part>,
    /// The back cover.
    pub colophon: Colophon,
}

/// `[publication]` and `[issue]`.
#[derive(Debug, Default)]
pub struct Head {
    /// The periodical's name.
    pub name: Words,
    /// A line under it.
    pub tagline: Option<Words>,
    /// Who publishes it.
    pub publisher: Words,
    /// Year, month and the line they stand on.
    pub month: Option<(u16, u8, Option<usize>)>,
    /// The day of publication and its line.
    pub published: Option<(Date, usize)>,
}

/// A part.
#[derive(Debug, Default)]
pub struct Part {
    /// Its title.
    pub title: Words,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Entries that stand in no section.
    pub entries: Vec<Entry>,
}

/// A section.
#[derive(Debug, Default)]
pub struct Section {
    /// Its title.
    pub title: Words,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug)]
pub enum Entry {
    /// An article.
    Brief(Brief),
    /// The event calendar.
    Events(Events),
}

impl Entry {
    /// Its title.
    pub fn title_mut(&mut self) -> &mut Words {
        match self {
            Self::Brief(brief) => &mut brief.title,
            Self::Events(events) => &mut events.title,
        }
    }
}

/// An article.
#[derive(Debug, Default)]
pub struct Brief {
    /// Its title.
    pub title: Words,
    /// Key points.
    pub key: Vec<Words>,
    /// The text.
    pub body: Vec<Block>,
    /// Notes: the n-th (from 1) is the one that [`super::words::Token::Note`] n marks.
    pub notes: Vec<Words>,
    /// Sources.
    pub sources: Vec<Source>,
}

/// A block of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// `## …`.
    Subhead(Words),
    /// A paragraph.
    Paragraph(Words),
    /// A list item; 1 is the outermost level.
    Item(usize, Words),
    /// A table, all rows of one length, the first its head.
    Table(Vec<Vec<Words>>),
}

impl Block {
    /// Its running text, if it is one.
    pub fn words(&self) -> Option<&Words> {
        match self {
            Self::Subhead(words) | Self::Paragraph(words) | Self::Item(_, words) => Some(words),
            Self::Table(_) => None,
        }
    }

    /// The same, to change it.
    pub fn words_mut(&mut self) -> Option<&mut Words> {
        match self {
            Self::Subhead(words) | Self::Paragraph(words) | Self::Item(_, words) => Some(words),
            Self::Table(_) => None,
        }
    }
}

/// A source.
#[derive(Debug)]
pub struct Source {
    /// Who published it.
    pub publisher: Words,
    /// Its title.
    pub title: Words,
    /// Its date.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<String>,
}

/// The event calendar.
#[derive(Debug)]
pub struct Events {
    /// Its title.
    pub title: Words,
    /// Its rows.
    pub rows: Vec<Event>,
}

/// An event.
#[derive(Debug)]
pub struct Event {
    /// Its name.
    pub name: Words,
    /// Its days, in a form the manifest takes.
    pub period: String,
    /// Where.
    pub place: Option<Words>,
    /// Its address.
    pub url: Option<String>,
}

/// The back cover.
#[derive(Debug, Default)]
pub struct Colophon {
    /// The address of the home page, and its line.
    pub homepage: Option<(String, usize)>,
    /// Whom to ask.
    pub contact: Option<Words>,
    /// Addresses.
    pub address: Vec<Words>,
}
