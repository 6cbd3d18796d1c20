//! `jikji fix`: what it writes, what it shows, and that nothing else changes.

mod common;

use common::{Project, brief, entry, issue};
use jikji::manifest::mend::mend;
use proptest::prelude::*;

/// A body as HWP pastes it, and as it is meant.
const PASTED: &str = "□ 주요 내용\n ㅇ 공청회를 **자연어(NLP)**의 날에 개최\n  - 3년마다 수립\n ㅇ 구축\n ※ 문의: 기반과";
const MEANT: &str = "## 주요 내용\n- 공청회를 **자연어(NLP)**의 날에 개최\n  - 3년마다 수립\n- 구축\n\n※ 문의: 기반과";

fn manifest(project: &Project) -> String {
    std::fs::read_to_string(project.path("issue.toml")).unwrap()
}

#[test]
fn what_was_pasted_is_written_anew_and_shown() {
    let project = Project::with_manifest(brief("제목", PASTED));
    project.run(&["check"]).exits(1).says("error[E0380]").says("issue.toml:24:1").says("`## `");
    let before = manifest(&project);
    let dry = project.run(&["fix", "--dry-run"]).exits(0).says("could fix 4 findings");
    assert_eq!(manifest(&project), before);
    let fixed = project.run(&["fix"]).exits(0).says("fixed 4 findings: issue.toml");
    assert_eq!(fixed.stdout, dry.stdout);
    for line in ["issue.toml:24\n", "- □ 주요 내용\n", "+ ## 주요 내용\n", "+ - 구축\n"]
    {
        assert!(fixed.stdout.contains(line), "no {line} in:\n{}", fixed.stdout);
    }
    assert_eq!(manifest(&project), brief("제목", MEANT));
    project.run(&["check"]).exits(0).says("no problems found");
    let again = project.run(&["fix"]).exits(0).says("nothing to fix");
    assert_eq!((again.stdout.as_str(), manifest(&project)), ("", brief("제목", MEANT)));
    let korean =
        Project::with_manifest(brief("제목", PASTED)).run(&["fix", "--lang", "ko"]).exits(0);
    korean.says("4가지를 고쳐 썼습니다: issue.toml");
}

#[test]
fn marks_line_ends_comments_and_decomposed_letters_stay() {
    use unicode_normalization::UnicodeNormalization;
    let raw = |body: &str| {
        let text = format!("# 메모: □ 이 줄은 그대로\n{}", brief("제목", body));
        format!("\u{feff}{}", text.nfd().collect::<String>().replace('\n', "\r\n"))
    };
    let project = Project::with_manifest(raw(PASTED));
    project.run(&["fix"]).exits(0);
    assert_eq!(manifest(&project), raw(MEANT));
}

#[test]
fn every_notation_keeps_its_form() {
    let with = |body: &str| issue(&format!("{}body = {body} # 끝\n", entry("제목")));
    for (written, meant) in [
        (r#""- 가\n□ 나 \"다\"\n\u25cb 라""#, r#""- 가\n## 나 \"다\"\n- 라""#),
        (
            "\"\"\"\n- 가 \\\n   이음\n○ 나\\t다\\\\\n라\"\"\"",
            "\"\"\"\n- 가 \\\n   이음\n- 나\\t다\\\\\n라\"\"\"",
        ),
        ("'○ 가'", "'- 가'"),
        ("'''○ 가'''", "'''- 가'''"),
    ] {
        let project = Project::with_manifest(with(written));
        project.run(&["fix"]);
        assert_eq!(manifest(&project), with(meant), "{written}");
    }
    // What a notation cannot hold is left to the author.
    let project = Project::with_manifest(with("'- 가[1] 나\\[1]'"));
    project.run(&["fix"]).exits(0).says("W0310").says("nothing to fix");
}

#[test]
fn a_text_in_a_file_of_its_own_is_written_there() {
    let with = |point: &str| {
        let text = issue(&format!("{}body = {{ file = \"글/하나.md\" }}\n", entry("제목")));
        text.replace("핵심을", point)
    };
    let project = Project::with_manifest(with("ㅇ 핵심을"));
    let project = project.file("글/하나.md", format!("{PASTED}\r\n"));
    let fixed = project.run(&["fix"]).exits(0);
    assert!(fixed.stdout.contains("글/하나.md:1\n"), "{}", fixed.stdout);
    let text = std::fs::read_to_string(project.path("글/하나.md")).unwrap();
    assert_eq!(text.replace("\r\n", "\n"), format!("{MEANT}\n"));
    assert_eq!(manifest(&project), with("핵심을"));
}

#[cfg(unix)]
#[test]
fn a_link_and_the_rights_of_a_file_stay() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new().file("real.toml", brief("제목", PASTED));
    let rights = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(project.path("real.toml"), rights).unwrap();
    std::os::unix::fs::symlink("real.toml", project.path("issue.toml")).unwrap();
    project.run(&["fix"]).exits(0);
    assert!(project.path("issue.toml").is_symlink());
    let mode = std::fs::metadata(project.path("real.toml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(manifest(&project), brief("제목", MEANT));
}

#[test]
fn a_text_of_any_length_is_written_at_once() {
    let project = Project::with_manifest(brief("제목", &"○ 가\n  - 나\n".repeat(3000)));
    project.run(&["fix"]).says("fixed");
    assert_eq!(manifest(&project), brief("제목", &"- 가\n  - 나\n".repeat(3000)));
    let notes = "법* 하나\n* 둘\n\n".repeat(300);
    let project = Project::with_manifest(brief("제목", &notes));
    project.run(&["fix"]);
    assert_eq!(manifest(&project).matches("]: 둘").count(), 300);
}

#[test]
fn what_is_left_fails_the_run() {
    let project = Project::with_manifest(brief("제목", "□ 가\n□ **나"));
    project.run(&["fix"]).exits(1).says("E0330").says("fixed 2 findings");
    assert_eq!(manifest(&project), brief("제목", "- 가\n- **나"));
    Project::new().run(&["fix"]).exits(1).says("issue.toml");
    let broken = brief("제목", "□ 가").replace("month = 5", "month = ");
    let project = Project::with_manifest(&broken);
    project.run(&["fix"]).exits(1);
    assert_eq!(manifest(&project), broken);
}

#[test]
fn machines_are_told_the_edits() {
    let report = Project::with_manifest(brief("제목", "가\n○ 나")).run(&["check", "--json"]).json();
    let fix = &report["diagnostics"][0]["fix"];
    assert_eq!(fix[0]["text"], "- ");
    let place = &fix[0]["place"];
    assert_eq!((place["line"].as_u64(), place["column"].as_u64()), (Some(25), Some(1)));
    assert_eq!((place["end_line"].as_u64(), place["end_column"].as_u64()), (Some(25), Some(3)));
}

/// What a message tells to write is right when it is written by hand.
#[test]
fn the_advice_of_each_message_works() {
    for (body, code, place, advised) in [
        ("가\n○ 나", "E0380", "25:1", "가\n- 나"),
        ("- 가\n※ 나", "E0381", "25:1", "- 가\n\n※ 나"),
        ("##가", "E0382", "24:1", "## 가"),
        ("- 법*을\n* 나", "E0383", "25:1", "- 법[^1]을\n\n[^1]: 나"),
        ("- 법[1]을\n\n[1] 나", "E0383", "26:1", "- 법[^1]을\n\n[^1]: 나"),
        ("가\t나\n다\t라", "E0374", "24:1", "| 가 | 나 |\n|---|---|\n| 다 | 라 |"),
        ("- 가\n| 나 |\n|---|\n| 다 |", "E0375", "25:1", "- 가\n\n| 나 |\n|---|\n| 다 |"),
        ("| 가 | 나 |\n| 다 | 라 |", "E0371", "24:1", "| 가 | 나 |\n|---|---|\n| 다 | 라 |"),
        ("** 가 ** 나", "E0336", "24:1", "**가** 나"),
        ("[가] (https://a.kr)", "E0337", "24:3", "[가](https://a.kr)"),
        ("(가)[https://a.kr]", "E0338", "24:1", "[가](https://a.kr)"),
        ("＊＊가＊＊", "E0339", "24:1", "**가**"),
        ("가\n──────\n나", "E0317", "25:1", "가\n나"),
        ("1. 가\n2. 나", "E0313", "24:1", "- ① 가\n- ② 나"),
        ("- 가\n - 나", "W0308", "25:2", "- 가\n  - 나"),
        ("- 가\n* 나", "W0309", "25:1", "- 가\n- 나"),
        ("가[1] 나", "W0310", "24:2", "가\\[1] 나"),
        ("○ 가", "W0311", "24:1", "- 가"),
        ("#가", "W0312", "24:1", "\\#가"),
        ("- ○ 가", "W0313", "24:3", "- 가"),
    ] {
        let told = Project::with_manifest(brief("제목", body)).run(&["check"]);
        let told = told.says(&format!("[{code}]")).says(&format!("issue.toml:{place}"));
        let heads = told.stderr.lines().filter(|line| line.contains(&format!("[{code}]"))).count();
        let count = if code == "E0339" { 2 } else { 1 };
        assert_eq!(heads, count, "{body}: one finding, not\n{}", told.stderr);
        Project::with_manifest(brief("제목", advised)).run(&["check"]).exits(0).says("no problems");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn only_texts_change_and_only_once(
        body in "((□|○|ㅇ|-|–|※|①|\\* | )? ?[가-나a\\\\\"*\t\\[\\]1]{0,6}\n){1,8}",
        notation in 0usize..3,
        windows in any::<bool>(),
    ) {
        let written = match notation {
            0 => format!("'''\n{body}'''"),
            1 => toml::Value::String(body.clone()).to_string(),
            _ => format!("\"\"\"\n{}\"\"\"", body.replace('\\', "\\\\").replace('"', "\\\"")),
        };
        let text = issue(&format!("{}body = {written}\n[print]\nbleed = \"3mm\" # ○\n", entry("제목")));
        let text = if windows { text.replace('\n', "\r\n") } else { text };
        let project = Project::with_manifest(&text);
        let outcome = mend(&project.path("issue.toml")).unwrap();
        prop_assert!(!outcome.unsure, "{text}");
        let Some(file) = outcome.files.first() else { return Ok(()) };
        prop_assert_eq!(&file.before, text.as_bytes());
        let after = String::from_utf8(file.after.clone()).unwrap();
        let (head, tail) = (text.split_once("body = ").unwrap().0, text.rsplit_once("[print]").unwrap().1);
        prop_assert!(after.starts_with(head) && after.ends_with(tail));
        prop_assert_eq!(after.replace("\r\n", "").contains('\n'), text.replace("\r\n", "").contains('\n'));
        std::fs::write(project.path("issue.toml"), &file.after).unwrap();
        let again = mend(&project.path("issue.toml")).unwrap();
        prop_assert!(again.files.is_empty() && again.count == 0, "{after}");
    }
}

/// Signs that stand for common ones and full-width letters are told once each and written as they should be.
#[test]
fn signs_and_full_width_letters_are_written_as_common_ones() {
    let project = Project::with_manifest(brief("제목", "- 3∼5월, 6∼7월에 ＡＩ 도입"));
    let told = project.run(&["check"]).exits(0).says("W0314").says("W0315");
    assert_eq!(told.stderr.matches("W0314").count(), 1, "{}", told.stderr);
    project.run(&["fix"]).exits(0);
    let text = std::fs::read_to_string(project.path("issue.toml")).unwrap();
    assert!(text.contains("- 3~5월, 6~7월에 AI 도입"), "{text}");
    project.run(&["check"]).exits(0).never_says("W03");
}
