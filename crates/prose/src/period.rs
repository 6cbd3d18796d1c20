//! Reads when something takes place, as event calendars write it: `2024.7.21~27`, `2025.06.30.(월) 14:00 ~ 07.02.(수)`,
//! `2025년 6월`, `2025년 상반기`, `매주 수요일`, `미정`.
//!
//! It knows the calendar, not what happens on a day. What is not wholly made of dates and the words that go with
//! them is refused, so that a slip of the pen does not pass for free text.

mod ending;
mod moment;

pub use crate::calendar::Date;
pub use moment::BadPeriod;

use ending::Ending;
use moment::Moment;

/// When something takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The first day, and the last one if it lasts longer; `None` where it is not told by days.
    pub days: Option<(Date, Option<Date>)>,
    /// What orders it among others: its first day, or that of its month, quarter or year.
    pub from: Option<Date>,
    /// What is written beside the days: day of the week, time.
    pub detail: String,
    /// A day that does not fall on the day of the week it is given, 0 for Monday.
    pub misnamed: Option<(Date, usize)>,
    /// The year that it was taken to be in, since it names none.
    pub assumed: Option<u16>,
}

/// The longest that is looked at, bytes.
const LONGEST: usize = 200;
/// Signs between the first and the last day; so does a hyphen with spaces around it.
const SPAN: [char; 7] = ['~', '∼', '～', '–', '—', '〜', '˜'];

/// The first day, and the last one if the span is longer than a day, of what says nothing else.
pub fn days(written: &str) -> Result<(Date, Option<Date>), BadPeriod> {
    let period = read(written, None)?;
    period.days.filter(|_| period.detail.is_empty()).ok_or(BadPeriod::Form)
}

/// Reads a period in what came out on the day `published`: month and day without a year are then taken for the first
/// such day that is not long past.
pub fn read(written: &str, published: Option<Date>) -> Result<Period, BadPeriod> {
    if written.len() > LONGEST {
        return Err(BadPeriod::Form);
    }
    let plain = plain(written);
    let published = match (read_after(&plain, Moment::default()), published) {
        (Err(BadPeriod::NoYear), Some(published)) => published,
        (read, _) => return read,
    };
    let year = |year| Moment { year: Some(year), ..Moment::default() };
    let assumed = |read: Period, year| Period { assumed: Some(year), ..read };
    let this = published.year;
    let past = |from: Option<Date>| {
        let months = |date: Date| i32::from(date.year) * 12 + i32::from(date.month);
        from.is_some_and(|from| months(from) + 1 < months(published))
    };
    match read_after(&plain, year(this))? {
        read if past(read.from) => Ok(assumed(read_after(&plain, year(this + 1))?, this + 1)),
        read => Ok(assumed(read, this)),
    }
}

/// The text with one sign for a span.
fn plain(written: &str) -> String {
    // At the end it says that there is none.
    let plain = match written.trim_end().strip_suffix("부터") {
        Some(open) => format!("{}부터", open.replace("부터", "~")),
        None => written.replace("부터", "~"),
    };
    let plain = plain.replace(" - ", "~");
    // `2025.6.30-7.2`: between dates with points a hyphen is no part of one.
    match plain.matches('-').count() == 1 && plain.contains('.') && !plain.contains(SPAN) {
        true => plain.replace('-', "~"),
        false => plain,
    }
}

/// Reads a period after the moment `before`.
fn read_after(plain: &str, mut before: Moment) -> Result<Period, BadPeriod> {
    let mut spans: Vec<Period> = vec![];
    for part in plain.split([',', ';', '·', '\n']).flat_map(|part| part.split(" 및 ")) {
        let (span, last) = span(part, before)?;
        match spans.last_mut() {
            // A time after a comma belongs to the days before it.
            Some(days) if span.from.is_none() => {
                let between = if days.detail.is_empty() { "" } else { ", " };
                days.detail = format!("{}{between}{}", days.detail, span.detail);
            }
            _ => spans.push(span),
        }
        before = last;
    }
    let one = spans.len() == 1;
    let misnamed = spans.iter().find_map(|span| span.misnamed);
    let first = spans.into_iter().next().ok_or(BadPeriod::Form)?;
    let days = first.days.filter(|_| one);
    // What is not told by days is shown as it was written, and needs no words beside it.
    let detail = days.map_or(String::new(), |_| first.detail);
    Ok(Period { days, from: first.from, detail, misnamed, assumed: None })
}

/// Reads `first ~ last`; what it leaves out is as in the moment `before` it. Gives its last moment too.
fn span(part: &str, before: Moment) -> Result<(Period, Moment), BadPeriod> {
    let (first, last) = match part.split_once(SPAN) {
        Some((first, last)) => (first, Some(last)),
        None => (part, None),
    };
    let first = ending::read(first, before)?;
    let last = last.map(|last| ending::read(last, first.moment)).transpose()?;
    let (start, end) = (first.day()?, last.as_ref().map(Ending::day).transpose()?.flatten());
    let from = first.moment.start()?.filter(|_| !first.undated);
    let until = last.as_ref().map(|last| last.moment.start()).transpose()?.flatten();
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        return Err(BadPeriod::Backwards);
    }
    // `14:00 ~ 16:00` is on one day.
    let timed = last.as_ref().is_none_or(|last| last.undated);
    let days = match (start, end) {
        (Some(start), None) if timed => Some((start, None)),
        (Some(start), Some(end)) => Some((start, (end != start).then_some(end))),
        _ => None,
    };
    let misnamed = first.misnamed(start).or(last.as_ref().and_then(|last| last.misnamed(end)));
    let moment = last.as_ref().map_or(first.moment, |last| last.moment);
    let detail = match last {
        Some(last) if !last.rest.is_empty() => format!("{} ~ {}", first.rest, last.rest),
        _ => first.rest,
    };
    let detail = detail.trim().to_string();
    Ok((Period { days, from, detail, misnamed, assumed: None }, moment))
}

#[cfg(test)]
mod tests;
