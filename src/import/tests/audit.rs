//! The account of an import, checked from outside: letter by letter, what the file has, less what
//! the report says was taken off, is what jikji reads in the manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::import::report::LineFate;
use crate::import::{Imported, Options, import};
use crate::manifest::model::{Issue, Value};
use crate::manifest::{self, Loaded};
use crate::typeset::fonts::Fonts;
use jikji_diagnostic::Severity;
use jikji_diagnostic::source::Sources;
use jikji_prose::tree::{Block, Inline, Item, Paragraph};

/// A character that the fonts of these tests do not have.
pub const MISSING: char = '韈';

/// Whether a font of the program has a character, as `jikji import` asks it.
fn covers(c: char) -> bool {
    static MISSED: LazyLock<BTreeSet<char>> = LazyLock::new(|| {
        let all = ('\0'..='\u{2FFFF}').collect();
        Fonts::collect(Path::new("no folder"), false).missing(&all)
    });
    c != MISSING && c <= '\u{2FFFF}' && !MISSED.contains(&c)
}

/// Imports a text.
#[track_caller]
pub fn run(text: &str) -> Imported {
    run_bytes(text.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"))
}

pub fn run_bytes(bytes: &[u8]) -> Result<Imported, crate::import::ImportFault> {
    let options = Options { name: "back-issue.md", layout: "spri-brief", covers: &covers };
    import(bytes, &options)
}

/// The same, for texts that may hold nothing but marks.
#[track_caller]
pub fn checked_if_any(text: &str) {
    use crate::import::ImportFault::{Binary, Empty, NoText};
    match run_bytes(text.as_bytes()) {
        Err(Binary { .. } | Empty | NoText) => {}
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
    let issue = accepted(&imported);
    every_line_is_there(text, &imported);
    every_letter_is_there(text, &imported, &issue);
    (imported, issue)
}

/// jikji takes the manifest: its loader and its prose find no error.
#[track_caller]
fn accepted(imported: &Imported) -> Issue {
    toml::from_str::<toml::Table>(&imported.manifest).expect("it is TOML");
    let mut sources = Sources::default();
    let bytes = imported.manifest.as_bytes();
    // A folder without layouts, so that the built-in one is found.
    let folder = tempfile::tempdir().expect("a folder can be made");
    let Loaded { issue, diagnostics, .. } =
        manifest::load_bytes(bytes, "issue.toml", folder.path(), &mut sources);
    let errors: Vec<String> = diagnostics
        .iter()
        .filter(|d| d.severity() == Severity::Error)
        .map(|d| format!("{} {:?} {}", d.message.code, d.span, d.text(jikji_diagnostic::Lang::En)))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", imported.manifest);
    issue.expect("a manifest without errors is an issue")
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

#[track_caller]
fn every_letter_is_there(text: &str, imported: &Imported, issue: &Issue) {
    let mut count: BTreeMap<char, i64> = BTreeMap::new();
    let mut add = |text: &str, sign: i64| {
        for c in text.nfd().filter(|c| !c.is_whitespace() && *c != '\u{FEFF}') {
            *count.entry(c).or_default() += sign;
        }
    };
    add(text, 1);
    for change in imported.report.lines.iter().flat_map(|line| &line.changes) {
        add(&change.removed, -1);
        add(&change.added, 1);
    }
    imported.report.supplied.iter().for_each(|supplied| add(&supplied.text, 1));
    add(&read(issue), -1);
    count.retain(|_, left| *left != 0);
    assert!(
        count.is_empty(),
        "lost (+) or added (-): {count:?}\n{}\n{}",
        imported.manifest,
        crate::import::report::markdown(&imported.report, jikji_diagnostic::Lang::En)
    );
}

/// All text of an issue as jikji reads it.
pub fn read(issue: &Issue) -> String {
    let mut out = Reading(String::new());
    let publication = &issue.publication;
    out.push(&publication.name.text);
    out.push(&publication.publisher.text);
    publication.tagline.iter().for_each(|text| out.push(&text.text));
    for part in &issue.parts {
        out.push(&part.title.text);
        for section in &part.sections {
            out.push(&section.title.text);
        }
    }
    for (_, value) in issue.entries.iter().flat_map(|entry| &entry.fields) {
        out.value(value);
    }
    issue.colophon.iter().for_each(|(_, value)| out.value(value));
    out.0
}

struct Reading(String);

impl Reading {
    fn push(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push(' ');
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Text(plain) => self.push(&plain.text),
            Value::Url(url) => self.push(url),
            Value::Prose(body) => self.inlines(body),
            Value::Blocks(blocks) => blocks.iter().for_each(|block| self.block(block)),
            Value::Source(source) => {
                self.inlines(&source.publisher);
                self.inlines(&source.title);
                source.url.iter().for_each(|url| self.push(url));
            }
            Value::Period(period) => self.push(&period.text.value),
            Value::Record(fields) => fields.iter().for_each(|(_, value)| self.value(value)),
            Value::List(values) => values.iter().for_each(|value| self.value(value)),
            other => panic!("an import writes no {other:?}"),
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Subhead(paragraph) | Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List(items) => items.iter().for_each(|item| self.item(item)),
            Block::Table { header, rows, .. } => {
                header.iter().chain(rows.iter().flatten()).for_each(|cell| self.inlines(cell));
            }
            Block::Image(image) => panic!("an import writes no {image:?}"),
        }
    }

    fn item(&mut self, item: &Item) {
        self.paragraph(&item.text);
        item.children.iter().for_each(|child| self.item(child));
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.inlines(&paragraph.body);
        paragraph.notes.iter().for_each(|note| self.inlines(&note.body));
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, .. } => self.0.push_str(text),
                Inline::Emph(body) | Inline::Strong(body) => self.inlines(body),
                Inline::Link { body, .. } => self.inlines(body),
                Inline::Break | Inline::Mark(_) => {}
            }
        }
        self.0.push(' ');
    }
}
