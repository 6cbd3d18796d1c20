//! Pictures as PNG.

use hayro::vello_cpu::Pixmap;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageEncoder, RgbImage};

/// A drawn page; none if it cannot be encoded.
pub fn of_page(map: &Pixmap) -> Option<Vec<u8>> {
    let data = map.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    png(&RgbImage::from_raw(map.width().into(), map.height().into(), data)?)
}

/// A picture, packed well enough to keep many of them.
pub fn png(picture: &RgbImage) -> Option<Vec<u8>> {
    let mut bytes = vec![];
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    let (width, height) = picture.dimensions();
    encoder.write_image(picture.as_raw(), width, height, image::ExtendedColorType::Rgb8).ok()?;
    Some(bytes)
}
