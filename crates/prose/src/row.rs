//! A row of a table as it is written: its cells, and the line that stands under a head.
//!
//! It never reads what a cell says, and knows nothing of the rows around it.

use jikji_diagnostic::Diagnostic;

/// How many cells a row has, with or without a bar at its ends.
pub fn cells(line: &str) -> usize {
    let line = line.trim();
    let inner = line.strip_prefix(['|', '｜']).unwrap_or(line);
    let closed = inner.ends_with(['|', '｜']) && !inner.ends_with("\\|");
    let mut before = ' ';
    let mut bars = 0;
    for c in inner.chars() {
        bars += usize::from(matches!(c, '|' | '｜') && before != '\\');
        before = c;
    }
    bars + usize::from(!closed)
}

/// Whether a row is the line under a head.
pub fn is_rule(line: &str) -> bool {
    line.contains('-') && line.bytes().all(|b| matches!(b, b'|' | b':' | b'-' | b' '))
}

/// The line under a head of so many cells.
pub fn rule(cells: usize) -> String {
    format!("|{}", "---|".repeat(cells))
}

/// What is said of a table, with how many cells its rows have and what stands under such a head.
pub fn described(told: Diagnostic, cells: usize) -> Diagnostic {
    told.arg("cells", cells).arg("rule", rule(cells))
}
