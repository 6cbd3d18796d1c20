//! A TOML file after parsing, and where it could not be read.
//!
//! What its values are is read in [`super::node`].

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::syntax;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::FileId;

/// A parsed TOML file. Where a value could not be read it holds a stand-in, see [`Document::broken`].
pub struct Document<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) root: Spanned<DeValue<'t>>,
    /// Places of syntax errors by their first byte, each with the furthest end up to it: a value
    /// that covers one is not to be judged again.
    pub(super) broken: Vec<(usize, usize)>,
}

impl<'t> Document<'t> {
    /// Parses `text`, the whole normalised text of `file`. Returns `None` in place of the document
    /// where its structure is damaged so far that more findings would only mislead.
    pub fn parse(file: FileId, text: &'t str) -> (Option<Self>, Vec<Diagnostic>) {
        let syntax::Parsed { table, problems, broken } = syntax::parse(file, text);
        let document = table.map(|table: DeTable<'t>| Self {
            file,
            text,
            root: Spanned::new(0..0, DeValue::Table(table)),
            broken: furthest_ends(broken),
        });
        (document, problems)
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
