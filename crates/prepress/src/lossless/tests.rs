//! Pictures without loss: what they show, how they are turned and made smaller.

use super::*;
use crate::reduced::{for_screen, reduced};

/// Grain of these sides, by a generator that is the same everywhere.
fn grain(width: u32, height: u32) -> image::RgbImage {
    let mut state = 7u32;
    image::RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (state >> 28) as u8;
        image::Rgb([(x * 200 / width) as u8 + noise, (y * 200 / height) as u8 + noise, 90 + noise])
    })
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn png(picture: impl Into<DynamicImage>) -> Vec<u8> {
    file(&picture.into(), ImageFormat::Png)
}

fn content(bytes: &[u8]) -> Content {
    Lossless::read(bytes).unwrap().content()
}

#[test]
fn grain_is_a_photograph_few_colours_and_even_areas_are_none() {
    let coloured = grain(300, 200);
    let grey = DynamicImage::from(coloured.clone()).into_luma8();
    for picture in [DynamicImage::from(coloured.clone()), grey.clone().into()] {
        assert_eq!(content(&png(picture.clone())), Content::Photograph);
        assert_eq!(
            content(&file(&picture.to_rgb8().into(), ImageFormat::WebP)),
            Content::Photograph
        );
    }
    let stripes = image::RgbImage::from_fn(300, 200, |x, _| image::Rgb([(x % 16) as u8; 3]));
    assert_eq!(content(&png(stripes)), Content::Few);
    let palette = image::RgbImage::from_fn(300, 200, |x, y| image::Rgb([(x ^ y) as u8, 9, 9]));
    assert_eq!(content(&png(palette)), Content::Few);
    // A screen: even ground, and many colours in one place.
    let mut screen = image::RgbImage::from_pixel(300, 400, image::Rgb([250; 3]));
    image::imageops::replace(&mut screen, &grain(300, 150), 0, 100);
    assert_eq!(content(&png(screen)), Content::Drawn);
    let mut cut_out = DynamicImage::from(coloured).into_rgba8();
    assert_eq!(content(&png(cut_out.clone())), Content::Photograph, "no hole in it");
    cut_out.put_pixel(9, 9, image::Rgba([0; 4]));
    assert_eq!(content(&png(cut_out)), Content::Drawn);
}

#[test]
fn a_picture_is_packed_by_what_it_shows() {
    let photograph = grain(900, 600);
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let whole = file(&photograph.clone().into(), format);
        let small = reduced(&whole, 300, 300).unwrap();
        assert_eq!(image::guess_format(&small).unwrap(), format, "pages name it by its format");
        assert_eq!(header(&small).unwrap().size, (300, 200));
        let shown = for_screen(&whole, 300, 300).unwrap();
        assert_eq!(image::guess_format(&shown).unwrap(), ImageFormat::Jpeg);
        assert_eq!(image::load_from_memory(&shown).unwrap().to_rgb8().dimensions(), (300, 200));
        let same_size = for_screen(&whole, 900, 600).unwrap();
        assert!(same_size.len() * 2 < whole.len(), "much lighter");
        assert_eq!(reduced(&whole, 900, 600), None);
    }
    let light = png(grain(120, 80));
    assert_eq!(for_screen(&light, 120, 80), None, "nothing to be won");
    let few = png(image::RgbImage::from_fn(900, 600, |x, y| image::Rgb([(x * y % 9) as u8, 0, 0])));
    assert_eq!((reduced(&few, 90, 90), for_screen(&few, 90, 90)), (None, None));
}

#[test]
fn holes_are_kept_and_what_is_not_seen_colours_nothing() {
    // Grain, and right of it nothing, which is of a loud green.
    let picture = image::RgbaImage::from_fn(400, 300, |x, y| match x < 200 {
        true => image::Rgba([((x * 7) ^ (y * 3)) as u8 | 128, (y % 64) as u8, 0, 255]),
        false => image::Rgba([0, 255, 0, 0]),
    });
    let small = for_screen(&png(picture), 100, 100).unwrap();
    let small = image::load_from_memory(&small).unwrap().to_rgba8();
    assert_eq!(small.dimensions(), (100, 75));
    assert_eq!((small.get_pixel(20, 30).0[3], small.get_pixel(80, 30).0[3]), (255, 0));
    let edge = small.pixels().filter(|pixel| pixel.0[3] > 0).map(|pixel| pixel.0[1]).max();
    assert!(edge.unwrap() < 96, "{edge:?}");
}

#[test]
fn a_hole_too_small_for_the_screen_leaves_the_press_its_mask() {
    let mut picture = DynamicImage::from(grain(900, 600)).into_rgba8();
    picture.put_pixel(450, 300, image::Rgba([0, 0, 0, 254]));
    let small = Lossless::read(&reduced(&png(picture), 90, 90).unwrap()).unwrap();
    assert!(small.alpha.is_some_and(|alpha| alpha.data.iter().all(|opacity| *opacity == 255)));
}

#[test]
fn a_picture_is_turned_as_it_says() {
    // Exif in the order of a Motorola, with one entry: the orientation 6, turned right by a quarter.
    let exif = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let mut bytes = vec![];
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif.to_vec()).unwrap();
    encoder.write_image(&grain(300, 100), 300, 100, ExtendedColorType::Rgb8).unwrap();
    assert_eq!(header(&bytes), Some(Header { size: (100, 300), on_its_side: true }));
    // The box is that of the picture as it is stored.
    let small = image::load_from_memory(&reduced(&bytes, 60, 60).unwrap()).unwrap().to_rgb8();
    assert_eq!(small.dimensions(), (20, 60));
    assert_eq!(reduced(&bytes, 300, 100), None);
    let red_grows_down = |x| small.get_pixel(x, 55).0[0] > small.get_pixel(x, 5).0[0] + 100;
    assert!(red_grows_down(3) && red_grows_down(16));
}

#[test]
fn a_profile_stays_with_its_picture() {
    let profile = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
    let mut bytes = vec![];
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(profile.clone()).unwrap();
    encoder.write_image(&grain(900, 600), 900, 600, ExtendedColorType::Rgb8).unwrap();
    for small in [reduced(&bytes, 300, 300).unwrap(), for_screen(&bytes, 300, 300).unwrap()] {
        let reader = ImageReader::new(Cursor::new(&small)).with_guessed_format().unwrap();
        let own = reader.into_decoder().unwrap().icc_profile().unwrap();
        assert!(own.as_ref() == Some(&profile));
    }
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, at in 0usize..400, byte: u8, side in 0usize..40) {
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let mut picture = file(&grain(12, 9).into(), format);
            if let Some(there) = picture.get_mut(at) {
                *there = byte;
            }
            for bytes in [&bytes, &picture] {
                let _ = (reduced(bytes, side, side), for_screen(bytes, side, side));
            }
        }
    }
}
