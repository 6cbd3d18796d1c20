//! Reads periods: a text as calendars write it, a date, or free words with a day to order them by.
//!
//! What the words mean `prose` knows; a year that is left out is the number's, and that is told.

use super::field::Reader;
use super::value::Period;
use crate::document::{LAST_YEAR, Node, Table, messages as document_msg};
use crate::manifest::messages as msg;
use jikji_diagnostic::Phrase;
use jikji_prose::period::{self, BadPeriod, Date};
use jikji_prose::tree::Plain;

/// How a period is written that is shown as it is.
const FREE: &str = "`{ text = \"…\", from = 2025-06-30 }`";

impl Reader<'_> {
    pub(super) fn period(&mut self, node: Node<'_>) -> Option<Period> {
        if let Some(keys) = node.as_table() {
            return self.free_period(node, keys);
        }
        if node.is_date() {
            let day = node.date(&mut self.problems)?;
            let text = format!("{}.{}.{}.", day.year, day.month, day.day);
            return Some(shown(
                Some((day, None)),
                Some(day),
                "",
                Plain { text, span: node.span() },
            ));
        }
        let text = node.text(&mut self.problems)?;
        let message = match period::read(&text.value, self.published) {
            Ok(read) if last(&read).is_some_and(|day| day.year > LAST_YEAR) => document_msg::YEAR,
            Ok(read) => {
                if let Some((day, named)) = read.misnamed {
                    let told = node.problem(msg::WEEKDAY).arg("day", day_of(day));
                    let right = told.arg("weekday", msg::WEEKDAYS[day.weekday()]);
                    self.problems.push(right.arg("named", msg::WEEKDAYS[named]));
                }
                if let Some(year) = read.assumed {
                    self.problems
                        .push(node.problem(msg::YEAR_ASSUMED).arg("year", i32::from(year)));
                }
                return Some(shown(read.days, read.from, &read.detail, self.plain(&text)));
            }
            Err(BadPeriod::Form) => msg::PERIOD_FORM,
            Err(BadPeriod::NoYear) => msg::PERIOD_YEAR,
            Err(BadPeriod::NoSuchDay) => msg::PERIOD_DAY,
            Err(BadPeriod::Backwards) => msg::PERIOD_BACKWARDS,
        };
        self.refuse(node.problem(message).arg("free", FREE))
    }

    /// `{ text = "…", from = 2024-07-01 }`: shown as it is written, in order by the day.
    fn free_period(&mut self, node: Node<'_>, keys: Table<'_>) -> Option<Period> {
        let keys = keys.only(&["text", "from"], node.key(), &mut self.problems);
        let text = self.needed_text(keys, "text", node.key()).map(|text| self.plain(&text));
        let from = match keys.get("from") {
            Some(from) => Some(from.date(&mut self.problems)?),
            None => None,
        };
        Some(shown(None, from, "", text?))
    }
}

/// The last day that a period names.
fn last(read: &period::Period) -> Option<Date> {
    let days = read.days.map(|(first, last)| last.unwrap_or(first));
    days.or(read.from)
}

fn shown(
    days: Option<(Date, Option<Date>)>,
    from: Option<Date>,
    detail: &str,
    text: Plain,
) -> Period {
    Period { days, from, detail: Plain { text: detail.into(), span: text.span }, text }
}

/// A day as a message names it: `6월 30일`.
fn day_of(day: Date) -> Phrase {
    Phrase {
        ko: format!("{}월 {}일", day.month, day.day),
        en: format!("{}-{:02}-{:02}", day.year, day.month, day.day),
    }
}
