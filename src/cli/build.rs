//! `jikji build`: sets an issue and writes its editions.

use anyhow::{Context, Result};

use super::Exit;
use super::args::{BuildArgs, EditionArg};
use super::issue::Run;
use super::terminal::{print, say};
use super::{print_words, words};
use crate::build::SetNumber;
use crate::diagnostic::{Diagnostic, Lang};
use crate::edition::{emit, file, picture, print as printing};

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &BuildArgs, lang: Lang) -> Result<Exit> {
    let mut run = Run::start(&args.issue, lang)?;
    let mut files = vec![];
    // Every edition is made before any is written: an error leaves all files as they were.
    let made = run.number().map(|number| make(number, &args.edition)).transpose()?;
    let mut made = made.unwrap_or_default();
    run.outcome.diagnostics.append(&mut made.found);
    if !run.fails()
        && let Some(number) = run.number()
    {
        for (name, bytes) in &made.files {
            let path = args.out.join(name);
            file::write_whole(&path, bytes)?;
            files.push(path.display().to_string());
        }
        if let Some(report) = &made.print {
            print_words::fillers(report, lang).iter().for_each(|line| say(line));
        }
        let extra = write_extras(args, number, lang)?;
        files.iter().for_each(|path| say(&words::WROTE.fill(lang, path)));
        extra.iter().for_each(|line| say(line));
    }
    run.print_findings();
    if args.issue.json {
        let report = run.report(files, made.print);
        print(&serde_json::to_string_pretty(&report).context("failed to write the report")?)?;
    } else {
        for path in &files {
            print(path)?;
        }
    }
    Ok(run.end())
}

/// Editions that were made.
#[derive(Default)]
struct Made {
    /// Names and bytes.
    files: Vec<(String, Vec<u8>)>,
    /// What there is to say of the print edition.
    print: Option<printing::Report>,
    /// What was found on the way.
    found: Vec<Diagnostic>,
}

/// Makes the editions that were asked for, side by side: each needs only the pages.
fn make(number: &SetNumber, asked: &[EditionArg]) -> Result<Made> {
    let asked = if asked.is_empty() { &EditionArg::USUAL } else { asked };
    let mut made = Made::default();
    let mut found = vec![];
    let (screen, printed) = std::thread::scope(|scope| {
        let screen =
            asked.contains(&EditionArg::Screen).then(|| scope.spawn(|| number.screen_edition()));
        let printed = asked.contains(&EditionArg::Print).then(|| number.print_edition(&mut found));
        let screen = screen.map(|screen| screen.join().expect("an export does not panic"));
        (screen, printed)
    });
    match screen {
        Some(Ok(bytes)) => made.files.push((format!("{}-screen.pdf", number.issue.slug), bytes)),
        Some(Err(problems)) => made.found.extend(problems),
        None => {}
    }
    if let Some(printed) = printed.transpose()?.flatten() {
        made.files.extend(printed.files);
        made.print = Some(printed.report);
    }
    made.found.extend(found);
    Ok(made)
}

/// Writes the Typst project and the page pictures that were asked for.
fn write_extras(args: &BuildArgs, number: &SetNumber, lang: Lang) -> Result<Vec<String>> {
    let mut lines = vec![];
    if let Some(folder) = &args.emit {
        let markup = &number.pages.markup.text;
        emit::emit(folder, markup, &number.layout, &number.story.assets, number.press.fonts())?;
        lines.push(words::WROTE_PROJECT.fill(lang, &folder.display().to_string()));
    }
    if let Some(ppi) = args.png {
        picture::write_pages(&args.out, &number.issue.slug, &number.pages, ppi)?;
        lines.push(words::WROTE_PICTURES.fill(lang, &args.out.display().to_string()));
    }
    Ok(lines)
}
