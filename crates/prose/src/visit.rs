//! Walks over all text of a tree that is shown on a page: unit by unit, each broken into lines by itself, or
//! run by run.

use super::tree::{Block, Inline, Item, Paragraph};
use jikji_diagnostic::source::Span;

/// A text that is broken into lines by itself: a paragraph, an item, a note, a cell, a caption.
#[derive(Debug, Clone, Copy)]
pub enum Unit<'t> {
    /// Running text.
    Body(&'t [Inline]),
    /// A text without styles, and where it stands.
    Plain(&'t str, Span),
}

impl Unit<'_> {
    /// Calls `visit` for every run of text, with its place.
    pub fn visit_runs(self, visit: &mut dyn FnMut(&str, Span)) {
        match self {
            Self::Body(body) => visit_inlines(body, visit),
            Self::Plain(text, span) => visit(text, span),
        }
    }
}

/// Calls `visit` for every unit of some blocks.
pub fn visit_units(blocks: &[Block], visit: &mut dyn FnMut(Unit<'_>)) {
    for block in blocks {
        match block {
            Block::Subhead(paragraph) | Block::Paragraph(paragraph) => with_notes(paragraph, visit),
            Block::List(items) => items.iter().for_each(|item| visit_item(item, visit)),
            Block::Images(images) => {
                let captions = images.iter().filter_map(|image| image.caption.as_ref());
                captions.for_each(|caption| visit(Unit::Plain(&caption.text, caption.span)));
            }
            Block::Table(table) => table.texts().for_each(|text| visit(Unit::Body(text))),
        }
    }
}

/// Calls `visit` for every run of text of some blocks, with its place.
pub fn visit_blocks(blocks: &[Block], visit: &mut dyn FnMut(&str, Span)) {
    visit_units(blocks, &mut |unit| unit.visit_runs(visit));
}

fn visit_item(item: &Item, visit: &mut dyn FnMut(Unit<'_>)) {
    with_notes(&item.text, visit);
    item.children.iter().for_each(|child| visit_item(child, visit));
}

fn with_notes(paragraph: &Paragraph, visit: &mut dyn FnMut(Unit<'_>)) {
    visit(Unit::Body(&paragraph.body));
    paragraph.notes.iter().for_each(|note| visit(Unit::Body(&note.body)));
}

/// Calls `visit` for every run of text of one paragraph, with its place.
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
