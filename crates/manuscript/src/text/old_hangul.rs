//! Old Hangul as Hangul's files had it before Unicode took its letters: a private character a syllable.
//!
//! The facts are those of the Hanyang PUA Table Project of the Korean TeX Users Group, in the public domain; a line of
//! the table has a code, the leading letter, and for codes in a row each vowel with the letters that end on it (`.`
//! where none does). Letters by themselves stand after a `.`.

use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("old-hangul.txt");

static LETTERS: LazyLock<HashMap<char, String>> = LazyLock::new(|| {
    let mut letters = HashMap::new();
    for line in TABLE.lines() {
        let mut fields = line.split(' ');
        let code = fields.next().and_then(|code| u32::from_str_radix(code, 16).ok());
        let (mut codes, lead) = (code.unwrap_or_default().., fields.next().unwrap_or_default());
        let mut put = |written: String| {
            let code = codes.next().and_then(char::from_u32);
            letters.extend(code.map(|code| (code, written)));
        };
        for field in fields {
            if lead == "." {
                field.chars().for_each(|letter| put(letter.into()));
                continue;
            }
            let mut signs = field.chars();
            let vowel = signs.next();
            for end in signs {
                let end = Some(end).filter(|end| *end != '.');
                put(lead.chars().chain(vowel).chain(end).collect());
            }
        }
    }
    letters
});

/// The letters of a syllable, or of a letter by itself, that a private character stands for.
pub fn letters(c: char) -> Option<&'static str> {
    let private = matches!(c, '\u{E0BC}'..='\u{EFFF}' | '\u{F100}'..='\u{F8F7}');
    private.then(|| LETTERS.get(&c)).flatten().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, letters};

    #[test]
    fn private_syllables_are_letters() {
        for (private, written) in [
            ('\u{E0BC}', Some("\u{115F}\u{1161}\u{11AE}")),
            ('\u{F53A}', Some("\u{1112}\u{119E}\u{11AB}")),
            ('\u{F537}', Some("\u{1112}\u{119E}")),
            ('\u{EBD4}', Some("\u{110A}\u{119E}")),
            ('\u{F785}', Some("\u{1100}")),
            ('\u{F8F7}', Some("\u{11F9}")),
            // Signs of Wingdings, and what the table leaves out.
            ('\u{F06E}', None),
            ('\u{F700}', None),
            ('\u{F8F8}', None),
            ('가', None),
        ] {
            assert_eq!(letters(private), written, "{private:?}");
        }
        assert_eq!(LETTERS.len(), 5660);
        let conjoining = |c: char| matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97C}' | '\u{D7B0}'..='\u{D7FB}');
        assert!(LETTERS.values().all(|written| written.chars().all(conjoining)));
    }
}
