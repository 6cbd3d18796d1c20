//! Parses TOML and puts its syntax errors into words for people who do not write programs.
//!
//! It never judges what the keys mean.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::earlier::Earlier;
use super::explain::{Detail, Explained, Reach, explain, rest};
use super::mended::Mended;
use super::messages as msg;
use super::quoting::{excerpt, quoted};
use super::remedy::{self, Remedy};
use super::unclosed;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Edit, FileId, Span};

/// Above this size only the first syntax error is reported: a huge broken file could have millions.
const ALL_ERRORS_UP_TO: usize = 1 << 20;
/// The most syntax errors reported one by one.
pub const MOST_ERRORS: usize = 20;

/// What came of parsing a text.
pub struct Parsed<'t> {
    /// The top-level table; none where the structure is damaged.
    pub table: Option<DeTable<'t>>,
    /// What to tell the author.
    pub problems: Vec<Diagnostic>,
    /// The places of all errors, those included that are not told.
    pub broken: Vec<Range<usize>>,
}

/// Whether a text is TOML, or so large that only its first error is told.
pub fn is_readable(text: &str) -> bool {
    text.len() > ALL_ERRORS_UP_TO
        || unclosed::too_deep(text).is_some()
        || DeTable::parse(text).is_ok()
}

/// Parses a text.
pub fn parse<'t>(file: FileId, mended: &'t Mended<'t>) -> Parsed<'t> {
    let text = &*mended.text;
    if let Some(place) = unclosed::too_deep(text) {
        let place = mended.origin(place.start)..mended.origin(place.end);
        let problems = vec![Diagnostic::at(msg::TOO_DEEP, Span::new(file, place))];
        return Parsed { table: None, problems, broken: vec![] };
    }
    let first = match DeTable::parse(text) {
        Ok(table) => {
            return Parsed { table: Some(table.into_inner()), problems: vec![], broken: vec![] };
        }
        Err(error) => error,
    };
    let (table, errors) = match text.len() <= ALL_ERRORS_UP_TO {
        true => DeTable::parse_recoverable(text),
        false => (Spanned::new(0..0, DeTable::default()), vec![first]),
    };
    let mut findings: Vec<SyntaxFault> =
        errors.iter().map(|error| SyntaxFault::new(text, error)).collect();
    findings.sort_by_key(|finding| finding.said.place.start);
    let broken = findings.iter().flat_map(|f| [f.said.place.clone(), f.noticed.clone()]).collect();
    let opened = opened_for_good(text, &findings);
    if let Some(opened) = opened {
        findings.retain(|finding| finding.said.place.end <= opened.said.place.start);
        findings.push(opened);
    }
    let damaged = findings.iter().any(|finding| finding.said.reach == Reach::Rest);
    let problems = one_a_line(file, mended, findings);
    let table = (!damaged && text.len() <= ALL_ERRORS_UP_TO).then(|| table.into_inner());
    Parsed { table, problems, broken }
}

/// What was opened and never closed, so that the rest of the file reads as something it is not.
fn opened_for_good(text: &str, findings: &[SyntaxFault]) -> Option<SyntaxFault> {
    let first = findings.first()?.said.place.start;
    if let Some((place, header)) = unclosed::swallowing_text(text, first) {
        let line = 1 + text[..header.start].matches('\n').count();
        let (said, noticed) = (rest(msg::SWALLOWED, place.clone()), place);
        return Some(SyntaxFault { said, noticed, found: quoted(excerpt(&text[header])), line });
    }
    let place = unclosed::open_bracket(text)?;
    let message = match text[place.clone()].starts_with('{') {
        true => msg::UNCLOSED_TABLE,
        false => msg::UNCLOSED_LIST,
    };
    let (said, noticed) = (rest(message, place.clone()), place);
    let opened = SyntaxFault { said, noticed, found: String::new(), line: 0 };
    (opened.noticed.start <= first).then_some(opened)
}

fn one_a_line(file: FileId, mended: &Mended<'_>, findings: Vec<SyntaxFault>) -> Vec<Diagnostic> {
    let text = &*mended.text;
    let line_end = |byte: usize| text[byte..].find('\n').map_or(text.len(), |i| byte + i);
    let mut reported = 0;
    let mut covered = None;
    let mut hidden: Vec<Range<usize>> = vec![];
    let mut problems = vec![];
    let mut earlier = Earlier::of(text);
    let mut repeated_header = false;
    let mut path = 0..0;
    for finding in findings {
        if reported == MOST_ERRORS {
            if covered.is_none_or(|end| finding.said.place.start > end) {
                covered = Some(line_end(finding.said.place.start));
                hidden.push(finding.said.place);
            }
            continue;
        }
        let mut first = None;
        if finding.said.detail == Detail::Earlier {
            let header;
            (header, first) = earlier.find(&finding.said.place);
            if repeated_header && !header && first.is_none() {
                continue;
            }
            repeated_header |= header;
        }
        let apart = finding.said.reach == Reach::Value;
        let again = path.contains(&finding.said.place.start);
        if again || covered.is_some_and(|end| finding.said.place.start <= end) && !apart {
            continue;
        }
        covered = Some(line_end(finding.said.place.start));
        reported += 1;
        let finding = finding.of_path(text);
        if finding.said.message.code == msg::PATH_ESCAPE.code {
            path = finding.said.place.clone();
        }
        problems.push(finding.diagnostic(file, mended, first));
    }
    if let Some(first) = hidden.first() {
        let place = mended.origin(first.start)..mended.origin(first.end);
        let more = Diagnostic::at(msg::MORE_ERRORS, Span::new(file, place));
        problems.push(more.arg("count", hidden.len()));
    }
    problems
}

struct SyntaxFault {
    said: Explained,
    /// Where the parser noticed it.
    noticed: Range<usize>,
    /// What the message's `{found}` says.
    found: String,
    /// What the message's `{line}` says.
    line: usize,
}

impl SyntaxFault {
    fn new(text: &str, error: &Error) -> Self {
        let noticed = on_boundaries(text, error.span().unwrap_or(0..0));
        let words = error.message();
        let mut said = explain(text, words, noticed.clone());
        said.place = on_boundaries(text, said.place);
        let found = match said.detail {
            Detail::Words => words.to_string(),
            _ => quoted(excerpt(&text[said.place.clone()])),
        };
        Self { said, noticed, found, line: 0 }
    }

    /// The same as a fault of the path it stands in, if it does.
    fn of_path(self, text: &str) -> Self {
        let codes = [msg::BAD_ESCAPE.code, msg::BAD_CODE_POINT.code];
        if !codes.contains(&self.said.message.code) {
            return self;
        }
        match remedy::path_around(text, self.said.place.start) {
            Some(place) => {
                let found = quoted(excerpt(&text[place.clone()]));
                let said = Explained { message: msg::PATH_ESCAPE, place, ..self.said };
                Self { said, found, ..self }
            }
            None => self,
        }
    }

    /// The same for the author; `earlier` is where the key or header stood first.
    fn diagnostic(
        self,
        file: FileId,
        mended: &Mended<'_>,
        earlier: Option<Range<usize>>,
    ) -> Diagnostic {
        let text = &*mended.text;
        let Explained { message, place, detail, .. } = self.said;
        let span = |range: Range<usize>| {
            Span::new(file, mended.origin(range.start)..mended.origin(range.end))
        };
        let mut diagnostic = Diagnostic::at(message, span(place.clone())).arg("found", self.found);
        if detail == Detail::Character {
            let code = text[place.start..].chars().next().map_or(0, u32::from);
            diagnostic = diagnostic.arg("code", format!("U+{code:04X}"));
        }
        if self.line > 0 {
            diagnostic = diagnostic.arg("line", self.line);
        }
        let Remedy { args, fix } = match message.code == msg::PATH_ESCAPE.code {
            true => remedy::of_path(text, &place),
            false => remedy::remedy(message, text, &place),
        };
        diagnostic.args.extend(args);
        let edit = |(range, text)| Edit { span: span(range), text };
        let diagnostic = diagnostic.fix(fix.map(|fix| fix.into_iter().map(edit).collect()));
        match earlier {
            Some(range) => diagnostic.related(span(range)),
            None => diagnostic,
        }
    }
}

/// `range` on character boundaries inside `text`.
fn on_boundaries(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.min(text.len()));
    start..end.max(start)
}
