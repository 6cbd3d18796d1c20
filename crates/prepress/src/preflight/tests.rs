//! Behaviour on whole files: every rule, total ink, files that are no sound PDF.

mod apart;
mod bad_input;
mod bleed;
mod broken;
mod cells;
mod estimate;
mod font;
mod glyphs;
mod hatched;
mod held;
mod ink;
mod korean;
mod layered;
mod missing;
mod overprint;
mod painted;
mod palette;
mod patterned;
mod pictures;
mod plenty;
mod posters;
mod pressroom;
mod raised;
mod sample;
mod separations;
mod shading;
mod shop;
mod standards;
mod table;
mod unseen;

use super::*;
use sample::Sample;

fn run(bytes: &[u8]) -> Verdict {
    preflight(bytes, &Limits::default(), &mut |_, _| {})
}

#[test]
fn a_sound_file_keeps_every_rule() {
    let verdict = run(&Sample::new().bytes());
    assert!(verdict.findings.is_empty());
    assert!(verdict.passed && verdict.pages == 1 && verdict.fonts.len() == 1);
    let spots = ["P0603", "P0607", "P0608", "P0609", "P0717", "P0720"];
    let quiet = [&["P0407", "P0408", "P0604"], &spots[..]].concat();
    for rule in &verdict.rules {
        // Chapter 8 is of older standards, chapter 9 of what a shop asks.
        let wanted = match quiet.contains(&rule.rule.code) || rule.rule.code > "P08" {
            true => RuleOutcome::NotApplicable,
            false => RuleOutcome::Passed,
        };
        assert_eq!(rule.outcome, wanted, "{}", rule.rule.code);
    }
}

#[test]
fn what_could_not_be_looked_at_has_not_passed() {
    let unchecked = |change: fn(&mut Sample)| {
        let mut sample = Sample::new();
        change(&mut sample);
        let rules = run(&sample.bytes()).rules;
        let unchecked = rules.into_iter().filter(|r| r.outcome == RuleOutcome::NotChecked);
        unchecked.map(|r| r.rule.code).collect::<Vec<_>>()
    };
    let trimless = unchecked(|s| drop(s.dict(s.page).remove(b"TrimBox")));
    assert_eq!(trimless, ["P0402", "P0404", "P0405", "P0406", "P0411", "P0413", "P0414", "P0415"]);
    let aimless = unchecked(|s| drop(s.dict(s.catalog).remove(b"OutputIntents")));
    assert_eq!(aimless, ["P0302", "P0303", "P0304", "P0311"]);
    let bare = unchecked(|s| drop(s.dict(s.intent).remove(b"DestOutputProfile")));
    assert_eq!(bare, ["P0304", "P0311"]);
}

#[test]
fn words_are_filled_in_both_languages() {
    let mut sample = Sample::new();
    sample.content.push_str("/O gs BT /F 3 Tf 1 0 0 1 100 100 Tm <0001> Tj ET ");
    let verdict = run(&sample.bytes());
    let [finding] = &verdict.findings[..] else { panic!("{:?}", verdict.findings) };
    let (text, help) = words(finding, Lang::Ko);
    assert_eq!(text, "글자가 3.0pt입니다");
    assert!(help.starts_with("6pt 이상으로 하세요"), "{help}");
    assert_eq!(words(finding, Lang::En).0, "text is 3.0 pt");
    let json = serde_json::to_value(&verdict).unwrap();
    assert_eq!(json["findings"][0]["rule"], "P0705");
    assert_eq!(json["findings"][0]["severity"], "error");
    assert_eq!(json["rules"][0]["outcome"], "passed");
}

#[test]
fn what_findings_name_is_said_in_both_languages() {
    let said = |verdict: &Verdict, code: &str| {
        let finding = verdict.findings.iter().find(|f| f.rule.code == code).unwrap();
        (words(finding, Lang::Ko).0, words(finding, Lang::En).0, finding.clone())
    };
    let (ko, en, finding) = said(&run(b""), "P0101");
    assert_eq!(ko, "PDF 파일이 아닙니다: 0바이트");
    assert_eq!(en, "this is not a PDF file: 0 bytes");
    assert_eq!(serde_json::to_value(&finding).unwrap()["args"]["what"], "0 bytes");
    let args = [("count", 12_usize.into()), ("first", "3".into())];
    let offsets = rules::words::WRONG_OFFSETS.phrase(&args);
    assert_eq!(offsets.ko, "위치가 틀린 객체 12개, 처음은 3번");
    assert_eq!(offsets.en, "12 wrong offsets, first that of object 3");
    // A name stays what it is, even one that is a word of ours.
    let mut sample = Sample::new();
    let content = "/O gs BT /F 12 Tf 1 0 0 1 100 100 Tm <0001> Tj ET ";
    sample.content.push_str(content);
    for font in [sample.font, sample.descendant] {
        sample.dict(font).set("BaseFont", "text");
    }
    let descriptor = sample.descriptor;
    sample.dict(descriptor).remove(b"FontFile2");
    let (ko, ..) = said(&run(&sample.bytes()), "P0501");
    assert!(ko.starts_with("글꼴 text"), "{ko}");
}

#[test]
fn a_picture_marks_the_place() {
    let mut sample = Sample::new();
    sample.content.push_str("0 0 0 0 k 0 0 0 1 K 0.1 w 100 150 m 200 150 l S ");
    let bytes = sample.bytes();
    let verdict = run(&bytes);
    let picture = super::picture(&bytes[..].into(), 1, &verdict.findings, 72.0).unwrap();
    assert_eq!(picture.dimensions(), (320, 320));
    let red = picture.pixels().filter(|p| p.0[0] > 180 && p.0[1] < 60 && p.0[2] < 80).count();
    assert!(red > 200, "{red}");
    assert!(super::picture(&bytes[..].into(), 2, &[], 72.0).is_none());
}

#[test]
fn places_are_those_of_the_page_as_it_is_seen() {
    let at = |rotate: i64| {
        let mut sample = Sample::new();
        sample.draw("0 0 0 0 k 0 0 0 1 K 0.1 w 100 150 m 200 150 l S");
        let page = sample.dict(sample.page);
        page.set("Rotate", rotate);
        page.set("MediaBox", sample::rect([0.0, 0.0, 340.0, 320.0]));
        let bytes = sample.bytes();
        let verdict = run(&bytes);
        let at = verdict.findings[0].at.unwrap();
        let json = serde_json::to_value(&verdict).unwrap();
        assert_eq!(json["findings"][0]["at"]["left"], at.left);
        // Image and ink alike: the picture lies 60, 200 pt from the corner, and is 14.4 pt large.
        let image = &json["images"][0]["at"];
        let from = [image["left"].as_f64().unwrap(), image["top"].as_f64().unwrap()];
        let (near, far) = (10.6, 26.7);
        let wanted = match rotate {
            90 => [60.0, near],
            180 => [91.7 - near - 5.1, 60.0],
            270 => [far, 91.7 - near - 5.1],
            _ => [near, far],
        };
        assert!(from.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.2), "{rotate}: {from:?}");
        assert!(json["ink"][0]["at"]["top"].as_f64().is_some_and(|top| top > -4.0 && top < 96.0));
        let picture = super::picture(&bytes[..].into(), 1, &verdict.findings, 72.0).unwrap();
        (at.left, at.top, picture.dimensions())
    };
    // The trim is 260 pt square from 30, 30; the line is 100 pt long at half a page's height.
    assert_eq!(at(0), (24.7, 49.4, (340, 320)));
    assert_eq!(at(90), (42.3, 24.7, (320, 340)));
    assert_eq!(at(180), (31.7, 42.3, (340, 320)));
    assert_eq!(at(270), (49.4, 31.7, (320, 340)));
}
