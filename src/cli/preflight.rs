//! `jikji preflight`: tests any PDF for what a press needs.

use std::path::Path;

use anyhow::{Context, Result};

use super::exit::Exit;
use super::print_args::{LARGEST, PreflightArgs};
use super::terminal::{print, print_diagnostics, print_report, progress, say};
use super::words;
use crate::document::file;
use crate::edition::file::write_whole;
use crate::edition::print::conditions::profile_words;
use crate::manifest::LARGEST_PROFILE;
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang, Severity};
use jikji_prepress::preflight::{
    Finding, Limits, RuleOutcome, Stored, Verdict, picture, preflight_stored, words as told,
};
use jikji_prepress::profile::OutputProfile;

/// Resolution of the pictures of findings, pixels per inch.
const PICTURE_PPI: f64 = 100.0;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &PreflightArgs, lang: Lang) -> Result<Exit> {
    let pdf = stored(&args.file)?;
    let limits = match limits(args)? {
        Ok(limits) => limits,
        Err(problem) => {
            print_diagnostics(&[problem], &Sources::default(), lang);
            return Ok(Exit::IssueHasErrors);
        }
    };
    let verdict = preflight_stored(&pdf, &limits, &mut progress());
    if args.json {
        print_report(&verdict)?;
    } else {
        print_verdict(&verdict, lang)?;
    }
    if let Some(folder) = &args.png {
        for page in 1..=verdict.pages {
            let Some(image) = picture(&pdf, page, &verdict.findings, PICTURE_PPI) else { continue };
            let mut bytes = vec![];
            image
                .write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png)
                .context("failed to encode a picture")?;
            write_whole(&folder.join(format!("page-{page:03}.png")), &bytes)?;
        }
        say(&words::WROTE_PICTURES.fill(lang, &[("folder", folder.as_path().into())]));
    }
    Ok(if verdict.passed { Exit::Done } else { Exit::IssueHasErrors })
}

/// The file, the data of its large pictures left on the disk; what comes through a pipe is read whole.
fn stored(path: &Path) -> Result<Stored<'static>> {
    let failed = |error| file::Failure::Io(error).error(path);
    let opened = std::fs::File::open(path).map_err(failed)?;
    let told = opened.metadata().map_err(failed)?;
    if told.is_file() && told.len() <= LARGEST {
        let size = usize::try_from(told.len()).context("the file is too large for this machine")?;
        return Stored::sparse(opened, size).map_err(failed);
    }
    let bytes = file::bytes(path, LARGEST).map_err(|failure| failure.error(path))?;
    Ok(bytes.into())
}

/// What the file is held to; without a profile its own output intent tells the ink limit.
fn limits(args: &PreflightArgs) -> Result<Result<Limits, Diagnostic>> {
    let limits = Limits { bleed_mm: args.bleed, ink_by_intent: true, ..Limits::default() };
    let Some(asked) = &args.profile else { return Ok(Ok(limits)) };
    let held = |OutputProfile { ink_limit_percent, .. }| Limits {
        ink_limit_percent,
        ink_by_intent: false,
        ..limits
    };
    Ok(profile(asked)?.map(held))
}

/// A built-in profile by name, or the file at that path.
fn profile(asked: &str) -> Result<Result<OutputProfile, Diagnostic>> {
    if let Some(profile) = OutputProfile::built_in(asked) {
        return Ok(Ok(profile));
    }
    let path = Path::new(asked);
    let bytes = file::bytes(path, LARGEST_PROFILE).map_err(|failure| failure.error(path))?;
    let refused =
        |fault| Diagnostic::general(profile_words(fault)).arg("name", format!("`{asked}`"));
    Ok(OutputProfile::from_icc(bytes, asked).map_err(refused))
}

/// The page of a finding and, if it has one, its place from the left top corner of the finished page
/// as it is seen.
fn place(verdict: &Verdict, finding: &Finding, page: usize, lang: Lang) -> String {
    let boxes = verdict.boxes.get(page - 1);
    let at = boxes.zip(finding.place).and_then(|(boxes, place)| {
        let trim = boxes.trim.unwrap_or(boxes.media);
        // What is said of the whole page has no place on it.
        finding.at.filter(|_| place != trim)
    });
    let at = at.map(|at| [at.left, at.top].map(|mm| format!("{mm:.1}")));
    match at {
        Some([left, top]) => words::ON_PAGE_AT
            .fill(lang, &[("page", page.into()), ("left", left.into()), ("top", top.into())]),
        None => words::ON_PAGE.fill(lang, &[("page", page.into())]),
    }
}

/// The findings with page, place, count and a way out, then what each rule came to.
fn print_verdict(verdict: &Verdict, lang: Lang) -> Result<()> {
    for finding in &verdict.findings {
        let (text, help) = told(finding, lang);
        let sign = match finding.severity {
            Severity::Error => words::ERROR.fill(lang, &[("code", finding.rule.code.into())]),
            Severity::Warning => words::WARNING.fill(lang, &[("code", finding.rule.code.into())]),
        };
        let page = finding.page.map(|page| place(verdict, finding, page, lang));
        let times =
            if finding.count > 1 { format!(" (×{})", finding.count) } else { String::new() };
        print(&format!("{sign}: {}{text}{times}\n  = {help}", page.unwrap_or_default()))?;
    }
    let with = |outcome: RuleOutcome| {
        let codes = verdict.rules.iter().filter(|rule| rule.outcome == outcome);
        codes.map(|rule| rule.rule.code).collect::<Vec<_>>().join(" ")
    };
    for (outcome, label) in [
        (RuleOutcome::Passed, words::RULES_PASSED),
        (RuleOutcome::Warned, words::RULES_WARNED),
        (RuleOutcome::Failed, words::RULES_FAILED),
        (RuleOutcome::NotChecked, words::RULES_NOT_CHECKED),
    ] {
        let codes = with(outcome);
        if !codes.is_empty() {
            print(&label.fill(lang, &[("rules", codes.into())]))?;
        }
    }
    Ok(())
}
