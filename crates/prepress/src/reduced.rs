//! Pictures brought down to the pixels that a screen shows.
//!
//! Photographs (JPEG) stay so. Of what was packed without loss (PNG, WebP), few colours are left alone, since line
//! art is to stay sharp; photographs become JPEG where pages are finished; all else stays without loss and
//! keeps its holes. CMYK, which no screen shows, and GIF are not its business.
//!
//! Whole numbers alone are reckoned with: the same picture gives the same bytes on every machine.

use super::jpeg;
use super::lossless::{self, Content, Lossless};

/// What a photograph that needs no fewer pixels may weigh without loss, in bytes.
const MOST_LOSSLESS: usize = 256 << 10;

/// A picture in its own format with at most so many pixels across and down as it is stored, with its profile. A JPEG
/// keeps its orientation, others are turned by it. `None` where it has no more, where nothing is won, and for
/// anything else; a damaged one is left too.
pub fn reduced(picture: &[u8], across: usize, down: usize) -> Option<Vec<u8>> {
    let small = match is_jpeg(picture) {
        true => photograph(picture, (across, down)),
        false => {
            let size = smaller(picture, (across, down))?;
            let whole = Lossless::read(picture).filter(|it| it.content() != Content::Few)?;
            whole.shrunk(size).packed()
        }
    };
    small.filter(|small| small.len() < picture.len())
}

/// The same as a page of the screen shows it: what is a photograph by its content becomes a JPEG, whatever its size,
/// if that makes it much lighter.
pub fn for_screen(picture: &[u8], across: usize, down: usize) -> Option<Vec<u8>> {
    if is_jpeg(picture) {
        return reduced(picture, across, down);
    }
    let whole = Lossless::read(picture)?;
    let small = smaller(picture, (across, down)).map(|size| whole.shrunk(size));
    match (whole.content(), small) {
        (Content::Few, _) | (Content::Drawn, None) => None,
        (Content::Drawn, Some(small)) => small.packed().filter(|it| it.len() < picture.len()),
        (Content::Photograph, Some(small)) => {
            small.photograph().filter(|it| it.len() < picture.len())
        }
        (Content::Photograph, None) => {
            let heavy = picture.len() > MOST_LOSSLESS;
            heavy.then(|| whole.photograph())?.filter(|it| it.len() < picture.len() / 2)
        }
    }
}

fn is_jpeg(picture: &[u8]) -> bool {
    picture.starts_with(&[0xff, 0xd8])
}

/// A JPEG in grey or RGB within a box.
fn photograph(photograph: &[u8], (across, down): (usize, usize)) -> Option<Vec<u8>> {
    if jpeg::header(photograph).components == 4 {
        return None;
    }
    let raster = jpeg::decode(photograph, jpeg::MOST_PIXELS)?;
    let (width, height) = (raster.width, raster.height);
    if width <= across && height <= down {
        return None;
    }
    let (new_width, new_height) = size((width, height), (across, down));
    let small = raster.shrink(new_width, new_height);
    drop(raster);
    let packed = jpeg::encode_for_screen(&small, None)?;
    let kept = |body: &[u8]| {
        ["JFIF\0", "Exif\0", "ICC_PROFILE\0"].iter().any(|name| body.starts_with(name.as_bytes()))
    };
    Some(jpeg::with_segments_of(photograph, &packed, kept))
}

/// The size, turned, of a picture without loss within a box as it is stored; `None` where it fits.
fn smaller(picture: &[u8], (across, down): (usize, usize)) -> Option<(usize, usize)> {
    let header = lossless::header(picture)?;
    let (across, down) = if header.on_its_side { (down, across) } else { (across, down) };
    let (width, height) = header.size;
    (width > across || height > down).then(|| size(header.size, (across, down)))
}

/// The size, a little under the largest that fits into a box, whose sides have most nearly the proportion of the
/// picture's: pages must not move by a hair because a picture was brought down.
fn size((width, height): (usize, usize), (across, down): (usize, usize)) -> (usize, usize) {
    let widest = across.min(down * width / height).max(1);
    let high = |wide: usize| ((wide * height + width / 2) / width).max(1);
    let off = |wide: &usize| (high(*wide) * width).abs_diff(wide * height);
    let sizes = (widest - widest / 8..=widest).rev();
    let wide = sizes.min_by_key(off).unwrap_or(widest);
    (wide, high(wide))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of a soft pattern.
    fn photograph(width: u16, height: u16) -> Vec<u8> {
        let (w, h) = (u32::from(width), u32::from(height));
        let picture = image::RgbImage::from_fn(w, h, |x, y| {
            image::Rgb([(x * 255 / w) as u8, (y * 255 / h) as u8, ((x ^ y) & 63) as u8])
        });
        let mut out = vec![];
        let encoder = jpeg_encoder::Encoder::new(&mut out, 95);
        encoder.encode(&picture, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
        out
    }

    #[test]
    fn a_photograph_is_brought_into_its_box_and_looks_the_same() {
        let small = reduced(&photograph(900, 600), 300, 300).unwrap();
        let picture = image::load_from_memory(&small).unwrap().to_rgb8();
        assert_eq!(picture.dimensions(), (300, 200));
        for (at, wanted) in [((10, 10), [9, 13]), ((290, 190), [247, 243]), ((150, 20), [128, 26])]
        {
            let seen = picture.get_pixel(at.0, at.1).0;
            let off = seen.iter().zip(wanted).map(|(a, b)| a.abs_diff(b)).max().unwrap();
            assert!(off <= 6, "{at:?}: {seen:?}");
        }
        let tall = reduced(&photograph(600, 900), 300, 300).unwrap();
        assert_eq!(image::load_from_memory(&tall).unwrap().to_rgb8().dimensions(), (200, 300));
    }

    #[test]
    fn the_same_bytes_come_of_it() {
        let photograph = photograph(64, 48);
        assert_eq!(reduced(&photograph, 20, 20), reduced(&photograph, 20, 20));
        // The pixels that every machine has to find.
        let small = reduced(&photograph, 4, 3).unwrap();
        assert_eq!(image::load_from_memory(&small).unwrap().to_rgb8().dimensions(), (4, 3));
    }

    #[test]
    fn the_proportion_stays() {
        assert_eq!(size((4032, 3024), (1292, 1890)), (1292, 969));
        assert_eq!(size((6000, 4000), (1291, 1890)), (1290, 860));
        assert_eq!(size((3024, 4032), (1292, 1890)), (1290, 1720));
        for (width, height) in [(4001, 2999), (5003, 3331), (1303, 4999)] {
            let (w, h) = size((width, height), (1292, 1890));
            assert!(w <= 1292 && h <= 1890, "{w} × {h}");
            let off = (w as f64 / h as f64) / (width as f64 / height as f64) - 1.0;
            assert!(off.abs() < 5e-5, "{width} × {height}: {off}");
        }
        assert_eq!(size((12_000, 1), (100, 100)), (100, 1));
    }

    #[test]
    fn what_is_small_or_no_photograph_is_left() {
        assert_eq!(reduced(&photograph(300, 200), 300, 300), None);
        assert_eq!(reduced(b"\x89PNG", 1, 1), None);
        assert_eq!(reduced(b"\xff\xd8\xff", 1, 1), None);
        assert_eq!(reduced(b"", 1, 1), None);
    }
}
