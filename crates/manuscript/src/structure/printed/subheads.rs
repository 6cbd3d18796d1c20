//! Finds the sign of subheads: in most articles the first after that of the key points, with items of
//! another sign right below it each time.

use std::collections::BTreeMap;

use super::openings::{INNER, Openings};
use crate::source::{BlockKind, Blocks, Ledger};
use crate::text::marker;

/// The longest subhead, in characters.
const LONGEST: usize = 120;
/// Lines it runs on over.
const LINES: usize = 3;

/// Makes the lines with the sign headings; says whether there are any.
pub fn settle(blocks: &mut Blocks, openings: &Openings, ledger: &mut Ledger) -> bool {
    let ranges = openings.articles(blocks.lines.len());
    let item = |index: &usize| match blocks.lines[*index].kind {
        BlockKind::Item(class) => Some((*index, class)),
        _ => None,
    };
    let mut votes: BTreeMap<char, usize> = BTreeMap::new();
    let mut voters = 0;
    let items: Vec<Vec<(usize, char)>> = ranges
        .iter()
        .map(|range| range.clone().filter_map(|index| item(&index)).collect())
        .collect();
    for items in &items {
        let Some((_, key)) = items.first() else { continue };
        voters += 1;
        if let Some((_, sign)) = items.iter().find(|(_, class)| class != key) {
            *votes.entry(*sign).or_default() += 1;
        }
    }
    let Some((sign, count)) = votes.into_iter().max_by_key(|(_, count)| *count) else {
        return false;
    };
    // Where two of them follow each other they are items.
    let alone = items.iter().all(|items| {
        items.windows(2).all(|two| two[0].1 != sign || two[1].1 != sign)
            && items.last().is_none_or(|last| last.1 != sign)
    });
    if 2 * count < voters || !alone || !marker::may_open(sign) {
        return false;
    }
    let found: Vec<usize> = items
        .iter()
        .flatten()
        .filter(|(_, class)| *class == sign)
        .map(|(index, _)| *index)
        .collect();
    for index in found {
        let more = (index + 1..blocks.lines.len()).take(LINES);
        let more = more.take_while(|next| blocks.lines[*next].kind == BlockKind::Text).count();
        if blocks.lines[index].length() <= LONGEST {
            blocks.join(index, index + more, ledger);
            blocks.lines[index].kind = BlockKind::Heading(INNER);
        }
    }
    true
}
