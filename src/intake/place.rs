//! Where in a number a manuscript goes, and whether it is there already.
//!
//! It looks at what a manifest holds, never at how it is written.

use toml::Value;

use super::messages as msg;
use crate::document::edit::Step;
use crate::document::{listing, quoted};
use jikji_diagnostic::Diagnostic;
use jikji_prose::normal::nfc;

/// Titles that are named for one that is not there.
const NEAR: usize = 6;

/// A list of entries.
#[derive(Debug, Clone)]
pub struct List {
    /// Its path.
    pub path: Vec<Step>,
    /// How many there are.
    pub count: usize,
    title: String,
}

/// An entry that is there.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The list it stands in.
    pub list: Vec<Step>,
    /// Its place there.
    pub index: usize,
}

/// Where an entry goes: to the end of a section, or of a part.
#[derive(Debug, Clone, Copy)]
pub enum Place<'p> {
    /// The last one.
    Last,
    /// The one with this title.
    Titled(&'p str),
    /// What stands at this path, or what holds that; the last one if there is none.
    At(&'p [Step]),
}

/// The list that an entry comes into.
pub fn list(number: &Value, place: Place<'_>) -> Result<List, Diagnostic> {
    let lists = lists(number);
    if lists.is_empty() {
        return Err(Diagnostic::general(msg::NO_PARTS));
    }
    // Of a part that has sections, the last of them.
    let last = |lists: &[&List]| {
        let section = lists.iter().rfind(|list| list.path.len() > 3);
        section.or(lists.last()).map(|list| (*list).clone())
    };
    let all: Vec<&List> = lists.iter().collect();
    let wanted = match place {
        Place::Titled(wanted) => wanted,
        Place::Last => return last(&all).ok_or_else(|| Diagnostic::general(msg::NO_PARTS)),
        Place::At(at) => {
            let own = |list: &&List| at.starts_with(&list.path);
            let below = lists.iter().filter(|list| list.path.starts_with(at)).collect::<Vec<_>>();
            let found = lists.iter().find(own).cloned().or_else(|| last(&below));
            let found = found.or_else(|| last(&all));
            return found.ok_or_else(|| Diagnostic::general(msg::NO_PARTS));
        }
    };
    // A section comes before the part that has its title too.
    let named = |list: &&List| same(&list.title, wanted);
    let mut found: Vec<&List> = lists.iter().filter(named).collect();
    found.sort_by_key(|list| std::cmp::Reverse(list.path.len()));
    if let Some(list) = found.first() {
        return Ok((*list).clone());
    }
    let mut near: Vec<&str> = lists.iter().map(|list| list.title.as_str()).collect();
    near.retain(|title| !title.is_empty());
    // A part of a title means that title, however long the rest of it is.
    let apart = |title: &&str| !title.contains(wanted.trim()) && !wanted.contains(title.trim());
    near.sort_by_cached_key(|title| (apart(title), strsim::damerau_levenshtein(title, wanted)));
    near.truncate(NEAR);
    let fault = Diagnostic::general(msg::NO_SECTION).arg("title", quoted(wanted));
    Err(fault.arg("near", listing(near)))
}

/// The entry that has this title, or this text under the key `body`.
pub fn twin(number: &Value, title: &str, body: Option<(&str, &str)>) -> Option<Entry> {
    lists(number).into_iter().find_map(|list| {
        let entries = list.path.iter().try_fold(number, |value, step| match step {
            Step::Key(key) => value.get(key.as_str()),
            Step::Index(index) => value.get(*index),
        });
        let is_twin = |entry: &Value| {
            let text = |key: &str| entry.get(key).and_then(Value::as_str);
            text("title").is_some_and(|other| same(other, title))
                || body.is_some_and(|(key, body)| {
                    text(key).is_some_and(|other| other.trim() == body.trim())
                })
        };
        let index = entries?.as_array()?.iter().position(is_twin)?;
        Some(Entry { list: list.path, index })
    })
}

/// All lists of entries, in order: those of sections, then that of their part.
fn lists(number: &Value) -> Vec<List> {
    let list = |holder: &Value, path: &[Step]| {
        let title = holder.get("title").and_then(Value::as_str).unwrap_or_default().to_string();
        let entries = holder.get("entries").and_then(Value::as_array);
        let path = path.iter().cloned().chain([Step::from("entries")]).collect();
        List { path, count: entries.map_or(0, Vec::len), title }
    };
    let parts = number.get("parts").and_then(Value::as_array).into_iter().flatten();
    let mut lists = vec![];
    for (index, part) in parts.enumerate() {
        let own = [Step::from("parts"), Step::from(index)];
        let sections = part.get("sections").and_then(Value::as_array).into_iter().flatten();
        for (index, section) in sections.enumerate() {
            let path = [&own[..], &[Step::from("sections"), Step::from(index)]].concat();
            lists.push(list(section, &path));
        }
        lists.push(list(part, &own));
    }
    lists
}

/// Whether two titles are the same but for blanks and the form of their letters.
fn same(a: &str, b: &str) -> bool {
    let bare = |text: &str| nfc(text).split_whitespace().collect::<Vec<_>>().join(" ");
    bare(a) == bare(b)
}
