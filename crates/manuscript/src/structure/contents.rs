//! Finds the contents list and reads its lines: parts, sections, entries.
//!
//! It is told by its form: a heading such as 목차, or lines that end in dotted leaders and a page.
//! Which entry belongs to which article is settled later.

use std::collections::HashSet;
use std::ops::Range;

use super::bare;
use super::leaders::{GAP, LONGEST, leader, page};
use super::listed::{self, Listed};
use super::pageless;
use crate::messages::Why;
use crate::source::{BlockKind, Blocks, Ledger};
use crate::text::marker::{Numbering, unnumbered};
use crate::text::{marker, titles, vocabulary};

/// Leaders that make a list without a heading; fewer do where the text has all their titles.
const FEWEST: usize = 3;
/// Parts without entries after a list.
const GROUPS: usize = 8;

/// The contents list.
#[derive(Debug, Default)]
pub struct Contents {
    /// Its lines.
    pub range: Range<usize>,
    /// What they name.
    pub listed: Vec<Listed>,
}

/// Finds and reads the list; empty if there is none.
pub fn read(blocks: &Blocks, ledger: &mut Ledger) -> Contents {
    let heading = (0..blocks.lines.len()).find(|i| is_contents_heading(blocks, *i));
    let led = |heading: &usize| cluster(blocks, heading + 1) > heading + 1;
    let named = || (0..blocks.lines.len()).find(|i| is_named(blocks, *i));
    if let Some(heading) = heading.or_else(named).filter(|heading| !led(heading))
        && let Some((end, listed)) = bare::read(blocks, heading, ledger)
    {
        blocks.leave_out(heading, Why::ContentsHeading, ledger);
        return Contents { range: heading..end, listed };
    }
    let range = match heading {
        Some(heading) => below(blocks, heading),
        None => by_leaders(blocks),
    };
    let Some(range) = range else { return Contents::default() };
    if let Some(heading) = heading {
        blocks.leave_out(heading, Why::ContentsHeading, ledger);
    }
    let listed = listed::read(blocks, range.clone(), heading, ledger);
    Contents { range, listed }
}

fn is_contents_heading(blocks: &Blocks, index: usize) -> bool {
    let line = &blocks.lines[index];
    let form = line.is_heading() || (line.kind == BlockKind::Text && blocks.is_parted(index));
    form && vocabulary::is_contents(line.words())
}

/// Whether a line is such a heading by its words alone.
fn is_named(blocks: &Blocks, index: usize) -> bool {
    let line = &blocks.lines[index];
    line.kind == BlockKind::Text && vocabulary::is_contents(line.words())
}

/// The list below its heading: as far as its leaders go, or its page numbers, or its form.
fn below(blocks: &Blocks, heading: usize) -> Option<Range<usize>> {
    let ends = [cluster, pageless::paged, pageless::form];
    let end = ends.iter().map(|end| end(blocks, heading + 1)).find(|end| *end > heading + 1)?;
    (end > heading + 1).then_some(heading..end)
}

/// One past the last of the leaders that follow each other from `from` on.
fn cluster(blocks: &Blocks, from: usize) -> usize {
    let (mut end, mut gap) = (from, 0);
    for index in from..blocks.lines.len() {
        let line = &blocks.lines[index];
        if !line.is_text() {
            continue;
        }
        if leader(line.words()).is_some() {
            (end, gap) = (index + 1, 0);
        } else {
            gap += 1;
        }
        let text = line.kind == BlockKind::Text && line.length() > LONGEST;
        if gap > GAP || text || vocabulary::is_key(line.words()) {
            break;
        }
    }
    while end > from
        && let Some(next) = more(blocks, end)
    {
        end = next;
    }
    for _ in 0..GROUPS {
        let Some(next) = group(blocks, from, end).filter(|_| end > from) else { break };
        end = next;
    }
    end
}

/// One past the name of a part without entries right after the list: one of its own that comes again in the text.
fn group(blocks: &Blocks, from: usize, end: usize) -> Option<usize> {
    let key = |index: usize| {
        let words = blocks.lines[index].words();
        titles::key(unnumbered(&words[..leader(words).unwrap_or(words.len())]))
    };
    let name = blocks.full(end, blocks.lines.len())?;
    let line = &blocks.lines[name];
    let is_part = matches!(marker::numbering(line.words()), Some((Numbering::Part, _)));
    let own = key(name);
    let fits = is_part && line.kind == BlockKind::Text && line.length() <= LONGEST;
    let is_own = |index: usize| blocks.lines[index].is_text() && key(index) == own;
    let again = || (name + 1..blocks.lines.len()).any(is_own) && !(from..end).any(is_own);
    (fits && !own.is_empty() && again()).then_some(name + 1)
}

/// One past an entry without leaders right after those that have them: an item, or a numbered name
/// with an item below it that has a page.
fn more(blocks: &Blocks, end: usize) -> Option<usize> {
    let item = |index: &usize| {
        blocks.lines.get(*index).is_some_and(|line| matches!(line.kind, BlockKind::Item(_)))
    };
    if item(&end) {
        return Some(end + 1);
    }
    let name = blocks.full(end, blocks.lines.len())?;
    let words = blocks.lines[name].words();
    let numbered = blocks.lines[name].kind == BlockKind::Text && marker::numbering(words).is_some();
    let entry = blocks.full(name + 1, blocks.lines.len()).filter(item)?;
    (numbered && page(blocks.lines[entry].words()).is_some()).then_some(entry + 1)
}

/// A list that no heading opens: enough leaders in a row, and the headings right above them.
fn by_leaders(blocks: &Blocks) -> Option<Range<usize>> {
    let is_leader = |index: &usize| {
        let line = &blocks.lines[*index];
        line.is_text() && leader(line.words()).is_some()
    };
    let first = (0..blocks.lines.len()).find(is_leader)?;
    let end = cluster(blocks, first);
    let later: HashSet<String> = blocks.lines[end..]
        .iter()
        .filter(|line| line.is_heading())
        .map(|line| titles::key(unnumbered(line.words())))
        .collect();
    let listed: Vec<usize> = (first..end).filter(is_leader).collect();
    let comes_again = |index: &usize| {
        let words = blocks.lines[*index].words();
        later.contains(&titles::key(unnumbered(&words[..leader(words).unwrap_or(0)])))
    };
    if listed.len() < FEWEST && !listed.iter().all(comes_again) {
        return None;
    }
    let mut start = first;
    for index in (0..first).rev().filter(|i| blocks.lines[*i].is_text()) {
        let line = &blocks.lines[index];
        let numbered = marker::numbering(line.words()).is_some();
        let again = later.contains(&titles::key(unnumbered(line.words())));
        if !(numbered || again) || line.length() > LONGEST {
            break;
        }
        start = index;
    }
    Some(start..end)
}
