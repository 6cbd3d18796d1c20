//! The folder of a new number: the next one after another, or a publication's first.
//!
//! What it says is [`crate::manifest::fresh`]'s; here it is written, and never over a number that is there.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::edition::file::write_whole;
use crate::manifest::fresh::{self, Fresh};
use crate::manifest::model::Date;
use crate::refused::{READING, refused};
use crate::{layout, manifest};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang};

/// What a manifest is called.
pub const MANIFEST: &str = "issue.toml";

/// What came of making a number.
pub enum NewNumber {
    /// Its manifest.
    Made(PathBuf),
    /// There is a number already: this one.
    There(PathBuf),
    /// Nothing can be made of the number before, for what is wrong with it.
    Faulty(Vec<Diagnostic>, Sources),
}

/// Makes the number after the one at `from`, or a first one, in a folder.
///
/// # Errors
/// Failures of the machine.
pub fn new_number(folder: &Path, from: Option<&Path>, lang: Lang) -> Result<NewNumber> {
    let target = folder.join(MANIFEST);
    if target.exists() {
        return Ok(NewNumber::There(target));
    }
    let mut sources = Sources::default();
    let fresh = match from {
        Some(from) => fresh::next(from, &mut sources)?,
        None => Ok(fresh::first(today())),
    };
    let fresh = match fresh {
        Ok(fresh) => fresh,
        Err(found) => return Ok(NewNumber::Faulty(found, sources)),
    };
    let home = from.and_then(Path::parent).unwrap_or(Path::new(""));
    write(&fresh, home, folder, lang)?;
    Ok(NewNumber::Made(target))
}

/// Writes the manifest last, so that a folder that has one has all of it.
fn write(fresh: &Fresh, home: &Path, folder: &Path, lang: Lang) -> Result<()> {
    for need in &fresh.needs {
        copy(&home.join(need), &folder.join(need))?;
    }
    let mut sources = Sources::default();
    if let Ok(layout) = layout::find(folder, &fresh.layout, &mut sources) {
        let schema = format!("{:#}", manifest::schema(&layout, lang));
        write_whole(&folder.join("schema.json"), schema.as_bytes())?;
    }
    write_whole(&folder.join(MANIFEST), fresh.manifest.as_bytes())
}

/// Copies a file or a folder; links in it are not followed.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut waiting: Vec<(PathBuf, PathBuf)> = vec![(from.into(), to.into())];
    while let Some((from, to)) = waiting.pop() {
        let failed = refused(READING, &from);
        if !from.is_dir() {
            write_whole(&to, &std::fs::read(&from).map_err(failed)?)?;
            continue;
        }
        for entry in std::fs::read_dir(&from).map_err(&failed)? {
            let entry = entry.map_err(&failed)?;
            if !entry.file_type().map_err(&failed)?.is_symlink() {
                waiting.push((entry.path(), to.join(entry.file_name())));
            }
        }
    }
    Ok(())
}

/// The day it is, by the machine's clock in UTC: a proposal that an author changes.
#[expect(
    clippy::disallowed_methods,
    reason = "a proposal that stands in the manifest from then on"
)]
fn today() -> Date {
    let clock = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = clock.map_or(0, |since| since.as_secs() / 86_400);
    Date::since_1970(days)
}
