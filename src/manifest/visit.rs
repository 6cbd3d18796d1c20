//! Walks over what of an entry is shown on a page.

use super::model::{Entry, Value};
use jikji_diagnostic::source::Span;
use jikji_prose::tree::Block;
use jikji_prose::visit::{visit_blocks, visit_inlines};

/// Calls `visit` for every run of text of an entry, with its place.
pub fn visit_entry(entry: &Entry, visit: &mut dyn FnMut(&str, Span)) {
    entry.fields.iter().for_each(|(_, value)| visit_value(value, visit));
}

fn visit_value(value: &Value, visit: &mut dyn FnMut(&str, Span)) {
    match value {
        Value::Text(plain) => visit(&plain.text, plain.span),
        Value::Prose(body) => visit_inlines(body, visit),
        Value::Blocks(blocks) => visit_blocks(blocks, visit),
        Value::Image(image) => image.caption.iter().for_each(|body| visit_inlines(body, visit)),
        Value::Source(source) => {
            visit_inlines(&source.publisher, visit);
            visit_inlines(&source.title, visit);
        }
        Value::Table(table) => {
            let cells =
                table.header.iter().chain(table.rows.iter().flatten()).chain(&table.caption);
            cells.for_each(|cell| visit_inlines(cell, visit));
        }
        Value::Chart(chart) => {
            chart.caption.iter().for_each(|body| visit_inlines(body, visit));
            let labels = chart.data.iter().map(|(label, _)| label);
            let heads = labels.chain(&chart.label).chain(&chart.value);
            heads.for_each(|head| visit(&head.text, head.span));
        }
        Value::Record(fields) => fields.iter().for_each(|(_, value)| visit_value(value, visit)),
        Value::List(values) => values.iter().for_each(|value| visit_value(value, visit)),
        Value::Date(_) | Value::Url(_) | Value::Period(_) => {}
    }
}

/// Calls `visit` for every picture of an entry, by what the pages call it, with the place it is named at.
pub fn visit_pictures(entry: &Entry, visit: &mut dyn FnMut(&str, Span)) {
    fn of_value(value: &Value, visit: &mut dyn FnMut(&str, Span)) {
        match value {
            Value::Image(image) => visit(&image.path, image.span),
            Value::Blocks(blocks) => blocks.iter().for_each(|block| {
                if let Block::Image(image) = block {
                    visit(&image.file, image.span);
                }
            }),
            Value::Record(fields) => fields.iter().for_each(|(_, value)| of_value(value, visit)),
            Value::List(values) => values.iter().for_each(|value| of_value(value, visit)),
            _ => {}
        }
    }
    entry.fields.iter().for_each(|(_, value)| of_value(value, visit));
}
