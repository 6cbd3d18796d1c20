//! The cells of tiling patterns: what they paint reaches the plates, and is judged where the pattern paints.

use lopdf::{Object, Stream, dictionary};

use super::sample::{Sample, rect};
use super::*;

/// A pattern of 10 pt, its cell with resources of its own or the sample's.
pub fn pattern(s: &mut Sample, name: &str, kind: i64, content: &str) {
    let dict = dictionary! {
        "PatternType" => 1, "PaintType" => kind, "TilingType" => 1, "XStep" => 10, "YStep" => 10,
        "BBox" => rect([0.0, 0.0, 10.0, 10.0]), "Resources" => s.resources,
    };
    let cell = s.doc.add_object(Stream::new(dict, content.as_bytes().to_vec()));
    s.resource("Pattern", name, cell);
}

/// A space of uncoloured patterns.
pub fn space(s: &mut Sample, base: impl Into<Object>) {
    s.resource("ColorSpace", "U", Object::Array(vec!["Pattern".into(), base.into()]));
}

fn gold() -> Object {
    let tint = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => vec![0.into(), 0.into(), 0.into(), 0.into()],
        "C1" => vec![0.into(), 0.into(), 1.into(), 0.into()],
    };
    vec!["Separation".into(), "Gold".into(), "DeviceCMYK".into(), tint.into()].into()
}

fn verdict(change: impl FnOnce(&mut Sample)) -> Verdict {
    let mut sample = Sample::new();
    change(&mut sample);
    run(&sample.bytes())
}

pub fn codes(verdict: &Verdict) -> Vec<&'static str> {
    verdict.findings.iter().map(|finding| finding.rule.code).collect()
}

#[track_caller]
fn painted(change: impl FnOnce(&mut Sample), plates: &[f64]) {
    let verdict = verdict(|sample| {
        sample.content = "/Pattern cs".into();
        change(sample);
    });
    let found = &verdict.ink[0].plates;
    let near = |(found, wanted): (&f64, &f64)| (found - wanted).abs() <= 1.5;
    assert!(found.iter().zip(plates).all(near), "{found:?}, not {plates:?}");
    assert_eq!(found.len(), plates.len());
}

pub const FULL: &str = "0 0 10 10 re f";

#[test]
fn an_uncoloured_cell_has_the_colour_of_its_pattern() {
    let uncoloured = |s: &mut Sample, cell: &str| {
        space(s, "DeviceCMYK");
        pattern(s, "P", 2, cell);
        s.draw("/U cs 0.6 0.5 0.4 0.1 /P scn 60 60 90 90 re f");
    };
    painted(|s| uncoloured(s, FULL), &[60.0, 50.0, 40.0, 10.0]);
    // Colours of its own do not count, be they set in the cell or in a form.
    painted(|s| uncoloured(s, &format!("1 1 1 1 k {FULL}")), &[60.0, 50.0, 40.0, 10.0]);
    let form = |s: &mut Sample| {
        let dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 10.0, 10.0]),
        };
        let form = Stream::new(dict, format!("0.2 g {FULL}").into_bytes());
        let form = s.doc.add_object(form);
        s.resource("XObject", "F", form);
        uncoloured(s, "/F Do");
    };
    painted(form, &[60.0, 50.0, 40.0, 10.0]);
    // Where no colour can be told, it is black.
    let plain = |s: &mut Sample| {
        pattern(s, "P", 2, FULL);
        s.draw("/P scn 60 60 90 90 re f");
    };
    painted(plain, &[0.0, 0.0, 0.0, 100.0]);
    let coloured = |s: &mut Sample| {
        pattern(s, "P", 2, &format!("0.5 0 0 0 k {FULL}"));
        s.draw("/P scn 60 60 90 90 re f");
    };
    painted(coloured, &[0.0, 0.0, 0.0, 100.0]);
    let stroked = |s: &mut Sample| {
        space(s, gold());
        pattern(s, "P", 2, FULL);
        s.draw("/U CS 0.7 /P SCN 30 w 60 60 m 200 60 l S");
    };
    painted(stroked, &[0.0, 0.0, 0.0, 0.0, 70.0]);
}

#[test]
fn one_uncoloured_cell_has_as_many_colours_as_it_is_given() {
    let mut sample = Sample::new();
    space(&mut sample, "DeviceCMYK");
    pattern(&mut sample, "P", 2, FULL);
    sample.content =
        "/U cs 0.2 0 0 0 /P scn 60 60 40 40 re f 0.8 0 0 0 /P scn 160 60 40 40 re f".into();
    let stored: Stored = sample.bytes().into();
    let plates = separations(&stored, 1, 72.0).unwrap();
    let cyan = plates.plate("Cyan").unwrap();
    let ink = |x: u32| 255 - cyan.get_pixel(x, 320 - 80)[0];
    assert!(ink(80).abs_diff(51) < 3 && ink(180).abs_diff(204) < 3, "{} {}", ink(80), ink(180));
}

#[test]
fn the_colour_of_an_uncoloured_cell_is_judged() {
    let with = |base: Object, color: &str, cell: &str| {
        verdict(|s| {
            space(s, base);
            pattern(s, "P", 2, cell);
            s.draw(&format!("/U cs {color} /P scn 60 60 90 90 re f"));
        })
    };
    let rgb = with("DeviceRGB".into(), "0.5 0 0", FULL);
    assert!(codes(&rgb).contains(&"P0601"), "{:?}", rgb.findings);
    assert_eq!(codes(&with("DeviceCMYK".into(), "1 1 1 1", FULL)), ["P0605"]);
    let white = with("DeviceCMYK".into(), "0 0 0 0", "/O gs 2 2 5 5 re f");
    assert_eq!(codes(&white), ["P0709"]);
    let spot = with(gold(), "0.5", FULL);
    assert_eq!(spot.plates.last().map(String::as_str), Some("Gold"));
}

/// What is found in a cell that paints some area of the page, and where.
fn placed(cell: &str, area: &str) -> Vec<(&'static str, [f64; 4])> {
    let verdict = verdict(|s| {
        pattern(s, "P", 1, cell);
        s.draw(&format!("/Pattern cs /P scn {area} re f"));
    });
    let place = |f: &Finding| (f.rule.code, f.place.unwrap_or_default().map(f64::round));
    verdict.findings.iter().map(place).collect()
}

pub const THIN: &str = "0 0 0 1 K 0.05 w 1 5 m 9 5 l S";
const SMALL: &str = "/O gs 0 0 0 1 k BT /F 2 Tf 1 0 0 1 1 1 Tm <0001> Tj ET";
const VANISHING: &str = "/O gs 0 0 0 0 k 2 2 5 5 re f";

#[test]
fn thin_lines_small_text_and_overprint_of_a_cell_are_judged_where_it_paints() {
    for (cell, code) in [(THIN, "P0704"), (SMALL, "P0705"), (VANISHING, "P0709")] {
        let found = placed(cell, "60 60 20 20");
        assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), [code]);
        let [left, low, right, high] = found[0].1;
        assert!(left >= 60.0 && low >= 60.0 && right <= 80.0 && high <= 80.0, "{:?}", found[0]);
        // Outside of the sheet nothing is cut that matters; and what is never painted is not there.
        assert_eq!(placed(cell, "-60 -60 20 20"), []);
        let unused = verdict(|s| {
            pattern(s, "P", 1, cell);
            s.draw("/Pattern cs /P scn");
        });
        assert_eq!(codes(&unused), [""; 0]);
    }
    // A part of the cell, between two repeats.
    assert_eq!(placed(THIN, "60 66 20 3"), []);
    let [one] = placed(THIN, "68 64 4 2")[..] else { panic!("one line") };
    assert_eq!(one.1[1], 65.0);
}

#[test]
fn a_picture_in_a_cell_stands_where_it_paints() {
    let verdict = verdict(|s| {
        pattern(s, "P", 1, "q 9 0 0 9 0 0 cm /I Do Q");
        s.draw("/Pattern cs /P scn 100 120 10 10 re f");
    });
    let place = verdict.images.iter().map(|image| image.place.map(f64::round));
    assert!(
        place.clone().any(|place| place == [100.0, 120.0, 109.0, 129.0]),
        "{:?}",
        verdict.images
    );
}

#[test]
fn the_only_repeat_of_text_is_measured_from_the_trim() {
    let near = |area: &str| -> Vec<_> {
        let all = placed("/O gs 0 0 0 1 k BT /F 8 Tf 1 0 0 1 1 2 Tm <0001> Tj ET", area);
        all.into_iter().map(|found| found.0).collect()
    };
    assert_eq!(near("100 100 10 10"), [""; 0]);
    assert_eq!(near("30 100 10 10"), ["P0706"]);
}

#[test]
fn painting_a_cell_very_often_is_too_much() {
    let often = |times: usize| {
        let verdict = verdict(|s| {
            let dots = "1 1 2 2 re f ".repeat(200);
            pattern(s, "P", 1, &format!("0.2 g {dots}"));
            s.draw("/Pattern cs /P scn");
            s.draw(&"60 60 40 40 re f ".repeat(times));
        });
        codes(&verdict)
    };
    assert_eq!(often(20), [""; 0]);
    assert_eq!(often(60_000), ["P0106"]);
}
