//! Numbers and the units and counters that stay with them across a space (KLREQ, line breaking).
//!
//! It reads one eojeol at a time and knows nothing of line breaks.

use super::particle;

/// Counters and units written in Hangul, longer ones first where one begins another.
#[rustfmt::skip]
const COUNTERS: &[&str] = &[
    "개국", "개월", "개소", "개사", "개년", "개", "곳", "명", "달러", "유로", "파운드", "위안",
    "엔", "원", "시간", "초", "분기", "분", "일", "월", "년간", "년", "주년", "주간", "주", "배",
    "종", "차례", "차", "건", "대", "명분", "가지", "번", "회", "호", "권", "편", "쪽", "장",
    "세", "살", "인", "위", "점", "톤", "킬로미터", "미터", "제곱미터", "평", "퍼센트", "포인트",
    "프로", "기가바이트", "테라바이트", "메가와트", "기가와트", "와트", "비트", "바이트", "토큰",
    "만", "억", "조", "천", "백", "경",
];

/// Units written in Latin letters or signs.
#[rustfmt::skip]
const SYMBOLS: &[&str] = &[
    "%", "%p", "％", "‰", "℃", "℉", "°C", "°F", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh",
    "TWh", "W", "V", "A", "Hz", "kHz", "MHz", "GHz", "KB", "kB", "MB", "GB", "TB", "PB", "EB",
    "Kbps", "Mbps", "Gbps", "Tbps", "bit", "bits", "byte", "bytes", "nm", "µm", "μm", "mm", "cm",
    "m", "km", "m²", "km²", "m³", "㎚", "㎛", "㎜", "㎝", "㎞", "㎡", "㎢", "㎥", "㎎", "㎏", "g",
    "mg", "kg", "t", "ml", "mL", "L", "ms", "ns", "µs", "s", "h", "dB", "eV", "FLOPS", "TFLOPS",
    "PFLOPS", "TOPS", "fps", "bp", "bps", "pt", "ppm", "USD", "EUR", "KRW", "JPY", "CNY",
];

/// How an eojeol ends, as far as the next one is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A number: `15`, `1.5`, `120여`.
    Number,
    /// A number with a power of ten: `8만`, `4,000억`.
    Magnitude,
    /// Anything else.
    Plain,
}

/// How `word` ends.
pub fn ending(word: &[char]) -> Ending {
    let body = strip(word, |c| c == '여');
    let digits = strip(body, is_power);
    let start = strip(digits, |c| c.is_ascii_digit() || matches!(c, ',' | '.')).len();
    let number = &digits[start..];
    if !number.last().is_some_and(char::is_ascii_digit) || names_a_thing(&digits[..start]) {
        return Ending::Plain;
    }
    match digits.len() < body.len() {
        true => Ending::Magnitude,
        false => Ending::Number,
    }
}

/// Whether the eojeol `next` is the rest of the number or its unit.
pub fn continues(ending: Ending, next: &[char]) -> bool {
    match ending {
        Ending::Plain => false,
        Ending::Magnitude if next.first().is_some_and(char::is_ascii_digit) => true,
        Ending::Number | Ending::Magnitude => is_unit(next),
    }
}

/// Whether a word is a unit or counter, a power of ten, or one after the other: `만`, `억원`, `%p`.
pub fn is_measure(word: &str) -> bool {
    let rest = word.trim_start_matches(is_power);
    rest.is_empty() || COUNTERS.contains(&rest) || SYMBOLS.contains(&rest)
}

/// Whether a Hangul run that follows a digit directly keeps its first `n` syllables as the unit.
pub fn unit_length(run: &[char]) -> usize {
    let powers = run.iter().take_while(|&&c| is_power(c)).count();
    let rest: String = run[powers..].iter().take(6).collect();
    let counter =
        COUNTERS.iter().filter(|unit| rest.starts_with(**unit)).map(|u| u.chars().count());
    powers + counter.max().unwrap_or(0)
}

fn is_unit(next: &[char]) -> bool {
    let powers = next.iter().take_while(|&&c| is_power(c)).count();
    let word: String =
        next[powers..].iter().take_while(|&&c| ('가'..='힣').contains(&c)).take(12).collect();
    let free = |rest: &str| rest.is_empty() || particle::is_particle(rest);
    if powers > 0 && free(&word) {
        return true;
    }
    if !word.is_empty() {
        return COUNTERS.iter().any(|unit| word.strip_prefix(unit).is_some_and(free));
    }
    let sign: String = next
        .iter()
        .take_while(|&&c| {
            !('가'..='힣').contains(&c) && !matches!(c, '(' | ')' | ',' | '.' | '/' | '·')
        })
        .take(12)
        .collect();
    powers == 0 && SYMBOLS.contains(&sign.as_str())
}

/// `GPT-4` and `H100` are names, not amounts.
fn names_a_thing(before: &[char]) -> bool {
    match before {
        [.., last] if last.is_ascii_alphabetic() => true,
        [.., letter, '-'] => letter.is_alphabetic(),
        _ => false,
    }
}

fn is_power(c: char) -> bool {
    matches!(c, '십' | '백' | '천' | '만' | '억' | '조' | '경')
}

fn strip(word: &[char], drop: impl Fn(char) -> bool) -> &[char] {
    let kept = word.iter().rposition(|&c| !drop(c)).map_or(0, |last| last + 1);
    &word[..kept]
}

#[cfg(test)]
mod tests {
    use super::{Ending, continues, ending, unit_length};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn kept(before: &str, after: &str) -> bool {
        continues(ending(&chars(before)), &chars(after))
    }

    #[test]
    fn numbers_end_in_digits_or_powers() {
        for (word, want) in [
            ("15", Ending::Number),
            ("(4,000억", Ending::Magnitude),
            ("100여", Ending::Number),
            ("30만여", Ending::Magnitude),
            ("GPT-4", Ending::Plain),
            ("H100", Ending::Plain),
            ("그록-1.5", Ending::Plain),
            ("만", Ending::Plain),
            ("수천", Ending::Plain),
            ("", Ending::Plain),
        ] {
            assert_eq!(ending(&chars(word)), want, "{word}");
        }
    }

    #[test]
    fn units_stay_with_their_number() {
        for (number, unit) in [
            ("4,000억", "원"),
            ("2조", "4,000억"),
            ("8만", "5천"),
            ("5천", "곳에서"),
            ("15", "초"),
            ("2억", "명을"),
            ("5", "천만"),
            ("10", "%"),
            ("3", "%p(전년"),
            ("120", "MW급"),
            ("80", "GB,"),
            ("500만", "달러(약"),
        ] {
            assert!(kept(number, unit), "{number} {unit}");
        }
    }

    #[test]
    fn other_words_are_free() {
        for (number, word) in [
            ("700개", "이상"),
            ("2024", "대한민국"),
            ("15", "초등학교"),
            ("2024년", "5월"),
            ("GPT-4", "개발"),
            ("3", "Gemini"),
            ("라마", "3"),
        ] {
            assert!(!kept(number, word), "{number} {word}");
        }
    }

    #[test]
    fn a_unit_begins_the_run_after_a_digit() {
        assert_eq!(unit_length(&chars("만원에서")), 2);
        assert_eq!(unit_length(&chars("개국에서")), 2);
        assert_eq!(unit_length(&chars("억여달러")), 1);
        assert_eq!(unit_length(&chars("세대")), 1);
    }
}
