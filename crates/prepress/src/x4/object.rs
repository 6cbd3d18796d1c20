//! Small ways to read `lopdf` objects, following references.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::matrix::{IDENTITY, Matrix};

/// Most bytes one stream may unpack to, 1 GiB; larger ones count as damaged.
const MOST_BYTES: usize = 1 << 30;

/// What a matrix multiplies lengths by, in the mean.
pub(super) fn scale_of(m: Matrix) -> f64 {
    (m[0] * m[3] - m[1] * m[2]).abs().sqrt()
}

/// The object itself behind references.
pub(super) fn resolve<'a>(doc: &'a Document, object: &'a Object) -> &'a Object {
    static NULL: Object = Object::Null;
    doc.dereference(object).map_or(&NULL, |(_, object)| object)
}

/// The dictionary of a dictionary or stream.
pub(super) fn dict_of(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// An entry behind references; `Null` for a missing one.
pub(super) fn entry<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> &'a Object {
    static NULL: Object = Object::Null;
    dict.get(key).map_or(&NULL, |object| resolve(doc, object))
}

/// An entry that is a name.
pub(super) fn name<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
    entry(doc, dict, key).as_name().ok()
}

/// An entry that is a number.
pub(super) fn number(doc: &Document, dict: &Dictionary, key: &[u8]) -> Option<f64> {
    as_number(entry(doc, dict, key))
}

pub(super) fn as_number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(value) => Some(*value as f64),
        Object::Real(value) if value.is_finite() => Some(f64::from(*value)),
        _ => None,
    }
}

/// An entry that is an array of numbers.
pub(super) fn numbers(doc: &Document, dict: &Dictionary, key: &[u8]) -> Option<Vec<f64>> {
    let array = entry(doc, dict, key).as_array().ok()?;
    array.iter().map(|object| as_number(resolve(doc, object))).collect()
}

/// An entry that is a matrix; the identity where it is missing.
pub(super) fn matrix(doc: &Document, dict: &Dictionary, key: &[u8]) -> Matrix {
    numbers(doc, dict, key).and_then(|m| m.try_into().ok()).unwrap_or(IDENTITY)
}

/// A stream's unpacked bytes.
pub(super) fn stream_bytes(object: &Object) -> Option<Vec<u8>> {
    let Object::Stream(stream) = object else { return None };
    stream.get_plain_content_with_limit(MOST_BYTES).ok()
}

/// A reference's target, if it is one.
pub(super) fn id_of(object: &Object) -> Option<ObjectId> {
    object.as_reference().ok()
}

/// An array of numbers as an object.
pub(super) fn reals(values: impl IntoIterator<Item = f64>) -> Object {
    Object::Array(values.into_iter().map(real).collect())
}

/// A number as an object, whole ones as integers, others with five decimals.
pub(super) fn real(value: f64) -> Object {
    let rounded = (value * 1e5).round() / 1e5;
    if rounded.fract() == 0.0 && rounded.abs() < 1e9 {
        Object::Integer(rounded as i64)
    } else {
        Object::Real(rounded as f32)
    }
}

/// A stream with its data packed by Flate.
pub(super) fn flate_stream(mut dict: Dictionary, data: &[u8]) -> Stream {
    let packed = deflate(data);
    dict.remove(b"DecodeParms");
    if packed.len() < data.len() {
        dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        return Stream::new(dict, packed).with_compression(false);
    }
    dict.remove(b"Filter");
    Stream::new(dict, data.to_vec()).with_compression(false)
}

/// Flate with the header that `FlateDecode` wants.
fn deflate(data: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(
        Vec::with_capacity(data.len() / 4),
        flate2::Compression::new(6),
    );
    // Writing into memory does not fail; an empty result is caught by the caller's comparison.
    let _ = encoder.write_all(data);
    encoder.finish().unwrap_or_else(|_| data.to_vec())
}

/// The dictionary of a picture with its size in pixels and bits a component (ISO 32000-1, 8.9.5).
pub(super) fn image_dict(width: usize, height: usize, bits: i64) -> Dictionary {
    let mut dict = Dictionary::new();
    dict.set("Type", "XObject");
    dict.set("Subtype", "Image");
    dict.set("Width", width as i64);
    dict.set("Height", height as i64);
    dict.set("BitsPerComponent", bits);
    dict
}
