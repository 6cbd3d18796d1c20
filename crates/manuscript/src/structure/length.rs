//! Asks about articles that no page takes: what to cut or to part only an editor can say.
//!
//! A page is counted in lines of the text at the layout's tightest step. It is an estimate (the
//! widths are those of the bundled fonts on average) that errs on the short side; `check` measures.

use crate::draft::{Brief, Draft, Passage};
use crate::messages::Ask;
use crate::source::{Ledger, Runs};
use crate::target::Room;

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
pub fn ask(draft: &Draft, room: Room, ledger: &mut Ledger) {
    for brief in draft.briefs() {
        let lines = lines(brief, room.letters);
        let first = brief.body.iter().find_map(|passage| passage.words()?.line());
        if let (true, Some(line)) = (lines > room.lines, brief.title.line().or(first)) {
            let count = |lines: f64| format!("{lines:.0}");
            let args = [
                ("text", brief.title.plain()),
                ("lines", count(lines)),
                ("most", count(room.lines)),
            ];
            ledger.ask(Ask::TooLong, line, args);
        }
    }
}

/// The lines an article takes, but for the first of its title, where a line has so many letters.
pub fn lines(brief: &Brief, width: f64) -> f64 {
    let title = (set(&brief.title, TITLE.1) - 1.0) * TITLE.0;
    let key: f64 = brief.key.iter().map(|point| set(point, width - 4.0) + GAP).sum();
    let body: f64 = brief.body.iter().map(|passage| height(passage, width)).sum();
    let small = |words: &Runs| set(words, width * SMALLER) * SMALL;
    let notes: f64 = brief.notes.iter().map(small).sum();
    let sources: f64 = brief.sources.iter().map(|source| small(&source.title)).sum();
    title + key + body + notes + sources
}

fn height(passage: &Passage, width: f64) -> f64 {
    match passage {
        Passage::Subhead(words) => set(words, width) - 1.0 + SUBHEAD,
        Passage::Paragraph(words) | Passage::Caption(words) => set(words, width) + GAP,
        // How high it comes out the page says.
        Passage::Picture(_) => 0.0,
        Passage::Item(1, words) => set(words, width) + GAP,
        Passage::Item(level, words) => set(words, width - 2.0 * (*level as f64 - 1.0)),
        Passage::Table(rows) => {
            // Columns are as wide as their texts need, so a row is at least what it takes as text.
            let row = |cells: &Vec<Runs>| {
                let all: f64 = cells.iter().map(|cell| width_of(&cell.plain())).sum();
                (all / width).ceil().max(1.0)
            };
            rows.iter().map(row).sum::<f64>() + GAP
        }
    }
}

/// The lines that words take where so many Hangul syllables are a line.
fn set(words: &Runs, width: f64) -> f64 {
    (width_of(&words.plain()) / width).ceil().max(1.0)
}

/// The width of a text in Hangul syllables.
pub fn width_of(text: &str) -> f64 {
    let wide = |c: char| match c {
        ' ' => 0.28,
        c if u32::from(c) < 0x1100 => 0.56,
        _ => 1.0,
    };
    text.chars().map(wide).sum()
}
