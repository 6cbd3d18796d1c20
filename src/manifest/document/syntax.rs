//! Parses TOML and puts its syntax errors into words for people who do not write programs.
//!
//! It never judges what the keys mean.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::{quoted, unclosed};
use crate::diagnostic::messages::manifest as msg;
use crate::diagnostic::{Diagnostic, Message};
use crate::source::{FileId, Span};

/// Above this size only the first syntax error is reported: a huge broken file could have millions.
const ALL_ERRORS_UP_TO: usize = 1 << 20;
/// The most syntax errors reported one by one.
const MOST_ERRORS: usize = 20;

/// What came of parsing a text.
pub struct Parsed<'t> {
    /// The top-level table; none where the structure is damaged.
    pub table: Option<DeTable<'t>>,
    /// What to tell the author.
    pub problems: Vec<Diagnostic>,
    /// The places of all errors, those included that are not told.
    pub broken: Vec<Range<usize>>,
}

/// Parses `text`.
pub fn parse(file: FileId, text: &str) -> Parsed<'_> {
    if let Some(place) = unclosed::too_deep(text) {
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
    let mut findings: Vec<Finding> = errors.iter().map(|error| Finding::new(text, error)).collect();
    findings.sort_by_key(|finding| finding.place.start);
    let broken = findings.iter().map(|finding| finding.place.clone()).collect();
    let opened = opened_for_good(text, &findings);
    if let Some(opened) = opened {
        findings.retain(|finding| finding.place.end <= opened.place.start);
        findings.push(opened);
    }
    let damaged = findings.iter().any(|finding| STRUCTURAL.contains(&finding.message));
    let problems = one_a_line(file, text, findings);
    let table = (!damaged && text.len() <= ALL_ERRORS_UP_TO).then(|| table.into_inner());
    Parsed { table, problems, broken }
}

/// What was opened and never closed, so that the rest of the file reads as something it is not.
fn opened_for_good(text: &str, findings: &[Finding]) -> Option<Finding> {
    let first = findings.first()?.place.start;
    if let Some((place, header)) = unclosed::swallowing_text(text, first) {
        let line = 1 + text[..header.start].matches('\n').count();
        let found = quoted(excerpt(&text[header]));
        return Some(Finding { message: msg::SWALLOWED, place, found, line });
    }
    let place = unclosed::open_bracket(text)?;
    let message = match text[place.clone()].starts_with('{') {
        true => msg::UNCLOSED_TABLE,
        false => msg::UNCLOSED_LIST,
    };
    (place.start <= first).then(|| Finding { message, place, found: String::new(), line: 0 })
}

fn one_a_line(file: FileId, text: &str, findings: Vec<Finding>) -> Vec<Diagnostic> {
    let line_end = |byte: usize| text[byte..].find('\n').map_or(text.len(), |i| byte + i);
    let mut reported = 0;
    let mut covered = None;
    let mut more = 0;
    let mut problems = vec![];
    let mut repeated_header = false;
    for finding in findings {
        if finding.message == msg::DUPLICATE_KEY {
            let header = text[unclosed::line_start(text, finding.place.start)..].starts_with('[');
            if repeated_header && !header && earlier_key(text, &finding.place).is_none() {
                continue;
            }
            repeated_header |= header;
        }
        let apart = ONE_BY_ONE.contains(&finding.message);
        if covered.is_some_and(|end| finding.place.start <= end) && !apart {
            continue;
        }
        covered = Some(line_end(finding.place.start));
        if reported == MOST_ERRORS {
            more += 1;
            continue;
        }
        reported += 1;
        problems.push(finding.diagnostic(file, text));
    }
    if more > 0 {
        problems.push(Diagnostic::general(msg::MORE_ERRORS).arg("count", more));
    }
    problems
}

struct Finding {
    message: &'static Message,
    place: Range<usize>,
    /// What the message's `{found}` says.
    found: String,
    /// What the message's `{line}` says.
    line: usize,
}

impl Finding {
    fn new(text: &str, error: &Error) -> Self {
        let place = on_boundaries(text, error.span().unwrap_or(0..0));
        let words = error.message();
        let (message, place) = explain(text, words, place);
        let found = match message == msg::OTHER_SYNTAX {
            true => words.to_string(),
            false => quoted(excerpt(&text[place.clone()])),
        };
        Self { message, place, found, line: 0 }
    }

    fn diagnostic(self, file: FileId, text: &str) -> Diagnostic {
        let earlier = match self.message == msg::DUPLICATE_KEY {
            true => earlier_key(text, &self.place),
            false => None,
        };
        let diagnostic = Diagnostic::at(self.message, Span::new(file, self.place));
        let mut diagnostic = diagnostic.arg("found", self.found);
        if self.line > 0 {
            diagnostic = diagnostic.arg("line", self.line);
        }
        match earlier {
            Some(range) => diagnostic.related(Span::new(file, range)),
            None => diagnostic,
        }
    }
}

/// Errors of one value, which have no part in others on their line.
const ONE_BY_ONE: &[&Message] =
    &[msg::BAD_DATE, msg::BAD_ESCAPE, msg::BAD_CODE_POINT, msg::LEADING_ZERO];

/// Errors after which the rest of the file reads as something it is not.
const STRUCTURAL: &[&Message] = &[
    msg::UNCLOSED_BLOCK,
    msg::SWALLOWED,
    msg::UNCLOSED_LIST,
    msg::UNCLOSED_TABLE,
    msg::UNCLOSED_HEADER,
    msg::TOO_DEEP,
    msg::OTHER_SYNTAX,
];

/// The message for the TOML crate's words, and the place that shows it best.
fn explain(text: &str, words: &str, place: Range<usize>) -> (&'static Message, Range<usize>) {
    let (description, expected) = words.split_once(", expected ").unwrap_or((words, ""));
    let word = word_at(text, place.start);
    match description {
        "invalid basic string" | "invalid literal string" if is_quote(expected) => {
            (msg::UNCLOSED_TEXT, unclosed::cut_text(text, place.start).unwrap_or(place))
        }
        "invalid multi-line basic string" | "invalid multi-line literal string"
            if is_quote(expected) =>
        {
            (msg::UNCLOSED_BLOCK, unclosed::last_opening(text).unwrap_or(place))
        }
        "invalid multi-line basic string" if expected == "newline" => {
            (msg::BAD_ESCAPE, before(place))
        }
        "invalid basic string"
        | "invalid literal string"
        | "invalid multi-line basic string"
        | "invalid multi-line literal string"
        | "invalid comment character" => (msg::CONTROL_CHARACTER, char_at(text, place.start)),
        "missing escaped value" => (msg::BAD_ESCAPE, before(char_at(text, place.start))),
        "too few unicode value digits" => (msg::BAD_CODE_POINT, escape_before(text, place.start)),
        "invalid value" => (msg::BAD_CODE_POINT, escape_before(text, place.start)),
        "string values must be quoted" | "missing opening quote" => unquoted(text, place, word),
        "invalid unquoted key" | "unquoted keys cannot be empty" => (msg::BAD_KEY, word),
        "keys cannot be multi-line literal strings" | "keys cannot be multi-line basic strings" => {
            (msg::BAD_KEY, word)
        }
        "duplicate key" => (msg::DUPLICATE_KEY, place),
        "key with no value"
        | "missing value for key"
        | "missing assignment between key-value pairs" => (msg::NO_EQUALS, before_gap(text, place)),
        "missing value" => (msg::NO_VALUE, place),
        "unclosed table" | "unclosed array table" => (msg::UNCLOSED_HEADER, line_of(text, place)),
        "unclosed array" => (msg::UNCLOSED_LIST, place),
        "unclosed inline table" => (msg::UNCLOSED_TABLE, place),
        "unexpected leading zero" => (msg::LEADING_ZERO, word),
        "carriage return must be followed by newline" => (msg::LONE_RETURN, before(place)),
        "recursion limit" | "cannot recurse further; max recursion depth met" => {
            (msg::TOO_DEEP, place)
        }
        "unexpected key or value" | "unexpected content" => (msg::TRAILING, rest_of_line(text, place)),
        "extra `=`" | "extra assignment between key-value pairs" => (msg::TRAILING, place),
        _ => by_prefix(text, description, place, word),
    }
}

/// The messages of which the TOML crate has several forms.
fn by_prefix(
    text: &str,
    description: &str,
    place: Range<usize>,
    word: Range<usize>,
) -> (&'static Message, Range<usize>) {
    const NUMBERS: [&str; 8] = [
        "redundant ",
        "integers with",
        "radix must",
        "unexpected sign",
        "`_` may",
        "invalid integer",
        "invalid float",
        "invalid number",
    ];
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| description.starts_with(prefix));
    if starts(&["invalid date", "invalid time"]) {
        (msg::BAD_DATE, word)
    } else if starts(&NUMBERS) || starts(&["invalid hexa", "invalid octal", "invalid binary"]) {
        match looks_like_date(&text[word.clone()]) {
            true => (msg::BAD_DATE, word),
            false => (msg::BAD_NUMBER, word),
        }
    } else if starts(&["invalid boolean"]) {
        (msg::BAD_BOOLEAN, word)
    } else if starts(&["missing comma"]) {
        (msg::NO_COMMA, place)
    } else if starts(&["extra comma"]) {
        (msg::EXTRA_COMMA, place)
    } else if starts(&["cannot extend value"]) {
        (msg::NOT_A_TABLE, place)
    } else {
        (msg::OTHER_SYNTAX, place)
    }
}

fn is_quote(expected: &str) -> bool {
    matches!(expected, "`\"`" | "`'`" | "'`'")
}

/// A value that stands without quotes, or with the wrong ones.
fn unquoted(
    text: &str,
    place: Range<usize>,
    word: Range<usize>,
) -> (&'static Message, Range<usize>) {
    let written = &text[place.start..];
    if place.is_empty() && word.is_empty() {
        (msg::NO_VALUE, before_gap(text, place))
    } else if written.starts_with(['“', '”', '‘', '’', '„', '「', '『', '＂', '＇']) {
        (msg::CURLY_QUOTES, char_at(text, place.start))
    } else if looks_like_date(&text[word.clone()]) {
        (msg::BAD_DATE, word)
    } else {
        (msg::UNQUOTED, if place.is_empty() { word } else { place })
    }
}

/// `2024.3.21`, `2024/3/21`, `2024-3-21`.
fn looks_like_date(word: &str) -> bool {
    let mut parts = word.split(['.', '-', '/']).filter(|part| !part.is_empty());
    let number = |part: Option<&str>, most: usize| {
        part.is_some_and(|p| p.len() <= most && p.bytes().all(|b| b.is_ascii_digit()))
    };
    number(parts.next(), 4) && number(parts.next(), 2) && number(parts.next(), 2)
}

/// Where the same key or header stood first, for a repeated one.
fn earlier_key(text: &str, place: &Range<usize>) -> Option<Range<usize>> {
    let start = unclosed::line_start(text, place.start);
    let key = text.get(place.clone())?;
    let line = text[start..].lines().next()?.trim();
    let header = line.starts_with('[');
    let mut end = start;
    while end > 0 {
        let begin = unclosed::line_start(text, end - 1);
        let candidate = text[begin..end].trim();
        let indent = text[begin..end].find(candidate).unwrap_or(0);
        if header && candidate == line {
            return Some(begin + indent..begin + indent + candidate.len());
        }
        if !header {
            let rest = candidate.strip_prefix(key).map(str::trim_start);
            if rest.is_some_and(|rest| rest.starts_with(['=', '.'])) {
                return Some(begin + indent..begin + indent + key.len());
            }
            if candidate.starts_with('[') {
                return None;
            }
        }
        end = begin;
    }
    None
}

/// The run of characters around `start` that a reader sees as one word.
fn word_at(text: &str, start: usize) -> Range<usize> {
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '=' | '[' | ']' | '{' | '}' | '#');
    let begin = text[..start].char_indices().rev().take_while(|(_, c)| !ends(*c)).last();
    let end = text[start..].find(ends).map_or(text.len(), |i| start + i);
    begin.map_or(start, |(i, _)| i)..end
}

/// The word that ends before the white space at `place`.
fn before_gap(text: &str, place: Range<usize>) -> Range<usize> {
    let end = text[..place.start].trim_end_matches([' ', '\t']).len();
    let start = word_at(text, end).start;
    if start < end { start..end } else { end.saturating_sub(1)..end }
}

fn line_of(text: &str, place: Range<usize>) -> Range<usize> {
    rest_of_line(text, unclosed::line_start(text, place.start)..place.end)
}

fn rest_of_line(text: &str, place: Range<usize>) -> Range<usize> {
    let end = text[place.start..].find('\n').map_or(text.len(), |i| place.start + i);
    place.start..place.start + text[place.start..end].trim_end().len()
}

fn char_at(text: &str, at: usize) -> Range<usize> {
    at..at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Widens a place to take in the ASCII byte before it.
fn before(place: Range<usize>) -> Range<usize> {
    place.start.saturating_sub(1)..place.end
}

/// The `\u….` escape whose digits reach up to or begin at `at`.
fn escape_before(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\\').unwrap_or(at);
    let digits = text[at..].bytes().take(8).take_while(u8::is_ascii_hexdigit).count();
    let most = match text[start..].as_bytes().get(1) {
        Some(b'x') => 4,
        Some(b'u') => 6,
        _ => 10,
    };
    start..(at + digits).min(start + most).max(at)
}

/// What the author wrote, short enough for a message.
pub fn excerpt(written: &str) -> String {
    const MOST: usize = 32;
    let line = written.lines().next().unwrap_or("");
    let mut short: String =
        line.chars().take(MOST).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if short.chars().count() < written.trim_end().chars().count() {
        short.push('…');
    }
    short
}

/// `range` on character boundaries inside `text`.
fn on_boundaries(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.min(text.len()));
    start..end.max(start)
}
