//! The words of a text: stretches of letters and digits, and what stands around them.
//!
//! It judges nothing.

use std::ops::Range;

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether it stands between quotes or brackets.
    pub enclosed: bool,
}

/// Whether a character is a letter or a digit. Most are syllables, which no table has to be searched for.
pub fn is_letter(c: char) -> bool {
    matches!(c, '가'..='힣') || c.is_alphanumeric()
}

/// The words of a text. A hyphen between Latin letters and digits is part of one; addresses have none.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = vec![];
    let mut depth = 0_usize;
    // Straight quotes that are open, double and single.
    let mut straight = [false; 2];
    for (start, eojeol) in eojeols(text) {
        let address = ["://", "@", "www."].iter().any(|sign| eojeol.contains(sign));
        let mut open: Option<usize> = None;
        for (at, c) in eojeol.char_indices() {
            let joins = c == '-' && is_joined(eojeol, at);
            if is_letter(c) || joins {
                open = open.or(Some(at));
                continue;
            }
            let enclosed = depth > 0 || straight.contains(&true);
            let inside = open.is_some();
            let word = open.take().map(|from| Word { range: start + from..start + at, enclosed });
            words.extend(word.filter(|_| !address));
            match c {
                '(' | '[' | '‘' | '“' | '「' | '『' | '《' | '〈' => depth += 1,
                ')' | ']' | '’' | '”' | '」' | '』' | '》' | '〉' => {
                    depth = depth.saturating_sub(1)
                }
                '"' => straight[0] = !straight[0],
                // Behind a letter it opens nothing: it may be an apostrophe.
                '\'' => straight[1] = !straight[1] && !inside,
                _ => {}
            }
        }
        let enclosed = depth > 0 || straight.contains(&true);
        let end = start + eojeol.len();
        let word = open.map(|from| Word { range: start + from..end, enclosed });
        words.extend(word.filter(|_| !address));
    }
    words
}

/// What stands between blanks, with its first byte.
pub fn eojeols(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().map(move |eojeol| (eojeol.as_ptr() as usize - start, eojeol))
}

fn is_joined(eojeol: &str, hyphen: usize) -> bool {
    let around = [eojeol[..hyphen].chars().next_back(), eojeol[hyphen + 1..].chars().next()];
    around.iter().all(|c| c.is_some_and(|c| c.is_ascii_alphanumeric()))
}
