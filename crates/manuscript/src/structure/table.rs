//! The tables of a text.

use std::ops::Range;

use crate::draft::{MOST_COLUMNS, Passage};
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger, Runs, Said};

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

/// A table as a passage of a text. One that has a single column becomes paragraphs, and so does one that is too wide,
/// of which the editor is asked.
pub fn passages(rows: &[Row<'_>], ledger: &mut Ledger) -> Vec<Passage> {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let is_table = (2..=MOST_COLUMNS).contains(&columns) && rows.len() > 1;
    if let Some(first) = rows.first().filter(|_| columns > MOST_COLUMNS) {
        ledger.ask(Ask::TableWide, first.line, [("most", MOST_COLUMNS)]);
    }
    let mut words = |said: &Said| said.take(ledger).clone().without_marks();
    let mut read = |row: &Row<'_>| row.cells.iter().map(&mut words).collect();
    let mut table: Vec<Vec<Runs>> = rows.iter().map(&mut read).collect();
    if is_table {
        table.iter_mut().for_each(|cells| cells.resize(columns, Runs::default()));
        return vec![Passage::Table(table)];
    }
    let joined = |(cells, row): (Vec<Runs>, &Row<'_>)| {
        let texts: Vec<String> = cells.iter().map(Runs::plain).collect();
        Runs::plain_text(&texts.join(" "), &[row.line])
    };
    let paragraphs = table.into_iter().zip(rows).map(joined).filter(|words| !words.is_empty());
    paragraphs.map(Passage::Paragraph).collect()
}

/// A cell whose words are one line, without notes.
pub fn cell(said: &Said, ledger: &mut Ledger) -> Runs {
    said.take(ledger).clone().without_marks().without_breaks()
}
