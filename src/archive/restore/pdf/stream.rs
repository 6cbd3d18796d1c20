//! Unpacks the data of a stream, up to a limit.
//!
//! What does not unpack to its end is broken: half a file must not pass for a whole one.

use flate2::{Decompress, FlushDecompress, Status};
use lopdf::{DecompressError, Dictionary, Error, Object, Stream};

use super::BROKEN_STREAM;
use super::object::{Dict, Value};
use crate::archive::restore::fault::RestoreFault;

/// How far the output grows at first, in bytes.
const FIRST: usize = 16 << 10;

/// The data behind all filters, at most `most` bytes. Filters and their parameters must be direct.
pub fn decoded(dict: &Dict, data: &[u8], most: usize) -> Result<Vec<u8>, RestoreFault> {
    let filter = match dict.get(b"Filter".as_slice()) {
        Some(Value::Array(list)) if list.is_empty() => None,
        Some(Value::Array(list)) if list.len() == 1 => list.first(),
        Some(Value::Null) => None,
        other => other,
    };
    let plain = !dict.contains_key(b"DecodeParms".as_slice());
    match filter {
        None if data.len() > most => Err(RestoreFault::TooLarge),
        None => Ok(data.to_vec()),
        Some(Value::Name(name)) if name == b"FlateDecode" && plain => inflated(data, most),
        Some(_) => filtered(dict, data, most),
    }
}

/// Unpacks zlib data to its end and its check sum.
fn inflated(data: &[u8], most: usize) -> Result<Vec<u8>, RestoreFault> {
    let mut inflater = Decompress::new(true);
    let mut out = Vec::with_capacity(FIRST.min(most + 1));
    loop {
        let before = (inflater.total_in(), inflater.total_out());
        let rest = data.get(before.0 as usize..).unwrap_or_default();
        match inflater.decompress_vec(rest, &mut out, FlushDecompress::None) {
            Ok(Status::StreamEnd) if out.len() <= most => return Ok(out),
            Ok(_) if out.len() > most => return Err(RestoreFault::TooLarge),
            Ok(_) if out.len() == out.capacity() => {
                out.reserve_exact(out.capacity().min(most + 1 - out.len()));
            }
            Ok(_) if (inflater.total_in(), inflater.total_out()) != before => {}
            _ => return Err(BROKEN_STREAM),
        }
    }
}

/// The other filters, and those with a predictor or in a row.
fn filtered(dict: &Dict, data: &[u8], most: usize) -> Result<Vec<u8>, RestoreFault> {
    let mut parts = Dictionary::new();
    for key in [b"Filter".as_slice(), b"DecodeParms"] {
        if let Some(value) = dict.get(key) {
            parts.set(key, object(value).ok_or(BROKEN_STREAM)?);
        }
    }
    let stream = Stream::new(parts, data.to_vec());
    stream.decompressed_content_with_limit(most).map_err(|error| match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => RestoreFault::TooLarge,
        _ => BROKEN_STREAM,
    })
}

/// A direct value as lopdf holds it; filters take no strings.
fn object(value: &Value) -> Option<Object> {
    Some(match value {
        Value::Null => Object::Null,
        Value::Integer(number) => Object::Integer(*number),
        Value::Name(name) => Object::Name(name.clone()),
        Value::Array(list) => Object::Array(list.iter().map(object).collect::<Option<_>>()?),
        Value::Dict(dict) => {
            let entries = dict.iter().map(|(key, value)| Some((key.clone(), object(value)?)));
            Object::Dictionary(entries.collect::<Option<Vec<_>>>()?.into_iter().collect())
        }
        Value::Boolean | Value::Real | Value::Text(_) | Value::Reference(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::inflated;
    use crate::archive::restore::fault::RestoreFault;
    use crate::archive::restore::pdf::BROKEN_STREAM;

    fn deflated(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(vec![], Compression::default());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn data_unpacks_to_the_limit_and_no_further() {
        for length in [0, 1, 16 << 10, 100_000] {
            let data: Vec<u8> = (0..length).map(|i| (i * i % 251) as u8).collect();
            let packed = deflated(&data);
            assert_eq!(inflated(&packed, length).unwrap(), data);
            assert_eq!(inflated(&packed, 1 << 20).unwrap(), data);
            if length > 0 {
                assert_eq!(inflated(&packed, length - 1), Err(RestoreFault::TooLarge));
            }
        }
    }

    #[test]
    fn what_is_cut_or_changed_is_broken() {
        let packed = deflated("글을 모아 책을 짓는다. ".repeat(400).as_bytes());
        for cut in 0..packed.len() {
            assert_eq!(inflated(&packed[..cut], 1 << 20), Err(BROKEN_STREAM), "cut at {cut}");
        }
        let mut changed = packed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(inflated(&changed, 1 << 20), Err(BROKEN_STREAM), "the check sum");
    }
}
