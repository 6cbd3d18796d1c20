//! Reads an event calendar whose events begin with month and day, as jikji sets one: the year stands by itself where
//! it begins, and after the days come the name, the place and the host.
//!
//! A tool may leave a row as one line, or its cells as lines each, and all addresses after all else.

use std::collections::HashSet;
use std::ops::Range;

use crate::draft::Event;
use crate::messages::{Ask, Why};
use crate::source::{Block, BlockKind, Blocks, Ledger, Run, Runs};
use crate::text::{address, titles};

/// The labels of columns, as keys.
const LABELS: [&str; 9] =
    ["일정", "기간", "일시", "날짜", "행사", "행사명", "장소", "홈페이지", "누리집"];
/// What stands between the first and the last day.
const SPAN: [char; 4] = ['–', '~', '∼', '-'];
/// The most cells or lines that a name is parted into.
const PARTS: usize = 8;

/// Month and day.
type Day = (u8, u8);
/// A piece of a line.
type Piece = (usize, Range<usize>);

/// An event under way.
struct Row {
    from: Day,
    to: Option<Day>,
    year: Option<u16>,
    /// The lines of its days, with what of them is written there.
    days: Vec<(usize, String)>,
    texts: Vec<Piece>,
    hosts: Vec<(Piece, String)>,
}

/// Whether lines are such a calendar: days come first, and a year stands somewhere.
pub fn is_schedule(blocks: &Blocks, range: Range<usize>) -> bool {
    let texts = || range.clone().filter(|index| blocks.lines[*index].is_text());
    let words = |index: usize| blocks.lines[index].words();
    let first = texts().find(|index| !is_head(words(*index)) && year(words(*index)).is_none());
    let plain = |index: usize| {
        let line = &blocks.lines[index];
        match line.kind {
            BlockKind::Text | BlockKind::Item('1') => true,
            // The sign of a span that a line begins with.
            BlockKind::Item('-' | '–') => day_after(line.words(), 1).is_some(),
            _ => false,
        }
    };
    first.is_some_and(|first| days(words(first)).is_some())
        && texts().any(|index| year(words(index)).is_some())
        && texts().all(plain)
}

/// Reads the events; `listed` are titles of the contents list.
pub fn read(
    blocks: &Blocks,
    range: Range<usize>,
    listed: &[String],
    ledger: &mut Ledger,
) -> Vec<Event> {
    let mut rows: Vec<Row> = vec![];
    let mut first = None;
    for index in range.filter(|index| blocks.lines[*index].is_text()) {
        let line = &blocks.lines[index];
        let words = line.words();
        if let Some(year) = year(words) {
            first = first.or(Some(year));
            if let Some(row) = rows.last_mut() {
                row.year = Some(year);
            }
            blocks.leave_out(index, Why::Period, ledger);
        } else if is_head(words) {
            blocks.leave_out(index, Why::TableHead, ledger);
        } else if let Some(end) = rows.last_mut().and_then(|row| row.goes_on(index, line)) {
            cells(line, index, end, &mut rows);
        } else if let Some((from, to, end)) = days(words) {
            let days = vec![(index, words[..end].to_string())];
            let row = Row { from, to, year: None, days, texts: vec![], hosts: vec![] };
            rows.push(row);
            cells(line, index, end, &mut rows);
        } else {
            cells(line, index, 0, &mut rows);
        }
    }
    hosts(&mut rows);
    let keys = listed.iter().map(|name| titles::key(name)).filter(|key| !key.is_empty());
    let mut keys: Vec<String> = keys.collect();
    keys.sort();
    let mut year = first.unwrap_or_default();
    let events = rows.into_iter().map(|row| {
        year = row.year.unwrap_or(year);
        row.event(blocks, year, &keys, ledger)
    });
    events.collect()
}

/// Addresses that stand after all else are those of the events in their order.
fn hosts(rows: &mut [Row]) {
    let count: usize = rows.iter().map(|row| row.hosts.len()).sum();
    if count == rows.len() && rows.iter().any(|row| row.hosts.len() != 1) {
        let all: Vec<_> = rows.iter_mut().flat_map(|row| std::mem::take(&mut row.hosts)).collect();
        rows.iter_mut().zip(all).for_each(|(row, host)| row.hosts.push(host));
    }
}

/// Gives the last event what a line says from a byte on: its cells, where blanks part them, and its address.
fn cells(line: &Block, index: usize, from: usize, rows: &mut [Row]) {
    let Some(row) = rows.last_mut() else { return };
    let words = line.words();
    let lead = |at: usize| at + words[at..].len() - words[at..].trim_start().len();
    let mut end = words.len();
    let last = words.rfind(char::is_whitespace).map_or(0, |at| at + 1).max(from);
    let host = address::whole(&words[last..]).or_else(|| address::of_host(&words[last..]));
    if let Some(host) = host {
        row.hosts.push(((index, last..end), host));
        end = last;
    }
    let mut start = lead(from);
    for cut in parted(line).into_iter().filter(|cut| (from + 1..end).contains(cut)).chain([end]) {
        let piece = start..start + words[start..cut.max(start)].trim_end().len();
        if !piece.is_empty() {
            row.texts.push((index, piece));
        }
        start = lead(cut);
    }
}

/// Where the words of a line are parted by more than a blank, as cells are.
fn parted(line: &Block) -> Vec<usize> {
    let words = line.words();
    if words.contains("  ") {
        return words.match_indices("  ").map(|(at, _)| at + 1).collect();
    }
    let cells = line.whole().split("  ").map(str::trim).filter(|cell| !cell.is_empty());
    let cells: Vec<&str> = cells.collect();
    if cells.join(" ") != words {
        return vec![];
    }
    let ends = cells.iter().scan(0, |at, cell| {
        *at += cell.len() + 1;
        Some(*at)
    });
    ends.collect()
}

impl Row {
    /// Where the last day ends in a line that begins with it; none if that stood beside the first.
    fn goes_on(&mut self, index: usize, line: &Block) -> Option<usize> {
        let begun = self.to.is_none() && self.texts.is_empty() && self.hosts.is_empty();
        let words = line.words();
        let last = match line.kind {
            BlockKind::Item('-' | '–') => day_after(words, self.from.0),
            _ => last_day(words, self.from.0),
        };
        let (to, end) = last.filter(|_| begun)?;
        self.to = Some(to);
        self.days.push((index, words[..end].to_string()));
        Some(end)
    }

    fn event(self, blocks: &Blocks, year: u16, keys: &[String], ledger: &mut Ledger) -> Event {
        let period = self.period(year);
        let mut lines: Vec<usize> = self.days.iter().map(|(line, _)| *line).collect();
        for (nth, (line, written)) in self.days.iter().enumerate() {
            match nth {
                0 => ledger.changed(*line, Why::Period, written, &period),
                _ => ledger.removed(*line, Why::Period, written),
            }
        }
        let (mut url, mut texts) = (None, self.texts);
        for (piece, host) in self.hosts {
            if url.is_some() {
                texts.push(piece);
                continue;
            }
            let (line, range) = piece;
            let bare = &blocks.lines[line].words()[range];
            if bare != host {
                ledger.changed(line, Why::Scheme, "", "https://");
                ledger.ask(Ask::Address, line, [("text", bare), ("url", host.as_str())]);
            }
            lines.push(line);
            url = Some(host);
        }
        let mut seen = HashSet::new();
        let mut pieces = vec![];
        for (line, range) in texts {
            lines.push(line);
            let runs = match seen.insert(line) {
                true => blocks.take(line, ledger),
                false => &blocks.lines[line].said.runs,
            };
            pieces.push(runs.cut(range).flat());
        }
        let (mut name, note, place) = told(pieces, keys);
        if name.is_empty() {
            ledger.supplied("rows.name", period.as_str());
            name = Runs::plain_text(&period, &[]);
        }
        // An event stands in one line of the manifest, whatever lines it came from.
        let named: HashSet<usize> = name.lines.iter().copied().collect();
        lines.retain(|line| !named.contains(line));
        name.lines.extend(lines);
        Event { name, period, place, url, note }
    }

    fn period(&self, year: u16) -> String {
        let (month, day) = self.from;
        match self.to {
            Some(to) if to < self.from => {
                format!("{year}.{month}.{day}~{}.{}.{}", year.saturating_add(1), to.0, to.1)
            }
            Some(to) if to.0 != month => format!("{year}.{month}.{day}~{}.{}", to.0, to.1),
            Some(to) => format!("{year}.{month}.{day}~{}", to.1),
            None => format!("{year}.{month}.{day}"),
        }
    }
}

/// The name, what else is told, and the place, in the cells of an event: the contents list tells names, a comma places.
fn told(pieces: Vec<Runs>, keys: &[String]) -> (Runs, Option<Runs>, Option<Runs>) {
    let whole = |pieces: &[Runs]| {
        let mut all = Runs::default();
        pieces.iter().for_each(|piece| add(&mut all, piece));
        all
    };
    let mut begun = Runs::default();
    let named = pieces.iter().take(PARTS).enumerate().find_map(|(nth, piece)| {
        add(&mut begun, piece);
        named(&begun.text(), keys).map(|end| (nth + 1, end))
    });
    let (count, end) = named.unwrap_or_else(|| match &pieces[..] {
        [one] => (1, before_place(&one.text())),
        other => (other.len().min(1), other.first().map_or(0, |first| first.text().len())),
    });
    let head = whole(&pieces[..count]);
    let text = head.text();
    let name = head.cut(0..end).flat();
    let rest = head.cut(end..text.len()).flat();
    let mut others: Vec<Runs> = pieces.into_iter().skip(count).collect();
    if !rest.text().trim().is_empty() {
        others.insert(0, rest);
    }
    let place = others.pop();
    let note = (!others.is_empty()).then(|| whole(&others));
    (name, note, place)
}

/// Joins a cell to those before.
fn add(all: &mut Runs, piece: &Runs) {
    let between = (!all.list.is_empty()).then(|| Run::Text(" ".into()));
    all.join(piece.clone(), between);
}

/// Where the longest start of a text ends that reads as one of the keys, which are sorted: those that begin as the text
/// does stand together, and each letter leaves fewer.
fn named(text: &str, keys: &[String]) -> Option<usize> {
    let (mut left, mut read, mut longest) = (keys, 0, None);
    for (at, c) in text.char_indices() {
        let before = read;
        for letter in c.to_lowercase().filter(|letter| letter.is_alphanumeric()) {
            let next = |key: &String| key[read..].chars().next();
            left = &left[left.partition_point(|key| next(key) < Some(letter))..];
            left = &left[..left.partition_point(|key| next(key) == Some(letter))];
            read += letter.len_utf8();
        }
        let Some(first) = left.first() else { break };
        let end = at + c.len_utf8();
        let parted = !text[end..].starts_with(char::is_alphanumeric);
        if read > before && first.len() == read && parted {
            longest = Some(end);
        }
    }
    longest
}

/// Where a place begins behind a name: at its city, which a comma follows.
fn before_place(text: &str) -> usize {
    let mut starts = text.match_indices(' ').map(|(at, _)| at);
    let city =
        |at: &usize| text[at + 1..].split(' ').next().is_some_and(|word| word.ends_with(','));
    starts.rfind(city).unwrap_or(text.len())
}

/// Whether a line is made of labels of columns alone.
fn is_head(words: &str) -> bool {
    !words.trim().is_empty()
        && words.split_whitespace().all(|word| LABELS.contains(&titles::key(word).as_str()))
}

/// The year that stands by itself: `2024년`; of two the first.
fn year(words: &str) -> Option<u16> {
    let years = words.trim().strip_suffix('년')?;
    let mut years = years.split(SPAN).map(|year| (year.len() == 4).then(|| year.parse().ok())?);
    let first = years.next()??;
    years.all(|year| year.is_some()).then_some(first)
}

/// The days a line begins with, and where they end.
fn days(words: &str) -> Option<(Day, Option<Day>, usize)> {
    let (from, end) = month_day(words)?;
    let last = last_day(words.get(end..)?, from.0).map(|(to, more)| (to, end + more));
    let (to, end) = last.map_or((None, end), |(to, end)| (Some(to), end));
    let parted = words[end..].chars().next().is_none_or(char::is_whitespace);
    parted.then_some((from, to, end))
}

/// `– 21`, `– 7.2`.
fn last_day(words: &str, month: u8) -> Option<(Day, usize)> {
    let bare = words.trim_start().strip_prefix(SPAN)?.trim_start();
    let start = words.len() - bare.len();
    day_after(bare, month).map(|(day, end)| (day, start + end))
}

/// What stands after the sign of a span.
fn day_after(bare: &str, month: u8) -> Option<(Day, usize)> {
    let (day, end) = month_day(bare).or_else(|| {
        let (day, end) = number(bare, 31)?;
        Some(((month, day), end))
    })?;
    let parted = bare[end..].chars().next().is_none_or(char::is_whitespace);
    parted.then_some((day, end))
}

/// `6.19`.
fn month_day(words: &str) -> Option<(Day, usize)> {
    let (month, point) = number(words, 12)?;
    let (day, end) = number(words[point..].strip_prefix('.')?, 31)?;
    Some(((month, day), point + 1 + end))
}

fn number(words: &str, most: u8) -> Option<(u8, usize)> {
    let end = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words[..end].parse().ok()?;
    (end <= 2 && (1..=most).contains(&number)).then_some((number, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_listed_name_is_one() {
        let keys: Vec<String> = ["ai", "aisummit", "aisummits", "가"].map(String::from).into();
        assert_eq!(named("AI Summit, Seoul", &keys), Some("AI Summit".len()));
        assert_eq!(named("AI Summ", &keys), Some("AI".len()));
        assert_eq!(named("AIs", &keys), None);
        assert_eq!(named("가", &keys), Some("가".len()));
        assert_eq!(named("나", &keys), None);
        assert_eq!(named("", &keys), None);
    }
}
