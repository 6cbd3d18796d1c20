//! The command line: one file a subcommand; arguments, words and exit status, no logic.

mod add;
mod alone;
mod archive;
pub mod archive_args;
pub mod args;
mod build;
mod check;
mod edit;
mod exit;
mod fix;
mod held_to;
mod help;
pub mod import;
mod impose;
mod interrupt;
mod issue;
mod listing;
mod man;
mod new;
mod preflight;
pub mod print_args;
mod restore;
mod terminal;
mod usage;
mod verdict;
mod words;

use std::process::ExitCode;

use crate::panicked;
use args::Command;
use exit::Exit;
use jikji_diagnostic::Lang;
use jikji_prepress::threads;

/// Wrong usage exits with 2 (clap's); a failure of the machine with 3; `interrupt` has its own.
const MACHINE_FAILED: u8 = 3;

/// Runs the program.
pub fn main() -> ExitCode {
    let (cli, lang) = usage::read();
    panicked::keep();
    threads::when_lost(lost);
    let run = || panicked::caught(words::RUNNING, || run(&cli.command, lang));
    match threads::in_pool(run).unwrap_or_else(|panic| Err(panic.into())) {
        Ok(Exit::Done) => ExitCode::SUCCESS,
        Ok(Exit::IssueHasErrors) => ExitCode::from(1),
        Err(error) => {
            failed(&error, lang);
            alone::linger(lang);
            ExitCode::from(MACHINE_FAILED)
        }
    }
}

/// Says why the command failed; how a panic came about only to those who ask for it.
fn failed(error: &anyhow::Error, lang: Lang) {
    let (reason, trace) = match error.is::<exit::MachineFailed>() {
        true => (words::SOME_NOT_BUILT.say(lang).to_string(), None),
        false => panicked::told(error, lang),
    };
    terminal::say(&words::FAILED.fill(lang, &[("reason", reason.into())]));
    let asked = std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0");
    trace.filter(|_| asked).inspect(|trace| terminal::say(trace));
}

/// Ends the process after a panic in work that others wait for and nobody can catch.
#[expect(clippy::exit, reason = "who waits for that work waits for ever")]
fn lost(payload: threads::Payload) {
    let (_, lang) = usage::read();
    failed(&panicked::of(words::RUNNING, &*payload).into(), lang);
    std::process::exit(MACHINE_FAILED.into());
}

fn run(command: &Command, lang: Lang) -> anyhow::Result<Exit> {
    match command {
        Command::Build(args) => build::run(args, lang),
        Command::Check(args) => check::run(args, lang),
        Command::Edit(args) => edit::run(args, lang),
        Command::Fix(args) => fix::run(args, lang),
        Command::New(args) => new::run(args, lang),
        Command::Add(args) => add::run(args, lang),
        Command::Archive(args) => archive::run(args, lang),
        Command::Import(args) => import::run(args, lang),
        Command::Restore(args) => restore::run(args, lang),
        Command::Preflight(args) => preflight::run(args, lang),
        Command::Impose(args) => impose::run(args, lang),
        Command::Schema(args) => listing::print_schema(args, lang),
        Command::Fonts(args) => listing::print_fonts(args),
        Command::Layouts(args) => listing::print_layouts(args),
        Command::Completions { shell } => listing::print_completions(*shell),
        Command::Man { folder } => man::run(folder, lang),
    }
}
