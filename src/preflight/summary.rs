//! What was found in a file, by rules: what a customer reads and what stays of each file of a folder.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use serde::Serialize;

use super::checked::Checked;
use super::words as said;
use jikji_diagnostic::{Lang, Severity};
use jikji_prepress::preflight::{Finding, RuleOutcome, Sort, Standard, Tally, Verdict, words};

/// Most sentences of one rule that are told apart.
const MOST_SAID: usize = 6;

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Its path as it was named.
    pub file: String,
    /// Its size, in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// Whether it passed.
    pub passed: bool,
    /// The standard it was held to.
    pub standard: Standard,
    /// What the press would suffer from.
    pub press: Tally,
    /// What is not as the standard has it.
    pub conformance: Tally,
    /// Its pages.
    pub pages: usize,
    /// What was found, by rules: errors first, of them those that the press suffers from.
    pub groups: Vec<Group>,
    /// The rules that could not be checked.
    pub unchecked: Vec<&'static str>,
    /// Why the file could not be read, if it could not.
    pub failure: Option<String>,
}

/// What was found of one rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The rule's code.
    pub rule: &'static str,
    /// What it weighs.
    pub severity: Severity,
    /// Which sort it is of.
    pub sort: Sort,
    /// Places, unlisted ones too.
    pub places: usize,
    /// The pages, from 1; none for the file as a whole.
    pub pages: Vec<usize>,
    /// Where on pages, as far as places are known, and not too many.
    pub at: Vec<PlaceSeen>,
    /// What is wrong, each sentence once, and not too many.
    pub said: Vec<String>,
    /// How many other sentences there are.
    pub more: usize,
    /// What to do.
    pub help: String,
}

/// Where something is on a page as it is seen, from the left top corner of the finished page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PlaceSeen {
    /// The page, from 1.
    pub page: usize,
    /// From the left edge, mm.
    pub left_mm: f64,
    /// From the upper edge, mm.
    pub top_mm: f64,
}

impl PlaceSeen {
    /// Where a finding is, if that is not the whole page or file.
    pub fn of(verdict: &Verdict, finding: &Finding) -> Option<Self> {
        let page = finding.page?;
        let boxes = verdict.boxes.get(page.checked_sub(1)?)?;
        let whole = finding.place? == boxes.trim.unwrap_or(boxes.media);
        let at = finding.at.filter(|_| !whole)?;
        Some(Self { page, left_mm: at.left, top_mm: at.top })
    }

    /// The same in words, its page with it.
    pub fn say(&self, lang: Lang) -> String {
        let mm = |mm: f64| format!("{mm:.1}").into();
        let place = [("left", mm(self.left_mm)), ("top", mm(self.top_mm))];
        let page = said::ON_PAGES.fill(lang, &[("pages", self.page.to_string().into())]);
        format!("{page}: {}", said::AT.fill(lang, &place))
    }
}

impl Summary {
    /// A file that could not be read, and why.
    pub fn unread(file: &Path, standard: Standard, failure: String) -> Self {
        Self {
            file: file.display().to_string(),
            bytes: 0,
            sha256: String::new(),
            passed: false,
            standard,
            press: Tally::default(),
            conformance: Tally::default(),
            pages: 0,
            groups: vec![],
            unchecked: vec![],
            failure: Some(failure),
        }
    }

    /// The summary of a tested file in one tongue.
    pub fn of(checked: &Checked, lang: Lang) -> Self {
        let verdict = &checked.verdict;
        Self {
            file: checked.file.display().to_string(),
            bytes: checked.bytes,
            sha256: checked.sha256.clone(),
            passed: verdict.passed,
            standard: verdict.standard,
            press: verdict.press,
            conformance: verdict.conformance,
            pages: verdict.pages,
            groups: groups(verdict, lang),
            unchecked: unchecked(verdict),
            failure: None,
        }
    }
}

fn unchecked(verdict: &Verdict) -> Vec<&'static str> {
    let unchecked = verdict.rules.iter().filter(|rule| rule.outcome == RuleOutcome::NotChecked);
    unchecked.map(|rule| rule.rule.code).collect()
}

/// The findings by rules.
fn groups(verdict: &Verdict, lang: Lang) -> Vec<Group> {
    let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &verdict.findings {
        rules.entry(finding.rule.code).or_default().push(finding);
    }
    let mut groups: Vec<Group> =
        rules.values().filter_map(|findings| group(verdict, findings, lang)).collect();
    groups.sort_by_key(|group| (group.severity, group.sort == Sort::Conformance, group.rule));
    groups
}

fn group(verdict: &Verdict, findings: &[&Finding], lang: Lang) -> Option<Group> {
    let first = findings.first()?;
    let pages: BTreeSet<usize> = findings.iter().filter_map(|finding| finding.page).collect();
    // How many more there are on a page is counted in the group.
    let text = |finding: &&Finding| words(&Finding { more: 0, ..(*finding).clone() }, lang).0;
    let mut known = HashSet::new();
    let mut said: Vec<String> = findings.iter().map(text).collect();
    said.retain(|text| known.insert(text.clone()));
    let more = said.len().saturating_sub(MOST_SAID);
    said.truncate(MOST_SAID);
    Some(Group {
        rule: first.rule.code,
        severity: first.severity,
        sort: Sort::of(first.rule),
        places: findings.iter().map(|finding| finding.places()).sum(),
        pages: pages.into_iter().collect(),
        at: findings
            .iter()
            .filter_map(|finding| PlaceSeen::of(verdict, finding))
            .take(MOST_SAID)
            .collect(),
        said,
        more,
        help: words(first, lang).1,
    })
}
