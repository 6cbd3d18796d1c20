//! From a back issue in Markdown, as scanning and conversion tools make it, to a manifest.
//!
//! [`import`] reads the bytes of one file and gives the text of an `issue.toml` and a [`Report`]
//! that says of every line where it went and why it was changed or left out. It never reads or
//! writes a disk, never looks at a clock, and gives the same bytes for the same input.
//!
//! # What a back issue is taken for
//! Structure is told by form (headings, leaders, tables, bullets, what follows what), words only
//! where nothing else can (`vocabulary`: 목차, KEY Contents, 출처, 홈페이지 and their like).
//! Stages: lines (`sheet`, `noise`) → contents list and closing lines (`contents`, `closing`) →
//! headings (`outline`) → articles (`article` and what it uses) → parts and sections (`assemble`)
//! → manifest (`write`).
//!
//! # What is normalised
//! Everything else is carried over word for word.
//! - Encoding to UTF-8, line ends to LF, text to NFC; runs of blanks and tabs to one space; a line
//!   end inside a paragraph to a space.
//! - What no text of a manifest can hold, as `prose` says: invisible and control characters are
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

mod account;
mod article;
mod assemble;
mod body;
mod body_text;
mod characters;
mod closing;
mod contents;
mod dates;
mod decode;
mod draft;
mod duplicates;
mod events;
mod extent;
pub mod fault;
mod groups;
mod head;
mod html;
mod inline;
mod ledger;
mod length;
mod level;
mod line;
mod links;
mod listed;
mod listing;
mod lists;
mod marker;
mod markup;
mod masthead;
mod named;
mod noise;
mod notes;
mod opening;
mod outline;
mod pageless;
mod reasons;
pub mod report;
pub mod seal;
mod sheet;
mod sources;
mod stars;
mod table;
mod titles;
mod toml_text;
mod units;
mod vocabulary;
mod words;
mod write;

pub use fault::ImportFault;
pub use reasons::{Ask, Why};
pub use report::Report;

use draft::Draft;
use ledger::Ledger;
use sheet::Sheet;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 16 << 20;

/// The most lines that are read; a number has a few hundred.
pub const MOST_LINES: usize = 200_000;

/// What an import needs to know besides the file.
pub struct Options<'a> {
    /// The file's name, without its folder: it is named in the manifest and in the report.
    pub name: &'a str,
    /// The layout the manifest names; the fields written are those of `spri-brief`.
    pub layout: &'a str,
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
/// Only if the file is no text, is empty or holds too much; see [`ImportFault`].
pub fn import(bytes: &[u8], options: &Options<'_>) -> Result<Imported, ImportFault> {
    let decoded = decode::decode(bytes)?;
    let lines = decoded.text.split('\n').count();
    if lines > MOST_LINES {
        return Err(ImportFault::TooManyLines { lines });
    }
    let read = |how: fn(&mut Sheet, &Options<'_>, &mut Ledger) -> Draft| {
        let mut ledger = Ledger::new(lines);
        let mut sheet = Sheet::read(&decoded.text, options.covers, &mut ledger);
        let draft = how(&mut sheet, options, &mut ledger);
        (draft, sheet, ledger)
    };
    let (mut draft, mut sheet, mut ledger) = read(structured);
    if draft.parts.is_empty() {
        // No article: what there is becomes one.
        (draft, sheet, ledger) = read(unstructured);
    }
    if draft.parts.is_empty() {
        return Err(ImportFault::NoText);
    }
    length::ask(&draft, &mut ledger);
    let manifest = write::manifest(&draft, options, &mut ledger);
    if manifest.len() as u64 > crate::manifest::LARGEST {
        return Err(ImportFault::TooMuchText { size: manifest.len() });
    }
    let input = report::Input {
        name: options.name.to_string(),
        encoding: decoded.encoding,
        bytes: bytes.len(),
        lines: decoded.text.lines().count(),
        full_lines: decoded.text.lines().filter(|line| !line.trim().is_empty()).count(),
        sha256: crate::digest::sha256(bytes),
    };
    let report = report::make(&decoded.text, &sheet, input, account::found(&draft), &mut ledger);
    Ok(Imported { manifest, report })
}

/// Reads the issue out of the lines.
fn structured(sheet: &mut Sheet, options: &Options<'_>, ledger: &mut Ledger) -> Draft {
    noise::leave_out(sheet, ledger);
    let contents = contents::read(sheet, ledger);
    let masthead = extent::find(sheet, &contents.range);
    let from = masthead.end;
    sheet.settle(contents.range.clone());
    let mut head = masthead::read(sheet, masthead, ledger);
    let closing = closing::read(sheet, ledger);
    let heads = outline::read(sheet, from, &contents);
    let parts = assemble::read(sheet, from, &heads, contents, ledger);
    if let Some(publisher) = closing.publisher.filter(|_| head.publisher.is_empty()) {
        if publisher.lines.is_empty() {
            ledger.supplied("publication.publisher", publisher.plain());
        }
        head.publisher = publisher;
    }
    head.published = head.published.or(closing.published);
    let mut draft = Draft { head, parts, colophon: closing.colophon };
    if !draft.parts.is_empty() {
        head::fill(&mut draft, options, ledger);
        duplicates::number_titles(&mut draft.parts, ledger);
    }
    draft
}

/// Reads all lines as the paragraphs of one article.
fn unstructured(sheet: &mut Sheet, options: &Options<'_>, ledger: &mut Ledger) -> Draft {
    let mut draft = Draft::default();
    draft.parts.extend(assemble::paragraphs(sheet, ledger));
    if !draft.parts.is_empty() {
        head::fill(&mut draft, options, ledger);
    }
    draft
}

#[cfg(test)]
mod tests;
