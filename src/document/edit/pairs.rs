//! Writes a value where one stands, or a key that is not there yet.

use super::file::{File, Piece};
use super::places::Pair;
use super::scan::{self, Inner};
use super::step::{Step, keys};
use super::value::{Value, key};

/// The value at a path.
pub fn set(file: &File<'_>, at: &[Step], value: &Value, after: &[String]) -> Option<Vec<Piece>> {
    match file.places.slot(at) {
        Some(slot) => {
            let written = if slot.holder.is_some() { value.in_line() } else { value.written() };
            Some(vec![(slot.value.range.clone(), file.own(&written))])
        }
        // A table under headers is changed key by key.
        None if file.places.below(at).next().is_some() => None,
        None => add(file, at, value, after),
    }
}

/// The key at a path under another name, which no other has.
pub fn rename(file: &File<'_>, at: &[Step], to: &str) -> Option<Vec<Piece>> {
    let (_, parent) = at.split_last()?;
    let other: Vec<Step> = parent.iter().cloned().chain([to.into()]).collect();
    if file.places.slot(&other).is_some() || file.places.dotted(&other).next().is_some() {
        return None;
    }
    let slot = file.places.slot(at)?;
    let start = match slot.holder {
        None => slot.pair.start,
        Some((scan::Value { inner: Inner::Table(pairs), .. }, index)) => pairs.get(index)?.start,
        Some(_) => return None,
    };
    Some(vec![(scan::last_key(file.text, start)?, key(to))])
}

/// A key that is not there, in a table that may not be there either.
pub fn add(file: &File<'_>, at: &[Step], value: &Value, after: &[String]) -> Option<Vec<Piece>> {
    let (Step::Key(name), parent) = at.split_last()? else { return None };
    if let Some(slot) = file.places.slot(parent) {
        let Inner::Table(pairs) = &slot.value.inner else { return None };
        let body = file.own(&format!("{} = {}", key(name), value.in_line()));
        return file.cells(slot.value, |cells| cells.insert(pairs.len(), body));
    }
    let block = file.places.block(parent);
    let dotted = file.places.dotted(parent).next_back();
    match (block, dotted) {
        (Some(block), _) => {
            let own = || file.places.pairs.iter().filter(|pair| pair.block == block);
            let first = |pair: &&Pair| pair.keys.first().is_some_and(|key| after.contains(key));
            let behind = if after.is_empty() { own().next_back() } else { own().rfind(first) };
            let at = behind.map_or(file.places.blocks[block].body, |pair| pair.lines.end);
            Some(vec![(at..at, line(file, behind, &[name.as_str()], value))])
        }
        (None, Some(pair)) => {
            let above = file.places.blocks[pair.block].path.len();
            let named: Vec<&str> =
                keys(&parent[above..]).into_iter().chain([name.as_str()]).collect();
            let at = pair.lines.end;
            Some(vec![(at..at, line(file, Some(pair), &named, value))])
        }
        (None, None) if parent.len() > 1 && file.places.below(parent).next().is_none() => {
            add(file, parent, &Value::Table(vec![(name.clone(), value.clone())]), after)
        }
        (None, None) => {
            let named: Vec<String> = keys(parent).into_iter().map(key).collect();
            let head = format!("[{}]\n", named.join("."));
            let at =
                file.places.below(parent).next().map_or(file.text.len(), |block| block.range.start);
            let blank = if at == 0 { "" } else { "\n" };
            let piece =
                file.own(&format!("{blank}{head}")) + &line(file, None, &[name.as_str()], value);
            Some(vec![(at..at, piece)])
        }
    }
}

/// A key on a line of its own, as far in as the one before it.
fn line(file: &File<'_>, beside: Option<&Pair>, names: &[&str], value: &Value) -> String {
    let start = beside.map(|pair| scan::line_start(file.text, pair.start)..pair.start);
    let indent = start.and_then(|range| file.text.get(range)).unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| key(name)).collect();
    format!("{indent}{}", file.own(&format!("{} = {}\n", names.join("."), value.written())))
}
