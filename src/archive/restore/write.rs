//! Writes unpacked files below one folder.
//!
//! All places are looked at before the first file is written. Nothing is written through a link.

use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Result;

use super::attached::Attached;
use super::fault::RestoreFault;
use crate::document::portable;
use crate::edition::file::write_whole;
use crate::refused::{READING, refused};

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The names of files that are new or have new contents.
    pub new: Vec<String>,
    /// The names of files that were there with the same contents.
    pub same: Vec<String>,
}

/// What stands where a file is to go.
enum There {
    Nothing,
    Same,
    Other,
}

/// Writes `files` below `out`, which is made if need be; each is written beside its target and
/// renamed. A file that is there with other contents is overwritten only with `force`.
///
/// # Errors
/// Outside, what the file system says; inside, a name that must not be used, a file in the way or a
/// link on the way. In each of these cases nothing has been written.
pub fn write(
    files: &[Attached],
    out: &Path,
    force: bool,
) -> Result<std::result::Result<Written, RestoreFault>> {
    let mut written = Written::default();
    let mut ahead = vec![];
    let mut in_the_way = vec![];
    for file in files {
        if let Some(why) = portable::refused(&file.name) {
            return Ok(Err(RestoreFault::Name { name: file.name.clone(), why }));
        }
        match look(file, out)? {
            Ok(There::Same) => written.same.push(file.name.clone()),
            Ok(There::Other) if !force => in_the_way.push(file.name.clone()),
            Ok(_) => ahead.push(file),
            Err(fault) => return Ok(Err(fault)),
        }
    }
    if !in_the_way.is_empty() {
        return Ok(Err(RestoreFault::Exists(in_the_way)));
    }
    for file in ahead {
        write_whole(&out.join(&file.name), &file.bytes)?;
        written.new.push(file.name.clone());
    }
    Ok(Ok(written))
}

/// Looks where a file is to go, and at the folders on the way there.
fn look(file: &Attached, out: &Path) -> Result<std::result::Result<There, RestoreFault>> {
    let mut path = out.to_path_buf();
    let parts: Vec<&str> = file.name.split('/').collect();
    for (index, part) in parts.iter().enumerate() {
        path.push(part);
        let Some(there) = metadata(&path)? else { return Ok(Ok(There::Nothing)) };
        let last = index + 1 == parts.len();
        if there.is_symlink() {
            return Ok(Err(RestoreFault::Link(parts[..=index].join("/"))));
        }
        if last != there.is_file() || last == there.is_dir() {
            // A folder where a file is to go, or a file where a folder is: never removed.
            return Ok(Err(RestoreFault::Exists(vec![parts[..=index].join("/")])));
        }
        if last {
            return Ok(Ok(compared(&path, &there, &file.bytes)?));
        }
    }
    Ok(Ok(There::Nothing))
}

fn metadata(path: &Path) -> Result<Option<Metadata>> {
    match path.symlink_metadata() {
        Ok(there) => Ok(Some(there)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(READING, path)(error).into()),
    }
}

fn compared(path: &Path, there: &Metadata, bytes: &[u8]) -> Result<There> {
    if there.len() != bytes.len() as u64 {
        return Ok(There::Other);
    }
    let old = std::fs::read(path).map_err(refused(READING, path))?;
    Ok(if old == bytes { There::Same } else { There::Other })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn file(name: &str, text: &str) -> Attached {
        Attached { name: name.into(), bytes: text.into(), relationship: None }
    }

    #[test]
    fn files_are_written_once_and_kept() {
        let out = tempfile::tempdir().unwrap();
        let out = out.path().join("new/folder");
        let files = [file("issue.toml", "a"), file("images/그림.svg", "b")];
        let first = write(&files, &out, false).unwrap().unwrap();
        assert_eq!(first.new, ["issue.toml", "images/그림.svg"]);
        assert_eq!(fs::read_to_string(out.join("images/그림.svg")).unwrap(), "b");
        let again = write(&files, &out, false).unwrap().unwrap();
        assert_eq!((again.new.len(), again.same.len()), (0, 2));
    }

    #[test]
    fn a_file_in_the_way_stops_all_unless_forced() {
        let out = tempfile::tempdir().unwrap();
        let files = [file("a.md", "new"), file("b.md", "new")];
        fs::write(out.path().join("b.md"), "old").unwrap();
        let fault = write(&files, out.path(), false).unwrap().unwrap_err();
        assert_eq!(fault, RestoreFault::Exists(vec!["b.md".into()]));
        assert!(!out.path().join("a.md").exists(), "nothing is written");
        let written = write(&files, out.path(), true).unwrap().unwrap();
        assert_eq!(written.new, ["a.md", "b.md"]);
        assert_eq!(fs::read_to_string(out.path().join("b.md")).unwrap(), "new");
    }

    #[test]
    fn folders_and_files_do_not_replace_each_other() {
        let out = tempfile::tempdir().unwrap();
        fs::create_dir(out.path().join("a")).unwrap();
        fs::write(out.path().join("b"), "").unwrap();
        for name in ["a", "b/c"] {
            let fault = write(&[file(name, "")], out.path(), true).unwrap().unwrap_err();
            assert!(matches!(fault, RestoreFault::Exists(_)), "{name}: {fault:?}");
        }
    }

    #[test]
    fn names_are_judged_here_too() {
        let out = tempfile::tempdir().unwrap();
        let fault = write(&[file("../x", "")], &out.path().join("in"), true).unwrap().unwrap_err();
        assert!(matches!(fault, RestoreFault::Name { .. }));
        assert!(!out.path().join("x").exists());
    }

    #[cfg(unix)]
    #[test]
    fn links_below_are_not_followed() {
        use std::os::unix::fs::symlink;
        let outside = tempfile::tempdir().unwrap();
        let out = tempfile::tempdir().unwrap();
        symlink(outside.path(), out.path().join("images")).unwrap();
        symlink(outside.path().join("x"), out.path().join("x.md")).unwrap();
        for name in ["images/a.svg", "x.md"] {
            let fault = write(&[file(name, "")], out.path(), true).unwrap().unwrap_err();
            assert!(matches!(fault, RestoreFault::Link(_)), "{name}: {fault:?}");
        }
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
        let linked = out.path().join("linked");
        symlink(outside.path(), &linked).unwrap();
        write(&[file("a.md", "")], &linked, false).unwrap().unwrap();
        assert!(outside.path().join("a.md").exists(), "the folder itself may be a link");
    }
}
