//! Rows of a table that make none: no line under the head, or no empty line before it.

use super::judge::Paragraph;
use super::line::{Seat, line_end, line_start};
use super::looks::Form;
use crate::findings::Findings;
use crate::messages;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Edit;

/// Tells the rows of a paragraph, a table at a time.
pub fn report(paragraph: &Paragraph, findings: &mut Findings) {
    let mut index = 0;
    while index < paragraph.forms.len() {
        let is_row = |form: &&Option<Form>| matches!(form, Some(Form::Row));
        let rows = paragraph.forms[index..].iter().take_while(is_row).count();
        if rows > 0 {
            table(paragraph, index, index + rows, findings);
        }
        index += rows.max(1);
    }
}

/// Tells the table of the lines from `first` up to `end`.
fn table(paragraph: &Paragraph, first: usize, end: usize, findings: &mut Findings) {
    let ruled = (first + 1 < end) && is_rule(paragraph.line(first + 1));
    // A head and its line that disagree are told at the line, and are the author's to mend.
    let (message, told) = match (ruled, first) {
        (true, 0) => (messages::BROKEN_TABLE, first + 1),
        (true, _) => (messages::TABLE_JOINED, first),
        (false, _) => (messages::BROKEN_TABLE, first),
    };
    let cells = cells(paragraph.line(first));
    let alike = (first..end).all(|row| self::cells(paragraph.line(row)) == cells);
    let sound = alike && end - first > 1 && !(ruled && first == 0) && paragraph.seat != Seat::Field;
    let edits = sound.then(|| edits(paragraph, first, end, ruled, findings)).flatten();
    let start = paragraph.starts[told];
    let place = findings.place(start..start + paragraph.line(told).len());
    findings.push(Diagnostic::at(message, place).fix(edits));
}

/// The table out of its list, empty lines around it, a line under its head.
fn edits(
    paragraph: &Paragraph,
    first: usize,
    end: usize,
    ruled: bool,
    findings: &Findings,
) -> Option<Vec<Edit>> {
    let value = paragraph.value;
    let mut edits = vec![];
    for row in first..end {
        let from = paragraph.starts[row];
        let start = line_start(value, from);
        let parted = if row == first && first > 0 { "\n" } else { "" };
        if start < from || !parted.is_empty() {
            edits.push(findings.edit(start..from, parted)?);
        }
        if value[from..from + paragraph.line(row).len()].contains('｜') {
            let line = paragraph.line(row).replace('｜', "|");
            edits.push(findings.edit(from..from + paragraph.line(row).len(), &line)?);
        }
        if row == first && !ruled {
            let at = from + line_end(&value[from..]);
            let rule = "---|".repeat(cells(paragraph.line(first)));
            edits.push(findings.edit(at..at, &format!("\n|{rule}"))?);
        }
    }
    if let Some(after) = paragraph.starts.get(end) {
        let start = line_start(value, *after);
        edits.push(findings.edit(start..start, "\n")?);
    }
    Some(edits)
}

/// Whether a row is the line under a head.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.bytes().all(|b| matches!(b, b'|' | b':' | b'-' | b' '))
}

/// How many cells a row has.
fn cells(line: &str) -> usize {
    let mut before = ' ';
    let mut bars = 0;
    for c in line.chars() {
        bars += usize::from(matches!(c, '|' | '｜') && before != '\\');
        before = c;
    }
    let closed = line.ends_with(['|', '｜']) && !line.ends_with("\\|");
    if closed { bars.saturating_sub(1) } else { bars }
}
