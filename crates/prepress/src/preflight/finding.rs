//! Findings, and how they are collected: what says the same at nearly the same place is one.

use std::collections::{BTreeMap, BTreeSet};

use jikji_diagnostic::{Arg, Message, Severity};
use serde::Serialize;

use super::named;
use super::place::Place;
use crate::pdf::geometry::{Rect, around};

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

impl Finding {
    /// How many places it stands for, joined and unlisted ones too.
    pub fn places(&self) -> usize {
        self.count + self.more
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

    /// The pages that one of some rules is told of.
    pub fn pages_of(&self, rules: &[&Message]) -> BTreeSet<usize> {
        let told = self.list.iter().filter(|finding| rules.contains(&finding.rule));
        told.filter_map(|finding| finding.page).collect()
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
        (Some(a), Some(b)) => Some(around(a, b)),
        (a, b) => a.or(b),
    }
}
