//! Preflight: tests any PDF, ours or not, for what a press needs, on what is really in the file.
//!
//! It reads bytes and returns a [`Verdict`]; it never changes a file, never prints, and on no bytes
//! whatever panics or takes unbounded time or memory. `file` opens, `document`, `metadata` and
//! `boxes` judge what stands around the pages, `walk` judges their contents, `plates` renders the
//! separations and judges those, `estimate` tells which need not be. The words of all rules are in
//! [`rules`].

mod asked;
mod boxes;
mod codec;
mod condition;
mod document;
mod estimate;
mod file;
mod finding;
mod font;
mod held;
mod layers;
mod limits;
mod looked;
mod marked;
mod mesh;
mod metadata;
mod named;
mod outcome;
mod picture;
mod place;
mod plates;
mod program;
pub mod rules;
mod seen;
mod separations;
mod shop;
mod sides;
mod space;
mod spots;
mod standard;
mod type3;
mod verdict;
mod walk;
mod workers;

use std::collections::BTreeSet;

use crate::pdf::text;
use file::File;
use jikji_diagnostic::Lang;
use looked::Looked;
use seen::Seen;
use verdict::Findings;

pub use crate::pdf::open::OpenFault;
pub use crate::spot::ink as spot_ink;
pub use file::{Stored, renewed};
pub use limits::{InkMeasure, Limits};
pub use outcome::{RuleOutcome, RuleVerdict, Sort, Tally};
pub use picture::picture;
pub use place::Place;
pub use separations::{Alternate, PageBoxes, Separations, page_boxes, separations};
pub use shop::{PageCounts, Role, Shop, Spot, Weight, can_weigh_otherwise};
pub use standard::Standard;
pub use verdict::{Boxes, Finding, FontSeen, ImageSeen, Ink, Rect, Verdict};

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
        Err(fault) => return unopened(fault, limits, found),
    };
    for damage in damage {
        found.add(rules::DAMAGED, None, None, &[("what", damage)]);
    }
    let (mut pages, faults) = file.pages();
    for fault in faults {
        found.add(rules::PAGE_TREE, None, None, &[("what", fault)]);
    }
    if pages.is_empty() {
        found.add(rules::UNREADABLE, None, None, &[("reason", rules::words::NO_PAGES.into())]);
    }
    let mut limits = document::held_to(&file, limits);
    limits.shop.technical.extend(marked::technical(&file, &pages));
    let limits = &limits;
    document::check(&file, &pages, limits.standard, &mut found);
    let described = metadata::check(&file, limits.standard, &mut found);
    let mut verdict = Verdict {
        standard: limits.standard,
        pages: pages.len(),
        version: file.version.clone(),
        boxes: boxes::written(&pages),
        ..Verdict::default()
    };
    if limits.standard == Standard::None {
        pages.iter_mut().for_each(file::Page::assume_trim);
    }
    boxes::check(&pages, &mut found);
    asked::check_pages(&pages, &limits.shop, &mut found);
    asked::check_condition(&file, &limits.shop, &mut found);
    file.layers.check(&file.doc, &mut found);

    let total = pages.len() * 2;
    let mut seen = Seen::default();
    let all = walk::pages::walk_all(&file, &pages, limits, |n| progress(n, total));
    let all = pages.iter().zip(all);
    let take = |(page, facts)| seen.take(page, facts, &mut found, &mut verdict, limits);
    let jobs: Vec<plates::PageJob> = all.map(take).collect();
    let setting = seen.setting(&file, limits);
    let done = |n: usize| progress(pages.len() + n, total);
    let plated = plates::check(&setting, &jobs, (&mut found, &mut verdict.inked), done);
    drop(jobs);
    verdict.ink = plated.ink;
    seen.note_bare(plated.bare);
    seen.check_pages(limits, &mut found);
    let walk::Learnt { plates, alternates, .. } = &seen.learnt;
    spots::check(plates, alternates, &mut found);
    let name = |n: &Vec<u8>| text::name(n);
    verdict.plates = plates.names.iter().map(name).collect();
    let technical = |at: &usize| limits.shop.is_technical(&plates.names[*at]);
    verdict.technical = (0..verdict.plates.len()).filter(technical).collect();
    asked::check_plates(&verdict.plates, &verdict.inked, &limits.shop, &mut found);
    verdict.fonts = seen.fonts.values().cloned().collect();
    let findings = found.finish();
    let looked = Looked {
        any_page: verdict.pages > 0,
        described,
        plated: plated.whole,
        seen: &seen,
        findings: &findings,
    };
    verdict.rules = outcome::outcomes(&findings, limits, |rule| looked.silent(rule));
    verdict.settle(findings, limits);
    verdict
}

/// What the contents of a file's pages are like, without a look at its plates.
pub(crate) struct Contents {
    /// What is found in them.
    pub findings: Vec<Finding>,
    /// How much work painting them is, in steps.
    pub work: usize,
    /// The pixels of their pictures.
    pub pixels: u64,
    /// The names of their fonts.
    pub fonts: Vec<String>,
    /// The plates that something is painted on, by name; white is nothing.
    pub plates: Vec<String>,
}

/// The plates that something is painted on inside the bleed of a page, by name. White is nothing.
pub fn painted(pdf: &[u8]) -> Vec<String> {
    contents(pdf).plates
}

/// Walks the pages' contents and renders nothing.
pub(crate) fn contents(pdf: &[u8]) -> Contents {
    let stored = pdf.into();
    let mut found = Findings::default();
    let file = match File::open(&stored) {
        Ok((file, _)) => file,
        Err(fault) => {
            let findings = unopened(fault, &Limits::default(), found).findings;
            return Contents { findings, work: 0, pixels: 0, fonts: vec![], plates: vec![] };
        }
    };
    let (pages, _) = file.pages();
    let (mut work, mut pixels) = (0_usize, 0_u64);
    let (mut fonts, mut plates) = (BTreeSet::new(), BTreeSet::new());
    for facts in walk::pages::walk_all(&file, &pages, &Limits::default(), |_| ()) {
        work = work.saturating_add(facts.work);
        let sizes = facts.images.iter().map(|image| image.width as u64 * image.height as u64);
        pixels = sizes.fold(pixels, u64::saturating_add);
        fonts.extend(facts.fonts.into_values().map(|font| font.name));
        let inked = facts.inked.iter().filter_map(|plate| facts.learnt.plates.names.get(*plate));
        plates.extend(inked.map(|name| text::name(name)));
        found.append(facts.findings);
    }
    let (fonts, plates) = (fonts.into_iter().collect(), plates.into_iter().collect());
    Contents { findings: found.finish(), work, pixels, fonts, plates }
}

fn unopened(fault: OpenFault, limits: &Limits, mut found: Findings) -> Verdict {
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
    let rules = outcome::outcomes(&findings, limits, |_| RuleOutcome::NotChecked);
    let mut verdict = Verdict { standard: limits.standard, rules, ..Verdict::default() };
    verdict.settle(findings, limits);
    verdict
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
