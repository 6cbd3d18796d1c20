//! Chapter 5: fonts, and parts that PDF/X forbids.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::super::rules;
use super::super::sample::{Sample, rect};
use super::case::{Case, case};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            rules::FONT_EMBED,
            &[|s| {
                s.dict(s.descriptor).remove(b"FontFile2");
            }],
            // A font nobody shows need not be there.
            &[|s| s.resource("Font", "Z", dictionary! { "Subtype" => "Type1", "BaseFont" => "Z" })],
        ),
        case(
            rules::FONT_SUBSET,
            &[|s| s.dict(s.font).set("BaseFont", "Test")],
            &[|s| s.dict(s.font).set("BaseFont", "QWERTY+Test")],
        ),
        case(rules::FONT_TYPE3, &[|s| type3(s, 0)], &[|s| type3(s, 3)]),
        case(
            rules::NOTDEF,
            &[|s| s.draw("/O gs BT /F 10 Tf 1 0 0 1 60 100 Tm <0000> Tj ET")],
            &[|s| s.draw("/O gs BT 3 Tr /F 10 Tf 1 0 0 1 60 100 Tm <0000> Tj ET")],
        ),
        case(
            rules::LZW,
            &[|s| filtered(s, "LZWDecode", vec![0x80, 0x40, 0x00])],
            &[|s| filtered(s, "ASCIIHexDecode", b"00>".to_vec())],
        ),
        case(
            rules::TRANSFER,
            &[
                |s| state(s, "TR", dictionary! { "FunctionType" => 2 }.into()),
                |s| s.resource("ExtGState", "T", dictionary! { "TR2" => dictionary! {} }),
            ],
            &[|s| state(s, "TR", "Identity".into()), |s| state(s, "TR2", "Default".into())],
        ),
        case(
            rules::HALFTONE,
            &[|s| state(s, "HT", dictionary! {}.into())],
            &[|s| state(s, "HT", "Default".into())],
        ),
        case(
            rules::ALTERNATES,
            &[|s| s.dict(s.image).set("Alternates", vec![dictionary! {}.into()])],
            &[|s| s.dict(s.image).set("Intent", "RelativeColorimetric")],
        ),
        case(
            rules::OPI,
            &[|s| s.dict(s.image).set("OPI", dictionary! {})],
            &[|s| s.dict(s.image).set("Interpolate", true)],
        ),
        case(rules::POSTSCRIPT, &[|s| object(s, "PS")], &[|s| object(s, "Form")]),
        case(rules::REFERENCE, &[|s| form(s, true)], &[|s| form(s, false)]),
        case(
            rules::LAYER_AUTO,
            &[|s| layers(s, dictionary! { "AS" => Vec::<Object>::new() })],
            &[|s| layers(s, dictionary! {})],
        ),
        case(
            rules::COURIER,
            &[|s| named(s, "Courier"), |s| named(s, "CourierNewPSMT")],
            &[|s| named(s, "Curious")],
        ),
        case(
            rules::FONT_BROKEN,
            &[|s| program(s, vec![0; 64]), |s| program(s, b"%!PS-AdobeFont".to_vec())],
            &[|s| program(s, super::super::sample::program())],
        ),
    ]
}

fn type3(s: &mut Sample, mode: i32) {
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
    s.draw(&format!("/O gs BT {mode} Tr /T3 10 Tf 1 0 0 1 60 100 Tm (a) Tj ET"));
}

fn filtered(s: &mut Sample, filter: &str, data: Vec<u8>) {
    s.doc.add_object(Stream::new(dictionary! { "Filter" => filter }, data));
}

fn state(s: &mut Sample, key: &str, value: Object) {
    let mut gs = dictionary! { "Type" => "ExtGState" };
    gs.set(key, value);
    s.doc.add_object(gs);
}

fn object(s: &mut Sample, kind: &str) {
    let dict = dictionary! { "Type" => "XObject", "Subtype" => kind };
    s.doc.add_object(Stream::new(dict, vec![]));
}

/// A form, one that stands for a page of another file or not.
fn form(s: &mut Sample, reference: bool) {
    let mut form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([60.0, 60.0, 90.0, 90.0]),
    };
    if reference {
        form.set("Ref", dictionary! { "F" => Object::string_literal("other.pdf"), "Page" => 0 });
    }
    let form = s.doc.add_object(Stream::new(form, b"0 0 0 0.2 k 60 60 20 20 re f".to_vec()));
    s.resource("XObject", "F", form);
    s.draw("/F Do");
}

fn layers(s: &mut Sample, shown: Dictionary) {
    let properties = dictionary! { "OCGs" => Vec::<Object>::new(), "D" => shown };
    s.dict(s.catalog).set("OCProperties", properties);
}

fn named(s: &mut Sample, name: &str) {
    for font in [s.font, s.descendant] {
        s.dict(font).set("BaseFont", format!("ABCDEF+{name}").as_str());
    }
}

fn program(s: &mut Sample, data: Vec<u8>) {
    let program = s.doc.add_object(Stream::new(dictionary! {}, data));
    s.dict(s.descriptor).set("FontFile2", program);
}
