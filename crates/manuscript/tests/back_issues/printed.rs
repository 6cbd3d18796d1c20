//! A number as PDF tools leave its text: what pages repeat at their tops, page numbers, form feeds, wrapped
//! lines, bullets of a symbol font, labels that stand after what they name, events as blocks of lines.

use std::fmt::Write;

use super::audit::checked;
use super::habits::asked;
use jikji_manuscript::Ask;

/// Titles, in the order of the contents list; the third and fourth are of the second section.
const TITLES: [&str; 4] = [
    "염전 조합, 소금 창고의 습도를 재는 기구를 나눔",
    "갯마을 학교, 물때표 읽는 법을 새로 가르침",
    "조선소, 버려진 그물로 밧줄을 꼬는 기계 공개",
    "수산 시험장, 미역 포자를 얼려 두는 방법 발표",
];
const SECTIONS: [&str; 2] = ["1. 제도", "2. 기술"];

/// What one tool leaves.
struct Habit {
    /// Bullets of key points, subheads, items and what is below them, with the blank after each.
    bullets: [&'static str; 4],
    /// The bullet of the contents list.
    listed: &'static str,
    /// Key points before their label.
    before_label: usize,
    /// What parts pages.
    page_end: &'static str,
    /// Whether tab lines stand a section a line.
    tabs_apart: bool,
    /// Whether blank lines part all.
    parted: bool,
    /// Columns before items.
    indent: usize,
    /// Characters of a line.
    width: usize,
}

const PLAIN: Habit = Habit {
    bullets: ["■ ", "● ", "■ ", "∙ "],
    listed: "▹ ",
    before_label: 0,
    page_end: "\n",
    tabs_apart: false,
    parted: false,
    indent: 0,
    width: 40,
};

fn habits() -> [(&'static str, Habit); 7] {
    [
        ("a layout kept", Habit { before_label: 1, page_end: "\n\u{c}", indent: 4, ..PLAIN }),
        (
            "reading order",
            Habit { before_label: 2, page_end: "\n\n\u{c}", tabs_apart: true, ..PLAIN },
        ),
        ("lines of a page", PLAIN),
        ("blocks", Habit { before_label: 1, page_end: "\n\u{c}", tabs_apart: true, ..PLAIN }),
        ("elements", Habit { parted: true, tabs_apart: true, width: 1000, ..PLAIN }),
        ("letters", Habit { bullets: ["n ", "£", "n ", "∙ "], page_end: "\n\u{c}", ..PLAIN }),
        (
            "private signs",
            Habit {
                bullets: ["\u{F06E} ", "\u{F0A3} ", "\u{F06E} ", "\u{F53A} "],
                before_label: 2,
                ..PLAIN
            },
        ),
    ]
}

impl Habit {
    fn push(&self, page: &mut Vec<String>, lead: &str, text: &str) {
        let mut line = lead.to_string();
        for word in text.split(' ') {
            if line.chars().count() + word.chars().count() > self.width {
                page.push(std::mem::take(&mut line).trim_end().to_string());
                line.push_str(&" ".repeat(self.indent));
            }
            line.push_str(word);
            line.push(' ');
        }
        page.push(line.trim_end().to_string());
        if self.parted {
            page.push(String::new());
        }
    }

    fn tops(&self, page: &mut Vec<String>, number: usize) {
        match (number % 2, self.tabs_apart) {
            (0, _) => page.extend(["갯벌 월보 |", "2021-06월호"].map(String::from)),
            (_, true) => page.extend(SECTIONS.map(String::from)),
            (_, false) => page.push(SECTIONS.join(" ")),
        }
        if self.parted {
            page.push(String::new());
        }
    }

    fn article(&self, number: usize) -> String {
        let mut page = vec![];
        self.tops(&mut page, number);
        self.push(&mut page, "", TITLES[number - 1]);
        let [key, subhead, item, below] = self.bullets;
        let indent = " ".repeat(self.indent);
        for point in 0..2 {
            if point == self.before_label {
                self.push(&mut page, "", "KEY Contents");
            }
            let text = format!(
                "{number}번 글의 요점 {point}은 물가의 사람들이 오래 써 온 말로 길게 이어 적음"
            );
            self.push(&mut page, &format!("{indent}{key}"), &text);
        }
        if self.before_label == 2 {
            self.push(&mut page, "", "KEY Contents");
        }
        self.push(&mut page, subhead, &format!("{number}번 글의 내용"));
        let star = if number == 2 { "*" } else { "" };
        let text = format!(
            "바닷가 기관이 6월 {number}일 새 계획{star}을 내놓으며 이웃 마을과 함께 하기로 약속"
        );
        self.push(&mut page, &format!("{indent}{item}"), &text);
        if number == 2 {
            self.push(&mut page, "", "* 다섯 해 동안 이어지는 일");
        }
        let text =
            format!("예산은 {number}억 원이며 바닷물이 드나드는 때를 맞추어 나누어 쓰기로 함");
        self.push(&mut page, &format!("{indent}{below}"), &text);
        self.push(&mut page, &format!("{indent}{item}"), "이듬해 봄에 결과를 알림");
        let text =
            format!("☞ 출처 : 물가{number}연구소, 바닷가 기록 {number}호, 2021.06.0{number}.");
        self.push(&mut page, "", &text);
        page.push(number.to_string());
        page.join("\n")
    }

    fn number(&self) -> String {
        let mut list = String::from("갯벌 월보\n\n2021년 6월호\n\nⅠ. 갯벌 소식\n");
        for (at, title) in TITLES.iter().enumerate() {
            if at % 2 == 0 {
                let _ = writeln!(list, "{}", SECTIONS[at / 2]);
            }
            let _ = writeln!(list, "{}{title} ················· {}", self.listed, at + 1);
        }
        let _ = writeln!(list, "Ⅱ. 주요 행사\n{}소금 장날 ················· 5", self.listed);
        let mut pages = vec![list, "Ⅰ. 갯벌 소식".to_string()];
        pages.extend((1..=TITLES.len()).map(|number| self.article(number)));
        let events = [
            "Ⅱ. 주요 행사 일정",
            "행사명 행사 주요 개요",
            "- 소금 장날을 맞아 햇소금을",
            "소금 장날 나누고 염전을 함께 걷는 자리",
            "기간 장소 홈페이지",
            "2021.7.3~4 한국, 바닷마을 https://salt.example/",
            "5",
        ];
        pages.push(events.join("\n"));
        pages.join(self.page_end)
    }
}

#[test]
fn a_number_stands_whatever_tool_left_its_text() {
    for (name, habit) in habits() {
        let text = habit.number();
        let (imported, _) = checked(&text);
        let found = &imported.report.found;
        let counts = (found.briefs, found.sections, found.key_points, found.sources);
        let manifest = &imported.manifest;
        assert_eq!(counts, (4, 2, 8, 4), "{name}\n{text}\n{manifest}");
        assert_eq!((found.notes, found.events, found.parts), (1, 1, 2), "{name}\n{manifest}");
        assert!(imported.report.questions.len() <= 15, "{name}: {:?}", imported.report.questions);
        let own: Vec<&str> =
            manifest.lines().filter_map(|line| line.strip_prefix("title = ")).collect();
        let titles = TITLES.map(|title| format!("\"{title}\""));
        let kept = own.iter().filter(|title| titles.iter().any(|own| own == *title));
        assert!(kept.eq(&titles), "{name}: {own:?}");
        assert_eq!(manifest.matches("\n## ").count(), 4, "{name}: a subhead each\n{manifest}");
        assert_eq!(manifest.matches("\n  - 예산은").count(), 4, "{name}: levels\n{manifest}");
        let event = r#"name = "소금 장날", period = "2021.7.3~4", place = "한국, 바닷마을", url = "https://salt.example/", note = "소금 장날을 맞아 햇소금을 나누고 염전을 함께 걷는 자리""#;
        assert!(manifest.contains(event), "{name}\n{manifest}");
        for gone in ["월보 |", "1. 제도", "〓", "unfinished"] {
            assert!(!manifest.contains(gone), "{name}: {gone}\n{manifest}");
        }
    }
}

#[test]
fn an_item_goes_on_after_a_blank_line_in_the_middle_of_a_sentence() {
    for (name, habit) in habits() {
        let text = habit.number().replace("내놓으며 ", "내놓으며\n\n");
        let (imported, _) = checked(&text);
        let manifest = &imported.manifest;
        let whole = manifest.matches("을 내놓으며 이웃 마을과").count();
        let marked = manifest.matches("[^1]을 내놓으며 이웃 마을과").count();
        assert_eq!((whole, marked, imported.report.found.briefs), (4, 1, 4), "{name}\n{manifest}");
    }
}

#[test]
fn what_is_missing_or_made_of_several_is_told_whatever_tool_left_it() {
    for (name, habit) in habits() {
        let text = habit.number();
        let title = text.rfind(TITLES[2]).unwrap();
        let end = title + text[title..].find("2021.06.03.").unwrap() + "2021.06.03.".len();
        let lacking = format!("{}{}", &text[..title], &text[end..]);
        let joined = format!("{}{}", &text[..title], &text[title + TITLES[2].len()..]);
        for (text, missing, merged) in [(lacking, 1, 0), (joined, 1, 1)] {
            let (imported, _) = checked(&text);
            let (found, manifest) = (&imported.report.found, &imported.manifest);
            assert_eq!(
                (found.briefs, found.missing, found.merged),
                (3, missing, merged),
                "{name}\n{text}"
            );
            let mark = manifest.lines().find(|line| line.starts_with("unfinished = ")).unwrap();
            assert!(mark.contains("찾지 못한 글 1편"), "{mark}");
            assert_eq!(mark.contains("이어진 듯한 글 1편"), merged == 1, "{name}: {mark}");
            let again = asked(&imported.report, Ask::LabelAgain);
            assert_eq!(again.len(), merged, "{name}\n{manifest}");
            let label = |(line, _): &(Option<usize>, _)| {
                text.lines().nth(line.unwrap() - 1).unwrap().contains("KEY Contents")
            };
            assert!(again.iter().all(label), "{name}: {again:?}");
        }
    }
}
