//! Rows of a table that make none: no line under the head, or no empty line before it.

use super::judge::Paragraph;
use super::line::{Seat, line_end, line_start};
use super::looks::Form;
use crate::findings::Findings;
use crate::messages;
use crate::row::{cells, described, is_rule, rule};
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
    // A head and its line that disagree are told at the line.
    let (message, told) = match (ruled, first) {
        (true, 0) => (messages::BROKEN_TABLE, first + 1),
        (true, _) => (messages::TABLE_JOINED, first),
        (false, _) => (messages::BROKEN_TABLE, first),
    };
    let wanted = cells(paragraph.line(first));
    let alike = |row: usize| cells(paragraph.line(row)) == wanted;
    // A line under the head that is too short or too long is written anew, if all rows agree with the head.
    let off = ruled && first == 0;
    let sound = (first..end).all(|row| alike(row) || (off && row == told))
        && end - first > if off { 2 } else { 1 }
        && !is_rule(paragraph.line(first))
        && paragraph.seat != Seat::Field;
    let edits = sound.then(|| edits(paragraph, first, end, ruled, findings)).flatten();
    let start = paragraph.starts[told];
    let place = findings.place(start..start + paragraph.line(told).len());
    let told = Diagnostic::at(message, place);
    let told = if ruled && !off { told } else { described(told, wanted) };
    findings.push(told.fix(edits));
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
        let rule = rule(cells(paragraph.line(first)));
        if row == first && !ruled {
            let at = from + line_end(&value[from..]);
            edits.push(findings.edit(at..at, &format!("\n{rule}"))?);
        }
        if row == 1 && ruled && first == 0 {
            edits.push(findings.edit(from..from + paragraph.line(row).len(), &rule)?);
        }
    }
    if let Some(after) = paragraph.starts.get(end) {
        let start = line_start(value, *after);
        edits.push(findings.edit(start..start, "\n")?);
    }
    Some(edits)
}
