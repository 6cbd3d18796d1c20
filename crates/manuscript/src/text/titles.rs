//! Matches titles that need not agree word for word: the contents list's with the articles'.
//!
//! Compares letters and digits alone. The work is bounded: past [`MOST`] titles that found no exact
//! partner, only those that read the same are matched.

use std::collections::{HashMap, HashSet};

/// Titles on either side that are compared with each other.
const MOST: usize = 300;
/// The longest title that is compared, in characters.
const LONGEST: usize = 300;
/// How alike two titles must be to be one.
const ALIKE: f64 = 0.4;
/// How alike, if their place says the same.
const KIN: f64 = 0.15;

/// The letters and digits of a title, in small letters.
pub fn key(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How alike two keys are, from 0 to 1: by the pairs of letters they share (Sørensen–Dice); one
/// that is part of the other counts nearly as the same.
pub fn likeness(one: &str, other: &str) -> f64 {
    let within = |short: &str, long: &str| short.chars().count() >= 4 && long.contains(short);
    if one == other {
        1.0
    } else if one.is_empty() || other.is_empty() {
        0.0
    } else if within(one, other) || within(other, one) {
        0.9
    } else {
        dice(one, other)
    }
}

/// The share of letter pairs two keys have in common, counted by characters (strsim's measure
/// divides by bytes, which makes Hangul a third as alike as Latin).
fn dice(one: &str, other: &str) -> f64 {
    let pairs = |key: &str| -> Vec<(char, char)> {
        let letters: Vec<char> = key.chars().take(LONGEST).collect();
        let mut pairs: Vec<_> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs
    };
    let (one, other) = (pairs(one), pairs(other));
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    match one.len() + other.len() {
        0 => 0.0,
        all => (2 * common) as f64 / all as f64,
    }
}

/// Keys that others are compared with, one by one.
pub struct Matcher {
    keys: Vec<String>,
    exact: HashMap<String, usize>,
    budget: usize,
}

impl Matcher {
    /// A matcher of some keys.
    pub fn new(keys: Vec<String>) -> Self {
        let mut exact = HashMap::new();
        for (index, key) in keys.iter().enumerate() {
            exact.entry(key.clone()).or_insert(index);
        }
        Self { keys, exact, budget: MOST * MOST / 4 }
    }

    /// The first of the keys that is most like `key`, and at least `least` like it.
    pub fn best(&mut self, key: &str, least: f64) -> Option<usize> {
        if key.is_empty() {
            return None;
        }
        if let Some(index) = self.exact.get(key) {
            return Some(*index);
        }
        let near = self.keys.len().min(self.budget);
        self.budget -= near;
        let scored =
            self.keys[..near].iter().enumerate().map(|(i, other)| (likeness(other, key), i));
        let best = scored.rev().max_by(|one, other| one.0.total_cmp(&other.0))?;
        (best.0 >= least).then_some(best.1)
    }
}

/// For each key of `listed` its partner among `titles`, each used once: first those that read the
/// same, then the most alike, then, between two that are matched, the only ones left over.
pub fn pair(listed: &[String], titles: &[String]) -> Vec<Option<usize>> {
    let (partner, taken) = (vec![None; listed.len()], vec![false; titles.len()]);
    let mut pairs = Pairs { listed, titles, partner, taken };
    pairs.by_key();
    pairs.by_likeness();
    pairs.by_place();
    pairs.partner
}

struct Pairs<'k> {
    listed: &'k [String],
    titles: &'k [String],
    partner: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairs<'_> {
    fn tie(&mut self, listed: usize, title: usize) {
        self.partner[listed] = Some(title);
        self.taken[title] = true;
    }

    fn likeness(&self, listed: usize, title: usize) -> f64 {
        likeness(&self.listed[listed], &self.titles[title])
    }

    fn by_key(&mut self) {
        let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, title) in self.titles.iter().enumerate().rev() {
            by_key.entry(title).or_default().push(index);
        }
        for (index, key) in self.listed.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
            if let Some(title) = by_key.get_mut(key.as_str()).and_then(Vec::pop) {
                self.tie(index, title);
            }
        }
    }

    fn by_likeness(&mut self) {
        let open = |free: &dyn Fn(usize) -> bool, count: usize| -> Vec<usize> {
            (0..count).filter(|index| free(*index)).take(MOST).collect()
        };
        let listed = open(&|index| self.partner[index].is_none(), self.listed.len());
        let titles = open(&|index| !self.taken[index], self.titles.len());
        let mut scores = vec![];
        for one in &listed {
            for other in &titles {
                let score = self.likeness(*one, *other);
                if score >= ALIKE {
                    // Whole numbers, so that the order is the same everywhere.
                    scores.push((std::cmp::Reverse((score * 10_000.0) as u32), *one, *other));
                }
            }
        }
        scores.sort_unstable();
        for (_, one, other) in scores {
            if self.partner[one].is_none() && !self.taken[other] {
                self.tie(one, other);
            }
        }
    }

    /// As many listed titles as articles between the same neighbours are the same in their order,
    /// however worded; if there are more than one, they must be a little alike. A line that is there
    /// twice is no such title.
    fn by_place(&mut self) {
        let mut seen = HashSet::new();
        let first: Vec<bool> = self.listed.iter().map(|key| seen.insert(key)).collect();
        let own = |index: &usize| first[*index] || self.partner[*index].is_some();
        let open: Vec<usize> = (0..self.listed.len()).filter(own).collect();
        let mut at = 0;
        while at < open.len() {
            let gap = open[at..].iter().take_while(|i| self.partner[**i].is_none()).count();
            let before = match at.checked_sub(1) {
                None => Some(0),
                Some(before) => self.partner[open[before]].map(|title| title + 1),
            };
            let after = match open.get(at + gap) {
                None => Some(self.taken.len()),
                Some(next) => self.partner[*next],
            };
            let held = gap > 0 && (at > 0 || at + gap < open.len());
            if let (Some(from), Some(to), true) = (before, after, held)
                && from + gap == to
                && !self.taken[from..to].contains(&true)
            {
                for (index, title) in open[at..at + gap].iter().zip(from..to) {
                    if gap == 1 || self.likeness(*index, title) >= KIN {
                        self.tie(*index, title);
                    }
                }
            }
            at += gap.max(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{key, pair};

    fn keys(titles: &[&str]) -> Vec<String> {
        titles.iter().map(|title| key(title)).collect()
    }

    #[test]
    fn differing_words_still_match() {
        let listed = keys(&["해양부, 갯벌 지도 공개", "항만 드론 시험", "전혀 다른 말"]);
        let titles = keys(&["해양부 ‘갯벌 지도’ 공개", "항만에서 드론을 시험", "등대의 밤"]);
        assert_eq!(pair(&listed, &titles), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn a_stranger_finds_no_partner() {
        let listed = keys(&["갯벌 지도", "없는 기사", "등대"]);
        let titles = keys(&["갯벌 지도", "등대"]);
        assert_eq!(pair(&listed, &titles), [Some(0), None, Some(1)]);
        assert_eq!(pair(&keys(&["가나다"]), &keys(&["라마바"])), [None]);
    }

    #[test]
    fn the_same_title_twice_takes_the_first_and_the_second() {
        let twice = keys(&["같은 제목", "같은 제목"]);
        assert_eq!(pair(&twice, &twice), [Some(0), Some(1)]);
        assert_eq!(pair(&twice, &keys(&["같은 제목"])), [Some(0), None]);
    }
}
