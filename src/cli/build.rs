//! `jikji build`: sets an issue and writes its editions.

use anyhow::Result;

use super::args::{self, BuildArgs};
use super::exit::Exit;
use super::issue::IssueRun;
use super::terminal::{print, print_report, say};
use super::words;
use crate::edition::number::SetNumber;
use crate::edition::print::PrintReport;
use crate::edition::{emit, picture};
use crate::session::editions;
use jikji_diagnostic::Lang;
use jikji_prepress::binding::Binding;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &BuildArgs, lang: Lang) -> Result<Exit> {
    let mut run = IssueRun::start(&args.issue, lang)?;
    run.outcome.diagnostics.extend(args.emit.as_deref().and_then(emit::taken));
    let asked = args::editions(&args.edition, &editions::USUAL);
    // Every edition is made before any is written: an error leaves all files as they were.
    let made = run.make(&asked)?;
    let mut files = vec![];
    let mut report = None;
    if let Some(made) = made.filter(|_| !run.fails()) {
        // What comes through a pipe has no place for a lock beside it.
        let locked = !args.no_lock && args.issue.manifest.is_file();
        let manifest = locked.then_some(args.issue.manifest.as_path());
        let written = made.write(&args.out, manifest, &mut run.outcome.diagnostics)?;
        files.extend(written.iter().map(|path| path.display().to_string()));
        if let Some(report) = &made.print {
            fillers(report, lang).iter().for_each(|line| say(line));
        }
        let number = run.number().expect("editions are made of a number");
        let extra = write_extras(args, number, lang)?;
        files.iter().for_each(|path| say(&words::WROTE.fill(lang, &[("file", path.into())])));
        extra.iter().for_each(|line| say(line));
        report = made.print;
    }
    run.print_findings();
    if args.issue.json {
        let report = run.report(files, report);
        print_report(&report)?;
    } else {
        for path in &files {
            print(path)?;
        }
    }
    Ok(run.end())
}

/// Writes the Typst project and the page pictures that were asked for.
fn write_extras(args: &BuildArgs, number: &SetNumber, lang: Lang) -> Result<Vec<String>> {
    let mut lines = vec![];
    if let Some(folder) = &args.emit {
        let markup = &number.pages.markup.text;
        emit::emit(folder, markup, &number.layout, &number.in_full(), number.world.fonts())?;
        lines.push(words::WROTE_PROJECT.fill(lang, &[("folder", folder.as_path().into())]));
    }
    if let Some(ppi) = args.png {
        picture::write_pages(&args.out, &number.issue.slug, &number.pages, ppi)?;
        lines.push(words::WROTE_PICTURES.fill(lang, &[("folder", args.out.as_path().into())]));
    }
    Ok(lines)
}

/// The line about filler pages, if there are any.
fn fillers(report: &PrintReport, lang: Lang) -> Option<String> {
    report.fillers_from?;
    let added = report.filler_notes + report.filler_blank;
    let words = match report.binding {
        Binding::SaddleStitch => words::FILLED_STITCHED,
        Binding::Perfect => words::FILLED_BOUND,
    };
    Some(words.fill(lang, &[("added", added.into()), ("pages", report.pages.into())]))
}
