//! Where a title turns well: what a line break at each of its word spaces costs.
//!
//! It weighs sense alone. How wide words are, and which lines come of it, is the layout's business.

use unicode_segmentation::UnicodeSegmentation;

use super::quantity;

/// What a break between a number and its unit costs, hundredths: more than all else that can speak against
/// a line, so that it is taken only where there is no other.
pub const PARTS_NUMBER: i32 = 1000;
/// What a break between a name and its number costs (`라마 3`, `2024년 5월`).
const PARTS_NAME: i32 = 40;
/// What a break before a word that leans on the one before it costs.
const LEANS: i32 = 25;
/// What a break within quotes or brackets costs.
const INSIDE: i32 = 15;

/// Words that lean on the one before them: a line should not start with them.
#[rustfmt::skip]
const LEANING: &[&str] = &[
    "위한", "위해", "관한", "대한", "대해", "대응한", "따른", "통한", "통해", "의한", "있는", "없는", "수", "것",
    "등", "중",
];
/// Words that modify what follows: a line should not end on them.
#[rustfmt::skip]
const MODIFIERS: &[&str] = &[
    "주요", "국내", "세계", "최초", "최신", "차세대", "새", "첫", "각", "모든", "이번", "및", "또는", "약", "총",
];
/// Endings that do so.
const MODIFYING: &[&str] = &["한", "된", "될", "할", "의", "던", "는", "적인"];
/// Endings that close a clause.
const JOINING: &[&str] = &["해", "며", "고", "면", "지만"];
/// Particles that close a phrase.
const CLOSING: &[&str] = &["이", "가", "에", "로", "서", "와", "과", "도", "은"];

/// What a break at each word space of one line of a title costs, in hundredths: 0 is neutral, less invites.
/// One figure a gap between words, so none for a line of one word.
pub fn break_costs(line: &str) -> Vec<i32> {
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let mut depth = 0;
    let gap = |pair: &[&str]| {
        depth = pair[0].chars().fold(depth, nested);
        cost(pair[0], pair[1]) + if depth > 0 { INSIDE } else { 0 }
    };
    words.windows(2).map(gap).collect()
}

/// How deep in quotes and brackets a text is after `c`; an apostrophe closes nothing.
fn nested(depth: u32, c: char) -> u32 {
    match c {
        '‘' | '“' | '「' | '『' | '(' => depth + 1,
        '’' | '”' | '」' | '』' | ')' => depth.saturating_sub(1),
        _ => depth,
    }
}

fn cost(before: &str, after: &str) -> i32 {
    let leans = if LEANING.contains(&after) { LEANS } else { 0 };
    after_word(before) + leans + parts_number(before, after)
}

/// What the word before a break says of it.
fn after_word(word: &str) -> i32 {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match () {
        () if word.ends_with([',', ':']) => -8,
        () if LEANING.contains(&word) => 5,
        () if MODIFIERS.contains(&word) || ends(MODIFYING) => 11,
        () if ends(JOINING) => -6,
        () if ends(CLOSING) => -3,
        () if word.ends_with(['을', '를']) => 0,
        // Most likely a noun before another noun.
        () => 6,
    }
}

fn parts_number(before: &str, after: &str) -> i32 {
    let chars = |word: &str| word.chars().collect::<Vec<char>>();
    let numbered = after.starts_with(|c: char| c.is_ascii_digit());
    let short = after.graphemes(true).nth(3).is_none();
    match quantity::continues(quantity::ending(&chars(before)), &chars(after)) {
        true => PARTS_NUMBER,
        false if numbered && short && !CLOSING.iter().any(|end| before.ends_with(end)) => {
            PARTS_NAME
        }
        false => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sense_decides() {
        for (line, costs) in [
            ("유엔총회, 안전한 AI 사용을 촉구하는 결의안", vec![-8, 11, 6, 0, 11]),
            ("규제를 풀고 투자가 이어지며 성장", vec![0, -6, -3, -6]),
            ("사용을 위한 주요 지침", vec![25, 5, 11]),
            ("한 낱말뿐", vec![11]),
            ("낱말", vec![]),
            ("  넓은   틈  ", vec![-3]),
            ("", vec![]),
        ] {
            assert_eq!(break_costs(line), costs, "{line}");
        }
    }

    #[test]
    fn a_number_stays_with_its_unit_and_a_name_with_its_number() {
        for (line, costs) in [
            ("2조 4,000억 원 들여", vec![1006, 1006, 6]),
            ("전력 120 MW급 시설", vec![46, 1006, 6]),
            ("공개된 라마 3 발표", vec![11, 46, 6]),
            ("2024년 5월 행사", vec![46, 6]),
            ("예산은 3배 규모", vec![-3, 6]),
            ("하천 정비 사업", vec![6, 6]),
            // As docs/layouts.md shows them.
            ("메타, LLM ‘라마 3’를 오픈소스로 공개", vec![-8, 6, 61, 0, -3]),
            ("예산 4,000억 원", vec![6, 1006]),
        ] {
            assert_eq!(break_costs(line), costs, "{line}");
        }
    }

    #[test]
    fn quotes_and_brackets_stay_whole_and_an_apostrophe_is_neither() {
        assert_eq!(break_costs("오픈AI ‘보이스 엔진’ 발표"), [6, 21, 6]);
        assert_eq!(break_costs("『가 (나 다)』 라"), [12, 21, 6]);
        assert_eq!(break_costs("Canada’s ‘AI plan’ now"), [6, 21, 6]);
    }

    /// Words such as titles have, and any others.
    fn word() -> impl Strategy<Value = String> {
        let known =
            ["2조", "4,000억", "15", "원", "개국에서", "위한", "‘라마", "3’를", "MW급", "것"];
        prop_oneof![prop::sample::select(known.to_vec()).prop_map(str::to_string), "[^ ]{1,6}"]
    }

    proptest! {
        #[test]
        fn one_figure_a_gap_and_none_outweighs_a_number(
            words in prop::collection::vec(word(), 1..12),
            gap in " {1,3}",
        ) {
            let costs = break_costs(&words.join(&gap));
            prop_assert_eq!(costs.len(), words.len() - 1);
            for (cost, pair) in costs.iter().zip(words.windows(2)) {
                let [before, after] = [0, 1].map(|at| pair[at].chars().collect::<Vec<_>>());
                let parts = quantity::continues(quantity::ending(&before), &after);
                // With five lines at most, four breaks and their unevenness weigh less.
                prop_assert!(if parts { *cost >= 990 } else { (-8..=91).contains(cost) }, "{pair:?}");
            }
        }

        #[test]
        fn any_text_has_costs(text in any::<String>()) {
            let words = text.split(' ').filter(|word| !word.is_empty()).count();
            prop_assert_eq!(break_costs(&text).len(), words.saturating_sub(1));
        }
    }
}
