//! Much of everything: dense art is no damage, and many findings stay readable.

use std::fmt::Write;

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::sample::{Sample, rect};
use super::*;

/// Adds pages with the same resources and boxes as the first.
fn add_pages(sample: &mut Sample, contents: &[String]) {
    let mut kids = vec![Object::Reference(sample.page)];
    for content in contents {
        let content = Stream::new(dictionary! {}, content.as_bytes().to_vec());
        let content = sample.doc.add_object(content);
        let mut page = sample.dict(sample.page).clone();
        page.set("Contents", content);
        kids.push(sample.doc.add_object(page).into());
    }
    sample.dict(sample.tree).set("Kids", kids);
}

#[test]
fn dense_art_is_checked_in_full() {
    let mut art = String::from("/N gs 0 0 0 0.4 k 0 0 0 0.5 K 0.3 w ");
    for i in 0..20_000 {
        let (x, y) = (40 + i * 7 % 200, 40 + i * 13 % 200);
        let _ = write!(art, "{x} {y} m ");
        for j in 1..10 {
            let _ = write!(art, "{} {} l ", x + i * j % 30, y + i * 3 * j % 30);
        }
        art.push_str(if i % 3 == 0 { "S " } else { "f " });
    }
    let mut sample = Sample::new();
    sample.draw(&art);
    assert!(run(&sample.bytes()).findings.is_empty());
}

#[test]
fn many_small_groups_are_checked_in_full() {
    let mut sample = Sample::new();
    let group = sample.doc.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 9.0, 9.0]),
            "Group" => dictionary! { "S" => "Transparency" },
        },
        b"0.3 0 0 0 k 0 0 9 9 re f".to_vec(),
    ));
    sample.resource("XObject", "G", group);
    let page = sample.page;
    let space = dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" };
    sample.dict(page).set("Group", space);
    for i in 0..5_000 {
        sample.draw(&format!("q 1 0 0 1 {} {} cm /G Do Q", 40 + i * 7 % 230, 40 + i * 13 % 230));
    }
    assert!(run(&sample.bytes()).findings.is_empty());
}

/// Small text all over a page, too far apart to be one finding.
fn small_text(rows: usize) -> String {
    let mut content = String::from("/O gs 0 0 0 1 k BT /F 3 Tf ");
    for i in 0..rows * 4 {
        let (x, y) = (50 + i % 4 * 50, 50 + i / 4 * 30);
        let _ = write!(content, "1 0 0 1 {x} {y} Tm <0001> Tj ");
    }
    content + "ET"
}

#[test]
fn a_flood_of_findings_is_counted() {
    let mut sample = Sample::new();
    sample.draw(&small_text(7));
    let verdict = run(&sample.bytes());
    assert_eq!(verdict.findings.len(), 4);
    assert!(verdict.findings.iter().all(|f| f.rule == rules::SMALL_TEXT && f.place.is_some()));
    let last = &verdict.findings[3];
    assert_eq!(last.more, 24);
    assert_eq!(words(last, Lang::Ko).0, "글자가 3.0pt입니다 (이 쪽에 24곳 더)");
    assert_eq!(words(last, Lang::En).0, "text is 3.0 pt (and 24 more on this page)");
    let rule = verdict.rules.iter().find(|r| r.rule == rules::SMALL_TEXT).unwrap();
    assert_eq!(rule.findings, 28);
    assert_eq!(serde_json::to_value(last).unwrap()["more"], 24);
}

#[test]
fn over_many_pages_each_says_it_once() {
    let mut sample = Sample::new();
    add_pages(&mut sample, &vec![small_text(2); 30]);
    let limits = Limits { separation_ppi: 36.0, ..Limits::default() };
    let verdict = preflight(&sample.bytes(), &limits, &mut |_, _| {});
    let on = |page: usize| verdict.findings.iter().filter(|f| f.page == Some(page)).count();
    assert_eq!((on(1), on(2), on(17)), (0, 4, 4));
    assert!((18..=31).all(|page| on(page) == 1), "{:?}", (18..=31).map(on).collect::<Vec<_>>());
    let rule = verdict.rules.iter().find(|r| r.rule == rules::SMALL_TEXT).unwrap();
    assert_eq!(rule.findings, 8 * 30);
    assert!(serde_json::to_string_pretty(&verdict.findings).unwrap().len() < 40_000);
}

#[test]
fn pages_come_in_order_with_their_inks() {
    let mut sample = Sample::new();
    let tints: Vec<String> =
        (1..12).map(|i| format!("0 0.{i:02} 0 0 k 60 60 90 90 re f")).collect();
    add_pages(&mut sample, &tints);
    let bytes = sample.bytes();
    let limits = Limits { separation_ppi: 72.0, ..Limits::default() };
    let run = |bytes: &[u8]| preflight(bytes, &limits, &mut |_, _| {});
    let every = run(&bytes);
    assert_eq!(
        every.ink.iter().map(|ink| ink.page).collect::<Vec<_>>(),
        (1..13).collect::<Vec<_>>()
    );
    assert!((2..13).all(|page| every.inked[page - 1] == [1]), "{:?}", every.inked);
    assert_eq!(every, run(&bytes));
}

#[test]
fn only_pages_that_must_be_are_rendered() {
    let mut sample = Sample::new();
    let pages = [
        "0.9 0.9 0.3 0.2 k 21 21 278 278 re f",
        "0 0 0 0.5 k 60 60 90 90 re f",
        // Black on a tint: more than the first page, if it were known.
        "1 0.8 0.4 0 k 60 60 90 90 re f /O gs 0 0 0 1 k 70 70 9 9 re f",
        "/O gs 0.5 0 0 0 k 60 60 90 90 re f 0 0 0 1 k 70 70 9 9 re f",
    ];
    add_pages(&mut sample, &pages.map(String::from));
    let bytes = sample.bytes();
    let limits = Limits { ink: InkMeasure::WorstSpot, ..Limits::default() };
    let worst = preflight(&bytes, &limits, &mut |_, _| {});
    let most = worst.ink.iter().max_by(|a, b| a.max_percent.total_cmp(&b.max_percent)).unwrap();
    assert_eq!((most.page, most.max_percent.round()), (4, 320.0));
    assert_eq!(worst.findings, run(&bytes).findings);
    assert!(worst.findings.iter().all(|f| (f.rule, f.page) == (rules::INK, Some(4))));
    // The last page was not: it has less than what was known by then.
    assert!(worst.ink.iter().all(|ink| ink.page != 5), "{:?}", worst.ink);
}

/// A page with a picture of 360 KB that lays more ink than the limit on a spot in its middle.
fn with_a_large_picture() -> Vec<u8> {
    let mut sample = Sample::new();
    let mut data = vec![40u8; 300 * 300 * 4];
    for row in 120..180 {
        data[(row * 300 + 120) * 4..(row * 300 + 180) * 4].fill(250);
    }
    let picture = sample.doc.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 300, "Height" => 300,
            "ColorSpace" => "DeviceCMYK", "BitsPerComponent" => 8,
        },
        data,
    ));
    sample.resource("XObject", "Im", picture);
    sample.draw("q 60 0 0 60 100 100 cm /Im Do Q");
    sample.bytes()
}

#[test]
fn pictures_left_on_the_disk_change_no_verdict() {
    let whole = with_a_large_picture();
    let mut lost = whole.clone();
    let catalog = lost.windows(6).position(|word| word == b"/Pages").unwrap();
    lost[catalog..catalog + 6].copy_from_slice(b"/Pagez");
    let mut shifted = whole.clone();
    let start = shifted.windows(9).rposition(|word| word == b"startxref").unwrap();
    shifted[start + 10] = b'7';
    for bytes in [whole, lost, shifted] {
        let source = std::io::Cursor::new(bytes.clone());
        let stored = Stored::sparse(source, bytes.len()).unwrap();
        let sparse = preflight_stored(&stored, &Limits::default(), &mut |_, _| {});
        let here = run(&bytes);
        assert_eq!(sparse, here);
        let seen = |stored: &Stored<'_>| picture(stored, 1, &here.findings, 36.0);
        assert_eq!(seen(&stored), seen(&bytes[..].into()));
    }
    let bytes = with_a_large_picture();
    let found = run(&bytes).findings;
    assert!(found.iter().any(|finding| finding.rule == rules::INK), "{found:?}");
}

/// Names of resources, all of one object.
fn named(count: usize, of: &Object) -> Dictionary {
    (0..count).map(|n| (format!("N{n}"), of.clone())).collect()
}

#[test]
fn what_many_pages_and_objects_share_is_looked_at_once() {
    // Each by itself would come to forty million names, states and layers.
    let mut sample = Sample::new();
    let form = Stream::new(dictionary! { "Subtype" => "Form", "BBox" => rect([0.0; 4]) }, vec![]);
    let form = sample.doc.add_object(form).into();
    let layer = dictionary! { "Type" => "OCG", "Name" => Object::string_literal("x") };
    let layer = sample.doc.add_object(layer);
    let state = dictionary! { "CA" => 1 }.into();
    let shared =
        dictionary! { "XObject" => named(20_000, &form), "ExtGState" => named(20_000, &state) };
    let shared = sample.doc.add_object(shared);
    let properties = sample.doc.add_object(named(20_000, &layer.into()));
    let (page, tree) = (sample.dict(sample.page).clone(), sample.tree);
    let mut kids = vec![Object::Reference(sample.page)];
    for _ in 0..2_000 {
        let mut page = page.clone();
        page.remove(b"Resources");
        page.remove(b"Contents");
        kids.push(sample.doc.add_object(page).into());
        sample.doc.add_object(dictionary! { "Resources" => shared, "Properties" => properties });
    }
    sample.dict(tree).set("Kids", kids);
    sample.dict(tree).set("Resources", shared);
    let catalog = sample.catalog;
    let layers = dictionary! { "OCGs" => vec![Object::from(layer)], "D" => dictionary! {} };
    sample.dict(catalog).set("OCProperties", layers);
    assert_eq!(run(&sample.bytes()).pages, 2_001);
}
