//! From a manuscript or a back issue, as scanning and conversion tools make it, to a manifest.
//!
//! [`import`] reads the bytes of one file and gives the text of an `issue.toml`, [`add`] that of an entry, and a
//! [`Report`] that says of every line where it went and why it was changed or left out. It never reads or
//! writes a disk, never looks at a clock, and gives the same bytes for the same input. It knows nothing
//! of Typst or PDF.
//!
//! # Stages
//! A format (`markdown`; word processors' through `office`) gives blocks with places; `source` is the seam. `structure` tells what they are
//! and makes a draft of them, `write` writes it with the fields that the layout declares
//! ([`Target`]), `report` tells what became of each line. Only the format knows its notation.
//!
//! # What is normalised
//! Everything else is carried over word for word.
//! - Encoding to UTF-8, line ends to LF, text to NFC; runs of blanks and tabs to one space; a line
//!   end inside a paragraph to a space.
//! - What no text of a manifest can hold, as [`jikji_prose`] says: invisible and control characters are
//!   left out, halfwidth jamo and HWP's private signs become ordinary ones. A character that is
//!   broken or that no font has becomes `〓`, and the report asks about it.
//! - Marks of Markdown and HTML (`#`, bullets, backslashes, entities, tags, `*` of emphasis) are
//!   read, not copied. Bullets that are no letters (`●`, `·`, `○`) become list levels; numbers
//!   (`①`, `1.`) stay.
//! - Numbers of parts and sections, leaders and page numbers, running heads, rules, the labels
//!   `KEY Contents`, `☞ 출처`, `홈페이지` and the head of the event table are left out: the layout
//!   sets its own. The contents list is left out; its titles of parts and sections are kept.
//! - `*` of a note and its mark become `[^1]`. A source becomes publisher, title and date; the
//!   commas between them and the date's form are the layout's.
//!
//! Each of these is in the report with its line.

#![warn(
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod docx;
mod draft;
#[cfg(test)]
#[path = "../tests/files/mod.rs"]
mod files;
mod hwp;
mod hwpx;
mod input;
mod markdown;
pub mod messages;
mod office;
pub mod report;
pub mod seal;
mod source;
mod structure;
pub mod target;
#[cfg(test)]
mod tests;
mod text;
mod write;

use jikji_diagnostic::Diagnostic;
use messages as msg;

use input::{Input, Reading};
use source::{Blocks, Ledger};
use target::Plan;

pub use input::{Kept, MOST_LINES, Options, keep_none};
pub use markdown::LARGEST as LARGEST_TEXT;
pub use messages::{Ask, Why, too_large};
pub use office::LARGEST;
pub use report::Report;
pub use source::Change;
pub use target::Target;

/// What an import gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The text of `issue.toml`. It begins with a [`seal`].
    pub manifest: String,
    /// What became of each line, and what the editor is asked.
    pub report: Report,
}

/// What an author's manuscript gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Its title.
    pub title: String,
    /// The keys of an entry, a key a line.
    pub entry: String,
    /// What became of each paragraph, with lines of `entry`, and what the editor is asked.
    pub report: Report,
}

/// Imports a back issue.
///
/// # Errors
/// Only if the file is of no format that is read, is empty or holds too much, or if the layout takes no article; see
/// [`messages::FAULTS`]. What is merely odd in a file is imported, and the report asks about it.
pub fn import(bytes: &[u8], options: &Options<'_>) -> Result<Imported, Diagnostic> {
    let plan = plan(options)?;
    let input = Input::of(options.name, bytes)?;
    let issue = |blocks: &mut Blocks, ledger: &mut Ledger| {
        structure::issue(blocks, options.name, &plan, ledger)
    };
    let mut reading = input.read(options, issue)?;
    if reading.draft.parts.is_empty() {
        // No article: what there is becomes one.
        let one = |blocks: &mut Blocks, ledger: &mut Ledger| {
            structure::one_article(blocks, options.name, ledger)
        };
        let missing = reading.draft.lacks.missing;
        reading = input.read(options, one)?;
        reading.draft.lacks.missing = missing;
    }
    if reading.draft.parts.is_empty() {
        return Err(Diagnostic::general(msg::NO_TEXT));
    }
    reading.keep_pictures(options.keep);
    structure::ask_about(&mut reading.draft, &plan, &mut reading.ledger);
    let manifest = write::manifest(&reading.draft, options.name, &plan, &mut reading.ledger);
    at_most(manifest.len(), options.target)?;
    Ok(Imported { manifest, report: told(bytes, options, &input, reading) })
}

/// Makes an author's manuscript an entry.
///
/// # Errors
/// As [`import`]'s.
pub fn add(bytes: &[u8], options: &Options<'_>) -> Result<Added, Diagnostic> {
    added(bytes, options, &Input::of(options.name, bytes)?)
}

fn added(bytes: &[u8], options: &Options<'_>, input: &Input) -> Result<Added, Diagnostic> {
    let plan = plan(options)?;
    let article = |blocks: &mut Blocks, ledger: &mut Ledger| {
        structure::manuscript(blocks, options.name, &plan, ledger)
    };
    let mut reading = input.read(options, article)?;
    reading.keep_pictures(options.keep);
    structure::ask_about(&mut reading.draft, &plan, &mut reading.ledger);
    let no_text = || Diagnostic::general(msg::NO_TEXT);
    let brief = reading.draft.briefs().next().ok_or_else(no_text)?;
    let entry = write::entry(brief, &plan, &mut reading.ledger);
    at_most(entry.len(), options.target)?;
    let title = brief.title.plain();
    Ok(Added { title, entry, report: told(bytes, options, input, reading) })
}

fn plan<'t>(options: &Options<'t>) -> Result<Plan<'t>, Diagnostic> {
    let no_kind = || Diagnostic::general(msg::NO_KIND).arg("layout", &*options.target.layout);
    Plan::of(options.target).ok_or_else(no_kind)
}

fn at_most(size: usize, target: &Target) -> Result<(), Diagnostic> {
    if size <= target.largest {
        return Ok(());
    }
    let much = Diagnostic::general(msg::TOO_MUCH_TEXT).arg("size", msg::mebibytes(size));
    Err(much.arg("most", msg::mebibytes(target.largest)))
}

/// What is told of a file that was read.
fn told(bytes: &[u8], options: &Options<'_>, input: &Input, mut reading: Reading<'_>) -> Report {
    let text = input.lines(&reading.blocks);
    let file = report::Input {
        name: options.name.to_string(),
        encoding: input.format(),
        bytes: bytes.len(),
        lines: text.lines().count(),
        full_lines: text.lines().filter(|line| !line.trim().is_empty()).count(),
        sha256: seal::sha256(bytes),
    };
    let found = report::found(&reading.draft);
    report::make(&text, &reading.blocks, file, found, &mut reading.ledger)
}
