//! Values of a TOML file with their places, read by the type that is expected there.
//!
//! Each reader returns `None` after it has pushed what is wrong; a value that already has a syntax
//! error is passed over in silence.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::mended::Piece;
use super::messages as msg;
use super::parsed::Document;
use super::quoting::{excerpt, listing, nearest, quoted};
use super::remedy::{self, Remedy};
use super::{decode, syntax, unclosed};
use jikji_diagnostic::source::{Edit, Span, Text};
use jikji_diagnostic::{Diagnostic, Message};
use jikji_prose::period::Date;

/// The last year that no slip of a key gives.
pub const LAST_YEAR: u16 = 2200;
/// After this many problems the rest of a file is not read: a file of megabytes could have millions.
pub const MOST_PROBLEMS: usize = 500;
/// What the parser says of a value that it cannot read.
const UNREAD: [&str; 5] = [
    msg::UNQUOTED.code,
    msg::BAD_DATE.code,
    msg::BAD_NUMBER.code,
    msg::LEADING_ZERO.code,
    msg::BAD_BOOLEAN.code,
];

/// A value with its place.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    document: &'a Document<'a>,
    value: &'a Spanned<DeValue<'a>>,
    /// The key it stands under, for messages.
    key: &'a str,
}

/// A table with its place.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    document: &'a Document<'a>,
    table: &'a DeTable<'a>,
    /// What it may hold, where that was said.
    known: &'a [&'a str],
    /// Where it stands: its header, or its braces.
    pub span: Span,
}

impl<'a> Node<'a> {
    /// Where the value stands.
    pub fn span(self) -> Span {
        self.document.place(&self.range())
    }

    /// The key it stands under.
    pub fn key(self) -> &'a str {
        self.key
    }

    /// What the author wrote, shortened for a message.
    pub fn excerpt(self) -> String {
        excerpt(self.document.text.get(self.range()).unwrap_or_default())
    }

    /// A diagnostic here, with the key and the text as arguments.
    pub fn problem(self, message: &'static Message) -> Diagnostic {
        Diagnostic::at(message, self.span())
            .arg("field", quoted(self.key))
            .arg("found", quoted(self.excerpt()))
    }

    /// A diagnostic about a word that is none of `known`.
    pub fn not_among(self, known: &[&str]) -> Diagnostic {
        let written = match self.value.get_ref() {
            DeValue::String(written) => written.as_ref(),
            _ => "",
        };
        let near = nearest(written, known.iter().copied());
        let message = if near.is_some() { msg::NOT_A_CHOICE_NEAR } else { msg::NOT_A_CHOICE };
        self.problem(message)
            .arg("near", quoted(near.unwrap_or_default()))
            .arg("known", listing(known.iter().copied()))
    }

    /// The same of a word that the trade has for one of them.
    pub fn not_among_called(self, known: &[&str], meant: Option<&str>) -> Diagnostic {
        let Some(meant) = meant else { return self.not_among(known) };
        let called = self.problem(msg::NOT_A_CHOICE_CALLED).arg("meant", meant);
        called.arg("known", listing(known.iter().copied()))
    }

    /// A string that is not blank.
    pub fn text(self, problems: &mut Vec<Diagnostic>) -> Option<Text> {
        self.text_or(msg::BLANK, problems)
    }

    /// A string that is not blank; what is said of a blank one.
    pub fn text_or(self, blank: &'static Message, problems: &mut Vec<Diagnostic>) -> Option<Text> {
        let text = self.any_text(problems)?;
        if text.value.trim().is_empty() {
            problems.push(self.problem(blank));
            return None;
        }
        Some(text)
    }

    /// A string, blank ones included.
    pub fn any_text(self, problems: &mut Vec<Diagnostic>) -> Option<Text> {
        match self.value.get_ref() {
            DeValue::String(value) if !self.is_broken() => {
                let raw = self.document.text.get(self.range())?;
                let (file, start) = (self.document.file, self.range().start);
                Some(decode::text(file, raw, start, value, |at| self.document.origin(at)))
            }
            _ => self.wrong(msg::WANTS_TEXT, problems),
        }
    }

    /// A whole number.
    pub fn integer(self, problems: &mut Vec<Diagnostic>) -> Option<i64> {
        let read = match self.value.get_ref() {
            DeValue::Integer(i) => i64::from_str_radix(i.as_str(), i.radix()).ok(),
            _ => None,
        };
        read.or_else(|| self.wrong(msg::WANTS_WHOLE, problems))
    }

    /// A number that is finite.
    pub fn number(self, problems: &mut Vec<Diagnostic>) -> Option<f64> {
        let read = match self.value.get_ref() {
            DeValue::Integer(i) => {
                i64::from_str_radix(i.as_str(), i.radix()).ok().map(|i| i as f64)
            }
            DeValue::Float(f) => f.as_str().parse::<f64>().ok(),
            _ => None,
        };
        read.filter(|f| f.is_finite()).or_else(|| self.wrong(msg::WANTS_NUMBER, problems))
    }

    /// `true` or `false`.
    pub fn boolean(self, problems: &mut Vec<Diagnostic>) -> Option<bool> {
        match self.value.get_ref() {
            DeValue::Boolean(value) if !self.is_broken() => Some(*value),
            _ => self.wrong(msg::WANTS_BOOLEAN, problems),
        }
    }

    /// Whether it is written as a date, without quotes.
    pub fn is_date(self) -> bool {
        matches!(self.value.get_ref(), DeValue::Datetime(_))
    }

    /// A TOML date without a time.
    pub fn date(self, problems: &mut Vec<Diagnostic>) -> Option<Date> {
        match self.value.get_ref() {
            DeValue::Datetime(when) => match (when.date, when.time, when.offset) {
                (Some(d), None, None) if (1000..=LAST_YEAR).contains(&d.year) => {
                    Some(Date { year: d.year, month: d.month, day: d.day })
                }
                (Some(_), None, None) => self.wrong(msg::YEAR, problems),
                (None, None, None) => self.wrong(msg::BAD_DATE, problems),
                _ => self.wrong(msg::DATE_WITH_TIME, problems),
            },
            DeValue::String(_) if self.raw().starts_with(['"', '\'']) => {
                self.wrong(msg::DATE_IN_QUOTES, problems)
            }
            _ => self.wrong(msg::WANTS_DATE, problems),
        }
    }

    /// The elements of an array.
    pub fn list(self, problems: &mut Vec<Diagnostic>) -> Option<Vec<Node<'a>>> {
        match self.as_list() {
            Some(list) => Some(list),
            None if self.as_table().is_some() => self.wrong(msg::WANTS_TABLES, problems),
            None => self.wrong(msg::WANTS_LIST, problems),
        }
    }

    /// The elements, if it is an array.
    pub fn as_list(self) -> Option<Vec<Node<'a>>> {
        match self.value.get_ref() {
            DeValue::Array(array) => {
                Some(array.iter().map(|value| Node { value, ..self }).collect())
            }
            _ => None,
        }
    }

    /// A table.
    pub fn table(self, problems: &mut Vec<Diagnostic>) -> Option<Table<'a>> {
        match self.as_table() {
            Some(table) => Some(table),
            None => self.wrong(msg::WANTS_TABLE, problems),
        }
    }

    /// The table, if it is one.
    pub fn as_table(self) -> Option<Table<'a>> {
        match self.value.get_ref() {
            DeValue::Table(table) => {
                Some(Table { document: self.document, table, known: &[], span: self.span() })
            }
            _ => None,
        }
    }

    /// Whether it is a string.
    pub fn is_text(self) -> bool {
        matches!(self.value.get_ref(), DeValue::String(_))
    }

    fn range(self) -> Range<usize> {
        self.value.span()
    }

    fn is_broken(self) -> bool {
        self.document.is_broken(&self.range())
    }

    /// What is written there.
    pub fn raw(self) -> &'a str {
        self.document.text.get(self.range()).unwrap_or_default()
    }

    /// Tells that something else is wanted; of what could not be read at all, in the place of what the
    /// parser says of it, which does not know what is wanted.
    fn wrong<T>(self, message: &'static Message, problems: &mut Vec<Diagnostic>) -> Option<T> {
        if !self.is_broken() {
            problems.push(self.wanted(message, self.raw(), self.span()));
            return None;
        }
        let span = self.span();
        let touches = |told: &Span| told.start <= span.end && span.start <= told.end;
        let unread = |told: &&mut Diagnostic| {
            UNREAD.contains(&told.message.code) && told.span.as_ref().is_some_and(touches)
        };
        if let Some(told) = problems.iter_mut().take(syntax::MOST_ERRORS).find(unread)
            && let Some(span) = told.span
        {
            if is_told(message, told.message) {
                return None;
            }
            let message =
                if message.code == msg::WANTS_TEXT.code { msg::UNQUOTED } else { message };
            let written = self.document.written(span);
            *told = self.wanted(message, written, span);
        }
        None
    }

    /// A diagnostic that says what is wanted for what is `written` at `span`, and writes it where that is sure.
    fn wanted(self, message: &'static Message, written: &str, span: Span) -> Diagnostic {
        let Remedy { args, fix } = remedy::wanted(message, written, span.start..span.end);
        let mut told = Diagnostic::at(message, span)
            .arg("field", quoted(self.key))
            .arg("found", quoted(excerpt(written)));
        told.args.extend(args);
        let edit = |(range, text): Piece| Edit { span: Span::new(span.file, range), text };
        told.fix(fix.map(|fix| fix.into_iter().map(edit).collect()))
    }
}

/// Whether what the parser says of a value fits what is wanted there.
fn is_told(wanted: &Message, told: &Message) -> bool {
    let among = |of: &[&Message]| of.iter().any(|of| of.code == wanted.code);
    (told.code == msg::BAD_DATE.code && among(&[msg::WANTS_DATE, msg::DATE_IN_QUOTES]))
        || (told.code == msg::LEADING_ZERO.code && among(&[msg::WANTS_WHOLE, msg::WANTS_NUMBER]))
        || (told.code == msg::BAD_BOOLEAN.code && among(&[msg::WANTS_BOOLEAN]))
}

impl<'a> Table<'a> {
    /// The top-level table of a document.
    pub fn root(document: &'a Document<'a>) -> Self {
        static EMPTY: std::sync::LazyLock<DeTable<'static>> =
            std::sync::LazyLock::new(DeTable::default);
        let table = match document.root.get_ref() {
            DeValue::Table(table) => table,
            _ => &EMPTY,
        };
        Self { document, table, known: &[], span: Span::new(document.file, 0..0) }
    }

    /// The value of a key.
    pub fn get(self, key: &str) -> Option<Node<'a>> {
        let (key, value) = self.table.get_key_value(key)?;
        Some(Node { document: self.document, value, key: key.get_ref() })
    }

    /// The value of a key the author must give. `owner` names the table in the message.
    pub fn require(
        self,
        key: &str,
        owner: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Node<'a>> {
        let node = self.get(key);
        // After a syntax error the key may be there, on the line that could not be read.
        if node.is_none() && self.document.broken.is_empty() && !self.has_misspelt(key) {
            let missing = Diagnostic::at(msg::MISSING, self.span);
            problems.push(missing.arg("field", quoted(key)).arg("owner", quoted(owner)));
        }
        node
    }

    /// Keys and values in the order they are written.
    pub fn entries(self) -> Vec<(Span, Node<'a>)> {
        let place = |(range, node)| (self.document.place(&range), node);
        self.keyed().into_iter().map(place).collect()
    }

    /// The same with the keys' places in the text as it was mended.
    fn keyed(self) -> Vec<(Range<usize>, Node<'a>)> {
        let node = |value, key| Node { document: self.document, value, key };
        let entries = self.table.iter();
        let mut entries: Vec<_> =
            entries.map(|(key, value)| (key.span(), node(value, key.get_ref()))).collect();
        entries.sort_by_key(|(range, _)| range.start);
        entries
    }

    /// Reports keys that are not among `known`, with the nearest known one. Of the table that
    /// comes back a field is not missing too where it stands under a misspelt name.
    pub fn only(self, known: &'a [&'a str], owner: &str, problems: &mut Vec<Diagnostic>) -> Self {
        let table = Self { known, ..self };
        for (span, node) in table.unknown() {
            if problems.len() >= MOST_PROBLEMS {
                break;
            }
            let near = table.meant(node.key);
            let message = match near {
                Some(_) => msg::UNKNOWN_FIELD_NEAR,
                None => msg::UNKNOWN_FIELD,
            };
            let text = self.document.text;
            let line = text[unclosed::line_start(text, span.start)..span.start].trim_start();
            let what = if line.starts_with('[') { msg::TABLE } else { msg::FIELD };
            let unknown = Diagnostic::at(message, self.document.place(&span))
                .arg("what", what)
                .arg("field", quoted(excerpt(node.key)))
                .arg("owner", quoted(owner))
                .arg("near", quoted(near.unwrap_or_default()))
                .arg("known", listing(known.iter().copied()));
            problems.push(unknown);
        }
        table
    }

    /// The keys that are none of those it may hold.
    fn unknown(self) -> impl Iterator<Item = (Range<usize>, Node<'a>)> {
        let unknown = move |(range, node): &(Range<usize>, Node)| {
            !self.known.contains(&node.key) && !self.document.is_broken(range)
        };
        self.keyed().into_iter().filter(unknown)
    }

    /// The known key that a misspelt one is most like.
    fn meant(self, key: &str) -> Option<&'a str> {
        nearest(key, self.known.iter().copied())
    }

    /// Whether a field is there under a misspelt name, which is told; then it is not also missing.
    fn has_misspelt(self, key: &str) -> bool {
        let told = self.unknown().take(MOST_PROBLEMS);
        !self.known.is_empty()
            && told.into_iter().any(|(_, node)| self.meant(node.key) == Some(key))
    }
}
