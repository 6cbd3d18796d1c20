//! What becomes of leftovers.

use proptest::prelude::*;

use super::check;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Sources, Text};

fn text(value: &str) -> Text {
    let file = Sources::default().add("a.md", value);
    Text::verbatim(value.into(), file, 0)
}

/// The checked text, and code and place of each finding.
fn checked(value: &str) -> (String, Vec<(&'static str, usize, usize)>) {
    let mut out: Vec<Diagnostic> = vec![];
    let clean = check(&text(value), &mut out).value.clone();
    let found = out.iter().filter_map(|d| d.span.map(|s| (d.message.code, s.start, s.end)));
    (clean, found.collect())
}

#[test]
fn plain_text_is_left_alone() {
    for plain in ["유엔총회 ‘결의안’ 「가」 (A) 10%", "줄\n바꿈", "👨\u{200D}👩\u{200D}👧 é 漢字 ①"]
    {
        assert_eq!(checked(plain), (plain.into(), vec![]));
    }
}

#[test]
fn odd_spaces_become_spaces() {
    assert_eq!(checked("가\u{A0}나"), ("가 나".into(), vec![]));
    assert_eq!(checked("가\t나"), ("가 나".into(), vec![("W0301", 3, 4)]));
    assert_eq!(checked("가\u{3000}나"), ("가 나".into(), vec![("W0303", 3, 6)]));
    assert_eq!(checked("- a\n\t- b\n").0, "- a\n    - b\n");
    assert_eq!(checked("  \t- b").0, "    - b");
}

#[test]
fn invisible_characters_go() {
    for c in ['\u{200B}', '\u{FEFF}', '\u{AD}', '\u{2060}', '\u{200E}', '\u{200D}'] {
        let len = c.len_utf8();
        assert_eq!(checked(&format!("가{c}나")), ("가나".into(), vec![("W0302", 3, 3 + len)]));
    }
}

#[test]
fn halfwidth_jamo_become_compatibility_jamo() {
    assert_eq!(checked("ﾡￂￜﾾ").0, "ㄱㅏㅣㅎ");
    assert_eq!(checked("ﾡ").1, vec![("W0304", 0, 3)]);
    assert_eq!(checked("\u{FFC0}").1, vec![("E0306", 0, 3)]);
}

#[test]
fn what_has_no_plain_meaning_is_refused_at_its_place() {
    for (c, code) in [
        ('\u{F0A7}', "E0304"),
        ('\u{F02B1}', "E0304"),
        ('\u{E0BC}', "E0303"),
        ('\u{F0123}', "E0303"),
        ('\0', "E0305"),
        ('\u{85}', "E0305"),
        ('\r', "E0305"),
        ('\u{FFFE}', "E0306"),
        ('\u{10FFFF}', "E0306"),
        ('\u{FFFD}', "E0306"),
        ('\u{2028}', "E0307"),
        ('\u{202E}', "E0308"),
        ('\u{2066}', "E0308"),
    ] {
        let found = vec![(code, 3, 3 + c.len_utf8())];
        assert_eq!(checked(&format!("가{c}나")), ("가\u{FFFD}나".into(), found));
    }
}

#[test]
fn what_to_type_instead_is_named() {
    let mut out = vec![];
    let _ = check(&text("\u{F0A7}"), &mut out);
    assert!(out[0].help(jikji_diagnostic::Lang::Ko).contains("`▪`"));
    let _ = check(&text("\u{F02B3}"), &mut out);
    assert!(out[1].help(jikji_diagnostic::Lang::En).contains("`③`"));
}

#[test]
fn places_hold_after_a_change() {
    let text = text("가\u{200B}나\t다");
    let mut out = vec![];
    let clean = check(&text, &mut out);
    assert_eq!(clean.value, "가나 다");
    let span = clean.place(3..6);
    assert_eq!((span.start, span.end), (6, 9));
    let span = clean.place(7..10);
    assert_eq!((span.start, span.end), (10, 13));
}

#[test]
fn letters_are_composed_again() {
    assert_eq!(checked("\u{1112}\u{1161}\u{200B}\u{11AB}글").0, "한글");
}

#[test]
fn a_broken_file_gives_a_readable_list() {
    assert_eq!(checked(&"\u{E000}".repeat(100_000)).1.len(), 100);
}

proptest! {
    #[test]
    fn checking_twice_finds_nothing_new(value in any::<String>()) {
        let value: String = value.chars().filter(|&c| c != '\u{FFFD}').collect();
        let (once, _) = checked(&value);
        let once = once.replace('\u{FFFD}', "");
        prop_assert_eq!(checked(&once).1, vec![]);
    }
}
