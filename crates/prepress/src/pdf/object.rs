//! Reading the objects of a document, references followed a limited way.
//!
//! It judges nothing: what is missing, or is something else than was asked for, is not there.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::geometry::{IDENTITY, Matrix, Rect};
use super::text;

/// Most bytes that a stream of a file which we convert may unpack to, 1 GiB.
pub const MOST_CONVERTED: usize = 1 << 30;
/// The most numbers of an array that is read as such.
const MOST_NUMBERS: usize = 4096;
/// Where no side of a rectangle is, in pt.
const FARTHEST: f64 = 1e6;
/// What a page has of its ancestors where it says nothing itself (ISO 32000-1, 7.7.3.4).
pub const INHERITED: [&str; 4] = ["Resources", "MediaBox", "CropBox", "Rotate"];
/// How many ancestors of a page are asked for what it inherits.
const DEEPEST: usize = 64;

static NULL: Object = Object::Null;

/// Whatever has a document's objects at hand.
pub trait Objects {
    /// The document.
    fn document(&self) -> &Document;

    /// The object itself behind references; null where there is none.
    fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document().dereference(object).map_or(&NULL, |(_, object)| object)
    }

    /// The entry of a dictionary, resolved; null if it is absent.
    fn entry<'a>(&'a self, dict: &'a Dictionary, key: impl AsRef<[u8]>) -> &'a Object {
        dict.get(key.as_ref()).map_or(&NULL, |object| self.resolve(object))
    }

    /// The same; none if it is absent or null.
    fn get<'a>(&'a self, dict: &'a Dictionary, key: impl AsRef<[u8]>) -> Option<&'a Object> {
        Some(self.entry(dict, key)).filter(|object| !object.is_null())
    }

    /// A dictionary entry; a stream gives its dictionary.
    fn dict<'a>(&'a self, dict: &'a Dictionary, key: impl AsRef<[u8]>) -> Option<&'a Dictionary> {
        as_dict(self.entry(dict, key))
    }

    /// A stream entry.
    fn stream<'a>(&'a self, dict: &'a Dictionary, key: impl AsRef<[u8]>) -> Option<&'a Stream> {
        self.entry(dict, key).as_stream().ok()
    }

    /// An array entry.
    fn array<'a>(&'a self, dict: &'a Dictionary, key: impl AsRef<[u8]>) -> Option<&'a [Object]> {
        self.entry(dict, key).as_array().ok().map(Vec::as_slice)
    }

    /// A name entry.
    fn name<'a>(&'a self, dict: &'a Dictionary, key: impl AsRef<[u8]>) -> Option<&'a [u8]> {
        self.entry(dict, key).as_name().ok()
    }

    /// A number entry.
    fn number(&self, dict: &Dictionary, key: impl AsRef<[u8]>) -> Option<f64> {
        as_number(self.entry(dict, key))
    }

    /// An integer entry.
    fn integer(&self, dict: &Dictionary, key: impl AsRef<[u8]>) -> Option<i64> {
        self.entry(dict, key).as_i64().ok()
    }

    /// A boolean entry.
    fn bool(&self, dict: &Dictionary, key: impl AsRef<[u8]>) -> Option<bool> {
        self.entry(dict, key).as_bool().ok()
    }

    /// A text string entry or a name, decoded.
    fn text(&self, dict: &Dictionary, key: impl AsRef<[u8]>) -> Option<String> {
        match self.entry(dict, key) {
            Object::String(bytes, _) => Some(text::decoded(bytes)),
            Object::Name(name) => Some(text::name(name)),
            _ => None,
        }
    }

    /// An array entry of nothing but numbers.
    fn numbers(&self, dict: &Dictionary, key: impl AsRef<[u8]>) -> Option<Vec<f64>> {
        let list = self.array(dict, key).filter(|list| list.len() <= MOST_NUMBERS)?;
        list.iter().map(|object| as_number(self.resolve(object))).collect()
    }

    /// A matrix entry; the identity where there is none.
    fn matrix(&self, dict: &Dictionary, key: impl AsRef<[u8]>) -> Matrix {
        self.numbers(dict, key).and_then(|m| m.try_into().ok()).unwrap_or(IDENTITY)
    }

    /// A rectangle entry, its corners in order.
    fn rect(&self, dict: &Dictionary, key: impl AsRef<[u8]>) -> Option<Rect> {
        let sides = self.numbers(dict, key)?;
        let [a, b, c, d] = sides
            .try_into()
            .ok()
            .filter(|sides: &Rect| sides.iter().all(|side| side.abs() < FARTHEST))?;
        Some([a.min(c), b.min(d), a.max(c), b.max(d)])
    }

    /// The names of a stream's filters, in decoding order, spelt out.
    fn filters(&self, dict: &Dictionary) -> Vec<Vec<u8>> {
        match self.get(dict, "Filter").or_else(|| self.get(dict, "F")) {
            Some(Object::Name(name)) => vec![filter_name(name).to_vec()],
            Some(Object::Array(names)) => names
                .iter()
                .take(Stream::MAX_FILTERS)
                .filter_map(|object| self.resolve(object).as_name().ok())
                .map(|name| filter_name(name).to_vec())
                .collect(),
            _ => vec![],
        }
    }

    /// A page's dictionary with the entries its ancestors give it.
    fn with_inherited(&self, page: &Dictionary) -> Dictionary {
        let mut dict = page.clone();
        let mut node = page;
        for _ in 0..DEEPEST {
            let Ok(parent) = self.entry(node, "Parent").as_dict() else { break };
            for key in INHERITED {
                if let (false, Ok(value)) = (dict.has(key.as_bytes()), parent.get(key.as_bytes())) {
                    dict.set(key, value.clone());
                }
            }
            node = parent;
        }
        dict
    }
}

impl Objects for Document {
    fn document(&self) -> &Document {
        self
    }
}

/// A dictionary, or a stream's.
pub fn as_dict(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// A finite number.
pub fn as_number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(value) => Some(*value as f64),
        Object::Real(value) => value.is_finite().then_some(f64::from(*value)),
        _ => None,
    }
}

/// A reference's target, if it is one.
pub fn id_of(object: &Object) -> Option<ObjectId> {
    object.as_reference().ok()
}

/// A stream's unpacked bytes; none for one that is damaged, or unpacks to more than `most`.
pub fn stream_bytes(stream: &Stream, most: usize) -> Option<Vec<u8>> {
    stream.get_plain_content_with_limit(most).ok()
}

/// The name of a filter, spelt out where it is one that inline images may have (ISO 32000-1, table 94).
pub fn filter_name(name: &[u8]) -> &[u8] {
    match name {
        b"AHx" => b"ASCIIHexDecode",
        b"A85" => b"ASCII85Decode",
        b"LZW" => b"LZWDecode",
        b"Fl" => b"FlateDecode",
        b"RL" => b"RunLengthDecode",
        b"CCF" => b"CCITTFaxDecode",
        b"DCT" => b"DCTDecode",
        other => other,
    }
}
