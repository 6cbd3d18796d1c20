//! One word written two ways in one number: `데이터 센터` and `데이터센터`, `GPT-4` and `GPT4`, `챗GPT` and `챗gpt`.
//!
//! No dictionary: what differs by blanks, hyphens and capitals only is one word. Particles are taken off only where a
//! word of two letters or more is left.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::words::{Word, is_letter, words};
use crate::particle::is_particle;

/// The most words that make one.
const MOST: usize = 3;
/// The shortest word that is compared, in letters; a Latin one may be shorter by one.
const SHORTEST: usize = 4;
/// Words of one syllable that are parts of longer ones, at their start and at their end.
const FIRST: [char; 9] = ['빅', '딥', '웹', '앱', '챗', '숏', '팀', '칩', '랩'];
const LAST: [char; 12] = ['칩', '셋', '봇', '앱', '웹', '폰', '팀', '랩', '넷', '툴', '팩', '킷'];

/// A text that is compared, and its words.
pub struct Compared<'t> {
    text: &'t str,
    words: Vec<Word>,
}

/// Where a word stands: its text by position, and its bytes there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The text.
    pub text: usize,
    /// The bytes.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A word that is written otherwise than elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Where it stands.
    pub spot: Spot,
    /// As it is written there.
    pub found: String,
    /// As it is written elsewhere.
    pub other: String,
    /// Where that stands first.
    pub elsewhere: Spot,
}

impl<'t> Compared<'t> {
    /// A text as it is compared; what is cited in quotes or brackets is not.
    pub fn of(text: &'t str) -> Self {
        Self { text, words: words(text) }
    }

    fn written(&self, range: &Range<usize>) -> &'t str {
        &self.text[range.clone()]
    }

    /// Calls `visit` for every word, and every two or three that could be one, each with what may be its particle
    /// and without.
    fn visit(&self, mut visit: impl FnMut(Range<usize>)) {
        for (index, first) in self.words.iter().enumerate() {
            let mut end = index;
            while self.is_part(index, end) {
                let range = first.range.start..self.words[end].range.end;
                let last = self.words[end].range.start;
                for cut in stems(self.written(&(last..range.end))) {
                    visit(range.start..last + cut);
                }
                end += 1;
            }
        }
    }

    /// Whether the words from `first` to `last` could be one.
    fn is_part(&self, first: usize, last: usize) -> bool {
        let Some(word) = self.words.get(last).filter(|word| !word.enclosed) else { return false };
        if last == first {
            return true;
        }
        let before = &self.words[last - 1];
        let near = self.written(&(before.range.end..word.range.start)) == " ";
        let begins = self.written(&before.range);
        near && last - first < MOST && takes_part(begins, &FIRST) && !is_number(begins)
    }
}

/// Whether a word is long enough to be a part of another, or one of a few that are not.
fn takes_part(word: &str, short: &[char]) -> bool {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => short.contains(&only),
        (first, _) => first.is_some(),
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// The ends of a word, whole and without what may be its particle.
fn stems(word: &str) -> Vec<usize> {
    /// Letters of the longest particle, and more.
    const LONGEST: usize = 8;
    let mut ends = vec![];
    let tail = word.char_indices().rev().take(LONGEST).last().map_or(0, |(at, _)| at);
    let before = word[..tail].chars().take(2).count();
    for (count, (at, _)) in word[tail..].char_indices().enumerate() {
        let (count, at) = (before + count, tail + at);
        let latin = word[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let enough = count >= 2 || (count == 1 && word.starts_with(LAST));
        if (enough || (latin && count > 0)) && is_particle(&word[at..]) {
            ends.push(at);
        }
    }
    ends.push(word.len());
    ends
}

/// Calls `each` for the letters that a word is known by, whatever its blanks, hyphens and capitals.
fn letters(written: &str, mut each: impl FnMut(char)) {
    for c in written.chars().filter(|c| is_letter(*c)) {
        match c {
            '가'..='힣' => each(c),
            c if c.is_ascii() => each(c.to_ascii_lowercase()),
            c => c.to_lowercase().for_each(&mut each),
        }
    }
}

/// What a word is known by, as one number; none of what is not compared.
fn key(written: &str) -> Option<u64> {
    let last = written.rsplit(' ').next().unwrap_or_default();
    let parted = written.contains(' ');
    let short = last.chars().count() == 1;
    if is_number(written) || (parted && short && !last.starts_with(LAST)) {
        return None;
    }
    let (mut count, mut latin) = (0, false);
    let mut hasher = DefaultHasher::new();
    letters(written, |c| {
        latin |= count == 0 && c.is_ascii_alphabetic();
        count += 1;
        c.hash(&mut hasher);
    });
    (count >= SHORTEST || (latin && count + 1 >= SHORTEST)).then(|| hasher.finish())
}

/// Whether two words are known by the same letters.
fn is_same(one: &str, other: &str) -> bool {
    let known = |word| {
        let mut known = String::new();
        letters(word, |c| known.push(c));
        known
    };
    known(one) == known(other)
}

/// The words that are written in two ways: each place of the way that is rarer, or that came later.
pub fn variants(texts: &[Compared<'_>]) -> Vec<Variant> {
    let mut spots: Vec<(u64, Spot)> = vec![];
    for (index, text) in texts.iter().enumerate() {
        // A text in Latin letters is a title or a name as others write it.
        if !text.text.chars().any(|c| ('가'..='힣').contains(&c)) {
            continue;
        }
        text.visit(|range| {
            let Some(key) = key(text.written(&range)) else { return };
            spots.push((key, Spot { text: index, start: range.start, end: range.end }));
        });
    }
    spots.sort_unstable();
    let written = |spot: &Spot| texts[spot.text].written(&(spot.start..spot.end));
    let mut found = vec![];
    for same in spots.chunk_by(|a, b| a.0 == b.0) {
        let first = written(&same[0].1);
        if same.iter().all(|(_, spot)| written(spot) == first) {
            continue;
        }
        let mut ways: BTreeMap<&str, Vec<&Spot>> = BTreeMap::new();
        for (_, spot) in same {
            ways.entry(written(spot)).or_default().push(spot);
        }
        if ways.keys().all(|way| is_same(way, first)) {
            rarer(&ways, &mut found);
        }
    }
    apart(found)
}

/// The places of the ways of one word: those that are not the usual one, which is the first of those that stand most
/// often, with what is told of them.
fn rarer(ways: &BTreeMap<&str, Vec<&Spot>>, found: &mut Vec<(Spot, Option<Variant>)>) {
    let first = |spots: &[&Spot]| std::cmp::Reverse(spots[0].clone());
    let usual = ways.iter().max_by_key(|(_, spots)| (spots.len(), first(spots)));
    let Some((usual, elsewhere)) = usual else { return };
    for (way, spots) in ways {
        let variant = |spot: &Spot| Variant {
            spot: spot.clone(),
            found: (*way).to_string(),
            other: (*usual).to_string(),
            elsewhere: elsewhere[0].clone(),
        };
        let told = |spot: &Spot| (way != usual).then(|| variant(spot));
        found.extend(spots.iter().map(|spot| ((*spot).clone(), told(spot))));
    }
}

/// Of words that meet in one place the shortest is judged: what is usual of it is right in a longer one too.
fn apart(mut found: Vec<(Spot, Option<Variant>)>) -> Vec<Variant> {
    found.sort_by_key(|(spot, _)| (spot.text, spot.end - spot.start, spot.start));
    let mut kept: BTreeMap<(usize, usize), (usize, Option<Variant>)> = BTreeMap::new();
    for (Spot { text, start, end }, variant) in found {
        // What is kept is apart, so that only the last one that begins before the end can meet this one.
        let last = kept.range((text, 0)..(text, end)).next_back();
        if last.is_none_or(|(_, (last, _))| *last <= start) {
            kept.insert((text, start), (end, variant));
        }
    }
    kept.into_values().filter_map(|(_, variant)| variant).collect()
}

#[cfg(test)]
mod tests {
    use super::{Compared, variants};

    fn found(texts: &[&str]) -> Vec<(String, String)> {
        let texts: Vec<_> = texts.iter().map(|text| Compared::of(text)).collect();
        variants(&texts).into_iter().map(|variant| (variant.found, variant.other)).collect()
    }

    #[test]
    fn blanks_hyphens_and_capitals_make_two_ways() {
        for (texts, rare, usual) in [
            (["데이터센터를 짓고 데이터센터는", "새 데이터 센터에서"], "데이터 센터", "데이터센터"),
            (["GPT-4를 공개", "GPT4는 빠르다"], "GPT4", "GPT-4"),
            (["챗GPT의 등장", "챗gpt가 등장"], "챗gpt", "챗GPT"),
            (["AI 반도체를", "AI반도체의 수요"], "AI반도체", "AI 반도체"),
            (["빅데이터 분석", "빅 데이터는"], "빅 데이터", "빅데이터"),
            (["오픈소스 모델", "오픈 소스로 공개"], "오픈 소스", "오픈소스"),
        ] {
            assert_eq!(found(&texts), [(rare.to_string(), usual.to_string())], "{texts:?}");
        }
    }

    /// What a particle follows is judged without it.
    #[test]
    fn the_shortest_word_decides() {
        let texts = ["음성 비서는 음성 비서가 음성 비서와", "음성비서의 음성 비서의 음성비서의"];
        let rare = ("음성비서".to_string(), "음성 비서".to_string());
        assert_eq!(found(&texts), [rare.clone(), rare]);
    }

    #[test]
    fn other_words_are_other_words() {
        for texts in [
            ["한 번 더", "한번 해 보면"],
            ["이 중 하나", "이중 규제"],
            ["‘인공 지능’이라는 책", "인공지능은"],
            ["큰 소리로", "큰소리치는"],
            ["100만 달러", "100만달러"],
            ["Open AI Forum", "openai forum"],
        ] {
            assert!(found(&texts).is_empty(), "{texts:?}: {:?}", found(&texts));
        }
    }
}
