//! The parts of an eojeol that look like an address.
//!
//! Typst breaks those by rules of its own, which are good; nothing is joined inside them.

use std::ops::Range;

/// The addresses of one eojeol, in order and apart.
pub struct Links(Vec<Range<usize>>);

impl Links {
    /// What Typst takes for an address (`://` and what follows, or `www.`), with its scheme.
    pub fn find(word: &[char]) -> Self {
        let mut links = vec![];
        let mut i = 0;
        while i < word.len() {
            let start = match &word[i..] {
                [':', '/', '/', ..] => {
                    let scheme = word[..i].iter().rev().take_while(|c| c.is_ascii_alphabetic());
                    i - scheme.count()
                }
                ['w', 'w', 'w', '.', ..] => i,
                _ => {
                    i += 1;
                    continue;
                }
            };
            let length = word[i..].iter().take_while(|&&c| in_link(c)).count();
            let trail = word[i..i + length].iter().rev().take_while(|&&c| trails(c)).count();
            links.push(start..i + length - trail);
            i += length;
        }
        Self(links)
    }

    /// Whether the boundary before character `i` lies inside an address.
    pub fn inside(&self, i: usize) -> bool {
        let next = self.0.partition_point(|link| link.end <= i);
        self.0.get(next).is_some_and(|link| link.start < i)
    }

    /// How many characters belong to addresses.
    pub fn length(&self) -> usize {
        self.0.iter().map(Range::len).sum()
    }
}

fn in_link(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&*+,-./:;=?@_~'".contains(c)
}

fn trails(c: char) -> bool {
    matches!(c, '!' | ',' | '.' | ':' | ';' | '?' | '\'')
}

#[cfg(test)]
mod tests {
    use super::{Links, Range};

    #[test]
    fn an_address_ends_before_hangul_and_full_stops() {
        let links = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let shown = |link: &Range<usize>| chars[link.clone()].iter().collect::<String>();
            Links::find(&chars).0.iter().map(shown).collect::<Vec<_>>()
        };
        assert_eq!(links("(https://spri.kr/a-b?c)에서"), ["https://spri.kr/a-b?c"]);
        assert_eq!(links("www.spri.kr."), ["www.spri.kr"]);
        assert!(links("spri.kr/a").is_empty());
        assert_eq!(links("a://b!c://d"), ["a://b!c://d"]);
    }
}
