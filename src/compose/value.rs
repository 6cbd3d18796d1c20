//! Writes field values as Typst values: the contract between manifests and layout modules.
//!
//! Texts become strings, prose becomes content, everything else the nearest Typst type.

use crate::compose::address;
use crate::compose::prose::{
    length, write_block_content, write_inline_content, write_labelled, write_table,
};
use crate::compose::writer::{CELL_EOJEOL_LIMIT, Writer};
use crate::manifest::image::Sheet;
use crate::manifest::model::{Artwork, Chart, Date, Image, Period, Series, Source, Value};
use jikji_prose::placing::{Place, Placing};
use jikji_prose::tree::{Inline, Plain};

/// Writes a value at a depth of indentation.
pub fn write_value(writer: &mut Writer, value: &Value, depth: usize) {
    match value {
        Value::Text(plain) => writer.string(&plain.text),
        Value::Prose(body) => write_inline_content(writer, body),
        Value::Blocks(blocks) => write_block_content(writer, blocks, depth),
        Value::Date(date) => write_date(writer, Some(*date)),
        Value::Url(url) => writer.string(&url.text),
        Value::Image(image) => write_image(writer, image),
        Value::Artwork(artwork) => write_artwork(writer, artwork),
        Value::Source(source) => write_source(writer, source),
        Value::Table(table) => {
            writer.code("(table: ");
            write_table(writer, table, depth);
            writer.code(", caption: ");
            write_optional(writer, table.caption.as_deref());
            writer.code(")");
        }
        Value::Chart(chart) => write_chart(writer, chart, depth),
        Value::Period(period) => write_period(writer, period),
        Value::Record(fields) => write_record(writer, fields, None),
        Value::List(values) => {
            write_list(writer, values, depth, |writer, _, value| {
                write_value(writer, value, depth + 1)
            });
        }
    }
}

/// What the contents page lists of the rows of an entry.
pub struct Listed<'a> {
    /// The field of a row that is a line there.
    pub name: &'a str,
    /// The label of the entry.
    pub label: String,
}

/// The label of what a row of the entry labelled `entry` has in the contents.
pub fn row_label(entry: &str, row: usize) -> String {
    format!("{entry}-{}", row + 1)
}

/// Writes records of which the contents page lists a field each: its text carries the label, wherever a
/// layout puts it.
pub fn write_rows(writer: &mut Writer, rows: &[Value], listed: &Listed, depth: usize) {
    write_list(writer, rows, depth, |writer, index, value| match value {
        Value::Record(fields) => {
            write_record(writer, fields, Some((listed.name, row_label(&listed.label, index))));
        }
        value => write_value(writer, value, depth + 1),
    });
}

fn write_record(writer: &mut Writer, fields: &[(String, Value)], labelled: Option<(&str, String)>) {
    writer.code("(");
    for (index, (name, value)) in fields.iter().enumerate() {
        if index > 0 {
            writer.code(", ");
        }
        writer.code(&format!("{name}: "));
        match (value, &labelled) {
            (Value::Prose(body), Some((field, label))) if name == field => {
                write_labelled(writer, body, label);
            }
            _ => write_value(writer, value, 0),
        }
    }
    writer.code(if fields.is_empty() { ":)" } else { ")" });
}

fn write_list(
    writer: &mut Writer,
    values: &[Value],
    depth: usize,
    write: impl Fn(&mut Writer, usize, &Value),
) {
    writer.code("(");
    for (index, value) in values.iter().enumerate() {
        writer.line(depth + 1);
        write(writer, index, value);
        writer.code(",");
    }
    writer.line(depth);
    writer.code(")");
}

fn write_image(writer: &mut Writer, image: &Image) {
    writer.code("(file: ");
    writer.string(&format!("/{}", image.path));
    writer.code(", alt: ");
    writer.string(&image.alt);
    writer.code(", caption: ");
    write_optional(writer, image.caption.as_deref());
    let Placing { width, place, .. } = image.placing;
    let place = place.map(Place::name);
    writer.code(&format!(", width: {}, place: ", width.map_or("none".into(), length)));
    write_optional_string(writer, place);
    writer.code(")");
}

fn write_artwork(writer: &mut Writer, artwork: &Artwork) {
    let Sheet { trim_mm: (width, height), bleed_mm, .. } = artwork.sheet;
    writer.code("(file: ");
    writer.string(&format!("/{}", artwork.path));
    writer.code(", alt: ");
    writer.string(&artwork.alt);
    writer.code(&format!(", width: {width:.3}mm, height: {height:.3}mm, bleed: ("));
    for (side, mm) in ["left", "top", "right", "bottom"].into_iter().zip(bleed_mm) {
        writer.code(&format!("{side}: {mm:.3}mm, "));
    }
    writer.code("))");
}

fn write_source(writer: &mut Writer, source: &Source) {
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

fn write_period(writer: &mut Writer, period: &Period) {
    let (start, end) = period.days.map_or((None, None), |(start, end)| (Some(start), end));
    writer.code("(start: ");
    write_date(writer, start);
    writer.code(", end: ");
    write_date(writer, end);
    writer.code(", detail: ");
    writer.string(&period.detail.text);
    writer.code(", text: ");
    writer.string(&period.text.text);
    writer.code(")");
}

fn write_chart(writer: &mut Writer, chart: &Chart, depth: usize) {
    writer.code("(kind: ");
    writer.string(&chart.kind);
    writer.code(", unit: ");
    writer.string(chart.unit.as_ref().map_or("", |unit| &unit.text));
    writer.code(", alt: ");
    writer.string(&chart.alt);
    writer.code(", caption: ");
    write_optional(writer, chart.caption.as_deref());
    for (name, head) in [("label", &chart.label), ("value", &chart.value)] {
        writer.code(&format!(", {name}: "));
        write_optional_string(writer, head.as_ref().map(|plain| plain.text.as_str()));
    }
    match &chart.series[..] {
        [Series { name: None, values }] => write_points(writer, &chart.labels, values, depth),
        series => write_series(writer, &chart.labels, series, depth),
    }
    writer.line(depth);
    writer.code("))");
}

fn write_points(writer: &mut Writer, labels: &[Plain], values: &[f64], depth: usize) {
    writer.code(", data: (");
    for (label, number) in labels.iter().zip(values) {
        writer.line(depth + 1);
        writer.begin_paragraph(CELL_EOJEOL_LIMIT);
        writer.code("(label: ");
        writer.string(&label.text);
        writer.code(&format!(", value: {number}),"));
    }
}

fn write_series(writer: &mut Writer, labels: &[Plain], series: &[Series], depth: usize) {
    writer.code(", labels: (");
    for label in labels {
        writer.string(&label.text);
        writer.code(", ");
    }
    writer.code("), series: (");
    for Series { name, values } in series {
        writer.line(depth + 1);
        writer.code("(name: ");
        write_optional_string(writer, name.as_ref().map(|name| name.text.as_str()));
        let values: Vec<String> = values.iter().map(|value| format!("{value},")).collect();
        writer.code(&format!(", values: ({})),", values.join(" ")));
    }
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
