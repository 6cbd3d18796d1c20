//! `jikji new`: a folder with the manifest of a new number.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::args::NewArgs;
use super::exit::Exit;
use super::terminal::{print, print_diagnostics, say};
use super::words;
use crate::edition::file::write_whole;
use crate::manifest::fresh::{self, Fresh};
use crate::manifest::model::Date;
use crate::{layout, manifest};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Lang, Words};

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &NewArgs, lang: Lang) -> Result<Exit> {
    let target = args.dir.join("issue.toml");
    let refuse = |why: Words| {
        say(&why.fill(lang, &[("file", target.as_path().into())]));
        Ok(Exit::IssueHasErrors)
    };
    if target.exists() {
        return refuse(words::NUMBER_THERE);
    }
    let mut sources = Sources::default();
    let from = args.from.as_deref();
    let fresh = match from {
        Some(from) => fresh::next(from, &mut sources)?,
        None => Ok(fresh::first(today())),
    };
    let fresh = match fresh {
        Ok(fresh) => fresh,
        Err(found) => {
            print_diagnostics(&found, &sources, lang);
            return Ok(Exit::IssueHasErrors);
        }
    };
    let home = from.and_then(Path::parent).unwrap_or(Path::new("")).to_path_buf();
    write(&fresh, &home, &args.dir, lang)?;
    print(&target.display().to_string())?;
    say(&words::NUMBER_MADE.fill(lang, &[("file", target.as_path().into())]));
    Ok(Exit::Done)
}

/// Writes the manifest last, so that a folder that has one has all of it.
fn write(fresh: &Fresh, home: &Path, folder: &Path, lang: Lang) -> Result<()> {
    for need in &fresh.needs {
        copy(&home.join(need), &folder.join(need))?;
    }
    let mut sources = Sources::default();
    if let Ok(layout) = layout::find(folder, &fresh.layout, &mut sources) {
        let schema = serde_json::to_string_pretty(&manifest::schema(&layout, lang));
        let schema = schema.context("failed to write the schema")?;
        write_whole(&folder.join("schema.json"), schema.as_bytes())?;
    }
    write_whole(&folder.join("issue.toml"), fresh.manifest.as_bytes())
}

/// Copies a file or a folder; links in it are not followed.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut waiting: Vec<(PathBuf, PathBuf)> = vec![(from.into(), to.into())];
    while let Some((from, to)) = waiting.pop() {
        let failed = || format!("failed to read {}", from.display());
        if !from.is_dir() {
            write_whole(&to, &std::fs::read(&from).with_context(failed)?)?;
            continue;
        }
        for entry in std::fs::read_dir(&from).with_context(failed)? {
            let entry = entry.with_context(failed)?;
            if !entry.file_type().with_context(failed)?.is_symlink() {
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
