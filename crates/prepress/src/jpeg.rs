//! JPEG in and out, for `DCTDecode` (ISO 32000-1, 7.4.8), and what its markers say.

mod markers;

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::raster::Raster;
pub use markers::{is_whole, profile};

/// The quality photographs are written in; the trade asks for 90 or better.
const QUALITY: u8 = 90;
/// The quality of photographs that were brought down for the screen.
const SCREEN_QUALITY: u8 = 85;
/// Pixels of the largest photograph that is shown on a screen.
pub(super) const MOST_PIXELS: usize = 100_000_000;
/// Largest side of a picture, in pixels; also JPEG's own limit.
const LARGEST: usize = 65_535;

/// Decodes a JPEG into the samples PDF sees: grey, RGB, or CMYK as stored (an Adobe file's are
/// inverted, which `Decode` tells). `None` for a damaged one, and for one of more than `most` pixels.
pub(super) fn decode(bytes: &[u8], most: usize) -> Option<Raster> {
    let options = DecoderOptions::default()
        .set_max_width(LARGEST)
        .set_max_height(LARGEST)
        .set_strict_mode(false);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let input = decoder.input_colorspace()?;
    let output = match input {
        ColorSpace::Luma | ColorSpace::CMYK | ColorSpace::YCCK => input,
        _ => ColorSpace::RGB,
    };
    decoder.set_options(options.jpeg_set_out_colorspace(output));
    let (width, height) = decoder.dimensions()?;
    if width.checked_mul(height)? > most {
        return None;
    }
    let mut data = decoder.decode().ok()?;
    if output == ColorSpace::YCCK {
        data.as_chunks_mut::<4>().0.iter_mut().for_each(ycck_to_cmyk);
    }
    let channels = match output {
        ColorSpace::Luma => 1,
        ColorSpace::RGB => 3,
        _ => 4,
    };
    Raster::new(width, height, channels, data)
}

/// Adobe's YCCK: the luminance and chroma of the complements of C, M and Y; K as it is.
fn ycck_to_cmyk(pixel: &mut [u8; 4]) {
    let [y, cb, cr] = [pixel[0], pixel[1], pixel[2]].map(f32::from);
    let (cb, cr) = (cb - 128.0, cr - 128.0);
    let rgb = [y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb];
    for (ink, value) in pixel.iter_mut().zip(rgb) {
        *ink = 255 - (value + 0.5).clamp(0.0, 255.0) as u8;
    }
}

/// Encodes grey or CMYK. CMYK is written as Adobe's inverted YCCK and needs
/// `Decode [1 0 1 0 1 0 1 0]`. `halved` keeps the chroma at half the resolution.
pub(super) fn encode(raster: &Raster, halved: bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(raster.data.len() / 4);
    let mut encoder = Encoder::new(&mut out, QUALITY);
    let kind = match raster.channels {
        1 => ColorType::Luma,
        4 => ColorType::CmykAsYcck,
        _ => return None,
    };
    encoder.set_sampling_factor(if halved { SamplingFactor::F_2_2 } else { SamplingFactor::F_1_1 });
    let (width, height) = (raster.width.try_into().ok()?, raster.height.try_into().ok()?);
    encoder.encode(&raster.data, width, height, kind).ok()?;
    Some(out)
}

/// What a JPEG's headers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Header {
    /// It has Adobe's marker, which inverts CMYK.
    pub adobe: bool,
    /// Its chroma is stored at a lower resolution.
    pub halved: bool,
    /// It comes in several passes over all of it.
    pub progressive: bool,
    /// Components of its frame; 0 if it has none.
    pub components: u8,
    /// Bits of a component.
    pub bits: u8,
    /// Pixels across; 0 where its frame does not say.
    pub width: u16,
    /// Pixels down; 0 where its frame does not say.
    pub height: u16,
}

/// Width and height of a JPEG as it is stored.
pub(super) fn size(bytes: &[u8]) -> Option<(usize, usize)> {
    head(bytes)?.dimensions()
}

/// The ICC profile of a JPEG.
pub(super) fn own_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    head(bytes)?.icc_profile()
}

fn head(bytes: &[u8]) -> Option<JpegDecoder<ZCursor<&[u8]>>> {
    let options = DecoderOptions::default().set_max_width(LARGEST).set_max_height(LARGEST);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    Some(decoder)
}

/// Reads the markers up to the first scan.
pub fn header(bytes: &[u8]) -> Header {
    let mut header = Header::default();
    for segment in segments(bytes) {
        let body = segment.body();
        match segment.marker {
            0xee => header.adobe |= body.starts_with(b"Adobe"),
            0xc0..=0xcf if !matches!(segment.marker, 0xc4 | 0xc8 | 0xcc) => {
                let side = |at: usize| match body.get(at..at + 2) {
                    Some(&[high, low]) => u16::from_be_bytes([high, low]),
                    _ => 0,
                };
                (header.height, header.width) = (side(1), side(3));
                header.bits = body.first().copied().unwrap_or(0);
                header.components = body.get(5).copied().unwrap_or(0);
                header.progressive = matches!(segment.marker, 0xc2 | 0xc6 | 0xca | 0xce);
                header.halved = body.get(7).is_some_and(|&factors| factors != 0x11);
            }
            _ => {}
        }
    }
    header
}

/// A CMYK JPEG that does not say how its inks are meant, as one of Adobe's: browsers and editors take all of them
/// for inverted. `None` for one that says it, and for what is no CMYK.
pub fn with_adobe_marker(bytes: &[u8]) -> Option<Vec<u8>> {
    // Marker, length, name, version, two words of flags, no transform (ITU-T T.872, 6.5.3).
    const MARKER: &[u8] = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00";
    let Header { adobe: false, components: 4, .. } = header(bytes) else { return None };
    let (start, rest) = bytes.split_at_checked(2)?;
    Some([start, MARKER, rest].concat())
}

/// A marker segment before the first scan (ITU-T T.81, B.1.1.4).
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment<'a> {
    /// The marker's second byte.
    pub(super) marker: u8,
    /// The whole segment with its marker and length.
    pub(super) bytes: &'a [u8],
}

impl<'a> Segment<'a> {
    /// What stands behind marker and length.
    pub(super) fn body(&self) -> &'a [u8] {
        self.bytes.get(4..).unwrap_or_default()
    }
}

/// The segments up to the first scan; they end where a file is damaged.
pub(super) fn segments(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let segments = markers::head(bytes).filter(|(_, body)| body.start >= 4);
    segments.map(|(marker, body)| Segment { marker, bytes: &bytes[body.start - 4..body.end] })
}

/// `packed` with the segments of `original` that `kept` says something of, in the place of its own.
pub(super) fn with_segments_of(
    original: &[u8],
    packed: &[u8],
    kept: impl Fn(&[u8]) -> bool,
) -> Vec<u8> {
    let mut out = vec![0xff, 0xd8];
    for segment in segments(original).filter(|segment| kept(segment.body())) {
        out.extend_from_slice(segment.bytes);
    }
    let own = segments(packed).take_while(|segment| segment.marker == 0xe0);
    let own: usize = own.map(|segment| segment.bytes.len()).sum();
    out.extend_from_slice(packed.get(2 + own..).unwrap_or_default());
    out
}

/// The inks of a CMYK JPEG, 0 being none, and the profile it brings along.
pub(super) fn inks(bytes: &[u8]) -> Option<(Raster, Option<Vec<u8>>)> {
    let mut raster = decode(bytes, MOST_PIXELS).filter(|raster| raster.channels == 4)?;
    if header(bytes).adobe {
        raster.data.iter_mut().for_each(|ink| *ink = 255 - *ink);
    }
    Some((raster, own_profile(bytes)))
}

/// Encodes grey or RGB as photographs on web pages are: chroma at half the resolution.
pub(super) fn encode_for_screen(raster: &Raster, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(raster.data.len() / 8);
    let mut encoder = Encoder::new(&mut out, SCREEN_QUALITY);
    // One that is too long for a JPEG is of no use to a screen.
    profile.and_then(|profile| encoder.add_icc_profile(profile).ok());
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let kind = match raster.channels {
        1 => ColorType::Luma,
        3 => ColorType::Rgb,
        _ => return None,
    };
    let (width, height) = (raster.width.try_into().ok()?, raster.height.try_into().ok()?);
    encoder.encode(&raster.data, width, height, kind).ok()?;
    Some(out)
}

/// Encodes RGB at full resolution of its chroma.
pub(super) fn encode_rgb(rgb: &[u8], width: usize, height: usize, quality: u8) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(rgb.len() / 4);
    let mut encoder = Encoder::new(&mut out, quality);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.encode(rgb, width.try_into().ok()?, height.try_into().ok()?, ColorType::Rgb).ok()?;
    Some(out)
}
