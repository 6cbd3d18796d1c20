//! `jikji fix`: writes what `check` says can be written safely, and shows it.

use anyhow::Result;

use super::args::FixArgs;
use super::exit::Exit;
use super::terminal::{print, print_diagnostics, say};
use super::words;
use crate::document::difference;
use crate::edition::file::replace;
use crate::manifest::mend::{self, Mended};
use crate::refused::{READING, failed, refused};
use jikji_diagnostic::{Lang, any_error};
use jikji_prose::normal::file_text;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &FixArgs, lang: Lang) -> Result<Exit> {
    let outcome = mend::mend(&args.manifest)?;
    let writable = args.dry_run || outcome.files.iter().all(|file| file.path.is_file());
    for file in outcome.files.iter().filter(|_| writable) {
        let lines = |bytes: &[u8]| file_text(&String::from_utf8_lossy(bytes));
        print(
            difference::between(&file.shown, &lines(&file.before), &lines(&file.after)).trim_end(),
        )?;
        if !args.dry_run {
            write(file)?;
        }
    }
    print_diagnostics(&outcome.left, &outcome.sources, lang);
    let said = match () {
        () if !writable => words::NOT_A_FILE,
        () if outcome.unsure && outcome.files.is_empty() => words::FIX_UNSURE,
        () if outcome.files.is_empty() => words::NOTHING_TO_FIX,
        () if args.dry_run => words::WOULD_FIX,
        () => words::FIXED,
    };
    let shown = args.manifest.display().to_string();
    say(&said.fill(lang, &[("file", shown.into()), ("count", outcome.count.into())]));
    let failed = any_error(&outcome.left) || outcome.unsure || !writable;
    Ok(if failed { Exit::IssueHasErrors } else { Exit::Done })
}

/// Writes a file through its links, if it is still what was read.
fn write(file: &Mended) -> Result<()> {
    let path = std::fs::canonicalize(&file.path).map_err(refused(READING, &file.path))?;
    if !replace(&path, &file.before, &file.after)? {
        let file = [("file", file.shown.clone().into())];
        return Err(failed(words::CHANGED_MEANWHILE, &file));
    }
    Ok(())
}
