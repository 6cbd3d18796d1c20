//! What of a file was there to be looked at, and so what a rule came to of which nothing is told.
//!
//! Of what is not there nothing was looked at, so nothing can have passed.

use super::finding::Finding;
use super::outcome::RuleOutcome;
use super::rules::{self, Needs, Rule};
use super::seen::Seen;

/// What was looked at.
pub(super) struct Looked<'l> {
    /// Whether there are pages.
    pub any_page: bool,
    /// Whether its XMP could be read.
    pub described: bool,
    /// Whether all that its pages show reached the plates.
    pub plated: bool,
    /// What its pages hold.
    pub seen: &'l Seen,
    /// What was found.
    pub findings: &'l [Finding],
}

impl Looked<'_> {
    /// What a rule came to of which nothing was found.
    pub fn silent(&self, rule: &Rule) -> RuleOutcome {
        if !self.any_page || !self.there(rule.needs) {
            return RuleOutcome::NotChecked;
        }
        match self.seen.has(rule.about) {
            true => RuleOutcome::Passed,
            false => RuleOutcome::NotApplicable,
        }
    }

    fn there(&self, needs: Needs) -> bool {
        let broken = |rule| self.findings.iter().any(|finding| finding.rule == rule);
        let trimmed = || !broken(rules::TRIM_MISSING) && !broken(rules::BOX_SENSE);
        let plated = self.plated && !self.seen.unplated;
        let plated = plated && !self.seen.unseen && self.seen.learnt.plates.more.is_empty();
        match needs {
            Needs::Pages => self.any_page,
            Needs::Contents => !self.seen.unseen,
            Needs::Plates => plated,
            Needs::TrimmedPlates => plated && trimmed(),
            Needs::TrimBox => trimmed(),
            Needs::Intent => !broken(rules::INTENT),
            Needs::Profile => !broken(rules::INTENT) && !broken(rules::PROFILE_MISSING),
            Needs::Xmp => self.described,
        }
    }
}
