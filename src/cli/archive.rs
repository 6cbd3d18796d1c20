//! `jikji archive`: builds every number below a folder, or joins the reports of shards.

use std::path::Path;

use anyhow::Result;

use super::archive_args::ArchiveArgs;
use super::args;
use super::exit::{Exit, MachineFailed};
use super::interrupt::progress;
use super::terminal::{print, print_diagnostics, print_report, say as tell};
use super::words;
use crate::archive::messages as say;
use crate::archive::report::{ArchiveReport, NumberReport, Status, merge};
use crate::archive::report_html::ReportWords;
use crate::archive::verdict::{IssueOutcome, IssueVerdict};
use crate::archive::{Options, run as run_archive, verify};
use crate::edition::Edition;
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang};
use jikji_prepress::threads;

/// Editions of an archive unless it is told.
const USUAL: [Edition; 2] = [Edition::Screen, Edition::Archive];

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &ArchiveArgs, lang: Lang) -> Result<Exit> {
    if args.verify {
        return check(args, lang);
    }
    let (report, out) = match args.merge {
        true => (merge(&args.folder)?, &args.folder),
        false => (build(args, lang)?, &args.out),
    };
    report.write(out)?;
    warn_of_gone(&report, out, lang);
    if args.json {
        print_report(&report)?;
    } else {
        print_table(&report, lang)?;
    }
    if report.machine_failed() {
        return Err(MachineFailed.into());
    }
    // A shard of a small archive may have none.
    if report.numbers.is_empty() && args.shard.is_none() {
        return Ok(nothing(args, lang));
    }
    Ok(if report.failed > 0 { Exit::IssueHasErrors } else { Exit::Done })
}

fn build(args: &ArchiveArgs, lang: Lang) -> Result<ArchiveReport> {
    run_archive(&options(args, lang), &mut progress(words::ARCHIVE_STOPPED, lang))
}

fn options(args: &ArchiveArgs, lang: Lang) -> Options {
    Options {
        root: args.folder.clone(),
        out: args.out.clone(),
        editions: args::editions(&args.edition, &USUAL),
        jobs: args.jobs.map_or_else(threads::count, usize::from),
        shard: args.shard,
        lang,
    }
}

/// `--verify`: every number that is not the same byte for byte fails the run.
fn check(args: &ArchiveArgs, lang: Lang) -> Result<Exit> {
    let report = verify(&options(args, lang), &mut progress(words::VERIFY_STOPPED, lang))?;
    let verdicts = &report.numbers;
    if args.json {
        print_report(&report)?;
    } else {
        print_verdicts(verdicts, lang)?;
    }
    tell(&words::WROTE.fill(lang, &[("file", args.out.join("verify.html").as_path().into())]));
    if verdicts.is_empty() && args.shard.is_none() {
        return Ok(nothing(args, lang));
    }
    let same = verdicts.iter().all(|verdict| verdict.outcome == IssueOutcome::Identical);
    Ok(if same { Exit::Done } else { Exit::IssueHasErrors })
}

/// Finished files that no manuscript gives are named; whose they are is for people to know.
fn warn_of_gone(report: &ArchiveReport, out: &Path, lang: Lang) {
    if report.gone.is_empty() {
        return;
    }
    let files: Vec<String> = report.gone.iter().map(|file| format!("`{file}`")).collect();
    let gone = Diagnostic::general(say::GONE)
        .arg("folder", format!("`{}`", out.display()))
        .arg("files", files.join(", "));
    print_diagnostics(&[gone], &Sources::default(), lang);
}

/// A folder without numbers is most likely another than the one that was meant.
fn nothing(args: &ArchiveArgs, lang: Lang) -> Exit {
    let none = Diagnostic::general(say::NO_NUMBERS);
    let none = none.arg("folder", format!("`{}`", args.folder.display()));
    print_diagnostics(&[none], &Sources::default(), lang);
    Exit::IssueHasErrors
}

fn print_verdicts(verdicts: &[IssueVerdict], lang: Lang) -> Result<()> {
    let width = verdicts.iter().map(|verdict| columns(&verdict.manifest)).max().unwrap_or(0);
    for verdict in verdicts {
        let said = match &verdict.outcome {
            IssueOutcome::Identical => words::IDENTICAL.say(lang).into(),
            IssueOutcome::Differs { reasons } => {
                let reasons: Vec<String> =
                    reasons.iter().map(|reason| ReportWords(lang).reason(reason)).collect();
                words::DIFFERS.fill(lang, &[("reasons", reasons.join(", ").into())])
            }
            IssueOutcome::Failed { failures } => {
                words::NOT_REBUILT.fill(lang, &[("reason", failures.join("; ").into())])
            }
        };
        let gap = " ".repeat(width - columns(&verdict.manifest));
        print(&format!("{}{gap}  {said}", verdict.manifest))?;
    }
    Ok(())
}

/// A line a number, what is wrong with it below, and the counts at the end on stderr.
fn print_table(report: &ArchiveReport, lang: Lang) -> Result<()> {
    let width = report.numbers.iter().map(|number| columns(&number.manifest)).max().unwrap_or(0);
    for number in &report.numbers {
        let status = match number.status {
            Status::Built => words::BUILT,
            Status::Fresh => words::UP_TO_DATE,
            Status::Errors => words::HAS_ERRORS,
            Status::Failure => words::NOT_BUILT,
        };
        let files: Vec<&str> = number.files.iter().map(|file| file.file.as_str()).collect();
        let gap = " ".repeat(width - columns(&number.manifest));
        let status = status.say(lang);
        print(format!("{}{gap}  {status}  {}", number.manifest, files.join(" ")).trim_end())?;
        print_findings(number)?;
    }
    let counts = [("built", report.built), ("fresh", report.fresh), ("failed", report.failed)];
    tell(&words::ARCHIVED.fill(lang, &counts.map(|(name, count)| (name, count.into()))));
    Ok(())
}

fn print_findings(number: &NumberReport) -> Result<()> {
    for line in number.findings.iter().chain(&number.failure) {
        print(&format!("  {line}"))?;
    }
    Ok(())
}

/// How many columns a terminal needs for a text: Hangul takes two.
fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
