//! Inflates a stream up to a cap, and only if it is whole.

use flate2::{Decompress, FlushDecompress, Status};

/// Least room for what comes out, in bytes.
const LEAST_ROOM: usize = 4 << 10;

/// Whether data begins as a zlib stream does.
pub(super) fn is_zlib(data: &[u8]) -> bool {
    matches!(data, [a, b, _, ..] if a & 0x0F == 8 && (u16::from(*a) << 8 | u16::from(*b)) % 31 == 0)
}

/// What a zlib stream holds; none if it is cut, spoilt or more than `most` bytes. Its checksum may
/// be missing: readers do not look at it.
pub(super) fn inflate(data: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut input = data.get(2..)?;
    let mut decoder = Decompress::new(false);
    let mut out = Vec::with_capacity((data.len() * 4).clamp(LEAST_ROOM, most.max(LEAST_ROOM)));
    loop {
        let (read, written) = (decoder.total_in(), out.len());
        let status = decoder.decompress_vec(input, &mut out, FlushDecompress::None).ok()?;
        input = input.get((decoder.total_in() - read) as usize..)?;
        if out.len() > most {
            return None;
        }
        if status == Status::StreamEnd {
            return Some(out);
        }
        let stuck = decoder.total_in() == read && out.len() == written;
        match out.len() == out.capacity() {
            true => out.reserve(out.len().min(most).max(LEAST_ROOM)),
            false if stuck || input.is_empty() => return None,
            false => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{inflate, is_zlib};

    #[test]
    fn only_whole_streams_are_taken() {
        let plain: Vec<u8> = (0..100_000_u32).map(|i| (i.wrapping_mul(i) >> 7) as u8).collect();
        let mut encoder = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::default());
        encoder.write_all(&plain).unwrap();
        let packed = encoder.finish().unwrap();
        assert!(is_zlib(&packed) && !is_zlib(b"q 1 0"));
        assert_eq!(inflate(&packed, 100_000).as_ref(), Some(&plain));
        assert_eq!(inflate(&packed[..packed.len() - 4], 100_000), Some(plain));
        assert_eq!(inflate(&packed, 99_999), None);
        assert_eq!(inflate(&packed[..packed.len() / 2], 100_000), None);
        assert_eq!(inflate(b"", 10), None);
        let mut spoilt = packed;
        spoilt.iter_mut().skip(9).for_each(|byte| *byte ^= 0x5A);
        assert_eq!(inflate(&spoilt, 100_000), None);
    }
}
