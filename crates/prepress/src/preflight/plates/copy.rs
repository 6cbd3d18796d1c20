//! Copies objects of a file into a new document, streams decoded up to a cap.
//!
//! Whatever reaches the renderer went through here, so no filter chain and no size surprises it.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::super::codec::{Peeled, peeled};
use super::super::file::File;
use crate::pdf::object::Objects;

/// Deepest nesting that is copied.
const DEEPEST: usize = 48;
/// Most objects that are copied for one document.
const MOST_OBJECTS: usize = 200_000;
/// Most bytes a copied stream may inflate to.
const MOST_STREAM: usize = 32 << 20;
/// Most bytes all streams of one document may have.
const MOST_BYTES: usize = 256 << 20;

/// A document under construction, and what was copied into it.
pub(super) struct Copier<'a> {
    pub file: &'a File<'a>,
    pub out: Document,
    copied: HashMap<ObjectId, ObjectId>,
    bytes: usize,
    /// Whether a stream could not be copied.
    pub lost: bool,
}

impl<'a> Copier<'a> {
    /// Starts an empty document.
    pub fn new(file: &'a File<'a>) -> Self {
        Self {
            file,
            out: Document::with_version("1.7"),
            copied: HashMap::new(),
            bytes: 0,
            lost: false,
        }
    }

    /// Adds an object to the new document.
    pub fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let object = object.into();
        if let Object::Stream(stream) = &object {
            self.bytes += stream.content.len();
        }
        self.out.add_object(object)
    }

    /// Copies an object with all it refers to; null when it is too deep or too much.
    pub fn copy(&mut self, object: &Object) -> Object {
        self.copy_deep(object, 0)
    }

    /// Copies the named entries of a dictionary.
    pub fn copy_entries(&mut self, from: &Dictionary, keys: &[&str], to: &mut Dictionary) {
        for key in keys {
            if let Ok(value) = from.get(key.as_bytes()) {
                to.set(*key, self.copy(value));
            }
        }
    }

    fn copy_deep(&mut self, object: &Object, depth: usize) -> Object {
        if depth > DEEPEST || self.out.objects.len() > MOST_OBJECTS {
            return Object::Null;
        }
        match object {
            Object::Reference(id) => {
                if let Some(known) = self.copied.get(id) {
                    return Object::Reference(*known);
                }
                let target = self.out.new_object_id();
                self.copied.insert(*id, target);
                let file = self.file;
                let copy = self.copy_deep(file.resolve(object), depth + 1);
                self.out.objects.insert(target, copy);
                Object::Reference(target)
            }
            Object::Array(list) => {
                Object::Array(list.iter().map(|o| self.copy_deep(o, depth + 1)).collect())
            }
            Object::Dictionary(dict) => Object::Dictionary(self.copy_dict(dict, &[], depth)),
            Object::Stream(stream) => self.copy_stream(stream, depth),
            other => other.clone(),
        }
    }

    fn copy_dict(&mut self, dict: &Dictionary, leave: &[&str], depth: usize) -> Dictionary {
        let mut out = Dictionary::new();
        for (key, value) in dict.iter() {
            // Upward links would drag the whole file in.
            let link = matches!(key.as_slice(), b"Parent" | b"P" | b"StructParent" | b"Metadata");
            if !link && !leave.iter().any(|l| l.as_bytes() == key.as_slice()) {
                out.set(key.clone(), self.copy_deep(value, depth + 1));
            }
        }
        out
    }

    fn copy_stream(&mut self, stream: &Stream, depth: usize) -> Object {
        if self.bytes > MOST_BYTES {
            return Object::Null;
        }
        let filters = self.file.filters(&stream.dict);
        let image = |f: &[u8]| {
            matches!(f, b"DCTDecode" | b"JPXDecode" | b"CCITTFaxDecode" | b"JBIG2Decode")
        };
        // Image codecs are the renderer's; they are bounded by the image's size.
        if filters.last().is_some_and(|last| image(last)) {
            let Some(Peeled { codec, parms, data }) = peeled(self.file, stream) else {
                self.lost = true;
                return Object::Null;
            };
            let mut dict = self.copy_dict(&stream.dict, &["Filter", "DecodeParms"], depth);
            dict.set("Filter", Object::Name(codec));
            if let Some(parms) = parms {
                dict.set("DecodeParms", self.copy_dict(parms, &[], depth));
            }
            self.bytes += data.len();
            return Object::Stream(Stream::new(dict, data.into_owned()));
        }
        let Some(data) = self.file.data(stream, MOST_STREAM) else {
            self.lost = true;
            return Object::Null;
        };
        self.bytes += data.len();
        let leave = ["Filter", "DecodeParms", "Length", "DL"];
        let dict = self.copy_dict(&stream.dict, &leave, depth);
        Object::Stream(Stream::new(dict, data))
    }
}
