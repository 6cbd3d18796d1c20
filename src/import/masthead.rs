//! Reads what stands before the articles: the periodical's name, a line under it, the month.

use std::ops::Range;

use super::draft::Head;
use super::inline;
use super::ledger::{Ask, Ledger, Why};
use super::line::{Kind, Line};
use super::sheet::Sheet;
use super::words::Words;
use super::{dates, vocabulary};

/// The longest line of a masthead, in characters.
const LONGEST: usize = 200;
/// The most lines of a masthead, without blank ones.
const MOST: usize = 12;
/// The longest name that is no heading, in characters.
const NAME: usize = 60;

/// The lines of the masthead; `contents` is where the contents list stands.
pub fn extent(sheet: &Sheet, contents: &Range<usize>) -> Range<usize> {
    let end = match contents.is_empty() {
        false if is_brief(sheet, contents.start) => contents.start,
        _ => without_contents(sheet),
    };
    // Running text is an article's, wherever it stands.
    let running = |line: &&Line| line.is_text() && !is_short(line);
    let at = sheet.lines[..end].iter().position(|line| running(&line));
    0..at.unwrap_or(end)
}

fn is_short(line: &Line) -> bool {
    matches!(line.kind, Kind::Text | Kind::Heading(_)) && line.text.chars().count() <= LONGEST
}

/// Whether what stands before line `end` can be a masthead.
fn is_brief(sheet: &Sheet, end: usize) -> bool {
    let lines = sheet.lines[..end].iter().filter(|line| line.is_text());
    let marks = |line: &Line| {
        vocabulary::is_key(line.words()) || vocabulary::source(line.words()).is_some()
    };
    lines.clone().count() <= 2 * MOST && !lines.clone().any(marks)
}

/// Where the masthead ends if no contents list follows it: at the second heading, if the first is
/// that of the whole.
fn without_contents(sheet: &Sheet) -> usize {
    let heads: Vec<(usize, u8)> = sheet
        .lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| match line.kind {
            Kind::Heading(level) => Some((index, level)),
            _ => None,
        })
        .collect();
    let Some((first, level)) = heads.first().copied() else { return without_headings(sheet) };
    let next = heads.get(1).map_or(sheet.lines.len(), |(line, _)| *line);
    let inner = sheet.lines[first..next].iter().filter(|line| line.is_text());
    let few = inner.clone().count() <= MOST && inner.clone().all(is_short);
    let dated = inner.clone().any(|line| dates::month(line.words()).is_some());
    let above = heads.len() > 1 && heads[1..].iter().all(|(_, other)| *other > level);
    let key = sheet.full(first + 1, next).or(heads.get(1).map(|(line, _)| *line));
    let opens = key.is_some_and(|line| vocabulary::is_key(sheet.lines[line].words()));
    match few && (dated || above) && heads.len() > 1 && !opens {
        true => next,
        false => first,
    }
}

/// A few short lines at the start, down to the one with the month.
fn without_headings(sheet: &Sheet) -> usize {
    let full: Vec<usize> =
        (0..sheet.lines.len()).filter(|i| sheet.lines[*i].is_text()).take(MOST / 2).collect();
    let short = |index: &&usize| {
        sheet.lines[**index].kind == Kind::Text && sheet.lines[**index].text.chars().count() <= NAME
    };
    let lines: Vec<usize> = full.iter().take_while(short).copied().collect();
    let month = lines.iter().rev().find(|i| dates::month(sheet.lines[**i].words()).is_some());
    month.map_or(0, |index| index + 1)
}

/// Reads the masthead and takes its lines out of the sheet.
pub fn read(sheet: &mut Sheet, range: Range<usize>, ledger: &mut Ledger) -> Head {
    let mut head = Head::default();
    let lines: Vec<usize> = range.filter(|i| sheet.lines[*i].is_text()).collect();
    let name = name_line(sheet, &lines);
    for index in &lines {
        line(&mut head, sheet, *index, name == Some(*index), ledger);
    }
    sheet.settle(lines);
    head
}

/// The line of the name: the first heading that says more than the month, else a short first line.
fn name_line(sheet: &Sheet, lines: &[usize]) -> Option<usize> {
    let says = |index: &&usize| {
        let words = sheet.lines[**index].words();
        let rest = match dates::month(words) {
            Some((range, ..)) => format!("{}{}", &words[..range.start], &words[range.end..]),
            None => words.to_string(),
        };
        rest.chars().any(char::is_alphabetic)
    };
    let heading = lines.iter().filter(|i| sheet.lines[**i].is_heading()).find(says);
    let text = || lines.iter().find(says).filter(|i| sheet.lines[**i].text.chars().count() <= NAME);
    heading.or_else(text).copied()
}

fn line(head: &mut Head, sheet: &Sheet, index: usize, is_name: bool, ledger: &mut Ledger) {
    let text = sheet.take(index, ledger).to_string();
    if head.published.is_none() {
        let date = dates::all(&text).into_iter().find_map(|found| found.date);
        head.published = date.map(|date| (date, index));
    }
    let month = dates::month(&text);
    if let Some((_, year, number)) = month.as_ref().filter(|_| head.month.is_none()) {
        head.month = Some((*year, *number, Some(index)));
    }
    if is_name {
        let end = month.as_ref().map_or(text.len(), |(range, ..)| range.start);
        let rest = month.as_ref().map_or("", |(range, ..)| &text[range.end..]);
        let bare = text[..end].trim_end_matches([' ', '(', '[', '-', '–', '|', ',', '_']);
        if bare.chars().any(char::is_alphabetic) {
            ledger.removed(index, Why::Month, &text[bare.len()..]);
            head.name = Words::text(&inline::line(bare, index, ledger).plain(), &[index]);
            if rest.chars().any(char::is_alphabetic) {
                ledger.ask(Ask::MastheadLine, index, vec![("text", rest.trim().to_string())]);
            }
            return;
        }
    }
    if let Some(label) = vocabulary::publisher(&text).filter(|_| head.publisher.is_empty()) {
        ledger.removed(index, Why::Label, &text[..label]);
        head.publisher =
            Words::text(&inline::line(&text[label..], index, ledger).plain(), &[index]);
        return;
    }
    if let Some((range, ..)) = month {
        let rest = format!("{} {}", &text[..range.start], &text[range.end..]);
        ledger.left_out(index, Why::Month, sheet.lines[index].whole());
        if rest.chars().any(char::is_alphanumeric) {
            ledger.ask(Ask::MastheadLine, index, vec![("text", text)]);
        }
        return;
    }
    if head.tagline.is_none() && !is_name {
        head.tagline = Some(Words::text(&inline::line(&text, index, ledger).plain(), &[index]));
        return;
    }
    ledger.left_out(index, Why::Masthead, sheet.lines[index].whole());
    ledger.ask(Ask::MastheadLine, index, vec![("text", text)]);
}
