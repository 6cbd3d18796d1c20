//! Chapter 1: files that cannot be read as they should.

use jpeg_encoder::{ColorType, Encoder};
use lopdf::{
    Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary,
};

use super::super::sample::Sample;
use super::super::{Limits, rules};
use super::case::{Case, Made, case, changed};

fn bytes(bytes: &[u8]) -> Made {
    (bytes.to_vec(), Limits::default())
}

pub fn cases() -> Vec<Case> {
    vec![
        Case {
            rule: rules::NOT_PDF,
            breaks: vec![
                bytes(b""),
                bytes(b"<!DOCTYPE html><html></html>"),
                bytes(b"\xFF\xD8\xFF\xE0 JFIF"),
            ],
            keeps: vec![sound()],
        },
        Case {
            rule: rules::UNREADABLE,
            breaks: vec![bytes(b"%PDF-1.6\nnothing"), changed(|s| kids(s, vec![]))],
            keeps: vec![sound()],
        },
        Case { rule: rules::DAMAGED, breaks: vec![wrong_start(), shifted()], keeps: vec![sound()] },
        case(
            rules::VERSION,
            &[|s| s.doc.version = "1.7".into(), |s| s.dict(s.catalog).set("Version", "2.0")],
            &[|s| s.doc.version = "1.4".into()],
        ),
        Case { rule: rules::ENCRYPTED, breaks: vec![encrypted("secret")], keeps: vec![sound()] },
        case(rules::TOO_LARGE, &[|s| sized(s, 60_000)], &[|s| sized(s, 60)]),
        case(
            rules::PAGE_TREE,
            &[
                |s| kids(s, vec![s.page.into(), s.tree.into()]),
                |s| kids(s, vec![s.page.into(), s.page.into()]),
            ],
            &[nested_tree],
        ),
        case(
            rules::BROKEN_STREAM,
            &[
                |s| packed(s, false),
                |s| s.draw("60 60 20 20 rect"),
                |s| coded(s, "DCTDecode", b""),
                lost,
            ],
            &[
                |s| packed(s, true),
                |s| s.draw("BX 60 60 20 20 rect EX"),
                |s| s.draw("/O gs 0 0 0 1 k BT /F 9 Tf 1 0 0 1 60 90 Tm [<0001> -9 <0002>] TJ ET"),
                |s| s.draw("BI /W 2 /H 1 /BPC 8 /CS /CMYK /I true ID 12345678 EI"),
            ],
        ),
        case(
            rules::RESOURCE_MISSING,
            &[
                |s| s.draw("/Nope Do"),
                |s| s.draw("/Nope gs"),
                |s| s.draw("/Nope cs"),
                |s| s.draw("/Pattern cs /Nope scn 60 60 20 20 re f"),
                |s| s.draw("/Nope sh"),
                |s| s.draw("BT /Nope 9 Tf ET"),
            ],
            &[|s| s.draw("/O gs /DeviceCMYK cs BT /F 9 Tf ET q 14 0 0 14 90 200 cm /I Do Q")],
        ),
        case(rules::COMPONENTS, &[|s| jpeg(s, 3), |s| jpeg(s, 1)], &[|s| jpeg(s, 4)]),
        case(
            rules::UNBALANCED,
            &[
                |s| s.draw("Q"),
                |s| s.draw("q Q Q"),
                |s| s.draw("q"),
                |s| s.draw("EMC"),
                |s| s.draw("/Span BMC"),
                |s| form(s, "EMC"),
                |s| form(s, "q q Q"),
                |s| form(s, "Q"),
            ],
            &[|s| s.draw("q /Span BMC q EMC Q Q"), |s| form(s, "/Span BMC q Q EMC")],
        ),
    ]
}

/// A form of such contents.
fn form(s: &mut Sample, content: &str) {
    let bounds = [60, 60, 90, 90].map(Object::Integer).to_vec();
    let dict = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds };
    let form = s.doc.add_object(Stream::new(dict, content.as_bytes().to_vec()));
    s.resource("XObject", "B", form);
    s.draw("/Span BMC q /B Do Q EMC");
}

fn sound() -> Made {
    changed(|_| {})
}

fn kids(s: &mut Sample, kids: Vec<Object>) {
    s.dict(s.tree).set("Kids", kids);
}

fn nested_tree(s: &mut Sample) {
    let kids = vec![s.page.into()];
    let inner = dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => kids, "Parent" => s.tree };
    let inner = s.doc.add_object(inner);
    s.dict(s.tree).set("Kids", vec![inner.into()]);
}

fn wrong_start() -> Made {
    let (mut bytes, limits) = sound();
    let at = bytes.windows(9).rposition(|w| w == b"startxref").unwrap();
    bytes.truncate(at);
    bytes.extend_from_slice(b"startxref\n7\n%%EOF");
    (bytes, limits)
}

fn shifted() -> Made {
    let (sound, limits) = sound();
    let mut bytes = b"%PDF-1.6\n% something was put in here\n".to_vec();
    bytes.extend_from_slice(&sound[9..]);
    (bytes, limits)
}

/// The sound file behind a password.
pub fn encrypted(user: &str) -> Made {
    let (sound, limits) = sound();
    let mut doc = Document::load_mem(&sound).unwrap();
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
    (bytes, limits)
}

fn sized(s: &mut Sample, side: i64) {
    s.dict(s.image).set("Width", side);
    s.dict(s.image).set("Height", side);
}

/// The image as the bytes of a codec.
fn coded(s: &mut Sample, filter: &str, bytes: &[u8]) {
    let image = s.doc.get_object_mut(s.image).unwrap().as_stream_mut().unwrap();
    image.set_content(bytes.to_vec());
    image.dict.set("Filter", filter);
}

/// The head of a JPEG with so many colours, which is all that is judged.
fn jpeg(s: &mut Sample, components: u8) {
    let colors = match components {
        1 => ColorType::Luma,
        3 => ColorType::Rgb,
        _ => ColorType::Cmyk,
    };
    let mut bytes = vec![];
    let pixels = vec![90; 60 * 60 * usize::from(components)];
    Encoder::new(&mut bytes, 90).encode(&pixels, 60, 60, colors).unwrap();
    coded(s, "DCTDecode", &bytes);
}

/// Contents of which a part is not in the file.
fn lost(s: &mut Sample) {
    let here = s.doc.add_object(Stream::new(dictionary! {}, s.content.clone().into_bytes()));
    s.dict(s.page).set("Contents", vec![here.into(), Object::Reference((9_999, 0))]);
}

/// The page's contents as a packed stream, whole or spoilt.
fn packed(s: &mut Sample, whole: bool) {
    let mut stream = Stream::new(dictionary! {}, s.content.repeat(20).into_bytes());
    stream.compress().unwrap();
    if !whole {
        stream.content.iter_mut().skip(4).for_each(|byte| *byte ^= 0x5A);
    }
    let contents = s.doc.add_object(stream);
    s.dict(s.page).set("Contents", contents);
}
