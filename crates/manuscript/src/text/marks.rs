//! Marks of notes: how they read (`*`, `†`, `¹⁾`, `[1]`, `주1)`), and how notes begin with them.
//!
//! It tells by form alone; whether a mark waits for the note is `notes`' to find.

use crate::source::{Run, Runs};

/// The least number of a tied label: no mark that is typed has so many digits.
const TIED: usize = 1000;

/// The label of a note that the file itself ties to its mark, by its number from 0.
pub fn tied(number: usize) -> String {
    (TIED + number).to_string()
}

/// Whether a label is one of these.
pub fn is_tied(label: &str) -> bool {
    label.parse::<usize>().is_ok_and(|label| label >= TIED)
}

/// How a note begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its label.
    pub label: String,
    /// Whether nothing else begins like this.
    pub sure: bool,
}

/// The label words begin with, if they may be a note.
pub fn opening(runs: &Runs) -> Option<Opening> {
    let text = runs.text();
    let (mark, plain) = match runs.list.first() {
        Some(Run::Mark { label, plain, .. }) => (Some(label.as_str()), *plain),
        _ => (None, false),
    };
    let (label, end, sure) = match named(&text) {
        // `[^a]` opens a note with a colon after it alone.
        Some((label, end)) if text[end..].starts_with(':') => (label, end + 1, true),
        Some(_) => return None,
        None => match numbered(&text) {
            Some((label, end)) => {
                let colon = text[end..].trim_start_matches([':', ' ', '\t']);
                (label, text.len() - colon.len(), true)
            }
            None => signs(&text, mark, plain)?,
        },
    };
    (!text[end..].trim_start().is_empty()).then_some(Opening { label, sure })
}

/// `[^name]`: the label and its bytes.
pub fn named(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix("[^")?;
    let near = &inner[..inner.floor_char_boundary(60.min(inner.len()))];
    let name = &near[..near.find(']')?];
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let valid = !name.is_empty() && name.chars().all(plain);
    valid.then(|| (format!("^{name}"), name.len() + "[^]".len()))
}

/// `[1]`, `주1)`, `주 1)`: the label and its bytes.
pub fn numbered(text: &str) -> Option<(String, usize)> {
    let (lead, stop) = if text.starts_with('[') { ("[", ']') } else { ("주", ')') };
    let number = text.strip_prefix(lead)?;
    let number = if lead == "주" { number.trim_start_matches(' ') } else { number };
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let rest = number[digits..].strip_prefix(stop)?;
    // `[1](address)` is a link.
    let link = lead == "[" && rest.starts_with('(');
    ((1..=2).contains(&digits) && !link)
        .then(|| (format!("{lead}{}", &number[..digits]), text.len() - rest.len()))
}

/// `*`, `†`, `¹⁾`, `1)`: the label, its bytes, and whether nothing else begins like this. `mark` is the
/// label of the mark that the words begin with; `plain`, if the file says that it is one.
fn signs(text: &str, mark: Option<&str>, plain: bool) -> Option<(String, usize, bool)> {
    let stars = text.bytes().take_while(|b| *b == b'*').count();
    if stars > 0 {
        let spaced = text[stars..].starts_with([' ', '\t']);
        // What is no plain star may begin emphasis.
        let alone = !text[stars..].contains('*');
        let sure = plain || (spaced && alone);
        let opens = plain || spaced || (mark.is_some() && alone);
        return opens.then(|| ("*".repeat(stars), stars, sure));
    }
    let raised: usize = text.chars().take_while(|c| is_raised(*c)).map(char::len_utf8).sum();
    if raised > 0 {
        let end = text.len() - text[raised..].trim_start_matches([')', '⁾']).len();
        let end = end.min(raised + '⁾'.len_utf8());
        return Some((label(&text[..end]), end, text.starts_with(['†', '‡'])));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(mark) = mark.filter(|mark| mark.bytes().all(|b| b.is_ascii_digit())) {
        let closed = usize::from(text[digits..].starts_with(')'));
        return Some((mark.to_string(), digits + closed, true));
    }
    let closed = text[digits..].starts_with(')');
    ((1..=2).contains(&digits) && closed).then(|| (text[..digits].to_string(), digits + 1, false))
}

/// Whether words begin with a star that is one: one of emphasis is no mark any more.
pub fn is_starred(runs: &Runs) -> bool {
    matches!(runs.list.first(), Some(Run::Mark { raw, .. }) if raw.starts_with('*'))
}

/// Whether a character is a dagger or a raised digit.
pub fn is_raised(c: char) -> bool {
    matches!(c, '†' | '‡' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The label of a mark as both it and its note are written: `¹⁾`, `1)` and a raised `1` agree.
pub fn label(raw: &str) -> String {
    const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    raw.chars()
        .filter(|c| !matches!(c, ')' | '(' | '⁾' | '.'))
        .map(|c| match SUPERSCRIPTS.iter().position(|sign| *sign == c) {
            Some(digit) => char::from(b'0' + digit as u8),
            None => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::opening;
    use crate::source::{Run, Runs};

    /// Words whose first sign, as far as `mark` goes, the file says is a mark.
    fn words(mark: &str, text: &str) -> Runs {
        let (raw, label) = (mark.to_string(), super::label(mark));
        let mark = Run::Mark { label, raw, sure: true, plain: true };
        Runs { list: vec![mark, Run::Text(text.to_string())], lines: vec![0] }
    }

    #[test]
    fn notes_begin_with_their_label() {
        let read = |runs: Runs| opening(&runs).map(|opening| (opening.label, opening.sure));
        let told = |text: &str| read(Runs::plain_text(text, &[0]));
        let some = |label: &str, sure| Some((label.to_string(), sure));
        assert_eq!(read(words("*", " 주석")), some("*", true));
        assert_eq!(read(words("**", "주석")), some("**", true));
        assert_eq!(told("* 주석"), some("*", true));
        assert_eq!(told("¹⁾ 주석"), some("1", false));
        assert_eq!(read(words("2)", " 주석")), some("2", true));
        assert_eq!(told("1) 첫째"), some("1", false));
        assert_eq!(told("[^가]: 주석"), some("^가", true));
        assert_eq!(told("[1] 주석"), some("[1", true));
        assert_eq!(told("주 2) 주석"), some("주2", true));
        assert_eq!(told("[표 1] 주석"), None);
        assert_eq!(told("[1](a) 주석"), None);
        assert_eq!(told("주요 1) 주석"), None);
        assert_eq!(told("*강조*한 말"), None);
        assert_eq!(read(words("*", "")), None);
        assert_eq!(told("2024) 가"), None);
    }
}
