//! Walks over what of an entry is shown on a page.

use super::model::{Entry, Value};
use jikji_diagnostic::source::Span;
use jikji_prose::tree::{Block, Inline};
use jikji_prose::visit::{Unit, visit_units};

/// Calls `visit` for every text of an entry that is broken into lines by itself.
pub fn visit_entry(entry: &Entry, visit: &mut dyn FnMut(Unit<'_>)) {
    entry.fields.iter().for_each(|(_, value)| visit_value(value, visit));
}

fn visit_value(value: &Value, visit: &mut dyn FnMut(Unit<'_>)) {
    let mut body = |body: &Vec<Inline>| visit(Unit::Body(body));
    match value {
        Value::Text(plain) => visit(Unit::Plain(&plain.text, plain.span)),
        Value::Prose(prose) => body(prose),
        Value::Blocks(blocks) => visit_units(blocks, visit),
        Value::Image(image) => image.caption.iter().for_each(body),
        Value::Source(source) => [&source.publisher, &source.title].into_iter().for_each(body),
        Value::Table(table) => {
            let cells = table.header.iter().chain(table.rows.iter().flatten());
            cells.chain(&table.caption).for_each(body);
        }
        Value::Chart(chart) => {
            chart.caption.iter().for_each(body);
            let labels = chart.data.iter().map(|(label, _)| label);
            let heads = labels.chain(&chart.label).chain(&chart.value);
            heads.for_each(|head| visit(Unit::Plain(&head.text, head.span)));
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
