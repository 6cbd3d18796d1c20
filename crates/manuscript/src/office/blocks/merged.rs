//! What cells that are merged say in the places they cover: a table of a manifest has a cell for each.
//!
//! A first row over all columns is a caption; the rows of a head are one; a cell of the head, or of the first column,
//! says its words again in each place, as a reader of the screen says them with every cell.

use super::scale::letters;
use super::words::change;
use crate::draft::MOST_COLUMNS;
use crate::messages::Why;
use crate::office::{Cell, Piece};
use crate::source::{Run, Said};

/// The longest words that are said again, and the longest caption, in characters.
const LONGEST: usize = 100;
/// Rows of a head, or of a caption, at most.
const ROWS: usize = 3;

/// How many rows at the top are the caption of what is below.
pub fn titles(rows: &[Vec<Cell>], columns: usize) -> usize {
    let whole = |row: &Vec<Cell>| match &row[..] {
        [cell] => cell.column == 0 && cell.across as usize >= columns && is_line(cell),
        _ => false,
    };
    let many = rows.iter().take_while(|row| whole(row)).count();
    let fits = many <= ROWS && rows.len() > many + 1;
    if fits && (2..=MOST_COLUMNS).contains(&columns) { many } else { 0 }
}

/// Whether a cell holds some words and nothing else.
fn is_line(cell: &Cell) -> bool {
    let words = |piece: &Piece| match piece {
        Piece::Paragraph(paragraph) => Some(letters(paragraph)),
        _ => None,
    };
    let words: Option<Vec<usize>> = cell.pieces.iter().map(words).collect();
    cell.down <= 1 && words.is_some_and(|words| (1..=LONGEST).contains(&words.iter().sum()))
}

/// How many rows the head takes: as many as its cells are tall that are over one column, where others are parted below.
pub fn head(rows: &[Vec<Cell>]) -> usize {
    let Some(first) = rows.first().filter(|first| first.len() <= MOST_COLUMNS) else { return 1 };
    let depth = first.iter().map(|cell| cell.down as usize).max().unwrap_or(1);
    if !(2..=ROWS).contains(&depth) || depth >= rows.len() {
        return 1;
    }
    let parted = |cell: &Cell| {
        let under = cell.column..cell.column.saturating_add(cell.across);
        let below = rows[1..depth].iter().flatten();
        cell.across > 1 && below.filter(|below| under.contains(&below.column)).count() > 1
    };
    let ends = |(at, row): (usize, &Vec<Cell>)| {
        row.iter().all(|cell| at + (cell.down.max(1) as usize) <= depth)
    };
    let tall = |cell: &Cell| cell.down as usize == depth;
    let fits = first.iter().all(|cell| tall(cell) || parted(cell)) && first.iter().any(parted);
    if fits && rows[..depth].iter().enumerate().all(ends) { depth } else { 1 }
}

/// The words of a cell for another place that it covers, unless they are many.
fn again(said: &Said) -> Option<Said> {
    let words = said.runs.plain();
    let short = !words.is_empty() && words.chars().count() <= LONGEST;
    let taken = vec![change(Why::TableRepeated, "", &words)];
    short.then(|| Said { taken, ..Said::new(said.runs.clone(), "") })
}

/// The cells of some rows, and how many of these rows there are from each on.
pub fn tall(rows: &[Vec<Cell>]) -> impl Iterator<Item = (u32, &Cell)> {
    let heights = (1..).take(rows.len()).collect::<Vec<u32>>().into_iter().rev();
    heights.zip(rows).flat_map(|(height, row)| row.iter().map(move |cell| (height, cell)))
}

/// Puts words into all the columns that a cell takes; says whether all of them have them.
pub fn spread(cells: &mut [Said], place: usize, across: u32, said: Said) -> bool {
    let (again, empty) = (again(&said), said.runs.is_empty());
    let mut places = cells.iter_mut().skip(place).take(across.max(1) as usize);
    if let Some(first) = places.next() {
        put(first, said);
    }
    let all = empty || again.is_some();
    places.zip(again.iter().cycle()).for_each(|(cell, again)| put(cell, again.clone()));
    across < 2 || all
}

/// Puts words into a cell, behind those that are there.
pub fn put(cell: &mut Said, more: Said) {
    if cell.runs.list.is_empty() {
        cell.runs.lines.clone_from(&more.runs.lines);
    } else if !more.runs.list.is_empty() {
        cell.runs.list.push(Run::Text(" ".into()));
    }
    cell.runs.list.extend(more.runs.list);
    cell.text = cell.runs.text();
    if !cell.written.is_empty() && !more.written.is_empty() {
        cell.written.push(' ');
    }
    cell.written += &more.written;
    cell.taken.extend(more.taken);
    cell.asked.extend(more.asked);
}

/// The cell of the first column that goes on in the rows below.
#[derive(Default)]
pub struct Front {
    said: Option<Said>,
    left: u32,
}

impl Front {
    /// Takes the cells of the next row, or of the rows of the head.
    pub fn next(&mut self, rows: &[Vec<Cell>], cells: &mut [Said]) {
        let Some(cell) = cells.first_mut() else { return };
        let begun = rows.iter().rev().zip(1..).find_map(|(row, height)| {
            row.iter().find(|cell| cell.column == 0).map(|cell| (height, cell.down))
        });
        match (begun, &self.said) {
            (Some((height, down)), _) => {
                self.left = down.saturating_sub(height);
                self.said = again(cell);
            }
            (None, Some(said)) if self.left > 0 => {
                put(cell, said.clone());
                self.left -= 1;
            }
            _ => {}
        }
    }
}
