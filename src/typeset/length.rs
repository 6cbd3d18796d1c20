//! Refuses texts that are far from fitting before anything is set.
//!
//! To say by how many lines an entry is too long, it has to be set; a book in the place of a brief
//! would take minutes and gigabytes for that. What may fit is left to copyfitting.

use crate::layout::spec::Layout;
use crate::manifest::model::{Entry, Issue, Shown};
use crate::typeset::messages as say;
use jikji_diagnostic::Diagnostic;

/// Characters that no page takes: a full page of a newspaper has fewer.
const MOST_A_PAGE: usize = 20_000;
/// Characters of a whole number, some three hundred full pages.
const MOST: usize = 600_000;
/// However short, a text takes some room.
const LEAST: usize = 20;

/// Reports entries that cannot keep their module's promise of pages, or a number no press would take; says
/// whether there are none, so that it can be set.
pub fn check_length(issue: &Issue, layout: &Layout, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let mut whole = 0;
    let before = diagnostics.len();
    for entry in &issue.entries {
        let characters = characters(entry);
        whole += characters;
        let promised = layout.module(&entry.kind.value).and_then(|module| module.pages);
        if let Some(pages) = promised.filter(|pages| characters > pages.saturating_mul(MOST_A_PAGE))
        {
            let long = Diagnostic::at(say::FAR_TOO_LONG, entry.span()).arg("pages", pages);
            diagnostics.push(long.arg("characters", characters));
        }
    }
    if whole > MOST && diagnostics.len() == before {
        let long = Diagnostic::general(say::NUMBER_TOO_LONG).arg("characters", whole);
        diagnostics.push(long.arg("most", MOST));
    }
    diagnostics.len() == before
}

fn characters(entry: &Entry) -> usize {
    let mut sum = 0;
    entry.visit(&mut |shown| {
        let mut characters = 0;
        match shown {
            Shown::Body(unit) => unit.visit_runs(&mut |text, _| characters += text.chars().count()),
            Shown::Line(plain) => characters = plain.text.chars().count(),
            Shown::Word(_) | Shown::Picture(..) => return,
        }
        sum += characters.max(LEAST);
    });
    sum
}
