//! A letter and its marks come from one font, wherever they stand, or an error names them.

mod common;

use std::path::Path;

use common::{Project, brief};
use jikji::edition::number::SetNumber;
use jikji::manifest::load_bytes;
use jikji::session::{Outcome, set_loaded};
use jikji_diagnostic::source::Sources;
use jikji_prose::clusters::marked;
use proptest::prelude::*;
use typst::layout::{Frame, FrameItem};
use typst::text::is_default_ignorable;
use unicode_normalization::UnicodeNormalization;

const OLD: &str = "나랏〮말〯ᄊᆞ미〮 듀ᇰ귁〮에〮달아〮 문ᄍᆞᆼ와〮로〮 서르 ᄉᆞᄆᆞᆺ디〮 아니〮ᄒᆞᆯ〮ᄊᆡ〮 가ᇫ";
const MARKS: &str = "x̄ p̂ y̅ n̈ k̇ x⃗ 가⃝ a⃝ 漢\u{302E} й ά 각\u{302F}";

/// What the pages show, letter by letter, with the font each byte comes from.
#[derive(Default)]
struct Shown {
    text: String,
    fonts: Vec<Option<String>>,
}

impl Shown {
    fn of(number: &SetNumber) -> Self {
        let mut shown = Self::default();
        number.pages.document.pages().iter().for_each(|page| shown.frame(&page.frame));
        shown
    }

    fn frame(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.frame(&group.frame),
                FrameItem::Text(text) => {
                    let from = self.text.len();
                    self.text.push_str(&text.text);
                    self.fonts.resize(self.text.len(), None);
                    for glyph in text.glyphs.iter().filter(|glyph| glyph.id != 0) {
                        let family = &text.font.font().info().family;
                        let range = from + glyph.range().start..from + glyph.range().end;
                        self.fonts[range].fill(Some(family.clone()));
                    }
                }
                _ => {}
            }
        }
    }

    /// How often a cluster is shown, each time by one font; or what is wrong with it.
    fn count(&self, cluster: &str) -> Result<usize, String> {
        let mut count = 0;
        for (at, _) in self.text.match_indices(cluster) {
            let visible = cluster.char_indices().filter(|(_, c)| !is_default_ignorable(*c));
            let fonts: Vec<_> = visible.map(|(byte, _)| &self.fonts[at + byte]).collect();
            if fonts.iter().any(|font| font.is_none() || *font != fonts[0]) {
                return Err(format!("{cluster} is set in {fonts:?}"));
            }
            count += 1;
        }
        Ok(count)
    }
}

/// A number whose title and body, and a note in it, say `text`.
fn set(text: &str) -> Outcome {
    let body = format!("- {text}[^1]\n  - **{text}**\n\n[^1]: {text}");
    let manifest = brief(&format!("제목 {text}"), &body);
    let mut sources = Sources::default();
    let loaded = load_bytes(manifest.as_bytes(), "issue.toml", Path::new("."), &mut sources);
    set_loaded(loaded, sources)
}

fn codes(outcome: &Outcome) -> Vec<&'static str> {
    outcome.diagnostics.iter().map(|found| found.message.code).collect()
}

#[test]
fn old_hangul_tone_marks_and_combining_marks_are_whole() {
    for text in [OLD, MARKS] {
        let outcome = set(text);
        let number = outcome.number.as_ref().unwrap_or_else(|| panic!("{:?}", codes(&outcome)));
        let shown = Shown::of(number);
        let text: String = text.nfc().collect();
        assert!(marked(&text).count() > 5);
        for (_, cluster) in marked(&text) {
            let count = shown.count(cluster).unwrap();
            assert!(count >= 4, "{cluster} is shown {count} times");
        }
    }
}

#[test]
fn plain_text_asks_for_no_font() {
    let outcome = set("유엔총회 결의안(UN) 漢字 ① é");
    let markup = &outcome.number.unwrap().pages.markup.text;
    assert!(!markup.contains("#text(") && !markup.contains("#show regex"));
}

#[test]
fn emitted_markup_says_the_font() {
    let project = Project::with_manifest(brief(&format!("제목 {OLD}"), &format!("- {OLD}")));
    project.run(&["build", "--edition", "screen", "--emit", "emitted"]).exits(0);
    let main = std::fs::read_to_string(project.path("emitted/main.typ")).unwrap();
    assert!(main.contains("#show regex(") && main.contains("#text(font: \"Noto Sans KR\")["));
}

#[test]
fn a_cluster_that_no_font_has_is_named_and_the_ways_out_lead_out() {
    let written = |text: &str| Project::with_manifest(brief("제목", &format!("- 앞 {text} 뒤")));
    let refused = written("가\u{20D7}").run(&["check"]).exits(1);
    refused
        .says("E0623")
        .says("`가\u{20D7}` (`가` U+AC00 + `\u{20D7}` U+20D7)")
        .says("combining mark")
        .says("issue.toml:")
        .never_says("E0602");
    written("가").run(&["check"]).exits(0);
    let font = include_bytes!("fonts/house.ttf");
    written("가\u{20D7}").file("fonts/house.ttf", font).run(&["check"]).exits(0);
}

fn marked_letter() -> impl Strategy<Value = String> {
    let tone = || prop::sample::select(vec!['\u{302E}', '\u{302F}']);
    let tail = || prop::char::range('\u{1160}', '\u{11FF}');
    let accent = || prop::char::range('\u{300}', '\u{36F}');
    let syllable = || prop::char::range('가', '힣');
    let odd = prop::sample::select(vec!['漢', '①', '1', 'ㄱ', '\u{1107}', '\u{113C}']);
    let enclosing = prop::char::range('\u{20D0}', '\u{20E0}');
    let with = |base: BoxedStrategy<char>, marks: BoxedStrategy<char>| {
        (base, prop::collection::vec(marks, 0..3))
            .prop_map(|(base, marks)| std::iter::once(base).chain(marks).collect::<String>())
    };
    prop_oneof![
        6 => with(syllable().boxed(), prop_oneof![tone(), tail()].boxed()),
        4 => with(prop::char::range('a', 'z').boxed(), accent().boxed()),
        1 => with(prop_oneof![odd, syllable()].boxed(), prop_oneof![tone(), accent(), enclosing].boxed()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").map_or(24, |cases| cases.parse().unwrap()),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_cluster_comes_from_one_font_or_is_named(
        words in prop::collection::vec(prop::collection::vec(marked_letter(), 1..4), 1..6),
    ) {
        let text: Vec<String> = words.iter().map(|word| word.concat()).collect();
        let text = format!("글 {}", text.join(" "));
        let outcome = set(&text);
        let errors: Vec<_> = outcome
            .diagnostics
            .iter()
            .filter(|found| found.severity() == jikji_diagnostic::Severity::Error)
            .map(|found| (found.message.code, found.span.is_some()))
            .collect();
        prop_assert!(errors.iter().all(|(code, placed)| ["E0602", "E0623"].contains(code) && *placed), "{errors:?}");
        prop_assert_eq!(errors.is_empty(), outcome.number.is_some());
        if let Some(number) = &outcome.number {
            let shown = Shown::of(number);
            let text: String = text.nfc().collect();
            for (_, cluster) in marked(&text).filter(|(_, cluster)| !cluster.chars().any(is_default_ignorable)) {
                let count = shown.count(cluster);
                prop_assert!(count.as_ref().is_ok_and(|count| *count > 0), "{cluster}: {count:?}");
            }
        }
    }
}

#[test]
fn a_mark_that_stands_twice_is_read_twice() {
    for text in ["a\u{335}\u{335}", "x\u{305}\u{305}\u{305}", "k\u{336}\u{346}\u{346}"] {
        let outcome = set(&format!("글 {text}"));
        let number = outcome.number.as_ref().unwrap_or_else(|| panic!("{:?}", codes(&outcome)));
        let count = Shown::of(number).count(text);
        assert!(count.as_ref().is_ok_and(|count| *count >= 4), "{text}: {count:?}");
    }
}
