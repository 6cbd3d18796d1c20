//! Whether a word (an eojeol) goes on over the end of a line: Korean lines may break inside one, and the words of the
//! same text tell it.
//!
//! What the text has nowhere in one word stays two. It knows no endings but those that never stand by themselves.

use super::runs::Run;

/// Signs inside a word that a line may end with.
const JOINTS: [char; 7] = ['·', '∙', 'ㆍ', '・', '~', '∼', '～'];
/// How much of the word below tells that both are one, in characters.
const BEGINS: usize = 2;
/// The longest word that is looked up, in characters.
const LONGEST: usize = 40;
/// The most words that are kept; a number has some thirty thousand.
const MOST: usize = 200_000;
/// What makes a verb of the noun before it, and stands by itself in no text.
#[rustfmt::skip]
const VERBS: [&str; 21] = [
    "되었", "되어", "되며", "되고", "되는", "되지", "된다", "됐", "됨", "하였", "하며", "하는", "하여", "했다", "했으",
    "했던", "했음", "시켰", "시키", "당했", "받았으며",
];
/// What words end with that are no nouns: a particle, an ending, an adverb.
const NO_NOUNS: &str = "이가을를은는도만로게록려자야면서고지기께히에와과의며두접저미주래정다";

/// The words of a text, as far as lines have them whole.
#[derive(Debug, Clone, Default)]
pub struct Eojeols {
    /// Words, in order.
    words: Vec<String>,
    /// Those with others on both sides, in order: none is a part of one.
    whole: Vec<String>,
    /// Words that stand beside each other, with a blank between, in order.
    pairs: Vec<String>,
}

impl Eojeols {
    /// The words of some lines.
    pub fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut all = Self::default();
        for line in lines {
            let room = MOST.saturating_sub(all.words.len());
            let words: Vec<(usize, &str)> = words(line).take(room).collect();
            let short = |word: &str| word.chars().count() <= LONGEST;
            for (nth, (_, word)) in words.iter().enumerate().filter(|(_, (_, word))| short(word)) {
                all.words.push(word.to_string());
                all.whole.extend((nth > 0 && nth + 1 < words.len()).then(|| word.to_string()));
            }
            for two in words.windows(2).filter(|two| short(two[0].1) && short(two[1].1)) {
                let beside = line[two[0].0 + two[0].1.len()..two[1].0] == *" ";
                all.pairs.extend(beside.then(|| format!("{} {}", two[0].1, two[1].1)));
            }
        }
        for list in [&mut all.words, &mut all.whole, &mut all.pairs] {
            list.sort_unstable();
            list.dedup();
        }
        all
    }

    /// What stands between two lines of which the second goes on with the first: nothing inside a word.
    pub fn between(&self, above: &str, below: &str) -> Option<Run> {
        (!self.goes_on(above, below)).then(|| Run::Text(" ".into()))
    }

    /// Whether the last word of a line goes on in the line below.
    pub fn goes_on(&self, above: &str, below: &str) -> bool {
        let (above, below) = (above.trim_end(), below.trim_start());
        if let Some(before) = above.strip_suffix(JOINTS) {
            return before.ends_with(char::is_alphanumeric)
                && below.starts_with(char::is_alphanumeric);
        }
        let begun = last(above);
        let rest = &below[..below.find(|c: char| !c.is_alphanumeric()).unwrap_or(below.len())];
        let length = rest.chars().take(LONGEST + 1).count();
        let hangul = |word: &str| word.contains(|c: char| ('가'..='힣').contains(&c));
        if begun.is_empty() || length == 0 || length > LONGEST || !hangul(begun) && !hangul(rest) {
            return false;
        }
        if self.words.is_empty() {
            return false;
        }
        let head = |count: usize| {
            let end = rest.char_indices().nth(count).map_or(rest.len(), |(at, _)| at);
            &rest[..end]
        };
        let known = |count: usize| {
            begins(&self.words, &format!("{begun}{}", head(count)))
                && !begins(&self.pairs, &format!("{begun} {}", head(count)))
        };
        let whole = self.whole.binary_search_by(|word| word.as_str().cmp(begun)).is_ok();
        length >= BEGINS && known(BEGINS) || !whole && known(1) || is_verb(begun, rest)
    }
}

/// Whether one of some words in order begins so.
fn begins(words: &[String], start: &str) -> bool {
    let at = words.partition_point(|word| word.as_str() < start);
    words.get(at).is_some_and(|word| word.starts_with(start))
}

/// Whether what follows makes a verb of a noun.
fn is_verb(noun: &str, rest: &str) -> bool {
    let hangul = noun.chars().rev().take_while(|c| ('가'..='힣').contains(c)).count();
    hangul > 1
        && !noun.ends_with(|c| NO_NOUNS.contains(c))
        && VERBS.iter().any(|v| rest.starts_with(v))
}

/// Words of letters and digits, and where they begin.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
}

/// The letters that a line ends with.
fn last(line: &str) -> &str {
    let letters = line.chars().rev().take(LONGEST).take_while(|c| c.is_alphanumeric());
    &line[line.len() - letters.map(char::len_utf8).sum::<usize>()..]
}

#[cfg(test)]
mod tests {
    use super::Eojeols;

    const TEXT: [&str; 4] = [
        "올해 마이크로소프트가 밝힌 인공지능위원회 구성",
        "새 정책이 나온 뒤 정책 연구가 늘고 한국 정부도",
        "참여한 새 기구의 연구가 이어짐, 바다숲가꾸기 사업",
        "모두 바다숲 사업",
    ];

    #[test]
    fn words_of_the_text_tell_that_a_line_breaks_inside_one() {
        let words = Eojeols::of(TEXT.into_iter());
        for (above, below) in [
            ("그해 마이크로", "소프트는 새로"),
            ("회의에서 인공지", "능을 다룸"),
            ("둘째 인공지능", "위원회를 둠"),
            ("경제·사회·", "환경이"),
            ("2014년~", "2018년의"),
            ("38%로 집계", "되었으며"),
        ] {
            assert!(words.goes_on(above, below), "{above}|{below}");
        }
        for (above, below) in [
            ("새로운 정책", "이번 달에"),
            ("여러 정책", "연구를"),
            ("그러나 한국", "정부가"),
            ("계획을", "발표"),
            ("함께", "하며"),
            ("다음 주에", "되었으며"),
            ("open", "source"),
            ("끝남.", "다음"),
            ("가 -", "나"),
            ("", ""),
        ] {
            assert!(!words.goes_on(above, below), "{above}|{below}");
        }
        // Without a text of its own, a sign alone tells.
        assert!(!Eojeols::default().goes_on("마이크로", "소프트"));
        assert!(Eojeols::default().goes_on("경제·", "사회"));
    }
}
