//! Any input ends in a tree or a list of faults, soon.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::{blocks, inline, text};
use super::verbatim;

/// Texts that make some Markdown readers slow or deep, at a size that shows it.
#[test]
fn absurd_texts_are_read_in_linear_time() {
    let n = 20_000;
    let stairs = |i: usize| format!("{}- a\n", " ".repeat(2 * (i % 25)));
    let shapes = [
        "- ",
        "> ",
        "*",
        "*a ",
        "*a **a ",
        "**가",
        "[",
        "[a](",
        "![",
        "[^a]",
        "[^a",
        "<",
        "<!--",
        "<a ",
        "`a``",
        "\\",
        "&",
        "_a_",
        "가\n",
        "- 가\n",
        "- 가\n\n",
        "|가|\n|-|\n",
        "[a]: b\n",
        "[^a]: 가\n",
        "\u{E000}",
        "‘",
        "a](",
        "~~a ",
        "\u{301}",
        "\t",
        "|",
        "|-",
        "[a]: b\n\n[a]\n",
    ];
    let shapes = shapes.map(|shape| shape.repeat(n)).into_iter().chain([
        (0..n).map(stairs).collect(),
        "|a".repeat(n) + "\n" + &"|-".repeat(n) + "\n" + &"|\n".repeat(n),
        "- a\n".repeat(3) + &"\n".repeat(n),
    ]);
    for shape in shapes {
        let start = Instant::now();
        let mut out = vec![];
        blocks(&verbatim(&shape), &mut out);
        inline(&verbatim(&shape), &mut out);
        text(&verbatim(&shape), &mut out);
        let name: String = shape.chars().take(12).collect();
        assert!(start.elapsed() < Duration::from_secs(20), "{name:?}: {:?}", start.elapsed());
        assert!(out.len() <= 1000, "{name:?}: {} findings", out.len());
    }
}

/// Pieces that mean something to Markdown, in any order.
fn markdown() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "가",
        "나다",
        "a",
        " ",
        "\n",
        "\n\n",
        "  ",
        "    ",
        "- ",
        "* ",
        "1. ",
        "> ",
        "## ",
        "# ",
        "**",
        "*",
        "_",
        "`",
        "[",
        "](",
        ")",
        "![",
        "]",
        "[^a]",
        "[^a]: ",
        "https://a.kr",
        "<",
        ">",
        "<b>",
        "&amp;",
        "&#0;",
        "\\",
        "|",
        "|-|-|",
        "---",
        "===",
        "~~",
        "‘",
        "’",
        "\"",
        "\t",
        "\u{200B}",
        "\u{301}",
        ":",
        "\u{2003}",
        "2024. ",
        "[ ] ",
        "(",
        "!",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

/// A tree whose `<https://a.kr>` links, address and text in one, say so once.
fn written_once(tree: &str) -> String {
    let mut parts = tree.split('<');
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let doubled = part.split_once(' ').filter(|(url, rest)| {
            rest.strip_prefix(url).is_some_and(|after| after.starts_with('>'))
        });
        out.push('<');
        out.push_str(doubled.map_or(part, |(_, rest)| rest));
    }
    out
}

#[test]
fn a_bare_address_is_read_once() {
    let mut out = vec![];
    let read = blocks(&verbatim("<https://a.kr가> "), &mut out);
    assert_eq!(out, []);
    assert_eq!(written_once(&super::tree(&read)), "<https://a.kr가>\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn no_markdown_panics(value in markdown()) {
        let mut out = vec![];
        let source = verbatim(&value);
        inline(&source, &mut out);
        text(&source, &mut out);
        blocks(&source, &mut out);
        for finding in &out {
            let span = finding.span.expect("all findings have places");
            prop_assert!(span.start <= span.end && span.end <= value.len());
        }
    }

    #[test]
    fn no_text_panics(value in any::<String>()) {
        let mut out = vec![];
        blocks(&verbatim(&value), &mut out);
        inline(&verbatim(&value), &mut out);
    }

    /// What was read without a fault shows each letter the author wrote.
    #[test]
    fn no_letter_is_lost(value in markdown()) {
        let mut out = vec![];
        let read = blocks(&verbatim(&value), &mut out);
        let letters = |text: &str| text.matches(['가', '나', '다']).count();
        if out.iter().any(|finding| finding.message.code.starts_with('E')) {
            return Ok(());
        }
        prop_assert_eq!(letters(&written_once(&super::tree(&read))), letters(&value), "{}", value);
    }
}
