//! Rules about boxes, fonts, colours and the things on a page.

use lopdf::{Object, Stream, dictionary};

use super::sample::{Sample, rect};
use super::*;

#[test]
fn boxes() {
    breaks("P0401", |s| {
        s.dict(s.page).remove(b"TrimBox");
    });
    breaks("P0402", |s| {
        s.dict(s.page).set("MediaBox", rect([22.0, 0.0, 320.0, 320.0]));
        s.dict(s.page).set("TrimBox", rect([31.0, 30.0, 290.0, 290.0]));
    });
    breaks("P0403", |s| s.dict(s.page).set("ArtBox", rect([40.0, 40.0, 200.0, 200.0])));
    let second = |s: &mut Sample, trim: [f32; 4]| {
        let mut page = s.dict(s.page).clone();
        page.set("TrimBox", rect(trim));
        page.remove(b"Resources");
        let content = s.doc.add_object(Stream::new(dictionary! {}, vec![]));
        page.set("Contents", content);
        let page = s.doc.add_object(page);
        let kids = vec![s.page.into(), page.into()];
        s.dict(s.tree).set("Kids", kids);
    };
    breaks("P0404", |s| second(s, [30.0, 30.0, 290.0, 280.0]));
    keeps(|s| second(s, [30.0, 30.0, 290.0, 290.0]));
    breaks("P0405", |s| s.dict(s.page).set("BleedBox", rect([21.0, 21.0, 299.0, 298.0])));
}

#[test]
fn bleed_is_judged_on_pixels() {
    breaks("P0406", |s| s.content = s.content.replace("21 21 278 278", "21 21 269 278"));
    keeps(|s| s.content = s.content.replace("21 21 278 278", "32 21 256 278"));
    let mut sample = Sample::new();
    sample.content = sample.content.replace("21 21 278 278", "21 21 278 269");
    let verdict = run(&sample.bytes());
    assert_eq!(verdict.findings[0].args["side"], "top");
    assert_eq!(verdict.findings[0].page, Some(1));
}

fn marks(s: &mut Sample) {
    let tint = dictionary! {
        "FunctionType" => 2,
        "Domain" => vec![0.into(), 1.into()],
        "N" => 1,
        "C0" => vec![0.into(); 4],
        "C1" => vec![1.into(); 4],
    };
    let all = vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), tint.into()];
    s.resource("ColorSpace", "All", Object::Array(all));
    s.draw("q /All CS 1 SCN 0.25 w 0 30 m 18 30 l S 30 0 m 30 18 l S Q");
}

#[test]
fn printers_marks() {
    let with = |expect| Limits { expect_marks: Some(expect), ..Limits::default() };
    let mut marked = Sample::new();
    marks(&mut marked);
    let marked = marked.bytes();
    let plain = Sample::new().bytes();
    assert_eq!(broken(&plain, &with(true)), ["P0407"]);
    assert_eq!(broken(&marked, &with(false)), ["P0408"]);
    assert!(broken(&marked, &with(true)).is_empty() && broken(&plain, &with(false)).is_empty());
    // All of every plate outside the bleed is no ink on the paper that stays.
    keeps(marks);
}

#[test]
fn fonts() {
    breaks("P0501", |s| {
        s.dict(s.descriptor).remove(b"FontFile2");
    });
    breaks("P0502", |s| s.dict(s.font).set("BaseFont", "Test"));
    breaks("P0503", |s| {
        let glyph = s.doc.add_object(Stream::new(dictionary! {}, b"500 0 0 0 500 700 d1".to_vec()));
        let font = s.doc.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type3",
            "FontBBox" => rect([0.0, 0.0, 1000.0, 1000.0]),
            "FontMatrix" => rect([0.001, 0.0, 0.0, 0.001]),
            "CharProcs" => dictionary! { "a" => glyph },
            "Encoding" => dictionary! { "Differences" => vec![97.into(), "a".into()] },
            "FirstChar" => 97,
            "Widths" => vec![500.into()],
        });
        s.resource("Font", "T3", font);
        s.draw("/O gs BT /T3 10 Tf 1 0 0 1 60 100 Tm (a) Tj ET");
    });
    breaks("P0504", |s| s.draw("/O gs BT /F 10 Tf 1 0 0 1 60 100 Tm <0000> Tj ET"));
    keeps(|s| s.draw("/O gs BT 3 Tr /F 10 Tf 1 0 0 1 60 100 Tm <0000> Tj ET"));
}

#[test]
fn colours() {
    breaks("P0601", |s| s.draw("1 0 0 rg 60 60 20 20 re f"));
    breaks("P0601", |s| s.dict(s.image).set("ColorSpace", "DeviceRGB"));
    breaks("P0601", |s| {
        let table = Object::string_literal(vec![0; 6]);
        let indexed = vec!["Indexed".into(), "DeviceRGB".into(), 1.into(), table];
        s.dict(s.image).set("ColorSpace", Object::Array(indexed));
    });
    breaks("P0601", |s| {
        let lab = vec!["Lab".into(), dictionary! { "WhitePoint" => vec![1.into(); 3] }.into()];
        s.resource("ColorSpace", "L", Object::Array(lab));
        s.draw("/L cs 50 0 0 sc 60 60 20 20 re f");
    });
    breaks("P0601", |s| {
        let shading = dictionary! { "ShadingType" => 2, "ColorSpace" => "DeviceRGB" };
        s.resource("Shading", "S", shading);
        s.draw("q 60 60 20 20 re W n /S sh Q");
    });
    breaks("P0601", |s| {
        let dict = dictionary! {
            "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 10, "YStep" => 10,
            "BBox" => rect([0.0, 0.0, 10.0, 10.0]), "Resources" => dictionary! {},
        };
        let cell = s.doc.add_object(Stream::new(dict, b"1 0 0 rg 1 1 5 5 re f".to_vec()));
        s.resource("Pattern", "P", cell);
        s.draw("/Pattern cs /P scn 60 60 20 20 re f");
    });
    breaks("P0602", |s| {
        let icc = s.doc.add_object(Stream::new(dictionary! { "N" => 1 }, vec![]));
        s.resource("ColorSpace", "G", Object::Array(vec!["ICCBased".into(), icc.into()]));
        s.draw("/G cs 0.5 sc 60 60 20 20 re f");
    });
    let spot = |s: &mut Sample, alternate: &str| {
        let tint = dictionary! { "FunctionType" => 2, "N" => 1 };
        let space = vec!["Separation".into(), "Gold".into(), alternate.into(), tint.into()];
        s.resource("ColorSpace", "S", Object::Array(space));
        s.draw("/S cs 0.5 scn 60 60 20 20 re f");
    };
    breaks("P0603", |s| spot(s, "DeviceRGB"));
    keeps(|s| spot(s, "DeviceCMYK"));
    // Colours nobody paints with are no harm.
    keeps(|s| s.draw("1 0 0 rg"));
}

#[test]
fn blending_space() {
    let sheer = |s: &mut Sample, group: Option<&str>| {
        s.resource("ExtGState", "A", dictionary! { "Type" => "ExtGState", "ca" => 0.5 });
        s.draw("q /A gs 0.5 0 0 0 k 60 60 20 20 re f Q");
        if let Some(space) = group {
            let group = dictionary! { "S" => "Transparency", "CS" => space };
            s.dict(s.page).set("Group", group);
        }
    };
    breaks("P0604", |s| sheer(s, None));
    breaks("P0604", |s| sheer(s, Some("DeviceGray")));
    keeps(|s| sheer(s, Some("DeviceCMYK")));
}

#[test]
fn images() {
    let sized = |s: &mut Sample, pt: f64| {
        s.content = s.content.replace("14.4 0 0 14.4", &format!("{pt} 0 0 {pt}"));
    };
    breaks("P0701", |s| sized(s, 28.9));
    breaks("P0702", |s| sized(s, 28.7));
    breaks("P0702", |s| sized(s, 17.4));
    keeps(|s| sized(s, 17.2));
    let mask = |s: &mut Sample| {
        let image = s.dict(s.image);
        image.remove(b"ColorSpace");
        image.set("ImageMask", true);
        image.set("BitsPerComponent", 1);
    };
    breaks("P0703", mask);
    keeps(|s| {
        mask(s);
        sized(s, 7.2);
    });
}

#[test]
fn strokes() {
    breaks("P0704", |s| s.draw("0.24 w 60 100 m 90 100 l S"));
    breaks("P0704", |s| s.draw("0 w 60 100 m 90 100 l S"));
    breaks("P0704", |s| s.draw("q 0.2 0 0 0.2 0 0 cm 1 w 400 500 m 450 500 l S Q"));
    keeps(|s| s.draw("q 10 0 0 10 0 0 cm 0.025 w 6 10 m 9 10 l S Q"));
}

#[test]
fn text() {
    let at = |s: &mut Sample, size: f64, x: f64, y: f64| {
        s.draw(&format!("/O gs 0 0 0 1 k BT /F {size} Tf 1 0 0 1 {x} {y} Tm <00010002> Tj ET"));
    };
    breaks("P0705", |s| at(s, 5.9, 100.0, 100.0));
    keeps(|s| at(s, 6.0, 100.0, 100.0));
    breaks("P0706", |s| at(s, 8.0, 43.0, 100.0));
    breaks("P0706", |s| at(s, 8.0, 261.0, 100.0));
    breaks("P0706", |s| at(s, 8.0, 25.0, 100.0));
    keeps(|s| at(s, 8.0, 45.0, 100.0));
    // In the slug nobody minds.
    keeps(|s| at(s, 4.0, 60.0, 5.0));
    let colored = |s: &mut Sample, state: &str, color: &str, size: i32| {
        s.draw(&format!("/{state} gs {color} BT /F {size} Tf 1 0 0 1 60 100 Tm <0001> Tj ET"));
    };
    breaks("P0707", |s| colored(s, "O", "0.4 0 0 1 k", 10));
    breaks("P0707", |s| colored(s, "O", "0.4 0.3 0.3 1 k", 14));
    breaks("P0708", |s| colored(s, "N", "0 0 0 1 k", 10));
    breaks("P0708", |s| colored(s, "N", "0 g", 10));
    breaks("P0709", |s| colored(s, "O", "0 0 0 0 k", 10));
    breaks("P0709", |s| s.draw("/O gs 0 0 0 0 k 60 60 20 20 re f"));
    keeps(|s| colored(s, "N", "0 0 0 0 k", 10));
    breaks("P0710", |s| colored(s, "N", "0.2 0.3 0.4 0.1 k", 11));
    keeps(|s| colored(s, "N", "0.2 0.3 0.4 0.1 k", 12));
    keeps(|s| colored(s, "N", "0.2 0.3 0.4 0 k", 8));
}
