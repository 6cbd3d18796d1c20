//! Talking to people: diagnostics and a closing line on stderr, results on stdout.

use std::io::{IsTerminal, Write};

use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang, Severity, render};

use super::args::LangArg;

/// The language to speak: the flag's, else the locale's, else English.
pub fn language(flag: Option<LangArg>) -> Lang {
    match flag {
        Some(LangArg::Ko) => Lang::Ko,
        Some(LangArg::En) => Lang::En,
        None => match sys_locale::get_locale() {
            Some(locale) if locale.to_lowercase().starts_with("ko") => Lang::Ko,
            _ => Lang::En,
        },
    }
}

/// Whether stderr gets colour: a terminal, and `NO_COLOR` is unset or empty.
fn styled() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    std::io::stderr().is_terminal() && !refused
}

/// Prints findings to stderr, with a closing count.
pub fn print_diagnostics(found: &[Diagnostic], sources: &Sources, lang: Lang) {
    let styled = styled();
    let mut err = anstream::stderr().lock();
    for diagnostic in found {
        // A closed stderr is nobody's error.
        let _ = writeln!(err, "{}", render::render(diagnostic, sources, lang, styled));
    }
    let count = |severity| found.iter().filter(|d| d.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings > 0 {
        let _ = writeln!(err, "{}", render::summary(errors, warnings, lang));
    }
}

/// Prints one line to stderr.
pub fn say(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

/// A progress bar on stderr, where that is a terminal; nothing elsewhere. It takes what is done and
/// all there is.
pub fn progress() -> impl FnMut(usize, usize) {
    const WIDTH: usize = 32;
    let shown = std::io::stderr().is_terminal();
    move |done, of| {
        if !shown {
            return;
        }
        let filled = done * WIDTH / of.max(1);
        let (full, rest) = ("#".repeat(filled), "-".repeat(WIDTH - filled));
        let end = if done == of { "\r\x1b[K" } else { "" };
        let mut err = anstream::stderr().lock();
        let _ = write!(err, "\r[{full}{rest}] {done}/{of}{end}");
        let _ = err.flush();
    }
}

/// Takes a progress bar off stderr, and what the terminal wrote behind it.
pub fn clear_progress() {
    if std::io::stderr().is_terminal() {
        let _ = write!(anstream::stderr().lock(), "\r\x1b[K");
    }
}

/// Prints a report to stdout, for programs.
pub fn print_report(report: &impl serde::Serialize) -> anyhow::Result<()> {
    print(&crate::report::json(report))
}

/// Prints a result to stdout; a reader that went away is no error.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
