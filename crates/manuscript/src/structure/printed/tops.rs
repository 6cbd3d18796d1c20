//! Leaves out what each page has at its top and its foot: running heads, tab lines, page numbers.
//!
//! They are told by where they stand: between the end of one article and the title of the next, after a
//! page's number, and by their coming again.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::contents::Contents;
use super::super::leaders;
use super::openings::{Openings, is_number};
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger};
use crate::text::{dates, titles, vocabulary};

/// Lines over a title at most.
const MOST: usize = 16;
/// The longest of them, in characters.
const LONGEST: usize = 80;
/// How often a line must come to be a running head wherever it stands over a title.
const AGAIN: usize = 2;
/// Lines from one that comes once to the next, for one question about both.
const NEAR: usize = 4;

/// Leaves them out.
pub fn leave_out(
    blocks: &mut Blocks,
    from: usize,
    openings: &Openings,
    contents: &Contents,
    ledger: &mut Ledger,
) {
    let zones: Vec<Zone> = openings
        .lines
        .iter()
        .enumerate()
        .map(|(nth, opening)| {
            let floor = nth.checked_sub(1).map_or(from, |before| openings.lines[before].last + 1);
            Zone::over(blocks, floor, opening.first)
        })
        .collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for index in zones.iter().flat_map(|zone| &zone.lines) {
        *counts.entry(titles::key(blocks.lines[*index].words())).or_default() += 1;
    }
    let mut heads = vec![];
    for zone in &zones {
        for index in &zone.lines {
            let words = blocks.lines[*index].words();
            let again = counts.get(&titles::key(words)).is_some_and(|count| *count >= AGAIN);
            if zone.closed || again || openings.is_group(words) || dates::month(words).is_some() {
                heads.push(*index);
            }
        }
    }
    // Tab lines stand at the top of pages that open nothing as well.
    let opens: HashSet<usize> = openings.lines.iter().map(|opening| opening.first).collect();
    let calendar = openings.calendar.unwrap_or(blocks.lines.len());
    let tabs = (from..calendar).filter(|index| {
        let line = &blocks.lines[*index];
        matches!(line.kind, BlockKind::Text | BlockKind::Item('1'))
            && openings.is_group(line.words())
    });
    heads.extend(tabs.filter(|index| !opens.contains(index)));
    heads.sort_unstable();
    heads.dedup();
    ask(blocks, &heads, openings, ledger);
    heads.into_iter().for_each(|index| blocks.drop(index, Why::RunningHead, ledger));
    let feet: Vec<usize> = zones.iter().filter_map(|zone| zone.foot).collect();
    feet.into_iter().for_each(|index| blocks.drop(index, Why::PageNumber, ledger));
    listed_numbers(blocks, from, calendar, contents, ledger);
}

/// Asks about the line that comes most often, and about each that comes once and has no form of its own.
fn ask(blocks: &Blocks, heads: &[usize], openings: &Openings, ledger: &mut Ledger) {
    let mut strange: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for index in heads.iter().filter(|at| !openings.is_group(blocks.lines[**at].words())) {
        let key = titles::key(blocks.lines[*index].words());
        strange.entry(key).or_insert((0, *index)).0 += 1;
    }
    let stray =
        |at: &(usize, usize)| at.0 == 1 && dates::month(blocks.lines[at.1].words()).is_none();
    let (once, known): (Vec<_>, Vec<_>) = strange.into_values().partition(stray);
    let most = known.into_iter().max_by_key(|(count, first)| (*count, Reverse(*first)));
    if let Some((count, first)) = most {
        let text = blocks.lines[first].whole().to_string();
        ledger.ask(Ask::RunningHead, first, [("count", count.to_string()), ("text", text)]);
    }
    let mut once: Vec<usize> = once.into_iter().map(|(_, index)| index).collect();
    once.sort_unstable();
    for lines in once.chunk_by(|a, b| b - a <= NEAR) {
        let texts: Vec<&str> = lines.iter().map(|index| blocks.lines[*index].words()).collect();
        ledger.ask(Ask::Unclaimed, lines[0], [("text", texts.join(" "))]);
    }
}

/// The lines over a title.
struct Zone {
    lines: Vec<usize>,
    /// The page's number above them.
    foot: Option<usize>,
    /// Whether what stands above them has surely ended.
    closed: bool,
}

impl Zone {
    fn over(blocks: &Blocks, floor: usize, title: usize) -> Self {
        let mut zone = Self { lines: vec![], foot: None, closed: false };
        for index in (floor..title).rev().filter(|index| blocks.lines[*index].is_text()) {
            let line = &blocks.lines[index];
            let words = line.words();
            let dated = dates::all(words).last().is_some_and(|date| date.date.is_some());
            let form = matches!(line.kind, BlockKind::Text | BlockKind::Item('1'));
            if is_number(line.whole()) {
                (zone.foot, zone.closed) = (Some(index), true);
                break;
            }
            if dated || vocabulary::source(words).is_some() {
                zone.closed = dated;
                break;
            }
            let words = line.words().split_whitespace().map(|word| word.chars().count() + 1);
            if !form || words.sum::<usize>() > LONGEST || zone.lines.len() >= MOST {
                break;
            }
            zone.lines.push(index);
        }
        zone
    }
}

/// Numbers that the list has as pages, where nothing goes on after them.
fn listed_numbers(
    blocks: &mut Blocks,
    from: usize,
    calendar: usize,
    contents: &Contents,
    ledger: &mut Ledger,
) {
    let number = |text: &str| -> Option<u16> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    let page = |words: &str| {
        if is_number(words) {
            return number(words);
        }
        let end = leaders::leader(words).or_else(|| leaders::page(words))?;
        number(&words[end..])
    };
    let listed: HashSet<u16> =
        contents.range.clone().filter_map(|index| page(blocks.lines[index].words())).collect();
    let found: Vec<usize> = (from..blocks.lines.len())
        .filter(|index| {
            let line = &blocks.lines[*index];
            let form = matches!(line.kind, BlockKind::Text | BlockKind::Item('-'));
            form && is_number(line.whole())
                && number(line.whole()).is_some_and(|n| listed.contains(&n))
        })
        .filter(|index| {
            let next = blocks.full(*index + 1, blocks.lines.len());
            let apart = blocks.lines.get(*index + 1).is_none_or(|next| !next.is_text());
            next.is_none()
                || *index > calendar
                || apart && next.is_some_and(|next| blocks.lines[next].kind == BlockKind::Text)
        })
        .collect();
    found.into_iter().for_each(|index| blocks.drop(index, Why::PageNumber, ledger));
}
