//! What people at a press know better: small areas that add up, plates that are empty, marks that are cut away.

use lopdf::Object;

use super::sample::Sample;
use super::table::{marks, second_page};
use super::*;
use crate::jpeg;
use crate::raster::Raster;

fn broken(sample: Sample, limits: &Limits) -> Vec<&'static str> {
    let verdict = preflight(&sample.bytes(), limits, &mut |_, _| {});
    verdict.findings.iter().map(|finding| finding.rule.code).collect()
}

fn showing(content: &str) -> Sample {
    let mut sample = Sample::new();
    sample.draw(content);
    sample
}

#[test]
fn small_areas_near_each_other_add_up() {
    // Squares of 3 mm², as letters of a headline are.
    let squares = |count: usize, step: usize| -> String {
        let square = |i: usize| format!("{} 200 5 5 re f ", 60 + i * step);
        format!("q 0.9 0.9 0.8 0.9 k {} Q", (0..count).map(square).collect::<String>())
    };
    let found = |count, step| broken(showing(&squares(count, step)), &Limits::default());
    assert_eq!(found(12, 8), ["P0605"]);
    assert_eq!(found(2, 8), [""; 0]);
    // What lies far from each other is five specks, and no more.
    assert_eq!(found(5, 40), [""; 0]);
    let verdict = run(&showing(&squares(12, 8)).bytes());
    let area: f64 = verdict.findings[0].args["area"].say(Lang::En).parse().unwrap();
    assert!((32.0..38.0).contains(&area), "{area} mm², not all of it");
}

#[test]
fn a_jpeg_that_stops_half_way_is_told() {
    let pixels = (0..60 * 60 * 4).map(|i| (i * 7 % 90) as u8).collect();
    let whole = jpeg::encode(&Raster::new(60, 60, 4, pixels).unwrap(), false).unwrap();
    let with = |bytes: &[u8]| {
        let mut sample = Sample::new();
        let image = sample.image;
        let stream = sample.doc.get_object_mut(image).unwrap().as_stream_mut().unwrap();
        stream.set_content(bytes.to_vec());
        stream.dict.set("Filter", "DCTDecode");
        stream
            .dict
            .set("Decode", [1, 0].repeat(4).into_iter().map(Object::Integer).collect::<Vec<_>>());
        broken(sample, &Limits::default())
    };
    assert_eq!(with(&whole), [""; 0]);
    assert_eq!(with(&whole[..whole.len() / 3]), [rules::BROKEN_STREAM.code]);
}

#[test]
fn only_plates_with_ink_are_counted() {
    let inks = |pixel: [u8; 4]| {
        let mut sample = Sample::new();
        sample.content = "0 0 0 1 k 60 240 20 20 re f q 60 0 0 60 60 60 cm /I Do Q".into();
        let image = sample.image;
        let stream = sample.doc.get_object_mut(image).unwrap().as_stream_mut().unwrap();
        stream.set_content(pixel.repeat(60 * 60));
        let shop = Shop { most_inks: Some(1), ..Shop::default() };
        let limits = Limits { shop, ..Limits::default() };
        let verdict = preflight(&sample.bytes(), &limits, &mut |_, _| {});
        let many = verdict.findings.iter().any(|f| f.rule == rules::SHOP_INKS);
        (verdict.inked[0].clone(), many)
    };
    assert_eq!(inks([0, 0, 0, 200]), (vec![3], false));
    assert_eq!(inks([9, 0, 0, 200]), (vec![0, 3], true));
}

#[test]
fn what_is_cut_away_is_no_art() {
    let marked = "0.1 w 0 0 0 1 K 0 30 m 18 30 l S";
    assert_eq!(broken(showing(marked), &Limits::default()), [""; 0]);
    let inside = "0.1 w 0 0 0 1 K 60 200 m 100 200 l S";
    assert_eq!(broken(showing(inside), &Limits::default()), ["P0704"]);
}

#[test]
fn what_is_true_of_all_pages_is_said_once() {
    let limits = |marks| Limits { expect_marks: Some(marks), ..Limits::default() };
    let told = |change: fn(&mut Sample), expected| {
        let mut sample = Sample::new();
        change(&mut sample);
        let verdict = preflight(&sample.bytes(), &limits(expected), &mut |_, _| {});
        verdict.findings.iter().map(|f| (f.rule.code, f.page)).collect::<Vec<_>>()
    };
    let two = |s: &mut Sample| {
        second_page(s, [30.0, 30.0, 290.0, 290.0]);
    };
    assert_eq!(told(two, true), [("P0407", None)]);
    assert_eq!(told(two, false), []);
    assert_eq!(told(marks, false), [("P0408", None)]);
    let first = |s: &mut Sample| {
        second_page(s, [30.0, 30.0, 290.0, 290.0]);
        marks(s);
    };
    assert_eq!(told(first, false), [("P0408", Some(1))]);
}

#[test]
fn the_head_counts_what_is_found() {
    let verdict = run(&showing("0.1 w 0 0 0 1 K 60 200 m 99 200 l S 60 90 m 99 90 l S").bytes());
    let places: usize = verdict.findings.iter().map(Finding::places).sum();
    assert_eq!((verdict.press.errors, verdict.errors()), (places, places));
    let of_rule = verdict.rules.iter().find(|rule| rule.rule == rules::STROKE).unwrap();
    assert_eq!(of_rule.findings, places);
}

#[test]
fn what_nothing_touches_needs_no_bleed() {
    let told = |ground: &str, ink: InkMeasure| {
        let mut sample = Sample::new();
        sample.content = sample.content.replace("21 21 278 278", ground);
        let page = sample.dict(sample.page);
        page.remove(b"TrimBox");
        page.remove(b"BleedBox");
        let limits = Limits { standard: Standard::None, ink, ..Limits::default() };
        let verdict = preflight(&sample.bytes(), &limits, &mut |_, _| {});
        let all = verdict.findings.iter();
        all.map(|f| (f.rule.code, f.args["side"].say(Lang::En).into_owned())).collect::<Vec<_>>()
    };
    for ink in [InkMeasure::EveryPage, InkMeasure::WorstSpot] {
        // White all round, a strip of 1.5 mm, and art on two sides.
        assert_eq!(told("21 21 278 278", ink), []);
        assert_eq!(told("4.3 4.3 311 311", ink), []);
        assert_eq!(told("0 21 320 278", ink), [("P0405", "left, right".to_string())]);
        // What nearly touches is meant to.
        assert_eq!(told("2 21 278 278", ink), [("P0405", "left".to_string())]);
    }
}

#[test]
fn how_far_art_goes_on_is_said() {
    let found = |wide: &str| {
        let mut sample = Sample::new();
        sample.content = sample.content.replace("21 21 278 278", &format!("21 21 {wide} 278"));
        let [finding] = &run(&sample.bytes()).findings[..] else { panic!() };
        (finding.rule, finding.args["found"].say(Lang::En).into_owned())
    };
    // The trim ends at 269.
    let told = |rule, mm: &str| (rule, mm.to_string());
    assert_eq!(found("269"), told(rules::NO_BLEED, "0.0"));
    assert_eq!(found("271.3"), told(rules::NO_BLEED, "0.8"));
    assert_eq!(found("271.84"), told(rules::NO_BLEED, "1.0"));
    assert_eq!(found("274.67"), told(rules::BLEED_REACH, "2.0"));
    assert_eq!(found("275.2"), told(rules::BLEED_REACH, "2.2"));
}

#[test]
fn text_is_measured_by_what_is_drawn_of_it() {
    let found = |content: &str| {
        let verdict = run(&showing(&format!("/O gs 0 0 0 1 k {content}")).bytes());
        let of = |f: &Finding| (f.rule.code, f.args["found"].say(Lang::En).into_owned(), f.count);
        verdict.findings.iter().map(of).collect::<Vec<_>>()
    };
    let near = |mm: &str, count| vec![("P0718", mm.to_string(), count)];
    // Letters stand on the line; the trim is at 30.
    assert_eq!(found("BT /F 60 Tf 1 0 0 1 90 42 Tm <0001> Tj ET"), near("4.2", 1));
    // What stands together is told as one.
    let line = "BT /F 60 Tf 1 0 0 1 90 42 Tm <0001> Tj <0002> Tj ET";
    assert_eq!(found(line), near("4.2", 2));
    // Stroked letters are as much larger.
    let stroked = "q 4 w 0 0 0 1 K 1 Tr BT /F 60 Tf 1 0 0 1 90 42 Tm <0001> Tj ET Q";
    assert_eq!(found(stroked), near("3.5", 1));
    // What a clip leaves is what is seen.
    let clipped = "q 80 50 100 100 re W n BT /F 60 Tf 1 0 0 1 90 42 Tm <0001> Tj ET Q";
    assert_eq!(found(clipped), []);
}

#[test]
fn black_text_is_told_of_once() {
    let told = |space: &str, content: &str| {
        let mut sample = Sample::new();
        let icc = sample.doc.add_object(lopdf::Stream::new(
            lopdf::dictionary! { "N" => 1 },
            super::sample::profile(b"prtr", b"GRAY"),
        ));
        let icc = vec!["ICCBased".into(), icc.into()];
        sample.resource("ColorSpace", "G", Object::Array(icc));
        sample.draw(&format!("/N gs {space} {content} BT /F 10 Tf 60 100 Td <0001> Tj ET"));
        broken(sample, &Limits::default())
    };
    // Its colour is to be converted; that says it all.
    assert_eq!(told("", "0 0 0 rg"), ["P0601"]);
    // Grey with a profile goes to the plate of black, as docs/rules.md says.
    assert_eq!(told("/G cs", "0 sc"), ["P0602", "P0708"]);
}
