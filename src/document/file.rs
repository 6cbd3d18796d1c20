//! Reads files of bounded size.
//!
//! It never looks at what they hold.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::messages as msg;
use crate::refused::{READING, TOO_LARGE, failed, reason, refused};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;

/// Why a file was not read.
#[derive(Debug)]
pub enum Failure {
    /// It is larger than the most that is read, in bytes.
    Large {
        /// Its size.
        size: u64,
        /// The most that is read.
        most: u64,
    },
    /// The machine refused.
    Io(io::Error),
}

impl Failure {
    /// The failure where no author named the file: the machine's, with the path.
    pub fn error(self, path: &Path) -> anyhow::Error {
        match self {
            Self::Io(error) => refused(READING, path)(error).into(),
            Self::Large { size, most } => {
                let (size, most) = (mebibytes(size), mebibytes(most));
                let args = [("file", path.into()), ("size", size.into()), ("most", most.into())];
                failed(TOO_LARGE, &args)
            }
        }
    }

    /// The failure as a finding about a file the author named at `place`.
    pub fn at(self, place: Span) -> Diagnostic {
        match self {
            Self::Large { size, most } => Diagnostic::at(msg::FILE_LARGE, place)
                .arg("size", mebibytes(size))
                .arg("most", mebibytes(most)),
            Self::Io(error) => {
                Diagnostic::at(msg::FILE_UNREADABLE, place).arg("reason", reason(&error))
            }
        }
    }
}

/// The folder that a file stands in, as it is called.
pub fn folder(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The bytes of a file of at most `most` bytes. A larger one is refused before it is read.
pub fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let file = File::open(path).map_err(Failure::Io)?;
    let size = file.metadata().map_err(Failure::Io)?.len();
    if size > most {
        return Err(Failure::Large { size, most });
    }
    // The size of a pipe or a growing file is not known in advance.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(most + 1).read_to_end(&mut bytes).map_err(Failure::Io)?;
    match bytes.len() as u64 > most {
        true => Err(Failure::Large { size: bytes.len() as u64, most }),
        false => Ok(bytes),
    }
}

/// A size for a message, in MiB with one decimal.
pub fn mebibytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    match tenths % 10 {
        0 => format!("{} MiB", tenths / 10),
        rest => format!("{}.{rest} MiB", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::{Failure, bytes, mebibytes};

    #[test]
    fn large_files_are_refused_by_their_size() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("large");
        std::fs::File::create(&path).unwrap().set_len(1 << 33).unwrap();
        assert!(
            matches!(bytes(&path, 1 << 20), Err(Failure::Large { size, .. }) if size == 1 << 33)
        );
        std::fs::write(&path, "abc").unwrap();
        assert_eq!(bytes(&path, 3).unwrap(), b"abc");
        assert!(bytes(&path, 2).is_err());
    }

    #[test]
    fn sizes_are_written_in_mebibytes() {
        assert_eq!(mebibytes(8 << 20), "8 MiB");
        assert_eq!(mebibytes((1 << 20) + (1 << 19)), "1.5 MiB");
    }
}
