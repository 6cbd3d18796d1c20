//! What a manifest is to hold after a change, reckoned on what it held, not on its bytes.

use super::change::{Change, value_at};
use super::step::Step;
use toml::Value;

/// What `before` is to be; none if the change finds nothing to change.
pub fn after(before: &Value, change: &Change) -> Option<Value> {
    let mut root = before.clone();
    match change {
        Change::Set { at, value, .. } => {
            let (last, parent) = at.split_last()?;
            match (last, made(&mut root, parent)?) {
                (Step::Key(key), Value::Table(table)) => {
                    table.insert(key.clone(), value.read());
                }
                (Step::Index(index), Value::Array(list)) => *list.get_mut(*index)? = value.read(),
                _ => return None,
            }
        }
        Change::Insert { at, value, .. } => insert(&mut root, at, value.read())?,
        Change::Rename { at, to } => {
            let (_, parent) = at.split_last()?;
            let value = remove(&mut root, at)?;
            value_mut(&mut root, parent)?.as_table_mut()?.insert(to.clone(), value);
        }
        Change::Remove { at } => {
            remove(&mut root, at)?;
        }
        Change::Move { from, to } => {
            if to.len() > from.len() && to.starts_with(from) {
                return None;
            }
            let value = remove(&mut root, from)?;
            insert(&mut root, &arrived(from, to)?, value)?;
        }
        Change::Copy { from, to } => {
            let value = value_at(before, from)?.clone();
            insert(&mut root, to, value)?;
        }
    }
    Some(root)
}

/// Whether a file holds what it is to hold. A list or table that lost its last may have gone with it.
pub fn is_same(expected: &Value, read: &Value, change: &Change) -> bool {
    let (Change::Remove { at } | Change::Move { from: at, .. }) = change else {
        return expected == read;
    };
    let mut expected = expected.clone();
    let mut parent = at.as_slice();
    while expected != *read {
        let Some((_, above)) = parent.split_last() else { return false };
        parent = above;
        let empty = match value_at(&expected, parent) {
            Some(Value::Array(list)) => list.is_empty(),
            Some(Value::Table(table)) => table.is_empty(),
            _ => false,
        };
        let key = matches!(parent.last(), Some(Step::Key(_)));
        if !empty || !key || remove(&mut expected, parent).is_none() {
            return false;
        }
    }
    true
}

/// Where `to` is once what was at `from` has gone.
fn arrived(from: &[Step], to: &[Step]) -> Option<Vec<Step>> {
    let (Step::Index(gone), list) = from.split_last()? else { return None };
    let mut to = to.to_vec();
    if to.starts_with(list)
        && let Some(Step::Index(index)) = to.get_mut(list.len())
        && *index > *gone
    {
        *index -= 1;
    }
    Some(to)
}

fn insert(root: &mut Value, at: &[Step], value: Value) -> Option<()> {
    let (Step::Index(index), parent) = at.split_last()? else { return None };
    let list = match parent.split_last()? {
        (Step::Key(key), above) => {
            let table = value_mut(root, above)?.as_table_mut()?;
            table.entry(key.clone()).or_insert_with(|| Value::Array(vec![]))
        }
        // A list of lists.
        (Step::Index(_), _) => value_mut(root, parent)?,
    };
    let list = list.as_array_mut()?;
    (*index <= list.len()).then(|| list.insert(*index, value))
}

fn remove(root: &mut Value, at: &[Step]) -> Option<Value> {
    let (last, parent) = at.split_last()?;
    match (last, value_mut(root, parent)?) {
        (Step::Key(key), Value::Table(table)) => table.remove(key),
        (Step::Index(index), Value::Array(list)) => {
            (*index < list.len()).then(|| list.remove(*index))
        }
        _ => None,
    }
}

fn value_mut<'v>(root: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Key(key) => value.get_mut(key.as_str()),
        Step::Index(index) => value.get_mut(*index),
    })
}

/// The same, tables made on the way.
fn made<'v>(root: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Key(key) => {
            let table = value.as_table_mut()?;
            Some(table.entry(key.clone()).or_insert_with(|| Value::Table(toml::Table::new())))
        }
        Step::Index(index) => value.get_mut(*index),
    })
}
