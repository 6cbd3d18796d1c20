//! Which entries and texts of the manifest a finding is about.

use std::collections::BTreeSet;

use super::fields::owner;
use crate::document::edit::strings::{Field, strings};
use crate::document::edit::{Places, Step};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Sources, Span};

/// An entry by its part, its section (after all of them, if it stands in none) and its place there: in this order
/// entries are counted.
type Entry = (usize, usize, usize);

/// For each finding the paths of what it is about, where the manifest called `manifest` says so.
pub fn places(found: &[Diagnostic], sources: &Sources, manifest: &str) -> Vec<Vec<Vec<Step>>> {
    let mut read: Option<Option<Places>> = None;
    let mut place = |span: Span| {
        let source = sources.get(span.file);
        if source.name != manifest {
            return None;
        }
        let places = read.get_or_insert_with(|| Places::of(&source.text)).as_ref()?;
        Some(places.at(span.start)).filter(|path| !path.is_empty())
    };
    found.iter().map(|finding| spans(finding).filter_map(&mut place).collect()).collect()
}

/// For each finding the entries it is about, by position in the number, where the manifest called `manifest` says so.
pub fn of(found: &[Diagnostic], sources: &Sources, manifest: &str) -> Vec<BTreeSet<usize>> {
    let mut read: Option<(Vec<Field>, BTreeSet<Entry>)> = None;
    let mut mark = |span: Span| {
        let source = sources.get(span.file);
        if source.name != manifest {
            return None;
        }
        let (fields, entries) = read.get_or_insert_with(|| {
            let fields = strings(span.file, &source.text);
            let entries = fields.iter().filter_map(|field| entry(owner(&field.path))).collect();
            (fields, entries)
        });
        let after = fields.partition_point(|field| field.text.span.start <= span.start);
        // What is said of a table is said of what comes in it.
        let table = source.text.get(span.start..).is_some_and(|rest| rest.starts_with("[["));
        let field = if table { fields.get(after) } else { fields.get(after.checked_sub(1)?) };
        let own = entry(owner(&field?.path))?;
        entries.iter().position(|entry| *entry == own)
    };
    found.iter().map(|finding| spans(finding).filter_map(&mut mark).collect()).collect()
}

/// All places that a finding is told of.
fn spans(finding: &Diagnostic) -> impl Iterator<Item = Span> {
    finding.span.into_iter().chain(finding.further().iter().copied())
}

fn entry(owner: &[Step]) -> Option<Entry> {
    use Step::{Index, Key};
    match owner {
        [_, Index(part), _, Index(section), Key(key), Index(entry)] if key == "entries" => {
            Some((*part, *section, *entry))
        }
        [_, Index(part), Key(key), Index(entry)] if key == "entries" => {
            Some((*part, usize::MAX, *entry))
        }
        _ => None,
    }
}
