//! Refuses files that are small and open to more than a machine should hold or do.
//!
//! It is asked before a file is opened: opening reads every object that the file names, each time it
//! is named.

use std::collections::BTreeSet;

use flate2::{Decompress, FlushDecompress, Status};
use lopdf::xref::{XrefEntry, decode_xref_stream_with_limit};
use lopdf::{Dictionary, Document, Object, Stream};

use super::content::Lexer;
use super::object::Objects;
use super::token::{Cursor, find, find_all};

/// Most bytes all object streams together may inflate to.
const MOST_OBJECT_STREAMS: usize = 192 << 20;
/// Most bytes of objects that are read once more than they stand in the file.
const MOST_AGAIN: usize = 64 << 20;
/// What reading an object stream once more costs, in bytes, and a cross-reference stream may unpack to.
const OBJECT_STREAM: usize = 16 << 20;
/// The most bytes one stream may unpack to in a renderer, and all of them together.
const MOST_STREAM: u64 = 256 << 20;
const MOST_ALL: u64 = 4 << 30;
/// The most objects of a file for a renderer.
const MOST_OBJECTS: usize = 1 << 20;
/// How many times its size a stream can become under the filters that are not tried.
const LZW: u64 = 1400;
const RUN_LENGTH: u64 = 128;
/// The most sections of cross-references.
const MOST_SECTIONS: usize = 256;
/// How far from the end of a file its last section is named.
const TAIL: usize = 2048;

/// Whether the object streams of a file inflate to more than may be held.
///
/// They are counted before the file is opened, because opening it inflates and parses them all.
pub fn object_streams_exceed(bytes: &[u8]) -> bool {
    let mut total = 0;
    for at in find_all(bytes, b"/ObjStm") {
        let from = at + 7;
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

/// Whether a document is too much for a renderer, which unpacks without a limit: a stream unpacks to more
/// than may be held, packs what is packed already, or could grow too far under a filter that is not tried.
pub fn unpacks_to_too_much(doc: &Document) -> bool {
    let (mut inflater, mut buffer) = (Decompress::new(true), vec![0; 64 << 10]);
    let mut all = 0;
    let mut is_too_much = |stream: &Stream| {
        let (mut packings, mut size) = (0, stream.content.len() as u64);
        for filter in doc.filters(&stream.dict) {
            let grows = match filter.as_slice() {
                b"FlateDecode" | b"Fl" => 1,
                b"LZWDecode" | b"LZW" => LZW,
                b"RunLengthDecode" | b"RL" => RUN_LENGTH,
                _ => continue,
            };
            packings += 1;
            size = size.saturating_mul(grows);
        }
        // Whatever its filter is called.
        let inflated = inflated(&mut inflater, &stream.content, &mut buffer);
        all += inflated;
        packings > 1 || size.max(inflated) > MOST_STREAM || all > MOST_ALL
    };
    let mut streams = doc.objects.values().filter_map(|object| object.as_stream().ok());
    doc.objects.len() > MOST_OBJECTS || streams.any(&mut is_too_much)
}

/// How many bytes zlib data becomes, counted up to the limit; none where it is none (RFC 1950, 2.2).
fn inflated(inflater: &mut Decompress, data: &[u8], buffer: &mut [u8]) -> u64 {
    if !matches!(data, [method, flags, ..]
        if method & 15 == 8 && u16::from_be_bytes([*method, *flags]) % 31 == 0)
    {
        return 0;
    }
    inflater.reset(true);
    loop {
        let before = (inflater.total_in(), inflater.total_out());
        let rest = data.get(before.0 as usize..).unwrap_or_default();
        let status = inflater.decompress(rest, buffer, FlushDecompress::None);
        let out = inflater.total_out();
        let more = matches!(status, Ok(Status::Ok | Status::BufError))
            && (inflater.total_in(), out) != before;
        if !more || out > MOST_STREAM {
            return out;
        }
    }
}

/// Whether the cross-references name objects again and again, or such as stand in one another.
///
/// A file whose cross-references cannot be read is not judged: what is rebuilt has each object once.
pub fn reads_again(bytes: &[u8]) -> bool {
    let mut places = places(bytes);
    places.retain(|&at| at < bytes.len());
    places.sort_unstable();
    let mut again = 0_usize;
    for (i, &at) in places.iter().enumerate() {
        let next = places.get(places.partition_point(|&place| place <= at));
        let object = &bytes[at..next.copied().unwrap_or(bytes.len())];
        let repeated = i > 0 && places[i - 1] == at;
        again = again.saturating_add(match repeated {
            true if find(object, b"/ObjStm").is_some() => OBJECT_STREAM,
            true => object.len(),
            false => longest(object).min(bytes.len()).saturating_sub(object.len()),
        });
        if again > MOST_AGAIN {
            return true;
        }
    }
    false
}

/// The largest `Length` that an object tells.
fn longest(object: &[u8]) -> usize {
    const KEY: &[u8] = b"/Length ";
    let told =
        find_all(object, KEY).map(|at| Cursor { data: object, at: at + KEY.len() }.unsigned());
    told.flatten().max().unwrap_or(0)
}

/// Where the objects stand that the cross-references of a file name (ISO 32000-1, 7.5.4 and 7.5.8), as
/// often as they do.
fn places(bytes: &[u8]) -> Vec<usize> {
    let tail = bytes.len().saturating_sub(TAIL);
    let word = b"startxref";
    let last = bytes[tail..].windows(word.len()).rposition(|window| window == word);
    let start = last.and_then(|at| Cursor { data: bytes, at: tail + at + word.len() }.unsigned());
    let (mut ahead, mut seen, mut places) = (Vec::from_iter(start), BTreeSet::new(), vec![]);
    while let Some(at) = ahead.pop() {
        if at < bytes.len() && seen.len() < MOST_SECTIONS && seen.insert(at) {
            let trailer = section(Cursor { data: bytes, at }, &mut places);
            ahead.extend(["Prev", "XRefStm"].iter().filter_map(|key| {
                usize::try_from(trailer.as_ref()?.get(key.as_bytes()).ok()?.as_i64().ok()?).ok()
            }));
        }
    }
    places
}

/// Adds the places of one section; gives its trailer if it can be read.
fn section(mut cursor: Cursor<'_>, places: &mut Vec<usize>) -> Option<Dictionary> {
    if !cursor.keyword(b"xref") {
        return from_stream(cursor, places);
    }
    while !cursor.keyword(b"trailer") {
        let (_, count) = (cursor.unsigned()?, cursor.unsigned()?);
        for _ in 0..count {
            let (at, _) = (cursor.unsigned()?, cursor.unsigned()?);
            match cursor.keyword(b"n") {
                true => places.push(at),
                false => cursor.keyword(b"f").then_some(())?,
            }
        }
    }
    dictionary(&mut cursor)
}

fn from_stream(mut cursor: Cursor<'_>, places: &mut Vec<usize>) -> Option<Dictionary> {
    cursor.unsigned()?;
    cursor.unsigned()?;
    cursor.keyword(b"obj").then_some(())?;
    let dict = dictionary(&mut cursor)?;
    cursor.keyword(b"stream").then_some(())?;
    let rest = &cursor.data[cursor.at..];
    let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
    let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    let length = usize::try_from(dict.get(b"Length").ok()?.as_i64().ok()?).ok()?;
    let stream = Stream::new(dict, rest.get(..length)?.to_vec());
    let (table, trailer) = decode_xref_stream_with_limit(stream, Some(OBJECT_STREAM)).ok()?;
    places.extend(table.entries.values().filter_map(|entry| match entry {
        XrefEntry::Normal { offset, .. } => Some(*offset as usize),
        _ => None,
    }));
    Some(trailer)
}

/// A dictionary of direct values; the references in it come out as their numbers.
fn dictionary(cursor: &mut Cursor<'_>) -> Option<Dictionary> {
    let mut lexer = Lexer::at(cursor.clone());
    let Some(Object::Dictionary(dict)) = lexer.object() else { return None };
    *cursor = lexer.cursor();
    Some(dict)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    /// A file whose cross-reference stream names `count` objects at the place of its first.
    fn repeated(count: usize, object: &[u8]) -> Vec<u8> {
        let mut pdf = b"%PDF-1.7\n1 0 obj ".to_vec();
        pdf.extend(object);
        pdf.extend(b" endobj\n");
        let table = pdf.len();
        let mut encoder = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::default());
        encoder.write_all(&[1, 0, 9].repeat(count)).unwrap();
        let entries = encoder.finish().unwrap();
        let head = format!(
            "9 0 obj <</Type/XRef/Size {count}/W[1 2 0]/Filter/FlateDecode/Root 1 0 R/Length {}>> stream\n",
            entries.len()
        );
        pdf.extend(head.bytes());
        pdf.extend(entries);
        pdf.extend(format!("\nendstream endobj startxref {table}").bytes());
        pdf
    }

    fn packed(count: u64) -> Document {
        let mut encoder = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::fast());
        let block = vec![0; 1 << 20];
        for _ in 0..count >> 20 {
            encoder.write_all(&block).unwrap();
        }
        holding(encoder.finish().unwrap())
    }

    fn holding(content: Vec<u8>) -> Document {
        let mut doc = Document::new();
        doc.add_object(Stream::new(Dictionary::new(), content));
        doc
    }

    #[test]
    fn a_stream_is_counted_to_its_end() {
        assert!(!unpacks_to_too_much(&packed(MOST_STREAM)));
        assert!(unpacks_to_too_much(&packed(MOST_STREAM + (1 << 20))));
        assert!(!unpacks_to_too_much(&holding(vec![])));
    }

    #[test]
    fn one_object_under_many_numbers_is_refused() {
        let large = [b"[".as_slice(), &b"0 ".repeat(50_000), b"]"].concat();
        assert!(!reads_again(&repeated(1, &large)));
        assert!(!reads_again(&repeated(100, &large)), "as long as it is not much");
        assert!(reads_again(&repeated(60_000, &large)));
        assert!(!reads_again(&repeated(60_000, b"<</Type/Catalog>>")));
        assert!(reads_again(&repeated(60_000, b"<</Type/ObjStm/N 1>>stream")));
    }

    #[test]
    fn streams_in_one_another_are_refused() {
        let file = |length: usize| {
            let (mut pdf, mut table) = (b"%PDF-1.7\n".to_vec(), String::from("xref\n0 2000\n"));
            for number in 0..2000 {
                table.push_str(&format!("{:010} 00000 n\r\n", pdf.len()));
                let head = format!("{number} 0 obj<</Length {length}>>stream\n{}", "x".repeat(50));
                pdf.extend(head.bytes());
            }
            let start = pdf.len();
            pdf.extend(format!("{table}trailer <</Size 2000>> startxref {start}").bytes());
            pdf
        };
        assert!(!reads_again(&file(50)));
        assert!(reads_again(&file(1 << 20)));
    }
}
