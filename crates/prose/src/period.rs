//! Reads spans of days as event calendars write them: `2024.7.21~27`, `2024.12.30~2025.1.2`.
//!
//! It knows the calendar, not what happens on a day.

/// A calendar day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
}

/// Why a span of days cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPeriod {
    /// Not written as a day or two days with `~` between.
    Form,
    /// A day that is not in the calendar.
    NoSuchDay,
    /// The last day comes before the first.
    Backwards,
}

/// The first day, and the last one if the span is longer than a day.
pub fn parse(written: &str) -> Result<(Date, Option<Date>), BadPeriod> {
    if written.len() > 64 {
        return Err(BadPeriod::Form);
    }
    let (first, last) = match written.split_once(['~', '∼', '～', '–', '〜']) {
        Some((first, last)) => (first, Some(last)),
        None => (written, None),
    };
    let first = numbers(first)?;
    let [year, month, day] = first[..] else { return Err(BadPeriod::Form) };
    let start = date(year, month, day)?;
    let Some(last) = last else { return Ok((start, None)) };
    let end = match numbers(last)?[..] {
        [day] => date(year, month, day)?,
        [month, day] => date(year, month, day)?,
        [year, month, day] => date(year, month, day)?,
        _ => return Err(BadPeriod::Form),
    };
    match end < start {
        true => Err(BadPeriod::Backwards),
        false => Ok((start, (end != start).then_some(end))),
    }
}

/// The numbers of `2024.7.21`; a point at the end and spaces around are let pass.
fn numbers(written: &str) -> Result<Vec<u16>, BadPeriod> {
    let written = written.trim();
    let written = written.strip_suffix('.').unwrap_or(written);
    written
        .split('.')
        .map(|part| {
            let digits = part.trim();
            let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse().ok().filter(|_| plain && digits.len() <= 4).ok_or(BadPeriod::Form)
        })
        .collect()
}

fn date(year: u16, month: u16, day: u16) -> Result<Date, BadPeriod> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return Err(BadPeriod::NoSuchDay),
    };
    match (1000..=9999).contains(&year) && (1..=days).contains(&day) {
        true => Ok(Date { year, month: month as u8, day: day as u8 }),
        false => Err(BadPeriod::NoSuchDay),
    }
}

#[cfg(test)]
mod tests {
    use super::{BadPeriod, Date, parse};

    fn day(year: u16, month: u8, day: u8) -> Date {
        Date { year, month, day }
    }

    #[test]
    fn the_usual_forms_are_read() {
        let (july, june) = (day(2024, 7, 21), day(2024, 6, 19));
        assert_eq!(parse("2024.7.21"), Ok((july, None)));
        assert_eq!(parse("2024.7.21~27"), Ok((july, Some(day(2024, 7, 27)))));
        assert_eq!(parse("2024.6.19.~21"), Ok((june, Some(day(2024, 6, 21)))));
        assert_eq!(parse("2024. 6. 19. ~ 21."), Ok((june, Some(day(2024, 6, 21)))));
        assert_eq!(parse("2024.7.21~8.3"), Ok((july, Some(day(2024, 8, 3)))));
        let turn = (day(2024, 12, 30), Some(day(2025, 1, 2)));
        assert_eq!(parse("2024.12.30~2025.1.2"), Ok(turn));
        assert_eq!(parse("2024.7.21~21"), Ok((july, None)));
    }

    #[test]
    fn days_must_exist_and_run_forward() {
        assert_eq!(parse("2024.2.30"), Err(BadPeriod::NoSuchDay));
        assert_eq!(parse("2023.2.29"), Err(BadPeriod::NoSuchDay));
        assert_eq!(parse("2024.13.1"), Err(BadPeriod::NoSuchDay));
        assert_eq!(parse("2024.7.27~21"), Err(BadPeriod::Backwards));
        assert_eq!(parse("2024.12.30~1.2"), Err(BadPeriod::Backwards));
    }

    #[test]
    fn other_forms_are_refused() {
        for written in
            ["", "~", "2024", "2024.7", "2024-07-21", "7.21~27", "2024.7.21~", "2024.7.x"]
        {
            assert_eq!(parse(written), Err(BadPeriod::Form), "{written}");
        }
    }
}
