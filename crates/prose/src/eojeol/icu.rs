//! The joiner against the segmenter Typst uses (ICU4X, UAX #14).

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use proptest::prelude::*;

use crate::eojeol::Joiner;

/// The breaks inside `text` that Typst would be offered.
fn breaks(text: &str) -> Vec<usize> {
    LineSegmenter::new_lstm(LineBreakOptions::default())
        .segment_str(text)
        .filter(|&at| at > 0 && at < text.len())
        .collect()
}

fn joined(text: &str, limit: usize) -> String {
    Joiner::new(limit).run(text, &|_| false)
}

/// After a space, a slash, or a hyphen between Latin letters.
fn natural(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let after = text[at..].chars().next().unwrap_or(' ');
    let latin = |c: char| c.is_ascii_alphabetic() || c == 'é';
    match before.next() {
        Some(' ' | '/') => true,
        Some('-') => latin(after) && before.next().is_some_and(latin),
        _ => false,
    }
}

/// Words as a bulletin has them, and worse.
fn korean() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[가-힣]{1,6}",
        2 => "[A-Za-z]{1,8}",
        2 => "[0-9]{1,3}([,.][0-9]{1,3})?",
        2 => "[·~%…,.:;!?/()‘’“”「」『』《》\\-–&+*'\"\\[\\]#@=°℃$₩]",
        1 => "[①-⑳△▲☞●■※→㎏漢字カナé한👍]",
        3 => " ",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Eojeol of what lines do not like to turn at, long runs of it too.
fn signs() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[가-힣漢かナ]{1,3}",
        2 => "[-._=~…·―→─%/()“”「」,:;!?①△*+&@^|]{1,4}",
        1 => "[A-Za-z0-9]{1,5}",
        1 => "-{8,60}|\\.{8,60}|…{8,40}|_{8,60}|―{8,40}",
    ];
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

fn korean_letter(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// From its first Korean letter on no eojeol is longer than a line without a place to turn.
fn turns_in_time(text: &str) {
    let out = joined(text, 24);
    let ends = breaks(&out).into_iter().chain([out.len()]);
    ends.fold(0, |start, end| {
        let stretch = out[start..end].replace(['\u{2060}', '\u{200b}'], "");
        let rest = stretch.find(korean_letter).map_or("", |at| &stretch[at..]);
        assert!(rest.chars().count() <= 46, "no turn in {stretch}");
        end
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn only_natural_breaks_remain(text in korean()) {
        prop_assume!(!text.contains("//") && !text.contains("www."));
        let out = joined(&text, usize::MAX);
        for at in breaks(&out) {
            prop_assert!(natural(&out, at), "{:?} breaks at {}", out.replace('\u{2060}', "_"), at);
        }
    }

    #[test]
    fn the_text_stays(text in any::<String>(), limit in 0usize..30) {
        prop_assume!(!text.contains(['\u{2060}', '\u{200b}']));
        prop_assert_eq!(joined(&text, limit).replace(['\u{2060}', '\u{200b}'], ""), text);
    }

    #[test]
    fn no_eojeol_is_without_a_place_to_turn(text in signs()) {
        turns_in_time(&text);
    }

    #[test]
    fn runs_join_as_one_text_would(text in korean(), cut in 0usize..60) {
        prop_assume!(!text.contains("//") && !text.contains("www."));
        let cut = text.char_indices().map(|(i, _)| i).nth(cut).unwrap_or(text.len());
        let mut joiner = Joiner::new(usize::MAX);
        let mut out = joiner.run(&text[..cut], &|_| false);
        out.push_str(&joiner.run(&text[cut..], &|_| false));
        for at in breaks(&out) {
            prop_assert!(natural(&out, at), "{:?} breaks at {}", out.replace('\u{2060}', "_"), at);
        }
    }
}

/// A bar takes no break before it, though it looks like a letter to the short form of the rules.
#[test]
fn a_bar_before_a_drawn_line_is_no_place_to_turn() {
    turns_in_time(&format!("ナ가{}=─~=ナ(─가ナ|{}", ".".repeat(13), "-".repeat(23)));
}

/// Each joiner in everyday text takes a break away.
#[test]
fn no_joiner_is_needless() {
    let text = "유엔총회에서 AI 결의안이 2024년 3월 21일 컨센서스(전원합의)로 채택됨 GPT-4와 ‘그록-1.5V’를 \
                설계·개발·배포하고 R&D에 2조 4,000억 원(약 10%)을 24/7 정책/법제 트뤼도(Justin Trudeau) U.S.를 \
                「가나」의 100℃에서 5~6월 $5억 state-of-the-art 그런데…나는 ‘라마 3’를 MOU)를 (MOU) 1:1로";
    let out = joined(text, 24);
    for (at, joiner) in out.match_indices('\u{2060}') {
        let without = format!("{}{}", &out[..at], &out[at + joiner.len()..]);
        assert!(breaks(&without).contains(&at), "needless in …{}", &out[at..]);
    }
}
