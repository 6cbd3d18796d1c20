//! Walks a JPEG's markers to its end, because decoders forgive a file that stops half way.
//!
//! ITU-T T.81, annex B. It never decodes.

/// Whether the file reaches its end marker (EOI) after at least one scan.
pub fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    let mut scanned = false;
    while let Some(marker) = marker_at(bytes, &mut at) {
        match marker {
            0xd9 => return scanned,
            // RSTn and TEM stand alone.
            0xd0..=0xd7 | 0x01 => continue,
            _ => {}
        }
        let Some([high, low]) = bytes.get(at..at + 2) else { return false };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        at += length.max(2);
        scanned |= marker == 0xda;
    }
    false
}

/// How many components its frame has.
pub fn components(bytes: &[u8]) -> Option<u8> {
    let mut at = 2;
    loop {
        let marker = marker_at(bytes, &mut at)?;
        if matches!(marker, 0xd0..=0xd9 | 0x01) {
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return bytes.get(at + 7).copied();
        }
        at += length.max(2);
    }
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
