//! `jikji preflight` and `jikji impose` on files that are no print files: a verdict, never a panic.

mod common;

use common::{Project, brief};

fn screen_edition() -> Project {
    let project = Project::with_manifest(brief("검사할 파일", "- 본문"));
    project.run(&["build"]).exits(0);
    project
}

const PDF: &str = "out/test-brief-2024-05-screen.pdf";

/// The rules that a report names, one a finding.
fn rules(verdict: &serde_json::Value) -> Vec<&str> {
    let findings = verdict["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}

#[test]
fn a_screen_edition_is_no_print_file_and_preflight_says_why() {
    let project = screen_edition();
    let finished = project.run(&["preflight", PDF, "--json", "--png", "marked"]).exits(1);
    let verdict = finished.json();
    assert_eq!(verdict["passed"], false);
    assert_eq!(verdict["pages"], 4);
    let rules = rules(&verdict);
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
fn pictures_are_named_where_some_were_made() {
    let project = screen_edition().file("x.pdf", "no PDF");
    let lost = project.run(&["preflight", "x.pdf", "--png", "none"]).exits(1);
    assert!(!lost.stderr.contains("none"), "{}", lost.stderr);
    project.run(&["preflight", PDF, "--png", "marked"]).exits(1).says("marked");
}

#[test]
fn a_file_that_cannot_be_opened_has_its_line_among_the_others() {
    let project = screen_edition();
    let both = ["preflight", PDF, "gone.pdf", "--report", "all.xml", "--report", "all.pdf"];
    let told = project.run(&both).exits(3);
    assert!(told.stdout.lines().any(|line| line.contains("\tgone.pdf")), "{}", told.stdout);
    let junit = std::fs::read_to_string(project.path("all.xml")).unwrap();
    assert!(junit.contains("errors=\"1\"") && junit.contains("gone.pdf"), "{junit}");
    // The report of a folder says what was found, not only in how many files.
    let Some(text) = common::extracted_text(&project.path("all.pdf")) else { return };
    assert!(text.contains("P0301") && text.contains("gone.pdf"), "{text}");
}

#[test]
fn names_of_files_are_copied_from_reports_as_they_are() {
    let name = "flyer-300x50-file-with-a-name-that-takes-more-than-a-line-of-the-report.pdf";
    let project = screen_edition();
    std::fs::copy(project.path(PDF), project.path(name)).unwrap();
    project.run(&["preflight", name, "--report", "one.pdf"]).exits(1);
    let Some(text) = common::extracted_text(&project.path("one.pdf")) else { return };
    assert!(text.contains(name) && !text.contains('\u{200b}'), "{text}");
}

#[test]
fn a_folder_without_files_is_told_what_to_do() {
    let project = Project::new().file("empty/notes.txt", "");
    project.run(&["preflight", "empty"]).exits(1).says("name files");
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
    for wrong in ["-0.1", "3"] {
        let creeping = ["impose", PDF, "--out", "x.pdf", "--creep", wrong];
        project.run(&creeping).exits(2).says("from 0 to 2");
        let korean = ["--lang", "ko", "impose", PDF, "--out", "x.pdf", "--creep", wrong];
        project.run(&korean).exits(2).says("0부터 2까지");
    }
}

#[test]
fn impose_leaves_the_file_it_reads() {
    let project = Project::new().file("pages.pdf", "%PDF-1.6");
    let args = ["impose", "pages.pdf", "--out", "./pages.pdf"];
    project.run(&args).exits(1).says("E0812").says("--out");
    assert_eq!(std::fs::read(project.path("pages.pdf")).unwrap(), b"%PDF-1.6");
}

/// A shop that takes A4 in two inks and lets no thin lines pass.
const SHOP: &str = "name = \"동네 인쇄소\"\nstandard = \"none\"\nbleed = \"0mm\"\ntrim = \"A5\"\n\
                    [ink]\ncount = 2\n[severity]\nP0601 = \"off\"\n";

#[test]
fn a_shop_profile_says_what_is_right() {
    let project = screen_edition().file("shop.toml", SHOP);
    let held = ["preflight", PDF, "--profile", "shop.toml", "--json"];
    let verdict = project.run(&held).exits(1).json();
    assert_eq!(
        (&verdict["standard"], &verdict["profile"]),
        (&"none".into(), &"동네 인쇄소".into())
    );
    let rules = rules(&verdict);
    assert!(rules.contains(&"P0901") && rules.contains(&"P0903"), "{rules:?}");
    assert!(!rules.iter().any(|rule| rule.starts_with("P03") || *rule == "P0601"), "{rules:?}");
    // What the command line says goes before the profile.
    let asked = ["preflight", PDF, "--profile", "shop.toml", "--standard", "x4", "--json"];
    assert_eq!(project.run(&asked).exits(1).json()["standard"], "x4");
    // A slip in the profile is told at its place.
    let project = project.file("slip.toml", "bleed = \"3mm\"\nstandart = \"x4\"\n");
    let slip = ["preflight", PDF, "--profile", "slip.toml"];
    project.run(&slip).exits(1).says("E0201").says("slip.toml:2:1");
    project.run(&["preflight", PDF, "--profile", "coatd"]).exits(1).says("E1302");
    for name in ["coated", "uncoated", "digital"] {
        project.run(&["preflight", PDF, "--profile", name]).exits(1);
    }
    let schema = project.run(&["schema", "--profile"]).exits(0).stdout;
    assert!(schema.contains("urn:jikji:shop-profile"), "{schema}");
}

#[test]
fn reports_are_written_for_people_and_programs() {
    let project = screen_edition();
    let all = ["out.html", "out.pdf", "out.sarif", "out.xml"];
    let mut args = vec!["preflight", PDF, "--lang", "ko"];
    args.extend(all.iter().flat_map(|name| ["--report", *name]));
    project.run(&args).exits(1);
    let read = |name: &str| std::fs::read(project.path(name)).unwrap();
    let html = String::from_utf8(read("out.html")).unwrap();
    assert!(html.contains("고칠 것이 있습니다") && html.contains("data:image/jpeg;base64,"));
    assert!(read("out.pdf").starts_with(b"%PDF-"));
    assert!(String::from_utf8(read("out.sarif")).unwrap().contains("\"2.1.0\""));
    assert!(String::from_utf8(read("out.xml")).unwrap().contains("<testsuite "));
    project.run(&["preflight", PDF, "--report", "out.doc"]).exits(2);
    // A folder comes to a line a file.
    let told = project.run(&["preflight", "out", "--report", "all.html"]).exits(1).stdout;
    let pdfs = project.out().iter().filter(|(name, _)| name.ends_with(".pdf")).count();
    assert_eq!(told.lines().count(), pdfs, "{told}");
    assert!(told.lines().all(|line| line.contains(".pdf")), "{told}");
    let both = ["preflight", PDF, "out/test-brief-2024-05-print.pdf", "--png", "shown"];
    assert_eq!(project.run(&both).exits(1).stdout.lines().count(), 2);
    assert!(project.path("shown/002-test-brief-2024-05-print/page-004.png").exists());
    std::fs::create_dir(project.path("bare")).unwrap();
    project.run(&["preflight", "bare"]).exits(1).says("no PDF files");
}

#[test]
fn a_number_is_built_for_its_shop() {
    let shop = |profile: &str| {
        let manifest = brief("인쇄소", "- 본문") + "\n[print]\nshop = \"shop.toml\"\n";
        Project::with_manifest(manifest).file("shop.toml", profile)
    };
    let build = ["build", "--edition", "print"];
    let project = shop("bleed = \"5mm\"\nmarks = false\n");
    project.run(&build).exits(0);
    let held = ["preflight", "out/test-brief-2024-05-print.pdf", "--profile", "shop.toml"];
    project.run(&held).exits(0);
    shop("[ink]\ncount = 1\n").run(&build).exits(1).says("P0903");
    shop("standard = \"x1a\"\n").run(&build).exits(1).says("E1308").says("shop = \"shop.toml\"");
    shop("bleed = 3\n").run(&build).exits(1).says("shop.toml:1:9");
}
