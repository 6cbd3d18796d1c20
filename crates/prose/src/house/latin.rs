//! Names in Latin letters that stand in Korean text without their Hangul: `Anthropic은`, not `앤스로픽(Anthropic)은`.
//!
//! Acronyms (AI, OECD), names with figures (H100) and what is cited or in brackets are no such names.

use std::collections::BTreeSet;
use std::ops::Range;

use super::words::words;

/// Names that Korean readers know by their Latin letters: languages of machines, standards.
const KNOWN: [&str; 10] = [
    "Python",
    "Java",
    "JavaScript",
    "Linux",
    "Excel",
    "Word",
    "Bluetooth",
    "Wi-Fi",
    "Android",
    "Windows",
];

/// The names that were met so far, in small letters.
#[derive(Debug, Default)]
pub struct Met(BTreeSet<String>);

impl Met {
    /// The names of a text that have no Hangul beside them and were not met before.
    pub fn bare(&mut self, text: &str) -> Vec<Range<usize>> {
        let hangul = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
        let mut bare: Vec<Range<usize>> = vec![];
        let words = words(text);
        let latin = |range: &Range<usize>| name(&text[range.clone()]);
        let mut index = 0;
        while index < words.len() {
            let Some(end) = latin(&words[index].range) else {
                index += 1;
                continue;
            };
            let first = index;
            let mut range = words[first].range.start..words[first].range.start + end;
            // Words in a row are one name.
            while let Some(next) = words.get(index + 1)
                && range.end == words[index].range.end
                && &text[range.end..next.range.start] == " "
                && let Some(end) = latin(&next.range)
            {
                range.end = next.range.start + end;
                index += 1;
            }
            index += 1;
            let written = &text[range.clone()];
            let fresh = self.0.insert(written.to_lowercase());
            let behind = text[range.end..].strip_prefix('(').and_then(|rest| rest.split_once(')'));
            let glossed = behind.is_some_and(|(inside, _)| hangul(inside));
            let cited = words[first].enclosed || KNOWN.contains(&written);
            if fresh && !glossed && !cited && hangul(text) {
                bare.push(range);
            }
        }
        bare
    }
}

/// How many bytes of a word are a name: a capital, two small letters or more, and whatever Latin letters follow; what
/// comes behind them is Hangul.
fn name(word: &str) -> Option<usize> {
    let end = word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len());
    let (letters, rest) = word.split_at(end);
    let mut chars = letters.chars();
    let capital = chars.next().is_some_and(|c| c.is_ascii_uppercase());
    let small = chars.take_while(char::is_ascii_lowercase).count();
    let hangul = rest.chars().all(|c| ('가'..='힣').contains(&c));
    (capital && small >= 2 && hangul).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::Met;

    #[test]
    fn a_name_wants_its_hangul_once() {
        let mut met = Met::default();
        let mut found = |text: &str| -> Vec<String> {
            met.bare(text).into_iter().map(|range| text[range].to_string()).collect()
        };
        assert_eq!(found("Anthropic은 모델을 공개"), ["Anthropic"]);
        assert_eq!(found("Anthropic이 다시 발표"), [""; 0]);
        assert_eq!(found("대표 Sam Altman이 밝힘"), ["Sam Altman"]);
        assert_eq!(found("미스트랄(Mistral)의 모델과 Cohere(코히어)"), [""; 0]);
        assert_eq!(
            found("Mistral은 AI, OECD, xAI, GPT-4, H100, ‘RealWorldQA’, ReALM을 씀"),
            [""; 0]
        );
        assert_eq!(found("Advancing Governance and Innovation"), [""; 0]);
        assert_eq!(found("주소는 https://www.Example.org/Page 이다"), [""; 0]);
    }
}
