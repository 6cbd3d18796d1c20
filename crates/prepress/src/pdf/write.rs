//! Objects as they are written: numbers, packed streams, pictures, whole files.

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, dictionary};

/// An array of numbers as an object.
pub fn reals(values: impl IntoIterator<Item = f64>) -> Object {
    Object::Array(values.into_iter().map(real).collect())
}

/// A number as an object, whole ones as integers, others with five decimals.
fn real(value: f64) -> Object {
    let rounded = (value * 1e5).round() / 1e5;
    if rounded.fract() == 0.0 && rounded.abs() < 1e9 {
        Object::Integer(rounded as i64)
    } else {
        Object::Real(rounded as f32)
    }
}

/// A stream with its data packed by Flate.
pub fn flate_stream(mut dict: Dictionary, data: &[u8]) -> Stream {
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

/// A whole file with object streams, without what nothing refers to.
///
/// # Errors
///
/// What the PDF library says of objects that cannot be written.
pub fn packed(mut doc: Document) -> Result<Vec<u8>> {
    doc.prune_objects();
    doc.renumber_objects();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(6)
        .build();
    let mut out = Vec::new();
    doc.save_with_options(&mut out, options)?;
    out.push(b'\n');
    Ok(out)
}

/// The dictionary of a picture with its size in pixels and bits a component (ISO 32000-1, 8.9.5).
pub fn image_dict(width: usize, height: usize, bits: i64) -> Dictionary {
    dictionary! {
        "Type" => "XObject", "Subtype" => "Image",
        "Width" => width as i64, "Height" => height as i64, "BitsPerComponent" => bits,
    }
}
