//! A text of the seed's habits, written for these tests.

use super::audit::{MISSING, checked};
use jikji_manuscript::Ask;
use jikji_manuscript::report::{LineFate, Report};

/// The text.
pub const TEXT: &str = include_str!("habits.md");

/// The line of the file a question is about, and that of the manifest.
#[track_caller]
pub fn asked(report: &Report, ask: Ask) -> Vec<(Option<usize>, Option<usize>)> {
    report.questions.iter().filter(|q| q.code == ask).map(|q| (q.line, q.manifest_line)).collect()
}

/// The line of a text that has `part`, from 1.
#[track_caller]
pub fn line_of(text: &str, part: &str) -> usize {
    let found: Vec<usize> =
        text.lines().enumerate().filter(|(_, l)| l.contains(part)).map(|(i, _)| i + 1).collect();
    assert!(!found.is_empty(), "no line has {part:?}");
    found[0]
}

#[test]
fn all_of_it_is_found() {
    let (imported, issue) = checked(TEXT);
    let found = imported.report.found;
    assert_eq!((found.parts, found.sections, found.briefs, found.events), (2, 2, 5, 2));
    assert_eq!((found.key_points, found.notes, found.sources), (8, 2, 6));
    assert!(found.colophon);
    assert_eq!(issue.publication.name.text, "등대 브리프");
    assert_eq!((issue.number.year, issue.number.month), (2023, 11));
    let sections: Vec<(&str, usize)> = issue.parts[0]
        .sections
        .iter()
        .map(|section| (section.title.text.as_str(), section.entries.len()))
        .collect();
    assert_eq!(sections, [("정책/제도", 2), ("기술/연구", 3)]);
}

#[test]
fn notes_are_tied_to_their_marks() {
    let manifest = checked(TEXT).0.manifest;
    assert!(manifest.contains("공개 범위를 정한 지침[^1]을 발표"));
    assert!(manifest.contains("[^1]: Guidelines for opening tidal flat maps to the public"));
    // The items of the list that a note stood between are in one list.
    assert!(manifest.contains("을 발표\n  - 지도는 1:5,000 축척이며"));
}

#[test]
fn signs_that_are_no_markup_are_escaped() {
    let manifest = checked(TEXT).0.manifest;
    for text in ["2\\*2배", "flat_map_2023", "$0으로", "\\<자동>으로", "표시\\*도"] {
        assert!(manifest.contains(text), "{text}");
    }
}

#[test]
fn sources_run_on_and_stand_together() {
    let manifest = checked(TEXT).0.manifest;
    for source in [
        r#"{ publisher = "South Port Authority", title = "Buoys of the night", date = 2023-09-03 }"#,
        r#"title = "안개를 여섯 시간 앞서 알리다, 「등대 소식」 11호", date = 2023-10-11 }"#,
        r#"{ publisher = "조선소 연합", title = "하늬의 첫 항해", date = 2023-08-30 }"#,
        r#"{ publisher = "조선 신문", title = "「돛을 단 배」", date = 2023-09-01 }"#,
        "\n☞ 출처 : 파력 발전 협회\n",
    ] {
        assert!(manifest.contains(source), "{source}\n{manifest}");
    }
}

#[test]
fn questions_point_to_the_manifest() {
    let (imported, _) = checked(TEXT);
    let report = &imported.report;
    let manifest = &imported.manifest;
    for (ask, in_file, in_manifest) in [
        (Ask::TitleDiffers, "야간 입항", "북항과 남항, 밤 입항"),
        (Ask::MarkWithoutNote, "주석 없는 표시", "주석 없는 표시"),
        (Ask::NoteWithoutMark, "표시를 잃은 주석", "표시를 잃은 주석"),
        (Ask::Picture, "모형의 얼개", "모형의 얼개"),
        (Ask::SourceWhole, "파력 발전 협회", "파력 발전 협회"),
        (Ask::Character, "임. 두 항만은", "〓임. 두 항만은"),
    ] {
        let expected = (Some(line_of(TEXT, in_file)), Some(line_of(manifest, in_manifest)));
        assert_eq!(asked(report, ask), [expected], "{ask:?}");
    }
    assert_eq!(asked(report, Ask::Publisher), [(None, Some(line_of(manifest, "publisher =")))]);
    let published = Some(line_of(manifest, "published ="));
    assert_eq!(asked(report, Ask::Published), [(Some(7), published)]);
}

#[test]
fn a_character_no_font_has_is_shown_by_a_placeholder() {
    let (imported, _) = checked(TEXT);
    assert!(TEXT.contains(MISSING) && !imported.manifest.contains(MISSING));
    // A hanja that the fonts have stays.
    assert!(imported.manifest.contains("해무(海霧)"));
}

#[test]
fn lines_of_the_contents_list_say_which_article_they_name() {
    let (imported, _) = checked(TEXT);
    let listed = line_of(TEXT, "안개 예측 모형 ‘무적’ 공개 .....");
    let line = imported.report.lines.iter().find(|line| line.line == listed).unwrap();
    assert_eq!(line.fate, LineFate::LeftOut);
    let title = line_of(&imported.manifest, "title = \"등대연구소, 안개 예측 모형");
    assert_eq!(line.manifest_line, Some(title));
}

#[test]
fn headings_one_level_off_and_bare_labels_make_no_difference() {
    let expected = checked(TEXT).0.manifest;
    let deeper = TEXT.replace("\n## ", "\n### ").replace("\n### KEY", "\n#### KEY");
    let deeper = deeper.replace("\n### ●", "\n#### ●").replace("\n### 1.", "\n#### 1.");
    let one = TEXT.replacen("\n## 등대연구소, 안개", "\n### 등대연구소, 안개", 1);
    let bold = TEXT.replace("### KEY Contents", "**KEY Contents**");
    let flat = TEXT.replace("### KEY Contents", "## KEY Contents").replace("### ●", "## ●");
    for (name, text) in [("deeper", deeper), ("one", one), ("bold", bold), ("flat", flat)] {
        assert_eq!(body(&checked(&text).0.manifest), body(&expected), "{name}");
    }
}

/// A manifest without its seal.
fn body(manifest: &str) -> &str {
    manifest.split_once("\n\n").unwrap().1
}

#[test]
fn line_ends_blanks_and_decomposed_hangul_make_no_difference() {
    use unicode_normalization::UnicodeNormalization;
    let expected = checked(TEXT).0.manifest;
    assert_eq!(body(&checked(&TEXT.replace('\n', "\r\n")).0.manifest), body(&expected));
    assert_eq!(body(&checked(&TEXT.nfd().collect::<String>()).0.manifest), body(&expected));
    assert_eq!(body(&checked(&format!("\u{feff}{TEXT}\n\n\n")).0.manifest), body(&expected));
}
