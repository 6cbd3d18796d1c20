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
use crate::office::{COMPOUND, Manuscript, ZIPPED, bounded, hangul};
use body::Body;
use header::Header;
use parts::Parts;

/// Reads a file.
///
/// # Errors
/// If it is no HWPX file, is locked or damaged, lacks a part, or holds too much.
pub fn read(bytes: &[u8]) -> Result<Manuscript, Diagnostic> {
    bounded(bytes)?;
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
    let message = if bytes.starts_with(ZIPPED) {
        return Ok(());
    } else if bytes.starts_with(COMPOUND) {
        msg::COMPOUND
    } else {
        hangul::other(bytes).unwrap_or(msg::NOT_HWPX)
    };
    Err(Diagnostic::general(message))
}
