//! Which places of the manifest a finding is about, and which entries; of what is missing, where it would stand.

use std::collections::{BTreeMap, BTreeSet};

use crate::desk::forms::fields::owner;
use crate::desk::forms::outline;
use crate::digest::sha256;
use crate::document::edit::{Places, Step};
use crate::document::messages::MISSING;
use jikji_diagnostic::source::{FileId, Sources, Span};
use jikji_diagnostic::{Arg, Diagnostic};

/// The manifest that findings are about, read once for all of them.
pub struct Manifest {
    file: FileId,
    /// Of its text.
    pub digest: String,
    places: Places,
    /// Its entries by their paths: which each is in the order in which they are set.
    entries: BTreeMap<Vec<Step>, usize>,
}

impl Manifest {
    /// The one of that name; none where nothing is found in it, or where it cannot be read.
    pub fn of(found: &[Diagnostic], sources: &Sources, name: &str) -> Option<Self> {
        let passed = |finding: &Diagnostic| finding.passes_by().and_then(|pass| pass.entry);
        let mut files = found.iter().flat_map(|own| spans(own).chain(passed(own))).map(|s| s.file);
        let file = files.find(|file| sources.get(*file).name == name)?;
        let text = &sources.get(file).text;
        let entries = outline::of(text).unwrap_or_default().into_iter();
        let entries = entries.filter(|line| line.kind.is_some()).map(|line| line.path).zip(0..);
        let (places, digest) = (Places::of(text)?, sha256(text.as_bytes()));
        Some(Self { file, digest, places, entries: entries.collect() })
    }

    /// The paths of what a finding is about.
    pub fn places(&self, finding: &Diagnostic) -> Vec<Vec<Step>> {
        let missing = missing(finding);
        let own = spans(finding).filter(|span| span.file == self.file);
        let paths = own.map(|span| match missing {
            Some(key) => {
                let top = span.end == 0;
                let table = if top { vec![] } else { self.places.table_at(span.start) };
                [table, vec![key.into()]].concat()
            }
            None => self.places.at(span.start),
        });
        paths.filter(|path| !path.is_empty()).collect()
    }

    /// The entries that stand at some places, by position in the number.
    pub fn marks(&self, places: &[Vec<Step>]) -> BTreeSet<usize> {
        let entry = |path: &Vec<Step>| self.entries.get(owner(path)).copied();
        places.iter().filter_map(entry).collect()
    }

    /// The path of the part, the section, the entry or the table that a place is of; none in another file.
    pub fn owner(&self, span: Span) -> Option<Vec<Step>> {
        let own = span.file == self.file;
        own.then(|| owner(&self.places.at(span.start)).to_vec())
    }
}

/// The key that a finding misses.
fn missing(finding: &Diagnostic) -> Option<&str> {
    let (_, Arg::Text(key)) = finding.args.iter().find(|(name, _)| *name == "field")? else {
        return None;
    };
    (finding.message.code == MISSING.code).then(|| key.trim_matches('`'))
}

/// All places that a finding is told of.
fn spans(finding: &Diagnostic) -> impl Iterator<Item = Span> {
    finding.span.into_iter().chain(finding.further().iter().copied())
}
