//! Preflight: tests any PDF, ours or not, for what a press needs, on what is really in the file.
//!
//! It reads bytes and returns a [`Verdict`]; it never changes a file, never prints, and on no bytes
//! whatever panics or takes unbounded time or memory. `file` opens, `document`, `metadata` and
//! `boxes` judge what stands around the pages, `walk` judges their contents, `plates` renders the
//! separations and judges those. The words of all rules are in [`rules`].

mod boxes;
mod content;
mod document;
mod file;
mod font;
mod metadata;
mod picture;
mod plates;
pub mod rules;
mod space;
mod verdict;
mod walk;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use lopdf::Dictionary;

use crate::diagnostic::{Lang, josa};
use file::{Fault, File};
use verdict::Findings;

pub use picture::picture;
pub use rules::{Rule, Severity};
pub use verdict::{Boxes, Finding, FontSeen, ImageSeen, Ink, Outcome, Rect, RuleVerdict, Verdict};

/// What a file is held to.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Most ink of all plates together, in % (300 coated, 280 uncoated).
    pub ink_limit_percent: f64,
    /// Images under so many ppi are an error.
    pub min_image_ppi_error: f64,
    /// Images under so many ppi are a warning.
    pub min_image_ppi_warning: f64,
    /// Images of one bit under so many ppi are a warning.
    pub line_art: f64,
    /// Thinnest stroke, in pt.
    pub min_stroke_pt: f64,
    /// Smallest text, in pt.
    pub min_text_pt: f64,
    /// Least distance of text from the trim, in mm.
    pub safe_margin_mm: f64,
    /// Least bleed on every side, in mm.
    pub bleed_mm: f64,
    /// Whether printer's marks are expected; none asks nothing.
    pub expect_marks: Option<bool>,
    /// Resolution the separations are rendered in, in ppi.
    pub separation_ppi: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            ink_limit_percent: 300.0,
            min_image_ppi_error: 150.0,
            min_image_ppi_warning: 250.0,
            line_art: 600.0,
            min_stroke_pt: 0.25,
            min_text_pt: 6.0,
            safe_margin_mm: 5.0,
            bleed_mm: 3.0,
            expect_marks: None,
            separation_ppi: 150.0,
        }
    }
}

/// Tests a PDF on what is really in it.
///
/// `progress` is called with the work done and the work there is: every page counts twice, once for
/// its contents and once for its separations. On no bytes does this panic; a file that cannot be
/// read is a finding.
pub fn preflight(pdf: &[u8], limits: &Limits, progress: &mut dyn FnMut(usize, usize)) -> Verdict {
    let mut found = Findings::default();
    let (file, damage) = match File::open(pdf) {
        Ok(opened) => opened,
        Err(fault) => return unopened(&fault, found),
    };
    if let Some(damage) = damage {
        found.add(rules::DAMAGED, None, None, &[("what", damage)]);
    }
    let (pages, faults) = file.pages();
    for fault in faults {
        found.add(rules::PAGE_TREE, None, None, &[("what", fault)]);
    }
    if pages.is_empty() {
        found.add(rules::UNREADABLE, None, None, &[("reason", "no pages".into())]);
    }
    document::check(&file, &pages, &mut found);
    metadata::check(&file, &mut found);
    let boxes = boxes::check(&pages, limits, &mut found);
    let mut verdict =
        Verdict { pages: pages.len(), version: file.version.clone(), boxes, ..Verdict::default() };

    let total = pages.len() * 2;
    let mut seen = Seen::default();
    let mut budget = walk::Budget::default();
    let mut jobs = vec![];
    for (i, page) in pages.iter().enumerate() {
        let facts = walk::walk(&file, page, i + 1, limits, &mut budget);
        jobs.push(seen.take(i + 1, facts, &mut found, &mut verdict, limits));
        progress(i + 1, total);
    }
    let jobs: Vec<plates::Job> = pages
        .iter()
        .zip(&jobs)
        .map(|(page, (painted, skip))| plates::Job { page, painted, skip: *skip })
        .collect();
    let done = |n: usize| progress(pages.len() + n, total);
    verdict.ink = plates::check(&file, &jobs, &seen.plates, &seen.drawn, limits, &mut found, done);
    let name = |n: &Vec<u8>| String::from_utf8_lossy(n).into_owned();
    verdict.plates = seen.plates.names.iter().map(name).collect();
    verdict.fonts = seen.fonts.values().cloned().collect();
    verdict.findings = found.finish();
    let applies = |rule: &Rule| seen.applies(rule, limits, &file);
    verdict.rules = verdict::outcomes(&verdict.findings, !pages.is_empty(), applies);
    verdict.passed = verdict.errors() == 0;
    verdict
}

fn unopened(fault: &Fault, mut found: Findings) -> Verdict {
    match fault {
        Fault::NotPdf(what) => {
            found.add(rules::NOT_PDF, None, None, &[("what", (*what).to_string())]);
        }
        Fault::Encrypted => found.add(rules::ENCRYPTED, None, None, &[]),
        Fault::TooLarge(what) => {
            found.add(rules::TOO_LARGE, None, None, &[("what", (*what).to_string())]);
        }
        Fault::Unreadable(reason) => {
            found.add(rules::UNREADABLE, None, None, &[("reason", reason.clone())]);
        }
    }
    let findings = found.finish();
    let rules = verdict::outcomes(&findings, false, |_| true);
    Verdict { findings, rules, ..Verdict::default() }
}

/// What the walks over all pages found, joined.
#[derive(Default)]
struct Seen {
    fonts: BTreeMap<String, FontSeen>,
    drawn: HashMap<lopdf::ObjectId, (f64, f64)>,
    plates: space::Plates,
    text: bool,
    strokes: bool,
    images: bool,
    transparent: bool,
}

impl Seen {
    /// Takes over a page's facts; gives the plates it paints and whether to leave it unrendered.
    fn take(
        &mut self,
        page: usize,
        facts: walk::Facts,
        found: &mut Findings,
        verdict: &mut Verdict,
        limits: &Limits,
    ) -> (BTreeSet<usize>, bool) {
        found.append(facts.findings);
        match (limits.expect_marks, facts.marks) {
            (Some(true), false) => found.add(rules::MARKS_MISSING, Some(page), None, &[]),
            (Some(false), true) => found.add(rules::MARKS_FOUND, Some(page), None, &[]),
            _ => {}
        }
        for (name, font) in facts.fonts {
            let known =
                self.fonts.entry(name).or_insert_with(|| FontSeen { pages: vec![], ..font });
            known.pages.push(page);
        }
        for (id, size) in facts.drawn {
            let known = self.drawn.entry(id).or_default();
            *known = (known.0.max(size.0), known.1.max(size.1));
        }
        // Each page learns its spots in its own order; the file's order counts.
        let own = facts.plates.names;
        self.plates.learn(&space::Space::Inks(own.clone(), Box::new(space::Space::Gray)));
        let place = |i: &usize| self.plates.names.iter().position(|n| Some(n) == own.get(*i));
        let painted = facts.painted.iter().filter_map(place).collect();
        verdict.inked.push(facts.inked.iter().filter_map(place).collect());
        self.text |= facts.text;
        self.strokes |= facts.strokes;
        self.images |= !facts.images.is_empty();
        self.transparent |= facts.transparent;
        verdict.images.extend(facts.images);
        (painted, facts.exhausted)
    }

    /// Whether the file has anything a rule is about.
    fn applies(&self, rule: &Rule, limits: &Limits, file: &File) -> bool {
        let info = file.dict(&file.doc.trailer, "Info").is_some_and(|d: &Dictionary| !d.is_empty());
        match rule.code {
            "P0307" => info || self.text,
            "P0407" => limits.expect_marks == Some(true),
            "P0408" => limits.expect_marks == Some(false),
            "P0501" | "P0502" | "P0503" | "P0504" => !self.fonts.is_empty(),
            "P0603" => self.plates.names.len() > 4,
            "P0604" => self.transparent,
            "P0701" | "P0702" | "P0703" => self.images,
            "P0704" => self.strokes,
            "P0705" | "P0706" | "P0707" | "P0708" | "P0710" => self.text,
            _ => true,
        }
    }
}

/// A finding's words: what is wrong, and what to do.
pub fn words(finding: &Finding, lang: Lang) -> (String, String) {
    let side = |value: &String| match (lang, value.as_str()) {
        (Lang::Ko, "left") => "왼쪽".into(),
        (Lang::Ko, "right") => "오른쪽".into(),
        (Lang::Ko, "top") => "위".into(),
        (Lang::Ko, "bottom") => "아래".into(),
        _ => value.clone(),
    };
    let args: Vec<_> = finding.args.iter().map(|(name, value)| (*name, side(value))).collect();
    let (text, help) = match lang {
        Lang::Ko => (finding.rule.ko, finding.rule.help_ko),
        Lang::En => (finding.rule.en, finding.rule.help_en),
    };
    (josa::fill(text, &args), josa::fill(help, &args))
}

#[cfg(test)]
mod tests;
