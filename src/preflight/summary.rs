//! What was found in a file, by rules: what a customer reads and what stays of each file of a folder.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::Serialize;

use super::checked::Checked;
use jikji_diagnostic::{Lang, Severity};
use jikji_prepress::preflight::{Finding, Sort, Standard, Tally, Verdict, words};

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
    /// What is wrong, each sentence once, and not too many.
    pub said: Vec<String>,
    /// How many other sentences there are.
    pub more: usize,
    /// What to do.
    pub help: String,
}

impl Summary {
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
        }
    }
}

/// The findings by rules.
fn groups(verdict: &Verdict, lang: Lang) -> Vec<Group> {
    let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &verdict.findings {
        rules.entry(finding.rule.code).or_default().push(finding);
    }
    let mut groups: Vec<Group> =
        rules.values().filter_map(|findings| group(findings, lang)).collect();
    groups.sort_by_key(|group| (group.severity, group.sort == Sort::Conformance, group.rule));
    groups
}

fn group(findings: &[&Finding], lang: Lang) -> Option<Group> {
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
        places: findings.iter().map(|finding| finding.count + finding.more).sum(),
        pages: pages.into_iter().collect(),
        said,
        more,
        help: words(first, lang).1,
    })
}
