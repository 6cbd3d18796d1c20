//! What a preflight hands back: findings, what was measured, and a verdict a rule.
//!
//! It holds values only; it never reads a file and never prints.

use serde::Serialize;

use super::limits::Limits;
use super::named;
use super::outcome::{RuleVerdict, Sort, Tally};
use super::place::Place;
use super::rules::declaration;
use super::standard::Standard;

pub use super::finding::Finding;
pub(super) use super::finding::Findings;
pub use crate::pdf::geometry::Rect;

/// The boxes of one page, in its own units, which are pt unless it says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Boxes {
    /// The page, counted from 1.
    pub page: usize,
    /// MediaBox.
    #[serde(serialize_with = "named::rect")]
    pub media: Rect,
    /// CropBox, if written.
    #[serde(serialize_with = "named::some_rect")]
    pub crop: Option<Rect>,
    /// BleedBox, if written.
    #[serde(serialize_with = "named::some_rect")]
    pub bleed: Option<Rect>,
    /// TrimBox, if written.
    #[serde(serialize_with = "named::some_rect")]
    pub trim: Option<Rect>,
    /// ArtBox, if written.
    #[serde(serialize_with = "named::some_rect")]
    pub art: Option<Rect>,
    /// By how many degrees the page is turned clockwise to be looked at.
    pub rotate: u16,
    /// How many pt a unit is.
    pub unit: f64,
}

impl Boxes {
    /// Where a place of the page is seen on the finished one; what has no trim box is seen as a whole.
    fn seen(&self, place: Rect) -> Place {
        Place::of(self.trim.unwrap_or(self.media), self.rotate, self.unit, place)
    }
}

/// The most ink on one page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Ink {
    /// The page, counted from 1.
    pub page: usize,
    /// Highest sum of all plates inside the bleed, in %.
    pub max_percent: f64,
    /// The spot where it is, in the page's own units.
    #[serde(serialize_with = "named::point")]
    pub place: [f64; 2],
    /// The same on the finished page as it is seen, in mm from its top left.
    pub at: Option<Place>,
    /// The plates there, in %: C, M, Y, K, then the spot colours.
    pub plates: Vec<f64>,
    /// Area over the limit, in mm².
    pub over_mm2: f64,
    /// The resolution of the plates, in ppi: less than asked on pages that are larger than plates may be.
    pub ppi: f64,
}

/// One font of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FontSeen {
    /// Its name, with the subset's prefix.
    pub name: String,
    /// Its Subtype.
    pub kind: String,
    /// Whether its program is in the file.
    pub embedded: bool,
    /// Whether the name says that it is a subset.
    pub subset: bool,
    /// The pages that show it, counted from 1.
    pub pages: Vec<usize>,
}

/// One image as it is placed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ImageSeen {
    /// The page, counted from 1.
    pub page: usize,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Bits a component.
    pub bits: u32,
    /// Colour space.
    pub space: String,
    /// Resolution at this place: the lower one of both directions.
    pub ppi: f64,
    /// Where, in the page's own units.
    #[serde(serialize_with = "named::rect")]
    pub place: Rect,
    /// The same on the finished page as it is seen, in mm from its top left.
    pub at: Option<Place>,
}

impl ImageSeen {
    /// How many pixels it comes to where it is no finer than a resolution in ppi.
    pub(super) fn pixels(&self, ppi: f64) -> usize {
        let side = |low: usize| (self.place[low + 2] - self.place[low]).max(0.0) * ppi / 72.0;
        let drawn = (side(0) * side(1)) as usize;
        drawn.min(self.width as usize * self.height as usize)
    }
}

/// What a preflight found out about a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Verdict {
    /// Whether no rule failed, and none could not be checked.
    pub passed: bool,
    /// The standard it was held to.
    pub standard: Standard,
    /// What the press would suffer from.
    pub press: Tally,
    /// What is not as the standard has it.
    pub conformance: Tally,
    /// What is wrong, by page and rule.
    pub findings: Vec<Finding>,
    /// Every rule's outcome.
    pub rules: Vec<RuleVerdict>,
    /// Number of pages.
    pub pages: usize,
    /// The version of the header.
    pub version: String,
    /// Boxes of every page.
    pub boxes: Vec<Boxes>,
    /// Total ink of every page whose worst spot is known: with [`InkMeasure::EveryPage`] all, with
    /// [`InkMeasure::WorstSpot`] the page of the file's worst spot, every page over the limit, and
    /// others as it happens.
    ///
    /// [`InkMeasure::EveryPage`]: super::InkMeasure::EveryPage
    /// [`InkMeasure::WorstSpot`]: super::InkMeasure::WorstSpot
    pub ink: Vec<Ink>,
    /// The plates: the process colours and every spot colour.
    pub plates: Vec<String>,
    /// The plates each page has ink on, marks apart, by their place in `plates`.
    pub inked: Vec<Vec<usize>>,
    /// Those of the plates that carry no ink, such as die lines and varnish, by their place in `plates`.
    pub technical: Vec<usize>,
    /// Fonts, by name.
    pub fonts: Vec<FontSeen>,
    /// Images as placed.
    pub images: Vec<ImageSeen>,
}

impl Verdict {
    /// Takes the findings that somebody asks for, and counts what they and the rules come to.
    pub(super) fn settle(&mut self, findings: Vec<Finding>, limits: &Limits) {
        let boxes = &self.boxes;
        let seen = |page: usize, place: Rect| Some(boxes.get(page.checked_sub(1)?)?.seen(place));
        for image in &mut self.images {
            image.at = seen(image.page, image.place);
        }
        for ink in &mut self.ink {
            let [x, y] = ink.place;
            ink.at = seen(ink.page, [x, y, x, y]);
        }
        let asked = |finding: Finding| {
            let severity = limits.weight(declaration(finding.rule))?;
            let at = finding.page.zip(finding.place).and_then(|(page, place)| seen(page, place));
            Some(Finding { severity, at, ..finding })
        };
        self.findings = findings.into_iter().filter_map(asked).collect();
        self.press = Tally::of(Sort::Press, &self.findings, &self.rules);
        self.conformance = Tally::of(Sort::Conformance, &self.findings, &self.rules);
        self.passed = [self.press, self.conformance].iter().all(Tally::is_clean);
    }

    /// Places of findings that are errors.
    pub fn errors(&self) -> usize {
        self.press.errors + self.conformance.errors
    }

    /// Places of findings that are warnings.
    pub fn warnings(&self) -> usize {
        self.press.warnings + self.conformance.warnings
    }
}
