//! Files that must be refused, each for its own reason.

use std::io::Write;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Object, Stream, StringFormat, dictionary};

use super::making::{Making, archive};
use super::{RestoreFault, fault};
use crate::archive::restore::{MOST_BYTES, MOST_FILES, unpack};

fn one(name: &str, bytes: &[u8]) -> Vec<u8> {
    archive(&[(name.to_string(), bytes.to_vec())])
}

fn with(stream: Stream) -> Vec<u8> {
    let mut making = Making::new();
    let stream = making.doc.add_object(stream).into();
    let specification = making.specification("a.md", stream);
    making.tree(vec![(Object::string_literal("a.md"), specification)]);
    making.save()
}

fn is_damaged(pdf: &[u8]) -> bool {
    matches!(fault(pdf), RestoreFault::Damaged(_))
}

/// Zeros, packed.
fn zeros(count: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(vec![], Compression::fast());
    let block = vec![0; 1 << 20];
    for done in (0..count).step_by(block.len()) {
        encoder.write_all(&block[..block.len().min(count - done)]).unwrap();
    }
    encoder.finish().unwrap()
}

#[test]
fn what_is_no_pdf_is_told() {
    for bytes in [b"".as_slice(), b"PK\x03\x04", b"<html>", &[0; 3000]] {
        assert_eq!(fault(bytes), RestoreFault::NotPdf);
    }
    assert_eq!(fault(&[&[b' '; 2000], b"%PDF-1.7".as_slice()].concat()), RestoreFault::NotPdf);
}

#[test]
fn damaged_files_are_told() {
    let pdf = one("issue.toml", b"layout");
    assert!(is_damaged(b"%PDF-1.7"));
    assert!(is_damaged(&pdf[..pdf.len() / 2]), "cut in half");
    let at = pdf.windows(9).rposition(|window| window == b"startxref").unwrap();
    assert!(is_damaged(&[&pdf[..at], b"startxref\n5\n%%EOF"].concat()), "a wrong offset");
    assert!(is_damaged(&[&pdf[..at], b"startxref\n999999999999999999999"].concat()));
}

#[test]
fn an_attachment_that_is_not_whole_is_told() {
    let sized = |size: i64, data: &[u8]| {
        let params = dictionary! { "Size" => size };
        with(Stream::new(dictionary! { "Params" => params }, data.to_vec()))
    };
    assert!(unpack(&sized(3, b"abc")).is_ok());
    assert!(is_damaged(&sized(4, b"abc")));
    assert!(is_damaged(&sized(-1, b"abc")));
    let packed = |data: Vec<u8>| with(Stream::new(dictionary! { "Filter" => "FlateDecode" }, data));
    let whole = zeros(5000);
    assert!(unpack(&packed(whole.clone())).is_ok());
    assert!(is_damaged(&packed(whole[..whole.len() - 5].to_vec())), "cut");
    assert!(is_damaged(&packed(vec![0xFF; 40])));
    let strange = dictionary! { "Filter" => "JPXDecode" };
    assert!(is_damaged(&with(Stream::new(strange, b"x".to_vec()))));
}

#[test]
fn an_encrypted_file_is_told() {
    let mut making = Making::new();
    let specification = making.attachment("a.md", b"a");
    making.tree(vec![(Object::string_literal("a.md"), specification)]);
    making.doc.trailer.set("Encrypt", dictionary! { "Filter" => "Standard", "V" => 2 });
    assert_eq!(fault(&making.save()), RestoreFault::Encrypted);
}

#[test]
fn a_file_without_attachments_is_told() {
    assert_eq!(fault(&Making::new().save()), RestoreFault::NoAttachments);
    let mut making = Making::new();
    making.tree(vec![]);
    making.catalog().set("AF", Object::Array(vec![]));
    assert_eq!(fault(&making.save()), RestoreFault::NoAttachments);
    let mut making = Making::new();
    let elsewhere = dictionary! { "UF" => Object::string_literal("/etc/passwd") };
    let elsewhere = making.doc.add_object(elsewhere).into();
    making.tree(vec![(Object::string_literal("x"), elsewhere)]);
    assert_eq!(fault(&making.save()), RestoreFault::NoAttachments, "a name of a file outside");
}

#[test]
fn hostile_names_are_refused() {
    for name in [
        "../../x",
        "/etc/passwd",
        "C:\\x",
        "C:x",
        "a\\..\\x",
        "a\0b",
        "a\u{1b}[31m",
        "a//b",
        "",
        "nul",
        "a/com1.txt",
        ".bashrc",
    ] {
        let refused = fault(&one(name, b"x"));
        assert!(matches!(&refused, RestoreFault::Name { .. }), "{name:?}: {refused:?}");
    }
    let broken = Object::String(vec![0xFE, 0xFF, 0xDC, 0x00], StringFormat::Hexadecimal);
    let mut making = Making::new();
    let stream = making.stream(b"x");
    let specification = dictionary! { "UF" => broken, "EF" => dictionary! { "F" => stream } };
    let specification = making.doc.add_object(specification).into();
    making.tree(vec![(Object::string_literal("x"), specification)]);
    assert!(matches!(fault(&making.save()), RestoreFault::Name { .. }), "half a surrogate pair");
}

#[test]
fn names_that_clash_are_refused() {
    let two = |a: &str, b: &str| archive(&[(a.into(), b"1".to_vec()), (b.into(), b"2".to_vec())]);
    for (a, b) in [("a.md", "A.MD"), ("가", "\u{1100}\u{1161}"), ("a", "a/b"), ("x", "x")] {
        assert!(matches!(fault(&two(a, b)), RestoreFault::SameName { .. }), "{a} {b}");
    }
}

#[test]
fn too_many_files_are_refused() {
    let many = |count: usize| {
        let mut making = Making::new();
        let stream = making.stream(b"x");
        let entries = (0..count)
            .map(|i| {
                let name = format!("{i:05}.md");
                let specification = making.specification(&name, stream.clone());
                (Object::string_literal(name), specification)
            })
            .collect();
        making.tree(entries);
        making.save()
    };
    assert_eq!(unpack(&many(MOST_FILES)).unwrap().len(), MOST_FILES);
    assert_eq!(fault(&many(MOST_FILES + 1)), RestoreFault::TooMany);
    assert_eq!(fault(&many(10_000)), RestoreFault::TooMany);
}

#[test]
fn a_tree_of_many_empty_nodes_is_refused() {
    let mut making = Making::new();
    let kids = (0..10_000).map(|_| making.doc.add_object(dictionary! {}).into()).collect();
    making.root(dictionary! { "Kids" => Object::Array(kids) });
    assert_eq!(fault(&making.save()), RestoreFault::TooMany);
}

#[test]
fn too_much_data_is_refused_at_the_limit() {
    let zip_bomb = |count| {
        let packed = zeros(count);
        with(Stream::new(dictionary! { "Filter" => "FlateDecode" }, packed))
    };
    assert_eq!(unpack(&zip_bomb(MOST_BYTES)).unwrap()[0].bytes.len(), MOST_BYTES);
    assert_eq!(fault(&zip_bomb(MOST_BYTES + 1)), RestoreFault::TooLarge);
    let nested = {
        let mut encoder = ZlibEncoder::new(vec![], Compression::fast());
        encoder.write_all(&zeros(MOST_BYTES + 1)).unwrap();
        let filters = vec![Object::from("FlateDecode"), "FlateDecode".into()];
        with(Stream::new(dictionary! { "Filter" => filters }, encoder.finish().unwrap()))
    };
    assert!(nested.len() < 100_000, "{} bytes", nested.len());
    assert_eq!(fault(&nested), RestoreFault::TooLarge);
}

#[test]
fn one_stream_under_many_names_counts_each_time() {
    let mut making = Making::new();
    let dict = dictionary! { "Filter" => "FlateDecode" };
    let stream: Object = making.doc.add_object(Stream::new(dict, zeros(64 << 20))).into();
    let entries = (0..5)
        .map(|i| {
            let name = format!("{i}.bin");
            (Object::string_literal(name.as_str()), making.specification(&name, stream.clone()))
        })
        .collect();
    making.tree(entries);
    assert_eq!(fault(&making.save()), RestoreFault::TooLarge);
}

#[test]
fn trees_without_end_are_refused() {
    let mut making = Making::new();
    let (a, b) = (making.doc.new_object_id(), making.doc.new_object_id());
    making.doc.set_object(a, dictionary! { "Kids" => vec![b.into()] });
    making.doc.set_object(b, dictionary! { "Kids" => vec![a.into()] });
    making.root(dictionary! { "Kids" => vec![a.into()] });
    assert_eq!(fault(&making.save()), RestoreFault::Tree, "a cycle");
    let mut making = Making::new();
    let mut node = making.doc.add_object(dictionary! {});
    for _ in 0..100 {
        node = making.doc.add_object(dictionary! { "Kids" => vec![node.into()] });
    }
    making.root(dictionary! { "Kids" => vec![node.into()] });
    assert_eq!(fault(&making.save()), RestoreFault::Tree, "too deep");
}

#[test]
fn references_in_a_circle_are_damage() {
    let mut making = Making::new();
    let (a, b) = (making.doc.new_object_id(), making.doc.new_object_id());
    making.doc.set_object(a, Object::Reference(b));
    making.doc.set_object(b, Object::Reference(a));
    making.catalog().set("Names", a);
    assert!(is_damaged(&making.save()));
}

/// A file that names a large object under many numbers, or keeps an object stream's length inside it.
#[test]
fn files_that_are_read_without_end_elsewhere_are_refused_soon() {
    let started = Instant::now();
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let big = pdf.len();
    pdf.extend(b"1 0 obj [");
    pdf.extend(b"0 ".repeat(100_000));
    pdf.extend(b"]\nendobj\n");
    let catalog = pdf.len();
    pdf.extend(b"2 0 obj <</AF [");
    pdf.extend(b"1 0 R ".repeat(100_000));
    pdf.extend(b"]>>\nendobj\n");
    let table = pdf.len();
    pdf.extend(
        format!("xref\n0 3\n0000000000 65535 f\r\n{big:010} 00000 n\r\n{catalog:010} 00000 n\r\n")
            .bytes(),
    );
    pdf.extend(format!("trailer <</Root 2 0 R>> startxref {table}").bytes());
    assert!(is_damaged(&pdf));
    let mut pdf =
        b"%PDF-1.7\n5 0 obj <</Type/ObjStm/N 1/First 4/Length 6 0 R>> stream\n6 0 9\nendstream\n"
            .to_vec();
    let table = pdf.len();
    pdf.extend(b"9 0 obj <</Type/XRef/Size 7/W[1 1 1]/Index[5 2]/Root 6 0 R/Length 6>> stream\n");
    pdf.extend([1, 9, 0, 2, 5, 0]);
    pdf.extend(format!("\nendstream startxref {table}").bytes());
    assert!(is_damaged(&pdf));
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn every_fault_is_said_in_both_languages() {
    use jikji_diagnostic::Lang;
    use jikji_diagnostic::Words;
    let why = Words { ko: "까닭", en: "why" };
    let name = || "../x".to_string();
    for fault in [
        RestoreFault::NotPdf,
        RestoreFault::Damaged(why),
        RestoreFault::Encrypted,
        RestoreFault::NoAttachments,
        RestoreFault::Name { name: name(), why },
        RestoreFault::SameName { first: name(), second: name() },
        RestoreFault::TooMany,
        RestoreFault::TooLarge,
        RestoreFault::Tree,
        RestoreFault::Exists(vec![name()]),
        RestoreFault::Link(name()),
    ] {
        let diagnostic = fault.diagnostic();
        for lang in [Lang::Ko, Lang::En] {
            for text in [diagnostic.text(lang), diagnostic.help(lang)] {
                assert!(!text.contains(['{', '}']), "an argument is missing: {text}");
            }
        }
    }
}
