//! HWPX, as Hangul saves it since 2021 and public offices must (OWPML, KS X 6101): a zipped folder of XML parts.
//!
//! What becomes of each element is told by the table in `elements`: it is taken, left out with its reason, or has no
//! words. Of a page's looks it knows only what tells words apart, and nothing of articles and manifests.

mod body;
mod control;
mod elements;
mod field;
mod header;
mod line;
mod object;
mod paragraph;
mod parts;
mod table;
#[cfg(test)]
mod tests;

use jikji_diagnostic::Diagnostic;

use crate::messages as msg;
use crate::office::Manuscript;
use body::Body;
use header::Header;
use parts::Parts;

/// The largest file that is read, in bytes; manuscripts with photographs have a fourth of it.
pub const LARGEST: usize = 64 << 20;

/// Reads a file.
///
/// # Errors
/// If it is no HWPX file, is locked or damaged, lacks a part, or holds too much.
pub fn read(bytes: &[u8]) -> Result<Manuscript, Diagnostic> {
    if bytes.len() > LARGEST {
        let large = Diagnostic::general(msg::TOO_LARGE).arg("size", msg::mebibytes(bytes.len()));
        return Err(large.arg("most", LARGEST >> 20));
    }
    recognize(bytes)?;
    let mut parts = Parts::open(bytes)?;
    let header = match parts.header() {
        Some(name) => parts.xml(&name, |root| Ok(Header::read(root)))?,
        None => Header::default(),
    };
    let (sections, aside) = (parts.sections(), parts.aside());
    if sections.is_empty() {
        return Err(Diagnostic::general(msg::MISSING_PART).arg("part", "section0.xml"));
    }
    let mut body = Body::new(&header, &mut parts);
    for section in sections {
        body.section(&section)?;
    }
    for part in aside {
        body.aside(&part)?;
    }
    Ok(body.finish())
}

/// Whether it is a file of this kind, by its first bytes.
fn recognize(bytes: &[u8]) -> Result<(), Diagnostic> {
    let start = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let has = |words: &[u8]| start.windows(words.len()).any(|found| found == words);
    let message = if start.starts_with(b"PK") {
        return Ok(());
    } else if start.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        msg::COMPOUND
    } else if start.starts_with(b"HWP Document File V") {
        msg::HWP_3
    } else if has(b"DRMONE") || start.starts_with(b"SCDSA") || has(b"<DOCUMENT SAFER") {
        msg::GUARDED
    } else if text.starts_with(b"<?xml") || has(b"<HWPML") || has(b"<\0H\0W\0P\0M\0L\0") {
        msg::HWPML
    } else {
        msg::NOT_HWPX
    };
    Err(Diagnostic::general(message))
}
