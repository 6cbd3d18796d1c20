//! Reads what stands before the parts: `[publication]`, `[issue]`, `[fonts]`, the slug.
//!
//! These tables are the same for every layout.

use super::field::Reader;
use super::model::{Number, Publication};
use crate::document::{Table, messages as document_msg};
use crate::manifest::messages as msg;

/// Years a number may be of.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2200;
/// The longest slug, in bytes; file names get `-screen.pdf` after it.
const LONGEST_SLUG: usize = 80;

impl Reader<'_> {
    /// `[publication]`.
    pub fn publication(&mut self, root: Table<'_>) -> Option<Publication> {
        const OWNER: &str = "[publication]";
        let node = root.require("publication", self.name, &mut self.problems)?;
        let table = node.table(&mut self.problems)?;
        table.only(&["name", "tagline", "publisher", "language"], OWNER, &mut self.problems);
        let name = self.needed_text(table, "name", OWNER);
        let name = name.map(|text| self.plain(&text));
        let tagline = self.text_if_given(table, "tagline").map(|text| self.plain(&text));
        let publisher = self.needed_text(table, "publisher", OWNER);
        let publisher = publisher.map(|text| self.plain(&text));
        let language = self.language(table);
        Some(Publication { name: name?, tagline, publisher: publisher?, language: language? })
    }

    /// A BCP 47 primary language: two or three small letters.
    fn language(&mut self, table: Table<'_>) -> Option<String> {
        let Some(node) = table.get("language") else { return Some("ko".into()) };
        let language = node.text(&mut self.problems)?.value;
        let valid =
            (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
        if !valid {
            self.problems.push(node.problem(msg::LANGUAGE));
        }
        valid.then_some(language)
    }

    /// `[issue]`.
    pub fn number(&mut self, root: Table<'_>) -> Option<Number> {
        const OWNER: &str = "[issue]";
        let node = root.require("issue", self.name, &mut self.problems)?;
        let table = node.table(&mut self.problems)?;
        table.only(&["year", "month", "published"], OWNER, &mut self.problems);
        let year = table.require("year", OWNER, &mut self.problems).and_then(|node| {
            let year = node.integer(&mut self.problems)?;
            let valid = YEARS.contains(&year).then_some(year as u16);
            valid.or_else(|| self.refuse(node.problem(document_msg::YEAR)))
        });
        let month = table.require("month", OWNER, &mut self.problems).and_then(|node| {
            let month = node.integer(&mut self.problems)?;
            let valid = (1..=12).contains(&month).then_some(month as u8);
            valid.or_else(|| self.refuse(node.problem(msg::MONTH)))
        });
        let published = table
            .require("published", OWNER, &mut self.problems)
            .and_then(|node| node.date(&mut self.problems));
        Some(Number { year: year?, month: month?, published: published? })
    }

    /// `[fonts]`: whether fonts of the machine are let in.
    pub fn system_fonts(&mut self, root: Table<'_>) -> bool {
        let table = root.get("fonts").and_then(|node| node.table(&mut self.problems));
        let Some(table) = table else { return false };
        table.only(&["system"], "[fonts]", &mut self.problems);
        let system = table.get("system").and_then(|node| node.boolean(&mut self.problems));
        system.unwrap_or(false)
    }

    /// The slug the manifest names, if it does.
    pub fn slug(&mut self, root: Table<'_>) -> Option<String> {
        let node = root.get("slug")?;
        let slug = node.text(&mut self.problems)?.value;
        if is_slug(&slug) {
            return Some(slug);
        }
        let problem = match slug.len() > LONGEST_SLUG && slug.is_ascii() {
            true => node.problem(msg::SLUG_LONG).arg("count", slug.len()).arg("most", LONGEST_SLUG),
            false => node.problem(msg::SLUG),
        };
        self.problems.push(problem);
        None
    }

    /// Pushes a problem in place of a value.
    pub(super) fn refuse<T>(&mut self, problem: jikji_diagnostic::Diagnostic) -> Option<T> {
        self.problems.push(problem);
        None
    }
}

/// Small ASCII letters, digits and single hyphens between them.
fn is_slug(slug: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    slug.len() <= LONGEST_SLUG && slug.split('-').all(part) && !is_device(slug)
}

/// Names that Windows keeps for devices.
fn is_device(name: &str) -> bool {
    matches!(name, "con" | "prn" | "aux" | "nul")
        || name.strip_prefix("com").or(name.strip_prefix("lpt")).is_some_and(|n| n.len() == 1)
}

/// The slug of a number that names none: `spri-ai-brief-2024-05`, or `issue-2024-05` if the
/// publication's name has no ASCII letter.
pub fn default_slug(publication: &str, number: Number) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut words = String::new();
    for c in publication.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        match c {
            c if c.is_ascii_alphanumeric() => words.push(c.to_ascii_lowercase()),
            _ if !words.is_empty() && !words.ends_with('-') => words.push('-'),
            _ => {}
        }
    }
    words.truncate(LONGEST_SLUG - "-2024-05".len());
    let words = words.trim_end_matches('-');
    let words = if words.bytes().any(|b| b.is_ascii_alphabetic()) { words } else { "issue" };
    format!("{words}-{:04}-{:02}", number.year, number.month)
}

#[cfg(test)]
mod tests {
    use super::{default_slug, is_slug};
    use crate::manifest::model::{Date, Number};

    #[test]
    fn a_slug_comes_from_the_name() {
        let published = Date { year: 2024, month: 5, day: 7 };
        let number = Number { year: 2024, month: 5, published };
        assert_eq!(default_slug("SPRI AI Brief", number), "spri-ai-brief-2024-05");
        assert_eq!(default_slug("  Café & Co. (월간) ", number), "cafe-co-2024-05");
        assert_eq!(default_slug("인공지능 동향", number), "issue-2024-05");
        assert_eq!(default_slug("월간 21", number), "issue-2024-05");
        assert!(is_slug(&default_slug(&"long ".repeat(50), number)));
    }

    #[test]
    fn slugs_are_safe_file_names() {
        assert!(is_slug("spri-ai-brief-2024-05") && is_slug("a"));
        for bad in ["", "-a", "a-", "a--b", "A", "가", "a/b", "..", "con", "com1"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
