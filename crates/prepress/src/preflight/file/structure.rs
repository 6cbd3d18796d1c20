//! What is wrong with an opened file's structure, and which of its data stays where it is.

use std::collections::BTreeMap;

use lopdf::xref::{XrefEntry, XrefRecovery};
use lopdf::{Document, Object, ObjectId};

use super::super::rules::words;
use crate::pdf::token::find_all;
use jikji_diagnostic::Arg;

/// Keys that mark a stream whose data stayed there: its object's number and its length.
pub(super) const LEFT_AT: &str = "PreflightObject";
pub(super) const LEFT_LENGTH: &str = "PreflightLength";
/// Image data larger than this stays in the file's own bytes instead of being copied.
const LARGE_IMAGE: usize = 64 << 10;

/// Leaves the data of large images where it is, so that it is not in memory twice.
pub(super) fn leave_image_data(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    if let Object::Stream(stream) = object
        && stream.content.len() > LARGE_IMAGE
        && matches!(stream.dict.get(b"Subtype"), Ok(Object::Name(name)) if name == b"Image")
    {
        stream.dict.set(LEFT_AT, i64::from(id.0));
        stream.dict.set(LEFT_LENGTH, stream.content.len() as i64);
        // Not empty: an empty stream is taken for one whose length is not known yet.
        stream.content = vec![0];
    }
    // What is handed back is only used for objects of object streams, which are no streams.
    match object {
        Object::Stream(_) => Some((id, Object::Null)),
        other => Some((id, other.clone())),
    }
}

/// What is wrong with the cross-reference data, if anything.
pub(super) fn damage(bytes: &[u8], doc: &Document) -> Option<Arg> {
    match doc.xref_recovery {
        Some(XrefRecovery::OffsetCorrected) => {
            return Some(words::WRONG_STARTXREF.into());
        }
        Some(_) => return Some(words::REBUILT.into()),
        None => {}
    }
    if let Some(length) = impossible_length(bytes) {
        return Some(words::WRONG_LENGTH.phrase(&[("length", length.into())]).into());
    }
    let mut wrong = BTreeMap::new();
    for (id, entry) in &doc.reference_table.entries {
        let XrefEntry::Normal { offset, .. } = entry else { continue };
        let here = bytes.get(*offset as usize..).unwrap_or_default();
        let digits = here.iter().skip_while(|b| b.is_ascii_whitespace());
        let digits: String =
            digits.take_while(|b| b.is_ascii_digit()).take(11).map(|&b| b as char).collect();
        if digits.parse() != Ok(*id) {
            wrong.insert(*id, offset);
        }
    }
    let first = wrong.keys().next()?;
    let args = [("count", wrong.len().into()), ("first", first.to_string().into())];
    Some(words::WRONG_OFFSETS.phrase(&args).into())
}

/// A stream length that is longer than the file.
fn impossible_length(bytes: &[u8]) -> Option<String> {
    for at in find_all(bytes, b"/Length ") {
        let from = at + 8;
        let digits = bytes[from..].iter().take_while(|b| b.is_ascii_digit()).take(20);
        let digits: String = digits.map(|&b| b as char).collect();
        let follows = bytes.get(from + digits.len()).copied().unwrap_or(b'>');
        let direct = follows == b'/' || follows == b'>' || follows == b'\n' || follows == b'\r';
        if direct && digits.parse::<u64>().is_ok_and(|n| n > bytes.len() as u64) {
            return Some(digits);
        }
    }
    None
}
