//! Walks a JPEG's markers to its end.
//!
//! ITU-T T.81, annex B. It never decodes.

use std::ops::Range;

/// Whether the file reaches its end marker (EOI) after at least one scan; decoders forgive one that stops
/// half way.
pub fn is_whole(bytes: &[u8]) -> bool {
    let mut scanned = false;
    for (marker, _) in segments(bytes) {
        match marker {
            0xd9 => return scanned,
            marker => scanned |= marker == 0xda,
        }
    }
    false
}

/// Where its ICC profile starts (ICC.1, B.4); `None` if it has none.
pub fn profile(bytes: &[u8]) -> Option<usize> {
    const SIGN: &[u8] = b"ICC_PROFILE\0\x01";
    let (_, body) = head(bytes)
        .find(|(marker, body)| *marker == 0xe2 && bytes[body.clone()].starts_with(SIGN))?;
    Some(body.start + SIGN.len() + 1)
}

/// The segments before the first scan: marker, and where it stands what is behind its length.
pub(super) fn head(bytes: &[u8]) -> impl Iterator<Item = (u8, Range<usize>)> {
    segments(bytes).take_while(|(marker, _)| !matches!(marker, 0xd9 | 0xda))
}

/// Markers with where it stands what is behind their lengths; those that stand alone, EOI among them, have nothing.
fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, Range<usize>)> {
    let mut at = 2;
    std::iter::from_fn(move || {
        let marker = marker_at(bytes, &mut at)?;
        // RSTn, EOI and TEM.
        if matches!(marker, 0xd0..=0xd7 | 0xd9 | 0x01) {
            return Some((marker, at..at));
        }
        let &[high, low] = bytes.get(at..at + 2)? else { return None };
        let length = usize::from(u16::from_be_bytes([high, low])).max(2);
        let end = (at + length).min(bytes.len());
        let body = (at + 2).min(end)..end;
        at += length;
        Some((marker, body))
    })
}

/// The next marker from `at` on; entropy-coded bytes before it are passed over.
fn marker_at(bytes: &[u8], at: &mut usize) -> Option<u8> {
    loop {
        match (bytes.get(*at)?, bytes.get(*at + 1)?) {
            (0xff, 0x00) => *at += 2,
            (0xff, 0xff) => *at += 1,
            (0xff, marker) => {
                *at += 2;
                return Some(*marker);
            }
            _ => *at += 1,
        }
    }
}
