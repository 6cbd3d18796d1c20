//! Opens a file: what else it may be, what would be too much, what is damaged.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::xref::{XrefEntry, XrefRecovery};
use lopdf::{Document, FilterFunc, LoadOptions, Object, ObjectId};

use super::{Fault, LEFT_AT, LEFT_LENGTH, find};

/// Most bytes an object or cross-reference stream may inflate to.
const MOST_OBJECT_STREAM: usize = 16 << 20;
/// Most bytes all object streams together may inflate to.
const MOST_OBJECT_STREAMS: usize = 192 << 20;
/// Image data larger than this stays in the file's own bytes instead of being copied.
const LARGE_IMAGE: usize = 64 << 10;

/// Loads a document; nothing in it inflates past the caps.
pub(super) fn load(bytes: &[u8], filter: Option<FilterFunc>) -> Result<Document, Fault> {
    let options = LoadOptions {
        max_decompressed_size: Some(MOST_OBJECT_STREAM),
        filter,
        ..LoadOptions::default()
    };
    let open = || Document::load_mem_with_options(bytes, options);
    match catch_unwind(AssertUnwindSafe(open)) {
        Ok(Ok(doc)) => Ok(doc),
        Ok(Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_))) => {
            Err(Fault::Encrypted)
        }
        Ok(Err(_)) if find(bytes, b"/Encrypt").is_some() => Err(Fault::Encrypted),
        Ok(Err(error)) => Err(Fault::Unreadable(error.to_string())),
        Err(_) => Err(Fault::Unreadable("its structure is broken".into())),
    }
}

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

/// What bytes without a PDF header are.
pub(super) fn what_else(bytes: &[u8]) -> &'static str {
    let head: Vec<u8> =
        bytes.iter().take(512).skip_while(|b| b.is_ascii_whitespace()).copied().collect();
    let lower = head.to_ascii_lowercase();
    match () {
        () if bytes.is_empty() => "0 bytes",
        () if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") => "HTML",
        () if lower.starts_with(b"<?xml") => "XML",
        () if head.starts_with(b"PK\x03\x04") => "ZIP",
        () if head.starts_with(b"\xFF\xD8\xFF") => "JPEG",
        () if head.starts_with(b"\x89PNG") => "PNG",
        () if head.starts_with(b"%!PS") => "PostScript",
        () => "no %PDF- header",
    }
}

/// Whether the object streams of a file inflate to more than may be held.
///
/// They are counted before the file is opened, because opening it inflates and parses them all.
pub(super) fn object_streams_exceed(bytes: &[u8]) -> bool {
    let mut total = 0;
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b"/ObjStm") {
        from += at + 7;
        let window = &bytes[from..bytes.len().min(from + 1024)];
        let Some(start) = find(window, b"stream") else { continue };
        let mut data = &bytes[from + start + 6..];
        while let [b'\r' | b'\n', rest @ ..] = data {
            data = rest;
        }
        if data.first().is_none_or(|b| b & 0x0F != 8) {
            continue;
        }
        let mut decoder = flate2::read::ZlibDecoder::new(data);
        let mut buffer = [0; 16 << 10];
        while let Ok(read @ 1..) = std::io::Read::read(&mut decoder, &mut buffer) {
            total += read;
            if total > MOST_OBJECT_STREAMS {
                return true;
            }
        }
    }
    false
}

/// What is wrong with the cross-reference data, if anything.
pub(super) fn damage(bytes: &[u8], doc: &Document) -> Option<String> {
    match doc.xref_recovery {
        Some(XrefRecovery::OffsetCorrected) => {
            return Some("startxref does not point at the cross-reference table".into());
        }
        Some(_) => return Some("the cross-reference table had to be rebuilt".into()),
        None => {}
    }
    if let Some(length) = impossible_length(bytes) {
        return Some(format!("a stream's Length is {length}"));
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
    Some(format!("{} wrong offsets, first that of object {first}", wrong.len()))
}

/// A stream length that is longer than the file.
fn impossible_length(bytes: &[u8]) -> Option<String> {
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b"/Length ") {
        from += at + 8;
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
