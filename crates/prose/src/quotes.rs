//! Whether the quotes of a paragraph pair.
//!
//! Straight quotes that can be only one thing, the first before a word and the next behind one, can be written as
//! what they are; else what an author meant by a quote is never guessed.

use std::ops::Range;

use super::findings::Findings;
use super::tree::Inline;
use crate::messages;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Edit, Span};

/// Opening quotes and their partners.
const PAIRS: &[(char, char)] =
    &[('‘', '’'), ('“', '”'), ('「', '」'), ('『', '』'), ('《', '》'), ('〈', '〉')];

/// Looks over the runs of one paragraph.
pub fn check(body: &[Inline], findings: &mut Findings) {
    let mut quotes = Quotes::default();
    quotes.walk(body, findings);
    quotes.close(findings);
}

/// Looks over one text, which is that of the findings.
pub fn check_text(text: &str, findings: &mut Findings) {
    let mut quotes = Quotes::default();
    let places: Vec<Option<Edit>> = text
        .match_indices(STRAIGHT)
        .map(|(at, sign)| findings.edit(at..at + sign.len(), ""))
        .collect();
    let mut places = places.into_iter();
    let place = |range, findings: &Findings| findings.place(range);
    quotes.run(text, &place, &mut || places.next().flatten().map(|edit| edit.span), findings);
    quotes.close(findings);
}

/// Quotes that do not say which end they are.
const STRAIGHT: [char; 2] = ['"', '\''];

/// The quotes open at a point of a paragraph.
#[derive(Default)]
struct Quotes {
    open: Vec<(char, char, Span)>,
    straight: Vec<Straight>,
    before: Option<char>,
}

/// A straight quote.
struct Straight {
    mark: char,
    /// Where it is told.
    place: Span,
    /// Where it can be written over.
    written: Option<Span>,
    /// Whether it stands where one opens, and where one closes.
    ends: [bool; 2],
}

impl Quotes {
    /// The tree is a few levels deep at most (`runs` sees to that).
    fn walk(&mut self, body: &[Inline], findings: &mut Findings) {
        for inline in body {
            match inline {
                Inline::Text { text, span } => {
                    let exact = span.end - span.start == text.len();
                    let at = |range: Range<usize>| Span {
                        start: span.start + range.start,
                        end: span.start + range.end,
                        ..*span
                    };
                    let place = |range: Range<usize>, _: &Findings<'_>| {
                        if exact { at(range) } else { *span }
                    };
                    let mut marks = text.match_indices(STRAIGHT).map(|(from, _)| from);
                    let mut written =
                        || marks.next().filter(|_| exact).map(|from| at(from..from + 1));
                    self.run(text, &place, &mut written, findings);
                }
                Inline::Emph(body) | Inline::Strong(body) | Inline::Link { body, .. } => {
                    self.walk(body, findings);
                }
                Inline::Break => self.before = None,
                Inline::Mark(_) => {}
            }
        }
    }

    /// `written` gives where each straight quote of the text can be written over, in order.
    fn run(
        &mut self,
        text: &str,
        place: &dyn Fn(Range<usize>, &Findings<'_>) -> Span,
        written: &mut dyn FnMut() -> Option<Span>,
        findings: &mut Findings,
    ) {
        for (at, c) in text.char_indices() {
            let span = place(at..at + c.len_utf8(), findings);
            let after = &text[at + c.len_utf8()..];
            let written = if STRAIGHT.contains(&c) { written() } else { None };
            match c {
                '\'' | '’' if self.is_apostrophe(after) => {}
                '"' | '\'' => self.straight(c, span, written, after.chars().next()),
                _ => self.pair(c, || span, findings),
            }
            self.before = Some(c);
        }
    }

    fn straight(&mut self, mark: char, place: Span, written: Option<Span>, after: Option<char>) {
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let sign = |c: char| "([{“‘「『《〈<·,:;~-―—".contains(c) || STRAIGHT.contains(&c);
        let opens = (blank(self.before) || self.before.is_some_and(sign)) && !blank(after);
        self.straight.push(Straight { mark, place, written, ends: [opens, !blank(self.before)] });
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
        for (mark, open, close) in [('"', "“", "”"), ('\'', "‘", "’")] {
            let own = |quote: &&Straight| quote.mark == mark;
            let quotes: Vec<&Straight> = self.straight.iter().filter(own).collect();
            for two in quotes.chunks(2) {
                let fix = pair_of(two, (open, close)).filter(|_| quotes.len().is_multiple_of(2));
                for quote in two {
                    let told = Diagnostic::at(messages::STRAIGHT_QUOTE, quote.place);
                    let told = told.arg("mark", mark).arg("instead", format!("{open} {close}"));
                    findings.push(told.fix(fix.clone()));
                }
            }
        }
    }
}

/// What writes two straight quotes as a pair, where they can be nothing else.
fn pair_of(two: &[&Straight], (open, close): (&str, &str)) -> Option<Vec<Edit>> {
    let [first, last] = two else { return None };
    let pair = first.ends[0] && last.ends[1];
    let edit =
        |quote: &Straight, text: &str| Some(Edit { span: quote.written?, text: text.into() });
    pair.then(|| Some(vec![edit(first, open)?, edit(last, close)?]))?
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
    use jikji_diagnostic::splice::{spliced, together};

    fn found(value: &str) -> Vec<(&'static str, usize)> {
        let file = Sources::default().add("a", value);
        let text = Text::verbatim(value.into(), file, 0);
        let mut out = vec![];
        check_text(value, &mut Findings::new(&text, &mut out));
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

    /// The text with its straight quotes written as what they can only be.
    fn written(value: &str) -> String {
        let file = Sources::default().add("a", value);
        let text = Text::verbatim(value.into(), file, 0);
        let mut out = vec![];
        check_text(value, &mut Findings::new(&text, &mut out));
        spliced(value, &together(&out)).unwrap()
    }

    #[test]
    fn straight_quotes_that_can_be_only_one_thing_are_written() {
        for (value, right) in [
            ("\"가\"라고", "“가”라고"),
            ("그는 \"가 '나' 다\"라고 (\"라\")", "그는 “가 ‘나’ 다”라고 (“라”)"),
            ("'AI 기본법'과 Canada's '22년 '가'", "‘AI 기본법’과 Canada's '22년 ‘가’"),
        ] {
            assert_eq!(written(value), right);
        }
        for unsure in [
            "\"가",
            "27\" 모니터와 32\" 모니터",
            "27\"와 32\"",
            "가\"나\"",
            "\"가\" \"",
            "\" 가 \"",
        ] {
            assert_eq!(written(unsure), unsure);
        }
    }

    #[test]
    fn many_quotes_are_looked_at_once() {
        assert_eq!(found(&"‘“".repeat(200_000)).len(), 100);
        assert_eq!(found(&("‘".repeat(200_000) + &"”".repeat(200_000))).len(), 100);
    }
}
