//! Writes one text of a number, and nothing else.
//!
//! A text that somebody changed meanwhile is never written over.

use std::path::Path;

use anyhow::Result;

use crate::document::edit::Step;
use crate::document::edit::strings::{string, written};
use crate::document::file;
use crate::edition::file::replace;
use crate::manifest::LARGEST;
use crate::refused::{READING, refused};
use jikji_diagnostic::source::Sources;
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
    let Ok(now) = std::str::from_utf8(&bytes) else { return Ok(Saved::Unsure) };
    let Some(field) = string(Sources::default().add("", ""), &file_text(now), at) else {
        return Ok(Saved::Gone);
    };
    if field.value != file_text(before) {
        return Ok(Saved::Conflict(field.value));
    }
    let Some(after) = written(&bytes, at, &file_text(text)) else { return Ok(Saved::Unsure) };
    let path = std::fs::canonicalize(path).map_err(refused(READING, path))?;
    if after == bytes || replace(&path, &bytes, &after)? {
        return Ok(Saved::Done);
    }
    // It changed while this was worked out.
    Ok(Saved::Conflict(field.value))
}

#[cfg(test)]
mod tests;
