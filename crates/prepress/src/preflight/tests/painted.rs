//! Whatever a press paints is on the plates: annotations, groups, meshes; and nothing else is.

use lopdf::{Object, Stream, dictionary};

use super::sample::{Sample, rect};
use super::*;

#[track_caller]
fn inked(change: impl FnOnce(&mut Sample), content: &str, wanted: f64) {
    let mut sample = Sample::new();
    sample.content = content.into();
    change(&mut sample);
    let found = run(&sample.bytes()).ink.remove(0).max_percent;
    assert!((found - wanted).abs() <= 1.5, "{found}, not {wanted}");
}

/// A form over the whole page, with a group's entries if it is one.
fn form(s: &mut Sample, group: Option<(bool, bool)>, content: &str) -> Object {
    let mut form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 320.0, 320.0]),
        "Resources" => s.resources,
    };
    if let Some((isolated, knockout)) = group {
        form.set(
            "Group",
            dictionary! {
                "S" => "Transparency", "CS" => "DeviceCMYK", "I" => isolated, "K" => knockout,
            },
        );
    }
    s.resource("ExtGState", "M", dictionary! { "BM" => "Multiply" });
    s.doc.add_object(Stream::new(form, content.as_bytes().to_vec())).into()
}

#[test]
fn how_light_a_mask_is_is_no_colour() {
    let codes = |standard: Standard| {
        let mut sample = Sample::new();
        let group = dictionary! { "S" => "Transparency", "CS" => "DeviceRGB" };
        let form = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 320.0, 320.0]),
            "Group" => group,
        };
        let content = b"0.5 0.5 0.5 rg 60 60 40 40 re f".to_vec();
        let form = sample.doc.add_object(Stream::new(form, content));
        let mask = dictionary! { "S" => "Luminosity", "G" => form };
        sample.resource("ExtGState", "S", dictionary! { "SMask" => mask });
        sample.draw("q /S gs 0.5 0 0 0 k 60 60 40 40 re f Q");
        let page = sample.dict(sample.page);
        page.set("Group", dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" });
        let limits = Limits { standard, ..Limits::default() };
        let findings = preflight(&sample.bytes(), &limits, &mut |_, _| {}).findings;
        findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(Standard::None), [""; 0]);
    // What the group blends in is asked by the standard.
    assert_eq!(codes(Standard::X4), ["P0601"]);
}

#[test]
fn annotations_print_as_their_flags_say() {
    const PRINTED: i64 = 4;
    const HIDDEN: i64 = 2;
    for (flags, wanted) in [(PRINTED, 280.0), (0, 60.0), (PRINTED | HIDDEN, 60.0)] {
        let change = |s: &mut Sample| {
            let look = form(s, None, "1 0.9 0.9 0 k 0 0 320 320 re f");
            let annotation = dictionary! {
                "Type" => "Annot", "Subtype" => "Stamp", "F" => flags,
                "Rect" => rect([100.0, 100.0, 150.0, 150.0]), "AP" => dictionary! { "N" => look },
            };
            s.dict(s.page).set("Annots", vec![annotation.into()]);
        };
        // Whatever the page leaves open does not move them.
        inked(change, "0 0.6 0 0 k 60 60 20 20 re f q q 9 0 0 9 500 500 cm", wanted);
    }
}

#[test]
fn elements_of_a_knockout_group_do_not_add_up() {
    // On whole pixels, so that no edge is soft.
    let elements = "/M gs 0.7 0.7 0.7 0 k 60 68 48 48 re f 0 0 0 1 k 60 68 48 48 re f";
    for (knockout, wanted) in [(true, 100.0), (false, 310.0)] {
        let change = |s: &mut Sample| {
            let form = form(s, Some((true, knockout)), elements);
            s.resource("XObject", "F", form);
        };
        inked(change, "/F Do", wanted);
    }
}

#[test]
fn overprint_keeps_what_is_below_unless_the_group_knows_nothing_of_it() {
    for (group, wanted) in
        [(None, 150.0), (Some((false, false)), 150.0), (Some((true, false)), 100.0)]
    {
        let change = |s: &mut Sample| {
            let form = form(s, group, "/O gs 0 0 0 1 k 60 60 100 100 re f");
            s.resource("XObject", "F", form);
        };
        inked(change, "0.5 0 0 0 k 60 60 100 100 re f /F Do", wanted);
    }
    // In the group itself it does.
    let change = |s: &mut Sample| {
        let own = "0.4 0 0 0 k 60 60 100 100 re f /O gs 0 0 0 1 k 60 60 100 100 re f";
        let form = form(s, Some((true, false)), own);
        s.resource("XObject", "F", form);
    };
    inked(change, "0.5 0.5 0 0 k 60 60 100 100 re f /F Do", 140.0);
}

#[test]
fn a_group_blends_as_one_and_its_elements_as_they_say() {
    let change = |s: &mut Sample| {
        let own = "0.4 0 0 0 k 60 60 100 100 re f /O gs 0 0.5 0 0 k 60 60 100 100 re f";
        let form = form(s, Some((false, false)), own);
        s.resource("XObject", "F", form);
    };
    // Multiplied once: 60 % below and 40 % above leave 0.4 × 0.6 of the paper.
    inked(change, "0.6 0 0 0 k 60 60 100 100 re f /M gs /F Do", 76.0 + 50.0);
}

/// A patch over a square, of four colours, as often as is said.
fn patches(s: &mut Sample, times: usize, function: bool) -> Object {
    let corner = |x: u16, y: u16| [x.to_be_bytes(), y.to_be_bytes()].concat();
    let (low, high) = (0, u16::MAX);
    let corners = [corner(low, low), corner(low, high), corner(high, high), corner(high, low)];
    let mut patch = vec![0];
    corners.iter().for_each(|corner| patch.extend(corner.repeat(3)));
    // Straight sides: of three points in a corner the outer ones lie on it, which keeps it a square.
    let colors: &[u8] = if function { &[255] } else { &[200, 100, 0, 40] };
    patch.extend(colors.repeat(4));
    let ranges = if function { 1 } else { 4 };
    let mut dict = dictionary! {
        "ShadingType" => 6,
        "ColorSpace" => "DeviceCMYK",
        "BitsPerCoordinate" => 16,
        "BitsPerComponent" => 8,
        "BitsPerFlag" => 8,
        "Decode" => [[60, 260].repeat(2), [0, 1].repeat(ranges)]
            .concat().into_iter().map(Object::from).collect::<Vec<_>>(),
    };
    if function {
        let reals = |v: [f32; 4]| v.map(Object::Real).to_vec();
        dict.set(
            "Function",
            dictionary! {
                "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1,
                "C0" => reals([0.0; 4]), "C1" => reals([0.3, 0.3, 0.3, 0.3]),
            },
        );
    }
    s.doc.add_object(Stream::new(dict, patch.repeat(times))).into()
}

#[test]
fn meshes_lay_the_ink_they_say_however_many_pieces_they_have() {
    for times in [1, 4, 400] {
        for (function, wanted) in [(false, 340.0 / 2.55), (true, 120.0)] {
            let change = |s: &mut Sample| {
                let mesh = patches(s, times, function);
                s.resource("Shading", "S", mesh);
            };
            inked(change, "/S sh", wanted);
            let change = |s: &mut Sample| {
                let mesh = patches(s, times, function);
                let pattern = dictionary! { "PatternType" => 2, "Shading" => mesh };
                s.resource("Pattern", "P", pattern);
            };
            inked(change, "/Pattern cs /P scn 100 100 100 100 re f", wanted);
        }
    }
}

#[test]
fn a_mesh_paints_where_it_lies_and_nowhere_else() {
    let mut sample = Sample::new();
    sample.content = "/S sh".into();
    let mesh = patches(&mut sample, 1, false);
    sample.resource("Shading", "S", mesh);
    let stored: Stored = sample.bytes().into();
    let plates = separations(&stored, 1, 72.0).unwrap();
    let cyan = plates.plate("Cyan").unwrap();
    let ink = |x: u32, y: u32| 255 - cyan.get_pixel(x, 320 - y)[0];
    for (x, y) in [(64, 64), (256, 256), (64, 256), (160, 160)] {
        assert!(ink(x, y).abs_diff(200) < 3, "{x}, {y}: {}", ink(x, y));
    }
    for (x, y) in [(56, 160), (264, 160), (160, 56), (160, 264)] {
        assert_eq!(ink(x, y), 0, "{x}, {y}");
    }
}

#[test]
fn the_cell_of_a_pattern_is_as_small_as_the_form_that_names_it() {
    let mut sample = Sample::new();
    let cell = dictionary! {
        "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 30, "YStep" => 30,
        "BBox" => rect([0.0, 0.0, 30.0, 30.0]), "Resources" => sample.resources,
    };
    let content = b"q 28.8 0 0 28.8 0 0 cm /I Do Q".to_vec();
    let cell = sample.doc.add_object(Stream::new(cell, content));
    sample.resource("Pattern", "P", cell);
    let form = form(&mut sample, None, "/Pattern cs /P scn 100 100 200 200 re f");
    sample.resource("XObject", "F", form);
    sample.content = "q 0.5 0 0 0.5 50 50 cm /F Do Q".into();
    let images = run(&sample.bytes()).images;
    assert!(images.iter().all(|image| image.ppi == 300.0), "{images:?}");
}

#[test]
fn a_picture_that_does_not_decode_is_told_where_it_is() {
    let mut sample = Sample::new();
    let image = sample.doc.get_object_mut(sample.image).unwrap().as_stream_mut().unwrap();
    image.set_content(b"no zlib at all".to_vec());
    image.dict.set("Filter", "FlateDecode");
    let verdict = run(&sample.bytes());
    let broken = verdict.findings.iter().find(|f| f.rule == rules::BROKEN_STREAM).unwrap();
    let near = |(a, b): (f64, f64)| (a - b).abs() < 0.01;
    assert!(broken.place.unwrap().into_iter().zip([60.0, 200.0, 74.4, 214.4]).all(near));
    let ink = verdict.rules.iter().find(|of| of.rule == rules::INK).unwrap();
    assert_eq!(ink.outcome, RuleOutcome::NotChecked);
}
