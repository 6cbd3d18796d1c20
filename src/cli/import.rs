//! `jikji import`: makes a manifest of a back issue, with a report of every line.

use std::path::Path;

use anyhow::Result;

use super::archive_args::ImportArgs;
use super::exit::Exit;
use super::terminal::{print, print_diagnostics, print_report, say};
use super::words;
use crate::document::file;
use crate::edition::file::write_whole;
use crate::intake::pictures::{Pictures, remove};
use crate::intake::target::target;
use crate::layout;
use crate::typeset::fonts::Fonts;
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang};
use jikji_manuscript::seal::{self, Seal};
use jikji_manuscript::{Imported, LARGEST, Options, import, report, too_large};

/// The layout the manifest is written for.
const LAYOUT: &str = "spri-brief";
/// The name of the manifest that is written.
const MANIFEST: &str = "issue.toml";
/// The name of the report.
const REPORT: &str = "import-report.md";
/// The largest manifest or report that is looked at before it is overwritten, in bytes.
const MOST: u64 = 1 << 28;

/// Runs the command.
///
/// # Errors
/// Failures of the machine.
pub fn run(args: &ImportArgs, lang: Lang) -> Result<Exit> {
    let refused = |found: &[Diagnostic], sources: &Sources| {
        print_diagnostics(found, sources, lang);
        Ok(Exit::IssueHasErrors)
    };
    let mut sources = Sources::default();
    let bytes = match file::bytes(&args.file, LARGEST as u64 + 1) {
        Ok(bytes) => bytes,
        // One byte more than is imported is enough to say how it is too large.
        Err(file::Failure::Large { size, .. }) => {
            return refused(&[too_large(size as usize, LARGEST)], &sources);
        }
        Err(failure) => return Err(failure.error(&args.file)),
    };
    let name = args.layout.as_deref().unwrap_or(LAYOUT);
    let target = match layout::find(&args.out, name, &mut sources) {
        Ok(layout) => target(&layout),
        Err(found) => return refused(&found, &sources),
    };
    let fonts = Fonts::collect(&args.out, false);
    let name = args.file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let manifest = args.out.join(MANIFEST);
    let pictures = Pictures::beside(&manifest);
    let options = Options {
        name: &name,
        target: &target,
        covers: &fonts.covers(),
        keep: &|name, bytes| pictures.keep(name, bytes),
    };
    let imported = import(&bytes, &options);
    let pictures = pictures.added()?;
    let imported = match imported {
        Ok(imported) => imported,
        Err(fault) => {
            remove(&pictures);
            return refused(&[fault], &sources);
        }
    };
    let report = args.out.join(REPORT);
    for (path, edited) in [(&manifest, words::EDITED), (&report, words::REPORT_EDITED)] {
        if !args.force && !may_be_written(path)? {
            say(&edited.fill(lang, &[("file", path.as_path().into())]));
            remove(&pictures);
            return Ok(Exit::IssueHasErrors);
        }
    }
    write(&imported, args, &manifest, lang)?;
    let whole = is_whole(&imported, &manifest, lang);
    let asked = args.strict && imported.report.asked() > 0;
    Ok(if whole && !asked { Exit::Done } else { Exit::IssueHasErrors })
}

/// Whether the number came in whole; says what it lacks.
fn is_whole(imported: &Imported, manifest: &Path, lang: Lang) -> bool {
    let found = &imported.report.found;
    for (count, lack) in [(found.missing, words::MISSING), (found.merged, words::MERGED)] {
        if count > 0 {
            say(&lack.fill(lang, &[("count", count.into())]));
        }
    }
    if !found.is_whole() {
        say(&words::UNFINISHED.fill(lang, &[("file", manifest.into())]));
    }
    found.is_whole()
}

/// Whether nothing would be lost: there is no such file yet, or only one that an import wrote.
fn may_be_written(path: &Path) -> Result<bool> {
    match file::bytes(path, MOST) {
        Ok(there) => Ok(seal::read(&there) == Seal::Untouched),
        Err(file::Failure::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(failure) => Err(failure.error(path)),
    }
}

fn write(imported: &Imported, args: &ImportArgs, manifest: &Path, lang: Lang) -> Result<()> {
    let told = report::markdown(&imported.report, lang);
    write_whole(manifest, imported.manifest.as_bytes())?;
    write_whole(&args.out.join(REPORT), told.as_bytes())?;
    say(&words::WROTE.fill(lang, &[("file", manifest.into())]));
    let questions = imported.report.asked();
    if questions > 0 {
        say(&words::QUESTIONS.fill(lang, &[("count", questions.into())]));
    }
    if args.json {
        return print_report(&imported.report);
    }
    print(&manifest.display().to_string())
}
