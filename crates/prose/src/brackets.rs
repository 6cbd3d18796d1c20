//! Links and pictures whose brackets do not make one.

use std::ops::Range;

use super::findings::Findings;
use crate::messages;
use jikji_diagnostic::source::Edit;
use jikji_diagnostic::{Diagnostic, Message};

/// The most of a line that is looked at for one finding.
const REACH: usize = 400;

/// `[text] (address)`: the `]` is at `at`.
pub fn spaced(value: &str, at: usize, findings: &mut Findings) {
    let rest = line(value, at + 1);
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    let address = rest[blanks..].strip_prefix('(').is_some_and(is_address);
    if address && blanks <= 3 {
        let edits = findings.edit(at + 1..at + 1 + blanks, "").map(|edit| vec![edit]);
        tell(messages::SPACED_LINK, at..at + blanks + 2, edits, findings);
    }
}

/// `! [description](file)`, where the `!` ends no sentence.
pub fn spaced_image(value: &str, at: usize, findings: &mut Findings) {
    let rest = line(value, at + 1);
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    let bracketed = rest[blanks..].starts_with('[') && rest.contains("](");
    let begins = value[..at].chars().next_back().is_none_or(char::is_whitespace);
    if bracketed && begins {
        let edits = findings.edit(at + 1..at + 1 + blanks, "").map(|edit| vec![edit]);
        tell(messages::SPACED_LINK, at..at + blanks + 2, edits, findings);
    }
}

/// `(text)[address]`: the `)` is at `at`.
pub fn reversed(value: &str, at: usize, findings: &mut Findings) {
    let near = value.floor_char_boundary(at.saturating_sub(REACH));
    let before = value[near..at].rsplit('\n').next().unwrap_or_default();
    let Some(open) = before.rfind('(').map(|open| at - before.len() + open) else { return };
    let rest = line(value, at + 2);
    let Some(close) = rest.find(']').map(|close| at + 2 + close) else { return };
    if !(is_address(rest) || value[..open].ends_with('!')) {
        return;
    }
    let signs = [(open..open + 1, "["), (at..at + 2, "]("), (close..close + 1, ")")];
    let edits = signs.into_iter().map(|(range, sign)| findings.edit(range, sign)).collect();
    tell(messages::REVERSED_LINK, open..close + 1, edits, findings);
}

/// `[text](an address)`: the `]` is at `at`, and nothing of it was taken.
pub fn broken(value: &str, at: usize, findings: &mut Findings) {
    let blanks = blanks_of_picture(value, at);
    let edits = blanks.map(|blank| findings.edit(blank..blank + 1, "%20")).collect();
    tell(messages::BROKEN_LINK, at..at + 2, edits, findings);
}

/// The blanks in the file's name of the picture whose `]` is at `at`; none where it is no picture.
fn blanks_of_picture(value: &str, at: usize) -> impl Iterator<Item = usize> {
    const ENDINGS: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"];
    let near = value.floor_char_boundary(at.saturating_sub(REACH));
    let rest = line(value, at + 2);
    let name = rest.match_indices(')').map(|(end, _)| &rest[..end]).find(|name| {
        let lower = name.to_lowercase();
        ENDINGS.iter().any(|ending| lower.ends_with(ending))
    });
    let count = |name: &str, sign| name.matches(sign).count();
    let plain = |name: &&str| {
        count(name, '(') == count(name, ')') && !name.contains(['[', ']', '<', '>', '"', '\''])
    };
    let picture =
        value[near..at].rfind('[').is_some_and(|open| value[..near + open].ends_with('!'));
    let name = name.filter(plain).filter(|name| picture && name.trim() == *name);
    name.unwrap_or_default().match_indices(' ').map(move |(blank, _)| at + 2 + blank)
}

fn tell(
    message: &'static Message,
    range: Range<usize>,
    edits: Option<Vec<Edit>>,
    findings: &mut Findings,
) {
    let place = findings.place(range);
    findings.push(Diagnostic::at(message, place).fix(edits));
}

/// What is near enough of a line from a byte on.
fn line(value: &str, at: usize) -> &str {
    let near = value.floor_char_boundary((at + REACH).min(value.len()));
    value[at..near].split('\n').next().unwrap_or_default()
}

fn is_address(text: &str) -> bool {
    ["http://", "https://", "www.", "mailto:"].iter().any(|scheme| text.starts_with(scheme))
}

/// Whether an odd number of backslashes stands before `at`.
pub fn is_escaped(value: &str, at: usize) -> bool {
    value.as_bytes()[..at].iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}

/// Whether the `]` at `at` has a `[` before it that was not escaped.
pub fn opens_before(value: &str, at: usize) -> bool {
    let near = at.saturating_sub(REACH);
    let open = value.as_bytes()[near..at].iter().rposition(|b| *b == b'[');
    open.is_some_and(|open| !is_escaped(value, near + open))
}
