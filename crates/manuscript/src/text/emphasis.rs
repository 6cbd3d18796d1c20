//! Where emphasis can be written in Markdown so that it is read back (CommonMark, flanking delimiter runs).

use super::marker::is_letter;
use crate::source::Run;

/// Whether emphasis from one token to another can be written so that it is read back; tokens that are `gone` do not
/// count, and for each it is said whether a link is open before it.
pub fn is_writable(
    tokens: &[Run],
    gone: &[bool],
    in_link: &[bool],
    first: usize,
    last: usize,
) -> bool {
    let inner = &tokens[first + 1..last];
    let plain = inner
        .iter()
        .zip(&gone[first + 1..last])
        .all(|(token, gone)| *gone || matches!(token, Run::Text(_) | Run::Mark { .. }));
    if !plain || in_link[first] {
        return false;
    }
    let near = |range: &[Run], gone: &[bool], from_end: bool| {
        let mut seen = range.iter().zip(gone).filter(|(_, gone)| !**gone).map(|(token, _)| token);
        if from_end { side(seen.next_back(), true) } else { side(seen.next(), false) }
    };
    let before = near(&tokens[..first], &gone[..first], true);
    let after = near(&tokens[last + 1..], &gone[last + 1..], false);
    let head = near(inner, &gone[first + 1..last], false);
    let tail = near(inner, &gone[first + 1..last], true);
    let opens = head == Side::Letter || (head == Side::Sign && before != Side::Letter);
    let closes = tail == Side::Letter || (tail == Side::Sign && after != Side::Letter);
    let sound = |side| side != Side::Unknown;
    opens && closes && sound(before) && sound(after)
}

/// What stands beside a delimiter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Space,
    Letter,
    Sign,
    /// Another delimiter, or a character whose class is not plain.
    Unknown,
}

/// The side a token turns to a delimiter: its last character if `end`, else its first.
fn side(token: Option<&Run>, end: bool) -> Side {
    match token {
        None | Some(Run::Break) => Side::Space,
        Some(Run::Text(text)) => {
            let c = if end { text.chars().next_back() } else { text.chars().next() };
            match c {
                None => Side::Unknown,
                Some(c) if c.is_whitespace() => Side::Space,
                Some(c) if is_letter(c) => Side::Letter,
                Some('~') => Side::Unknown,
                Some(c) if c.is_ascii_punctuation() || "‘’“”「」『』《》〈〉·…".contains(c) => {
                    Side::Sign
                }
                Some(_) => Side::Unknown,
            }
        }
        // It may become `[^1]` or stay as it reads.
        Some(Run::Mark { raw, .. }) => match raw.starts_with(|c: char| c.is_ascii_punctuation())
            && raw.ends_with(|c: char| c.is_ascii_punctuation())
        {
            true => Side::Sign,
            false => Side::Unknown,
        },
        Some(Run::Note(_)) => Side::Sign,
        Some(Run::Link(_) | Run::LinkEnd | Run::Emphasis { .. }) => Side::Unknown,
    }
}
