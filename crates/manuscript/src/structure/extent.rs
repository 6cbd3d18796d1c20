//! Finds where the masthead ends and the articles begin.
//!
//! A masthead is short lines; what is running text, and what stands right above it, is an article's.

use std::ops::Range;

use crate::source::{Block, BlockKind, Blocks};
use crate::text::{dates, vocabulary};

/// The longest line of a masthead, in characters.
const LONGEST: usize = 200;
/// The most lines of a masthead, without blank ones.
const MOST: usize = 12;
/// The longest line that names the periodical or the month, in characters.
pub const NAME: usize = 60;
/// The longest line with a full stop that is no running text, in characters.
const MOTTO: usize = 20;

/// The lines of the masthead; `contents` is where the contents list stands.
pub fn find(blocks: &Blocks, contents: &Range<usize>) -> Range<usize> {
    let end = match contents.is_empty() {
        false if is_brief(blocks, contents.start) => contents.start,
        _ => without_contents(blocks),
    };
    0..before_articles(blocks, end)
}

/// The first line before `end` that is an article's: running text, with the title above it.
fn before_articles(blocks: &Blocks, end: usize) -> usize {
    let full: Vec<usize> = (0..end).filter(|i| blocks.lines[*i].is_text()).collect();
    // One past the last line that is surely of the masthead.
    let mut sure = 0;
    for (nth, index) in full.iter().enumerate() {
        let line = &blocks.lines[*index];
        let heads = nth > 0 && sure > 0 && opens_text(blocks, *index, end);
        if !is_short(line) || heads || (sure > 0 && is_running(line)) {
            let title =
                nth.checked_sub(1).map(|nth| full[nth]).filter(|i| blocks.lines[*i].is_heading());
            return match sure {
                0 => title.filter(|title| !is_name(blocks, *title)).unwrap_or(*index),
                sure => full[..=nth].iter().copied().find(|i| *i >= sure).unwrap_or(*index),
            };
        }
        if is_month(line) || vocabulary::publisher(line.words()).is_some() {
            sure = index + 1;
        }
    }
    end
}

/// Whether a heading is the first words of the file and above all others.
fn is_name(blocks: &Blocks, index: usize) -> bool {
    let own = blocks.lines[index].level();
    blocks.full(0, index).is_none()
        && blocks.lines[index + 1..].iter().filter_map(Block::level).all(|other| Some(other) > own)
}

/// Whether a heading has words of its own, none of which is the month.
fn opens_text(blocks: &Blocks, index: usize, end: usize) -> bool {
    if !blocks.lines[index].is_heading() || is_month(&blocks.lines[index]) {
        return false;
    }
    let mut below = blocks.lines[index + 1..end].iter().filter(|line| line.is_text()).peekable();
    let direct = below.peek().is_some_and(|line| !line.is_heading());
    direct && !below.take_while(|line| !line.is_heading()).any(is_month)
}

/// A sentence, or what belongs to an article alone.
fn is_running(line: &Block) -> bool {
    let words = line.words().trim_end_matches(['”', '"', '’', ')']);
    let sentence = words.ends_with(['.', '?', '!']) && words.chars().count() > MOTTO;
    let dated = vocabulary::is_published(line.words());
    vocabulary::source(words).is_some()
        || vocabulary::is_caption(words)
        || (sentence && !dated && line.kind == BlockKind::Text)
}

/// Whether a line says of which month the number is, and little else.
fn is_month(line: &Block) -> bool {
    let words = line.words();
    words.chars().count() <= NAME
        && !words.ends_with("다.")
        && vocabulary::source(words).is_none()
        && (dates::month(words).is_some() || vocabulary::is_published(words))
}

fn is_short(line: &Block) -> bool {
    matches!(line.kind, BlockKind::Text | BlockKind::Heading(_)) && line.length() <= LONGEST
}

/// Whether what stands before line `end` can be a masthead.
fn is_brief(blocks: &Blocks, end: usize) -> bool {
    let lines = blocks.lines[..end].iter().filter(|line| line.is_text());
    let marks = |line: &Block| {
        vocabulary::is_key(line.words()) || vocabulary::source(line.words()).is_some()
    };
    lines.clone().count() <= 2 * MOST && !lines.clone().any(marks)
}

/// Where the masthead ends if no contents list follows it: at the second heading, if the first is
/// that of the whole.
fn without_contents(blocks: &Blocks) -> usize {
    let heads: Vec<(usize, u8)> = blocks
        .lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| Some((index, line.level()?)))
        .collect();
    let Some((first, level)) = heads.first().copied() else {
        return without_headings(blocks, blocks.lines.len());
    };
    // Lines above it that name the month are the masthead, unless it is the heading of the whole.
    let above = heads.len() > 1 && heads[1..].iter().all(|(_, other)| *other > level);
    let early = without_headings(blocks, first);
    if early > 0 && !above {
        return early;
    }
    let next = heads.get(1).map_or(blocks.lines.len(), |(line, _)| *line);
    let inner = blocks.lines[first..next].iter().filter(|line| line.is_text());
    let few = inner.clone().count() <= MOST && inner.clone().all(is_short);
    let dated = inner.clone().any(is_month);
    let key = blocks.full(first + 1, next).or(heads.get(1).map(|(line, _)| *line));
    let opens = key.is_some_and(|line| vocabulary::is_key(blocks.lines[line].words()));
    match few && (dated || above) && heads.len() > 1 && !opens {
        true => next,
        false => first,
    }
}

/// A few short lines at the start, before line `end`, down to the one with the month.
fn without_headings(blocks: &Blocks, end: usize) -> usize {
    let full: Vec<usize> = (0..end).filter(|i| blocks.lines[*i].is_text()).take(MOST / 2).collect();
    let short = |index: &&usize| {
        blocks.lines[**index].kind == BlockKind::Text && blocks.lines[**index].length() <= NAME
    };
    let lines: Vec<usize> = full.iter().take_while(short).copied().collect();
    let month = lines.iter().rev().find(|i| dates::month(blocks.lines[**i].words()).is_some());
    month.map_or(0, |index| index + 1)
}
