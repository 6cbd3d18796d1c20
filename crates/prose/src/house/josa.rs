//! Brings a particle into line with the word that is written before it.
//!
//! A list of pairs, not an analysis: what is not in it is left to the author.

/// Particles and endings by the sound before them: after a final consonant, after a vowel.
const PAIRS: [(&str, &str); 12] = [
    ("이라는", "라는"),
    ("이라고", "라고"),
    ("이라며", "라며"),
    ("이라도", "라도"),
    ("이나", "나"),
    ("이며", "며"),
    ("으로", "로"),
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("이다", "다"),
];

/// Particles that follow any sound alike.
const ALIKE: [&str; 9] = ["의", "에", "도", "만", "까지", "부터", "처럼", "보다", "들"];

/// How a word ends.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Sound {
    Vowel,
    Rieul,
    Consonant,
}

/// What is to be written for `wrong` and the first bytes of the Hangul `tail` behind it: how many bytes, and the text.
pub fn agreed(wrong: &str, right: &str, tail: &str) -> Option<(usize, String)> {
    let plain = Some((0, right.to_string()));
    let (Some(old), Some(new)) = (sound(wrong), sound(right)) else {
        return plain.filter(|_| tail.is_empty());
    };
    if old == new || tail.is_empty() || ALIKE.iter().any(|alike| tail.starts_with(alike)) {
        return plain;
    }
    let form = |sound: Sound, (closed, open): (&'static str, &'static str)| match sound {
        Sound::Vowel => open,
        Sound::Rieul if closed == "으로" => open,
        _ => closed,
    };
    let pair = PAIRS.into_iter().find(|pair| tail.starts_with(form(old, *pair)))?;
    Some((form(old, pair).len(), format!("{right}{}", form(new, pair))))
}

/// How the last syllable ends; none if it is no syllable.
fn sound(word: &str) -> Option<Sound> {
    let last = word.chars().next_back().filter(|c| ('가'..='힣').contains(c))?;
    Some(match (last as u32 - '가' as u32) % 28 {
        0 => Sound::Vowel,
        8 => Sound::Rieul,
        _ => Sound::Consonant,
    })
}
