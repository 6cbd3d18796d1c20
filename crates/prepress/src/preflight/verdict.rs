//! What a preflight hands back: findings, what was measured, and a verdict a rule.
//!
//! It holds values only; it never reads a file and never prints.

use std::collections::BTreeMap;

use jikji_diagnostic::{Arg, Message, Severity};
use serde::Serialize;

use super::named;
use super::place::Place;
use super::rules::{self, Rule};

pub use crate::pdf::geometry::Rect;

/// Most findings kept of one rule on one page; the rest are counted.
const MOST_ON_A_PAGE: usize = 4;
/// Findings of one rule from which on a page more has but one.
const MANY_IN_A_FILE: usize = 64;
/// Findings of one rule that say the same nearer than this, in pt, are one.
const NEAR_PT: f64 = 20.0;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The rule that is broken; its code in JSON.
    pub rule: &'static Message,
    /// What it means for the file.
    pub severity: Severity,
    /// The page, counted from 1; none for the file as a whole.
    pub page: Option<usize>,
    /// Where on the page, in its own units.
    #[serde(serialize_with = "named::some_rect")]
    pub place: Option<Rect>,
    /// The same on the finished page as it is seen, in mm from its top left.
    pub at: Option<Place>,
    /// How many places were joined into this one.
    pub count: usize,
    /// How many more places of the same rule on the same page are not listed.
    pub more: usize,
    /// The values that fill the rule's words; in English in JSON.
    #[serde(serialize_with = "named::in_english")]
    pub args: BTreeMap<&'static str, Arg>,
}

/// What one rule came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleOutcome {
    /// It holds.
    Passed,
    /// It is broken, and it is only a warning.
    Warned,
    /// It is broken.
    Failed,
    /// The file has nothing the rule is about, or the limits do not ask for it.
    NotApplicable,
    /// The file could not be read far enough to tell, or not every page of it.
    NotChecked,
}

/// The outcome of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleVerdict {
    /// The rule; its code in JSON.
    pub rule: &'static Message,
    /// What it came to.
    pub outcome: RuleOutcome,
    /// Findings of it, joined and unlisted ones counted singly.
    pub findings: usize,
}

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

/// The most ink on one page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Ink {
    /// The page, counted from 1.
    pub page: usize,
    /// Highest sum of all plates inside the bleed, in %.
    pub max_percent: f64,
    /// The spot where it is, in pt.
    #[serde(serialize_with = "named::point")]
    pub place: [f64; 2],
    /// The plates there, in %: C, M, Y, K, then the spot colours.
    pub plates: Vec<f64>,
    /// Area over the limit, in mm².
    pub over_mm2: f64,
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
    /// Where, in pt.
    #[serde(serialize_with = "named::rect")]
    pub place: Rect,
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
    /// Fonts, by name.
    pub fonts: Vec<FontSeen>,
    /// Images as placed.
    pub images: Vec<ImageSeen>,
}

impl Verdict {
    /// Tells of every finding where it is seen.
    pub(super) fn locate(&mut self) {
        for finding in &mut self.findings {
            let boxes = finding.page.and_then(|page| self.boxes.get(page - 1));
            finding.at = boxes.zip(finding.place).map(|(boxes, place)| {
                // What has no trim box is seen as a whole.
                Place::of(boxes.trim.unwrap_or(boxes.media), boxes.rotate, boxes.unit, place)
            });
        }
    }

    /// Findings that are errors.
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|f| f.severity == Severity::Error).count()
    }

    /// Findings that are warnings.
    pub fn warnings(&self) -> usize {
        self.findings.len() - self.errors()
    }
}

/// Collects findings, joining those that say the same at nearly the same place.
#[derive(Debug, Default)]
pub(super) struct Findings {
    list: Vec<Finding>,
    kept: BTreeMap<(&'static str, Option<usize>), usize>,
}

impl Findings {
    /// Adds one.
    pub fn add(
        &mut self,
        rule: &'static Message,
        page: Option<usize>,
        place: Option<Rect>,
        args: &[(&'static str, Arg)],
    ) {
        let args: BTreeMap<_, _> = args.iter().cloned().collect();
        let joins = |f: &&mut Finding| {
            std::ptr::eq(f.rule, rule) && f.page == page && f.args == args && near(f.place, place)
        };
        // Text comes in reading order, so what joins is among the last.
        if let Some(same) = self.list.iter_mut().rev().take(64).find(joins) {
            same.place = union(same.place, place);
            same.count += 1;
            return;
        }
        let kept = self.kept.entry((rule.code, page)).or_default();
        *kept += 1;
        if *kept > MOST_ON_A_PAGE {
            let last = self.list.iter_mut().rev().find(|f| f.rule == rule && f.page == page);
            if let Some(last) = last {
                last.more += 1;
            }
            return;
        }
        let severity = rule.severity;
        self.list.push(Finding { rule, severity, page, place, at: None, count: 1, more: 0, args });
    }

    /// Takes over another collector's.
    pub fn append(&mut self, other: Findings) {
        self.list.extend(other.list);
    }

    /// The findings by page and rule; the file's own first.
    pub fn finish(mut self) -> Vec<Finding> {
        self.list.sort_by(|a, b| (a.page, a.rule.code).cmp(&(b.page, b.rule.code)));
        let mut listed = BTreeMap::new();
        let mut out: Vec<Finding> = vec![];
        for finding in self.list {
            let of_rule: &mut usize = listed.entry(finding.rule.code).or_default();
            let same = |f: &&mut Finding| f.rule == finding.rule && f.page == finding.page;
            match out.last_mut().filter(same) {
                Some(last) if *of_rule >= MANY_IN_A_FILE => {
                    last.more += finding.count + finding.more;
                }
                _ => {
                    *of_rule += 1;
                    out.push(finding);
                }
            }
        }
        out
    }
}

/// The outcome of every rule; `silent` tells what one that nothing was found about came to, if it
/// did not pass.
pub(super) fn outcomes(
    findings: &[Finding],
    silent: impl Fn(&Rule) -> Option<RuleOutcome>,
) -> Vec<RuleVerdict> {
    let verdict = |declared: &'static Rule| {
        let rule = declared.message;
        let of_rule = findings.iter().filter(|f| f.rule == rule);
        let count = of_rule.map(|f| f.count + f.more).sum();
        let outcome = match (count, rule.severity) {
            (0, _) => silent(declared).unwrap_or(RuleOutcome::Passed),
            (_, Severity::Error) => RuleOutcome::Failed,
            (_, Severity::Warning) => RuleOutcome::Warned,
        };
        RuleVerdict { rule, outcome, findings: count }
    };
    rules::declared().map(verdict).collect()
}

fn near(a: Option<Rect>, b: Option<Rect>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            a[0] - NEAR_PT < b[2]
                && b[0] - NEAR_PT < a[2]
                && a[1] - NEAR_PT < b[3]
                && b[1] - NEAR_PT < a[3]
        }
        (None, None) => true,
        _ => false,
    }
}

fn union(a: Option<Rect>, b: Option<Rect>) -> Option<Rect> {
    match (a, b) {
        (Some(a), Some(b)) => {
            Some([a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
        }
        (a, b) => a.or(b),
    }
}
