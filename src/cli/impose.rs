//! `jikji impose`: lays the pages of a print file out on press sheets.

use std::path::Path;

use anyhow::Result;

use super::exit::Exit;
use super::print_args::ImposeArgs;
use super::terminal::{print_diagnostics, say};
use super::words;
use crate::document::file;
use crate::edition::file::write_whole;
use crate::preflight::LARGEST;
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang};
use jikji_prepress::impose::{Options, Scheme, impose};
use jikji_prepress::messages::ONTO_ITSELF;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &ImposeArgs, lang: Lang) -> Result<Exit> {
    let pdf = file::bytes(&args.file, LARGEST).map_err(|failure| failure.error(&args.file))?;
    if is_same(&args.file, &args.out) {
        let file = format!("`{}`", args.out.display());
        let onto_itself = Diagnostic::general(ONTO_ITSELF).arg("file", file);
        print_diagnostics(&[onto_itself], &Sources::default(), lang);
        return Ok(Exit::IssueHasErrors);
    }
    let scheme = match args.n_up {
        Some((columns, rows)) => Scheme::NUp { columns, rows },
        None => Scheme::Booklet,
    };
    let options = Options {
        scheme,
        creep_mm_per_sheet: args.creep,
        marks: !args.no_marks,
        sheet_mm: args.sheet,
    };
    match impose(&pdf, options) {
        Ok(sheets) => {
            write_whole(&args.out, &sheets)?;
            say(&words::WROTE.fill(lang, &[("file", args.out.as_path().into())]));
            Ok(Exit::Done)
        }
        Err(fault) => {
            print_diagnostics(&[fault.diagnostic()], &Sources::default(), lang);
            Ok(Exit::IssueHasErrors)
        }
    }
}

/// Whether both paths lead to one file that is there.
fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}
