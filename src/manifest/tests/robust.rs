use std::path::Path;

use proptest::prelude::*;

use super::{ISSUE, findings, loaded, shown, with};
use crate::manifest::load_bytes;
use jikji_diagnostic::source::Sources;

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

#[test]
fn a_flood_of_problems_stays_small_and_quick() {
    let parts = findings(&format!("{ISSUE}{}", "[[parts]]\n".repeat(200_000)));
    assert!(parts.len() <= 503 && parts.last().unwrap() == "E0242 -", "{}", parts.len());
    let keys: String = (0..200_000).map(|i| format!("k{i} = 1\n")).collect();
    assert!(findings(&format!("{keys}{ISSUE}")).len() <= 501);
    for (from, bad) in [("sources = [", "\\q"), ("sources = [", "\0")] {
        let flood = with(from, &format!("x = \"{}\"\n{from}", bad.repeat(300_000)));
        assert!(findings(&flood).len() <= 21);
    }
    for line in ["a = \"\n", "[issue]\na = 1\na = 2\n", "= 1\n", "x = 2024-02-30\n"] {
        assert!(findings(&format!("{ISSUE}{}", line.repeat(30_000))).len() <= 25, "{line}");
    }
}

/// With a cost that grows with the square of the keys this takes many minutes.
#[test]
fn whatever_is_written_twice_costs_no_more_than_it_is_long() {
    let keys = |line: &dyn Fn(usize) -> String| (0..40_000).map(line).collect::<String>();
    let plain = keys(&|i| format!("k{i} = 1\n"));
    let dotted = keys(&|i| format!("a.k{i} = 1\n"));
    let deep = keys(&|i| format!("k{i}.a.b = 1\n"));
    let inline = keys(&|i| format!("k{i} = 1, "));
    let headers = keys(&|i| format!("[h{i}]\n"));
    let lists = keys(&|i| format!("l{i} = []\n"));
    let appended = keys(&|i| format!("[[l{i}]]\n"));
    for twice in [
        format!("[t]\n{plain}[t]\n{plain}"),
        format!("[t]\n{plain}{plain}"),
        format!("[t]\n{plain}[t]\n{plain}[t]\n{plain}"),
        format!("[t]\n{dotted}[t]\n{dotted}"),
        format!("[t]\n{deep}{deep}[t.k1]\n{plain}"),
        format!("t = {{ {inline}{inline} z = 1 }}\n"),
        format!("t = {{ {inline} z = 1 }}\n[t]\n{plain}"),
        format!("{headers}{headers}"),
        format!("[[t]]\n{plain}[t]\n{plain}[[t]]\n{plain}"),
        format!("{lists}{appended}"),
        format!("{}{}", "[[t]]\n[t.u]\na = 1\n".repeat(10_000), "[t.u]\n".repeat(10_000)),
    ] {
        for text in [format!("{ISSUE}{twice}"), format!("{twice}{ISSUE}")] {
            assert!(findings(&text).len() <= 503, "{}", &twice[..40]);
        }
    }
}

fn load(bytes: &[u8]) {
    let mut sources = Sources::default();
    let loaded = load_bytes(bytes, "issue.toml", Path::new("/nonexistent"), &mut sources);
    shown(&loaded, &sources);
}

/// What matters to a TOML parser.
const PIECES: &[&str] = &[
    "\"",
    "'",
    "'''",
    "\"\"\"",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "#",
    "\n",
    "\r",
    "\\",
    "\\u",
    "\\uD800",
    "\0",
    "0",
    "2024-02-30",
    "1e999",
    "parts",
    "title = ",
    "kind",
    "가",
    "\u{1100}",
    "“",
    "[[parts]]\n",
    "[[parts.entries]]\n",
    "{ file = \"\" }",
    "-",
    "+",
    "_",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(PIECES).prop_map(String::from), ".{0,4}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

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
