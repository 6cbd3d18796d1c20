//! A number whose pages are set in columns, as PDF tools leave it: no leaders in the contents list, labels and titles
//! over two lines, bullets in lines of their own, subheads without a sign.

use std::fmt::Write;

use super::audit::checked;
use super::issue::Value;

/// Titles in two lines each; the third and fourth are of the second section.
const TITLES: [[&str; 2]; 4] = [
    ["염전 조합, 소금 창고의 습도를 재는", "기구를 마을마다 나눔"],
    ["갯마을 학교, 물때표 읽는 법을", "새로 가르치기로 약속"],
    ["조선소, 버려진 그물로 밧줄을", "꼬는 기계를 처음 공개"],
    ["수산 시험장, 미역 포자를 얼려", "두는 방법을 찾아 발표"],
];
const SECTIONS: [&str; 2] = ["1. 제도", "2. 기술"];

/// How a tool leaves the contents list.
#[derive(Debug, Clone, Copy, PartialEq)]
enum List {
    /// The page of a title in the line before it.
    PagesFirst,
    /// The names of all sections before all titles.
    NamesFirst,
    /// All pages after all titles.
    PagesLast,
    /// The name of a section, its first title and its page in one line.
    OneLine,
    /// The same with the columns kept.
    Columns,
}

/// How it leaves the label of key points and bullets.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Body {
    /// The label in two lines, bullets before their text.
    Lines,
    /// Bullets in lines of their own, blank lines between all.
    Apart,
    /// A blank line after each line, and the page's number before the source.
    Split,
    /// The first half of the label before the first point, the second below it.
    Beside,
}

fn title(nth: usize) -> String {
    TITLES[nth].join(" ")
}

fn list(form: List) -> String {
    let mut out = String::from("Contents\nⅠ. 갯벌 소식\n");
    let names_first = form == List::NamesFirst;
    if names_first {
        out += &SECTIONS.map(|section| format!("{section}\n\n")).concat();
    }
    for nth in 0..4 {
        let (title, page, first) = (title(nth), nth + 1, nth % 2 == 0);
        let section = SECTIONS[nth / 2];
        let _ = match form {
            List::PagesFirst if first => writeln!(out, "{section} {page}\n{title}"),
            List::PagesFirst => writeln!(out, "{page}\n{title}"),
            List::NamesFirst => writeln!(out, "{title}\n\n{page}\n"),
            List::PagesLast if first => writeln!(out, "{section}\n\n{title}\n"),
            List::PagesLast => writeln!(out, "{title}\n"),
            List::OneLine if first => writeln!(out, "{section} {title} {page}"),
            List::OneLine => writeln!(out, "{title} {page}"),
            List::Columns if first => writeln!(out, "{section:<16}{title:<40}{page}\n"),
            List::Columns => writeln!(out, "{:<16}{title:<40}{page}\n", ""),
        };
    }
    out += match form {
        List::PagesFirst => "Ⅱ. 주요 행사\n5\n소금 장날\n",
        List::NamesFirst => "Ⅱ. 주요 행사\n\n소금 장날\n\n5\n\n",
        List::PagesLast => "Ⅱ. 주요 행사\n\n소금 장날\n\n1\n\n2\n\n3\n\n4\n\n5\n\n",
        List::OneLine => "Ⅱ. 주요 행사\n소금 장날 5\n",
        List::Columns => {
            "Ⅱ. 주요 행사\n\n                소금 장날                              5\n\n"
        }
    };
    out
}

/// Words in lines of a width.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let full =
            lines.last().is_some_and(|line| line.chars().count() + word.chars().count() > 36);
        match lines.last_mut() {
            Some(line) if !full => *line = format!("{line} {word}").trim_start().to_string(),
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

fn item(out: &mut Vec<String>, bullet: &str, text: &str, body: Body) {
    let lines = wrapped(text);
    match body {
        Body::Apart => {
            out.extend([bullet.to_string(), String::new()]);
            out.extend(lines);
            out.push(String::new());
        }
        Body::Split => {
            out.push(format!("{bullet} {}\n", lines[0]));
            out.extend(lines[1..].iter().map(|line| format!("{line}\n")));
        }
        Body::Lines | Body::Beside => {
            out.push(format!("{bullet} {}", lines[0]));
            out.extend_from_slice(&lines[1..]);
        }
    }
}

fn article(nth: usize, body: Body) -> String {
    let number = nth + 1;
    let mut out: Vec<String> =
        vec!["갯벌 월보 2021년 6월호".into(), "Ⅰ. 갯벌 소식".into(), SECTIONS[nth / 2].into()];
    out.extend(TITLES[nth].map(String::from));
    let point = |which: &str| {
        format!(
            "{number}번 글의 {which} 요점은 물가의 사람들이 오래도록 써 온 말로 두 줄에 걸쳐 길게 이어서 적음"
        )
    };
    match body {
        Body::Beside => {
            let lines = wrapped(&point("첫째"));
            out.push(format!("KEY • {}", lines[0]));
            out.push("Contents".into());
            out.extend_from_slice(&lines[1..]);
        }
        Body::Lines | Body::Apart | Body::Split => {
            out.extend(["KEY", "Contents"].map(String::from));
            item(&mut out, "•", &point("첫째"), body);
        }
    }
    item(&mut out, "•", &point("둘째"), body);
    out.push(format!("{number}번 글의 내용을 한 줄로 적은 소제목"));
    let star = if nth == 1 { "*" } else { "" };
    let text = format!(
        "바닷가 기관이 6월 {number}일 새 계획{star}을 내놓으며 이웃 마을과 힘을 모아 함께 하기로 약속했다고 알림"
    );
    item(&mut out, "▪", &text, body);
    if nth == 1 {
        out.push("*다섯 해 동안 이어지는 일\n".into());
    }
    let text = format!(
        "예산은 {number}억 원이며 바닷물이 드나드는 때를 맞추어 여러 해에 나누어 쓰기로 뜻을 모음"
    );
    item(&mut out, "–", &text, body);
    item(&mut out, "▪", "이듬해 봄에 결과를 알림", body);
    let source = format!("물가{number}연구소, 바닷가 기록 {number}호, 2021.06.0{number}.");
    let page = format!("\n{number}\n");
    out.push("☞ 출처".into());
    out.extend(if body == Body::Split { [page, source] } else { [source, page] });
    out.join("\n")
}

fn number(form: List, body: Body) -> String {
    let mut pages = vec!["갯벌 월보\n\n2021년 6월호\n".to_string(), list(form)];
    pages.extend((0..4).map(|nth| article(nth, body)));
    pages.push("갯벌 월보 2021년 6월호\nⅡ. 주요 행사\n행사명 행사 주요 개요\n소금 장날\n- 소금 장날을 맞아 햇소금을 나누는 자리\n기간 장소 홈페이지\n2021.7.3~4 한국, 바닷마을 https://salt.example/\n\n5\n".into());
    pages.join("\n\u{c}")
}

#[test]
fn a_number_set_in_columns_stands() {
    let lists = [List::PagesFirst, List::NamesFirst, List::PagesLast, List::OneLine, List::Columns];
    for form in lists {
        for body in [Body::Lines, Body::Apart, Body::Split, Body::Beside] {
            let text = number(form, body);
            let (imported, issue) = checked(&text);
            let (found, manifest) = (&imported.report.found, &imported.manifest);
            let name = format!("{form:?}, {body:?}\n{text}\n{manifest}");
            assert_eq!((found.briefs, found.missing, found.merged), (4, 0, 0), "{name}");
            assert_eq!((found.key_points, found.sources, found.events), (8, 4, 1), "{name}");
            assert!(manifest.contains("새 계획[^1]을 내놓으며 이웃"), "{name}");
            assert!(manifest.contains("[^1]: 다섯 해 동안 이어지는 일\n"), "{name}");
            let sections: Vec<(&str, Vec<String>)> = issue.parts[0]
                .sections
                .iter()
                .map(|section| {
                    let titles = section.entries.iter().flat_map(|entry| &entry.fields);
                    let titles =
                        titles.filter(|(key, _)| key == "title").map(|(_, value)| match value {
                            Value::Text(words) => words.value.clone(),
                            other => panic!("{other:?}"),
                        });
                    (section.title.text.as_str(), titles.collect())
                })
                .collect();
            let of = |from: usize| vec![title(from), title(from + 1)];
            assert_eq!(sections, [("제도", of(0)), ("기술", of(2))], "{name}");
            for nth in 1..=4 {
                let subhead =
                    format!("body = '''\n## {nth}번 글의 내용을 한 줄로 적은 소제목\n- 바닷가");
                assert!(manifest.contains(&subhead), "{name}");
            }
            assert_eq!(manifest.matches("\n  - 예산은").count(), 4, "{name}");
            assert!(!manifest.contains("KEY") && !manifest.contains("월보 2021"), "{name}");
            assert!(imported.report.questions.len() <= 15, "{name}");
        }
    }
}
