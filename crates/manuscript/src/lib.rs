//! From a manuscript or a back issue, as scanning and conversion tools make it, to a manifest.
//!
//! [`import`] reads the bytes of one file and gives the text of an `issue.toml` and a [`Report`]
//! that says of every line where it went and why it was changed or left out. It never reads or
//! writes a disk, never looks at a clock, and gives the same bytes for the same input. It knows nothing
//! of Typst or PDF.
//!
//! # Stages
//! A format (`markdown`) gives blocks with places; `source` is the seam. `structure` tells what they are
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

#[allow(dead_code, reason = "what reads all formats follows")]
mod docx;
mod draft;
#[allow(dead_code, reason = "what reads all formats follows")]
mod hwp;
#[allow(dead_code, reason = "what reads all formats follows")]
mod hwpx;
mod markdown;
pub mod messages;
#[allow(dead_code, reason = "the formats follow")]
mod office;
pub mod report;
pub mod seal;
mod source;
mod structure;
pub mod target;
mod text;
mod write;

use jikji_diagnostic::Diagnostic;
use messages as msg;

use draft::Draft;
use source::{Blocks, Ledger};
use target::Plan;

pub use markdown::{LARGEST, too_large};
pub use messages::{Ask, Why};
pub use report::Report;
pub use target::Target;

/// The most lines that are read; a number has a few hundred.
pub const MOST_LINES: usize = 200_000;

/// What an import needs to know besides the file.
pub struct Options<'a> {
    /// The file's name, without its folder: it is named in the manifest and in the report.
    pub name: &'a str,
    /// What the manifest is written for.
    pub target: &'a Target,
    /// Whether a font of the build has a character.
    pub covers: &'a dyn Fn(char) -> bool,
}

/// What an import gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The text of `issue.toml`. It begins with a [`seal`].
    pub manifest: String,
    /// What became of each line, and what the editor is asked.
    pub report: Report,
}

/// Imports a back issue.
///
/// # Errors
/// Only if the file is no text, is empty or holds too much, or if the layout takes no article; see
/// [`messages::FAULTS`]. What is merely odd in a file is imported, and the report asks about it.
pub fn import(bytes: &[u8], options: &Options<'_>) -> Result<Imported, Diagnostic> {
    let target = options.target;
    let no_kind = || Diagnostic::general(msg::NO_KIND).arg("layout", target.layout.as_str());
    let plan = Plan::of(target).ok_or_else(no_kind)?;
    let decoded = markdown::decode(bytes)?;
    let lines = decoded.text.split('\n').count();
    if lines > MOST_LINES {
        let many = Diagnostic::general(msg::TOO_MANY_LINES).arg("lines", lines);
        return Err(many.arg("most", MOST_LINES));
    }
    let read = |how: &dyn Fn(&mut Blocks, &mut Ledger) -> Draft| {
        let mut ledger = Ledger::new(lines);
        let mut blocks = markdown::read(&decoded.text, options.covers, &mut ledger);
        let draft = how(&mut blocks, &mut ledger);
        (draft, blocks, ledger)
    };
    let (mut draft, mut blocks, mut ledger) =
        read(&|blocks, ledger| structure::issue(blocks, options.name, &plan, ledger));
    if draft.parts.is_empty() {
        // No article: what there is becomes one.
        let one = |blocks: &mut Blocks, ledger: &mut Ledger| {
            structure::one_article(blocks, options.name, ledger)
        };
        (draft, blocks, ledger) = read(&one);
    }
    if draft.parts.is_empty() {
        return Err(Diagnostic::general(msg::NO_TEXT));
    }
    structure::ask_about(&draft, &plan, &mut ledger);
    let manifest = write::manifest(&draft, options.name, &plan, &mut ledger);
    if manifest.len() > target.largest {
        let much = Diagnostic::general(msg::TOO_MUCH_TEXT);
        let much = much.arg("size", msg::mebibytes(manifest.len()));
        return Err(much.arg("most", msg::mebibytes(target.largest)));
    }
    let input = report::Input {
        name: options.name.to_string(),
        encoding: decoded.encoding,
        bytes: bytes.len(),
        lines: decoded.text.lines().count(),
        full_lines: decoded.text.lines().filter(|line| !line.trim().is_empty()).count(),
        sha256: seal::sha256(bytes),
    };
    let report = report::make(&decoded.text, &blocks, input, report::found(&draft), &mut ledger);
    Ok(Imported { manifest, report })
}
