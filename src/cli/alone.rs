//! `jikji` alone: on a double click, or in a folder with a number, it is `jikji edit`.

use std::ffi::OsString;
use std::io::{BufRead, IsTerminal};
use std::path::Path;

use super::terminal::say;
use super::words;
use crate::session::new::MANIFEST;
use jikji_diagnostic::Lang;

/// The arguments as they are meant. Where nobody looks on (a script, a pipe) nothing is meant that was not said.
pub fn meant(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let looked_on = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let number = Path::new(MANIFEST).is_file();
    if is_bare(&arguments) && opens_desk(clicked(), looked_on, number) {
        arguments.push("edit".into());
    }
    arguments
}

/// Whether nothing is said but in which language.
fn is_bare(arguments: &[OsString]) -> bool {
    match arguments.get(1..).unwrap_or_default() {
        [] => true,
        [lang] => lang.to_str().is_some_and(|lang| lang.starts_with("--lang=")),
        [lang, _] => lang == "--lang",
        _ => false,
    }
}

fn opens_desk(clicked: bool, looked_on: bool, number: bool) -> bool {
    clicked || looked_on && number
}

/// Keeps the window of a program that was opened by a double click until somebody has read why it ends.
pub fn linger(lang: Lang) {
    if clicked() {
        say(words::CLOSE_WINDOW.say(lang));
        // Whatever comes, the window may close.
        let _ = std::io::stdin().lock().read_line(&mut String::new());
    }
}

/// Whether the program was opened from the desktop, so that nobody has a terminal.
#[cfg(windows)]
fn clicked() -> bool {
    parent().is_some_and(|name| name.eq_ignore_ascii_case("explorer.exe"))
}

/// The program that started this one.
#[cfg(windows)]
fn parent() -> Option<String> {
    use winsafe::{HPROCESSLIST, co};
    let mut snapshot =
        HPROCESSLIST::CreateToolhelp32Snapshot(co::TH32CS::SNAPPROCESS, None).ok()?;
    let processes = snapshot.iter_processes().filter_map(Result::ok);
    let known: Vec<(u32, u32, String)> = processes
        .map(|process| (process.th32ProcessID, process.th32ParentProcessID, process.szExeFile()))
        .collect();
    let own = std::process::id();
    let parent = known.iter().find(|(id, ..)| *id == own)?.1;
    known.into_iter().find(|(id, ..)| *id == parent).map(|(.., name)| name)
}

/// Elsewhere desktops say in a file of theirs which command a click means.
#[cfg(not(windows))]
fn clicked() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::{is_bare, opens_desk};

    #[test]
    fn the_desk_opens_for_people_where_a_number_is_or_on_a_double_click() {
        assert!(opens_desk(true, true, false) && opens_desk(false, true, true));
        assert!(!opens_desk(false, false, true) && !opens_desk(false, true, false));
    }

    #[test]
    fn a_language_is_no_command() {
        let bare = |words: &[&str]| is_bare(&words.iter().map(Into::into).collect::<Vec<_>>());
        assert!(
            bare(&["jikji"]) && bare(&["jikji", "--lang", "ko"]) && bare(&["jikji", "--lang=ko"])
        );
        assert!(!bare(&["jikji", "check"]) && !bare(&["jikji", "check", "a.toml"]));
    }
}
