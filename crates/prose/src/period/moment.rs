//! A moment as precisely as it is told: a year, a month or a day, or less; and why there is none.
//!
//! It knows the calendar, and no way of writing.

use crate::calendar::Date;

/// Why it cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPeriod {
    /// Not written in a form that is known.
    Form,
    /// Month and day without a year.
    NoYear,
    /// A day that is not in the calendar.
    NoSuchDay,
    /// The last day comes before the first.
    Backwards,
}

/// What is told of a moment.
#[derive(Debug, Default, Clone, Copy)]
pub struct Moment {
    /// Its year.
    pub year: Option<u16>,
    /// Its month.
    pub month: Option<u16>,
    /// Its day of the month.
    pub day: Option<u16>,
}

impl Moment {
    /// The same with what it leaves out taken from `before`: a day is in the month that was named, a month in the
    /// year.
    pub fn after(self, before: Self) -> Self {
        let month =
            self.month.or(before.month.filter(|_| self.day.is_some() && self.year.is_none()));
        Self { year: self.year.or(before.year), month, day: self.day }
    }

    /// The day, or the first day of the month or year; `None` without a year.
    pub fn start(self) -> Result<Option<Date>, BadPeriod> {
        let Some(year) = self.year else {
            return match self.day {
                Some(_) => Err(BadPeriod::NoYear),
                None if self.month.is_some_and(|month| !(1..=12).contains(&month)) => {
                    Err(BadPeriod::NoSuchDay)
                }
                None => Ok(None),
            };
        };
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        Date::of(year, month, day).map(Some).ok_or(BadPeriod::NoSuchDay)
    }
}
