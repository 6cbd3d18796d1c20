//! Checks pixel images: size by the header first, then whether the whole file decodes.
//!
//! The pixels are thrown away; Typst decodes again when it sets the page.

use std::io::Cursor;

use image::error::{ImageError, LimitErrorKind};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::fault::ImageFault;
use super::format::Format;
use super::motion;
use crate::manifest::messages as msg;
use jikji_prepress::jpeg;

/// The most pixels a side.
const MOST_PIXELS_A_SIDE: u32 = 12_000;
/// The most pixels in all.
const MOST_PIXELS: u64 = 100_000_000;

/// The most memory one image may take while it is decoded, in bytes: 100 megapixels of 8 bit RGBA
/// and what the decoder needs besides.
const MOST_MEMORY: u64 = 512 << 20;

/// An image with no more pixels a side than this shows nothing.
const TINY: u32 = 2;

/// Checks an image; gives its width and height in pixels, and what is odd about it.
pub fn check(bytes: &[u8], format: Format) -> Result<((u32, u32), Vec<ImageFault>), ImageFault> {
    if format == Format::Jpeg && !jpeg::is_whole(bytes) {
        return Err(ImageFault::new(msg::IMAGE_CUT_OFF));
    }
    let decoder = decoder(bytes, format).map_err(fault)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE || pixels > MOST_PIXELS {
        return Err(too_many_pixels(width, height));
    }
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(too_many_pixels(width, height));
    }
    if pixels == 0 {
        return Err(ImageFault::new(msg::IMAGE_DAMAGED).arg("reason", "0 pixels"));
    }
    let image = DynamicImage::from_decoder(decoder).map_err(fault)?;
    let mut doubts = vec![];
    if width.min(height) <= TINY {
        let tiny = ImageFault::new(msg::IMAGE_TINY).arg("width", width).arg("height", height);
        doubts.push(tiny);
    } else if is_empty(&image) {
        doubts.push(ImageFault::new(msg::IMAGE_EMPTY));
    }
    if motion::moves(bytes, format) {
        doubts.push(ImageFault::new(msg::IMAGE_MOVES));
    }
    Ok(((width, height), doubts))
}

/// Whether all pixels look the same.
fn is_empty(image: &DynamicImage) -> bool {
    // Samples as they are: a photograph differs within a few pixels.
    let channels = usize::from(image.color().channel_count());
    let size = usize::from(image.color().bytes_per_pixel());
    let mut pixels = image.as_bytes().chunks_exact(size.max(1));
    let Some(first) = pixels.clone().next() else { return true };
    if pixels.all(|pixel| pixel == first) {
        return true;
    }
    // Colours that are wholly transparent are not seen.
    let alpha = size / channels.max(1);
    image.color().has_alpha()
        && image
            .as_bytes()
            .chunks_exact(size.max(1))
            .all(|pixel| pixel[size - alpha..].iter().all(|byte| *byte == 0))
}

/// Width and height by the header alone: for an image that was checked.
pub fn pixels(bytes: &[u8], format: Format) -> Option<(u32, u32)> {
    decoder(bytes, format).ok().map(|decoder| decoder.dimensions())
}

/// How the picture is turned and mirrored before it is shown, as Exif numbers it (1: not at all).
pub fn orientation(bytes: &[u8], format: Format) -> u8 {
    let found = decoder(bytes, format).ok().and_then(|mut decoder| decoder.orientation().ok());
    found.map_or(1, image::metadata::Orientation::to_exif)
}

fn decoder(bytes: &[u8], format: Format) -> Result<impl ImageDecoder + '_, ImageError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), crate_format(format));
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader.into_decoder()
}

fn too_many_pixels(width: u32, height: u32) -> ImageFault {
    ImageFault::new(msg::IMAGE_PIXELS)
        .arg("width", width)
        .arg("height", height)
        .arg("side", MOST_PIXELS_A_SIDE)
}

fn fault(error: ImageError) -> ImageFault {
    match error {
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            ImageFault::new(msg::IMAGE_CUT_OFF)
        }
        ImageError::Limits(error) if error.kind() != LimitErrorKind::DimensionError => {
            ImageFault::new(msg::IMAGE_MEMORY)
        }
        error => {
            let reason: String = error.to_string().chars().take(200).collect();
            ImageFault::new(msg::IMAGE_DAMAGED).arg("reason", reason)
        }
    }
}

fn crate_format(format: Format) -> ImageFormat {
    match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Gif => ImageFormat::Gif,
        Format::Webp => ImageFormat::WebP,
        Format::Png | Format::Svg | Format::Pdf => ImageFormat::Png,
    }
}
