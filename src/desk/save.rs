//! Writes one text of a number, and nothing else.
//!
//! What would be written is read again first: if anything but that text is another, nothing is written. A text
//! that somebody changed meanwhile is never written over.

use std::path::Path;

use anyhow::Result;

use super::fields::{Step, strings};
use crate::document::{file, raw};
use crate::edition::file::replace;
use crate::manifest::LARGEST;
use crate::refused::{READING, refused};
use jikji_diagnostic::source::{Edit, FileId, Sources, Span, Text};
use jikji_prose::normal::file_text;

/// What came of writing a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is written.
    Done,
    /// The text on the disk is another than the one that was opened: this one.
    Conflict(String),
    /// It is not there any more.
    Gone,
    /// It cannot be written so that it is sure that nothing else changes.
    Unsure,
}

/// Writes `text` for what stands at `at` of a manifest (all of a text file, if that is empty) and said `before`.
///
/// # Errors
/// What the file system says.
pub fn save(path: &Path, at: &[Step], before: &str, text: &str) -> Result<Saved> {
    let bytes = file::bytes(path, LARGEST).map_err(|failure| failure.error(path))?;
    let Ok(written) = std::str::from_utf8(&bytes) else { return Ok(Saved::Unsure) };
    let (now, wanted) = (file_text(written), file_text(text));
    let id = Sources::default().add("", "");
    let Some(field) = field(id, &now, at) else { return Ok(Saved::Gone) };
    if field.value != file_text(before) {
        return Ok(Saved::Conflict(field.value));
    }
    if field.value == wanted {
        return Ok(Saved::Done);
    }
    let sure = |edit: &Edit| {
        let after = raw::spliced(&bytes, std::slice::from_ref(edit))?;
        let read = file_text(std::str::from_utf8(&after).ok()?);
        is_only_change(id, &now, &read, at, &wanted).then_some(after)
    };
    let Some(after) = edits(&field, &wanted, at.is_empty()).iter().find_map(sure) else {
        return Ok(Saved::Unsure);
    };
    let path = std::fs::canonicalize(path).map_err(refused(READING, path))?;
    match replace(&path, &bytes, &after)? {
        true => Ok(Saved::Done),
        // It changed while this was worked out.
        false => Ok(Saved::Conflict(field.value)),
    }
}

fn field(id: FileId, now: &str, at: &[Step]) -> Option<Text> {
    if at.is_empty() {
        return Some(Text::verbatim(now.into(), id, 0));
    }
    strings(id, now).into_iter().find(|field| field.path == at).map(|field| field.text)
}

/// Ways to write a value, the one that touches least first.
fn edits(field: &Text, wanted: &str, whole_file: bool) -> Vec<Edit> {
    let old = &field.value;
    let same = old.chars().zip(wanted.chars()).take_while(|(a, b)| a == b);
    let head: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let rest = old[head..].chars().rev().zip(wanted[head..].chars().rev());
    let tail: usize = rest.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let middle = field.edit(head..old.len() - tail, &wanted[head..wanted.len() - tail]);
    let mut edits: Vec<Edit> = middle.into_iter().chain(field.edit(0..old.len(), wanted)).collect();
    if !whole_file {
        // Another notation, where its own cannot say it.
        let escaped = wanted.replace('\\', "\\\\").replace('"', "\\\"");
        let escaped: String = escaped.chars().map(control).collect();
        let text = match wanted.contains('\n') {
            true => format!("\"\"\"\n{escaped}\"\"\""),
            false => format!("\"{escaped}\""),
        };
        let span = Span { ..field.span };
        edits.push(Edit { span, text });
    }
    edits
}

fn control(c: char) -> String {
    match c.is_control() && c != '\n' {
        true => format!("\\u{:04X}", u32::from(c)),
        false => c.to_string(),
    }
}

/// Whether a file that is read as `after` says what it said as `now`, but for `wanted` at `at`.
fn is_only_change(id: FileId, now: &str, after: &str, at: &[Step], wanted: &str) -> bool {
    if at.is_empty() {
        return after == wanted;
    }
    match (toml::from_str::<toml::Table>(now), toml::from_str::<toml::Table>(after)) {
        (Ok(now), Ok(after)) => {
            let mut expected = toml::Value::Table(now);
            let Some(value) = at.iter().try_fold(&mut expected, step) else { return false };
            *value = toml::Value::String(wanted.into());
            expected == toml::Value::Table(after)
        }
        // What has errors elsewhere is held to it text by text.
        (Err(_), Err(_)) => {
            let (now, after) = (strings(id, now), strings(id, after));
            now.len() == after.len()
                && now.iter().zip(&after).all(|(now, after)| {
                    let said = if now.path == at { wanted } else { &now.text.value };
                    now.path == after.path && after.text.value == said
                })
        }
        _ => false,
    }
}

fn step<'v>(value: &'v mut toml::Value, step: &Step) -> Option<&'v mut toml::Value> {
    match step {
        Step::Key(key) => value.get_mut(key.as_str()),
        Step::Index(index) => value.get_mut(*index),
    }
}

#[cfg(test)]
mod tests;
