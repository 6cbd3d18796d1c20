//! Finds articles that are there twice, and gives entries of one title titles of their own.

use std::collections::HashMap;

use super::pieces::Piece;
use crate::draft::{Brief, Part, Passage};
use crate::messages::{Ask, Why};
use crate::source::{Blocks, Ledger, Run, Runs};

/// Leaves out articles that repeat an earlier one word for word.
pub fn leave_out(blocks: &Blocks, pieces: Vec<Piece>, ledger: &mut Ledger) -> Vec<Piece> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut kept = vec![];
    for piece in pieces {
        if let Piece::Article(brief, Some(line)) = &piece {
            let print = print(brief);
            match seen.get(&print) {
                Some(first) => {
                    for index in lines(brief) {
                        blocks.leave_out_for(index, Why::Duplicate, Some(*first), ledger);
                    }
                    let args = [("first", (first + 1).to_string()), ("text", brief.title.plain())];
                    ledger.ask(Ask::Duplicate, *line, args);
                    continue;
                }
                None => {
                    seen.insert(print, *line);
                }
            }
        }
        kept.push(piece);
    }
    kept
}

/// All words of an article; two that print alike are one.
fn print(brief: &Brief) -> String {
    let mut out = brief.title.plain();
    for words in all(brief) {
        out.push('\n');
        out.push_str(&words.plain());
    }
    out
}

fn all(brief: &Brief) -> impl Iterator<Item = &Runs> {
    let body = brief.body.iter().flat_map(|block| match block {
        Passage::Table(rows) => rows.iter().flatten().collect(),
        Passage::Picture(image) => vec![&image.caption],
        block => block.words().into_iter().collect::<Vec<_>>(),
    });
    let sources = brief.sources.iter().flat_map(|source| [&source.publisher, &source.title]);
    brief.key.iter().chain(body).chain(&brief.notes).chain(sources)
}

/// The lines an article came from.
fn lines(brief: &Brief) -> Vec<usize> {
    let mut lines = brief.title.lines.clone();
    lines.extend(all(brief).flat_map(|words| words.lines.iter().copied()));
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// Gives entries whose title another has a number after it: no two may have the same.
pub fn number_titles(parts: &mut [Part], ledger: &mut Ledger) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let entries = parts.iter_mut().flat_map(|part| {
        part.sections.iter_mut().flat_map(|section| &mut section.entries).chain(&mut part.entries)
    });
    for entry in entries {
        let title = entry.title_mut();
        let plain = title.plain();
        let mut count = seen.get(&plain).copied().unwrap_or(0) + 1;
        let mut own = plain.clone();
        while count > 1 {
            own = format!("{plain} ({count})");
            if !seen.contains_key(&own) {
                break;
            }
            count += 1;
        }
        if own != plain {
            let number = format!(" ({count})");
            title.list.push(Run::Text(number.clone()));
            match title.line() {
                Some(line) => {
                    ledger.changed(line, Why::SameTitle, "", &number);
                    ledger.ask(Ask::SameTitle, line, [("text", own.clone())]);
                }
                None => ledger.supplied("title", number),
            }
            seen.insert(own, 1);
        }
        seen.insert(plain, count);
    }
}
