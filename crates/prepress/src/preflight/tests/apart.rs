//! What one path holds far apart is judged piece by piece: programs draw all marks of a page at once.

use lopdf::{Object, dictionary};

use super::sample::Sample;
use super::*;

/// Marks at all corners, between the edge of the sheet and the bleed.
const MARKS: &str = "30 0 m 30 18 l 0 30 m 18 30 l 290 0 m 290 18 l 302 30 m 320 30 l \
    30 302 m 30 320 l 0 290 m 18 290 l 290 302 m 290 320 l 302 290 m 320 290 l";

fn shown(content: &str) -> Verdict {
    let mut sample = Sample::new();
    let tint = dictionary! {
        "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1,
        "C0" => vec![0.into(); 4], "C1" => vec![1.into(); 4],
    };
    let all = vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), tint.into()];
    sample.resource("ColorSpace", "All", Object::Array(all));
    sample.draw(content);
    preflight(
        &sample.bytes(),
        &Limits { expect_marks: Some(true), ..Limits::default() },
        &mut |_, _| {},
    )
}

fn told(content: &str) -> Vec<&'static str> {
    shown(content).findings.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn marks_in_one_path_are_outside_of_the_page() {
    let all = "/All CS 1 SCN 0.25 w";
    assert_eq!(told(&format!("{all} {MARKS} S")), [""; 0]);
    // A frame round the bleed, however it is closed.
    let frame = "10 10 m 310 10 l 310 310 l 10 310 l";
    for closed in ["10 10 300 300 re S".to_string(), format!("{frame} s"), format!("{frame} h S")] {
        assert_eq!(told(&format!("{all} {closed}")), [""; 0], "{closed}");
    }
    // Filled bars.
    let bars = "30 0 0.3 18 re 290 302 0.3 18 re f";
    assert_eq!(told(&format!("/All cs 1 scn {bars}")), [""; 0]);
}

#[test]
fn marks_that_begin_in_the_bleed_are_marks() {
    // The trim is at 30, the bleed at 21.
    let text = "/O gs 0 0 0 1 k BT /F 8 Tf 1 0 0 1 60 5 Tm <0001> Tj ET";
    assert_eq!(
        told(&format!("{text} /All CS 1 SCN 0.25 w 0 30 m 24 30 l 0 290 m 24 290 l S")),
        [""; 0]
    );
    assert_eq!(told(&format!("{text} /All CS 1 SCN 0.25 w 22 30 m 24 30 l S")), ["P0407", "P0711"]);
}

#[test]
fn what_of_the_marks_crosses_the_page_is_told_where_it_does() {
    let verdict = shown(&format!("/All CS 1 SCN 0.5 w {MARKS} 60 100 m 90 100 l S"));
    let [finding] = &verdict.findings[..] else { panic!("{:?}", verdict.findings) };
    assert_eq!(finding.rule, rules::ALL_IN_ART);
    let place = finding.place.unwrap().map(f64::round);
    assert_eq!(place, [60.0, 100.0, 90.0, 100.0]);
    // A frame in the page.
    assert_eq!(told(&format!("/All CS 1 SCN 0.5 w {MARKS} 60 90 30 30 re S")), ["P0606"]);
}

#[test]
fn thin_marks_in_one_path_are_cut_away() {
    let marked = "/All CS 1 SCN 1 w 0 5 m 9 5 l S /O gs 0.1 w";
    assert_eq!(told(&format!("{marked} 0 0 0 1 K {MARKS} S")), [""; 0]);
    assert_eq!(told(&format!("{marked} 0 0 0 1 K {MARKS} 60 100 m 90 100 l S")), ["P0704"]);
    // Nor are their inks the page's.
    let verdict = shown(&format!("{marked} 0.25 w 1 1 1 1 K {MARKS} S"));
    assert_eq!(verdict.findings.len(), 0, "{:?}", verdict.findings);
}

#[test]
fn black_that_knocks_out_is_told_where_something_lies_below() {
    let text = "0 0 0 1 k BT /F 10 Tf 1 0 0 1 60 100 Tm <0001> Tj ET";
    let bare = |below: &str, text: &str| {
        let mut sample = Sample::new();
        sample.content = format!("/N gs {below} {text}");
        let verdict = preflight(&sample.bytes(), &Limits::default(), &mut |_, _| {});
        verdict.findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>()
    };
    assert_eq!(bare("", text), [""; 0]);
    assert_eq!(bare("", &text.replace("10 Tf", "72 Tf")), [""; 0]);
    assert_eq!(bare("0.3 0 0 0 k 50 90 40 40 re f", text), ["P0708"]);
    assert_eq!(bare("q 40 0 0 40 50 90 cm /I Do Q", text).last(), Some(&"P0708"));
    // Black alone is black below black; text itself and the next word are no ground; marks stand all round.
    assert_eq!(bare("0 0 0 0.3 k 50 90 40 40 re f", text), [""; 0]);
    let word = "1 1 0 0 k BT /F 10 Tf 1 0 0 1 70 100 Tm <0001> Tj ET";
    assert_eq!(bare(word, text), [""; 0]);
    assert_eq!(bare(&format!("1 1 1 1 K 0.5 w {MARKS} S"), text), [""; 0]);
    assert_eq!(bare(&word.replace("70 100", "64 100"), text), ["P0708"]);
}
