//! Findings as the desk tells them: where in its own words, what to do there, and whether it can be let pass.

use std::collections::BTreeSet;

use serde::Serialize;

use super::advice;
use super::asked::OpenQuestion;
use super::marks::Manifest;
use super::mend::{Mend, Pass};
use crate::desk::forms::whereabouts::Whereabouts;
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
    /// The entries it is about, by position.
    pub marks: BTreeSet<usize>,
    /// The paths in the manifest of what it is about.
    pub places: Vec<Vec<Step>>,
    /// Whether it can be let pass.
    pub pass: bool,
    /// What is said at the fields, if that is less than what is said of all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub here: Option<&'static str>,
    /// What a question is settled by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<u64>,
    /// What mends it.
    #[serde(skip)]
    pub mends: Option<Mend>,
    /// What lets it pass.
    #[serde(skip)]
    pub passes: Option<Pass>,
}

/// The findings of a manifest that is called `manifest`, its places by `names` where it can be read.
pub fn of(
    found: &[Diagnostic],
    sources: &Sources,
    lang: Lang,
    (manifest, names): (&str, impl FnOnce() -> Option<Whereabouts>),
) -> Vec<Told> {
    // The manifest is read for them once more, where there is something to name.
    let names = (!found.is_empty()).then(names).flatten();
    let manifest = Manifest::of(found, sources, manifest);
    let lines = diagnostic_lines(found, sources, lang).into_iter().zip(found);
    lines
        .map(|(line, finding)| {
            let places = manifest.as_ref().map_or(vec![], |own| own.places(finding));
            let place = names.as_ref().zip(places.first().map(Vec::as_slice));
            let (message, help) = advice::of(finding, lang, place);
            Told {
                line: DiagnosticLine { message, help, ..line },
                whereabouts: place.and_then(|(names, path)| names.of(path)),
                marks: manifest.as_ref().map_or(BTreeSet::new(), |own| own.marks(&places)),
                places,
                pass: finding.passes_by().is_some(),
                here: advice::here(finding, lang),
                asked: None,
                mends: Mend::of(finding, sources),
                passes: manifest.as_ref().and_then(|own| Pass::of(finding, own)),
            }
        })
        .collect()
}

impl Told {
    /// What is asked about a manuscript that came.
    pub fn asked(open: OpenQuestion, names: Option<&Whereabouts>) -> Self {
        Self {
            line: open.finding,
            whereabouts: names.and_then(|names| names.of(&open.place)),
            marks: open.mark.into_iter().collect(),
            places: vec![open.place],
            pass: false,
            here: None,
            asked: Some(open.id),
            mends: None,
            passes: None,
        }
    }
}
