use std::path::Path;

use proptest::prelude::*;

use super::{ISSUE, findings, loaded, shown, with};
use crate::manifest::load_bytes;
use crate::source::Sources;

#[test]
fn deep_nesting_is_one_finding() {
    let nested = |open: &str, close: &str| {
        let value = format!("{}{}", open.repeat(10_000), close.repeat(10_000));
        findings(&format!("x = {value}\n{ISSUE}"))
    };
    assert_eq!(nested("[", "]"), ["E0130 ["]);
    assert_eq!(nested("{ a = ", "}"), ["E0130 {"]);
    assert_eq!(nested("[", ""), ["E0130 ["]);
}

#[test]
fn deep_keys_do_not_overflow_the_stack() {
    let key = ["a"; 79].join(".");
    let mut value = "1".to_string();
    for _ in 0..16 {
        value = format!("{{ {key} = {value} }}");
    }
    assert_eq!(findings(&format!("x = {value}\n{ISSUE}")), ["E0202 x"]);
    let long = ["a"; 10_000].join(".");
    assert_eq!(findings(&format!("{long} = 1\n{ISSUE}")).len(), 1);
    assert_eq!(findings(&format!("{ISSUE}[{long}]\n")).len(), 1);
}

#[test]
fn a_flood_of_errors_stays_small() {
    let flood = "=\n".repeat(1 << 21);
    let (loaded, sources) = loaded(&flood);
    assert_eq!(shown(&loaded, &sources).len(), 1);
}

fn load(bytes: &[u8]) {
    let mut sources = Sources::default();
    let loaded = load_bytes(bytes, "issue.toml", Path::new("/nonexistent"), &mut sources);
    shown(&loaded, &sources);
}

/// A piece of text that matters to a TOML parser.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "\"", "'", "'''", "\"\"\"", "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "#", "\n", "\r",
        "\\", "\\u", "\\uD800", "\0", "0", "2024-02-30", "1e999", "parts", "title = ", "kind", "가",
        "\u{1100}", "“", "[[parts]]\n", "[[parts.entries]]\n", "{ file = \"\" }", "-", "+", "_",
    ];
    prop_oneof![proptest::sample::select(&pieces[..]).prop_map(String::from), ".{0,4}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_load_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        load(&bytes);
    }

    #[test]
    fn any_pieces_load_without_a_panic(pieces in prop::collection::vec(piece(), 0..60)) {
        load(pieces.concat().as_bytes());
    }

    #[test]
    fn any_change_of_the_issue_loads_without_a_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, piece()), 1..6)
    ) {
        let mut text = with("sources = [", "chart = { kind = \"bars\", alt = \"가\", data = [{ label = \"a\", value = 1 }, { label = \"b\", value = 2.5 }] }\nsources = [");
        for (at, cut, piece) in changes {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.floor_char_boundary((start + cut).min(text.len())).max(start);
            text.replace_range(start..end, &piece);
        }
        load(text.as_bytes());
    }
}
