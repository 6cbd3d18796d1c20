//! Pages that look the same, that do not, and files that cannot be drawn.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, Stream, dictionary};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// A file with one page of 200 × 100 pt a content.
fn pdf(contents: &[&str]) -> Vec<u8> {
    sized(contents, (200, 100))
}

fn sized(contents: &[&str], (width, height): (i64, i64)) -> Vec<u8> {
    let mut doc = Document::with_version("1.7");
    let pages = doc.new_object_id();
    let mut kids: Vec<Object> = vec![];
    for content in contents {
        let mut stream = Stream::new(dictionary! {}, content.as_bytes().to_vec());
        stream.compress().unwrap();
        let content = doc.add_object(stream);
        let media = vec![0.into(), 0.into(), width.into(), height.into()];
        let page = dictionary! {
            "Type" => "Page", "Parent" => pages, "MediaBox" => media, "Contents" => content,
        };
        kids.push(doc.add_object(page).into());
    }
    let count = kids.len() as i64;
    doc.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    doc.trailer.set("Root", catalog);
    let mut bytes = vec![];
    doc.save_to(&mut bytes).unwrap();
    bytes
}

/// The verdicts, and the pictures handed over.
fn compared(before: &[u8], after: &[u8]) -> (Comparison, Vec<Option<Pictures>>) {
    let mut pictures = vec![];
    let mut each = |_: &ComparedPage, made| {
        pictures.push(made);
        Ok(())
    };
    let comparison = compare(before, after, &Options::default(), &mut each).unwrap().unwrap();
    (comparison, pictures)
}

fn fault(before: &[u8], after: &[u8]) -> CompareFault {
    compare(before, after, &Options::default(), &mut |_, _| Ok(())).unwrap().unwrap_err()
}

fn decoded(png: &Option<Vec<u8>>) -> image::RgbImage {
    image::load_from_memory(png.as_ref().unwrap()).unwrap().to_rgb8()
}

/// Enough to see what becomes of a file.
const COARSE: Options = Options { ppi: 18.0, tolerance: 2, pictures: true };
const SQUARE: &str = "0 g 50 40 30 20 re f";

#[test]
fn pages_that_look_the_same_are_the_same() {
    let (comparison, pictures) = compared(&pdf(&[SQUARE, ""]), &pdf(&[&format!("{SQUARE} "), ""]));
    assert!(comparison.is_same());
    assert_eq!((comparison.before, comparison.after, comparison.pages.len()), (2, 2, 2));
    assert_eq!(pictures, [None, None]);
}

#[test]
fn a_difference_is_measured_and_shown() {
    // 10 × 20 pt more, from 80 pt to 90 pt of 200, and from 40 pt to 60 pt of 100 from below.
    let after = pdf(&["", "0 g 50 40 40 20 re f"]);
    let (comparison, pictures) = compared(&pdf(&["", SQUARE]), &after);
    assert_eq!(comparison.pages[0].verdict, Likeness::Same);
    let Likeness::Differs { share, area } = comparison.pages[1].verdict else { panic!() };
    assert!((share - 0.01).abs() < 1e-9, "{share}");
    let expected = ChangedArea { left_mm: 28.2, top_mm: 14.1, width_mm: 3.5, height_mm: 7.1 };
    assert_eq!(area, expected);
    let made = pictures[1].as_ref().unwrap();
    let (before, after) = (decoded(&made.before), decoded(&made.after));
    assert_eq!((before.get_pixel(85, 50).0, after.get_pixel(85, 50).0), ([255; 3], [0; 3]));
    let difference = decoded(&made.difference);
    assert_eq!(difference.dimensions(), (200, 100));
    assert_eq!(difference.get_pixel(85, 50).0, [222, 0, 32], "what differs");
    assert_eq!(difference.get_pixel(60, 50).0, [172; 3], "what was black in both");
    assert_eq!(difference.get_pixel(10, 10).0, [255; 3]);
    assert_eq!(difference.get_pixel(80 - 7, 50).0, [150, 0, 24], "the frame");
    assert_eq!(difference.get_pixel(80 - 4, 50).0, [172; 3], "between frame and difference");
}

#[test]
fn small_differences_of_colour_are_tolerated() {
    let grey = |level: u8| pdf(&[&format!("{} g 0 0 200 100 re f", f64::from(level) / 255.0)]);
    assert!(compared(&grey(100), &grey(102)).0.is_same());
    let Likeness::Differs { share, .. } = compared(&grey(100), &grey(103)).0.pages[0].verdict
    else {
        panic!()
    };
    assert!((share - 1.0).abs() < 1e-9);
}

#[test]
fn pages_of_one_file_only_are_told() {
    let (comparison, pictures) = compared(&pdf(&[""]), &pdf(&["", SQUARE]));
    assert_eq!(comparison.pages[1].verdict, Likeness::OnlyAfter);
    let made = pictures[1].as_ref().unwrap();
    assert!(made.before.is_none() && made.after.is_some() && made.difference.is_none());
    let (comparison, _) = compared(&pdf(&["", SQUARE]), &pdf(&[""]));
    assert_eq!(comparison.pages[1].verdict, Likeness::OnlyBefore);
    assert!(!comparison.is_same());
}

#[test]
fn pages_of_other_sizes_differ_where_one_does_not_reach() {
    let (comparison, pictures) = compared(&pdf(&[SQUARE]), &sized(&[SQUARE], (200, 125)));
    let Likeness::Differs { share, .. } = comparison.pages[0].verdict else { panic!() };
    assert!(share >= 0.2, "{share}");
    let made = pictures[0].as_ref().unwrap();
    assert_eq!(decoded(&made.before).dimensions(), (200, 100));
    assert_eq!(decoded(&made.difference).dimensions(), (200, 125));
}

#[test]
fn large_pages_are_drawn_coarser() {
    let scale = |size, ppi| side::scale([size].into_iter(), ppi);
    assert_eq!(scale((595.0, 842.0), 72.0), 1.0);
    assert_eq!(scale((595.0, 842.0), 300.0), 300.0 / 72.0, "A4 is drawn as asked");
    assert_eq!(scale((595.0, 842.0), 1e9), 300.0 / 72.0);
    for size in [(14_400.0, 14_400.0), (1e6, 1.0), (1e9, 1e9)] {
        let scale = scale(size, 72.0);
        assert!(size.0 * size.1 * scale * scale <= 9_000_001.0, "{size:?}");
        assert!(f64::max(size.0, size.1) * scale <= 16_000.0, "{size:?}");
    }
}

#[test]
fn pictures_are_only_made_when_asked() {
    let options = Options { pictures: false, ..Options::default() };
    let mut each = |_: &ComparedPage, made: Option<Pictures>| {
        assert!(made.is_none());
        Ok(())
    };
    compare(&pdf(&[""]), &pdf(&[SQUARE]), &options, &mut each).unwrap().unwrap();
}

#[test]
fn a_failure_of_the_caller_ends_it() {
    let mut seen = 0;
    let mut each = |_: &ComparedPage, _| {
        seen += 1;
        anyhow::bail!("the disk is full")
    };
    let error = compare(&pdf(&["", ""]), &pdf(&["", ""]), &Options::default(), &mut each);
    assert_eq!(error.unwrap_err().to_string(), "the disk is full");
    assert_eq!(seen, 1);
}

#[test]
fn files_that_cannot_be_drawn_are_named() {
    let good = pdf(&[""]);
    for bad in [b"".as_slice(), b"%PDF-1.7", b"no pdf", &good[..good.len() / 3]] {
        assert_eq!(fault(bad, &good).which, Which::Before);
        assert_eq!(fault(&good, bad).which, Which::After);
    }
    let text = fault(&good, b"").diagnostic();
    assert!(text.text(Lang::Ko).contains("다시 만든 PDF를 견줄 수 없습니다"));
    assert!(text.text(Lang::En).contains("built anew"));
}

#[test]
fn a_tree_of_pages_that_holds_itself_is_drawn_once() {
    let good = pdf(&[SQUARE]);
    let mut doc = Document::load_mem(&good).unwrap();
    let tree = doc.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
    let page = doc.page_iter().next().unwrap();
    let deep = (0..50_000).fold(Object::from(page), |kid, _| {
        doc.add_object(dictionary! { "Type" => "Pages", "Kids" => vec![kid], "Count" => 1 }).into()
    });
    let kids = vec![Object::from(tree), deep];
    doc.get_dictionary_mut(tree).unwrap().set("Kids", kids);
    let mut looping = vec![];
    doc.save_to(&mut looping).unwrap();
    assert!(compared(&good, &looping).0.is_same());
}

#[test]
fn files_that_unpack_to_too_much_are_refused() {
    let zeros = |count: usize| {
        let mut encoder = ZlibEncoder::new(vec![], Compression::fast());
        (0..count >> 20).for_each(|_| encoder.write_all(&[b' '; 1 << 20]).unwrap());
        encoder.finish().unwrap()
    };
    let with = |filter: Object, data: Vec<u8>| {
        let mut doc = Document::load_mem(&pdf(&[""])).unwrap();
        let content = doc.add_object(Stream::new(dictionary! { "Filter" => filter }, data));
        let page = doc.page_iter().next().unwrap();
        doc.get_dictionary_mut(page).unwrap().set("Contents", content);
        let mut bytes = vec![];
        doc.save_to(&mut bytes).unwrap();
        bytes
    };
    let good = pdf(&[""]);
    assert!(compared(&with("FlateDecode".into(), zeros(8 << 20)), &good).0.is_same());
    let bomb = with("FlateDecode".into(), zeros(300 << 20));
    assert!(fault(&good, &bomb).what.en.contains("too much"));
    let twice = vec![Object::from("FlateDecode"), "FlateDecode".into()];
    let mut encoder = ZlibEncoder::new(vec![], Compression::fast());
    encoder.write_all(&zeros(300 << 20)).unwrap();
    let bomb = with(Object::Array(twice), encoder.finish().unwrap());
    assert!(fault(&good, &bomb).what.en.contains("too much"));
    let bomb = with("RunLengthDecode".into(), vec![129; 3 << 20]);
    assert!(fault(&good, &bomb).what.en.contains("too much"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn changed_files_are_survived(
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..10),
    ) {
        let good = pdf(&[SQUARE]);
        let mut bad = good.clone();
        for (index, byte) in changes {
            let at = index.index(bad.len());
            bad[at] = byte;
        }
        let _ = compare(&good, &bad, &COARSE, &mut |_, _| Ok(())).unwrap();
    }

    #[test]
    fn any_content_is_survived(content in "(([0-9]{1,4} ){0,6}(re|f|S|cm|w|Tf|Do|sh|q|Q|W n|m|l|c|d|i|g)\n){1,20}") {
        let _ = compare(&pdf(&[SQUARE]), &pdf(&[&content]), &COARSE, &mut |_, _| Ok(()))
            .unwrap();
    }
}
