//! What can be read of an issue that has errors.
//!
//! The rest of an issue is only good for finding what else is wrong with it in the same run; nothing
//! that is made of it reaches a reader.

use super::model::{Date, Entry, Number, Publication, Value};
use super::parts::ReadPart;
use crate::layout::spec::{Field, Layout};
use jikji_diagnostic::source::{FileId, Span};
use jikji_prose::tree::Plain;

/// What stands for a `[publication]` that cannot be read.
pub fn publication(file: FileId) -> Publication {
    let text = || Plain { text: "-".into(), span: Span::new(file, 0..0) };
    Publication { name: text(), tagline: None, publisher: text(), language: "ko".into() }
}

/// What stands for an `[issue]` that cannot be read.
pub fn number() -> Number {
    Number::of(2000, 1, Date { year: 2000, month: 1, day: 1 })
}

/// Leaves those entries alone that have all their layout asks for.
pub fn whole_entries(parts: &mut Vec<ReadPart>, layout: &Layout) {
    for part in parts.iter_mut() {
        part.lists().for_each(|entries| entries.retain(|entry| is_whole(entry, layout)));
        part.sections.retain(|(_, entries)| !entries.is_empty());
    }
    parts.retain(|part| !part.entries.is_empty() || !part.sections.is_empty());
}

fn is_whole(entry: &Entry, layout: &Layout) -> bool {
    let module = layout.module(&entry.kind.value);
    module.is_some_and(|module| has_all(&module.fields, &entry.fields))
}

/// Whether all that a layout asks for is given.
pub fn has_all(declared: &[Field], given: &[(String, Value)]) -> bool {
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
