//! Whether a pixel image moves.

use std::io::Cursor;

use image::AnimationDecoder;
use image::codecs::gif::GifDecoder;

use super::format::Format;

/// Whether an image that was checked has more than one picture in it.
pub fn moves(bytes: &[u8], format: Format) -> bool {
    match format {
        Format::Gif => GifDecoder::new(Cursor::new(bytes))
            .is_ok_and(|decoder| decoder.into_frames().nth(1).is_some()),
        Format::Png => has_chunk(bytes, b"acTL"),
        // The flags of an extended file (RFC 9649, 2.7.1.1).
        Format::Webp => {
            bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|b| b & 2 != 0)
        }
        Format::Jpeg | Format::Svg | Format::Pdf => false,
    }
}

/// Whether a PNG has such a chunk before its pixels.
fn has_chunk(bytes: &[u8], kind: &[u8; 4]) -> bool {
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let [a, b, c, d, kind_and_more @ ..] = rest {
        let found = kind_and_more.get(..4);
        if found == Some(kind) || found == Some(b"IDAT") || found.is_none() {
            return found == Some(kind);
        }
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        rest = rest.get(length.saturating_add(12)..).unwrap_or_default();
    }
    false
}
