//! Reads `[modules.…]` and `[colophon]`: page kinds and the fields they declare.
//!
//! Field types are the program's ([`FieldKind`]); kinds and fields are the layout's.

use super::identifier;
use super::reading::Reading;
use super::spec::{Field, FieldKind, Module, Room};
use crate::document::{Node, Table};
use crate::layout::described::described;
use crate::layout::messages as msg;

/// Keys of a module.
const MODULE: [&str; 7] =
    ["file", "pages", "holds", "margins", "contents", "fields", "description"];
/// Keys of a field.
const FIELD: [&str; 8] =
    ["type", "required", "list", "min", "max", "sort", "fields", "description"];
/// The most values a list may be declared for.
const MOST_VALUES: i64 = 1000;

/// `[modules.…]` in the order they are written.
pub fn modules(reading: &mut Reading<'_>, root: Table<'_>) -> Vec<Module> {
    let node = root.require("modules", "layout.toml", reading.problems);
    let Some(table) = node.and_then(|node| node.table(reading.problems)) else { return vec![] };
    table.entries().into_iter().filter_map(|(_, node)| module(reading, node)).collect()
}

fn module(reading: &mut Reading<'_>, node: Node<'_>) -> Option<Module> {
    let name = node.key();
    let table = node.table(reading.problems)?;
    table.only(&MODULE, name, reading.problems);
    if !identifier::is_module(name) {
        reading.problems.push(node.problem(msg::MODULE_NAME));
    }
    let file = table.require("file", name, reading.problems);
    let file = file.and_then(|node| reading.module_file(node));
    let pages = table.get("pages").and_then(|node| whole(reading, node, 1));
    let holds = table.get("holds").and_then(|node| room(reading, node));
    let margins = table.get("margins").and_then(|node| node.boolean(reading.problems));
    let margins = margins.unwrap_or(true);
    let fields = fields(reading, table);
    let contents = contents(reading, table, &fields);
    let description = table.get("description").and_then(|node| described(node, reading.problems));
    let name = name.to_string();
    Some(Module { name, file: file?, pages, holds, margins, fields, description, contents })
}

/// `holds = { lines = 46, letters = 55 }`.
fn room(reading: &mut Reading<'_>, node: Node<'_>) -> Option<Room> {
    let table = node.table(reading.problems)?;
    table.only(&["lines", "letters"], "holds", reading.problems);
    let mut count = |key: &str| {
        let node = table.require(key, "holds", reading.problems)?;
        whole(reading, node, 1)
    };
    Some(Room { lines: count("lines")?, letters: count("letters")? })
}

/// What the contents page lists: `title` or `rows.name`; the title, if there is one, unless said.
fn contents(reading: &mut Reading<'_>, table: Table<'_>, fields: &[Field]) -> String {
    let texts = |field: &Field| field.kind.is_line();
    let Some(node) = table.get("contents") else {
        let title = fields.iter().any(|field| field.name == "title" && texts(field));
        return if title { "title".into() } else { String::new() };
    };
    let Some(path) = node.text(reading.problems) else { return String::new() };
    let (name, inner) = match path.value.split_once('.') {
        Some((name, inner)) => (name, Some(inner)),
        None => (path.value.as_str(), None),
    };
    let field = fields.iter().find(|field| field.name == name);
    let valid = field.is_some_and(|field| match inner {
        None => texts(field),
        // A line leads to its own row, so it needs content, which can carry a label.
        Some(inner) => {
            let prose = |field: &Field| field.kind.takes_label() && !field.list;
            field.list && field.fields.iter().any(|field| field.name == inner && prose(field))
        }
    });
    if !valid {
        reading.problems.push(node.problem(msg::CONTENTS_PATH));
    }
    path.value
}

/// `fields.NAME = { type = …, … }` of a table.
fn fields(reading: &mut Reading<'_>, table: Table<'_>) -> Vec<Field> {
    let node = table.get("fields").and_then(|node| node.table(reading.problems));
    let entries = node.map(Table::entries).unwrap_or_default();
    let fields: Vec<Field> = entries.iter().filter_map(|(_, node)| field(reading, *node)).collect();
    // What stands beside a value can be neither another field's nor several values'.
    for (_, node) in entries {
        let beside = |field: &Field| {
            let list = field.list && field.name == node.key() && !field.kind.beside().is_empty();
            list || field.kind.beside().contains(&node.key())
        };
        if fields.iter().any(beside) {
            reading.problems.push(node.problem(msg::FIELD_NAME));
        }
    }
    fields
}

fn field(reading: &mut Reading<'_>, node: Node<'_>) -> Option<Field> {
    let name = node.key();
    let table = node.table(reading.problems)?;
    table.only(&FIELD, name, reading.problems);
    if !identifier::is_field(name) {
        reading.problems.push(node.problem(msg::FIELD_NAME));
    }
    let kind = table.require("type", name, reading.problems)?;
    let kind = field_kind(reading, kind)?;
    let mut flag = |key: &str| {
        let node = table.get(key);
        node.and_then(|node| node.boolean(reading.problems)).unwrap_or(false)
    };
    let (required, list) = (flag("required"), flag("list"));
    let min = table.get("min").and_then(|node| whole(reading, node, 0));
    let max = table.get("max").and_then(|node| whole(reading, node, 1));
    let inner = fields(reading, table);
    let sort = table.get("sort").and_then(|node| sort(reading, node, &inner));
    let description = table.get("description").and_then(|node| described(node, reading.problems));
    let bounds = min.is_some() || max.is_some() || sort.is_some();
    if (bounds && !list) || min.zip(max).is_some_and(|(min, max)| min > max) {
        reading.problems.push(node.problem(msg::FIELD_BOUNDS));
    }
    if kind.has_fields() == inner.is_empty() {
        reading.problems.push(node.problem(msg::RECORD_FIELDS));
    }
    Some(Field {
        name: name.to_string(),
        kind,
        required,
        list,
        min,
        max,
        sort,
        fields: inner,
        description,
    })
}

fn field_kind(reading: &mut Reading<'_>, node: Node<'_>) -> Option<FieldKind> {
    let written = node.text(reading.problems)?.value;
    let kind = FieldKind::ALL.iter().copied().find(|kind| kind.name() == written);
    if kind.is_none() {
        let names: Vec<&str> = FieldKind::ALL.iter().map(|kind| kind.name()).collect();
        reading.problems.push(node.not_among(&names));
    }
    kind
}

/// The field that orders records.
fn sort(reading: &mut Reading<'_>, node: Node<'_>, fields: &[Field]) -> Option<String> {
    let key = node.text(reading.problems)?.value;
    let orders = |field: &Field| field.name == key && !field.list && field.kind.has_order();
    if !fields.iter().any(orders) {
        reading.problems.push(node.problem(msg::SORT_FIELD));
    }
    Some(key)
}

fn whole(reading: &mut Reading<'_>, node: Node<'_>, least: i64) -> Option<usize> {
    let number = node.integer(reading.problems)?;
    if !(least..=MOST_VALUES).contains(&number) {
        reading
            .problems
            .push(node.problem(msg::COUNT).arg("least", least).arg("most", MOST_VALUES));
    }
    usize::try_from(number).ok()
}

/// `[colophon]`: its fields.
pub fn colophon(reading: &mut Reading<'_>, root: Table<'_>) -> Vec<Field> {
    let table = root.get("colophon").and_then(|node| node.table(reading.problems));
    let Some(table) = table else { return vec![] };
    table.only(&["fields"], "[colophon]", reading.problems);
    fields(reading, table)
}

/// `front`, `back` or `fill`: modules the layout sets by itself, so without fields.
pub fn own(reading: &mut Reading<'_>, root: Table<'_>, key: &str, all: &[Module]) -> Vec<String> {
    let nodes = root.get(key).and_then(|node| node.list(reading.problems));
    let mut names = vec![];
    for node in nodes.into_iter().flatten() {
        let Some(name) = node.text(reading.problems) else { continue };
        let module = all.iter().find(|module| module.name == name.value);
        let twice = names.contains(&name.value);
        if module.is_none_or(|module| !module.fields.is_empty()) || twice {
            reading.problems.push(node.problem(msg::OWN_MODULE));
        }
        names.push(name.value);
    }
    names
}
