//! What an issue says: the checked value that everything after loading works on.
//!
//! It knows nothing of Typst or PDF; texts are still the author's (prose is parsed by `prose`).

use std::path::PathBuf;

use jikji_diagnostic::source::{Span, Spanned, Text};

/// One number of the publication.
#[derive(Debug, Clone)]
pub struct Issue {
    /// The folder the manifest stands in; all paths of the issue are inside it.
    pub folder: PathBuf,
    /// The layout's name.
    pub layout: Spanned<String>,
    /// The periodical.
    pub publication: Publication,
    /// Which number it is.
    pub number: Number,
    /// The base of file names, such as `spri-ai-brief-2024-05`.
    pub slug: String,
    /// The parts in order.
    pub parts: Vec<Part>,
    /// `[colophon]`, as the layout declares it.
    pub colophon: Vec<(String, Value)>,
    /// `[print]`.
    pub print: Print,
    /// Whether `[fonts] system = true` lets fonts of the machine in.
    pub system_fonts: bool,
}

/// `[publication]`.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The periodical's name.
    pub name: Text,
    /// A line under the name.
    pub tagline: Option<Text>,
    /// Who publishes it.
    pub publisher: Text,
    /// The BCP 47 primary language, `ko` unless said otherwise.
    pub language: String,
}

/// `[issue]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Year of the number.
    pub year: u16,
    /// Month of the number, 1 to 12.
    pub month: u8,
    /// Day of publication; also the PDF's date.
    pub published: Date,
}

/// A calendar day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
}

/// A part of the number.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its title.
    pub title: Text,
    /// The table's place.
    pub span: Span,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Entries directly under the part.
    pub entries: Vec<Entry>,
}

/// A section of a part.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its title.
    pub title: Text,
    /// The table's place.
    pub span: Span,
    /// Its entries, at least one.
    pub entries: Vec<Entry>,
}

/// An entry: one call of a layout's module.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The module's name.
    pub kind: Spanned<String>,
    /// The module's fields that the author gave, in the module's order.
    pub fields: Vec<(String, Value)>,
    /// The table's place.
    pub span: Span,
}

impl Entry {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The entry's title, if its kind has one.
    pub fn title(&self) -> Option<&Text> {
        match self.field("title") {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// A field's value.
#[derive(Debug, Clone)]
pub enum Value {
    /// Plain text.
    Text(Text),
    /// One paragraph of prose, not yet parsed.
    Prose(Text),
    /// Blocks of prose, not yet parsed.
    Blocks(Text),
    /// A date.
    Date(Date),
    /// An address that was checked.
    Url(Text),
    /// An image that was checked.
    Image(Image),
    /// A source.
    Source(Source),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// A span of days.
    Period(Period),
    /// A record: fields in the layout's order.
    Record(Vec<(String, Value)>),
    /// A list of any of them.
    List(Vec<Value>),
}

/// An image of the issue: a file inside its folder that was read and checked.
#[derive(Debug, Clone)]
pub struct Image {
    /// Its path inside the issue's folder, with `/` and in NFC.
    pub path: String,
    /// The file.
    pub bytes: std::sync::Arc<[u8]>,
    /// What a screen reader says; never empty.
    pub alt: Text,
    /// The caption (prose).
    pub caption: Option<Text>,
    /// Where the file is named.
    pub span: Span,
}

/// Where a story comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Who published it (prose).
    pub publisher: Text,
    /// The document's title (prose).
    pub title: Text,
    /// Its date.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<Text>,
}

/// A table of prose cells.
#[derive(Debug, Clone)]
pub struct Table {
    /// The header cells.
    pub header: Vec<Text>,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<Text>>,
    /// The caption (prose).
    pub caption: Option<Text>,
}

/// A chart drawn from numbers.
#[derive(Debug, Clone)]
pub struct Chart {
    /// How it is drawn: `share`, `bars` or `columns`.
    pub kind: String,
    /// The unit after each number, such as `%`.
    pub unit: String,
    /// What a screen reader says.
    pub alt: Text,
    /// The caption (prose).
    pub caption: Option<Text>,
    /// The head of the labels' column.
    pub label: Option<Text>,
    /// The head of the values' column.
    pub value: Option<Text>,
    /// The points: label and value; values are finite and not negative.
    pub data: Vec<(Text, f64)>,
}

/// A span of days as an event calendar writes it.
#[derive(Debug, Clone)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The last day, if it lasts longer than one.
    pub end: Option<Date>,
    /// As the author wrote it.
    pub text: Text,
}

/// `[print]`: what the print shop needs. Lengths in mm.
#[derive(Debug, Clone, PartialEq)]
pub struct Print {
    /// Trimmed page, width × height, if the manifest names one.
    pub trim: Option<Spanned<(f64, f64)>>,
    /// Bleed on all sides, if named.
    pub bleed: Option<Spanned<f64>>,
    /// Whether crop and register marks are drawn.
    pub marks: bool,
    /// The printing condition.
    pub profile: Profile,
    /// `saddle-stitch` or `perfect`.
    pub binding: String,
    /// Paper of cover and inside.
    pub paper: (Option<Text>, Option<Text>),
    /// Copies.
    pub quantity: Option<u32>,
    /// Whether cover and inside are two files.
    pub split: Option<Span>,
}

/// The printing condition of `[print]`, by its ICC profile.
#[derive(Debug, Clone, PartialEq)]
pub enum Profile {
    /// One that comes with jikji, by its name.
    BuiltIn(String),
    /// A print shop's own file, not yet looked into.
    File {
        /// Its path inside the issue's folder.
        name: String,
        /// The file.
        bytes: std::sync::Arc<[u8]>,
        /// Where the manifest names it.
        span: Span,
    },
}

impl Default for Print {
    fn default() -> Self {
        Self {
            trim: None,
            bleed: None,
            marks: true,
            profile: Profile::BuiltIn(super::PROFILES[0].into()),
            binding: "saddle-stitch".into(),
            paper: (None, None),
            quantity: None,
            split: None,
        }
    }
}
