//! Refuses files that unpack to more than a machine should hold.
//!
//! The renderer unpacks without a limit, so that this is asked before it sees a file.

use flate2::{Decompress, FlushDecompress, Status};
use hayro::hayro_syntax::object::Object;
use hayro::hayro_syntax::{Filter, Pdf};

/// The most bytes one stream may unpack to, and all of them together.
const MOST_STREAM: u64 = 256 << 20;
const MOST_ALL: u64 = 4 << 30;
/// The most streams that are looked at.
const MOST_STREAMS: usize = 200_000;
/// The most objects of a file.
const MOST_OBJECTS: usize = 1 << 20;
/// How many times its size a stream can become under the filters that are not tried.
const LZW: u64 = 1400;
const RUN_LENGTH: u64 = 128;

/// Whether a packed stream of a file is too large, wherever it stands: every `stream` that zlib data
/// follows is unpacked and thrown away.
pub fn unpacks_to_too_much(bytes: &[u8]) -> bool {
    let mut inflater = Decompress::new(true);
    let mut buffer = vec![0; 64 << 10];
    let (mut all, mut streams) = (0, 0);
    for at in words(bytes) {
        let mut data = &bytes[at..];
        while let [b'\r' | b'\n', rest @ ..] = data {
            data = rest;
        }
        // The first two bytes of zlib data (RFC 1950, 2.2).
        let &[method, flags, ..] = data else { continue };
        if method & 15 != 8 || u16::from_be_bytes([method, flags]) % 31 != 0 {
            continue;
        }
        streams += 1;
        let one = unpacked(&mut inflater, data, &mut buffer);
        all += one;
        if one > MOST_STREAM || all > MOST_ALL || streams > MOST_STREAMS {
            return true;
        }
    }
    false
}

/// Where the word `stream` ends.
fn words(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let ends = bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'm').map(|(at, _)| at + 1);
    ends.filter(|&end| bytes[..end].ends_with(b"stream"))
}

/// How many bytes zlib data becomes, counted up to the limit.
fn unpacked(inflater: &mut Decompress, data: &[u8], buffer: &mut [u8]) -> u64 {
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

/// Whether a stream packs what is packed already, or could grow too far under a filter that
/// [`unpacks_to_too_much`] does not try.
pub fn stacks_filters(pdf: &Pdf) -> bool {
    if pdf.len() > MOST_OBJECTS {
        return true;
    }
    pdf.objects().into_iter().any(|object| {
        let Object::Stream(stream) = object else { return false };
        let (mut packings, mut size) = (0, stream.raw_data().len() as u64);
        for filter in stream.filters() {
            let grows = match filter {
                Filter::FlateDecode => 1,
                Filter::LzwDecode => LZW,
                Filter::RunLengthDecode => RUN_LENGTH,
                _ => continue,
            };
            packings += 1;
            size = size.saturating_mul(grows);
        }
        packings > 1 || size > MOST_STREAM
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::{MOST_STREAM, unpacks_to_too_much};

    fn packed(count: u64) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(b"<<>>stream\r\n".to_vec(), Compression::fast());
        let block = vec![0; 1 << 20];
        for _ in 0..count >> 20 {
            encoder.write_all(&block).unwrap();
        }
        encoder.finish().unwrap()
    }

    #[test]
    fn a_stream_is_counted_to_its_end() {
        assert!(!unpacks_to_too_much(&packed(MOST_STREAM)));
        assert!(unpacks_to_too_much(&packed(MOST_STREAM + (1 << 20))));
        assert!(!unpacks_to_too_much(b"stream\nendstream stream"));
    }
}
