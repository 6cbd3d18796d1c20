//! What was read once is what is set, locked, attached and emitted.

mod common;

#[cfg(unix)]
use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use common::{Project, brief};
use jikji::digest::sha256;
use jikji::edition::Edition;
use jikji::manifest;
use jikji::session::{editions, set_loaded};
use jikji_diagnostic::source::Sources;

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>";

/// A manifest that names a text and a picture in files of their own.
fn manifest_with_files() -> String {
    brief("파일로 된 글", "- 본문").replace(
        "body = '''\n- 본문\n'''\n",
        "body = { file = \"01.md\" }\nimage = { file = \"a.svg\", alt = \"그림\" }\n",
    )
}

#[test]
fn files_that_change_while_a_number_is_built_are_attached_as_they_were_set() {
    let text = manifest_with_files();
    let project = Project::with_manifest(&text).file("01.md", "- 처음의 본문").file("a.svg", SVG);
    let mut sources = Sources::default();
    let loaded = manifest::load(&project.path("issue.toml"), &mut sources).unwrap();
    // Somebody saves all of them anew while the number is set.
    let project = project
        .file("issue.toml", text.replace("파일로 된 글", "나중의 제목"))
        .file("01.md", "- 나중의 본문")
        .file("a.svg", SVG.replace("40", "41"));
    let outcome = set_loaded(loaded, sources);
    assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
    let number = outcome.number.unwrap();
    let made = editions::make(&number, &[Edition::Archive], &mut vec![]).unwrap().unwrap();

    assert_eq!(made.lock.manifest.sha256, sha256(text.as_bytes()));
    let locked: Vec<_> =
        made.lock.files.iter().map(|file| (file.file.as_str(), file.sha256.clone())).collect();
    let wanted = [("01.md", sha256("- 처음의 본문".as_bytes())), ("a.svg", sha256(SVG.as_bytes()))];
    assert_eq!(locked, wanted);
    made.write(&project.path("out"), None, &mut vec![]).unwrap();
    project.run(&["restore", "out/test-brief-2024-05-archive.pdf", "--out", "again"]).exits(0);
    let again = |name: &str| std::fs::read_to_string(project.path("again").join(name)).unwrap();
    assert_eq!(again("issue.toml"), text);
    assert_eq!(again("01.md"), "- 처음의 본문");
    assert_eq!(again("a.svg"), SVG);
}

#[cfg(unix)]
#[test]
fn a_manifest_through_a_pipe_is_attached_whole() {
    let text = manifest_with_files();
    let project = Project::new().file("01.md", "- 본문").file("a.svg", SVG);
    let mut command = Command::new(env!("CARGO_BIN_EXE_jikji"));
    command.args(["build", "/dev/stdin", "--edition", "archive"]);
    command.current_dir(project.path("")).stdin(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    running.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let finished = running.wait_with_output().unwrap();
    assert!(finished.status.success(), "{}", String::from_utf8_lossy(&finished.stderr));
    project.run(&["restore", "out/test-brief-2024-05-archive.pdf", "--out", "again"]).exits(0);
    assert_eq!(std::fs::read_to_string(project.path("again/issue.toml")).unwrap(), text);
    assert!(Path::new(&project.path("again/a.svg")).is_file());
    project.run(&["build", "again/issue.toml", "--edition", "archive", "--out", "two"]).exits(0);
    let file = "test-brief-2024-05-archive.pdf";
    let bytes = |out: &str| std::fs::read(project.path(out).join(file)).unwrap();
    assert_eq!(bytes("out"), bytes("two"));
}

#[test]
fn a_file_named_twice_is_read_once() {
    let project = Project::with_manifest(manifest_with_files())
        .file("01.md", "- 본문\n\n![그림](a.svg)")
        .file("a.svg", SVG);
    let loaded = manifest::load(&project.path("issue.toml"), &mut Sources::default()).unwrap();
    let inputs = loaded.inputs.unwrap();
    let names: Vec<_> = inputs.files().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["01.md", "a.svg"]);
    let picture = &loaded.issue.unwrap().pictures["a.svg"];
    let file = inputs.files().find(|file| file.name == "a.svg").unwrap();
    assert!(std::sync::Arc::ptr_eq(&picture.bytes, &file.bytes));
}
