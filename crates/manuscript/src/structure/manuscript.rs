//! The single article of an author: its title, and all else as its text.
//!
//! Which line is the title the format tells by a heading; where there is none, the first line is, and the editor is
//! asked.

use std::collections::HashMap;

use super::article::title::generated;
use super::heads::{Heading, Role};
use super::{article, assemble, dashed, labelled, outline, supply};
use crate::draft::{Draft, Entry, Part};
use crate::messages::Ask;
use crate::source::{Block, BlockKind, Blocks, Ledger, Run};
use crate::target::Plan;
use crate::text::{byline, marker, sentences, vocabulary};

/// The longest title that is no heading, in characters.
const TITLE: usize = 80;
/// Lines of a title at most.
const LINES: usize = 3;
/// Lines among which the title stands at the top.
const TOP: usize = 12;

/// Reads all blocks as one article; `name` is the file's. Without a text there is none.
pub fn read(blocks: &mut Blocks, name: &str, plan: &Plan<'_>, ledger: &mut Ledger) -> Draft {
    dashed::take_off(blocks);
    let alone = alone(blocks);
    if let Some(line) = alone {
        blocks.lines[line].kind = BlockKind::Text;
    }
    let title = match alone {
        Some(_) => None,
        None => labelled::title(blocks).or_else(|| title(blocks, ledger)),
    };
    if let Some(first) = title {
        go_on(blocks, first, ledger);
    }
    if let Some(line) = title.filter(|line| generated(blocks, *line).is_none()) {
        let words = blocks.lines[line].words();
        // `1.5도` is a value.
        let value = |length: usize| {
            words[..length].ends_with('.')
                && words[length..].starts_with(|c: char| c.is_ascii_digit())
        };
        if let Some((_, length)) = marker::numbering(words)
            && !value(length)
        {
            let args = [("number", words[..length].trim()), ("text", words)];
            ledger.ask(Ask::TitleNumber, line, args);
        }
    }
    blocks.settle(title);
    let heads = heads(blocks);
    let by_line: HashMap<usize, &Heading> = heads.iter().map(|head| (head.line, head)).collect();
    let range = 0..blocks.lines.len();
    let brief = article::read(blocks, title, range, &by_line, &plan.article, ledger);
    let mut entries = vec![];
    if let Some(brief) = assemble::with_body(blocks, brief, ledger) {
        let mut entry = Entry::Brief(brief);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        supply::fill_title(&mut entry, stem, ledger);
        entries.push(entry);
    }
    Draft { parts: vec![Part { entries, ..Part::default() }], ..Draft::default() }
}

/// The one line that says anything: it is a text, and has no title. A table without words says nothing.
fn alone(blocks: &Blocks) -> Option<usize> {
    let says = |line: &Block| {
        line.is_text()
            && (matches!(line.kind, BlockKind::Art(_)) || !line.words().trim().is_empty())
    };
    let mut lines = (0..blocks.lines.len()).filter(|index| says(&blocks.lines[*index]));
    let first = lines.next()?;
    let form = matches!(blocks.lines[first].kind, BlockKind::Text | BlockKind::Heading(_));
    (form && lines.next().is_none()).then_some(first)
}

/// The line of the title.
fn title(blocks: &Blocks, ledger: &mut Ledger) -> Option<usize> {
    let end = blocks.lines.len();
    let first = blocks.full(0, end)?;
    let words = blocks.lines[first].words();
    let text = blocks.lines[first].kind == BlockKind::Text;
    let plain = text && words.chars().count() <= TITLE && !words.ends_with(['.', ':', '다']);
    // The mark of a note stands in a text, and so does a link.
    let marked = |run: &Run| matches!(run, Run::Mark { .. } | Run::Link(_));
    let plain = plain && !blocks.lines[first].said.runs.list.iter().any(marked);
    // Dashes are around a line beside the title.
    let plain = plain && !dashed::was_dashed(&blocks.lines[first]);
    let plain = plain && vocabulary::source(words).is_none() && !vocabulary::is_caption(words);
    let mut top = (first..end).filter(|line| blocks.lines[*line].is_text()).take(TOP);
    let head = top.find(|line| blocks.lines[*line].is_heading());
    let head = head.filter(|head| !vocabulary::is_key(blocks.lines[*head].words()));
    // One line before a heading that has its like is the title, and the heading one of the text.
    let under = |head: usize| {
        let level = blocks.lines[head].level();
        let mut later = blocks.lines[head + 1..].iter();
        plain
            && blocks.full(first + 1, end) == Some(head)
            && later.any(|line| line.level() == level)
    };
    match head {
        Some(head) if !under(head) => Some(head),
        _ if plain => {
            ledger.ask(Ask::TitleGuessed, first, [("text", words)]);
            Some(first)
        }
        _ => None,
    }
}

/// Puts the lines to a title that it goes on in; where their look alone says so, the editor is asked.
fn go_on(blocks: &mut Blocks, first: usize, ledger: &mut Ledger) {
    for _ in 1..LINES {
        let (title, next) = (&blocks.lines[first], blocks.full(first + 1, blocks.lines.len()));
        let Some(next) = next.filter(|next| blocks.lines[*next].kind == title.kind) else { return };
        let words = blocks.lines[next].words();
        let own = dashed::was_dashed(&blocks.lines[next])
            || vocabulary::is_key(words)
            || byline::is_byline(words)
            || vocabulary::source(words).is_some()
            || marker::numbering(words).is_some()
            || words.chars().count() > TITLE;
        let heading = title.is_heading();
        let open = match heading {
            true => sentences::breaks_off(title.words()),
            false => title.words().ends_with(',') && !words.ends_with(['.', '다']),
        };
        if own {
            return;
        } else if open {
            blocks.join(first, next, ledger);
        } else {
            if heading {
                ledger.ask(Ask::TitleLines, next, [("text", words)]);
            }
            return;
        }
    }
}

/// The headings that are no mere subheads.
fn heads(blocks: &Blocks) -> Vec<Heading> {
    let mut heads: Vec<Heading> = vec![];
    for (index, line) in blocks.lines.iter().enumerate().filter(|(_, line)| line.is_text()) {
        let level = line.level().unwrap_or(0);
        let signed = !line.is_row()
            && !matches!(line.kind, BlockKind::Item('-' | '*' | '1') | BlockKind::Art(_));
        let is_key = signed && vocabulary::is_key(line.words());
        if is_key && (level > 0 || blocks.is_parted(index)) {
            heads.push(Heading { role: Role::Key, ..outline::head(blocks, index, level, true) });
        } else if level > 0 && vocabulary::source(line.words()).is_some() {
            let head = outline::head(blocks, index, level, false);
            heads.push(Heading { role: Role::Sources, ..head });
        }
    }
    heads
}
