//! Reads one end of a period: a date in any of its forms, and what goes with it.
//!
//! It knows the words of calendars; everything else it refuses.

use super::moment::{BadPeriod, Moment};
use crate::calendar::Date;

/// One end of a period.
#[derive(Debug)]
pub struct Ending {
    /// The date it names, with what it left out.
    pub moment: Moment,
    /// Whether it names no date of its own.
    pub undated: bool,
    /// What is written beside the date.
    pub rest: String,
    /// The day of the week it names, 0 for Monday.
    weekday: Option<usize>,
}

impl Ending {
    /// Its day, if it has one.
    pub fn day(&self) -> Result<Option<Date>, BadPeriod> {
        Ok(self.moment.start()?.filter(|_| self.moment.day.is_some() && !self.undated))
    }

    /// The day, if it does not fall on the day of the week it is given.
    pub fn misnamed(&self, day: Option<Date>) -> Option<(Date, usize)> {
        let (day, named) = day.zip(self.weekday)?;
        (day.weekday() != named).then_some((day, named))
    }
}

const WEEKDAYS: [char; 7] = ['월', '화', '수', '목', '금', '토', '일'];
/// Words that go with a date or stand for one. Each may stand before another without a space.
const WORDS: &str = "오전 오후 정오 자정 낮 밤 새벽 시 분 초순 상순 중순 하순 초 중 말 경 예정 부터 까지 이후 이전 상반기 하반기 \
    분기 봄 여름 가을 겨울 연중 상시 수시 미정 추후 공지 안내 확정 접수 모집 신청 마감 운영 진행 개최 매주 매월 매달 매일 매년 격주 격월 첫째 둘째 셋째 \
    넷째 다섯째 마지막 요일 주차 주말 평일 당일 종일 주 TBD TBA KST AM PM";

/// Reads one end; what its date leaves out is as in `before`.
pub fn read(written: &str, before: Moment) -> Result<Ending, BadPeriod> {
    let written = written.trim();
    let (named, rest) = date(written, before).unwrap_or((Moment::default(), written));
    let rest = rest.trim().trim_end_matches('.').trim();
    let undated = named.year.or(named.month).or(named.day).is_none();
    if (undated && rest.is_empty()) || !is_known(rest) {
        return Err(BadPeriod::Form);
    }
    let mut moment = if undated { before } else { named.after(before) };
    if !undated && moment.day.is_none() {
        refine(&mut moment, rest);
    } else if moment.year.is_none() && moment.day.is_some() {
        return Err(BadPeriod::NoYear);
    }
    Ok(Ending { moment, undated, rest: rest.to_string(), weekday: weekday(rest) })
}

/// The date at the start of `written`, if there is one, and what comes after it.
fn date(written: &str, before: Moment) -> Option<(Moment, &str)> {
    let mut numbers: Vec<(u16, usize, Option<char>)> = vec![];
    let mut rest = written;
    while numbers.len() < 3 {
        let apostrophe = rest.trim_start_matches(['\'', '’', '‘']);
        let digits =
            apostrophe.len() - apostrophe.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 0 || digits > 4 || apostrophe.len() < rest.len() && digits != 2 {
            break;
        }
        let mut number: u16 = apostrophe[..digits].parse().ok()?;
        let short = apostrophe.len() < rest.len();
        number += if short { 2000 } else { 0 };
        let after = apostrophe[digits..].trim_start();
        // `14:00`, `2시`, `3분기`, `2주` are no dates.
        if after.starts_with([':', '시', '분', '주', '차', '회']) {
            break;
        }
        let sign = after.chars().next().filter(|c| ['.', '-', '/', '년', '월', '일'].contains(c));
        numbers.push((number, if short { 4 } else { digits }, sign));
        rest = &after[sign.map_or(0, char::len_utf8)..];
        if sign.is_none() || sign == Some('일') {
            break;
        }
        rest = rest.trim_start();
    }
    let spelt = numbers.iter().any(|(_, _, sign)| sign.is_some_and(|sign| "년월일".contains(sign)));
    let moment = if spelt { by_unit(&numbers)? } else { by_place(&numbers, before)? };
    Some((moment, rest))
}

/// `2025년 6월 30일`: each number says what it is; after a year or month with a point, the next one follows.
fn by_unit(numbers: &[(u16, usize, Option<char>)]) -> Option<Moment> {
    let mut moment = Moment::default();
    for (number, digits, sign) in numbers {
        let place = match sign {
            Some('년') => &mut moment.year,
            Some('월') => &mut moment.month,
            Some('일') => &mut moment.day,
            _ if moment.month.is_some() => &mut moment.day,
            _ if *digits == 4 => &mut moment.year,
            _ => &mut moment.month,
        };
        if place.replace(*number).is_some() {
            return None;
        }
    }
    Some(moment)
}

/// `2025.6.30`, `6.30`, `30`, `2025.6`: the place tells.
fn by_place(numbers: &[(u16, usize, Option<char>)], before: Moment) -> Option<Moment> {
    let some = |at: usize| Some(numbers[at].0);
    Some(match numbers {
        [_, _, _] => Moment { year: some(0), month: some(1), day: some(2) },
        [(_, 4, _), _] => Moment { year: some(0), month: some(1), day: None },
        [_, _] => Moment { year: None, month: some(0), day: some(1) },
        [(_, 4, _)] => Moment { year: some(0), ..Moment::default() },
        // The end of `2025.6~8` is a month, that of `2025.6.1~8` a day.
        [_] if before.day.is_some() => Moment { day: some(0), ..Moment::default() },
        [_] if before.month.is_some() => Moment { month: some(0), ..Moment::default() },
        _ => return None,
    })
}

/// Takes a part of a year or month for what it begins with, so that it can be put in order.
fn refine(moment: &mut Moment, rest: &str) {
    let quarter =
        rest.find("분기").and_then(|at| rest[..at].trim_end().chars().last()?.to_digit(10));
    if moment.month.is_none() {
        moment.month = match quarter {
            Some(quarter @ 1..=4) => Some(3 * quarter as u16 - 2),
            _ if rest.contains("하반기") => Some(7),
            _ => None,
        };
    }
}

/// The day of the week that is named, 0 for Monday: `(월)`, `월요일`.
fn weekday(rest: &str) -> Option<usize> {
    let bracket = rest.split_once(['(', '（', '[']).map(|(_, inner)| inner.trim_start());
    let named = bracket.and_then(|inner| {
        let mut letters = inner.chars();
        let day = letters.next()?;
        letters.as_str().starts_with([')', '）', ']', '요', ',', ' ']).then_some(day)
    });
    let spelt = || rest.find("요일").and_then(|at| rest[..at].chars().next_back());
    let day = named.or_else(spelt)?;
    WEEKDAYS.iter().position(|weekday| *weekday == day)
}

/// Whether a text is made of known words, times, days of the week and what stands in brackets.
fn is_known(rest: &str) -> bool {
    let mut rest = rest.trim_start();
    while let Some(first) = rest.chars().next() {
        rest = match first {
            '(' | '（' | '[' => match rest.find([')', '）', ']']) {
                Some(end) => rest[end..].trim_start_matches([')', '）', ']']),
                None => return false,
            },
            '0'..='9' => match numeral(rest) {
                Some(after) => after,
                None => return false,
            },
            ' ' | '\t' | '/' => &rest[1..],
            _ => match known_word(rest) {
                Some(word) => &rest[word..],
                None => return false,
            },
        };
    }
    true
}

/// What comes after a number that says what it counts: `14:00`, `2시`, `3분기`, `1주`, `15일`.
fn numeral(rest: &str) -> Option<&str> {
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    match after.strip_prefix(':') {
        Some(minutes) => {
            let after = minutes.trim_start_matches(|c: char| c.is_ascii_digit());
            (after.len() + 2 == minutes.len()).then_some(after)
        }
        None => {
            let unit = after.trim_start();
            if unit.starts_with("분기") || unit.starts_with("주차") {
                return Some(unit);
            }
            unit.starts_with(['시', '분', '주', '일', '월', '차', '회']).then(|| {
                let sign = unit.chars().next().map_or(0, char::len_utf8);
                &unit[sign..]
            })
        }
    }
}

/// The length of the word at the start, bytes.
fn known_word(rest: &str) -> Option<usize> {
    let day = rest.chars().next().filter(|c| WEEKDAYS.contains(c));
    let spelt = day.map(char::len_utf8).filter(|at| {
        let after = &rest[*at..];
        after.is_empty() || after.starts_with(['요', '·', ' ', '/', '(', ')'])
    });
    let words = WORDS.split_whitespace().filter(|word| rest.starts_with(word));
    words.map(str::len).max().or(spelt)
}
