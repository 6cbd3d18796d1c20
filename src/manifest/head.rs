//! Reads what stands before the parts: `[publication]`, `[issue]`, `[fonts]`, the slug.
//!
//! These tables are the same for every layout.

use super::field::Reader;
use super::model::{Date, Number, Publication};
use crate::document::portable;
use crate::document::{LAST_YEAR, Node, Table, messages as document_msg, quoted};
use crate::layout::spec::Layout;
use crate::manifest::messages as msg;

/// Years a number may be of.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=LAST_YEAR as i64;
/// The longest slug, in bytes; file names get `-screen.pdf` after it.
const LONGEST_SLUG: usize = 80;

impl Reader<'_> {
    /// `[publication]`.
    pub fn publication(&mut self, root: Table<'_>) -> Option<Publication> {
        const OWNER: &str = "[publication]";
        let node = root.require("publication", self.name, &mut self.problems)?;
        let table = node.table(&mut self.problems)?;
        let table =
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
        const KEYS: [&str; 7] =
            ["year", "month", "published", "volume", "number", "serial", "unfinished"];
        let table = table.only(&KEYS, OWNER, &mut self.problems);
        self.unfinished(table);
        let year = table.require("year", OWNER, &mut self.problems).and_then(|node| {
            let year = node.integer(&mut self.problems)?;
            let valid = YEARS.contains(&year).then_some(year as u16);
            valid.or_else(|| self.refuse(node.problem(document_msg::YEAR)))
        });
        let months = table.require("month", OWNER, &mut self.problems);
        let months = months.and_then(|node| self.months(node));
        let day = table.require("published", OWNER, &mut self.problems);
        let published = day.and_then(|node| node.date(&mut self.problems));
        let volume = self.count(table, "volume");
        let in_volume = self.count(table, "number");
        let serial = self.count(table, "serial");
        let (month, until) = months?;
        let (year, published) = (year?, published?);
        let number = Number { year, month, until, published, volume, in_volume, serial };
        // Where something is wrong, the months may be.
        if let Some(node) = day.filter(|_| self.problems.is_empty() && is_far(&number)) {
            let far = node.problem(msg::PUBLISHED_FAR).arg("year", i32::from(year));
            self.problems.push(far.arg("months", number.months()));
        }
        Some(number)
    }

    /// What a number that is marked as unfinished lacks: told as long as the mark is there, whatever else is let pass.
    fn unfinished(&mut self, table: Table<'_>) {
        let Some(node) = table.get("unfinished") else { return };
        if let Some(what) = node.text(&mut self.problems) {
            let what = what.value.split_whitespace().collect::<Vec<_>>().join(" ");
            self.told.push(node.problem(msg::UNFINISHED).arg("what", quoted(what)));
        }
    }

    /// A month, or the first and the last of a combined number: `[5, 6]`.
    fn months(&mut self, node: Node<'_>) -> Option<(u8, Option<u8>)> {
        let both = node.as_list();
        if both.as_ref().is_some_and(|both| both.len() != 2) {
            return self.refuse(node.problem(msg::MONTHS));
        }
        let mut month = |node: Node<'_>| {
            let month = node.integer(&mut self.problems)?;
            let valid = (1..=12).contains(&month).then_some(month as u8);
            valid.or_else(|| self.refuse(node.problem(msg::MONTH)))
        };
        let Some(both) = both else { return Some((month(node)?, None)) };
        let (first, last) = (month(both[0]), month(both[1]));
        match (first?, last?) {
            // Over the end of a year only a few months are one number; the rest is turned round.
            (first, last) if first == last || (last < first && last + 12 - first > 5) => {
                self.refuse(node.problem(msg::MONTHS))
            }
            (first, last) => Some((first, Some(last))),
        }
    }

    /// A count from 1 on, if it is given.
    fn count(&mut self, table: Table<'_>, key: &str) -> Option<u32> {
        let node = table.get(key)?;
        let count = node.integer(&mut self.problems)?;
        let valid = u32::try_from(count).ok().filter(|count| (1..=99_999).contains(count));
        valid.or_else(|| self.refuse(node.problem(msg::NO_COUNT)))
    }

    /// `[sections]`: the accent of a section by its title.
    pub fn accents(&mut self, root: Table<'_>, layout: &Layout) -> Vec<(String, String)> {
        let table = root.get("sections").and_then(|node| node.table(&mut self.problems));
        let mut accents = vec![];
        for (_, node) in table.map(Table::entries).unwrap_or_default() {
            let Some(accent) = node.text(&mut self.problems) else { continue };
            let known = || layout.inks.colors.iter().map(|color| color.value.0.as_str());
            match known().any(|name| name == accent.value) {
                true => accents.push((node.key().to_string(), accent.value)),
                false => self.problems.push(node.not_among(&known().collect::<Vec<_>>())),
            }
        }
        accents
    }

    /// `[fonts]`: whether fonts of the machine are let in.
    pub fn system_fonts(&mut self, root: Table<'_>) -> bool {
        let table = root.get("fonts").and_then(|node| node.table(&mut self.problems));
        let Some(table) = table else { return false };
        let table = table.only(&["system"], "[fonts]", &mut self.problems);
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

/// Whether a number came out more than half a month before its months begin or after they end.
fn is_far(number: &Number) -> bool {
    // In half months: the day of publication, the first and the last half of the number.
    let halves = |year: u16, month: u8, late: bool| {
        (i32::from(year) * 12 + i32::from(month)) * 2 + i32::from(late)
    };
    let Date { year, month, day } = number.published;
    let last = number.until.unwrap_or(number.month);
    let last_year = number.year + u16::from(last < number.month);
    let first = halves(number.year, number.month, false);
    let last = halves(last_year, last, true);
    !(first - 1..=last + 1).contains(&halves(year, month, day > 15))
}

/// Small ASCII letters, digits and single hyphens between them.
fn is_slug(slug: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    slug.len() <= LONGEST_SLUG && slug.split('-').all(part) && !portable::is_device(slug)
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
    words.truncate(LONGEST_SLUG - "-2024-05-06".len());
    let words = words.trim_end_matches('-');
    let words = if words.bytes().any(|b| b.is_ascii_alphabetic()) { words } else { "issue" };
    format!("{words}-{}", number.date_code())
}

#[cfg(test)]
mod tests {
    use super::{default_slug, is_far, is_slug};
    use crate::manifest::model::{Date, Number};

    #[test]
    fn a_slug_comes_from_the_name() {
        let published = Date { year: 2024, month: 5, day: 7 };
        let number = Number::of(2024, 5, published);
        assert_eq!(default_slug("SPRI AI Brief", number), "spri-ai-brief-2024-05");
        let both = Number { until: Some(6), ..number };
        assert_eq!(default_slug("SPRI AI Brief", both), "spri-ai-brief-2024-05-06");
        assert_eq!(default_slug("  Café & Co. (월간) ", number), "cafe-co-2024-05");
        assert_eq!(default_slug("인공지능 동향", number), "issue-2024-05");
        assert_eq!(default_slug("월간 21", number), "issue-2024-05");
        assert!(is_slug(&default_slug(&"long ".repeat(50), number)));
    }

    #[test]
    fn a_number_comes_out_in_its_month_or_near_it() {
        let published = |year, month, day| Number::of(2024, 1, Date { year, month, day });
        let near = [(2023, 12, 16), (2024, 1, 1), (2024, 1, 31), (2024, 2, 15)];
        assert!(near.iter().all(|(year, month, day)| !is_far(&published(*year, *month, *day))));
        let far = [(2023, 12, 15), (2024, 2, 16), (2023, 1, 5), (2025, 1, 5)];
        assert!(far.iter().all(|(year, month, day)| is_far(&published(*year, *month, *day))));
        let turn = Number { month: 12, until: Some(1), ..published(2025, 2, 10) };
        assert!(!is_far(&turn));
    }

    #[test]
    fn slugs_are_safe_file_names() {
        assert!(is_slug("spri-ai-brief-2024-05") && is_slug("a"));
        for bad in ["", "-a", "a-", "a--b", "A", "가", "a/b", "..", "con", "com1"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
