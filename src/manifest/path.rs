//! Finds the files an issue names, and only inside the manifest's folder.
//!
//! It never opens them.

use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::near_path::{self, Near};
use crate::manifest::messages as msg;
use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Diagnostic, Message};

use crate::document::quoted;

/// The most names read from one folder when a file is not found as written.
const MOST_NAMES: usize = 10_000;
/// The longest path, in bytes.
const LONGEST: usize = 1024;

/// A file of the issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// Where it is on this machine.
    pub path: PathBuf,
    /// Its path inside the folder, with `/` and in NFC, the same on every machine.
    pub name: String,
}

/// Finds the file the author wrote as `written` inside `folder`.
pub fn find(folder: &Path, written: &str, place: Span) -> Result<FoundFile, Diagnostic> {
    let problem = |message: &'static Message| {
        Diagnostic::at(message, place).arg("path", quoted(shortened(written)))
    };
    if let Some(message) = forbidden(written) {
        return Err(problem(message).arg("right", quoted(shortened(&near_path::forward(written)))));
    }
    let missing = || match near_path::of(folder, written) {
        Some(Near::OtherCase(right)) => problem(msg::PATH_CASE).arg("right", quoted(right)),
        Some(Near::Other(right)) => problem(msg::PATH_NEAR).arg("right", quoted(right)),
        None => problem(msg::PATH_MISSING),
    };
    let mut path = folder.to_path_buf();
    let mut names: Vec<String> = vec![];
    for name in written.split('/').filter(|name| !name.is_empty() && *name != ".") {
        match on_disk(&path, name) {
            OnDisk::As(found) => path.push(found),
            OnDisk::Missing => return Err(missing()),
        }
        names.push(name.nfc().collect());
    }
    stays_inside(folder, &path).map_err(problem)?;
    if !path.is_file() {
        return Err(problem(msg::PATH_NOT_FILE));
    }
    Ok(FoundFile { path, name: names.join("/") })
}

/// What a path may not be before the disk is asked.
fn forbidden(written: &str) -> Option<&'static Message> {
    let drive = matches!(written.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    // In TOML `\\n` of `images\\new.png` is a line end.
    let escaped = |c: char| matches!(c, '\u{8}' | '\t' | '\n' | '\u{c}' | '\r' | '\u{1b}');
    let control = written.contains(|c: char| c.is_control() && !escaped(c));
    if written.trim().is_empty() || written.len() > LONGEST || control {
        Some(msg::PATH_EMPTY)
    } else if written.contains(escaped) && !drive {
        Some(msg::PATH_BACKSLASH)
    } else if written.starts_with('/') || drive || written.starts_with("\\\\") {
        Some(msg::PATH_ABSOLUTE)
    } else if written.contains("://") {
        Some(msg::PATH_REMOTE)
    } else if written.split(['/', '\\']).any(|part| part == "..") {
        Some(msg::PATH_OUTSIDE)
    } else if written.contains('\\') {
        Some(msg::PATH_BACKSLASH)
    } else {
        None
    }
}

fn stays_inside(folder: &Path, path: &Path) -> Result<(), &'static Message> {
    let folder = folder.canonicalize().map_err(|_| msg::PATH_MISSING)?;
    let path = path.canonicalize().map_err(|_| msg::PATH_MISSING)?;
    path.starts_with(folder).then_some(()).ok_or(msg::PATH_LINK_OUTSIDE)
}

enum OnDisk {
    /// There, under this spelling (composed or decomposed Hangul).
    As(std::ffi::OsString),
    Missing,
}

/// Looks a name up in a folder: as written first, then by what a reader sees as the same name.
fn on_disk(folder: &Path, name: &str) -> OnDisk {
    // On disks that ignore case a wrong spelling is found too, but would not be elsewhere.
    let exact = !cfg!(any(windows, target_os = "macos"));
    if exact && folder.join(name).symlink_metadata().is_ok() {
        return OnDisk::As(name.into());
    }
    let composed: String = name.nfc().collect();
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = folder.read_dir().into_iter().flatten().take(MOST_NAMES);
    for found in entries.flatten().map(|entry| entry.file_name()) {
        let Some(seen) = found.to_str().map(|s| s.nfc().collect::<String>()) else { continue };
        if seen == composed {
            return OnDisk::As(found);
        }
    }
    OnDisk::Missing
}

fn shortened(written: &str) -> String {
    written.chars().take(120).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::find;
    use jikji_diagnostic::source::{Sources, Span};

    fn code(folder: &std::path::Path, written: &str) -> Result<String, &'static str> {
        let mut sources = Sources::default();
        let place = Span::new(sources.add("issue.toml", ""), 0..0);
        find(folder, written, place).map(|found| found.name).map_err(|d| d.message.code)
    }

    #[test]
    fn files_inside_are_found() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("그림")).unwrap();
        fs::write(dir.path().join("그림/얼굴.svg"), "").unwrap();
        assert_eq!(code(dir.path(), "그림/얼굴.svg").unwrap(), "그림/얼굴.svg");
        assert_eq!(code(dir.path(), "./그림//얼굴.svg").unwrap(), "그림/얼굴.svg");
        assert_eq!(code(dir.path(), "그림"), Err("E0147"));
        assert_eq!(code(dir.path(), "그림/없음.svg"), Err("E0145"));
    }

    #[test]
    fn a_name_is_found_composed_and_decomposed() {
        use unicode_normalization::UnicodeNormalization;
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("표지.png".nfd().collect::<String>()), "").unwrap();
        assert_eq!(code(dir.path(), "표지.png").unwrap(), "표지.png");
    }

    #[test]
    fn paths_that_leave_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        for (written, expected) in [
            ("../secret.png", "E0140"),
            ("a/../../b.png", "E0140"),
            ("..\\b.png", "E0140"),
            ("/etc/passwd", "E0141"),
            ("C:/a.png", "E0141"),
            ("c:\\a.png", "E0141"),
            ("\\\\server\\a.png", "E0141"),
            ("images\\a.png", "E0142"),
            ("https://example.org/a.png", "E0148"),
            ("", "E0149"),
            ("a\0b", "E0149"),
        ] {
            assert_eq!(code(dir.path(), written), Err(expected), "{written}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_refused() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("a.png"), "").unwrap();
        let dir = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(outside.path(), dir.path().join("images")).unwrap();
        assert_eq!(code(dir.path(), "images/a.png"), Err("E0143"));
        fs::write(dir.path().join("b.png"), "").unwrap();
        std::os::unix::fs::symlink("b.png", dir.path().join("c.png")).unwrap();
        assert_eq!(code(dir.path(), "c.png").unwrap(), "c.png");
    }

    #[test]
    fn other_capitals_are_named() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("Face.PNG"), "").unwrap();
        assert_eq!(code(dir.path(), "face.png"), Err("E0144"));
    }
}
