//! Archives of many numbers: what is built, skipped, refused and left behind.

mod common;

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use common::archive::{RUN, archive, counts, month, run};
use common::{Project, entry, issue};
use serde_json::Value;

#[test]
fn what_is_up_to_date_is_left_and_what_was_touched_is_built() {
    let project = archive(4);
    assert_eq!(counts(&run(&project, &[])), (4, 0, 0));
    let first = project.out();
    assert_eq!(first.iter().filter(|(name, _)| name.ends_with("-screen.pdf")).count(), 4);
    assert_eq!(counts(&run(&project, &[])), (0, 4, 0));
    assert_eq!(project.out().len(), first.len());
    let project = project.file("back/02/issue.toml", month(2).replace("본문", "고친 본문"));
    assert_eq!(counts(&run(&project, &[])), (1, 3, 0));
    std::fs::remove_file(project.path("out/test-brief-2024-03-screen.pdf")).unwrap();
    std::fs::write(project.path("out/test-brief-2024-04-screen.pdf"), "damaged").unwrap();
    assert_eq!(counts(&run(&project, &[])), (2, 2, 0));
    let saved: Value =
        serde_json::from_slice(&std::fs::read(project.path("out/report.json")).unwrap()).unwrap();
    assert_eq!(counts(&saved), (2, 2, 0));
}

#[test]
fn new_layouts_fonts_and_pictures_are_noticed() {
    let project = archive(1);
    run(&project, &[]);
    let layout = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/spri-brief");
    std::fs::create_dir_all(project.path("back/01/layouts/spri-brief")).unwrap();
    for file in std::fs::read_dir(layout).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let to = project.path(&format!("back/01/layouts/spri-brief/{name}"));
        std::fs::copy(&path, to).unwrap();
    }
    assert_eq!(counts(&run(&project, &[])), (0, 1, 0), "the same layout on the disk");
    let tokens = project.path("back/01/layouts/spri-brief/setup.typ");
    let text = std::fs::read_to_string(&tokens).unwrap();
    std::fs::write(&tokens, text + "\n// changed\n").unwrap();
    assert_eq!(counts(&run(&project, &[])), (1, 0, 0), "a changed layout");
    let font = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/NotoSansKR-Bold.ttf");
    std::fs::create_dir(project.path("back/01/fonts")).unwrap();
    std::fs::copy(font, project.path("back/01/fonts/House.ttf")).unwrap();
    assert_eq!(counts(&run(&project, &[])), (1, 0, 0), "a new font");
    assert_eq!(counts(&run(&project, &[])), (0, 1, 0));
}

#[test]
fn one_bad_number_does_not_keep_the_others() {
    let project = archive(3).file("back/02/issue.toml", "layout = \"spri-brief\"\nbroken");
    let finished =
        project.run(&["archive", "back", "--edition", "screen", "--lang", "en"]).exits(1);
    assert!(finished.stdout.contains("02/issue.toml  errors"), "{}", finished.stdout);
    assert!(finished.stdout.contains("error[E0"), "{}", finished.stdout);
    assert!(finished.stderr.contains("2 built, 0 up to date, 1 failed"), "{}", finished.stderr);
    assert_eq!(counts(&run(&project, &[])), (0, 2, 1));
}

#[test]
fn two_numbers_of_one_name_are_both_named() {
    let project = archive(2).file("back/again/number.toml", month(1));
    let report = run(&project, &[]);
    assert_eq!(counts(&report), (1, 0, 2));
    let said = report["numbers"].to_string();
    assert!(
        said.contains("E1004") && said.contains("`01/issue.toml` and `again/number.toml`"),
        "{said}"
    );
    assert!(!project.path("out/test-brief-2024-01-screen.pdf").exists());
}

#[test]
fn locks_that_cannot_be_relied_on_are_named_and_replaced() {
    let lock = |project: &Project| project.path("back/01/issue.lock");
    for (change, code) in [
        (
            Box::new(|text: String| text.replace("0.1.0", "0.0.9"))
                as Box<dyn Fn(String) -> String>,
            "W1002",
        ),
        (Box::new(|_| "no lock at all".into()), "W1003"),
    ] {
        let project = archive(1);
        run(&project, &[]);
        let text = std::fs::read_to_string(lock(&project)).unwrap();
        std::fs::write(lock(&project), change(text.clone())).unwrap();
        let report = run(&project, &[]);
        assert_eq!(counts(&report), (1, 0, 0));
        assert!(report["numbers"].to_string().contains(code), "{report}");
        assert_eq!(std::fs::read_to_string(lock(&project)).unwrap(), text);
    }
    let project = archive(1);
    run(&project, &[]);
    let newer = std::fs::read_to_string(lock(&project)).unwrap().replace("form = 1", "form = 7");
    std::fs::write(lock(&project), &newer).unwrap();
    let report = run(&project, &[]);
    assert_eq!(counts(&report), (0, 0, 1));
    assert!(report["numbers"].to_string().contains("E0924"), "{report}");
    assert_eq!(std::fs::read_to_string(lock(&project)).unwrap(), newer, "left alone");
    project.run(&["build", "back/01/issue.toml"]).exits(0).says("W1001");
    assert_eq!(std::fs::read_to_string(lock(&project)).unwrap(), newer, "left alone");
}

#[test]
fn build_and_archive_share_the_lock() {
    let project = archive(1);
    project.run(&["build", "back/01/issue.toml"]).exits(0);
    assert_eq!(counts(&run(&project, &[])), (0, 1, 0));
    let both = ["archive", "back", "--json"];
    assert_eq!(counts(&project.run(&both).json()), (1, 0, 0), "the archive edition is new");
    let lock = std::fs::read_to_string(project.path("back/01/issue.lock")).unwrap();
    for edition in ["[[editions.screen]]", "[[editions.print]]", "[[editions.archive]]"] {
        assert!(lock.contains(edition), "no {edition} in\n{lock}");
    }
    project.run(&["build", "back/01/issue.toml", "--out", "b", "--no-lock"]).exits(0);
    assert_eq!(std::fs::read_to_string(project.path("back/01/issue.lock")).unwrap(), lock);
}

#[test]
fn shards_build_everything_once_and_their_reports_join() {
    let project = archive(9);
    let mut children: Vec<_> = (1..=3)
        .map(|own| {
            Command::new(env!("CARGO_BIN_EXE_jikji"))
                .args(RUN)
                .args(["--shard", &format!("{own}/3")])
                .current_dir(project.path(""))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    project.run(&["archive", "out", "--merge"]).exits(0);
    let report: Value =
        serde_json::from_slice(&std::fs::read(project.path("out/report.json")).unwrap()).unwrap();
    assert_eq!(counts(&report), (9, 0, 0));
    let built: BTreeSet<&str> = report["numbers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|number| number["manifest"].as_str().unwrap())
        .collect();
    assert_eq!(built.len(), 9);
    project.run(&["archive", "back", "--shard", "4/3"]).exits(2);
    std::fs::remove_file(project.path("out/report-2-of-3.json")).unwrap();
    project.run(&["archive", "out", "--merge"]).exits(3).says("2/3");
}

/// The array of docs/archive.md, where a Slurm is up (tests/validators/slurm.sh starts one).
#[test]
fn a_slurm_array_builds_an_archive() {
    let up = Command::new("sinfo").arg("-h").output();
    if !up.is_ok_and(|output| output.status.success() && !output.stdout.is_empty()) {
        eprintln!("skipped: no Slurm is up (tests/validators/slurm.sh)");
        return;
    }
    let program = env!("CARGO_BIN_EXE_jikji");
    let project = archive(6).file(
        "array.sh",
        format!(
            "#!/bin/sh\n#SBATCH --array=1-3\n#SBATCH --cpus-per-task=1\n\
             {program} archive back --edition screen --jobs \"$SLURM_CPUS_PER_TASK\" \
             --shard \"$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT\"\n"
        ),
    );
    let sbatch = |args: &[&str]| {
        let mut command = Command::new("sbatch");
        command.args(args).current_dir(project.path(""));
        common::output_of(command).trim().to_string()
    };
    let array = sbatch(&["--parsable", "array.sh"]);
    let after = format!("--dependency=afterany:{array}");
    let merge = format!("{program} archive out --merge");
    sbatch(&["--wait", &after, "--wrap", &merge]);
    let report = std::fs::read(project.path("out/report.json")).unwrap();
    assert_eq!(counts(&serde_json::from_slice(&report).unwrap()), (6, 0, 0));
    assert!((1..=3).all(|own| project.path(&format!("out/report-{own}-of-3.json")).exists()));
}

#[test]
fn threads_and_jobs_change_no_byte() {
    let alone = archive(3);
    alone.run_with(&["archive", "back", "--jobs", "1"], &[("RAYON_NUM_THREADS", "1")]).exits(0);
    let many = archive(3);
    many.run(&["archive", "back", "--jobs", "4"]).exits(0);
    assert!(alone.out() == many.out());
}

#[test]
fn a_killed_run_leaves_no_partial_file_and_the_next_completes() {
    let whole = archive(6);
    run(&whole, &[]);
    let expected = whole.out();
    let project = archive(6);
    for delay in [5, 60, 120, 200, 330, 500] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_jikji"))
            .args(RUN)
            .current_dir(project.path(""))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(delay));
        let _ = child.kill();
        child.wait().unwrap();
        for (name, bytes) in project.out().into_iter().filter(|(name, _)| name.ends_with(".pdf")) {
            let known = expected.iter().find(|(known, _)| *known == name).unwrap();
            assert!(known.1 == bytes, "{name} is not whole");
        }
    }
    run(&project, &[]);
    let kept = |files: Vec<(String, Vec<u8>)>| -> Vec<(String, Vec<u8>)> {
        files.into_iter().filter(|(name, _)| !name.ends_with(".json")).collect()
    };
    assert!(kept(project.out()) == kept(expected));
}

#[test]
fn two_runs_at_once_do_not_collide() {
    let project = archive(4);
    let start = || {
        Command::new(env!("CARGO_BIN_EXE_jikji"))
            .args(RUN)
            .current_dir(project.path(""))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let (mut first, mut second) = (start(), start());
    assert!(first.wait().unwrap().success() && second.wait().unwrap().success());
    assert_eq!(counts(&run(&project, &[])), (0, 4, 0));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_a_failure_of_the_machine() {
    use std::os::unix::fs::PermissionsExt;
    let project = archive(1);
    std::fs::create_dir(project.path("out")).unwrap();
    let mode =
        |mode| std::fs::set_permissions(project.path("out"), std::fs::Permissions::from_mode(mode));
    mode(0o555).unwrap();
    let writable = std::fs::write(project.path("out/probe"), "").is_ok();
    let finished = project.run(&RUN);
    mode(0o755).unwrap();
    // A superuser may write anywhere.
    if !writable {
        finished.exits(3).says("out");
        assert!(project.out().is_empty());
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_a_failure_of_the_machine_and_leaves_nothing_half_written() {
    // A limit on the size of files stands in for the disk: writes fail, as they do on a full one.
    let project = archive(1);
    std::fs::create_dir(project.path("out")).unwrap();
    let limited = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" archive back --edition screen"])
        .arg(env!("CARGO_BIN_EXE_jikji"))
        .current_dir(project.path(""))
        .output()
        .unwrap();
    assert_eq!(limited.status.code(), Some(3), "{}", String::from_utf8_lossy(&limited.stderr));
    let pdfs = project.out().into_iter().filter(|(name, _)| name.ends_with(".pdf"));
    assert_eq!(pdfs.count(), 0);
    assert_eq!(counts(&run(&project, &[])), (1, 0, 0));
}

#[test]
fn a_folder_without_numbers_is_an_error_and_a_missing_one_is() {
    let project = Project::new().file("back/readme.txt", "");
    project.run(&["archive", "back"]).exits(1).says("error[E0927]").says("`back`");
    project.run(&["archive", "back", "--verify"]).exits(1).says("error[E0927]");
    project.run(&["archive", "none"]).exits(3).says("none");
}

#[test]
fn texts_in_files_and_pictures_are_inputs() {
    let fields = "body = { file = \"texts/a.md\" }\n";
    let manifest = issue(&format!("{}{fields}", entry("파일에 쓴 글")));
    let project =
        Project::new().file("back/issue.toml", manifest).file("back/texts/a.md", "- 처음 쓴 글");
    assert_eq!(counts(&run(&project, &[])), (1, 0, 0));
    let project = project.file("back/texts/a.md", "- 고쳐 쓴 글");
    assert_eq!(counts(&run(&project, &[])), (1, 0, 0));
    assert_eq!(counts(&run(&project, &[])), (0, 1, 0));
}
