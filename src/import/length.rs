//! Asks about articles that no page takes: what to cut or to part only an editor can say.
//!
//! A page is counted in lines of the text at the layout's tightest step. It is an estimate (the
//! widths are those of the bundled fonts on average) that errs on the short side; `check` measures.

use super::draft::{Block, Brief, Draft, Entry, PAGE_LINES, PAGE_WIDTH};
use super::ledger::{Ask, Ledger};
use super::words::Words;

/// What stands between two paragraphs or outer items.
const GAP: f64 = 1.0 / 3.0;
/// A subhead's line with what stands around it.
const SUBHEAD: f64 = 1.7;
/// A line of a note or a source.
const SMALL: f64 = 0.7;
/// How many more letters a line of that size takes.
const SMALLER: f64 = 1.25;
/// A line of the title, of which a page's own count holds one, and its width.
const TITLE: (f64, f64) = (1.7, 28.0);

/// Asks about each article that is longer than a page.
pub fn ask(draft: &Draft, ledger: &mut Ledger) {
    for part in &draft.parts {
        let entries = part.sections.iter().flat_map(|section| &section.entries);
        for entry in part.entries.iter().chain(entries) {
            if let Entry::Brief(brief) = entry {
                ask_about(brief, ledger);
            }
        }
    }
}

fn ask_about(brief: &Brief, ledger: &mut Ledger) {
    let lines = lines(brief);
    if lines <= PAGE_LINES {
        return;
    }
    let first = brief.body.iter().find_map(|block| block.words()?.line());
    if let Some(line) = brief.title.line().or(first) {
        let args = vec![
            ("text", brief.title.plain()),
            ("lines", format!("{lines:.0}")),
            ("most", format!("{PAGE_LINES:.0}")),
        ];
        ledger.ask(Ask::TooLong, line, args);
    }
}

/// The lines an article takes, but for the first of its title.
fn lines(brief: &Brief) -> f64 {
    let title = (set(&brief.title, TITLE.1) - 1.0) * TITLE.0;
    let key: f64 = brief.key.iter().map(|point| set(point, PAGE_WIDTH - 4.0) + GAP).sum();
    let body: f64 = brief.body.iter().map(block).sum();
    let small = |words: &Words| set(words, PAGE_WIDTH * SMALLER) * SMALL;
    let notes: f64 = brief.notes.iter().map(small).sum();
    let sources: f64 = brief.sources.iter().map(|source| small(&source.title)).sum();
    title + key + body + notes + sources
}

fn block(block: &Block) -> f64 {
    match block {
        Block::Subhead(words) => set(words, PAGE_WIDTH) - 1.0 + SUBHEAD,
        Block::Paragraph(words) => set(words, PAGE_WIDTH) + GAP,
        Block::Item(1, words) => set(words, PAGE_WIDTH) + GAP,
        Block::Item(level, words) => set(words, PAGE_WIDTH - 2.0 * (*level as f64 - 1.0)),
        Block::Table(rows) => {
            // Columns are as wide as their texts need, so a row is at least what it takes as text.
            let row = |cells: &Vec<Words>| {
                let all: f64 = cells.iter().map(|cell| width_of(&cell.plain())).sum();
                (all / PAGE_WIDTH).ceil().max(1.0)
            };
            rows.iter().map(row).sum::<f64>() + GAP
        }
    }
}

/// The lines that words take where so many Hangul syllables are a line.
fn set(words: &Words, width: f64) -> f64 {
    (width_of(&words.plain()) / width).ceil().max(1.0)
}

/// The width of a text in Hangul syllables.
fn width_of(text: &str) -> f64 {
    let wide = |c: char| match c {
        ' ' => 0.28,
        c if u32::from(c) < 0x1100 => 0.56,
        _ => 1.0,
    };
    text.chars().map(wide).sum()
}
