//! Manifest × layout → Typst markup.
//!
//! [`compose`] writes the whole `main.typ` of a number: imports of the layout's modules, the facts of
//! the number as one value, then one call a page kind. It decides nothing about pages: the copyfitting
//! steps and line adjustments it writes down are the typesetter's.

mod address;
mod breaks;
pub mod clusters;
mod filling;
pub mod markup;
mod prose;
mod value;
pub mod writer;

pub use filling::fill;

use crate::layout::spec::{Field, Layout, Module};
use crate::manifest::model::{Entry, Issue, Section, Value};
use breaks::write_breaks;
use clusters::ClusterFonts;
use markup::{LineAdjustments, Markup};
use value::{Listed, row_label, write_date, write_optional_string, write_rows, write_value};
use writer::{Writer, WrittenBefore};

/// Writes the markup of a number. `steps` holds the copyfitting step of each entry, `fonts` the letters with
/// marks that take another font; an `earlier` markup of the same issue saves work where nothing changed.
pub fn compose(
    issue: &Issue,
    layout: &Layout,
    fonts: &ClusterFonts,
    steps: &[usize],
    adjustments: &LineAdjustments,
    earlier: Option<WrittenBefore>,
) -> Markup {
    let mut writer = Writer::new(fonts, adjustments, earlier);
    write_imports(&mut writer, layout);
    write_issue(&mut writer, issue, layout);
    writer.code("\n");
    writer.begin_rules();
    writer.code("#show: setup.with(issue)\n");
    for name in &layout.front {
        write_page(&mut writer, name);
    }
    for index in 0..issue.entries.len() {
        let step = layout.ladder.get(steps.get(index).copied().unwrap_or(0));
        write_entry(&mut writer, issue, layout, index, step);
    }
    for name in &layout.back {
        write_page(&mut writer, name);
    }
    writer.finish()
}

/// The label of an entry's first page, by its position in the issue.
pub fn entry_label(index: usize) -> String {
    format!("entry-{}", index + 1)
}

fn write_imports(writer: &mut Writer, layout: &Layout) {
    let folder = format!("/layouts/{}", layout.name);
    writer.import(&folder, &layout.setup, &["setup"]);
    writer.import(&folder, &layout.prose, &["mark", "note", "picture"]);
    for Module { name, file, .. } in &layout.modules {
        writer.import(&folder, file, &[name]);
    }
}

fn write_issue(writer: &mut Writer, issue: &Issue, layout: &Layout) {
    let publication = &issue.publication;
    writer.code("\n#let issue = (\n  publication: (name: ");
    writer.string(&publication.name.text);
    writer.code(", tagline: ");
    write_optional_string(writer, publication.tagline.as_ref().map(|line| line.text.as_str()));
    writer.code(", publisher: ");
    writer.string(&publication.publisher.text);
    writer.code(", language: ");
    writer.string(&publication.language);
    let number = issue.number;
    writer.code(&format!("),\n  year: {},\n  month: {},\n  months: ", number.year, number.month));
    writer.string(&number.months());
    for (key, count) in
        [("volume", number.volume), ("number", number.in_volume), ("serial", number.serial)]
    {
        let count = count.map_or("none".to_string(), |count| count.to_string());
        writer.code(&format!(",\n  {key}: {count}"));
    }
    writer.code(",\n");
    writer.code("  published: ");
    write_date(writer, Some(number.published));
    writer.code(",\n  parts: (");
    for part in &issue.parts {
        writer.code("\n    (title: ");
        writer.string(&part.title.text);
        writer.code(", sections: (");
        let accents = accents(issue, layout, &part.sections);
        for (section, accent) in part.sections.iter().zip(accents) {
            writer.code("\n      (title: ");
            writer.string(&section.title.text);
            writer.code(", accent: ");
            write_optional_string(writer, accent);
            writer.code(", entries: (");
            write_contents_entries(writer, issue, layout, section.entries.clone(), 4);
            writer.code("\n      )),");
        }
        writer.code("\n    ), entries: (");
        write_contents_entries(writer, issue, layout, part.entries.clone(), 3);
        writer.code("\n    )),");
    }
    writer.code("\n  ),\n  colophon: (");
    write_fields(writer, &layout.colophon, &issue.colophon, None, 1);
    writer.code("\n  ),");
    write_breaks(writer, issue);
    write_pictures(writer, issue);
    writer.code("\n)\n");
}

/// Writes what pixels each picture has as it is shown. An edition may have it in fewer, and its pages must not change.
fn write_pictures(writer: &mut Writer, issue: &Issue) {
    writer.code("\n  pictures: (");
    let pixels = issue.pictures.iter().filter_map(|(path, p)| Some((path, p.pixels?)));
    let mut none = true;
    for (path, (width, height)) in pixels {
        writer.string(&format!("/{path}"));
        writer.code(&format!(": ({width}, {height}), "));
        none = false;
    }
    writer.code(if none { ":)," } else { ")," });
}

/// The accents of a part's sections: those that belong to their titles, and for the others in turn those that no
/// section of the part has by its title.
fn accents<'a>(issue: &'a Issue, layout: &'a Layout, sections: &[Section]) -> Vec<Option<&'a str>> {
    let own = |section: &Section| {
        let known = issue.accents.iter().chain(&layout.inks.sections);
        let mut known = known.filter(|(title, _)| *title == section.title.text);
        known.next().map(|(_, accent)| accent.as_str())
    };
    let own: Vec<Option<&str>> = sections.iter().map(own).collect();
    let all = layout.inks.accents.iter().map(String::as_str);
    let free: Vec<&str> = all.clone().filter(|accent| !own.contains(&Some(accent))).collect();
    let free = if free.is_empty() { all.collect() } else { free };
    let mut turn = free.iter().copied().cycle();
    own.into_iter().map(|accent| accent.or_else(|| turn.next())).collect()
}

fn write_contents_entries(
    writer: &mut Writer,
    issue: &Issue,
    layout: &Layout,
    entries: std::ops::Range<usize>,
    depth: usize,
) {
    for index in entries {
        let entry = &issue.entries[index];
        writer.line(depth);
        writer.code("(kind: ");
        writer.string(&entry.kind.value);
        writer.code(", title: ");
        writer.string(entry.name());
        writer.code(&format!(", label: <{}>, lines: (", entry_label(index)));
        for (line, label) in contents_lines(layout, entry, &entry_label(index)) {
            writer.code("(text: ");
            writer.string(&line);
            writer.code(&format!(", label: <{label}>), "));
        }
        writer.code(")),");
    }
}

/// What the contents page lists for an entry, by the module's `contents`, and the label each line leads to.
fn contents_lines(layout: &Layout, entry: &Entry, label: &str) -> Vec<(String, String)> {
    let Some((list, name)) = listed_rows(layout, entry) else {
        if layout.module(&entry.kind.value).is_some_and(|module| module.contents.is_empty()) {
            return vec![];
        }
        return vec![(entry.name().replace('\n', " "), label.to_string())];
    };
    let Some(Value::List(rows)) = entry.field(list) else { return vec![] };
    let line =
        |(row, value): (usize, &Value)| Some((value.field(name)?.line()?, row_label(label, row)));
    rows.iter().enumerate().filter_map(line).collect()
}

/// The list whose rows the contents page lists for an entry, and the field of each that it prints.
fn listed_rows<'a>(layout: &'a Layout, entry: &Entry) -> Option<(&'a str, &'a str)> {
    layout.module(&entry.kind.value)?.contents.split_once('.')
}

fn write_page(writer: &mut Writer, module: &str) {
    writer.code("\n");
    writer.begin_call(None);
    writer.code(&format!("#{module}(issue, label: <{module}>)"));
    writer.end_call();
    writer.code("\n");
}

fn write_entry(
    writer: &mut Writer,
    issue: &Issue,
    layout: &Layout,
    index: usize,
    step: Option<&Vec<(String, String)>>,
) {
    let entry = &issue.entries[index];
    let (part, section) = entry.at;
    // What has no text opens nothing: the heads stand on the first page that has.
    let mut before = issue.entries[..index].iter().rev();
    let before = before.find(|entry| entry.artwork().is_none()).map(|entry| entry.at);
    let opens_part = before.is_none_or(|(other, _)| other != part);
    let opens_section = section.is_some() && before != Some(entry.at);
    let position = match section {
        Some(section) => index - issue.parts[part].sections[section].entries.start,
        None => index - issue.parts[part].entries.start,
    };
    let section = section.map_or("none".to_string(), |section| section.to_string());
    writer.code("\n");
    writer.begin_call(Some(index));
    writer.code(&format!(
        "#{}(\n  issue,\n  at: (part: {part}, section: {section}, entry: {position}, \
         opens-part: {opens_part}, opens-section: {opens_section}),\n  label: <{}>,",
        entry.kind.value,
        entry_label(index)
    ));
    if let Some(step) = step {
        let step: Vec<_> = step.iter().map(|(name, length)| format!("{name}: {length}")).collect();
        writer.code(&format!("\n  fit: ({}),", step.join(", ")));
    }
    if let Some(module) = layout.module(&entry.kind.value) {
        let label = entry_label(index);
        let listed = listed_rows(layout, entry).map(|(list, name)| (list, Listed { name, label }));
        write_fields(writer, &module.fields, &entry.fields, listed, 1);
    }
    writer.code("\n)");
    writer.end_call();
    writer.code("\n");
}

/// Writes all declared fields in order; what the author left out is `none`, or an empty list. The rows of the
/// `listed` one get labels.
fn write_fields(
    writer: &mut Writer,
    declared: &[Field],
    given: &[(String, Value)],
    listed: Option<(&str, Listed)>,
    depth: usize,
) {
    for field in declared {
        writer.line(depth);
        writer.code(&format!("{}: ", field.name));
        match (given.iter().find(|(name, _)| *name == field.name), &listed) {
            (Some((name, Value::List(rows))), Some((list, listed))) if name == list => {
                write_rows(writer, rows, listed, depth);
            }
            (Some((_, value)), _) => write_value(writer, value, depth),
            (None, _) if field.list => writer.code("()"),
            (None, _) => writer.code("none"),
        }
        writer.code(",");
    }
}
