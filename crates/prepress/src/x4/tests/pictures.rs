//! Pictures.

use jpeg_encoder::{ColorType, Encoder};
use lopdf::{Dictionary, Object, Stream, dictionary};

use super::*;
use crate::jpeg;

/// A picture of `width` × `height` pixels placed 100 pt wide.
fn placed(
    mut dict: Dictionary,
    size: (i64, i64),
    data: Vec<u8>,
    masks: &[(&str, Stream)],
) -> Printed {
    let mut draft = Draft::new();
    dict.set("Type", "XObject");
    dict.set("Subtype", "Image");
    dict.set("Width", size.0);
    dict.set("Height", size.1);
    for (key, mask) in masks {
        let mask = draft.add(mask.clone());
        dict.set(*key, mask);
    }
    let image = draft.add(Stream::new(dict, data));
    let height = 100.0 * size.1 as f64 / size.0 as f64;
    draft.page(
        &format!("q 100 0 0 {height} 10 10 cm /Im Do Q"),
        dictionary! { "XObject" => dictionary! { "Im" => image } },
        Dictionary::new(),
    );
    Printed::of(&draft.bytes(Dictionary::new()))
}

fn rgb(bits: i64) -> Dictionary {
    dictionary! { "ColorSpace" => "DeviceRGB", "BitsPerComponent" => bits }
}

fn image(printed: &Printed) -> &Stream {
    printed.resource("XObject", "Im").as_stream().expect("a picture")
}

fn space(printed: &Printed) -> String {
    let name = image(printed).dict.get(b"ColorSpace").and_then(Object::as_name);
    String::from_utf8_lossy(name.expect("a space")).into_owned()
}

fn is_red(pixel: &[u8]) -> bool {
    pixel[0] < 30 && pixel[1] > 200 && pixel[2] > 180 && pixel[3] < 30
}

#[test]
fn rgb_becomes_cmyk_and_sixteen_bits_eight() {
    let printed = placed(rgb(8), (2, 1), vec![255, 0, 0, 0, 0, 255], &[]);
    assert_eq!(space(&printed), "DeviceCMYK");
    let pixels = printed.bytes(printed.resource("XObject", "Im"));
    assert!(is_red(&pixels[..4]), "{pixels:?}");
    let printed = placed(rgb(16), (2, 1), vec![255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255], &[]);
    assert_eq!(printed.bytes(printed.resource("XObject", "Im")), pixels);
    assert_eq!(
        image(&printed).dict.get(b"BitsPerComponent").and_then(Object::as_i64).ok(),
        Some(8)
    );
}

#[test]
fn a_neutral_rgb_picture_goes_on_black_alone() {
    let data = vec![0, 0, 0, 128, 128, 128, 255, 255, 255];
    let printed = placed(rgb(8), (3, 1), data, &[]);
    assert_eq!(space(&printed), "DeviceGray");
    let pixels = printed.bytes(printed.resource("XObject", "Im"));
    assert_eq!((pixels[0], pixels[2]), (0, 255), "black and paper");
    assert!(pixels[1] < 128, "the tone of sRGB: {pixels:?}");
}

#[test]
fn indexed_and_decode_are_resolved() {
    let palette = Object::string_literal(vec![0u8, 0, 255, 255, 0, 0]);
    let indexed = dictionary! {
        "ColorSpace" => vec!["Indexed".into(), "DeviceRGB".into(), 1.into(), palette],
        "BitsPerComponent" => 1,
    };
    let printed = placed(indexed, (2, 1), vec![0b1000_0000], &[]);
    assert!(is_red(&printed.bytes(printed.resource("XObject", "Im"))[..4]));
    let mut inverted = rgb(8);
    inverted.set("Decode", list(&[1.0, 0.0, 1.0, 0.0, 1.0, 0.0]));
    let printed = placed(inverted, (2, 1), vec![0, 255, 255, 0, 0, 0], &[]);
    assert!(is_red(&printed.bytes(printed.resource("XObject", "Im"))[..4]));
}

#[test]
fn grey_and_cmyk_are_passed_on_byte_by_byte() {
    for (name, data) in [("DeviceGray", vec![1u8, 2, 3, 4]), ("DeviceCMYK", (0..16).collect())] {
        let dict = dictionary! { "ColorSpace" => name, "BitsPerComponent" => 8 };
        let printed = placed(dict, (2, 2), data.clone(), &[]);
        assert_eq!(space(&printed), name);
        assert_eq!(printed.bytes(printed.resource("XObject", "Im")), data);
    }
}

#[test]
fn a_soft_mask_is_kept_as_grey_of_eight_bits() {
    let mask = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 2, "Height" => 1,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 16,
        },
        vec![255, 255, 128, 128],
    );
    let printed = placed(rgb(8), (2, 1), vec![255, 0, 0, 0, 255, 0], &[("SMask", mask)]);
    let mask = printed.entry(&image(&printed).dict, "SMask");
    assert_eq!(printed.bytes(mask), [255, 128]);
    assert!(printed.first().has(b"Group"), "alpha is transparency");
}

#[test]
fn a_matte_is_taken_out() {
    // Red at half alpha over a black matte was stored as half red.
    let mask = Stream::new(
        dictionary! {
            "Subtype" => "Image", "Width" => 2, "Height" => 1, "ColorSpace" => "DeviceGray",
            "BitsPerComponent" => 8, "Matte" => list(&[0.0, 0.0, 0.0]),
        },
        vec![128, 255],
    );
    let printed = placed(rgb(8), (2, 1), vec![128, 0, 0, 255, 0, 0], &[("SMask", mask)]);
    let pixels = printed.bytes(printed.resource("XObject", "Im"));
    assert!(is_red(&pixels[..4]) && is_red(&pixels[4..]), "{pixels:?}");
    let mask = printed.dict(printed.entry(&image(&printed).dict, "SMask"));
    assert!(!mask.has(b"Matte"));
}

#[test]
fn a_colour_key_becomes_a_stencil() {
    let mut dict = rgb(8);
    dict.set("Mask", list(&[250.0, 255.0, 0.0, 5.0, 0.0, 5.0]));
    let printed = placed(dict, (2, 1), vec![255, 0, 0, 0, 0, 255], &[]);
    let mask = printed.entry(&image(&printed).dict, "Mask");
    assert!(printed.entry(printed.dict(mask), "ImageMask").as_bool().unwrap_or(false));
    assert_eq!(printed.bytes(mask), [0b1000_0000], "the red pixel is left out");
}

fn photograph(kind: ColorType, size: u16) -> Vec<u8> {
    let channels = if kind == ColorType::Rgb { 3 } else { 4 };
    let data: Vec<u8> = (0..usize::from(size) * usize::from(size))
        .flat_map(|i| [220u8, (i % usize::from(size)) as u8, 40, 0].into_iter().take(channels))
        .collect();
    let mut out = Vec::new();
    Encoder::new(&mut out, 95).encode(&data, size, size, kind).expect("encodes");
    out
}

fn dct(space: &str) -> Dictionary {
    dictionary! { "ColorSpace" => space, "BitsPerComponent" => 8, "Filter" => "DCTDecode" }
}

#[test]
fn an_rgb_jpeg_stays_a_jpeg_in_cmyk() {
    let printed = placed(dct("DeviceRGB"), (64, 64), photograph(ColorType::Rgb, 64), &[]);
    assert_eq!(space(&printed), "DeviceCMYK");
    let stream = image(&printed);
    assert_eq!(stream.dict.get(b"Filter").and_then(Object::as_name).ok(), Some(&b"DCTDecode"[..]));
    assert_eq!(
        printed.entry(&stream.dict, "Decode"),
        &list(&[1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0])
    );
    let header = jpeg::header(&stream.content);
    assert!(header.adobe && header.components == 4);
    let raster = jpeg::decode(&stream.content, usize::MAX).expect("decodes");
    let pixel: Vec<u8> = raster.data[32 * 64 * 4..][..4].iter().map(|v| 255 - v).collect();
    assert!(is_red(&pixel), "{pixel:?}");
}

#[test]
fn a_cmyk_jpeg_is_kept_with_the_right_decode() {
    let adobe = photograph(ColorType::Cmyk, 16);
    let mut dict = dct("DeviceCMYK");
    dict.set("Decode", list(&[1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0]));
    let printed = placed(dict.clone(), (16, 16), adobe.clone(), &[]);
    assert_eq!(image(&printed).content, adobe);
    assert!(image(&printed).dict.has(b"Decode"));
    // The same without Adobe's marker is not inverted, though the exporter says so.
    let at = adobe.windows(2).position(|w| w == [0xff, 0xee]).expect("the marker");
    let length = usize::from(u16::from_be_bytes([adobe[at + 2], adobe[at + 3]]));
    let mut plain = adobe.clone();
    plain.drain(at..at + 2 + length);
    let printed = placed(dict, (16, 16), plain.clone(), &[]);
    assert_eq!(image(&printed).content, plain);
    assert!(!image(&printed).dict.has(b"Decode"));
}

#[test]
fn a_photograph_keeps_the_ink_limit_after_packing() {
    let mut data = Vec::new();
    for i in 0..96 * 96usize {
        let dark = (i / 96 / 2 + i % 96 / 2) % 2 == 0;
        data.extend(if dark { [4u8, 2, 0] } else { [70, 20, 120] });
    }
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 95).encode(&data, 96, 96, ColorType::Rgb).expect("encodes");
    let printed = placed(dct("DeviceRGB"), (96, 96), bytes, &[]);
    let raster = jpeg::decode(&image(&printed).content, usize::MAX).expect("decodes");
    let most =
        raster.data.chunks_exact(4).map(|p| p.iter().map(|&v| 255 - u32::from(v)).sum::<u32>());
    let most = f64::from(most.max().expect("pixels")) / 2.55;
    assert!(most <= 300.5, "{most} %");
}

#[test]
fn far_too_fine_pictures_come_down_to_350_ppi_and_coarse_ones_stay() {
    // 100 pt are 1.389 inch.
    for (pixels, expected) in [(100, 100), (600, 600), (1000, 486)] {
        let data = [10u8, 200, 90].repeat((pixels * pixels) as usize);
        let printed = placed(rgb(8), (pixels, pixels), data, &[]);
        let width = image(&printed).dict.get(b"Width").and_then(Object::as_i64).ok();
        assert_eq!(width, Some(expected));
    }
}

/// Black and white in stripes of one pixel.
fn stripes(pixels: i64, channels: usize) -> Vec<u8> {
    let side = pixels as usize;
    (0..side * side)
        .flat_map(|i| vec![if (i % side).is_multiple_of(2) { 0 } else { 255 }; channels])
        .collect()
}

#[test]
fn line_art_stays_at_one_bit_and_at_its_own_resolution() {
    // 100 pt are 1.389 inch: 1200 ppi are 1667 pixels.
    for (name, channels) in [("DeviceRGB", 3), ("DeviceGray", 1)] {
        let dict = dictionary! { "ColorSpace" => name, "BitsPerComponent" => 8 };
        let printed = placed(dict, (1667, 1667), stripes(1667, channels), &[]);
        let stream = image(&printed);
        let number = |key: &[u8]| stream.dict.get(key).and_then(Object::as_i64).ok();
        assert_eq!((number(b"Width"), number(b"BitsPerComponent")), (Some(1667), Some(1)));
        assert_eq!(space(&printed), "DeviceGray");
        let bytes = printed.bytes(printed.resource("XObject", "Im"));
        assert!(bytes.len() == 209 * 1667 && bytes[..8] == [0x55; 8], "{:?}", &bytes[..8]);
    }
    // What is of one bit already is passed on.
    let dict = dictionary! { "ColorSpace" => "DeviceGray", "BitsPerComponent" => 1 };
    let printed = placed(dict, (1600, 1600), vec![0x55; 200 * 1600], &[]);
    assert_eq!(printed.bytes(printed.resource("XObject", "Im")), vec![0x55; 200 * 1600]);
}

#[test]
fn greys_and_soft_edges_are_no_line_art() {
    let mut greys = stripes(1000, 3);
    greys[0..3].fill(128);
    let bits = |printed: &Printed| {
        image(printed).dict.get(b"BitsPerComponent").and_then(Object::as_i64).ok()
    };
    assert_eq!(bits(&placed(rgb(8), (1000, 1000), greys, &[])), Some(8));
    assert_eq!(bits(&placed(rgb(8), (9, 9), vec![255; 243], &[])), Some(8), "a flat tint");
    let mask = Stream::new(
        dictionary! {
            "Subtype" => "Image", "Width" => 9, "Height" => 9,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        },
        vec![128; 81],
    );
    assert_eq!(bits(&placed(rgb(8), (9, 9), stripes(9, 3), &[("SMask", mask)])), Some(8));
}

#[test]
fn the_largest_placement_counts_also_through_forms() {
    let mut draft = Draft::new();
    let mut dict = rgb(8);
    for (key, value) in [("Width", 1000), ("Height", 1000)] {
        dict.set(key, value);
    }
    dict.set("Subtype", "Image");
    let image = draft.add(Stream::new(dict, [10u8, 200, 90].repeat(1_000_000)));
    let form = draft.add(Stream::new(
        dictionary! {
            "Subtype" => "Form", "BBox" => list(&[0.0, 0.0, 9.0, 9.0]),
            "Matrix" => list(&[2.0, 0.0, 0.0, 2.0, 0.0, 0.0]),
            "Resources" => dictionary! { "XObject" => dictionary! { "Im" => image.clone() } },
        },
        b"5 0 0 5 0 0 cm /Im Do".to_vec(),
    ));
    draft.page(
        "q 50 0 0 50 0 0 cm /Im Do Q q 10 0 0 10 0 0 cm /X Do Q",
        dictionary! { "XObject" => dictionary! { "Im" => image, "X" => form } },
        Dictionary::new(),
    );
    let printed = Printed::of(&draft.bytes(Dictionary::new()));
    let width = self::image(&printed).dict.get(b"Width").and_then(Object::as_i64).ok();
    assert_eq!(width, Some(486), "100 pt at 350 ppi");
}

#[test]
fn an_inline_image_becomes_a_picture() {
    let printed = Printed::page(
        "q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID \u{7f}\u{0}\u{0} EI Q",
        Dictionary::new(),
    );
    assert!(printed.content().contains("/JkIm0 Do"), "{}", printed.content());
    let image = printed.resource("XObject", "JkIm0").as_stream().expect("a picture");
    assert_eq!(
        image.dict.get(b"ColorSpace").and_then(Object::as_name).ok(),
        Some(&b"DeviceCMYK"[..])
    );
}

#[test]
fn a_stencil_stays_a_stencil() {
    let dict = dictionary! { "ImageMask" => true, "BitsPerComponent" => 1 };
    let printed = placed(dict, (8, 1), vec![0b1010_0101], &[]);
    assert!(!image(&printed).dict.has(b"ColorSpace"));
    assert_eq!(printed.bytes(printed.resource("XObject", "Im")), [0b1010_0101]);
}
