//! Words that stand twice: `수 있는 있는`, `에서에서`.
//!
//! Words that Korean doubles to say more (하나 하나, 차근 차근) are left alone.

use std::ops::Range;

use super::words::eojeols;

/// Words that may stand twice.
#[rustfmt::skip]
const DOUBLES: [&str; 69] = [
    "하나", "둘", "조금", "매우", "아주", "너무", "정말", "진짜", "더욱", "서로", "따로", "차근", "구석", "마디",
    "걸음", "굽이", "송이", "방울", "아니", "그래", "빨리", "천천히", "오래", "멀리", "두고", "하루", "이리", "저리",
    "가지", "조각", "켜켜이", "사이", "순간", "이상", "이전", "이후", "한번", "한발", "하나하나", "가닥", "자락", "줄기",
    "모두", "다시", "이제", "언제", "누구", "무엇", "어디", "여기", "거기", "저기", "가끔", "자꾸", "점차", "고이",
    "길이", "거의", "계속", "군데", "드문", "띄엄", "알음", "웅성", "중얼", "반짝", "소곤", "수군", "꼬박",
];
/// Words of one syllable that never stand twice.
const SHORT: [&str; 7] = ["및", "수", "것", "때", "등", "를", "을"];
/// Particles that never follow themselves.
#[rustfmt::skip]
const PARTICLES: [&str; 11] = [
    "에서", "에게", "으로", "부터", "까지", "처럼", "라는", "라고", "에는", "와의", "과의",
];

/// What stands twice in a text: both places in one, and the end of the first.
pub fn doubled(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = vec![];
    let mut last: Option<(usize, &str)> = None;
    for (at, eojeol) in eojeols(text) {
        let again = last.filter(|(start, before)| {
            let bare = eojeol.trim_end_matches(['.', ',', ')', '’', '”']);
            let between = &text[start + before.len()..at];
            *before == bare && !between.contains('\n') && is_slip(bare)
        });
        let both =
            |(start, before): (usize, &str)| (start..at + before.len(), start + before.len());
        found.extend(again.map(both));
        found
            .extend(particle(eojeol).map(|Range { start, end }| {
                (at + start..at + end, at + start + (end - start) / 2)
            }));
        last = Some((at, eojeol));
    }
    found
}

fn is_slip(word: &str) -> bool {
    let mut letters = word.chars();
    let hangul = |c: char| ('가'..='힣').contains(&c);
    let (first, last) = (letters.next(), word.chars().next_back());
    if !last.is_some_and(|c| hangul(c) || c.is_ascii_alphabetic()) {
        return false;
    }
    match letters.next() {
        None => SHORT.contains(&word),
        // A number may be written beside itself.
        Some(_) => first.is_some_and(char::is_alphabetic) && !DOUBLES.contains(&word),
    }
}

/// A particle that follows itself at the end of an eojeol.
fn particle(eojeol: &str) -> Option<Range<usize>> {
    let bare = eojeol.trim_end_matches(['.', ',']);
    PARTICLES.iter().find_map(|particle| {
        let once = bare.strip_suffix(particle)?;
        let stem = once.strip_suffix(particle)?;
        (!stem.is_empty()).then_some(stem.len()..bare.len())
    })
}

#[cfg(test)]
mod tests {
    use super::doubled;

    #[test]
    fn a_slip_is_told_and_reduplication_is_not() {
        let found = |text: &str| -> Vec<String> {
            doubled(text).into_iter().map(|(range, _)| text[range].to_string()).collect()
        };
        assert_eq!(found("활용할 수 있는 있는 모델"), ["있는 있는"]);
        assert_eq!(found("AI를 통해 통해."), ["통해 통해"]);
        assert_eq!(found("미국 및 및 영국에서에서 발표"), ["및 및", "에서에서"]);
        for text in
            ["하나 하나 차근 차근 살펴", "3 3 대 4", "점점 더 더 빠르게", "있는, 있는", "새 새"]
        {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
