//! Finds where a contents list ends that has no leaders: by its page numbers, or by its form alone.

use std::collections::HashMap;

use super::contents::{GAP, LONGEST, unnumbered};
use super::line::{Kind, Line, is_table_rule};
use super::sheet::Sheet;
use super::{marker, table, titles, vocabulary};

/// Page numbers that make a list.
const FEWEST: usize = 2;
/// How like a heading a listed title must be for the list to end before it.
const LIKE: f64 = 0.6;
/// Lines from a heading to the first entry below it.
const NEAR: usize = 64;
/// Titles that are compared with headings, one by one.
const MOST: usize = 50_000;

/// Where the title ends in a line that has a bare page number after it: `제목 3`, `제목 / 3쪽`.
pub fn page(words: &str) -> Option<usize> {
    let text = words.trim_end_matches([' ', '|', ')', '쪽', '*']);
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let before = &text[..text.len() - digits];
    let title = before.trim_end_matches(|c: char| c.is_whitespace() || "/|,(:p.".contains(c));
    let parted = before.ends_with(|c: char| c.is_whitespace() || "/|(.".contains(c));
    let says = title.chars().any(char::is_alphabetic);
    ((1..=3).contains(&digits) && parted && says).then_some(title.len())
}

/// The page number of such a line.
fn number(words: &str) -> Option<u16> {
    let rest = &words[page(words)?..];
    rest.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// One past the last of the lines that end in page numbers, none smaller than the one before;
/// `from`, if there are too few.
pub fn paged(sheet: &Sheet, from: usize) -> usize {
    let (mut end, mut count, mut gap, mut before) = (from, 0, 0, 0);
    for index in from..sheet.lines.len() {
        let line = &sheet.lines[index];
        if !line.is_text() || is_table_rule(&line.text) {
            continue;
        }
        let here = number(line.words()).filter(|page| *page >= before && !line.is_heading());
        match here {
            Some(page) => (end, count, gap, before) = (index + 1, count + 1, 0, page),
            None => gap += 1,
        }
        // A heading of the list has entries below it.
        let stray = line.is_heading()
            && sheet.full(index + 1, sheet.lines.len()).is_some_and(|next| {
                let next = &sheet.lines[next];
                !next.is_heading() && number(next.words()).is_none()
            });
        let long = line.kind == Kind::Text && line.text.chars().count() > LONGEST;
        if gap > GAP || long || stray || vocabulary::is_key(line.words()) {
            break;
        }
    }
    if count < FEWEST { from } else { end }
}

/// One past the last line of a list that has neither leaders nor pages: headings and items, until a
/// title comes again, lines begin that no heading repeats, or running text.
pub fn form(sheet: &Sheet, from: usize) -> usize {
    let mut later = Later::new(sheet, from);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let (mut end, mut entries) = (from, 0);
    for index in from..sheet.lines.len() {
        let line = &sheet.lines[index];
        if !line.is_text() {
            continue;
        }
        let key = key(line);
        let again = line.is_heading()
            && (seen.contains_key(&key) || (entries > 0 && !later.has_entries(sheet, index)));
        let long = line.text.chars().count() > LONGEST;
        if again || long || begins_article(sheet, index) {
            break;
        }
        entries += usize::from(!line.is_heading());
        seen.insert(key, index);
        end = index + 1;
    }
    // A heading at the end has nothing of the list below it.
    while end > from && (!sheet.lines[end - 1].is_text() || sheet.lines[end - 1].is_heading()) {
        end -= 1;
    }
    end
}

/// Whether key points or sources follow before the next heading.
fn begins_article(sheet: &Sheet, index: usize) -> bool {
    let next = sheet.full(index + 1, sheet.lines.len());
    let key = |index: usize| vocabulary::is_key(sheet.lines[index].words());
    key(index) || next.is_some_and(key) || vocabulary::source(sheet.lines[index].words()).is_some()
}

/// The title a line would have in a list.
fn key(line: &Line) -> String {
    let words = line.words();
    let title = match line.kind {
        Kind::Row => table::cells(&line.text, Kind::Row).join(" "),
        _ => words[..page(words).unwrap_or(words.len())].to_string(),
    };
    let bare = unnumbered(&title);
    titles::key(bare.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()))
}

/// The headings below the list's own, to be compared with what may be its entries.
struct Later {
    heads: Vec<(usize, String)>,
    last: HashMap<String, usize>,
    budget: usize,
}

impl Later {
    fn new(sheet: &Sheet, from: usize) -> Self {
        let heads: Vec<(usize, String)> = (from..sheet.lines.len())
            .filter(|index| sheet.lines[*index].is_heading())
            .map(|index| (index, key(&sheet.lines[index])))
            .filter(|(_, key)| !key.is_empty() && key.len() <= 4 * LONGEST)
            .collect();
        let last = heads.iter().map(|(line, key)| (key.clone(), *line)).collect();
        Self { heads, last, budget: MOST }
    }

    /// Whether a heading opens a part of the list: it comes again, or a line below it, before the
    /// next heading, names a heading further down. A heading above a heading is judged by that one.
    fn has_entries(&mut self, sheet: &Sheet, heading: usize) -> bool {
        let own = key(&sheet.lines[heading]);
        let again = self.last.get(&own).is_some_and(|line| *line > heading);
        let numbered = marker::numbering(sheet.lines[heading].words()).is_some();
        if again || (numbered && self.names(&own, heading + 1)) {
            return true;
        }
        let mut lines = heading + 1..sheet.lines.len().min(heading + NEAR);
        let full = |i: &usize| sheet.lines[*i].is_text() && !sheet.lines[*i].is_heading();
        let Some(first) = lines.find(full) else { return false };
        let mut rest = first..sheet.lines.len();
        let next = rest.find(|i| sheet.lines[*i].is_heading()).unwrap_or(sheet.lines.len());
        let near = (first..next).filter(|i| sheet.lines[*i].is_text()).take(2 * GAP);
        near.collect::<Vec<_>>().into_iter().any(|line| self.names(&key(&sheet.lines[line]), next))
    }

    /// Whether a title names a heading from line `from` on.
    fn names(&mut self, title: &str, from: usize) -> bool {
        if self.last.get(title).is_some_and(|line| *line >= from) {
            return true;
        }
        let start = self.heads.partition_point(|(line, _)| *line < from);
        let near = (self.heads.len() - start).min(self.budget);
        self.budget -= near;
        let long = title.chars().count();
        self.heads[start..start + near].iter().any(|(_, other)| {
            long <= 2 * other.chars().count() && titles::likeness(title, other) >= LIKE
        })
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn bare_page_numbers_are_told_from_years() {
        for (words, title) in [
            ("데이터법 시행 3", Some("데이터법 시행")),
            ("데이터법 시행 / 3쪽", Some("데이터법 시행")),
            ("| 데이터법 시행 | 13 |", Some("| 데이터법 시행")),
            ("데이터법 시행 p.3", Some("데이터법 시행")),
            ("데이터법 2022", None),
            ("데이터3", None),
            ("12", None),
        ] {
            assert_eq!(page(words).map(|end| &words[..end]), title, "{words}");
        }
    }
}
