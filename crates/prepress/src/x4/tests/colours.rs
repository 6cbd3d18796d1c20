//! Flat colours, overprinting and spot colours.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::*;

#[test]
fn rgb_becomes_the_cmms_cmyk() {
    let content = Printed::page("1 0 0 rg 0 0 50 50 re f", Dictionary::new()).content();
    let [c, m, y, k] = ink(&content, "k");
    assert!(c < 0.1 && m > 0.8 && y > 0.7 && k < 0.1, "{content}");
    assert!(!content.contains("rg"), "{content}");
}

#[test]
fn neutral_greys_stay_on_black() {
    for grey in ["0.5 0.5 0.5 rg", "0.5 0.5 0.5 RG"] {
        let content = Printed::page(&format!("{grey} 0 0 50 50 re f"), Dictionary::new()).content();
        let [c, m, y, k] = ink(&content, if grey.ends_with("rg") { "k" } else { "K" });
        assert_eq!([c, m, y], [0.0; 3]);
        assert!((0.5..0.75).contains(&k), "the tone of sRGB, not 1 − g: {k}");
    }
    assert!(Printed::page("0 0 0 rg", Dictionary::new()).content().contains("0 0 0 1 k"));
    assert!(Printed::page("1 1 1 rg", Dictionary::new()).content().contains("0 0 0 0 k"));
    assert!(Printed::page(".25 g", Dictionary::new()).content().contains("0 0 0 .75 k"));
}

#[test]
fn cmyk_keeps_its_digits() {
    let content = "q 0.4509804 0 .25 1.0 k 0 0 50 50 re f Q";
    assert_eq!(Printed::page(content, Dictionary::new()).content(), content);
}

#[test]
fn named_spaces_become_device_cmyk() {
    let mut draft = Draft::new();
    let icc = moxcms::ColorProfile::new_srgb().encode().expect("a profile");
    let icc = draft.add(Stream::new(dictionary! { "N" => 3 }, icc));
    let white = list(&[0.9505, 1.0, 1.089]);
    let spaces = dictionary! {
        "Icc" => vec!["ICCBased".into(), icc],
        "Cal" => vec!["CalRGB".into(), dictionary! {
            "WhitePoint" => white.clone(), "Gamma" => list(&[2.2; 3]),
            "Matrix" => list(&[0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505]),
        }.into()],
        "Lab" => vec!["Lab".into(), dictionary! {
            "WhitePoint" => white, "Range" => list(&[-128.0, 127.0, -128.0, 127.0]) }.into()],
        "Idx" => vec!["Indexed".into(), "DeviceRGB".into(), 1.into(),
            Object::string_literal(vec![0u8, 0, 0, 255, 0, 0])],
    };
    let content =
        "/Icc cs 1 0 0 scn f /Cal cs 1 0 0 sc f /Lab cs 54.3 80.8 69.9 sc f /Idx cs 1 sc f";
    draft.page(content, dictionary! { "ColorSpace" => spaces }, Dictionary::new());
    let printed = Printed::of(&draft.bytes(Dictionary::new()));
    let content = printed.content();
    let reds = content.split(" f").filter(|part| part.contains('k'));
    for red in reds.map(|part| part.rsplit_once(" k").map_or(part, |p| p.0)) {
        let ink = ink(&format!("{red} k"), "k");
        let last: Vec<f64> = red.split_whitespace().rev().take(4).flat_map(str::parse).collect();
        let (k, y, m, c) = (last[0], last[1], last[2], last[3]);
        assert!(c < 0.15 && m > 0.8 && y > 0.7 && k < 0.15, "{red} {ink:?}");
    }
    assert!(!content.contains("cs") && !content.contains("sc"), "{content}");
    assert!(printed.dict(printed.entry(printed.first(), "Resources")).get(b"ColorSpace").is_err());
}

#[test]
fn a_name_needs_no_space_before_it() {
    let spaces = dictionary! { "C" => "DeviceGray" };
    let printed = Printed::page(
        "1 0 0 1 0 0 cm/C cs 1 sc 0 0 9 9 re f",
        dictionary! {
            "ColorSpace" => spaces,
        },
    );
    assert!(printed.content().contains("cm 0 0 0 1 k"), "{}", printed.content());
}

#[test]
fn a_resource_goes_before_what_inline_images_abbreviate() {
    let spaces = dictionary! { "CMYK" => "DeviceGray", "DeviceGray" => "DeviceRGB" };
    let resources = dictionary! { "ColorSpace" => spaces };
    let content = Printed::page("/CMYK cs 0.25 sc 0 0 9 9 re f", resources).content();
    assert!(content.contains("0 0 0 .75 k"), "{content}");
}

#[test]
fn black_text_and_rules_overprint_and_white_never() {
    let mut draft = Draft::new();
    let font = font(&mut draft);
    let content = "q 0 0 0 1 k BT /F 9 Tf (black) Tj ET 0 0 0 0 k BT /F 9 Tf (white) Tj ET Q\n\
                   0 0 0 1 K 0.5 w 0 0 m 90 0 l S\n\
                   0 0 0 1 k 10 10 90 90 re f\n\
                   0 0 0 1 k 10 10 90 1 re f\n\
                   0 0 0 .5 k BT /F 9 Tf (grey) Tj ET";
    draft.page(content, dictionary! { "Font" => dictionary! { "F" => font } }, Dictionary::new());
    let pdf = draft.bytes(Dictionary::new());
    let printed = Printed::of(&pdf);
    let content = printed.content();
    for (before, after) in [
        ("/JkOn gs (black) Tj", ""),
        ("/JkOff gs (white) Tj", ""),
        ("0.5 w /JkOn gs 0 0 m 90 0 l S", "the rule"),
        ("0 0 0 1 k /JkOff gs 10 10 90 90 re f", "the area"),
        ("0 0 0 1 k /JkOn gs 10 10 90 1 re f", "the bar"),
        ("/JkOff gs (grey) Tj", "the tint"),
    ] {
        assert!(content.contains(before), "{after}: {before} in {content}");
    }
    let on = printed.dict(printed.resource("ExtGState", "JkOn"));
    assert_eq!(printed.entry(on, "OPM").as_i64().ok(), Some(1));
    assert!(printed.entry(on, "op").as_bool().unwrap_or(false));
    assert!(printed.entry(on, "OP").as_bool().unwrap_or(false));
    let plain = with_job(|job| {
        job.overprint_black = false;
        to_x4(&pdf, job)
    });
    let plain = Printed(Document::load_mem(&plain.expect("converts")).expect("reads"));
    assert!(!plain.content().contains("gs"));
}

#[test]
fn spot_colours_and_cmyk_overprint_where_the_input_asks_for_it() {
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => list(&[0.0, 1.0]),
        "C0" => list(&[0.0; 4]), "C1" => list(&[0.0, 1.0, 1.0, 0.0]),
    };
    let space =
        vec!["Separation".into(), "Red".into(), "DeviceCMYK".into(), Object::Dictionary(function)];
    let asks = dictionary! { "OP" => true, "op" => true, "OPM" => 1 };
    let areas = dictionary! { "OP" => false, "op" => true, "OPM" => 0 };
    let printed = Printed::page(
        "q /O gs 0 1 0 0 k 0 0 9 9 re f 1 0 0 rg 1 0 9 9 re f 0 0 0 0 k 2 0 9 9 re f\n\
         /S cs 1 scn 3 0 9 9 re f 0 scn 4 0 9 9 re f .5 g 5 0 9 9 re f Q\n\
         0 1 0 0 k 6 0 9 9 re f /A gs 0 1 0 0 K 7 0 9 9 re f 8 0 9 9 re S",
        dictionary! {
            "ColorSpace" => dictionary! { "S" => space },
            "ExtGState" => dictionary! { "O" => asks, "A" => areas },
        },
    );
    let content = printed.content();
    // Since the graphics state was saved or restored last.
    let before = |operator: &str| {
        let at = content.find(operator).unwrap_or_else(|| panic!("{operator} in {content}"));
        let text = content[..at].rsplit(" Q\n").next()?;
        text.rsplit_once("/Jk")?.1.split_whitespace().next()
    };
    for (operator, wanted) in [
        ("0 0 9 9 re f", Some("Areas")),
        ("1 0 9 9 re f", Some("Off")),
        ("2 0 9 9 re f", Some("Off")),
        ("3 0 9 9 re f", Some("Areas")),
        ("4 0 9 9 re f", Some("Off")),
        ("5 0 9 9 re f", Some("Off")),
        ("6 0 9 9 re f", None),
        ("7 0 9 9 re f", Some("Areas0")),
        ("8 0 9 9 re S", Some("Off")),
    ] {
        assert_eq!(before(operator), wanted, "{operator} in {content}");
    }
}

#[test]
fn overprinting_of_the_input_and_transfer_functions_are_left_out() {
    let state = dictionary! {
        "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1, "TR" => "Identity",
        "HT" => "Default", "LW" => 2, "ca" => 1,
    };
    let printed = Printed::page(
        "/G gs 0 0 9 9 re f",
        dictionary! {
            "ExtGState" => dictionary! { "G" => state },
        },
    );
    let state = printed.dict(printed.resource("ExtGState", "G"));
    let keys: Vec<_> = state.iter().map(|(key, _)| String::from_utf8_lossy(key)).collect();
    assert_eq!(keys, ["LW", "ca", "Type"]);
}

#[test]
fn a_separation_of_the_input_keeps_its_name_and_gets_a_cmyk_alternate() {
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => list(&[0.0, 1.0]),
        "C0" => list(&[1.0, 1.0, 1.0]), "C1" => list(&[1.0, 0.0, 0.0]),
    };
    let space =
        vec!["Separation".into(), "Red".into(), "DeviceRGB".into(), Object::Dictionary(function)];
    let printed = Printed::page(
        "/S cs .5 scn 0 0 9 9 re f",
        dictionary! {
            "ColorSpace" => dictionary! { "S" => space },
        },
    );
    assert!(printed.content().contains("/S cs .5 scn"));
    let space = printed.resource("ColorSpace", "S").as_array().expect("a space");
    assert_eq!(space[2].as_name().ok(), Some(&b"DeviceCMYK"[..]));
    let table = printed.bytes(&space[3]);
    assert!(table[..4].iter().all(|v| *v < 3), "no tint is paper: {:?}", &table[..4]);
    assert!(table[table.len() - 3] > 200, "full tint has magenta");
}

#[test]
fn forms_are_converted_once_and_keep_the_callers_state_out() {
    let mut draft = Draft::new();
    let form = draft.add(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => list(&[0.0, 0.0, 9.0, 9.0]) },
        b"1 0 0 rg 0 0 9 9 re f".to_vec(),
    ));
    draft.page(
        "0 0 0 1 K 0 0 m 9 9 l S /X Do /X Do",
        dictionary! { "XObject" => dictionary! { "X" => form } },
        Dictionary::new(),
    );
    let printed = Printed::of(&draft.bytes(Dictionary::new()));
    assert!(printed.content().contains("/JkOff gs /X Do"), "{}", printed.content());
    let form = printed.bytes(printed.resource("XObject", "X"));
    assert!(String::from_utf8_lossy(&form).contains(" k 0 0 9 9 re f"));
    let forms = printed.0.objects.values().filter(|o| {
        as_dict(o)
            .is_some_and(|d| d.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form"))
    });
    assert_eq!(forms.count(), 1);
}
