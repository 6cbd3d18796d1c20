//! Tells the author which texts a layout cut because they have only so much place.
//!
//! A layout says so itself, with `#metadata((cut: …))` beside the text; nothing here measures or changes a page.

use std::collections::BTreeSet;

use typst::foundations::{NativeElement, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst_layout::PagedDocument;

use crate::manifest::model::{Issue, Shown};
use crate::typeset::messages as say;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;
use jikji_prose::tree::Plain;

/// A warning for each text that was cut, once, at its place in the issue.
pub fn told(document: &PagedDocument, issue: &Issue) -> Vec<Diagnostic> {
    let mut texts = BTreeSet::new();
    for element in document.introspector().query(&MetadataElem::ELEM.select()) {
        let Some(metadata) = element.to_packed::<MetadataElem>() else { continue };
        let Value::Dict(value) = &metadata.value else { continue };
        if let Ok(Value::Str(text)) = value.get("cut") {
            // What keeps words together is the program's own.
            texts.insert(text.as_str().replace(['\u{2060}', '\u{200B}'], ""));
        }
    }
    let cut = |text: String| Diagnostic {
        span: place(issue, &text),
        ..Diagnostic::general(say::CUT).arg("text", text)
    };
    texts.into_iter().map(cut).collect()
}

/// Where a text stands in the issue.
fn place(issue: &Issue, text: &str) -> Option<Span> {
    let publication = &issue.publication;
    let titles = issue.parts.iter().flat_map(|part| {
        std::iter::once(&part.title).chain(part.sections.iter().map(|section| &section.title))
    });
    let own = [&publication.name, &publication.publisher].into_iter().chain(&publication.tagline);
    let is = |plain: &&Plain| plain.text.split_whitespace().eq(text.split_whitespace());
    let found = own.chain(titles).find(is).map(|plain| plain.span);
    found.or_else(|| {
        let mut found = None;
        let fields = issue.entries.iter().flat_map(|entry| &entry.fields);
        let values = fields.chain(&issue.colophon).map(|(_, value)| value);
        values.for_each(|value| {
            value.visit(&mut |shown| {
                if let Shown::Line(plain) | Shown::Word(plain) = shown
                    && is(&plain)
                {
                    found = found.or(Some(plain.span));
                }
            });
        });
        found
    })
}
