//! The same picture through the checker, and through the converter and then the checker: the plates
//! get the same ink.

use jpeg_encoder::{ColorType, Encoder};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use crate::jpeg;
use crate::preflight::{Limits, preflight};
use crate::profile::OutputProfile;
use crate::technical;
use crate::x4::{Job, to_x4};

fn list(values: &[i64]) -> Object {
    Object::Array(values.iter().copied().map(Object::Integer).collect())
}

fn cmyk(bits: i64, size: (i64, i64), data: Vec<u8>) -> Stream {
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => size.0, "Height" => size.1,
        "ColorSpace" => "DeviceCMYK", "BitsPerComponent" => bits,
    };
    Stream::new(dict, data)
}

fn indexed(bits: i64, table: &[u8], data: Vec<u8>) -> Stream {
    let last = (table.len() / 4 - 1) as i64;
    let table = Object::string_literal(table);
    let mut image = cmyk(bits, (1, 1), data);
    let space = vec!["Indexed".into(), "DeviceCMYK".into(), last.into(), table];
    image.dict.set("ColorSpace", space);
    image
}

/// A page with a picture on it, 60 pt a side.
fn page(mut image: Stream, mask: Option<Stream>) -> Vec<u8> {
    let mut doc = Document::with_version("1.6");
    if let Some(mask) = mask {
        image.dict.set("SMask", doc.add_object(mask));
    }
    let image = doc.add_object(image);
    let content = Stream::new(Dictionary::new(), b"q 60 0 0 60 90 90 cm /Im Do Q".to_vec());
    let content = doc.add_object(content);
    let tree = doc.new_object_id();
    let page = doc.add_object(dictionary! {
        "Type" => "Page", "Parent" => tree, "Contents" => content,
        "MediaBox" => [0.0, 0.0, 300.472_44, 243.779_53].map(Object::Real).to_vec(),
        "Resources" => dictionary! { "XObject" => dictionary! { "Im" => image } },
    });
    let kids = vec![Object::Reference(page)];
    doc.set_object(tree, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => kids });
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", catalog);
    let mut bytes = vec![];
    doc.save_to(&mut bytes).unwrap();
    bytes
}

/// The ink at the page's worst spot, in %.
fn plates(pdf: &[u8]) -> Vec<f64> {
    preflight(pdf, &Limits::default(), &mut |_, _| {}).ink.remove(0).plates
}

fn printed(pdf: &[u8]) -> Vec<u8> {
    let profile = OutputProfile::coated_fogra39();
    let job = Job {
        profile: &profile,
        trim_mm: (100.0, 80.0),
        bleed_mm: 3.0,
        marks: false,
        title: "T",
        slug: &|_, _| String::new(),
        slug_font: &[],
        document_id: "T",
        date: crate::x4::Day { year: 2024, month: 5, day: 7 },
        binding: None,
        creator: "T",
        spots: &[],
        finish: &technical::finish,
        outlines: None,
        plates: &[],
        few: None,
        overprint_black: true,
        originals: &Default::default(),
    };
    to_x4(pdf, &job).unwrap()
}

/// Both ways give these levels of ink, to a step where the picture is transparent.
#[track_caller]
fn gives(pdf: &[u8], levels: [u8; 4], steps: f64) {
    for (way, found) in [("as it is", plates(pdf)), ("printed", plates(&printed(pdf)))] {
        for (ink, level) in found.iter().zip(levels) {
            let wanted = f64::from(level) / 2.55;
            assert!((ink - wanted).abs() < 0.06 + steps / 2.55, "{way}: {found:?}, not {levels:?}");
        }
    }
}

#[test]
fn sixteen_bits_are_rounded() {
    // The higher byte alone would be 64, 127, 0 and 16.
    let data = [0x40, 0xff, 0x7f, 0x00, 0x00, 0xff, 0x10, 0xf0];
    gives(&page(cmyk(16, (1, 1), data.to_vec()), None), [65, 127, 1, 17], 0.0);
}

#[test]
fn indices_follow_decode_and_end_at_the_last_entry() {
    let table = [0, 0, 0, 0, 200, 100, 0, 50];
    let mut turned = indexed(1, &table, vec![0]);
    turned.dict.set("Decode", list(&[1, 0]));
    gives(&page(turned, None), [200, 100, 0, 50], 0.0);
    gives(&page(indexed(8, &table, vec![9]), None), [200, 100, 0, 50], 0.0);
}

#[test]
fn a_colour_key_leaves_pixels_out() {
    let mut image = cmyk(8, (2, 1), vec![200, 150, 100, 50, 90, 60, 30, 0]);
    image.dict.set("Mask", list(&[199, 201, 149, 151, 99, 101, 49, 51]));
    gives(&page(image, None), [90, 60, 30, 0], 0.0);
    let wide = |v: [u8; 4]| v.map(|v| [v, v]).concat();
    let data = [wide([200, 150, 100, 50]), wide([90, 60, 30, 0])].concat();
    let mut image = cmyk(16, (2, 1), data);
    let key: Vec<i64> = [200, 150, 100, 50].into_iter().flat_map(|v| [v * 257, v * 257]).collect();
    image.dict.set("Mask", list(&key));
    gives(&page(image, None), [90, 60, 30, 0], 0.0);
}

#[test]
fn a_matte_is_no_colour_of_the_picture() {
    for bits in [8, 16] {
        let mask = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
            "Matte" => list(&[0, 0, 0, 0]),
        };
        // Half of 200, 100, 0 and 60, on no ink: that is what reaches the paper.
        let levels: [u8; 4] = [100, 50, 0, 30];
        let data = levels.iter().flat_map(|&v| vec![v; bits / 8]).collect();
        let pdf = page(cmyk(bits as i64, (1, 1), data), Some(Stream::new(mask, vec![128])));
        gives(&pdf, levels, 1.0);
    }
}

#[test]
fn photographs_of_luminance_and_chroma_are_turned_into_inks_once() {
    // Chroma as far out as it goes, where two roundings part.
    for color in [[255, 255, 5, 40], [3, 250, 250, 0], [128, 5, 77, 20], [255, 0, 4, 9u8]] {
        let mut packed = vec![];
        let encoder = Encoder::new(&mut packed, 100);
        encoder.encode(&color.repeat(256), 16, 16, ColorType::CmykAsYcck).unwrap();
        let decoded = jpeg::decode(&packed, usize::MAX).unwrap();
        let levels = [0, 1, 2, 3].map(|i| 255 - decoded.data[i]);
        let mut image = cmyk(8, (16, 16), packed);
        image.dict.set("Filter", "DCTDecode");
        image.dict.set("Decode", list(&[1, 0].repeat(4)));
        let found = plates(&page(image, None));
        let wanted = levels.map(|level| f64::from(level) / 2.55);
        let same = found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.06);
        assert!(same, "{color:?}: {found:?}, not {wanted:?}");
    }
}
