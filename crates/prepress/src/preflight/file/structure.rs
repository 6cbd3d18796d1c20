//! What is wrong with an opened file's structure, and which of its data stays where it is.

use std::collections::BTreeMap;

use lopdf::xref::{XrefEntry, XrefRecovery};
use lopdf::{Document, Object, ObjectId, Stream};

use super::super::rules::words;
use super::stored::Stored;
use crate::pdf::token::find_all;
use jikji_diagnostic::Arg;

/// Keys that mark a stream whose data stayed there: its object's number and its length.
pub(super) const LEFT_AT: &str = "PreflightObject";
pub(super) const LEFT_LENGTH: &str = "PreflightLength";
/// Image data larger than this stays in the file's own bytes instead of being copied.
const LARGE_IMAGE: usize = 64 << 10;
/// How often its own size the streams of a file may come to whose length nobody tells.
const MOST_READ: usize = 3;

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

/// Reads streams whose length nobody tells to their `endstream`, as every viewer does; tells of them.
pub(super) fn read_to_end(stored: &Stored, header: usize, doc: &mut Document) -> Option<Arg> {
    let bytes = stored.bytes();
    let at = |stream: &Stream| Some(header + stream.start_position?);
    let untold = |object: &Object| object.as_stream().ok().and_then(at).is_some();
    if !doc.objects.values().any(untold) {
        return None;
    }
    let ends: Vec<usize> = find_all(bytes, b"endstream").collect();
    let told = |doc: &Document, stream: &Stream| {
        let length = stream.dict.get_deref(b"Length", doc).and_then(Object::as_i64).ok();
        length.and_then(|length| usize::try_from(length).ok())
    };
    let streams = doc.objects.iter().filter_map(|(id, object)| {
        let stream = object.as_stream().ok()?;
        Some((*id, at(stream)?, told(doc, stream)))
    });
    let streams: Vec<_> = streams.collect();
    // Streams in one another would take more than the file has.
    let (mut left, mut count) = (bytes.len().saturating_mul(MOST_READ), 0_usize);
    for (id, start, length) in streams {
        let next = ends.get(ends.partition_point(|end| *end < start)).copied();
        let end = next.unwrap_or(bytes.len());
        let fits = |length: &usize| start.checked_add(*length).is_some_and(|told| told <= end);
        let data = stored.range(start..length.filter(fits).map_or(end, |length| start + length));
        let (Some(data), Ok(Object::Stream(stream))) = (data, doc.get_object_mut(id)) else {
            continue;
        };
        let data = if length.is_some() { &data } else { without_line_end(&data) };
        left = left.saturating_sub(data.len());
        if left > 0 {
            stream.set_content(data.to_vec());
            count += usize::from(length.is_none());
        }
    }
    (count > 0).then(|| words::NO_LENGTH.phrase(&[("count", count.into())]).into())
}

/// The line end before `endstream` is no data.
fn without_line_end(data: &[u8]) -> &[u8] {
    let data = data.strip_suffix(b"\n").unwrap_or(data);
    data.strip_suffix(b"\r").unwrap_or(data)
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
