//! Writing results so that a reader sees the old file or the whole new one, never a part.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use anyhow::Result;

use crate::document::{file, portable};
use crate::refused::{self as machine, failed, refused};

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
    let Beside { file, target } = written_beside(path, bytes)?;
    rename_over(file, &target).map_err(refused(machine::WRITING, path))?;
    Ok(())
}

/// The same where no file is yet; `false` if there is one.
///
/// # Errors
/// What the file system says, with the path.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<bool> {
    let _writing = writing();
    let Beside { file, target } = written_beside(path, bytes)?;
    match file.persist_noclobber(&target) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(refused(machine::WRITING, path)(error.error).into()),
    }
}

/// Makes a folder and those it stands in, unless Windows would make others.
///
/// # Errors
/// What the file system says, with the path.
pub fn make_folder(path: &Path) -> Result<()> {
    as_it_is_said(path)?;
    std::fs::create_dir_all(path).map_err(refused(machine::MAKING_FOLDER, path))?;
    Ok(())
}

/// Refuses a path that this machine reads as another.
fn as_it_is_said(path: &Path) -> Result<()> {
    match portable::misread_by_windows(path).filter(|_| cfg!(windows)) {
        Some(why) => Err(failed(machine::NO_NAME, &[("file", path.into()), ("why", why.into())])),
        None => Ok(()),
    }
}

/// A finished file that has not got its name yet.
struct Beside {
    file: tempfile::NamedTempFile,
    /// The name it is to get, in the words of the folder it is in.
    target: PathBuf,
}

/// A file beside `path` that holds the bytes.
fn written_beside(path: &Path, bytes: &[u8]) -> Result<Beside> {
    as_it_is_said(path)?;
    let folder = file::folder(path);
    make_folder(folder)?;
    // The file of a moment is nobody's to know.
    let unwritten = refused(machine::WRITING, path);
    let mut builder = tempfile::Builder::new();
    let prefix = format!("{UNFINISHED}{}-", std::process::id());
    builder.prefix(&prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    let folder = any_length(folder);
    let mut file = builder.tempfile_in(&folder).map_err(&unwritten)?;
    file.write_all(bytes).map_err(&unwritten)?;
    file.as_file().sync_data().map_err(&unwritten)?;
    let target = path.file_name().map_or_else(|| path.to_path_buf(), |name| folder.join(name));
    Ok(Beside { file, target })
}

/// A folder in words that leave room for names of any length: Windows renames nothing whose path has more than 260
/// characters, unless it is said in full.
fn any_length(folder: &Path) -> PathBuf {
    let full = cfg!(windows).then(|| folder.canonicalize().ok()).flatten();
    full.unwrap_or_else(|| folder.to_path_buf())
}

/// How often a file that another program has open is tried, and how long it is waited in between.
const TRIES: u32 = 8;
const WAIT: Duration = Duration::from_millis(50);

/// Renames a finished file over another. Programs that look every new file over (OneDrive, a virus scanner) let go of it
/// in a moment; one that shows it to somebody does not.
fn rename_over(mut file: tempfile::NamedTempFile, target: &Path) -> io::Result<()> {
    let mut tries = 0;
    loop {
        let Err(error) = file.persist(target) else { return Ok(()) };
        tries += 1;
        match held(target) {
            Some(_) if tries < TRIES => std::thread::sleep(WAIT),
            held => return Err(held.unwrap_or(error.error)),
        }
        file = error.file;
    }
}

/// Whether another program keeps a file from losing its name: to who renames over it, Windows says no more than that
/// access is denied.
#[cfg(windows)]
fn held(path: &Path) -> Option<io::Error> {
    use std::os::windows::fs::OpenOptionsExt;
    // The right to take the name away, and ERROR_SHARING_VIOLATION.
    const DELETE: u32 = 0x0001_0000;
    let opened = std::fs::File::options().access_mode(DELETE).open(path);
    opened.err().filter(|error| error.raw_os_error() == Some(32))
}

/// Elsewhere a name is taken from under whoever reads.
#[cfg(not(windows))]
fn held(_: &Path) -> Option<io::Error> {
    None
}

/// Writes `after` into the file at `path`, which is no link, with the rights it has; if it is still `before`. One
/// that nobody may write stays.
///
/// # Errors
/// What the file system says, with the path.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<bool> {
    let unread = refused(machine::READING, path);
    if std::fs::read(path).map_err(&unread)? != before {
        return Ok(false);
    }
    let rights = std::fs::metadata(path).map_err(&unread)?.permissions();
    if rights.readonly() {
        // By renaming it could be written over all the same.
        let denied = io::ErrorKind::PermissionDenied.into();
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
