//! Setting finished markup once more on another press, and holding the two settings to each other.
//!
//! Nothing is fitted and no line is moved here: the printed pages are the ones that were read on
//! screen, or there are none.

use std::ops::Range;

use typst_layout::PagedDocument;

use super::lines::{self, Line};
use super::press::Press;
use super::{Pages, calls, joiners, trouble};
use crate::compose::markup::Markup;
use crate::layout::spec::Layout;
use crate::manifest::model::Issue;
use crate::typeset::messages as say;
use jikji_diagnostic::Diagnostic;

/// Sets `markup`, which is that of `first` with pages added at `added` (from 1), and compares every
/// line of running text: page, place and words.
///
/// # Errors
/// What Typst says in the author's terms, and each entry whose lines came out otherwise.
pub fn reprint(
    first: &Pages,
    markup: &Markup,
    added: Range<usize>,
    press: &mut Press,
    layout: &Layout,
    issue: &Issue,
) -> Result<PagedDocument, Vec<Diagnostic>> {
    press.set_main(&markup.text);
    let document = typst::compile::<PagedDocument>(&*press).output.map_err(|errors| {
        let calls = calls(layout, issue);
        trouble::Context { press, markup, calls: &calls, layout, issue }.compile(&errors)
    })?;
    let pages = first.document.pages().len() + added.len();
    if document.pages().len() != pages {
        let other = Diagnostic::general(say::OTHER_PAGES);
        let other = other.arg("pages", document.pages().len()).arg("expected", pages);
        return Err(vec![other.origin(format!("layouts/{}", layout.name))]);
    }
    let lines = lines::read(&document, press, markup);
    let moved = moved(&first.lines, &lines, &added);
    if moved.is_empty() {
        return Ok(joiners::without_joiners(document));
    }
    let report = |entry: Option<usize>| {
        let diagnostic = match entry {
            Some(entry) => Diagnostic::at(say::OTHER_LINES, issue.entries[entry].span()),
            None => Diagnostic::general(say::OTHER_LINES),
        };
        diagnostic.origin(format!("layouts/{}", layout.name))
    };
    Err(moved.into_iter().map(report).collect())
}

/// The entries whose lines differ, each once.
fn moved(first: &[Line], second: &[Line], added: &Range<usize>) -> Vec<Option<usize>> {
    let before = |page: usize| if page >= added.end { page - added.len() } else { page };
    let same = |a: &Line, b: &Line| {
        a.paragraph == b.paragraph
            && a.page == before(b.page)
            && a.text == b.text
            && (a.baseline_pt - b.baseline_pt).abs() < SAME_PLACE_PT
    };
    let mut moved: Vec<Option<usize>> =
        (first.iter().zip(second)).filter(|(a, b)| !same(a, b)).map(|(a, _)| a.entry).collect();
    if first.len() != second.len() && moved.is_empty() {
        let longer = if first.len() > second.len() { first } else { second };
        moved.extend(longer.last().map(|line| line.entry));
    }
    moved.sort_unstable();
    moved.dedup();
    moved
}

/// A line that stands within this of another stands where it does, pt.
const SAME_PLACE_PT: f64 = 0.05;

/// Sets a document of our own that is in no layout.
///
/// # Errors
/// What Typst says of it; no author can mend that.
pub fn set_plain(press: &mut Press, markup: &str) -> anyhow::Result<PagedDocument> {
    press.set_main(markup);
    typst::compile::<PagedDocument>(&*press).output.map_err(|errors| {
        let first = errors.first().map_or("no reason", |error| error.message.as_str());
        anyhow::anyhow!("a page of the program's own cannot be set: {first}")
    })
}
