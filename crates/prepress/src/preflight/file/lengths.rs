//! Streams and how long they say they are: what tells its length wrongly or not at all is read to its `endstream`, as
//! every viewer does, and counted.
//!
//! What a stream holds is not looked at.

use jikji_diagnostic::Arg;
use lopdf::xref::XrefEntry;
use lopdf::{Document, Object, Stream};

use super::super::rules::words;
use super::stored::Stored;
use crate::pdf::content::Lexer;
use crate::pdf::token::{Cursor, find_all, is_regular, is_space};

/// How often its own size the streams of a file may come to that are read once more.
const MOST_READ: usize = 3;
/// White space that may stand between data and `endstream`.
const MOST_SPACE: usize = 4;

const END: &[u8] = b"endstream";

/// Reads streams whose length nobody tells to their end; gives what is to be told of them and of those that tell a
/// wrong one. The file's header stands at a place; data that was `locked` is no longer as it stands there.
pub(super) fn read_to_end(
    stored: &Stored,
    (header, locked): (usize, bool),
    doc: &mut Document,
) -> Vec<Arg> {
    let bytes = stored.bytes();
    let (mut untold, mut wrong) = (0_usize, if locked { 0 } else { wrong(bytes, header, doc) });
    let at = |stream: &Stream| Some(header + stream.start_position?);
    let told = |doc: &Document, stream: &Stream| {
        let length = stream.dict.get_deref(b"Length", doc).and_then(Object::as_i64).ok();
        length.and_then(|length| usize::try_from(length).ok())
    };
    let streams = doc.objects.iter().filter_map(|(id, object)| {
        let stream = object.as_stream().ok()?;
        Some((*id, at(stream)?, told(doc, stream)))
    });
    let streams: Vec<_> = streams.collect();
    let ends: Vec<usize> = match streams.is_empty() {
        true => vec![],
        false => find_all(bytes, END).collect(),
    };
    // Streams in one another would take more than the file has.
    let mut left = bytes.len().saturating_mul(MOST_READ);
    for (id, start, length) in streams {
        let right = length.filter(|length| is_ended(bytes, start.saturating_add(*length)));
        let next = ends.get(ends.partition_point(|end| *end < start)).copied();
        let end = right.map_or(next.unwrap_or(bytes.len()), |length| start + length);
        let data = stored.range(start..end);
        let (Some(data), Ok(Object::Stream(stream))) = (data, doc.get_object_mut(id)) else {
            continue;
        };
        let data = if right.is_some() { &data } else { without_line_end(&data) };
        left = left.saturating_sub(data.len());
        if left > 0 {
            stream.set_content(data.to_vec());
            untold += usize::from(length.is_none());
            wrong += usize::from(length.is_some() && right.is_none());
        }
    }
    let told = [(untold, words::NO_LENGTH), (wrong, words::WRONG_LENGTHS)].into_iter();
    let told = told.filter(|(count, _)| *count > 0);
    told.map(|(count, words)| words.phrase(&[("count", count.into())]).into()).collect()
}

/// The line end before `endstream` is no data.
fn without_line_end(data: &[u8]) -> &[u8] {
    let data = data.strip_suffix(b"\n").unwrap_or(data);
    data.strip_suffix(b"\r").unwrap_or(data)
}

/// Whether `endstream` stands where data ends.
fn is_ended(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    let space = rest.iter().take(MOST_SPACE).take_while(|byte| is_space(**byte)).count();
    rest[space..].starts_with(END)
}

/// How many streams that were read to their end tell another length; the reader that mended them says nothing of it.
fn wrong(bytes: &[u8], header: usize, doc: &Document) -> usize {
    let streams = doc.reference_table.entries.iter().filter(|(id, entry)| {
        let XrefEntry::Normal { offset, generation } = entry else { return false };
        let object = doc.get_object((**id, *generation)).and_then(Object::as_stream);
        // Of what stands at no place of its own the place is told already.
        object.is_ok_and(|stream| stream.start_position.is_none())
            && ends_elsewhere(bytes, header + *offset as usize, doc) == Some(true)
    });
    streams.count()
}

/// Whether the stream at a place tells a length behind which it does not end; none if there is no telling.
fn ends_elsewhere(bytes: &[u8], at: usize, doc: &Document) -> Option<bool> {
    let mut cursor = Cursor { data: bytes, at };
    cursor.unsigned()?;
    cursor.unsigned()?;
    cursor.keyword(b"obj").then_some(())?;
    let from = cursor.at;
    let mut lexer = Lexer::at(cursor);
    let Some(Object::Dictionary(dict)) = lexer.object() else { return None };
    let mut cursor = lexer.cursor();
    let length = length(&bytes[from..cursor.at], dict.get(b"Length").ok()?.as_i64().ok()?, doc)?;
    cursor.keyword(b"stream").then_some(())?;
    let rest = &bytes[cursor.at..];
    let data = rest.strip_prefix(b"\r").unwrap_or(rest);
    let data = data.strip_prefix(b"\n").unwrap_or(data);
    let start = bytes.len() - data.len();
    // A length beyond the file is told by itself.
    Some(length <= bytes.len() && !is_ended(bytes, start + length))
}

/// The length that a dictionary tells, or the number of the object that does.
fn length(dict: &[u8], told: i64, doc: &Document) -> Option<usize> {
    const KEY: &[u8] = b"/Length";
    let values = find_all(dict, KEY).map(|at| Cursor { data: dict, at: at + KEY.len() });
    let mut values = values.filter(|value| value.peek().is_some_and(|byte| !is_regular(byte)));
    let told = usize::try_from(told).ok()?;
    let reference = values.find_map(|mut value| {
        let number = value.unsigned().filter(|number| *number == told)?;
        let generation = value.unsigned()?;
        value.keyword(b"R").then_some((u32::try_from(number).ok()?, generation as u16))
    });
    let Some(id) = reference else { return Some(told) };
    usize::try_from(doc.get_object(id).and_then(Object::as_i64).ok()?).ok()
}
