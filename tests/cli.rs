//! The command line as a person or a script meets it: arguments, exit statuses, what goes where, and
//! that nothing half done is left behind.

mod common;

use common::{Project, brief, entry, issue, validator};

/// A project with a brief that has nothing wrong with it.
fn sound() -> Project {
    Project::with_manifest(brief("제목", "- 본문"))
}

/// A project with a warning.
fn warned() -> Project {
    Project::with_manifest(brief("제목", "- \"본문\""))
}

const PDF: &str = "out/test-brief-2024-05-screen.pdf";

/// A path as this machine writes it.
fn native(path: &str) -> String {
    path.replace('/', std::path::MAIN_SEPARATOR_STR)
}

#[test]
fn version_needs_nothing() {
    let finished = Project::new().run(&["--version"]).exits(0);
    let begins = concat!("jikji ", env!("CARGO_PKG_VERSION"), " (Typst 0.15.1");
    assert!(finished.stdout.starts_with(begins), "{}", finished.stdout);
    assert!(finished.stdout.ends_with(")\n") && finished.stdout.lines().count() == 1);
    assert_eq!(finished.stderr, "");
    // Neither a broken font nor a broken manifest keeps it from answering.
    let project = Project::with_manifest("[[[").file("fonts/broken.otf", "no font");
    assert_eq!(project.run(&["--version"]).exits(0).stdout, finished.stdout);
}

#[test]
fn help_names_every_subcommand() {
    let help = Project::new().run(&["--help"]).exits(0).stdout;
    for command in [
        "build",
        "check",
        "fix",
        "archive",
        "import",
        "restore",
        "preflight",
        "impose",
        "schema",
        "fonts",
        "layouts",
        "completions",
        "man",
        "--lang",
    ] {
        assert!(help.contains(command), "{command} is not in\n{help}");
    }
    let help = Project::new().run(&["build", "--help"]).exits(0).stdout;
    for flag in ["--edition", "--out", "--emit", "--png", "--json", "--deny", "[default: out]"] {
        assert!(help.contains(flag), "{flag} is not in\n{help}");
    }
}

#[test]
fn a_good_issue_exits_with_0_and_prints_paths_only() {
    let finished = sound().run(&["build", "--edition", "screen"]).exits(0);
    assert_eq!(finished.stdout.trim(), native(PDF));
    assert!(finished.stderr.contains("wrote "), "{}", finished.stderr);
    let project = sound();
    let finished = project.run(&["check"]).exits(0);
    assert_eq!(finished.stdout, "");
    assert!(finished.stderr.contains("no problems found"), "{}", finished.stderr);
    assert!(!project.path("out").exists(), "check writes nothing");
}

#[test]
fn a_bad_issue_exits_with_1_and_keeps_what_was_there() {
    let bad = Project::with_manifest(brief("제목", "- **본문"));
    let bad = bad.file(PDF, "old").file("out/test-brief-2024-05-01.png", "old picture");
    let finished = bad.run(&["build", "--png", "36", "--emit", "typst"]).exits(1);
    assert_eq!(finished.stdout, "");
    finished.says("1 error");
    let kept: Vec<_> = bad.out().into_iter().map(|(_, bytes)| bytes).collect();
    assert_eq!(kept, [b"old picture".to_vec(), b"old".to_vec()]);
    assert!(!bad.path("typst").exists());
    Project::new().run(&["build"]).exits(1).says("issue.toml");
    Project::new().run(&["check", "elsewhere.toml"]).exits(1).says("elsewhere.toml");
}

#[test]
fn wrong_usage_exits_with_2() {
    for args in [
        &["bild"][..],
        &["build", "--edition", "vinyl"],
        &["build", "--png", "17"],
        &["build", "--png", "601"],
        &["build", "--deny", "everything"],
        &["--lang", "jp", "check"],
        &[],
    ] {
        let finished = sound().run(args).exits(2);
        assert_eq!(finished.stdout, "", "{args:?}");
        assert!(finished.stderr.contains("--help"), "{args:?}: {}", finished.stderr);
    }
}

#[test]
fn a_failure_of_the_machine_exits_with_3_and_names_the_path() {
    let project = sound().file("taken", "a file, no folder");
    project.run(&["build", "--out", "taken/out"]).exits(3).says("failed: ").says("taken");
    project.run(&["build", "--emit", "taken/typst"]).exits(3).says("taken");
    assert_eq!(std::fs::read(project.path("taken")).unwrap(), b"a file, no folder");
    let korean = project.run(&["--lang", "ko", "build", "--out", "taken/out"]).exits(3);
    korean.says("실패했습니다: ");
}

#[test]
fn the_language_is_the_flag_s_or_the_locale_s() {
    let bad = Project::with_manifest(brief("제목", "- **본문"));
    bad.run(&["check"]).exits(1).says("error[E0330]").says("= help: ");
    bad.run(&["check", "--lang", "ko"]).exits(1).says("오류[E0330]").says("= 도움말: ");
    for name in ["ko_KR.UTF-8", "ko"] {
        bad.run_with(&["check"], &[("LC_ALL", name)]).exits(1).says("오류[E0330]");
    }
    for name in ["C", "ja_JP.UTF-8"] {
        bad.run_with(&["check"], &[("LC_ALL", name)]).exits(1).says("error[E0330]");
    }
    let english = bad.run_with(&["check", "--lang", "en"], &[("LC_ALL", "ko_KR.UTF-8")]);
    english.exits(1).says("error[E0330]");
}

#[test]
fn no_colour_where_nobody_looks() {
    let bad = Project::with_manifest(brief("제목", "- **본문"));
    for env in [&[][..], &[("NO_COLOR", "1")], &[("NO_COLOR", "")]] {
        let finished = bad.run_with(&["check"], env).exits(1);
        assert!(!finished.stderr.contains('\u{1b}'), "{env:?}: {}", finished.stderr);
    }
}

#[test]
fn no_color_is_heeded_on_a_terminal() {
    let bad = Project::with_manifest(brief("제목", "- **본문"));
    let on_terminal = |setting: &str| {
        let program = env!("CARGO_BIN_EXE_jikji");
        let mut command = std::process::Command::new("script");
        command.args(["-qec", &format!("{program} check --lang en"), "/dev/null"]);
        command.current_dir(bad.path("")).env("TERM", "xterm").env("NO_COLOR", setting);
        command.env_remove("CI").env_remove("CLICOLOR");
        String::from_utf8_lossy(&command.output().unwrap().stdout).into_owned()
    };
    if !runs("script") {
        return;
    }
    let (plain, coloured) = (on_terminal("1"), on_terminal(""));
    assert!(plain.contains("E0330") && !plain.contains("\u{1b}["), "{plain:?}");
    assert!(coloured.contains("E0330") && coloured.contains("\u{1b}["), "{coloured:?}");
}

/// Whether util-linux's `script` is there, which gives a program a terminal.
fn runs(program: &str) -> bool {
    let output = std::process::Command::new(program).arg("--version").output();
    output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("util-linux"))
}

#[test]
fn denied_warnings_fail_the_run() {
    let project = warned();
    project.run(&["check"]).exits(0).says("warning[W0305]").says("2 warnings");
    project.run(&["check", "--deny", "warnings"]).exits(1).says("warning[W0305]");
    let finished = project.run(&["build", "--deny", "warnings"]).exits(1);
    assert_eq!((finished.stdout.as_str(), project.out().len()), ("", 0));
    project.run(&["build", "--edition", "screen"]).exits(0);
    assert_eq!(project.out().len(), 1);
    sound().run(&["check", "--deny", "warnings"]).exits(0);
}

#[test]
fn pictures_are_named_by_page() {
    let project = sound();
    project
        .run(&["build", "--edition", "screen", "--png", "18", "--out", "pages"])
        .exits(0)
        .says("pages");
    let mut names: Vec<_> = std::fs::read_dir(project.path("pages"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected = ["01.png", "02.png", "03.png", "04.png", "screen.pdf"];
    assert_eq!(names, expected.map(|end| format!("test-brief-2024-05-{end}")));
    let picture = image::open(project.path("pages/test-brief-2024-05-03.png")).unwrap();
    assert_eq!((picture.width(), picture.height()), (149, 210), "A4 at 18 ppi");
}

#[test]
fn lists_speak_to_people_and_machines() {
    let fonts = Project::new().run(&["fonts"]).exits(0).stdout;
    assert_eq!(fonts.lines().count(), 7, "{fonts}");
    assert!(fonts.contains("Pretendard GOV\t400\tnormal\tjikji:PretendardGOV-Regular.ttf"));
    let fonts = Project::new().run(&["fonts", "--json"]).exits(0).json();
    assert_eq!(fonts["faces"][0]["family"], "Pretendard GOV");

    let own = Project::new().changed_layout("layout.toml", "version = \"1\"", "version = \"7\"");
    let layouts = own.run(&["layouts"]).exits(0).stdout;
    assert_eq!(layouts.lines().count(), 1, "{layouts}");
    assert!(layouts.starts_with("spri-brief\t7\t"), "{layouts}");
    let layouts = Project::new().run(&["layouts", "--json"]).exits(0).json();
    assert_eq!(layouts["layouts"][0]["name"], "spri-brief");
    assert_eq!(layouts["layouts"][0]["version"], "1");

    let schema = Project::new().run(&["schema"]).exits(0).json();
    assert!(schema["properties"]["publication"].is_object(), "{schema}");
    Project::new().run(&["schema", "--layout", "spri-breif"]).exits(1).says("error[E0502]");

    let script = Project::new().run(&["completions", "bash"]).exits(0).stdout;
    assert!(script.contains("complete -F") && script.contains("--emit"));
}

#[test]
fn every_command_has_its_manual_page() {
    let project = Project::new();
    let read = |path: &str| std::fs::read_to_string(project.path(path)).unwrap();
    let written = project.run(&["man", "pages"]).exits(0).stdout;
    let help = Project::new().run(&["--help"]).exits(0).stdout;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty());
    let begins = listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let commands: Vec<_> = begins.filter(|name| !name.is_empty()).collect();
    assert!(commands.contains(&"build") && commands.contains(&"man"), "{help}");
    for command in commands.iter().filter(|command| **command != "help") {
        let page = read(&format!("pages/jikji-{command}.1"));
        assert!(page.contains(&format!("jikji\\-{command} \\-")), "{page}");
    }
    assert!(written.lines().count() >= commands.len(), "{written}");
    let korean = project.run(&["--lang", "ko", "man", "쪽"]).exits(0).stdout;
    assert!(korean.contains("jikji-build.1"), "{korean}");
    assert!(read("쪽/jikji-build.1").contains("한 호를 조판해"));
}

#[test]
fn the_report_for_machines_has_all_it_promises() {
    let project = warned();
    let report = project.run(&["build", "--edition", "screen", "--json"]).exits(0).json();
    assert_eq!(report["jikji"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["slug"], "test-brief-2024-05");
    assert_eq!(report["files"], serde_json::json!([native(PDF)]));
    assert_eq!(report["pages"], 4);
    let entry = &report["entries"][0];
    assert_eq!((&entry["kind"], &entry["title"]), (&"brief".into(), &"제목".into()));
    assert_eq!(
        (&entry["page"], &entry["sheet"], &entry["pages"]),
        (&1.into(), &3.into(), &1.into())
    );
    assert_eq!(entry["fit_step"], 0);
    assert!((0.1..0.9).contains(&entry["fill"].as_f64().unwrap()), "{entry}");
    for count in [
        "lines",
        "justified_lines",
        "eojeol_split",
        "loose_lines",
        "very_loose_lines",
        "short_last_lines",
    ] {
        assert!(report["lines"][count].is_u64(), "{count} in {report}");
    }
    let found = &report["diagnostics"][0];
    assert_eq!((&found["severity"], &found["code"]), (&"warning".into(), &"W0305".into()));
    let place = serde_json::json!({
        "file": "issue.toml", "line": 24, "column": 3, "end_line": 24, "end_column": 4,
    });
    assert_eq!(found["place"], place);
    assert!(found["message"].is_string() && found["help"].is_string());

    let report = Project::with_manifest("x = 1").run(&["check", "--json"]).exits(1).json();
    assert_eq!((&report["pages"], &report["slug"]), (&0.into(), &serde_json::Value::Null));
    assert!(!report["diagnostics"].as_array().unwrap().is_empty());
}

#[test]
fn help_and_wrong_usage_are_in_korean_where_asked() {
    let help = Project::new().run(&["build", "--help", "--lang", "ko"]).exits(0).stdout;
    assert!(help.contains("쓰는 법: jikji build") && help.contains("원고. 적지 않으면"), "{help}");
    assert!(!help.contains("Usage") && !help.contains("default"), "{help}");
    let wrong = |args: &[&str], words: &str| {
        let args = [&["--lang", "ko"], args].concat();
        let told = sound().run(&args).exits(2).says(words).says("--help").never_says("error");
        assert_eq!(told.stdout, "", "{args:?}");
    };
    wrong(&[], "명령을 적으세요: build, check");
    wrong(&["bild"], "비슷한 것: build");
    wrong(&["build", "--edtion", "print"], "비슷한 것: --edition");
    wrong(&["build", "--edition", "foo"], "쓸 수 있는 값: screen, print, archive");
    wrong(&["build", "--out"], "뒤에 값이 와야 합니다");
    wrong(&["build", "--png", "9999"], "인치당 픽셀 수");
    wrong(&["preflight"], "빠진 것이 있습니다: <FILE>");
    wrong(&["archive", "x", "--merge", "--jobs", "3"], "함께 쓸 수 없습니다");
    let korean = sound().run_with(&["build", "--nope"], &[("LC_ALL", "ko_KR.UTF-8")]).exits(2);
    korean.says("그런 옵션이나 인수는 없습니다");
}

#[test]
fn nobody_s_main_typ_is_overwritten() {
    let project = sound().file("mine/main.typ", "= 내 글").file(PDF, "old");
    let refused = project.run(&["build", "--emit", "mine"]).exits(1);
    refused.says("E1101").says(&format!("`{}`", native("mine/main.typ")));
    assert_eq!(std::fs::read_to_string(project.path("mine/main.typ")).unwrap(), "= 내 글");
    assert_eq!(std::fs::read_to_string(project.path(PDF)).unwrap(), "old");
    project.run(&["build", "--emit", "own"]).exits(0);
    project.run(&["build", "--emit", "own"]).exits(0);
}

#[test]
fn what_is_passed_over_is_told() {
    let project = sound().file("fonts/깨짐.otf", "no font").file("fonts/a/web.woff2", "wOF2");
    let told = project.run(&["check"]).exits(0).says("W0619").says("깨짐.otf").says("web.woff2");
    told.says("2 warnings");
    let bare = sound().file("layouts/spri-brief/brief.typ", "").run(&["check"]).exits(1);
    bare.says("E0529").says("issue.toml:1:10").says("`layouts/spri-brief`");
}

#[test]
fn whole_stderr_of_a_run_with_several_findings() {
    let manifest = brief("제목", "- **안 닫음\n- \"곧은따옴표\"\n- 본문[^x]")
        .replace("month = 5", "month = 13")
        .replace("kind = \"brief\"\ntitle", "kind = \"brief\"\ntitel");
    let finished = Project::with_manifest(manifest).run(&["build", "--lang", "ko"]).exits(1);
    insta::assert_snapshot!("several_findings", finished.stderr);
    let manifest = brief("제목", "- **안 닫음\n- \"곧은따옴표\"\n- 본문[^x]");
    let finished = Project::with_manifest(manifest).run(&["build", "--lang", "ko"]).exits(1);
    insta::assert_snapshot!("several_findings_in_prose", finished.stderr);
}

#[test]
fn a_built_file_is_a_sound_pdf() {
    let project = sound();
    project.run(&["build"]).exits(0);
    let Some(mut command) = validator("qpdf") else { return };
    command.arg("--check").arg(project.path(PDF));
    common::output_of(command);
}

#[test]
fn pictures_of_pages_that_are_gone_go_too() {
    let entries = |count: usize| {
        let brief = |n| format!("{}body = \"- 본문\"\n\n", entry(&format!("{n}번째 기사")));
        issue(&(1..=count).map(brief).collect::<String>())
    };
    let project = Project::with_manifest(entries(4));
    let pictures = |project: &Project| {
        project.run(&["build", "--edition", "screen", "--png", "18"]).exits(0);
        project.out().iter().filter(|(name, _)| name.ends_with(".png")).count()
    };
    assert_eq!(pictures(&project), 7);
    let project = project.file("issue.toml", entries(1)).file("out/mine-05.png", "mine");
    assert_eq!(pictures(&project), 4 + 1);
}
