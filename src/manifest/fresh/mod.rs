//! The manifest of a new number: the next one after another, or a publication's first.
//!
//! What stays as it was is kept to the byte, comments too: publication, colophon, print block. Nothing is written
//! to the disk here.

mod regions;
mod sketch;

use std::path::{Path, PathBuf};

use super::model::{Date, Issue, Number, Profile};
use super::{Loaded, load};
use crate::document::edit::{self, Change, Step};
use crate::document::{Document, Mended, Node, Table};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, Lang, Notation};
use regions::regions;

/// A new number.
pub struct Fresh {
    /// Its manifest.
    pub manifest: String,
    /// The layout it is for.
    pub layout: String,
    /// Files and folders beside the old manifest that it needs, by their names there.
    pub needs: Vec<PathBuf>,
}

/// The number after the one at `path`; what is wrong with that one, if nothing can be made of it.
///
/// # Errors
/// Failures of the machine.
pub fn next(path: &Path, sources: &mut Sources) -> anyhow::Result<Result<Fresh, Vec<Diagnostic>>> {
    let Loaded { issue, layout, diagnostics, inputs, .. } = load(path, sources)?;
    let (Some(issue), Some(layout), Some(inputs)) = (issue, layout, inputs) else {
        return Ok(Err(diagnostics));
    };
    let text = String::from_utf8_lossy(&inputs.manifest.bytes);
    let text = jikji_prose::normal::file_text(&text);
    let lang = if issue.publication.language == "ko" { Lang::Ko } else { Lang::En };
    let parts = sketch::parts(&issue, &layout, lang);
    let manifest = with_parts(&moved_on(&text, &issue), &parts);
    let folder = issue.folder.clone();
    let mut needs = vec![PathBuf::from("layouts").join(&layout.name), PathBuf::from("fonts")];
    if let Profile::File { name, .. } = &issue.print.profile {
        needs.push(PathBuf::from(name));
    }
    needs.retain(|need| folder.join(need).exists());
    Ok(Ok(Fresh { manifest, layout: layout.name, needs }))
}

/// A publication's first number, of the month of `today`.
pub fn first(today: Date) -> Fresh {
    let Date { year, month, .. } = today;
    let published = format!("{year}-{month:02}-{:02}", today.day);
    let facts =
        [("{year}", year.to_string()), ("{month}", month.to_string()), ("{published}", published)];
    let fill = |text: String, (slot, value): &(&str, String)| text.replace(slot, value);
    let manifest = facts.iter().fold(include_str!("first.toml").to_string(), fill);
    Fresh { manifest, layout: "spri-brief".into(), needs: vec![] }
}

/// The number that comes after another.
pub fn following(number: Number) -> Number {
    let months = 1 + number.until.map_or(0, |until| (until + 12 - number.month) % 12);
    let on = |year: u16, month: u8, by: u8| {
        let month = u16::from(month) + u16::from(by) - 1;
        (year + month / 12, (month % 12) as u8 + 1)
    };
    let (year, month) = on(number.year, number.month, months);
    let (day_year, day_month) = on(number.published.year, number.published.month, months);
    // The 31st of a month of 30 days is its last.
    let days = (1..=number.published.day).rev();
    let day = days.filter_map(|day| Date::of(day_year, day_month.into(), day.into())).next();
    let new_volume = year > number.year && number.volume.is_some();
    Number {
        year,
        month,
        until: number.until.map(|until| on(year, until, months).1),
        published: day.unwrap_or(number.published),
        volume: number.volume.map(|volume| volume + u32::from(new_volume)),
        in_volume: number.in_volume.map(|place| if new_volume { 1 } else { place + 1 }),
        serial: number.serial.map(|serial| serial + 1),
    }
}

/// The manifest's text with its number moved on to the next.
fn moved_on(text: &str, issue: &Issue) -> String {
    let (old, new) = (issue.number, following(issue.number));
    let Date { year, month, day } = new.published;
    let months =
        new.until.map_or(new.month.to_string(), |until| format!("[{}, {until}]", new.month));
    let count = |count: Option<u32>| count.map(|count| count.to_string());
    let facts = [
        ("year", Some(new.year.to_string())),
        ("month", Some(months)),
        ("published", Some(format!("{year}-{month:02}-{day:02}"))),
        ("volume", count(new.volume)),
        ("number", count(new.in_volume)),
        ("serial", count(new.serial)),
    ];
    let mut edits = vec![];
    let file = Sources::default().add("issue.toml", text);
    let written = Mended::of(text);
    let (document, _) = Document::parse(file, &written);
    let root = document.as_ref().map(Table::root);
    let number = root.and_then(|root| root.get("issue")).and_then(Node::as_table);
    for (key, value) in facts {
        let node = number.and_then(|number| number.get(key));
        edits.extend(node.zip(value).map(|(node, value)| (node.span(), value)));
    }
    if let Some(slug) = root.and_then(|root| root.get("slug"))
        && issue.slug.contains(&old.date_code())
    {
        let slug_now = issue.slug.replace(&old.date_code(), &new.date_code());
        edits.push((slug.span(), Notation::line(&slug_now)));
    }
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut text = text.to_string();
    for (span, value) in edits {
        text.replace_range(span.start..span.end, &value);
    }
    // What the old number lacks is no matter of the new one.
    let at = ["issue", "unfinished"].map(|key| Step::Key(key.into())).to_vec();
    let finished = edit::changed(text.as_bytes(), &[Change::Remove { at }]);
    finished.ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or(text)
}

/// The manifest's text with other parts where the first of its own stood.
fn with_parts(text: &str, parts: &str) -> String {
    let mut out = String::new();
    let mut written = false;
    for region in regions(text) {
        if region.name != "parts" {
            out += &text[region.range];
        } else if !written {
            written = true;
            out += parts;
            out.push('\n');
        }
    }
    if !written {
        out += parts;
    }
    out
}

#[cfg(test)]
mod tests;
