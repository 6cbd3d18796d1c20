//! Reads the parts of an issue, their sections and entries.
//!
//! What an entry's kind may be and which fields it has is the layout's to say.

use std::collections::HashMap;

use super::document::{Node, Table, listing, nearest, quoted};
use super::field::Reader;
use super::model::{Entry, Part, Section};
use crate::layout::spec::FieldKind;
use crate::layout::spec::{Layout, Module};
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Span, Spanned};

impl Reader<'_> {
    /// `[[parts]]`.
    pub fn parts(&mut self, root: Table<'_>, layout: &Layout) -> Option<Vec<Part>> {
        let node = root.require("parts", self.name, &mut self.problems)?;
        let parts = node.list(&mut self.problems)?;
        if parts.is_empty() {
            self.problems.push(node.problem(msg::NO_PARTS));
        }
        let parts = self.each(parts, |reader, part| reader.part(part, layout));
        self.same_titles(&parts);
        Some(parts)
    }

    fn part(&mut self, node: Node<'_>, layout: &Layout) -> Option<Part> {
        let table = node.table(&mut self.problems)?;
        table.only(&["title", "sections", "entries"], "parts", &mut self.problems);
        let title = self.needed_text(table, "title", "parts");
        let title = self.noted(FieldKind::Text, title);
        let sections =
            self.children(table, "sections", |reader, node| reader.section(node, layout));
        let entries = self.children(table, "entries", |reader, node| reader.entry(node, layout));
        let given =
            |key: &str| table.get(key).is_some_and(|n| n.as_list().is_none_or(|l| !l.is_empty()));
        if !given("sections") && !given("entries") {
            self.problems.push(Diagnostic::at(msg::EMPTY_PART, table.span));
        }
        Some(Part { title: title?, span: table.span, sections, entries })
    }

    fn section(&mut self, node: Node<'_>, layout: &Layout) -> Option<Section> {
        let table = node.table(&mut self.problems)?;
        table.only(&["title", "entries"], "sections", &mut self.problems);
        let title = self.needed_text(table, "title", "sections");
        let title = self.noted(FieldKind::Text, title);
        let given = table.get("entries");
        let entries = self.children(table, "entries", |reader, node| reader.entry(node, layout));
        if given.is_none_or(|node| node.as_list().is_some_and(|list| list.is_empty())) {
            self.problems.push(Diagnostic::at(msg::EMPTY_SECTION, table.span));
        }
        Some(Section { title: title?, span: table.span, entries })
    }

    fn entry(&mut self, node: Node<'_>, layout: &Layout) -> Option<Entry> {
        let table = node.table(&mut self.problems)?;
        let kind = table.require("kind", "entries", &mut self.problems)?;
        let written = kind.text(&mut self.problems)?;
        let Some(module) = entry_modules(layout).find(|module| module.name == written.value) else {
            self.unknown_kind(kind, &written.value, layout);
            return None;
        };
        let fields = self.fields(&module.fields, &["kind"], table, &module.name);
        let kind = Spanned { value: written.value, span: written.span };
        Some(Entry { kind, fields, span: table.span })
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
    fn same_titles(&mut self, parts: &[Part]) {
        let entries = parts.iter().flat_map(|part| {
            part.sections.iter().flat_map(|section| &section.entries).chain(&part.entries)
        });
        let mut titles: Vec<_> = entries.filter_map(Entry::title).collect();
        titles.sort_by_key(|title| title.span);
        let mut seen: HashMap<String, Span> = HashMap::new();
        for title in titles {
            let words = title.value.split_whitespace().collect::<Vec<_>>().join(" ");
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
