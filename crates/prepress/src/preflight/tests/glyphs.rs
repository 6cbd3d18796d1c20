//! Type 3 fonts: what their glyphs paint is judged where it is shown, and reaches the plates.

use lopdf::{Object, ObjectId, Stream, dictionary};

use super::sample::{Sample, rect, string};
use super::*;

/// A Type 3 font, 10 units a size, whose one glyph `a` is a procedure with resources of its own.
fn font(sample: &mut Sample, procedure: &str, resources: lopdf::Dictionary) -> ObjectId {
    let procedure = Stream::new(dictionary! {}, procedure.as_bytes().to_vec());
    let glyph = sample.doc.add_object(procedure);
    let matrix = [0.1, 0.0, 0.0, 0.1, 0.0, 0.0].map(Object::Real);
    sample.doc.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type3",
        "FontBBox" => rect([0.0, 0.0, 10.0, 10.0]),
        "FontMatrix" => matrix.to_vec(),
        "CharProcs" => dictionary! { "a" => glyph },
        "Encoding" => dictionary! { "Differences" => vec![97.into(), "a".into()] },
        "FirstChar" => 97,
        "LastChar" => 97,
        "Widths" => vec![10.into()],
        "Resources" => resources,
    })
}

/// A page on which such a glyph is shown twice in 40 pt, from 60 pt on, without a standard.
fn shown(sample: Sample, font: ObjectId, before: &str) -> Verdict {
    let mut sample = sample;
    sample.resource("Font", "T", font);
    sample.draw(&format!("q {before} BT /T 40 Tf 1 0 0 1 60 100 Tm (aa) Tj ET Q"));
    let limits = Limits { standard: Standard::None, ..Limits::default() };
    preflight(&sample.bytes(), &limits, &mut |_, _| {})
}

fn of_one(procedure: &str) -> Verdict {
    let mut sample = Sample::new();
    let font = font(&mut sample, procedure, dictionary! {});
    shown(sample, font, "0 0 0 1 k /O gs")
}

/// Which rules are broken, however often.
fn codes(verdict: &Verdict) -> Vec<&'static str> {
    let mut codes: Vec<_> = verdict.findings.iter().map(|finding| finding.rule.code).collect();
    codes.dedup();
    codes
}

#[track_caller]
fn inked(verdict: &Verdict, wanted: f64) {
    let found = verdict.ink[0].max_percent;
    assert!((found - wanted).abs() <= 1.5, "{found}, not {wanted}");
}

#[test]
fn a_font_without_a_name_is_said_to_have_none() {
    let mut sample = Sample::new();
    let font = font(&mut sample, "10 0 0 0 9 9 d1 0 0 9 9 re f", dictionary! {});
    sample.resource("Font", "T", font);
    sample.draw("/O gs BT /T 40 Tf 1 0 0 1 60 100 Tm (a) Tj ET");
    let verdict = run(&sample.bytes());
    let said = |lang| words(&verdict.findings[0], lang).0;
    assert_eq!(said(Lang::En), "the font (no name) is a Type 3 font");
    assert_eq!(said(Lang::Ko), "Type 3 글꼴 (이름 없음)을 씁니다");
}

#[test]
fn what_coloured_glyphs_paint_is_judged_at_its_place() {
    let verdict = of_one("10 0 d0 1 1 1 1 k 0 0 10 10 re f");
    assert_eq!(codes(&verdict), ["P0605"]);
    inked(&verdict, 400.0);
    let verdict = of_one("10 0 d0 1 0 0 rg 0 0 5 5 re f");
    assert_eq!(codes(&verdict), ["P0601"]);
    assert_eq!(verdict.findings[0].place.unwrap()[..2], [60.0, 100.0]);
    // One that says neither what it is may set colours as well.
    assert_eq!(codes(&of_one("1 0 0 rg 0 0 5 5 re f")), ["P0601"]);
    assert_eq!(codes(&of_one("10 0 d0 0 0 0 1 k 0 0 5 5 re f")), [""; 0]);
    // In no mode of text is it left out.
    let mut sample = Sample::new();
    let painting = font(&mut sample, "10 0 d0 1 1 1 1 k 0 0 10 10 re f", dictionary! {});
    inked(&shown(sample, painting, "0 0 0 1 k /O gs 3 Tr"), 400.0);
}

#[test]
fn pictures_lines_and_text_of_glyphs_are_judged() {
    let mut sample = Sample::new();
    let (image, text) = (sample.image, sample.font);
    let resources = dictionary! {
        "XObject" => dictionary! { "I" => image }, "Font" => dictionary! { "F" => text },
    };
    let procedure = "10 0 d0 q 10 0 0 10 0 0 cm /I Do Q 0.01 w 0 0 m 9 9 l S \
        BT /F 1 Tf 1 0 0 1 1 1 Tm <0001> Tj ET";
    let painting = font(&mut sample, procedure, resources);
    let verdict = shown(sample, painting, "0 0 0 1 k /O gs");
    // 60 pixels on 40 pt are 108 ppi.
    assert_eq!(codes(&verdict), ["P0701", "P0704", "P0721"]);
    let place = verdict.findings[0].place.unwrap().map(f64::round);
    assert_eq!(place, [60.0, 100.0, 140.0, 140.0]);
    assert!(verdict.ink[0].max_percent > 100.0);
}

#[test]
fn a_shape_is_painted_as_text_is() {
    assert_eq!(codes(&of_one("10 0 0 0 10 10 d1 0 0 10 10 re f")), [""; 0]);
    let mut sample = Sample::new();
    let shape = font(&mut sample, "10 0 0 0 10 10 d1 0 0 10 10 re f", dictionary! {});
    let verdict = shown(sample, shape, "1 1 1 1 k");
    assert!(codes(&verdict).contains(&"P0605"));
    inked(&verdict, 400.0);
}

#[test]
fn glyphs_inside_of_glyphs_are_judged() {
    let mut sample = Sample::new();
    let inner = font(&mut sample, "10 0 d0 1 0.9 0.9 0.9 k 0 0 10 10 re f", dictionary! {});
    let resources = || dictionary! { "Font" => dictionary! { "T" => inner } };
    let show = "BT /T 10 Tf (a) Tj ET";
    let outer = font(&mut sample, &format!("10 0 d0 {show}"), resources());
    let verdict = shown(sample, outer, "0 0 0 1 k /O gs");
    assert_eq!(codes(&verdict), ["P0605"]);
    inked(&verdict, 370.0);
    // A shape that shows another font is more than a shape.
    let mut sample = Sample::new();
    let inner = font(&mut sample, "10 0 d0 1 0 0 rg 0 0 10 10 re f", dictionary! {});
    let resources = dictionary! { "Font" => dictionary! { "T" => inner } };
    let outer = font(&mut sample, &format!("10 0 0 0 10 10 d1 {show}"), resources);
    assert!(codes(&shown(sample, outer, "0 0 0 1 k /O gs")).contains(&"P0601"));
}

#[test]
fn a_glyph_that_shows_itself_is_told() {
    let mut sample = Sample::new();
    let own = font(&mut sample, "10 0 d0 BT /T 10 Tf (aa) Tj ET", dictionary! {});
    let resources = dictionary! { "Font" => dictionary! { "T" => own } };
    sample.dict(own).set("Resources", resources);
    assert_eq!(codes(&shown(sample, own, "")), ["P0108"]);
    // And so many in each other, each showing the next many times, are too much.
    let mut sample = Sample::new();
    let mut inner = font(&mut sample, "10 0 d0 0 0 10 10 re f", dictionary! {});
    for _ in 0..12 {
        let resources = dictionary! { "Font" => dictionary! { "T" => inner } };
        let show = format!("10 0 d0 BT /T 10 Tf ({}) Tj ET", "a".repeat(60));
        inner = font(&mut sample, &show, resources);
    }
    assert!(codes(&shown(sample, inner, "")).contains(&"P0106"));
}

#[test]
fn what_a_code_without_a_name_may_show_is_judged() {
    let mut sample = Sample::new();
    let painting = font(&mut sample, "10 0 d0 1 0 0 rg 0 0 5 5 re f", dictionary! {});
    sample.dict(painting).set("Encoding", "WinAnsiEncoding");
    assert_eq!(codes(&shown(sample, painting, "0 0 0 1 k /O gs")), ["P0601"]);
}

#[test]
fn glyphs_of_a_layer_that_is_not_printed_are_not() {
    let mut sample = Sample::new();
    let painting = font(&mut sample, "10 0 d0 1 1 1 1 k 0 0 10 10 re f", dictionary! {});
    let layer = sample.doc.add_object(dictionary! { "Type" => "OCG", "Name" => string("L") });
    let off = dictionary! { "OFF" => vec![Object::Reference(layer)] };
    let properties = dictionary! { "OCGs" => vec![Object::Reference(layer)], "D" => off };
    sample.dict(sample.catalog).set("OCProperties", properties);
    sample.resource("Properties", "L", layer);
    let verdict = shown(sample, painting, "/OC /L BDC");
    assert!(!codes(&verdict).contains(&"P0605"));
    assert!(verdict.ink[0].max_percent < 150.0);
}
