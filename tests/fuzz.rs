//! Any bytes may be given as a manifest: what the fuzzer in `fuzz/` looks for, on fewer cases, so that
//! it runs with every test.

#[path = "../fuzz/body.rs"]
mod body;
mod common;

use proptest::prelude::*;

/// Manifests to change here and there.
const GOOD: [&str; 4] = [
    include_str!("golden/prose.toml"),
    include_str!("golden/events.toml"),
    include_str!("golden/hostile.toml"),
    r##"layout = "spri-brief"
publication = { name = "가", publisher = "나" }
issue = { year = 2025, month = 1, published = 2025-01-02 }
[[parts]]
title = "다"
[[parts.sections]]
title = "라"
[[parts.sections.entries]]
kind = "brief"
title = "마"
body = """- 바 **사** *아*[^n] [자](https://a.kr)
  - 차 \\# 카

[^n]: 타"""
"##,
];

/// Pieces that mean something to TOML, Markdown, Typst or Unicode.
#[rustfmt::skip]
const PIECES: [&str; 50] = [
    "\"", "'", "'''", "\"\"\"", "\\", "[", "]", "[[", "]]", "{", "}", "(", ")", "#", "$", "*", "**",
    "_", "`", "```", "<", ">", "@", "~", "=", "- ", "  - ", "+ ", "1. ", "## ", "[^a]", "[^a]: ",
    "| a | b |\n|---|---|\n", "//", "/*", "https://x.y/", "\n", "\n\n", "\\\n", "\u{2060}",
    "\u{301}", "\u{1100}", "\u{F06C}", "&amp;", "\\-", "\\.", "?", "5", "&#45;", "**= ",
];

/// A change of a manifest: at a place, so many bytes go and a piece comes.
type Change = (prop::sample::Index, usize, String);

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(str::to_string),
        1 => ".{0,6}",
        1 => prop::sample::select(vec!["=".repeat(300), "- ".repeat(99), "[".repeat(200)]),
    ];
    (any::<prop::sample::Index>(), 0_usize..12, piece)
}

fn changed(manifest: &str, changes: &[Change]) -> Vec<u8> {
    let mut text = manifest.to_string();
    for (place, gone, piece) in changes {
        let start = text.floor_char_boundary(place.index(text.len() + 1));
        let end = text.floor_char_boundary((start + gone).min(text.len()));
        text.replace_range(start..end, piece);
    }
    text.into_bytes()
}

/// How many cases to try: so many, or what `PROPTEST_CASES` says.
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(usual, |cases| cases.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(512),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        body::manifest(&bytes);
    }

    #[test]
    fn changed_manifests(
        good in prop::sample::select(&GOOD[..]),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        body::manifest(&changed(good, &changes));
    }

    /// Changes inside the strings only: most of these are good manifests with odd texts.
    #[test]
    fn odd_texts(pieces in prop::collection::vec(prop_oneof![
        3 => prop::sample::select(&PIECES[..]).prop_map(str::to_string),
        2 => "[가-힣a-z0-9 .,()/!-]{1,5}",
        1 => ".{1,3}",
    ], 1..12)) {
        let text: String = pieces.concat().replace("'''", "");
        let body = text.replace('\r', "\n");
        let written = toml::Value::String(text).to_string();
        let manifest = common::issue(&format!(
            "{}body = '''\n{body}\n'''\n",
            common::entry("제목").replace("\"핵심을 한 줄로 요약\"", &written),
        ));
        body::manifest(manifest.as_bytes());
    }
}

#[test]
fn good_manifests_reach_the_markup() {
    for good in GOOD {
        assert!(body::manifest(good.as_bytes()).is_some());
    }
}

/// Found by the texts above.
#[test]
fn a_row_that_counts_from_nothing_is_read() {
    for text in ["0. \"", "0. 하나\n1. 둘", "0) 하나\n0) 둘"] {
        body::manifest(
            common::issue(&format!("{}body = '''\n{text}\n'''\n", common::entry("제목")))
                .as_bytes(),
        );
    }
}
