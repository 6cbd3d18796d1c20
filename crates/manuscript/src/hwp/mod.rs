//! HWP 5, as Hangul has saved by itself since 2002 (HWP 5.0, revision 1.3): a compound file of streams of records.
//!
//! It knows nothing of articles and manifests, and of a page's looks only what tells words apart. What it cannot open
//! it names, with the way out: older files, HWPML, copies for distribution, passwords, the locks of other programs.

mod body;
mod chart;
mod container;
mod control;
mod field;
mod heads;
mod info;
mod line;
mod object;
mod record;
#[cfg(test)]
mod tests;
mod text;
mod vtchart;

use jikji_diagnostic::Diagnostic;

use crate::messages as msg;
use crate::office::{COMPOUND, Manuscript, bounded, hangul};
use body::Body;
use container::{Container, MOST_RECORDS};
use info::Info;
use record::{Records, u32_at};

/// What the first stream says of the file (table 3).
const PACKED: u32 = 1;
const LOCKED: u32 = 1 << 1 | 1 << 8;
const DISTRIBUTED: u32 = 1 << 2;
const GUARDED: u32 = 1 << 4 | 1 << 10;
const TRACKED: u32 = 1 << 14;

/// Reads a file.
///
/// # Errors
/// If it is no HWP 5 file, is locked or damaged, or holds too much.
pub fn read(bytes: &[u8]) -> Result<Manuscript, Diagnostic> {
    bounded(bytes)?;
    recognize(bytes)?;
    let mut files = Container::open(bytes)?;
    let looks = header(&mut files)?;
    let packed = looks & PACKED != 0;
    let info = stream(&mut files, "/DocInfo", packed)?;
    let records = Records::read(&info, "DocInfo")?;
    let info = Info::read(&records);
    // Where changes are tracked, the body with their marks stands apart.
    let is_tracked = looks & TRACKED != 0 && !files.names("/ViewText").is_empty();
    let folder = if is_tracked { "ViewText" } else { "BodyText" };
    let names = files.names(&format!("/{folder}"));
    let number = |name: &String| name.strip_prefix("Section").and_then(|n| n.parse::<u32>().ok());
    let mut sections: Vec<u32> = names.iter().filter_map(number).collect();
    if sections.is_empty() {
        return Err(Diagnostic::general(msg::DAMAGED_PART).arg("part", folder));
    }
    sections.sort_unstable();
    let mut body = Body::new(&info, &mut files, packed);
    for section in sections {
        let part = format!("{folder}/Section{section}");
        let bytes = stream(body.files(), &format!("/{part}"), packed)?;
        body.section(&part, &bytes)?;
    }
    Ok(body.finish())
}

/// Whether it is a file of this kind, by its first bytes.
fn recognize(bytes: &[u8]) -> Result<(), Diagnostic> {
    let message = if bytes.starts_with(COMPOUND) {
        return Ok(());
    } else {
        hangul::other(bytes).unwrap_or(msg::NOT_HWP)
    };
    Err(Diagnostic::general(message))
}

/// What the first stream says of the file.
fn header(files: &mut Container<'_>) -> Result<u32, Diagnostic> {
    let header = files.stream("/FileHeader", false, MOST_RECORDS)?.unwrap_or_default();
    if !header.starts_with(b"HWP Document File") || header.len() < 40 || header[35] != 5 {
        return Err(Diagnostic::general(msg::NOT_HWP));
    }
    let looks = u32_at(&header, 36);
    if looks & GUARDED != 0 {
        return Err(Diagnostic::general(msg::GUARDED));
    }
    if looks & LOCKED != 0 {
        return Err(Diagnostic::general(msg::LOCKED));
    }
    if looks & DISTRIBUTED != 0 {
        return Err(Diagnostic::general(msg::DISTRIBUTED));
    }
    Ok(looks)
}

fn stream(files: &mut Container<'_>, path: &str, packed: bool) -> Result<Vec<u8>, Diagnostic> {
    let found = files.stream(path, packed, MOST_RECORDS)?;
    found.ok_or_else(|| Diagnostic::general(msg::DAMAGED_PART).arg("part", path))
}
