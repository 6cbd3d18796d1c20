//! Reads the command line, and says in Korean what is wrong with it; clap says it in English.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{CommandFactory, FromArgMatches, Parser};

use super::args::{Cli, LangArg};
use super::{alone, help, terminal};
use jikji_diagnostic::Lang;

/// The arguments of this run and the language to speak; wrong ones end it with status 2.
pub fn read() -> (Cli, Lang) {
    let arguments = alone::meant(std::env::args_os().collect());
    let lang = terminal::language(asked_language(&arguments));
    if lang == Lang::En {
        let first =
            arguments.get(1).and_then(|first| first.to_str()).filter(|first| is_file(first));
        if let Some(file) = first {
            let way = format!(
                "error: name a command before the manuscript: `jikji build {file}` or `jikji check {file}`"
            );
            terminal::say(&way);
            #[expect(clippy::exit, reason = "as clap itself ends after wrong usage")]
            std::process::exit(2)
        }
        return (Cli::parse_from(arguments), lang);
    }
    let arguments = asked_help(arguments);
    let read = help::korean(Cli::command()).try_get_matches_from(&arguments);
    match read.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => (cli, lang),
        Err(error) if !error.use_stderr() => error.exit(),
        Err(error) => {
            let command = subcommand(&arguments);
            let Some(words) = words(&error, &command) else { error.exit() };
            let command = if command.is_empty() { command } else { format!(" {command}") };
            let more = format!("자세한 것은 `jikji{command} --help`를 보세요.");
            terminal::say(&format!("오류: {words}\n\n{more}"));
            #[expect(clippy::exit, reason = "as clap itself ends after wrong usage")]
            std::process::exit(2)
        }
    }
}

/// `jikji help build` as `jikji build --help`: the help that clap makes by itself is English.
fn asked_help(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// Whether what stands in the place of a command is a file.
fn is_file(word: &str) -> bool {
    word.ends_with(".toml") || std::path::Path::new(word).is_file()
}

/// What `--lang` says, before anything else is known to be right.
fn asked_language(arguments: &[OsString]) -> Option<LangArg> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    let mut asked = None;
    while let Some(argument) = arguments.next() {
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('='),
            None => continue,
        };
        asked = match value {
            Some("ko") => Some(LangArg::Ko),
            Some("en") => Some(LangArg::En),
            _ => asked,
        };
    }
    asked
}

/// The subcommand that was meant; empty if none was.
fn subcommand(arguments: &[OsString]) -> String {
    let command = Cli::command();
    let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    words.find(|word| command.find_subcommand(word).is_some()).unwrap_or_default().into()
}

/// What is wrong, in Korean; `None` for what clap shows by itself.
fn words(error: &Error, command: &str) -> Option<String> {
    let of = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let near = |kind| match of(kind) {
        near if near.is_empty() => String::new(),
        near => format!("\n비슷한 것: {near}"),
    };
    Some(match error.kind() {
        ErrorKind::UnknownArgument => {
            format!("{argument}: 그런 옵션이나 인수는 없습니다{}", near(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let command = of(ContextKind::InvalidSubcommand);
            if is_file(&command) {
                return Some(format!(
                    "{command}: 원고 앞에 명령을 적으세요: `jikji build {command}`, `jikji check {command}`"
                ));
            }
            format!("{command}: 그런 명령은 없습니다{}", near(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let names: Vec<String> =
                Cli::command().get_subcommands().map(|c| c.get_name().to_string()).collect();
            format!(
                "명령을 적으세요: {}\n새 호는 `jikji new 폴더`로 만들고, 원고가 있는 폴더에서는 `jikji edit`로 엽니다",
                names.join(", ")
            )
        }
        ErrorKind::MissingRequiredArgument => format!("빠진 것이 있습니다: {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("{argument}: 뒤에 값이 와야 합니다{}", choices(error))
        }
        ErrorKind::InvalidValue => {
            format!("{argument}: `{value}`라는 값은 쓸 수 없습니다{}", choices(error))
        }
        ErrorKind::ValueValidation => {
            format!(
                "{argument}: `{value}`라는 값은 쓸 수 없습니다{}",
                what_is_meant(command, &argument)
            )
        }
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg);
            format!("{argument}: {other}와 함께 쓸 수 없습니다")
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::TooManyValues => {
            format!("{argument}: 값의 수가 맞지 않습니다")
        }
        ErrorKind::InvalidUtf8 => "명령에 UTF-8이 아닌 글자가 있습니다".into(),
        _ => return None,
    })
}

fn choices(error: &Error) -> String {
    match error.get(ContextKind::ValidValue).map(shown) {
        Some(known) if !known.is_empty() => format!("\n쓸 수 있는 값: {known}"),
        _ => String::new(),
    }
}

/// The help of an argument that was given a value it does not take: `--bleed <LENGTH>`.
fn what_is_meant(command: &str, argument: &str) -> String {
    let flag = argument.split_whitespace().next().unwrap_or_default();
    let name = flag.trim_start_matches('-').replace('-', "_");
    help::of(command, &name).map(|help| format!("\n{help}")).unwrap_or_default()
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(list) => list.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(truth) => truth.to_string(),
        _ => String::new(),
    }
}
