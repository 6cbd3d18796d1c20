//! `[print] outlines`: text drawn as outlines, held against the same pages with fonts.

mod common;

use std::path::Path;

use common::{Project, brief, entry, extracted_text, issue, output_of, validator};

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

/// Asserts that what is printed of two numbers looks the same, where there is a program to draw it.
#[track_caller]
fn looks_like(one: &Project, other: &Project) {
    let (Some(one), Some(other)) = (drawn(&one.path(PRINT)), drawn(&other.path(PRINT))) else {
        return;
    };
    for (page, (one, two)) in one.iter().zip(&other).enumerate() {
        let off = one.pixels().zip(two.pixels()).map(|(a, b)| u64::from(a.0[0].abs_diff(b.0[0])));
        let mean = off.sum::<u64>() as f64 / f64::from(one.width() * one.height());
        assert!(mean <= 1.0, "page {}: {mean}", page + 1);
    }
}

#[test]
fn outlines_look_as_the_fonts_do() {
    let (with_fonts, outlined) = (number(false), number(true));
    let sizes = [&with_fonts, &outlined]
        .map(|project| std::fs::metadata(project.path(PRINT)).unwrap().len());
    assert!(sizes[1] <= 3 * sizes[0], "{sizes:?}");
    let sheet = sheet(&outlined);
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
    looks_like(&outlined, &with_fonts);
}

/// A drawing with texts in a group, in a pattern and on a path.
const DRAWN: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">
  <defs><pattern id="p" width="40" height="20" patternUnits="userSpaceOnUse"><text y="15" font-size="12" font-family="Noto Sans KR">가</text></pattern></defs>
  <rect width="400" height="300" fill="#dde"/>
  <g opacity="0.9"><g><text x="20" y="60" font-size="40" font-family="Noto Sans KR" fill="#000">그림 속 글자</text></g></g>
  <text x="20" y="130" font-size="30" font-family="Noto Sans KR" fill="#b02" stroke="#036">Outlined text</text>
  <rect y="180" width="400" height="60" fill="url(#p)"/>
</svg>"##;

#[test]
fn texts_of_drawings_become_outlines_too() {
    let [fonts, outlined] = [false, true].map(|outlines| {
        let body = "- 본문\n\n![글자가 있는 그림](drawn.svg)\n";
        let print = format!("\n[print]\noutlines = {outlines}\n\n[[parts]]");
        let manifest = brief("그림", body).replacen("\n[[parts]]", &print, 1);
        let project = Project::with_manifest(manifest).file("drawn.svg", DRAWN);
        project.run(&["build", "--edition", "print", "--json"]).exits(0);
        project
    });
    let sheet = sheet(&outlined);
    assert_eq!(sheet["outlines"], true);
    assert_eq!(sheet["measured"]["fonts"], serde_json::json!([]));
    looks_like(&outlined, &fonts);
}

fn sheet(project: &Project) -> serde_json::Value {
    let sheet = std::fs::read(project.path("out/test-brief-2024-05-print-spec.json")).unwrap();
    serde_json::from_slice(&sheet).unwrap()
}

#[test]
fn fonts_of_placed_pages_stay_and_are_told_of_everywhere() {
    let ad = std::fs::read(number(false).path(PRINT)).unwrap();
    let page = "[[parts.sections.entries]]\nkind = \"page\"\nfile = \"ad.pdf\"\npage = 3\nalt = \"광고\"\n\n";
    let manifest = issue(&format!("{page}{}body = \"- 본문\"\n", entry("글")));
    let print = "\n[print]\noutlines = true\n\n[[parts]]";
    let manifest = manifest.replacen("\n[[parts]]", print, 1);
    let project = Project::with_manifest(manifest).file("ad.pdf", ad);
    let built = project.run(&["build", "--edition", "print", "--json"]).exits(0);
    let report = built.says("W0736").says("PretendardGOV").json();
    let told: Vec<_> = report["diagnostics"].as_array().unwrap().iter().collect();
    let left = told.iter().find(|told| told["code"] == "W0736").unwrap();
    assert_eq!(left["place"]["file"], "issue.toml");
    assert!(left["message"].as_str().unwrap().contains("ad.pdf"), "{left}");
    let fonts = sheet(&project)["measured"]["fonts"].as_array().unwrap().clone();
    let told = left["message"].as_str().unwrap();
    assert!(!fonts.is_empty());
    for font in fonts {
        let name = font.as_str().unwrap().split_once('+').unwrap().1.to_string();
        assert!(told.contains(&name), "{name}: {told}");
    }
    let spec = project.path("out/test-brief-2024-05-print-spec.pdf");
    if let Some(text) = extracted_text(&spec) {
        assert!(text.contains("아래글꼴은그대로"), "{text}");
    }
}

#[test]
fn text_that_has_no_outlines_is_told_of() {
    let print = "\n[print]\noutlines = true\n\n[[parts]]";
    let manifest = brief("그라디언트", "- 본문").replacen("\n[[parts]]", print, 1);
    let project = Project::with_manifest(manifest).own_layout(|name, text| match name {
        "brief.typ" => {
            let at = text.find("_fill-mark(\"top\")").or_else(|| text.find("fill-mark(\"top\")"));
            let (head, tail) = text.split_at(at.unwrap());
            let shaded = "place(top, text(fill: gradient.linear(black, luma(60%)))[본문])";
            format!("{head}{shaded}\n    {tail}")
        }
        _ => text,
    });
    let built = project.run(&["build", "--edition", "print", "--json"]).exits(0).says("W0737");
    assert!(built.stderr.contains("issue.toml:13"), "{}", built.stderr);
    assert_eq!(sheet(&project)["measured"]["fonts"].as_array().unwrap().len(), 1);
}
