//! Originals in the place of what the pages show.

use std::io::Cursor;
use std::sync::Arc;

use image::{DynamicImage, ImageFormat};
use jpeg_encoder::{ColorType, Encoder};

use super::*;

/// A picture of a soft pattern, not opaque in its right half if `holes`.
fn picture(width: u32, height: u32, holes: bool) -> DynamicImage {
    let picture = image::RgbaImage::from_fn(width, height, |x, y| {
        let (across, down) = ((x * 255 / width) as u8, (y * 255 / height) as u8);
        image::Rgba([across, down, 200, if holes && x > width / 2 { 90 } else { 255 }])
    });
    if holes { picture.into() } else { DynamicImage::from(picture).into_rgb8().into() }
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn dict(size: (u32, u32), space: &str) -> Dictionary {
    dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => size.0, "Height" => size.1,
        "ColorSpace" => space, "BitsPerComponent" => 8,
    }
}

/// A page with these pictures side by side, each 100 × 50 pt, printed with originals; what is printed of each.
fn printed(shown: &[Stream], masks: &[Option<Stream>], originals: &Originals) -> Printed {
    let (mut draft, mut names, mut content) = (Draft::new(), Dictionary::new(), String::new());
    for (at, (shown, mask)) in shown.iter().zip(masks).enumerate() {
        let mut shown = shown.clone();
        if let Some(mask) = mask {
            let mask = draft.add(mask.clone());
            shown.dict.set("SMask", mask);
        }
        names.set(format!("Im{at}"), draft.add(shown));
        content.push_str(&format!("q 100 0 0 50 {} 10 cm /Im{at} Do Q\n", 10 + at * 110));
    }
    draft.page(&content, dictionary! { "XObject" => names }, Dictionary::new());
    let pdf = draft.bytes(Dictionary::new());
    let bytes = with_job(|job| to_x4(&pdf, &Job { originals, ..*job })).expect("converts");
    Printed(Document::load_mem(&bytes).expect("reads back"))
}

fn size(printed: &Printed, stream: &Stream) -> (i64, i64) {
    let side = |key: &[u8]| printed.0.integer(&stream.dict, key).unwrap();
    (side(b"Width"), side(b"Height"))
}

#[test]
fn an_original_is_printed_where_what_the_pages_show_of_it_stands() {
    let (small, large) = ((40, 20), (400, 200));
    let shown = file(&picture(40, 20, false), ImageFormat::Jpeg);
    let stranger = file(&picture(40, 20, false), ImageFormat::Png);
    let original: Arc<[u8]> = file(&picture(400, 200, false), ImageFormat::Jpeg).into();
    let mut originals = Originals::default();
    originals.add(&shown, &original);
    let mut jpeg = dict(small, "DeviceRGB");
    jpeg.set("Filter", "DCTDecode");
    let other = image::load_from_memory(&stranger).unwrap().into_rgb8().into_raw();
    let streams = [Stream::new(jpeg, shown), Stream::new(dict(small, "DeviceRGB"), other)];
    let printed = printed(&streams, &[None, None], &originals);
    let image = |name| printed.resource("XObject", name).as_stream().unwrap();
    assert_eq!(size(&printed, image("Im0")), (large.0.into(), large.1.into()));
    assert_eq!(size(&printed, image("Im1")), (small.0.into(), small.1.into()), "is no stand-in");
    assert_eq!(image("Im0").filters().unwrap(), [b"DCTDecode"], "a photograph stays one");
}

#[test]
fn an_original_without_loss_brings_its_holes() {
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let shown = picture(40, 20, true);
        let original: Arc<[u8]> = file(&picture(400, 200, true), format).into();
        let mut originals = Originals::default();
        originals.add(&file(&shown, format), &original);
        let colours = Stream::new(dict((40, 20), "DeviceRGB"), shown.to_rgb8().into_raw());
        let opacity = shown.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect();
        let opacity = Stream::new(dict((40, 20), "DeviceGray"), opacity);
        let printed = printed(&[colours], &[Some(opacity)], &originals);
        let image = printed.resource("XObject", "Im0").as_stream().unwrap();
        let mask = printed.0.resolve(image.dict.get(b"SMask").unwrap());
        assert_eq!(size(&printed, image), (400, 200));
        assert_eq!(size(&printed, mask.as_stream().unwrap()), (400, 200));
        let mask = printed.bytes(mask);
        assert_eq!((mask[10], mask[390]), (255, 90));
        let pixels = printed.bytes(printed.resource("XObject", "Im0"));
        assert_eq!(pixels.len(), 400 * 200 * 4, "CMYK");
    }
}

#[test]
fn pictures_that_differ_in_their_holes_alone_are_told_apart() {
    let (whole, holed) = (picture(40, 20, false), picture(40, 20, true));
    let large = |holes| Arc::from(file(&picture(400, 200, holes), ImageFormat::Png));
    let mut originals = Originals::default();
    originals.add(&file(&whole, ImageFormat::Png), &large(false));
    originals.add(&file(&holed, ImageFormat::Png), &large(true));
    let colours = Stream::new(dict((40, 20), "DeviceRGB"), whole.to_rgb8().into_raw());
    let opacity = holed.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect();
    let opacity = Stream::new(dict((40, 20), "DeviceGray"), opacity);
    let streams = [colours.clone(), colours];
    assert_eq!(holed.to_rgb8(), whole.to_rgb8());
    let printed = printed(&streams, &[None, Some(opacity)], &originals);
    for (name, holes) in [("Im0", false), ("Im1", true)] {
        let image = printed.resource("XObject", name).as_stream().unwrap();
        assert_eq!((size(&printed, image), image.dict.has(b"SMask")), ((400, 200), holes));
    }
}

#[test]
fn an_original_in_inks_stays_in_inks() {
    let shown = file(&picture(40, 20, false), ImageFormat::Jpeg);
    let mut original = vec![];
    let encoder = Encoder::new(&mut original, 95);
    encoder.encode(&[200, 20, 90, 0].repeat(400 * 200), 400, 200, ColorType::CmykAsYcck).unwrap();
    let original: Arc<[u8]> = original.into();
    let mut originals = Originals::default();
    originals.add(&shown, &original);
    let mut jpeg = dict((40, 20), "DeviceRGB");
    jpeg.set("Filter", "DCTDecode");
    let printed = printed(&[Stream::new(jpeg, shown)], &[None], &originals);
    let image = printed.resource("XObject", "Im0").as_stream().unwrap();
    assert!(image.content == original[..], "passed on byte by byte");
    assert!(image.dict.has(b"Decode"));
}
