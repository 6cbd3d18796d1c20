//! What can be read of an issue that has errors.
//!
//! The rest of an issue is only good for finding what else is wrong with it in the same run; nothing
//! that is made of it reaches a reader.

use super::model::{Date, Entry, Issue, Number, Publication, Value};
use crate::layout::spec::{Field, Layout};
use jikji_diagnostic::source::{FileId, Text};

/// What stands for a `[publication]` that cannot be read.
pub fn publication(file: FileId) -> Publication {
    let text = || Text::verbatim("-".into(), file, 0);
    Publication { name: text(), tagline: None, publisher: text(), language: "ko".into() }
}

/// What stands for an `[issue]` that cannot be read.
pub fn number() -> Number {
    Number { year: 2000, month: 1, published: Date { year: 2000, month: 1, day: 1 } }
}

/// The issue with those entries alone that have all their layout asks for; `None` if none has.
pub fn of(mut issue: Issue, layout: &Layout) -> Option<Issue> {
    for part in &mut issue.parts {
        part.entries.retain(|entry| is_whole(entry, layout));
        for section in &mut part.sections {
            section.entries.retain(|entry| is_whole(entry, layout));
        }
        part.sections.retain(|section| !section.entries.is_empty());
    }
    issue.parts.retain(|part| !part.entries.is_empty() || !part.sections.is_empty());
    if !has_all(&layout.colophon, &issue.colophon) {
        issue.colophon.clear();
    }
    (!issue.parts.is_empty()).then_some(issue)
}

fn is_whole(entry: &Entry, layout: &Layout) -> bool {
    let module = layout.module(&entry.kind.value);
    module.is_some_and(|module| has_all(&module.fields, &entry.fields))
}

fn has_all(declared: &[Field], given: &[(String, Value)]) -> bool {
    declared.iter().all(|field| match given.iter().find(|(name, _)| *name == field.name) {
        Some((_, value)) => is_complete(field, value),
        None => !field.required,
    })
}

fn is_complete(field: &Field, value: &Value) -> bool {
    match value {
        Value::Record(given) => has_all(&field.fields, given),
        Value::List(values) => {
            let least = field.min.unwrap_or(usize::from(field.required));
            values.len() >= least && values.iter().all(|value| is_complete(field, value))
        }
        _ => true,
    }
}
