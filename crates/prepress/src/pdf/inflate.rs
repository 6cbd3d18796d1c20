//! Inflates a stream up to a cap, and only if it is whole.

use flate2::{Decompress, FlushDecompress, Status};

/// Least room for what comes out, in bytes.
const LEAST_ROOM: usize = 4 << 10;

/// Whether data begins as a zlib stream does.
pub fn is_zlib(data: &[u8]) -> bool {
    matches!(data, [a, b, _, ..] if a & 0x0F == 8 && (u16::from(*a) << 8 | u16::from(*b)) % 31 == 0)
}

/// Why a stream does not unpack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InflateFault {
    /// It is cut, spoilt or no zlib stream.
    Broken,
    /// It is more than is wanted.
    TooLarge,
}

/// What a zlib stream holds, at most `most` bytes. Readers do not look at its checksum, which may be
/// missing; with `checked` it must be there and right.
///
/// # Errors
///
/// An [`InflateFault`] for anything but a whole stream.
pub fn inflate(data: &[u8], most: usize, checked: bool) -> Result<Vec<u8>, InflateFault> {
    let mut input = if checked { data } else { data.get(2..).ok_or(InflateFault::Broken)? };
    let mut decoder = Decompress::new(checked);
    let mut out = Vec::with_capacity((data.len() * 4).clamp(LEAST_ROOM, most.max(LEAST_ROOM)));
    loop {
        let (read, written) = (decoder.total_in(), out.len());
        let status = decoder.decompress_vec(input, &mut out, FlushDecompress::None);
        let status = status.map_err(|_| InflateFault::Broken)?;
        input = input.get((decoder.total_in() - read) as usize..).unwrap_or_default();
        if out.len() > most {
            return Err(InflateFault::TooLarge);
        }
        if status == Status::StreamEnd {
            return Ok(out);
        }
        let stuck = decoder.total_in() == read && out.len() == written;
        match out.len() == out.capacity() {
            true => out.reserve(out.len().min(most).max(LEAST_ROOM)),
            false if stuck || input.is_empty() => return Err(InflateFault::Broken),
            false => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{InflateFault, inflate, is_zlib};

    fn deflated(plain: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::default());
        encoder.write_all(plain).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn only_whole_streams_are_taken() {
        let plain: Vec<u8> = (0..100_000_u32).map(|i| (i.wrapping_mul(i) >> 7) as u8).collect();
        let packed = deflated(&plain);
        assert!(is_zlib(&packed) && !is_zlib(b"q 1 0"));
        assert_eq!(inflate(&packed, 100_000, false).as_ref(), Ok(&plain));
        assert_eq!(inflate(&packed[..packed.len() - 4], 100_000, false), Ok(plain));
        assert_eq!(inflate(&packed, 99_999, false), Err(InflateFault::TooLarge));
        assert_eq!(inflate(&packed[..packed.len() / 2], 100_000, false), Err(InflateFault::Broken));
        assert_eq!(inflate(b"", 10, false), Err(InflateFault::Broken));
        let mut spoilt = packed;
        spoilt.iter_mut().skip(9).for_each(|byte| *byte ^= 0x5A);
        assert_eq!(inflate(&spoilt, 100_000, false), Err(InflateFault::Broken));
    }

    #[test]
    fn data_unpacks_to_the_limit_and_no_further() {
        for length in [0, 1, 16 << 10, 100_000] {
            let data: Vec<u8> = (0..length).map(|i| (i * i % 251) as u8).collect();
            let packed = deflated(&data);
            assert_eq!(inflate(&packed, length, true).unwrap(), data);
            assert_eq!(inflate(&packed, 1 << 20, true).unwrap(), data);
            if length > 0 {
                assert_eq!(inflate(&packed, length - 1, true), Err(InflateFault::TooLarge));
            }
        }
    }

    #[test]
    fn what_is_cut_or_changed_is_broken() {
        let packed = deflated("글을 모아 책을 짓는다. ".repeat(400).as_bytes());
        for cut in 0..packed.len() {
            assert_eq!(
                inflate(&packed[..cut], 1 << 20, true),
                Err(InflateFault::Broken),
                "cut at {cut}"
            );
        }
        let mut changed = packed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(inflate(&changed, 1 << 20, true), Err(InflateFault::Broken), "the check sum");
    }
}
