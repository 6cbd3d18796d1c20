//! Writing results so that a reader sees the old file or the whole new one, never a part.

use std::io::Write;
use std::path::Path;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use anyhow::Result;

use crate::document::file;
use crate::refused::{self as machine, refused};

/// How the names of files begin that are not finished, before the number of the process that writes
/// them: what a killed one left can be told by it.
pub const UNFINISHED: &str = ".jikji-";

/// Held for a moment by whoever writes a file, and by whoever wants none to be written.
static WRITING: RwLock<()> = RwLock::new(());

/// Waits until the files under way are whole; none is begun as long as the result is held.
pub fn hold() -> RwLockWriteGuard<'static, ()> {
    WRITING.write().unwrap_or_else(PoisonError::into_inner)
}

fn writing() -> RwLockReadGuard<'static, ()> {
    WRITING.read().unwrap_or_else(PoisonError::into_inner)
}

/// Writes `bytes` beside `path`, then renames; folders are made as needed.
///
/// # Errors
/// What the file system says, with the path.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let _writing = writing();
    let failed = refused(machine::WRITING, path);
    written_beside(path, bytes)?.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// The same where no file is yet; `false` if there is one.
///
/// # Errors
/// What the file system says, with the path.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<bool> {
    let _writing = writing();
    match written_beside(path, bytes)?.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(refused(machine::WRITING, path)(error.error).into()),
    }
}

/// A file beside `path` that holds the bytes.
fn written_beside(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile> {
    let folder = file::folder(path);
    std::fs::create_dir_all(folder).map_err(refused(machine::MAKING_FOLDER, folder))?;
    // The file of a moment is nobody's to know.
    let failed = refused(machine::WRITING, path);
    let mut builder = tempfile::Builder::new();
    let prefix = format!("{UNFINISHED}{}-", std::process::id());
    builder.prefix(&prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder).map_err(&failed)?;
    file.write_all(bytes).map_err(&failed)?;
    file.as_file().sync_data().map_err(&failed)?;
    Ok(file)
}

/// Writes `after` into the file at `path`, which is no link, with the rights it has; if it is still `before`. One
/// that nobody may write stays.
///
/// # Errors
/// What the file system says, with the path.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<bool> {
    let failed = refused(machine::READING, path);
    if std::fs::read(path).map_err(&failed)? != before {
        return Ok(false);
    }
    let rights = std::fs::metadata(path).map_err(&failed)?.permissions();
    if rights.readonly() {
        // By renaming it could be written over all the same.
        let denied = std::io::ErrorKind::PermissionDenied.into();
        return Err(refused(machine::WRITING, path)(denied).into());
    }
    write_whole(path, after)?;
    std::fs::set_permissions(path, rights).map_err(refused(machine::WRITING, path))?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::{write_new, write_whole};

    #[test]
    fn writes_into_new_folders_and_over_old_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.pdf");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert!(!write_new(&path, b"three").unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path().join("a")).unwrap().count(), 1);
    }

    #[test]
    fn a_failure_names_the_path() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), "a file").unwrap();
        let error = write_whole(&folder.path().join("a/b.pdf"), b"x").unwrap_err();
        assert!(format!("{error:#}").contains("failed to create the folder"), "{error:#}");
    }
}
