//! CMYK pictures as a screen shows them: a CMYK JPEG becomes an RGB one of the same size.
//!
//! The screen and archive editions are RGB throughout (PDF/A-2, 6.2.4.3, asks for one kind of device
//! colour). The print edition takes the original; nothing here touches it.

use moxcms::{ColorProfile, Layout, RenderingIntent, TransformOptions};

use super::jpeg;
use super::profile::OutputProfile;

/// The quality of what is shown; higher than print's, since it is the second packing.
const QUALITY: u8 = 93;

/// An RGB JPEG that looks as this CMYK JPEG does when printed: by the profile it brings along, else for
/// coated paper. Resolution and orientation stay as the file has them. `None` if it is no CMYK JPEG, or
/// a damaged one.
pub fn shown(cmyk: &[u8]) -> Option<Vec<u8>> {
    let (raster, own) = jpeg::inks(cmyk)?;
    let rgb = to_srgb(own.as_deref(), &raster.data)
        .or_else(|| to_srgb(Some(&OutputProfile::coated_fogra39().icc), &raster.data))?;
    let packed = jpeg::encode_rgb(&rgb, raster.width, raster.height, QUALITY)?;
    Some(jpeg::with_segments_of(cmyk, &packed, sizes))
}

/// Inks (0 is none) as sRGB.
pub(crate) fn to_srgb(profile: Option<&[u8]>, inks: &[u8]) -> Option<Vec<u8>> {
    let from = ColorProfile::new_from_slice(profile?).ok()?;
    let options = TransformOptions {
        rendering_intent: RenderingIntent::RelativeColorimetric,
        ..TransformOptions::default()
    };
    // Four channels of any kind are `Rgba` there.
    let transform = from
        .create_transform_8bit(Layout::Rgba, &ColorProfile::new_srgb(), Layout::Rgb, options)
        .ok()?;
    let mut rgb = vec![0; inks.len() / 4 * 3];
    transform.transform(inks, &mut rgb).ok()?;
    Some(rgb)
}

/// Whether a segment says the resolution or the orientation: they are what a picture's natural size comes from.
fn sizes(body: &[u8]) -> bool {
    body.starts_with(b"JFIF\0") || body.starts_with(b"Exif\0")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A CMYK JPEG of one colour, inks from 0 to 255, with Adobe's marker and 300 pixels an inch.
    fn plain(inks: [u8; 4]) -> Vec<u8> {
        let mut out = vec![];
        let mut encoder = jpeg_encoder::Encoder::new(&mut out, 100);
        encoder.set_density(jpeg_encoder::PixelDensity::dpi(300));
        let data = inks.repeat(16 * 16);
        encoder.encode(&data, 16, 16, jpeg_encoder::ColorType::CmykAsYcck).unwrap();
        out
    }

    fn centre(jpeg: &[u8]) -> [u8; 3] {
        image::load_from_memory(jpeg).unwrap().to_rgb8().get_pixel(8, 8).0
    }

    #[test]
    fn inks_look_as_in_print() {
        // FOGRA39, relative colorimetric: paper is white, solid black no blacker than ink.
        for (inks, rgb) in [
            ([0, 0, 0, 0], [255, 255, 255]),
            ([255, 0, 0, 0], [0, 158, 224]),
            ([0, 255, 0, 0], [229, 0, 126]),
            ([0, 0, 255, 0], [255, 237, 0]),
            ([0, 0, 0, 255], [43, 43, 41]),
        ] {
            let seen = centre(&shown(&plain(inks)).unwrap());
            let off = seen.iter().zip(rgb).map(|(a, b)| a.abs_diff(b)).max().unwrap();
            assert!(off <= 12, "{inks:?}: {seen:?}, not {rgb:?}");
        }
    }

    #[test]
    fn resolution_stays_and_other_files_are_left() {
        let shown = shown(&plain([10, 20, 30, 0])).unwrap();
        let jfif = jpeg::segments(&shown).next().unwrap();
        assert_eq!(jfif.body()[7..12], [1, 1, 44, 1, 44], "300 pixels an inch");
        assert_eq!(super::shown(b""), None);
        assert_eq!(super::shown(&shown), None, "RGB already");
    }
}
