//! Puts the lines of an item together that a blank line parts, where the one above is full.
//!
//! Tools that take each line of a page for a block leave a blank line after each.

use super::measure::{had_room, widths};
use super::openings::Openings;
use crate::source::{BlockKind, Blocks, Ledger};
use crate::text::{marks, vocabulary};

/// Puts them together.
pub fn settle(blocks: &mut Blocks, openings: &Openings, ledger: &mut Ledger) {
    let articles = openings.articles(blocks.lines.len());
    let widths = widths(blocks, &articles);
    let (mut joints, mut open, mut above) = (vec![], None, None);
    for index in articles.into_iter().flatten().filter(|index| blocks.lines[*index].is_text()) {
        let line = &blocks.lines[index];
        open = match line.kind {
            BlockKind::Item(class) => Some(class),
            BlockKind::Text if !opens(blocks, index) => open,
            _ => None,
        };
        let wide = open.and_then(|open| widths.get(&open)).copied();
        let full = |above: usize| {
            wide.and_then(|wide| had_room(blocks, above, index, wide)) == Some(false)
        };
        let text = line.kind == BlockKind::Text && blocks.is_parted(index);
        joints.extend(above.filter(|above| text && full(*above)).map(|above| (above, index)));
        above = Some(index);
    }
    for (above, below) in joints.into_iter().rev() {
        blocks.join(above, below, ledger);
    }
}

/// Whether a line is something of its own.
fn opens(blocks: &Blocks, index: usize) -> bool {
    let said = &blocks.lines[index].said;
    let own = vocabulary::opens_unit(&said.text) || vocabulary::is_key(&said.text);
    own || marks::is_starred(&said.runs)
}
