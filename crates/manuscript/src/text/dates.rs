//! Finds dates in running text: `2024.03.21.`, `2024년 3월 21일`, `March 21, 2024`, and the month of
//! a number: `2024년 5월호`.
//!
//! It knows the calendar (by `prose`'s periods), not what happens on a day.

use std::ops::Range;

use jikji_prose::period;
use jikji_prose::period::Date;

/// Months in English.
#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// Its bytes, the point at its end included.
    pub range: Range<usize>,
    /// The day; none if the calendar has no such day.
    pub date: Option<Date>,
}

/// A day, if the calendar has it.
fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    period::days(&format!("{year}.{month}.{day}")).ok().map(|(date, _)| date)
}

/// The dates of a text, in order.
pub fn all(text: &str) -> Vec<FoundDate> {
    let mut found = vec![];
    let mut end = 0;
    for at in starts(text) {
        let here =
            if at < end { None } else { numeric(&text[at..]).or_else(|| worded(&text[at..])) };
        if let Some((length, date)) = here {
            end = at + length;
            found.push(FoundDate { range: at..end, date });
        }
    }
    found
}

/// Where the words of a text begin that are of Latin letters and digits.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let mut before = false;
    text.char_indices().filter_map(move |(at, c)| {
        let begins = c.is_ascii_alphanumeric() && !before;
        before = c.is_ascii_alphanumeric();
        begins.then_some(at)
    })
}

/// A small cursor over a text.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches(' ').len();
    }

    fn number(&mut self, digits: Range<usize>) -> Option<u32> {
        let count = self.rest().bytes().take(5).take_while(u8::is_ascii_digit).count();
        if !digits.contains(&count) {
            return None;
        }
        let value = self.rest()[..count].parse().ok()?;
        self.at += count;
        Some(value)
    }

    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.rest().chars().next().filter(|c| signs.contains(c))?;
        self.at += sign.len_utf8();
        Some(sign)
    }

    /// An English month, whole or shortened.
    fn month(&mut self) -> Option<u32> {
        let letters = self.rest().bytes().take(10).take_while(u8::is_ascii_alphabetic).count();
        let word = self.rest()[..letters].to_ascii_lowercase();
        let month = MONTHS.iter().position(|name| word.len() > 2 && name.starts_with(&word))?;
        self.at += letters;
        let _ = self.sign(&['.']);
        Some(month as u32 + 1)
    }
}

/// `2024.03.21.`, `2024-3-21`, `2024년 3월 21일`.
fn numeric(text: &str) -> Option<(usize, Option<Date>)> {
    let mut cursor = Cursor { text, at: 0 };
    let year = cursor.number(4..5)?;
    cursor.blanks();
    let sign = cursor.sign(&['.', '-', '/', '년', '．'])?;
    cursor.blanks();
    let month = cursor.number(1..3)?;
    cursor.blanks();
    let wanted = if sign == '년' { '월' } else { sign };
    cursor.sign(&[wanted])?;
    cursor.blanks();
    let number = cursor.number(1..3)?;
    if cursor.rest().starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let end = cursor.at;
    cursor.blanks();
    match (sign, cursor.sign(&['일', '.', '．'])) {
        ('년', Some('일')) | ('.' | '．', Some('.' | '．')) => {}
        _ => cursor.at = end,
    }
    Some((cursor.at, day(year, month, number)))
}

/// `March 21, 2024`, `21 March 2024`.
fn worded(text: &str) -> Option<(usize, Option<Date>)> {
    let mut cursor = Cursor { text, at: 0 };
    let before = cursor.number(1..3);
    cursor.blanks();
    let month = cursor.month()?;
    cursor.blanks();
    let number = match before {
        Some(number) => number,
        None => {
            let number = cursor.number(1..3)?;
            cursor.blanks();
            let _ = cursor.sign(&[',']);
            number
        }
    };
    cursor.blanks();
    let year = cursor.number(4..5)?;
    (!cursor.rest().starts_with(|c: char| c.is_ascii_alphanumeric()))
        .then(|| (cursor.at, day(year, month, number)))
}

/// A month in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundMonth {
    /// Its bytes.
    pub range: Range<usize>,
    /// Its year.
    pub year: u16,
    /// Its number, from 1.
    pub month: u8,
}

/// The month a text names: `2024년 5월호`, `2024. 5.`, `May 2024`.
pub fn month(text: &str) -> Option<FoundMonth> {
    starts(text).find_map(|at| {
        let (length, year, month) = month_at(&text[at..])?;
        let known = (1900..=2200).contains(&year) && (1..=12).contains(&month);
        known.then_some(FoundMonth {
            range: at..at + length,
            year: year as u16,
            month: month as u8,
        })
    })
}

fn month_at(text: &str) -> Option<(usize, u32, u32)> {
    let mut cursor = Cursor { text, at: 0 };
    if let Some(month) = cursor.month() {
        cursor.blanks();
        let year = cursor.number(4..5)?;
        return Some((cursor.at, year, month));
    }
    let year = cursor.number(4..5)?;
    cursor.blanks();
    let sign = cursor.sign(&['.', '-', '/', '년', '年', '．', '_'])?;
    cursor.blanks();
    let month = cursor.number(1..3)?;
    let end = cursor.at;
    cursor.blanks();
    match (sign, cursor.sign(&['월', '月', '.', '．'])) {
        ('년', Some('월')) | ('年', Some('月')) => {
            let after = cursor.at;
            cursor.blanks();
            if cursor.sign(&['호', '號']).is_none() {
                cursor.at = after;
            }
        }
        ('.' | '．', Some('.' | '．')) => {}
        _ => cursor.at = end,
    }
    Some((cursor.at, year, month))
}

#[cfg(test)]
mod tests {
    use super::{all, month};

    fn days(text: &str) -> Vec<(String, String)> {
        let shown = |found: super::FoundDate| {
            let date =
                found.date.map_or("-".into(), |d| format!("{}-{}-{}", d.year, d.month, d.day));
            (text[found.range].to_string(), date)
        };
        all(text).into_iter().map(shown).collect()
    }

    #[test]
    fn dates_are_found_in_their_forms() {
        for (text, written, date) in [
            ("기관, 제목, 2024.03.21.", "2024.03.21.", "2024-3-21"),
            ("제목 (2024-3-5)", "2024-3-5", "2024-3-5"),
            ("2024년 3월 21일 발표", "2024년 3월 21일", "2024-3-21"),
            ("2024. 3. 21. 발표", "2024. 3. 21.", "2024-3-21"),
            ("Title, March 21, 2024", "March 21, 2024", "2024-3-21"),
            ("Title, 5 Sept. 2024", "5 Sept. 2024", "2024-9-5"),
            ("2024.13.45", "2024.13.45", "-"),
        ] {
            assert_eq!(days(text), [(written.to_string(), date.to_string())], "{text}");
        }
        assert!(days("버전 2024.1, 3.21 GPT-4 arXiv 2403.20329").is_empty());
    }

    #[test]
    fn months_are_found_in_their_forms() {
        let read = |text: &str| month(text).map(|f| (text[f.range].to_string(), f.year, f.month));
        assert_eq!(read("등대 소식 2023년 11월호"), Some(("2023년 11월호".into(), 2023, 11)));
        assert_eq!(read("Vol. 12 2023. 11."), Some(("2023. 11.".into(), 2023, 11)));
        assert_eq!(read("November 2023"), Some(("November 2023".into(), 2023, 11)));
        assert_eq!(read("lighthouse-2023-11"), Some(("2023-11".into(), 2023, 11)));
        assert_eq!(read("2023년 여름, 3000.14"), None);
    }
}
