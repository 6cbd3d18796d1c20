//! Line art: pictures of nothing but black and white, kept at one bit and at their own resolution.
//!
//! The exporter spreads them to eight bits, so they are known by their samples. Brought down like a
//! photograph their edges would turn grey, and a halftone screen would break them up. Photographs,
//! and pictures with soft edges, are never taken for line art.

use lopdf::Stream;

use super::picture::Picture;
use super::space::{Mode, Space};
use crate::pdf::write::{flate_stream, image_dict};
use crate::raster::Raster;
use crate::samples::expanded;

/// Pictures up to so many pixels a side are flat tints, not drawings.
const FLAT: usize = 2;

/// The picture at one bit, if it is line art of more.
pub(super) fn line_art(picture: &Picture, mode: Mode) -> Option<Stream> {
    let soft = picture.jpeg.is_some() || picture.mask.is_some() || !picture.is_stream();
    let flat = picture.width.min(picture.height) <= FLAT;
    if mode != Mode::Ink || picture.opaque || soft || flat || is_bilevel(picture) {
        return None;
    }
    let raster = match &*picture.space {
        Space::Indexed { base, table } if is_plain(base) => {
            expanded(&picture.samples()?, base.components(), table)
        }
        space if is_plain(space) => picture.samples()?,
        _ => return None,
    };
    let bits = packed(&raster)?;
    let mut dict = image_dict(raster.width, raster.height, 1);
    dict.set("ColorSpace", "DeviceGray");
    if let Ok(interpolate) = picture.dict.get(b"Interpolate") {
        dict.set("Interpolate", interpolate.clone());
    }
    Some(flate_stream(dict, &bits))
}

/// Whether a picture is grey of one bit as it stands.
pub(super) fn is_bilevel(picture: &Picture) -> bool {
    picture.bits == 1 && matches!(*picture.space, Space::Gray)
}

/// Whether equal components from 0 to 1 are black, white and the greys between.
fn is_plain(space: &Space) -> bool {
    match space {
        Space::Gray => true,
        Space::Source(source, ranges) => {
            source.components() < 4 && ranges.iter().all(|range| *range == (0.0, 1.0))
        }
        _ => false,
    }
}

/// A bit a pixel, 1 for white; `None` unless every pixel is black or white and there are both.
fn packed(raster: &Raster) -> Option<Vec<u8>> {
    let stride = raster.width.div_ceil(8);
    let mut bits = vec![0u8; stride * raster.height];
    let mut white = 0;
    for (index, pixel) in raster.data.chunks_exact(raster.channels).enumerate() {
        let (x, y) = (index % raster.width, index / raster.width);
        if pixel.iter().all(|&v| v == 255) {
            bits[y * stride + x / 8] |= 0x80 >> (x % 8);
            white += 1;
        } else if pixel.iter().any(|&v| v != 0) {
            return None;
        }
    }
    (1..raster.width * raster.height).contains(&white).then_some(bits)
}
