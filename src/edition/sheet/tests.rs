//! Behaviour of the specification sheet.

use super::*;
use crate::report::json;

/// A number like any other.
pub fn sample() -> Specification {
    let file = |name: &str, of: Content, pages, bytes, digit: &str| HandedFile {
        of,
        name: name.into(),
        content: of.korean().into(),
        pages,
        bytes,
        sha256: digit.repeat(16),
    };
    let process = || ["Cyan", "Magenta", "Yellow", "Black"].map(String::from).to_vec();
    Specification {
        title: "SPRI AI Brief".into(),
        number: "2024년 5월호".into(),
        publisher: "소프트웨어정책연구소".into(),
        published: Some("2024-05-07".into()),
        trim_mm: Trim { width: 210.0, height: 297.0 },
        bleed_mm: 3.0,
        marks: true,
        pages: PageCount { total: 24, cover: 4, inside: 20, notes: 1, blank: 1 },
        binding: Binding::SaddleStitch,
        spine_mm: None,
        creep_mm: Some(0.118),
        quantity: Some(500),
        due: Some("2024-05-03".into()),
        proof: Some("디지털 교정 1부".into()),
        finishing: vec!["금박".into(), "귀돌이".into()],
        inks: vec![],
        outlines: false,
        plates: vec![],
        parts: vec![
            PaperPart {
                name: "표지".into(),
                is_cover: true,
                pages: 4,
                paper: Some("아트지 200g".into()),
                coating: Some("무광".into()),
                inks: Sides { front: 4, back: 4 },
                process: [process(), process()],
                spots: vec![],
            },
            PaperPart {
                name: "내지".into(),
                is_cover: false,
                pages: 20,
                paper: Some("모조지 100g".into()),
                coating: None,
                inks: Sides { front: 4, back: 4 },
                process: [process(), process()],
                spots: vec![
                    Spot { name: "PANTONE 286 C".into(), front: true, back: true },
                    Spot { name: "DIC 619".into(), front: false, back: true },
                ],
            },
        ],
        profile: PrintingCondition {
            name: "coated-fogra39".into(),
            condition: "FOGRA39".into(),
            ink_limit_percent: 300.0,
        },
        files: vec![file("spri-ai-brief-2024-05-print.pdf", Content::Whole, 24, 1_284_903, "3f8a")],
        measured: Measured {
            ink: Some(MostInk { page: 1, percent: 267.0 }),
            image: Some(LowestImage { page: 9, ppi: 312.0 }),
            fonts: vec!["PretendardGOV-Regular".into(), "PretendardGOV-Bold".into()],
            preflight: Some(Preflight { errors: 0, warnings: 2 }),
        },
        contact: vec!["AI정책연구실 031-739-7354".into(), "gangmin.park@spri.kr".into()],
    }
}

#[test]
fn json_names_everything_with_its_unit() {
    let value: serde_json::Value = serde_json::from_str(&json(&sample())).unwrap();
    assert_eq!(value["trim_mm"], serde_json::json!({ "width": 210.0, "height": 297.0 }));
    assert_eq!(value["binding"], "saddle-stitch");
    assert_eq!(value["pages"]["notes"], 1);
    assert_eq!(value["parts"][0]["inks"], serde_json::json!({ "front": 4, "back": 4 }));
    assert_eq!(value["profile"]["ink_limit_percent"], 300.0);
    assert_eq!(value["files"][0]["bytes"], 1_284_903);
    assert_eq!(value["measured"]["ink"]["page"], 1);
    assert!(value["spine_mm"].is_null());
    assert!(json(&sample()).starts_with("{\n  \"form\": 1,\n  \"title\""));
}

#[test]
fn a_file_is_named_by_its_digest() {
    let file = HandedFile::new("a.pdf", Content::Whole, 24, b"abc");
    assert_eq!(file.bytes, 3);
    assert_eq!(file.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn pages_are_found_in_the_parts_they_are_printed_from() {
    let all = |of: Content| (1..=8).filter_map(|page| of.page_of(page, 8)).collect::<Vec<_>>();
    assert_eq!(all(Content::Whole), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(all(Content::Compared), [0; 0]);
    assert_eq!(all(Content::Cover), [1, 2, 3, 4]);
    assert_eq!(all(Content::CoverSpread), [1, 2, 2, 1]);
    assert_eq!(all(Content::Inside), [1, 2, 3, 4]);
}

#[test]
fn no_text_can_leave_its_literal() {
    let evil = "\" ) #panic() \\\" \u{7} \n */ // ` $x$ #[";
    let sheet = Specification { title: evil.into(), contact: vec![evil.into()], ..sample() };
    let markup = markup(&sheet, UNITS[0]);
    let data = markup.strip_prefix(TEMPLATE).unwrap().trim();
    let literal = data.strip_prefix("#specification(json(bytes(\"").unwrap();
    let literal = literal.strip_suffix("\")), 6pt)").unwrap();
    // Undo the literal: no quote stands unescaped, and the JSON gives the text back.
    let mut json = String::new();
    let mut chars = literal.chars();
    while let Some(c) = chars.next() {
        assert!(c != '"' && !c.is_control());
        json.push(if c == '\\' { chars.next().unwrap() } else { c });
    }
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let evil = evil.replace(char::is_control, " ");
    assert_eq!(value["title"], evil);
    assert_eq!(value["contact"][0], evil);
}

#[test]
fn the_template_needs_nothing_from_outside() {
    for word in ["#import", "#include", "image(", "read(", "@preview"] {
        assert!(!TEMPLATE.contains(word), "{word}");
    }
}
