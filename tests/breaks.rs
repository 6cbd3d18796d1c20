//! A panic inside Typst: told in a sentence, and in an archive it is one number's own.

mod common;

use std::path::Path;

use common::archive::{archive, counts, month, run};
use common::{Finished, Project, brief};

/// The built-in layout as a folder's own, with a value that Typst 0.15 panics over instead of refusing it.
fn breaking(project: Project, folder: &str) -> Project {
    let layout = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/spri-brief");
    let files = std::fs::read_dir(layout).unwrap().map(|entry| entry.unwrap());
    files.fold(project, |project, entry| {
        let name = entry.file_name().into_string().unwrap();
        let mut text = std::fs::read_to_string(entry.path()).unwrap();
        if name == "setup.typ" {
            text.push_str("\n#let age = duration(weeks: 9223372036854775807)\n");
        }
        project.file(&format!("{folder}layouts/spri-brief/{name}"), text)
    })
}

/// Whether the way to the panic is on the screen.
#[track_caller]
fn without_trace(finished: Finished) -> Finished {
    let trace = ["panicked at", "stack backtrace", "typst_eval::"];
    finished.never_says(trace[0]).never_says(trace[1]).never_says(trace[2])
}

#[test]
fn build_and_check_say_what_was_being_done() {
    let project = breaking(Project::with_manifest(brief("글", "- 본문")), "");
    for command in ["build", "check"] {
        for (lang, says) in [
            ("en", "failed: the program broke while setting the pages: overflow"),
            ("ko", "실패했습니다: 쪽을 조판하는 중에 프로그램 안에서 오류가 났습니다: overflow"),
        ] {
            let run =
                |trace| project.run_with(&[command, "--lang", lang], &[("RUST_BACKTRACE", trace)]);
            without_trace(run("0").exits(3).says(says)).says("(typst-library-0.15.1/src/");
            run("1").exits(3).says(says).says("typst_eval::");
        }
    }
    assert_eq!(project.out(), []);
}

#[test]
fn one_number_that_breaks_does_not_keep_the_others() {
    for threads in ["1", "4"] {
        let project = breaking(archive(3), "back/02/");
        let args = ["archive", "back", "--edition", "screen", "--lang", "en"];
        let env = [("RAYON_NUM_THREADS", threads), ("RUST_BACKTRACE", "0")];
        let finished = without_trace(project.run_with(&args, &env).exits(3));
        assert!(finished.stdout.contains("02/issue.toml  failed"), "{}", finished.stdout);
        assert!(!finished.stdout.contains("typst_eval::"), "{}", finished.stdout);
        finished.says("2 built, 0 up to date, 1 failed");
        let report = std::fs::read(project.path("out/report.json")).unwrap();
        let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
        let broken = &report["numbers"][1];
        let failure = broken["failure"].as_str().unwrap();
        assert!(failure.starts_with("the program broke while setting the pages: "), "{failure}");
        assert!(broken["trace"].as_str().unwrap().contains("typst_eval::"), "{broken}");
        assert_eq!(counts(&run(&project, &[])), (0, 2, 1));
    }
}

#[test]
fn a_number_that_breaks_when_it_is_verified_is_named() {
    let project = archive(2);
    assert_eq!(counts(&run(&project, &[])), (2, 0, 0));
    let project = breaking(project.file("back/02/issue.toml", month(2)), "back/02/");
    let finished = project.run(&["archive", "back", "--verify", "--lang", "en"]).exits(1);
    let lines: Vec<&str> = finished.stdout.lines().collect();
    assert_eq!(lines[0], "01/issue.toml  identical");
    let failed = "02/issue.toml  failed: the program broke while setting the pages: ";
    assert!(lines[1].starts_with(failed), "{lines:?}");
}
