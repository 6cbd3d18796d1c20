//! Any bytes may be given as a PDF: what the fuzzer in `fuzz/` looks for, on fewer cases, so that it runs
//! with every test.

#[path = "common/changes.rs"]
mod changes;
mod common;
#[path = "../fuzz/pdf.rs"]
mod pdf;

use std::sync::OnceLock;

use changes::{Change, changed, config};
use common::{Project, brief};
use proptest::prelude::*;

/// A small print file to damage.
fn print_file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        let project = Project::with_manifest(brief("깨질 파일", "- 본문"));
        project.run(&["build", "--edition", "print"]).exits(0);
        std::fs::read(project.path("out/test-brief-2024-05-print.pdf")).unwrap()
    })
}

/// A hand-written file, so that changes meet its syntax and not packed bytes.
const PLAIN: &str = "%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/TrimBox[9 9 190 190]
/Resources<</ColorSpace<</S[/Separation/All/DeviceCMYK<</FunctionType 2/N 1/Domain[0 1]/C0[0 0 0 0]
/C1[1 1 1 1]>>]>>/XObject<</F 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length 69>>stream
q 1 0 0 1 0 0 cm /S cs 1 scn 0 0 99 99 re f /F Do 0 0 0 1 k 9 9 m Q
endstream endobj
5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 26>>stream
.1 .2 .3 rg 0 0 9 9 re f
endstream endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF";

/// Pieces that mean something to a PDF.
#[rustfmt::skip]
const PIECES: [&str; 28] = [
    "<<", ">>", "[", "]", "(", ")", "/", "1 0 R", "3 0 R", "4 0 R", "5 0 R", "endobj", "stream\n", "endstream",
    "/Length 10000000000", "/Filter/FlateDecode", "/Kids[2 0 R]", "/Parent 3 0 R", "-1", "1e99", "99999999999",
    " Do ", " q ", " Q ", " BT ", " 0 0 0 0 cm ", "/SMask 3 0 R", "/Rotate 90",
];

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        2 => prop::sample::select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    (any::<prop::sample::Index>(), 0_usize..16, piece)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        pdf::preflight_and_impose(&bytes);
    }

    #[test]
    fn a_changed_plain_file(changes in prop::collection::vec(change(), 1..5)) {
        pdf::preflight_and_impose(&changed(PLAIN.as_bytes(), &changes));
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn a_changed_print_file(changes in prop::collection::vec(change(), 1..4)) {
        pdf::preflight_and_impose(&changed(print_file(), &changes));
    }

    #[test]
    fn a_print_file_cut_short(end in any::<prop::sample::Index>()) {
        pdf::preflight_and_impose(&print_file()[..end.index(print_file().len())]);
    }
}
