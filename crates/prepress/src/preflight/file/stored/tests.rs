//! What stays on the disk, and what does not.

use std::io::Cursor;

use super::*;

/// Objects of a file: a picture of `size` bytes with this length entry.
fn file(size: usize, length: &str) -> (Vec<u8>, Range<usize>) {
    let mut bytes = format!(
        "%PDF-1.6\n1 0 obj\n<< /Length1 3 /Type /XObject /Subtype/Image /Length {length} >>\nstream\r\n"
    )
    .into_bytes();
    let start = bytes.len();
    bytes.extend((0..size).map(|i| 1 + (i % 250) as u8));
    let end = bytes.len();
    bytes.extend(b"\nendstream endobj\n2 0 obj (after) endobj\n");
    (bytes, start..end)
}

fn stored(bytes: &[u8]) -> Stored<'static> {
    Stored::sparse(Cursor::new(bytes.to_vec()), bytes.len()).unwrap()
}

#[test]
fn large_pictures_stay_behind_and_are_read_again() {
    let size = 3 * BLOCK + 77;
    for length in [size.to_string(), "9 0 R".to_string()] {
        let (bytes, data) = file(size, &length);
        let stored = stored(&bytes);
        let here = stored.bytes();
        assert_eq!(here.len(), bytes.len());
        assert_eq!(here[..data.start], bytes[..data.start]);
        let end = data.end + usize::from(length.ends_with('R'));
        assert_eq!(here[end..], bytes[end..], "{length}");
        assert!(here[BLOCK..data.end].iter().all(|byte| *byte == 0), "{length}: it stayed");
        assert_eq!(*stored.range(data.clone()).unwrap(), bytes[data]);
        assert_eq!(stored.whole().unwrap().bytes(), bytes);
    }
}

#[test]
fn what_is_no_large_picture_is_read() {
    let small = file(LARGE, &LARGE.to_string()).0;
    let wrong = file(4 * BLOCK, &(4 * BLOCK - 9).to_string()).0;
    let long = file(4 * BLOCK, "99999999999").0;
    let other = String::from_utf8_lossy(&file(4 * BLOCK, "131072").0).replace("/Image", "/Form");
    let cut = file(4 * BLOCK, "9 0 R").0[..3 * BLOCK].to_vec();
    for bytes in [small, wrong, long, other.into_bytes(), cut] {
        let stored = stored(&bytes);
        assert_eq!(stored.bytes(), bytes);
        assert!(stored.whole().is_none());
    }
}

#[test]
fn a_file_made_to_be_slow_is_read_whole() {
    let heads = b"obj<</Subtype/Image/Length 9 0 R>>stream\n".repeat(40_000);
    let told = b"obj<</Subtype/Image/Length 999999>>stream\n".repeat(40_000);
    for bytes in [heads, told, b"stream\n".repeat(300_000)] {
        assert_eq!(stored(&bytes).bytes(), bytes);
    }
}

#[test]
fn a_word_across_blocks_is_seen() {
    for shift in 0..12 {
        let (picture, data) = file(3 * BLOCK, &(3 * BLOCK).to_string());
        let pad = BLOCK - data.start - 4 + shift;
        let bytes = [vec![b' '; pad], picture].concat();
        let stored = stored(&bytes);
        assert!(stored.whole().is_some(), "{shift}");
        assert_eq!(*stored.range(0..bytes.len()).unwrap(), *bytes);
    }
}

#[test]
fn a_small_picture_whose_length_stands_elsewhere_moves_nothing_behind_it() {
    let mut bytes = b"%PDF-1.6\n1 0 obj <</Subtype /Image /Length 2 0 R>> stream\n".to_vec();
    bytes.extend([7; 400]);
    bytes.extend(b"\nendstream endobj\n");
    // More than is read at a time, and none of it alike.
    (0..20_000).for_each(|i| bytes.extend(format!("% {i}\n").into_bytes()));
    let stored = Stored::sparse(std::io::Cursor::new(bytes.clone()), bytes.len()).unwrap();
    assert!(stored.bytes() == bytes);
}
