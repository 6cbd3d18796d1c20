//! Guarded access to the objects of any PDF.
//!
//! Every reader of a file goes through here: references are followed a limited way, streams are
//! decoded up to a cap, the page tree is walked once a node. It judges nothing.

mod inflate;
mod open;
mod pages;
mod renewed;
mod stored;

use std::borrow::Cow;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Object, Stream};

use super::verdict::Rect;
use inflate::{inflate, is_zlib};
use open::{damage, leave_image_data, load, object_streams_exceed, what_else};
pub(super) use pages::Page;
pub use renewed::renewed;
pub use stored::Stored;

/// Most bytes a content stream, font or profile may inflate to.
pub(super) const MOST_STREAM: usize = 64 << 20;

static NULL: Object = Object::Null;

/// Keys that mark a stream whose data stayed there: its object's number and its length.
const LEFT_AT: &str = "PreflightObject";
const LEFT_LENGTH: &str = "PreflightLength";

/// An opened PDF.
pub(super) struct File<'b> {
    stored: &'b Stored<'b>,
    /// Its objects.
    pub doc: Document,
    /// The version of the header, such as `1.6`.
    pub version: String,
    /// Whether the file carried an encryption dictionary.
    pub encrypted: bool,
}

/// Why a file was not opened.
#[derive(Debug)]
pub enum Fault {
    /// It is none; what it is.
    NotPdf(&'static str),
    /// It asks for a password.
    Encrypted,
    /// It unpacks to more than may be held; what of it.
    TooLarge(&'static str),
    /// Why it cannot be read.
    Unreadable(String),
}

impl<'b> File<'b> {
    /// Opens a PDF, repairing what can be repaired.
    pub fn open(stored: &'b Stored<'b>) -> Result<(Self, Option<String>), Fault> {
        let bytes = stored.bytes();
        let head = &bytes[..bytes.len().min(1024)];
        let Some(at) = find(head, b"%PDF-") else {
            return Err(Fault::NotPdf(what_else(bytes)));
        };
        let version: String = head[at + 5..]
            .iter()
            .take_while(|b| b.is_ascii_digit() || **b == b'.')
            .map(|&b| b as char)
            .collect();
        if object_streams_exceed(bytes) {
            return Err(Fault::TooLarge("object streams"));
        }
        let mut doc = load(bytes, Some(leave_image_data))?;
        // With a filter nothing is rebuilt, so a file without a page tree is read once more.
        if doc.catalog().and_then(|c| c.get_deref(b"Pages", &doc)).is_err() {
            match stored.whole() {
                Some(whole) => doc = load(whole.bytes(), None)?,
                None => doc = load(bytes, None)?,
            }
            if doc.catalog().is_err() && find(bytes, b"/Encrypt").is_some() {
                return Err(Fault::Encrypted);
            }
        }
        if doc.is_encrypted() {
            return Err(Fault::Encrypted);
        }
        let damage = damage(bytes, &doc);
        let encrypted = doc.was_encrypted();
        Ok((Self { stored, doc, version, encrypted }, damage))
    }

    /// How large the file is, in bytes.
    pub fn size(&self) -> usize {
        self.stored.bytes().len()
    }

    /// A stream's bytes as they stand in the file.
    pub fn raw<'a>(&'a self, stream: &'a Stream) -> Cow<'a, [u8]> {
        let entry = |key: &str| stream.dict.get(key.as_bytes()).ok()?.as_i64().ok();
        let (Some(id), Some(length)) = (entry(LEFT_AT), entry(LEFT_LENGTH)) else {
            return Cow::Borrowed(&stream.content);
        };
        let left = || {
            let XrefEntry::Normal { offset, .. } = self.doc.reference_table.get(id as u32)? else {
                return None;
            };
            let object = self.stored.bytes().get(*offset as usize..)?;
            let mut start = find(object, b"stream")? + 6;
            start += usize::from(object.get(start) == Some(&b'\r'));
            start += usize::from(object.get(start) == Some(&b'\n'));
            let start = *offset as usize + start;
            self.stored.range(start..start.checked_add(length as usize)?)
        };
        left().unwrap_or(Cow::Borrowed(&stream.content))
    }

    /// Follows references to the object itself; null where there is none.
    pub fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.doc.dereference(object).map_or(&NULL, |(_, object)| object)
    }

    /// The entry of a dictionary, resolved; none if it is absent or null.
    pub fn get<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Object> {
        let object = self.resolve(dict.get(key.as_bytes()).ok()?);
        (!object.is_null()).then_some(object)
    }

    /// A dictionary entry; a stream gives its dictionary.
    pub fn dict<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        as_dict(self.get(dict, key)?)
    }

    /// A stream entry.
    pub fn stream<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Stream> {
        self.get(dict, key)?.as_stream().ok()
    }

    /// An array entry.
    pub fn array<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a [Object]> {
        self.get(dict, key)?.as_array().ok().map(Vec::as_slice)
    }

    /// A name entry.
    pub fn name<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
        self.get(dict, key)?.as_name().ok()
    }

    /// A number entry.
    pub fn number(&self, dict: &Dictionary, key: &str) -> Option<f64> {
        number(self.get(dict, key)?)
    }

    /// A boolean entry.
    pub fn bool(&self, dict: &Dictionary, key: &str) -> Option<bool> {
        self.get(dict, key)?.as_bool().ok()
    }

    /// A text string entry, decoded.
    pub fn text(&self, dict: &Dictionary, key: &str) -> Option<String> {
        match self.get(dict, key)? {
            Object::String(bytes, _) => Some(text_string(bytes)),
            Object::Name(name) => Some(String::from_utf8_lossy(name).into_owned()),
            _ => None,
        }
    }

    /// Every number of an array entry.
    pub fn numbers(&self, dict: &Dictionary, key: &str) -> Option<Vec<f64>> {
        let list = self.array(dict, key)?;
        Some(list.iter().take(4096).filter_map(|o| number(self.resolve(o))).collect())
    }

    /// A rectangle entry, its corners in order.
    pub fn rect(&self, dict: &Dictionary, key: &str) -> Option<Rect> {
        let n = self.numbers(dict, key).filter(|n| n.len() == 4)?;
        n.iter()
            .all(|v| v.is_finite() && v.abs() < 1e6)
            .then(|| [n[0].min(n[2]), n[1].min(n[3]), n[0].max(n[2]), n[1].max(n[3])])
    }

    /// The names of a stream's filters, in decoding order.
    pub fn filters(&self, dict: &Dictionary) -> Vec<Vec<u8>> {
        match self.get(dict, "Filter").or_else(|| self.get(dict, "F")) {
            Some(Object::Name(name)) => vec![name.clone()],
            Some(Object::Array(names)) => names
                .iter()
                .take(Stream::MAX_FILTERS)
                .filter_map(|o| self.resolve(o).as_name().ok().map(<[u8]>::to_vec))
                .collect(),
            _ => vec![],
        }
    }

    /// A stream's bytes behind all its filters, at most `most` of them.
    pub fn data(&self, stream: &Stream, most: usize) -> Option<Vec<u8>> {
        // By far the most frequent; other chains are decoded as far as they go.
        let plain = self.get(&stream.dict, "DecodeParms").is_none();
        if plain && self.filters(&stream.dict) == [b"FlateDecode"] {
            let raw = self.raw(stream);
            if is_zlib(&raw) {
                return inflate(&raw, most);
            }
        }
        let indirect = |key: &[u8]| match stream.dict.get(key) {
            Ok(Object::Reference(_)) => true,
            Ok(Object::Array(list)) => list.iter().any(|o| matches!(o, Object::Reference(_))),
            _ => false,
        };
        let left = stream.dict.has(LEFT_AT.as_bytes());
        if !indirect(b"Filter") && !indirect(b"DecodeParms") && !left {
            return stream.decompressed_content_with_limit(most).ok();
        }
        let mut dict = Dictionary::new();
        for key in ["Filter", "DecodeParms"] {
            match self.get(&stream.dict, key) {
                Some(Object::Array(list)) => {
                    let list = list.iter().map(|o| self.resolve(o).clone()).collect::<Vec<_>>();
                    dict.set(key, list);
                }
                Some(object) => dict.set(key, object.clone()),
                None => {}
            }
        }
        let copy = Stream::new(dict, self.raw(stream).into_owned());
        copy.decompressed_content_with_limit(most).ok()
    }

    /// A page's content, its streams joined; none if one does not decode.
    pub fn contents(&self, page: &Page) -> Option<Vec<u8>> {
        let streams: Vec<&Stream> = match self.get(&page.dict, "Contents") {
            None => return Some(vec![]),
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(list)) => {
                list.iter().take(10_000).filter_map(|o| self.resolve(o).as_stream().ok()).collect()
            }
            Some(_) => return None,
        };
        let mut joined = vec![];
        for stream in streams {
            joined.extend(self.data(stream, MOST_STREAM - joined.len().min(MOST_STREAM))?);
            joined.push(b'\n');
        }
        Some(joined)
    }

    /// Whether a page names contents that are not in the file.
    pub fn lost_contents(&self, page: &Page) -> bool {
        match (page.dict.get(b"Contents"), self.get(&page.dict, "Contents")) {
            (Ok(Object::Reference(_)), None) => true,
            (_, Some(Object::Array(list))) => {
                list.iter().take(10_000).any(|o| self.resolve(o).as_stream().is_err())
            }
            _ => false,
        }
    }
}

/// A dictionary, or a stream's.
pub(super) fn as_dict(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// A finite number.
pub(super) fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(n) => Some(*n as f64),
        Object::Real(n) => n.is_finite().then_some(f64::from(*n)),
        _ => None,
    }
}

/// What two rectangles share; empty, not inverted, if they share nothing.
pub(super) fn intersect(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a[0].max(b[0]), a[1].max(b[1]));
    [x, y, a[2].min(b[2]).max(x), a[3].min(b[3]).max(y)]
}

/// Where `needle` first stands.
pub(super) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(at) = haystack[from..].iter().position(|&b| b == first) {
        if haystack[from + at..].starts_with(needle) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// Decodes a PDF text string: UTF-16, UTF-8 with its mark, or PDFDocEncoding read as Latin 1.
pub(super) fn text_string(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units = rest.chunks_exact(2).map(|p| u16::from_be_bytes([p[0], p[1]]));
        return char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect();
    }
    if let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8_lossy(rest).into_owned();
    }
    bytes.iter().map(|&b| b as char).collect()
}
