//! `jikji impose`: lays the pages of a print file out on press sheets.

use anyhow::{Context, Result};

use super::Exit;
use super::print_args::ImposeArgs;
use super::terminal::{print_diagnostics, say};
use super::words;
use crate::diagnostic::Lang;
use crate::edition::file::write_whole;
use crate::prepress::impose::{Options, Scheme, impose};
use crate::source::Sources;

/// The largest file that is read.
const LARGEST: u64 = 2 << 30;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &ImposeArgs, lang: Lang) -> Result<Exit> {
    let shown = args.file.display();
    let size =
        std::fs::metadata(&args.file).with_context(|| format!("failed to read {shown}"))?.len();
    anyhow::ensure!(size <= LARGEST, "{shown} is too large to impose ({size} bytes)");
    let pdf = std::fs::read(&args.file).with_context(|| format!("failed to read {shown}"))?;
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
            say(&words::WROTE.fill(lang, &args.out.display().to_string()));
            Ok(Exit::Done)
        }
        Err(fault) => {
            print_diagnostics(&[fault.diagnostic()], &Sources::default(), lang);
            Ok(Exit::IssueHasErrors)
        }
    }
}
