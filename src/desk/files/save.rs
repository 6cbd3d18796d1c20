//! Writes one text of a number, or changes its manifest, and nothing else.
//!
//! What that somebody changed meanwhile is never written over.

use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::document::edit::strings::{string, written};
use crate::document::edit::{Change, Refusal, Step, changed, read, to_json, value_at};
use crate::document::file;
use crate::edition::file::replace;
use crate::manifest::LARGEST;
use crate::refused::{READING, refused};
use jikji_diagnostic::source::Sources;
use jikji_prose::normal::file_text;

/// What came of writing.
#[derive(Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is written.
    Done,
    /// The text on the disk is another than the one that was opened: this one.
    Conflict(String),
    /// It is not there any more.
    Gone,
    /// The manifest has an error of notation.
    Unreadable,
    /// It cannot be written so that it is sure that nothing else changes.
    Unsure,
}

/// A file that was written.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// What it was.
    pub before: Vec<u8>,
    /// What it is.
    pub after: Vec<u8>,
}

/// Writes the file at `path` as `change` makes it of what it holds.
///
/// # Errors
/// What the file system says.
pub fn write(
    path: &Path,
    change: impl FnOnce(&[u8]) -> Result<Vec<u8>, Saved>,
) -> anyhow::Result<(Saved, Option<Written>)> {
    let before = file::bytes(path, LARGEST).map_err(|failure| failure.error(path))?;
    let after = match change(&before) {
        Ok(after) => after,
        Err(refused) => return Ok((refused, None)),
    };
    if after == before {
        return Ok((Saved::Done, None));
    }
    let path = std::fs::canonicalize(path).map_err(refused(READING, path))?;
    match replace(&path, &before, &after)? {
        true => Ok((Saved::Done, Some(Written { path, before, after }))),
        // It changed while this was worked out.
        false => Ok((Saved::Conflict(String::new()), None)),
    }
}

/// A file with `text` for what stands at `at` of a manifest (all of a text file, if that is empty) and said `before`.
///
/// # Errors
/// Why there is none.
pub fn with_text(bytes: &[u8], at: &[Step], before: &str, text: &str) -> Result<Vec<u8>, Saved> {
    let now = file_text(std::str::from_utf8(bytes).map_err(|_| Saved::Unsure)?);
    let gone = || match at.is_empty() || read(&now).is_some() {
        true => Saved::Gone,
        false => Saved::Unreadable,
    };
    let field = string(Sources::default().add("", ""), &now, at).ok_or_else(gone)?;
    match field.value == file_text(before) {
        true => written(bytes, at, &file_text(text)).ok_or(Saved::Unsure),
        false => Err(Saved::Conflict(field.value)),
    }
}

/// A manifest after some changes, if what was seen stands there still: at each path this value, `null` for none.
///
/// # Errors
/// Why there is none.
pub fn with_changes(
    bytes: &[u8],
    seen: &[(Vec<Step>, Json)],
    changes: &[Change],
) -> Result<Vec<u8>, Saved> {
    let text = file_text(std::str::from_utf8(bytes).map_err(|_| Saved::Unsure)?);
    let root = read(&text).ok_or(Saved::Unreadable)?;
    for (path, was) in seen {
        let now = value_at(&root, path).map_or(Json::Null, to_json);
        if !is_same(was, &now) {
            return Err(Saved::Conflict(now.as_str().unwrap_or_default().into()));
        }
    }
    changed(bytes, changes).map_err(|refusal| match refusal {
        Refusal::Unreadable => Saved::Unreadable,
        Refusal::Gone => Saved::Gone,
        Refusal::Unsure => Saved::Unsure,
    })
}

/// Whether a tab saw what there is. Its numbers are all of one kind.
fn is_same(was: &Json, now: &Json) -> bool {
    match (was, now) {
        (Json::Number(was), Json::Number(now)) => was.as_f64() == now.as_f64(),
        (Json::String(was), Json::String(now)) => file_text(was) == *now,
        (Json::Array(was), Json::Array(now)) => {
            was.len() == now.len() && was.iter().zip(now).all(|(was, now)| is_same(was, now))
        }
        (Json::Object(was), Json::Object(now)) => {
            let known =
                |(key, was): (&String, &Json)| now.get(key).is_some_and(|now| is_same(was, now));
            was.len() == now.len() && was.iter().all(known)
        }
        _ => was == now,
    }
}

#[cfg(test)]
mod tests;
