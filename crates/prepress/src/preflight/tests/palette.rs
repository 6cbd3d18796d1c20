//! Pages with one of everything to paint with, for contents made at random.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::font::font;
use super::sample::{Sample, rect};

/// A square of 48 pt with a bleed of 4 pt, and one of everything to paint with.
pub fn page(contents: &[String]) -> Sample {
    let mut s = Sample::new();
    let program = s.doc.add_object(Stream::new(Dictionary::new(), font()));
    s.dict(s.descriptor).set("FontFile2", program);
    let widths = vec![1.into(), Object::Array(vec![600.into(), 600.into()])];
    s.dict(s.descendant).set("W", widths);
    inks(&mut s);
    states(&mut s);
    pictures(&mut s);
    patterns(&mut s);
    let mut kids = vec![];
    for content in contents {
        let content = s.doc.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
        kids.push(Object::Reference(s.doc.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => s.tree,
            "MediaBox" => rect([0.0, 0.0, 60.0, 60.0]),
            "BleedBox" => rect([6.0, 6.0, 54.0, 54.0]),
            "TrimBox" => rect([10.0, 10.0, 50.0, 50.0]),
            "Resources" => s.resources,
            "Contents" => content,
        })));
    }
    s.dict(s.tree).set("Kids", kids);
    s
}

fn numbers(values: &[f32]) -> Object {
    Object::Array(values.iter().map(|v| Object::Real(*v)).collect())
}

fn inks(s: &mut Sample) {
    let tint = || dictionary! { "FunctionType" => 2, "N" => 1, "Domain" => numbers(&[0.0, 1.0]) };
    for (name, ink) in [("S", "Gold"), ("All", "All")] {
        let space = vec!["Separation".into(), ink.into(), "DeviceCMYK".into(), tint().into()];
        s.resource("ColorSpace", name, Object::Array(space));
    }
    let names = Object::Array(vec!["Magenta".into(), "Gold".into()]);
    let space = vec!["DeviceN".into(), names, "DeviceCMYK".into(), tint().into()];
    s.resource("ColorSpace", "D", Object::Array(space));
    let table = Object::string_literal(vec![0, 0, 0, 0, 250, 240, 0, 90, 10, 0, 200, 0]);
    let space = vec!["Indexed".into(), "DeviceCMYK".into(), 2.into(), table];
    s.resource("ColorSpace", "X", Object::Array(space));
    let space = vec!["Pattern".into(), "DeviceCMYK".into()];
    s.resource("ColorSpace", "PC", Object::Array(space));
}

fn states(s: &mut Sample) {
    s.resource("ExtGState", "P", dictionary! { "OP" => true, "op" => true, "OPM" => 0 });
    s.resource("ExtGState", "H", dictionary! { "OP" => false, "op" => true, "OPM" => 1 });
    s.resource("ExtGState", "A", dictionary! { "ca" => 0.5, "CA" => 0.3 });
    for mode in ["Normal", "Multiply", "Darken", "Screen", "Lighten", "Difference", "ColorBurn"] {
        s.resource("ExtGState", &mode[..3], dictionary! { "BM" => mode });
    }
    let shape = form(s, "0.5 g 0 0 60 60 re f 1 g 20 20 30 30 re f", true);
    let mask = dictionary! { "S" => "Luminosity", "G" => shape };
    s.resource("ExtGState", "SM", dictionary! { "SMask" => mask });
    s.resource("ExtGState", "SN", dictionary! { "SMask" => "None" });
}

fn form(s: &mut Sample, content: &str, group: bool) -> ObjectId {
    let mut dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 60.0, 60.0]),
        "Resources" => s.resources,
    };
    if group {
        dict.set("Group", dictionary! { "S" => "Transparency", "I" => true });
    }
    s.doc.add_object(Stream::new(dict, content.as_bytes().to_vec()))
}

fn pictures(s: &mut Sample) {
    let image = |space: &str, data: Vec<u8>, bits: i64| {
        let dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 2, "Height" => 2,
            "BitsPerComponent" => bits, "ColorSpace" => space,
        };
        Stream::new(dict, data)
    };
    let cmyk = vec![250, 0, 30, 0, 0, 200, 0, 90, 60, 60, 60, 60, 0, 0, 0, 0];
    let cmyk = s.doc.add_object(image("DeviceCMYK", cmyk, 8));
    s.resource("XObject", "I", cmyk);
    let gray = s.doc.add_object(image("DeviceGray", vec![0, 90, 200, 255], 8));
    s.resource("XObject", "G", gray);
    let mut mask = image("DeviceGray", vec![0x80, 0x40], 1);
    mask.dict.remove(b"ColorSpace");
    mask.dict.set("ImageMask", true);
    let mask = s.doc.add_object(mask);
    s.resource("XObject", "M", mask);
    let plain = form(s, "0.3 0 0.6 0 k 4 4 20 20 re f /O gs 0 0 0 1 k 9 9 9 9 re f", false);
    s.resource("XObject", "F", plain);
    let group = form(s, "/Nor gs 5 5 25 25 re f /O gs 0 0.4 0 0.5 k 15 15 20 20 re f", true);
    s.resource("XObject", "T", group);
}

fn patterns(s: &mut Sample) {
    for (name, kind, content) in [
        (
            "C",
            1,
            "0.5 0.1 0 0 k 0 0 5 5 re f /O gs 0 0 0 0.8 k 3 3 5 5 re f 0.2 0 0.9 0 k 1 6 2 2 re f",
        ),
        ("U", 2, "0 0 4 4 re f 5 5 2 2 re f"),
    ] {
        let dict = dictionary! {
            "PatternType" => 1, "PaintType" => kind, "TilingType" => 1, "XStep" => 6, "YStep" => 7,
            "BBox" => rect([0.0, 0.0, 8.0, 8.0]), "Resources" => s.resources,
        };
        let cell = s.doc.add_object(Stream::new(dict, content.as_bytes().to_vec()));
        s.resource("Pattern", name, cell);
    }
    let function = dictionary! {
        "FunctionType" => 2, "Domain" => numbers(&[0.0, 1.0]), "N" => 1,
        "C0" => numbers(&[0.9, 0.0, 0.1, 0.3]), "C1" => numbers(&[0.0, 0.8, 0.4, 0.5]),
    };
    let shading = dictionary! {
        "ShadingType" => 2, "ColorSpace" => "DeviceCMYK", "Function" => function,
        "Coords" => numbers(&[10.0, 0.0, 50.0, 30.0]), "Extend" => vec![true.into(), true.into()],
    };
    s.resource("Shading", "Sh", shading.clone());
    s.resource("Pattern", "L", dictionary! { "PatternType" => 2, "Shading" => shading });
}
