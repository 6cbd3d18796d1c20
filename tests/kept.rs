//! The archive edition of the sample number: what it is, what it carries, and that it can be made again.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use common::{Project, brief, output_of, validator};

struct Kept {
    folder: tempfile::TempDir,
}

impl Kept {
    fn pdf(&self) -> PathBuf {
        self.folder.path().join("out/spri-ai-brief-2024-05-archive.pdf")
    }
}

fn kept() -> &'static Kept {
    static KEPT: OnceLock<Kept> = OnceLock::new();
    KEPT.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
        let mut build = Command::new(env!("CARGO_BIN_EXE_jikji"));
        build.arg("build").arg(manifest).args(["--edition", "archive", "--no-lock"]);
        build.args(["--edition", "screen"]).current_dir(folder.path());
        output_of(build);
        Kept { folder }
    })
}

#[test]
fn it_is_pdf_a_3a_and_pdf_ua_1() {
    for flavour in ["3a", "ua1"] {
        let Some(mut verapdf) = validator("verapdf") else { return };
        verapdf.args(["-f", flavour, "--format", "text"]).arg(kept().pdf());
        let told = output_of(verapdf);
        assert!(told.starts_with("PASS"), "{flavour}: {told}");
    }
}

#[test]
fn it_carries_all_it_was_made_of() {
    let Some(mut pdfdetach) = validator("pdfdetach") else { return };
    pdfdetach.arg("-list").arg(kept().pdf());
    let told = output_of(pdfdetach);
    let layout = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/spri-brief");
    let layout = std::fs::read_dir(layout).unwrap();
    let layout = layout.map(|file| {
        format!("layouts/spri-brief/{}", file.unwrap().file_name().into_string().unwrap())
    });
    let others = ["issue.toml", "issue.lock", "REBUILD.txt", "images/talking-face.svg"];
    let expected: Vec<String> = layout.chain(others.map(str::to_string)).collect();
    for name in &expected {
        assert!(told.lines().any(|line| line.ends_with(&format!(": {name}"))), "{name}: {told}");
    }
    assert!(told.starts_with(&format!("{} embedded files", expected.len())), "{told}");
}

#[test]
fn its_pages_are_the_screen_editions() {
    let text = |end: &str| {
        let mut command = validator("pdftotext")?;
        let pdf = kept().folder.path().join(format!("out/spri-ai-brief-2024-05-{end}.pdf"));
        command.args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-");
        Some(output_of(command))
    };
    assert_eq!(text("screen"), text("archive"));
}

#[test]
fn an_issue_of_one_file_is_kept_too() {
    let project = Project::with_manifest(brief("제목", "- 본문"));
    project.run(&["build", "--edition", "archive"]).exits(0);
    let lock = std::fs::read_to_string(project.path("issue.lock")).unwrap();
    assert!(lock.contains("[[editions.archive]]"), "{lock}");
}

#[test]
fn what_is_restored_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str], inside: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jikji"));
        command.args(args).current_dir(folder.path().join(inside));
        command.output().unwrap()
    };
    let pdf = kept().pdf();
    let pdf = pdf.to_str().unwrap();
    assert!(run(&["restore", pdf, "--out", "again"], "").status.success());
    assert!(run(&["build", "--edition", "archive"], "again").status.success());
    let again = folder.path().join("again/out/spri-ai-brief-2024-05-archive.pdf");
    assert!(std::fs::read(again).unwrap() == std::fs::read(pdf).unwrap(), "the bytes differ");
    // What is there already and the same is no obstacle; what was changed since is.
    let manifest = folder.path().join("again/issue.toml");
    std::fs::remove_file(folder.path().join("again/issue.lock")).unwrap();
    assert!(run(&["restore", pdf, "--out", "again"], "").status.success());
    let text = std::fs::read_to_string(&manifest).unwrap() + "# 고침\n";
    std::fs::write(&manifest, &text).unwrap();
    assert_eq!(run(&["restore", pdf, "--out", "again"], "").status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(&manifest).unwrap(), text);
    assert!(run(&["restore", pdf, "--out", "again", "--force"], "").status.success());
    assert_ne!(std::fs::read_to_string(&manifest).unwrap(), text);
}

#[test]
fn files_that_keep_nothing_are_refused() {
    let project = Project::with_manifest(brief("제목", "- 본문")).file("x.pdf", "no PDF");
    project.run(&["restore", "x.pdf", "--out", "a"]).exits(1).says("E0901");
    project.run(&["build", "--edition", "screen"]).exits(0);
    let screen = "out/test-brief-2024-05-screen.pdf";
    project.run(&["restore", screen, "--out", "a"]).exits(1).says("E0904");
    project.run(&["restore", "none.pdf", "--out", "a"]).exits(3);
    assert!(!project.path("a").exists());
}

#[test]
fn hidden_files_are_refused_before_they_are_kept() {
    let manifest = brief("제목", "- 본문")
        .replace("body = '''\n- 본문\n'''", "body = { file = \"texts/.a.md\" }");
    let project = Project::with_manifest(manifest).file("texts/.a.md", "- 본문");
    project.run(&["build", "--edition", "archive"]).exits(1).says("E1005");
    project.run(&["build", "--edition", "screen"]).exits(0);
}

#[test]
fn names_that_could_not_be_restored_are_refused_before_they_are_kept() {
    let manifest = brief("제목", "- 본문\n\n![그림](con.svg)");
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>";
    let project = Project::with_manifest(manifest).file("con.svg", svg);
    project.run(&["build", "--edition", "archive"]).exits(1).says("E1005").says("device");
    assert!(project.out().is_empty());
}
