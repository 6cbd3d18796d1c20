//! The print specification sheet (인쇄 사양서): what a shop has to know, as one A4 page and as JSON.
//!
//! It only says what it is told; it measures nothing and compiles nothing. The page is Typst markup
//! of its own, in the house fonts, and asks for no file and no package.

pub mod coating;
#[cfg(test)]
mod tests;
pub mod ticket;
mod xml;

use serde::Serialize;
use serde_json::Value;

use crate::digest::sha256;
use crate::typst_string;
use jikji_prepress::binding::{Binding, COVER_PAGES, Part, Side, side};

/// The page's design: a function `specification` of the data.
const TEMPLATE: &str = concat!(
    include_str!("base.typ"),
    "\n",
    include_str!("diagram.typ"),
    "\n",
    include_str!("template.typ"),
);

/// All a shop has to know. Lengths are mm.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Specification {
    /// The publication's name.
    pub title: String,
    /// The number as readers say it: `2024년 5월호`.
    pub number: String,
    /// Who publishes it.
    pub publisher: String,
    /// Day of publication, `2024-05-07`.
    pub published: Option<String>,
    /// Trimmed page.
    pub trim_mm: Trim,
    /// Bleed on all sides.
    pub bleed_mm: f64,
    /// Whether crop and register marks are drawn.
    pub marks: bool,
    /// How many pages there are.
    pub pages: PageCount,
    /// How it is bound.
    pub binding: Binding,
    /// Width of the spine, in perfect binding.
    pub spine_mm: Option<f64>,
    /// Creep of a sheet, in saddle stitching.
    pub creep_mm: Option<f64>,
    /// Copies.
    pub quantity: Option<u32>,
    /// The day they are to be delivered, `2024-05-03`.
    pub due: Option<String>,
    /// How they are proofed.
    pub proof: Option<String>,
    /// What is done after printing, in order.
    pub finishing: Vec<String>,
    /// The plates by name of a number of one or two colours; empty for any other.
    pub inks: Vec<String>,
    /// Cover and inside: paper and inks.
    pub parts: Vec<PaperPart>,
    /// Whether text is drawn as outlines.
    pub outlines: bool,
    /// The plates for the finishing, which carry no ink.
    pub plates: Vec<FinishingPlate>,
    /// The printing condition.
    pub profile: PrintingCondition,
    /// The files handed over.
    pub files: Vec<HandedFile>,
    /// What was measured on them.
    pub measured: Measured,
    /// Whom to ask, a line each.
    pub contact: Vec<String>,
}

/// A trimmed page, mm.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Trim {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Inks of both sides of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sides {
    /// On the front; of a cover: the outside.
    pub front: u8,
    /// On the back; of a cover: the inside.
    pub back: u8,
}

/// Pages by what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct PageCount {
    /// All, fillers included.
    pub total: usize,
    /// Cover pages.
    pub cover: usize,
    /// Inside pages.
    pub inside: usize,
    /// Notes pages added to fill up.
    pub notes: usize,
    /// Blank pages added to fill up.
    pub blank: usize,
}

/// A part that has its own paper: `표지` or `내지`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperPart {
    /// Its name.
    pub name: String,
    /// Whether it is the one with the outer pages.
    #[serde(skip)]
    pub is_cover: bool,
    /// Its pages.
    pub pages: usize,
    /// Its paper, `아트지 200g`.
    pub paper: Option<String>,
    /// What it is coated with, `무광`.
    pub coating: Option<String>,
    /// How many process inks each side takes: 4 and 4, 1 and 1.
    pub inks: Sides,
    /// Which ones they are, on the front and on the back.
    #[serde(skip)]
    pub process: [Vec<String>; 2],
    /// Spot colours by name.
    pub spots: Vec<Spot>,
}

/// A spot colour of a part, and which sides of its sheets take it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The ink's name, `PANTONE 286 C`.
    pub name: String,
    /// Whether the front (of a cover: the outside) takes it.
    pub front: bool,
    /// Whether the back (of a cover: the inside) takes it.
    pub back: bool,
}

/// A plate for the finishing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FinishingPlate {
    /// What it is called in the files.
    pub name: String,
    /// What it is for: `foil`, `varnish`, `die`, `crease`, `perforation`, or `other`.
    pub kind: String,
    /// The same in the trade's own word.
    pub finish: String,
    /// The pages that have something on it, from 1.
    pub pages: Vec<usize>,
}

/// The printing condition that colours were made for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PrintingCondition {
    /// The profile's name, `coated-fogra39`.
    pub name: String,
    /// The registered condition, `FOGRA39`.
    pub condition: String,
    /// The most ink all plates together may lay, %.
    pub ink_limit_percent: f64,
}

/// A file handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandedFile {
    /// What of the number it has.
    #[serde(skip)]
    pub of: Content,
    /// Its name, without folders.
    pub name: String,
    /// What it is, `표지` or `전체`.
    pub content: String,
    /// Its pages.
    pub pages: usize,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
}

impl HandedFile {
    /// The entry of a file whose bytes are `data`.
    pub fn new(name: &str, of: Content, pages: usize, data: &[u8]) -> Self {
        let (name, content) = (name.into(), of.korean().into());
        Self { of, name, content, pages, bytes: data.len() as u64, sha256: sha256(data) }
    }
}

/// What a file has of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// All of it.
    Whole,
    /// All of it, to compare its parts with; they are what is printed.
    Compared,
    /// The cover, page by page.
    Cover,
    /// The cover as two sides of one piece around the spine.
    CoverSpread,
    /// The inside.
    Inside,
}

impl Content {
    /// What a shop calls it.
    pub fn korean(self) -> &'static str {
        match self {
            Self::Whole => "전체",
            Self::Compared => "전체(대조용)",
            Self::Cover => Part::Cover.korean(),
            Self::CoverSpread => "표지(펼침)",
            Self::Inside => Part::Inside.korean(),
        }
    }

    /// The page of the file, from 1, that a page of a number of so many is on, if it is printed from there.
    pub fn page_of(self, page: usize, pages: usize) -> Option<usize> {
        let side = side(page, pages);
        match self {
            Self::Whole => Some(page),
            Self::Compared => None,
            Self::Cover => match page {
                _ if side == Side::Inside => None,
                1 | 2 => Some(page),
                _ => (page + COVER_PAGES).checked_sub(pages),
            },
            Self::CoverSpread => match side {
                Side::CoverOuter => Some(1),
                Side::CoverInner => Some(2),
                Side::Inside => None,
            },
            Self::Inside => (side == Side::Inside).then(|| page.saturating_sub(COVER_PAGES / 2)),
        }
    }
}

/// What was measured on the files; whatever was not is left out.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Measured {
    /// The most ink anywhere.
    pub ink: Option<MostInk>,
    /// The image of lowest resolution.
    pub image: Option<LowestImage>,
    /// Names of the embedded fonts.
    pub fonts: Vec<String>,
    /// What preflight said: errors and warnings.
    pub preflight: Option<Preflight>,
}

/// The most ink anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MostInk {
    /// The page, from 1.
    pub page: usize,
    /// All plates together, %.
    pub percent: f64,
}

/// The image of lowest resolution as placed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct LowestImage {
    /// The page, from 1.
    pub page: usize,
    /// Its resolution, ppi.
    pub ppi: f64,
}

/// How many findings preflight had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Preflight {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// Vertical units, pt, from roomy to tight: a sheet takes the first that keeps it on one page.
pub const UNITS: [f64; 7] = [6.0, 5.4, 4.8, 4.2, 3.6, 3.0, 2.4];

/// The sheet for people: a complete Typst document of one A4 page, or more where `unit` is too roomy.
///
/// All data goes in as one string literal that holds JSON, so that no text can turn into markup.
/// Control characters, which no font has, become spaces.
pub fn markup(specification: &Specification, unit: f64) -> String {
    let mut data = serde_json::to_value(specification).unwrap_or_default();
    printable(&mut data);
    let data = typst_string::of(&data.to_string());
    format!("{TEMPLATE}\n#specification(json(bytes({data})), {unit}pt)\n")
}

/// Takes out of all texts what no font has.
pub fn printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = text.replace(char::is_control, " "),
        Value::Array(items) => items.iter_mut().for_each(printable),
        Value::Object(fields) => fields.values_mut().for_each(printable),
        _ => {}
    }
}
