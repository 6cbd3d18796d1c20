//! Reads event calendars: tables whose rows have days.
//!
//! Columns are told by their headings, else by what they hold. Rows without readable days cannot
//! stand in a calendar; they become a table of their own.

use std::ops::Range;

use jikji_prose::period;

use super::table::{self, Row};
use crate::draft::{Event, MOST_COLUMNS};
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger, Said};
use crate::text::address;
use crate::text::vocabulary::{self, Column};

/// The longest cell that can be days, in bytes.
const LONGEST: usize = 80;
/// Lines with words that may stand beside a calendar's table.
const BESIDE: usize = 8;

/// Whether the lines of `range` are a calendar: a table with days in half of its rows or more, and
/// little beside it.
pub fn is_calendar(blocks: &Blocks, range: Range<usize>) -> bool {
    let (mut rows, mut dated, mut beside) = (0, 0, 0);
    for index in range {
        let line = &blocks.lines[index];
        match line.kind {
            BlockKind::Blank | BlockKind::Noise => {}
            BlockKind::TableRule => {}
            BlockKind::Row | BlockKind::Tabbed => {
                rows += 1;
                dated += usize::from(line.cells.iter().any(|cell| days(&cell.text).is_some()));
            }
            BlockKind::Text => beside += 1,
            _ => return false,
        }
        if beside > BESIDE {
            return false;
        }
    }
    dated > 0 && dated * 2 >= rows
}

/// The days a cell names in the manifest's form; the cell itself where that takes it.
pub fn days(cell: &str) -> Option<String> {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > LONGEST {
        return None;
    }
    // One form for all of a calendar: what is written otherwise is tidied.
    if period::days(cell).is_ok() && !cell.contains(['-', '/', '년', '월']) {
        return Some(cell.to_string());
    }
    let mut plain = String::new();
    let mut bracket = false;
    for c in cell.chars() {
        match c {
            '(' => bracket = true,
            ')' => bracket = false,
            // The day of the week, as a rule.
            _ if bracket => {}
            '년' | '월' | '/' => plain.push('.'),
            '일' | ' ' => {}
            '〜' | '～' | '∼' => plain.push('~'),
            c => plain.push(c),
        }
    }
    let dashes = plain.matches('-').count();
    // `2024-07-21~27` has days parted by hyphens; `2024.7.21-27` has a hyphen for the span.
    let plain = match (dashes, plain.contains(['~', '–'])) {
        (1, false) => plain.replace('-', "~"),
        (0, _) => plain,
        _ => plain.replace('-', "."),
    };
    let tidy = plain.replace("..", ".").replace(".~", "~").replace(",", "");
    let tidy = tidy.trim_matches('.').to_string();
    period::days(&tidy).is_ok().then_some(tidy)
}

/// A calendar that was read.
#[derive(Debug, Default)]
pub struct Calendar<'b> {
    /// Its events.
    pub events: Vec<Event>,
    /// Rows whose days cannot be read, after the table's head if there is one.
    pub unread: Vec<Row<'b>>,
}

/// Reads the table in `range`.
pub fn read<'b>(blocks: &'b Blocks, range: Range<usize>, ledger: &mut Ledger) -> Calendar<'b> {
    let rows = table::rows(blocks, range, ledger);
    let dated = |row: &Row<'_>| row.cells.iter().any(|cell| days(&cell.text).is_some());
    let first = rows.iter().position(dated).unwrap_or(rows.len());
    let columns = columns(&rows, first);
    let mut calendar = Calendar::default();
    let mut heads = vec![];
    for (index, row) in rows.into_iter().enumerate() {
        if index < first {
            heads.push(row);
        } else if let Some(event) = event(&row, &columns, ledger) {
            calendar.events.push(event);
        } else {
            let written: Vec<&str> = row.cells.iter().map(|cell| cell.written.as_str()).collect();
            ledger.ask(Ask::Period, row.line, [("text", written.join(" "))]);
            calendar.unread.push(row);
        }
    }
    // A table of what is no calendar keeps its head; the layout sets that of a calendar.
    let kept = if calendar.unread.is_empty() { None } else { heads.pop() };
    for row in heads {
        blocks.leave_out(row.line, Why::TableHead, ledger);
    }
    calendar.unread.splice(0..0, kept);
    calendar
}

/// What each column holds.
fn columns(rows: &[Row<'_>], first: usize) -> Vec<Option<Column>> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MOST_COLUMNS);
    let body = || rows[first..].iter();
    let count = |column: usize, fits: &dyn Fn(&Said) -> bool| {
        body().filter(|row| row.cells.get(column).is_some_and(fits)).count()
    };
    let most = |fits: &dyn Fn(&Said) -> bool| {
        (0..width).rev().max_by_key(|c| count(*c, fits)).filter(|c| count(*c, fits) > 0)
    };
    let mut columns = Columns { what: vec![None; width], seen: vec![] };
    columns.set(most(&|cell| days(&cell.text).is_some()), Column::Period);
    columns.set(most(&|cell| address_in(cell).is_some()), Column::Address);
    for row in rows[..first].iter().rev() {
        for (column, cell) in row.cells.iter().take(width).enumerate() {
            if let Some(what) = vocabulary::column(&cell.text) {
                columns.set(Some(column), what);
            }
        }
    }
    for what in [Column::Name, Column::Place] {
        let free = columns.what.iter().position(Option::is_none);
        columns.set(free, what);
    }
    columns.what
}

/// The columns of a table as far as they are known; each kind is there once.
struct Columns {
    what: Vec<Option<Column>>,
    seen: Vec<Column>,
}

impl Columns {
    fn set(&mut self, column: Option<usize>, what: Column) {
        let free = column.filter(|column| self.what[*column].is_none());
        if let Some(column) = free.filter(|_| !self.seen.contains(&what)) {
            self.what[column] = Some(what);
            self.seen.push(what);
        }
    }
}

/// The address a cell holds, as a link or as it reads.
fn address_in(cell: &Said) -> Option<String> {
    let written = || address::whole(&cell.runs.plain()).filter(|url| !url.starts_with("mailto:"));
    cell.runs.address().map(String::from).or_else(written)
}

/// An event, if the row has a name and days.
fn event(row: &Row<'_>, columns: &[Option<Column>], ledger: &mut Ledger) -> Option<Event> {
    let of = |what: Column| {
        let column = columns.iter().position(|column| *column == Some(what))?;
        row.cells.get(column).filter(|cell| !cell.written.is_empty())
    };
    let written = of(Column::Period)?;
    let period = days(&written.text)?;
    let name = of(Column::Name).filter(|name| !name.runs.is_empty())?;
    let name = table::cell(name, ledger);
    if period != written.written {
        ledger.changed(row.line, Why::Period, &written.written, &period);
    }
    let mut place = of(Column::Place).map(|cell| table::cell(cell, ledger));
    let mut url = None;
    if let Some(cell) = of(Column::Address) {
        url = address_in(cell).or_else(|| completed(cell, row.line, ledger));
        match &url {
            Some(url) => address_removed(cell, url, row.line, ledger),
            None => place.get_or_insert_default().append(table::cell(cell, ledger)),
        }
    }
    for (column, cell) in row.cells.iter().enumerate() {
        if !cell.written.is_empty() && columns.get(column).copied().flatten().is_none() {
            place.get_or_insert_default().append(table::cell(cell, ledger));
        }
    }
    let place = place.filter(|place| !place.is_empty());
    Some(Event { name, period, place, url, note: None })
}

/// `icml.cc` with its scheme.
fn completed(cell: &Said, line: usize, ledger: &mut Ledger) -> Option<String> {
    let bare = cell.text.trim();
    let url = address::of_host(bare)?;
    ledger.changed(line, Why::Scheme, "", "https://");
    ledger.ask(Ask::Address, line, [("text", bare), ("url", &url)]);
    Some(url)
}

/// Enters what of a cell is not in the address it holds: what stands around it goes.
fn address_removed(cell: &Said, url: &str, line: usize, ledger: &mut Ledger) {
    let shown = cell.runs.plain();
    if cell.runs.address().is_none() && shown == cell.written {
        return;
    }
    ledger.changed(line, Why::LinkMark, &cell.written, url);
    if shown != url {
        ledger.ask(Ask::LinkText, line, [("text", shown.as_str()), ("url", url)]);
    }
}
