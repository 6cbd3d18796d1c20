//! The folder that finished files go to: shared by runs, and swept of what a killed run left.

use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Result;

use crate::edition::file::{UNFINISHED, make_folder};
use crate::refused::{self as machine, refused};

/// The file whose lock says that a run is at work.
const AT_WORK: &str = ".archive-at-work";

/// Held as long as a run lasts; the system lets go of it however the run ends.
#[derive(Debug)]
pub struct AtWork {
    _file: File,
}

/// Opens `out` for a run. If no other run is at work there, unfinished files that a killed one left in
/// `out` and in `folders` are removed.
///
/// # Errors
/// What the file system says, with the path.
pub fn open<'a>(out: &'a Path, folders: impl Iterator<Item = &'a Path>) -> Result<AtWork> {
    make_folder(out)?;
    let path = out.join(AT_WORK);
    let failed = refused(machine::WRITING, &path);
    let open = || {
        let file = File::options().create(true).truncate(false).write(true).open(&path);
        file.map_err(&failed)
    };
    // A lock is let go of with the file: to unlock one that is held once is an error on some systems.
    match open()?.try_lock() {
        Ok(()) => std::iter::once(out).chain(folders).for_each(sweep),
        // Some network file systems have no locks; runs there must not share a folder.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
            return Ok(AtWork { _file: open()? });
        }
        Err(_) => {}
    }
    let file = open()?;
    file.lock_shared().map_err(&failed)?;
    Ok(AtWork { _file: file })
}

/// Whether an unfinished file is nobody's any more. Another run may be at work on the same manuscripts
/// for a folder of its own, or `build` on one of them.
fn is_left(name: &str) -> bool {
    let Some(rest) = name.strip_prefix(UNFINISHED) else { return false };
    let process = rest.split_once('-').and_then(|(process, _)| process.parse::<u32>().ok());
    // Where the system does not list its processes, every file may be a killed one's.
    process.is_none_or(|process| !Path::new("/proc").join(process.to_string()).exists())
}

/// Whether no process has a file open, where that can be told: Windows lists none.
fn is_closed(path: &Path) -> bool {
    let mut alone = File::options();
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut alone, 0);
    alone.read(true).open(path).is_ok()
}

/// Removes unfinished files. One that cannot be removed does no harm.
fn sweep(folder: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let left = is_left(&entry.file_name().to_string_lossy());
        let file = left && entry.file_type().is_ok_and(|kind| kind.is_file());
        if file && is_closed(&entry.path()) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_run_left_goes_unless_another_is_at_work() {
        let out = tempfile::tempdir().unwrap();
        let left = out.path().join(format!("{UNFINISHED}abc"));
        std::fs::write(&left, "half").unwrap();
        std::fs::write(out.path().join("whole.pdf"), "whole").unwrap();
        let first = open(out.path(), std::iter::empty()).unwrap();
        assert!(!left.exists() && out.path().join("whole.pdf").exists());
        let own = out.path().join(format!("{UNFINISHED}{}-abc", std::process::id()));
        std::fs::write(&own, "another run's").unwrap();
        std::fs::write(&left, "at work").unwrap();
        let second = open(out.path(), std::iter::empty()).unwrap();
        assert!(left.exists(), "the first run is still writing it");
        drop((first, second));
        open(out.path(), std::iter::empty()).unwrap();
        assert!(!left.exists());
        assert!(own.exists() || !Path::new("/proc/self").exists(), "its process lives");
    }
}
