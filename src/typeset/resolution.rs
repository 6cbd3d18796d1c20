//! Photographs that stand smaller than their pixels allow: they are brought down to what a screen shows there.

use jikji_prepress::reduced::reduced;
use typst::foundations::{Bytes, Smart};
use typst::layout::{Abs, Size};
use typst::visualize::{ExchangeFormat, Image, ImageKind, RasterFormat, RasterImage};

/// How far a picture may be over the wanted resolution: less is not worth another packing.
const TOLERANCE: f64 = 1.1;

/// Whether an image of this size has more pixels than a resolution, pixels per inch, asks for.
pub fn is_over(image: &Image, size: Size, ppi: f64) -> bool {
    let ImageKind::Raster(raster) = image.kind() else { return false };
    let jpeg = raster.format() == RasterFormat::Exchange(ExchangeFormat::Jpg);
    jpeg && f64::from(raster.width()) > size.x.to_inches() * ppi * TOLERANCE
}

/// The same image with fewer pixels; `None` where nothing would be won.
pub fn brought_down(image: &Image, size: Size, ppi: f64) -> Option<Image> {
    let ImageKind::Raster(raster) = image.kind() else { return None };
    let pixels = |length: Abs| (length.to_inches() * ppi).ceil() as usize;
    let (across, down) = (pixels(size.x), pixels(size.y));
    let on_its_side = raster.exif_rotation().is_some_and(|turn| turn >= 5);
    let (across, down) = if on_its_side { (down, across) } else { (across, down) };
    let bytes = packed(raster.data().clone(), across, down)?;
    let small = RasterImage::new(bytes, RasterFormat::Exchange(ExchangeFormat::Jpg), Smart::Auto);
    Some(Image::new(ImageKind::Raster(small.ok()?), image.alt().map(Into::into), image.scaling()))
}

/// Packed once for all settings of a session.
#[comemo::memoize]
fn packed(photograph: Bytes, across: usize, down: usize) -> Option<Bytes> {
    reduced(&photograph, across, down).map(Bytes::new)
}
