//! Finds subheads that have no sign: in most articles a line before items, which does not go on with what is above it.
//!
//! The line above says so, which had room for its first word: a line that runs on is full. Else a blank line does.

use std::collections::HashMap;
use std::ops::Range;

use super::measure::{begins, is_plain, widths};
use super::openings::{INNER, Openings};
use crate::source::{BlockKind, Blocks, Ledger};
use crate::text::sentences;

/// The longest subhead, in characters.
const LONGEST: usize = 120;
/// Lines it runs on over.
const LINES: usize = 3;

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
    let leads: Vec<Option<Range<usize>>> =
        articles.iter().map(|article| lead(blocks, article.clone())).collect();
    let led = |(lead, found): (&Option<Range<usize>>, &Vec<Range<usize>>)| {
        let first = lead.as_ref().zip(found.first());
        first.is_some_and(|(lead, found)| lead.contains(&found.start))
    };
    // Where most articles have one above their text, the others do, though the line above it is full.
    let most = 2 * leads.iter().zip(&found).filter(|pair| led((pair.0, pair.1))).count() >= voters;
    for (lead, found) in leads.iter().zip(found) {
        let last = lead
            .as_ref()
            .filter(|_| most && !led((lead, &found)))
            .and_then(|lead| last(blocks, lead));
        for lines in last.into_iter().chain(found) {
            blocks.join(lines.start, lines.end - 1, ledger);
            blocks.lines[lines.start].kind = BlockKind::Heading(INNER);
        }
    }
}

/// The lines from the last key point to the first item of the text.
fn lead(blocks: &Blocks, range: Range<usize>) -> Option<Range<usize>> {
    let (_, item) = classes(blocks, range.clone())?;
    let first = range.clone().find(|index| class(blocks, *index) == Some(item))?;
    let point = (range.start..first).rev().find(|index| class(blocks, *index).is_some())?;
    Some(point + 1..first)
}

/// The last of some lines, if it can be a subhead.
fn last(blocks: &Blocks, lines: &Range<usize>) -> Option<Range<usize>> {
    let last = lines.clone().rev().find(|index| blocks.lines[*index].is_text())?;
    let above = (0..last).rev().find(|index| blocks.lines[*index].is_text())?;
    let fits = is_plain(blocks, last) && blocks.lines[last].length() <= LONGEST;
    (fits && !sentences::breaks_off(blocks.lines[above].words())).then_some(last..last + 1)
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
