//! One finding: its message, the values in it, and its place.

use std::ops::Range;

use crate::arg::Arg;
use crate::lang::Lang;
use crate::message::{Message, Severity};
use crate::source::{Edit, Span};

/// One finding about the issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its words.
    pub message: &'static Message,
    /// The values that fill the message's `{name}`s.
    pub args: Vec<(&'static str, Arg)>,
    /// Where it is, in a file of the issue.
    pub span: Option<Span>,
    /// A second place that explains the first, such as an earlier definition.
    pub related: Option<Span>,
    /// What could be written instead, all of it or nothing; empty where that is the author's to know.
    pub fix: Box<[Edit]>,
    /// What few findings have.
    pub more: Option<Box<More>>,
}

/// What few findings have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct More {
    /// A place outside the files, such as a layout's file and line.
    pub origin: Option<Origin>,
    /// Further places of which the same is to be said, in order.
    pub also: Vec<Span>,
    /// By what an author lets it pass; none if nobody can.
    pub pass: Option<Pass>,
}

/// What an author writes to let a finding pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// The words.
    pub words: String,
    /// The place of the entry it is let pass in; none for the whole issue.
    pub entry: Option<Span>,
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
        Self {
            message,
            args: vec![],
            span: Some(span),
            related: None,
            fix: Box::default(),
            more: None,
        }
    }

    /// A diagnostic about the issue as a whole.
    pub fn general(message: &'static Message) -> Self {
        Self { message, args: vec![], span: None, related: None, fix: Box::default(), more: None }
    }

    /// Fills the message's `{name}`.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds the place that explains this one.
    pub fn related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    /// Adds the further places of which the same is to be said.
    pub fn also(mut self, places: Vec<Span>) -> Self {
        self.more.get_or_insert_default().also = places;
        self
    }

    /// The further places of which the same is to be said, in order.
    pub fn further(&self) -> &[Span] {
        self.more.as_ref().map_or(&[], |more| &more.also)
    }

    /// Names a place outside the issue's own files.
    pub fn origin(mut self, origin: impl Into<Origin>) -> Self {
        self.more.get_or_insert_default().origin = Some(origin.into());
        self
    }

    /// The place outside the issue's own files.
    pub fn outside(&self) -> Option<&Origin> {
        self.more.as_ref()?.origin.as_ref()
    }

    /// Adds what could be written instead; nothing if a part of it cannot be.
    pub fn fix(mut self, edits: Option<Vec<Edit>>) -> Self {
        self.fix = edits.unwrap_or_default().into();
        self
    }

    /// Says by what an author lets it pass.
    pub fn pass(mut self, words: String, entry: Option<Span>) -> Self {
        self.more.get_or_insert_default().pass = Some(Pass { words, entry });
        self
    }

    /// By what an author lets it pass; none if nobody can.
    pub fn passes_by(&self) -> Option<&Pass> {
        self.more.as_ref()?.pass.as_ref()
    }

    /// Error or warning.
    pub fn severity(&self) -> Severity {
        self.message.severity
    }

    /// What is wrong, in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        self.message.says.fill(lang, &self.args)
    }

    /// What to do, in `lang`.
    pub fn help(&self, lang: Lang) -> String {
        self.message.help.fill(lang, &self.args)
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
