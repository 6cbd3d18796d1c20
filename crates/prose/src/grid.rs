//! Builds a table row by row and holds its rows to the header's length.
//!
//! GFM fills short rows and drops what is too much; here both are mistakes.

use std::ops::Range;

use super::findings::Findings;
use super::tree::{Block, Inline};
use crate::messages;
use jikji_diagnostic::Diagnostic;

/// A table under way.
pub struct Grid {
    range: Range<usize>,
    columns: usize,
    rows: Vec<Vec<Vec<Inline>>>,
    cells: Vec<Vec<Inline>>,
    places: Vec<Range<usize>>,
}

impl Grid {
    /// A table over `range` with that many columns.
    pub fn new(range: Range<usize>, columns: usize) -> Self {
        Self { range, columns, rows: vec![], cells: vec![], places: vec![] }
    }

    /// The delimiter row of a table that stands at `range` of `value`.
    pub fn rule(value: &str, range: Range<usize>) -> Range<usize> {
        let text = value.get(range.clone()).unwrap_or_default();
        let mut lines = text.split('\n');
        let start = range.start + lines.next().map_or(0, |line| line.len() + 1);
        let line = lines.next().unwrap_or_default();
        let indent = line.len() - line.trim_start().len();
        start + indent..start + line.trim_end().len().max(indent)
    }

    /// Where the cell under way stands.
    pub fn cell(&mut self, range: Range<usize>) {
        self.places.push(range);
    }

    /// The text of the cell under way.
    pub fn text(&mut self, body: Vec<Inline>) {
        self.cells.push(body);
    }

    /// Ends a row, which stands at `range` of `value`.
    pub fn row(&mut self, value: &str, range: Range<usize>, findings: &mut Findings) {
        let places = std::mem::take(&mut self.places);
        let missing = places.iter().any(|place| place.is_empty() && place.start >= range.end);
        let last = places.last().map_or(range.start, |place| place.end);
        let rest = value.get(last..range.end).unwrap_or_default();
        let surplus = rest.contains(|c: char| c != '|' && !c.is_whitespace());
        if missing || surplus {
            let length = value.get(range.clone()).map_or(0, |row| row.trim_end().len());
            let place = findings.place(range.start..range.start + length);
            let diagnostic = Diagnostic::at(messages::ROW_LENGTH, place);
            findings.push(diagnostic.arg("cells", self.columns));
        }
        let mut cells = std::mem::take(&mut self.cells);
        cells.resize(self.columns, vec![]);
        self.rows.push(cells);
    }

    /// The table.
    pub fn finish(mut self, findings: &Findings) -> Block {
        let header = match self.rows.is_empty() {
            true => vec![],
            false => self.rows.remove(0),
        };
        Block::Table { header, rows: self.rows, span: findings.place(self.range) }
    }
}
