//! What a preflight found, for people at a terminal.

use anyhow::Result;

use super::terminal::print;
use super::words;
use crate::preflight::{PlaceSeen, Summary, view};
use jikji_diagnostic::{Lang, Severity};
use jikji_prepress::preflight::{Finding, RuleOutcome, Standard, Tally, Verdict, words as told};

/// The page of a finding and, if it has one, its place from the left top corner of the finished page
/// as it is seen.
fn place(verdict: &Verdict, finding: &Finding, page: usize, lang: Lang) -> String {
    let at = PlaceSeen::of(verdict, finding);
    let at = at.map(|at| [at.left_mm, at.top_mm].map(|mm| format!("{mm:.1}")));
    match at {
        Some([left, top]) => words::ON_PAGE_AT
            .fill(lang, &[("page", page.into()), ("left", left.into()), ("top", top.into())]),
        None => words::ON_PAGE.fill(lang, &[("page", page.into())]),
    }
}

/// The findings with page, place, count and a way out, then what each rule came to.
pub fn print_verdict(verdict: &Verdict, lang: Lang) -> Result<()> {
    for finding in &verdict.findings {
        let (text, help) = told(finding, lang);
        let sign = match finding.severity {
            Severity::Error => words::ERROR.fill(lang, &[("code", finding.rule.code.into())]),
            Severity::Warning => words::WARNING.fill(lang, &[("code", finding.rule.code.into())]),
        };
        let page = finding.page.map(|page| place(verdict, finding, page, lang));
        let times =
            if finding.count > 1 { format!(" (×{})", finding.count) } else { String::new() };
        print(&format!("{sign}: {}{text}{times}\n  = {help}", page.unwrap_or_default()))?;
    }
    let with = |outcome: RuleOutcome| {
        let codes = verdict.rules.iter().filter(|rule| rule.outcome == outcome);
        codes.map(|rule| rule.rule.code).collect::<Vec<_>>().join(" ")
    };
    for (outcome, label) in [
        (RuleOutcome::Passed, words::RULES_PASSED),
        (RuleOutcome::Warned, words::RULES_WARNED),
        (RuleOutcome::Failed, words::RULES_FAILED),
        (RuleOutcome::NotChecked, words::RULES_NOT_CHECKED),
    ] {
        let codes = with(outcome);
        if !codes.is_empty() {
            print(&label.fill(lang, &[("rules", codes.into())]))?;
        }
    }
    let of_sort =
        |label: String, tally: Tally| print(&format!("{label}: {}", view::tally(tally, lang)));
    of_sort(words::FOR_PRESS.say(lang).into(), verdict.press)?;
    if verdict.standard != Standard::None {
        of_sort(verdict.standard.to_string(), verdict.conformance)?;
    }
    Ok(())
}

/// A file on one line: how it came out, its name, and the rules that are broken.
pub fn line(summary: &Summary, lang: Lang) -> String {
    let codes = |severity| {
        let of_severity = summary.groups.iter().filter(move |group| group.severity == severity);
        of_severity.map(|group| group.rule).collect::<Vec<_>>().join(" ")
    };
    let parts = [
        view::verdict_words(summary).say(lang).to_string(),
        summary.file.clone(),
        codes(Severity::Error),
        codes(Severity::Warning),
    ];
    parts.join("\t").trim_end().to_string()
}
