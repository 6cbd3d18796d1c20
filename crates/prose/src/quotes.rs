//! Whether the quotes of a paragraph pair.
//!
//! It only warns: what an author meant by a quote is never guessed.

use std::ops::Range;

use super::findings::Findings;
use super::tree::Inline;
use crate::messages;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;

/// Opening quotes and their partners.
const PAIRS: &[(char, char)] =
    &[('‘', '’'), ('“', '”'), ('「', '」'), ('『', '』'), ('《', '》'), ('〈', '〉')];

/// Looks over the runs of one paragraph.
pub fn check(body: &[Inline], findings: &mut Findings) {
    let mut quotes = Quotes::default();
    quotes.walk(body, findings);
    quotes.close(findings);
}

/// Looks over one text; `place` says where a byte range of it stands.
pub fn check_text(text: &str, place: &dyn Fn(Range<usize>) -> Span, findings: &mut Findings) {
    let mut quotes = Quotes::default();
    quotes.run(text, place, findings);
    quotes.close(findings);
}

/// The quotes open at a point of a paragraph.
#[derive(Default)]
struct Quotes {
    open: Vec<(char, char, Span)>,
    before: Option<char>,
}

impl Quotes {
    /// The tree is a few levels deep at most (`runs` sees to that).
    fn walk(&mut self, body: &[Inline], findings: &mut Findings) {
        for inline in body {
            match inline {
                Inline::Text { text, span } => {
                    let exact = span.end - span.start == text.len();
                    let place = |range: Range<usize>| match exact {
                        true => Span {
                            start: span.start + range.start,
                            end: span.start + range.end,
                            ..*span
                        },
                        false => *span,
                    };
                    self.run(text, &place, findings);
                }
                Inline::Emph(body) | Inline::Strong(body) | Inline::Link { body, .. } => {
                    self.walk(body, findings);
                }
                Inline::Break => self.before = None,
                Inline::Mark(_) => {}
            }
        }
    }

    fn run(&mut self, text: &str, place: &dyn Fn(Range<usize>) -> Span, findings: &mut Findings) {
        for (at, c) in text.char_indices() {
            let span = || place(at..at + c.len_utf8());
            let after = &text[at + c.len_utf8()..];
            match c {
                '"' => straight(c, "“ ”", span(), findings),
                '\'' if !self.is_apostrophe(after) => straight(c, "‘ ’", span(), findings),
                '’' if self.is_apostrophe(after) => {}
                _ => self.pair(c, span, findings),
            }
            self.before = Some(c);
        }
    }

    /// `Canada’s`, `’22년`.
    fn is_apostrophe(&self, after: &str) -> bool {
        let letter = |c: char| c.is_alphabetic() && !super::linebreak::is_syllable(c);
        let mut next = after.chars();
        let (first, second) = (next.next(), next.next());
        let word = self.before.is_some_and(letter) && first.is_some_and(letter);
        let year = [first, second].iter().all(|c| c.is_some_and(|c| c.is_ascii_digit()));
        word || (year && !self.before.is_some_and(char::is_alphanumeric))
    }

    fn pair(&mut self, c: char, span: impl Fn() -> Span, findings: &mut Findings) {
        if let Some(&(open, close)) = PAIRS.iter().find(|(open, _)| *open == c) {
            self.open.push((open, close, span()));
            return;
        }
        let Some(&(open, close)) = PAIRS.iter().find(|(_, close)| *close == c) else { return };
        // A few levels are looked through, so that no text makes this quadratic.
        let near = self.open.len().saturating_sub(8);
        match self.open[near..].iter().rposition(|&(_, wanted, _)| wanted == close) {
            Some(level) => {
                for (open, close, span) in self.open.drain(near + level..).skip(1) {
                    unpaired(open, close, span, findings);
                }
            }
            // The possessive of a plural: users’.
            None if close == '’' && self.before.is_some_and(|c| c.is_ascii_alphabetic()) => {}
            None => unpaired(close, open, span(), findings),
        }
    }

    fn close(&mut self, findings: &mut Findings) {
        for (open, close, span) in self.open.drain(..) {
            unpaired(open, close, span, findings);
        }
    }
}

fn straight(mark: char, instead: &str, span: Span, findings: &mut Findings) {
    let diagnostic = Diagnostic::at(messages::STRAIGHT_QUOTE, span);
    findings.push(diagnostic.arg("mark", mark).arg("instead", instead));
}

fn unpaired(mark: char, instead: char, span: Span, findings: &mut Findings) {
    let diagnostic = Diagnostic::at(messages::UNPAIRED_QUOTE, span);
    findings.push(diagnostic.arg("mark", mark).arg("instead", instead));
}

#[cfg(test)]
mod tests {
    use super::check_text;
    use crate::findings::Findings;
    use jikji_diagnostic::source::{Sources, Text};

    fn found(value: &str) -> Vec<(&'static str, usize)> {
        let file = Sources::default().add("a", value);
        let text = Text::verbatim(value.into(), file, 0);
        let mut out = vec![];
        check_text(value, &|range| text.place(range), &mut Findings::new(&text, &mut out));
        out.iter().filter_map(|d| d.span.map(|s| (d.message.code, s.start))).collect()
    }

    #[test]
    fn paired_quotes_and_apostrophes_are_fine() {
        for fine in [
            "‘블랙웰(Blackwell)’과 “그록”",
            "“가 ‘나’ 다”",
            "「가 『나』 다」",
            "Canada's Canada’s world’s '22년 ’22년",
            "the users’ data",
            "‘the world’s data’를 ‘’22년’",
        ] {
            assert_eq!(found(fine), [], "{fine}");
        }
    }

    #[test]
    fn straight_and_lone_quotes_are_warned_of() {
        assert_eq!(found("\"가\""), [("W0305", 0), ("W0305", 4)]);
        assert_eq!(found("'가'"), [("W0305", 0), ("W0305", 4)]);
        assert_eq!(found("‘가"), [("W0306", 0)]);
        assert_eq!(found("가’"), [("W0306", 3)]);
        assert_eq!(found("‘가 “나’ 다"), [("W0306", 7)]);
        assert_eq!(found("「가』"), [("W0306", 6), ("W0306", 0)]);
    }

    #[test]
    fn many_quotes_are_looked_at_once() {
        assert_eq!(found(&"‘“".repeat(200_000)).len(), 100);
        assert_eq!(found(&("‘".repeat(200_000) + &"”".repeat(200_000))).len(), 100);
    }
}
