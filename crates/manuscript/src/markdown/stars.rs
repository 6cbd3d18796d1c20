//! Settles what stars and underscores mean once a passage is read: emphasis, the mark of a note, or
//! themselves; and puts links in order.
//!
//! Emphasis that jikji's Markdown could not write in its place (CommonMark, flanking delimiter
//! runs) is left out, its words are not.

use crate::messages::Why;
use crate::source::{Ledger, Run};
use crate::text::emphasis::is_writable;

/// A row of stars or underscores.
pub struct Delimiter {
    sign: char,
    length: usize,
    opens: bool,
    closes: bool,
    token: usize,
    line: usize,
}

impl Delimiter {
    /// A row of `length` signs between two characters; `token` stands in for it.
    pub fn new(
        sign: char,
        length: usize,
        before: Option<char>,
        after: Option<char>,
        token: usize,
        line: usize,
    ) -> Self {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        // A single star after a letter is the mark of a note far more often than emphasis.
        let inside = letter(before) && (sign == '_' || length == 1);
        let opens = length <= 3 && !blank(after) && !inside;
        let closes = length <= 3 && !blank(before) && !(sign == '_' && letter(after));
        Self { sign, length, opens, closes, token, line }
    }
}

/// Puts the tokens of a passage in order.
pub fn settle(mut tokens: Vec<Run>, runs: &[Delimiter], ledger: &mut Ledger) -> Vec<Run> {
    let mut gone = vec![false; tokens.len()];
    settle_links(&tokens, &mut gone);
    for run in runs.iter().filter(|run| run.sign == '_') {
        tokens[run.token] = Run::Text("_".repeat(run.length));
    }
    let in_link = in_links(&tokens, &gone);
    let mut last_end = 0;
    for (open, close) in pairs(runs) {
        let (first, last) = (runs[open].token, runs[close].token);
        for run in [&runs[open], &runs[close]] {
            ledger.removed(run.line, Why::Emphasis, &run.sign.to_string().repeat(run.length));
        }
        let nested = first < last_end;
        if !nested && is_writable(&tokens, &gone, &in_link, first, last) {
            let strong = runs[open].length > 1;
            tokens[first] = Run::Emphasis { strong, open: true };
            tokens[last] = Run::Emphasis { strong, open: false };
            last_end = last;
        } else {
            ledger.remarked(runs[open].line, Why::EmphasisLost);
            gone[first] = true;
            gone[last] = true;
        }
    }
    let mut keep = gone.into_iter().map(|gone| !gone);
    tokens.retain(|_| keep.next().unwrap_or(true));
    join_text(tokens)
}

/// Pairs of runs, each by its opening one, outer pairs before those inside them.
fn pairs(runs: &[Delimiter]) -> Vec<(usize, usize)> {
    let kind = |run: &Delimiter| usize::from(run.sign == '_') * 4 + run.length.min(3);
    let mut open: [Option<usize>; 8] = [None; 8];
    let mut pairs = vec![];
    for (index, run) in runs.iter().enumerate() {
        let slot = kind(run);
        match open[slot] {
            Some(first) if run.closes => {
                pairs.push((first, index));
                // What was opened inside and not closed stays as it reads.
                open.iter_mut().for_each(|slot| *slot = slot.filter(|other| *other < first));
            }
            _ if run.opens => open[slot] = Some(index),
            _ => {}
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Links do not nest, hold something, and end.
fn settle_links(tokens: &[Run], gone: &mut [bool]) {
    let mut open: Option<usize> = None;
    let mut full = false;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Run::Link(_) if open.is_some() => gone[index] = true,
            Run::Link(_) => (open, full) = (Some(index), false),
            Run::LinkEnd => match open.take() {
                Some(first) if !full => {
                    gone[first] = true;
                    gone[index] = true;
                }
                Some(_) => {}
                None => gone[index] = true,
            },
            Run::Text(text) => full |= !text.trim().is_empty(),
            _ => {}
        }
    }
    if let Some(first) = open {
        gone[first] = true;
    }
}

/// For each token whether a link is open before it.
fn in_links(tokens: &[Run], gone: &[bool]) -> Vec<bool> {
    let mut open = false;
    let mut inside = Vec::with_capacity(tokens.len());
    for (token, gone) in tokens.iter().zip(gone) {
        inside.push(open);
        match token {
            Run::Link(_) if !gone => open = true,
            Run::LinkEnd if !gone => open = false,
            _ => {}
        }
    }
    inside
}

/// Puts neighbouring texts together.
fn join_text(tokens: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match (joined.last_mut(), token) {
            (Some(Run::Text(before)), Run::Text(text)) => before.push_str(&text),
            (_, token) => joined.push(token),
        }
    }
    joined
}
