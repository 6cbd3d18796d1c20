//! Behaviour of imposition on small files.

mod faults;

use lopdf::Object;

use super::testing::{Sample, box_mm, content, drawn, forms, open, page_dicts, xmp};
use super::*;

const BARE: Options = Options {
    scheme: Scheme::Booklet,
    sheet_mm: (420.0, 297.0),
    creep_mm_per_sheet: 0.0,
    marks: false,
};

fn impose(pdf: &[u8], options: Options) -> Result<Vec<u8>, ImposeFault> {
    super::impose(pdf, options).map(|made| made.pdf)
}

#[test]
fn what_a_booklet_adds_is_told() {
    let made = |pages, scheme| {
        super::impose(&Sample::pages(pages).build(), Options { scheme, ..BARE }).unwrap()
    };
    let told = |made: Imposed| (made.pages, made.sides, made.blanks, made.binding);
    assert_eq!(told(made(6, Scheme::Booklet)), (6, 4, 6..8, None));
    assert_eq!(told(made(6, Scheme::NUp { columns: 2, rows: 2 })), (6, 2, 0..0, None));
}

/// Names and left edges (mm from the left trim) of the forms on a side.
fn placed(doc: &lopdf::Document, page: &lopdf::Dictionary) -> Vec<(String, f64)> {
    let content = drawn(doc, page);
    let left = box_mm(page, "TrimBox")[0];
    let mut x = 0.0;
    let mut found = vec![];
    for line in content.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            [_, _, _, _, e, _, "cm"] => x = e.parse::<f64>().unwrap() / MM - left,
            [name, "Do"] => found.push((name[1..].to_string(), (x * 100.0).round() / 100.0)),
            _ => {}
        }
    }
    found
}

#[test]
fn sides_come_in_printing_order() {
    for (pages, first, last) in [
        (4, ["P4", "P1"], ["P2", "P3"]),
        (8, ["P8", "P1"], ["P4", "P5"]),
        (24, ["P24", "P1"], ["P12", "P13"]),
    ] {
        let doc = open(&impose(&Sample::pages(pages).build(), BARE).unwrap());
        let sides = page_dicts(&doc);
        assert_eq!(sides.len(), pages / 2);
        let names = |page| placed(&doc, page).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(sides[0]), first);
        assert_eq!(names(sides[pages / 2 - 1]), last);
    }
}

#[test]
fn blanks_stand_in_front_of_the_back_cover() {
    let doc = open(&impose(&Sample::pages(6).build(), BARE).unwrap());
    let sides: Vec<Vec<_>> = page_dicts(&doc).iter().map(|page| placed(&doc, page)).collect();
    let at = |name: &str, x| (name.to_string(), x);
    assert_eq!(sides[0], [at("P6", 0.0), at("P1", 148.0)]);
    assert_eq!(sides[1], [at("P2", 0.0)]);
    assert_eq!(sides[2], [at("P3", 148.0)]);
    assert_eq!(sides[3], [at("P4", 0.0), at("P5", 148.0)]);
}

#[test]
fn creep_moves_inner_pages_towards_the_spine() {
    let options = Options { creep_mm_per_sheet: 0.2, ..BARE };
    let doc = open(&impose(&Sample::pages(12).build(), options).unwrap());
    for (index, page) in page_dicts(&doc).iter().enumerate() {
        let shift = (index / 2) as f64 * 0.2;
        let placed = placed(&doc, page);
        assert!((placed[0].1 - shift).abs() < 0.011, "{placed:?}");
        assert!((placed[1].1 - (148.0 - shift)).abs() < 0.011, "{placed:?}");
    }
}

#[test]
fn pages_end_at_the_fold_and_bleed_outside() {
    let options = Options { creep_mm_per_sheet: 0.5, ..BARE };
    let doc = open(&impose(&Sample::pages(8).build(), options).unwrap());
    let sides = page_dicts(&doc);
    // User space of the samples has the trim's corner at 3 mm + 20 pt.
    let edges = |name: &str, side: usize| {
        let forms = forms(&doc, sides[side]);
        let form = forms.iter().find(|(found, _)| found == name).unwrap().1;
        let bbox = form.dict.get(b"BBox").unwrap().as_array().unwrap();
        [0, 2].map(|at| {
            let pt = f64::from(bbox[at].as_float().unwrap()) - 20.0;
            ((pt / MM - 3.0) * 100.0).round() / 100.0
        })
    };
    assert_eq!(edges("P8", 0), [-3.0, 148.0]);
    assert_eq!(edges("P1", 0), [0.0, 151.0]);
    assert_eq!(edges("P6", 2), [-3.0, 147.5]);
    assert_eq!(edges("P3", 2), [0.5, 151.0]);
}

#[test]
fn boxes_are_those_of_the_pair() {
    let doc = open(&impose(&Sample::pages(4).build(), BARE).unwrap());
    for page in page_dicts(&doc) {
        assert_eq!(box_mm(page, "MediaBox"), [0.0, 0.0, 420.0, 297.0]);
        assert_eq!(box_mm(page, "TrimBox"), [62.0, 43.5, 358.0, 253.5]);
        assert_eq!(box_mm(page, "BleedBox"), [59.0, 40.5, 361.0, 256.5]);
    }
}

#[test]
fn two_a4_pages_fill_a3_and_the_paper_grows_for_bleed_and_marks() {
    let a4 = Sample { trim: (210.0, 297.0), ..Sample::pages(4) };
    let media = |marks| {
        let doc = open(&impose(&a4.build(), Options { marks, ..BARE }).unwrap());
        let page = page_dicts(&doc)[0].clone();
        (box_mm(&page, "MediaBox"), box_mm(&page, "TrimBox"))
    };
    assert_eq!(media(false), ([0.0, 0.0, 426.0, 303.0], [3.0, 3.0, 423.0, 300.0]));
    assert_eq!(media(true), ([0.0, 0.0, 440.0, 317.0], [10.0, 10.0, 430.0, 307.0]));
}

#[test]
fn contents_are_carried_over_byte_for_byte() {
    let doc = open(&impose(&Sample::pages(8).build(), BARE).unwrap());
    let mut seen = 0;
    for page in page_dicts(&doc) {
        for (name, form) in forms(&doc, page) {
            let number: usize = name[1..].parse().unwrap();
            assert_eq!(form.content, content(number).as_bytes());
            assert!(
                form.dict.get_deref(b"Resources", &doc).unwrap().as_dict().unwrap().has(b"ProcSet")
            );
            seen += 1;
        }
    }
    assert_eq!(seen, 8);
}

#[test]
fn several_content_streams_become_one_without_loss() {
    let sample = Sample { in_two: true, ..Sample::pages(4) };
    let doc = open(&impose(&sample.build(), BARE).unwrap());
    let (name, form) = forms(&doc, page_dicts(&doc)[0])[1].clone();
    let number: usize = name[1..].parse().unwrap();
    let (one, two) =
        content(number).split_once(' ').map(|(a, b)| (a.to_string(), format!(" {b}"))).unwrap();
    let plain = form.get_plain_content().unwrap();
    assert_eq!(String::from_utf8(plain).unwrap(), format!("{one}\n{}\n", two.repeat(3)));
}

#[test]
fn pdf_x4_is_kept() {
    let doc = open(&impose(&Sample::pages(8).build(), Options::default()).unwrap());
    assert_eq!(doc.version, "1.6");
    let catalog = doc.catalog().unwrap();
    let intents = catalog.get_deref(b"OutputIntents", &doc).unwrap().as_array().unwrap();
    let intent = doc.dereference(&intents[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(intent.get(b"S").unwrap(), &Object::from("GTS_PDFX"));
    let profile = intent.get_deref(b"DestOutputProfile", &doc).unwrap().as_stream().unwrap();
    assert_eq!(profile.content, b"a CMYK profile");
    assert!(!catalog.has(b"Outlines"));
    let xmp = xmp(&doc);
    for kept in [
        "<pdfxid:GTS_PDFXVersion>PDF/X-4<",
        "<xmpMM:DocumentID>uuid:source<",
        "<xmpMM:VersionID>3<",
        "<xmpMM:RenditionClass>default<",
        "<pdf:Trapped>False<",
        "동향 &amp; 소식 5월호",
        "<xmp:CreateDate>2024-05-07T00:00:00Z<",
    ] {
        assert!(xmp.contains(kept), "{kept}\n{xmp}");
    }
    let info = doc.trailer.get_deref(b"Info", &doc).unwrap().as_dict().unwrap();
    assert_eq!(
        lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap(),
        "동향 & 소식 5월호"
    );
    let ids = doc.trailer.get(b"ID").unwrap().as_array().unwrap();
    assert_eq!(ids[0].as_str().unwrap(), b"0123456789abcdef");
    assert_ne!(ids[0], ids[1]);
    for page in page_dicts(&doc) {
        assert!(!page.has(b"Annots") && !page.has(b"ArtBox"));
        let group = page.get(b"Group").unwrap().as_dict().unwrap();
        assert_eq!(group.get(b"CS").unwrap(), &Object::from("DeviceCMYK"));
        for (_, form) in forms(&doc, page) {
            assert!(form.dict.get(b"Group").unwrap().as_dict().unwrap().has(b"I"));
        }
    }
}

#[test]
fn turned_pages_come_out_upright() {
    for turn in 0..4 {
        let trim = if turn % 2 == 0 { (148.0, 210.0) } else { (210.0, 148.0) };
        let sample = Sample { turn, trim, ..Sample::pages(4) };
        let doc = open(&impose(&sample.build(), BARE).unwrap());
        let page = page_dicts(&doc)[0];
        assert_eq!(box_mm(page, "TrimBox"), [62.0, 43.5, 358.0, 253.5]);
        let (_, form) = forms(&doc, page)[0].clone();
        let numbers = |key: &[u8]| -> Vec<f64> {
            let array = form.dict.get(key).unwrap().as_array().unwrap();
            array.iter().map(|n| f64::from(n.as_float().unwrap())).collect()
        };
        let m: [f64; 6] = numbers(b"Matrix").try_into().unwrap();
        let shown = crate::pdf::geometry::bounds(numbers(b"BBox").try_into().unwrap(), m);
        let due = [-3.0, -3.0, 148.0, 213.0].map(|mm| mm * MM);
        for (a, b) in shown.into_iter().zip(due) {
            assert!((a - b).abs() < 0.01, "{turn}: {shown:?} {due:?}");
        }
    }
}

#[test]
fn marks_stay_outside_the_bleed() {
    let options = Options { creep_mm_per_sheet: 0.3, marks: true, ..BARE };
    let doc = open(&impose(&Sample::pages(24).build(), options).unwrap());
    for page in page_dicts(&doc) {
        let [x0, y0, x1, y1] = box_mm(page, "BleedBox").map(|mm| mm * MM);
        let content = drawn(&doc, page);
        let marks = content.split_once("/All CS").unwrap().1;
        assert!(!marks.contains(" k\n") && !marks.contains(" rg\n"));
        for line in marks.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            let [x, y, "m" | "l"] = words.as_slice() else { continue };
            let (x, y) = (x.parse::<f64>().unwrap(), y.parse::<f64>().unwrap());
            let slack = 0.02;
            let inside = x > x0 + slack && x < x1 - slack && y > y0 + slack && y < y1 - slack;
            assert!(!inside, "{line}");
        }
    }
}

#[test]
fn proofs_show_pages_in_reading_order() {
    let options = Options { scheme: Scheme::NUp { columns: 4, rows: 2 }, ..BARE };
    let doc = open(&impose(&Sample::pages(11).build(), options).unwrap());
    let sheets = page_dicts(&doc);
    assert_eq!(sheets.iter().map(|page| placed(&doc, page).len()).collect::<Vec<_>>(), [8, 3]);
    let names: Vec<_> = placed(&doc, sheets[1]).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["P9", "P10", "P11"]);
    assert_eq!(box_mm(sheets[0], "TrimBox"), box_mm(sheets[0], "MediaBox"));
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let pdf = Sample::pages(8).build();
    let once = impose(&pdf, Options::default()).unwrap();
    assert_eq!(once, impose(&pdf, Options::default()).unwrap());
    let creep = Options { creep_mm_per_sheet: 0.1, ..Options::default() };
    let ids = |pdf: &[u8]| open(pdf).trailer.get(b"ID").unwrap().clone();
    assert_ne!(ids(&once), ids(&impose(&pdf, creep).unwrap()));
}
