//! Leaves out the words that stand in a chart: short lines with lines of values alone among them, below an item that has
//! ended.
//!
//! A tool leaves them as text in an order of its own, which no reader could follow; the editor is asked, with all of them.

use std::collections::HashMap;
use std::ops::Range;

use super::measure::{begins, is_plain, widths};
use super::openings::Openings;
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger};

/// Values that make a chart at least.
const VALUES: usize = 2;
/// Lines of a chart at most, and the longest of them, in characters.
const LINES: usize = 48;
const LONGEST: usize = 64;
/// The longest unit, in characters: `억 원`, `%p`.
const UNIT: usize = 3;

/// Leaves them out.
pub fn leave_out(blocks: &mut Blocks, openings: &Openings, ledger: &mut Ledger) {
    let articles = openings.articles(blocks.lines.len());
    let widths = widths(blocks, &articles);
    let found: Vec<Vec<usize>> =
        articles.into_iter().flat_map(|article| charts(blocks, article, &widths)).collect();
    for lines in found {
        let words = lines.iter().flat_map(|at| blocks.lines[*at].words().split_whitespace());
        let texts: Vec<&str> = words.collect();
        ledger.ask(Ask::ChartWords, lines[0], [("text", texts.join(" "))]);
        lines.into_iter().for_each(|index| blocks.drop(index, Why::ChartWords, ledger));
    }
}

/// The lines of each chart of an article.
fn charts(blocks: &Blocks, article: Range<usize>, widths: &HashMap<char, f64>) -> Vec<Vec<usize>> {
    let full: Vec<usize> = article.filter(|index| blocks.lines[*index].is_text()).collect();
    let (mut found, mut at) = (vec![], 0);
    while at < full.len() {
        let BlockKind::Item(class) = blocks.lines[full[at]].kind else {
            at += 1;
            continue;
        };
        let end = at + 1 + full[at + 1..].iter().take_while(|i| is_plain(blocks, **i)).count();
        let wide = widths.get(&class).copied();
        let begin = (at + 1..end).find(|from| begins(blocks, &full, *from, wide));
        found.extend(begin.and_then(|begin| chart(blocks, &full[begin..end])));
        at = end;
    }
    found
}

/// The lines up to the last values, if they are those of a chart.
fn chart(blocks: &Blocks, lines: &[usize]) -> Option<Vec<usize>> {
    let words = |index: &usize| blocks.lines[*index].words();
    let last = lines.iter().rposition(|index| values(words(index)) > 0)?;
    let lines = &lines[..=last];
    let (labels, count) = lines.iter().fold((0, 0), |(labels, count), index| {
        let values = values(words(index));
        (labels + usize::from(values == 0), count + values)
    });
    let fits = |index: &usize| {
        // Blanks part the labels of a line.
        let letters = words(index).chars().filter(|c| !c.is_whitespace()).count();
        letters <= LONGEST && !words(index).ends_with(['.', '다', ','])
    };
    let is_chart = labels > 0 && count >= VALUES && lines.len() <= LINES && lines.iter().all(fits);
    is_chart.then(|| lines.to_vec())
}

/// How many values a line has that has nothing else; none if it has.
fn values(words: &str) -> usize {
    let value = |word: &str| {
        let bare = word.trim_start_matches(['-', '−', '+', '▲', '△']);
        let unit = bare.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
        unit.len() < bare.len()
            && unit.chars().count() <= UNIT
            && !unit.starts_with(|c: char| "년월일)".contains(c))
    };
    match words.split_whitespace().all(value) {
        true => words.split_whitespace().count(),
        false => 0,
    }
}
