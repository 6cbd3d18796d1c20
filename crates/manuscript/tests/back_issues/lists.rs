//! The contents list in its forms, and what does not agree with it.

use super::audit::checked;
use super::habits::{asked, line_of};
use super::issue::{Issue, Value};
use jikji_manuscript::Ask;

/// A part: its title, its own entries, its sections with the number of their entries.
type Shape = (String, usize, Vec<(String, usize)>);

fn shape(issue: &Issue) -> Vec<Shape> {
    let sections = |part: &super::issue::Part| {
        let of =
            |section: &super::issue::Section| (section.title.text.clone(), section.entries.len());
        part.sections.iter().map(of).collect()
    };
    let of =
        |part: &super::issue::Part| (part.title.text.clone(), part.entries.len(), sections(part));
    issue.parts.iter().map(of).collect()
}

fn expected() -> Vec<Shape> {
    vec![("숲 소식".into(), 0, vec![("법과 제도".into(), 2), ("사람".into(), 1)])]
}

/// Three articles, without headings of sections.
const ARTICLES: &str = "\n
## 나무 이력제 시행 규칙 마련\n\n### KEY Contents\n\n- 규칙이 마련됨\n\n### ● 시행\n\n- 본문 하나\n\n출처: 가, 나, 2022.05.03.\n
## 마을 숲 조례가 늘어남\n\n### KEY Contents\n\n- 조례가 늘어남\n\n### ● 조례\n\n- 본문 둘\n\n출처: 가, 다, 2022.05.04.\n
## 나무 의사를 만나다\n\n### KEY Contents\n\n- 나무 의사\n\n### ● 대화\n\n- 본문 셋\n\n출처: 가, 라, 2022.05.05.\n";

fn with(list: &str) -> String {
    format!("# 숲과 데이터\n\n2022년 6월호\n\n{list}\n{ARTICLES}")
}

#[test]
fn lists_of_many_forms_are_read() {
    let headings = "# 목차\n\n## Ⅰ. 숲 소식\n\n### 1. 법과 제도\n\n- 나무 이력제 시행 규칙 마련 ····· 1\n- 마을 숲 조례가 늘어남 …… 2\n\n### 2. 사람\n\n- 나무 의사를 만나다 ______ 3\n";
    let plain = "차례\n\nI. 숲 소식\n1. 법과 제도\n- 나무 이력제 시행 규칙 마련\t1\n- 마을 숲 조례가 늘어남\t2\n2. 사람\n- 나무 의사를 만나다\t3\n";
    let pageless = "## CONTENTS\n\n### 제1부 숲 소식\n\n#### 제1장 법과 제도\n\n- [나무 이력제 시행 규칙 마련](#p1)\n- [마을 숲 조례가 늘어남](#p2)\n\n#### 제2장 사람\n\n- [나무 의사를 만나다](#p3)\n";
    let unnumbered = "# 목차\n\n## 숲 소식\n\n### 법과 제도\n\n· 나무 이력제 시행 규칙 마련 ..... 1\n· 마을 숲 조례가 늘어남 ..... 2\n\n### 사람\n\n· 나무 의사를 만나다 ..... 3\n";
    let wrapped = "# 목차\n\n## I. 숲 소식\n\n### 1. 법과 제도\n\n- 나무 이력제\n  시행 규칙 마련 ..... 1\n- 마을 숲 조례가 늘어남 ..... 2\n\n### 2. 사람\n\n- 나무 의사를 만나다 ..... 3\n";
    let nested = "# 목차\n\n- I. 숲 소식\n  - 법과 제도\n    - 나무 이력제 시행 규칙 마련 ..... 1\n    - 마을 숲 조례가 늘어남 ..... 2\n  - 사람\n    - 나무 의사를 만나다 ..... 3\n";
    let bold = "**목차**\n\n**I. 숲 소식**\n\n**1. 법과 제도**\n\n- 나무 이력제 시행 규칙 마련 ..... 1\n- 마을 숲 조례가 늘어남 ..... 2\n\n**2. 사람**\n\n- 나무 의사를 만나다 ..... 3\n";
    let pandoc = "## **목차**\n\n## **I\\. 숲 소식**\n\n### **1\\. 법과 제도**\n\n- 나무 이력제 시행 규칙 마련 \\..... 1\n- 마을 숲 조례가 늘어남 \\..... 2\n\n### **2\\. 사람**\n\n- 나무 의사를 만나다 \\..... 3\n";
    let headless = "## I. 숲 소식\n\n### 1. 법과 제도\n\n- 나무 이력제 시행 규칙 마련 ..... 1\n- 마을 숲 조례가 늘어남 ..... 2\n\n### 2. 사람\n\n- 나무 의사를 만나다 ..... 3\n";
    let table = "# 목차\n\n## I. 숲 소식\n\n### 1. 법과 제도\n\n| 글 | 쪽 |\n|---|---|\n| 나무 이력제 시행 규칙 마련 | 1 |\n| 마을 숲 조례가 늘어남 | 2 |\n\n### 2. 사람\n\n| 나무 의사를 만나다 | 3 |\n";
    for (name, list) in [
        ("headings", headings),
        ("plain", plain),
        ("pageless", pageless),
        ("unnumbered", unnumbered),
        ("wrapped", wrapped),
        ("nested", nested),
        ("bold", bold),
        ("pandoc", pandoc),
        ("headless", headless),
        ("table", table),
    ] {
        let (imported, issue) = checked(&with(list));
        assert_eq!(shape(&issue), expected(), "{name}\n{}", imported.manifest);
        assert_eq!(asked(&imported.report, Ask::TitleDiffers), [], "{name}");
        assert_eq!(asked(&imported.report, Ask::Unlisted), [], "{name}");
    }
}

#[test]
fn numbered_entries_are_entries() {
    let list = "# 목차\n\n1. 나무 이력제 시행 규칙 마련 ..... 1\n2. 마을 숲 조례가 늘어남 ..... 2\n3. 나무 의사를 만나다 ..... 3\n";
    let (imported, issue) = checked(&with(list));
    assert_eq!(shape(&issue), [("숲과 데이터".into(), 3, vec![])], "{}", imported.manifest);
    assert_eq!(asked(&imported.report, Ask::PartTitle).len(), 1);
}

const LIST: &str = "# 목차\n\n## I. 숲 소식\n\n### 1. 법과 제도\n\n- 나무 이력제 시행 규칙 마련 ..... 1\n- 마을 숲 조례, 늘어난다 ..... 2\n\n### 2. 사람\n\n- 나무 의사를 만나다 ..... 3\n";

#[test]
fn differing_titles_are_asked_about() {
    let text = with(LIST);
    let (imported, issue) = checked(&text);
    assert_eq!(shape(&issue), expected());
    let place = (
        Some(line_of(&text, "늘어난다 .....")),
        Some(line_of(&imported.manifest, "title = \"마을 숲 조례가 늘어남\"")),
    );
    assert_eq!(asked(&imported.report, Ask::TitleDiffers), [place]);
}

#[test]
fn a_title_worded_anew_is_matched_by_its_place() {
    let list = LIST.replace("마을 숲 조례, 늘어난다", "자치 규범 동향");
    let (imported, issue) = checked(&with(&list));
    assert_eq!(shape(&issue), expected());
    assert_eq!(asked(&imported.report, Ask::TitleDiffers).len(), 1);
}

#[test]
fn lines_without_an_article_and_articles_without_a_line_are_asked_about() {
    let list = LIST
        .replace("만나다 ..... 3\n", "만나다 ..... 3\n- 돌아온 황새 이야기 ..... 4\n")
        .replace("- 마을 숲 조례, 늘어난다 ..... 2\n", "- 나무 이력제 시행 규칙 마련 ..... 1\n");
    let text = with(&list);
    let (imported, issue) = checked(&text);
    assert_eq!(shape(&issue), expected());
    let report = &imported.report;
    let lost = Some(line_of(&text, "돌아온 황새"));
    assert_eq!(asked(report, Ask::ContentsUnmatched), [(lost, None)]);
    assert_eq!(asked(report, Ask::ContentsTwice).len(), 1);
    let unlisted = Some(line_of(&imported.manifest, "title = \"마을 숲 조례가"));
    assert_eq!(asked(report, Ask::Unlisted).iter().map(|a| a.1).collect::<Vec<_>>(), [unlisted]);
}

#[test]
fn headings_of_the_text_that_repeat_the_list_are_left_out() {
    let text = with(LIST)
        .replace(
            "\n## 나무 이력제 시행 규칙 마련\n\n",
            "\n## I . 숲 소식\n\n## 1. 법과 제도 동향\n\n## 나무 이력제 시행 규칙 마련\n\n",
        )
        .replace("\n## 나무 의사를 만나다\n\n", "\n## 2. 사람\n\n## 나무 의사를 만나다\n\n");
    let (imported, issue) = checked(&text);
    assert_eq!(shape(&issue), expected(), "{}", imported.manifest);
    let differs: Vec<_> = asked(&imported.report, Ask::TitleDiffers).iter().map(|a| a.0).collect();
    assert!(differs.contains(&Some(line_of(&text, "## 1. 법과 제도 동향"))));
}

#[test]
fn a_section_the_list_does_not_know_is_kept_with_its_articles() {
    let more = "\n## 3. 부록\n\n## 숲 낱말 풀이\n\n### KEY Contents\n\n- 풀이\n\n### ● 낱말\n\n- 본문 넷\n\n출처: 가, 마, 2022.05.06.\n";
    let (imported, issue) = checked(&format!("{}{more}", with(LIST)));
    let mut expected = expected();
    expected[0].2.push(("부록".into(), 1));
    assert_eq!(shape(&issue), expected);
    assert_eq!(asked(&imported.report, Ask::HeadingUnlisted).len(), 1);
}

#[test]
fn a_listed_section_without_articles_is_left_out() {
    let list = LIST.replace("### 2. 사람", "### 2. 통계\n\n- 숫자로 본 숲 ..... 9\n\n### 3. 사람");
    let (imported, issue) = checked(&with(&list));
    assert_eq!(shape(&issue), expected());
    assert_eq!(asked(&imported.report, Ask::EmptyGroup).len(), 1);
}

/// A bulletin with that contents list and articles of those titles, without key points.
fn plain(list: &str, titles: &[&str]) -> String {
    let articles: String = titles
        .iter()
        .map(|title| format!("## {title}\n\n- 본문 글이 이어짐\n  - 둘째 단계 글\n\n"))
        .collect();
    format!("# 월간 데이터\n\n2022년 5월\n\n## 목차\n\n{list}\n{articles}")
}

#[track_caller]
fn titles(issue: &Issue) -> Vec<String> {
    let entries = issue.parts.iter().flat_map(|part| {
        part.sections.iter().flat_map(|section| &section.entries).chain(&part.entries)
    });
    let title = |value: &Value| match value {
        Value::Text(text) => text.value.clone(),
        other => panic!("{other:?}"),
    };
    let named = entries.flat_map(|entry| entry.fields.iter().filter(|(name, _)| name == "title"));
    named.map(|(_, value)| title(value)).collect()
}

#[test]
fn lists_without_leaders_end_where_the_articles_begin() {
    let same = ["데이터법 시행", "클라우드 시장 성장", "양자 컴퓨터 경쟁", "마이데이터 확대"];
    let anew = ["데이터법이 시행됨", "클라우드 시장이 성장", "양자 경쟁", "내 정보를 내 손에"];
    let list = |lead: &str, trail: &dyn Fn(usize) -> String| -> String {
        let lines = same.iter().enumerate();
        lines.map(|(nth, title)| format!("{lead}{title}{}\n", trail(2 * nth + 3))).collect()
    };
    let table = format!("| 제목 | 쪽 |\n|---|---|\n{}", list("| ", &|page| format!(" | {page} |")));
    for (name, list) in [
        ("table", table),
        ("space", list("- ", &|page| format!(" {page}"))),
        ("slash", list(" ", &|page| format!(" / {page}"))),
        ("tab", list("- ", &|page| format!("\t{page}"))),
        ("none", list("- ", &|_| String::new())),
    ] {
        for found in [same, anew] {
            let (imported, issue) = checked(&plain(&list, &found));
            assert_eq!(titles(&issue), found, "{name}\n{}", imported.manifest);
            let differing = usize::from(found == anew) * found.len();
            let asked = asked(&imported.report, Ask::TitleDiffers).len();
            assert_eq!(asked, differing, "{name}\n{:#?}", imported.report.questions);
            assert_eq!(imported.report.found.parts, 1);
        }
    }
}

/// The titles of the sections, with the number of their entries.
fn sections(issue: &Issue) -> Vec<(String, usize)> {
    shape(issue).into_iter().flat_map(|(_, _, sections)| sections).collect()
}

#[test]
fn bare_names_in_the_list_are_sections() {
    let found = ["01 데이터법 시행", "02 마이데이터 확대", "03 클라우드 시장 성장"];
    for (name, list) in [
        (
            "dots",
            "정책동향\n 1 데이터법 시행 ······ 3\n 2 마이데이터 확대 ······ 5\n산업동향\n 3 클라우드 시장 성장 ······ 7\n",
        ),
        (
            "slash",
            "정책동향\n 01 데이터법 시행 / 3\n 02 마이데이터 확대 / 5\n\n산업동향\n 03 클라우드 시장 성장 / 7\n",
        ),
        (
            "indent",
            "정책동향\n  데이터법 시행 ..... 3\n  마이데이터 확대 ..... 5\n산업동향\n  클라우드 시장 성장 ..... 7\n",
        ),
        (
            "bullets",
            "정책동향\n- 데이터법 시행 ..... 3\n- 마이데이터 확대 ..... 5\n산업동향\n- 클라우드 시장 성장 ..... 7\n",
        ),
    ] {
        let (imported, issue) = checked(&plain(list, &found));
        let expected = [("정책동향".to_string(), 2), ("산업동향".to_string(), 1)];
        assert_eq!(sections(&issue), expected, "{name}\n{}", imported.manifest);
        assert_eq!(asked(&imported.report, Ask::ContentsUnmatched), [], "{name}");
        assert_eq!(asked(&imported.report, Ask::HeadingLeftOut), [], "{name}");
    }
}

#[test]
fn a_title_over_two_lines_is_no_section() {
    let list = "데이터법\n  시행 ..... 3\n클라우드 시장\n  성장 ..... 5\n";
    let (imported, issue) = checked(&plain(list, &["데이터법 시행", "클라우드 시장 성장"]));
    assert_eq!(sections(&issue), [], "{}", imported.manifest);
    assert_eq!(imported.report.found.briefs, 2);
}

#[test]
fn a_list_of_articles_alone_leaves_the_sections_of_the_text() {
    let list = "- 데이터법 시행 ..... 3\n- 클라우드 시장 성장 ..... 5\n";
    let text = plain(list, &["데이터법 시행", "클라우드 시장 성장"])
        .replace("## 데이터법", "# 정책\n\n## 데이터법")
        .replace("## 클라우드", "# 산업\n\n## 클라우드");
    let (imported, issue) = checked(&text);
    let expected = [("정책".to_string(), 1), ("산업".to_string(), 1)];
    assert_eq!(sections(&issue), expected, "{}", imported.manifest);
    assert_eq!(asked(&imported.report, Ask::HeadingLeftOut), []);
    assert_eq!(asked(&imported.report, Ask::Unlisted), []);
}

#[test]
fn a_last_section_without_leaders_is_in_the_list() {
    let list = "**Ⅰ. 정책**\n- 데이터법 시행 ..... 3\n- 마이데이터 확대 ..... 5\n- 클라우드 시장 성장 ..... 6\n**Ⅱ. 알림**\n- 가을 학술대회 7\n";
    let found = ["데이터법 시행", "마이데이터 확대", "클라우드 시장 성장", "가을 학술대회"];
    let (imported, issue) = checked(&plain(list, &found));
    let parts: Vec<_> = shape(&issue).into_iter().map(|(title, count, _)| (title, count)).collect();
    assert_eq!(parts, [("정책".into(), 3), ("알림".into(), 1)], "{}", imported.manifest);
    assert_eq!(asked(&imported.report, Ask::ContentsUnmatched), []);
}

#[test]
fn a_section_of_events_is_in_the_list() {
    let list = "### Ⅰ. 정책\n\n- 데이터법 시행\n- 마이데이터 확대\n\n### Ⅱ. 주요 행사\n\n- 학회 하나\n- 학회 둘\n";
    let events = "## Ⅱ. 주요 행사 일정\n\n| 행사명 | 기간 | 장소 |\n|---|---|---|\n| 학회 하나 | 2022.11.2.~3. | 부산 |\n| 학회 둘 | 2022.12.1. | 제주 |\n";
    let text = plain(list, &["데이터법 시행", "마이데이터 확대"]) + events;
    let (imported, issue) = checked(&text);
    let parts: Vec<_> = shape(&issue).into_iter().map(|(title, count, _)| (title, count)).collect();
    assert_eq!(parts, [("정책".into(), 2), ("주요 행사".into(), 1)], "{}", imported.manifest);
    assert_eq!(imported.report.found.events, 2);
}

#[test]
fn a_part_of_the_list_without_entries_is_no_article() {
    let text = "염전 월보\n\n2021년 6월호\n\n차례\n\nⅠ. 바닷가 소식\n소금 창고의 습도를 재다 ········ 1\n물때표 읽는 법을 배우다 ········ 2\nⅡ. 주요 행사\nⅢ. 통계\n\nⅠ. 바닷가 소식\n\n소금 창고의 습도를 재다\n\n- 조합이 6월 1일 기구를 나눔\n\n물때표 읽는 법을 배우다\n\n- 학교가 6월 2일 수업을 엶\n\nⅡ. 주요 행사\n\nⅢ. 통계\n";
    let apart = text.replace("Ⅱ. 주요 행사\nⅢ", "\nⅡ. 주요 행사\n\nⅢ");
    for text in [text.to_string(), apart, text.replace("주요 행사", "특집")] {
        let (imported, issue) = checked(&text);
        let (report, manifest) = (&imported.report, &imported.manifest);
        assert_eq!((report.found.briefs, report.found.parts), (2, 1), "{manifest}");
        assert_eq!(issue.parts[0].title.text, "바닷가 소식");
        // What was left out is told.
        let told = [Ask::EmptyGroup, Ask::EmptyArticle].map(|ask| asked(report, ask).len());
        assert!(told.iter().sum::<usize>() >= 2, "{told:?} {manifest}");
    }
}
