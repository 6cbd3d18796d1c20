//! An archive that somebody stops, and files of numbers that are gone.

mod common;

#[cfg(unix)]
use std::process::{Command, Stdio};
#[cfg(unix)]
use std::time::{Duration, Instant};

#[cfg(unix)]
use common::archive::counts;
use common::archive::{RUN, archive, run};

#[test]
fn files_of_numbers_without_a_manuscript_are_named_and_left() {
    let project = archive(2);
    let told = project.run(&RUN).exits(0);
    told.never_says("W0928");
    std::fs::remove_dir_all(project.path("back/02")).unwrap();
    let project = project.file("out/notes.pdf", "somebody's own");
    let told = project.run(&RUN).exits(0).says("warning[W0928]");
    let told = told.says("`test-brief-2024-02-screen.pdf`").never_says("2024-01-screen.pdf`");
    told.never_says("notes.pdf");
    assert!(project.path("out/test-brief-2024-02-screen.pdf").exists());
    let report = run(&project, &[]);
    assert_eq!(report["gone"], serde_json::json!(["test-brief-2024-02-screen.pdf"]));
}

#[cfg(unix)]
#[test]
fn ctrl_c_says_how_far_it_came_and_the_next_run_goes_on() {
    const NUMBERS: u32 = 12;
    let project = archive(NUMBERS);
    let child = Command::new(env!("CARGO_BIN_EXE_jikji"))
        .args(RUN)
        .args(["--jobs", "1", "--lang", "ko"])
        .current_dir(project.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let first = project.path("out/test-brief-2024-01-screen.pdf");
    let start = Instant::now();
    while !first.exists() {
        assert!(start.elapsed() < Duration::from_secs(60), "nothing is built");
        std::thread::sleep(Duration::from_millis(2));
    }
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let ended = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(130), "{said}");
    assert!(said.contains("12호 가운데") && said.contains("다시 실행하면"), "{said}");
    let half: Vec<_> =
        (project.out().into_iter()).filter(|(name, _)| name.starts_with(".jikji-")).collect();
    assert!(half.is_empty(), "{half:?}");
    let (built, fresh, failed) = counts(&run(&project, &[]));
    assert_eq!((built + fresh, failed), (u64::from(NUMBERS), 0));
    assert!(fresh >= 1);
}
