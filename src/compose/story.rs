//! The issue with its prose parsed: what is left to do is writing it down.
//!
//! Plain data: [`super::reading`] makes it, the writers of this room turn it into markup.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::manifest::model::{Date, Period};
use jikji_diagnostic::source::Span;
use jikji_prose::tree::{Block, Inline};

/// An issue whose texts have been parsed and checked.
#[derive(Debug)]
pub struct Story {
    /// Name, tagline and publisher.
    pub publication: (Title, Option<Title>, Title),
    /// The parts.
    pub parts: Vec<StoryPart>,
    /// All entries in document order.
    pub entries: Vec<StoryEntry>,
    /// `[colophon]`.
    pub colophon: Vec<(String, Node)>,
    /// Images by their path in the folder.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// The files of images that running text names.
    pub files: Vec<PathBuf>,
}

/// A plain text and its place.
#[derive(Debug, Clone)]
pub struct Title {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A part: titles, and which entries it has.
#[derive(Debug)]
pub struct StoryPart {
    /// The part's title.
    pub title: Title,
    /// Its sections: title and entries.
    pub sections: Vec<(Title, std::ops::Range<usize>)>,
    /// Entries directly under it.
    pub entries: std::ops::Range<usize>,
}

/// An entry with its parsed fields.
#[derive(Debug)]
pub struct StoryEntry {
    /// The module's name.
    pub kind: String,
    /// Its title, or its kind where it has none.
    pub title: Title,
    /// The entry's place: its title's, or the table's.
    pub span: Span,
    /// Position of its part and, within it, of its section.
    pub at: (usize, Option<usize>),
    /// Its fields.
    pub fields: Vec<(String, Node)>,
}

/// A parsed value.
#[derive(Debug)]
pub enum Node {
    /// Plain text.
    Text(Title),
    /// One paragraph.
    Prose(Vec<Inline>),
    /// Blocks.
    Blocks(Vec<Block>),
    /// A date.
    Date(Date),
    /// An address.
    Url(String),
    /// An image.
    Image(StoryImage),
    /// A source.
    Source(StorySource),
    /// A table.
    Table(StoryTable),
    /// A chart.
    Chart(Box<StoryChart>),
    /// A span of days.
    Period(Period),
    /// Named values.
    Record(Vec<(String, Node)>),
    /// A list.
    List(Vec<Node>),
}

/// An image with its texts checked.
#[derive(Debug)]
pub struct StoryImage {
    /// Its path in the folder.
    pub path: String,
    /// What a screen reader says.
    pub alt: String,
    /// The caption.
    pub caption: Option<Vec<Inline>>,
    /// Where the file is named.
    pub span: Span,
}

/// A source with its texts parsed.
#[derive(Debug)]
pub struct StorySource {
    /// Who published it.
    pub publisher: Vec<Inline>,
    /// The document's title.
    pub title: Vec<Inline>,
    /// Its date.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<String>,
}

/// A table with its texts parsed.
#[derive(Debug)]
pub struct StoryTable {
    /// The header cells.
    pub header: Vec<Vec<Inline>>,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// The caption.
    pub caption: Option<Vec<Inline>>,
}

/// A chart with its texts checked.
#[derive(Debug)]
pub struct StoryChart {
    /// `share`, `bars` or `columns`.
    pub kind: String,
    /// The unit after each number.
    pub unit: String,
    /// What a screen reader says.
    pub alt: String,
    /// The caption.
    pub caption: Option<Vec<Inline>>,
    /// Head of the labels' column.
    pub label: Option<Title>,
    /// Head of the values' column.
    pub value: Option<Title>,
    /// The points.
    pub data: Vec<(Title, f64)>,
}

/// The text of inline content without its styles.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => out.push_str(text),
            Inline::Emph(body) | Inline::Strong(body) | Inline::Link { body, .. } => {
                out.push_str(&plain(body));
            }
            Inline::Break => out.push(' '),
            Inline::Mark(_) => {}
        }
    }
    out
}
