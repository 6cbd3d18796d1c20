//! What is in a file reaches the rules and the plates, or its rules are not checked: nothing passes unseen.

use std::io::Cursor;

use lopdf::{Object, Stream, dictionary};

use super::sample::{Sample, rect};
use super::*;

/// Puts other bytes in the place of some, in a file whose cross-references need not hold afterwards.
pub fn swapped(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|w| w == from).unwrap();
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

pub fn codes(verdict: &Verdict) -> Vec<&'static str> {
    verdict.findings.iter().map(|finding| finding.rule.code).collect()
}

pub fn outcome(verdict: &Verdict, rule: &jikji_diagnostic::Message) -> RuleOutcome {
    verdict.rules.iter().find(|of| of.rule.code == rule.code).unwrap().outcome
}

/// The sample with nothing on its page but a picture of 60 pt.
pub fn picture(content: Vec<u8>, entries: &[(&str, Object)]) -> Sample {
    let mut sample = Sample::new();
    sample.content = "q 60 0 0 60 60 60 cm /I Do Q".into();
    let image = sample.doc.get_object_mut(sample.image).unwrap().as_stream_mut().unwrap();
    image.set_content(content);
    for (key, value) in entries {
        image.dict.set(*key, value.clone());
    }
    sample
}

/// A large picture of one colour and noise, which no filter makes small.
fn large() -> (Vec<u8>, [(&'static str, Object); 2]) {
    let data = (0..200 * 200).flat_map(|_| [40, 90, 120, 10]).collect();
    (data, [("Width", 200.into()), ("Height", 200.into())])
}

#[track_caller]
pub fn inked(verdict: &Verdict, wanted: f64) {
    let found = verdict.ink[0].max_percent;
    assert!((found - wanted).abs() <= 1.5, "{found}, not {wanted}");
}

#[test]
fn a_large_picture_is_seen_wherever_its_length_stands() {
    let (data, size) = large();
    let length = data.len() as i64;
    let mut sample = picture(data, &size);
    let there = sample.doc.add_object(Object::Integer(length));
    let bytes = sample.bytes();
    let direct = format!("/Length {length}");
    // The same number of bytes, so that every offset holds.
    let indirect = format!("/Length {} 0 R", there.0);
    for said in [indirect, "/Length 99 0 R".into(), "/Longth 0".into()] {
        let pad = direct.len().max(said.len()) - said.len();
        let spare =
            swapped(&bytes, direct.as_bytes(), format!("{said}{}", " ".repeat(pad)).as_bytes());
        let lost = !said.starts_with(&format!("/Length {} ", there.0));
        for stored in [
            Stored::from(spare.clone()),
            Stored::sparse(Cursor::new(spare.clone()), spare.len()).unwrap(),
        ] {
            let verdict = preflight_stored(&stored, &Limits::default(), &mut |_, _| {});
            assert_eq!(verdict.images.len(), 1, "{said}");
            assert!(
                (verdict.ink[0].max_percent - 260.0 / 2.55).abs() < 1.5,
                "{said}: {:?} {:?}",
                verdict.ink,
                codes(&verdict)
            );
            assert_eq!(codes(&verdict).contains(&"P0103"), lost, "{said}");
        }
    }
}

#[test]
fn contents_without_a_length_are_read_to_their_end() {
    let mut sample = Sample::new();
    sample.content = "1 0 0 rg 60 60 100 100 re f 1 1 1 1 k 90 90 50 50 re f".into();
    let length = format!("/Length {}", sample.content.len());
    let bytes = sample.bytes();
    for said in ["/Longth 99", "/Length 0 0 R"] {
        let said = format!("{said:<width$}", width = length.len());
        let verdict = run(&swapped(&bytes, length.as_bytes(), said.as_bytes()));
        inked(&verdict, 400.0);
        assert!(codes(&verdict).contains(&"P0103") && codes(&verdict).contains(&"P0601"), "{said}");
    }
}

#[test]
fn an_encrypted_file_shows_its_large_pictures() {
    let (data, size) = large();
    let bytes = picture(data, &size).bytes();
    let plain = run(&bytes);
    let mut doc = lopdf::Document::load_mem(&bytes).unwrap();
    let locked = encrypted_document(&mut doc);
    let verdict = run(&locked);
    assert!(codes(&verdict).contains(&"P0105") && plain.passed);
    inked(&verdict, 260.0 / 2.55);
    let stored = Stored::sparse(Cursor::new(locked.clone()), locked.len()).unwrap();
    inked(&preflight_stored(&stored, &Limits::default(), &mut |_, _| {}), 260.0 / 2.55);
}

fn encrypted_document(doc: &mut lopdf::Document) -> Vec<u8> {
    let version = lopdf::EncryptionVersion::V2 {
        document: doc,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).unwrap();
    doc.encrypt(&state).unwrap();
    let mut bytes = vec![];
    doc.save_to(&mut bytes).unwrap();
    bytes
}

/// Rows of black, 8 pixels each, in CCITT group 4: the first in full, the others like it.
fn group_4(rows: usize) -> Vec<u8> {
    let first = "001 00110101 000101";
    let bits = format!("{first}{}{}", "11".repeat(rows - 1), "000000000001".repeat(2));
    let bits: Vec<u8> = bits.bytes().filter(|b| *b != b' ').map(|b| b - b'0').collect();
    bits.chunks(8)
        .map(|byte| byte.iter().enumerate().fold(0, |b, (i, v)| b | v << (7 - i)))
        .collect()
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    (hex + ">").into_bytes()
}

fn ccitt() -> [(&'static str, Object); 4] {
    let parms = dictionary! { "K" => -1, "Columns" => 8, "Rows" => 8 };
    [
        ("Width", 8.into()),
        ("Height", 8.into()),
        ("BitsPerComponent", 1.into()),
        ("DecodeParms", Object::Array(vec![Object::Null, parms.into()])),
    ]
}

fn chain() -> Object {
    Object::Array(vec!["ASCIIHexDecode".into(), "CCITTFaxDecode".into()])
}

#[test]
fn bilevel_codecs_reach_their_plates_behind_other_filters() {
    let mut entries = ccitt().to_vec();
    entries.push(("Filter", chain()));
    let coded = hex(&group_4(8));
    let with = |more: Vec<(&'static str, Object)>| {
        let all: Vec<_> = entries.iter().cloned().chain(more).collect();
        run(&picture(coded.clone(), &all).bytes())
    };
    let gray = with(vec![("ColorSpace", "DeviceGray".into())]);
    inked(&gray, 100.0);
    assert!((gray.ink[0].plates[3] - 100.0).abs() < 1.0);
    // Black is index 0: 80 % cyan and 70 % black.
    let table = Object::string_literal(vec![204, 0, 0, 178, 0, 0, 0, 0]);
    let space = vec!["Indexed".into(), "DeviceCMYK".into(), 1.into(), table];
    let indexed = with(vec![("ColorSpace", Object::Array(space))]);
    inked(&indexed, 150.0);
    assert!((indexed.ink[0].plates[3] - 70.0).abs() < 1.0, "{:?}", indexed.ink[0]);
    // A mask paints where it is 0, which is where the code is black.
    let mut sample = picture(coded.clone(), &entries);
    sample.dict(sample.image).remove(b"ColorSpace");
    sample.dict(sample.image).set("ImageMask", true);
    sample.content = format!("0.6 0 0 0.5 k {}", sample.content);
    inked(&run(&sample.bytes()), 110.0);
}

#[test]
fn jpeg_2000_in_cmyk_has_black() {
    // 8 × 8 pixels of 80 % black.
    let coded = "0000000c6a5020200d0a870a00000014667479706a703220000000006a7032200000002d6a7032680000\
        00166968647200000008000000080004070700000000000f636f6c720100000000000c000000b86a703263ff4fff51\
        0032000000000008000000080000000000000000000000080000000800000000000000000004070101070101070101\
        070101ff52000c00000001000004040001ff5c00044040ff640025000143726561746564206279204f70656e4a5045\
        472076657273696f6e20322e352e34ff90000a00000000003d0001ff93df8028115054a36fdf8028115054a36fdf80\
        28115054a36fcfb45014005ca3655db0000309097802d000061212ff7fffd9";
    let size = [("Width", 8.into()), ("Height", 8.into())];
    for named in [true, false] {
        let mut sample = picture(format!("{coded}>").into_bytes(), &size);
        let filters: Vec<Object> = vec!["ASCIIHexDecode".into(), "JPXDecode".into()];
        sample.dict(sample.image).set("Filter", filters);
        if !named {
            sample.dict(sample.image).remove(b"ColorSpace");
        }
        let verdict = run(&sample.bytes());
        inked(&verdict, 80.0);
        assert!((verdict.ink[0].plates[3] - 80.0).abs() < 1.5, "{:?}", verdict.ink[0]);
    }
}

#[test]
fn a_soft_mask_of_a_picture_behind_other_filters_lets_ink_through() {
    let mut entries = ccitt().to_vec();
    entries.push(("Filter", chain()));
    entries.push(("ColorSpace", "DeviceGray".into()));
    let parms = dictionary! { "K" => -1, "Columns" => 8, "Rows" => 8, "BlackIs1" => true };
    entries[3].1 = Object::Array(vec![Object::Null, parms.into()]);
    // White all over, so that everything shows.
    let mut sample = picture(hex(&group_4(8)), &entries);
    let image = sample.image;
    let group = sample.doc.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 320.0, 320.0]),
            "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceGray" },
            "Resources" => dictionary! { "XObject" => dictionary! { "I" => image } },
        },
        b"q 320 0 0 320 0 0 cm /I Do Q".to_vec(),
    ));
    let mask = dictionary! { "Type" => "Mask", "S" => "Luminosity", "G" => group };
    sample.resource("ExtGState", "S", dictionary! { "SMask" => mask });
    sample.content = "/S gs 0.8 0.5 0 0 k 60 60 60 60 re f".into();
    inked(&run(&sample.bytes()), 130.0);
}

#[test]
fn the_ink_of_a_picture_that_does_not_decode_is_not_checked() {
    let mut entries = ccitt().to_vec();
    entries.push(("Filter", "JBIG2Decode".into()));
    entries.push(("ColorSpace", "DeviceGray".into()));
    let verdict = run(&picture(b"no picture".to_vec(), &entries).bytes());
    assert!(!verdict.passed);
    assert_eq!(outcome(&verdict, rules::INK), RuleOutcome::NotChecked);
    assert_eq!(outcome(&verdict, rules::BLEED_REACH), RuleOutcome::NotChecked);
    assert_eq!(outcome(&verdict, rules::RGB), RuleOutcome::Passed);
}

#[test]
fn forms_nested_too_deep_are_told_and_what_is_in_them_is_not_checked() {
    let nested = |depth: usize| {
        let mut sample = Sample::new();
        let mut form = |content: &str, inner: Option<lopdf::ObjectId>| {
            let mut dict = dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 320.0, 320.0]),
            };
            if let Some(inner) = inner {
                dict.set("Resources", dictionary! { "XObject" => dictionary! { "F" => inner } });
            }
            sample.doc.add_object(Stream::new(dict, content.as_bytes().to_vec()))
        };
        let mut inner = form("1 1 1 1 k 60 60 100 100 re f", None);
        for _ in 1..depth {
            inner = form("/F Do", Some(inner));
        }
        sample.resource("XObject", "D", inner);
        sample.draw("/D Do");
        run(&sample.bytes())
    };
    let seen = nested(20);
    assert_eq!(codes(&seen), ["P0605"]);
    let deep = nested(40);
    assert_eq!(codes(&deep), ["P0106"]);
    for rule in [rules::INK, rules::RGB, rules::IMAGE_LOW, rules::STROKE, rules::FONT_EMBED] {
        assert_eq!(outcome(&deep, rule), RuleOutcome::NotChecked, "{}", rule.code);
    }
    assert_eq!(outcome(&deep, rules::TRIM_MISSING), RuleOutcome::Passed);
}

#[test]
fn a_mesh_that_is_too_much_hides_nothing_else_of_its_page() {
    // A Coons patch over the whole sheet: twelve points around it, four colours.
    let corner = |x: u16, y: u16| [x.to_be_bytes(), y.to_be_bytes()].concat();
    let (low, high) = (0, u16::MAX);
    let corners = [corner(low, low), corner(low, high), corner(high, high), corner(high, low)];
    let mut patch = vec![0];
    corners.iter().for_each(|corner| patch.extend(corner.repeat(3)));
    patch.extend([0, 0, 0, 40].repeat(4));
    let mesh = |patches: usize| {
        let mut sample = Sample::new();
        let dict = dictionary! {
            "ShadingType" => 6,
            "ColorSpace" => "DeviceCMYK",
            "BitsPerCoordinate" => 16,
            "BitsPerComponent" => 8,
            "BitsPerFlag" => 8,
            "Decode" => [[0, 320].repeat(2), [0, 1].repeat(4)].concat().into_iter().map(Object::from).collect::<Vec<_>>(),
        };
        let shading = sample.doc.add_object(Stream::new(dict, patch.repeat(patches)));
        sample.resource("Shading", "M", shading);
        sample.draw("/M sh 1 0 0 rg 60 60 30 30 re f");
        run(&sample.bytes())
    };
    let few = mesh(1);
    assert_eq!(codes(&few), ["P0601"]);
    let four = mesh(4);
    assert_eq!(codes(&four), ["P0601"]);
    assert_eq!(outcome(&four, rules::INK), RuleOutcome::Passed);
    // More than is read of any mesh.
    let many = mesh(300_000);
    assert_eq!(codes(&many), ["P0106", "P0601"]);
    assert_eq!(outcome(&many, rules::INK), RuleOutcome::NotChecked);
    assert_eq!(outcome(&many, rules::STROKE), RuleOutcome::Passed);
}
