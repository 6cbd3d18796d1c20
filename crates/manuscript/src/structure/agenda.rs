//! Reads an event calendar that is set as blocks of lines: what an event is about, and below it a line
//! with its days, its place and its address, or a line each.
//!
//! A name stands beside the words about its event, as a cell of the page did; the contents list tells which
//! words it is.

use std::collections::HashMap;
use std::ops::Range;

use super::events;
use crate::draft::Event;
use crate::messages::Why;
use crate::source::{BlockKind, Blocks, Ledger, Run, Runs};
use crate::text::{address, titles, vocabulary};

/// Words that days may be written in.
const DAYS: usize = 6;
/// The longest label of a column, in characters.
const LABEL: usize = 24;
/// Lines from the days to the address.
const FACTS: usize = 4;
/// Lines over the days that may be labels of columns, and lines that are looked at for all of it.
const LABELS: usize = 3;
const NEAR: usize = 32;

/// Whether lines hold days and an address as such a calendar has them.
pub fn is_agenda(blocks: &Blocks, range: Range<usize>) -> bool {
    let texts = || range.clone().filter(|index| blocks.lines[*index].is_text());
    texts().all(|index| !blocks.lines[index].is_row())
        && texts().any(|index| days(blocks, index).is_some())
}

/// Whether a line by itself ends an event: the days stand a few lines above it, on the same page, and tell that they
/// are a calendar's by their span or by the labels over them.
pub fn ends_event(blocks: &Blocks, index: usize) -> bool {
    let lines = &blocks.lines;
    let near = (0..index).rev().take(NEAR).take_while(|at| lines[*at].kind != BlockKind::Noise);
    let full: Vec<usize> = near.filter(|at| lines[*at].is_text()).take(FACTS + LABELS).collect();
    let page = |at: &usize| lines[*at].words().bytes().all(|b| b.is_ascii_digit());
    let facts = full.iter().take(FACTS - 1).take_while(|at| !page(at));
    let Some((place, (period, _))) =
        facts.enumerate().find_map(|(nth, at)| Some((nth, days(blocks, *at)?)))
    else {
        return false;
    };
    let label = |at: &usize| vocabulary::column(lines[*at].words()).is_some();
    period.contains('~') || full[place + 1..].iter().any(label)
}

/// The days a line begins with in the manifest's form, and where they end in its words.
fn days(blocks: &Blocks, index: usize) -> Option<(String, usize)> {
    let line = &blocks.lines[index];
    if !matches!(line.kind, BlockKind::Text | BlockKind::Item('1')) {
        return None;
    }
    let words = line.words();
    let mut ends: Vec<usize> =
        words.match_indices(char::is_whitespace).map(|(at, _)| at).take(DAYS).collect();
    if words.split_whitespace().count() <= DAYS {
        ends.push(words.len());
    }
    let digits = |end: &usize| words[..*end].chars().filter(char::is_ascii_digit).count() >= 5;
    let longest = ends.into_iter().rev().filter(digits);
    longest.filter_map(|end| Some((events::days(&words[..end])?, end))).next()
}

/// Reads the events; `listed` are titles of the contents list.
pub fn read(
    blocks: &Blocks,
    range: Range<usize>,
    listed: &[String],
    ledger: &mut Ledger,
) -> Vec<Event> {
    let lines = without_labels(blocks, range, listed, ledger);
    let (mut found, mut about, mut at) = (vec![], vec![], 0);
    while at < lines.len() {
        match days(blocks, lines[at]) {
            Some((period, end)) => {
                let (name, note) = told(blocks, &std::mem::take(&mut about), listed, ledger);
                let mut event = Event { name, period, place: None, url: None, note };
                at += facts(blocks, &lines[at..], end, &mut event, ledger);
                if event.name.is_empty() {
                    unnamed(&mut event, ledger);
                }
                found.push(event);
            }
            None => {
                about.push(lines[at]);
                at += 1;
            }
        }
    }
    found
}

/// An event that nothing names is known by its place, else by its days.
fn unnamed(event: &mut Event, ledger: &mut Ledger) {
    let place = event.place.take().filter(|place| !place.is_empty());
    let name = place.unwrap_or_else(|| {
        ledger.supplied("rows.name", event.period.as_str());
        Runs::plain_text(&event.period, &[])
    });
    event.name.list = name.list;
}

/// The lines without the labels of columns, which the layout sets.
fn without_labels(
    blocks: &Blocks,
    range: Range<usize>,
    listed: &[String],
    ledger: &mut Ledger,
) -> Vec<usize> {
    let full: Vec<usize> = range.filter(|index| blocks.lines[*index].is_text()).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for index in &full {
        *counts.entry(titles::key(blocks.lines[*index].words())).or_default() += 1;
    }
    let events = full.iter().filter(|index| days(blocks, **index).is_some()).count();
    let label = |index: &usize| {
        let words = blocks.lines[*index].words();
        let key = titles::key(words);
        let again = events < 2 || counts.get(&key).is_some_and(|count| *count > 1);
        let named = listed.iter().any(|name| prefix(words, &titles::key(name)).is_some());
        let opens = words.split_whitespace().next().and_then(vocabulary::column).is_some();
        let short =
            words.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>() <= LABEL;
        let text = blocks.lines[*index].kind == BlockKind::Text;
        text && short && again && !named && opens && !words.contains(|c: char| c.is_ascii_digit())
    };
    let (labels, kept): (Vec<usize>, Vec<usize>) = full.iter().copied().partition(label);
    labels.into_iter().for_each(|index| blocks.leave_out(index, Why::TableHead, ledger));
    kept
}

/// The place and the address, from the line of the days on; how many lines they take.
fn facts(
    blocks: &Blocks,
    lines: &[usize],
    end: usize,
    event: &mut Event,
    ledger: &mut Ledger,
) -> usize {
    let mut taken = 0;
    for (nth, index) in lines.iter().take(FACTS).enumerate() {
        if nth > 0
            && (days(blocks, *index).is_some()
                || matches!(blocks.lines[*index].kind, BlockKind::Item(_)))
        {
            break;
        }
        taken += 1;
        let runs = blocks.take(*index, ledger);
        let words = runs.text();
        let start = if nth == 0 { end } else { 0 };
        if nth == 0 {
            let written = words[..end].trim();
            if written != event.period {
                ledger.changed(*index, Why::Period, written, &event.period);
            }
        }
        let rest = &words[start..];
        let url = rest.split_whitespace().last().and_then(address::whole);
        let until = match &url {
            Some(_) => start + rest.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1),
            None => words.len(),
        };
        let place = runs.cut(start..until).flat();
        if !place.is_empty() {
            event.place.get_or_insert_default().join(place, None);
        }
        // An event stands in one line of the manifest, whatever lines it came from.
        event.name.lines.push(*index);
        if url.is_some() {
            event.url = url;
            break;
        }
    }
    taken
}

/// The name in the lines about an event, and what they say besides.
fn told(
    blocks: &Blocks,
    lines: &[usize],
    listed: &[String],
    ledger: &mut Ledger,
) -> (Runs, Option<Runs>) {
    let keys: Vec<(String, String)> = listed
        .iter()
        .map(|name| (titles::key(name), name.clone()))
        .filter(|(key, _)| !key.is_empty())
        .collect();
    let starts = |index: usize| {
        let words = blocks.lines[index].words();
        let fit = keys.iter().filter_map(|(key, _)| Some((key.len(), prefix(words, key)?)));
        fit.max().map(|(_, end)| end)
    };
    let plain = |index: &&usize| blocks.lines[**index].kind == BlockKind::Text;
    let named = lines.iter().filter(plain).find_map(|index| Some((*index, starts(*index)?)));
    // Without a list it is the line before what is told of it.
    let named = named.or_else(|| {
        let first = lines.first().filter(|index| plain(index))?;
        Some((*first, blocks.lines[*first].words().len()))
    });
    let (mut name, mut note) = (Runs::default(), Runs::default());
    let mut above = "";
    for index in lines {
        let runs = blocks.take(*index, ledger).clone();
        let text = runs.text();
        let mut item = matches!(blocks.lines[*index].kind, BlockKind::Item(_));
        let rest = match named {
            Some((line, end)) if line == *index => {
                name = runs.cut(0..end).flat();
                let bare = text[end..].trim_start();
                let dash = bare.strip_prefix("- ").map_or(0, |_| 2);
                ledger.removed(*index, Why::ListMark, &bare[..dash]);
                item |= dash > 0;
                runs.cut(text.len() - bare.len() + dash..text.len())
            }
            _ => runs.clone(),
        };
        if rest.is_empty() {
            continue;
        }
        let between = match item {
            true => Some(Run::Break),
            false => blocks.eojeols.between(above, &rest.text()),
        };
        above = blocks.lines[*index].words();
        note.join(rest, between.filter(|_| !note.is_empty()));
    }
    if name.is_empty() {
        (name, note) = (std::mem::take(&mut note).without_breaks(), Runs::default());
    }
    let note = note.without_marks().sound();
    // The words of all of them stand where the name does.
    let more: Vec<usize> =
        lines.iter().copied().filter(|line| !name.lines.contains(line)).collect();
    name.lines.extend(more);
    (name.without_marks().sound(), (!note.is_empty()).then_some(note))
}

/// Where the start of a text ends that reads as a key.
pub fn prefix(text: &str, key: &str) -> Option<usize> {
    let mut wanted = key.chars();
    let mut next = wanted.next();
    for (at, c) in text.char_indices() {
        for letter in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
            if next != Some(letter) {
                return None;
            }
            next = wanted.next();
        }
        if next.is_none() {
            let end = at + c.len_utf8();
            let parted = !text[end..].starts_with(char::is_alphanumeric);
            return parted.then_some(end);
        }
    }
    None
}
