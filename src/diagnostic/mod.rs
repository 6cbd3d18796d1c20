//! What jikji tells an author: one type through all rooms.
//!
//! A [`Diagnostic`] says what is wrong, where, and what to do, in Korean or English; its words come
//! from [`messages`]. It never prints itself: [`render`] draws it for a terminal, the command line
//! decides where that goes.

pub mod josa;
pub mod messages;
pub mod render;
mod words;

use std::ops::Range;

use crate::source::Span;

pub use words::Words;

/// The language messages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Korean.
    Ko,
    /// English.
    En,
}

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The issue cannot be built.
    Error,
    /// The issue can be built, but somebody should look.
    Warning,
}

/// The words of one diagnostic in both languages, with a stable code.
///
/// Arguments are written `{name}`; in Korean a particle may follow the name after a colon, as in
/// `{name:을}`, and takes the form that fits the argument's last letter ([`josa`]).
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// Stable code, such as `E0203` (an error) or `W0305` (a warning).
    pub code: &'static str,
    /// What is wrong, in Korean.
    pub ko: &'static str,
    /// What is wrong, in English: lower case, no full stop.
    pub en: &'static str,
    /// What to do, in Korean.
    pub help_ko: &'static str,
    /// What to do, in English.
    pub help_en: &'static str,
}

/// One finding about the issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its words.
    pub message: &'static Message,
    /// The values that fill the message's `{name}`s.
    pub args: Vec<(&'static str, String)>,
    /// Where it is, in a file of the issue.
    pub span: Option<Span>,
    /// A second place that explains the first, such as an earlier definition.
    pub related: Option<Span>,
    /// A place outside the files, such as a layout's file and line.
    pub origin: Option<Box<Origin>>,
}

/// A place outside the issue's own files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file, with line and column where they are known.
    pub place: String,
    /// The line itself, where it can be shown.
    pub line: Option<OriginLine>,
}

/// A line of a file that is none of the issue's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginLine {
    /// Its number, from 1.
    pub number: usize,
    /// The place's column, from 1, in characters.
    pub column: usize,
    /// The line without its end.
    pub text: String,
    /// The bytes of it that are meant.
    pub range: Range<usize>,
}

impl<P: Into<String>> From<P> for Origin {
    fn from(place: P) -> Self {
        Self { place: place.into(), line: None }
    }
}

impl Diagnostic {
    /// A diagnostic at a place.
    pub fn at(message: &'static Message, span: Span) -> Self {
        Self { message, args: vec![], span: Some(span), related: None, origin: None }
    }

    /// A diagnostic about the issue as a whole.
    pub fn general(message: &'static Message) -> Self {
        Self { message, args: vec![], span: None, related: None, origin: None }
    }

    /// Fills the message's `{name}`.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Adds the place that explains this one.
    pub fn related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    /// Names a place outside the issue's own files.
    pub fn origin(mut self, origin: impl Into<Origin>) -> Self {
        self.origin = Some(Box::new(origin.into()));
        self
    }

    /// Error or warning, by the first letter of its code.
    pub fn severity(&self) -> Severity {
        match self.message.code.starts_with('W') {
            true => Severity::Warning,
            false => Severity::Error,
        }
    }

    /// What is wrong, in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ko => josa::fill(self.message.ko, &self.args),
            Lang::En => josa::fill(self.message.en, &self.args),
        }
    }

    /// What to do, in `lang`.
    pub fn help(&self, lang: Lang) -> String {
        match lang {
            Lang::Ko => josa::fill(self.message.help_ko, &self.args),
            Lang::En => josa::fill(self.message.help_en, &self.args),
        }
    }
}

/// Sorts diagnostics into document order, errors before warnings at one place, and drops repeats.
pub fn in_document_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|d| (d.span, d.severity(), d.message.code));
    diagnostics.dedup();
}

/// Whether any of them is an error.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity() == Severity::Error)
}
