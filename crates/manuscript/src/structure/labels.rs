//! Puts the label of key points together that stands in two lines, as in a narrow column: `KEY`, `Contents`.
//!
//! A tool that keeps the columns of a page leaves the first point beside the first half of it.

use crate::messages::Why;
use crate::source::{BlockKind, Blocks, Change, Ledger, Run, Runs};
use crate::text::{marker, vocabulary};

/// The longest half of a label, in bytes.
const HALF: usize = 24;
/// Lines from the first half to the second.
const NEAR: usize = 3;

/// Puts them together.
pub fn settle(blocks: &mut Blocks, ledger: &mut Ledger) {
    for index in 0..blocks.lines.len() {
        let line = &blocks.lines[index];
        if !matches!(line.kind, BlockKind::Text | BlockKind::Heading(_)) {
            continue;
        }
        let Some(below) = second(blocks, index) else { continue };
        let point = beside_label(line.words());
        let first = line.words()[..point.unwrap_or(line.words().len())].trim_end().to_string();
        let whole = format!("{first} {}", blocks.lines[below].words());
        if first.len() > HALF || !vocabulary::is_key(&first) || !vocabulary::is_key(&whole) {
            continue;
        }
        match point {
            None => blocks.join(index, below, ledger),
            Some(start) => {
                beside(blocks, index, start);
                ledger.changed(below, Why::Joined, "", &first);
                label(blocks, below, &whole);
                wrapped(blocks, index, below, ledger);
            }
        }
    }
}

/// The line that may be the second half.
fn second(blocks: &Blocks, index: usize) -> Option<usize> {
    let below = blocks.full(index + 1, index + 1 + NEAR)?;
    let line = &blocks.lines[below];
    let form = matches!(line.kind, BlockKind::Text | BlockKind::Heading(_));
    (form && line.words().len() <= HALF).then_some(below)
}

/// Where in a line a point begins that stands beside a label.
fn beside_label(words: &str) -> Option<usize> {
    let near = &words[..words.floor_char_boundary(words.len().min(2 * HALF))];
    let mut blanks = near.match_indices(' ').map(|(at, _)| at + 1);
    blanks.find(|at| marker::bullet(&words[*at..]).is_some_and(|bullet| bullet.length > 0))
}

/// Makes the line that has a point beside the label that point.
fn beside(blocks: &mut Blocks, index: usize, start: usize) {
    let line = &mut blocks.lines[index];
    let Some(bullet) = marker::bullet(&line.said.text[start..]) else { return };
    let words = std::mem::take(&mut line.said.text);
    let indent = line.indent + words[..start].chars().count();
    let cut = start + bullet.length;
    let gone = |why, text: &str| Change { why, removed: text.trim().into(), added: String::new() };
    line.said.taken.push(gone(Why::KeyLabel, &words[..start]));
    line.said.taken.push(gone(Why::ListMark, &words[start..cut]));
    line.said.runs = line.said.runs.cut(cut..words.len());
    line.said.text = line.said.runs.text();
    (line.kind, line.indent) = (BlockKind::Item(bullet.class), indent);
}

/// Makes the second half of a label the whole of it.
fn label(blocks: &mut Blocks, below: usize, whole: &str) {
    let line = &mut blocks.lines[below];
    line.said.runs = Runs { list: vec![Run::Text(whole.into())], lines: vec![below] };
    line.said.text = whole.into();
    line.kind = BlockKind::Text;
}

/// Puts what goes on below the label to the point above it.
fn wrapped(blocks: &mut Blocks, point: usize, label: usize, ledger: &mut Ledger) {
    let text = |index: &usize| blocks.lines[*index].kind == BlockKind::Text;
    let more = (label + 1..blocks.lines.len()).take_while(text).count();
    let kind = std::mem::replace(&mut blocks.lines[label].kind, BlockKind::Noise);
    blocks.join(point, label + more, ledger);
    blocks.lines[label].kind = kind;
}
