//! Whether a text breaks off in the middle of a sentence.
//!
//! Items of a bulletin end in nouns and have no full stop, so what tells is what can end none: an open bracket or quote,
//! a comma, a particle or an ending that leads on to another word.

/// Ends of words that lead on. Those that many nouns have as well (이, 가, 고, 과, 로, 도) are none of them.
#[rustfmt::skip]
const LEADING: &[&str] = &[
    "은", "는", "를", "며", "와", "에", "에서", "에게", "으로", "부터", "까지", "및", "또는", "위한", "위해", "위하여",
    "대한", "대해", "관한", "관해", "따른", "따라", "통한", "통해", "의한", "의해", "하여", "하기", "하게", "하던",
    "다고", "라고", "하고", "되고", "되어", "적인", "면서", "지만", "했던", "등을", "등의", "등이",
];
/// Nouns that end in the particle 을, and what stands before 의 in nouns (회의, 합의).
const EUL: [&str; 3] = ["마을", "가을", "노을"];
const UI: &str = "회합협논토심동결건문질강정주명상예유여거편창";

/// Whether more has to follow a text for its sentence to end.
pub fn breaks_off(text: &str) -> bool {
    let text = text.trim_end();
    if is_open(text) || text.ends_with([',', '·', '‘', '“', '(', '[', '「', '『', '/']) {
        return true;
    }
    let word = text.split_whitespace().next_back().unwrap_or_default();
    let before = word.chars().rev().nth(1);
    let led = LEADING.iter().any(|end| word.ends_with(end));
    let object = word.ends_with('을') && !EUL.iter().any(|noun| word.ends_with(noun));
    let owner = word.ends_with('의') && before.is_some_and(|before| !UI.contains(before));
    led || (object || owner) && before.is_some()
}

/// Whether a bracket or a quote is open at the end of a text.
fn is_open(text: &str) -> bool {
    let depth = text.chars().fold(0usize, |depth, c| match c {
        '(' | '[' | '「' | '『' | '‘' | '“' | '《' | '〈' => depth + 1,
        ')' | ']' | '」' | '』' | '’' | '”' | '》' | '〉' => depth.saturating_sub(1),
        _ => depth,
    });
    depth > 0
}

#[cfg(test)]
mod tests {
    use super::breaks_off;

    #[test]
    fn what_leads_on_breaks_off() {
        for text in [
            "나무 심기 계획을",
            "기관이 3월 2일 열린 회의에서",
            "다섯 해 동안 이어 간다고",
            "새 지침(초안",
            "정부의",
            "가나, 다라,",
            "어민이 쓰는",
            "‘등불’을 이용하기 위한",
        ] {
            assert!(breaks_off(text), "{text}");
        }
        for text in [
            "나무 심기 계획을 발표",
            "두 기관이 합의",
            "새 부표를 띄운 마을",
            "계획을 알림.",
            "예산은 10억 원(이듬해 12억 원)",
            "비율이 증가",
            "결과를 보고",
            "AI",
            "",
        ] {
            assert!(!breaks_off(text), "{text}");
        }
    }
}
