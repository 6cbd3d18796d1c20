//! Walks over every text of a story that is shown on a page.

use crate::compose::story::{Node, Story, StoryEntry};
use jikji_diagnostic::source::Span;
use jikji_prose::tree::{Block, Inline, Item};

/// Calls `visit` for every run of text in the story, with its place.
pub fn visit_texts(story: &Story, visit: &mut dyn FnMut(&str, Span)) {
    let (name, tagline, publisher) = &story.publication;
    for title in [Some(name), tagline.as_ref(), Some(publisher)].into_iter().flatten() {
        visit(&title.text, title.span);
    }
    for part in &story.parts {
        visit(&part.title.text, part.title.span);
        for (title, _) in &part.sections {
            visit(&title.text, title.span);
        }
    }
    story.entries.iter().for_each(|entry| visit_entry(entry, visit));
    story.colophon.iter().for_each(|(_, node)| visit_node(node, visit));
}

/// The same for one entry.
pub fn visit_entry(entry: &StoryEntry, visit: &mut dyn FnMut(&str, Span)) {
    entry.fields.iter().for_each(|(_, node)| visit_node(node, visit));
}

/// Calls `visit` for every picture of an entry, by its path, with the place it is named at.
pub fn visit_pictures(entry: &StoryEntry, visit: &mut dyn FnMut(&str, Span)) {
    fn of_node(node: &Node, visit: &mut dyn FnMut(&str, Span)) {
        match node {
            Node::Image(image) => visit(&image.path, image.span),
            Node::Blocks(blocks) => blocks.iter().for_each(|block| {
                if let Block::Image(image) = block {
                    visit(&image.file, image.span);
                }
            }),
            Node::Record(fields) => fields.iter().for_each(|(_, node)| of_node(node, visit)),
            Node::List(nodes) => nodes.iter().for_each(|node| of_node(node, visit)),
            _ => {}
        }
    }
    entry.fields.iter().for_each(|(_, node)| of_node(node, visit));
}

/// Calls `visit` for every run of text of one value.
pub fn visit_node(node: &Node, visit: &mut dyn FnMut(&str, Span)) {
    match node {
        Node::Text(title) => visit(&title.text, title.span),
        Node::Prose(body) => visit_inlines(body, visit),
        Node::Blocks(blocks) => blocks.iter().for_each(|block| visit_block(block, visit)),
        Node::Image(image) => image.caption.iter().for_each(|body| visit_inlines(body, visit)),
        Node::Source(source) => {
            visit_inlines(&source.publisher, visit);
            visit_inlines(&source.title, visit);
        }
        Node::Table(table) => {
            let cells =
                table.header.iter().chain(table.rows.iter().flatten()).chain(&table.caption);
            cells.for_each(|cell| visit_inlines(cell, visit));
        }
        Node::Chart(chart) => {
            chart.caption.iter().for_each(|body| visit_inlines(body, visit));
            let labels = chart.data.iter().map(|(label, _)| label);
            let titles = labels.chain(&chart.label).chain(&chart.value);
            titles.for_each(|title| visit(&title.text, title.span));
        }
        Node::Record(fields) => fields.iter().for_each(|(_, node)| visit_node(node, visit)),
        Node::List(nodes) => nodes.iter().for_each(|node| visit_node(node, visit)),
        Node::Date(_) | Node::Url(_) | Node::Period(_) => {}
    }
}

fn visit_block(block: &Block, visit: &mut dyn FnMut(&str, Span)) {
    match block {
        Block::Subhead(paragraph) | Block::Paragraph(paragraph) => {
            visit_inlines(&paragraph.body, visit);
            paragraph.notes.iter().for_each(|note| visit_inlines(&note.body, visit));
        }
        Block::List(items) => items.iter().for_each(|item| visit_item(item, visit)),
        Block::Image(image) => image.caption.iter().for_each(|text| visit(text, image.span)),
        Block::Table { header, rows, .. } => {
            header.iter().chain(rows.iter().flatten()).for_each(|cell| visit_inlines(cell, visit));
        }
    }
}

fn visit_item(item: &Item, visit: &mut dyn FnMut(&str, Span)) {
    visit_inlines(&item.text.body, visit);
    item.text.notes.iter().for_each(|note| visit_inlines(&note.body, visit));
    item.children.iter().for_each(|child| visit_item(child, visit));
}

fn visit_inlines(inlines: &[Inline], visit: &mut dyn FnMut(&str, Span)) {
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
