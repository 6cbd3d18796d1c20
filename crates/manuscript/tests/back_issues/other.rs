//! A back issue of other habits: headings of three levels and an underline, no contents list, five
//! kinds of bullets, tables in pipes, an interview, missing key points.

use super::audit::checked;
use super::habits::asked;
use jikji_manuscript::Ask;

const TEXT: &str = include_str!("other.md");

#[test]
fn sections_come_from_its_headings() {
    let (imported, issue) = checked(TEXT);
    let sections: Vec<(&str, usize)> = issue.parts[0]
        .sections
        .iter()
        .map(|section| (section.title.text.as_str(), section.entries.len()))
        .collect();
    let expected = [("제도와 법", 2), ("산업", 1), ("기술", 1), ("사람", 1), ("통계", 1)];
    assert_eq!(sections, expected);
    assert_eq!(issue.parts[1].title.text, "행사");
    assert_eq!(imported.report.found.events, 2);
    assert_eq!(issue.publication.publisher.text, "숲살림연구원");
    assert_eq!((issue.number.year, issue.number.month), (2022, 6));
    assert_eq!(asked(&imported.report, Ask::PartTitle).len(), 1);
}

#[test]
fn signs_tell_the_levels_of_lists() {
    let manifest = checked(TEXT).0.manifest;
    let list = "- 산림청은 2022년 5월 3일 나무 이력제[^1]의 시행 규칙을 예고\n\
                \x20 - 규칙은 지름 30cm 이상의 나무에 적용\n\
                \x20   - 과수원의 나무는 제외\n\
                \x20   - 가로수는 지자체가 정함\n\
                - 이력 번호는 A_100처럼 적으며 5 \\< 10 같은 부호도 가능\n";
    assert!(manifest.contains(list), "{manifest}");
    assert!(manifest.contains("- ① 마을 숲을 지키는"));
    assert!(manifest.contains("[^1]: 나무가 자란 곳과"));
}

#[test]
fn tables_captions_and_paragraphs_stay() {
    let manifest = checked(TEXT).0.manifest;
    for text in [
        "| 다온제지 | 국내산\\|수입 | 3 |",
        "**시험 생산**함",
        "숲 위의 드론\n\n\\<그림 1> 드론이 센 나무",
        "가지가 겹친 곳도 나눔\\\n  하루에 2,000그루를 셈",
        "A. 숲은 느린 책이다. *천천히* 읽어야 한다.",
        r#"{ publisher = "산림청", title = "「임업통계연보」", date = 2022-05-31 }"#,
        r#"{ publisher = "Paper Weekly", title = "Straw paper at last", date = 2022-05-09 }"#,
    ] {
        assert!(manifest.contains(text), "{text}\n{manifest}");
    }
}

#[test]
fn what_no_calendar_takes_stands_beside_it() {
    let (imported, _) = checked(TEXT);
    let manifest = &imported.manifest;
    for text in [
        r#"period = "2022.6.20~22", place = "강원, 평창\\\n숲살림연구원", url = "https://forest-data.example" }"#,
        r#"period = "2022.07.02""#,
        "| 행사 | 날짜 | 곳 | 누리집 | 주최 |\n|---|---|---|---|---|\n| 가을 숲 걷기 | 가을쯤 |",
    ] {
        assert!(manifest.contains(text), "{text}\n{manifest}");
    }
    assert_eq!(asked(&imported.report, Ask::Period).len(), 1);
    assert_eq!(asked(&imported.report, Ask::LinkText).len(), 1);
}

#[test]
fn closing_lines_become_the_colophon() {
    let (imported, issue) = checked(TEXT);
    assert_eq!(issue.colophon.len(), 3);
    assert!(imported.manifest.contains("homepage = \"https://www.forest.example\""));
    assert!(imported.manifest.contains("  \"주소: 서울특별시 종로구 나무로 7\","));
    assert!(imported.manifest.contains("저작권의 보호를 받습니다.\""));
}
