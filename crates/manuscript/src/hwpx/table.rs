//! Tables: rows of cells with their spans, as exact as the file has them.

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::body::Body;
use super::elements::{Take, attribute, element, elements, number, take};
use super::line::Line;
use crate::office::allowance::{CELL, ROW};
use crate::office::hangul::UNITS;
use crate::office::{self, Cell, Paragraph, Piece, Table};

/// The most columns; Hangul makes 64.
const MOST_COLUMNS: u32 = 1024;

impl Body<'_, '_, '_> {
    /// Reads a table.
    pub fn table(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        let (mut table, mut others) = (Table::default(), vec![]);
        self.stray(node, line);
        for child in elements(node) {
            match take(child) {
                Take::Row => {
                    let cells = self.row(child, line)?;
                    table.rows.push(cells);
                }
                Take::Caption => {
                    let (caption, further) = self.caption(child)?;
                    table.caption.extend(caption);
                    others.extend(further);
                }
                _ => self.element(child, line)?,
            }
        }
        bound(&mut table.rows, number(node, "colCnt").unwrap_or(0));
        let href = attribute(node, "href");
        line.place(others);
        line.place(vec![Piece::Table(table)]);
        self.lost_link(href, line);
        Ok(())
    }

    fn row(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<Vec<Cell>, Diagnostic> {
        let mut cells: Vec<Cell> = vec![];
        self.spend(ROW)?;
        self.stray(node, line);
        for child in elements(node) {
            if take(child) != Take::Cell {
                self.element(child, line)?;
                continue;
            }
            self.spend(CELL)?;
            let read = |part, name| element(child, part).and_then(|part| number(part, name));
            let next = cells.last().map_or(0, |last| last.column + last.across);
            let column = read("cellAddr", "colAddr").filter(|&column| column < MOST_COLUMNS);
            cells.push(Cell {
                column: column.unwrap_or(next.min(MOST_COLUMNS - 1)),
                across: read("cellSpan", "colSpan").unwrap_or(1).min(MOST_COLUMNS),
                down: read("cellSpan", "rowSpan").unwrap_or(1),
                width: read("cellSz", "width").unwrap_or(0) / UNITS,
                pieces: self.list(child)?,
            });
        }
        cells.sort_by_key(|cell| cell.column);
        Ok(cells)
    }

    /// The paragraphs of a caption, and what else stands in it.
    pub fn caption(
        &mut self,
        node: Node<'_, '_>,
    ) -> Result<(Vec<Paragraph>, Vec<Piece>), Diagnostic> {
        Ok(office::caption(self.list(node)?))
    }
}

/// No cell takes more than the table has, whatever it says.
fn bound(rows: &mut [Vec<Cell>], columns: u32) {
    let last = rows.iter().flatten().map(|cell| cell.column + 1).max().unwrap_or(0);
    let columns = columns.min(MOST_COLUMNS).max(last);
    let many = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    for (at, row) in (0..many).zip(rows) {
        for cell in row {
            cell.across = cell.across.clamp(1, columns - cell.column);
            cell.down = cell.down.clamp(1, many - at);
        }
    }
}
