//! Lines such as back issues have, and some that none has.

use proptest::prelude::*;

/// Signs that mean something in Markdown, in jikji or in TOML, and characters that are odd.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "\\*", "*", "**", "_", "__", "\\_", "`", "``", "~", "~~", "[", "]", "](", "[^1]", "[^a]", "<", ">",
    "<b>", "</b>", "<br>", "<sup>1)</sup>", "<a href=\"https://a.example/\">", "</a>",
    "<https://a.example/b_c>", "<x@a.example>", "&amp;", "&lt;", "&middot;", "&#44032;", "\\", "\\\\",
    "|", "\\|", "!", "![", "!\\[", "(", ")", "[글](https://a.example/)", "[글](#x)", "![그림](a.png)",
    "'", "\"", "'''", "\"\"\"", "‘", "’", "「", "」", "†", "¹", "²⁾", "※", "①", "#", "-", "+", "=", ":",
    "–", "…", "韈", "\u{200b}", "\u{e000}", "\u{f0b7}", "\u{fffd}", "\u{3000}", "\u{a0}", "\t",
    "\u{1112}\u{1161}", "ﾡ", "e\u{301}", "<!--", "-->", "$", "{", "}",
];

/// Pieces that are looked for.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "2024.03.21.", "2024. 3. 21", "2023년 5월호", "2024년 3월 21일", "May 9, 2022", "2024.13.40",
    "2024.7.21~27", "출처", "목차", "KEY", "홈페이지", "https://b.example/x?y=1&z_2", "a@b.example",
    "02-555-0199", "서울특별시 종로구 나무로 7", "발행처 : 연구소", "행사", "기간",
];

/// What lines begin with.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "", "", "", "# ", "## ", "### ", "#### ", "##", "### ● ", "## I. ", "## II\\. ", "### 1. ", "## **",
    "- ", "  - ", "    - ", "      - ", "        - ", "* ", "· ", "○ ", "□ ", "∙ ", "‣ ", "– ", "① ", "1. ",
    "- \\* ", "\\* ", "\\*\\* ", "† ", "1) ", "[^1]: ", "[^a]: ", "☞ 출처 : ", "출처: ", "<", "> ", "| ",
    "| | ", "\t", "※ ", "  ", "    ", "- [ ] ", "+ ", "**", "홈페이지 : ", "발행처 : ", "문의 : ", "Q. ",
];

/// What lines end with.
#[rustfmt::skip]
const TAILS: &[&str] = &[
    "", "", "", "", "", " ..... 3", "\t4", " |", " | 가 | 나 |", ">", ", 2024.03.21.", "\\", " ##", "**",
    "\t2024.7.21~27\t서울\t<a href=\"https://c.example/\">c</a>", " | 2024.7.21~27 | 서울 | d.example |",
];

/// Lines as they are.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "", "", "", "### KEY Contents", "## CONTENTS", "# 목차", "**KEY Contents**", "---", "===", "|---|---|",
    "```", "```markdown", "<!-- 쪽 -->", "☞ 출처", "## 주요 행사", "행사명\t기간\t장소", "- 12 -", "7",
    "| 행사 | 기간 | 장소 |", "<p>", "</p>", "- ", "## ", "\u{c}", "\u{2028}", "title: x", "## 문의",
];

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(texts).prop_map(String::from)
}

/// A few words.
pub fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[가-힣]{1,5}",
        3 => "[a-zA-Z]{1,6}",
        2 => "[0-9]{1,4}[.,)%]?",
        4 => one_of(SIGNS),
        1 => one_of(PIECES),
    ];
    prop::collection::vec((piece, prop::bool::weighted(0.6)), 0..8).prop_map(|pieces| {
        let join = |(text, space): (String, bool)| if space { format!("{text} ") } else { text };
        pieces.into_iter().map(join).collect()
    })
}

/// A line of a back issue, or something like it.
pub fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (one_of(LEADS), words(), one_of(TAILS))
            .prop_map(|(lead, words, tail)| format!("{lead}{words}{tail}")),
        2 => one_of(LINES),
    ]
}

/// More with `PROPTEST_CASES`.
pub fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(128)
}
