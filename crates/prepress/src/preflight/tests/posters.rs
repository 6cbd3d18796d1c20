//! Pictures of more pixels than are held at once, as posters and scans have them, are seen too.

use std::io::Write;

use lopdf::{Object, Stream, dictionary};

use super::sample::rect;
use super::unseen::{codes, inked, picture};
use super::*;

/// A side of a picture with more pixels than are held at once.
const SIDE: usize = 9_000;

fn zipped(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::fast());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// What is found in a picture of so many pixels across and down on a page of its own.
fn seen(data: Vec<u8>, entries: &[(&str, Object)]) -> Verdict {
    let size = [("Width", SIDE), ("Height", SIDE)].map(|(key, side)| (key, (side as i64).into()));
    run(&picture(data, &[entries, &size].concat()).bytes())
}

fn predicted(predictor: i64) -> Object {
    let side = SIDE as i64;
    dictionary! { "Predictor" => predictor, "Columns" => side, "Colors" => 1 }.into()
}

/// The same picture in Flate: the left half 100 of 255, the right half 200.
#[test]
fn a_poster_in_flate_is_seen_with_every_predictor() {
    let half = SIDE / 2;
    let plain = [vec![100; half], vec![200; half]].concat();
    let mut differences = vec![0; SIDE];
    (differences[0], differences[half]) = (100, 100);
    let sub = [&[1][..], &differences].concat();
    let as_above = [vec![2], vec![0; SIDE]].concat();
    let rows = |row: &[u8]| zipped(&row.repeat(SIDE));
    let up = zipped(&[sub.clone(), as_above.repeat(SIDE - 1)].concat());
    let cases = [(1, rows(&plain)), (2, rows(&differences)), (11, rows(&sub)), (15, up)];
    for (predictor, data) in cases {
        let entries = [
            ("ColorSpace", "DeviceGray".into()),
            ("Filter", "FlateDecode".into()),
            ("DecodeParms", predicted(predictor)),
        ];
        let verdict = seen(data, &entries);
        assert!(verdict.findings.is_empty(), "{predictor}: {:?}", verdict.findings);
        inked(&verdict, 155.0 / 2.55);
    }
}

#[test]
fn a_poster_that_is_cut_or_not_what_it_says_is_not_passed() {
    let rows = vec![100; SIDE * SIDE];
    let gray = [("ColorSpace", "DeviceGray".into()), ("Filter", "FlateDecode".into())];
    assert_eq!(codes(&seen(zipped(&rows), &gray)), [""; 0]);
    let cut = zipped(&rows[..SIDE * (SIDE - 9)]);
    assert_ne!(codes(&seen(cut, &gray)), [""; 0]);
    // Rows of other predictors than the picture's own.
    let narrow = dictionary! { "Predictor" => 15, "Columns" => 100, "Colors" => 1 };
    let narrow = [&gray[..], &[("DecodeParms", narrow.into())]].concat();
    assert_ne!(codes(&seen(zipped(&rows), &narrow)), [""; 0]);
}

#[test]
fn what_cannot_be_averaged_is_too_large() {
    let data = zipped(&vec![0; SIDE * SIDE]);
    let palette: Vec<Object> =
        vec!["Indexed".into(), "DeviceGray".into(), 1.into(), Object::string_literal("ab")];
    let flate = ("Filter", Object::from("FlateDecode"));
    let indexed = [("ColorSpace", palette.into()), flate.clone()];
    assert_eq!(codes(&seen(data.clone(), &indexed)), ["P0106"]);
    let keyed =
        [("ColorSpace", "DeviceGray".into()), flate, ("Mask", vec![5.into(), 9.into()].into())];
    assert_eq!(codes(&seen(data, &keyed)), ["P0106"]);
}

#[test]
fn a_mask_that_is_too_large_is_told_and_so_is_whatever_else_the_plates_lack() {
    let mut sample = picture(vec![100], &[("Width", 1.into()), ("Height", 1.into())]);
    let side = 2 * SIDE as i64;
    let mask = dictionary! {
        "Subtype" => "Image", "Width" => side, "Height" => side, "BitsPerComponent" => 8,
        "ColorSpace" => "DeviceGray", "Filter" => "LZWDecode",
    };
    let mask = sample.doc.add_object(Stream::new(mask, vec![128, 11, 96, 80]));
    sample.dict(sample.image).set("ColorSpace", "DeviceGray");
    sample.dict(sample.image).set("SMask", mask);
    assert!(codes(&run(&sample.bytes())).contains(&"P0106"));
    // A photograph of other pixels than are said of it, which stands in the contents.
    let mut data = vec![];
    let coder = jpeg_encoder::Encoder::new(&mut data, 60);
    coder.encode(&[100; 64], 8, 8, jpeg_encoder::ColorType::Luma).unwrap();
    let hex: String = data.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut sample = super::sample::Sample::new();
    sample.content =
        format!("q 60 0 0 60 60 60 cm BI /W 5 /H 5 /BPC 8 /CS /G /F [/AHx /DCT] ID {hex}> EI Q");
    let verdict = run(&sample.bytes());
    let found = verdict.findings.iter().find(|found| found.rule.code == "P0108").unwrap();
    assert_eq!(found.args.get("what"), Some(&rules::words::UNDRAWN.into()));
}

/// A JPEG 2000 codestream of one grey component and five levels whose packets are empty: all of it is mid-grey (ISO
/// 15444-1, A.5, A.6 and B.10).
fn codestream() -> Vec<u8> {
    let side = (SIDE as u32).to_be_bytes();
    let none = [0; 4];
    let mut out = vec![0xff, 0x4f];
    let size =
        [&[0xff, 0x51, 0, 41, 0, 0][..], &side, &side, &none, &none, &side, &side, &none, &none];
    out.extend(size.concat());
    out.extend([0, 1, 7, 1, 1]);
    out.extend([0xff, 0x52, 0, 12, 0, 0, 0, 1, 0, 5, 4, 4, 0, 1]);
    out.extend([0xff, 0x5c, 0, 19, 0x40]);
    out.extend([0x48; 16]);
    let packets = [0; 6];
    out.extend([0xff, 0x90, 0, 10, 0, 0, 0, 0, 0, 14 + packets.len() as u8, 0, 1, 0xff, 0x93]);
    out.extend(packets);
    out.extend([0xff, 0xd9]);
    out
}

#[test]
fn a_poster_in_jpeg_2000_is_seen() {
    let entries = [("ColorSpace", "DeviceGray".into()), ("Filter", "JPXDecode".into())];
    let verdict = seen(codestream(), &entries);
    assert!(verdict.findings.is_empty(), "{:?}", verdict.findings);
    inked(&verdict, 127.0 / 2.55);
}

#[test]
fn a_poster_is_measured_as_finely_as_fits() {
    // A0 with one photograph of more pixels than others may have.
    let side = 9_000;
    let mut data = vec![];
    let coder = jpeg_encoder::Encoder::new(&mut data, 60);
    let gray = vec![100; side * side];
    coder.encode(&gray, side as u16, side as u16, jpeg_encoder::ColorType::Luma).unwrap();
    let entries = [
        ("Width", Object::from(side as i64)),
        ("Height", (side as i64).into()),
        ("ColorSpace", "DeviceGray".into()),
        ("Filter", "DCTDecode".into()),
    ];
    let mut sample = picture(data, &entries);
    let page = sample.dict(sample.page);
    page.set("MediaBox", rect([0.0, 0.0, 2384.0, 3370.0]));
    let verdict = run(&sample.bytes());
    assert!(verdict.findings.is_empty(), "{:?}", verdict.findings);
    inked(&verdict, 155.0 / 2.55);
    assert_eq!(verdict.ink[0].ppi, 88.0);
}

#[test]
fn a_scan_of_139_megapixels_fits() {
    // A2 at 600 ppi: 9 921 × 14 031 pixels, all of them black.
    let (width, height) = (9_921, 14_031);
    let data = vec![0; usize::div_ceil(width, 8) * height];
    let mut stream = Stream::new(dictionary! {}, data);
    stream.compress().unwrap();
    let entries = [
        ("Width", Object::from(width as i64)),
        ("Height", (height as i64).into()),
        ("BitsPerComponent", 1.into()),
        ("ColorSpace", "DeviceGray".into()),
        ("Filter", "FlateDecode".into()),
    ];
    let gray = picture(stream.content.clone(), &entries);
    let mut mask = picture(stream.content, &entries);
    mask.dict(mask.image).remove(b"ColorSpace");
    mask.dict(mask.image).set("ImageMask", true);
    mask.content = format!("/O gs 0 0 0 1 k {}", mask.content);
    for sample in [gray, mask] {
        let verdict = run(&sample.bytes());
        assert!(verdict.findings.is_empty(), "{:?}", verdict.findings);
        inked(&verdict, 100.0);
    }
}
