//! `jikji preflight`: tests any PDFs for what a press needs.

use std::cell::LazyCell;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::exit::Exit;
use super::held_to::{Held, held_to};
use super::print_args::{PreflightArgs, Report, ReportKind};
use super::terminal::{print, print_diagnostics, print_report, progress, say};
use super::{verdict, words};
use crate::document::file;
use crate::edition::file::write_whole;
use crate::preflight::{self, Checked, Summary, html, json, junit, sarif, view};
use jikji_diagnostic::Lang;
use jikji_diagnostic::source::Sources;
use jikji_prepress::preflight::picture;

/// Resolution of the pictures of findings, pixels per inch.
const PICTURE_PPI: f64 = 100.0;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &PreflightArgs, lang: Lang) -> Result<Exit> {
    let mut sources = Sources::default();
    let held = match held_to(args, &mut sources)? {
        Ok(held) => held,
        Err(problems) => {
            print_diagnostics(&problems, &sources, lang);
            return Ok(Exit::IssueHasErrors);
        }
    };
    let (files, folders) = preflight::pdfs(&args.files)?;
    if files.is_empty() {
        // What was not looked at has not passed.
        say(words::NO_PDFS.say(lang));
        return Ok(Exit::IssueHasErrors);
    }
    let passed = match &files[..] {
        [file] if !folders => one(file, args, &held, lang)?,
        _ => many(&files, args, &held, lang)?,
    };
    Ok(if passed { Exit::Done } else { Exit::IssueHasErrors })
}

/// One file, told in full.
fn one(file: &Path, args: &PreflightArgs, held: &Held, lang: Lang) -> Result<bool> {
    let checked = preflight::one(file, &held.limits, &mut progress())?;
    match args.json {
        true => print_report(&json::one(&checked, held.profile.as_deref(), lang)?)?,
        false => verdict::print_verdict(&checked.verdict, lang)?,
    }
    if let Some(folder) = &args.png {
        pictures(&checked, folder, lang)?;
    }
    let view = LazyCell::new(|| view::view(&checked, held.profile.as_deref(), lang));
    let summary = [Summary::of(&checked, lang)];
    for report in &args.report {
        let bytes = match report.kind {
            ReportKind::Html => html::one(&view).into_bytes(),
            ReportKind::Pdf => preflight::pdf(&view)?,
            ReportKind::Sarif => sarif(&summary, lang),
            ReportKind::JUnit => junit::report(&summary, lang).into_bytes(),
        };
        write(report, &bytes, lang)?;
    }
    Ok(checked.verdict.passed)
}

/// Many files, a line each.
fn many(files: &[PathBuf], args: &PreflightArgs, held: &Held, lang: Lang) -> Result<bool> {
    let mut summaries = vec![];
    let sum = |at: usize, checked: &Checked| {
        if let Some(folder) = &args.png {
            let stem = checked.file.file_stem().unwrap_or_default().to_string_lossy();
            pictures(checked, &folder.join(format!("{:03}-{stem}", at + 1)), lang)?;
        }
        Ok(Summary::of(checked, lang))
    };
    let told = preflight::all(files, (&held.limits, lang), sum, |summary| {
        if !args.json {
            print(&verdict::line(&summary, lang))?;
        }
        summaries.push(summary);
        Ok(())
    });
    if args.json {
        print_report(&json::Files::of(&summaries))?;
    }
    for report in &args.report {
        let bytes = match report.kind {
            ReportKind::Html => html::many(&summaries, lang).into_bytes(),
            ReportKind::Pdf => preflight::list_pdf(&summaries, lang)?,
            ReportKind::Sarif => sarif(&summaries, lang),
            ReportKind::JUnit => junit::report(&summaries, lang).into_bytes(),
        };
        write(report, &bytes, lang)?;
    }
    told?;
    Ok(summaries.iter().all(|summary| summary.passed))
}

fn sarif(files: &[Summary], lang: Lang) -> Vec<u8> {
    format!("{:#}\n", sarif::log(files, lang)).into_bytes()
}

fn write(report: &Report, bytes: &[u8], lang: Lang) -> Result<()> {
    let folder = file::folder(&report.path);
    let is_new = !folder.exists();
    write_whole(&report.path, bytes)?;
    if is_new {
        say(&words::MADE_FOLDER.fill(lang, &[("folder", folder.into())]));
    }
    say(&words::WROTE.fill(lang, &[("file", report.path.as_path().into())]));
    Ok(())
}

/// A picture of every page.
fn pictures(checked: &Checked, folder: &Path, lang: Lang) -> Result<()> {
    let mut made = false;
    for page in 1..=checked.verdict.pages {
        let found = &checked.verdict.findings;
        let Some(image) = picture(&checked.pdf, page, found, PICTURE_PPI) else { continue };
        let mut bytes = vec![];
        image
            .write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png)
            .context("failed to encode a picture")?;
        write_whole(&folder.join(format!("page-{page:03}.png")), &bytes)?;
        made = true;
    }
    if made {
        say(&words::WROTE_PICTURES.fill(lang, &[("folder", folder.into())]));
    }
    Ok(())
}
