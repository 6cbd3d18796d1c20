//! `jikji restore`: takes out of an archive edition what it was made of.

use anyhow::Result;

use super::archive_args::RestoreArgs;
use super::exit::Exit;
use super::terminal::{print, print_diagnostics, print_report, say};
use super::words;
use crate::archive::restore::{LARGEST_PDF, RestoreFault, unpack, write};
use crate::document::file;
use jikji_diagnostic::Lang;
use jikji_diagnostic::source::Sources;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &RestoreArgs, lang: Lang) -> Result<Exit> {
    let pdf = file::bytes(&args.file, LARGEST_PDF).map_err(|failure| failure.error(&args.file))?;
    let refused = |fault: RestoreFault| {
        print_diagnostics(&[fault.diagnostic()], &Sources::default(), lang);
        Ok(Exit::IssueHasErrors)
    };
    let files = match unpack(&pdf) {
        Ok(files) => files,
        Err(fault) => return refused(fault),
    };
    if let Err(fault) = write(&files, &args.out, args.force)? {
        return refused(fault);
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    match args.json {
        true => print_report(&serde_json::json!({ "files": names }))?,
        false => {
            names.iter().try_for_each(|name| print(&args.out.join(name).display().to_string()))?
        }
    }
    say(&words::RESTORED.fill(lang, &[("count", names.len().into())]));
    Ok(Exit::Done)
}
