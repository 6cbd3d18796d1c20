//! What a terminal gets to see, letter by letter.

use crate::source::{Sources, Span};
use crate::{Diagnostic, Lang, Message, Severity, Words};

use super::{render, summary};

const MESSAGE: &Message = &Message {
    code: "E0999",
    severity: Severity::Error,
    says: Words { ko: "{what:은} 쓸 수 없습니다", en: "{what} cannot be used" },
    help: Words { ko: "지우세요", en: "remove it" },
};
const WARNING: &Message = &Message { code: "W0999", severity: Severity::Warning, ..*MESSAGE };

/// A diagnostic over the first `needle` of `text`, drawn in Korean.
fn drawn(text: &str, needle: &str) -> String {
    let mut sources = Sources::default();
    let file = sources.add("issue.toml", text);
    let at = text.find(needle).expect("the needle is in the text");
    let span = Span::new(file, at..at + needle.len());
    render(&Diagnostic::at(MESSAGE, span).arg("what", "글자"), &sources, Lang::Ko, false)
}

/// The line shown and the caret line, without their gutters.
fn caret_lines(text: &str, needle: &str) -> (String, String) {
    let drawn = drawn(text, needle);
    let lines: Vec<&str> = drawn.lines().collect();
    let after = |line: &str| line.split_once("| ").map(|(_, text)| text.to_string());
    (after(lines[3]).unwrap_or_default(), after(lines[4]).unwrap_or_default())
}

#[test]
fn carets_stand_under_hangul() {
    assert_eq!(
        drawn("[issue]\ntitle = \"유엔총회 결의\"\n", "결의"),
        "오류[E0999]: 글자는 쓸 수 없습니다\n\
         \x20--> issue.toml:2:15\n\
         \x20 |\n\
         2 | title = \"유엔총회 결의\"\n\
         \x20 |                   ^^^^\n\
         \x20 = 도움말: 지우세요\n"
    );
}

#[test]
fn english_warnings_with_a_second_place_and_an_origin() {
    let text = "\n".repeat(8) + "a = 1\nb = 2\na = 3\n";
    let mut sources = Sources::default();
    let file = sources.add("issue.toml", text);
    let diagnostic = Diagnostic::at(WARNING, Span::new(file, 20..21))
        .arg("what", "a")
        .related(Span::new(file, 8..9))
        .origin("layouts/spri-brief/layout.toml:3:1");
    assert_eq!(
        render(&diagnostic, &sources, Lang::En, false),
        "warning[W0999]: a cannot be used\n\
         \x20 --> issue.toml:11:1\n\
         \x20  |\n\
         11 | a = 3\n\
         \x20  | ^\n\
         \x20 ::: issue.toml:9:1\n\
         \x20  |\n\
         \x209 | a = 1\n\
         \x20  | - first here\n\
         \x20 --> layouts/spri-brief/layout.toml:3:1\n\
         \x20  = help: remove it\n"
    );
}

#[test]
fn a_general_finding_has_no_place() {
    let diagnostic = Diagnostic::general(MESSAGE).arg("what", "x\u{1b}[31m");
    assert_eq!(
        render(&diagnostic, &Sources::default(), Lang::En, false),
        "error[E0999]: x␛[31m cannot be used\n  = help: remove it\n"
    );
}

#[test]
fn wide_zero_and_hidden_characters_are_counted_as_shown() {
    let caret = |text: &str, needle: &str| caret_lines(text, needle);
    assert_eq!(caret("ＡＢx", "x"), ("ＡＢx".into(), "    ^".into()));
    assert_eq!(caret("👍x", "x"), ("👍x".into(), "  ^".into()));
    assert_eq!(caret("e\u{323}\u{301}x", "x"), ("e\u{323}\u{301}x".into(), " ^".into()));
    assert_eq!(caret("\ta\tx", "x"), ("    a   x".into(), "        ^".into()));
    assert_eq!(caret("a\0x", "\0"), ("a␀x".into(), " ^".into()));
    assert_eq!(caret("가\u{200B}나", "\u{200B}"), ("가<U+200B>나".into(), "  ^^^^^^^^".into()));
    assert_eq!(caret("가\u{F0A7}나", "\u{F0A7}"), ("가<U+F0A7>나".into(), "  ^^^^^^^^".into()));
}

#[test]
fn long_lines_are_cut_to_a_window() {
    let text = format!("{}여기{}", "가".repeat(2_000_000), "나".repeat(2_000_000));
    let (line, carets) = caret_lines(&text, "여기");
    assert_eq!(line, format!("…{}여기{}…", "가".repeat(20), "나".repeat(27)));
    assert_eq!(carets, format!("{}^^^^", " ".repeat(41)));
    let (line, carets) = caret_lines(&text, &text);
    assert_eq!(line, format!("{}…", "가".repeat(30)));
    assert_eq!(carets.len(), 60);
}

#[test]
fn many_lines_are_shown_by_their_first() {
    assert_eq!(caret_lines("가나\n다라\n", "나\n다"), ("가나".into(), "  ^^".into()));
}

#[test]
fn the_end_of_a_file_can_be_pointed_at() {
    assert_eq!(caret_lines("가\n", ""), ("가".into(), "^".into()));
    let mut sources = Sources::default();
    let file = sources.add("a", "가\n");
    let at_end = Diagnostic::at(MESSAGE, Span::new(file, 4..4));
    assert!(render(&at_end, &sources, Lang::Ko, false).contains(" --> a:2:1\n  |\n2 |\n  | ^\n"));
}

#[test]
fn colours_only_when_asked() {
    let mut sources = Sources::default();
    let file = sources.add("a", "가");
    let diagnostic = Diagnostic::at(MESSAGE, Span::new(file, 0..3));
    let styled = render(&diagnostic, &sources, Lang::Ko, true);
    assert!(styled.starts_with("\u{1b}[1m\u{1b}[91m오류[E0999]\u{1b}[0m"), "{styled:?}");
    let plain = render(&diagnostic, &sources, Lang::Ko, false);
    assert!(!plain.contains('\u{1b}'));
    assert_eq!(summary(1, 0, Lang::En), "1 error");
    assert_eq!(summary(2, 1, Lang::En), "2 errors, 1 warning");
    assert_eq!(summary(2, 1, Lang::Ko), "오류 2개, 경고 1개");
    assert_eq!(summary(0, 0, Lang::Ko), "오류 없음");
}

proptest::proptest! {
    #[test]
    fn any_span_can_be_drawn(text in ".{0,60}(\n.{0,60}){0,3}", a in 0usize..200, b in 0usize..200) {
        let mut sources = Sources::default();
        let file = sources.add("a", text);
        let span = Span::new(file, a..a + b);
        let drawn = render(&Diagnostic::at(MESSAGE, span).related(span), &sources, Lang::Ko, false);
        let controls = drawn.chars().filter(|c| c.is_control() && *c != '\n').count();
        proptest::prop_assert_eq!(controls, 0);
    }
}
