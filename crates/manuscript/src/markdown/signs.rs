//! Bullets that a PDF tool left as another character: a Wingdings bullet as the letter of its place in
//! the font (`n `, `£`), or as a private sign (U+F06E, U+F53A).
//!
//! No list names them: a sign is a bullet where it opens line after line and stands for no word there.

use std::collections::{HashMap, HashSet};

use crate::text::marker;

/// Lines a letter or a common sign must open to be a bullet.
const FEWEST: usize = 3;
/// Lines a private sign must open, which is no word anywhere.
const FEWEST_PRIVATE: usize = 2;
/// What stands for such a bullet, best first.
const BULLETS: [char; 3] = ['•', '·', '-'];

/// The bullets of a text that no list of signs has.
pub struct Signs {
    bullets: HashSet<char>,
    shown: char,
}

impl Signs {
    /// The signs that open enough lines of a text.
    pub fn of(text: &str, covers: &dyn Fn(char) -> bool) -> Self {
        let mut counts: HashMap<char, usize> = HashMap::new();
        for sign in text.split('\n').filter_map(lead) {
            *counts.entry(sign).or_default() += 1;
        }
        let enough = |(sign, count): &(char, usize)| {
            *count >= if is_private(*sign) { FEWEST_PRIVATE } else { FEWEST }
        };
        let bullets = counts.into_iter().filter(enough).map(|(sign, _)| sign).collect();
        let shown = BULLETS.into_iter().find(|sign| covers(*sign)).unwrap_or('-');
        Self { bullets, shown }
    }

    /// The bullet a line begins with, if it is one of these, and the line with a common one in its place.
    pub fn read(&self, line: &str) -> Option<(char, char, String)> {
        let sign = lead(line).filter(|sign| self.bullets.contains(sign))?;
        let blank = line.len() - line.trim_start().len();
        let rest = line[blank + sign.len_utf8()..].trim_start();
        Some((sign, self.shown, format!("{}{} {rest}", &line[..blank], self.shown)))
    }
}

/// The sign a line may begin with as with a bullet: a letter by itself, or a symbol with words after it.
fn lead(line: &str) -> Option<char> {
    let text = line.trim_start();
    let mut chars = text.chars();
    let sign = chars.next()?;
    let rest = chars.as_str();
    let words = rest.trim_start();
    let next = words.chars().next()?;
    let says = marker::is_letter(next) || "([<‘“'\"「『".contains(next);
    if !says || words.starts_with(sign) {
        return None;
    }
    // `a` is a word of English.
    let letter = sign.is_ascii_lowercase() && sign != 'a' && rest.starts_with([' ', '\t']);
    let symbol = !sign.is_ascii() && !sign.is_alphanumeric() && !sign.is_whitespace();
    let known = marker::bullet(text).is_some() || !symbol || is_punctuation(sign);
    (letter || is_private(sign) || !known).then_some(sign)
}

/// Private signs, and those of a symbol font that were left where the font has them.
fn is_private(sign: char) -> bool {
    matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// Signs that open lines as what they are: quotes, brackets, pointers to sources, dashes.
fn is_punctuation(sign: char) -> bool {
    matches!(sign, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '\u{FFFD}' | '\u{FEFF}')
        || "☞※△▲→⇒«»〈〉《》↳".contains(sign)
        || (sign.is_control() || ('\u{80}'..='\u{9F}').contains(&sign))
}

#[cfg(test)]
mod tests {
    use super::Signs;

    #[test]
    fn a_sign_is_a_bullet_where_it_opens_line_after_line() {
        let text = "n 하나\nn 둘\n  n 셋\n£넷\n£다섯\n£여섯\n\u{F06E} 일곱\n\u{F06E}여덟\n※ 가\n※ 나\n※ 다\nx 한 번";
        let signs = Signs::of(text, &|_| true);
        let read = |line: &str| signs.read(line).map(|(sign, _, text)| (sign, text));
        assert_eq!(read("  n 셋"), Some(('n', "  • 셋".into())));
        assert_eq!(read("£넷"), Some(('£', "• 넷".into())));
        assert_eq!(read("\u{F06E}여덟"), Some(('\u{F06E}', "• 여덟".into())));
        for other in ["x 한 번", "no 가", "※ 가", "■ 가", "\u{F0A3} 한 번"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
