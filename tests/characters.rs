//! Characters that authors paste: what shows nothing is told, what stands for another sign is settled, and what
//! a message says to write is right.

mod common;

use std::path::Path;

use common::{Project, brief};
use jikji::manifest::load_bytes;
use jikji::session::{Outcome, set_loaded};
use jikji_diagnostic::source::{Sources, Text};
use jikji_diagnostic::{Arg, Diagnostic, Lang};
use jikji_prose::parse;
use typst::text::is_default_ignorable;

fn set(body: &str) -> Outcome {
    set_manifest(&brief("제목", body))
}

fn set_manifest(manifest: &str) -> Outcome {
    let mut sources = Sources::default();
    let loaded = load_bytes(manifest.as_bytes(), "issue.toml", Path::new("."), &mut sources);
    set_loaded(loaded, sources)
}

fn codes(outcome: &Outcome) -> Vec<&'static str> {
    outcome.diagnostics.iter().map(|found| found.message.code).collect()
}

/// A value of a finding.
fn value(found: &Diagnostic, name: &str) -> Option<String> {
    let value = found.args.iter().find(|(own, _)| *own == name);
    value.map(|(_, value): &(_, Arg)| value.say(Lang::En).into_owned())
}

/// The manifest of a body after what its findings say has been done, all of it.
fn mended(body: &str, outcome: &Outcome) -> String {
    outcome.diagnostics.iter().rev().fold(brief("제목", body), |manifest, found| {
        let from = ["wide", "from", "character"].iter().find_map(|name| value(found, name));
        let to = ["instead", "to"].iter().find_map(|name| value(found, name));
        let (from, to) = (from.expect("what is meant"), to.expect("what to write"));
        assert!(found.help(Lang::En).contains(&to), "{}", found.help(Lang::En));
        assert!(found.help(Lang::Ko).contains(&to), "{}", found.help(Lang::Ko));
        let span = found.span.expect("a place");
        assert_eq!(manifest[span.start..span.end], from);
        // What is told once is done everywhere.
        match value(found, "count") {
            Some(_) => manifest.replace(&from, &to),
            None => manifest[..span.start].to_string() + &to + &manifest[span.end..],
        }
    })
}

#[test]
fn nothing_invisible_passes_in_silence() {
    let file = Sources::default().add("a.md", "");
    for c in ('\u{80}'..=char::MAX).filter(|c| is_default_ignorable(*c)) {
        for value in [format!("가{c}나"), format!("{c}가"), format!("가{c}")] {
            let mut told = vec![];
            let plain = parse::text(&Text::verbatim(value, file, 0), &mut told);
            assert_eq!(told.len(), 1, "U+{:04X}", u32::from(c));
            assert!(!plain.text.contains(c), "U+{:04X}", u32::from(c));
        }
    }
}

#[test]
fn a_sign_for_another_is_settled_and_told_once_a_number() {
    let body = "- 기간은 6. 30.～7. 2. 그리고 3～5배, 남∙북\n- 4～6월, AI‐기반";
    let outcome = set(body);
    assert_eq!(codes(&outcome), ["W0314"; 3], "a sign each");
    assert_eq!(value(&outcome.diagnostics[0], "count").as_deref(), Some("3"));
    let markup = outcome.number.as_ref().unwrap().pages.markup.text.replace('\u{2060}', "");
    assert!(markup.contains("6. 30.\\~7. 2.") && markup.contains("남·북"), "{markup}");
    assert_eq!(codes(&set_manifest(&mended(body, &outcome))), [""; 0]);
}

#[test]
fn full_width_letters_are_told_with_what_to_write() {
    for body in [
        "- ＡＩ 모형 １２３개（중복 제외）를 ５０％까지！",
        "- １． 항목\n- ２１） 항목",
        "- ＜보고서＞와 ［표］, ＂말＂",
        "## 소제목 Ａ\n\n- 표",
    ] {
        let outcome = set(body);
        let told = codes(&outcome);
        assert!(!told.is_empty() && told.iter().all(|code| *code == "W0315"), "{body}: {told:?}");
        assert_eq!(
            codes(&set_manifest(&mended(body, &outcome))),
            [""; 0],
            "{}",
            mended(body, &outcome)
        );
    }
}

#[test]
fn a_character_that_no_font_has_is_named_with_its_look_alike() {
    for body in ["- 확인 ✅ 항목, 🔵 표시", "- 값 𝐀와 3\u{FE0F}\u{20E3} 단계", "- 🔺 오름, 🔴주의"]
    {
        let outcome = set(body);
        let told: Vec<_> =
            outcome.diagnostics.iter().filter(|d| d.message.code != "W0302").collect();
        assert!(told.iter().all(|found| found.message.code == "E0624"), "{:?}", codes(&outcome));
        assert!(outcome.number.is_none(), "{body}: {:?}", codes(&outcome));
        let body = body.replace('\u{FE0F}', "");
        let again = set_manifest(&mended(&body, &set(&body)));
        assert_eq!(codes(&again), [""; 0], "{body}");
    }
}

#[test]
fn a_picture_among_letters_is_named_once_as_a_whole() {
    for emoji in ["😀", "👍🏽", "👨\u{200D}👩\u{200D}👧", "🇰🇷"] {
        let project = Project::with_manifest(brief("제목", &format!("- 앞 {emoji} 뒤")));
        let told = project.run(&["check"]).exits(1).says("E0625").says(emoji).says("issue.toml:");
        assert_eq!(told.stderr.matches("error[").count(), 1, "{}", told.stderr);
        let project = Project::with_manifest(brief("제목", "- 앞 ★ 뒤"));
        project.run(&["check"]).exits(0);
    }
}
