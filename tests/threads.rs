//! Every command ends, and gives the same bytes, with any number of threads from one up.

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use common::archive::month;
use common::{Project, brief};

/// How the program is started: environment, and how many numbers of an archive are built at once.
struct Start {
    name: &'static str,
    program: fn() -> Option<Command>,
    threads: Option<&'static str>,
    jobs: Option<&'static str>,
}

fn program() -> Option<Command> {
    Some(Command::new(env!("CARGO_BIN_EXE_jikji")))
}

/// The program on one core of the machine; `None` where it cannot be kept there.
fn on_one_core() -> Option<Command> {
    let mut command = Command::new("taskset");
    command.args(["-c", "0", env!("CARGO_BIN_EXE_jikji")]);
    let tried = Command::new("taskset").args(["-c", "0", "true"]).status();
    tried.is_ok_and(|status| status.success()).then_some(command)
}

/// All files that the commands leave and all that they say, by name; `None` where it cannot be started so.
fn everything(start: &Start) -> Option<BTreeMap<String, Vec<u8>>> {
    (start.program)()?;
    let project = Project::with_manifest(brief("여러 줄로 된 기사", &"- 본문\n".repeat(20)))
        .file("back/01/issue.toml", month(1))
        .file("back/02/issue.toml", month(2))
        .file("old.md", include_str!("../crates/manuscript/tests/back_issues/other.md"));
    let env: Vec<_> =
        start.threads.map(|threads| ("RAYON_NUM_THREADS", threads)).into_iter().collect();
    let jobs = start.jobs.map_or(vec![], |jobs| vec!["--jobs", jobs]);
    let archive = |more: &[&'static str]| {
        [
            &["archive", "back", "--out", "kept", "--edition", "print", "--edition", "archive"],
            more,
            &jobs,
        ]
        .concat()
    };
    let mut left = BTreeMap::new();
    for args in [
        vec!["build", "--edition", "screen", "--no-lock", "--png", "20", "--emit", "emitted"],
        vec![
            "build",
            "--edition",
            "screen",
            "--edition",
            "print",
            "--edition",
            "archive",
            "--json",
        ],
        vec!["build", "--edition", "print", "--out", "print"],
        vec!["build", "--edition", "archive", "--out", "archive"],
        vec!["check", "--json"],
        archive(&[]),
        [vec!["archive", "back", "--out", "kept", "--verify", "--json"], jobs.clone()].concat(),
        vec!["preflight", "out/test-brief-2024-05-print.pdf", "--json", "--png", "seen"],
        vec!["impose", "out/test-brief-2024-05-print.pdf", "--out", "sheets.pdf"],
        vec!["import", "old.md", "--out", "new"],
        vec!["restore", "out/test-brief-2024-05-archive.pdf", "--out", "again"],
        vec!["schema"],
        vec!["fonts"],
        vec!["layouts"],
        vec!["completions", "bash"],
    ] {
        let program = (start.program)()?;
        let finished = project.run_as(program, &args, &env).exits(0);
        let args = args.into_iter().filter(|arg| !jobs.contains(arg)).collect::<Vec<_>>();
        left.insert(args.join(" "), (finished.stdout + &finished.stderr).into_bytes());
    }
    gather(&project.path(""), "", &mut left);
    Some(left)
}

fn gather(folder: &Path, name: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{name}/{}", entry.file_name().to_str().unwrap());
        match entry.file_type().unwrap().is_dir() {
            true => gather(&entry.path(), &name, files),
            false => drop(files.insert(name, std::fs::read(entry.path()).unwrap())),
        }
    }
}

#[test]
fn all_commands_end_and_give_the_same_with_any_number_of_threads() {
    let plain = Start { name: "as it is", program, threads: None, jobs: None };
    let expected = everything(&plain).unwrap();
    assert!(expected.contains_key("/out/test-brief-2024-05-archive.pdf"));
    for start in [
        Start { name: "one thread", threads: Some("1"), ..plain },
        Start { name: "one thread, two numbers", threads: Some("1"), jobs: Some("2"), ..plain },
        Start { name: "two threads, one number", threads: Some("2"), jobs: Some("1"), ..plain },
        Start { name: "three threads", threads: Some("3"), jobs: Some("3"), ..plain },
        Start { name: "one core", program: on_one_core, ..plain },
    ] {
        let Some(found) = everything(&start) else { continue };
        let differs = |(name, bytes): &(&String, &Vec<u8>)| expected.get(*name) != Some(*bytes);
        let differing: Vec<_> = found.iter().filter(differs).map(|(name, _)| name).collect();
        assert_eq!(differing, [""; 0], "{}", start.name);
        assert_eq!(found.len(), expected.len(), "{}", start.name);
    }
}
