//! Brings together the lines of a table that were drawn a little apart.
//!
//! Where the rows of a table were not drawn along one line, the file has a column between the two lines that is no wider
//! than a hair, and a value stands in another column than the head above it. By the widths of its cells such a column is
//! found and taken out. It moves no words: a cell that has some keeps a column.

use std::ops::Range;

use super::{Cell, Manuscript, Piece, Span, Table, tell};
use crate::messages::Why;

/// The widest column that can hold no letter, in twentieths of a point: a letter of the text's size and nothing around it.
const THIN: i64 = 200;

/// The most columns of a table that is looked at; Hangul makes 64.
const MOST: usize = 256;

/// Settles all tables of a manuscript.
pub fn settle(manuscript: &mut Manuscript) {
    manuscript.pieces.iter_mut().chain(manuscript.notes.iter_mut().flatten()).for_each(piece);
}

fn piece(piece: &mut Piece) {
    if let Piece::Table(of) = piece {
        table(of);
        let cells = of.rows.iter_mut().flatten();
        cells.flat_map(|cell| &mut cell.pieces).for_each(self::piece);
    }
}

fn table(table: &mut Table) {
    let columns = table.rows.iter().flatten().map(|cell| range(cell).end).max().unwrap_or(0);
    if columns > MOST {
        return;
    }
    let Some(thin) = edges(&table.rows, columns).and_then(|edges| thin(&table.rows, &edges)) else {
        return;
    };
    // The place of each edge among those that stay.
    let mut places = vec![0];
    for thin in thin {
        places.push(places[places.len() - 1] + u32::from(!thin));
    }
    for cell in table.rows.iter_mut().flatten() {
        let Range { start, end } = range(cell);
        (cell.column, cell.across) = (places[start], places[end] - places[start]);
    }
    table.rows.iter_mut().for_each(|row| row.retain(|cell| cell.across > 0));
    let worded = |cell: &&mut Cell| cell.pieces.iter().any(|of| matches!(of, Piece::Paragraph(_)));
    if let Some(first) = table.rows.iter_mut().flatten().find(worded) {
        tell(&mut first.pieces, Why::TableEdges);
    }
}

/// The columns of a cell.
fn range(cell: &Cell) -> Range<usize> {
    cell.column as usize..cell.column.saturating_add(cell.across.max(1)) as usize
}

/// Where the edges of the columns are, if all cells agree on it.
fn edges(rows: &[Vec<Cell>], columns: usize) -> Option<Vec<Option<i64>>> {
    let mut edges = vec![None; columns + 1];
    *edges.first_mut()? = Some(0);
    let cells = || rows.iter().flatten().filter(|cell| cell.width > 0);
    let set = |edges: &mut Vec<Option<i64>>, cell: &Cell| {
        let (Range { start, end }, width) = (range(cell), i64::from(cell.width));
        match (edges[start], edges[end]) {
            (Some(left), None) => edges[end] = Some(left + width),
            (None, Some(right)) => edges[start] = Some(right - width),
            _ => {}
        }
    };
    cells().for_each(|cell| set(&mut edges, cell));
    cells().rev().for_each(|cell| set(&mut edges, cell));
    let agrees = |cell: &Cell| match (edges[range(cell).start], edges[range(cell).end]) {
        (Some(left), Some(right)) => (right - left - i64::from(cell.width)).abs() < THIN / 2,
        _ => true,
    };
    cells().all(agrees).then_some(edges)
}

/// Which columns are too thin for words and have none, if any is.
fn thin(rows: &[Vec<Cell>], edges: &[Option<i64>]) -> Option<Vec<bool>> {
    let narrow = |pair: &[Option<i64>]| match (pair[0], pair[1]) {
        (Some(left), Some(right)) => (0..THIN).contains(&(right - left)),
        _ => false,
    };
    let mut thin: Vec<bool> = edges.windows(2).map(narrow).collect();
    if thin.iter().all(|thin| !thin) {
        return None;
    }
    for cell in rows.iter().flatten().filter(|cell| !is_bare(cell)) {
        let within = &mut thin[range(cell)];
        // Some column has to hold it.
        if within.iter().all(|thin| *thin) {
            within[0] = false;
        }
    }
    thin.contains(&true).then_some(thin)
}

/// Whether nothing at all is in a cell.
fn is_bare(cell: &Cell) -> bool {
    let blank = |span: &Span| matches!(span, Span::Text { .. }) && span.is_blank();
    cell.pieces.iter().all(|piece| match piece {
        Piece::Paragraph(of) => of.spans.iter().all(blank),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{Table, table};
    use crate::office::{Cell, Paragraph, Piece, Span};

    /// A cell over so many columns, of this width, with words.
    fn cell(column: u32, across: u32, width: u32, words: &str) -> Cell {
        let text = Span::Text { text: words.into(), strong: false, slanted: false };
        let paragraph = Paragraph { spans: vec![text], ..Paragraph::default() };
        Cell { column, across, down: 1, width, pieces: vec![Piece::Paragraph(paragraph)] }
    }

    fn places(rows: Vec<Vec<Cell>>) -> Vec<Vec<(u32, u32)>> {
        let mut found = Table { rows, caption: vec![] };
        table(&mut found);
        let place = |cell: &Cell| (cell.column, cell.across);
        found.rows.iter().map(|row| row.iter().map(place).collect()).collect()
    }

    #[test]
    fn a_value_stands_below_its_head_again() {
        let head = vec![cell(0, 1, 2000, "가"), cell(1, 2, 1010, "나"), cell(3, 1, 990, "다")];
        let below = vec![cell(0, 1, 2000, "하나"), cell(1, 1, 1000, ""), cell(2, 2, 1000, "둘")];
        let wanted = vec![vec![(0, 1), (1, 1), (2, 1)]; 2];
        assert_eq!(places(vec![head, below]), wanted);
    }

    #[test]
    fn a_thin_column_with_words_stays() {
        let row = || vec![cell(0, 1, 2000, "가"), cell(1, 1, 100, "나"), cell(2, 1, 2000, "다")];
        assert_eq!(places(vec![row()]), [[(0, 1), (1, 1), (2, 1)]]);
        // One that parts others goes, with the cells that stand in it alone.
        let bare = vec![cell(0, 1, 2000, "가"), cell(1, 1, 100, " "), cell(2, 1, 2000, "다")];
        assert_eq!(places(vec![bare]), [[(0, 1), (1, 1)]]);
    }

    #[test]
    fn widths_that_contradict_each_other_say_nothing() {
        let head = vec![cell(0, 2, 2000, "가"), cell(2, 1, 2000, "나")];
        let below = vec![cell(0, 1, 2000, "다"), cell(1, 1, 2000, ""), cell(2, 1, 2000, "라")];
        let wanted = vec![vec![(0, 2), (2, 1)], vec![(0, 1), (1, 1), (2, 1)]];
        assert_eq!(places(vec![head, below]), wanted);
    }
}
