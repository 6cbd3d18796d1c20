//! `jikji edit`: the pages of a number in the browser, live while its files change.

use anyhow::Result;

use super::args::EditArgs;
use super::exit::Exit;
use super::terminal::{print, say};
use super::words;
use crate::desk::{Desk, Options, opener};
use jikji_diagnostic::Lang;

/// Runs the command, until it is told to end.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &EditArgs, lang: Lang) -> Result<Exit> {
    let EditArgs { manifest, port, no_open, read_only } = args.clone();
    let desk = Desk::open(Options { manifest, port, lang, read_only })?;
    let address = desk.address();
    print(&address)?;
    let opened = !no_open && opener::address(&address);
    say(if opened { words::DESK_OPENED } else { words::DESK_READY }.say(lang));
    desk.run()?;
    Ok(Exit::Done)
}
