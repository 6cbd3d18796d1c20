//! `jikji check`: says all that `build` would say; no file is written.

use anyhow::Result;

use super::args::{self, CheckArgs};
use super::exit::Exit;
use super::issue::IssueRun;
use super::terminal::{print_report, say};
use super::words;
use crate::session::editions;
use jikji_diagnostic::Lang;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &CheckArgs, lang: Lang) -> Result<Exit> {
    let mut run = IssueRun::start(&args.issue, lang)?;
    let asked = args::editions(&args.edition, &editions::USUAL);
    let printed = run.make(&asked)?.and_then(|made| made.print);
    run.print_findings();
    if args.issue.json {
        let report = run.report(vec![], printed);
        print_report(&report)?;
    } else if run.outcome.diagnostics.is_empty() {
        say(&words::NO_FINDINGS.fill(lang, &[("file", args.issue.manifest.as_path().into())]));
    }
    Ok(run.end())
}
