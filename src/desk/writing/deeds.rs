//! What becomes of the manifest by what a tab does; each entry that comes has a title of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::desk::ask::Deed;
use crate::desk::captions;
use crate::desk::forms::fresh;
use crate::document::edit::{Change, Step, Value, value_at};
use crate::layout::spec::Layout;
use crate::manifest::hints::is_hint;
use jikji_diagnostic::Lang;
use jikji_prose::normal::file_text;

/// A manifest that something is done with.
pub struct Deeds<'a> {
    /// What it holds, where it can be read.
    root: Option<&'a toml::Value>,
    layout: Option<&'a Layout>,
    lang: Lang,
    titles: Titles,
    /// What was copied, and to where.
    copied: Option<(&'a [Step], &'a [Step])>,
}

impl<'a> Deeds<'a> {
    /// A manifest of a layout.
    pub fn new(root: Option<&'a toml::Value>, layout: Option<&'a Layout>, lang: Lang) -> Self {
        let parts = root.and_then(|root| root.get("parts")).and_then(toml::Value::as_array);
        let entries = parts.into_iter().flatten().flat_map(|part| entries(part, &[]));
        let taken = entries.filter_map(|(_, title)| Some(compared(title?))).collect();
        let titles = Titles { taken, next: BTreeMap::new() };
        Self { root, layout, lang, titles, copied: None }
    }

    /// What a deed changes; none if it makes no sense.
    pub fn changes(&mut self, deed: &'a Deed) -> Option<Vec<Change>> {
        Some(vec![match deed {
            Deed::Set { at, value, after } => {
                let value = Value::from_json(value)?;
                Change::Set { at: at.clone(), value: self.titled(at, value), after: after.clone() }
            }
            Deed::Insert { at, value, after } => Change::Insert {
                at: at.clone(),
                value: Value::from_json(value)?,
                after: after.clone(),
            },
            Deed::Add { at, kind } => {
                let unlike = &mut |title: &str| self.titles.unlike(title);
                return fresh::added(at, kind.as_deref(), self.layout?, self.lang, unlike);
            }
            Deed::Rename { at, to } => Change::Rename { at: at.clone(), to: file_text(to) },
            Deed::Remove { at } => Change::Remove { at: at.clone() },
            Deed::Move { from, to } => Change::Move { from: from.clone(), to: to.clone() },
            Deed::Copy { from, to } => {
                self.copied = Some((from, to));
                return Some(self.copy(from, to));
            }
        }])
    }

    /// A copy of what stands somewhere, the entries in it with titles of their own.
    fn copy(&mut self, from: &[Step], to: &[Step]) -> Vec<Change> {
        let mut changes = vec![Change::Copy { from: from.to_vec(), to: to.to_vec() }];
        let whole = self.root.and_then(|root| value_at(root, from));
        let held = whole.filter(|whole| whole.get("kind").is_none());
        for (at, title) in held.into_iter().flat_map(|held| entries(held, to)) {
            let Some(title) = title else { continue };
            let title = match is_hint(title) {
                true => title.to_string(),
                false => captions::copied(title, self.lang),
            };
            let value = Value::Text(self.titles.unlike(&title));
            let at = [at, vec!["title".into()]].concat();
            changes.push(Change::Set { at, value, after: vec![] });
        }
        changes
    }

    /// What is to be written at a path: of a title that was just copied one that no other entry has.
    fn titled(&mut self, at: &[Step], value: Value) -> Value {
        let (Value::Text(title), Some((from, to))) = (&value, self.copied) else { return value };
        let own = self.root.and_then(|root| value_at(root, from));
        let Some(own) = own.filter(|own| own.get("kind").is_some()) else { return value };
        match at.split_last() {
            Some((Step::Key(key), parent)) if key == "title" && parent == to => {
                let before = own.get("title").and_then(toml::Value::as_str);
                let title = before.filter(|title| is_hint(title)).unwrap_or(title);
                Value::Text(self.titles.unlike(title))
            }
            _ => value,
        }
    }
}

/// The entries that a part or a section holds, which stands at a path: where each is, and its title.
fn entries<'v>(held: &'v toml::Value, at: &[Step]) -> Vec<(Vec<Step>, Option<&'v str>)> {
    let list = |key: &'static str| {
        let list = held.get(key).and_then(toml::Value::as_array).into_iter().flatten();
        list.enumerate().map(move |(place, one)| (at_of(at, key, place), one))
    };
    let sections = list("sections").flat_map(|(at, section)| entries(section, &at));
    let title = |one: &'v toml::Value| one.get("title").and_then(toml::Value::as_str);
    sections.chain(list("entries").map(|(at, one)| (at, title(one)))).collect()
}

fn at_of(at: &[Step], list: &str, place: usize) -> Vec<Step> {
    at.iter().cloned().chain([list.into(), place.into()]).collect()
}

/// Titles of entries, as they are compared.
struct Titles {
    taken: BTreeSet<String>,
    /// The number that comes next behind a title.
    next: BTreeMap<String, usize>,
}

impl Titles {
    /// The title, or one with a number behind it, that none of the others is; it is one of them then.
    fn unlike(&mut self, title: &str) -> String {
        let bare = title.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        let base = if is_hint(title) { bare } else { title };
        let mut own = title.to_string();
        while !self.taken.insert(compared(&own)) {
            let next = self.next.entry(base.into()).or_insert(2);
            own = format!("{base} {next}");
            *next += 1;
        }
        own
    }
}

/// A title as it is held against others.
fn compared(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}
