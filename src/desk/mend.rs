//! What could be written where something was found: a tab names the finding, and what is written is the program's own.
//!
//! It holds for the file as it was read, and for no other.

use super::save::Saved;
use crate::digest::sha256;
use crate::document::edit::read;
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
