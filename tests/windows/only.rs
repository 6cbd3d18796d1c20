//! What nothing but Windows does.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use super::SCREEN;
use super::common::{Project, brief};

/// Others may read and write a file, but not take its name, as viewers of PDFs open it.
const READ_AND_WRITE: u32 = 1 | 2;
/// Which test starts the program, if it is to.
const START: &str = "JIKJI_TEST_START";

#[test]
fn a_pdf_that_another_program_shows_stays_and_is_named_with_the_program_s_habit() {
    let project = Project::with_manifest(brief("제목", "- 본문"));
    project.run(&["build", "--edition", "screen"]).exits(0);
    let pdf = project.path("out").join(SCREEN);
    let was = std::fs::read(&pdf).unwrap();
    std::fs::write(project.path("issue.toml"), brief("다른 제목", "- 본문")).unwrap();
    let shown = File::options().read(true).share_mode(READ_AND_WRITE).open(&pdf).unwrap();
    let told = project.run(&["build", "--edition", "screen", "--lang", "ko"]).exits(3);
    told.says(SCREEN).says("다른 프로그램이 열어 두었습니다").says("Acrobat").never_says(".jikji-");
    assert!(std::fs::read(&pdf).unwrap() == was);
    assert_eq!(project.out().len(), 1, "nothing is left beside it");
    drop(shown);
    project.run(&["build", "--edition", "screen"]).exits(0);
    assert!(std::fs::read(&pdf).unwrap() != was);
}

#[test]
fn a_pdf_that_is_looked_over_for_a_moment_is_waited_for() {
    let project = Project::with_manifest(brief("제목", "- 본문"));
    project.run(&["build", "--edition", "screen"]).exits(0);
    let pdf = project.path("out").join(SCREEN);
    std::fs::write(project.path("issue.toml"), brief("다른 제목", "- 본문")).unwrap();
    let was = std::fs::read(&pdf).unwrap();
    let scanned = File::options().read(true).share_mode(READ_AND_WRITE).open(&pdf).unwrap();
    // It lets go as soon as the new file stands beside the old one.
    let beside = project.path("out");
    let scanner = std::thread::spawn(move || {
        while std::fs::read_dir(&beside).unwrap().count() < 2 {
            std::thread::yield_now();
        }
        drop(scanned);
    });
    project.run(&["build", "--edition", "screen"]).exits(0);
    scanner.join().unwrap();
    assert!(std::fs::read(&pdf).unwrap() != was);
}

#[test]
fn a_file_that_somebody_is_writing_is_not_swept() {
    let project = Project::new().file("back/05/issue.toml", brief("제목", "- 본문"));
    let (left, written) =
        (project.path("out/.jikji-4000000000-a"), project.path("out/.jikji-4000000000-b"));
    let project =
        project.file("out/.jikji-4000000000-a", "half").file("out/.jikji-4000000000-b", "half");
    let writing = File::options().write(true).open(&written).unwrap();
    project.run(&["archive", "back", "--edition", "screen"]).exits(0);
    assert!(!left.exists() && written.exists());
    drop(writing);
    project.run(&["archive", "back", "--edition", "screen"]).exits(0);
    assert!(!written.exists());
}

#[test]
fn names_that_windows_reads_as_others_are_refused_in_words() {
    let project = Project::with_manifest(brief("제목", "- 본문"));
    for (name, why) in [
        ("CON", "장치 이름"),
        ("2024/aux", "장치 이름"),
        ("Nul.2024", "장치 이름"),
        ("다음 호.", "마침표로 끝날 수 없습니다"),
    ] {
        let last = name.rsplit('/').next().unwrap();
        let told = project.run(&["new", name, "--lang", "ko"]).exits(3);
        told.says("만들지 못했습니다").says(why).says(last);
        let told = project.run(&["build", "--edition", "screen", "--out", name, "--lang", "ko"]);
        told.exits(3).says("만들지 못했습니다").says(why).says(last);
    }
    let names = std::fs::read_dir(project.path("")).unwrap();
    let names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name == "issue.toml" || name == "issue.lock"), "{names:?}");
}

#[test]
fn a_double_click_opens_the_desk() {
    let project = Project::with_manifest(brief("제목", "- 본문"));
    // The desktop is the program that is called so.
    let explorer = project.path("explorer.exe");
    std::fs::copy(std::env::current_exe().unwrap(), &explorer).unwrap();
    let mut desktop = Command::new(explorer);
    desktop.args(["--exact", "only::the_desktop", "--nocapture"]).current_dir(project.path(""));
    let told = desktop.env(START, env!("CARGO_BIN_EXE_jikji")).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("clicked: http://127.0.0.1:"), "{told}");
    // Any other program that starts it alone gets what it can do.
    let alone = project.run(&[]);
    assert!(alone.stderr.contains("Usage: jikji"), "{}", alone.stderr);
}

/// Starts a program as the desktop does and tells what it says first; by itself it does nothing.
#[test]
fn the_desktop() {
    let Some(program) = std::env::var_os(START) else { return };
    let mut clicked = Command::new(Path::new(&program))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(clicked.stdout.take().unwrap()).read_line(&mut line).unwrap();
    clicked.kill().unwrap();
    clicked.wait().unwrap();
    println!("clicked: {line}");
}
