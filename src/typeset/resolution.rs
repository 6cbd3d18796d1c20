//! Pictures that stand smaller than their pixels allow: they are brought down to what a screen shows there, and
//! photographs that were packed without loss become JPEG.

use jikji_prepress::reduced::for_screen;
use typst::foundations::{Bytes, Smart};
use typst::layout::{Abs, Size};
use typst::visualize::{ExchangeFormat, Image, ImageKind, RasterFormat, RasterImage};

/// How far a picture may be over the wanted resolution: less is not worth another packing.
const TOLERANCE: f64 = 1.1;

/// Whether an image of this size has more pixels than a resolution, pixels per inch, asks for.
fn is_over(image: &Image, size: Size, ppi: f64) -> bool {
    image.width() > size.x.to_inches() * ppi * TOLERANCE
}

/// Whether an image of this size may be packed otherwise for a resolution, pixels per inch.
pub fn may_change(image: &Image, size: Size, ppi: f64) -> bool {
    let ImageKind::Raster(raster) = image.kind() else { return false };
    match raster.format() {
        RasterFormat::Exchange(ExchangeFormat::Jpg) => is_over(image, size, ppi),
        RasterFormat::Exchange(ExchangeFormat::Png | ExchangeFormat::Webp) => true,
        RasterFormat::Exchange(ExchangeFormat::Gif) | RasterFormat::Pixel(_) => false,
    }
}

/// The same image as a screen needs it; `None` where nothing would be won.
pub fn brought_down(image: &Image, size: Size, ppi: f64) -> Option<Image> {
    let ImageKind::Raster(raster) = image.kind() else { return None };
    let pixels = |length: Abs| (length.to_inches() * ppi).ceil() as usize;
    let (across, down) = match is_over(image, size, ppi) {
        true => (pixels(size.x), pixels(size.y)),
        false => (usize::MAX, usize::MAX),
    };
    let on_its_side = raster.exif_rotation().is_some_and(|turn| turn >= 5);
    let (across, down) = if on_its_side { (down, across) } else { (across, down) };
    let bytes = packed(raster.data().clone(), across, down)?;
    let format = RasterFormat::Exchange(ExchangeFormat::detect(&bytes)?);
    let small = RasterImage::new(bytes, format, Smart::Auto);
    Some(Image::new(ImageKind::Raster(small.ok()?), image.alt().map(Into::into), image.scaling()))
}

/// Packed once for all settings of a session.
#[comemo::memoize]
fn packed(picture: Bytes, across: usize, down: usize) -> Option<Bytes> {
    for_screen(&picture, across, down).map(Bytes::new)
}
