//! Finds subheads that have no sign: in most articles a line before items, which does not go on with what is above it.
//!
//! A blank line says so, or the line above, which had room for its first word: a line that runs on is full.

use std::collections::HashMap;
use std::ops::Range;

use super::super::length::width_of;
use super::openings::{INNER, Openings};
use crate::source::{BlockKind, Blocks, Ledger};
use crate::text::{marks, sentences, vocabulary};

/// The longest subhead, in characters.
const LONGEST: usize = 120;
/// Lines it runs on over.
const LINES: usize = 3;
/// How much of a line has to be left for a word to have had room in it.
const SLACK: f64 = 0.97;
/// The width of a blank, as `width_of` has it.
const BLANK: f64 = 0.28;

/// Makes them headings, if most articles have any.
pub fn settle(blocks: &mut Blocks, openings: &Openings, ledger: &mut Ledger) {
    let articles = openings.articles(blocks.lines.len());
    let widths = widths(blocks, &articles);
    let found: Vec<Vec<Range<usize>>> =
        articles.iter().map(|article| subheads(blocks, article.clone(), &widths)).collect();
    let voters =
        articles.iter().filter(|range| classes(blocks, (*range).clone()).is_some()).count();
    let with = found.iter().filter(|found| !found.is_empty()).count();
    if 2 * with < voters || with == 0 {
        return;
    }
    for lines in found.into_iter().flatten() {
        blocks.join(lines.start, lines.end - 1, ledger);
        blocks.lines[lines.start].kind = BlockKind::Heading(INNER);
    }
}

fn class(blocks: &Blocks, index: usize) -> Option<char> {
    match blocks.lines[index].kind {
        BlockKind::Item(class) => Some(class),
        _ => None,
    }
}

/// The signs of an article's key points and of the items of its text.
fn classes(blocks: &Blocks, range: Range<usize>) -> Option<(char, char)> {
    let mut items = range.filter_map(|index| class(blocks, index));
    let key = items.next()?;
    items.find(|class| *class != key).map(|item| (key, item))
}

/// How wide the lines of items are, by their sign.
fn widths(blocks: &Blocks, articles: &[Range<usize>]) -> HashMap<char, f64> {
    let mut widths: HashMap<char, f64> = HashMap::new();
    let mut open = None;
    for index in articles.iter().flat_map(Clone::clone) {
        open = match blocks.lines[index].kind {
            BlockKind::Item(class) => Some(class),
            BlockKind::Text => open,
            _ => None,
        };
        // A line that was put to another is as long as both.
        if let Some(open) = open.filter(|_| is_single(blocks, index)) {
            let own = width_of(blocks.lines[index].words());
            let widest = widths.entry(open).or_default();
            *widest = widest.max(own);
        }
    }
    widths
}

/// The lines of an article's subheads.
fn subheads(
    blocks: &Blocks,
    range: Range<usize>,
    widths: &HashMap<char, f64>,
) -> Vec<Range<usize>> {
    let Some((key, item)) = classes(blocks, range.clone()) else { return vec![] };
    let full: Vec<usize> = range.filter(|index| blocks.lines[*index].is_text()).collect();
    let first = full.iter().position(|index| class(blocks, *index) == Some(key)).unwrap_or(0);
    let (mut found, mut above) = (vec![], None);
    let mut at = first;
    while at < full.len() {
        let line = &blocks.lines[full[at]];
        let lines = full[at..].iter().take_while(|index| is_plain(blocks, **index)).count();
        let opens = full.get(at + lines).is_some_and(|next| class(blocks, *next) == Some(item));
        let wide = above.and_then(|above| widths.get(&above)).copied();
        let begin = (at..at + lines.min(LONGEST)).find(|from| begins(blocks, &full, *from, wide));
        if let Some(begin) = begin.filter(|begin| opens && at + lines - begin <= LINES) {
            let last = full[at + lines - 1];
            let length: usize =
                full[begin..at + lines].iter().map(|i| blocks.lines[*i].length()).sum();
            found.extend((length <= LONGEST).then_some(full[begin]..last + 1));
        }
        above = match line.kind {
            BlockKind::Item(class) => Some(class),
            BlockKind::Text => above,
            _ => None,
        };
        at += lines.max(1);
    }
    found
}

/// Whether a line is text that is nothing else.
fn is_plain(blocks: &Blocks, index: usize) -> bool {
    let line = &blocks.lines[index];
    line.kind == BlockKind::Text
        && !vocabulary::opens_unit(line.words())
        && !vocabulary::is_key(line.words())
        && !marks::is_starred(&line.said.runs)
}

/// Whether a block is a line of the file and no more.
fn is_single(blocks: &Blocks, index: usize) -> bool {
    blocks.lines[index].said.runs.lines.len() < 2
}

/// Whether one of some lines does not go on with the one above it.
fn begins(blocks: &Blocks, full: &[usize], at: usize, wide: Option<f64>) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| full[before]) else { return false };
    let (above, line) = (blocks.lines[before].words(), blocks.lines[full[at]].words());
    let word = line.split_whitespace().next().unwrap_or_default();
    let room = |wide: f64| width_of(above) + BLANK + width_of(word) <= SLACK * wide;
    let ended = || is_single(blocks, before) && wide.is_some_and(room);
    !sentences::breaks_off(above) && (blocks.is_parted(full[at]) || ended())
}
