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
use crate::layout::spec::Layout;
use crate::source::Span;
use crate::typeset::press::Press;

/// What a diagnostic is read against.
pub struct Context<'a> {
    /// The press that set the markup.
    pub press: &'a Press,
    /// The markup.
    pub markup: &'a Markup,
    /// Its module calls in order.
    pub calls: &'a [Call],
    /// The layout.
    pub layout: &'a Layout,
    /// The texts.
    pub story: &'a Story,
}

/// A module call of the markup.
#[derive(Debug, Clone)]
pub struct Call {
    /// The module.
    pub module: String,
    /// The entry it sets, by position, if it is one.
    pub entry: Option<usize>,
    /// The label of its first page.
    pub label: String,
}

impl Context<'_> {
    /// Translates what a compile said.
    pub fn compile(&self, found: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        let message = |diagnostic: &SourceDiagnostic| match diagnostic.severity {
            Severity::Error => say::LAYOUT_FAILED,
            Severity::Warning => say::LAYOUT_WARNED,
        };
        found.iter().map(|diagnostic| self.translate(diagnostic, message(diagnostic))).collect()
    }

    /// Translates what an export said.
    pub fn export(&self, found: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        found.iter().map(|diagnostic| self.translate(diagnostic, say::EXPORT_FAILED)).collect()
    }

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
            .arg("hints", hints.iter().map(|hint| format!("; {hint}")).collect::<String>())
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
            let entry = self.calls.get(call)?.entry?;
            Some(self.story.entries.get(entry)?.span)
        })
    }

    /// The place in a layout's file: its own, else the innermost on the way, else the file of the
    /// module that was called.
    fn origin(&self, found: &SourceDiagnostic) -> Option<String> {
        let own = std::iter::once(found.span);
        let trace = found.trace.iter().map(|point| DiagSpan::from(point.span));
        let spans: Vec<DiagSpan> = own.chain(trace).collect();
        let inside = spans
            .iter()
            .find(|span| span.id().is_some_and(|id| id != self.press.main()))
            .and_then(|span| self.file_place(span.id()?, *span));
        inside.or_else(|| {
            let bytes = spans.iter().filter_map(|span| self.press.range(*span));
            let call = bytes.filter_map(|range| self.markup.call_at(range.start)).next()?;
            Some(self.layout.module_path(&self.calls.get(call)?.module))
        })
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
