//! What every rule came to, and what the rules for the press and those of the standard came to together.
//!
//! It counts what was found; it looks at no file.

use std::collections::BTreeSet;

use jikji_diagnostic::{Message, Severity};
use serde::Serialize;

use super::finding::Finding;
use super::limits::Limits;
use super::rules::{self, Concern, Rule};

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
    /// The file has nothing the rule is about, or nobody asks for it.
    NotApplicable,
    /// The file could not be read far enough to tell, or not every page of it.
    NotChecked,
}

/// The two sorts of rules, which are counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// What the press would suffer from.
    Press,
    /// What the standard asks besides.
    Conformance,
}

impl Sort {
    /// The sort of a rule.
    pub fn of(rule: &Message) -> Self {
        match rules::declaration(rule).concern {
            Concern::Press => Self::Press,
            Concern::X | Concern::X4 | Concern::Older | Concern::X1a => Self::Conformance,
        }
    }
}

/// The outcome of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleVerdict {
    /// The rule; its code in JSON.
    pub rule: &'static Message,
    /// Which sort it is of.
    pub sort: Sort,
    /// What it came to.
    pub outcome: RuleOutcome,
    /// Findings of it, joined and unlisted ones counted singly.
    pub findings: usize,
}

/// What the rules of one sort came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Places of findings that are errors, joined and unlisted ones counted singly.
    pub errors: usize,
    /// Places of findings that are warnings.
    pub warnings: usize,
    /// Rules that are broken, of those that are errors.
    pub error_kinds: usize,
    /// Rules that are broken, of those that are warnings.
    pub warning_kinds: usize,
    /// Rules that could not be checked.
    pub unchecked: usize,
}

impl Tally {
    pub(super) fn of(sort: Sort, findings: &[Finding], rules: &[RuleVerdict]) -> Self {
        let own = |severity: Severity| {
            findings.iter().filter(move |f| f.severity == severity && Sort::of(f.rule) == sort)
        };
        let places = |severity| own(severity).map(Finding::places).sum();
        let kinds = |severity| own(severity).map(|f| f.rule.code).collect::<BTreeSet<_>>().len();
        let unchecked =
            |rule: &&RuleVerdict| rule.sort == sort && rule.outcome == RuleOutcome::NotChecked;
        Self {
            errors: places(Severity::Error),
            warnings: places(Severity::Warning),
            error_kinds: kinds(Severity::Error),
            warning_kinds: kinds(Severity::Warning),
            unchecked: rules.iter().filter(unchecked).count(),
        }
    }

    /// Whether nothing is wrong. What was not looked at is no pass.
    pub fn is_clean(&self) -> bool {
        self.errors == 0 && self.unchecked == 0
    }
}

/// The outcome of every rule; `silent` tells what one came to that nothing was found about.
pub(super) fn outcomes(
    findings: &[Finding],
    limits: &Limits,
    silent: impl Fn(&Rule) -> RuleOutcome,
) -> Vec<RuleVerdict> {
    let verdict = |declared: &'static Rule| {
        let rule = declared.message;
        let of_rule = findings.iter().filter(|f| f.rule == rule);
        let count = of_rule.map(Finding::places).sum();
        let (outcome, findings) = match (limits.weight(declared), count) {
            (None, _) => (RuleOutcome::NotApplicable, 0),
            (Some(_), 0) => (silent(declared), 0),
            (Some(Severity::Error), count) => (RuleOutcome::Failed, count),
            (Some(Severity::Warning), count) => (RuleOutcome::Warned, count),
        };
        RuleVerdict { rule, sort: Sort::of(rule), outcome, findings }
    };
    rules::declared().map(verdict).collect()
}
