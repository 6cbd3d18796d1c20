//! How an item ends: as a sentence (`발표했다.`), or with a noun as bulletins write (`발표`, `발표함`).
//!
//! It reads the last word alone.

/// The style of an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A noun, or a verb made one (음, 함, 임).
    Noun,
    /// A sentence.
    Sentence,
}

/// Last syllables but one before 다 that make a verb without a full stop; those with ㅆ do too.
const VERBS: [char; 20] = [
    '한', '된', '진', '인', '난', '준', '온', '본', '킨', '는', '니', '이', '하', '되', '없', '많',
    '높', '같', '않', '른',
];
/// Before 요, with a full stop or not.
const POLITE: [char; 9] = ['세', '어', '아', '에', '해', '네', '예', '나', '까'];

/// How a text ends; none where that cannot be told.
pub fn ending(text: &str) -> Option<Ending> {
    let text = without_brackets(text.trim_end());
    let closed = text.trim_end_matches(['.', '!', '?', '。', '’', '”', '」', '』', '"']);
    let stopped = text[closed.len()..].contains(['.', '!', '?']);
    let mut letters = closed.chars().rev();
    let (last, before) = (letters.next()?, letters.next());
    if !('가'..='힣').contains(&last) {
        return None;
    }
    let verb = |before: char| is_past(before) || VERBS.contains(&before);
    let sentence = match last {
        '다' => {
            before.is_some_and(|before| stopped && ('가'..='힣').contains(&before) || verb(before))
        }
        '요' => before.is_some_and(|before| POLITE.contains(&before)),
        '까' => stopped,
        _ => false,
    };
    // What ends on 다 and is no verb for sure may be a name: 캐나다.
    let unsure = last == '다' && !sentence;
    (!unsure).then_some(if sentence { Ending::Sentence } else { Ending::Noun })
}

/// Whether a syllable closes with ㅆ.
fn is_past(c: char) -> bool {
    ('가'..='힣').contains(&c) && (c as u32 - '가' as u32) % 28 == 20
}

/// A text without the bracket it ends with.
fn without_brackets(text: &str) -> &str {
    let (bare, stop) = match text.strip_suffix('.') {
        Some(bare) => (bare, true),
        None => (text, false),
    };
    let open = bare.strip_suffix(')').and_then(|inner| inner.rfind('('));
    match open {
        Some(open) if !stop || open > 0 => bare[..open].trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::Ending::{Noun, Sentence};
    use super::ending;

    #[test]
    fn the_last_word_tells() {
        for (text, style) in [
            ("결의안을 채택", Some(Noun)),
            ("나타남", Some(Noun)),
            ("협력할 필요", Some(Noun)),
            ("지원(2조 원)", Some(Noun)),
            ("발표했다.", Some(Sentence)),
            ("밝혔다", Some(Sentence)),
            ("나타났다(그림 1).", Some(Sentence)),
            ("기대합니다.", Some(Sentence)),
            ("미국과 캐나다", None),
            ("GPT-4", None),
            ("시장의 수요", Some(Noun)),
        ] {
            assert_eq!(ending(text), style, "{text}");
        }
    }
}
