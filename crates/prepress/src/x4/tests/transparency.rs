//! Blending spaces and masks.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::*;

fn blending_space(printed: &Printed) -> Option<String> {
    let group = as_dict(printed.entry(printed.first(), "Group"))?;
    Some(String::from_utf8_lossy(printed.entry(group, "CS").as_name().ok()?).into_owned())
}

#[test]
fn a_page_with_transparency_declares_a_cmyk_blending_space() {
    for state in [
        dictionary! { "ca" => Object::Real(0.5) },
        dictionary! { "CA" => Object::Real(0.5) },
        dictionary! { "BM" => "Multiply" },
    ] {
        let printed = Printed::page(
            "/G gs 0 0 9 9 re f",
            dictionary! {
                "ExtGState" => dictionary! { "G" => state },
            },
        );
        assert_eq!(blending_space(&printed).as_deref(), Some("DeviceCMYK"));
    }
}

#[test]
fn an_opaque_page_declares_none() {
    let mut draft = Draft::new();
    let state = dictionary! { "BM" => "Normal", "ca" => 1 };
    let group = dictionary! { "S" => "Transparency", "CS" => "DeviceRGB" };
    draft.page(
        "/G gs 0 0 9 9 re f",
        dictionary! { "ExtGState" => dictionary! { "G" => state } },
        dictionary! { "Group" => group },
    );
    assert_eq!(blending_space(&Printed::of(&draft.bytes(Dictionary::new()))), None);
}

fn masked(kind: &str) -> Printed {
    let mut draft = Draft::new();
    let group = dictionary! { "S" => "Transparency", "CS" => "DeviceRGB" };
    let form = draft.add(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => list(&[0.0, 0.0, 9.0, 9.0]),
            "Group" => group,
        },
        b"1 0 0 rg 0 0 9 9 re f 0.5 0.5 0.5 RG 0 0 m 9 9 l S".to_vec(),
    ));
    let mut mask = dictionary! { "S" => kind, "G" => form };
    if kind == "Luminosity" {
        mask.set("BC", list(&[0.0, 1.0, 0.0]));
    }
    let state = dictionary! { "SMask" => mask };
    draft.page(
        "/G gs 0 0 9 9 re f",
        dictionary! { "ExtGState" => dictionary! { "G" => state } },
        Dictionary::new(),
    );
    Printed::of(&draft.bytes(Dictionary::new()))
}

#[test]
fn a_luminosity_mask_becomes_grey() {
    let printed = masked("Luminosity");
    assert_eq!(blending_space(&printed).as_deref(), Some("DeviceCMYK"));
    let state = printed.dict(printed.resource("ExtGState", "G"));
    let mask = printed.dict(printed.entry(state, "SMask"));
    let backdrop = printed.entry(mask, "BC").as_array().expect("a backdrop");
    assert!((backdrop[0].as_float().expect("a number") - 0.59).abs() < 0.01);
    let form = printed.entry(mask, "G");
    let group = printed.dict(printed.entry(printed.dict(form), "Group"));
    assert_eq!(printed.entry(group, "CS").as_name().ok(), Some(&b"DeviceGray"[..]));
    let content = String::from_utf8_lossy(&printed.bytes(form)).into_owned();
    assert!(content.contains(".3 g") && content.contains(".5 G"), "{content}");
}

#[test]
fn an_alpha_mask_is_converted_as_ink() {
    let printed = masked("Alpha");
    let state = printed.dict(printed.resource("ExtGState", "G"));
    let mask = printed.dict(printed.entry(state, "SMask"));
    let content = String::from_utf8_lossy(&printed.bytes(printed.entry(mask, "G"))).into_owned();
    assert!(content.contains(" k "), "{content}");
}

#[test]
fn a_group_in_a_form_blends_in_cmyk() {
    let mut draft = Draft::new();
    let group = dictionary! { "S" => "Transparency", "CS" => "DeviceRGB", "I" => true };
    let form = draft.add(Stream::new(
        dictionary! {
            "Subtype" => "Form", "BBox" => list(&[0.0, 0.0, 9.0, 9.0]), "Group" => group,
        },
        b"0 g 0 0 9 9 re f".to_vec(),
    ));
    let resources = dictionary! { "XObject" => dictionary! { "X" => form } };
    draft.page("/X Do", resources, Dictionary::new());
    let printed = Printed::of(&draft.bytes(Dictionary::new()));
    let form = printed.dict(printed.resource("XObject", "X"));
    let group = printed.dict(printed.entry(form, "Group"));
    assert_eq!(printed.entry(group, "CS").as_name().ok(), Some(&b"DeviceCMYK"[..]));
    assert!(printed.entry(group, "I").as_bool().unwrap_or(false), "isolation is kept");
    assert_eq!(blending_space(&printed).as_deref(), Some("DeviceCMYK"));
}
