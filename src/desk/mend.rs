//! What could be written where something was found, to mend it or to let it pass: a tab names the finding, and what is
//! written is the program's own.
//!
//! It holds for the file as it was read, and for no other.

use serde_json::json;

use super::ask::Deed;
use super::fields::owner;
use super::save::Saved;
use crate::digest::sha256;
use crate::document::edit::{Places, Step, read, value_at};
use crate::document::raw;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Edit, FileId, Sources};
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

/// For each finding what lets it pass, where an author can; the manifest is called `manifest`.
pub fn passes(found: &[Diagnostic], sources: &Sources, manifest: &str) -> Vec<Option<Pass>> {
    let mut read: Option<Option<(FileId, String, Places)>> = None;
    let mut pass = |finding: &Diagnostic| {
        let pass = finding.passes_by()?;
        let file = pass.entry.or(finding.span)?.file;
        let of = |file| {
            let text = &sources.get(file).text;
            Some((file, sha256(text.as_bytes()), Places::of(text)?))
        };
        let own = |file: &FileId| sources.get(*file).name == manifest;
        let known = read.get_or_insert_with(|| Some(file).filter(own).and_then(of)).as_ref();
        let (file, digest, places) = known?;
        let entry = pass.entry.filter(|entry| entry.file == *file);
        let entry = entry.map_or(vec![], |entry| owner(&places.at(entry.start)).to_vec());
        Some(Pass { digest: digest.clone(), entry, words: pass.words.clone() })
    };
    found.iter().map(&mut pass).collect()
}

impl Pass {
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

/// For each finding what mends it, where that is known and stands in one file.
pub fn of(found: &[Diagnostic], sources: &Sources) -> Vec<Option<Mend>> {
    let mend = |finding: &Diagnostic| {
        let mut edits = finding.fix.to_vec();
        let id = edits.first()?.span.file;
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let source = sources.get(id);
        let digest = sha256(source.text.as_bytes());
        let one = edits.iter().all(|edit| edit.span.file == id);
        one.then(|| Mend { file: source.name.clone(), digest, edits })
    };
    found.iter().map(mend).collect()
}

impl Mend {
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
