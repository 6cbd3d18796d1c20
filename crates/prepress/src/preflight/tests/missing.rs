//! What is missing or told wrongly in a file: it is told, and nothing counts as checked that nobody saw.

use lopdf::{Object, Stream, dictionary};

use super::sample::Sample;
use super::unseen::{codes, inked, outcome, swapped};
use super::*;

#[test]
fn a_wrong_length_is_told_and_the_stream_is_read_to_its_end() {
    let mut sample = Sample::new();
    sample.content = "0 0 0 1 k 60 60 100 100 re f 1 1 1 1 k 90 90 50 50 re f".into();
    let length = sample.content.len();
    let direct = format!("/Length {length}");
    let bytes = sample.bytes();
    let said = |said: String| {
        let said = format!("{said:<width$}", width = direct.len());
        let verdict = run(&swapped(&bytes, direct.as_bytes(), said.as_bytes()));
        inked(&verdict, 400.0);
        let damaged = verdict.findings.iter().filter(|finding| finding.rule == rules::DAMAGED);
        damaged.map(|finding| words(finding, Lang::En).0).collect::<Vec<_>>()
    };
    let wrong =
        "the structure of the file is damaged: 1 stream with a wrong Length, read to endstream";
    assert_eq!(said(direct.clone()), [""; 0]);
    for off in [5, length - 9, length + 20] {
        assert_eq!(said(format!("/Length {off}")), [wrong], "{off} of {length}");
    }
    // The line end before endstream may count or not.
    assert_eq!(said(format!("/Length {}", length + 1)), [""; 0]);
}

#[test]
fn a_wrong_length_that_stands_elsewhere_is_told() {
    for (off, damaged) in [(0, false), (-9, true), (20, true)] {
        let mut sample = Sample::new();
        let content = b"0 0 0 1 k 60 60 100 100 re f 1 1 1 1 k 90 90 50 50 re f".to_vec();
        let there = sample.doc.add_object(content.len() as i64 + off);
        let content = sample.doc.add_object(Stream::new(dictionary! {}, content));
        sample.dict(content).set("Length", there);
        let page = sample.page;
        sample.dict(page).set("Contents", content);
        let verdict = run(&sample.bytes());
        inked(&verdict, 400.0);
        assert_eq!(codes(&verdict).contains(&"P0103"), damaged, "{off}");
    }
}

#[test]
fn what_is_not_in_the_file_is_not_checked() {
    let rules_of = |content: &str| {
        let mut sample = Sample::new();
        sample.resource("XObject", "Odd", Object::Integer(1));
        sample.resource("Font", "Odd", Object::Integer(1));
        sample.draw(content);
        let verdict = run(&sample.bytes());
        assert_eq!(codes(&verdict), ["P0109"], "{content}");
        [rules::RGB, rules::INK, rules::FONT_EMBED].map(|rule| outcome(&verdict, rule))
    };
    for content in [
        "/Gone Do",
        "/Odd Do",
        "BT /Gone 9 Tf 1 0 0 1 90 90 Tm (a) Tj ET",
        "BT /Odd 9 Tf 1 0 0 1 90 90 Tm (a) Tj ET",
        "/Gone gs",
        "/Gone sh",
        "/Gone cs 60 60 9 9 re f",
    ] {
        assert_eq!(rules_of(content), [RuleOutcome::NotChecked; 3], "{content}");
    }
}
