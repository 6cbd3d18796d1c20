//! What holds for any text: no panic, the same twice, a manifest that jikji takes, every line in
//! the report, every letter accounted for. `checked_if_any` says all of it.

use proptest::prelude::*;

use super::audit::checked_if_any;
use super::lines::{cases, line, words};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn any_lines(lines in prop::collection::vec(line(), 0..40)) {
        let text = lines.join("\n");
        checked_if_any(&text);
    }

    #[test]
    fn any_paragraph(words in prop::collection::vec(words(), 1..6), lead in prop::sample::select(vec!["", "- ", "## "])) {
        let text = format!("## 제목\n\n{lead}{}\n\n\\* 주석 {}", words.concat(), words[0]);
        checked_if_any(&text);
    }

    #[test]
    fn any_characters(text in "\\PC{0,60}(\n\\PC{0,30}){0,4}") {
        checked_if_any(&text);
    }

    /// Pieces of a real issue in any order.
    #[test]
    fn any_order(order in prop::collection::vec(0usize..1000, 1..50)) {
        let lines: Vec<&str> = super::habits::TEXT.lines().collect();
        let text: Vec<&str> = order.iter().map(|at| lines[at % lines.len()]).collect();
        checked_if_any(&text.join("\n"));
    }
}
