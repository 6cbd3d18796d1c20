//! Pages of small files, each built where it is tested.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use proptest::prelude::*;

use super::{ArtFault, Artwork, artwork};
use crate::pdf::geometry::MM;
use crate::pdf::object::Objects;
use crate::words;

/// A file of pages of these contents, with more entries of each page and of the catalog.
fn file(contents: &[&str], more: &Dictionary, catalog: &Dictionary) -> Vec<u8> {
    let mut doc = Document::with_version("2.0");
    let tree = doc.new_object_id();
    let mut kids = vec![];
    for content in contents {
        let stream = doc.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
        let mut page = dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => stream,
            "MediaBox" => mm([0.0, 0.0, 120.0, 220.0]), "Resources" => Dictionary::new(),
        };
        page.extend(more);
        kids.push(Object::Reference(doc.add_object(page)));
    }
    let pages = dictionary! { "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids };
    doc.objects.insert(tree, pages.into());
    let mut root = dictionary! { "Type" => "Catalog", "Pages" => tree };
    root.extend(catalog);
    let root = doc.add_object(root);
    doc.trailer.set("Root", root);
    let mut out = vec![];
    doc.save_to(&mut out).unwrap();
    out
}

fn mm(rect: [f64; 4]) -> Object {
    Object::Array(rect.map(|side| Object::Real((side * MM) as f32)).to_vec())
}

fn plain(content: &str) -> Vec<u8> {
    file(&[content], &Dictionary::new(), &Dictionary::new())
}

/// Trim 100 × 200 mm with 3 mm of bleed, 10 mm of paper around.
fn boxes() -> Dictionary {
    dictionary! {
        "TrimBox" => mm([10.0, 10.0, 110.0, 210.0]), "BleedBox" => mm([7.0, 7.0, 113.0, 213.0]),
    }
}

#[track_caller]
fn near(found: &[f64], wanted: &[f64]) {
    let close = found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.01);
    assert!(close && found.len() == wanted.len(), "{found:?} and {wanted:?}");
}

fn media(art: &Artwork) -> Vec<f64> {
    let doc = Document::load_mem(&art.pdf).unwrap();
    let (_, page) = doc.get_pages().pop_first().unwrap();
    let page = doc.get_dictionary(page).unwrap();
    doc.rect(page, "MediaBox").unwrap().map(|pt| pt / MM).to_vec()
}

#[test]
fn a_page_is_cut_to_its_trim_or_to_its_bleed() {
    let pdf = file(&["1 0 0 rg 0 0 900 900 re f"], &boxes(), &Dictionary::new());
    let whole = artwork(&pdf, 1, true).unwrap();
    near(&[whole.trim_mm.0, whole.trim_mm.1], &[100.0, 200.0]);
    near(&whole.bleed_mm, &[3.0; 4]);
    near(&media(&whole), &[-3.0, -3.0, 103.0, 203.0]);
    assert!(whole.says_trim && whole.left_out.is_empty());
    let picture = artwork(&pdf, 1, false).unwrap();
    near(&picture.bleed_mm, &[0.0; 4]);
    near(&media(&picture), &[0.0, 0.0, 100.0, 200.0]);
    assert_eq!(whole.drawing, picture.drawing, "the screen is shown the trim");
    assert!(picture.pdf.starts_with(b"%PDF-1.6"));
}

#[test]
fn a_page_without_boxes_is_all_that_is_shown_of_it() {
    let crop = dictionary! { "CropBox" => mm([10.0, 10.0, 60.0, 210.0]), "Rotate" => 90 };
    let art = artwork(&file(&[""], &crop, &Dictionary::new()), 1, true).unwrap();
    near(&[art.trim_mm.0, art.trim_mm.1], &[200.0, 50.0]);
    near(&art.bleed_mm, &[0.0; 4]);
    assert!(!art.says_trim);
}

#[test]
fn the_page_that_is_wanted_is_taken_alone() {
    let pdf = file(&["0 g 1 1 2 2 re f", "(second)"], &Dictionary::new(), &Dictionary::new());
    let art = artwork(&pdf, 1, false).unwrap();
    assert_eq!(Document::load_mem(&art.pdf).unwrap().get_pages().len(), 1);
    assert_eq!(artwork(&pdf, 3, false).unwrap_err(), ArtFault::NoPage { pages: 2 });
    assert_eq!(artwork(&pdf, 0, false).unwrap_err(), ArtFault::NoPage { pages: 2 });
}

#[test]
fn what_is_no_part_of_the_picture_is_left_out_and_named() {
    let link = dictionary! { "Subtype" => "Link" };
    let field = dictionary! { "Subtype" => "Widget" };
    let page = dictionary! { "Annots" => vec![link.into(), Object::Dictionary(field)] };
    let script =
        dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let pdf = file(&[""], &page, &dictionary! { "OpenAction" => script });
    let art = artwork(&pdf, 1, true).unwrap();
    assert_eq!(art.left_out, [words::ANNOTATIONS, words::FORM_FIELDS, words::SCRIPTS]);
    let text = format!("{:?}", Document::load_mem(&art.pdf).unwrap());
    assert!(!text.contains("alert") && !text.contains("Widget"), "{text}");
}

/// A page with a layer of these entries, which the file's usual view treats so.
fn layered(layer: &Dictionary, usual: impl Fn(Object) -> Dictionary) -> Vec<u8> {
    let pdf = plain("/OC /L BDC 0 g 1 1 50 50 re f EMC");
    let mut doc = Document::load_mem(&pdf).unwrap();
    let mut dict = dictionary! { "Type" => "OCG", "Name" => Object::string_literal("text") };
    dict.extend(layer);
    let id = Object::Reference(doc.add_object(dict));
    let (_, page) = doc.get_pages().pop_first().unwrap();
    let resources = dictionary! { "Properties" => dictionary! { "L" => id.clone() } };
    doc.get_dictionary_mut(page).unwrap().set("Resources", resources);
    let usual = usual(id.clone());
    let all = dictionary! { "OCGs" => vec![id], "D" => usual };
    doc.catalog_mut().unwrap().set("OCProperties", all);
    let mut out = vec![];
    doc.save_to(&mut out).unwrap();
    out
}

#[test]
fn layers_are_made_one_unless_one_is_hidden() {
    let shown = artwork(&layered(&Dictionary::new(), |_| Dictionary::new()), 1, false).unwrap();
    assert_eq!(shown.left_out, [words::LAYERS]);
    assert!(shown.drawing.contains("<path"), "{}", shown.drawing);
    let off = |layer| dictionary! { "OFF" => vec![layer] };
    let base = |_| dictionary! { "BaseState" => "OFF" };
    let print = dictionary! { "PrintState" => "OFF" };
    let at_times = dictionary! { "Usage" => dictionary! { "Print" => print } };
    for pdf in [
        layered(&Dictionary::new(), off),
        layered(&Dictionary::new(), base),
        layered(&at_times, |_| Dictionary::new()),
    ] {
        assert_eq!(artwork(&pdf, 1, false).unwrap_err(), ArtFault::Layers);
    }
}

#[test]
fn a_font_that_is_not_in_the_file_is_named_if_it_is_used() {
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
    let resources = dictionary! { "Font" => dictionary! { "F" => font } };
    let page = dictionary! { "Resources" => resources };
    let used = file(&["BT /F 9 Tf (a) Tj ET"], &page, &Dictionary::new());
    let fault = artwork(&used, 1, false).unwrap_err();
    assert!(matches!(&fault, ArtFault::Font(name) if *name == "Helvetica".into()), "{fault:?}");
    artwork(&file(&[""], &page, &Dictionary::new()), 1, false).unwrap();
}

#[test]
fn forms_that_multiply_are_refused() {
    let mut doc = Document::load_mem(&plain("/F Do")).unwrap();
    let mut form = None;
    for _ in 0..12 {
        let content = if form.is_some() { "/F Do ".repeat(10) } else { "0 0 9 9 re f".into() };
        let mut dict = dictionary! { "Subtype" => "Form", "BBox" => mm([0.0, 0.0, 9.0, 9.0]) };
        if let Some(inner) = form {
            let inner = dictionary! { "F" => Object::Reference(inner) };
            dict.set("Resources", dictionary! { "XObject" => inner });
        }
        form = Some(doc.add_object(Stream::new(dict, content.into_bytes())));
    }
    let (_, page) = doc.get_pages().pop_first().unwrap();
    let outer = dictionary! { "F" => Object::Reference(form.unwrap()) };
    let resources = dictionary! { "XObject" => outer };
    doc.get_dictionary_mut(page).unwrap().set("Resources", resources);
    let mut pdf = vec![];
    doc.save_to(&mut pdf).unwrap();
    assert_eq!(artwork(&pdf, 1, false).unwrap_err(), ArtFault::TooLarge);
}

#[test]
fn what_is_no_pdf_is_damaged() {
    for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.4\nxref\n0 9\ntrailer<</Root 1 0 R>>", b"GIF89a"]
    {
        assert!(artwork(bytes, 1, true).is_err(), "{bytes:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_it_panic(
        cut in 0usize..1500,
        changes in proptest::collection::vec((0usize..1500, any::<u8>()), 0..12),
    ) {
        let mut pdf = file(&["q 1 0 0 rg 0 0 9 9 re f Q BT ET"], &boxes(), &Dictionary::new());
        for (at, byte) in changes {
            let length = pdf.len();
            pdf[at % length] = byte;
        }
        let _ = artwork(&pdf, 1, true);
        pdf.truncate(cut);
        let _ = artwork(&pdf, 1, true);
    }

    #[test]
    fn no_contents_make_it_panic(content in "([0-9./ ()a-zA-Z*'\"<>-]|BT|ET| re | f | q | Q | Do | cm ){0,120}") {
        let _ = artwork(&plain(&content), 1, false);
    }
}

/// A page that draws forms in one another, so many deep; the innermost draws the outermost if `round`.
fn nested(depth: usize, round: bool) -> Vec<u8> {
    let mut doc = Document::load_mem(&plain("/F Do")).unwrap();
    let ids: Vec<_> = (0..depth).map(|_| doc.new_object_id()).collect();
    for (at, id) in ids.iter().enumerate() {
        let mut dict = dictionary! { "Subtype" => "Form", "BBox" => mm([0.0, 0.0, 9.0, 9.0]) };
        if let Some(inner) = ids.get(at + 1).or(ids.first().filter(|_| round)) {
            let inner = dictionary! { "F" => Object::Reference(*inner) };
            dict.set("Resources", dictionary! { "XObject" => inner });
        }
        let content = if dict.has(b"Resources") { "/F Do" } else { "0 g 0 0 9 9 re f" };
        doc.objects.insert(*id, Stream::new(dict, content.into()).into());
    }
    let (_, page) = doc.get_pages().pop_first().unwrap();
    let outer = dictionary! { "F" => Object::Reference(ids[0]) };
    doc.get_dictionary_mut(page).unwrap().set("Resources", dictionary! { "XObject" => outer });
    let mut pdf = vec![];
    doc.save_to(&mut pdf).unwrap();
    pdf
}

#[test]
fn forms_that_share_their_resources_are_counted_one_by_one() {
    let mut doc = Document::load_mem(&plain("/F7 Do")).unwrap();
    let resources = doc.new_object_id();
    let mut named = Dictionary::new();
    for at in 0..4_000 {
        let dict = dictionary! {
            "Subtype" => "Form", "BBox" => mm([0.0, 0.0, 9.0, 9.0]), "Resources" => resources,
        };
        let id = doc.add_object(Stream::new(dict, b"0 0 9 9 re f".to_vec()));
        named.set(format!("F{at}"), id);
    }
    doc.set_object(resources, dictionary! { "XObject" => named });
    let (_, page) = doc.get_pages().pop_first().unwrap();
    doc.get_dictionary_mut(page).unwrap().set("Resources", resources);
    let mut pdf = vec![];
    doc.save_to(&mut pdf).unwrap();
    assert!(artwork(&pdf, 1, false).is_ok());
}

#[test]
fn forms_that_multiply_by_their_callers_resources_are_refused() {
    let mut doc = Document::load_mem(&plain("/F0 Do")).unwrap();
    let mut named = Dictionary::new();
    for at in 0..9 {
        let content = format!("/F{} Do ", at + 1).repeat(30);
        let dict = dictionary! { "Subtype" => "Form", "BBox" => mm([0.0, 0.0, 9.0, 9.0]) };
        let id = doc.add_object(Stream::new(dict, content.into_bytes()));
        named.set(format!("F{at}"), id);
    }
    let (_, page) = doc.get_pages().pop_first().unwrap();
    let resources = dictionary! { "XObject" => named };
    doc.get_dictionary_mut(page).unwrap().set("Resources", resources);
    let mut pdf = vec![];
    doc.save_to(&mut pdf).unwrap();
    assert_eq!(artwork(&pdf, 1, false).unwrap_err(), ArtFault::TooLarge);
}

#[test]
fn what_stands_in_itself_or_endlessly_in_others_is_refused() {
    for (depth, round) in [(1, true), (3, true), (60, false), (5000, false), (5000, true)] {
        let taken = artwork(&nested(depth, round), 1, true);
        assert_eq!(taken.err(), Some(ArtFault::TooLarge), "{depth} {round}");
    }
    artwork(&nested(12, false), 1, true).unwrap();
}

#[test]
fn clips_in_one_another_are_drawn_to_a_depth() {
    let clipped = |depth: usize| plain(&"q 0 0 9 9 re W n ".repeat(depth));
    artwork(&clipped(40), 1, true).unwrap();
    for depth in [80, 100_000] {
        assert_eq!(artwork(&clipped(depth), 1, true).err(), Some(ArtFault::TooLarge), "{depth}");
    }
    // One after the other is as many as anybody likes.
    artwork(&plain(&"q 0 0 9 9 re W n Q ".repeat(10_000)), 1, true).unwrap();
    let letters = format!("BT ({}) Tj ET", "x".repeat(1_000_000));
    assert_eq!(artwork(&plain(&letters), 1, true).err(), Some(ArtFault::TooLarge));
}

#[test]
fn patterns_and_masks_in_themselves_end() {
    let pdf = plain("/Pattern cs /P scn 0 0 99 99 re f /M gs 0 0 99 99 re f");
    let mut doc = Document::load_mem(&pdf).unwrap();
    let (pattern, mask) = (doc.new_object_id(), doc.new_object_id());
    let resources = dictionary! {
        "Pattern" => dictionary! { "P" => pattern },
        "ExtGState" => dictionary! {
            "M" => dictionary! { "SMask" => dictionary! { "S" => "Luminosity", "G" => mask } },
        },
    };
    let area = mm([0.0, 0.0, 9.0, 9.0]);
    let tile = dictionary! {
        "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "BBox" => area.clone(),
        "XStep" => 9, "YStep" => 9, "Resources" => resources.clone(),
    };
    let content = b"/Pattern cs /P scn 0 0 9 9 re f".to_vec();
    doc.objects.insert(pattern, Stream::new(tile, content).into());
    let form = dictionary! {
        "Subtype" => "Form", "BBox" => area, "Resources" => resources.clone(),
        "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceGray" },
    };
    doc.objects.insert(mask, Stream::new(form, b"/M gs 0 0 9 9 re f".to_vec()).into());
    let (_, page) = doc.get_pages().pop_first().unwrap();
    doc.get_dictionary_mut(page).unwrap().set("Resources", resources);
    let mut pdf = vec![];
    doc.save_to(&mut pdf).unwrap();
    let _ = artwork(&pdf, 1, true);
}
