//! What is wrong with an image, or odd about it.

use std::ops::Range;

use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Arg, Diagnostic, Message, Origin, OriginLine};

use crate::document::quoted;

/// What is wrong with an image, before it has a place in the issue.
#[derive(Debug, Clone)]
pub(crate) struct ImageFault {
    pub message: &'static Message,
    pub args: Vec<(&'static str, Arg)>,
    /// Where in the image, if it is a text.
    pub spot: Option<Spot>,
}

/// A place in an image that is a text.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The whole line.
    pub text: String,
    /// The bytes of the line that are meant.
    pub range: Range<usize>,
}

impl ImageFault {
    pub fn new(message: &'static Message) -> Self {
        Self { message, args: vec![], spot: None }
    }

    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    pub fn at(mut self, spot: Spot) -> Self {
        self.args.push(("line", spot.line.into()));
        self.spot = Some(spot);
        self
    }

    /// As it is told of the image that the author wrote as `name` at `place`.
    pub fn told(self, name: &str, place: Span) -> Diagnostic {
        let mut diagnostic = Diagnostic::at(self.message, place).arg("path", quoted(name));
        diagnostic.args.extend(self.args);
        match self.spot {
            Some(spot) => diagnostic.origin(spot.origin(name)),
            None => diagnostic,
        }
    }
}

impl Spot {
    /// The place in a file of that name.
    pub fn origin(self, name: &str) -> Origin {
        let Self { line, column, text, range } = self;
        let line_shown = OriginLine { number: line, column, text, range };
        Origin { place: format!("{name}:{line}:{column}"), line: Some(line_shown) }
    }
}
