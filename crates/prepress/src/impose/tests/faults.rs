//! What imposition refuses, and that nothing makes it panic.

use proptest::prelude::*;

use super::super::testing::{Sample, open};
use super::super::{ImposeFault, Options, Scheme};
use super::{BARE, impose};

#[test]
fn faults_say_what_is_wrong() {
    let fault = |sample: Sample, options| impose(&sample.build(), options).unwrap_err();
    let four = || Sample::pages(4);
    assert_eq!(
        fault(Sample { untrimmed: Some(3), ..four() }, BARE),
        ImposeFault::NoTrimBox { page: 3 }
    );
    assert!(matches!(
        fault(Sample { larger: Some(2), ..four() }, BARE),
        ImposeFault::PageSizes { page: 2, .. }
    ));
    assert_eq!(fault(Sample::pages(0), BARE), ImposeFault::NoPages);
    let small = Options { sheet_mm: (210.0, 297.0), ..BARE };
    assert!(matches!(fault(four(), small), ImposeFault::SheetTooSmall { .. }));
    for options in [
        Options { creep_mm_per_sheet: -0.1, ..BARE },
        Options { creep_mm_per_sheet: f64::NAN, ..BARE },
        Options { sheet_mm: (f64::INFINITY, 297.0), ..BARE },
        Options { scheme: Scheme::NUp { columns: 0, rows: 2 }, ..BARE },
    ] {
        assert!(matches!(fault(four(), options), ImposeFault::Options(_)), "{options:?}");
    }
    for bytes in [&b""[..], b"<html>", b"%PDF-1.6", b"%PDF-1.6\nstartxref\n99999999\n%%EOF"] {
        assert!(matches!(impose(bytes, BARE), Err(ImposeFault::Damaged(_))));
    }
}

#[test]
fn encrypted_files_are_refused() {
    for user_password in ["", "secret"] {
        let mut doc = open(&Sample::pages(4).build());
        let state = lopdf::EncryptionState::try_from(lopdf::EncryptionVersion::V2 {
            document: &doc,
            owner_password: "owner",
            user_password,
            key_length: 128,
            permissions: lopdf::Permissions::all(),
        });
        doc.encrypt(&state.unwrap()).unwrap();
        let mut bytes = vec![];
        doc.save_to(&mut bytes).unwrap();
        assert_eq!(impose(&bytes, BARE), Err(ImposeFault::Encrypted));
    }
}

#[test]
fn a_page_tree_that_bites_its_tail_ends() {
    let mut doc = open(&Sample::pages(4).build());
    let tree = doc.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
    let node = doc.get_dictionary_mut(tree).unwrap();
    node.set("Parent", tree);
    node.get_mut(b"Kids").unwrap().as_array_mut().unwrap().push(tree.into());
    let mut bytes = vec![];
    doc.save_to(&mut bytes).unwrap();
    let _ = impose(&bytes, BARE);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn damaged_files_never_panic(
        at in proptest::collection::vec((0usize..6000, any::<u8>()), 1..12),
        cut in 0usize..6000,
    ) {
        let mut pdf = Sample { in_two: true, ..Sample::pages(4) }.build();
        let length = pdf.len();
        for (place, byte) in at {
            pdf[place % length] = byte;
        }
        let _ = impose(&pdf, Options::default());
        pdf.truncate(cut % length);
        let _ = impose(&pdf, Options::default());
        let _ = crate::split::split(&pdf);
    }
}
