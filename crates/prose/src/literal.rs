//! Markup that CommonMark left standing as text: a mistake of the author, never printed as it is.
//!
//! It looks at text the parser passed through unchanged, in the author's own notation, so that what
//! was escaped with a backslash is known to be meant.

use std::ops::Range;

use super::brackets::{self, is_escaped, opens_before};
use super::findings::Findings;
use super::joints::Side;
use super::row::{cells, described, is_rule};
use super::wide;
use crate::messages;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Edit;

/// The most of a line that is looked at for one finding.
const REACH: usize = 400;
/// Unpaired emphasis marks that one paragraph keeps for its end.
const MOST: usize = 200;

/// What was left standing in one paragraph.
#[derive(Default)]
pub struct Literals {
    left: Leftovers,
    seen: usize,
    /// Inside `~~…~~`.
    struck: bool,
}

/// Marks that may be meant for something, which is not known before all of the text is.
#[derive(Default)]
pub struct Leftovers {
    /// Emphasis marks without a partner.
    pub emphasis: Vec<Delimiter>,
    /// Numbers in brackets or raised: `[1]`, `^1`.
    pub brackets: Vec<Range<usize>>,
}

/// A run of `*` or `_` that did not become emphasis.
pub struct Delimiter {
    /// Where it stands.
    pub range: Range<usize>,
    mark: String,
    /// Punctuation outside keeps it from opening, or from closing.
    blocked: bool,
}

impl Literals {
    /// Looks over a text that stands in `value` as it reads. `notes` says whether notes are
    /// possible here.
    pub fn text(&mut self, value: &str, range: Range<usize>, notes: bool, findings: &mut Findings) {
        wide::report(value, range.clone(), findings);
        for at in range.clone() {
            let rest = &value.as_bytes()[at..];
            let sign = matches!(
                rest[0],
                b'*' | b'_' | b'~' | b']' | b'[' | b')' | b'!' | b'^' | b'=' | b':' | b'-'
            );
            if !sign || at < self.seen || (at == range.start && is_escaped(value, at)) {
                continue;
            }
            match rest {
                [b'*' | b'_', ..] => self.delimiter(value, at),
                [b'~', b'~', ..] => {
                    let run = rest.iter().take_while(|b| **b == b'~').count();
                    self.seen = at + run;
                    self.struck = !self.struck;
                    if self.struck {
                        findings.at(messages::STRIKETHROUGH, at..at + run);
                    }
                }
                [b']', b'(', ..] if opens_before(value, at) => {
                    brackets::broken(value, at, findings);
                }
                [b'=', b'=', ..] => self.highlight(value, at, findings),
                [b'[', b'^', ..] => unwritten(value, at, notes, findings),
                [b'[', ..] => self.left.bracket(value, at),
                [b'^', b'0'..=b'9', ..] => self.left.raised(value, at),
                [b']', b' ', ..] if opens_before(value, at) => {
                    brackets::spaced(value, at, findings)
                }
                [b')', b'[', ..] => brackets::reversed(value, at, findings),
                [b'!', b' ', ..] => brackets::spaced_image(value, at, findings),
                [b':' | b'-', ..] if at == range.start && is_table_rule(value, at) => {
                    let end = at + value[at..].find('\n').unwrap_or(value.len() - at);
                    self.seen = end;
                    // What stands above is its head.
                    let above = value[..at].trim_end_matches(' ').lines().next_back();
                    let head = above.filter(|line| !line.trim().is_empty());
                    let told = Diagnostic::at(messages::BROKEN_TABLE, findings.place(at..end));
                    findings.push(described(told, cells(head.unwrap_or(&value[at..end]))));
                }
                _ => {}
            }
        }
    }

    /// What was left.
    pub fn finish(self) -> Leftovers {
        self.left
    }

    /// `==…==` around words.
    fn highlight(&mut self, value: &str, at: usize, findings: &mut Findings) {
        let run = value[at..].bytes().take_while(|b| *b == b'=').count();
        let near = value.floor_char_boundary((at + run + REACH).min(value.len()));
        let line = value[at + run..near].split('\n').next().unwrap_or_default();
        self.seen = at + run;
        let words = line.split_once("==").map(|(words, _)| words);
        if let Some(words) = words.filter(|words| run == 2 && !words.trim().is_empty()) {
            self.seen = at + run + words.len() + 2;
            findings.at(messages::UNKNOWN, at..self.seen);
        }
    }

    /// A delimiter run (CommonMark 6.2); kept if it could open or close emphasis.
    fn delimiter(&mut self, value: &str, at: usize) {
        let bytes = value.as_bytes();
        let mark = bytes[at];
        let back = bytes[..at].iter().rev().take_while(|b| **b == mark).count();
        let start = at - back + usize::from(is_escaped(value, at - back));
        let end = at + bytes[at..].iter().take_while(|b| **b == mark).count();
        self.seen = end;
        let before = Side::of(value[..start].chars().next_back());
        let after = Side::of(value[end..].chars().next());
        let left = after != Side::Space && (after == Side::Letter || before != Side::Letter);
        let right = before != Side::Space && (before == Side::Letter || after != Side::Letter);
        let (opens, closes) = match mark {
            b'*' => (left, right),
            _ => {
                (left && (!right || before == Side::Sign), right && (!left || after == Side::Sign))
            }
        };
        // Two stars that do nothing are no multiplication.
        let idle = mark == b'*' && end - start > 1;
        if (opens || closes || idle) && self.left.emphasis.len() < MOST {
            let blocked =
                matches!((before, after), (Side::Letter, Side::Sign) | (Side::Sign, Side::Letter));
            let mark = value[start..end].chars().take(8).collect();
            self.left.emphasis.push(Delimiter { range: start..end, mark, blocked });
        }
    }
}

impl Leftovers {
    /// Takes a mark out.
    pub fn remove(&mut self, range: &Range<usize>) {
        self.emphasis.retain(|delimiter| delimiter.range != *range);
        self.brackets.retain(|bracket| bracket != range);
    }

    /// Takes down a number in brackets.
    fn bracket(&mut self, value: &str, at: usize) {
        let digits = value.as_bytes()[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
        let end = at + digits + 2;
        let closed = value.as_bytes().get(end - 1) == Some(&b']');
        if (1..=2).contains(&digits) && closed && self.brackets.len() < MOST {
            self.brackets.push(at..end);
        }
    }

    /// Takes down a raised number that is no power: `낱말^1`.
    fn raised(&mut self, value: &str, at: usize) {
        let before = value[..at].chars().next_back();
        let power = before.is_none_or(|c| c.is_ascii_alphanumeric() || "[)".contains(c));
        let digits = value.as_bytes()[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
        if !power && digits <= 2 && self.brackets.len() < MOST {
            self.brackets.push(at..at + 1 + digits);
        }
    }

    /// Reports what stayed alone.
    pub fn report(self, value: &str, findings: &mut Findings) {
        for bracket in self.brackets {
            let sign = value[bracket.clone()].to_string();
            let place = findings.place(bracket);
            findings.push(Diagnostic::at(messages::BRACKET_MARK, place).arg("sign", sign));
        }
        let mut rest = self.emphasis.as_slice();
        while let [first, tail @ ..] = rest {
            rest = tail;
            let message = match tail {
                [second, tail @ ..]
                    if first.mark == second.mark && (first.blocked || second.blocked) =>
                {
                    rest = tail;
                    let place = findings.place(second.range.clone());
                    Diagnostic::at(messages::EMPHASIS_AT_PUNCTUATION, place)
                        .related(findings.place(first.range.clone()))
                }
                [second, tail @ ..] if first.mark == second.mark && first.spaced(second, value) => {
                    rest = tail;
                    let place = findings.place(first.range.start..second.range.end);
                    let edits = first.close_up(second, value, findings);
                    Diagnostic::at(messages::SPACED_EMPHASIS, place).fix(edits)
                }
                _ => {
                    let place = findings.place(first.range.clone());
                    Diagnostic::at(messages::UNCLOSED_EMPHASIS, place)
                }
            };
            findings.push(message.arg("mark", &first.mark));
        }
    }
}

impl Delimiter {
    /// Whether blanks inside this pair keep it from being one.
    fn spaced(&self, second: &Self, value: &str) -> bool {
        let inside = &value[self.range.end..second.range.start];
        !inside.trim().is_empty() && inside.trim() != inside && !inside.contains('\n')
    }

    /// The pair without those blanks.
    fn close_up(&self, second: &Self, value: &str, findings: &Findings) -> Option<Vec<Edit>> {
        let inside = &value[self.range.end..second.range.start];
        let begin = second.range.start - inside.trim_start().len();
        let end = self.range.end + inside.trim_end().len();
        [self.range.end..begin, end..second.range.start]
            .into_iter()
            .filter(|blank| !blank.is_empty())
            .map(|blank| findings.edit(blank, ""))
            .collect()
    }
}

/// `[^mark]` for which the parser knew no note.
fn unwritten(value: &str, at: usize, notes: bool, findings: &mut Findings) {
    let near = value.floor_char_boundary((at + REACH).min(value.len()));
    let Some(length) = value[at..near].find([']', '\n']) else { return };
    if value.as_bytes()[at + length] != b']' || length < 3 {
        return;
    }
    let range = at..at + length + 1;
    let message = if notes { messages::NOTE_MISSING } else { messages::MARK_NOT_HERE };
    let diagnostic = Diagnostic::at(message, findings.place(range.clone()));
    findings.push(diagnostic.arg("mark", &value[range]));
}

/// Whether the line that begins at `at` is a table's delimiter row.
fn is_table_rule(value: &str, at: usize) -> bool {
    let begins = value[..at].trim_end_matches(' ');
    let near = value.floor_char_boundary((at + REACH).min(value.len()));
    let line = value[at..near].split('\n').next().unwrap_or_default();
    (begins.is_empty() || begins.ends_with('\n')) && is_rule(line) && line.contains('|')
}
