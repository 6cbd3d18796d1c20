//! One run over an archive: what is not up to date is built, several numbers at a time in one process.
//!
//! A number that fails does not keep the others; every file is whole or not there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::discovery::{Manifest, manifests};
use super::report::{ArchiveReport, NumberReport, Status};
use super::shard::Shard;
use super::{folder, freshness, gone, messages as say};
use crate::document::file;
use crate::edition::Edition;
use crate::lock::{self, LockState};
use crate::manifest;
use crate::panicked::{caught, told};
use crate::session::{editions, set_issue};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang, Severity, any_error};
use jikji_prepress::threads;

/// What a run is to do.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder to look through.
    pub root: PathBuf,
    /// The folder for finished files.
    pub out: PathBuf,
    /// The editions of each number.
    pub editions: Vec<Edition>,
    /// How many numbers are built at once; at least one.
    pub jobs: usize,
    /// The part of the archive that is this machine's.
    pub shard: Option<Shard>,
    /// The language of findings in the report.
    pub lang: Lang,
}

/// Runs. `progress` is called with the numbers done and all there are.
///
/// # Errors
/// If the archive or the folder for its files cannot be read; what befalls a number is in the report.
pub fn run(options: &Options, progress: &mut dyn FnMut(usize, usize)) -> Result<ArchiveReport> {
    run_by(&build, options, progress)
}

/// How one number is built.
type Maker = dyn Fn(&Manifest, &Options, &mut NumberReport) -> Result<Status> + Sync;

fn run_by(
    maker: &Maker,
    options: &Options,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<ArchiveReport> {
    let all = manifests(&options.root)?;
    let folders = all.iter().filter_map(|manifest| manifest.path.parent());
    let _at_work = folder::open(&options.out, folders)?;
    let slugs = slugs(&all);
    let twins = twins(&all, &slugs);
    let numbers = over(&all, options, progress, |manifest| {
        one(manifest, twins.get(&manifest.name), options, maker)
    });
    // A manuscript that does not tell its number may be that of any file.
    let known: Option<BTreeSet<String>> = slugs.into_iter().collect();
    let gone = known.map(|slugs| gone::gone(&options.out, &slugs)).unwrap_or_default();
    Ok(ArchiveReport::of(options.shard, numbers, gone))
}

/// Does `work` with each manifest of the shard, several at a time; the results come in any order.
pub(super) fn over<T: Send>(
    all: &[Manifest],
    options: &Options,
    progress: &mut dyn FnMut(usize, usize),
    work: impl Fn(&Manifest) -> T + Sync,
) -> Vec<T> {
    let own: Vec<&Manifest> = all
        .iter()
        .filter(|manifest| options.shard.is_none_or(|shard| shard.takes(&manifest.name)))
        .collect();
    progress(0, own.len());
    let mut results = vec![];
    let work = |_: &mut Option<_>, at: usize| work(own[at]);
    let jobs = options.jobs.max(1);
    let threads = threads::count() / jobs;
    threads::each(
        own.len(),
        jobs,
        || threads::own_pool(threads),
        work,
        |result| {
            results.push(result);
            progress(results.len(), own.len());
        },
    );
    results
}

/// Lets go of what Typst remembers of numbers that were done some builds ago; it would pile up.
pub(super) fn forget(options: &Options) {
    comemo::evict(options.jobs);
}

/// The base of the names of each manifest's files, where it tells it.
fn slugs(all: &[Manifest]) -> Vec<Option<String>> {
    let slug = |manifest: &Manifest| {
        let bytes = file::bytes(&manifest.path, manifest::LARGEST).ok()?;
        freshness::locked_slug(&manifest.path, &bytes).or_else(|| manifest::slug(&bytes))
    };
    all.iter().map(slug).collect()
}

/// Manifests that would give files of one name, each with that name and its other.
fn twins(all: &[Manifest], slugs: &[Option<String>]) -> BTreeMap<String, (String, String)> {
    let mut by_slug: BTreeMap<&String, Vec<&str>> = BTreeMap::new();
    for (manifest, slug) in all.iter().zip(slugs) {
        if let Some(slug) = slug {
            by_slug.entry(slug).or_default().push(&manifest.name);
        }
    }
    let mut twins = BTreeMap::new();
    for (slug, names) in by_slug.into_iter().filter(|(_, names)| names.len() > 1) {
        for (index, name) in names.iter().enumerate() {
            let other = names[usize::from(index == 0)];
            twins.insert(name.to_string(), (slug.clone(), other.to_string()));
        }
    }
    twins
}

fn one(
    manifest: &Manifest,
    twin: Option<&(String, String)>,
    options: &Options,
    maker: &Maker,
) -> NumberReport {
    let mut number = NumberReport {
        manifest: manifest.name.clone(),
        slug: None,
        status: Status::Errors,
        files: vec![],
        findings: vec![],
        failure: None,
        trace: None,
    };
    if let Some((slug, other)) = twin {
        let (mut names, quote) = ([&manifest.name, other], |name: &String| format!("`{name}`"));
        names.sort();
        let same = Diagnostic::general(lock::messages::SAME_SLUG)
            .arg("slug", quote(slug))
            .arg("first", quote(names[0]))
            .arg("second", quote(names[1]));
        number.slug = Some(slug.clone());
        number.findings = lines(&[same], &Sources::default(), options.lang);
        return number;
    }
    let made = caught(say::BUILDING, || maker(manifest, options, &mut number));
    match made.unwrap_or_else(|panic| Err(panic.into())) {
        Ok(status) => number.status = status,
        Err(error) => {
            let (failure, trace) = told(&error, options.lang);
            (number.status, number.failure, number.trace) = (Status::Failure, Some(failure), trace);
        }
    }
    number
}

fn build(manifest: &Manifest, options: &Options, number: &mut NumberReport) -> Result<Status> {
    let (path, out) = (&manifest.path, &options.out);
    match lock::read(path)? {
        LockState::Sound(lock) if freshness::fresh(&lock, path, out, &options.editions) => {
            number.slug = Some(lock.slug);
            let wanted = |edition: &String| options.editions.iter().any(|e| e.name() == edition);
            let files = lock.editions.into_iter().filter(|(edition, _)| wanted(edition));
            number.files = files.flat_map(|(_, files)| files).collect();
            return Ok(Status::Fresh);
        }
        LockState::Newer(version) => {
            let newer = Diagnostic::general(say::LOCK_NEWER).arg("version", version);
            number.findings = lines(&[newer], &Sources::default(), options.lang);
            return Ok(Status::Errors);
        }
        _ => {}
    }
    let mut outcome = set_issue(path)?;
    let mut found = std::mem::take(&mut outcome.diagnostics);
    let made = match &outcome.number {
        Some(set) => editions::make(set, &options.editions, &mut found)?,
        None => None,
    };
    forget(options);
    let status = match made.filter(|_| !any_error(&found)) {
        Some(made) => {
            made.write(out, Some(path), &mut found)?;
            number.slug = Some(made.lock.slug);
            number.files = made.lock.editions.into_values().flatten().collect();
            Status::Built
        }
        None => Status::Errors,
    };
    number.findings = lines(&found, &outcome.sources, options.lang);
    Ok(status)
}

/// Findings as one line each: `error[E0601] issue.toml:27:9: …`.
pub(super) fn lines(found: &[Diagnostic], sources: &Sources, lang: Lang) -> Vec<String> {
    let line = |diagnostic: &Diagnostic| {
        let severity = match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let place = diagnostic.span.map(|span| {
            let file = sources.get(span.file);
            let (line, column) = file.line_column(span.start);
            let name = Path::new(&file.name).file_name().unwrap_or_default().to_string_lossy();
            format!(" {name}:{line}:{column}")
        });
        let (code, text) = (diagnostic.message.code, diagnostic.text(lang));
        format!("{severity}[{code}]{}: {text}", place.unwrap_or_default())
    };
    found.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_breaks_is_named_and_the_others_go_on() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a", "b", "c", "d"] {
            let path = folder.path().join("back").join(name);
            std::fs::create_dir_all(&path).unwrap();
            std::fs::write(path.join("issue.toml"), "layout = \"spri-brief\"").unwrap();
        }
        let options = Options {
            root: folder.path().join("back"),
            out: folder.path().join("out"),
            editions: vec![Edition::Screen],
            jobs: 2,
            shard: None,
            lang: Lang::En,
        };
        // Pages are set in a pool, so that is where most would break.
        let pages = |manifest: &Manifest, _: &Options, _: &mut NumberReport| {
            let page = |page| assert!(page != 7 || manifest.name != "b/issue.toml", "bad page");
            rayon::join(|| (0..8).for_each(page), || ());
            Ok(Status::Built)
        };
        let report = run_by(&pages, &options, &mut |_, _| {}).unwrap();
        assert_eq!((report.built, report.failed), (3, 1));
        assert!(report.machine_failed());
        let broken = &report.numbers[1];
        assert_eq!((broken.manifest.as_str(), broken.status), ("b/issue.toml", Status::Failure));
        let failure = "the program broke while building the number: bad page";
        assert_eq!(broken.failure.as_deref(), Some(failure));
        assert_eq!(report.numbers[0].failure, None);
    }
}
