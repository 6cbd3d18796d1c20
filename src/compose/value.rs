//! Writes field values as Typst values: the contract between manifests and layout modules.
//!
//! Texts become strings, prose becomes content, everything else the nearest Typst type.

use crate::compose::address;
use crate::compose::prose::{write_block_content, write_inline_content, write_table};
use crate::compose::story::{Node, StoryChart};
use crate::compose::writer::{CELL_EOJEOL_LIMIT, Writer};
use crate::manifest::model::Date;
use jikji_prose::tree::Inline;

/// Writes a value at a depth of indentation.
pub fn write_value(writer: &mut Writer, node: &Node, depth: usize) {
    match node {
        Node::Text(title) => writer.string(&title.text),
        Node::Prose(body) => write_inline_content(writer, body),
        Node::Blocks(blocks) => write_block_content(writer, blocks, depth),
        Node::Date(date) => write_date(writer, Some(*date)),
        Node::Url(url) => writer.string(url),
        Node::Image(image) => {
            writer.code("(file: ");
            writer.string(&format!("/{}", image.path));
            writer.code(", alt: ");
            writer.string(&image.alt);
            writer.code(", caption: ");
            write_optional(writer, image.caption.as_deref());
            writer.code(")");
        }
        Node::Source(source) => {
            writer.code("(publisher: ");
            write_inline_content(writer, &source.publisher);
            writer.code(", title: ");
            write_inline_content(writer, &source.title);
            writer.code(", date: ");
            write_date(writer, source.date);
            writer.code(", url: ");
            write_optional_string(writer, source.url.as_deref().map(address::ascii).as_deref());
            writer.code(")");
        }
        Node::Table(table) => {
            writer.code("(table: ");
            write_table(writer, &table.header, &table.rows, depth);
            writer.code(", caption: ");
            write_optional(writer, table.caption.as_deref());
            writer.code(")");
        }
        Node::Chart(chart) => write_chart(writer, chart, depth),
        Node::Period(period) => {
            writer.code("(start: ");
            write_date(writer, Some(period.start));
            writer.code(", end: ");
            write_date(writer, period.end);
            writer.code(", text: ");
            writer.string(&period.text.value);
            writer.code(")");
        }
        Node::Record(fields) => write_record(writer, fields),
        Node::List(nodes) => write_list(writer, nodes, depth),
    }
}

fn write_record(writer: &mut Writer, fields: &[(String, Node)]) {
    writer.code("(");
    for (index, (name, node)) in fields.iter().enumerate() {
        if index > 0 {
            writer.code(", ");
        }
        writer.code(&format!("{name}: "));
        write_value(writer, node, 0);
    }
    writer.code(if fields.is_empty() { ":)" } else { ")" });
}

fn write_list(writer: &mut Writer, nodes: &[Node], depth: usize) {
    writer.code("(");
    for node in nodes {
        writer.line(depth + 1);
        write_value(writer, node, depth + 1);
        writer.code(",");
    }
    writer.line(depth);
    writer.code(")");
}

fn write_chart(writer: &mut Writer, chart: &StoryChart, depth: usize) {
    writer.code("(kind: ");
    writer.string(&chart.kind);
    writer.code(", unit: ");
    writer.string(&chart.unit);
    writer.code(", alt: ");
    writer.string(&chart.alt);
    writer.code(", caption: ");
    write_optional(writer, chart.caption.as_deref());
    for (name, head) in [("label", &chart.label), ("value", &chart.value)] {
        writer.code(&format!(", {name}: "));
        write_optional_string(writer, head.as_ref().map(|title| title.text.as_str()));
    }
    writer.code(", data: (");
    for (label, number) in &chart.data {
        writer.line(depth + 1);
        writer.begin_paragraph(CELL_EOJEOL_LIMIT);
        writer.code("(label: ");
        writer.string(&label.text);
        writer.code(&format!(", value: {number}),"));
    }
    writer.line(depth);
    writer.code("))");
}

/// Writes a date as `datetime(…)`, or `none`.
pub fn write_date(writer: &mut Writer, date: Option<Date>) {
    match date {
        Some(Date { year, month, day }) => {
            writer.code(&format!("datetime(year: {year}, month: {month}, day: {day})"));
        }
        None => writer.code("none"),
    }
}

/// Writes content, or `none`.
fn write_optional(writer: &mut Writer, body: Option<&[Inline]>) {
    match body {
        Some(body) => write_inline_content(writer, body),
        None => writer.code("none"),
    }
}

/// Writes a string, or `none`.
pub fn write_optional_string(writer: &mut Writer, text: Option<&str>) {
    match text {
        Some(text) => writer.string(text),
        None => writer.code("none"),
    }
}
