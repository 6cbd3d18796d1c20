//! The title that a letter of an office or a press release names: `제목 | …` among its other labels.

use std::ops::Range;

use crate::messages::Why;
use crate::source::{BlockKind, Blocks, Change, Said};

/// Lines at the top among which the labels stand.
const TOP: usize = 16;
/// The longest title, in characters.
const LONGEST: usize = 160;
/// What the title is called.
const TITLE: &str = "제목";
/// What stands beside it where it is a label: the head of a list has none of them.
const OTHERS: [&str; 9] =
    ["수신", "수신자", "참조", "경유", "발신", "시행", "보도시점", "보도일시", "배포일시"];

/// The line of the title, which then is the title alone.
pub fn title(blocks: &mut Blocks) -> Option<usize> {
    let texts = (0..blocks.lines.len()).filter(|index| blocks.lines[*index].is_text());
    let top: Vec<usize> = texts.take(TOP).collect();
    let other = |index: &usize| {
        let label = label(blocks, *index).map(|(label, _)| label);
        label.is_some_and(|label| OTHERS.contains(&&*label))
    };
    if !top.iter().any(other) {
        return None;
    }
    let (line, value) = top.into_iter().find_map(|index| {
        let (label, value) = label(blocks, index)?;
        (label == TITLE).then_some((index, value))
    })?;
    keep(blocks, line, value);
    Some(line)
}

/// What a label names.
enum Value {
    /// A cell of the row.
    Cell(usize),
    /// A part of the line's words, in bytes.
    Words(Range<usize>),
}

/// The label that a row or a line begins with, without blanks and brackets, and what it names.
fn label(blocks: &Blocks, index: usize) -> Option<(String, Value)> {
    let block = &blocks.lines[index];
    if block.is_row() {
        let mut full =
            block.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty());
        let (_, first) = full.next()?;
        let second = full.next().map_or(0, |(at, _)| at);
        let fits = full.next().is_none() && block.cells[second].text.chars().count() <= LONGEST;
        return fits.then(|| (bare(&first.text), Value::Cell(second)));
    }
    let words = block.words();
    let (label, value) = words.split_once([':', '：'])?;
    let start = words.len() - value.trim_start().len();
    let fits = block.kind == BlockKind::Text && !value.trim().is_empty();
    let fits = fits && words.chars().count() <= LONGEST;
    fits.then(|| (bare(label), Value::Words(start..words.len())))
}

fn bare(label: &str) -> String {
    let blank = |c: &char| !c.is_whitespace() && !matches!(c, '(' | ')' | ':' | '：');
    label.chars().filter(blank).take(8).collect()
}

/// Leaves a line the words of the title alone.
fn keep(blocks: &mut Blocks, line: usize, value: Value) {
    let block = &mut blocks.lines[line];
    let cells = std::mem::take(&mut block.cells);
    let whole = std::mem::take(&mut block.said);
    let (runs, before) = match value {
        Value::Cell(at) => (cells[at].runs.clone(), TITLE.to_string()),
        Value::Words(range) => {
            let before = whole.text[..range.start].trim().to_string();
            (whole.runs.cut(range), before)
        }
    };
    let mut said =
        Said { taken: whole.taken, asked: whole.asked, ..Said::new(runs, whole.written) };
    said.runs.lines = vec![line];
    said.taken.push(Change { why: Why::TitleLabel, removed: before, added: String::new() });
    block.said = said;
    block.kind = BlockKind::Text;
}
