//! The tables of a text.

use std::ops::Range;

use crate::draft::{MOST_COLUMNS, Passage};
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger, Run, Runs, Said};

/// A row with its line.
#[derive(Debug)]
pub struct Row<'b> {
    /// Its line.
    pub line: usize,
    /// Its cells.
    pub cells: &'b [Said],
}

/// The rows of the table that stands in `range`; rules and separators are entered as taken off.
pub fn rows<'b>(blocks: &'b Blocks, range: Range<usize>, ledger: &mut Ledger) -> Vec<Row<'b>> {
    let mut rows = vec![];
    for line in range {
        let block = &blocks.lines[line];
        match block.kind {
            BlockKind::TableRule => blocks.leave_out(line, Why::TableRule, ledger),
            BlockKind::Row | BlockKind::Tabbed => {
                let inner: usize = block.cells.iter().map(|cell| signs(&cell.text)).sum();
                let own = signs(block.words()).saturating_sub(inner);
                ledger.removed(line, Why::TableMark, &"|".repeat(own));
                if block.cells.iter().all(|cell| cell.written.is_empty()) {
                    blocks.leave_out(line, Why::TableMark, ledger);
                    continue;
                }
                block.said.asked.iter().for_each(|question| ledger.push(question.clone()));
                rows.push(Row { line, cells: &block.cells });
            }
            _ => {}
        }
    }
    rows
}

fn signs(text: &str) -> usize {
    text.bytes().filter(|b| *b == b'|').count()
}

/// A table as a passage of a text, without columns that say nothing. One that has a single column or row becomes
/// paragraphs, and so does one that is too wide, of which the editor is asked.
pub fn passages(rows: &[Row<'_>], ledger: &mut Ledger) -> Vec<Passage> {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut says = vec![false; columns];
    for (index, cell) in rows.iter().flat_map(|row| row.cells.iter().enumerate()) {
        let empty = cell.written.is_empty() && cell.runs.is_empty();
        says[index] |= !empty && !is_again(cell);
    }
    let full = says.iter().filter(|says| **says).count();
    let is_table = columns <= MOST_COLUMNS && full > 1 && rows.len() > 1;
    match rows.first() {
        Some(first) if columns > MOST_COLUMNS => {
            ledger.ask(Ask::TableWide, first.line, [("count", columns), ("most", MOST_COLUMNS)]);
        }
        Some(first) if !is_table => {
            ledger.remarked(first.line, if full > 1 { Why::TableLine } else { Why::TableBox });
        }
        Some(first) if full < columns => ledger.remarked(first.line, Why::TableColumn),
        _ => {}
    }
    // What is said again stands nowhere but in a column that has words of its own.
    let mut words = |(column, said): (usize, &Said)| match is_again(said) {
        true if !(is_table && says[column]) => Runs::default(),
        _ => said.take(ledger).clone(),
    };
    let mut read = |row: &Row<'_>| row.cells.iter().enumerate().map(&mut words).collect();
    let table: Vec<Vec<Runs>> = rows.iter().map(&mut read).collect();
    if is_table {
        return vec![Passage::Table(table.into_iter().map(|row| cells(row, &says)).collect())];
    }
    let paragraphs = table.into_iter().zip(rows).map(|(cells, row)| joined(cells, row.line));
    paragraphs.filter(|words| !words.is_empty()).map(Passage::Paragraph).collect()
}

/// Whether a cell has but the words of a merged one that covers it.
fn is_again(cell: &Said) -> bool {
    let marked = |run: &Run| matches!(run, Run::Mark { .. });
    cell.written.is_empty()
        && cell.taken.iter().any(|change| change.why == Why::TableRepeated)
        && !cell.runs.list.iter().any(marked)
}

/// The cells of a row that stand in columns which say something. No note is marked in a cell.
fn cells(row: Vec<Runs>, says: &[bool]) -> Vec<Runs> {
    let all = row.into_iter().map(Runs::without_marks).chain(std::iter::repeat(Runs::default()));
    all.zip(says).filter(|(_, says)| **says).map(|(words, _)| words).collect()
}

/// The cells of a row as one text.
fn joined(cells: Vec<Runs>, line: usize) -> Runs {
    let mut words = Runs { list: vec![], lines: vec![line] };
    for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
        words.list.extend((!words.list.is_empty()).then(|| Run::Text(" ".into())));
        words.list.extend(cell.list);
    }
    words
}

/// A cell whose words are one line, without notes.
pub fn cell(said: &Said, ledger: &mut Ledger) -> Runs {
    said.take(ledger).clone().without_marks().without_breaks()
}
