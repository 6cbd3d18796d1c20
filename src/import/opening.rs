//! How notes begin: `\*`, `*`, `†`, `¹⁾`, `1)`, `[^1]:`, `[1]`, `주1)`.
//!
//! It tells by form alone; whether a mark waits for the note is `notes`' to find.

use super::stars::{is_raised, label};
use super::{html, links};

/// How a note begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its label.
    pub label: String,
    /// The bytes of the label, as written, and the blanks after it.
    pub length: usize,
    /// Whether nothing else begins like this.
    pub sure: bool,
}

/// The label a text begins with, if it may be a note.
pub fn read(text: &str) -> Option<Opening> {
    if let Some(name) = links::footnote(text) {
        let after = &text[name.len() + 3..];
        let words = after.strip_prefix(':')?.trim_start();
        let length = text.len() - words.len();
        return (!words.is_empty()).then(|| Opening {
            label: format!("^{name}"),
            length,
            sure: true,
        });
    }
    if let Some((label, length)) = numbered(text) {
        let words = text[length..].trim_start_matches([':', ' ', '\t']);
        let length = text.len() - words.len();
        return (!words.is_empty()).then_some(Opening { label, length, sure: true });
    }
    let sup = text.strip_prefix("<sup>").and_then(|rest| {
        html::superscript(rest).map(|(label, end)| (label, "<sup>".len() + end.end))
    });
    let (label, end, sure) = match sup {
        Some((label, end)) => (label, end, true),
        None => signs(text)?,
    };
    let words = text[end..].trim_start();
    (!words.is_empty()).then(|| Opening { label, length: text.len() - words.len(), sure })
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

/// `\*`, `*`, `†`, `¹⁾`, `1)`: the label, its bytes, and whether it is escaped or a dagger.
fn signs(text: &str) -> Option<(String, usize, bool)> {
    let stars: usize = {
        let mut at = 0;
        while text[at..].starts_with("\\*") || text[at..].starts_with('*') {
            at += if text[at..].starts_with('\\') { 2 } else { 1 };
        }
        at
    };
    if stars > 0 {
        let count = text[..stars].matches('*').count();
        let escaped = text.starts_with('\\');
        let spaced = text[stars..].starts_with([' ', '\t']);
        // `*강조*` begins like this too.
        let sure = escaped || (spaced && !text[stars..].contains('*'));
        return (escaped || spaced).then(|| ("*".repeat(count), stars, sure));
    }
    let raised: usize = text.chars().take_while(|c| is_raised(*c)).map(char::len_utf8).sum();
    if raised > 0 {
        let end = text.len() - text[raised..].trim_start_matches([')', '⁾']).len();
        let end = end.min(raised + '⁾'.len_utf8());
        return Some((label(&text[..end]), end, text.starts_with(['†', '‡'])));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let closed = text[digits..].starts_with(')');
    ((1..=2).contains(&digits) && closed).then(|| (text[..digits].to_string(), digits + 1, false))
}

#[cfg(test)]
mod tests {

    #[test]
    fn notes_begin_with_their_label() {
        let read =
            |text: &str| super::read(text).map(|o| (o.label, text[o.length..].to_string(), o.sure));
        assert_eq!(read("\\* 주석"), Some(("*".into(), "주석".into(), true)));
        assert_eq!(read("\\*\\*주석"), Some(("**".into(), "주석".into(), true)));
        assert_eq!(read("* 주석"), Some(("*".into(), "주석".into(), true)));
        assert_eq!(read("¹⁾ 주석"), Some(("1".into(), "주석".into(), false)));
        assert_eq!(read("<sup>2)</sup> 주석"), Some(("2".into(), "주석".into(), true)));
        assert_eq!(read("1) 첫째"), Some(("1".into(), "첫째".into(), false)));
        assert_eq!(read("[^가]: 주석"), Some(("^가".into(), "주석".into(), true)));
        assert_eq!(read("[1] 주석"), Some(("[1".into(), "주석".into(), true)));
        assert_eq!(read("주 2) 주석"), Some(("주2".into(), "주석".into(), true)));
        assert_eq!(read("[표 1] 주석"), None);
        assert_eq!(read("[1](a) 주석"), None);
        assert_eq!(read("주요 1) 주석"), None);
        assert_eq!(read("*강조*한 말"), None);
        assert_eq!(read("\\*"), None);
        assert_eq!(read("2024) 가"), None);
    }
}
