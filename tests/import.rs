//! `jikji import` as an editor meets it: a back issue in Markdown becomes a number that builds.

mod common;
#[path = "../crates/manuscript/tests/back_issues/lines.rs"]
mod lines;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use jikji::manifest::{self, Loaded};
use jikji::typeset::fonts::Fonts;
use jikji::{intake, layout};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Lang, Severity};
use jikji_manuscript::target::Target;
use jikji_manuscript::{Options, import, keep_none};
use lines::{cases, line, words};
use proptest::prelude::*;

use common::{Project, extracted_text, without_space};

const HABITS: &str = include_str!("../crates/manuscript/tests/back_issues/habits.md");
const OTHER: &str = include_str!("../crates/manuscript/tests/back_issues/other.md");

#[test]
fn back_issues_become_numbers_that_build() {
    for (text, word) in [(HABITS, "KEY"), (OTHER, "①")] {
        let project = Project::new().file("back.md", text);
        let report = project.run(&["import", "back.md", "--out", "new", "--json"]).exits(0).json();
        let full = text.lines().filter(|line| !line.trim().is_empty()).count();
        assert_eq!(report["lines"].as_array().unwrap().len(), full, "every line is accounted for");
        project.run(&["check", "new/issue.toml"]).exits(0);
        let told = std::fs::read_to_string(project.path("new/import-report.md")).unwrap();
        assert!(told.lines().count() > 5, "{told}");
        project.run(&["build", "new/issue.toml", "--edition", "screen"]).exits(0);
        assert!(text.contains(word), "the fixture shows {word}");
    }
}

#[test]
fn a_bullet_no_font_has_is_a_bullet() {
    let project = Project::new().file("back.md", OTHER);
    project.run(&["import", "back.md", "--out", "new"]).exits(0);
    let manifest = std::fs::read_to_string(project.path("new/issue.toml")).unwrap();
    assert!(OTHER.contains("∙ 가로수는"));
    assert!(manifest.contains("\n    - 가로수는 지자체가 정함\n"), "{manifest}");
    assert!(!manifest.contains('〓'), "{manifest}");
}

#[test]
fn words_of_the_articles_are_on_the_pages() {
    let project = Project::new().file("back.md", HABITS);
    project.run(&["import", "back.md", "--out", "new"]).exits(0);
    project.run(&["build", "new/issue.toml", "--edition", "screen"]).exits(0);
    let pdf = project.out().into_iter().find(|(name, _)| name.ends_with("-screen.pdf")).unwrap().0;
    let Some(pages) = extracted_text(&project.path(&format!("out/{pdf}"))) else { return };
    let manifest = std::fs::read_to_string(project.path("new/issue.toml")).unwrap();
    let titles = manifest.lines().filter_map(|line| line.strip_prefix("title = \""));
    let titles: Vec<&str> = titles.map(|title| title.trim_end_matches('"')).collect();
    assert!(titles.len() >= 3, "{titles:?}");
    for title in titles {
        assert!(pages.contains(&without_space(title)), "no “{title}” on the pages");
    }
}

#[test]
fn importing_twice_is_the_same_and_edits_are_kept() {
    let project = Project::new().file("back.md", HABITS);
    let import = ["import", "back.md", "--out", "new"];
    project.run(&import).exits(0);
    let manifest = || std::fs::read_to_string(project.path("new/issue.toml")).unwrap();
    let first = manifest();
    project.run(&import).exits(0);
    assert_eq!(manifest(), first);
    let edited = first.clone() + "\n# 편집자의 메모\n";
    std::fs::write(project.path("new/issue.toml"), &edited).unwrap();
    project.run(&import).exits(1).says("--force");
    assert_eq!(manifest(), edited);
    project.run(&["import", "back.md", "--out", "new", "--force"]).exits(0);
    assert_eq!(manifest(), first);
}

#[test]
fn a_number_that_lacks_listed_articles_does_not_pass() {
    let listed = "- 아무도 쓰지 않은 등대지기의 수첩 ..... 5\n\n## II. 주요 행사\n";
    let lacking = HABITS.replacen("## II. 주요 행사\n", listed, 1);
    assert_ne!(lacking, HABITS);
    let project = Project::new().file("back.md", lacking);
    project.run(&["import", "back.md", "--out", "new", "--lang", "en"]).exits(1).says("1 articles");
    assert!(
        project.path("new/issue.toml").exists() && project.path("new/import-report.md").exists()
    );
    is_marked(&project);
}

/// The manifest says that the number is not whole, and `check` does, until the mark is taken out.
#[track_caller]
fn is_marked(project: &Project) {
    let path = project.path("new/issue.toml");
    let manifest = std::fs::read_to_string(&path).unwrap();
    let mark = manifest.lines().find(|line| line.starts_with("unfinished = ")).unwrap();
    project.run(&["check", "new/issue.toml"]).exits(0).says("W0276");
    project.run(&["fix", "new/issue.toml"]);
    assert!(std::fs::read_to_string(&path).unwrap().contains(mark), "it is not taken out silently");
    let whole = manifest.replacen(&format!("{mark}\n"), "", 1);
    std::fs::write(&path, whole).unwrap();
    project.run(&["check", "new/issue.toml"]).exits(0).never_says("W0276");
}

#[test]
fn an_article_made_of_several_does_not_pass() {
    // The title of one is no line of its own any more.
    let joined = HABITS.replacen(
        "\n\n☞ 출처: North Port, Night pilotage begins, 2023.09.02.\n\nSouth Port Authority, Buoys of the night, 2023.09.03.\n\n## 등대연구소, 안개 예측 모형 ‘무적’ 공개\n",
        " 등대연구소, 안개 예측 모형 ‘무적’ 공개\n",
        1,
    );
    assert_ne!(joined, HABITS);
    let project = Project::new().file("back.md", joined);
    let import = ["import", "back.md", "--out", "new", "--lang", "en", "--json"];
    let run =
        project.run(&import).exits(1).says("1 articles seem").says("1 articles of the contents");
    let report = run.json();
    let found = (&report["found"]["missing"], &report["found"]["merged"]);
    assert_eq!(found, (&1.into(), &1.into()));
    let questions = report["questions"].as_array().unwrap();
    let inside = questions.iter().find(|asked| asked["code"] == "title-inside").unwrap();
    let manifest = std::fs::read_to_string(project.path("new/issue.toml")).unwrap();
    let place = inside["manifest_line"].as_u64().unwrap() as usize;
    assert!(
        manifest.lines().nth(place - 1).unwrap().contains("이어 갈 계획 등대연구소"),
        "{manifest}"
    );
    is_marked(&project);
}

#[test]
fn a_whole_number_has_no_mark() {
    let project = Project::new().file("back.md", HABITS);
    project.run(&["import", "back.md", "--out", "new"]).exits(0).never_says("unfinished");
    let manifest = std::fs::read_to_string(project.path("new/issue.toml")).unwrap();
    assert!(!manifest.contains("unfinished"), "{manifest}");
}

/// What holds no text that could be relied on is refused, with the way to get it out.
#[test]
fn what_has_to_be_turned_into_text_first_says_how() {
    let old = b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05".as_slice();
    for (name, bytes, way) in [
        ("a.pdf", b"%PDF-1.7\n\xe2\xe3\n".as_slice(), "pdftotext"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "OCR"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "OCR"),
        ("a.tif", b"II*\0\x08\0\0\0", "OCR"),
        ("a.bmp", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0", "OCR"),
        ("a.hwp", old, "HWPX"),
    ] {
        let project = Project::with_manifest(common::brief("제목", "- 본문")).file(name, bytes);
        let before = std::fs::read(project.path("issue.toml")).unwrap();
        project.run(&["import", name, "--out", "new"]).exits(1).says("error[E12").says(way);
        project.run(&["add", name]).exits(1).says("error[E12").says(way);
        assert!(!project.path("new").exists(), "{name}");
        assert_eq!(std::fs::read(project.path("issue.toml")).unwrap(), before, "{name}");
    }
}

#[test]
fn a_question_is_an_error_where_it_is_asked_for() {
    let project = Project::new().file("back.md", HABITS);
    project.run(&["import", "back.md", "--out", "new"]).exits(0);
    project.run(&["import", "back.md", "--out", "new", "--strict"]).exits(1);
}

#[test]
fn ticks_in_the_report_are_kept() {
    let project = Project::new().file("back.md", HABITS);
    let import = ["import", "back.md", "--out", "new"];
    project.run(&import).exits(0);
    let report = || std::fs::read_to_string(project.path("new/import-report.md")).unwrap();
    let first = report();
    project.run(&import).exits(0);
    assert_eq!(report(), first);
    // In another language it is another report, which nobody has touched.
    project.run(&["import", "back.md", "--out", "new", "--lang", "en"]).exits(0);
    project.run(&import).exits(0);
    assert_eq!(report(), first);
    let ticked = first.replacen("- [ ]", "- [x]", 1);
    assert_ne!(ticked, first);
    std::fs::write(project.path("new/import-report.md"), &ticked).unwrap();
    project.run(&import).exits(1).says("import-report.md").says("--force");
    assert_eq!(report(), ticked);
    project.run(&["import", "back.md", "--out", "new", "--force"]).exits(0);
    assert_eq!(report(), first);
}

#[test]
fn files_that_are_no_text_are_refused() {
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain("## 제목\n\n- 본문\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, exit) in [
        (b"".to_vec(), 1),
        (b"\n \n\t\n".to_vec(), 1),
        (b"\x7fELF\0\0\0\0\0\0".to_vec(), 1),
        (b"%PDF-1.7\n\0\0".to_vec(), 1),
        (utf16, 0),
    ] {
        let project = Project::new().file("back.md", bytes);
        let finished = project.run(&["import", "back.md", "--out", "new"]).exits(exit);
        assert!(!finished.stderr.is_empty());
        assert_eq!(project.path("new/issue.toml").exists(), exit == 0);
    }
    let large = Project::new();
    std::fs::File::create(large.path("back.md")).unwrap().set_len(100 << 20).unwrap();
    large.run(&["import", "back.md", "--out", "new"]).exits(1);
    large.run(&["import", "none.md", "--out", "new"]).exits(3);
}

#[test]
fn a_question_fails_a_strict_import_and_another_layout_is_written_for() {
    let project = Project::new().file("back.md", HABITS);
    let strict = ["import", "back.md", "--out", "new", "--strict", "--json"];
    let report = project.run(&strict).exits(1).json();
    assert!(!report["questions"].as_array().unwrap().is_empty());
    assert!(project.path("new/issue.toml").is_file());
    project.run(&["import", "back.md", "--out", "no", "--layout", "none"]).exits(1);
    assert!(!project.path("no").exists());
    let mut project = project;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/spri-brief");
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        let text = text.replace("name = \"spri-brief\"", "name = \"other\"");
        let text = text.replace("fields.key =", "fields.points =");
        project = project.file(&format!("o/layouts/other/{name}"), text);
    }
    project.run(&["import", "back.md", "--out", "o", "--layout", "other"]).exits(0);
    let manifest = std::fs::read_to_string(project.path("o/issue.toml")).unwrap();
    assert!(
        manifest.contains("layout = \"other\"") && manifest.contains("\npoints = [\n"),
        "{manifest}"
    );
}

/// What the built-in layout declares.
static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let found = layout::find(Path::new("no folder"), "spri-brief", &mut Sources::default());
    intake::target::target(&found.unwrap())
});

/// Characters that no font of the program has.
static MISSED: LazyLock<BTreeSet<char>> = LazyLock::new(|| {
    let all = ('\0'..='\u{2FFFF}').collect();
    Fonts::collect(Path::new("no folder"), false).missing(&all)
});

/// jikji takes the manifest: its loader and its prose find no error. A text that is none makes none, and gives
/// false.
#[track_caller]
fn accepted(text: &str) -> bool {
    let covers = |c: char| c <= '\u{2FFFF}' && !MISSED.contains(&c);
    let options =
        Options { name: "back-issue.md", target: &TARGET, covers: &covers, keep: &keep_none };
    let Ok(imported) = import(text.as_bytes(), &options) else { return false };
    let mut sources = Sources::default();
    let bytes = imported.manifest.as_bytes();
    // A folder without layouts, so that the built-in one is found.
    let folder = tempfile::tempdir().unwrap();
    let Loaded { issue, diagnostics, .. } =
        manifest::load_bytes(bytes, "issue.toml", folder.path(), &mut sources);
    let errors: Vec<String> = diagnostics
        .iter()
        .filter(|d| d.severity() == Severity::Error)
        .map(|d| format!("{} {:?} {}", d.message.code, d.span, d.text(Lang::En)))
        .collect();
    assert!(errors.is_empty() && issue.is_some(), "{errors:#?}\n{}", imported.manifest);
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn any_lines_make_a_manifest(lines in prop::collection::vec(line(), 0..40)) {
        accepted(&lines.join("\n"));
    }

    #[test]
    fn any_words_make_a_manifest(words in prop::collection::vec(words(), 1..6)) {
        accepted(&format!("## 제목\n\n- {}\n\n\\* 주석 {}", words.concat(), words[0]));
    }
}

#[test]
fn back_issues_make_manifests() {
    for text in [HABITS, OTHER] {
        assert!(accepted(text), "the import refused it");
    }
}

#[test]
fn limits_are_those_the_layout_declares() {
    let brief = TARGET.kinds.iter().find(|kind| kind.name == "brief").unwrap();
    let most = |name: &str| brief.fields.iter().find(|field| field.name == name).unwrap().most;
    assert_eq!((most("key"), most("sources")), (Some(5), Some(6)));
    assert_eq!(brief.room.map(|room| (room.lines, room.letters)), Some((46.0, 55.0)));
    let own = Project::with_manifest("").changed_layout(
        "layout.toml",
        "fields.key = { type = \"prose\", list = true, max = 5,",
        "fields.key = { type = \"prose\", list = true, max = 1,",
    );
    let own = own.file("back.md", HABITS);
    own.run(&["import", "back.md", "--out", ".", "--force"]).exits(0);
    let manifest = std::fs::read_to_string(own.path("issue.toml")).unwrap();
    assert!(manifest.split("key = [\n").skip(1).all(|key| key.lines().nth(1) == Some("]")));
    own.run(&["check"]).exits(0);
}

/// Found by the lines above.
#[test]
fn a_link_behind_an_exclamation_mark_makes_a_manifest() {
    assert!(accepted("! [글](https://a.example/)"));
}
