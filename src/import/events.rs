//! Reads event calendars: tables whose rows have days.
//!
//! Columns are told by their headings, else by what they hold. Rows without readable days cannot
//! stand in a calendar; they become a table of their own.

use std::ops::Range;

use super::draft::{Event, MOST_COLUMNS};
use super::html;
use super::ledger::{Ask, Ledger, Why};
use super::line::{Kind, is_table_rule};
use super::links;
use super::sheet::Sheet;
use super::table::{self, Row};
use super::vocabulary::{self, Column};
use super::words::Token;
use crate::manifest::period;

/// The longest cell that can be days, in bytes.
const LONGEST: usize = 80;
/// Lines with words that may stand beside a calendar's table.
const BESIDE: usize = 8;

/// Whether the lines of `range` are a calendar: a table with days in half of its rows or more, and
/// little beside it.
pub fn is_calendar(sheet: &Sheet, range: Range<usize>) -> bool {
    let (mut rows, mut dated, mut beside) = (0, 0, 0);
    for index in range {
        let line = &sheet.lines[index];
        match line.kind {
            Kind::Blank | Kind::Noise => {}
            Kind::Row | Kind::Tabbed if is_table_rule(&line.text) => {}
            Kind::Row | Kind::Tabbed => {
                rows += 1;
                let cells = table::cells(&line.text, line.kind);
                dated += usize::from(cells.iter().any(|cell| days(cell).is_some()));
            }
            Kind::Text => beside += 1,
            _ => return false,
        }
        if beside > BESIDE {
            return false;
        }
    }
    dated > 0 && dated * 2 >= rows
}

/// The days a cell names in the manifest's form; the cell itself where that takes it.
fn days(cell: &str) -> Option<String> {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > LONGEST {
        return None;
    }
    if period::parse(cell).is_ok() {
        return Some(cell.to_string());
    }
    let mut plain = String::new();
    let mut bracket = false;
    for c in html::unescaped(cell).chars() {
        match c {
            '(' => bracket = true,
            ')' => bracket = false,
            // The day of the week, as a rule.
            _ if bracket => {}
            '년' | '월' | '/' => plain.push('.'),
            '일' | ' ' | '\\' => {}
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
    period::parse(&tidy).is_ok().then_some(tidy)
}

/// A calendar that was read.
#[derive(Debug, Default)]
pub struct Calendar {
    /// Its events.
    pub events: Vec<Event>,
    /// Rows whose days cannot be read, after the table's head if there is one.
    pub unread: Vec<Row>,
}

/// Reads the table in `range`.
pub fn read(sheet: &Sheet, range: Range<usize>, ledger: &mut Ledger) -> Calendar {
    let rows = table::rows(sheet, range, ledger);
    let dated = |row: &Row| row.cells.iter().any(|cell| days(cell).is_some());
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
            ledger.ask(Ask::Period, row.line, vec![("text", row.cells.join(" "))]);
            calendar.unread.push(row);
        }
    }
    // A table of what is no calendar keeps its head; the layout sets that of a calendar.
    let kept = if calendar.unread.is_empty() { None } else { heads.pop() };
    for row in heads {
        ledger.left_out(row.line, Why::TableHead, sheet.lines[row.line].whole());
    }
    calendar.unread.splice(0..0, kept);
    calendar
}

/// What each column holds.
fn columns(rows: &[Row], first: usize) -> Vec<Option<Column>> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MOST_COLUMNS);
    let body = || rows[first..].iter();
    let count = |column: usize, fits: &dyn Fn(&str) -> bool| {
        body().filter(|row| row.cells.get(column).is_some_and(|cell| fits(cell))).count()
    };
    let most = |fits: &dyn Fn(&str) -> bool| {
        (0..width).rev().max_by_key(|c| count(*c, fits)).filter(|c| count(*c, fits) > 0)
    };
    let mut columns = Columns { what: vec![None; width], seen: vec![] };
    columns.set(most(&|cell| days(cell).is_some()), Column::Period);
    columns.set(most(&|cell| address_in(cell).is_some()), Column::Address);
    for row in rows[..first].iter().rev() {
        for (column, cell) in row.cells.iter().take(width).enumerate() {
            if let Some(what) = vocabulary::column(cell) {
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
fn address_in(cell: &str) -> Option<String> {
    let mut ledger = Ledger::new(1);
    let words = super::inline::line(cell, 0, &mut ledger);
    match words.address() {
        Some(url) => Some(url.to_string()),
        None => links::address(words.plain().trim()).filter(|url| !url.starts_with("mailto:")),
    }
}

/// An event, if the row has a name and days.
fn event(row: &Row, columns: &[Option<Column>], ledger: &mut Ledger) -> Option<Event> {
    let cell = |what: Column| {
        let column = columns.iter().position(|column| *column == Some(what))?;
        row.cells.get(column).map(String::as_str).filter(|cell| !cell.is_empty())
    };
    let written = cell(Column::Period)?;
    let period = days(written)?;
    let name = cell(Column::Name)?;
    if table::cell_words(name, 0, &mut Ledger::new(1)).is_empty() {
        return None;
    }
    let name = table::cell_words(name, row.line, ledger);
    if period != written {
        ledger.changed(row.line, Why::Period, written, &period);
    }
    let mut place = cell(Column::Place).map(|cell| table::cell_words(cell, row.line, ledger));
    let mut url = None;
    if let Some(written) = cell(Column::Address) {
        url = address_in(written).or_else(|| completed(written, row.line, ledger));
        match &url {
            Some(url) => address_removed(written, url, row.line, ledger),
            None => {
                let words = table::cell_words(written, row.line, ledger);
                place.get_or_insert_default().append(words);
            }
        }
    }
    for (column, cell) in row.cells.iter().enumerate() {
        if !cell.is_empty() && columns.get(column).copied().flatten().is_none() {
            let words = table::cell_words(cell, row.line, ledger);
            place.get_or_insert_default().append(words);
        }
    }
    let place = place.filter(|place| !place.is_empty());
    Some(Event { name, period, place, url })
}

/// `icml.cc` with its scheme.
fn completed(written: &str, line: usize, ledger: &mut Ledger) -> Option<String> {
    let bare = written.trim();
    let host = bare.split('/').next().unwrap_or_default();
    let dotted =
        host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
    let url = links::address(&format!("https://{bare}")).filter(|_| dotted)?;
    ledger.changed(line, Why::Scheme, "", "https://");
    ledger.ask(Ask::Address, line, vec![("text", bare.to_string()), ("url", url.clone())]);
    Some(url)
}

/// Enters what of a cell is not in the address it holds.
fn address_removed(written: &str, url: &str, line: usize, ledger: &mut Ledger) {
    let mut scratch = Ledger::new(1);
    let words = super::inline::line(written, 0, &mut scratch);
    let shown = words.plain();
    let markup = words.tokens.iter().any(|token| matches!(token, Token::Link(_)));
    if !markup && shown == written.trim() {
        return;
    }
    // The address itself stays; what stood around it goes.
    ledger.changed(line, Why::LinkMark, written, url);
    if shown.trim() != url {
        ledger.ask(Ask::LinkText, line, vec![("text", shown), ("url", url.to_string())]);
    }
}
