//! A TOML file after parsing, and where it could not be read.
//!
//! What its values are is read in [`super::node`].

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::mended::Mended;
use super::{signs, syntax};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{FileId, Span};

/// `text` with the signs mended that keep the parser from reading it, and what to tell of them.
pub fn readable(file: FileId, text: &str) -> (Mended<'_>, Vec<Diagnostic>) {
    let mut mended = Mended::of(text);
    let told = match syntax::is_readable(text) {
        true => vec![],
        false => mended.mend(file, signs::slips(text)),
    };
    (mended, told)
}

/// A parsed TOML file. Where a value could not be read it holds a stand-in, see [`Document::broken`].
pub struct Document<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    mended: &'t Mended<'t>,
    pub(super) root: Spanned<DeValue<'t>>,
    /// Places of syntax errors by their first byte, each with the furthest end up to it: a value
    /// that covers one is not to be judged again.
    pub(super) broken: Vec<(usize, usize)>,
}

impl<'t> Document<'t> {
    /// Parses the whole normalised text of `file`, as it was mended. Returns `None` in place of the document
    /// where its structure is damaged so far that more findings would only mislead.
    pub fn parse(file: FileId, mended: &'t Mended<'t>) -> (Option<Self>, Vec<Diagnostic>) {
        let text = &*mended.text;
        let syntax::Parsed { table, problems, broken } = syntax::parse(file, mended);
        let document = table.map(|table: DeTable<'t>| Self {
            file,
            text,
            mended,
            root: Spanned::new(0..0, DeValue::Table(table)),
            broken: furthest_ends(broken),
        });
        (document, problems)
    }

    /// What the author wrote at a place.
    pub(super) fn written(&self, place: Span) -> &str {
        self.mended.written().get(place.start..place.end).unwrap_or_default()
    }

    /// Where a range of the text stands in the author's.
    pub(super) fn place(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.origin(range.start)..self.origin(range.end))
    }

    /// Where a byte of the text stands in the author's.
    pub(super) fn origin(&self, at: usize) -> usize {
        self.mended.origin(at)
    }

    /// Whether a syntax error lies in `range`, its ends included.
    pub(super) fn is_broken(&self, range: &Range<usize>) -> bool {
        let before = self.broken.partition_point(|(start, _)| *start <= range.end);
        before.checked_sub(1).is_some_and(|last| range.start <= self.broken[last].1)
    }
}

fn furthest_ends(mut ranges: Vec<Range<usize>>) -> Vec<(usize, usize)> {
    ranges.sort_by_key(|range| range.start);
    let mut furthest = 0;
    let reach = |range: Range<usize>| {
        furthest = furthest.max(range.end);
        (range.start, furthest)
    };
    ranges.into_iter().map(reach).collect()
}
