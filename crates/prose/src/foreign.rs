//! Passages in another language among Korean: what a voice that reads aloud should pronounce otherwise.
//!
//! A name is none: Koreans read GPT-4 Turbo or the Han River Network in their own way. It knows of English
//! alone, and takes nothing for it that has a letter English has not.

use std::ops::Range;

/// The fewest words of a passage with a word that is no name, and of one whose words are all capitalised.
const FEWEST: (usize, usize) = (3, 5);

/// The passages in English of a text, from their first letter to their last, in order.
pub fn english(text: &str) -> Vec<Range<usize>> {
    let other = |c: char| !c.is_ascii() && !is_latin(c) && is_alphabetic(c);
    let mut at = 0;
    let stretches = text.split_inclusive(other).filter_map(|stretch| {
        let start = at;
        at += stretch.len();
        passage(start, stretch.trim_end_matches(other))
    });
    stretches.collect()
}

/// The passage in a stretch in the Latin script that begins at `start`, if there is one.
fn passage(start: usize, stretch: &str) -> Option<Range<usize>> {
    if stretch.contains(is_latin) {
        return None;
    }
    let mut passage = Passage::default();
    let mut from = start;
    for word in stretch.split_inclusive(' ') {
        passage.word(from, word);
        from += word.len();
    }
    passage.range()
}

/// Whether a character is a letter. Most are syllables, which no table has to be searched for.
fn is_alphabetic(c: char) -> bool {
    matches!(c, '가'..='힣') || c.is_alphabetic()
}

/// A letter of the Latin script beyond ASCII: accents and the like.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// A stretch of words that may be a passage.
#[derive(Default)]
struct Passage {
    range: Option<Range<usize>>,
    words: usize,
    lower: bool,
}

impl Passage {
    /// Takes in a word with the signs around it, which begins at `from`.
    fn word(&mut self, from: usize, word: &str) {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
        if bare.is_empty() {
            return;
        }
        let start = from + word.find(bare).unwrap_or(0);
        let range = self.range.get_or_insert(start..start);
        range.end = start + bare.len();
        let letters = bare.chars().all(|c| c.is_ascii_alphabetic() || "-'’".contains(c));
        if letters && bare.len() > 1 {
            self.words += 1;
            self.lower |= !bare.contains(|c: char| c.is_ascii_uppercase());
        }
    }

    fn range(self) -> Option<Range<usize>> {
        let fewest = if self.lower { FEWEST.0 } else { FEWEST.1 };
        self.range.filter(|_| self.words >= fewest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        english(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn titles_and_phrases_are_passages() {
        let title = "General Assembly adopts landmark resolution";
        assert_eq!(found(title), [title]);
        assert_eq!(
            found("법안(‘An act to regulate AI’, 2024)은 “right to be forgotten”을 담음"),
            ["An act to regulate AI", "right to be forgotten"]
        );
        let capitals = "A European Strategy For Data And Growth 2030";
        assert_eq!(found(capitals), ["A European Strategy For Data And Growth"]);
    }

    #[test]
    fn names_and_words_are_not() {
        for text in [
            "GPT-4 Turbo와 Claude 3 Opus, Gemini Ultra",
            "Han River Network",
            "Open AI Lab의 ChatGPT",
            "iPhone 15 Pro Max에서",
            "https://example.org/a-b/the-end",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn other_languages_are_not_taken_for_it() {
        assert_eq!(found("la loi pour la sécurité de l’État"), [""; 0]);
        assert_eq!(found("über alles in der welt"), [""; 0]);
    }
}
