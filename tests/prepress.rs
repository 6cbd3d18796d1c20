//! `jikji preflight` and `jikji impose` on files that are no print files: a verdict, never a panic.

mod common;

use common::{Project, brief};

fn screen_edition() -> Project {
    let project = Project::with_manifest(brief("검사할 파일", "- 본문"));
    project.run(&["build"]).exits(0);
    project
}

const PDF: &str = "out/test-brief-2024-05-screen.pdf";

#[test]
fn a_screen_edition_is_no_print_file_and_preflight_says_why() {
    let project = screen_edition();
    let finished = project.run(&["preflight", PDF, "--json", "--png", "marked"]).exits(1);
    let verdict = finished.json();
    assert_eq!(verdict["passed"], false);
    assert_eq!(verdict["pages"], 4);
    let rules: Vec<&str> = verdict["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["rule"].as_str().unwrap())
        .collect();
    assert!(rules.iter().any(|rule| rule.starts_with("P03")), "no output intent: {rules:?}");
    assert!(rules.iter().any(|rule| rule.starts_with("P06")), "not in press colours: {rules:?}");
    let pictures = std::fs::read_dir(project.path("marked")).unwrap().count();
    assert_eq!(pictures, 4);

    let told = project.run(&["preflight", PDF, "--lang", "ko"]).exits(1).stdout;
    assert!(told.contains("오류[P0") && told.contains("위반: P0"), "{told}");
    // The page as a whole has no place on it, a colour has one.
    let line = |part: &str| told.lines().find(|l| l.contains(part)).unwrap_or_default();
    assert!(line("쪽 (왼쪽 ").starts_with("오류[P0"), "{told}");
    assert!(line("P0401]").starts_with("오류[P0401]: 1쪽: "), "{told}");
    assert!(line("확인하지").contains("P0302") && line("통과: ").contains("P0101"), "{told}");
}

#[test]
fn files_that_are_no_pdf_get_one_finding() {
    for (bytes, code) in [(&b""[..], "P0101"), (b"<!DOCTYPE html><html></html>", "P0101")] {
        let project = Project::new().file("x.pdf", bytes);
        let verdict = project.run(&["preflight", "x.pdf", "--json"]).exits(1).json();
        let findings = verdict["findings"].as_array().unwrap();
        assert_eq!(findings.len(), 1, "{verdict}");
        assert_eq!(findings[0]["rule"], code);
    }
}

#[test]
fn impose_refuses_what_has_no_trim_and_leaves_the_target_alone() {
    let project = screen_edition().file("sheets.pdf", "old");
    project
        .run(&["impose", PDF, "--out", "sheets.pdf"])
        .exits(1)
        .says("error[E0806]: page 1 has no trim box");
    assert_eq!(std::fs::read(project.path("sheets.pdf")).unwrap(), b"old");
    project.run(&["impose", "none.pdf", "--out", "sheets.pdf"]).exits(3);
    project.run(&["impose", PDF, "--out", "x.pdf", "--sheet", "wide"]).exits(2);
    let creeping = ["impose", PDF, "--out", "x.pdf", "--n-up", "2x2", "--creep", "0.2"];
    project.run(&creeping).exits(2).says("--creep");
}

#[test]
fn impose_leaves_the_file_it_reads() {
    let project = Project::new().file("pages.pdf", "%PDF-1.6");
    let args = ["impose", "pages.pdf", "--out", "./pages.pdf"];
    project.run(&args).exits(1).says("E0812").says("--out");
    assert_eq!(std::fs::read(project.path("pages.pdf")).unwrap(), b"%PDF-1.6");
}
