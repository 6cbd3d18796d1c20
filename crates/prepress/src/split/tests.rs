//! Behaviour of splitting on small files.

use super::super::impose::testing::{Sample, box_mm, content, drawn, forms, open, page_dicts, xmp};
use super::super::impose::{Options, impose};
use super::*;

const FONT: &[u8] = include_bytes!("../../../../fonts/PretendardGOV-Bold.ttf");

fn spread() -> Spread<'static> {
    Spread {
        spine_mm: 8.0,
        title: "인공지능 동향",
        number: "5",
        slug: ("동향 2024-05", "2024-05-07  |  coated-fogra39"),
        font: FONT,
        ground: None,
        spot: None,
        text: None,
        marks: false,
    }
}

#[test]
fn cover_and_inside_share_out_the_pages() {
    let parts = split(&Sample::pages(12).build()).unwrap();
    let drawn_pages = |pdf: &[u8]| -> Vec<String> {
        let doc = open(pdf);
        page_dicts(&doc).iter().map(|page| drawn(&doc, page)).collect()
    };
    assert_eq!(drawn_pages(&parts.cover), [1, 2, 11, 12].map(content));
    assert_eq!(drawn_pages(&parts.inside), (3..=10).map(content).collect::<Vec<_>>());
    assert_eq!(inside(&Sample::pages(12).build()).unwrap(), parts.inside);
}

#[test]
fn parts_are_documents_of_their_own_and_still_x4() {
    let pdf = Sample::pages(8).build();
    let parts = split(&pdf).unwrap();
    let (cover, inside) = (open(&parts.cover), open(&parts.inside));
    let (of_cover, of_inside) = (xmp(&cover), xmp(&inside));
    for (doc, xmp, part) in [(&cover, &of_cover, "표지"), (&inside, &of_inside, "내지")] {
        assert!(doc.catalog().unwrap().has(b"OutputIntents"));
        assert!(xmp.contains("<pdfxid:GTS_PDFXVersion>PDF/X-4<"));
        assert!(!xmp.contains("uuid:source"));
        assert!(xmp.contains(&format!("동향 &amp; 소식 5월호 – {part}<")));
        let info = doc.trailer.get_deref(b"Info", doc).unwrap().as_dict().unwrap();
        let title = lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap();
        assert_eq!(title, format!("동향 & 소식 5월호 – {part}"));
        for page in page_dicts(doc) {
            assert!(!page.has(b"Annots"));
            assert!(page.has(b"TrimBox") && page.has(b"BleedBox") && page.has(b"Resources"));
            assert!(page.has(b"Group"));
        }
    }
    assert_ne!(of_cover, of_inside);
    assert_ne!(cover.trailer.get(b"ID").unwrap(), inside.trailer.get(b"ID").unwrap());
}

#[test]
fn blanks_of_a_part_stand_where_the_binder_expects_them() {
    let parts = split(&Sample::pages(14).build()).unwrap();
    let blanks = |pdf: &[u8]| impose(pdf, Options::default()).unwrap().blanks;
    assert_eq!(blanks(&parts.inside), 11..13);
    assert_eq!(blanks(&parts.cover).len(), 0);
    assert_eq!(blanks(&Sample::pages(14).build()), 14..16);
}

#[test]
fn what_only_other_pages_use_is_gone() {
    let parts = split(&Sample::pages(40).build()).unwrap();
    assert!(parts.cover.len() * 4 < parts.inside.len());
    let contents = |pdf: &[u8]| {
        let doc = open(pdf);
        doc.objects.values().filter(|object| object.as_stream().is_ok()).count()
    };
    // Four pages, the profile and the XMP packet.
    assert_eq!(contents(&parts.cover), 6);
    assert_eq!(contents(&parts.inside), 38);
}

#[test]
fn a_spread_is_back_spine_and_front_in_one_piece() {
    let doc = open(&cover_spread(&Sample::pages(12).build(), &spread()).unwrap());
    let sides = page_dicts(&doc);
    assert_eq!(sides.len(), 2);
    for page in &sides {
        assert_eq!(box_mm(page, "TrimBox"), [3.0, 3.0, 307.0, 213.0]);
        assert_eq!(box_mm(page, "BleedBox"), [0.0, 0.0, 310.0, 216.0]);
        assert_eq!(box_mm(page, "BleedBox"), box_mm(page, "MediaBox"));
    }
    let names = |page| forms(&doc, page).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(sides[0]), ["P12", "P1"]);
    assert_eq!(names(sides[1]), ["P2", "P11"]);
    for (name, form) in forms(&doc, sides[0]) {
        assert_eq!(form.content, content(name[1..].parse().unwrap()).as_bytes());
    }
}

#[test]
fn the_spines_title_is_outlines_in_black_alone() {
    let doc = open(&cover_spread(&Sample::pages(12).build(), &spread()).unwrap());
    let sides = page_dicts(&doc);
    let outer = drawn(&doc, sides[0]);
    assert!(outer.contains("/Over gs\n0 0 0 1 k\n") && outer.contains(" c\n"));
    assert!(!outer.contains("BT") && outer.matches(" k\n").count() == 1);
    // Title and number lie between the folds, and inside the trim.
    let (left, right) = (151.0 * MM, 159.0 * MM);
    let moved = outer.split_once("q\n1 0 0 1 427.465").or(outer.split_once("q\n1 0 0 1 428.031"));
    assert!(moved.is_some(), "{}", &outer[..400]);
    for line in moved.unwrap().1.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let [x, y, "m" | "l"] = words.as_slice() else { continue };
        let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
        assert!(x > 0.0 && x < right - left && y > 14.0 * MM && y < 196.0 * MM, "{line}");
    }
    assert!(!drawn(&doc, sides[1]).contains(" k\n"));
}

#[test]
fn a_dark_ground_takes_a_white_title() {
    let ground = Some([1.0, 0.92, 0.3, 0.45]);
    let doc =
        open(&cover_spread(&Sample::pages(8).build(), &Spread { ground, ..spread() }).unwrap());
    let outer = drawn(&doc, page_dicts(&doc)[0]);
    assert!(outer.contains("1 0.92 0.3 0.45 k\n") && outer.contains("\n0 0 0 0 k\n"));
    assert!(!outer.contains("/Over gs"));
}

/// Points of a content stream's paths, with the number of paths closed and stroked.
fn marked(content: &str) -> (Vec<(f64, f64)>, usize) {
    let own = content.rsplit_once("/All cs").expect("a slug").1;
    let points = own.lines().filter_map(|line| {
        let words: Vec<&str> = line.split(' ').collect();
        let [.., x, y, "m" | "l" | "c"] = words.as_slice() else { return None };
        Some((x.parse().ok()?, y.parse().ok()?))
    });
    (points.collect(), content.lines().filter(|line| *line == "s").count())
}

#[test]
fn a_cover_has_a_register_mark_on_each_side_and_a_slug_outside_the_bleed() {
    for spine_mm in [3.0, 30.0] {
        let marked_spread = Spread { marks: true, spine_mm, ..spread() };
        let doc = open(&cover_spread(&Sample::pages(8).build(), &marked_spread).unwrap());
        for page in page_dicts(&doc) {
            let (slug, rings) = marked(&drawn(&doc, page));
            assert_eq!(rings, 4, "register marks");
            let bleed = box_mm(page, "BleedBox").map(|mm| mm * MM);
            let fold = box_mm(page, "TrimBox")[0] * MM + 148.0 * MM;
            assert!(slug.len() > 100, "a line of text");
            assert!(slug.iter().all(|(_, y)| *y > 0.0 && *y < bleed[1]), "below the bleed");
            assert!(slug.iter().all(|(x, _)| *x > bleed[0] && *x < fold), "under the left page");
        }
    }
}

#[test]
fn the_ground_of_a_spine_reaches_under_the_pages() {
    let ground = Some([1.0, 0.9, 0.3, 0.4]);
    let spread = Spread { ground, ..spread() };
    let doc = open(&cover_spread(&Sample::pages(8).build(), &spread).unwrap());
    let outer = drawn(&doc, page_dicts(&doc)[0]);
    let (ground, page) = (outer.find("1 0.9 0.3 0.4 k").unwrap(), outer.find("/P8 Do").unwrap());
    assert!(ground < page, "under the pages");
    assert!(outer.contains("-0.709 -8.504"), "{outer:.200}");
}

#[test]
fn a_narrow_spine_stays_bare() {
    let thin = Spread { spine_mm: 3.0, ..spread() };
    let doc = open(&cover_spread(&Sample::pages(8).build(), &thin).unwrap());
    assert!(!drawn(&doc, page_dicts(&doc)[0]).contains(" k\n"));
}

#[test]
fn faults_say_what_is_wrong() {
    let four = Sample::pages(4).build();
    assert_eq!(split(&four), Err(ImposeFault::TooFewPages { pages: 4, needed: 5 }));
    let three = Sample::pages(3).build();
    assert_eq!(
        cover_spread(&three, &spread()),
        Err(ImposeFault::TooFewPages { pages: 3, needed: 4 })
    );
    let fault = |spread: Spread<'_>| cover_spread(&four, &spread).unwrap_err();
    assert!(matches!(fault(Spread { font: b"no font", ..spread() }), ImposeFault::Font(_)));
    assert!(matches!(fault(Spread { title: "\u{1f600}", ..spread() }), ImposeFault::Font(_)));
    assert!(matches!(fault(Spread { spine_mm: -1.0, ..spread() }), ImposeFault::Options(_)));
    let long = "동".repeat(200);
    assert!(matches!(fault(Spread { title: &long, ..spread() }), ImposeFault::Options(_)));
    let ground = Some([2.0, 0.0, 0.0, 0.0]);
    assert!(matches!(fault(Spread { ground, ..spread() }), ImposeFault::Options(_)));
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let pdf = Sample::pages(8).build();
    assert_eq!(split(&pdf), split(&pdf));
    assert_eq!(cover_spread(&pdf, &spread()), cover_spread(&pdf, &spread()));
}
