//! Walks all pages of a file, on all cores, with what they have in common read once.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::file::{File, Page};
use super::super::limits::{InkMeasure, Limits};
use super::super::rules::{self, words};
use super::super::workers::workers;
use super::kept::{FontCache, Kept};
use super::work::Budget;
use super::{Facts, Walker};
use crate::threads;

/// Walks every page; `done` is called with the number of pages finished so far.
///
/// Pages beyond what work the file is allowed come back exhausted, the same ones on every machine.
pub(in super::super) fn walk_all(
    file: &File,
    pages: &[Page],
    limits: &Limits,
    mut done: impl FnMut(usize),
) -> Vec<Facts> {
    let budget = Budget::of(file.size(), pages.len());
    let fonts = FontCache::default();
    let spent = AtomicUsize::new(0);
    let mut results: Vec<Option<Facts>> = pages.iter().map(|_| None).collect();
    let mut finished = 0;
    let walk_page = |kept: &mut Kept, i: usize| {
        let facts = walk(file, &pages[i], limits, budget.page, &fonts, kept);
        kept.trim();
        facts
    };
    let work = |kept: &mut Kept, i: usize| {
        if spent.load(Ordering::Relaxed) > budget.file {
            return (i, None);
        }
        let facts = walk_page(kept, i);
        spent.fetch_add(facts.work, Ordering::Relaxed);
        (i, Some(facts))
    };
    threads::each(pages.len(), workers(), Kept::default, work, |(i, facts)| {
        results[i] = facts;
        finished += 1;
        done(finished);
    });
    // Which pages were left out above depends on the threads; which are in the end must not.
    let (mut before, mut kept) = (0_usize, Kept::default());
    let settle = |(i, facts): (usize, Option<Facts>)| {
        if before > budget.file {
            let mut facts = Facts { exhausted: true, ..Facts::default() };
            let what = [("what", words::PAGE_CONTENTS.into())];
            facts.findings.add(rules::TOO_LARGE, Some(pages[i].number), None, &what);
            return facts;
        }
        let facts = facts.unwrap_or_else(|| walk_page(&mut kept, i));
        before = before.saturating_add(facts.work);
        facts
    };
    results.into_iter().enumerate().map(settle).collect()
}

fn walk(
    file: &File,
    page: &Page,
    limits: &Limits,
    budget: usize,
    fonts: &FontCache,
    kept: &mut Kept,
) -> Facts {
    let mut walker = Walker::new(file, page, limits, budget, fonts, kept);
    if limits.ink == InkMeasure::WorstSpot {
        walker.estimate();
    }
    if file.lost_contents(walker.page) {
        walker.broken(words::PAGE_CONTENTS);
        walker.facts.unseen = true;
    }
    match file.contents(walker.page) {
        Some(content) => walker.run(&content, &walker.page.resources),
        None => {
            walker.broken(words::PAGE_CONTENTS);
            walker.facts.exhausted = true;
        }
    }
    walker.annotations();
    walker.settle_margins();
    walker.settle_small();
    walker.settle_slug();
    walker.settle_coarse();
    walker.check_blending();
    walker.tell_given_up();
    let before = if walker.facts.unplated { budget } else { 0 };
    walker.facts.work = before + budget - walker.left;
    walker.facts.held = walker.held;
    walker.facts.known = walker.estimate.take().map(|estimate| estimate.known());
    walker.facts
}
