//! `jikji check`: everything that build does but the export; no file is written.

use anyhow::{Context, Result};

use super::Exit;
use super::args::CheckArgs;
use super::issue::Run;
use super::terminal::{print, say};
use super::words;
use crate::diagnostic::Lang;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &CheckArgs, lang: Lang) -> Result<Exit> {
    let run = Run::start(&args.issue, lang)?;
    run.print_findings();
    if args.issue.json {
        let report = run.report(vec![], None);
        print(&serde_json::to_string_pretty(&report).context("failed to write the report")?)?;
    } else if run.outcome.diagnostics.is_empty() {
        say(&words::NO_FINDINGS.fill(lang, &[&args.issue.manifest.display().to_string()]));
    }
    Ok(run.end())
}
