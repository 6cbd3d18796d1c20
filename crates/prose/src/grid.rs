//! Builds a table row by row and holds its rows to the header's length.
//!
//! GFM fills short rows and drops what is too much; here both are mistakes.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::amount::sides;
use super::element;
use super::findings::Findings;
use super::runs::shows_something;
use super::tree::{Block, Inline, Side, Table};
use crate::messages;
use jikji_diagnostic::Diagnostic;

/// A table under way.
pub struct Grid {
    caption: Option<Vec<Inline>>,
    marked: Vec<Option<Side>>,
    rows: Vec<Vec<Vec<Inline>>>,
    cells: Vec<Vec<Inline>>,
    places: Vec<Range<usize>>,
    /// Where a cell seems to have been merged: the first in the head, the first in front of a row.
    blank: [Option<Range<usize>>; 2],
}

impl Grid {
    /// A table of columns with these marks.
    pub fn new(caption: Option<Vec<Inline>>, alignments: &[Alignment]) -> Self {
        let marked = alignments.iter().map(|alignment| match alignment {
            Alignment::None => None,
            Alignment::Left => Some(Side::Left),
            Alignment::Center => Some(Side::Center),
            Alignment::Right => Some(Side::Right),
        });
        let (rows, cells, places) = (vec![], vec![], vec![]);
        Self { caption, marked: marked.collect(), rows, cells, places, blank: [None, None] }
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
    pub fn cell(&mut self, value: &str, range: Range<usize>, findings: &mut Findings) {
        let written = value.get(range.clone()).unwrap_or_default();
        if let Some(mark) = element::merging(written) {
            let start = range.start + written.len() - written.trim_start().len();
            let place = findings.place(start..start + mark.len());
            findings.push(Diagnostic::at(messages::MERGED_CELL, place).arg("mark", mark));
        }
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
            let apart = text_below(value, range.start);
            let edit = apart.and_then(|at| findings.edit(at..at, "\n"));
            let fix = edit.map(|edit| vec![edit]);
            findings.push(diagnostic.arg("cells", self.marked.len()).fix(fix));
        }
        let mut cells = std::mem::take(&mut self.cells);
        cells.resize(self.marked.len(), vec![]);
        if !missing {
            let row = value.get(range.clone()).map_or(0, |row| row.trim_end().len());
            self.look_for_blanks(&cells, &places, range.start..range.start + row);
        }
        self.rows.push(cells);
    }

    /// A head without words over a column, or a row that does not say what it is about: what is left of a merged
    /// cell. What stands in the corner names neither.
    fn look_for_blanks(
        &mut self,
        cells: &[Vec<Inline>],
        places: &[Range<usize>],
        row: Range<usize>,
    ) {
        let is_blank = |cell: &Vec<Inline>| !shows_something(cell);
        let [head, front] = &mut self.blank;
        match self.rows.last() {
            None if head.is_none() => {
                let blank = cells.iter().skip(1).position(is_blank);
                *head = blank.map(|at| places.get(at + 1).cloned().unwrap_or(row));
            }
            // In a table of two columns an empty cell goes on with the row above, as in a list.
            Some(above) if front.is_none() && self.rows.len() > 1 && cells.len() > 2 => {
                let named = above.first().is_some_and(|cell| shows_something(cell));
                let blank = cells.first().is_some_and(is_blank);
                let rest = !cells[1..].iter().all(is_blank);
                *front = (named && blank && rest).then_some(row);
            }
            _ => {}
        }
    }

    /// The table.
    pub fn finish(mut self, findings: &mut Findings) -> Block {
        let [head, front] = self.blank;
        for (message, place) in [(messages::BLANK_HEAD, head), (messages::BLANK_FRONT, front)] {
            if let Some(place) = place {
                findings.at(message, place);
            }
        }
        let header = match self.rows.is_empty() {
            true => vec![],
            false => self.rows.remove(0),
        };
        let sides = sides(&self.marked, &self.rows);
        Block::Table(Table { caption: self.caption, header, rows: self.rows, sides })
    }
}

/// Where the line of a row begins if it is text that was written right below a table: neither it nor what follows up to
/// the next empty line has cells.
fn text_below(value: &str, row: usize) -> Option<usize> {
    let at = value.get(..row)?.trim_end_matches([' ', '\t']).len();
    let (above, below) = value.split_at(at);
    let above = above.strip_suffix('\n')?;
    let mut lines = below.lines().take_while(|line| !line.trim().is_empty());
    // Of many such lines the first alone is looked at, so that no text makes this quadratic.
    let first = above.rsplit('\n').next().is_some_and(|line| line.contains('|'));
    (first && lines.all(|line| !line.contains('|'))).then_some(at)
}
