//! `jikji preflight`: tests any PDF for what a press needs.

use anyhow::{Context, Result};

use super::Exit;
use super::print_args::PreflightArgs;
use super::terminal::{print, progress, say};
use super::{print_words, words};
use crate::diagnostic::Lang;
use crate::edition::file::write_whole;
use crate::prepress::preflight::{
    Limits, Outcome, Severity, Verdict, picture, preflight, words as told,
};
use crate::prepress::profile::OutputProfile;

/// The largest file that is read.
const LARGEST: u64 = 2 << 30;

/// Resolution of the pictures of findings, pixels per inch.
const PICTURE_PPI: f64 = 100.0;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &PreflightArgs, lang: Lang) -> Result<Exit> {
    let shown = args.file.display();
    let size =
        std::fs::metadata(&args.file).with_context(|| format!("failed to read {shown}"))?.len();
    anyhow::ensure!(size <= LARGEST, "{shown} is too large to test ({size} bytes)");
    let pdf = std::fs::read(&args.file).with_context(|| format!("failed to read {shown}"))?;
    let limits = limits(args);
    let mut report = progress();
    let verdict = preflight(&pdf, &limits, &mut *report);
    if args.json {
        print(&serde_json::to_string_pretty(&verdict).context("failed to write the verdict")?)?;
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
        say(&words::WROTE_PICTURES.fill(lang, &folder.display().to_string()));
    }
    Ok(if verdict.passed { Exit::Done } else { Exit::IssueHasErrors })
}

fn limits(args: &PreflightArgs) -> Limits {
    let ink = OutputProfile::built_in(&args.profile).map(|profile| profile.ink_limit_percent);
    let standard = Limits::default();
    Limits { ink_limit_percent: ink.unwrap_or(standard.ink_limit_percent), ..standard }
}

/// The findings with page, count and a way out, then what each rule came to.
fn print_verdict(verdict: &Verdict, lang: Lang) -> Result<()> {
    for finding in &verdict.findings {
        let (text, help) = told(finding, lang);
        let sign = match finding.severity {
            Severity::Error => print_words::ERROR.fill(lang, finding.rule.code),
            Severity::Warning => print_words::WARNING.fill(lang, finding.rule.code),
        };
        let page = finding.page.map(|page| print_words::ON_PAGE.fill(lang, &page.to_string()));
        let times =
            if finding.count > 1 { format!(" (×{})", finding.count) } else { String::new() };
        print(&format!("{sign}: {}{text}{times}\n  = {help}", page.unwrap_or_default()))?;
    }
    let with = |outcome: Outcome| {
        let codes = verdict.rules.iter().filter(|rule| rule.outcome == outcome);
        codes.map(|rule| rule.rule.code).collect::<Vec<_>>().join(" ")
    };
    for (outcome, label) in [
        (Outcome::Passed, print_words::RULES_PASSED),
        (Outcome::Warned, print_words::RULES_WARNED),
        (Outcome::Failed, print_words::RULES_FAILED),
        (Outcome::NotChecked, print_words::RULES_NOT_CHECKED),
    ] {
        let codes = with(outcome);
        if !codes.is_empty() {
            print(&label.fill(lang, &codes))?;
        }
    }
    Ok(())
}
