//! `jikji impose`: lays the pages of a print file out on press sheets.

use anyhow::Result;

use super::exit::Exit;
use super::print_args::{ImposeArgs, LARGEST};
use super::terminal::{print_diagnostics, say};
use super::words;
use crate::document::file;
use crate::edition::file::write_whole;
use jikji_diagnostic::Lang;
use jikji_diagnostic::source::Sources;
use jikji_prepress::impose::{Options, Scheme, impose};

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &ImposeArgs, lang: Lang) -> Result<Exit> {
    let pdf = file::bytes(&args.file, LARGEST).map_err(|failure| failure.error(&args.file))?;
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
            say(&words::WROTE.fill(lang, &[("file", args.out.display().to_string().into())]));
            Ok(Exit::Done)
        }
        Err(fault) => {
            print_diagnostics(&[fault.diagnostic()], &Sources::default(), lang);
            Ok(Exit::IssueHasErrors)
        }
    }
}
