//! Manuscripts of word processors: one a rule, and each rule for every format.

use crate::common::{Project, extracted_text, without_space};
use crate::number::{manifest, number, with};
use crate::written::{Cell, FORMATS, Part};

use Part::{Line, Noted, Table, Title};

/// What stands in an entry below its title, of what an author wrote below it.
type Rule<'a> = (&'a [Part<'a>], &'a str);

const HEAD: &[Cell<'static>] = &[(0, 1, 2, &["구분"]), (1, 2, 1, &["이용률(%)"])];
const YEARS: &[Cell<'static>] = &[(1, 1, 1, &["2023"]), (2, 1, 1, &["2024"])];
const FIGURES: &[Cell<'static>] =
    &[(0, 1, 1, &["연안", "먼바다"]), (1, 1, 1, &["5"]), (2, 1, 1, &["12.1"])];

const RULES: [Rule<'static>; 7] = [
    (
        &[
            Line("KEY Contents"),
            Line("- 안개를 하루 먼저 봄"),
            Line("- 부표를 더함"),
            Line(""),
            Line("본문이다."),
        ],
        "key = [\n  \"안개를 하루 먼저 봄\",\n  \"부표를 더함\",\n]\nbody = '''\n본문이다.\n'''\n",
    ),
    (
        &[Line("□ 배경"), Line(" ○ 관측소가 늘어남"), Line("   - 부표를 더함"), Line("※ 참고")],
        "body = '''\n## 배경\n- 관측소가 늘어남\n  - 부표를 더함\n\n※ 참고\n'''\n",
    ),
    (
        &[Noted("관측소", "바다에 둔 것", "가 늘어남")],
        "body = '''\n관측소[^1]가 늘어남\n\n[^1]: 바다에 둔 것\n'''\n",
    ),
    (
        &[Line("첫 줄이다."), Table(&[HEAD, YEARS, FIGURES])],
        "body = '''\n첫 줄이다.\n\n| 구분 | 이용률(%) 2023 | 이용률(%) 2024 |\n|---|---|---|\n\
         | 연안<br>먼바다 | 5 | 12\\.1 |\n'''\n",
    ),
    (
        &[Line("본문이다."), Line("☞ 출처: 기상청, 안개 보고서, 2024.3.1.")],
        "body = '''\n본문이다.\n'''\nsources = [\n  { publisher = \"기상청\", title = \"안개 보고서\", date = 2024-03-01 },\n]\n",
    ),
    // Private signs of Hancom's, old Hangul, halfwidth letters.
    (
        &[Line("\u{f0854}글\u{f0855}의 \u{1112}\u{119e}\u{11ab} 뒤, \u{f02b1}과 \u{ffa1}")],
        "body = '''\n『글』의 \u{1112}\u{119e}\u{11ab} 뒤, ①과 ㄱ\n'''\n",
    ),
    (&[Line("본문이다. 'a' \"b\"")], "body = '''\n본문이다. 'a' \"b\"\n'''\n"),
];

#[test]
fn each_rule_holds_for_every_format() {
    for (parts, wanted) in RULES {
        let parts = [&[Title("안개 예보")], parts].concat();
        for (ending, file) in FORMATS {
            let name = format!("원고.{ending}");
            let project = Project::with_manifest(number()).file(&name, file(&parts));
            project.run(&["add", &name]).exits(0);
            let entry = format!("kind = \"brief\"\ntitle = \"안개 예보\"\n{wanted}");
            assert_eq!(manifest(&project), with(&entry), "{ending}");
            let checked = project.run(&["check"]).exits(0);
            assert!(!checked.stderr.contains("W0316") && !checked.stderr.contains("W0317"));
        }
    }
}

/// The author of a text is known by its title and its text, whatever it was saved as.
#[test]
fn one_that_came_as_another_format_is_there_already() {
    let text = [Title("안개 예보"), Noted("관측소", "바다에 둔 것", "가 늘어남")];
    let changed = [Title("안개 예보"), Line("관측소를 더 늘림")];
    for (ending, file) in FORMATS {
        let mut project = Project::with_manifest(number()).file("a", file(&text));
        project.run(&["add", "a"]).exits(0);
        let before = manifest(&project);
        for (_, other) in FORMATS {
            project = project.file("b", other(&text)).file("c", other(&changed));
            project.run(&["add", "b", "c"]).exits(1).says("--force");
            assert_eq!(manifest(&project), before, "{ending}");
        }
        project.run(&["add", "c", "--force"]).exits(0).says("replaced");
        let entry = "kind = \"brief\"\ntitle = \"안개 예보\"\nbody = '''\n관측소를 더 늘림\n'''\n";
        assert_eq!(manifest(&project), with(entry), "{ending}");
        project.run(&["add", "b", "--force"]).exits(0);
        assert_eq!(manifest(&project), before, "{ending}");
    }
}

#[test]
fn eighteen_manuscripts_make_a_number_that_builds() {
    let mut project = Project::with_manifest(number());
    let mut names = vec![];
    for number in 1..=6 {
        for (ending, file) in FORMATS {
            let title = format!("{ending} 글 {number}");
            let body = format!("이 글은 {ending} 파일의 {number}번째");
            let parts = [
                Title(&title),
                Line("KEY Contents"),
                Line("- 첫째 핵심을 한 줄로 씀"),
                Line("- 둘째 핵심도 한 줄로 씀"),
                Line("□ 배경"),
                Noted(&body, &title, "이다"),
                Table(&[HEAD, YEARS, FIGURES]),
                Line("☞ 출처: 기상청, 안개 보고서, 2024.3.1."),
            ];
            let name = format!("{number}.{ending}");
            project = project.file(&name, file(&parts));
            names.push((name, title));
        }
    }
    let files = names.iter().map(|(name, _)| name.as_str());
    let args: Vec<&str> = ["add"].into_iter().chain(files).collect();
    project.run(&args).exits(0).says("18 of 18 manuscripts added");
    project.run(&["build", "--edition", "screen"]).exits(0);
    let pdf = project.out().into_iter().find(|(name, _)| name.ends_with(".pdf")).unwrap().0;
    let Some(pages) = extracted_text(&project.path(&format!("out/{pdf}"))) else { return };
    for (_, title) in names {
        assert!(pages.contains(&without_space(&title)), "{title}");
    }
}

/// Some programs of Windows write names of parts as Windows does.
#[test]
fn parts_with_names_of_windows_are_found() {
    let text = [Title("안개 예보"), Noted("관측소", "바다에 둔 것", "가 늘어남")];
    for (ending, folder) in [("hwpx", "Contents"), ("docx", "word")] {
        let file = FORMATS.iter().find(|(name, _)| *name == ending).unwrap().1;
        let mut bytes = file(&text);
        let name = format!("{folder}/").into_bytes();
        for at in 0..bytes.len() - name.len() {
            if bytes[at..].starts_with(&name) {
                bytes[at + folder.len()] = b'\\';
            }
        }
        let project = Project::with_manifest(number()).file("a", bytes);
        project.run(&["add", "a"]).exits(0);
        assert!(manifest(&project).contains("[^1]: 바다에 둔 것"), "{ending}");
    }
}

/// What the program cannot open, it names with the way out, and nothing is written.
#[test]
fn files_that_are_damaged_or_locked_are_refused_with_the_way_out() {
    let text = [Title("안개 예보"), Line("본문이다.")];
    for (ending, file) in FORMATS {
        let bytes = file(&text);
        let project = Project::with_manifest(number()).file("a", &bytes[..bytes.len() / 2]);
        let report = project.run(&["add", "a", "--json"]).exits(1).json();
        let fault = &report["files"][0]["diagnostics"][0];
        assert_eq!(report["files"][0]["outcome"], "refused", "{ending}");
        assert!(fault["help"].as_str().is_some_and(|help| !help.is_empty()), "{ending}: {fault}");
        assert_eq!(manifest(&project), number(), "{ending}");
    }
}
