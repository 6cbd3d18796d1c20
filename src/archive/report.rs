//! What a run over an archive came to: for people a table, for machines `report.json`; reports of shards
//! can be joined.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

use super::messages as say;
use super::shard::Shard;
use crate::document::file;
use crate::lock::Locked;
use crate::refused::{self as machine, failed, refused};
use crate::report;

/// The largest report that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// A run over an archive, or the joined runs of all its shards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveReport {
    /// Which jikji ran.
    pub jikji: String,
    /// The shard, as `K/N`; none for the whole archive.
    pub shard: Option<String>,
    /// Numbers built.
    pub built: usize,
    /// Numbers that were up to date.
    pub fresh: usize,
    /// Numbers that have errors or met a failure.
    pub failed: usize,
    /// All numbers by the names of their manifests.
    pub numbers: Vec<NumberReport>,
    /// Finished files of numbers whose manuscripts are gone.
    pub gone: Vec<String>,
}

/// What came of one number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberReport {
    /// The manifest, from the archive's root.
    pub manifest: String,
    /// The base of its files' names, where it is known.
    pub slug: Option<String>,
    /// How it ended.
    pub status: Status,
    /// Its files with their digests.
    pub files: Vec<Locked>,
    /// Errors and warnings, as one line each with code, place and message.
    pub findings: Vec<String>,
    /// What the machine said, where it failed.
    pub failure: Option<String>,
    /// Where the program broke and how it came there, where that was the failure.
    pub trace: Option<String>,
}

/// How a number ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its editions were made.
    Built,
    /// Its editions were there and up to date.
    Fresh,
    /// It has errors.
    Errors,
    /// The machine failed.
    Failure,
}

impl ArchiveReport {
    /// The report on some numbers.
    pub fn of(shard: Option<Shard>, mut numbers: Vec<NumberReport>, gone: Vec<String>) -> Self {
        numbers.sort_by(|a, b| a.manifest.cmp(&b.manifest));
        let count = |wanted: &[Status]| {
            numbers.iter().filter(|number| wanted.contains(&number.status)).count()
        };
        Self {
            jikji: crate::report::JIKJI.into(),
            shard: shard.map(|shard| format!("{}/{}", shard.own, shard.of)),
            built: count(&[Status::Built]),
            fresh: count(&[Status::Fresh]),
            failed: count(&[Status::Errors, Status::Failure]),
            numbers,
            gone,
        }
    }

    /// The file it goes to inside `out`.
    pub fn path(&self, out: &Path) -> PathBuf {
        match &self.shard {
            Some(shard) => out.join(format!("report-{}.json", shard.replace('/', "-of-"))),
            None => out.join("report.json"),
        }
    }

    /// Writes it into `out`.
    ///
    /// # Errors
    /// What the file system says.
    pub fn write(&self, out: &Path) -> Result<()> {
        let json = report::json(self) + "\n";
        crate::edition::file::write_whole(&self.path(out), json.as_bytes())
    }

    /// Whether a number met a failure of the machine.
    pub fn machine_failed(&self) -> bool {
        self.numbers.iter().any(|number| number.status == Status::Failure)
    }
}

/// Joins the reports of all shards in `folder`.
///
/// # Errors
/// If reports are missing, are of different splits, or tell of one number twice.
pub fn merge(folder: &Path) -> Result<ArchiveReport> {
    let mut reports: Vec<(Shard, ArchiveReport)> = vec![];
    let refused = refused(machine::READING_FOLDER, folder);
    for entry in folder.read_dir().map_err(&refused)? {
        let path = entry.map_err(&refused)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("report-") && name.ends_with(".json") {
            reports.push(read(&path)?);
        }
    }
    let Some((first, _)) = reports.first() else {
        return Err(failed(say::NO_REPORTS, &[("file", folder.into())]));
    };
    let of = first.of;
    ensure!(reports.iter().all(|(shard, _)| shard.of == of), failed(say::OTHER_SPLIT, &[]));
    let missing: Vec<String> = (1..=of)
        .filter(|own| reports.iter().all(|(shard, _)| shard.own != *own))
        .map(|own| format!("{own}/{of}"))
        .collect();
    ensure!(
        missing.is_empty(),
        failed(say::MISSING_SHARDS, &[("shards", missing.join(", ").into())])
    );
    let (mut numbers, mut gone) = (vec![], BTreeSet::new());
    for (_, report) in reports {
        numbers.extend(report.numbers);
        gone.extend(report.gone);
    }
    let report = ArchiveReport::of(None, numbers, gone.into_iter().collect());
    for pair in report.numbers.windows(2) {
        let twice = || failed(say::BUILT_TWICE, &[("file", (&pair[0].manifest).into())]);
        ensure!(pair[0].manifest != pair[1].manifest, twice());
    }
    Ok(report)
}

fn read(path: &Path) -> Result<(Shard, ArchiveReport)> {
    let bytes = file::bytes(path, LARGEST).map_err(|failure| failure.error(path))?;
    let of_shard = |report: ArchiveReport| {
        let shard = report.shard.as_deref()?.parse().ok()?;
        Some((shard, report))
    };
    let read = report::read(&bytes).and_then(of_shard);
    read.ok_or_else(|| failed(say::NO_REPORT, &[("file", path.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(manifest: &str, status: Status) -> NumberReport {
        NumberReport {
            manifest: manifest.into(),
            slug: None,
            status,
            files: vec![],
            findings: vec![],
            failure: None,
            trace: None,
        }
    }

    #[test]
    fn shards_join_into_one_report() {
        let out = tempfile::tempdir().unwrap();
        let shard = |own| Some(Shard { own, of: 2 });
        ArchiveReport::of(shard(2), vec![number("b", Status::Built)], vec![])
            .write(out.path())
            .unwrap();
        let error = merge(out.path()).unwrap_err();
        assert!(format!("{error:#}").contains("1/2"), "{error:#}");
        let first = vec![number("c", Status::Errors), number("a", Status::Fresh)];
        ArchiveReport::of(shard(1), first, vec![]).write(out.path()).unwrap();
        let joined = merge(out.path()).unwrap();
        assert_eq!((joined.built, joined.fresh, joined.failed), (1, 1, 1));
        let names: Vec<&str> = joined.numbers.iter().map(|n| n.manifest.as_str()).collect();
        assert_eq!(names, ["a", "b", "c"]);
        ArchiveReport::of(shard(1), vec![number("b", Status::Built)], vec![])
            .write(out.path())
            .unwrap();
        assert!(merge(out.path()).is_err(), "b twice");
    }

    #[test]
    fn a_folder_without_reports_is_an_error() {
        let out = tempfile::tempdir().unwrap();
        assert!(merge(out.path()).is_err());
        std::fs::write(out.path().join("report-1-of-2.json"), "{").unwrap();
        assert!(merge(out.path()).is_err());
    }
}
