//! Turns Typst's diagnostics into the author's: the entry being set, and the layout's file and line.
//!
//! It reports; it never decides whether to go on.

use std::collections::BTreeMap;
use std::ops::Range;

use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::ast::{AstNode, Expr, LetBindingKind, Markup as MarkupNode};
use typst::syntax::{DiagSpan, FileId, Source};
use typst::{World, WorldExt};

use crate::compose::markup::{Import, Markup};
use crate::document::{listing, nearest};
use crate::layout::spec::Layout;
use crate::manifest::model::Issue;
use crate::typeset::calls::Call;
use crate::typeset::messages as say;
use crate::typeset::world::{NO_PACKAGES, TypstWorld};
use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Arg, Diagnostic, Origin, OriginLine, Phrase};

/// What a diagnostic is read against.
pub struct Context<'a> {
    /// The world that set the markup.
    pub world: &'a TypstWorld,
    /// The markup.
    pub markup: &'a Markup,
    /// Its module calls in order.
    pub calls: &'a [Call],
    /// The layout.
    pub layout: &'a Layout,
    /// The issue.
    pub issue: &'a Issue,
}

/// What Typst was about when it had something to say.
enum Doing<'a> {
    /// Setting an entry, or a text of the author's.
    Entry(Span),
    /// Setting a page of the layout's own, by its module; `setup` is what holds for all pages.
    Page(&'a str),
    /// Loading a file of the layout.
    Loading(&'a Import),
}

impl Context<'_> {
    /// Translates what a compile said.
    pub fn compile(&self, found: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        found.iter().map(|found| self.fault(found)).collect()
    }

    /// Translates what an export said.
    pub fn export(&self, found: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        let export = |found: &SourceDiagnostic| {
            let in_main = self.in_main(found);
            let doing = self.doing(&in_main);
            let at = match doing {
                Doing::Entry(span) => Diagnostic::at(say::EXPORT_FAILED, span),
                _ => Diagnostic::general(say::EXPORT_FAILED),
            };
            self.told(at, found, &doing)
        };
        found.iter().map(export).collect()
    }

    fn fault(&self, found: &SourceDiagnostic) -> Diagnostic {
        let in_main = self.in_main(found);
        let doing = self.doing(&in_main);
        let warned = found.severity == Severity::Warning;
        let diagnostic = match &doing {
            Doing::Entry(span) if warned => Diagnostic::at(say::LAYOUT_WARNED, *span),
            _ if warned => Diagnostic::general(say::LAYOUT_WARNED),
            Doing::Entry(span) => Diagnostic::at(say::LAYOUT_FAILED, *span),
            Doing::Page(module) => {
                Diagnostic::general(say::PAGE_FAILED).arg("module", format!("`{module}`"))
            }
            Doing::Loading(import) => {
                if let Some(missing) = self.missing_function(found, import) {
                    return missing;
                }
                Diagnostic::general(say::LAYOUT_UNLOADED).arg("concerned", self.concerned(import))
            }
        };
        if !warned && self.is_picture(found) {
            let picture = Diagnostic { message: say::PICTURE_FAILED, ..diagnostic };
            return self.told(picture, found, &doing);
        }
        match found.message.find(NO_PACKAGES) {
            Some(at) if !warned => {
                let package = found.message[at + NO_PACKAGES.len()..].trim_end_matches(')');
                let package = Diagnostic::general(say::PACKAGE).arg("package", package);
                let package = Diagnostic { span: diagnostic.span, ..package };
                self.told(package, found, &doing)
            }
            _ => self.told(diagnostic, found, &doing),
        }
    }

    /// Adds what all of these say: Typst's words, its hints, the place in the layout.
    fn told(&self, diagnostic: Diagnostic, found: &SourceDiagnostic, doing: &Doing) -> Diagnostic {
        // Hints about the command line of another program are none here.
        let hints = found.hints.iter().map(|hint| &hint.v).filter(|hint| !hint.contains("`--"));
        let origin = self.origin(found, doing);
        let shown = origin.as_ref().map_or("layout.toml", |origin| &origin.place);
        let diagnostic = diagnostic
            .arg("message", found.message.as_str())
            .arg("hints", hints.map(|hint| format!("; {hint}")).collect::<String>())
            .arg("where", shown);
        match origin {
            Some(origin) => diagnostic.origin(origin),
            None => diagnostic,
        }
    }

    /// A function that the markup imports and its file does not have.
    fn missing_function(&self, found: &SourceDiagnostic, import: &Import) -> Option<Diagnostic> {
        let own = self.world.range(found.span).filter(|_| self.is_main(found.span))?;
        let name = self.markup.text.get(own).filter(|name| import.names.iter().any(|n| n == name));
        let (name, path) = (name?, self.path(&import.file));
        let source = self.world.source_at(&path)?;
        let functions = functions(&source);
        let near = nearest(name, functions.keys().map(String::as_str));
        let public = functions.keys().map(String::as_str).filter(|name| !name.starts_with('_'));
        let known = listing(public.take(MOST_NAMES));
        let known = if known.is_empty() { Arg::from(say::NONE) } else { Arg::from(known) };
        let message = if near.is_some() { say::NO_FUNCTION_NEAR } else { say::NO_FUNCTION };
        let place = near.and_then(|near| self.file_place(source.id(), functions[near].into()));
        Some(
            Diagnostic::general(message)
                .arg("name", format!("`{name}`"))
                .arg("file", format!("`{path}`"))
                .arg("near", near.map(|near| format!("`{near}`")).unwrap_or_default())
                .arg("known", known)
                .origin(place.unwrap_or_else(|| path.into())),
        )
    }

    /// What cannot be set without an imported file.
    fn concerned(&self, import: &Import) -> Phrase {
        let of = |name: &String| self.calls.iter().filter(|call| call.module == *name).count();
        let modules = import.names.iter().filter(|name| self.layout.module(name).is_some());
        let modules: Vec<(&String, usize)> = modules.map(|name| (name, of(name))).collect();
        match modules[..] {
            [(name, count)] => {
                say::MODULE_PAGES.phrase(&[("name", name.into()), ("count", count.into())])
            }
            _ => say::EVERY_PAGE.into(),
        }
    }

    /// The bytes of the markup that a diagnostic goes through, innermost first.
    fn in_main(&self, found: &SourceDiagnostic) -> Vec<Range<usize>> {
        let main = spans(found).filter(|span| self.is_main(*span));
        main.filter_map(|span| self.world.range(span)).collect()
    }

    /// Whether the fault is in a file that is none of the layout's.
    fn is_picture(&self, found: &SourceDiagnostic) -> bool {
        let id = found.span.id().filter(|id| *id != self.world.main());
        id.is_some_and(|id| !id.vpath().get_without_slash().starts_with("layouts/"))
    }

    fn is_main(&self, span: DiagSpan) -> bool {
        span.id() == Some(self.world.main())
    }

    fn doing(&self, in_main: &[Range<usize>]) -> Doing<'_> {
        let start = |range: &Range<usize>| range.start;
        if let Some(import) = in_main.iter().find_map(|range| self.markup.import_at(start(range))) {
            return Doing::Loading(import);
        }
        let author = in_main.iter().find_map(|range| {
            if let Some((index, at)) = self.markup.run_at(range.start) {
                let run = &self.markup.runs[index];
                return Some(run.place(at..run.text.len()));
            }
            let entry = self.call(range)?.entry?;
            Some(self.issue.entries.get(entry)?.span())
        });
        if let Some(span) = author {
            return Doing::Entry(span);
        }
        let call = in_main.iter().find_map(|range| self.call(range));
        let call = call.map(|call| call.module.as_str());
        let filler = || in_main.iter().find_map(|range| self.filler(range.start));
        Doing::Page(call.or_else(filler).unwrap_or("setup"))
    }

    /// The module of a page that fills a sheet: its call is a line of its own and none of the number's.
    fn filler(&self, byte: usize) -> Option<&str> {
        let start = self.markup.text[..byte].rfind('\n').map_or(0, |end| end + 1);
        let name = self.markup.text[start..].strip_prefix('#')?.split('(').next()?;
        self.layout.module(name).map(|module| module.name.as_str())
    }

    fn call(&self, range: &Range<usize>) -> Option<&Call> {
        self.calls.get(self.markup.call_at(range.start)?)
    }

    /// The place in a layout's file: its own, else the innermost on the way, else the file that was
    /// called or loaded.
    fn origin(&self, found: &SourceDiagnostic, doing: &Doing) -> Option<Origin> {
        let mut outside = spans(found).filter(|span| !self.is_main(*span));
        let inside = outside.find_map(|span| self.file_place(span.id()?, span));
        inside.or_else(|| {
            let called = self.in_main(found).iter().find_map(|range| self.call(range));
            match (called, doing) {
                (Some(call), _) => Some(self.layout.module_path(&call.module).into()),
                (None, Doing::Loading(import)) => Some(self.path(&import.file).into()),
                (None, Doing::Page("setup")) => Some(self.path(&self.layout.setup).into()),
                (None, Doing::Page(module)) => Some(self.layout.module_path(module).into()),
                (None, Doing::Entry(_)) => None,
            }
        })
    }

    /// The path of a file of the layout, from the project's root.
    fn path(&self, file: &str) -> String {
        format!("layouts/{}/{file}", self.layout.name)
    }

    fn file_place(&self, id: FileId, span: DiagSpan) -> Option<Origin> {
        let name = id.vpath().get_without_slash();
        let source = self.world.source(id).ok();
        let Some((source, range)) = source.zip(self.world.range(span)) else {
            return Some(name.to_string().into());
        };
        let lines = source.lines();
        let line = lines.byte_to_line(range.start)?;
        let column = lines.byte_to_column(range.start)? + 1;
        let whole = lines.line_to_range(line)?;
        let text = source.text()[whole.clone()].trim_end_matches(['\r', '\n']).to_string();
        let end =
            range.end.clamp(range.start, whole.start + text.len().max(range.start - whole.start));
        let range = range.start - whole.start..end - whole.start;
        let number = line + 1;
        let place = format!("{name}:{number}:{column}");
        Some(Origin { place, line: Some(OriginLine { number, column, text, range }) })
    }
}

/// The spans of a diagnostic, from the place itself outwards.
fn spans(found: &SourceDiagnostic) -> impl Iterator<Item = DiagSpan> + '_ {
    let trace = found.trace.iter().map(|point| DiagSpan::from(point.span));
    std::iter::once(found.span).chain(trace)
}

/// The names a Typst file defines with `#let name(…)` at its top level, and where.
fn functions(source: &Source) -> BTreeMap<String, typst::syntax::Span> {
    let markup = source.root().cast::<MarkupNode>();
    let bindings = markup.into_iter().flat_map(|markup| markup.exprs()).filter_map(|expr| {
        let Expr::LetBinding(binding) = expr else { return None };
        match binding.kind() {
            LetBindingKind::Closure(name) => Some((name.as_str().to_string(), name.span())),
            LetBindingKind::Normal(_) => None,
        }
    });
    bindings.collect()
}

/// The most names that are listed for the author.
const MOST_NAMES: usize = 20;
