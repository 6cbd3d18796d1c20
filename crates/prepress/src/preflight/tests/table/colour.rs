//! Chapter 6: colour spaces, blending and total ink.

use lopdf::{Object, Stream, dictionary};

use super::super::rules;
use super::super::sample::{Sample, rect};
use super::boxes::marks;
use super::case::{Case, case};

/// Plates that are no ink.
const TECHNICAL: [&str; 9] = [
    "CutContour",
    "Crease",
    "Spot UV",
    "Foil",
    "Perforation",
    "Varnish",
    "Emboss",
    "Die Line",
    "Thru-cut",
];

pub fn cases() -> Vec<Case> {
    vec![
        case(
            rules::RGB,
            &[
                |s| s.draw("1 0 0 rg 60 60 20 20 re f"),
                |s| s.dict(s.image).set("ColorSpace", "DeviceRGB"),
                indexed,
                |s| jpeg_2000(s, 3, 16),
                |s| jpeg_2000(s, 3, 18),
                |s| tiling(s, "1 0 0 rg 1 1 5 5 re f"),
            ],
            // Colours nobody paints with are no harm.
            &[
                |s| s.draw("1 0 0 rg"),
                |s| tiling(s, "1 0 0 0 k 1 1 5 5 re f"),
                |s| jpeg_2000(s, 1, 17),
                |s| jpeg_2000(s, 4, 12),
            ],
        ),
        case(
            rules::ICC,
            &[|s| profiled(s, 1), |s| profiled(s, 4)],
            &[|s| {
                s.draw("0.5 g 60 60 20 20 re f");
            }],
        ),
        case(
            rules::ALTERNATE_RGB,
            &[|s| spot(s, "DeviceRGB")],
            &[
                |s| spot(s, "DeviceCMYK"),
                |s| {
                    let lab = dictionary! { "WhitePoint" => vec![1.into(), 1.into(), 1.into()] };
                    spot(s, vec!["Lab".into(), Object::Dictionary(lab)]);
                },
            ],
        ),
        case(
            rules::BLENDING,
            &[|s| sheer(s, None), |s| sheer(s, Some("DeviceGray"))],
            &[|s| sheer(s, Some("DeviceCMYK"))],
        ),
        case(
            rules::INK,
            &[|s| s.draw("0.9 0.9 0.8 0.5 k 100 60 50 50 re f")],
            &[
                |s| s.draw("0.9 0.9 0.8 0.4 k 100 60 50 50 re f"),
                // 14 mm² here and there are no area, nor is what a varnish adds.
                |s| s.draw("0.9 0.9 0.8 0.5 k 100 60 10 11 re f 120 60 10 11 re f"),
                |s| {
                    spot(s, "DeviceCMYK");
                    let tint = dictionary! { "FunctionType" => 2, "N" => 1 };
                    let varnish = vec![
                        "Separation".into(),
                        "Varnish".into(),
                        "DeviceCMYK".into(),
                        tint.into(),
                    ];
                    s.resource("ColorSpace", "T", Object::Array(varnish));
                    s.draw("0.9 0.9 0.8 0 k 100 60 50 50 re f /O gs /T cs 1 scn 100 60 50 50 re f /N gs");
                },
            ],
        ),
        case(
            rules::ALL_IN_ART,
            &[
                |s| {
                    marks(s);
                    s.draw("/N gs /All cs 0.6 scn 60 60 30 30 re f");
                },
                |s| {
                    marks(s);
                    s.draw("/All CS 1 SCN 1 w 20 100 m 60 100 l S");
                },
            ],
            &[|s| {
                marks(s);
                s.draw("/All cs 0 scn 60 60 30 30 re f");
            }],
        ),
        case(
            rules::SPOT_NAMES,
            &[
                |s| inks(s, &["PANTONE 185 C", "Pantone 185 CV"]),
                |s| inks(s, &["Deep Blue", "deep_blue"]),
                |s| inks(s, &["cyan"]),
            ],
            &[|s| inks(s, &["PANTONE 185 C", "PANTONE 186 C"])],
        ),
        case(
            rules::SPOT_ALTERNATES,
            &[|s| {
                inks(s, &["Gold"]);
                let tint = dictionary! { "C1" => [0.0, 0.3, 0.9, 0.0].map(Object::Real).to_vec() };
                ink(s, "Other", "Gold", tint);
                s.draw("/O gs /Other cs 0.5 scn 60 90 20 20 re f");
            }],
            &[|s| {
                inks(s, &["Gold"]);
                ink(s, "Other", "Gold", dictionary! {});
                s.draw("/O gs /Other cs 0.5 scn 60 90 20 20 re f");
            }],
        ),
        case(
            rules::SPOTS_MANY,
            &[|s| inks(s, &["A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1", "I1"])],
            &[
                |s| inks(s, &["A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1"]),
                |s| inks(s, &TECHNICAL),
                |s| {
                    inks(s, &TECHNICAL);
                    inks(s, &["A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1"]);
                },
            ],
        ),
        case(
            rules::DEFAULT_SPACE,
            &[
                |s| s.resource("ColorSpace", "DefaultCMYK", "DeviceCMYK"),
                |s| s.resource("ColorSpace", "DefaultGray", "DeviceGray"),
            ],
            &[|s| s.resource("ColorSpace", "Usual", "DeviceCMYK")],
        ),
        case(
            rules::RENDERING_INTENT,
            &[
                |s| s.draw("/Foo ri"),
                |s| s.dict(s.image).set("Intent", "Best"),
                |s| {
                    s.doc.add_object(dictionary! { "Type" => "ExtGState", "RI" => "Auto" });
                },
            ],
            &[|s| s.draw("/Perceptual ri")],
        ),
    ]
}

/// An image that leaves its colours to the header of its JPEG 2000.
fn jpeg_2000(s: &mut Sample, components: u8, space: u8) {
    let boxed = |kind: &[u8], contents: &[u8]| {
        let length = (contents.len() as u32 + 8).to_be_bytes();
        [&length, kind, contents].concat()
    };
    let image = boxed(b"ihdr", &[0, 0, 0, 8, 0, 0, 0, 8, 0, components, 7, 7, 0, 0]);
    let color = boxed(b"colr", &[1, 0, 0, 0, 0, 0, space]);
    let header = boxed(b"jp2h", &[image, color].concat());
    // 8 × 8 pixels, which are as fine as the others where they are drawn.
    let coded = match components {
        1 => GRAY,
        3 => THREE,
        _ => FOUR,
    };
    let coded = boxed(b"jp2c", &bytes_of(coded));
    let kind = boxed(b"ftyp", b"jp2 \0\0\0\0jp2 ");
    let file = [boxed(b"jP  ", b"\r\n\x87\n"), kind, header, coded].concat();
    s.content = s.content.replace("14.4 0 0 14.4", "1.9 0 0 1.9");
    let image = s.doc.get_object_mut(s.image).unwrap().as_stream_mut().unwrap();
    image.set_content(file);
    image.dict.set("Filter", "JPXDecode");
    image.dict.remove(b"ColorSpace");
    image.dict.remove(b"BitsPerComponent");
    image.dict.set("Width", 8);
    image.dict.set("Height", 8);
}

fn bytes_of(hex: &str) -> Vec<u8> {
    let hex: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let digit = |b: u8| (b as char).to_digit(16).unwrap() as u8;
    hex.chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

/// Bare codestreams of JPEG 2000, 8 × 8 pixels of one colour.
const GRAY: &str = "ff4fff5100290000000000080000000800000000000000000000000800000008000000000000
    00000001070101ff52000c00000001000004040001ff5c00044040ff90000a00000000000f0001ff9380ffd9";
const THREE: &str = "ff4fff51002f00000000000800000008000000000000000000000008000000080000000000
    0000000003070101070101070101ff52000c00000001000004040001ff5c00044040ff90000a0000000000480001ff93
    cfb44814005ca3655db000030908d50a18484bff7fc3e718115054af823d4800018484bfcfb44c115054a3655db00003
    09097d7ccc0000c2423fffd9";
const FOUR: &str = "ff4fff510032000000000008000000080000000000000000000000080000000800000000000
    000000004070101070101070101070101ff52000c00000001000004040001ff5c00044040ff90000a00000000003d000
    1ff93df8028115054a36fdf8028115054a36fdf8028115054a36fcfb45014005ca3655db0000309097802d000061212f
    f7fffd9";

fn indexed(s: &mut Sample) {
    let table = Object::string_literal(vec![0; 6]);
    let indexed = vec!["Indexed".into(), "DeviceRGB".into(), 1.into(), table];
    s.dict(s.image).set("ColorSpace", Object::Array(indexed));
}

fn tiling(s: &mut Sample, content: &str) {
    let dict = dictionary! {
        "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 10, "YStep" => 10,
        "BBox" => rect([0.0, 0.0, 10.0, 10.0]), "Resources" => dictionary! {},
    };
    let cell = s.doc.add_object(Stream::new(dict, content.as_bytes().to_vec()));
    s.resource("Pattern", "P", cell);
    s.draw("/Pattern cs /P scn 60 60 20 20 re f");
}

pub(super) fn profiled(s: &mut Sample, n: i64) {
    let icc = s.doc.add_object(Stream::new(dictionary! { "N" => n }, vec![]));
    s.resource("ColorSpace", "G", Object::Array(vec!["ICCBased".into(), icc.into()]));
    let color = if n == 1 { "0.5" } else { "0.5 0 0 0" };
    s.draw(&format!("/G cs {color} sc 60 60 20 20 re f"));
}

pub(super) fn spot(s: &mut Sample, alternate: impl Into<Object>) {
    let tint = dictionary! { "FunctionType" => 2, "N" => 1 };
    let space = vec!["Separation".into(), "Gold".into(), alternate.into(), tint.into()];
    s.resource("ColorSpace", "S", Object::Array(space));
    s.draw("/S cs 0.5 scn 60 60 20 20 re f");
}

fn sheer(s: &mut Sample, group: Option<&str>) {
    s.resource("ExtGState", "A", dictionary! { "Type" => "ExtGState", "ca" => 0.5 });
    s.draw("q /A gs 0.5 0 0 0 k 60 60 20 20 re f Q");
    if let Some(space) = group {
        let group = dictionary! { "S" => "Transparency", "CS" => space };
        s.dict(s.page).set("Group", group);
    }
}

/// A spot ink as a resource; `tint` changes what it looks like.
fn ink(s: &mut Sample, resource: &str, name: &str, tint: lopdf::Dictionary) {
    let reals = |v: [f32; 4]| v.map(Object::Real).to_vec();
    let mut function = dictionary! {
        "FunctionType" => 2,
        "Domain" => vec![0.into(), 1.into()],
        "N" => 1,
        "C0" => reals([0.0; 4]),
        "C1" => reals([0.0, 0.3, 0.9, 0.1]),
    };
    tint.iter().for_each(|(key, value)| function.set(key.clone(), value.clone()));
    let space = vec!["Separation".into(), name.into(), "DeviceCMYK".into(), function.into()];
    s.resource("ColorSpace", resource, Object::Array(space));
}

/// Spot inks that all paint.
fn inks(s: &mut Sample, names: &[&str]) {
    for (i, name) in names.iter().enumerate() {
        ink(s, &format!("Ink{i}"), name, dictionary! {});
        s.draw(&format!("/O gs /Ink{i} cs 0.5 scn {} 60 10 10 re f", 60 + 12 * i));
    }
}
