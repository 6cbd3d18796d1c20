//! Findings as the desk tells them: where in its own words, what to do there, and whether it can be let pass.

use serde::Serialize;

use super::advice;
use super::whereabouts::Whereabouts;
use crate::document::edit::Step;
use crate::edition::report::{DiagnosticLine, diagnostic_lines};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang};

/// A finding.
#[derive(Debug, Serialize)]
pub struct Told {
    /// As every report has it, with what to do in the desk.
    #[serde(flatten)]
    pub line: DiagnosticLine,
    /// What its place is called, where that has a name.
    #[serde(rename = "where")]
    pub whereabouts: Option<String>,
    /// Whether it can be let pass.
    pub pass: bool,
    /// What is said at the fields, if that is less than what is said of all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub here: Option<&'static str>,
    /// What a question is settled by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<u64>,
}

/// Findings, `places` in the manifest for each of them.
pub fn of(
    found: &[Diagnostic],
    sources: &Sources,
    lang: Lang,
    (places, names): (&[Vec<Vec<Step>>], Option<&Whereabouts>),
) -> Vec<Told> {
    let lines = diagnostic_lines(found, sources, lang).into_iter().zip(found).enumerate();
    lines
        .map(|(index, (line, finding))| {
            let path = places.get(index).and_then(|paths| paths.first());
            let whereabouts = path.zip(names).and_then(|(path, names)| names.of(path));
            let (message, help) = advice::of(finding, lang);
            let line = DiagnosticLine { message, help, ..line };
            let (pass, here) = (finding.passes_by().is_some(), advice::here(finding, lang));
            Told { line, whereabouts, pass, here, asked: None }
        })
        .collect()
}
