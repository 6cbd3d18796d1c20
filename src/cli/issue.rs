//! What `build` and `check` share: one issue, its findings, its report.

use anyhow::Result;

use super::args::{Deny, IssueArgs};
use super::exit::Exit;
use super::terminal::print_diagnostics;
use crate::edition::Edition;
use crate::edition::number::SetNumber;
use crate::edition::print::PrintReport;
use crate::edition::report::{Report, diagnostic_lines, entry_lines};
use crate::report::JIKJI;
use crate::session::editions::{self, Made};
use crate::session::{Outcome, set_issue};
use jikji_diagnostic::Lang;

/// A run over one issue.
pub struct IssueRun {
    /// What came of it.
    pub outcome: Outcome,
    lang: Lang,
    deny: bool,
}

impl IssueRun {
    /// Loads, checks and sets the issue.
    ///
    /// # Errors
    /// Failures of the machine.
    pub fn start(args: &IssueArgs, lang: Lang) -> Result<Self> {
        let outcome = set_issue(&args.manifest)?;
        Ok(Self { outcome, lang, deny: args.deny == Some(Deny::Warnings) })
    }

    /// The number, if it was set.
    pub fn number(&self) -> Option<&SetNumber> {
        self.outcome.number.as_ref()
    }

    /// Makes editions of the number; what was found joins the findings.
    ///
    /// # Errors
    /// Failures of the machine.
    pub fn make(&mut self, asked: &[Edition]) -> Result<Option<Made>> {
        let Outcome { number, diagnostics, .. } = &mut self.outcome;
        let Some(number) = number else { return Ok(None) };
        editions::make(number, asked, diagnostics)
    }

    /// Whether the findings fail the run.
    pub fn fails(&self) -> bool {
        self.outcome.has_errors() || (self.deny && !self.outcome.diagnostics.is_empty())
    }

    /// The exit status. The process ends after it, so the pages and all that Typst remembers of them
    /// are left to the system instead of being taken apart.
    #[expect(clippy::mem_forget, reason = "taking the pages apart takes longer than ending")]
    pub fn end(self) -> Exit {
        let exit = if self.fails() { Exit::IssueHasErrors } else { Exit::Done };
        std::mem::forget(self);
        exit
    }

    /// Prints the findings to stderr.
    pub fn print_findings(&self) {
        print_diagnostics(&self.outcome.diagnostics, &self.outcome.sources, self.lang);
    }

    /// The report for machines.
    pub fn report(&self, files: Vec<String>, print: Option<PrintReport>) -> Report {
        let number = self.number();
        let pages = number.map(|number| &number.pages);
        Report {
            jikji: JIKJI,
            slug: number.map(|number| number.issue.slug.clone()),
            files,
            pages: pages.map_or(0, |pages| pages.document.pages().len()),
            entries: number.map_or(vec![], |n| entry_lines(&n.issue, &n.pages)),
            lines: pages.map(|pages| pages.statistics),
            print,
            diagnostics: diagnostic_lines(
                &self.outcome.diagnostics,
                &self.outcome.sources,
                self.lang,
            ),
        }
    }
}
