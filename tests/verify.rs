//! `archive --verify`: what is the same, what differs and why.

mod common;

use common::archive::{archive, month, run};
use common::{Project, brief};

#[test]
fn verifying_finds_finished_files_that_were_damaged_or_are_gone() {
    let project = archive(2);
    run(&project, &[]);
    std::fs::write(project.path("out/test-brief-2024-01-screen.pdf"), "damaged").unwrap();
    std::fs::remove_file(project.path("out/test-brief-2024-02-screen.pdf")).unwrap();
    let finished = project.run(&["archive", "back", "--verify", "--lang", "en"]).exits(1);
    let said = |number: u32| {
        format!(
            "{number:02}/issue.toml  differs: finished files were changed or are gone: \
             test-brief-2024-{number:02}-screen.pdf"
        )
    };
    assert!(finished.stdout.contains(&said(1)), "{}", finished.stdout);
    assert!(finished.stdout.contains(&said(2)), "{}", finished.stdout);
}

/// Changes what a lock says and seals it anew.
fn resealed(lock: &std::path::Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(lock).unwrap();
    let (head, rest) = text.split_once("seal = \"").unwrap();
    let body = rest.split_once("\"\n\n").unwrap().1.replace(from, to);
    let seal = jikji::digest::sha256(body.as_bytes());
    std::fs::write(lock, format!("{head}seal = \"{seal}\"\n\n{body}")).unwrap();
}

#[test]
fn what_differs_is_put_down_to_what_changed() {
    let project = Project::new()
        .file("back/issue.toml", brief("제목", "- 본문\n\n![그림](a.svg)"))
        .file("back/a.svg", SVG);
    run(&project, &[]);
    let differs = |project: &Project, why: &str| {
        let told = project.run(&["archive", "back", "--verify", "--lang", "en"]).exits(1).stdout;
        assert!(told.contains(why), "{why}, not: {told}");
    };
    let project = project.file("back/a.svg", SVG.replace("teal", "navy"));
    differs(&project, "differs: files changed: a.svg");
    let project = project.file("back/a.svg", SVG);
    let lock = project.path("back/issue.lock");
    let kept = std::fs::read(&lock).unwrap();
    resealed(&lock, "jikji = \"0.1.0\"", "jikji = \"0.0.1\"");
    // The pages are the same, so are the bytes: another jikji alone makes no difference.
    project.run(&["archive", "back", "--verify"]).exits(0);
    resealed(&lock, "jikji = \"0.0.1\"", "jikji = \"99.0.0\"");
    differs(&project, "failed: the lock is of the later jikji 99.0.0");
    std::fs::write(&lock, kept).unwrap();
    let font = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/NotoSansKR-Bold.ttf");
    let project = project.file("back/fonts/House.ttf", std::fs::read(font).unwrap());
    project.run(&["archive", "back", "--verify"]).exits(0);
    let layout = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/spri-brief");
    let project = layout.read_dir().unwrap().fold(project, |project, file| {
        let file = file.unwrap().path();
        let name = file.file_name().unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        let text = text.replace("left = \"23mm\"", "left = \"24mm\"");
        project.file(&format!("back/layouts/spri-brief/{name}"), text)
    });
    differs(&project, "the layout changed");
}

/// A drawing for running text.
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">\
                   <rect width=\"40\" height=\"20\" fill=\"teal\"/></svg>";

#[test]
fn verifying_tells_what_differs_and_why() {
    let project = archive(3);
    run(&project, &[]);
    let verify = ["archive", "back", "--verify"];
    project.run(&verify).exits(0);
    assert!(project.path("out/verify.html").exists());
    let project = project.file("back/02/issue.toml", month(2).replace("본문", "고친 본문"));
    let before = std::fs::read(project.path("out/test-brief-2024-02-screen.pdf")).unwrap();
    let finished = project.run(&verify).exits(1);
    assert!(finished.stdout.contains("01/issue.toml  identical"), "{}", finished.stdout);
    assert!(
        finished.stdout.contains("02/issue.toml  differs: the manifest changed"),
        "{}",
        finished.stdout
    );
    let page = std::fs::read_to_string(project.path("out/verify.html")).unwrap();
    let picture = "verify/test-brief-2024-02-screen-p03-difference.png";
    assert!(page.contains(picture) && project.path(&format!("out/{picture}")).exists(), "{page}");
    let after = std::fs::read(project.path("out/test-brief-2024-02-screen.pdf")).unwrap();
    assert!(before == after, "verifying changes no edition");
    std::fs::remove_file(project.path("back/03/issue.lock")).unwrap();
    assert!(
        project.run(&verify).exits(1).stdout.contains("03/issue.toml  failed: there is no lock")
    );
}
