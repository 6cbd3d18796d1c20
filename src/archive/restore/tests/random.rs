//! No bytes make it panic, and whatever comes out may be written.

use std::sync::LazyLock;

use lopdf::Object;
use proptest::collection::vec;
use proptest::prelude::*;

use super::making::{Making, archive};
use crate::archive::restore::{MOST_BYTES, MOST_FILES, unpack};
use crate::document::portable;

/// A small file with a table, and one with streams for its objects and their places.
static FILES: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    let files = [("issue.toml".into(), b"x".repeat(300)), ("a/그림.svg".into(), b"y".to_vec())];
    let mut making = Making::new();
    let specification = making.attachment("issue.toml", &b"z".repeat(100));
    making.tree(vec![(Object::string_literal("issue.toml"), specification)]);
    let options =
        lopdf::SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    let mut packed = vec![];
    making.doc.save_with_options(&mut packed, options).unwrap();
    [archive(&files), packed]
});

/// What is allowed to come out of any bytes.
fn sound(pdf: &[u8]) {
    if let Ok(files) = unpack(pdf) {
        assert!(files.len() <= MOST_FILES);
        assert!(files.iter().map(|file| file.bytes.len()).sum::<usize>() <= MOST_BYTES);
        assert!(files.iter().all(|file| portable::refused(&file.name).is_none()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_bytes_are_survived(bytes in vec(any::<u8>(), 0..300)) {
        sound(&bytes);
        sound(&[b"%PDF-1.7 ".as_slice(), &bytes, b" startxref 9"].concat());
    }

    #[test]
    fn changed_files_are_survived(
        which in 0..2_usize,
        changes in vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_usize), 1..12),
    ) {
        let mut pdf = FILES[which].clone();
        for (index, byte, kind) in changes {
            let at = index.index(pdf.len());
            match kind {
                0 => pdf[at] = byte,
                1 => drop(pdf.remove(at)),
                2 => pdf.insert(at, byte),
                _ => pdf[at] = b"0123456789<>[]()/ R"[usize::from(byte) % 19],
            }
            if pdf.is_empty() {
                break;
            }
        }
        sound(&pdf);
    }

    #[test]
    fn any_places_are_survived(entries in vec(any::<[u8; 4]>(), 1..12), root in 0..12_u32) {
        let mut pdf = b"%PDF-1.7\n1 0 obj <</Names 2 0 R/AF[3 0 R]>> endobj\n\
            2 0 obj <</EmbeddedFiles<</Kids[2 0 R 4 0 R]>>>> endobj\n\
            3 0 obj <</UF(a)/EF<</F 4 0 R>>>> endobj\n\
            4 0 obj <</Type/ObjStm/N 2/First 8/Length 20>> stream\n1 0 3 4 <</AF 3 0 R>>\nendstream\n"
            .to_vec();
        let table = pdf.len();
        let length = entries.len() * 4;
        pdf.extend(
            format!("9 0 obj <</Type/XRef/Size 12/W[1 2 1]/Root {root} 0 R/Length {length}>> stream\n")
                .bytes(),
        );
        pdf.extend(entries.concat());
        pdf.extend(format!("\nendstream startxref {table}").bytes());
        sound(&pdf);
    }
}
