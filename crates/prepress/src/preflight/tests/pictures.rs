//! How fine pictures are where they are placed: strips, tints, codes for machines.

use lopdf::{Dictionary, Stream, dictionary};

use super::sample::{Sample, grain};
use super::*;

fn codes(sample: Sample) -> Vec<&'static str> {
    run(&sample.bytes()).findings.iter().map(|finding| finding.rule.code).collect()
}

/// A picture of so many pixels, drawn as so large, as often as is said.
fn strips(pixels: (i64, i64), pt: (f64, f64), count: usize) -> Vec<&'static str> {
    let mut sample = Sample::new();
    let image = sample.doc.get_object_mut(sample.image).unwrap().as_stream_mut().unwrap();
    image.set_content(grain((pixels.0 * pixels.1) as usize));
    image.dict.set("Width", pixels.0);
    image.dict.set("Height", pixels.1);
    sample.content = (0..count)
        .map(|i| {
            let (wide, high) = pt;
            format!("q {wide} 0 0 {high} 60 {} cm /I Do Q ", 60.0 + i as f64 * high)
        })
        .collect();
    run(&sample.bytes()).findings.iter().map(|finding| finding.rule.code).collect()
}

/// A picture of samples of a kind of colours or of a mask, `width` pixels wide.
fn samples(s: &mut Sample, name: &str, width: usize, kind: Dictionary, data: Vec<u8>) {
    let mask = kind.has(b"ImageMask");
    let row = if mask { width.div_ceil(8) } else { width * if kind.has(b"SMask") { 1 } else { 4 } };
    let mut dict = kind;
    dict.set("Type", "XObject");
    dict.set("Subtype", "Image");
    dict.set("Width", width as i64);
    dict.set("Height", (data.len() / row) as i64);
    dict.set("BitsPerComponent", if mask { 1 } else { 8 });
    let image = s.doc.add_object(Stream::new(dict, data));
    s.resource("XObject", name, image);
}

#[test]
fn strips_and_tiles_of_a_picture_are_told_as_one() {
    let cmyk = || dictionary! { "ColorSpace" => "DeviceCMYK" };
    let mut sample = Sample::new();
    for (name, wide, high) in [("A", 40, 20), ("B", 40, 20), ("C", 40, 9), ("D", 20, 20)] {
        samples(&mut sample, name, wide, cmyk(), grain(wide * high));
    }
    // 72 ppi: three strips of two tiles each, and apart from them another picture.
    for (x, y, name, high) in [(60, 150, "A", 20), (60, 130, "B", 20), (60, 121, "C", 9)] {
        for x in [x, x + 40] {
            sample.draw(&format!("q 40 0 0 {high} {x} {y} cm /{name} Do Q"));
        }
    }
    sample.draw("q 20 0 0 20 200 60 cm /D Do Q");
    let verdict = run(&sample.bytes());
    let told = verdict.findings.iter().map(|f| {
        let side = |name| f.args[name].say(Lang::En).into_owned();
        (f.rule.code, side("width"), side("height"), f.place.unwrap(), f.places())
    });
    let wanted = [
        ("P0701", "80".to_string(), "49".to_string(), [60.0, 121.0, 140.0, 170.0], 1),
        ("P0701", "20".to_string(), "20".to_string(), [200.0, 60.0, 220.0, 80.0], 1),
    ];
    assert_eq!(told.collect::<Vec<_>>(), wanted);
}

#[test]
fn what_has_one_colour_has_no_resolution() {
    let told = |ink: &dyn Fn(usize) -> u8| {
        let mut sample = Sample::new();
        let soft = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 90, "Height" => 90,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
        };
        let shadow = (0..8100).map(|i| (i / 90 * 2_i32) as u8).collect();
        let soft = sample.doc.add_object(Stream::new(soft, shadow));
        let gray = dictionary! { "ColorSpace" => "DeviceGray", "SMask" => soft };
        samples(&mut sample, "S", 40, gray, (0..1600).map(ink).collect());
        let group = dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" };
        sample.dict(sample.page).set("Group", group);
        sample.draw("q 90 0 0 90 60 60 cm /S Do Q");
        codes(sample)
    };
    assert_eq!(told(&|_| 40), [""; 0]);
    assert_eq!(told(&|i| if i % 7 == 3 { 60 } else { 40 }), ["P0701"]);
}

#[test]
fn a_code_for_machines_is_sharp_at_any_size() {
    let told = |entries: Dictionary, spoil: bool| {
        let mut sample = Sample::new();
        // Rows of bars, 22 pixels wide.
        let mut data = [0b1010_0110, 0b0101_1001, 0b1010_0000].repeat(22);
        data[30] ^= if spoil { 0b0001_0000 } else { 0 };
        samples(&mut sample, "Q", 22, entries, data);
        sample.draw("q 0 0 0 1 k 40 0 0 40 60 60 cm /Q Do Q");
        codes(sample)
    };
    let mask = || dictionary! { "ImageMask" => true };
    assert_eq!(told(mask(), false), ["P0703"]);
    assert_eq!(told(mask(), true), ["P0701"]);
    let soft = dictionary! { "ImageMask" => true, "Interpolate" => true };
    assert_eq!(told(soft, false), ["P0701"]);
}

#[test]
fn slices_of_a_picture_are_judged_and_tints_are_not() {
    // 100 ppi in slices of two rows, of one row that overlap, and of two columns.
    assert_eq!(strips((200, 2), (144.0, 1.44), 40), ["P0701"]);
    assert_eq!(strips((200, 1), (144.0, 1.2), 40), ["P0701"]);
    assert_eq!(strips((2, 50), (1.44, 36.0), 1), ["P0701"]);
    assert_eq!(strips((600, 2), (144.0, 0.48), 40), [""; 0]);
    // A flat tint, and gradients across an area.
    assert_eq!(strips((1, 1), (90.0, 90.0), 1), [""; 0]);
    assert_eq!(strips((2, 2), (90.0, 90.0), 1), [""; 0]);
    assert_eq!(strips((200, 1), (144.0, 90.0), 1), [""; 0]);
    assert_eq!(strips((1, 100), (90.0, 100.0), 1), [""; 0]);
}

#[test]
fn a_rule_that_is_drawn_as_a_picture_is_as_thin_as_one_that_is_filled() {
    let told = |mask: bool, matrix: &str| {
        let mut sample = Sample::new();
        let mut image = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1,
        };
        let data = match mask {
            true => {
                image.set("ImageMask", true);
                image.set("BitsPerComponent", 1);
                vec![0]
            }
            false => {
                image.set("ColorSpace", "DeviceCMYK");
                image.set("BitsPerComponent", 8);
                vec![0, 0, 0, 255]
            }
        };
        let image = sample.doc.add_object(Stream::new(image, data));
        sample.resource("XObject", "R", image);
        sample.draw(&format!("0 0 0 1 k q {matrix} cm /R Do Q"));
        let findings = run(&sample.bytes()).findings;
        findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>()
    };
    for mask in [true, false] {
        assert_eq!(told(mask, "90 0 0 0.1 60 100"), ["P0704"], "{mask}");
        assert_eq!(told(mask, "0 90 -0.1 0 60 100"), ["P0704"], "{mask}");
        assert_eq!(told(mask, "90 0 0 0.3 60 100"), [""; 0], "{mask}");
        assert_eq!(told(mask, "0.1 0 0 0.1 60 100"), [""; 0], "{mask}");
        // Beyond the trim.
        assert_eq!(told(mask, "12 0 0 0.1 2 100"), [""; 0], "{mask}");
    }
}
