//! What a file is held to: the press alone, or a standard besides.

use super::*;

fn held_to(standard: Standard, change: fn(&mut Sample)) -> Verdict {
    let mut sample = Sample::new();
    change(&mut sample);
    let limits = Limits { standard, ..Limits::default() };
    preflight(&sample.bytes(), &limits, &mut |_, _| {})
}

/// No PDF/X at all: no intent, no XMP, no trim box, a link, and a version of its own.
fn plain(s: &mut Sample) {
    s.doc.version = "1.7".into();
    let catalog = s.catalog;
    s.dict(catalog).remove(b"OutputIntents");
    s.doc.trailer.remove(b"ID");
    s.xmp.clear();
    let rect = sample::rect([60.0, 60.0, 90.0, 90.0]);
    let link = lopdf::dictionary! { "Subtype" => "Link", "Rect" => rect };
    s.dict(s.page).set("Annots", vec![lopdf::Object::Dictionary(link)]);
}

#[test]
fn without_a_standard_only_the_press_is_asked() {
    let verdict = held_to(Standard::None, plain);
    assert!(verdict.passed && verdict.findings.is_empty(), "{:?}", verdict.findings);
    let verdict = held_to(Standard::X4, plain);
    assert!(!verdict.passed && verdict.press.is_clean());
    assert!(verdict.conformance.errors > 4, "{:?}", verdict.conformance);
    // What hurts on press is an error under all of them.
    for standard in Standard::ALL {
        let verdict = held_to(standard, |s| s.draw("0 0 0 1 k BT /F 3 Tf 70 70 Td <0001> Tj ET"));
        assert_eq!((verdict.passed, verdict.press.errors), (false, 1), "{standard}");
    }
}

#[test]
fn a_page_without_a_trim_box_is_its_crop_box_where_no_standard_asks() {
    let bare = |s: &mut Sample| {
        let page = s.dict(s.page);
        page.remove(b"TrimBox");
        page.remove(b"BleedBox");
        page.set("CropBox", sample::rect([30.0, 30.0, 290.0, 290.0]));
    };
    let verdict = held_to(Standard::None, bare);
    let broken: Vec<_> = verdict.findings.iter().map(|finding| finding.rule.code).collect();
    assert_eq!(broken, ["P0405"], "its ground has no bleed");
    let sides = verdict.findings[0].args["side"].say(Lang::En).into_owned();
    assert_eq!(sides, "left, right, top, bottom");
    assert_eq!((verdict.press.errors, verdict.press.unchecked), (1, 0));
    assert_eq!(verdict.boxes[0].trim, None, "none is written");
    let trimless = held_to(Standard::X4, bare);
    assert_eq!((trimless.conformance.errors, trimless.press.unchecked), (1, 8));
}

#[test]
fn rules_of_another_standard_do_not_apply() {
    let verdict = held_to(Standard::X3, |s| {
        s.doc.version = "1.4".into();
        s.dict(s.info).set("GTS_PDFXVersion", sample::string("PDF/X-3:2003"));
        s.xmp.clear();
    });
    assert!(verdict.passed, "{:?}", verdict.findings);
    let outcome = |code| verdict.rules.iter().find(|rule| rule.rule.code == code).unwrap().outcome;
    assert_eq!(outcome("P0306"), RuleOutcome::NotApplicable);
    assert_eq!(outcome("P0807"), RuleOutcome::NotApplicable);
    assert_eq!(outcome("P0802"), RuleOutcome::Passed);
}
