//! Reads what stands before the articles: the periodical's name, a line under it, the month.

use std::ops::Range;

use super::extent::NAME;
use crate::draft::{Head, Month};
use crate::messages::{Ask, Why};
use crate::source::{Block, Blocks, Ledger, Runs};
use crate::text::dates::{self, FoundMonth};
use crate::text::vocabulary;

/// Lines that a month is parted into at most.
const MONTH: usize = 3;

/// Reads the masthead and takes its lines out of the blocks.
pub fn read(blocks: &mut Blocks, range: Range<usize>, ledger: &mut Ledger) -> Head {
    let mut head = Head::default();
    let lines = lines(blocks, range, ledger);
    let name = name_line(blocks, &lines);
    for index in &lines {
        line(&mut head, blocks, *index, name == Some(*index), ledger);
    }
    blocks.settle(lines);
    head
}

/// Its lines; those of a month that a tool parted are one.
fn lines(blocks: &mut Blocks, range: Range<usize>, ledger: &mut Ledger) -> Vec<usize> {
    let full = |blocks: &Blocks| {
        let lines = range.clone().filter(|index| blocks.lines[*index].is_text());
        lines.collect::<Vec<usize>>()
    };
    let lines = full(blocks);
    let words = |index: &usize| blocks.lines[*index].words();
    if lines.iter().any(|index| dates::month(words(index)).is_some()) {
        return lines;
    }
    let mut parts = (2..=MONTH).rev().flat_map(|count| lines.windows(count));
    let parted = parts.find(|lines| {
        let short = lines.iter().all(|index| blocks.lines[*index].length() <= NAME);
        let whole = lines.iter().map(words).collect::<Vec<_>>().join(" ");
        short && dates::month(&whole).is_some_and(|found| found.range == (0..whole.len()))
    });
    if let Some([first, .., last]) = parted {
        blocks.join(*first, *last, ledger);
    }
    full(blocks)
}

/// The month that pages have at their tops, which were left out.
pub fn of_tops(blocks: &Blocks, ledger: &Ledger) -> Option<Month> {
    let top = |(index, line): (usize, &Block)| {
        let out = ledger.fate(index).out == Some(Why::RunningHead);
        dates::month(line.words()).filter(|_| out)
    };
    let found = blocks.lines.iter().enumerate().find_map(top)?;
    Some(Month { year: found.year, month: found.month, line: None })
}

/// The line of the name: the first heading that says more than the month, else a short first line.
fn name_line(blocks: &Blocks, lines: &[usize]) -> Option<usize> {
    let says = |index: &&usize| {
        let words = blocks.lines[**index].words();
        let rest = match dates::month(words) {
            Some(month) => format!("{}{}", &words[..month.range.start], &words[month.range.end..]),
            None => words.to_string(),
        };
        rest.chars().any(char::is_alphabetic)
    };
    let heading = lines.iter().filter(|i| blocks.lines[**i].is_heading()).find(says);
    let text = || lines.iter().find(says).filter(|i| blocks.lines[**i].length() <= NAME);
    heading.or_else(text).copied()
}

fn line(head: &mut Head, blocks: &Blocks, index: usize, is_name: bool, ledger: &mut Ledger) {
    let runs = blocks.take(index, ledger);
    let text = blocks.lines[index].words();
    if head.published.is_none() {
        let date = dates::all(text).into_iter().find_map(|found| found.date);
        head.published = date.map(|date| (date, index));
    }
    let month = dates::month(text);
    if head.month.is_none() {
        let of =
            |found: &FoundMonth| Month { year: found.year, month: found.month, line: Some(index) };
        head.month = month.as_ref().map(of);
    }
    if is_name {
        let end = month.as_ref().map_or(text.len(), |month| month.range.start);
        let rest = month.as_ref().map_or("", |month| &text[month.range.end..]);
        let bare = text[..end].trim_end_matches([' ', '(', '[', '-', '–', '|', ',', '_']);
        if bare.chars().any(char::is_alphabetic) {
            ledger.removed(index, Why::Month, &text[bare.len()..]);
            head.name = runs.cut(0..bare.len()).flat();
            if rest.chars().any(char::is_alphabetic) {
                ledger.ask(Ask::MastheadLine, index, [("text", rest.trim().to_string())]);
            }
            return;
        }
    }
    if let Some(label) = vocabulary::publisher(text).filter(|_| head.publisher.is_empty()) {
        return publisher(head, runs, label, index, ledger);
    }
    if let Some(FoundMonth { range, .. }) = month {
        let rest = format!("{} {}", &text[..range.start], &text[range.end..]);
        blocks.leave_out(index, Why::Month, ledger);
        if rest.chars().any(char::is_alphanumeric) {
            ledger.ask(Ask::MastheadLine, index, [("text", text)]);
        }
        return;
    }
    if head.tagline.is_none() && !is_name {
        head.tagline = Some(runs.flat());
        return;
    }
    blocks.leave_out(index, Why::Masthead, ledger);
    ledger.ask(Ask::MastheadLine, index, [("text", text)]);
}

/// `발행: 이름  발행일: …`: the name; what follows it has no field, but for the day.
fn publisher(head: &mut Head, runs: &Runs, label: usize, index: usize, ledger: &mut Ledger) {
    let text = &runs.text();
    let end = label + vocabulary::name_end(&text[label..]);
    ledger.removed(index, Why::Label, &text[..label]);
    head.publisher = runs.cut(label..end).flat();
    let rest = text[end..].trim();
    if rest.is_empty() {
        return;
    }
    ledger.removed(index, Why::Masthead, rest);
    let day = vocabulary::is_published(rest) && head.published.is_some_and(|(_, of)| of == index);
    if !day {
        ledger.ask(Ask::MastheadLine, index, [("text", rest.to_string())]);
    }
}
