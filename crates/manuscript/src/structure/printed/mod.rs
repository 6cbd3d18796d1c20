//! Gives the lines of a printed number, as PDF tools leave them, the form that they would have in Markdown:
//! titles, labels and subheads become headings, what each page repeats at its top and its number go.
//!
//! The contents list says what the titles are; without one nothing is done. Lines that are headings
//! already stay what they are.

mod figures;
mod measure;
mod openings;
mod sections;
mod subheads;
mod tops;
mod unsigned;
mod wrapped;

use super::contents::Contents;
use crate::source::{BlockKind, Blocks, Ledger};
use crate::text::vocabulary;
use openings::{INNER, Openings};

/// Settles the lines after the contents list.
pub fn settle(blocks: &mut Blocks, contents: &mut Contents, ledger: &mut Ledger) {
    let from = contents.range.end;
    let openings = Openings::find(blocks, contents);
    if openings.lines.is_empty() {
        return;
    }
    sections::regroup(blocks, &openings, contents);
    tops::leave_out(blocks, from, &openings, contents, ledger);
    for opening in &openings.lines {
        blocks.join(opening.first, opening.last, ledger);
        blocks.lines[opening.first].kind = BlockKind::Heading(opening.level);
    }
    for index in from..blocks.lines.len() {
        let line = &mut blocks.lines[index];
        if line.kind == BlockKind::Text && vocabulary::is_key(&line.said.text) {
            line.kind = BlockKind::Heading(INNER);
        }
    }
    figures::leave_out(blocks, &openings, ledger);
    if !subheads::settle(blocks, &openings, ledger) {
        unsigned::settle(blocks, &openings, ledger);
    }
    wrapped::settle(blocks, &openings, ledger);
}
