//! `jikji new`: a folder with the manifest of a new number.

use anyhow::Result;

use super::args::NewArgs;
use super::exit::Exit;
use super::terminal::{print, print_diagnostics, say};
use super::words;
use crate::session::new::{NewNumber, new_number};
use jikji_diagnostic::Lang;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &NewArgs, lang: Lang) -> Result<Exit> {
    let file = |path: &std::path::Path| [("file", path.into())];
    match new_number(&args.dir, args.from.as_deref(), lang)? {
        NewNumber::Made(manifest) => {
            print(&manifest.display().to_string())?;
            say(&words::NUMBER_MADE.fill(lang, &file(&manifest)));
            return Ok(Exit::Done);
        }
        NewNumber::There(manifest) => say(&words::NUMBER_THERE.fill(lang, &file(&manifest))),
        NewNumber::Faulty(found, sources) => print_diagnostics(&found, &sources, lang),
    }
    Ok(Exit::IssueHasErrors)
}
