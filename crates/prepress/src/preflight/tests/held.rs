//! What a few bytes could ask the renderer to keep in memory: past what a page may hold its plates are not checked, and
//! what is but dense is.

use std::fmt::Write;

use jikji_diagnostic::Message;
use lopdf::{Object, Stream, dictionary};

use super::cells::codes;
use super::sample::{Sample, rect};
use super::*;

/// A pattern whose cell is 10 pt large, and is repeated every so many pt.
fn tiling(s: &mut Sample, step: i64) -> Object {
    let dict = dictionary! {
        "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => step, "YStep" => step,
        "BBox" => rect([0.0, 0.0, 10.0, 10.0]), "Resources" => s.resources,
    };
    s.doc.add_object(Stream::new(dict, b"0.3 0.1 0 0 k 0 0 9 9 re f".to_vec())).into()
}

/// So many small things, drawn as is said.
fn often(times: usize, draw: &str) -> String {
    let mut content = String::new();
    for i in 0..times {
        let (x, y) = (40 + i * 7 % 200, 40 + i * 13 % 200);
        let _ = write!(content, "q 1 0 0 1 {x} {y} cm {draw} Q ");
    }
    content
}

/// The codes that are found in the sample with more, and what total ink came to.
fn verdict(change: impl FnOnce(&mut Sample)) -> (Vec<&'static str>, RuleOutcome) {
    let mut sample = Sample::new();
    change(&mut sample);
    let verdict = run(&sample.bytes());
    let ink = verdict.rules.iter().find(|of| of.rule == rules::INK).unwrap().outcome;
    (codes(&verdict), ink)
}

#[track_caller]
fn too_much(change: impl FnOnce(&mut Sample)) {
    let (codes, ink) = verdict(change);
    assert!(codes.contains(&"P0106") && ink == RuleOutcome::NotChecked, "{codes:?}, {ink:?}");
}

#[test]
fn contents_are_looked_at_where_plates_are_too_much() {
    let mut sample = Sample::new();
    let cell = tiling(&mut sample, 400);
    sample.resource("Pattern", "P", cell);
    sample.draw(&format!("/Pattern cs /P scn {}", often(9_000, "0 0 3 3 re f")));
    sample.draw("1 0 0 rg 60 60 90 90 re f");
    let verdict = run(&sample.bytes());
    let outcome = |rule: &Message| verdict.rules.iter().find(|of| of.rule == rule).unwrap().outcome;
    let too_large = verdict.findings.iter().find(|found| found.rule == rules::TOO_LARGE).unwrap();
    assert_eq!(too_large.args.get("what"), Some(&rules::words::PLATES.into()));
    assert!(codes(&verdict).contains(&"P0601"));
    assert_eq!(outcome(rules::FONT_EMBED), RuleOutcome::Passed);
    assert_eq!(outcome(rules::INK), RuleOutcome::NotChecked);
}

#[test]
fn large_cells_that_are_painted_often_are_too_much() {
    let paint = |step: i64, content: &str| {
        verdict(|s| {
            let cell = tiling(s, step);
            s.resource("Pattern", "P", cell);
            s.draw(&format!("/Pattern cs /P scn /Pattern CS /P SCN 1 w {content}"));
        })
    };
    let fill = "0 0 3 3 re f";
    for content in [fill, "0 0 m 3 3 l S", "BT /F 8 Tf 1 Tr <00010002> Tj ET"] {
        let (codes, ink) = paint(400, &often(9_000, content));
        assert!(codes.contains(&"P0106"), "{content}: {codes:?}");
        assert_eq!(ink, RuleOutcome::NotChecked);
    }
    // One is enough, if it is large enough; and where it is painted nobody need see it.
    assert_eq!(paint(30_000, fill).1, RuleOutcome::NotChecked);
    assert_eq!(paint(400, &often(9_000, "5000 0 3 3 re f")).1, RuleOutcome::NotChecked);
    // A hatched map is not, nor are some large cells.
    assert_eq!(paint(8, &often(9_000, fill)), (vec![], RuleOutcome::Passed));
    assert_eq!(paint(300, &often(60, fill)), (vec![], RuleOutcome::Passed));
}

#[test]
fn work_out_of_sight_is_counted() {
    too_much(|s| {
        let dict = dictionary! {
            "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 10, "YStep" => 10,
            "BBox" => rect([0.0, 0.0, 10.0, 10.0]),
        };
        let content = "0 0 9 9 re f ".repeat(20_000).into_bytes();
        let cell = s.doc.add_object(Stream::new(dict, content));
        s.resource("Pattern", "P", cell);
        s.draw(&format!("/Pattern cs /P scn {}", "5000 0 3 3 re f ".repeat(20_000)));
    });
}

#[test]
fn large_gradients_and_pictures_that_are_clipped_to_little_are_too_much() {
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => vec![0.into(); 4], "C1" => vec![0.into(), 1.into(), 0.into(), 0.into()],
    };
    let shading = dictionary! {
        "ShadingType" => 2, "ColorSpace" => "DeviceCMYK", "Function" => function,
        "Coords" => rect([0.0, 0.0, 320.0, 320.0]),
    };
    let clip = "q 100 100 1 1 re W n ";
    too_much(|s| {
        s.resource("Pattern", "P", dictionary! { "PatternType" => 2, "Shading" => shading });
        s.draw(&format!("/Pattern cs /P scn {clip} {} Q", "0 0 320 320 re f ".repeat(9_000)));
    });
    too_much(|s| {
        let picture = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 700, "Height" => 700,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
        };
        let picture = s.doc.add_object(Stream::new(picture, vec![200; 700 * 700]));
        s.resource("XObject", "I", picture);
        s.draw(&format!("{clip} 320 0 0 320 0 0 cm {} Q", "/I Do ".repeat(9_000)));
    });
    // Drawn once each, many pictures are no more than a page holds.
    assert_eq!(verdict(|s| s.draw(&often(2_000, "9 0 0 9 0 0 cm /I Do"))).1, RuleOutcome::Passed);
}

#[test]
fn masks_as_large_as_the_page_are_too_much_where_each_is_another() {
    let masked = |matrix: &str| {
        let matrix = matrix.to_string();
        move |s: &mut Sample| {
            let group = s.doc.add_object(Stream::new(
                dictionary! {
                    "Type" => "XObject", "Subtype" => "Form",
                    "BBox" => rect([0.0, 0.0, 320.0, 320.0]),
                    "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceGray" },
                },
                b"1 g 0 0 320 320 re f".to_vec(),
            ));
            let mask = dictionary! { "Type" => "Mask", "S" => "Luminosity", "G" => group };
            s.resource("ExtGState", "S", dictionary! { "SMask" => mask });
            let page = s.page;
            let space = dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" };
            s.dict(page).set("Group", space);
            for i in 0..9_000 {
                let matrix = matrix.replace('#', &format!("{:.3}", f64::from(i) / 1_000.0));
                s.draw(&format!("q {matrix} cm /S gs 0.2 0 0 0 k 60 60 1 1 re f Q"));
            }
        }
    };
    too_much(masked("1 0 0 1 # 0"));
}
