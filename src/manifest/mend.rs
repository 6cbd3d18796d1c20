//! Writes into a manifest and its texts what findings say can be written safely.
//!
//! Nothing reaches the disk here: what would be written is read again first, and given up if anything but the
//! texts meant has changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::inputs::{Input, Inputs};
use super::messages as msg;
use super::{load, load_inputs};
use crate::document::messages as document_msg;
use crate::document::raw;
use jikji_diagnostic::source::{Edit, Sources};
use jikji_diagnostic::{Diagnostic, splice};
use jikji_prose::normal::file_text;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How often what was mended is looked over again: one slip may hide another.
const ROUNDS: usize = 32;

/// A file that is mended.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The file as the author knows it.
    pub shown: String,
    /// Where it is.
    pub path: PathBuf,
    /// Its bytes as they were read.
    pub before: Vec<u8>,
    /// Its bytes as they would be.
    pub after: Vec<u8>,
}

/// What came of mending an issue.
#[derive(Default)]
pub struct Outcome {
    /// The files that change, the manifest first.
    pub files: Vec<Mended>,
    /// How many findings are mended.
    pub count: usize,
    /// Whether something could be mended, but not so that it is sure that nothing else changes.
    pub unsure: bool,
    /// What is left to the author.
    pub left: Vec<Diagnostic>,
    /// The files those point into, as they would be.
    pub sources: Sources,
}

/// Mends the issue at `path`.
///
/// # Errors
/// Failures of the machine.
pub fn mend(path: &Path) -> anyhow::Result<Outcome> {
    let mut sources = Sources::default();
    let loaded = load(path, &mut sources)?;
    let left = loaded.diagnostics;
    let Some(read) = loaded.inputs else {
        return Ok(Outcome { left, sources, ..Outcome::default() });
    };
    let shown = path.display().to_string();
    let mut now = Outcome { left, sources, ..Outcome::default() };
    let mut inputs = read.clone();
    for _ in 0..ROUNDS {
        let edits = splice::together(&first(&now.left));
        if edits.is_empty() {
            break;
        }
        let Some(next) = written(&shown, &inputs, &edits, &now.sources) else {
            now.unsure = true;
            break;
        };
        let fixable = now.left.iter().filter(|found| !found.fix.is_empty()).count();
        let mut sources = Sources::default();
        let loaded = load_inputs(&shown, next.clone().after(Some(inputs)), &mut sources);
        let rest = loaded.diagnostics.iter().filter(|found| !found.fix.is_empty()).count();
        now.count += fixable.saturating_sub(rest).max(1);
        (now.left, now.sources, inputs) = (loaded.diagnostics, sources, next);
    }
    now.files = changed(&shown, &read, &inputs);
    Ok(now)
}

/// What is mended first: headers, so that what moves with them is not changed at the same time.
fn first(found: &[Diagnostic]) -> Vec<Diagnostic> {
    let is_head = |found: &&Diagnostic| {
        let heads = [msg::HEAD_NAME, msg::DOUBLE_HEAD, msg::HEAD_LOST, document_msg::WANTS_TABLES];
        !found.fix.is_empty() && heads.iter().any(|head| head.code == found.message.code)
    };
    let heads: Vec<Diagnostic> = found.iter().filter(is_head).cloned().collect();
    if heads.is_empty() { found.to_vec() } else { heads }
}

/// The inputs with edits written into them; none if something else would change.
fn written(shown: &str, inputs: &Inputs, edits: &[Edit], sources: &Sources) -> Option<Inputs> {
    // A text that two fields name is edited once.
    let mut by_file: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
    for edit in edits {
        let of_file = by_file.entry(&sources.get(edit.span.file).name).or_default();
        let same = |other: &Edit| {
            let place = |edit: &Edit| (edit.span.start, edit.span.end);
            other.span.file != edit.span.file
                && place(other) == place(edit)
                && other.text == edit.text
        };
        if !of_file.iter().rev().take(64).any(same) {
            of_file.push(edit.clone());
        }
    }
    let mut next = inputs.clone();
    for (name, mut edits) in by_file {
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let manifest = name == shown;
        let input = match manifest {
            true => &inputs.manifest,
            false => inputs.files().find(|input| inputs.shown(&input.name) == name)?,
        };
        let bytes = raw::spliced(&input.bytes, &edits)?;
        let (before, after) = (text(&input.bytes)?, text(&bytes)?);
        let sure = splice::spliced(&before, &edits)? == after;
        if !sure || (manifest && !is_same_but_for(&edits, &before, &after)) {
            return None;
        }
        let written = Input { bytes: bytes.into(), ..input.clone() };
        match manifest {
            true => next.manifest = written,
            false => next.put(written),
        }
    }
    Some(next)
}

fn text(bytes: &[u8]) -> Option<String> {
    Some(file_text(std::str::from_utf8(bytes).ok()?))
}

/// Whether two manifests hold the same but for what the strings say that `edits`, in order, are in.
fn is_same_but_for(edits: &[Edit], before: &str, after: &str) -> bool {
    match (DeTable::parse(before), DeTable::parse(after)) {
        (Ok(before), Ok(after)) => {
            let (before, after) = (before.get_ref(), after.get_ref());
            is_same_table(edits, before, after) || held(before) == held(after)
        }
        // What could not be read at all cannot have been read wrongly.
        (Err(_), Ok(_)) => true,
        (_, Err(_)) => false,
    }
}

fn is_same_table(edits: &[Edit], before: &DeTable<'_>, after: &DeTable<'_>) -> bool {
    let same = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        after.get(key).is_some_and(|after| is_same(edits, value, after))
    };
    before.len() == after.len() && before.iter().all(same)
}

fn is_same(edits: &[Edit], before: &Spanned<DeValue<'_>>, after: &Spanned<DeValue<'_>>) -> bool {
    let meant = || {
        let place = before.span();
        let next = edits.partition_point(|edit| edit.span.start < place.start);
        edits.get(next).is_some_and(|edit| edit.span.end <= place.end)
    };
    match (before.get_ref(), after.get_ref()) {
        (DeValue::String(before), DeValue::String(after)) => before == after || meant(),
        (DeValue::Array(before), DeValue::Array(after)) => {
            let mut pairs = before.iter().zip(after.iter());
            before.len() == after.len()
                && pairs.all(|(before, after)| is_same(edits, before, after))
        }
        (DeValue::Table(before), DeValue::Table(after)) => is_same_table(edits, before, after),
        (DeValue::Integer(before), DeValue::Integer(after)) => {
            (before.as_str(), before.radix()) == (after.as_str(), after.radix())
        }
        (DeValue::Float(before), DeValue::Float(after)) => before.as_str() == after.as_str(),
        (DeValue::Boolean(before), DeValue::Boolean(after)) => before == after,
        (DeValue::Datetime(before), DeValue::Datetime(after)) => before == after || meant(),
        // A value of another kind is what the finding is about: a day in quotes, a text without a list.
        (_, DeValue::Array(list)) if list.len() == 1 => meant() && is_same(edits, before, &list[0]),
        (DeValue::Array(_) | DeValue::Table(_), _) | (_, DeValue::Table(_)) => false,
        _ => meant(),
    }
}

/// What a manifest holds, whatever tables it stands in: a header that was mended moves what is below it.
fn held<'v>(table: &'v DeTable<'_>) -> Vec<(&'v str, String)> {
    let mut held = vec![];
    let entries = |table: &'v DeTable<'_>| {
        table
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), value.get_ref()))
            .collect::<Vec<_>>()
    };
    let mut left = entries(table);
    while let Some((key, value)) = left.pop() {
        match value {
            DeValue::Table(table) => left.extend(entries(table)),
            DeValue::Array(list) => left.extend(list.iter().map(|value| (key, value.get_ref()))),
            value => held.push((key, format!("{value:?}"))),
        }
    }
    held.sort();
    held
}

/// The files whose bytes are others now.
fn changed(shown: &str, before: &Inputs, after: &Inputs) -> Vec<Mended> {
    let of = |shown: String, before: &Input, after: &Input| {
        (before.bytes != after.bytes).then(|| Mended {
            shown,
            path: before.path.clone(),
            before: before.bytes.to_vec(),
            after: after.bytes.to_vec(),
        })
    };
    let manifest = of(shown.to_string(), &before.manifest, &after.manifest);
    let texts = before.files().filter_map(|input| {
        let now = after.files().find(|other| other.name == input.name)?;
        of(before.shown(&input.name), input, now)
    });
    manifest.into_iter().chain(texts).collect()
}
