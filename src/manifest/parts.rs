//! Reads the parts of an issue, their sections and entries.
//!
//! What an entry's kind may be and which fields it has is the layout's to say.

use std::collections::HashMap;

use super::checks::OF_ENTRY;
use super::field::Reader;
use super::model::{Entry, Part, Section};
use crate::document::{Node, Table, listing, nearest, quoted};
use crate::layout::spec::{Layout, Module};
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Span, Spanned};
use jikji_prose::tree::Plain;

/// A part as it stands in the manifest, its entries in it.
pub struct ReadPart {
    pub(super) title: Plain,
    pub(super) sections: Vec<(Plain, Vec<Entry>)>,
    pub(super) entries: Vec<Entry>,
}

impl ReadPart {
    /// Its entries in document order, each list of them.
    pub(super) fn lists(&mut self) -> impl Iterator<Item = &mut Vec<Entry>> {
        self.sections.iter_mut().map(|(_, entries)| entries).chain([&mut self.entries])
    }
}

/// The parts as they are worked on: all entries in one list, each with its position.
pub fn in_order(read: Vec<ReadPart>) -> (Vec<Part>, Vec<Entry>) {
    let mut all = vec![];
    let mut take = |entries: Vec<Entry>, at| {
        let start = all.len();
        all.extend(entries.into_iter().map(|entry| Entry { at, ..entry }));
        start..all.len()
    };
    let parts = (read.into_iter().enumerate())
        .map(|(index, part)| {
            let sections = (part.sections.into_iter().enumerate())
                .map(|(section, (title, entries))| Section {
                    title,
                    entries: take(entries, (index, Some(section))),
                })
                .collect();
            let entries = take(part.entries, (index, None));
            Part { title: part.title, sections, entries }
        })
        .collect();
    (parts, all)
}

impl Reader<'_> {
    /// `[[parts]]`.
    pub fn parts(&mut self, root: Table<'_>, layout: &Layout) -> Option<Vec<ReadPart>> {
        let node = root.require("parts", self.name, &mut self.problems)?;
        let parts = node.list(&mut self.problems)?;
        if parts.is_empty() {
            self.problems.push(node.problem(msg::NO_PARTS));
        }
        let parts = self.each(parts, |reader, part| reader.part(part, layout));
        self.same_titles(&parts);
        Some(parts)
    }

    fn part(&mut self, node: Node<'_>, layout: &Layout) -> Option<ReadPart> {
        let table = node.table(&mut self.problems)?;
        let table = table.only(&["title", "sections", "entries"], "parts", &mut self.problems);
        let title = self.needed_text(table, "title", "parts");
        let title = title.map(|text| self.plain(&text));
        let sections =
            self.children(table, "sections", |reader, node| reader.section(node, layout));
        let entries = self.children(table, "entries", |reader, node| reader.entry(node, layout));
        let given =
            |key: &str| table.get(key).is_some_and(|n| n.as_list().is_none_or(|l| !l.is_empty()));
        if !given("sections") && !given("entries") {
            self.problems.push(Diagnostic::at(msg::EMPTY_PART, table.span));
        }
        Some(ReadPart { title: title?, sections, entries })
    }

    fn section(&mut self, node: Node<'_>, layout: &Layout) -> Option<(Plain, Vec<Entry>)> {
        let table = node.table(&mut self.problems)?;
        let table = table.only(&["title", "entries"], "sections", &mut self.problems);
        let title = self.needed_text(table, "title", "sections");
        let title = title.map(|text| self.plain(&text));
        let given = table.get("entries");
        let entries = self.children(table, "entries", |reader, node| reader.entry(node, layout));
        if given.is_none_or(|node| node.as_list().is_some_and(|list| list.is_empty())) {
            self.problems.push(Diagnostic::at(msg::EMPTY_SECTION, table.span));
        }
        Some((title?, entries))
    }

    fn entry(&mut self, node: Node<'_>, layout: &Layout) -> Option<Entry> {
        let table = node.table(&mut self.problems)?;
        let Some(kind) = table.get("kind") else {
            // Under another name it is told among the fields.
            let misspelt = table.entries().into_iter().map(|(_, node)| node);
            let misspelt =
                misspelt.into_iter().find(|node| nearest(node.key(), ["kind"]).is_some());
            if misspelt.is_none() {
                table.require("kind", "entries", &mut self.problems);
            }
            let named = misspelt.and_then(|node| node.text(&mut vec![]));
            self.guessed(table, named.map(|named| named.value).as_deref(), layout);
            return None;
        };
        let written = kind.text(&mut self.problems)?;
        let Some(module) = entry_modules(layout).find(|module| module.name == written.value) else {
            self.unknown_kind(kind, &written.value, layout);
            self.guessed(table, Some(&written.value), layout);
            return None;
        };
        let fields = self.fields(&module.fields, &OF_ENTRY, table, &module.name);
        self.allow(table, Some(table.span));
        let kind = Spanned { value: written.value, span: written.span };
        Some(Entry { kind, at: (0, None), fields, table: table.span })
    }

    /// Looks over the fields of an entry whose kind is not sure: of the kind that is near, or else of the one that
    /// has most of its fields.
    fn guessed(&mut self, table: Table<'_>, kind: Option<&str>, layout: &Layout) {
        let named = || entry_modules(layout).map(|module| module.name.as_str());
        let near = kind.and_then(|kind| nearest(kind, named()));
        let has = |module: &&Module| {
            module.fields.iter().filter(|field| table.get(&field.name).is_some()).count()
        };
        let fitting = || entry_modules(layout).filter(|module| has(module) > 1).max_by_key(has);
        let module = entry_modules(layout).find(|module| near == Some(module.name.as_str()));
        if let Some(module) = module.or_else(fitting) {
            self.fields(&module.fields, &OF_ENTRY, table, &module.name);
        }
    }

    fn unknown_kind(&mut self, node: Node<'_>, written: &str, layout: &Layout) {
        let names = || entry_modules(layout).map(|module| module.name.as_str());
        let near = nearest(written, names());
        let message = if near.is_some() { msg::UNKNOWN_KIND_NEAR } else { msg::UNKNOWN_KIND };
        let unknown = node.problem(message).arg("layout", quoted(&layout.name));
        let unknown =
            unknown.arg("near", quoted(near.unwrap_or_default())).arg("known", listing(names()));
        self.problems.push(unknown);
    }

    /// The elements of a list that may be left out.
    fn children<'a, T>(
        &mut self,
        table: Table<'a>,
        key: &str,
        read: impl FnMut(&mut Self, Node<'a>) -> Option<T>,
    ) -> Vec<T> {
        let nodes = table.get(key).and_then(|node| node.list(&mut self.problems));
        self.each(nodes.unwrap_or_default(), read)
    }

    /// Reports entries whose title is also another's.
    fn same_titles(&mut self, parts: &[ReadPart]) {
        let entries = parts.iter().flat_map(|part| {
            part.sections.iter().flat_map(|(_, entries)| entries).chain(&part.entries)
        });
        let mut titles: Vec<_> = entries.filter_map(Entry::title).collect();
        titles.sort_by_key(|title| title.span);
        let mut seen: HashMap<String, Span> = HashMap::new();
        for title in titles {
            let words = title.text.split_whitespace().collect::<Vec<_>>().join(" ");
            match seen.get(&words) {
                Some(first) => {
                    let twice = Diagnostic::at(msg::SAME_TITLE, title.span).related(*first);
                    self.problems.push(twice.arg("title", words));
                }
                None => {
                    seen.insert(words, title.span);
                }
            }
        }
    }
}

/// The modules an entry can be of: all but those the layout sets by itself.
pub fn entry_modules(layout: &Layout) -> impl Iterator<Item = &Module> {
    let own = [&layout.front, &layout.back, &layout.fill];
    let set = move |module: &&Module| own.iter().any(|names| names.contains(&module.name));
    layout.modules.iter().filter(move |module| !set(module))
}
