//! One file, tested.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::digest;
use crate::document::file;
use jikji_prepress::preflight::{Limits, Stored, Verdict, preflight_stored};

/// The largest print file that is read, in bytes.
pub const LARGEST: u64 = 2 << 30;

/// A file that was tested.
pub struct Checked {
    /// Its path as it was named.
    pub file: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// What was found.
    pub verdict: Verdict,
    /// The file itself.
    pub pdf: Stored<'static>,
}

/// Tests one file; `progress` is called with the work done and the work there is.
///
/// # Errors
/// What the file system says, with the path.
pub fn one(
    path: &Path,
    limits: &Limits,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Checked> {
    let failed = |error| file::Failure::Io(error).error(path);
    let opened = std::fs::File::open(path).map_err(failed)?;
    let told = opened.metadata().map_err(failed)?;
    let (pdf, bytes, sha256) = if told.is_file() && told.len() <= LARGEST {
        // The data of its large pictures is left on the disk.
        let large = |_| file::Failure::Large { size: told.len(), most: LARGEST }.error(path);
        let size = usize::try_from(told.len()).map_err(large)?;
        let mut again = std::fs::File::open(path).map_err(failed)?;
        let sha256 = digest::of_reader(&mut again).map_err(failed)?;
        (Stored::sparse(opened, size).map_err(failed)?, told.len(), sha256)
    } else {
        // What comes through a pipe is read whole.
        let bytes = file::bytes(path, LARGEST).map_err(|failure| failure.error(path))?;
        let (size, sha256) = (bytes.len() as u64, digest::sha256(&bytes));
        (bytes.into(), size, sha256)
    };
    let verdict = preflight_stored(&pdf, limits, progress);
    Ok(Checked { file: path.to_path_buf(), bytes, sha256, verdict, pdf })
}
