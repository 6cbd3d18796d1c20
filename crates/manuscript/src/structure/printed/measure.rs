//! How wide lines are that run on, and whether one had room for the word the next begins with.
//!
//! A tool leaves a paragraph as the lines of the page. One that ends where more would have fit has ended.

use std::collections::HashMap;
use std::ops::Range;

use super::super::length::width_of;
use crate::source::{BlockKind, Blocks};
use crate::text::{marks, sentences, vocabulary};

/// How much of a line has to be left for a word to have had room in it.
const SLACK: f64 = 0.97;
/// The width of a blank, as `width_of` has it.
const BLANK: f64 = 0.28;
/// Lines to the next, blank ones between them.
const NEAR: usize = 3;
/// Lines that run on, to know how wide they are.
const FEWEST: usize = 3;

/// How wide the lines of items are that run on in the next, by their sign: the one in the middle.
pub fn widths(blocks: &Blocks, articles: &[Range<usize>]) -> HashMap<char, f64> {
    let mut widths: HashMap<char, Vec<f64>> = HashMap::new();
    let mut open = None;
    for index in articles.iter().flat_map(Clone::clone) {
        open = match blocks.lines[index].kind {
            BlockKind::Item(class) => Some(class),
            BlockKind::Text => open,
            _ => None,
        };
        let next = blocks.full(index + 1, index + 1 + NEAR);
        let runs_on = next.is_some_and(|next| blocks.lines[next].kind == BlockKind::Text);
        // A line that was put to another is as long as both.
        if let Some(open) = open.filter(|_| runs_on && is_single(blocks, index)) {
            widths.entry(open).or_default().push(width_of(blocks.lines[index].words()));
        }
    }
    let middle = |(class, mut widths): (char, Vec<f64>)| {
        widths.sort_unstable_by(f64::total_cmp);
        (widths.len() >= FEWEST).then(|| (class, widths[widths.len() / 2]))
    };
    widths.into_iter().filter_map(middle).collect()
}

/// Whether a block is a line of the file and no more.
fn is_single(blocks: &Blocks, index: usize) -> bool {
    blocks.lines[index].said.runs.lines.len() < 2
}

/// Whether a line so `wide` had room for the first word of another; none if it is no line of its own.
pub fn had_room(blocks: &Blocks, above: usize, below: usize, wide: f64) -> Option<bool> {
    let word = blocks.lines[below].words().split_whitespace().next().unwrap_or_default();
    let both = width_of(blocks.lines[above].words()) + BLANK + width_of(word);
    is_single(blocks, above).then_some(both <= SLACK * wide)
}

/// Whether a line is text that is nothing else.
pub fn is_plain(blocks: &Blocks, index: usize) -> bool {
    let line = &blocks.lines[index];
    line.kind == BlockKind::Text
        && !vocabulary::opens_unit(line.words())
        && !vocabulary::is_key(line.words())
        && !marks::is_starred(&line.said.runs)
}

/// Whether one of some lines does not go on with the one above it.
pub fn begins(blocks: &Blocks, full: &[usize], at: usize, wide: Option<f64>) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| full[before]) else { return false };
    let ended = wide.and_then(|wide| had_room(blocks, before, full[at], wide));
    !sentences::breaks_off(blocks.lines[before].words())
        && ended.unwrap_or(blocks.is_parted(full[at]))
}
