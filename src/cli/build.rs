//! `jikji build`: sets an issue and writes its editions.

use anyhow::{Context, Result};

use super::Exit;
use super::args::BuildArgs;
use super::issue::Run;
use super::terminal::{print, say};
use super::words;
use crate::build::SetNumber;
use crate::diagnostic::Lang;
use crate::edition::{emit, file, picture};

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &BuildArgs, lang: Lang) -> Result<Exit> {
    let mut run = Run::start(&args.issue, lang)?;
    let mut files = vec![];
    // Every edition is made before any is written: an error leaves all files as they were.
    let made = run.number().map(make);
    let made = match made {
        Some(Ok(made)) => made,
        Some(Err(found)) => {
            run.outcome.diagnostics.extend(found);
            vec![]
        }
        None => vec![],
    };
    if !run.fails()
        && let Some(number) = run.number()
    {
        for (name, bytes) in made {
            let path = args.out.join(name);
            file::write_whole(&path, &bytes)?;
            files.push(path.display().to_string());
        }
        let extra = write_extras(args, number, lang)?;
        files.iter().for_each(|path| say(&words::WROTE.fill(lang, path)));
        extra.iter().for_each(|line| say(line));
    }
    run.print_findings();
    if args.issue.json {
        let report = run.report(files);
        print(&serde_json::to_string_pretty(&report).context("failed to write the report")?)?;
    } else {
        for path in &files {
            print(path)?;
        }
    }
    Ok(run.end())
}

/// The editions' file names and bytes.
fn make(number: &SetNumber) -> Result<Vec<(String, Vec<u8>)>, Vec<crate::diagnostic::Diagnostic>> {
    let screen = number.screen_edition()?;
    Ok(vec![(format!("{}-screen.pdf", number.issue.slug), screen)])
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
