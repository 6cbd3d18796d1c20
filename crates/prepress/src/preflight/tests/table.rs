//! One small file that breaks each rule, and only it, and one that keeps them all.

mod boxes;
mod case;
mod colour;
mod content;
mod file;
mod identity;
mod interactive;
mod older;
mod parts;
mod shop;

use std::collections::BTreeSet;

pub use boxes::{marks, second_page};
pub use file::encrypted;

use jikji_diagnostic::Severity;

use super::*;
use case::Case;

fn all() -> Vec<Case> {
    [
        file::cases(),
        interactive::cases(),
        identity::cases(),
        boxes::cases(),
        parts::cases(),
        colour::cases(),
        content::cases(),
        older::cases(),
        shop::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn every_rule_has_its_files() {
    let cases = all();
    for rule in rules::all() {
        let of_rule: Vec<&Case> = cases.iter().filter(|case| case.rule == rule).collect();
        let [case] = of_rule[..] else { panic!("{}: {} cases", rule.code, of_rule.len()) };
        assert!(!case.breaks.is_empty(), "{}: nothing breaks it", rule.code);
        assert!(!case.keeps.is_empty(), "{}: nothing keeps it", rule.code);
    }
}

#[test]
fn each_file_breaks_just_its_rule() {
    for case in all() {
        for (i, (bytes, limits)) in case.breaks.iter().enumerate() {
            let verdict = preflight(bytes, limits, &mut |_, _| {});
            let broken: BTreeSet<&str> = verdict.findings.iter().map(|f| f.rule.code).collect();
            assert!(broken.iter().eq([&case.rule.code]), "{} file {i}: {broken:?}", case.rule.code);
            let outcome = match case.rule.severity {
                Severity::Error => RuleOutcome::Failed,
                Severity::Warning => RuleOutcome::Warned,
            };
            let own = verdict.rules.iter().find(|r| r.rule == case.rule).unwrap();
            assert_eq!(own.outcome, outcome, "{} file {i}", case.rule.code);
            assert_eq!(
                verdict.passed,
                outcome == RuleOutcome::Warned,
                "{} file {i}",
                case.rule.code
            );
        }
    }
}

#[test]
fn the_other_files_keep_every_rule() {
    for case in all() {
        for (i, (bytes, limits)) in case.keeps.iter().enumerate() {
            let verdict = preflight(bytes, limits, &mut |_, _| {});
            let broken: Vec<_> =
                verdict.findings.iter().map(|f| (f.rule.code, &f.args, f.place)).collect();
            assert!(broken.is_empty(), "{} file {i}: {broken:?}", case.rule.code);
        }
    }
}
