//! Finds the contents list and reads its lines: parts, sections, entries.
//!
//! It is told by its form: a heading such as 목차, or lines that end in dotted leaders and a page.
//! Which entry belongs to which article is settled later.

use std::collections::HashSet;
use std::ops::Range;

use super::ledger::{Ledger, Why};
use super::line::Kind;
use super::listed::{self, Listed};
use super::sheet::Sheet;
use super::{marker, pageless, titles, vocabulary};

/// Lines with words between two leaders of one list.
pub(super) const GAP: usize = 6;
/// Leaders that make a list without a heading.
const FEWEST: usize = 3;
/// Characters of an entry.
pub(super) const LONGEST: usize = 150;

/// The contents list.
#[derive(Debug, Default)]
pub struct Contents {
    /// Its lines.
    pub range: Range<usize>,
    /// What they name.
    pub listed: Vec<Listed>,
}

/// Finds and reads the list; empty if there is none.
pub fn read(sheet: &Sheet, ledger: &mut Ledger) -> Contents {
    let heading = (0..sheet.lines.len()).find(|i| is_contents_heading(sheet, *i));
    let range = match heading {
        Some(heading) => below(sheet, heading),
        None => by_leaders(sheet),
    };
    let Some(range) = range else { return Contents::default() };
    if let Some(heading) = heading {
        ledger.left_out(heading, Why::ContentsHeading, sheet.lines[heading].whole());
    }
    let listed = listed::read(sheet, range.clone(), heading, ledger);
    Contents { range, listed }
}

fn is_contents_heading(sheet: &Sheet, index: usize) -> bool {
    let line = &sheet.lines[index];
    let form = line.is_heading() || (line.kind == Kind::Text && sheet.is_parted(index));
    form && vocabulary::is_contents(line.words())
}

/// Where the title before a leader ends, if a line has a leader and a page.
pub fn leader(words: &str) -> Option<usize> {
    let text = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '*' | '|'));
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return None;
    }
    let before = text[..text.len() - digits].trim_end_matches(['p', 'P', '(']);
    let sign = |c: char| ".·…‥∙・⋯•_-–─━\\ \t".contains(c);
    let title = before.trim_end_matches(sign);
    let run = &before[title.len()..];
    let count = |signs: &str| run.chars().filter(|c| signs.contains(*c)).count();
    let leads = count("…‥⋯") > 0
        || count(".·∙・•_") >= 3
        || count("-–─━") >= 3
        || run.contains('\t')
        || run.contains("   ");
    (leads && title.chars().any(char::is_alphanumeric)).then_some(title.len())
}

/// The list below its heading: as far as its leaders go, or its page numbers, or its form.
fn below(sheet: &Sheet, heading: usize) -> Option<Range<usize>> {
    let ends = [cluster, pageless::paged, pageless::form];
    let end = ends.iter().map(|end| end(sheet, heading + 1)).find(|end| *end > heading + 1)?;
    (end > heading + 1).then_some(heading..end)
}

/// One past the last of the leaders that follow each other from `from` on.
fn cluster(sheet: &Sheet, from: usize) -> usize {
    let (mut end, mut gap) = (from, 0);
    for index in from..sheet.lines.len() {
        let line = &sheet.lines[index];
        if !line.is_text() {
            continue;
        }
        if leader(line.words()).is_some() {
            (end, gap) = (index + 1, 0);
        } else {
            gap += 1;
        }
        let text = line.kind == Kind::Text && line.text.chars().count() > LONGEST;
        if gap > GAP || text || vocabulary::is_key(line.words()) {
            break;
        }
    }
    while end > from
        && let Some(next) = more(sheet, end)
    {
        end = next;
    }
    end
}

/// One past an entry without leaders right after those that have them: an item, or a numbered name
/// with an item below it that has a page.
fn more(sheet: &Sheet, end: usize) -> Option<usize> {
    let item = |index: &usize| {
        sheet.lines.get(*index).is_some_and(|line| matches!(line.kind, Kind::Item(_)))
    };
    if item(&end) {
        return Some(end + 1);
    }
    let name = sheet.full(end, sheet.lines.len())?;
    let words = sheet.lines[name].words().trim_start_matches(['*', '_']);
    let numbered = sheet.lines[name].kind == Kind::Text && marker::numbering(words).is_some();
    let entry = sheet.full(name + 1, sheet.lines.len()).filter(item)?;
    (numbered && pageless::page(sheet.lines[entry].words()).is_some()).then_some(entry + 1)
}

/// A list that no heading opens: enough leaders in a row, and the headings right above them.
fn by_leaders(sheet: &Sheet) -> Option<Range<usize>> {
    let is_leader = |index: &usize| {
        let line = &sheet.lines[*index];
        line.is_text() && leader(line.words()).is_some()
    };
    let first = (0..sheet.lines.len()).find(is_leader)?;
    let end = cluster(sheet, first);
    if (first..end).filter(is_leader).count() < FEWEST {
        return None;
    }
    let later: HashSet<String> = sheet.lines[end..]
        .iter()
        .filter(|line| line.is_heading())
        .map(|line| titles::key(unnumbered(line.words())))
        .collect();
    let mut start = first;
    for index in (0..first).rev().filter(|i| sheet.lines[*i].is_text()) {
        let line = &sheet.lines[index];
        let numbered = marker::numbering(line.words()).is_some();
        let again = later.contains(&titles::key(unnumbered(line.words())));
        if !(numbered || again) || line.text.chars().count() > LONGEST {
            break;
        }
        start = index;
    }
    Some(start..end)
}

/// A title without its number.
pub fn unnumbered(words: &str) -> &str {
    &words[marker::numbering(words).map_or(0, |(_, length)| length)..]
}
