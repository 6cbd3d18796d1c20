//! `jikji man`: the manual pages, for those who make packages.

use std::path::Path;

use anyhow::Result;
use clap::CommandFactory;
use clap_mangen::Man;

use super::args::Cli;
use super::exit::Exit;
use super::help;
use super::terminal::print;
use crate::edition::file::write_whole;
use crate::report::JIKJI;
use jikji_diagnostic::Lang;

/// Writes a page of the program and one of each command into a folder, in the language of the help.
///
/// # Errors
/// Failures of the machine.
pub fn run(folder: &Path, lang: Lang) -> Result<Exit> {
    let program = match lang {
        Lang::Ko => help::korean(Cli::command()),
        Lang::En => Cli::command().disable_help_subcommand(true),
    };
    let commands = program.get_subcommands().cloned().map(|command| {
        let name = format!("jikji-{}", command.get_name());
        command.display_name(name)
    });
    for page in std::iter::once(program.clone()).chain(commands) {
        let page = Man::new(page).source(format!("jikji {JIKJI}"));
        let mut text = vec![];
        page.render(&mut text).expect("memory takes what is written");
        let path = folder.join(page.get_filename());
        write_whole(&path, &text)?;
        print(&path.display().to_string())?;
    }
    Ok(Exit::Done)
}
