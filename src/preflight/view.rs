//! What a report shows of a file, in words of one tongue: the same for the page in HTML and the one in PDF.
//!
//! It knows nothing of how it is drawn.

use std::collections::BTreeSet;

use serde::Serialize;

use super::checked::Checked;
use super::pages::{Thumbnail, thumbnails};
use super::summary::{Group, Summary};
use super::tables::{Table, sizes, tables};
use super::words;
use crate::html::ranges;
use crate::report::JIKJI;
use jikji_diagnostic::{Lang, Severity, Words};
use jikji_prepress::preflight::{Sort, Standard, Tally};

/// A report on one file.
#[derive(Debug, Serialize)]
pub struct View {
    /// The language, `ko` or `en`.
    pub lang: &'static str,
    /// The report's title.
    pub title: &'static str,
    /// The file's name.
    pub file: String,
    /// How it came out: `passed`, `warned`, `failed`.
    pub mood: &'static str,
    /// The same in words.
    pub verdict: String,
    /// What is to be known at first: labels and values.
    pub facts: Vec<(String, String)>,
    /// What was found, and the heading of that.
    pub findings: Findings,
    /// Pictures of pages.
    pub pictures: Pictures,
    /// Sizes, plates, fonts, images.
    pub tables: Vec<Table>,
    /// The digest of the file, if the report is about one.
    pub sha256: Option<String>,
    /// What made the report.
    pub made_by: String,
}

/// What was found.
#[derive(Debug, Serialize)]
pub struct Findings {
    /// The heading.
    pub title: &'static str,
    /// By rules.
    pub groups: Vec<Entry>,
    /// What is said where there are none.
    pub nothing: Option<&'static str>,
    /// The rules that could not be checked, with a label.
    pub unchecked: Option<(&'static str, String)>,
}

/// A rule that is broken.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Its code.
    pub rule: &'static str,
    /// `error` or `warning`.
    pub mood: &'static str,
    /// The same in words.
    pub severity: &'static str,
    /// Whether the press suffers, or which standard asks.
    pub sort: String,
    /// Where, and how often.
    pub place: String,
    /// What is wrong.
    pub said: Vec<String>,
    /// Places on pages; empty where none is known.
    pub at: String,
    /// What to do.
    pub help: String,
}

/// Pictures of pages with what was found marked.
#[derive(Debug, Serialize)]
pub struct Pictures {
    /// The heading.
    pub title: &'static str,
    /// What the marks mean.
    pub legend: &'static str,
    /// The pages.
    pub pages: Vec<Thumbnail>,
    /// The pages that are not shown.
    pub more: Option<String>,
}

/// The view of a tested file, with pictures of its pages; `profile` is the shop's.
pub fn view(checked: &Checked, profile: Option<&str>, lang: Lang) -> View {
    let (summary, verdict) = (Summary::of(checked, lang), &checked.verdict);
    let (pages, more) = thumbnails(&checked.pdf, verdict, lang);
    let more = (!more.is_empty())
        .then(|| words::MORE_PAGES.fill(lang, &[("pages", ranges(&more).into())]));
    let name = checked.file.file_name().map(|name| name.to_string_lossy().into_owned());
    View {
        lang: Words { ko: "ko", en: "en" }.say(lang),
        title: words::TITLE.say(lang),
        file: name.unwrap_or_else(|| summary.file.clone()),
        mood: mood(&summary),
        verdict: verdict_words(&summary).say(lang).into(),
        facts: facts(checked, profile, lang),
        findings: findings(&summary, lang),
        pictures: Pictures {
            title: words::PICTURES.say(lang),
            legend: words::LEGEND.say(lang),
            pages,
            more,
        },
        tables: tables(verdict, lang),
        sha256: Some(summary.sha256),
        made_by: made_by(lang),
    }
}

/// What made a report.
pub fn made_by(lang: Lang) -> String {
    words::MADE_BY.fill(lang, &[("version", JIKJI.into())])
}

/// How a file came out.
pub fn mood(summary: &Summary) -> &'static str {
    match (summary.passed, summary.press.warnings + summary.conformance.warnings) {
        (false, _) => "failed",
        (true, 0) => "passed",
        (true, _) => "warned",
    }
}

/// The same in words.
pub fn verdict_words(summary: &Summary) -> Words {
    if summary.failure.is_some() {
        return words::UNREAD;
    }
    match (mood(summary), summary.press.errors + summary.conformance.errors) {
        ("passed", _) => words::PASSED,
        ("warned", _) => words::PASSED_WARNED,
        (_, 0) => words::UNCHECKED,
        _ => words::FAILED,
    }
}

/// What rules of one sort came to: how many are broken, and in how many places.
pub fn tally(tally: Tally, lang: Lang) -> String {
    let broken = |kinds: usize, places: usize, words: Words, at: Words| {
        let words = if kinds == places { words } else { at };
        words.fill(lang, &[("kinds", kinds.into()), ("places", places.into())])
    };
    let mut said = vec![
        broken(tally.error_kinds, tally.errors, words::ERRORS, words::ERRORS_AT),
        broken(tally.warning_kinds, tally.warnings, words::WARNINGS, words::WARNINGS_AT),
    ];
    if tally.unchecked > 0 {
        let count = [("count", tally.unchecked.into())];
        said.push(words::UNCHECKED_RULES.fill(lang, &count));
    }
    said.join(" · ")
}

fn facts(checked: &Checked, profile: Option<&str>, lang: Lang) -> Vec<(String, String)> {
    let verdict = &checked.verdict;
    let sizes: BTreeSet<String> =
        sizes(verdict).into_iter().map(|(sizes, _)| sizes.finished).collect();
    let size = match &sizes.iter().collect::<Vec<_>>()[..] {
        [] => words::NO_SIZE.say(lang).to_string(),
        [only] => (*only).clone(),
        several => words::SIZES.fill(lang, &[("count", several.len().into())]),
    };
    let inks: BTreeSet<usize> = verdict.inked.iter().flatten().copied().collect();
    let technical: BTreeSet<usize> = verdict.technical.iter().copied().collect();
    let count = |words: Words, count: usize| words.fill(lang, &[("count", count.into())]);
    let mut facts = vec![
        (words::PRESS.say(lang).to_string(), tally(verdict.press, lang)),
        match verdict.standard {
            Standard::None => {
                (words::STANDARD.say(lang).into(), words::NO_STANDARD.say(lang).into())
            }
            standard => (standard.to_string(), tally(verdict.conformance, lang)),
        },
        (words::PAGES.say(lang).into(), count(words::PAGE_COUNT, verdict.pages)),
        (words::SIZE.say(lang).into(), size),
        (
            words::INKS.say(lang).into(),
            count(words::INK_COUNT, inks.difference(&technical).count()),
        ),
        (words::FILE_SIZE.say(lang).into(), crate::document::file::mebibytes(checked.bytes)),
    ];
    if let Some(profile) = profile {
        facts.push((words::PROFILE.say(lang).into(), profile.into()));
    }
    facts
}

fn findings(summary: &Summary, lang: Lang) -> Findings {
    let codes = &summary.unchecked;
    Findings {
        title: words::FINDINGS.say(lang),
        groups: summary.groups.iter().map(|group| entry(group, summary.standard, lang)).collect(),
        nothing: summary.groups.is_empty().then(|| words::NOTHING.say(lang)),
        unchecked: (!codes.is_empty()).then(|| (words::NOT_CHECKED.say(lang), codes.join(", "))),
    }
}

/// A rule that is broken, in words.
pub fn entry(group: &Group, standard: Standard, lang: Lang) -> Entry {
    let (mood, severity) = match group.severity {
        Severity::Error => ("error", words::ERROR),
        Severity::Warning => ("warning", words::WARNING),
    };
    let mut said = group.said.clone();
    if group.more > 0 {
        said.push(words::MORE.fill(lang, &[("count", group.more.into())]));
    }
    Entry {
        rule: group.rule,
        mood,
        severity: severity.say(lang),
        sort: match group.sort {
            Sort::Press => words::PRESS.say(lang).into(),
            Sort::Conformance => standard.to_string(),
        },
        place: place(group, lang),
        said,
        at: places(group, lang),
        help: group.help.clone(),
    }
}

/// The places of a rule on pages, those that are kept.
pub fn places(group: &Group, lang: Lang) -> String {
    group.at.iter().map(|at| at.say(lang)).collect::<Vec<_>>().join(" · ")
}

/// The pages of a rule, and how many places there are.
pub fn place(group: &Group, lang: Lang) -> String {
    let pages = match group.pages[..] {
        [] => words::WHOLE_FILE.say(lang).to_string(),
        _ => words::ON_PAGES.fill(lang, &[("pages", ranges(&group.pages).into())]),
    };
    match group.places {
        0 | 1 => pages,
        places => {
            let places = words::PLACES.fill(lang, &[("count", places.into())]);
            format!("{pages} · {places}")
        }
    }
}
