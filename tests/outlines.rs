//! `[print] outlines`: text drawn as outlines, held against the same pages with fonts.

mod common;

use std::path::Path;

use common::{Project, brief, extracted_text, output_of, validator};

const PRINT: &str = "out/test-brief-2024-05-print.pdf";

fn number(outlines: bool) -> Project {
    let body = "## 소제목: Outlines, 2024\n- 본문은 **먹 1도**로 찍히고 겹쳐 찍힙니다 | – — 1234567890\n- 漢字 가나다라마바사\n\n\
                | 항목 | 값 |\n| --- | ---: |\n| 가 | 1,234 |\n";
    let manifest = brief("아웃라인으로 찍는 기사", body);
    let print = format!("\n[print]\noutlines = {outlines}\n\n[[parts]]");
    let project = Project::with_manifest(manifest.replacen("\n[[parts]]", &print, 1));
    project.run(&["build", "--edition", "print", "--json"]).exits(0).never_says("W07");
    project
}

/// The pages of a file in black, as grey pixels at 300 ppi.
fn drawn(pdf: &Path) -> Option<Vec<image::GrayImage>> {
    let mut pdftoppm = validator("pdftoppm")?;
    let folder = tempfile::tempdir().unwrap();
    pdftoppm.args(["-r", "300", "-gray", "-png"]).arg(pdf).arg(folder.path().join("p"));
    output_of(pdftoppm);
    let mut pages: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
    pages.sort();
    Some(pages.iter().map(|page| image::open(page).unwrap().to_luma8()).collect())
}

#[test]
fn outlines_look_as_the_fonts_do() {
    let (with_fonts, outlined) = (number(false), number(true));
    let sizes = [&with_fonts, &outlined]
        .map(|project| std::fs::metadata(project.path(PRINT)).unwrap().len());
    assert!(sizes[1] <= 3 * sizes[0], "{sizes:?}");
    let sheet = std::fs::read(outlined.path("out/test-brief-2024-05-print-spec.json")).unwrap();
    let sheet: serde_json::Value = serde_json::from_slice(&sheet).unwrap();
    assert_eq!(sheet["outlines"], true);
    assert_eq!(sheet["measured"]["fonts"], serde_json::json!([]));
    // What is printed is the same in sum, and black alone.
    let ink = |project: &Project| {
        let verdict = project.run(&["preflight", PRINT, "--json"]).exits(0).json();
        assert_eq!(verdict["findings"], serde_json::json!([]), "{verdict}");
        (verdict["plates"].clone(), verdict["inked"].clone(), verdict["ink"].clone())
    };
    assert_eq!(ink(&with_fonts), ink(&outlined));
    if let Some(text) = extracted_text(&outlined.path(PRINT)) {
        assert!(text.trim().is_empty(), "{text}");
    }
    let (Some(before), Some(after)) =
        (drawn(&with_fonts.path(PRINT)), drawn(&outlined.path(PRINT)))
    else {
        return;
    };
    for (page, (one, two)) in before.iter().zip(&after).enumerate() {
        let off = one.pixels().zip(two.pixels()).map(|(a, b)| u64::from(a.0[0].abs_diff(b.0[0])));
        let mean = off.sum::<u64>() as f64 / f64::from(one.width() * one.height());
        assert!(mean <= 1.0, "page {}: {mean}", page + 1);
    }
}
