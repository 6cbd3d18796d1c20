//! DOCX, as Word saves it since 2007 (WordprocessingML, ISO/IEC 29500): a zipped folder of XML parts.
//!
//! What becomes of each element is told by the table in `elements`: it is taken, left out with its reason, or has no
//! words. Of a page's looks it knows only what tells words apart, and nothing of articles and manifests.

mod body;
mod digits;
mod elements;
mod field;
mod line;
mod link;
mod list;
mod look;
mod mark;
mod math;
mod note;
mod numbering;
mod object;
mod paragraph;
mod parts;
mod space;
mod styles;
mod symbols;
mod table;
#[cfg(test)]
mod tests;

use jikji_diagnostic::Diagnostic;

use crate::messages as msg;
use crate::office::{COMPOUND, Manuscript, ZIPPED, bounded, holds};
use body::Body;
use parts::Parts;

/// Reads a file.
///
/// # Errors
/// If it is no DOCX file, is locked or damaged, lacks a part, or holds too much.
pub fn read(bytes: &[u8]) -> Result<Manuscript, Diagnostic> {
    bounded(bytes)?;
    recognize(bytes)?;
    let mut parts = Parts::open(bytes)?;
    let main = parts.main()?;
    Body::new(parts, &main)?.read()
}

/// Whether it is a file of this kind, by its first bytes. A compound file holds a locked one, or an old one.
fn recognize(bytes: &[u8]) -> Result<(), Diagnostic> {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &name)
    };
    let message = if bytes.starts_with(ZIPPED) {
        return Ok(());
    } else if !bytes.starts_with(COMPOUND) {
        msg::NOT_DOCX
    } else if has("EncryptedPackage") {
        msg::LOCKED
    } else if has("WordDocument") {
        msg::DOC
    } else {
        msg::NOT_DOCX
    };
    Err(Diagnostic::general(message))
}
