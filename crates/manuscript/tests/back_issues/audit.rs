//! The account of an import, checked from outside: letter by letter, what the file has, less what
//! the report says was taken off, is what jikji reads in the manifest.

use std::collections::BTreeMap;

use jikji_diagnostic::Diagnostic;
use jikji_manuscript::report::LineFate;
use jikji_manuscript::target::{Field, Holds, PageKind, Room, Target};
use jikji_manuscript::{Imported, Options, import, keep_none};
use unicode_normalization::UnicodeNormalization;

use super::issue::{Issue, letters, read};

/// A character that the fonts of these tests do not have.
pub const MISSING: char = '韈';

/// Whether a font of the program has a character.
pub fn covers(c: char) -> bool {
    c != MISSING && c <= '\u{2FFFF}' && !"∙⋅⦁❍⚬∘❏❑❒☐◼◾◈▸➢➤✔".contains(c)
}

/// A field of one value.
pub fn one(name: &str, holds: Holds, required: bool) -> Field {
    let name = name.to_string();
    Field { name, holds, required, list: false, most: None, fields: vec![] }
}

/// A field of many values.
pub fn many(name: &str, holds: Holds, most: usize) -> Field {
    Field { list: true, most: Some(most), ..one(name, holds, false) }
}

/// The layout `spri-brief`, as far as an import goes.
pub fn target() -> Target {
    let event = vec![
        one("name", Holds::Prose, true),
        one("period", Holds::Period, true),
        one("place", Holds::Prose, false),
        one("url", Holds::Url, false),
        one("note", Holds::Prose, false),
    ];
    let brief = vec![
        one("title", Holds::Text, true),
        many("key", Holds::Prose, 5),
        one("body", Holds::Blocks, true),
        one("chart", Holds::Other, false),
        many("sources", Holds::Source, 6),
    ];
    let rows = Field { list: true, fields: event, ..one("rows", Holds::Record, true) };
    let events = vec![one("title", Holds::Text, true), rows];
    let kind = |name: &str, fields, room| PageKind { name: name.to_string(), fields, room };
    let room = Some(Room { lines: 46.0, letters: 55.0 });
    Target {
        layout: "spri-brief".into(),
        kinds: vec![
            kind("cover", vec![], None),
            kind("brief", brief, room),
            kind("events", events, None),
        ],
        colophon: vec![
            one("homepage", Holds::Url, false),
            one("contact", Holds::Prose, false),
            many("address", Holds::Prose, 4),
        ],
        largest: 8 << 20,
    }
}

/// Imports a text.
#[track_caller]
pub fn run(text: &str) -> Imported {
    run_bytes(text.as_bytes()).unwrap_or_else(|fault| panic!("{fault:?}"))
}

pub fn run_bytes(bytes: &[u8]) -> Result<Imported, Diagnostic> {
    let target = target();
    import(
        bytes,
        &Options { name: "back-issue.md", target: &target, covers: &covers, keep: &keep_none },
    )
}

/// The same, for texts that may hold nothing but marks.
#[track_caller]
pub fn checked_if_any(text: &str) {
    use jikji_manuscript::messages::{BINARY, EMPTY, NO_TEXT, OTHER_KIND};
    match run_bytes(text.as_bytes()) {
        Err(fault) if [BINARY, EMPTY, NO_TEXT, OTHER_KIND].contains(&fault.message) => {}
        _ => {
            checked(text);
        }
    }
}

/// Imports a text and checks everything that holds for any text.
#[track_caller]
pub fn checked(text: &str) -> (Imported, Issue) {
    let imported = run(text);
    assert_eq!(run(text), imported, "the same twice");
    let issue = read(&imported.manifest);
    every_line_is_there(text, &imported);
    every_letter_is_there(text, &imported, &issue);
    (imported, issue)
}

/// Each line that is not blank is in the report, with a place or a reason.
#[track_caller]
fn every_line_is_there(text: &str, imported: &Imported) {
    let text = jikji_prose::normal::file_text(text);
    let full: Vec<usize> = text
        .split('\n')
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
        .map(|(i, _)| i + 1)
        .collect();
    let reported: Vec<usize> = imported.report.lines.iter().map(|line| line.line).collect();
    assert_eq!(reported, full);
    let lines = imported.manifest.lines().count();
    for line in &imported.report.lines {
        assert!(line.manifest_line.is_none_or(|at| (1..=lines).contains(&at)), "{line:?}");
        match line.fate {
            LineFate::LeftOut => assert!(!line.changes.is_empty(), "{line:?}"),
            _ => assert!(line.manifest_line.is_some() && line.field.is_some(), "{line:?}"),
        }
    }
}

/// The common sign that another may be read as, by what is beside it.
fn common(c: char) -> char {
    match c {
        '∼' | '～' | '〜' | '˜' => '~',
        '∙' | '․' | '‧' | '・' | 'ㆍ' | '⋅' => '·',
        '‐' | '‑' => '-',
        '⋯' => '…',
        c => c,
    }
}

#[track_caller]
fn every_letter_is_there(text: &str, imported: &Imported, issue: &Issue) {
    let mut count: BTreeMap<char, i64> = BTreeMap::new();
    let mut add = |text: &str, sign: i64| {
        for c in text.nfd().filter(|c| !c.is_whitespace() && *c != '\u{FEFF}') {
            *count.entry(common(c)).or_default() += sign;
        }
    };
    add(text, 1);
    for change in imported.report.lines.iter().flat_map(|line| &line.changes) {
        add(&change.removed, -1);
        add(&change.added, 1);
    }
    imported.report.supplied.iter().for_each(|supplied| add(&supplied.text, 1));
    add(&letters(issue), -1);
    count.retain(|_, left| *left != 0);
    assert!(
        count.is_empty(),
        "lost (+) or added (-): {count:?}\n{}\n{}",
        imported.manifest,
        jikji_manuscript::report::markdown(&imported.report, jikji_diagnostic::Lang::En)
    );
}
