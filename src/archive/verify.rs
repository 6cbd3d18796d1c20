//! Rebuilds what the locks of an archive tell of and compares: the same bytes, or what differs and why.
//!
//! Nothing of the archive is changed; pictures of pages that differ and the report go to a folder of
//! their own.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use super::compare::{self, Likeness, Pictures, compare};
use super::discovery::{Manifest, manifests};
use super::freshness;
use super::report_html::html;
use super::run::{Options, forget, over};
use super::verdict::{
    EditionVerdict, IssueOutcome, IssueVerdict, PageVerdict, PicturePaths, Reason, VerifyReport,
};
use crate::archive::messages as say;
use crate::edition::Edition;
use crate::edition::file::write_whole;
use crate::lock::{self, Lock, LockState, Locked};
use crate::panicked::{caught, told};
use crate::report::{self, JIKJI};
use crate::session::editions::{self, Made};
use crate::session::set_issue;
use jikji_diagnostic::{Diagnostic, Lang, any_error};

/// The folder for pictures inside the folder for finished files, and the page that shows them.
const PICTURES: &str = "verify";
const PAGE: &str = "verify.html";
const REPORT: &str = "verify.json";

/// Rebuilds every number that has a lock. `progress` is called with the numbers done and all there are.
///
/// # Errors
/// If the archive cannot be read or the report not be written.
pub fn verify(options: &Options, progress: &mut dyn FnMut(usize, usize)) -> Result<VerifyReport> {
    let all = manifests(&options.root)?;
    let mut numbers = over(&all, options, progress, |manifest| one(manifest, options));
    numbers.sort_by(|a, b| a.manifest.cmp(&b.manifest));
    let title = options.root.display().to_string();
    write_whole(&options.out.join(PAGE), html(&title, &numbers, options.lang).as_bytes())?;
    let report = VerifyReport { jikji: JIKJI.into(), numbers };
    let json = report::json(&report) + "\n";
    write_whole(&options.out.join(REPORT), json.as_bytes())?;
    Ok(report)
}

fn one(manifest: &Manifest, options: &Options) -> IssueVerdict {
    let failed = |slug, failures| IssueVerdict {
        manifest: manifest.name.clone(),
        slug,
        outcome: IssueOutcome::Failed { failures },
        editions: vec![],
        trace: None,
    };
    let lock = match lock::read(&manifest.path) {
        Ok(LockState::Sound(lock)) => lock,
        Ok(found) => return failed(None, vec![no_lock(&found, options.lang)]),
        Err(error) => return failed(None, vec![format!("{error:#}")]),
    };
    let rebuilt = caught(say::REBUILDING, || rebuilt(manifest, &lock, options));
    match rebuilt.unwrap_or_else(|panic| Err(panic.into())) {
        Ok(Ok(verdict)) => verdict,
        Ok(Err(said)) => failed(Some(lock.slug), said),
        Err(error) => {
            let (said, trace) = told(&error, options.lang);
            IssueVerdict { trace, ..failed(Some(lock.slug), vec![said]) }
        }
    }
}

/// Why a number has nothing to be held against.
fn no_lock(found: &LockState, lang: Lang) -> String {
    let problem = match found {
        LockState::Nothing | LockState::Sound(_) => Diagnostic::general(say::NO_LOCK),
        LockState::Edited => Diagnostic::general(say::LOCK_EDITED),
        LockState::Newer(version) => Diagnostic::general(say::LOCK_NEWER).arg("version", version),
        LockState::Unreadable(reason) => {
            Diagnostic::general(say::LOCK_UNREADABLE).arg("reason", reason)
        }
    };
    problem.text(lang)
}

/// Builds a number anew in memory and holds it against its lock; inside, what was wrong with it.
fn rebuilt(
    manifest: &Manifest,
    lock: &Lock,
    options: &Options,
) -> Result<std::result::Result<IssueVerdict, Vec<String>>> {
    let locked = Edition::ALL.iter().copied();
    let asked: Vec<Edition> =
        locked.filter(|edition| lock.editions.contains_key(edition.name())).collect();
    let mut outcome = set_issue(&manifest.path)?;
    let mut found = std::mem::take(&mut outcome.diagnostics);
    let made = match &outcome.number {
        Some(number) => editions::make(number, &asked, &mut found)?,
        None => None,
    };
    forget(options);
    let Some(made) = made.filter(|_| !any_error(&found)) else {
        return Ok(Err(super::run::lines(&found, &outcome.sources, options.lang)));
    };
    let editions: Result<Vec<EditionVerdict>> =
        asked.iter().map(|edition| held(*edition, lock, &made, options)).collect();
    let editions = editions?;
    let mut why = match editions.iter().all(|edition| edition.identical) {
        true => vec![],
        false => reasons(lock, &made.lock),
    };
    let damaged = damaged(lock, &options.out);
    if !damaged.is_empty() {
        why.push(Reason::Files { files: damaged });
    }
    let outcome = if why.is_empty() {
        IssueOutcome::Identical
    } else {
        IssueOutcome::Differs { reasons: why }
    };
    let (manifest, slug) = (manifest.name.clone(), Some(lock.slug.clone()));
    Ok(Ok(IssueVerdict { manifest, slug, outcome, editions, trace: None }))
}

/// Finished files that are not what the lock tells of.
fn damaged(lock: &Lock, out: &Path) -> Vec<String> {
    let files = lock.editions.values().flatten();
    let damaged = files.filter(|file| !freshness::is(&out.join(&file.file), file));
    damaged.map(|file| file.file.clone()).collect()
}

/// What of a lock is no longer so.
fn reasons(old: &Lock, new: &Lock) -> Vec<Reason> {
    let changed = |old: &[Locked], new: &[Locked]| -> Vec<String> {
        let map = |files: &[Locked]| -> BTreeMap<String, String> {
            files.iter().map(|file| (file.file.clone(), file.sha256.clone())).collect()
        };
        let (old, new) = (map(old), map(new));
        let mut names: Vec<String> = old.keys().chain(new.keys()).cloned().collect();
        names.sort();
        names.dedup();
        names.retain(|name| old.get(name) != new.get(name));
        names
    };
    let moved = |from: &str, to: &str| (from.to_string(), to.to_string());
    let mut reasons = vec![];
    if old.manifest.sha256 != new.manifest.sha256 {
        reasons.push(Reason::Manifest);
    }
    let assets = changed(&old.files, &new.files);
    if !assets.is_empty() {
        reasons.push(Reason::Assets { files: assets });
    }
    if old.layout != new.layout {
        reasons.push(Reason::Layout);
    }
    let fonts = changed(&old.fonts, &new.fonts);
    if !fonts.is_empty() {
        reasons.push(Reason::Fonts { files: fonts });
    }
    if old.jikji != new.jikji {
        let (from, to) = moved(&old.jikji, &new.jikji);
        reasons.push(Reason::Jikji { from, to });
    }
    if old.typst != new.typst {
        let (from, to) = moved(&old.typst, &new.typst);
        reasons.push(Reason::Typst { from, to });
    }
    if reasons.is_empty() {
        reasons.push(Reason::Unknown);
    }
    reasons
}

/// Holds one edition against its lock. Its pages are compared where they are PDFs and the old file is
/// still the one the lock tells of.
fn held(edition: Edition, lock: &Lock, made: &Made, options: &Options) -> Result<EditionVerdict> {
    let old = lock.editions.get(edition.name()).map(Vec::as_slice).unwrap_or_default();
    let new = made.lock.editions.get(edition.name()).map(Vec::as_slice).unwrap_or_default();
    let mut verdict = EditionVerdict {
        edition: edition.name().into(),
        identical: old == new,
        before: 0,
        after: 0,
        pages: vec![],
        failure: None,
    };
    if verdict.identical {
        return Ok(verdict);
    }
    let file = format!("{}-{}.pdf", lock.slug, edition.name());
    let kept = old.iter().find(|locked| locked.file == file);
    let before = kept.and_then(|kept| {
        let bytes = std::fs::read(options.out.join(&file)).ok()?;
        (crate::digest::sha256(&bytes) == kept.sha256).then_some(bytes)
    });
    let end = format!("-{}.pdf", edition.name());
    let after = made.files.iter().find(|made| made.name.ends_with(&end));
    match (before, after) {
        (Some(before), Some(after)) => look(&mut verdict, &before, &after.bytes, lock, options)?,
        _ => {
            let gone = Diagnostic::general(say::NO_BEFORE).arg("file", &file);
            verdict.failure = Some(gone.text(options.lang));
        }
    }
    Ok(verdict)
}

/// Compares the pages of two files and keeps pictures of those that differ.
fn look(
    verdict: &mut EditionVerdict,
    before: &[u8],
    after: &[u8],
    lock: &Lock,
    options: &Options,
) -> Result<()> {
    let mut pages = vec![];
    let edition = verdict.edition.clone();
    let compared = compare(before, after, &compare::Options::default(), &mut |page, pictures| {
        if page.verdict != Likeness::Same {
            let stem = format!("{PICTURES}/{}-{edition}-p{:02}", lock.slug, page.number);
            let pictures = keep(pictures.unwrap_or_default(), &stem, &options.out)?;
            pages.push(PageVerdict { number: page.number, verdict: page.verdict, pictures });
        }
        Ok(())
    })?;
    match compared {
        Ok(compared) => (verdict.before, verdict.after) = (compared.before, compared.after),
        Err(fault) => verdict.failure = Some(fault.diagnostic().text(options.lang)),
    }
    verdict.pages = pages;
    Ok(())
}

/// Writes a page's pictures below `out`; gives their paths there.
fn keep(pictures: Pictures, stem: &str, out: &Path) -> Result<PicturePaths> {
    let write = |picture: Option<Vec<u8>>, what: &str| -> Result<Option<String>> {
        let Some(bytes) = picture else { return Ok(None) };
        let path = format!("{stem}-{what}.png");
        write_whole(&out.join(&path), &bytes)?;
        Ok(Some(path))
    };
    Ok(PicturePaths {
        before: write(pictures.before, "before")?,
        after: write(pictures.after, "after")?,
        difference: write(pictures.difference, "difference")?,
    })
}
