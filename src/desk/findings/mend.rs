//! What could be written where something was found, to mend it or to let it pass: a tab names the finding, and what is
//! written is the program's own.
//!
//! It holds for the file as it was read, and for no other.

use std::collections::BTreeMap;

use serde_json::json;

use super::marks::Manifest;
use crate::desk::ask::Deed;
use crate::desk::files::save::Saved;
use crate::digest::sha256;
use crate::document::edit::{Places, Step, read, value_at};
use crate::document::raw;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Edit, Sources};
use jikji_prose::normal::file_text;

/// What could be written into a file.
#[derive(Debug)]
pub struct Mend {
    /// The file, as findings call it.
    pub file: String,
    /// Of its text.
    digest: String,
    edits: Vec<Edit>,
}

/// What lets a finding pass.
#[derive(Debug)]
pub struct Pass {
    /// Of the manifest's text.
    digest: String,
    /// The path of the entry it passes in; empty for the whole number.
    entry: Vec<Step>,
    words: String,
}

impl Pass {
    /// What lets a finding of a manifest pass, where an author can.
    pub fn of(finding: &Diagnostic, manifest: &Manifest) -> Option<Self> {
        let pass = finding.passes_by()?;
        let entry = pass.entry.and_then(|entry| manifest.owner(entry)).unwrap_or_default();
        Some(Self { digest: manifest.digest.clone(), entry, words: pass.words.clone() })
    }

    /// What writes it into a manifest that says `text`; none if that is another than it was.
    pub fn deed(&self, text: &str) -> Option<Deed> {
        let root = read(text).filter(|_| sha256(text.as_bytes()) == self.digest)?;
        let (at, after) = match self.entry.is_empty() {
            true => (vec!["checks".into(), "allow".into()], vec!["profile".into()]),
            false => ([&self.entry[..], &["allow".into()]].concat(), vec!["kind".into()]),
        };
        let value = json!(self.words);
        Some(match value_at(&root, &at).and_then(toml::Value::as_array) {
            Some(list) => {
                let at = at.into_iter().chain([list.len().into()]).collect();
                Deed::Insert { at, value, after }
            }
            None => Deed::Set { at, value: json!([value]), after },
        })
    }
}

/// All of these that can be written together, as one for each file. What meets another has its turn once that is
/// written.
pub fn together<'m>(mends: impl IntoIterator<Item = &'m Mend>) -> Vec<Mend> {
    let mut files: BTreeMap<&str, (&Mend, BTreeMap<usize, &Edit>)> = BTreeMap::new();
    for mend in mends {
        let (_, chosen) = files.entry(&mend.file).or_insert_with(|| (mend, BTreeMap::new()));
        let is_apart = |edit: &Edit| {
            let (start, end) = (edit.span.start, edit.span.end);
            let before = chosen.range(..start).next_back();
            let after = chosen.range(start..).next();
            before.is_none_or(|(_, before)| before.span.end <= start)
                && after.is_none_or(|(from, _)| *from >= end.max(start + 1))
        };
        if mend.edits.iter().all(is_apart) {
            chosen.extend(mend.edits.iter().map(|edit| (edit.span.start, edit)));
        }
    }
    let one = |(mend, chosen): (&Mend, BTreeMap<usize, &Edit>)| Mend {
        file: mend.file.clone(),
        digest: mend.digest.clone(),
        edits: chosen.into_values().cloned().collect(),
    };
    files.into_values().map(one).collect()
}

impl Mend {
    /// What mends a finding, where that is known and stands in one file.
    pub fn of(finding: &Diagnostic, sources: &Sources) -> Option<Self> {
        let mut edits = finding.fix.to_vec();
        let id = edits.first()?.span.file;
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let source = sources.get(id);
        let digest = sha256(source.text.as_bytes());
        let one = edits.iter().all(|edit| edit.span.file == id);
        one.then(|| Self { file: source.name.clone(), digest, edits })
    }

    /// The path of what it mends first, in a manifest.
    pub fn place(&self, bytes: &[u8]) -> Option<Vec<Step>> {
        let text = file_text(std::str::from_utf8(bytes).ok()?);
        Some(Places::of(&text)?.at(self.edits.first()?.span.start))
    }

    /// The file's bytes as they are to be.
    ///
    /// # Errors
    /// Why there are none.
    pub fn written(&self, bytes: &[u8]) -> Result<Vec<u8>, Saved> {
        let text = file_text(std::str::from_utf8(bytes).map_err(|_| Saved::Unsure)?);
        if sha256(text.as_bytes()) != self.digest {
            return Err(Saved::Conflict(String::new()));
        }
        let after = raw::spliced(bytes, &self.edits).ok_or(Saved::Unsure)?;
        let now = file_text(std::str::from_utf8(&after).map_err(|_| Saved::Unsure)?);
        match read(&text).is_some() && read(&now).is_none() {
            true => Err(Saved::Unsure),
            false => Ok(after),
        }
    }
}
