//! Bytes that are no sound PDF: each ends in a finding, soon, and none panics.

use std::time::{Duration, Instant};

use lopdf::{
    Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary,
};
use proptest::prelude::*;

use super::sample::Sample;
use super::*;

/// Codes of the findings, which must come soon.
#[track_caller]
fn codes(bytes: &[u8]) -> Vec<&'static str> {
    let start = Instant::now();
    let codes = run(bytes).findings.iter().map(|f| f.rule.code).collect();
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    codes
}

fn zipped(data: &[u8]) -> Vec<u8> {
    let mut stream = Stream::new(dictionary! {}, data.to_vec());
    stream.compress().unwrap();
    stream.content
}

fn with_content(dict: lopdf::Dictionary, content: Vec<u8>) -> Vec<u8> {
    let mut sample = Sample::new();
    let content = sample.doc.add_object(Stream::new(dict, content).with_compression(false));
    sample.dict(sample.page).set("Contents", content);
    sample.bytes()
}

#[test]
fn other_files() {
    assert_eq!(codes(b""), ["P0101"]);
    assert_eq!(codes(b"<!DOCTYPE html><html></html>"), ["P0101"]);
    assert_eq!(codes(b"\xFF\xD8\xFF\xE0 JFIF"), ["P0101"]);
    assert_eq!(codes(b"%PDF-1.6\nnothing"), ["P0102"]);
    let verdict = run(b"");
    assert!(!verdict.passed);
    assert!(verdict.rules.iter().skip(1).all(|r| r.outcome == Outcome::NotChecked));
}

#[test]
fn damaged_files() {
    let sound = Sample::new().bytes();
    let text = String::from_utf8_lossy(&sound);
    let at = text.rfind("startxref").unwrap();
    let number = sound.len() - text[at..].len();
    let mut wrong = sound[..number].to_vec();
    wrong.extend_from_slice(b"startxref\n7\n%%EOF");
    assert_eq!(codes(&wrong), ["P0103"]);
    assert!(!codes(&sound[..sound.len() * 2 / 3]).is_empty());
    let mut shifted = b"%PDF-1.6\n% something was put in here\n".to_vec();
    shifted.extend_from_slice(&sound[9..]);
    assert_eq!(codes(&shifted), ["P0103"]);
    let long = b"/Length 10737418240 ";
    let find = |needle: &[u8]| sound.windows(needle.len()).position(|w| w == needle);
    if let Some(at) = find(b"/Length 14400") {
        let mut huge = sound[..at].to_vec();
        huge.extend_from_slice(&long[..19]);
        huge.extend_from_slice(&sound[at + 13..]);
        assert!(codes(&huge).contains(&"P0103"));
    } else {
        panic!("the image's length was not found");
    }
}

#[test]
fn encrypted_files() {
    let encrypt = |user: &str| {
        let mut doc = Document::load_mem(&Sample::new().bytes()).unwrap();
        let version = EncryptionVersion::V2 {
            document: &doc,
            owner_password: "owner",
            user_password: user,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        doc.encrypt(&state).unwrap();
        let mut bytes = vec![];
        doc.save_to(&mut bytes).unwrap();
        bytes
    };
    assert_eq!(codes(&encrypt("secret")), ["P0105"]);
    assert!(codes(&encrypt("")).contains(&"P0105"));
}

#[test]
fn page_trees() {
    let mut sample = Sample::new();
    let kids: Vec<Object> = vec![sample.page.into(), sample.tree.into(), sample.page.into()];
    sample.dict(sample.tree).set("Kids", kids);
    assert_eq!(codes(&sample.bytes()), ["P0107"]);
    let mut sample = Sample::new();
    sample.dict(sample.tree).set("Kids", Vec::<Object>::new());
    assert_eq!(codes(&sample.bytes()), ["P0102"]);
}

#[test]
fn bombs() {
    let nothing = vec![0; 100 << 20];
    let once = zipped(&nothing);
    assert_eq!(
        codes(&with_content(dictionary! { "Filter" => "FlateDecode" }, once.clone())),
        ["P0108"]
    );
    let twice = dictionary! { "Filter" => vec!["FlateDecode".into(), "FlateDecode".into()] };
    assert_eq!(codes(&with_content(twice, zipped(&once))), ["P0108"]);
    let image = |s: &mut Sample, side: i64| {
        s.dict(s.image).set("Width", side);
        s.dict(s.image).set("Height", side);
    };
    breaks("P0106", |s| image(s, 60_000));
}

#[test]
fn nesting() {
    let deep = "[".repeat(100_000) + &"q ".repeat(100_000) + &"<<".repeat(100_000);
    codes(&with_content(dictionary! {}, deep.into_bytes()));
    // Each form draws the next thirty times.
    let mut sample = Sample::new();
    let form = |resources: lopdf::Dictionary, content: &str| {
        let bbox = Object::Array([0, 0, 300, 300].map(Object::Integer).to_vec());
        let dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => bbox, "Resources" => resources,
        };
        Stream::new(dict, content.as_bytes().to_vec())
    };
    let mut inner = sample.doc.add_object(form(dictionary! {}, "60 60 9 9 re f"));
    for _ in 0..20 {
        let resources = dictionary! { "XObject" => dictionary! { "F" => inner } };
        inner = sample.doc.add_object(form(resources, &"/F Do ".repeat(30)));
    }
    sample.resource("XObject", "F", inner);
    sample.draw("/F Do");
    assert_eq!(codes(&sample.bytes()), ["P0106"]);
    let mut sample = Sample::new();
    let own = sample.doc.new_object_id();
    let resources = dictionary! { "XObject" => dictionary! { "F" => own } };
    sample.doc.objects.insert(own, form(resources, "/F Do 60 60 9 9 re f").into());
    sample.resource("XObject", "F", own);
    sample.draw("q 0.2 0 0 0 k /F Do Q");
    assert!(codes(&sample.bytes()).is_empty());
}

#[test]
fn huge_pages() {
    let mut sample = Sample::new();
    let media = Object::Array([0, 0, 900_000, 900_000].map(Object::Integer).to_vec());
    sample.dict(sample.page).set("MediaBox", media);
    codes(&sample.bytes());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn spoilt_files_never_panic(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..24),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = Sample::new().bytes();
        for (at, value) in cuts {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        run(&bytes);
    }

    #[test]
    fn any_content_never_panics(content in "([a-zA-Z*'\"/ \\[\\]<>()0-9.\n-]|q |Q |cm |re |f |Do |BT |Tj |ET |scn |/F |/I ){0,200}") {
        let mut sample = Sample::new();
        sample.content = content;
        run(&sample.bytes());
    }
}
