//! The dictionary of an inline image, its abbreviations spelt out (ISO 32000-1, 8.9.7).

use lopdf::content::Content;
use lopdf::{Dictionary, Object};

/// Reads the entries between `BI` and `ID`.
pub(super) fn dictionary(entries: &[u8]) -> Option<Dictionary> {
    let mut source = b"/X <<".to_vec();
    source.extend_from_slice(entries);
    source.extend_from_slice(b">> DP");
    let content = Content::decode(&source).ok()?;
    let operation = content.operations.into_iter().next()?;
    let Some(Object::Dictionary(short)) = operation.operands.into_iter().nth(1) else {
        return None;
    };
    let mut dict = Dictionary::new();
    for (key, value) in short {
        let long: &[u8] = match key.as_slice() {
            b"BPC" => b"BitsPerComponent",
            b"CS" => b"ColorSpace",
            b"D" => b"Decode",
            b"DP" => b"DecodeParms",
            b"F" => b"Filter",
            b"H" => b"Height",
            b"IM" => b"ImageMask",
            b"I" => b"Interpolate",
            b"W" => b"Width",
            other => other,
        };
        let value = if long == b"Filter" { filters(value) } else { value };
        dict.set(long.to_vec(), value);
    }
    dict.set("Type", "XObject");
    dict.set("Subtype", "Image");
    Some(dict)
}

fn filters(value: Object) -> Object {
    match value {
        Object::Array(list) => Object::Array(list.into_iter().map(filters).collect()),
        Object::Name(name) => {
            let long: &[u8] = match name.as_slice() {
                b"AHx" => b"ASCIIHexDecode",
                b"A85" => b"ASCII85Decode",
                b"LZW" => b"LZWDecode",
                b"Fl" => b"FlateDecode",
                b"RL" => b"RunLengthDecode",
                b"CCF" => b"CCITTFaxDecode",
                b"DCT" => b"DCTDecode",
                other => other,
            };
            Object::Name(long.to_vec())
        }
        other => other,
    }
}
