//! Chapter 4: page boxes, bleed and marks.

use lopdf::{Object, ObjectId, Stream, dictionary};

use super::super::sample::{Sample, rect};
use super::super::{Limits, rules};
use super::case::{Case, Change, Made, case, changed};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            rules::TRIM_MISSING,
            &[|s| {
                s.dict(s.page).remove(b"TrimBox");
            }],
            &[|s| set(s, "TrimBox", [30.0, 30.0, 289.0, 290.0])],
        ),
        case(
            rules::BOXES,
            &[
                |s| {
                    set(s, "MediaBox", [22.0, 0.0, 320.0, 320.0]);
                    set(s, "TrimBox", [31.0, 30.0, 290.0, 290.0]);
                },
                |s| set(s, "CropBox", [40.0, 0.0, 320.0, 320.0]),
            ],
            &[|s| set(s, "CropBox", [21.0, 21.0, 299.0, 299.0])],
        ),
        case(
            rules::ART_BOX,
            &[|s| set(s, "ArtBox", [40.0, 40.0, 200.0, 200.0])],
            &[|s| set(s, "CropBox", [0.0, 0.0, 320.0, 320.0])],
        ),
        case(
            rules::SIZES,
            &[
                |s| {
                    second_page(s, [30.0, 30.0, 290.0, 280.0]);
                },
                // One whose boxes alone are the other way round, and one of a larger unit.
                |s| {
                    let turned = second_page(s, [30.0, 30.0, 290.0, 280.0]);
                    set(s, "TrimBox", [30.0, 30.0, 290.0, 280.0]);
                    s.dict(s.tree).set("Rotate", 90);
                    s.dict(turned).set("TrimBox", rect([30.0, 30.0, 280.0, 290.0]));
                },
                |s| {
                    let twice = second_page(s, [30.0, 30.0, 290.0, 290.0]);
                    s.dict(twice).set("UserUnit", 2);
                },
            ],
            &[
                |s| {
                    second_page(s, [30.0, 30.0, 290.0, 290.0]);
                },
                |s| {
                    let half = second_page(s, [15.0, 15.0, 145.0, 145.0]);
                    s.dict(half).set("BleedBox", rect([10.0, 10.0, 150.0, 150.0]));
                    s.dict(half).set("UserUnit", 2);
                },
            ],
        ),
        case(
            rules::BLEED,
            &[
                |s| set(s, "BleedBox", [21.0, 21.0, 299.0, 294.0]),
                |s| set(s, "BleedBox", [30.0, 30.0, 290.0, 290.0]),
            ],
            &[
                |s| set(s, "BleedBox", [21.4, 21.4, 298.6, 298.6]),
                // With white all round nothing bleeds.
                |s| {
                    set(s, "BleedBox", [30.0, 30.0, 290.0, 290.0]);
                    ground(s, "34 34 252 252");
                },
            ],
        ),
        case(
            rules::BLEED_NARROW,
            &[|s| set(s, "BleedBox", [21.0, 21.0, 299.0, 298.0])],
            &[|s| {
                set(s, "BleedBox", [21.0, 21.0, 299.0, 298.0]);
                ground(s, "21 21 278 265");
            }],
        ),
        case(
            rules::BLEED_REACH,
            &[|s| ground(s, "21 21 275 278"), |s| ground(s, "21 21 278 275")],
            &[
                |s| ground(s, "36 21 248 278"),
                // There is more room than anybody asks.
                |s| set(s, "BleedBox", [10.0, 10.0, 310.0, 310.0]),
            ],
        ),
        case(
            rules::NO_BLEED,
            &[
                |s| ground(s, "21 21 269 278"),
                |s| ground(s, "21 21 278 269"),
                // A millimetre is none either.
                |s| ground(s, "21 21 271.8 278"),
            ],
            &[|s| ground(s, "36 21 248 278")],
        ),
        case(
            rules::BLEED_CHANGES,
            &[|s| s.draw("0 0.9 0.9 0 k 30 100 100 80 re f")],
            &[|s| s.draw("0 0.9 0.9 0 k 21 100 100 80 re f")],
        ),
        case(rules::SLIVER, &[|s| ground(s, "21 21 267 278")], &[|s| ground(s, "21 21 256 278")]),
        case(
            rules::BOX_SENSE,
            &[
                |s| set(s, "TrimBox", [30.0, 30.0, 30.0, 290.0]),
                |s| {
                    s.dict(s.page).remove(b"MediaBox");
                },
                |s| {
                    s.dict(s.page).set("Rotate", 45);
                },
            ],
            &[|s| {
                s.dict(s.page).set("Rotate", -90);
            }],
        ),
        Case {
            rule: rules::MARKS_MISSING,
            breaks: vec![expecting(true, |_| {})],
            keeps: vec![expecting(true, marks)],
        },
        Case {
            rule: rules::MARKS_FOUND,
            breaks: vec![expecting(false, marks)],
            // Of every plate outside the bleed is no ink on the paper that stays.
            keeps: vec![expecting(false, |_| {}), changed(marks)],
        },
        case(
            rules::ROTATED,
            &[|s| {
                let turned = second_page(s, [30.0, 30.0, 290.0, 290.0]);
                s.dict(turned).set("Rotate", 180);
            }],
            &[|s| {
                second_page(s, [30.0, 30.0, 290.0, 290.0]);
                s.dict(s.tree).set("Rotate", 90);
            }],
        ),
        case(
            rules::EMPTY_PAGE,
            &[
                |s| s.content = String::new(),
                |s| {
                    s.content = String::new();
                    marks(s);
                },
            ],
            &[|s| s.content = "0 0 0 0.1 k 60 60 20 20 re f".into()],
        ),
    ]
}

fn set(s: &mut Sample, key: &str, to: [f32; 4]) {
    s.dict(s.page).set(key, rect(to));
}

fn ground(s: &mut Sample, to: &str) {
    assert!(s.content.contains("21 21 278 278"));
    s.content = s.content.replace("21 21 278 278", to);
}

pub fn second_page(s: &mut Sample, trim: [f32; 4]) -> ObjectId {
    let mut page = s.dict(s.page).clone();
    page.set("TrimBox", rect(trim));
    page.remove(b"Resources");
    let tint = b"0 0 0 0.2 k 60 60 20 20 re f".to_vec();
    let content = s.doc.add_object(Stream::new(dictionary! {}, tint));
    page.set("Contents", content);
    let page = s.doc.add_object(page);
    let kids = vec![s.page.into(), page.into()];
    s.dict(s.tree).set("Kids", kids);
    page
}

fn expecting(marks: bool, change: Change) -> Made {
    let (bytes, limits) = changed(change);
    (bytes, Limits { expect_marks: Some(marks), ..limits })
}

pub fn marks(s: &mut Sample) {
    let tint = dictionary! {
        "FunctionType" => 2,
        "Domain" => vec![0.into(), 1.into()],
        "N" => 1,
        "C0" => vec![0.into(); 4],
        "C1" => vec![1.into(); 4],
    };
    let all = vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), tint.into()];
    s.resource("ColorSpace", "All", Object::Array(all));
    s.draw("q /All CS 1 SCN 0.25 w 0 30 m 18 30 l S 30 0 m 30 18 l S Q");
}
