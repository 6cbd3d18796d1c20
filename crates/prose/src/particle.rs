//! Korean particles (조사) and verb endings that do not stand alone at a line's start.
//!
//! A word list, not an analysis: it is asked only about the rest of an eojeol.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A list that is asked of each word of a number more than once.
type Known = LazyLock<HashSet<&'static str>>;

/// Particles and endings of one syllable or more, as they follow a noun or a unit.
#[rustfmt::skip]
static PARTICLES: Known = LazyLock::new(|| HashSet::from([
    "가", "과", "까지", "께", "께서", "나", "는", "다", "도", "든지", "라", "라고", "라는",
    "라도", "라며", "라면", "로", "로도", "로부터", "로서", "로써", "로의", "를", "마다", "만",
    "만에", "만을", "만이", "며", "면", "밖에", "보다", "보다는", "부터", "뿐", "뿐만", "서",
    "씩", "에", "에게", "에게서", "에까지", "에는", "에도", "에만", "에서", "에서는", "에서도",
    "에서만", "에서의", "에의", "에서부터", "와", "와는", "와의", "과는", "과의", "으로",
    "으로는", "으로도", "으로부터", "으로서", "으로써", "으로의", "은", "을", "의", "이", "이나",
    "이다", "이던", "이라", "이라고", "이라는", "이라도", "이라며", "이란", "이며", "이면",
    "이고", "이자", "인", "인데", "일", "임", "입니다", "조차", "처럼", "처럼은", "커녕", "하고",
    "로는", "까지는", "까지도", "까지의", "부터는", "부터의", "만으로", "만의", "간", "당", "별",
    "들", "들이", "들은", "들을", "들의", "들도", "들과", "들에", "들에게",
    "째", "쯤", "경", "여", "짜리", "가량", "이상", "이하", "미만", "초과",
]));

/// Endings that make a noun a verb or an adjective; cut off, they read as badly as a particle.
#[rustfmt::skip]
static ENDINGS: Known = LazyLock::new(|| HashSet::from([
    "하는", "하며", "하여", "하고", "하기", "하게", "하던", "하면", "하자", "하지", "했다",
    "했던", "한다", "한다는", "합니다", "했으며", "하였다", "하였으며", "함으로써", "되는",
    "되며", "되어", "되고", "되기", "된다", "됐다", "됐으며", "되었다", "됩니다", "시키는",
    "시켜", "시키고", "적인", "적으로", "적이고", "적이며", "스러운", "롭고", "습니다", "니다",
    "으며", "면서", "으면", "지만", "는데", "려고", "려는", "도록", "므로", "으므로", "에도",
    "하도록", "하려는", "하면서", "되면서", "하지만", "하므로",
]));

/// Whether the whole of `rest` is a particle, or a longer one with another after it.
pub fn is_particle(rest: &str) -> bool {
    PARTICLES.contains(rest) || begins_with(&PARTICLES, rest)
}

/// Whether the whole of `rest` is a particle or an ending that must not begin a line.
pub fn leans_back(rest: &str) -> bool {
    ENDINGS.contains(rest)
        || is_particle(rest)
        || begins_with(&ENDINGS, rest)
        || rest.chars().next().is_some_and(is_past)
}

/// How many of these syllables are left when the longest particle or ending at their end is taken off.
pub fn stem(rest: &str) -> usize {
    let ends = rest.char_indices().map(|(at, _)| &rest[at..]).position(leans_back);
    ends.unwrap_or_else(|| rest.chars().count())
}

/// Whether a syllable closes with ㅆ, as those of the past tense do (었, 았, 했, 됐, 졌); 있 is a word.
fn is_past(c: char) -> bool {
    const SSANG_SIOT: u32 = 20;
    ('가'..='힣').contains(&c) && c != '있' && (c as u32 - '가' as u32) % 28 == SSANG_SIOT
}

/// One of `words` (of two syllables or more), then a particle.
fn begins_with(words: &HashSet<&str>, rest: &str) -> bool {
    let mut cuts = rest.char_indices().skip(2).map(|(at, _)| rest.split_at(at));
    cuts.any(|(word, particle)| words.contains(word) && PARTICLES.contains(particle))
}

#[cfg(test)]
mod tests {
    use super::{is_particle, leans_back, stem};

    #[test]
    fn a_stem_is_what_stands_before_particles_and_endings() {
        for (rest, syllables) in
            [("해결에는", 2), ("자들은", 1), ("도상국", 3), ("개발하도록", 2), ("", 0)]
        {
            assert_eq!(stem(rest), syllables, "{rest}");
        }
    }

    #[test]
    fn particles_and_endings_lean_on_the_word_before() {
        for rest in ["에서", "으로", "까지도", "에서만이", "처럼"] {
            assert!(is_particle(rest), "{rest}");
        }
        for rest in ["하는", "적으로", "하면서도", "에서", "었으며", "졌으나"] {
            assert!(leans_back(rest), "{rest}");
        }
        for rest in ["다라", "능에서", "개발", "정부가", ""] {
            assert!(!leans_back(rest), "{rest}");
        }
    }
}
