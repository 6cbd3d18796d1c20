//! Tables: rows of cells with their spans, as exact as the file has them.

use std::collections::BTreeMap;

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::body::Body;
use super::elements::{Take, attribute, element, elements, name, number, take};
use super::line::Line;
use super::space::{Space, space};
use crate::messages::Why;
use crate::office::allowance::{CELL, ROW};
use crate::office::{Cell, Paragraph, Piece, Table, plain};

/// The most columns; Word makes 63.
const MOST_COLUMNS: u32 = 1024;

/// A table in the making.
#[derive(Default)]
struct Making {
    rows: Vec<Vec<Cell>>,
    /// The cell that goes on in each column: its row, and its place in that.
    open: BTreeMap<u32, (usize, usize)>,
    /// What stands in it but in no cell.
    others: Line,
    columns: u32,
    /// How wide its columns are.
    grid: Vec<u32>,
}

impl Making {
    /// How wide columns are together, if all of them say it.
    fn width(&self, at: u32, across: u32) -> u32 {
        let columns = at as usize..at.saturating_add(across) as usize;
        let widths = self.grid.get(columns).filter(|widths| !widths.contains(&0));
        widths.map_or(0, |widths| {
            widths.iter().fold(0, |sum, width| u32::saturating_add(sum, *width))
        })
    }
}

/// How a cell is merged with others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    None,
    Begins,
    GoesOn,
}

impl Body<'_> {
    /// Reads a table, and what stands beside its cells.
    pub fn table(&mut self, node: Node<'_, '_>) -> Result<Vec<Piece>, Diagnostic> {
        let grid = element(node, "tblGrid").map(elements).unwrap_or_default();
        let columns = u32::try_from(grid.len()).unwrap_or(u32::MAX).min(MOST_COLUMNS);
        let grid = grid.into_iter().map(|column| number(column, "w").unwrap_or(0)).collect();
        let mut making = Making { columns, grid, ..Making::default() };
        self.rows(node, &mut making)?;
        let Making { mut rows, mut others, columns, .. } = making;
        others.finish();
        bound(&mut rows, columns);
        let mut pieces = vec![Piece::Table(Table { rows, caption: vec![] })];
        if !others.spans.is_empty() {
            let spans = others.spans;
            pieces.push(Piece::Paragraph(Paragraph { spans, ..Paragraph::default() }));
        }
        pieces.append(&mut others.before);
        pieces.append(&mut others.after);
        pieces.extend(described(node));
        Ok(pieces)
    }

    fn rows(&mut self, node: Node<'_, '_>, making: &mut Making) -> Result<(), Diagnostic> {
        for child in elements(node) {
            match take(child) {
                _ if is(child, "tr") => self.row(child, making)?,
                Take::Through | Take::Content | Take::Told(_) => self.rows(child, making)?,
                _ => self.inline(child, &mut making.others)?,
            }
        }
        Ok(())
    }

    fn row(&mut self, node: Node<'_, '_>, making: &mut Making) -> Result<(), Diagnostic> {
        self.spend(ROW)?;
        let properties = element(node, "trPr");
        if properties.is_some_and(|of| element(of, "del").is_some()) {
            let hidden = self.hidden(node, Why::Deleted)?;
            making.others.place(hidden);
            return Ok(());
        }
        let before = properties.and_then(|of| element(of, "gridBefore"));
        let before = before.and_then(|of| number::<u32>(of, "val")).unwrap_or(0);
        making.rows.push(vec![]);
        self.cells(node, making, &mut before.min(MOST_COLUMNS))?;
        Ok(())
    }

    /// Reads cells from a column on.
    fn cells(
        &mut self,
        node: Node<'_, '_>,
        making: &mut Making,
        column: &mut u32,
    ) -> Result<(), Diagnostic> {
        for child in elements(node) {
            match take(child) {
                _ if is(child, "tc") => self.cell(child, making, column)?,
                Take::Through | Take::Content | Take::Told(_) => {
                    self.cells(child, making, column)?;
                }
                _ => self.inline(child, &mut making.others)?,
            }
        }
        Ok(())
    }

    fn cell(
        &mut self,
        node: Node<'_, '_>,
        making: &mut Making,
        column: &mut u32,
    ) -> Result<(), Diagnostic> {
        self.spend(CELL)?;
        let properties = element(node, "tcPr");
        let property = |wanted| properties.and_then(|of| element(of, wanted));
        let across = property("gridSpan").and_then(|of| number::<u32>(of, "val")).unwrap_or(1);
        let across = across.clamp(1, MOST_COLUMNS);
        let mut pieces = match property("cellDel") {
            Some(_) => self.hidden(node, Why::Deleted)?,
            None => self.list(node)?,
        };
        let at = *column;
        *column = column.saturating_add(across);
        if across < MOST_COLUMNS {
            making.columns = making.columns.max((*column).min(MOST_COLUMNS));
        }
        let row = making.rows.len().saturating_sub(1);
        let above = making.open.get(&at).copied();
        // A cell that opens columns closes what went on in them.
        while let Some((&open, _)) = making.open.range(at..at.saturating_add(across)).next() {
            making.open.remove(&open);
        }
        let goes_on = merge(property("hMerge")) == Merge::GoesOn;
        if let Some(last) = making.rows[row].last_mut().filter(|_| goes_on) {
            last.across = last.across.saturating_add(across);
            last.pieces.extend(covered(pieces));
            return Ok(());
        }
        let down = merge(property("vMerge"));
        if let Some((of, place)) = above.filter(|_| down == Merge::GoesOn) {
            let cell = &mut making.rows[of][place];
            cell.down = cell.down.saturating_add(1);
            cell.pieces.extend(covered(pieces));
            making.open.insert(at, (of, place));
            return Ok(());
        }
        if down != Merge::None {
            making.open.insert(at, (row, making.rows[row].len()));
        }
        if pieces.is_empty() {
            pieces.push(Piece::Paragraph(Paragraph::default()));
        }
        let width = making.width(at, across);
        making.rows[row].push(Cell { column: at, across, down: 1, width, pieces });
        Ok(())
    }
}

/// What a table says of itself where none reads it but aloud.
fn described(node: Node<'_, '_>) -> impl Iterator<Item = Piece> {
    let properties = element(node, "tblPr");
    let texts = ["tblCaption", "tblDescription"].map(|name| {
        let found = properties.and_then(|of| element(of, name));
        found.map_or_else(String::new, |of| attribute(of, "val").to_string())
    });
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    texts.map(|text| Piece::out(Why::Description, text))
}

/// What stands in a cell that another covers shows nowhere.
fn covered(pieces: Vec<Piece>) -> Option<Piece> {
    let text = plain::text(&pieces);
    (!text.is_empty()).then_some(Piece::out(Why::HiddenText, text))
}

fn merge(property: Option<Node<'_, '_>>) -> Merge {
    match property.map(|of| attribute(of, "val")) {
        None => Merge::None,
        Some("restart") => Merge::Begins,
        Some(_) => Merge::GoesOn,
    }
}

fn is(node: Node<'_, '_>, wanted: &str) -> bool {
    name(node) == wanted && space(node) == Space::Word
}

/// No cell takes more than the table has, whatever it says.
fn bound(rows: &mut [Vec<Cell>], columns: u32) {
    let last = rows.iter().flatten().map(|cell| cell.column.saturating_add(1)).max().unwrap_or(0);
    let columns = columns.max(last);
    for cell in rows.iter_mut().flatten() {
        cell.across = cell.across.clamp(1, (columns - cell.column).max(1));
    }
}
