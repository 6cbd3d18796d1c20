//! Finds where a contents list ends that has no leaders: by its page numbers, or by its form alone.

use std::collections::HashMap;

use super::leaders::{GAP, LONGEST, page};
use crate::source::{Block, BlockKind, Blocks};
use crate::text::marker::unnumbered;
use crate::text::{marker, titles, vocabulary};

/// Page numbers that make a list.
const FEWEST: usize = 2;
/// How like a heading a listed title must be for the list to end before it.
const LIKE: f64 = 0.6;
/// Lines from a heading to the first entry below it.
const NEAR: usize = 64;
/// Titles that are compared with headings, one by one.
const MOST: usize = 50_000;

/// The page number of such a line.
fn number(words: &str) -> Option<u16> {
    let rest = &words[page(words)?..];
    rest.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// One past the last of the lines that end in page numbers, none smaller than the one before;
/// `from`, if there are too few.
pub fn paged(blocks: &Blocks, from: usize) -> usize {
    let (mut end, mut count, mut gap, mut before) = (from, 0, 0, 0);
    for index in from..blocks.lines.len() {
        let line = &blocks.lines[index];
        if !line.is_text() || line.kind == BlockKind::TableRule {
            continue;
        }
        let here = number(line.words()).filter(|page| *page >= before && !line.is_heading());
        match here {
            Some(page) => (end, count, gap, before) = (index + 1, count + 1, 0, page),
            None => gap += 1,
        }
        // A heading of the list has entries below it.
        let stray = line.is_heading()
            && blocks.full(index + 1, blocks.lines.len()).is_some_and(|next| {
                let next = &blocks.lines[next];
                !next.is_heading() && number(next.words()).is_none()
            });
        let long = line.kind == BlockKind::Text && line.length() > LONGEST;
        if gap > GAP || long || stray || vocabulary::is_key(line.words()) {
            break;
        }
    }
    if count < FEWEST { from } else { end }
}

/// One past the last line of a list that has neither leaders nor pages: headings and items, until a
/// title comes again, lines begin that no heading repeats, or running text.
pub fn form(blocks: &Blocks, from: usize) -> usize {
    let mut later = Later::new(blocks, from);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let (mut end, mut entries) = (from, 0);
    for index in from..blocks.lines.len() {
        let line = &blocks.lines[index];
        if !line.is_text() {
            continue;
        }
        let key = key(line);
        let again = line.is_heading()
            && (seen.contains_key(&key) || (entries > 0 && !later.has_entries(blocks, index)));
        let long = line.length() > LONGEST;
        if again || long || begins_article(blocks, index) {
            break;
        }
        entries += usize::from(!line.is_heading());
        seen.insert(key, index);
        end = index + 1;
    }
    // A heading at the end has nothing of the list below it.
    while end > from && (!blocks.lines[end - 1].is_text() || blocks.lines[end - 1].is_heading()) {
        end -= 1;
    }
    end
}

/// Whether key points or sources follow before the next heading.
fn begins_article(blocks: &Blocks, index: usize) -> bool {
    let next = blocks.full(index + 1, blocks.lines.len());
    let key = |index: usize| vocabulary::is_key(blocks.lines[index].words());
    key(index) || next.is_some_and(key) || vocabulary::source(blocks.lines[index].words()).is_some()
}

/// The title a line would have in a list.
fn key(line: &Block) -> String {
    let words = line.words();
    let title = match line.kind {
        BlockKind::Row => {
            line.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
        }
        _ => words[..page(words).unwrap_or(words.len())].to_string(),
    };
    let bare = unnumbered(&title);
    titles::key(bare.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()))
}

/// The headings below the list's own, to be compared with what may be its entries.
struct Later {
    heads: Vec<(usize, String)>,
    last: HashMap<String, usize>,
    budget: usize,
}

impl Later {
    fn new(blocks: &Blocks, from: usize) -> Self {
        let heads: Vec<(usize, String)> = (from..blocks.lines.len())
            .filter(|index| blocks.lines[*index].is_heading())
            .map(|index| (index, key(&blocks.lines[index])))
            .filter(|(_, key)| !key.is_empty() && key.len() <= 4 * LONGEST)
            .collect();
        let last = heads.iter().map(|(line, key)| (key.clone(), *line)).collect();
        Self { heads, last, budget: MOST }
    }

    /// Whether a heading opens a part of the list: it comes again, or a line below it, before the
    /// next heading, names a heading further down. A heading above a heading is judged by that one.
    fn has_entries(&mut self, blocks: &Blocks, heading: usize) -> bool {
        let own = key(&blocks.lines[heading]);
        let again = self.last.get(&own).is_some_and(|line| *line > heading);
        let numbered = marker::numbering(blocks.lines[heading].words()).is_some();
        if again || (numbered && self.names(&own, heading + 1)) {
            return true;
        }
        let mut lines = heading + 1..blocks.lines.len().min(heading + NEAR);
        let full = |i: &usize| blocks.lines[*i].is_text() && !blocks.lines[*i].is_heading();
        let Some(first) = lines.find(full) else { return false };
        let mut rest = first..blocks.lines.len();
        let next = rest.find(|i| blocks.lines[*i].is_heading()).unwrap_or(blocks.lines.len());
        let near = (first..next).filter(|i| blocks.lines[*i].is_text()).take(2 * GAP);
        near.collect::<Vec<_>>().into_iter().any(|line| self.names(&key(&blocks.lines[line]), next))
    }

    /// Whether a title names a heading from line `from` on.
    fn names(&mut self, title: &str, from: usize) -> bool {
        if self.last.get(title).is_some_and(|line| *line >= from) {
            return true;
        }
        let start = self.heads.partition_point(|(line, _)| *line < from);
        let near = (self.heads.len() - start).min(self.budget);
        self.budget -= near;
        let long = title.chars().count();
        self.heads[start..start + near].iter().any(|(_, other)| {
            long <= 2 * other.chars().count() && titles::likeness(title, other) >= LIKE
        })
    }
}
