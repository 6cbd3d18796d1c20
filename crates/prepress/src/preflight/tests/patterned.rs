//! Text and lines that are painted with patterns, and text that is only clipped to: each is text to whoever reads it.

use lopdf::{Object, Stream, dictionary};

use super::cells::{FULL, codes, pattern, space};
use super::sample::{Sample, rect};
use super::*;

fn found(change: impl FnOnce(&mut Sample)) -> Vec<&'static str> {
    let mut sample = Sample::new();
    change(&mut sample);
    codes(&run(&sample.bytes()))
}

fn text(size: f64) -> String {
    format!("BT /F {size} Tf 1 0 0 1 100 100 Tm <00010002> Tj ET")
}

#[test]
fn small_text_in_a_cell_of_many_inks_is_told() {
    let in_cell = |cell: &str, size: f64| {
        found(|s| {
            pattern(s, "P", 1, cell);
            s.draw(&format!("/Pattern cs /P scn {}", text(size)));
        })
    };
    let four = format!("0.5 0.5 0.5 0.5 k {FULL}");
    assert_eq!(in_cell(&four, 9.0), ["P0710"]);
    assert_eq!(in_cell(&four, 14.0), [""; 0]);
    assert_eq!(in_cell(&format!("0 0 0 1 k {FULL}"), 9.0), [""; 0]);
}

#[test]
fn text_in_an_uncoloured_pattern_has_the_colour_given_with_it() {
    let given = |color: &str, size: f64| {
        found(|s| {
            space(s, "DeviceCMYK");
            pattern(s, "P", 2, FULL);
            s.draw(&format!("/U cs {color} /P scn {}", text(size)));
        })
    };
    assert_eq!(given("0.6 0.5 0.5 1", 9.0), ["P0707", "P0710"]);
    assert_eq!(given("0.2 0.5 0 0", 9.0), [""; 0]);
}

#[test]
fn thin_lines_in_a_cell_of_many_inks_are_told() {
    let line = |cell: &str| {
        found(|s| {
            pattern(s, "P", 1, &format!("{cell} k {FULL}"));
            s.draw("/Pattern CS /P SCN 0.3 w 100 100 m 200 100 l S");
        })
    };
    assert_eq!(line("0.5 0.5 0 0"), ["P0712"]);
    assert_eq!(line("0 0 0 1"), [""; 0]);
}

#[test]
fn text_that_is_clipped_to_is_text_once_something_is_painted_through_it() {
    let clipped = |paint: &str| {
        found(|s| {
            let text = text(3.0).replace("Tf", "Tf 7 Tr");
            s.draw(&format!("q {text} {paint} Q"));
        })
    };
    assert_eq!(clipped("0 0 0 1 k /O gs 90 90 90 90 re f"), ["P0705"]);
    assert_eq!(clipped("0.5 0.5 0.5 0.5 k 90 90 90 90 re f"), ["P0705", "P0710"]);
    assert_eq!(clipped("q 60 0 0 60 90 90 cm /I Do Q")[..1], ["P0701"]);
    assert!(clipped("q 60 0 0 60 90 90 cm /I Do Q").contains(&"P0705"));
    // Nobody sees it, or it is elsewhere.
    assert_eq!(clipped(""), [""; 0]);
    assert_eq!(clipped("0 0 0 1 k /O gs 200 200 9 9 re f"), [""; 0]);
    // What comes after the clip is not painted through it.
    assert_eq!(clipped("Q q 0 0 0 1 k /O gs 90 90 90 90 re f"), [""; 0]);
}

#[test]
fn plates_of_gradients_alone_are_inked() {
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => vec![0.into(); 4], "C1" => vec![0.into(), 0.into(), 1.into(), 0.into()],
    };
    let shading = dictionary! {
        "ShadingType" => 2, "ColorSpace" => "DeviceCMYK", "Function" => function,
        "Coords" => rect([100.0, 0.0, 200.0, 0.0]),
    };
    for paint in ["/Pattern cs /P scn 100 100 90 90 re f", "q 100 100 90 90 re W n /S sh Q"] {
        let mut sample = Sample::new();
        let pattern = dictionary! { "PatternType" => 2, "Shading" => shading.clone() };
        sample.resource("Pattern", "P", pattern);
        sample.resource("Shading", "S", shading.clone());
        sample.content = paint.into();
        assert_eq!(run(&sample.bytes()).inked, [[2]], "{paint}");
    }
}

#[test]
fn pages_are_empty_by_their_plates() {
    let bare = |content: &str| {
        let mut sample = Sample::new();
        sample.content = content.into();
        codes(&run(&sample.bytes())).contains(&"P0410")
    };
    assert!(bare("0 0 0 0 k 60 60 90 90 re f"));
    assert!(bare("/O gs 0 0 0 0 k BT /F 9 Tf 1 0 0 1 60 60 Tm <0001> Tj ET"));
    assert!(!bare("0 0 0 0.05 k 60 60 90 90 re f"));
}

#[test]
fn a_page_of_text_whose_font_cannot_be_drawn_is_not_empty() {
    let mut sample = Sample::new();
    sample.dict(sample.descriptor).remove(b"FontFile2");
    sample.content = "/O gs 0 0 0 1 k BT /F 9 Tf 1 0 0 1 60 60 Tm <0001> Tj ET".into();
    let codes = codes(&run(&sample.bytes()));
    assert!(codes.contains(&"P0501") && !codes.contains(&"P0410"), "{codes:?}");
}

#[test]
fn an_annotation_that_has_no_place_is_told() {
    let mut sample = Sample::new();
    let look = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
    let look = sample.doc.add_object(Stream::new(look, b"1 1 1 1 k 0 0 50 50 re f".to_vec()));
    let annotation = dictionary! {
        "Type" => "Annot", "Subtype" => "Stamp", "F" => 4,
        "Rect" => rect([100.0, 100.0, 150.0, 150.0]), "AP" => dictionary! { "N" => look },
    };
    let page = sample.page;
    sample.dict(page).set("Annots", vec![Object::from(annotation)]);
    let verdict = run(&sample.bytes());
    assert!(codes(&verdict).contains(&"P0108"), "{:?}", codes(&verdict));
    let ink = verdict.rules.iter().find(|of| of.rule == rules::INK).unwrap();
    assert_eq!(ink.outcome, RuleOutcome::NotChecked);
}

/// A picture of 300 ppi whose mask is of so many pixels.
fn masked(s: &mut Sample, (width, height): (usize, usize), tone: impl Fn(usize, usize) -> u8) {
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let data = pixels.map(|(x, y)| tone(x, y)).collect();
    let dict = |width: usize, height: usize, space: &str| {
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => width as i64,
            "Height" => height as i64, "BitsPerComponent" => 8, "ColorSpace" => space,
        }
    };
    let mask = s.doc.add_object(Stream::new(dict(width, height, "DeviceGray"), data));
    let mut picture = dict(300, 300, "DeviceCMYK");
    picture.set("SMask", mask);
    let picture = s.doc.add_object(Stream::new(picture, [40, 90, 120, 10].repeat(90_000)));
    s.resource("XObject", "M", picture);
    let page = s.page;
    let space = dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" };
    s.dict(page).set("Group", space);
    s.draw("q 72 0 0 72 100 100 cm /M Do Q");
}

#[test]
fn masks_that_are_but_gradients_are_not_coarse() {
    let soft = |x: usize, y: usize| (x * 3 + y * 2) as u8;
    assert_eq!(found(|s| masked(s, (40, 40), soft)), [""; 0]);
    assert_eq!(found(|s| masked(s, (40, 1), |x, _| (x * 6) as u8)), [""; 0]);
    let shape = |x: usize, _| if x > 20 { 255 } else { 0 };
    assert_eq!(found(|s| masked(s, (40, 40), shape)), ["P0719"]);
}
