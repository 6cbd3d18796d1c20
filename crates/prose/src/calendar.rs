//! Days of the calendar: which exist, and on what day of the week they fall.
//!
//! It knows no way of writing them.

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

impl Date {
    /// The day, if there is one.
    pub fn of(year: u16, month: u16, day: u16) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let exists = (1000..=9999).contains(&year) && (1..=days).contains(&day);
        exists.then_some(Self { year, month: month as u8, day: day as u8 })
    }

    /// The day that comes so many after 1 January 1970.
    pub fn since_1970(days: u64) -> Self {
        // Years that begin in March, in turns of 400, as `weekday` counts them.
        let days = days + 719_468;
        let (turn, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (early, year) = (month >= 10, year + 400 * turn);
        let month = if early { month - 9 } else { month + 3 };
        Self {
            year: (year + u64::from(early)).min(9999) as u16,
            month: month as u8,
            day: day as u8,
        }
    }

    /// The day of the week: 0 is Monday.
    pub fn weekday(self) -> usize {
        // Years that begin in March, so that the day a leap year adds is the last.
        let early = self.month <= 2;
        let year = u32::from(self.year) - u32::from(early);
        let month = u32::from(self.month) + if early { 9 } else { 0 } - if early { 0 } else { 3 };
        let days = year * 365 + year / 4 - year / 100 + year / 400;
        ((days + (153 * month + 2) / 5 + u32::from(self.day) + 1) % 7) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_are_counted_from_1970() {
        let date = |year, month, day| Date::of(year, month, day).unwrap();
        assert_eq!(Date::since_1970(0), date(1970, 1, 1));
        assert_eq!(Date::since_1970(11_016), date(2000, 2, 29));
        assert_eq!(Date::since_1970(20_454), date(2026, 1, 1));
        for days in 0..200_000 {
            let day = Date::since_1970(days);
            assert_eq!(day.weekday() as u64, (days + 3) % 7, "{day:?}");
            assert!(Date::of(day.year, day.month.into(), day.day.into()).is_some(), "{day:?}");
        }
    }

    #[test]
    fn days_of_the_week_are_known() {
        let weekday = |year, month, day| Date::of(year, month, day).map(Date::weekday);
        assert_eq!(weekday(2000, 1, 1), Some(5), "a Saturday");
        assert_eq!(weekday(2024, 2, 29), Some(3), "a Thursday");
        assert_eq!(weekday(2025, 6, 30), Some(0), "a Monday");
        assert_eq!(weekday(2023, 2, 29), None);
        assert_eq!(weekday(1900, 2, 29), None);
    }
}
