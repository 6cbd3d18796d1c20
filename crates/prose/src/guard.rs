//! Turns away nesting that no bulletin has, before the Markdown parser sees it.
//!
//! The parser walks every open container on every line, so that a line which opens thousands of
//! them makes the rest of the file slow. This is a cheap look at line beginnings, not a parser:
//! what it lets through, the reader still holds to three levels.

use std::ops::Range;

use crate::messages;
use jikji_diagnostic::Message;

/// Container marks one line may begin with.
const MARKS: usize = 8;
/// Columns by which a line that opens a container may be indented.
const INDENT: usize = 40;

/// The first line that nests too deeply: what to say, and the bytes it begins with.
pub fn too_deep(value: &str) -> Option<(&'static Message, Range<usize>)> {
    let mut start = 0;
    for line in value.split_inclusive('\n') {
        if let Some((message, end)) = line_too_deep(line) {
            return Some((message, start..start + end));
        }
        start += line.len();
    }
    None
}

fn line_too_deep(line: &str) -> Option<(&'static Message, usize)> {
    let bytes = line.as_bytes();
    let indent = bytes.iter().take_while(|b| **b == b' ').count();
    let (mut at, mut marks) = (indent, 0);
    while let Some(length) = container_mark(&bytes[at..]) {
        if marks == MARKS || indent > INDENT {
            let message = match bytes[at] {
                b'>' => messages::BLOCK_QUOTE,
                _ if is_rule(line) => return None,
                _ => messages::LIST_TOO_DEEP,
            };
            return Some((message, at + 1));
        }
        marks += 1;
        at += length;
        at += bytes[at..].iter().take_while(|b| **b == b' ').count();
    }
    None
}

/// The length of a list marker or a quote mark at the start of `bytes`.
fn container_mark(bytes: &[u8]) -> Option<usize> {
    let ends = |at: usize| bytes.get(at).is_none_or(|b| matches!(b, b' ' | b'\n'));
    match bytes.first()? {
        b'>' => Some(1),
        b'-' | b'*' | b'+' => ends(1).then_some(1),
        b'0'..=b'9' => {
            let digits = bytes.iter().take(10).take_while(|b| b.is_ascii_digit()).count();
            let dotted = matches!(bytes.get(digits), Some(b'.' | b')')) && ends(digits + 1);
            (digits < 10 && dotted).then_some(digits + 1)
        }
        _ => None,
    }
}

/// A line of one mark only, which CommonMark reads as a rule.
fn is_rule(line: &str) -> bool {
    let mut marks = line.bytes().filter(|b| !b.is_ascii_whitespace());
    let first = marks.next();
    matches!(first, Some(b'-' | b'*')) && marks.all(|b| Some(b) == first)
}

#[cfg(test)]
mod tests {
    use super::too_deep;

    #[test]
    fn everyday_lists_pass() {
        for fine in ["- a\n  - b\n    - c\n", "* * * * * * * * * *\n", "2024. 5. 7.\n", "", "- "] {
            assert_eq!(too_deep(fine), None, "{fine}");
        }
    }

    #[test]
    fn absurd_nesting_does_not() {
        let code = |text: &str| too_deep(text).map(|(message, range)| (message.code, range));
        assert_eq!(code(&("- ".repeat(10_000) + "a")), Some(("E0350", 0..17)));
        assert_eq!(code(&format!("a\n{}a", "> ".repeat(10_000))), Some(("E0316", 2..19)));
        assert_eq!(code(&format!("{}- a", " ".repeat(50))), Some(("E0350", 0..51)));
    }
}
