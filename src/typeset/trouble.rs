//! Turns Typst's diagnostics into the author's: the entry being set, and the layout's file and line.
//!
//! It reports; it never decides whether to go on.

use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::{DiagSpan, FileId};
use typst::{World, WorldExt};

use crate::compose::markup::Markup;
use crate::compose::story::Story;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::messages::typeset as say;
use crate::source::Span;
use crate::typeset::press::Press;

/// Translates what a compile said.
pub fn from_compile(
    found: &[SourceDiagnostic],
    press: &Press,
    markup: &Markup,
    calls: &[Option<usize>],
    story: &Story,
) -> Vec<Diagnostic> {
    let context = Context { press, markup, calls, story };
    found
        .iter()
        .map(|diagnostic| {
            let message = match diagnostic.severity {
                Severity::Error => say::LAYOUT_FAILED,
                Severity::Warning => say::LAYOUT_WARNED,
            };
            context.translate(diagnostic, message)
        })
        .collect()
}

/// Translates what an export said.
pub fn from_export(
    found: &[SourceDiagnostic],
    press: &Press,
    markup: &Markup,
    calls: &[Option<usize>],
    story: &Story,
) -> Vec<Diagnostic> {
    let context = Context { press, markup, calls, story };
    found.iter().map(|diagnostic| context.translate(diagnostic, say::EXPORT_FAILED)).collect()
}

struct Context<'a> {
    press: &'a Press,
    markup: &'a Markup,
    /// Which entry each call of the markup sets.
    calls: &'a [Option<usize>],
    story: &'a Story,
}

impl Context<'_> {
    fn translate(
        &self,
        found: &SourceDiagnostic,
        message: &'static crate::diagnostic::Message,
    ) -> Diagnostic {
        let origin = self.origin(found);
        let hints: Vec<&str> = found.hints.iter().map(|hint| hint.v.as_str()).collect();
        let mut diagnostic = match self.author_place(found) {
            Some(span) => Diagnostic::at(message, span),
            None => Diagnostic::general(message),
        };
        diagnostic = diagnostic
            .arg("message", &found.message)
            .arg("hints", hints.join("; "))
            .arg("where", origin.as_deref().unwrap_or("main.typ"));
        match origin {
            Some(origin) => diagnostic.origin(origin),
            None => diagnostic,
        }
    }

    /// The author's text, or the entry, that was being set.
    fn author_place(&self, found: &SourceDiagnostic) -> Option<Span> {
        let own = std::iter::once(found.span);
        let trace = found.trace.iter().map(|point| DiagSpan::from(point.span));
        let bytes = own.chain(trace).filter(|span| span.id() == Some(self.press.main()));
        bytes.filter_map(|span| self.press.range(span)).find_map(|range| {
            if let Some((index, at)) = self.markup.run_at(range.start) {
                let run = &self.markup.runs[index];
                return Some(run.place(at..run.text.len()));
            }
            let call = self.markup.call_at(range.start)?;
            let entry = self.calls.get(call).copied().flatten()?;
            Some(self.story.entries.get(entry)?.span)
        })
    }

    /// The place in a layout's file: its own, else the innermost on the way.
    fn origin(&self, found: &SourceDiagnostic) -> Option<String> {
        let own = std::iter::once(found.span);
        let trace = found.trace.iter().map(|point| DiagSpan::from(point.span));
        own.chain(trace)
            .find(|span| span.id().is_some_and(|id| id != self.press.main()))
            .and_then(|span| self.file_place(span.id()?, span))
    }

    fn file_place(&self, id: FileId, span: DiagSpan) -> Option<String> {
        let name = id.vpath().get_without_slash();
        let source = self.press.source(id).ok();
        let range = self.press.range(span);
        match source.zip(range) {
            Some((source, range)) => {
                let lines = source.lines();
                let line = lines.byte_to_line(range.start)? + 1;
                let column = lines.byte_to_column(range.start)? + 1;
                Some(format!("{name}:{line}:{column}"))
            }
            None => Some(name.to_string()),
        }
    }
}
