//! Opens an address or a folder in what the user's desktop has for it.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

/// Opens it; whether something took it.
pub fn open(what: impl AsRef<OsStr>) -> bool {
    let (program, first): (_, &[&str]) = match () {
        () if cfg!(windows) => ("rundll32", &["url.dll,FileProtocolHandler"]),
        () if cfg!(target_os = "macos") => ("open", &[]),
        () => ("xdg-open", &[]),
    };
    let mut opener = Command::new(program);
    opener.args(first).arg(what).stdin(Stdio::null());
    opener.stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
