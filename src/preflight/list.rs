//! Many files in a table: what each came to.

use super::summary::{Group, Summary};
use super::tables::Table;
use super::view::{Findings, Pictures, View, entry, made_by, tally, verdict_words};
use super::words;
use jikji_diagnostic::{Lang, Words};
use jikji_prepress::preflight::Standard;

/// The table of all files.
pub fn table(files: &[Summary], lang: Lang) -> Table {
    let row = |file: &Summary| {
        let conformance = match file.standard {
            Standard::None => String::new(),
            standard => format!("{standard}: {}", tally(file.conformance, lang)),
        };
        vec![
            file.file.clone(),
            verdict_words(file).say(lang).to_string(),
            tally(file.press, lang),
            conformance,
            file.pages.to_string(),
        ]
    };
    let heads = [words::FILE, words::RESULT, words::PRESS, words::STANDARD, words::PAGES];
    Table {
        title: words::FILES.say(lang),
        note: None,
        heads: heads.map(|words| words.say(lang)).into(),
        rows: files.iter().map(row).collect(),
    }
}

/// What was found in all files, by rules.
pub fn findings(files: &[Summary], lang: Lang) -> Table {
    let row = |file: &Summary, group: &Group| {
        let entry = entry(group, file.standard, lang);
        let said = [entry.said.join(" / "), entry.at].join("  ").trim_end().to_string();
        vec![said, format!("{} {}", entry.rule, entry.severity), entry.place, file.file.clone()]
    };
    let unread = |file: &Summary| {
        file.failure.clone().map(|why| vec![why, String::new(), String::new(), file.file.clone()])
    };
    let rows = files.iter().flat_map(|file| {
        file.groups.iter().map(|group| row(file, group)).chain(unread(file)).collect::<Vec<_>>()
    });
    let heads = [words::SAID, words::RULE, words::ON, words::FILE];
    Table {
        title: words::FINDINGS.say(lang),
        note: None,
        heads: heads.map(|words| words.say(lang)).into(),
        rows: rows.collect(),
    }
}

/// How many of them passed.
pub fn passed(files: &[Summary], lang: Lang) -> (&'static str, String) {
    let passed = files.iter().filter(|file| file.passed).count();
    let args = [("count", files.len().into()), ("passed", passed.into())];
    let mood = if passed == files.len() { "passed" } else { "failed" };
    (mood, words::FILES_PASSED.fill(lang, &args))
}

/// A report that holds the tables alone.
pub fn view(files: &[Summary], lang: Lang) -> View {
    let (mood, verdict) = passed(files, lang);
    View {
        lang: Words { ko: "ko", en: "en" }.say(lang),
        title: "jikji",
        file: words::TITLE.say(lang).into(),
        mood,
        verdict,
        facts: vec![],
        findings: Findings {
            title: words::FINDINGS.say(lang),
            groups: vec![],
            nothing: None,
            unchecked: None,
        },
        pictures: Pictures {
            title: words::PICTURES.say(lang),
            legend: words::LEGEND.say(lang),
            pages: vec![],
            more: None,
        },
        tables: vec![table(files, lang), findings(files, lang)],
        sha256: None,
        made_by: made_by(lang),
    }
}
