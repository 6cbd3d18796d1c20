//! Notes as HWP and Word paste them: a mark at a word (`법*`, `법[1]`) and a line that begins with the same mark.

use std::collections::BTreeSet;
use std::ops::Range;

use super::line::{Entry, Kind, blanks, line_end, line_start};
use crate::findings::Findings;
use crate::joints::bare;
use crate::literal::{Delimiter, Leftovers};
use crate::messages;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Edit;

/// Lines that are looked at, at most.
const MOST: usize = 100;

/// A line that begins with a mark.
struct Line {
    /// All of it, its further lines and its end included.
    range: Range<usize>,
    sign: Range<usize>,
    text: String,
}

/// Tells the notes of a text and what was left standing in it beside them. Gives the bytes of those notes.
pub fn notes(
    value: &str,
    mut leftovers: Vec<Leftovers>,
    stars: &[usize],
    entries: &[Entry],
    findings: &mut Findings,
) -> Vec<Range<usize>> {
    let mut taken = vec![];
    let mut labels = labels(value);
    for line in note_lines(value, &leftovers, stars, entries) {
        let sign = &value[line.sign.clone()];
        let Some(mark) = take_mark(value, sign, line.sign.start, &mut leftovers) else { continue };
        leftovers.iter_mut().for_each(|left| left.remove(&line.sign));
        let label = (1..).find(|label| labels.insert(*label)).unwrap_or_default();
        let edits = edits(value, &mark, &line, label, findings);
        let place = line.sign.start..line.sign.start + line_end(&value[line.sign.start..]);
        let diagnostic = Diagnostic::at(messages::NOTE_LINE, findings.place(place));
        let diagnostic = diagnostic.related(findings.place(mark)).arg("sign", sign);
        findings.push(diagnostic.arg("label", label).fix(edits));
        taken.push(line.range);
    }
    leftovers.into_iter().for_each(|left| left.report(value, findings));
    taken
}

/// The lines that may be notes, in order.
fn note_lines(
    value: &str,
    leftovers: &[Leftovers],
    stars: &[usize],
    entries: &[Entry],
) -> Vec<Line> {
    let items = stars.iter().map(|at| *at..*at + 1);
    let left = leftovers.iter().flat_map(|left| left.emphasis.iter().map(|d| d.range.clone()));
    let brackets = leftovers.iter().flat_map(|left| left.brackets.iter().cloned());
    let begins =
        |sign: &Range<usize>| value[line_start(value, sign.start)..sign.start].trim().is_empty();
    let mut signs: Vec<_> = items.chain(left).chain(brackets).filter(begins).collect();
    signs.sort_by_key(|sign| sign.start);
    let starts: Vec<usize> = signs.iter().map(|sign| line_start(value, sign.start)).collect();
    let line = |sign: Range<usize>| {
        let mut end = sign.end + line_end(&value[sign.end..]);
        let mut text = bare(value[sign.end..end].trim()).into_owned();
        // What follows without an empty line or a sign of its own belongs to it.
        while let Some(next) = value.get(end + 1..).map(|rest| &rest[..line_end(rest)]) {
            let begins = entries.binary_search_by_key(&(end + 1), |entry| entry.start).is_ok()
                || starts.binary_search(&(end + 1)).is_ok();
            if next.trim().is_empty() || begins || next.trim_start().starts_with(['|', '[']) {
                break;
            }
            text.push(' ');
            text.push_str(&bare(next.trim()));
            end += 1 + next.len();
        }
        Line { range: line_start(value, sign.start)..(end + 1).min(value.len()), sign, text }
    };
    signs.into_iter().take(MOST).map(line).filter(|line| !line.text.is_empty()).collect()
}

/// The nearest mark with this sign before a byte, right after a word.
fn take_mark(
    value: &str,
    sign: &str,
    before: usize,
    leftovers: &mut [Leftovers],
) -> Option<Range<usize>> {
    let waits = |range: &Range<usize>| {
        let word = value[..range.start].chars().next_back().is_some_and(|c| !c.is_whitespace());
        range.end <= before && &value[range.clone()] == sign && word
    };
    for left in leftovers.iter_mut().rev() {
        let emphasis = left.emphasis.iter().map(|Delimiter { range, .. }| range);
        let found = emphasis.chain(&left.brackets).rev().find(|range| waits(range)).cloned();
        if let Some(range) = found {
            left.remove(&range);
            return Some(range);
        }
    }
    None
}

/// The numbers that name notes already.
fn labels(value: &str) -> BTreeSet<usize> {
    let number = |after: &str| after.split(']').next().and_then(|name| name.parse().ok());
    value
        .split("[^")
        .skip(1)
        .filter_map(|after| number(&after[..after.floor_char_boundary(20)]))
        .collect()
}

/// The mark written as one, the line taken out, the note at the end of the text.
fn edits(
    value: &str,
    mark: &Range<usize>,
    line: &Line,
    label: usize,
    findings: &Findings,
) -> Option<Vec<Edit>> {
    let end = value.len();
    let gap = if value.ends_with('\n') { "\n" } else { "\n\n" };
    let close = if value.ends_with('\n') { "\n" } else { "" };
    Some(vec![
        findings.edit(mark.clone(), &format!("[^{label}]"))?,
        findings.edit(line.range.clone(), "")?,
        findings.edit(end..end, &format!("{gap}[^{label}]: {}{close}", line.text))?,
    ])
}

/// Whether a list item with a star follows another list without an empty line between: a note, most likely.
pub fn follows_list(value: &str, at: usize, entries: &[Entry]) -> bool {
    let start = line_start(value, at);
    let before = value[..start].strip_suffix('\n').unwrap_or_default();
    let parted = before[line_start(before, before.len())..].trim().is_empty();
    let before = entries.partition_point(|entry| entry.from < at);
    let last = entries[..before].iter().rev().find(|entry| matches!(entry.kind, Kind::Item(_)));
    !parted
        && blanks(&value[start..]) < 2
        && last.is_some_and(|entry| !value[entry.from..].starts_with('*'))
}
