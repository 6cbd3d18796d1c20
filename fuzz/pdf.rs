//! What must hold for any bytes given as a PDF. Shared by the fuzzer and by `tests/fuzz_pdf.rs`.

use jikji_diagnostic::Lang;
use jikji_prepress::artwork::artwork;
use jikji_prepress::impose::{Options, Scheme, impose};
use jikji_prepress::preflight::{Limits, Stored, picture, preflight_stored, words};

/// Takes bytes through preflight, imposition and as artwork: no panic, every finding has words in both languages,
/// a file that passed has pages, what cannot be imposed is refused in words, and what is taken over is taken over again.
pub fn preflight_and_impose(bytes: &[u8]) {
    // Coarse plates: what is looked for is what the reading does, not the painting.
    let limits = Limits { separation_ppi: 18.0, ..Limits::default() };
    let source = std::io::Cursor::new(bytes.to_vec());
    let stored = Stored::sparse(source, bytes.len()).expect("memory can be read");
    let verdict = preflight_stored(&stored, &limits, &mut |done, of| assert!(done <= of));
    assert!(verdict.passed == (verdict.errors() == 0));
    assert!(!verdict.passed || verdict.pages > 0);
    for finding in &verdict.findings {
        for lang in [Lang::Ko, Lang::En] {
            let (text, help) = words(finding, lang);
            assert!(!text.is_empty() && !help.is_empty());
        }
    }
    if verdict.pages > 0 {
        let _ = picture(&stored, 1, &verdict.findings, 18.0);
    }
    let scheme = Scheme::Booklet;
    let sheet_mm = (420.0, 297.0);
    let options = Options { scheme, creep_mm_per_sheet: 0.1, marks: true, sheet_mm };
    if let Err(fault) = impose(bytes, options) {
        assert!(!fault.diagnostic().text(Lang::Ko).is_empty());
    }
    if let Ok(art) = artwork(bytes, 1, true) {
        let again = artwork(&art.pdf, 1, true).expect("what was taken over once is sound");
        assert!(again.left_out.is_empty() && art.drawing.starts_with("<svg"));
    }
}
