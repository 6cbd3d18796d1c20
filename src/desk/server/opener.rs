//! Opens an address or a folder in what the user's desktop has for it.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use jikji_diagnostic::path_as_written;

/// Opens an address in the browser; whether something took it.
pub fn address(address: &str) -> bool {
    match cfg!(windows) {
        true => took("rundll32", &["url.dll,FileProtocolHandler", address]),
        false => took(elsewhere(), &[address]),
    }
}

/// Opens a folder where the user looks at files; whether something took it.
pub fn folder(path: &Path) -> bool {
    match cfg!(windows) {
        // It shows some other folder where it is asked for one in full, `\\?\D:\…`.
        true => took("explorer", &[path_as_written(&path.to_string_lossy())]),
        false => took(elsewhere(), &[path]),
    }
}

fn elsewhere() -> &'static str {
    if cfg!(target_os = "macos") { "open" } else { "xdg-open" }
}

fn took(program: &str, args: &[impl AsRef<OsStr>]) -> bool {
    let mut opener = Command::new(program);
    opener.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    opener.spawn().is_ok()
}
