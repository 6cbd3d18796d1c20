//! Chapter 6: colour spaces, blending and total ink.

use lopdf::{Object, Stream, dictionary};

use super::super::rules;
use super::super::sample::{Sample, rect};
use super::case::{Case, case};

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
                // 14 mm² here and there are no area, nor is what a die line adds.
                |s| s.draw("0.9 0.9 0.8 0.5 k 100 60 10 11 re f 120 60 10 11 re f"),
                |s| {
                    spot(s, "DeviceCMYK");
                    let tint = dictionary! { "FunctionType" => 2, "N" => 1 };
                    let die = vec![
                        "Separation".into(),
                        "CutContour".into(),
                        "DeviceCMYK".into(),
                        tint.into(),
                    ];
                    s.resource("ColorSpace", "T", Object::Array(die));
                    s.draw("0.9 0.9 0.8 0 k 100 60 50 50 re f /O gs /T cs 1 scn 100 60 50 50 re f /N gs");
                },
            ],
        ),
    ]
}

/// An image that leaves its colours to the header of its JPEG 2000.
fn jpeg_2000(s: &mut Sample, components: u8, space: u8) {
    let boxed = |kind: &[u8], contents: &[u8]| {
        let length = (contents.len() as u32 + 8).to_be_bytes();
        [&length, kind, contents].concat()
    };
    let image = boxed(b"ihdr", &[0, 0, 0, 60, 0, 0, 0, 60, 0, components, 7, 7, 0, 0]);
    let color = boxed(b"colr", &[1, 0, 0, 0, 0, 0, space]);
    let header = boxed(b"jp2h", &[image, color].concat());
    let file = [boxed(b"jP  ", b"\r\n\x87\n"), header].concat();
    let image = s.doc.get_object_mut(s.image).unwrap().as_stream_mut().unwrap();
    image.set_content(file);
    image.dict.set("Filter", "JPXDecode");
    image.dict.remove(b"ColorSpace");
    image.dict.remove(b"BitsPerComponent");
}

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

fn profiled(s: &mut Sample, n: i64) {
    let icc = s.doc.add_object(Stream::new(dictionary! { "N" => n }, vec![]));
    s.resource("ColorSpace", "G", Object::Array(vec!["ICCBased".into(), icc.into()]));
    let color = if n == 1 { "0.5" } else { "0.5 0 0 0" };
    s.draw(&format!("/G cs {color} sc 60 60 20 20 re f"));
}

fn spot(s: &mut Sample, alternate: impl Into<Object>) {
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
