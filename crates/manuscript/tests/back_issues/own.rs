//! A number as PDF tools leave the pages that jikji itself sets: days without their year, hosts without their scheme,
//! bullets in the middle of their text.

use super::audit::checked;
use super::habits::asked;
use jikji_diagnostic::Lang;
use jikji_manuscript::Ask;

const HEAD: &str = "갯벌 월보\n\n2021년 6월호\n\n차례\n\nⅠ. 갯벌 소식\n1. 제도\n▹ 염전 조합, 습도를 재는 기구를 나눔 ········ 1\n▹ 갯마을 학교, 물때표를 가르침 ········ 2\nⅡ. 주요 행사\n▹ 소금 장날 ········ 3\n▹ 갯벌 걷기 ········ 3\n\u{c}";

const FOOT: &str = "3\n\u{c}갯벌 월보 2021년 6월호\n홈페이지 salt.example\n문의 이 소식지에 대해 궁금한 점은 갯벌연구실(salt@salt.example, 031-555-0199)로 문의해 주십시오.\n주소 경기도 안산시 단원구 갯벌로 12\n12, Gaetbeol-ro, Danwon-gu, Ansan-si, Gyeonggi-do, Republic of Korea,\n15654\n";

/// The number with a text for each article, and lines of the calendar.
fn number(texts: [&str; 2], calendar: &str) -> String {
    let [first, second] = texts;
    let top = "갯벌 월보 2021년 6월호\nⅠ. 갯벌 소식 1. 제도\n";
    format!(
        "{HEAD}{top}염전 조합, 습도를 재는 기구를 나눔\nKEY Contents\n• 조합이 기구를 나눔\n{first}☞ 출처 : 소금조합, 알림, 2021.06.01.\n1\n\u{c}{top}갯마을 학교, 물때표를 가르침\nKEY Contents\n• 학교가 수업을 엶\n{second}☞ 출처 : 갯마을학교, 알림, 2021.06.02.\n2\n\u{c}갯벌 월보 2021년 6월호\n주요 행사\nⅡ. 주요 행사\n주요 행사 일정\n{calendar}{FOOT}"
    )
}

const TEXTS: [&str; 2] = [
    "조합의 새 기구\n▪ 조합이 6월 1일 기구를 나누며 세 해 동안 쓰기로 함\n",
    "학교의 새 수업\n▪ 학교가 6월 2일 수업을 열어 물때표를 펼침\n",
];

/// What tools make of a table of two events; the days of the first end in the next month.
const CALENDARS: [(&str, &str); 5] = [
    (
        "rows",
        "일정 행사 장소 홈페이지\n6.30 – 7.2\n2021년\n소금 장날 한국, 바닷마을 salt.example\n1.5 갯벌 걷기 한국, 안산 mud.example\n2022년\n",
    ),
    (
        "cells",
        "일정\n행사\n장소\n홈페이지\n6.30 – 7.2\n2021년\n소금 장날\n한국, 바닷마을\nsalt.example\n1.5\n2022년\n갯벌 걷기\n한국, 안산\nmud.example\n",
    ),
    (
        "blanks",
        "일정            행사          장소            홈페이지\n\n6.30 – 7.2     소금 장날     한국, 바닷마을     salt.example\n2021년\n\n1.5            갯벌 걷기     한국, 안산        mud.example\n2022년\n",
    ),
    (
        "columns",
        "일정\n\n행사\n\n장소\n\n6.30 – 7.2\n2021년\n\n소금 장날\n\n한국, 바닷마을\n\n1.5\n2022년\n\n갯벌 걷기\n\n한국, 안산\n\n홈페이지\n\nsalt.example\n\nmud.example\n\n",
    ),
    (
        "spans",
        "일정 행사 장소 홈페이지\n6.30\n– 7.2 소금 장날 한국, 바닷마을 salt.example\n2021년\n1.5 갯벌 걷기 한국, 안산 mud.example\n2022년\n",
    ),
];

#[test]
fn a_calendar_whose_days_have_no_year_is_one() {
    for (name, calendar) in CALENDARS {
        let text = number(TEXTS, calendar);
        let (imported, _) = checked(&text);
        let (found, manifest) = (&imported.report.found, &imported.manifest);
        assert_eq!((found.briefs, found.events, found.parts), (2, 2, 2), "{name}\n{manifest}");
        for event in [
            r#"name = "소금 장날", period = "2021.6.30~7.2", place = "한국, 바닷마을", url = "https://salt.example""#,
            r#"name = "갯벌 걷기", period = "2022.1.5", place = "한국, 안산", url = "https://mud.example""#,
        ] {
            assert!(manifest.contains(event), "{name}\n{manifest}");
        }
        assert!(imported.report.questions.len() <= 15, "{name}: {:?}", imported.report.questions);
    }
}

#[test]
fn an_event_that_no_list_names_ends_before_its_city() {
    let text = number(TEXTS, CALENDARS[0].1).replace("\n▹ 갯벌 걷기 ········ 3", "");
    let manifest = checked(&text).0.manifest;
    let event = r#"name = "갯벌 걷기", period = "2022.1.5", place = "한국, 안산""#;
    assert!(manifest.contains(event), "{manifest}");
}

#[test]
fn the_lines_of_the_last_page_are_the_colophon() {
    for (text, labels) in [
        (number(TEXTS, CALENDARS[0].1), "one line"),
        (
            number(TEXTS, CALENDARS[0].1)
                .replace("홈페이지 salt", "홈페이지\n\nsalt")
                .replace("문의 이", "문의\n\n이")
                .replace("주소 경기", "주소\n\n경기")
                .replace("갯벌 월보 2021년 6월호\n홈", "갯벌 월보\n2021년 6월호\n홈"),
            "lines of their own",
        ),
    ] {
        let (imported, _) = checked(&text);
        let manifest = &imported.manifest;
        assert!(imported.report.found.colophon, "{labels}\n{manifest}");
        let (_, colophon) = manifest.split_once("[colophon]\n").unwrap();
        let expected = "homepage = \"https://salt.example\"\ncontact = \"이 소식지에 대해 궁금한 점은 갯벌연구실(salt@salt.example, 031-555-0199)로 문의해 주십시오.\"\naddress = [\n  \"경기도 안산시 단원구 갯벌로 12\",\n  \"12, Gaetbeol-ro, Danwon-gu, Ansan-si, Gyeonggi-do, Republic of Korea, 15654\",\n]\n";
        assert_eq!(colophon, expected, "{labels}");
    }
}

#[test]
fn a_bullet_in_the_middle_of_a_text_is_its_sign() {
    let first = "\n조합의 새 기구\n조합이 6월 1일 기구를 나누며 창고마다 두고 습도를 재어 날마다 적는 새로운 방법을\n\n▪\n\n이듬해 봄까지 모든 염전에 알리기로 함\n";
    let manifest = checked(&number([first, TEXTS[1]], CALENDARS[0].1)).0.manifest;
    let item = "\n- 조합이 6월 1일 기구를 나누며 창고마다 두고 습도를 재어 날마다 적는 새로운 방법을 이듬해 봄까지 모든 염전에 알리기로 함\n";
    assert!(manifest.contains(item), "{manifest}");
    assert!(!manifest.contains("## 조합이") && !manifest.contains('▪'), "{manifest}");
}

#[test]
fn a_bullet_before_another_is_the_sign_of_the_text_after_that() {
    let first =
        "\n조합의 새 기구\n▪ 첫 항목\n\n▪\n\n–\n\n값은 모두 3억 원\n\n조합이 6월 1일 기구를 나눔\n";
    let manifest = checked(&number([first, TEXTS[1]], CALENDARS[0].1)).0.manifest;
    assert!(manifest.contains("값은 모두 3억 원\n- 조합이 6월 1일"), "{manifest}");
    assert!(!manifest.contains('▪'), "{manifest}");
}

#[test]
fn a_line_that_breaks_inside_a_word_goes_on_in_it() {
    let first = "조합의 새 기구\n▪ 조합이 6월 1일 염전연합회와 만나 값과 무게를 정한 뒤 염전연\n합회에 기구를 주고 봄·\n여름에 새\n기구를 쓰기로 함\n";
    let manifest = checked(&number([first, TEXTS[1]], CALENDARS[0].1)).0.manifest;
    let item = "정한 뒤 염전연합회에 기구를 주고 봄·여름에 새 기구를 쓰기로 함\n";
    assert!(manifest.contains(item), "{manifest}");
}

#[test]
fn a_note_below_an_item_opens_no_level() {
    let first = "조합의 새 기구\n▪ 조합이 6월 1일 규정*을 고침\n* 2020년의 것\n– 첫째로 값을 정함\n– 둘째로 곳을 정함\n";
    let manifest = checked(&number([first, TEXTS[1]], CALENDARS[0].1)).0.manifest;
    let items = "규정[^1]을 고침\n  - 첫째로 값을 정함\n  - 둘째로 곳을 정함\n";
    assert!(manifest.contains(items), "{manifest}");
}

#[test]
fn the_words_in_a_chart_are_asked_about_and_in_no_text() {
    for chart in [
        "\n조합의 기구\n\n60%\n\n학교의 기구\n\n40%\n\n",
        "\n조합의 기구     학교의 기구\n\n60%     40%\n\n",
    ] {
        let first = format!("{}{chart}기구를 둔 곳(염전 20곳)\n", TEXTS[0]);
        let (imported, _) = checked(&number([&first, TEXTS[1]], CALENDARS[0].1));
        let body = "세 해 동안 쓰기로 함\n\n기구를 둔 곳(염전 20곳)\n'''";
        assert!(imported.manifest.contains(body), "{}", imported.manifest);
        assert_eq!(asked(&imported.report, Ask::ChartWords).len(), 1);
    }
}

#[test]
fn a_month_in_parts_or_at_the_tops_of_pages_is_that_of_the_number() {
    let later = number(TEXTS, CALENDARS[0].1).replace("6월호", "7월호");
    for cover in ["2021년\n\n7\n\n월호\n\n차례", "차례"] {
        let (imported, issue) = checked(&later.replacen("2021년 7월호\n\n차례", cover, 1));
        assert_eq!((issue.number.year, issue.number.month), (2021, 7), "{cover}");
        assert_eq!(asked(&imported.report, Ask::Month), []);
        assert_eq!(asked(&imported.report, Ask::MastheadLine), [], "{cover}");
    }
}

#[test]
fn the_last_event_keeps_its_address_where_the_colophon_follows() {
    for days in ["2021.6.30~7.2", "2021.6.30"] {
        let calendar = format!(
            "소금 장날\n- 소금을 사고파는 자리\n기간\n장소\n홈페이지\n{days}\n한국, 바닷마을\nhttps://fair.example/\n"
        );
        let text = number(TEXTS, &calendar).replace("3\n\u{c}갯벌 월보 2021년 6월호\n홈", "3\n홈");
        let manifest = checked(&text).0.manifest;
        assert!(manifest.contains("url = \"https://fair.example/\""), "{manifest}");
        assert!(manifest.contains("homepage = \"https://salt.example\""), "{manifest}");
        // Without one of its own the colophon has none.
        let none = text.replace("홈페이지 salt.example\n", "");
        let manifest = checked(&none).0.manifest;
        assert!(!manifest.contains("homepage") && manifest.contains("url = "), "{manifest}");
    }
}

#[test]
fn what_comes_once_above_a_title_is_asked_about() {
    let text = number(TEXTS, CALENDARS[0].1);
    let lost = "2021.06.01.\n1\n\u{c}떨어져 나온 글\n";
    let (imported, _) = checked(&text.replace("2021.06.01.\n1\n\u{c}", lost));
    let questions = &imported.report.questions;
    let asks = |code| questions.iter().filter(|q| q.code == code).collect::<Vec<_>>();
    assert!(asks(Ask::Unclaimed)[0].says.say(Lang::Ko).contains("떨어져 나온 글"));
    let heads = asks(Ask::RunningHead);
    assert!(heads.iter().all(|head| !head.says.say(Lang::Ko).contains("떨어져")), "{heads:?}");
}
