//! Fills what a manifest must have and the file does not say: name, publisher, month, day, titles.
//!
//! What is filled in is entered as supplied and asked about; it is never passed off as the file's.

use jikji_prose::period::Date;

use crate::draft::{Draft, Entry, Month};
use crate::messages::Ask;
use crate::source::{Ledger, Runs};
use crate::text::dates;

/// The name of a periodical that neither the text nor the file's name gives.
const NAMELESS: &str = "(이름 없음)";

/// Fills what is missing.
pub fn fill(draft: &mut Draft, file: &str, ledger: &mut Ledger) {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if draft.head.name.is_empty() {
        let name = Runs::plain_text(stem, &[]);
        draft.head.name = if name.is_empty() { Runs::plain_text(NAMELESS, &[]) } else { name };
        let name = draft.head.name.plain();
        ledger.supplied("publication.name", name.clone());
        ledger.ask_field(Ask::Name, "publication.name", None, name);
    }
    let name = draft.head.name.plain();
    if draft.head.publisher.is_empty() {
        draft.head.publisher = Runs::plain_text(&name, &[]);
        ledger.supplied("publication.publisher", name.clone());
        ledger.ask_field(Ask::Publisher, "publication.publisher", None, name.as_str());
    }
    fill_month(draft, stem, ledger);
    fill_titles(draft, &name, ledger);
}

fn fill_month(draft: &mut Draft, stem: &str, ledger: &mut Ledger) {
    let of = |date: Date| Month { year: date.year, month: date.month, line: None };
    if draft.head.month.is_none() {
        let published =
            draft.head.published.map(|(date, line)| Month { line: Some(line), ..of(date) });
        let named =
            || dates::month(stem).map(|f| Month { year: f.year, month: f.month, line: None });
        let found = published.or_else(named).or_else(|| latest_source(draft).map(of));
        let found = found.unwrap_or(Month::UNKNOWN);
        let Month { year, month, line } = Month { year: found.year.clamp(1900, 2200), ..found };
        draft.head.month = Some(Month { year, month, line });
        let text = format!("{year}-{month:02}");
        ledger.ask_field(Ask::Month, "issue.year", line, text);
    }
    let Month { year, month, line } = draft.head.month.unwrap_or(Month::UNKNOWN);
    if draft.head.published.is_none() {
        let text = format!("{year}-{month:02}-01");
        ledger.ask_field(Ask::Published, "issue.published", line, text);
    }
}

/// The latest date among the sources.
fn latest_source(draft: &Draft) -> Option<Date> {
    draft.briefs().flat_map(|brief| &brief.sources).filter_map(|source| source.date).max()
}

/// Parts, sections and entries without a title take the nearest there is.
fn fill_titles(draft: &mut Draft, name: &str, ledger: &mut Ledger) {
    for part in &mut draft.parts {
        if part.title.is_empty() {
            part.title = Runs::plain_text(name, &[]);
            ledger.supplied("parts.title", name);
            ledger.ask_field(Ask::PartTitle, "parts.title", None, name);
        } else if part.title.lines.is_empty() {
            // Words of a calendar's title that stand here as well.
            ledger.supplied("parts.title", part.title.plain());
        }
        let title = part.title.plain();
        for section in &mut part.sections {
            if section.title.is_empty() {
                section.title = Runs::plain_text(&title, &[]);
                ledger.supplied("sections.title", title.clone());
            }
            section.entries.iter_mut().for_each(|entry| fill_title(entry, &title, ledger));
        }
        part.entries.iter_mut().for_each(|entry| fill_title(entry, &title, ledger));
    }
}

/// An entry without a title takes one that is supplied.
pub fn fill_title(entry: &mut Entry, title: &str, ledger: &mut Ledger) {
    if !entry.title_mut().is_empty() {
        if entry.title_mut().lines.is_empty() {
            ledger.supplied("title", entry.title_mut().plain());
        }
        return;
    }
    ledger.supplied("title", title);
    if let Some(line) = entry.first_line() {
        ledger.ask_field(Ask::Untitled, "title", Some(line), title);
    }
    let lines = std::mem::take(&mut entry.title_mut().lines);
    *entry.title_mut() = Runs { lines, ..Runs::plain_text(title, &[]) };
}
