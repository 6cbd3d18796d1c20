//! Chooses the message for each error of the TOML crate, and the place that shows it best.
//!
//! The crate describes errors in words only (`toml_parser` 1.1: `ParseError::new`), so its words
//! are what is matched; those of a later version fall through to a message that quotes them.

use std::ops::Range;

use super::messages as msg;
use super::unclosed;
use jikji_diagnostic::Message;

/// What to say of an error.
pub struct Explained {
    pub message: &'static Message,
    /// The place that shows it best.
    pub place: Range<usize>,
    pub reach: Reach,
    pub detail: Detail,
}

/// How much an error makes unreadable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// One value: it has no part in other errors on its line.
    Value,
    /// Its line.
    Line,
    /// The rest of the file, which reads as something it is not.
    Rest,
}

/// What its message tells besides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// What is written there.
    Written,
    /// The TOML crate's own words.
    Words,
    /// The number of the character there.
    Character,
    /// Where the same key or header stands first.
    Earlier,
}

fn value(message: &'static Message, place: Range<usize>) -> Explained {
    Explained { message, place, reach: Reach::Value, detail: Detail::Written }
}

fn line(message: &'static Message, place: Range<usize>) -> Explained {
    Explained { reach: Reach::Line, ..value(message, place) }
}

/// An error after which the rest of the file reads as something it is not.
pub fn rest(message: &'static Message, place: Range<usize>) -> Explained {
    Explained { reach: Reach::Rest, ..value(message, place) }
}

/// The message for the TOML crate's words, and the place that shows it best.
pub fn explain(text: &str, words: &str, place: Range<usize>) -> Explained {
    let (description, expected) = words.split_once(", expected ").unwrap_or((words, ""));
    match description {
        "invalid basic string" | "invalid literal string" if is_quote(expected) => {
            line(msg::UNCLOSED_TEXT, unclosed::cut_text(text, place.start).unwrap_or(place))
        }
        "invalid multi-line basic string" | "invalid multi-line literal string"
            if is_quote(expected) =>
        {
            rest(msg::UNCLOSED_BLOCK, unclosed::last_opening(text).unwrap_or(place))
        }
        "invalid multi-line basic string" if expected == "newline" => {
            value(msg::BAD_ESCAPE, before(text, place))
        }
        "invalid basic string"
        | "invalid literal string"
        | "invalid multi-line basic string"
        | "invalid multi-line literal string"
        | "invalid comment character" => Explained {
            detail: Detail::Character,
            ..line(msg::CONTROL_CHARACTER, char_at(text, place.start))
        },
        "missing escaped value" => value(msg::BAD_ESCAPE, before(text, char_at(text, place.start))),
        "too few unicode value digits" | "invalid value" => {
            value(msg::BAD_CODE_POINT, escape_before(text, place.start))
        }
        "string values must be quoted" | "missing opening quote" => unquoted(text, place),
        "invalid unquoted key"
        | "unquoted keys cannot be empty"
        | "keys cannot be multi-line literal strings"
        | "keys cannot be multi-line basic strings" => {
            line(msg::BAD_KEY, word_at(text, place.start))
        }
        "duplicate key" => Explained { detail: Detail::Earlier, ..line(msg::DUPLICATE_KEY, place) },
        "key with no value"
        | "missing value for key"
        | "missing assignment between key-value pairs" => {
            line(msg::NO_EQUALS, before_gap(text, place))
        }
        "missing value" => line(msg::NO_VALUE, place),
        "unclosed table" | "unclosed array table" => {
            rest(msg::UNCLOSED_HEADER, line_of(text, place))
        }
        "unclosed array" => rest(msg::UNCLOSED_LIST, place),
        "unclosed inline table" => rest(msg::UNCLOSED_TABLE, place),
        "unexpected leading zero" => value(msg::LEADING_ZERO, word_at(text, place.start)),
        "carriage return must be followed by newline" => {
            line(msg::LONE_RETURN, before(text, place))
        }
        "recursion limit" | "cannot recurse further; max recursion depth met" => {
            rest(msg::TOO_DEEP, place)
        }
        "unexpected key or value" | "unexpected content"
            if text[rest_of_line(text, place.clone())].trim() == "," =>
        {
            line(msg::EXTRA_COMMA, rest_of_line(text, place))
        }
        "unexpected key or value" | "unexpected content" => {
            line(msg::TRAILING, rest_of_line(text, place))
        }
        "extra `=`" | "extra assignment between key-value pairs" => line(msg::TRAILING, place),
        _ => by_prefix(text, description, place),
    }
}

/// The messages of which the TOML crate has several forms.
fn by_prefix(text: &str, description: &str, place: Range<usize>) -> Explained {
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
    let word = word_at(text, place.start);
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| description.starts_with(prefix));
    if starts(&["invalid date", "invalid time"]) {
        value(msg::BAD_DATE, word)
    } else if starts(&NUMBERS) || starts(&["invalid hexa", "invalid octal", "invalid binary"]) {
        match looks_like_date(&text[word.clone()]) {
            true => value(msg::BAD_DATE, word),
            false => line(msg::BAD_NUMBER, word),
        }
    } else if starts(&["invalid boolean"]) {
        line(msg::BAD_BOOLEAN, word)
    } else if starts(&["missing comma"]) {
        line(msg::NO_COMMA, place)
    } else if starts(&["extra comma"]) {
        line(msg::EXTRA_COMMA, place)
    } else if starts(&["cannot extend value"]) {
        line(msg::NOT_A_TABLE, place)
    } else {
        Explained { detail: Detail::Words, ..rest(msg::OTHER_SYNTAX, place) }
    }
}

fn is_quote(expected: &str) -> bool {
    matches!(expected, "`\"`" | "`'`" | "'`'")
}

/// A value that stands without quotes, or with the wrong ones.
fn unquoted(text: &str, place: Range<usize>) -> Explained {
    let word = word_at(text, place.start);
    let written = &text[place.start..];
    if place.is_empty() && word.is_empty() {
        line(msg::NO_VALUE, before_gap(text, place))
    } else if written.starts_with(['“', '”', '‘', '’', '„', '「', '『', '＂', '＇']) {
        line(msg::CURLY_QUOTES, char_at(text, place.start))
    } else if looks_like_date(&text[word.clone()]) {
        value(msg::BAD_DATE, word)
    } else {
        line(msg::UNQUOTED, if place.is_empty() { word } else { place })
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

/// The run of characters around `start` that a reader sees as one word.
fn word_at(text: &str, start: usize) -> Range<usize> {
    // A line can be a megabyte long and wrong everywhere.
    const LONGEST: usize = 200;
    let inside =
        |c: &char| !(c.is_whitespace() || matches!(c, ',' | '=' | '[' | ']' | '{' | '}' | '#'));
    let before = text[..start].chars().rev().take(LONGEST).take_while(inside);
    let after = text[start..].chars().take(LONGEST).take_while(inside);
    start - before.map(char::len_utf8).sum::<usize>()
        ..start + after.map(char::len_utf8).sum::<usize>()
}

/// The word that ends before the white space at `place`.
fn before_gap(text: &str, place: Range<usize>) -> Range<usize> {
    let end = text[..place.start].trim_end_matches([' ', '\t']).len();
    let start = word_at(text, end).start;
    if start < end { start..end } else { before(text, end..end) }
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

/// Widens a place to take in the character before it.
fn before(text: &str, place: Range<usize>) -> Range<usize> {
    text.floor_char_boundary(place.start.saturating_sub(1))..place.end
}

/// The `\u….` escape whose digits reach up to or begin at `at`.
fn escape_before(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\\').unwrap_or(at);
    let digits = text[at..].bytes().take(8).take_while(u8::is_ascii_hexdigit).count();
    let most = match text.as_bytes().get(start + 1) {
        Some(b'x') => 4,
        Some(b'u') => 6,
        _ => 10,
    };
    start..(at + digits).min(start + most).max(at)
}
