//! `--json`: what was made, for machines.

use serde::Serialize;

use crate::edition::print;
use crate::manifest::model::Issue;
use crate::typeset::Pages;
use crate::typeset::lines::Statistics;
use jikji_diagnostic::source::{Sources, Span};
use jikji_diagnostic::{Diagnostic, Lang, Severity};

/// The report of one run.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Which jikji made it.
    pub jikji: &'static str,
    /// The base of file names, if the manifest got that far.
    pub slug: Option<String>,
    /// Files written.
    pub files: Vec<String>,
    /// Pages in all.
    pub pages: usize,
    /// Entries in document order.
    pub entries: Vec<EntryLine>,
    /// Line statistics of the whole number.
    pub lines: Option<Statistics>,
    /// The print edition, if it was made.
    pub print: Option<print::PrintReport>,
    /// Findings in document order.
    pub diagnostics: Vec<DiagnosticLine>,
}

/// What one entry took.
#[derive(Debug, Serialize)]
pub struct EntryLine {
    /// Its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The folio of its first page.
    pub page: u64,
    /// Its first sheet in the file, from 1.
    pub sheet: usize,
    /// How many pages it takes.
    pub pages: usize,
    /// Its copyfitting step, from 0 (loosest).
    pub fit_step: usize,
    /// How full its page is, 0 to 1, where the module measures it.
    pub fill: Option<f64>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct DiagnosticLine {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// Its stable code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Where it is.
    pub place: Option<Place>,
    /// A second place that explains it.
    pub related: Option<Place>,
    /// Further places of which the same is to be said.
    pub also: Vec<Place>,
    /// A place outside the issue's files.
    pub origin: Option<String>,
    /// What could be written instead, all of it or nothing; empty where that is the author's to know.
    pub fix: Vec<EditLine>,
}

/// What could be written at a place.
#[derive(Debug, Serialize)]
pub struct EditLine {
    /// What goes; nothing where its ends are the same.
    pub place: Place,
    /// What comes, as the file writes it.
    pub text: String,
}

/// A place in a file: line and column from 1, columns in characters.
#[derive(Debug, Serialize)]
pub struct Place {
    /// The file.
    pub file: String,
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// Column just past the end.
    pub end_column: usize,
}

/// What each entry of a set number took.
pub fn entry_lines(issue: &Issue, pages: &Pages) -> Vec<EntryLine> {
    (issue.entries.iter().zip(&pages.entries))
        .map(|(entry, report)| EntryLine {
            kind: entry.kind.value.clone(),
            title: entry.name().replace('\n', " "),
            page: report.folio,
            sheet: report.pages.start,
            pages: report.pages.len(),
            fit_step: report.step,
            fill: report.fill,
        })
        .collect()
}

/// Findings with their places resolved.
pub fn diagnostic_lines(
    found: &[Diagnostic],
    sources: &Sources,
    lang: Lang,
) -> Vec<DiagnosticLine> {
    let place = |span: Span| {
        let file = sources.get(span.file);
        let (line, column) = file.line_column(span.start);
        let (end_line, end_column) = file.line_column(span.end);
        Place { file: file.name.clone(), line, column, end_line, end_column }
    };
    found
        .iter()
        .map(|diagnostic| DiagnosticLine {
            severity: match diagnostic.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            code: diagnostic.message.code,
            message: diagnostic.text(lang),
            help: diagnostic.help(lang),
            place: diagnostic.span.map(place),
            related: diagnostic.related.map(place),
            also: diagnostic.further().iter().map(|span| place(*span)).collect(),
            origin: diagnostic.outside().map(|origin| origin.place.clone()),
            fix: (diagnostic.fix.iter())
                .map(|edit| EditLine { place: place(edit.span), text: edit.text.clone() })
                .collect(),
        })
        .collect()
}
