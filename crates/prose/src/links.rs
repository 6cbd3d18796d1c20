//! What in a text looks like an address.
//!
//! Typst breaks web addresses by rules of its own, which are good; nothing is joined inside them. On screen
//! they can be followed, and mail addresses too, whether or not the author made them links.

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

/// Addresses that are printed as they are: the bytes of each and what it leads to, in order and apart.
pub fn addresses(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = vec![];
    // Spaces, Hangul, brackets and quotes end an address.
    let is_part = |c: char| in_link(c) && c != '*' && c != '\'';
    let mut start = 0;
    while let Some(skip) = text[start..].find(is_part) {
        start += skip;
        let length = text[start..].find(|c| !is_part(c)).unwrap_or(text.len() - start);
        let closed = text[start..start + length].trim_end_matches(trails);
        let address = closed.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        if let Some(target) = target(address) {
            let end = start + closed.len();
            found.push((end - address.len()..end, target));
        }
        start += length;
    }
    found
}

/// Where a word leads, if it is an address.
fn target(word: &str) -> Option<String> {
    let begins = |scheme: &str| {
        word.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    };
    let host = |rest: &str| is_host(rest.split(['/', '?', '#', ':']).next().unwrap_or_default());
    if let Some(scheme) = ["https://", "http://"].into_iter().find(|scheme| begins(scheme)) {
        return host(&word[scheme.len()..]).then(|| word.to_string());
    }
    if let Some(rest) = word.strip_prefix("www.") {
        return host(rest).then(|| format!("https://{word}"));
    }
    let (name, at) = word.split_once('@')?;
    let sign = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let named = !name.is_empty() && name.chars().all(sign) && !name.ends_with('.');
    (named && is_host(at)).then(|| format!("mailto:{word}"))
}

/// Two labels or more with full stops between them, the last one of letters.
fn is_host(host: &str) -> bool {
    let mut labels = host.split('.').rev();
    let sound = |label: &str| {
        let edge = label.starts_with('-') || label.ends_with('-');
        !label.is_empty() && !edge && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let top = |label: &str| label.len() > 1 && label.chars().all(|c| c.is_ascii_alphabetic());
    labels.next().is_some_and(top) && labels.next().is_some_and(sound) && labels.all(sound)
}

fn in_link(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&*+,-./:;=?@_~'".contains(c)
}

fn trails(c: char) -> bool {
    matches!(c, '!' | ',' | '.' | ':' | ';' | '?' | '\'')
}

#[cfg(test)]
mod tests {
    use super::{Links, Range, addresses};

    #[test]
    fn printed_addresses_are_found_with_where_they_lead() {
        let led = |text: &str| {
            let found = addresses(text).into_iter();
            found.map(|(at, target)| format!("{} → {target}", &text[at])).collect::<Vec<_>>()
        };
        assert_eq!(
            led("문의: (전자우편 brief@spri.kr), https://spri.kr/a?b=1. www.spri.kr에서"),
            [
                "brief@spri.kr → mailto:brief@spri.kr",
                "https://spri.kr/a?b=1 → https://spri.kr/a?b=1",
                "www.spri.kr → https://www.spri.kr",
            ]
        );
        for none in [
            "@spri",
            "a@b",
            "http://",
            "https://한글",
            "www.",
            "1.5@2.0",
            "a@b.c",
            "a@-b.kr",
            "spri.kr",
            "a@b@c.kr",
            "가@나.다",
        ] {
            assert_eq!(led(none), [""; 0], "{none}");
        }
    }

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
