//! An issue written out as a back issue and imported again is the same issue, word for word.

use std::fmt::Write;

use proptest::prelude::*;

use super::audit::checked;
use super::issue::letters;

/// An article as a test invents it.
#[derive(Debug, Clone)]
struct Article {
    title: String,
    key: Vec<String>,
    /// Subheads, each with its items by level.
    body: Vec<(String, Vec<(usize, String)>)>,
    /// A note at the first item.
    note: Option<String>,
    sources: Vec<(String, String, u8)>,
}

/// How a back issue writes things down.
#[derive(Debug, Clone)]
struct Habits {
    level: usize,
    contents: bool,
    key_label: &'static str,
    bullets: [&'static str; 3],
    source_label: &'static str,
    tabs: bool,
}

fn phrase() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[가-힣]{2,5}",
        1 => "[A-Z][a-z]{2,6}",
        1 => "[1-9][0-9]{0,2}(\\.[0-9]|%)?",
        1 => "‘[가-힣]{2,4}’",
        1 => "[가-힣]{2,3}\\([A-Z]{2,4}\\)",
    ];
    ("[가-힣]{3,5}", prop::collection::vec(word, 2..7))
        .prop_map(|(first, words)| format!("{first} {}", words.join(" ")))
}

fn article() -> impl Strategy<Value = Article> {
    let items = prop::collection::vec((0usize..3, phrase()), 1..6);
    let body = prop::collection::vec((phrase(), items), 1..3);
    let sources = prop::collection::vec(("[A-Z][a-z]{3,7}", phrase(), 1u8..28), 1..4);
    (phrase(), prop::collection::vec(phrase(), 1..4), body, prop::option::of(phrase()), sources)
        .prop_map(|(title, key, mut body, note, sources)| {
            for (_, items) in &mut body {
                let mut before = 0;
                for (nth, (level, _)) in items.iter_mut().enumerate() {
                    *level = if nth == 0 { 0 } else { (*level).min(before + 1) };
                    before = *level;
                }
            }
            Article { title, key, body, note, sources }
        })
}

fn habits() -> impl Strategy<Value = Habits> {
    let key = prop::sample::select(vec!["KEY Contents", "핵심 내용", "Key Points"]);
    let bullets = prop::sample::select(vec![
        ["- ", "  - ", "    - "],
        ["○ ", "- ", "· "],
        ["- ", "  · ", "    ∙ "],
        ["- ", "- · ", "- ‣ "],
    ]);
    let source = prop::sample::select(vec!["☞ 출처 : ", "출처: ", "[출처] ", "※ 출처: "]);
    (2usize..4, any::<bool>(), key, bullets, source, any::<bool>()).prop_map(
        |(level, contents, key_label, bullets, source_label, tabs)| Habits {
            level,
            contents,
            key_label,
            bullets,
            source_label,
            tabs,
        },
    )
}

/// Markdown as a tool would export it.
fn export(articles: &[Article], habits: &Habits) -> String {
    let mut out = String::from("# 숲과 데이터\n\n나무를 세는 사람들\n\n2022년 6월호\n\n");
    let mark = "#".repeat(habits.level);
    let sections = ["법과 제도", "사람"];
    let split = articles.len().div_ceil(2);
    if habits.contents {
        out.push_str("# 목차\n\n## I. 숲 소식\n\n");
        for (index, article) in articles.iter().enumerate() {
            if index % split == 0 {
                let _ = writeln!(out, "\n### {}. {}\n", index / split + 1, sections[index / split]);
            }
            let _ = writeln!(out, "- {} ..... {}", article.title, index + 1);
        }
        out.push_str("\n## II. 주요 행사\n\n- 숲 모임 ..... 9\n\n");
    }
    for (index, article) in articles.iter().enumerate() {
        if !habits.contents && index % split == 0 {
            let _ = writeln!(out, "# {}\n", sections[index / split]);
        }
        let _ = writeln!(out, "{mark} {}\n\n{mark}# {}\n", article.title, habits.key_label);
        article.key.iter().for_each(|point| {
            let _ = writeln!(out, "- {point}");
        });
        let mut noted = article.note.is_none();
        for (subhead, items) in &article.body {
            let _ = writeln!(out, "\n{mark}# ● {subhead}\n");
            for (level, text) in items {
                let star = if noted { "" } else { "\\*" };
                let _ = writeln!(out, "{}{text}{star}", habits.bullets[*level]);
                if let Some(note) = article.note.as_ref().filter(|_| !noted) {
                    let _ = writeln!(out, "\n\\* {note}\n");
                }
                noted = true;
            }
        }
        for (nth, (publisher, title, day)) in article.sources.iter().enumerate() {
            let label = if nth == 0 { habits.source_label } else { "" };
            let _ = writeln!(out, "\n{label}{publisher}, {title}, 2022.05.{day:02}.");
        }
        out.push('\n');
    }
    let heading = if habits.contents { "## II. 주요 행사" } else { "# 주요 행사" };
    let _ = writeln!(out, "{heading}\n");
    out.push_str(match habits.tabs {
        true => "행사명\t기간\t장소\t홈페이지\n숲 모임\t2022.6.20~22\t평창\t<a href=\"https://forest.example/\">https://forest.example/</a>\n",
        false => "| 행사명 | 기간 | 장소 | 홈페이지 |\n|---|---|---|---|\n| 숲 모임 | 2022.6.20~22 | 평창 | <https://forest.example/> |\n",
    });
    out
}

/// All words of the issue, as a bag.
fn bag(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_unstable();
    words
}

/// All words that an import of the exported articles must have.
fn wanted(articles: &[Article], habits: &Habits) -> String {
    let mut out = String::from(
        "숲과 데이터 나무를 세는 사람들 법과 제도 사람 주요 행사 주요 행사 숲 모임 2022.6.20~22 평창 \
         https://forest.example/ ",
    );
    // The name stands in for the publisher and, without a contents list, for the part's title.
    out.push_str(if habits.contents {
        "숲 소식 숲과 데이터 "
    } else {
        "숲과 데이터 숲과 데이터 "
    });
    for article in articles {
        let _ = write!(out, "{} {} ", article.title, article.key.join(" "));
        for (subhead, items) in &article.body {
            let items: Vec<&str> = items.iter().map(|(_, text)| text.as_str()).collect();
            let _ = write!(out, "{subhead} {} ", items.join(" "));
        }
        let _ = write!(out, "{} ", article.note.as_deref().unwrap_or_default());
        for (publisher, title, _) in &article.sources {
            let _ = write!(out, "{publisher} {title} ");
        }
    }
    out
}

/// The levels of a manifest's list items, in order.
fn levels(manifest: &str) -> Vec<usize> {
    let items = manifest.lines().filter(|line| line.trim_start().starts_with("- "));
    items.map(|line| (line.len() - line.trim_start().len()) / 2).collect()
}

#[track_caller]
fn comes_back(articles: &[Article], habits: &Habits) {
    let text = export(articles, habits);
    let (imported, issue) = checked(&text);
    let found = &imported.report.found;
    let count = |of: &dyn Fn(&Article) -> usize| articles.iter().map(of).sum::<usize>();
    assert_eq!((found.briefs, found.sections, found.events), (articles.len(), 2, 1), "{text}");
    assert_eq!(found.notes, count(&|article| usize::from(article.note.is_some())), "{text}");
    assert_eq!(found.sources, count(&|article| article.sources.len()), "{text}");
    assert_eq!(found.key_points, count(&|article| article.key.len()), "{text}");
    let (got, wanted) = (letters(&issue), wanted(articles, habits));
    assert_eq!(bag(&got), bag(&wanted), "{text}\n{}", imported.manifest);
    let lists = articles.iter().flat_map(|article| &article.body);
    let written: Vec<usize> =
        lists.flat_map(|(_, items)| items.iter().map(|(level, _)| *level)).collect();
    assert_eq!(levels(&imported.manifest), written, "{text}\n{}", imported.manifest);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_word_comes_back(
        articles in prop::collection::vec(article(), 2..6),
        habits in habits(),
    ) {
        let mut titles: Vec<&String> = articles.iter().map(|article| &article.title).collect();
        titles.sort();
        titles.dedup();
        prop_assume!(titles.len() == articles.len());
        comes_back(&articles, &habits);
    }
}
