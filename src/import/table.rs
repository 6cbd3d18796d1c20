//! Rows of tables, in pipes or tabs, and the tables of a text.

use std::ops::Range;

use super::draft::{Block, MOST_COLUMNS};
use super::inline;
use super::ledger::{Ledger, Why};
use super::line::{Kind, is_table_rule};
use super::sheet::Sheet;
use super::words::{Token, Words};

/// The cells of a row, without blanks around them.
pub fn cells(text: &str, kind: Kind) -> Vec<&str> {
    if kind == Kind::Tabbed {
        return text.split('\t').map(str::trim).collect();
    }
    let text = text.trim();
    let text = text.strip_prefix('|').unwrap_or(text);
    let mut cells = vec![];
    let mut start = 0;
    let mut escaped = false;
    for (at, b) in text.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'|' => {
                cells.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < text.len() {
        cells.push(text[start..].trim());
    }
    cells
}

/// A row with its line.
#[derive(Debug)]
pub struct Row {
    /// Its line.
    pub line: usize,
    /// Its cells as written.
    pub cells: Vec<String>,
}

/// The rows of the table that stands in `range`; rules and separators are entered as taken off.
pub fn rows(sheet: &Sheet, range: Range<usize>, ledger: &mut Ledger) -> Vec<Row> {
    let mut rows = vec![];
    for index in range {
        let line = &sheet.lines[index];
        if !matches!(line.kind, Kind::Row | Kind::Tabbed) {
            continue;
        }
        if line.kind == Kind::Row && is_table_rule(&line.text) {
            ledger.left_out(index, Why::TableRule, line.whole());
            continue;
        }
        let cells: Vec<String> =
            cells(&line.text, line.kind).into_iter().map(String::from).collect();
        if !cells.iter().fold(true, |room, _| ledger.piece() && room) {
            rows.push(Row { line: index, cells: vec![line.whole().to_string()] });
            continue;
        }
        if line.kind == Kind::Row {
            let inner: usize = cells.iter().map(|cell| count(cell)).sum();
            let pipes = count(&line.text).saturating_sub(inner);
            ledger.removed(index, Why::TableMark, &"|".repeat(pipes));
        }
        if cells.iter().all(String::is_empty) {
            ledger.left_out(index, Why::TableMark, line.whole());
            continue;
        }
        rows.push(Row { line: index, cells });
    }
    rows
}

fn count(text: &str) -> usize {
    text.bytes().filter(|b| *b == b'|').count()
}

/// A table as a block of a text. One that is too wide or has a single column becomes paragraphs.
pub fn block(rows: &[Row], ledger: &mut Ledger) -> Vec<Block> {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut read: Vec<Vec<Words>> = vec![];
    let is_table = (2..=MOST_COLUMNS).contains(&columns) && rows.len() > 1;
    for row in rows {
        let mut cells: Vec<Words> =
            row.cells.iter().map(|cell| cell_words(cell, row.line, ledger)).collect();
        if is_table {
            cells.resize(columns, Words::default());
        }
        read.push(cells);
    }
    if is_table {
        return vec![Block::Table(read)];
    }
    let joined = |(cells, row): (Vec<Words>, &Row)| {
        let texts: Vec<String> = cells.iter().map(Words::plain).filter(|t| !t.is_empty()).collect();
        Words::text(&texts.join(" "), &[row.line])
    };
    let paragraphs = read.into_iter().zip(rows).map(joined).filter(|words| !words.is_empty());
    paragraphs.map(Block::Paragraph).collect()
}

/// A cell takes no notes and no line breaks.
pub fn cell_words(cell: &str, line: usize, ledger: &mut Ledger) -> Words {
    let mut words = inline::line(cell, line, ledger);
    for token in &mut words.tokens {
        match token {
            Token::Mark { raw, .. } => *token = Token::Text(std::mem::take(raw)),
            Token::Break => *token = Token::Text(" ".into()),
            _ => {}
        }
    }
    words
}
