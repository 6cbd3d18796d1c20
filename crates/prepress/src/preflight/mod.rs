//! Preflight: tests any PDF, ours or not, for what a press needs, on what is really in the file.
//!
//! It reads bytes and returns a [`Verdict`]; it never changes a file, never prints, and on no bytes
//! whatever panics or takes unbounded time or memory. `file` opens, `document`, `metadata` and
//! `boxes` judge what stands around the pages, `walk` judges their contents, `plates` renders the
//! separations and judges those, `estimate` tells which need not be. The words of all rules are in
//! [`rules`].

mod boxes;
mod codec;
mod document;
mod estimate;
mod file;
mod font;
mod limits;
mod metadata;
mod picture;
mod plates;
pub mod rules;
mod separations;
mod space;
mod verdict;
mod walk;
mod workers;

use std::collections::{BTreeMap, HashMap};

use file::File;
use jikji_diagnostic::Lang;
use rules::{About, Needs};
use verdict::Findings;

pub use crate::pdf::open::OpenFault;
pub use file::{Stored, renewed};
pub use limits::{InkMeasure, Limits};
pub use picture::picture;
pub use separations::{Alternate, PageBoxes, Separations, page_boxes, separations};
pub use verdict::{
    Boxes, Finding, FontSeen, ImageSeen, Ink, Rect, RuleOutcome, RuleVerdict, Verdict,
};

/// Tests a PDF on what is really in it.
///
/// `progress` is called with the work done and the work there is: every page counts twice, once for
/// its contents and once for its separations. On no bytes does this panic; a file that cannot be
/// read is a finding.
pub fn preflight(pdf: &[u8], limits: &Limits, progress: &mut dyn FnMut(usize, usize)) -> Verdict {
    preflight_stored(&pdf.into(), limits, progress)
}

/// The same for a file whose pictures need not be in memory.
pub fn preflight_stored(
    pdf: &Stored<'_>,
    limits: &Limits,
    progress: &mut dyn FnMut(usize, usize),
) -> Verdict {
    let mut found = Findings::default();
    let (file, damage) = match File::open(pdf) {
        Ok(opened) => opened,
        Err(fault) => return unopened(fault, found),
    };
    if let Some(damage) = damage {
        found.add(rules::DAMAGED, None, None, &[("what", damage)]);
    }
    let (pages, faults) = file.pages();
    for fault in faults {
        found.add(rules::PAGE_TREE, None, None, &[("what", fault)]);
    }
    if pages.is_empty() {
        found.add(rules::UNREADABLE, None, None, &[("reason", rules::words::NO_PAGES.into())]);
    }
    let limits = &document::held_to(&file, limits);
    document::check(&file, &pages, &mut found);
    let described = metadata::check(&file, &mut found);
    let boxes = boxes::check(&pages, limits, &mut found);
    let mut verdict =
        Verdict { pages: pages.len(), version: file.version.clone(), boxes, ..Verdict::default() };

    let total = pages.len() * 2;
    let mut seen = Seen::default();
    let all = walk::pages::walk_all(&file, &pages, limits, |n| progress(n, total));
    let all = pages.iter().zip(1..).zip(all);
    let take = |(page, facts)| seen.take(page, facts, &mut found, &mut verdict, limits);
    let jobs: Vec<plates::PageJob> = all.map(take).collect();
    let setting = plates::Setting {
        file: &file,
        plates: &seen.plates,
        drawn: &seen.drawn,
        shaded: &seen.shaded,
        limits,
    };
    let done = |n: usize| progress(pages.len() + n, total);
    verdict.ink = plates::check(&setting, &jobs, &mut found, done);
    let name = |n: &Vec<u8>| String::from_utf8_lossy(n).into_owned();
    verdict.plates = seen.plates.names.iter().map(name).collect();
    verdict.fonts = seen.fonts.values().cloned().collect();
    verdict.findings = found.finish();
    let broken = |rule| verdict.findings.iter().any(|finding| finding.rule == rule);
    // Of what is not there nothing was looked at, so nothing can have passed.
    let there = |needs| match needs {
        Needs::Pages => !pages.is_empty(),
        Needs::TrimBox => !broken(rules::TRIM_MISSING),
        Needs::Intent => !broken(rules::INTENT),
        Needs::Profile => !broken(rules::INTENT) && !broken(rules::PROFILE_MISSING),
        Needs::Xmp => described,
    };
    verdict.rules = verdict::outcomes(&verdict.findings, |rule| {
        if !there(Needs::Pages) || !there(rule.needs) {
            return Some(RuleOutcome::NotChecked);
        }
        (!seen.has(rule.about, limits)).then_some(RuleOutcome::NotApplicable)
    });
    verdict.passed = verdict.errors() == 0;
    verdict
}

fn unopened(fault: OpenFault, mut found: Findings) -> Verdict {
    match fault {
        OpenFault::NotPdf(what) => {
            found.add(rules::NOT_PDF, None, None, &[("what", what)]);
        }
        OpenFault::Encrypted => found.add(rules::ENCRYPTED, None, None, &[]),
        OpenFault::TooLarge(what) => {
            found.add(rules::TOO_LARGE, None, None, &[("what", what.into())]);
        }
        OpenFault::Unreadable(reason) => {
            found.add(rules::UNREADABLE, None, None, &[("reason", reason)]);
        }
    }
    let findings = found.finish();
    let rules = verdict::outcomes(&findings, |_| Some(RuleOutcome::NotChecked));
    Verdict { findings, rules, ..Verdict::default() }
}

/// What the walks over all pages found, joined.
#[derive(Default)]
struct Seen {
    fonts: BTreeMap<String, FontSeen>,
    drawn: HashMap<lopdf::ObjectId, (f64, f64)>,
    shaded: HashMap<usize, (f64, f64)>,
    plates: space::Plates,
    text: bool,
    strokes: bool,
    images: bool,
    transparent: bool,
}

impl Seen {
    /// Takes over a page's facts; gives what its separations need.
    fn take<'p>(
        &mut self,
        (page, number): (&'p file::Page, usize),
        facts: walk::Facts,
        found: &mut Findings,
        verdict: &mut Verdict,
        limits: &Limits,
    ) -> plates::PageJob<'p> {
        found.append(facts.findings);
        match (limits.expect_marks, facts.marks) {
            (Some(true), false) => found.add(rules::MARKS_MISSING, Some(number), None, &[]),
            (Some(false), true) => found.add(rules::MARKS_FOUND, Some(number), None, &[]),
            _ => {}
        }
        for (name, font) in facts.fonts {
            let known =
                self.fonts.entry(name).or_insert_with(|| FontSeen { pages: vec![], ..font });
            known.pages.push(number);
        }
        let largest = |known: &mut (f64, f64), size: (f64, f64)| {
            *known = (known.0.max(size.0), known.1.max(size.1));
        };
        #[expect(clippy::iter_over_hash_type, reason = "the greater of two sizes knows no order")]
        for (id, size) in facts.drawn {
            largest(self.drawn.entry(id).or_default(), size);
        }
        #[expect(clippy::iter_over_hash_type, reason = "the greater of two sizes knows no order")]
        for (shading, size) in facts.shaded {
            largest(self.shaded.entry(shading).or_default(), size);
        }
        self.text |= facts.text;
        self.strokes |= facts.strokes;
        self.images |= !facts.images.is_empty();
        self.transparent |= facts.transparent;
        let pixels = facts.images.iter().map(|image| image.pixels(limits.separation_ppi)).sum();
        verdict.images.extend(facts.images);
        // Each page learns its spots in its own order; the file's order counts.
        let own = facts.plates.names;
        self.plates.learn(&space::Space::Inks(own.clone(), Box::new(space::Space::Gray)));
        let place = |i: usize| self.plates.names.iter().position(|n| Some(n) == own.get(i));
        let known = facts.known.map(|known| {
            let mut plates = [0; estimate::MOST_PLATES];
            for (i, level) in known.plates.into_iter().enumerate() {
                if let Some(plate) = place(i).and_then(|i| plates.get_mut(i)) {
                    *plate = level;
                }
            }
            estimate::Known { plates, ..known }
        });
        verdict.inked.push(facts.inked.into_iter().filter_map(place).collect());
        let painted = facts.painted.into_iter().filter_map(place).collect();
        let (work, skip) = (facts.work, facts.exhausted);
        plates::PageJob { page, number, painted, work, pixels, skip, known }
    }

    /// Whether the file has what a rule is about, or the limits ask for it.
    fn has(&self, about: About, limits: &Limits) -> bool {
        match about {
            About::Anything => true,
            About::MarksWanted => limits.expect_marks == Some(true),
            About::MarksUnwanted => limits.expect_marks == Some(false),
            About::Fonts => !self.fonts.is_empty(),
            About::Spots => self.plates.names.len() > 4,
            About::Transparency => self.transparent,
            About::Images => self.images,
            About::Strokes => self.strokes,
            About::Text => self.text,
        }
    }
}

/// A finding's words: what is wrong, and what to do.
pub fn words(finding: &Finding, lang: Lang) -> (String, String) {
    let args: Vec<_> = finding.args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let more = match (finding.more, finding.page, lang) {
        (0, ..) => String::new(),
        (n, Some(_), Lang::Ko) => format!(" (이 쪽에 {n}곳 더)"),
        (n, None, Lang::Ko) => format!(" ({n}곳 더)"),
        (n, Some(_), Lang::En) => format!(" (and {n} more on this page)"),
        (n, None, Lang::En) => format!(" (and {n} more)"),
    };
    (finding.rule.says.fill(lang, &args) + &more, finding.rule.help.fill(lang, &args))
}

#[cfg(test)]
mod tests;
