//! What stands around a page and is no part of its picture: annotations, scripts, private data.

use lopdf::{Document, Object, ObjectId};

use crate::pdf::object::{Objects, as_dict};
use crate::words;
use jikji_diagnostic::Words;

/// Entries of any object that say nothing of how it looks, or name another file's picture of it.
const PRIVATE: [&[u8]; 14] = [
    b"AA",
    b"AF",
    b"Alternates",
    b"LastModified",
    b"Measure",
    b"Metadata",
    b"OPI",
    b"PieceInfo",
    b"PtData",
    b"Ref",
    b"StructParent",
    b"StructParents",
    b"Thumb",
    b"ID",
];

/// What is there and will not be taken over.
pub fn left_out(doc: &Document, page: ObjectId) -> Vec<Words> {
    let mut found = vec![];
    let Ok(page) = doc.get_dictionary(page) else { return found };
    let annotations = doc.array(page, "Annots").unwrap_or_default();
    let is_field = |object: &Object| {
        as_dict(doc.resolve(object)).and_then(|dict| doc.name(dict, "Subtype")) == Some(b"Widget")
    };
    if annotations.iter().any(|object| !is_field(object)) {
        found.push(words::ANNOTATIONS);
    }
    if annotations.iter().any(is_field) {
        found.push(words::FORM_FIELDS);
    }
    let scripts = doc.catalog().ok().is_some_and(|catalog| {
        let named = doc.dict(catalog, "Names").is_some_and(|names| names.has(b"JavaScript"));
        named || catalog.has(b"OpenAction") || catalog.has(b"AA")
    });
    if scripts || page.has(b"AA") {
        found.push(words::SCRIPTS);
    }
    found
}

/// Takes the private entries out of all objects.
pub fn scrub(doc: &mut Document) {
    for object in doc.objects.values_mut() {
        let dict = match object {
            Object::Dictionary(dict) => dict,
            Object::Stream(stream) => &mut stream.dict,
            _ => continue,
        };
        for key in PRIVATE {
            dict.remove(key);
        }
    }
}
