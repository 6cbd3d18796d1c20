//! What an issue says: the checked value that everything after loading works on, its prose parsed.
//!
//! It knows nothing of Typst or PDF.

pub use super::rules::Rules;
pub use super::value::{Artwork, Chart, Image, Period, Role, Series, Shown, Source, Unseen, Value};
pub use jikji_prepress::profile::NAMES as PROFILES;
pub use jikji_prose::period::Date;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::image::{ForPress, Sheet, Texts};
use crate::layout::spots::SpotSaid;
use crate::shop::ShopProfile;
use jikji_diagnostic::source::{Span, Spanned, Text};
use jikji_prepress::finish::Finish;
use jikji_prose::tree::Plain;

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
    /// `[sections]`: the accents of sections by their titles, before the layout's own.
    pub accents: Vec<(String, String)>,
    /// The entries of all parts in document order.
    pub entries: Vec<Entry>,
    /// `[colophon]`, as the layout declares it.
    pub colophon: Vec<(String, Value)>,
    /// `[print]`.
    pub print: Print,
    /// Whether `[fonts] system = true` lets fonts of the machine in.
    pub system_fonts: bool,
    /// What it is looked over for.
    pub rules: Rules,
    /// The pictures, by what the pages call them.
    pub pictures: BTreeMap<String, Picture>,
}

/// A picture of the issue.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// Whether it is in CMYK, which a screen is shown in RGB.
    pub cmyk: bool,
    /// Width and height in pixels as it is shown, if it has any.
    pub pixels: Option<(u32, u32)>,
    /// What a screen is shown in its place, if that is another file.
    pub drawing: Option<Arc<[u8]>>,
    /// What a press is to know of it, if it is a page of a PDF.
    pub for_press: Arc<ForPress>,
    /// The texts in it.
    pub texts: Texts,
    /// Where the author named it first.
    pub place: Span,
}

/// `[publication]`.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The periodical's name.
    pub name: Plain,
    /// A line under the name.
    pub tagline: Option<Plain>,
    /// Who publishes it.
    pub publisher: Plain,
    /// The BCP 47 primary language, `ko` unless said otherwise.
    pub language: String,
}

/// `[issue]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Year of the number.
    pub year: u16,
    /// Month of the number, 1 to 12; the first of a combined one.
    pub month: u8,
    /// The last month of a combined number.
    pub until: Option<u8>,
    /// Day of publication; also the PDF's date.
    pub published: Date,
    /// The volume, 권.
    pub volume: Option<u32>,
    /// Its place in the volume, 호.
    pub in_volume: Option<u32>,
    /// Its place among all numbers, 통권.
    pub serial: Option<u32>,
}

impl Number {
    /// The number of that month, about which nothing else is said.
    pub fn of(year: u16, month: u8, published: Date) -> Self {
        Self { year, month, until: None, published, volume: None, in_volume: None, serial: None }
    }

    /// Its months as readers say them: `5`, or `5·6`.
    pub fn months(&self) -> String {
        self.until.map_or(self.month.to_string(), |until| format!("{}·{until}", self.month))
    }

    /// Year and month as files are called: `2024-05`, or `2024-05-06`.
    pub fn date_code(&self) -> String {
        let until = self.until.map_or(String::new(), |until| format!("-{until:02}"));
        format!("{:04}-{:02}{until}", self.year, self.month)
    }
}

/// A part of the number.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its title.
    pub title: Plain,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Which entries stand directly under the part.
    pub entries: Range<usize>,
}

/// A section of a part.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its title.
    pub title: Plain,
    /// Which entries it has, at least one.
    pub entries: Range<usize>,
}

/// An entry: one call of a layout's module.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The module's name.
    pub kind: Spanned<String>,
    /// Position of its part and, within it, of its section.
    pub at: (usize, Option<usize>),
    /// The module's fields that the author gave, in the module's order.
    pub fields: Vec<(String, Value)>,
    /// The table's place.
    pub table: Span,
}

impl Entry {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The entry's title, if its kind has one.
    pub fn title(&self) -> Option<&Plain> {
        self.field("title")?.text()
    }

    /// Calls `visit` for all that a page shows of it.
    pub fn visit(&self, visit: &mut dyn FnMut(Shown<'_>)) {
        self.fields.iter().for_each(|(_, value)| value.visit(visit));
    }

    /// Where its running text stands, from the first word to the last, if its kind has one of blocks.
    pub fn running(&self) -> Option<Span> {
        let mut running: Option<Span> = None;
        let blocks = self.fields.iter().filter(|(_, value)| matches!(value, Value::Blocks(_)));
        for (_, value) in blocks.take(1) {
            value.visit(&mut |shown| {
                let Shown::Body(unit) = shown else { return };
                unit.visit_runs(&mut |_, span| {
                    let of = running.get_or_insert(span);
                    (of.start, of.end) = (of.start.min(span.start), of.end.max(span.end));
                });
            });
        }
        running
    }

    /// What it is called: its title, or its kind where it has none.
    pub fn name(&self) -> &str {
        self.title().map_or(&self.kind.value, |title| &title.text)
    }

    /// The artwork that is its page, if it is one.
    pub fn artwork(&self) -> Option<&Artwork> {
        self.fields.iter().find_map(|(_, value)| match value {
            Value::Artwork(artwork) => Some(&**artwork),
            _ => None,
        })
    }

    /// The place it is told of: its title's, its artwork's, or the table's.
    pub fn span(&self) -> Span {
        let artwork = || self.artwork().map_or(self.table, |artwork| artwork.span);
        self.title().map_or_else(artwork, |title| title.span)
    }
}

/// `[print]`: what the print shop needs. Lengths in mm.
#[derive(Debug, Clone)]
pub struct Print {
    /// Trimmed page, width × height, if the manifest names one.
    pub trim: Option<Spanned<(f64, f64)>>,
    /// Bleed on all sides, if named.
    pub bleed: Option<Spanned<f64>>,
    /// Whether crop and register marks are drawn.
    pub marks: bool,
    /// The printing condition.
    pub profile: Profile,
    /// Where the manifest names it, if it does.
    pub profile_at: Option<Span>,
    /// `saddle-stitch` or `perfect`.
    pub binding: String,
    /// Paper of cover and inside.
    pub paper: (Option<Text>, Option<Text>),
    /// Copies.
    pub quantity: Option<u32>,
    /// Whether cover and inside are two files.
    pub split: Option<Span>,
    /// What the shop is asked to do besides.
    pub order: Order,
    /// What the print shop takes, if the manifest names its profile.
    pub shop: Option<Spanned<ShopProfile>>,
    /// The only inks it is printed with, where not all of the process and every spot ink are.
    pub inks: Option<Spanned<Vec<String>>>,
    /// What is said of spot inks.
    pub spots: Vec<SpotSaid>,
    /// Whether text is printed as outlines, and where that is asked for.
    pub outlines: Option<Span>,
    /// Art for the finishing.
    pub plates: Vec<Finishing>,
}

/// Art for the finishing: one of `[[print.plates]]`.
#[derive(Debug, Clone)]
pub struct Finishing {
    /// What it is for.
    pub finish: Spanned<Finish>,
    /// What its plate is called, if the manifest says so.
    pub name: Option<Spanned<String>>,
    /// The spot ink that is taken of the file; nothing for all there is.
    pub spot: Option<Spanned<String>>,
    /// The file as the author calls it.
    pub file: String,
    /// What its own page calls it.
    pub path: String,
    /// The file as it is set.
    pub bytes: Arc<[u8]>,
    /// The texts in a drawing.
    pub texts: Texts,
    /// What a press is to know of a page of a PDF.
    pub for_press: Arc<ForPress>,
    /// How large it is.
    pub size: ArtSize,
    /// The page it belongs to.
    pub on: OnPage,
    /// Where the file is named.
    pub span: Span,
}

/// The size of art.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ArtSize {
    /// Of a page of a PDF.
    Pdf(Sheet),
    /// Width and height of a drawing, in pixels as a browser shows it.
    Drawing(f64, f64),
}

/// A page of the print edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnPage {
    /// The first.
    Cover,
    /// The last.
    Back,
    /// By its number, from 1.
    Number(usize),
}

impl OnPage {
    /// The page, from 1, of a print edition of so many.
    pub fn page(self, pages: usize) -> usize {
        match self {
            Self::Cover => 1,
            Self::Back => pages,
            Self::Number(page) => page,
        }
    }
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
            profile: Profile::BuiltIn(PROFILES[0].into()),
            profile_at: None,
            binding: "saddle-stitch".into(),
            paper: (None, None),
            quantity: None,
            split: None,
            order: Order::default(),
            shop: None,
            inks: None,
            spots: vec![],
            outlines: None,
            plates: vec![],
        }
    }
}

/// What the shop is asked to do besides printing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Order {
    /// Width of the spine as the shop measured it, mm; it goes before what is reckoned.
    pub spine: Option<Spanned<f64>>,
    /// Coating of cover and inside.
    pub coating: (Option<Text>, Option<Text>),
    /// What is done after printing, in order.
    pub finishing: Vec<Text>,
    /// The day it is to be delivered.
    pub due: Option<Date>,
    /// How it is proofed.
    pub proof: Option<Text>,
}
