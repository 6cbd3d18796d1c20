//! What is no HWP 5 file, or is locked: each is named, with its way out.

use std::io::Cursor;

use super::*;

#[test]
fn other_files_are_named() {
    assert_eq!(refused(b"HWP Document File V3.00 \x1a\x01"), "E1220");
    assert_eq!(refused("\u{feff}<?xml version=\"1.0\"?><HWPML/>".as_bytes()), "E1221");
    assert_eq!(refused(&[&[0xff, 0xfe][..], &units("<?xml?><HWPML/>")].concat()), "E1221");
    assert_eq!(refused(b"\x9b DRMONE  This Document is encrypted"), "E1223");
    assert_eq!(refused(b"SCDSA002\0"), "E1223");
    assert_eq!(refused(b"<DOCUMENT SAFER V1>"), "E1223");
    for other in [&b""[..], b"PK\x03\x04", b"%PDF-1.7", &[0; 600]] {
        assert_eq!(refused(other), "E1224");
    }
}

#[test]
fn locked_files_are_named() {
    for (bit, code) in [(1, "E1213"), (8, "E1213"), (2, "E1222"), (4, "E1223"), (10, "E1223")] {
        let mut file = File::of(&[paragraph("글")]);
        file.flags |= 1 << bit;
        assert_eq!(file.refused(), code, "{bit}");
    }
}

#[test]
fn a_compound_file_of_another_program_is_named() {
    let mut file = cfb::CompoundFile::create(Cursor::new(vec![])).expect("a file");
    file.create_stream("/WordDocument").expect("a stream");
    file.flush().expect("room");
    assert_eq!(refused(&file.into_inner().into_inner()), "E1224");
}

#[test]
fn a_file_without_a_body_is_damaged() {
    let mut file = File::of(&[]);
    file.body.clear();
    assert_eq!(file.refused(), "E1211");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    assert_eq!(refused(&vec![0; crate::office::LARGEST + 1]), "E1203");
}
