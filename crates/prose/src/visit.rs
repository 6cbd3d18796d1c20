//! Walks over every run of text of a tree that is shown on a page.

use super::tree::{Block, Inline, Item};
use jikji_diagnostic::source::Span;

/// Calls `visit` for every run of text of some blocks, with its place.
pub fn visit_blocks(blocks: &[Block], visit: &mut dyn FnMut(&str, Span)) {
    for block in blocks {
        match block {
            Block::Subhead(paragraph) | Block::Paragraph(paragraph) => {
                visit_inlines(&paragraph.body, visit);
                paragraph.notes.iter().for_each(|note| visit_inlines(&note.body, visit));
            }
            Block::List(items) => items.iter().for_each(|item| visit_item(item, visit)),
            Block::Image(image) => image.caption.iter().for_each(|text| visit(text, image.span)),
            Block::Table { header, rows, .. } => {
                let cells = header.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| visit_inlines(cell, visit));
            }
        }
    }
}

fn visit_item(item: &Item, visit: &mut dyn FnMut(&str, Span)) {
    visit_inlines(&item.text.body, visit);
    item.text.notes.iter().for_each(|note| visit_inlines(&note.body, visit));
    item.children.iter().for_each(|child| visit_item(child, visit));
}

/// The same for one paragraph.
pub fn visit_inlines(inlines: &[Inline], visit: &mut dyn FnMut(&str, Span)) {
    for inline in inlines {
        match inline {
            Inline::Text { text, span } => visit(text, *span),
            Inline::Emph(body) | Inline::Strong(body) | Inline::Link { body, .. } => {
                visit_inlines(body, visit);
            }
            Inline::Break | Inline::Mark(_) => {}
        }
    }
}
