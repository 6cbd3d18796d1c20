//! Boxes, marks and the slug line.

use lopdf::Dictionary;

use super::*;
use crate::pdf::geometry::MM;
use crate::x4::X4Fault;

const FONT: &[u8] = include_bytes!("../../../../../fonts/PretendardGOV-Regular.ttf");

fn two_pages() -> Vec<u8> {
    let mut draft = Draft::new();
    draft.page("0 0 0 1 k", Dictionary::new(), Dictionary::new());
    draft.page("0 0 0 1 k", Dictionary::new(), Dictionary::new());
    draft.bytes(Dictionary::new())
}

fn boxes(printed: &Printed, page: usize) -> [Vec<f64>; 3] {
    let id = printed.0.page_iter().nth(page).expect("a page");
    let dict = printed.0.get_dictionary(id).expect("a page");
    assert!(!dict.has(b"ArtBox") && !dict.has(b"CropBox"));
    ["MediaBox", "BleedBox", "TrimBox"].map(|key| {
        let array = printed.entry(dict, key).as_array().expect("a box");
        array.iter().map(|v| f64::from(v.as_float().expect("a number"))).collect()
    })
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() < 0.001)
}

#[test]
fn boxes_are_exact_and_the_same_on_all_pages() {
    let printed = Printed::of(&two_pages());
    for page in 0..2 {
        let [media, bleed, trim] = boxes(&printed, page);
        assert!(near(&trim, &[3.0 * MM, 3.0 * MM, 103.0 * MM, 83.0 * MM]), "{trim:?}");
        assert!(near(&bleed, &[0.0, 0.0, 106.0 * MM, 86.0 * MM]), "{bleed:?}");
        assert_eq!(media, bleed);
    }
}

#[test]
fn marks_stand_outside_the_bleed_in_the_registration_colour() {
    let bytes = with_job(|job| {
        job.marks = true;
        job.slug_font = FONT;
        to_x4(&two_pages(), job)
    });
    let printed = Printed(Document::load_mem(&bytes.expect("converts")).expect("reads"));
    let [media, bleed, trim] = boxes(&printed, 0);
    assert!(near(&[trim[0]], &[3.0 * MM]), "the page's own coordinates stay");
    assert!(media[0] < bleed[0] - 10.0 && media[3] > bleed[3] + 10.0);
    let space = printed.resource("ColorSpace", "JkAll").as_array().expect("a space");
    assert_eq!(space[1].as_name().ok(), Some(&b"All"[..]));
    let marks = String::from_utf8_lossy(&printed.bytes(printed.resource("XObject", "JkMarks")))
        .into_owned();
    // A line to a line.
    let marks = marks.replace(" m\n", " m ").replace(" l\n", " l ");
    assert!(marks.contains("0.25 w"));
    let mut crops = 0;
    for line in marks.lines().filter(|line| line.ends_with("l S")) {
        let v: Vec<f64> = line.split_whitespace().flat_map(str::parse).collect();
        let (x0, x1) = (v[0].min(v[2]), v[0].max(v[2]));
        let (y0, y1) = (v[1].min(v[3]), v[1].max(v[3]));
        let outside = x1 < bleed[0] || x0 > bleed[2] || y1 < bleed[1] || y0 > bleed[3];
        let inside = x0 > media[0] && x1 < media[2] && y0 > media[1] && y1 < media[3];
        assert!(outside && inside, "{line}");
        let on = |a: f64, b: f64| (a - b).abs() < 0.01;
        let flush = (y0 == y1 && (on(y0, trim[1]) || on(y0, trim[3])))
            || (x0 == x1 && (on(x0, trim[0]) || on(x0, trim[2])));
        if flush {
            crops += 1;
            let gap = [trim[0] - x1, x0 - trim[2], trim[1] - y1, y0 - trim[3]];
            assert!(gap.into_iter().fold(f64::MIN, f64::max) >= 3.0 * MM, "{line}");
        }
    }
    assert_eq!(crops, 8);
    assert_eq!(marks.lines().filter(|line| *line == "s").count(), 4, "register circles");
}

#[test]
fn the_slug_is_outlines_that_pages_share() {
    let bytes = with_job(|job| {
        job.marks = true;
        job.slug_font = FONT;
        to_x4(&two_pages(), job)
    });
    let printed = Printed(Document::load_mem(&bytes.expect("converts")).expect("reads"));
    let pages: Vec<String> = printed
        .0
        .page_iter()
        .map(|id| String::from_utf8_lossy(&printed.0.get_page_content(id)).into_owned())
        .collect();
    assert_ne!(pages[0], pages[1], "the page number differs");
    // 직 지 / 1 2 are outlined once each, and there are the marks.
    let forms = printed.0.objects.values().filter(|o| {
        as_dict(o)
            .is_some_and(|d| d.get(b"Subtype").is_ok_and(|s| s.as_name().ok() == Some(b"Form")))
    });
    assert_eq!(forms.count(), 6);
    assert!(!pages[0].contains("Tj"));
}

#[test]
fn art_is_cut_to_the_bleed_where_marks_stand() {
    let bytes = with_job(|job| {
        job.marks = true;
        to_x4(&two_pages(), job)
    });
    let printed = Printed(Document::load_mem(&bytes.expect("converts")).expect("reads"));
    assert!(printed.content().starts_with("0.0000 0.0000 300.4724 243.7795 re W n"));
}

#[test]
fn a_page_of_another_size_is_refused() {
    let error = with_job(|job| {
        job.trim_mm = (210.0, 297.0);
        to_x4(&two_pages(), job)
    });
    let error = error.expect_err("refused");
    assert_eq!(
        error.downcast_ref::<X4Fault>(),
        Some(&X4Fault::PageSize { page: 1, found: (106, 86), wanted: (216, 303) })
    );
}
