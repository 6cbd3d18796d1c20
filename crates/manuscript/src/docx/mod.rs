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
use crate::office::Manuscript;
use body::Body;
use parts::Parts;

/// The largest file that is read, in bytes; manuscripts with photographs have a fourth of it.
pub const LARGEST: usize = 64 << 20;

/// Reads a file.
///
/// # Errors
/// If it is no DOCX file, is locked or damaged, lacks a part, or holds too much.
pub fn read(bytes: &[u8]) -> Result<Manuscript, Diagnostic> {
    if bytes.len() > LARGEST {
        let large = Diagnostic::general(msg::TOO_LARGE).arg("size", msg::mebibytes(bytes.len()));
        return Err(large.arg("most", LARGEST >> 20));
    }
    recognize(bytes)?;
    let mut parts = Parts::open(bytes)?;
    let main = parts.main()?;
    Body::new(parts, &main)?.read()
}

/// Whether it is a file of this kind, by its first bytes. A compound file holds a locked one, or an old one.
fn recognize(bytes: &[u8]) -> Result<(), Diagnostic> {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|found| found == name)
    };
    let message = if bytes.starts_with(b"PK") {
        return Ok(());
    } else if !bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
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
