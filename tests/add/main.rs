//! `jikji add` as an editor meets it: manuscripts come in, and the number has them.

#[path = "../common/mod.rs"]
mod common;
#[path = "../../crates/manuscript/tests/files/mod.rs"]
mod files;
mod number;
mod office;
mod pictures;
mod round;
mod written;

use common::{HEAD, Project, brief};
use number::{manifest, number, with};

const MANUSCRIPT: &str = "# 안개 예보의 새 방법\n\nKEY Contents\n\n- 바다의 안개를 하루 먼저 봄\n\n\
                          ## 배경\n\n- 관측소*가 늘어남\n  - 부표를 더함\n\n* 바다에 둔 것\n\n\
                          ☞ 출처: 기상청, 안개 보고서, 2024.3.1.\n";

const ENTRY: &str = "kind = \"brief\"\ntitle = \"안개 예보의 새 방법\"\nkey = [\n  \"바다의 안개를 하루 먼저 봄\",\n]\n\
                     body = '''\n## 배경\n- 관측소[^1]가 늘어남\n  - 부표를 더함\n\n[^1]: 바다에 둔 것\n'''\n\
                     sources = [\n  { publisher = \"기상청\", title = \"안개 보고서\", date = 2024-03-01 },\n]\n";

#[test]
fn a_manuscript_is_an_entry_and_nothing_else_changes() {
    let project = Project::with_manifest(number()).file("a.md", MANUSCRIPT);
    let told = project.run(&["add", "a.md"]).exits(0);
    told.says("1 of 1 manuscript added");
    assert_eq!(manifest(&project), with(ENTRY));
    project.run(&["check"]).exits(0);
    let line = manifest(&project).lines().position(|line| line.contains("안개 예보")).unwrap();
    project.run(&["add", "a.md"]).exits(1).says(&format!("issue.toml:{line}"));
}

#[test]
fn a_number_stands_in_one_command() {
    let mut project = Project::with_manifest(number());
    let names: Vec<String> = (1..=18).map(|nth| format!("{nth}.md")).collect();
    for name in &names {
        let text = MANUSCRIPT.replace("새 방법", &format!("방법 {name}")).replace("부표", name);
        project = project.file(name, text);
    }
    let files: Vec<&str> = names.iter().map(String::as_str).collect();
    let args = [&["add", "--section", "정책/법제", "--json"], &files[..]].concat();
    let report = project.run(&args).exits(0).json();
    assert_eq!(report["files"].as_array().unwrap().len(), 18);
    let first = manifest(&project).find("방법 1.md").unwrap();
    assert!(first < manifest(&project).find("기업/산업").unwrap());
    let project = project.file("last.md", "# 마지막 글\n\n- 끝의 본문\n");
    project.run(&["add", "last.md"]).exits(0);
    project.run(&["check"]).exits(0);
    let at = report["files"][17]["manifest_line"].as_u64().unwrap() as usize;
    assert_eq!(manifest(&project).lines().nth(at), Some("title = \"안개 예보의 방법 18.md\""));
    // Each line of the file knows its line in the manifest.
    let lines = report["files"][17]["report"]["lines"].as_array().unwrap();
    let item = lines.iter().find(|line| line["text"] == "- 18.md를 더함").unwrap();
    let at = item["manifest_line"].as_u64().unwrap() as usize;
    assert_eq!(manifest(&project).lines().nth(at - 1), Some("  - 18\\.md를 더함"));
    assert_eq!(item["field"], "parts[0].sections[0].entries[18].body");
}

#[test]
fn what_is_there_already_is_replaced_only_when_asked() {
    let project = Project::with_manifest(number()).file("a.md", MANUSCRIPT);
    project.run(&["add", "a.md", "--section", "정책/법제"]).exits(0);
    let before = manifest(&project);
    // The same title, and the same text under another title.
    let same = MANUSCRIPT.replace("부표", "배");
    let other = MANUSCRIPT.replace("# 안개 예보의 새 방법", "# 다른 제목");
    let project = project.file("b.md", &same).file("c.md", &other);
    for file in ["a.md", "b.md", "c.md"] {
        project.run(&["add", file]).exits(1).says("--force");
        assert_eq!(manifest(&project), before);
    }
    project.run(&["add", "b.md", "--force"]).exits(0).says("replaced");
    assert_eq!(manifest(&project), before.replace("부표", "배"));
}

#[test]
fn a_section_that_is_not_there_names_those_near() {
    let project = Project::with_manifest(number()).file("a.md", MANUSCRIPT);
    let told = project.run(&["add", "a.md", "--section", "정책·법제"]).exits(1);
    told.says("E1235").says("`정책/법제`, `기업/산업`");
    // A part of a title is that title, however short others are.
    let part = project.run(&["add", "a.md", "--section", "법제"]).exits(1);
    part.says("near it are `정책/법제`");
    project.run(&["add", "a.md", "--kind", "events"]).exits(1).says("E1237").says("`brief`");
    assert_eq!(manifest(&project), number());
    // What is advised is done.
    project.run(&["add", "a.md", "--section", "정책/법제", "--kind", "brief"]).exits(0);
    let empty = Project::with_manifest(HEAD).file("a.md", MANUSCRIPT);
    empty.run(&["add", "a.md"]).exits(1).says("E1236");
    let empty = empty.file("issue.toml", format!("{HEAD}\n[[parts]]\ntitle = \"동향\"\n"));
    empty.run(&["add", "a.md"]).exits(0);
    assert!(
        manifest(&empty).ends_with(&format!("\n[[parts.entries]]\n{ENTRY}")),
        "{}",
        manifest(&empty)
    );
    empty.run(&["check"]).exits(0);
    let broken = Project::with_manifest("layout = \"spri-brief\n").file("a.md", MANUSCRIPT);
    broken.run(&["add", "a.md"]).exits(1).says("issue.toml:1");
}

/// Parts that stand in one line take entries too.
#[test]
fn inline_parts_take_entries() {
    let parts = "parts = [{ title = \"동향\", sections = [{ title = \"정책\", entries = [] }] }]\n";
    let project = Project::with_manifest(format!("{parts}{HEAD}")).file("a.md", MANUSCRIPT);
    project.run(&["add", "a.md", "--section", "정책"]).exits(0);
    project.run(&["check"]).exits(0);
    assert!(manifest(&project).ends_with(HEAD));
    project.run(&["add", "a.md"]).exits(1).says("--force");
}

#[test]
fn one_that_is_refused_keeps_no_other_out() {
    let project = Project::with_manifest(brief("글", "- 본문"))
        .file("a.md", MANUSCRIPT)
        .file("b.pdf", b"%PDF-1.7\n")
        .file("c.png", b"\x89PNG\r\n\x1a\n")
        .file("d.md", b"  \n");
    let args = ["add", "b.pdf", "c.png", "d.md", "a.md", "--json"];
    let report = project.run(&args).exits(1).json();
    let outcomes: Vec<&str> = (report["files"].as_array().unwrap().iter())
        .map(|file| file["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["refused", "refused", "refused", "added"]);
    let pdf = &report["files"][0]["diagnostics"][0];
    assert!(pdf["code"] == "E1205" && pdf["help"].as_str().unwrap().contains("pdftotext"), "{pdf}");
    assert!(manifest(&project).contains(ENTRY));
    assert!(!project.path("images").exists());
    // One that the machine does not give is told, and nothing of it is written.
    let before = manifest(&project);
    project.run(&["add", "none.md", "d.md"]).exits(3);
    assert_eq!(manifest(&project), before);
}

#[test]
fn one_that_is_not_there_keeps_no_other_out() {
    let project = Project::with_manifest(number())
        .file("a.md", MANUSCRIPT)
        .file("b.md", MANUSCRIPT.replace("새 방법", "옛 방법").replace("부표", "배"))
        .file("원고/c.md", MANUSCRIPT.replace("새 방법", "다른 방법").replace("부표", "등대"));
    let told = project.run(&["add", "none.md", "a.md", "원고", "b.md", "--json"]).exits(3);
    let told = told.says("error[E1240]").says("error[E1241]").says("원고/*.hwpx");
    let told = told.says("2 of 4 manuscripts added").says("1 manuscript could not be read");
    let outcomes = told.json()["files"].as_array().unwrap().clone();
    let outcomes: Vec<&str> =
        outcomes.iter().map(|file| file["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["refused", "added", "refused", "added"]);
    assert!(["새 방법", "옛 방법"].iter().all(|title| manifest(&project).contains(title)));
    // What is advised is done.
    project.run(&["add", "원고"]).exits(1);
    project.run(&["add", "원고/c.md"]).exits(0);
    project.run(&["check"]).exits(0);
}

#[test]
fn what_word_keeps_and_what_is_zipped_are_named() {
    let mut owner = vec![0; 162];
    owner[..6].copy_from_slice(b"\x05hong ");
    let archive = files::zipped::zipped(vec![("원고.md".into(), MANUSCRIPT.into())]);
    let project = Project::with_manifest(number())
        .file("~$a.docx", owner)
        .file("all.zip", archive)
        .file("a.md", MANUSCRIPT);
    let told = project.run(&["add", "~$a.docx", "all.zip"]).exits(1);
    told.says("error[E1232]").says("error[E1233]");
    project.run(&["add", "a.md"]).exits(0);
}
