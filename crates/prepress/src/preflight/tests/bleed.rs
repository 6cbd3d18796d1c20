//! Bleed as it is judged on the plates: what is told is what was found, and the weight goes by what is told.

use lopdf::{Object, Stream, dictionary};

use super::sample::{Sample, rect};
use super::*;

fn said(change: impl FnOnce(&mut Sample)) -> Vec<(&'static str, String)> {
    let mut sample = Sample::new();
    change(&mut sample);
    let findings = run(&sample.bytes()).findings;
    findings.iter().map(|finding| (finding.rule.code, words(finding, Lang::En).0)).collect()
}

#[test]
fn a_spot_too_short_to_be_told_does_not_say_how_far_the_rest_goes() {
    let found = said(|s| {
        // All along the right it stops at 2.1 mm, on half a millimetre at the trim.
        s.content = s.content.replace("21 21 278 278", "21 21 275 278");
        s.draw("0 0 0 0 k 290.5 100 9 1.4 re f");
    });
    let [(code, text)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(*code, "P0406");
    assert!(text.contains("has 2.1 mm"), "{text}");
    assert!(text.ends_with("right, along 91 mm"), "{text}");
}

#[test]
fn a_trim_between_two_pixels_is_measured_from_where_it_is() {
    for right in [289.9, 290.0, 290.1, 290.2, 290.3, 290.4] {
        let found = said(|s| {
            s.dict(s.page).set("TrimBox", rect([30.0, 30.0, right, 290.0]));
            let wide = format!("21 21 {} 278", right - 21.0);
            s.content = s.content.replace("21 21 278 278", &wide);
        });
        let [(code, text)] = &found[..] else { panic!("{found:?}") };
        assert_eq!(*code, "P0411");
        assert!(text.contains("no more than 0.0 mm of bleed: right"), "{right}: {text}");
    }
}

#[test]
fn sides_are_judged_by_the_room_that_is_told() {
    // 1.46 and 1.53 mm of the 3 that are asked.
    let found = said(|s| {
        s.dict(s.page).set("BleedBox", rect([25.861, 25.663, 299.0, 299.0]));
    });
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "P0413");
    assert!(found[0].1.ends_with("left, bottom 1.5 mm"), "{}", found[0].1);
}

/// The sample on a larger sheet: 150 mm square with 3 mm of bleed, and the content that is given.
fn large(content: &str) -> Sample {
    let mut sample = Sample::new();
    let page = sample.dict(sample.page);
    page.set("MediaBox", rect([0.0, 0.0, 486.0, 486.0]));
    page.set("BleedBox", rect([22.0, 22.0, 464.0, 464.0]));
    page.set("TrimBox", rect([30.5, 30.5, 455.5, 455.5]));
    sample.content = format!("{content} ");
    sample
}

fn told(content: &str) -> Vec<(&'static str, String)> {
    let findings = run(&large(content).bytes()).findings;
    findings.iter().map(|finding| (finding.rule.code, words(finding, Lang::En).0)).collect()
}

const GROUND: &str = "0.4 0.1 0 0 k 22 22 442 442 re f";

#[test]
fn another_colour_right_beyond_the_trim_is_told() {
    // A frame in the bleed, all round; and a picture that ends at the trim, over a ground that does not.
    let frame = told(&format!(
        "0 0.8 0.6 0 k 22 22 442 442 re f {} ",
        GROUND.replace("22 22 442 442", "30.5 30.5 425 425")
    ));
    let codes: Vec<_> = frame.iter().map(|found| found.0).collect();
    assert_eq!(codes, ["P0414"; 4], "{frame:?}");
    let one = told(&format!("{GROUND} 0 0.9 0.9 0 k 30.5 100 200 80 re f"));
    let [(code, text)] = &one[..] else { panic!("{one:?}") };
    assert_eq!(
        (*code, text.as_str()),
        ("P0414", "the colour changes right at the trim: left, along 28 mm")
    );
}

#[test]
fn what_changes_by_chance_or_elsewhere_is_not() {
    for content in [
        // A circle that touches the trim, of 34 mm.
        &format!("{GROUND} 192 w 1 J 0 0.9 0.9 0 K 126.5 243 m 126.5 243 l S"),
        // As short as a tab.
        &format!("{GROUND} 0 0.9 0.9 0 k 30.5 100 200 30 re f"),
        // Over the trim, or well inside.
        &format!("{GROUND} 0 0.9 0.9 0 k 25 100 200 90 re f"),
        &format!("{GROUND} 0 0.9 0.9 0 k 40 100 200 90 re f"),
        // A little lighter.
        &format!("{GROUND} 0.3 0.1 0 0 k 30.5 100 200 90 re f"),
        // Stripes along the trim, which change all the time.
        &(0..40).fold(String::from(GROUND), |all, i| {
            format!("{all} 0 0.9 0.9 0 k 22 {} 442 1.5 re f", f64::from(i) * 3.0 + 22.5)
        }),
    ] {
        assert_eq!(told(content), [], "{content}");
    }
}

#[test]
fn pages_of_a_book_are_not_cut_where_they_are_bound() {
    let mut sample = large(&format!("{GROUND} 0 0.9 0.9 0 k 30.5 100 425 90 re f"));
    let kids = vec![Object::Reference(sample.page); 1];
    let more = |s: &mut Sample| {
        let page = s.dict(s.page).clone();
        s.doc.add_object(page).into()
    };
    let content = std::mem::take(&mut sample.content).into_bytes();
    let content = sample.doc.add_object(Stream::new(dictionary! {}, content));
    sample.dict(sample.page).set("Contents", content);
    let kids: Vec<Object> =
        kids.into_iter().chain([more(&mut sample), more(&mut sample)]).collect();
    sample.dict(sample.tree).set("Kids", kids);
    let findings = run(&sample.bytes()).findings;
    let sides = findings.iter().map(|f| words(f, Lang::En).0).collect::<Vec<_>>();
    let side = |name: &str| format!("the colour changes right at the trim: {name}, along 32 mm");
    assert_eq!(sides, ["right", "left", "right"].map(side));
}

#[test]
fn a_strip_of_paper_along_a_side_is_told() {
    // 0.7 mm inside of the trim on the right, and on nothing else.
    let sliver = GROUND.replace("22 22 442 442", "22 22 431.5 442");
    let found = told(&sliver);
    let [(code, text)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(*code, "P0415");
    assert!(text.starts_with("art ends 0.7 mm inside of the trim: right, along 149"), "{text}");
    // Well inside it is a margin; and along less than half of the side it is a shape that comes near.
    assert_eq!(told(&GROUND.replace("22 22 442 442", "22 22 424 442")), []);
    assert_eq!(told("0.4 0.1 0 0 k 100 100 353 180 re f"), []);
    // A line round the page is no art.
    assert_eq!(told("0 0 0 1 K 1 w 33 33 420 420 re S"), []);
}

#[test]
fn a_hatching_that_goes_on_beyond_the_trim_bleeds() {
    let hatched = |from: i32, to: i32| {
        let line =
            |i: i32| format!("{from} {} m {to} {} l S ", i * 8 - 442, i * 8 - 442 + to - from);
        (0..120).fold(String::from("0.4 0.1 0 0 K 2 w "), |all, i| all + &line(i))
    };
    assert_eq!(told(&hatched(22, 464)), []);
    // One that ends at the trim does not.
    let short = told(&hatched(22, 456));
    assert!(short.iter().all(|found| found.0 == "P0411" && found.1.contains("right")), "{short:?}");
    assert_eq!(short.len(), 1);
}

#[test]
fn a_corner_without_bleed_is_told() {
    let found = told("0.4 0.1 0 0 k 30.5 22 433.5 442 re f 22 22 20 433.5 re f");
    let [(code, text)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(*code, "P0406");
    assert!(text.ends_with("left, top, along 3 mm"), "{text}");
}

#[test]
fn sides_are_named_as_the_page_is_seen() {
    let mut sample = large(&GROUND.replace("22 22 442 442", "22 22 433.5 442"));
    let page = sample.page;
    sample.dict(page).set("Rotate", 90);
    let findings = run(&sample.bytes()).findings;
    let [finding] = &findings[..] else { panic!("{findings:?}") };
    // What is on the right comes to the bottom.
    assert!(words(finding, Lang::En).0.contains("bottom"), "{}", words(finding, Lang::En).0);
}

#[test]
fn what_is_found_at_the_trim_does_not_depend_on_which_pages_are_rendered() {
    for content in [
        format!("{GROUND} 0 0.5 0.5 0 k 30.5 100 200 80 re f"),
        GROUND.replace("22 22 442 442", "22 22 431.5 442"),
        "0.4 0.1 0 0 k 30.5 22 433.5 442 re f 22 22 20 433.5 re f".into(),
    ] {
        let bytes = large(&content).bytes();
        let limits = Limits { ink: InkMeasure::WorstSpot, ..Limits::default() };
        let worst = preflight(&bytes, &limits, &mut |_, _| {});
        assert!(!worst.findings.is_empty(), "{content}");
        assert_eq!(worst.findings, run(&bytes).findings);
    }
}
