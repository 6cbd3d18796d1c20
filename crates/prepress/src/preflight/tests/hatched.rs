//! Cells of patterns where there are many, where one is inside the other, and where they are only set: each is judged
//! as it paints, and none costs more than it paints.

use lopdf::{Stream, dictionary};

use super::cells::{FULL, THIN, codes, pattern, space};
use super::sample::{Sample, rect};
use super::*;

/// The verdict on the sample with more, of every page's ink or of the worst spot.
fn verdict(ink: InkMeasure, change: impl Fn(&mut Sample)) -> Verdict {
    let mut sample = Sample::new();
    change(&mut sample);
    preflight(&sample.bytes(), &Limits { ink, ..Limits::default() }, &mut |_, _| {})
}

fn total_ink(verdict: &Verdict) -> RuleOutcome {
    verdict.rules.iter().find(|of| of.rule == rules::INK).unwrap().outcome
}

const BOTH: [InkMeasure; 2] = [InkMeasure::EveryPage, InkMeasure::WorstSpot];

#[test]
fn a_cell_is_rewritten_for_what_is_painted_and_no_further_than_a_page_may() {
    let colours = |paint: &str| {
        verdict(InkMeasure::EveryPage, |s| {
            space(s, "DeviceCMYK");
            pattern(s, "P", 2, &format!("{FULL}{}", " ".repeat(1 << 20)));
            s.draw("/U cs");
            (100..200).for_each(|i| s.draw(&format!("0.{i} 0 0 0 /P scn {paint}")));
        })
    };
    let (set, painted) = (colours(""), colours("60 60 1 1 re f"));
    assert_eq!((codes(&set), total_ink(&set)), (vec![], RuleOutcome::Passed));
    assert_eq!((codes(&painted), total_ink(&painted)), (vec!["P0108"], RuleOutcome::NotChecked));
}

#[test]
fn a_pattern_is_the_colour_again_after_what_was_set_inside() {
    let verdict = verdict(InkMeasure::EveryPage, |s| {
        space(s, "DeviceCMYK");
        pattern(s, "P", 2, FULL);
        s.content = "/U cs 0.6 0.5 0.4 0.1 /P scn q 0 0 0 0.2 k 60 60 9 9 re f Q \
            q 80 60 20 20 re f Q 0.7 0.6 0.5 0.2 /P scn q 120 60 20 20 re f Q 160 60 20 20 re f"
            .into();
    });
    assert_eq!(verdict.ink[0].max_percent.round(), 200.0);
}

#[test]
fn a_hidden_layer_hides_no_ink_of_a_cell_that_is_set_in_it() {
    for ink in BOTH {
        let verdict = verdict(ink, |s| {
            let layer = s.doc.add_object(dictionary! { "Type" => "OCG", "Name" => "L" });
            let shown = dictionary! { "OFF" => vec![layer.into()] };
            let properties = dictionary! { "OCGs" => vec![layer.into()], "D" => shown };
            s.dict(s.catalog).set("OCProperties", properties);
            s.resource("Properties", "L", layer);
            pattern(s, "P", 1, &format!("1 1 1 1 k {FULL}"));
            s.draw("/Pattern cs /OC /L BDC /P scn EMC 60 60 90 90 re f");
        });
        assert!(codes(&verdict).contains(&"P0605"), "{ink:?}: {:?}", codes(&verdict));
    }
}

#[test]
fn a_pattern_inside_a_pattern_is_judged() {
    for ink in BOTH {
        let verdict = verdict(ink, |s| {
            pattern(s, "Inner", 1, THIN);
            let dict = dictionary! {
                "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 40, "YStep" => 40,
                "BBox" => rect([80.0, 80.0, 120.0, 120.0]), "Resources" => s.resources,
            };
            let content = b"/Pattern cs /Inner scn 80 80 40 40 re f".to_vec();
            let outer = s.doc.add_object(Stream::new(dict, content));
            s.resource("Pattern", "Outer", outer);
            s.draw("/Pattern cs /Outer scn 60 60 90 90 re f");
        });
        assert_eq!(codes(&verdict), ["P0704"], "{ink:?}");
    }
}

#[test]
fn a_cell_in_a_soft_mask_does_not_count_as_judged() {
    let verdict = verdict(InkMeasure::EveryPage, |s| {
        pattern(s, "P", 1, THIN);
        let group = s.doc.add_object(Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 320.0, 320.0]),
                "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceGray" },
                "Resources" => s.resources,
            },
            b"/Pattern cs /P scn 60 60 90 90 re f".to_vec(),
        ));
        let mask = dictionary! { "Type" => "Mask", "S" => "Luminosity", "G" => group };
        s.resource("ExtGState", "S", dictionary! { "SMask" => mask });
        s.draw("q /S gs Q /Pattern cs /P scn 60 60 90 90 re f");
    });
    assert!(codes(&verdict).contains(&"P0704"), "{:?}", codes(&verdict));
}

#[test]
fn a_cell_that_does_not_inflate_is_told_where_it_paints() {
    for ink in BOTH {
        let broken = |paint: &str| {
            let verdict = verdict(ink, |s| {
                let dict = dictionary! {
                    "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 10,
                    "YStep" => 10, "BBox" => rect([0.0, 0.0, 10.0, 10.0]),
                    "Filter" => "Nonsense",
                };
                let cell = s.doc.add_object(Stream::new(dict, b"0 g".to_vec()));
                s.resource("Pattern", "P", cell);
                s.draw(&format!("/Pattern cs /P scn {paint}"));
            });
            (codes(&verdict), total_ink(&verdict))
        };
        let told = |codes: &[&str]| ["P0108", "P0106"].map(|code| codes.contains(&code));
        let (codes, ink_of) = broken("");
        assert_eq!((told(&codes), ink_of), ([false, false], RuleOutcome::Passed), "{codes:?}");
        let (codes, ink_of) = broken("60 60 90 90 re f");
        assert_eq!((told(&codes), ink_of), ([true, false], RuleOutcome::NotChecked), "{codes:?}");
    }
}

#[test]
fn many_small_areas_of_a_large_cell_are_judged_soon() {
    // Lines each thick enough but one, in a cell of which no area shows all, and that one is shown late.
    let mut sample = Sample::new();
    let line = |n: i32| format!("0 {} m 150 {} l S ", n * 10, n * 10);
    let lines: String = (0..15).map(line).collect();
    let dict = dictionary! {
        "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 150, "YStep" => 150,
        "BBox" => rect([0.0, 0.0, 150.0, 150.0]), "Resources" => sample.resources,
    };
    let content = format!("0 0 0 1 K 0.3 w {lines}0.05 w 0 100.5 m 150 100.5 l S").into_bytes();
    let cell = sample.doc.add_object(Stream::new(dict, content));
    sample.resource("Pattern", "P", cell);
    sample.draw("/Pattern cs /P scn");
    let areas = (0..2_000).map(|i| (60 + i % 50 * 3, 60 + i / 50 * 2));
    areas.for_each(|(x, y)| sample.draw(&format!("{x} {y} 2 1.5 re f")));
    let limits = Limits { separation_ppi: 36.0, ..Limits::default() };
    let verdict = preflight(&sample.bytes(), &limits, &mut |_, _| {});
    assert_eq!(codes(&verdict), ["P0704"]);
}
