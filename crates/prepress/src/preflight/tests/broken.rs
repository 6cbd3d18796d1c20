//! Contents that are broken: each fault is told, and what is lost by it is not checked.

use jpeg_encoder::{ColorType, Encoder};
use lopdf::{Stream, dictionary};

use super::sample::Sample;
use super::*;

/// What is said of contents that go on with these, and what became of a rule about colour.
fn said(content: &str) -> (Vec<String>, RuleOutcome) {
    let mut sample = Sample::new();
    sample.draw(content);
    let verdict = run(&sample.bytes());
    let said = verdict.findings.iter().map(|finding| words(finding, Lang::En).0).collect();
    let colour = verdict.rules.iter().find(|of| of.rule == rules::RGB).unwrap();
    (said, colour.outcome)
}

/// What stands behind the fault and no reader agrees on.
const BEHIND: &str = "1 1 1 1 k 100 100 90 90 re f";

#[test]
fn what_has_no_end_is_told_and_what_it_takes_in_is_not_checked() {
    for (fault, what) in [
        ("(broken", "a string without an end"),
        ("(broken (more) ", "a string without an end"),
        ("<0102 ", "a string without an end"),
        ("[ 1 2 ", "an array without an end"),
        ("<< /A 1 ", "a dictionary without an end"),
        ("/Span << /A [ 1 ", "an array without an end"),
        ("BI /W 2 /H 2 /BPC 8 /CS /G ID \0\u{1}", "an inline image cut short"),
    ] {
        let (said, colour) = said(&format!("{fault} {BEHIND}"));
        assert_eq!(said[0], format!("a part of the contents is broken: {what}"), "{fault}");
        assert_eq!(colour, RuleOutcome::NotChecked, "{fault}");
    }
}

#[test]
fn an_array_that_takes_in_operators_is_told_though_it_ends() {
    let (said, colour) = said(&format!("[ {BEHIND} ] 0 d"));
    assert_eq!(said, ["a part of the contents is broken: an array without an end"]);
    assert_eq!(colour, RuleOutcome::NotChecked);
}

#[test]
fn operands_that_do_not_fit_are_told() {
    for (content, operator) in [
        ("1 1 1 k 60 60 9 9 re f", "k"),
        ("0 0 0 0 0 0 0 0.2 k", "k"),
        ("0.2 0 0 k", "k"),
        ("(a) g", "g"),
        ("60 60 9 re f", "re"),
        ("1 0 0 1 cm", "cm"),
        ("/F Tf", "Tf"),
        ("9 gs", "gs"),
        ("[1 (a)] 0 d", "d"),
        ("/DeviceCMYK cs 0 0 1 sc", "sc"),
        ("9 9 l 60 60 m l S", "l"),
        ("BT /F 9 Tf 9 Tj ET", "Tj"),
    ] {
        let (said, colour) = said(content);
        let wanted = format!("a part of the contents is broken: the operands of {operator}");
        assert!(said.contains(&wanted), "{content}: {said:?}");
        assert_ne!(colour, RuleOutcome::NotChecked, "{content}");
    }
    assert_eq!(
        said("60 60 9 9 re f 1 1").0,
        ["a part of the contents is broken: contents that end before an operator"]
    );
}

#[test]
fn an_inline_image_with_too_few_bytes_is_told() {
    let image = |size: usize| {
        let data = "a".repeat(size);
        said(&format!("q 9 0 0 9 60 60 cm BI /W 2 /H 2 /BPC 8 /CS /CMYK ID {data} EI Q")).0
    };
    assert_eq!(image(16), [""; 0]);
    assert_eq!(image(9), ["a part of the contents is broken: an inline image cut short"]);
}

#[test]
fn a_form_ends_no_layer_of_the_contents_that_draw_it() {
    use lopdf::{Object, Stream, dictionary};
    let mut sample = Sample::new();
    let layer = sample.doc.add_object(dictionary! { "Type" => "OCG", "Name" => "L" });
    let off = dictionary! { "OFF" => vec![Object::Reference(layer)] };
    let properties = dictionary! { "OCGs" => vec![Object::Reference(layer)], "D" => off };
    sample.dict(sample.catalog).set("OCProperties", properties);
    sample.resource("Properties", "L", layer);
    let bounds = [0, 0, 320, 320].map(Object::Integer).to_vec();
    let dict = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds };
    let content = b"/OC /L BDC 1 0 0 rg 60 60 9 9 re f EMC EMC".to_vec();
    let form = sample.doc.add_object(Stream::new(dict, content));
    sample.resource("XObject", "B", form);
    sample.draw("/Span BMC /B Do /OC /L BDC 1 0 0 rg 60 60 9 9 re f EMC EMC");
    let verdict = run(&sample.bytes());
    let codes: Vec<_> = verdict.findings.iter().map(|finding| finding.rule.code).collect();
    assert!(!codes.contains(&"P0601") && codes.contains(&"P0111"), "{codes:?}");
}

#[test]
fn a_form_that_does_not_say_how_large_it_is_is_told_and_seen() {
    let mut sample = Sample::new();
    let dict = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
    let form = sample.doc.add_object(Stream::new(dict, b"1 1 1 1 k 60 60 90 90 re f".to_vec()));
    sample.resource("XObject", "B", form);
    sample.draw("/B Do");
    let verdict = run(&sample.bytes());
    let codes: Vec<_> = verdict.findings.iter().map(|finding| finding.rule.code).collect();
    assert_eq!(codes, ["P0108", "P0605"]);
    assert_eq!(verdict.ink[0].max_percent.round(), 400.0);
}

#[test]
fn a_cell_that_lacks_what_places_it_is_told() {
    for key in ["BBox", "XStep", "YStep"] {
        let mut sample = Sample::new();
        let mut dict = dictionary! {
            "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 9, "YStep" => 9,
            "BBox" => super::sample::rect([0.0, 0.0, 9.0, 9.0]), "Resources" => dictionary! {},
        };
        dict.remove(key.as_bytes());
        let cell = sample.doc.add_object(Stream::new(dict, b"0.5 g 0 0 9 9 re f".to_vec()));
        sample.resource("Pattern", "P", cell);
        sample.draw("/Pattern cs /P scn 60 60 90 90 re f");
        let verdict = run(&sample.bytes());
        let codes: Vec<_> = verdict.findings.iter().map(|finding| finding.rule.code).collect();
        assert_eq!(codes, ["P0108"], "{key}");
    }
}

#[test]
fn a_picture_that_is_not_what_is_said_is_told_and_its_ink_is_not_checked() {
    for (said, bits, told) in [
        ((60, 60), 8, false),
        ((60, 90), 8, true),
        ((30, 30), 8, true),
        ((120, 60), 8, true),
        ((60, 60), 4, true),
    ] {
        let mut sample = Sample::new();
        let mut data = vec![];
        let coder = Encoder::new(&mut data, 90);
        coder.encode(&[40, 90, 120, 10].repeat(3600), 60, 60, ColorType::Cmyk).unwrap();
        let image = sample.doc.get_object_mut(sample.image).unwrap().as_stream_mut().unwrap();
        image.set_content(data);
        image.dict.set("Filter", "DCTDecode");
        image.dict.set("Width", said.0);
        image.dict.set("Height", said.1);
        image.dict.set("BitsPerComponent", bits);
        sample.content = sample.content.replace("14.4 0 0 14.4", "7 0 0 7");
        let verdict = run(&sample.bytes());
        let broken = verdict.findings.iter().find(|f| f.rule == rules::BROKEN_STREAM);
        assert_eq!(broken.is_some(), told, "{said:?}");
        let ink = verdict.rules.iter().find(|of| of.rule == rules::INK).unwrap();
        assert_eq!(ink.outcome == RuleOutcome::NotChecked, told, "{said:?}");
        if let Some(broken) = broken {
            let text = words(broken, Lang::En).0;
            assert!(text.contains("60 × 60 px and 8 bits"), "{text}");
            assert_eq!(broken.place.unwrap().map(f64::round), [60.0, 200.0, 67.0, 207.0]);
        }
    }
}

#[test]
fn ink_through_a_soft_mask_of_another_size_than_it_says_is_not_checked() {
    for (said, checked) in [(60, true), (30, false)] {
        let mut data = vec![];
        Encoder::new(&mut data, 90).encode(&[200; 3600], 60, 60, ColorType::Luma).unwrap();
        let dict = dictionary! {
            "Subtype" => "Image", "Width" => said, "Height" => said, "BitsPerComponent" => 8,
            "ColorSpace" => "DeviceGray", "Filter" => "DCTDecode",
        };
        let mut sample = Sample::new();
        let mask = sample.doc.add_object(Stream::new(dict, data));
        sample.dict(sample.image).set("SMask", mask);
        sample.content = sample.content.replace("14.4 0 0 14.4", "7 0 0 7");
        let verdict = run(&sample.bytes());
        let told = verdict.findings.iter().any(|f| f.rule == rules::BROKEN_STREAM);
        assert_eq!(told, !checked, "{said}");
        let ink = verdict.rules.iter().find(|of| of.rule == rules::INK).unwrap();
        assert_eq!(ink.outcome == RuleOutcome::NotChecked, !checked, "{said}");
    }
}
