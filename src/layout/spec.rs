//! What a layout says of itself: `layout.toml`, read and checked.
//!
//! Fields and page kinds are the layout's; the types a field can have are listed here.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::colors::Inks;
use crate::document::Node;
use jikji_diagnostic::{Diagnostic, Phrase, worded};

/// A layout: its declarations and its files.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Its name, the folder's.
    pub name: String,
    /// Its version, for lock files and reports.
    pub version: String,
    /// One line about it; may be empty.
    pub description: String,
    /// Its files by path inside its folder, `layout.toml` among them.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
    /// Trim size and margins.
    pub page: Page,
    /// The resolution that photographs are brought down to for the screen, pixels per inch where they stand.
    pub screen_ppi: f64,
    /// Font families in order of fallback, by role.
    pub fonts: Vec<(String, Vec<String>)>,
    /// Modules set before the entries, in order.
    pub front: Vec<String>,
    /// Modules set after the entries, in order.
    pub back: Vec<String>,
    /// Modules that fill a printed number up to whole sheets, before the last of `back`: each is used
    /// once, the last of them as often as needed.
    pub fill: Vec<String>,
    /// What its colours are made of on paper.
    pub inks: Inks,
    /// The file whose function `setup` wraps the document.
    pub setup: String,
    /// The file with the functions that running text calls (`note`, `mark`, `picture`).
    pub prose: String,
    /// Page kinds by name, front and back ones among them.
    pub modules: Vec<Module>,
    /// Copyfitting steps, loosest first: names and Typst lengths, handed to the module as they are.
    /// Empty if the layout does no copyfitting; at most [`MAX_STEPS`].
    pub ladder: Vec<Vec<(String, String)>>,
    /// Fields of the manifest's `[colophon]`.
    pub colophon: Vec<Field>,
    /// What its numbers are looked over for, unless a manifest says otherwise.
    pub checks: Checks,
}

/// How much a number is looked over for before it goes to press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Checks {
    /// Nothing.
    #[default]
    Off,
    /// What holds for any Korean text: wrong forms, the publication's terms, words written two ways, words twice.
    Handbook,
    /// That, and the style of a bulletin: ends of items, sources, names, titles and pages.
    House,
}

impl Checks {
    /// All of them, by what they are called in `layout.toml` and in a manifest.
    pub const NAMES: [(&str, Self); 3] =
        [("house", Self::House), ("handbook", Self::Handbook), ("off", Self::Off)];

    /// The one that is named.
    pub fn read(node: Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Self> {
        let name = node.text(problems)?.value;
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        if found.is_none() {
            problems.push(node.not_among(&Self::NAMES.map(|(name, _)| name)));
        }
        found.map(|(_, checks)| *checks)
    }
}

/// The longest ladder a layout may have.
pub const MAX_STEPS: usize = 12;

/// Page geometry in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Trimmed width and height, mm.
    pub trim: (f64, f64),
    /// Margins: left, top, right, bottom, mm.
    pub margins: [f64; 4],
    /// Bleed on all sides, mm.
    pub bleed: f64,
}

impl Page {
    /// Width and height of its text area, mm.
    pub fn area(&self) -> (f64, f64) {
        let [left, top, right, bottom] = self.margins;
        (self.trim.0 - left - right, self.trim.1 - top - bottom)
    }
}

/// A page kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// Its name: the manifest's `kind`, and the Typst function's.
    pub name: String,
    /// Its file inside the layout's folder.
    pub file: String,
    /// The number of pages an entry promises to take, if it does.
    pub pages: Option<usize>,
    /// How much such a page holds at the tightest step, if that is said.
    pub holds: Option<Room>,
    /// Whether its text keeps to the margins of the page.
    pub margins: bool,
    /// The fields an entry of this kind has.
    pub fields: Vec<Field>,
    /// What it is called, shown by editors; from `description`.
    pub description: Option<Phrase>,
    /// What the contents page lists for an entry: `title` or `rows.name`; empty for nothing.
    pub contents: String,
}

/// How much the page of an entry holds at the tightest step, besides a title of one line: an estimate for
/// those who bring texts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Lines.
    pub lines: usize,
    /// Hangul syllables in a line.
    pub letters: usize,
}

/// A declared field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the manifest and in Typst.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether an entry must have it.
    pub required: bool,
    /// Whether it holds an array of its kind.
    pub list: bool,
    /// The fewest values of a list.
    pub min: Option<usize>,
    /// The most values of a list.
    pub max: Option<usize>,
    /// For a list of records: the field whose value orders them.
    pub sort: Option<String>,
    /// For a record: its own fields.
    pub fields: Vec<Field>,
    /// What it is for, shown by editors; from `description`.
    pub description: Option<Phrase>,
}

/// The field types, a line each: variant, name in `layout.toml`, and what it is.
macro_rules! field_kinds {
    ($($kind:ident $name:literal: $ko:literal, $en:literal;)+) => {
        worded! {
            /// What a field can hold.
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            FieldKind { $($kind: $ko, $en;)+ }
        }

        impl FieldKind {
            /// Its name in `layout.toml`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }
        }
    };
}

field_kinds! {
    Text "text": "한 줄 글", "Plain text of one line; an author's line break is allowed.";
    Prose "prose": "한 문단 글. **굵게**, [링크](https://…)를 쓸 수 있습니다",
        "One paragraph of the Markdown subset.";
    Blocks "blocks": "본문. ## 소제목, - 글머리(세 단계까지), [^주석]을 쓸 수 있습니다",
        "Any blocks of the Markdown subset.";
    Date "date": "날짜: 2024-03-21", "A TOML date: 2024-03-21.";
    Url "url": "웹 주소: https://…", "A web address: <https://…>.";
    Image "image": "그림: file, alt, caption, width, place",
        "A picture: file, alt, caption, width, place.";
    Artwork "artwork": "온 쪽으로 싣는 PDF의 경로. 옆에 page, alt",
        "The path of a PDF that is a whole page; beside it `page` and `alt`.";
    Source "source": "출처: publisher, title, date, url", "A source: publisher, title, date, url.";
    Table "table": "표: header, rows, caption", "A table: header, rows, caption.";
    Chart "chart": "차트: kind, data(또는 labels와 series), unit, alt, caption",
        "A chart: kind, data or labels and series, unit, alt, caption, label, value.";
    Period "period": "기간: 2024.7.21~27", "A span of days: 2024.7.21~27.";
    Record "record": "항목의 묶음", "A table with fields the layout names.";
}

impl FieldKind {
    /// Whether it is one line or paragraph, as a list of contents takes it.
    pub const fn is_line(self) -> bool {
        matches!(self, Self::Text | Self::Prose)
    }

    /// Whether an author writes words for it.
    pub const fn is_words(self) -> bool {
        self.is_line() || matches!(self, Self::Blocks)
    }

    /// Whether it is content of one paragraph, which can carry a label.
    pub const fn takes_label(self) -> bool {
        matches!(self, Self::Prose)
    }

    /// Whether a list of it may be written as one alone.
    pub const fn may_stand_alone(self) -> bool {
        matches!(self, Self::Image)
    }

    /// Whether values of it can be put in order.
    pub const fn has_order(self) -> bool {
        self.is_line() || matches!(self, Self::Date | Self::Period)
    }

    /// Keys that belong to a value and stand beside it, in the same table.
    pub const fn beside(self) -> &'static [&'static str] {
        if matches!(self, Self::Artwork) { &["page", "alt"] } else { &[] }
    }

    /// Whether the layout says what is in it.
    pub const fn has_fields(self) -> bool {
        matches!(self, Self::Record)
    }
}

impl Layout {
    /// The path of a module's file, as it is shown to people: `layouts/NAME/FILE`.
    pub fn module_path(&self, name: &str) -> String {
        let file = self.module(name).map_or("layout.toml", |module| module.file.as_str());
        format!("layouts/{}/{file}", self.name)
    }

    /// The module of that name.
    pub fn module(&self, name: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.name == name)
    }
}
