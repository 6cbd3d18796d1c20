//! The file as a whole: intent, metadata, what is left out, what is refused.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::*;
use crate::x4::X4Fault;

fn plain() -> Vec<u8> {
    let mut draft = Draft::new();
    draft.page("1 0 0 rg 0 0 50 50 re f", Dictionary::new(), Dictionary::new());
    draft.bytes(Dictionary::new())
}

fn fault(pdf: &[u8]) -> X4Fault {
    let error = with_job(|job| to_x4(pdf, job)).expect_err("refused");
    error.downcast_ref::<X4Fault>().expect("a fault").clone()
}

#[test]
fn the_output_intent_embeds_the_profile() {
    let printed = Printed::of(&plain());
    let catalog = printed.0.catalog().expect("a catalog");
    let intents = printed.entry(catalog, "OutputIntents").as_array().expect("intents");
    assert_eq!(intents.len(), 1);
    let intent = printed.dict(&intents[0]);
    assert_eq!(printed.entry(intent, "S").as_name().ok(), Some(&b"GTS_PDFX"[..]));
    for (key, value) in
        [("OutputConditionIdentifier", "FOGRA39"), ("RegistryName", "http://www.color.org")]
    {
        assert_eq!(printed.entry(intent, key).as_str().ok(), Some(value.as_bytes()));
    }
    assert!(!printed.entry(intent, "Info").as_str().expect("a text").is_empty());
    let profile = printed.entry(intent, "DestOutputProfile");
    assert_eq!(printed.entry(printed.dict(profile), "N").as_i64().ok(), Some(4));
    let icc = crate::profile::OutputProfile::coated_fogra39().icc;
    assert_eq!(printed.bytes(profile), icc.as_ref());
}

#[test]
fn information_and_xmp_are_in_step() {
    let bytes = with_job(|job| to_x4(&plain(), job)).expect("converts");
    assert!(bytes.starts_with(b"%PDF-1.6"));
    let printed = Printed(Document::load_mem(&bytes).expect("reads"));
    let info = printed.dict(printed.0.trailer.get(b"Info").expect("Info"));
    let date = printed.entry(info, "CreationDate").as_str().expect("a date");
    assert_eq!(date, b"D:20240507000000+09'00'");
    assert_eq!(printed.entry(info, "ModDate").as_str().ok(), Some(date));
    assert_eq!(printed.entry(info, "Trapped").as_name().ok(), Some(&b"False"[..]));
    let catalog = printed.0.catalog().expect("a catalog");
    let xmp = String::from_utf8(printed.bytes(printed.entry(catalog, "Metadata"))).expect("UTF-8");
    for part in [
        ">창간호 &amp; &lt;1&gt;<",
        "<xmp:CreateDate>2024-05-07T00:00:00+09:00<",
        "<xmp:ModifyDate>2024-05-07T00:00:00+09:00<",
        "<xmp:CreatorTool>Typst 0.15.1<",
        "<pdf:Producer>jikji ",
        "<pdf:Trapped>False<",
        "<pdfxid:GTS_PDFXVersion>PDF/X-4<",
        "<xmpMM:DocumentID>uuid:",
        "<xmpMM:InstanceID>uuid:",
        "<xmpMM:VersionID>1<",
        "<xmpMM:RenditionClass>default<",
    ] {
        assert!(xmp.contains(part), "{part} in {xmp}");
    }
    let metadata = printed.dict(printed.entry(catalog, "Metadata"));
    assert!(!metadata.has(b"Filter"), "XMP is readable by scanning");
    let id = printed.0.trailer.get(b"ID").and_then(Object::as_array).expect("an ID");
    assert_eq!(id.len(), 2);
    assert_ne!(id[0], id[1]);
}

#[test]
fn the_document_keeps_its_id_and_each_build_has_its_own() {
    let ids = |id: &'static str, pdf: &[u8]| {
        let bytes = with_job(|job| {
            job.document_id = id;
            to_x4(pdf, job)
        });
        let doc = Document::load_mem(&bytes.expect("converts")).expect("reads");
        doc.trailer.get(b"ID").and_then(Object::as_array).expect("an ID").clone()
    };
    let mut draft = Draft::new();
    draft.page("0 1 0 rg", Dictionary::new(), Dictionary::new());
    let other = draft.bytes(Dictionary::new());
    let (first, second, third) = (ids("a", &plain()), ids("a", &other), ids("b", &plain()));
    assert_eq!(first[0], second[0]);
    assert_ne!(first[1], second[1]);
    assert_ne!(first[0], third[0]);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let pdf = plain();
    let build = || with_job(|job| to_x4(&pdf, job)).expect("converts");
    assert_eq!(build(), build());
}

#[test]
fn annotations_actions_and_structure_are_left_out() {
    let mut draft = Draft::new();
    let script =
        dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let link = draft.add(dictionary! {
        "Type" => "Annot", "Subtype" => "Link", "Rect" => list(&[0.0, 0.0, 9.0, 9.0]),
        "A" => script.clone(),
    });
    draft.page(
        "0 g",
        Dictionary::new(),
        dictionary! {
            "Annots" => vec![link], "AA" => dictionary! { "O" => script.clone() }, "Tabs" => "S",
            "StructParents" => 0, "ArtBox" => list(&[0.0, 0.0, 9.0, 9.0]),
        },
    );
    let pdf = draft.bytes(dictionary! {
        "OpenAction" => script.clone(), "AcroForm" => dictionary! { "Fields" => Vec::new() },
        "Names" => dictionary! { "JavaScript" => script }, "MarkInfo" => dictionary! { "Marked" => true },
        "Lang" => Object::string_literal("ko-KR"),
    });
    let printed = Printed::of(&pdf);
    let keys = |dict: &Dictionary| {
        let mut keys: Vec<String> =
            dict.iter().map(|(k, _)| String::from_utf8_lossy(k).into_owned()).collect();
        keys.sort();
        keys
    };
    assert_eq!(
        keys(printed.0.catalog().expect("a catalog")),
        ["Lang", "Metadata", "OutputIntents", "Pages", "Type"]
    );
    assert_eq!(
        keys(printed.first()),
        ["BleedBox", "Contents", "MediaBox", "Parent", "Resources", "TrimBox", "Type"]
    );
    let left = printed.0.objects.values().filter_map(as_dict);
    assert!(left.into_iter().all(|dict| !dict.has(b"JS") && !dict.has(b"A")), "nothing is left");
}

#[test]
fn lzw_becomes_flate() {
    let mut draft = Draft::new();
    // "0 g" in LZW, from the standard's scheme: clear, the bytes, end of data, in 9 bits each.
    let codes = [256u32, 48, 32, 103, 257];
    let mut bits: String = codes.iter().map(|c| format!("{c:09b}")).collect();
    while !bits.len().is_multiple_of(8) {
        bits.push('0');
    }
    let packed = (0..bits.len() / 8)
        .map(|i| u8::from_str_radix(&bits[i * 8..i * 8 + 8], 2).expect("bits"))
        .collect();
    let mut font = dictionary! { "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "A" };
    let program = draft.add(Stream::new(dictionary! { "Filter" => "LZWDecode" }, packed));
    font.set("FontDescriptor", dictionary! { "FontFile2" => program });
    let resources = dictionary! { "Font" => dictionary! { "F" => font } };
    draft.page("BT /F 9 Tf (a) Tj ET", resources, Dictionary::new());
    let printed = Printed::of(&draft.bytes(Dictionary::new()));
    let font = printed.dict(printed.resource("Font", "F"));
    let program = printed.entry(printed.dict(printed.entry(font, "FontDescriptor")), "FontFile2");
    assert_eq!(printed.bytes(program), b"0 g");
    let filter = printed.entry(printed.dict(program), "Filter");
    assert_ne!(filter.as_name().ok(), Some(&b"LZWDecode"[..]));
}

#[test]
fn fonts_have_to_be_embedded_outlines() {
    let with_font = |font: Dictionary| {
        let mut draft = Draft::new();
        let resources = dictionary! { "Font" => dictionary! { "F" => font } };
        draft.page("BT /F 9 Tf (a) Tj ET", resources, Dictionary::new());
        draft.bytes(Dictionary::new())
    };
    let bare = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
    let expected = X4Fault::FontNotEmbedded { page: 1, font: "Helvetica".into() };
    assert_eq!(fault(&with_font(bare)), expected);
    let type3 = dictionary! { "Type" => "Font", "Subtype" => "Type3" };
    assert_eq!(fault(&with_font(type3)), X4Fault::Type3Font { page: 1 });
}

#[test]
fn unfit_files_are_named() {
    assert!(matches!(fault(b""), X4Fault::Unreadable(_)));
    assert!(matches!(fault(b"<html><body>404</body></html>"), X4Fault::Unreadable(_)));
    assert_eq!(fault(&Draft::new().bytes(Dictionary::new())), X4Fault::NoPages);
    let mut draft = Draft::new();
    draft.page("0 g", Dictionary::new(), Dictionary::new());
    let layers =
        draft.bytes(dictionary! { "OCProperties" => dictionary! { "OCGs" => Vec::new() } });
    assert!(matches!(fault(&layers), X4Fault::Unsupported { page: 0, .. }));
}

#[test]
fn a_form_that_draws_itself_is_refused() {
    let mut draft = Draft::new();
    let id = draft.doc.new_object_id();
    let form = Stream::new(
        dictionary! {
            "Subtype" => "Form", "BBox" => list(&[0.0, 0.0, 9.0, 9.0]),
            "Resources" => dictionary! { "XObject" => dictionary! { "X" => id } },
        },
        b"/X Do".to_vec(),
    );
    draft.doc.objects.insert(id, Object::Stream(form));
    let resources = dictionary! { "XObject" => dictionary! { "X" => id } };
    draft.page("/X Do", resources, Dictionary::new());
    assert!(matches!(fault(&draft.bytes(Dictionary::new())), X4Fault::Damaged { page: 1, .. }));
}

#[test]
fn unbalanced_states_are_closed() {
    let printed = Printed::page("q q 0 0 0 1 k Q q Q Q Q q", Dictionary::new());
    let content = printed.content();
    let count = |name: &str| content.split_whitespace().filter(|w| *w == name).count();
    assert_eq!(count("q"), count("Q"), "{content}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn damaged_files_never_panic(
        changes in proptest::collection::vec((0usize..4000, proptest::num::u8::ANY), 1..6),
        content in "[ -~]{0,80}",
    ) {
        let shading = dictionary! {
            "ShadingType" => 2, "ColorSpace" => "DeviceRGB", "Coords" => list(&[0.0, 0.0, 9.0, 9.0]),
            "Function" => dictionary! {
                "FunctionType" => 2, "N" => 1, "Domain" => list(&[0.0, 1.0]),
                "C0" => list(&[0.0, 0.5, 1.0]), "C1" => list(&[1.0, 0.5, 0.0]),
            },
        };
        let mut draft = Draft::new();
        let image = draft.add(Stream::new(
            dictionary! {
                "Subtype" => "Image", "Width" => 2, "Height" => 2, "BitsPerComponent" => 8,
                "ColorSpace" => "DeviceRGB",
            },
            vec![7; 12],
        ));
        let resources = dictionary! {
            "Shading" => dictionary! { "S" => shading },
            "XObject" => dictionary! { "X" => image },
        };
        draft.page(&format!("/S sh 9 0 0 9 0 0 cm /X Do {content}"), resources, Dictionary::new());
        let mut pdf = draft.bytes(Dictionary::new());
        for (at, byte) in changes {
            let at = at % pdf.len();
            pdf[at] = byte;
        }
        let _ = with_job(|job| to_x4(&pdf, job));
    }
}
