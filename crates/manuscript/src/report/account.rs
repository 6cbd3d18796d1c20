//! Counts what was found.

use super::record::Found;
use crate::draft::{Draft, Entry};

/// What a draft holds.
pub fn found(draft: &Draft) -> Found {
    let mut found = Found { parts: draft.parts.len(), ..Found::default() };
    let colophon = &draft.colophon;
    found.colophon =
        colophon.homepage.is_some() || colophon.contact.is_some() || !colophon.address.is_empty();
    for part in &draft.parts {
        found.sections += part.sections.len();
    }
    for entry in draft.entries() {
        match entry {
            Entry::Brief(brief) => {
                found.briefs += 1;
                found.key_points += brief.key.len();
                found.notes += brief.notes.len();
                found.sources += brief.sources.len();
            }
            Entry::Events(events) => found.events += events.rows.len(),
        }
    }
    found
}
