//! Leaves out what scanning put between the lines: page numbers and running heads.

use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger};
use crate::text::{dates, titles};

/// Page numbers there must be, in rising order, to be told from other numbers.
const FEWEST: usize = 3;
/// The longest running head, in characters.
const HEAD: usize = 60;

/// Leaves out page numbers and running heads.
pub fn leave_out(blocks: &mut Blocks, ledger: &mut Ledger) {
    page_numbers(blocks, ledger);
    running_heads(blocks, ledger);
}

fn alone(blocks: &Blocks, index: usize) -> bool {
    blocks.lines[index].kind == BlockKind::Text
        && blocks.is_parted(index)
        && blocks.lines.get(index + 1).is_none_or(|next| !next.is_text())
}

/// Numbers that stand alone and never fall.
fn page_numbers(blocks: &mut Blocks, ledger: &mut Ledger) {
    let number = |index: usize| {
        let text = blocks.lines[index].whole();
        let sign = |c: char| c.is_whitespace() || "-–—|·[]<>".contains(c);
        let bare = text.trim_matches(sign);
        let digits = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
        if digits { bare.parse::<u16>().ok() } else { None }
    };
    let found: Vec<(usize, u16)> = (0..blocks.lines.len())
        .filter(|index| blocks.lines[*index].whole().len() < 24)
        .filter(|index| blocks.lines[*index].kind == BlockKind::Text || is_dashed(blocks, *index))
        .filter_map(|index| number(index).map(|number| (index, number)))
        .filter(|(index, _)| blocks.is_parted(*index))
        .collect();
    let rising = found.windows(2).all(|pair| pair[0].1 < pair[1].1);
    if found.len() >= FEWEST && rising {
        found.iter().for_each(|(index, _)| blocks.drop(*index, Why::PageNumber, ledger));
    }
}

/// `- 12 -` has the form of an item.
fn is_dashed(blocks: &Blocks, index: usize) -> bool {
    let text = blocks.lines[index].whole();
    text.starts_with('-') && text.ends_with('-')
}

/// Lines that repeat the periodical's name between the articles.
fn running_heads(blocks: &mut Blocks, ledger: &mut Ledger) {
    let first = |blocks: &Blocks, heading: bool| {
        (0..blocks.lines.len())
            .find(|i| blocks.lines[*i].is_text() && (!heading || blocks.lines[*i].is_heading()))
    };
    let Some(name) = first(blocks, true).or_else(|| first(blocks, false)) else { return };
    let key = titles::key(blocks.lines[name].words());
    if key.chars().count() < 4 || key.chars().count() > HEAD {
        return;
    }
    let repeats = |index: &usize| {
        let text = blocks.lines[*index].whole();
        text.chars().count() <= HEAD && alone(blocks, *index) && titles::key(text).starts_with(&key)
    };
    let found: Vec<usize> = (name + 1..blocks.lines.len()).filter(repeats).collect();
    // One that names the month as well is told by itself.
    if found.len() < 2 && !found.iter().any(|i| dates::month(blocks.lines[*i].whole()).is_some()) {
        return;
    }
    let args =
        [("count", found.len().to_string()), ("text", blocks.lines[found[0]].whole().to_string())];
    ledger.ask(Ask::RunningHead, found[0], args);
    found.into_iter().for_each(|index| blocks.drop(index, Why::RunningHead, ledger));
}
