//! Reads a contents list that a PDF tool left without leaders: titles in lines of their own, page numbers in others or
//! nowhere.
//!
//! It is one because its titles come again below, over a line or more; it ends where what it says comes again.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::leaders::{LONGEST, page};
use super::listed::{Level, Listed};
use crate::messages::Why;
use crate::source::{Block, BlockKind, Blocks, Ledger, Run, Runs};
use crate::text::marker::{self, Numbering};
use crate::text::{dates, titles, vocabulary};

/// Titles that come again, to make a list.
const FEWEST: usize = 3;
/// Lines of a list.
const MOST: usize = 600;
/// Lines a title runs on over.
const LINES: usize = 4;
/// How often a list is looked over that was cut shorter.
const ROUNDS: usize = 4;
/// Words at which a line may be parted in two.
const WORDS: usize = 24;
/// How often what is no title comes again.
const OFTEN: usize = 3;

/// The list below its heading: one past its last line, and what it names.
pub fn read(blocks: &Blocks, heading: usize, ledger: &mut Ledger) -> Option<(usize, Vec<Listed>)> {
    // Headings of a format's own tell more.
    if blocks.lines[heading + 1..].iter().any(Block::is_heading) {
        return None;
    }
    let (mut lines, mut entries) = (region(blocks, heading), vec![]);
    // What comes after the last that is sure is no part of the list, and may say what is in it.
    for _ in 0..ROUNDS {
        entries = List { blocks, lines: &lines, again: again(blocks, &lines, heading) }.entries();
        let kept = sure(blocks, &lines, &mut entries)?;
        if kept == lines.len() {
            break;
        }
        lines.truncate(kept);
    }
    let found = |entry: &&Entry| entry.again > 0 && entry.level == Level::Entry;
    if entries.iter().filter(found).count() < FEWEST {
        return None;
    }
    for index in lines.iter().filter(|index| is_page(&blocks.lines[**index])) {
        blocks.leave_out(*index, Why::ContentsLine, ledger);
    }
    let listed = entries.iter().map(|entry| entry.listed(blocks, ledger)).collect();
    Some((lines.last()? + 1, listed))
}

/// Keeps the entries down to the last that is sure; how many of the lines they take.
fn sure(blocks: &Blocks, lines: &[usize], entries: &mut Vec<Entry>) -> Option<usize> {
    let above = pages_first(blocks, lines, entries);
    let behind = entries.iter().filter(|entry| entry.again > 0 && entry.around.1 > 0).count();
    let is_sure = |entry: &Entry| {
        let words = entry.words.first().map_or("", |(first, _)| blocks.lines[*first].words());
        let paged =
            above && has_page_above(blocks, lines, entry) || behind >= FEWEST && entry.around.1 > 0;
        // A running head names the month.
        dates::month(words).is_none() && (entry.is_sure() || paged)
    };
    let sure = entries.iter().rposition(is_sure)?;
    entries.truncate(sure + 1);
    let last = entries[sure].words.last()?.0;
    let kept = lines.iter().take_while(|line| **line <= last).count();
    Some(kept + lines[kept..].iter().take_while(|line| is_page(&blocks.lines[**line])).count())
}

/// Whether a page number stands in the line right above what an entry names.
fn has_page_above(blocks: &Blocks, lines: &[usize], entry: &Entry) -> bool {
    let first =
        entry.words.first().and_then(|(first, _)| lines.iter().position(|line| line == first));
    let above = first.and_then(|first| first.checked_sub(1)).map(|above| lines[above]);
    above.is_some_and(|above| is_page(&blocks.lines[above]))
}

/// Whether pages stand above their titles: below the last of a section there is none.
fn pages_first(blocks: &Blocks, lines: &[usize], entries: &[Entry]) -> bool {
    let titles = || entries.iter().filter(|entry| entry.again > 0 && entry.level == Level::Entry);
    let has_below = |entry: &&Entry| {
        let last =
            entry.words.last().and_then(|(last, _)| lines.iter().position(|line| line == last));
        last.and_then(|last| lines.get(last + 1)).is_some_and(|next| is_page(&blocks.lines[*next]))
    };
    titles().any(|entry| has_page_above(blocks, lines, entry))
        && !titles().all(|entry| has_below(&entry))
}

/// The lines that may be the list: short ones, until one says what stood before.
fn region(blocks: &Blocks, heading: usize) -> Vec<usize> {
    let key = |index: usize| titles::key(marker::unnumbered(blocks.lines[index].words()));
    let full = |range: Range<usize>| range.filter(|i| blocks.lines[*i].is_text());
    let mut seen: HashSet<String> = full(0..heading).map(key).collect();
    let mut lines = vec![];
    for index in full(heading + 1..blocks.lines.len()).take(MOST) {
        let line = &blocks.lines[index];
        let form = matches!(line.kind, BlockKind::Text | BlockKind::Item(_));
        let ends = !form
            || line.length() > LONGEST
            || vocabulary::is_key(line.words())
            || vocabulary::source(line.words()).is_some();
        if ends || (!is_page(line) && !seen.insert(key(index))) {
            break;
        }
        lines.push(index);
    }
    lines
}

/// Whether a line is a page number alone.
fn is_page(line: &Block) -> bool {
    let words = line.whole().trim_matches(|c: char| c.is_whitespace() || c == '-');
    (1..=4).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a line has words that are no page number.
fn is_title(line: &Block) -> bool {
    line.is_text() && !is_page(line)
}

/// How often each title that the list may hold (a line, lines that follow each other, a part of one) comes again.
fn again(blocks: &Blocks, lines: &[usize], heading: usize) -> HashMap<String, usize> {
    let titles: Vec<usize> =
        lines.iter().copied().filter(|index| is_title(&blocks.lines[*index])).collect();
    let (mut again, mut own) = (HashMap::new(), BTreeMap::<String, usize>::new());
    for at in 0..titles.len() {
        for count in 1..=LINES.min(titles.len() - at) {
            let key = joined(blocks, &titles[at..at + count]);
            again.insert(key.clone(), 0usize);
            *own.entry(key).or_default() += 1;
        }
        let words = blocks.lines[titles[at]].words();
        let (start, end) = inner(words);
        for cut in cuts(words, start, end) {
            again.insert(titles::key(&words[start..cut]), 0);
            again.insert(titles::key(&words[cut..end]), 0);
        }
    }
    again.remove("");
    let longest = again.keys().map(|key| key.chars().count()).max().unwrap_or_default();
    let below: Vec<usize> =
        (heading + 1..blocks.lines.len()).filter(|index| is_title(&blocks.lines[*index])).collect();
    for at in 0..below.len() {
        for count in 1..=LINES.min(below.len() - at) {
            let key = joined(blocks, &below[at..at + count]);
            if key.chars().count() > longest {
                break;
            }
            if let Some(found) = again.get_mut(&key) {
                *found += 1;
            }
        }
    }
    // The list is no repetition of itself.
    for (key, count) in own {
        again.entry(key).and_modify(|found| *found = found.saturating_sub(count));
    }
    again
}

/// Where the title of a line begins after its number, and ends before its page.
fn inner(words: &str) -> (usize, usize) {
    let start = marker::numbering(words).map_or(0, |(_, length)| length);
    let end = page(words).unwrap_or(words.len());
    (start.min(end), end)
}

/// Where a title may be parted in two: at its start, and at each word.
fn cuts(words: &str, start: usize, end: usize) -> impl Iterator<Item = usize> + '_ {
    let blanks = words[start..end].match_indices(' ').map(move |(at, _)| start + at + 1);
    std::iter::once(start).chain(blanks).take(WORDS)
}

/// The title of some lines, as a key.
fn joined(blocks: &Blocks, lines: &[usize]) -> String {
    let words = |index: &usize| blocks.lines[*index].words();
    let Some((first, rest)) = lines.split_first() else { return String::new() };
    let own = titles::key(marker::unnumbered(words(first)));
    rest.iter().fold(own, |key, index| key + &titles::key(words(index)))
}

struct List<'b> {
    blocks: &'b Blocks,
    lines: &'b [usize],
    again: HashMap<String, usize>,
}

/// What a line of the list names, or some lines, or a part of one.
struct Entry {
    /// Its words: lines, with what of each.
    words: Vec<(usize, Range<usize>)>,
    level: Level,
    /// What stands before and after them in their lines, and is a number and a page.
    around: (usize, usize),
    /// How often it comes again.
    again: usize,
}

impl Entry {
    fn is_sure(&self) -> bool {
        self.again > 0 || self.around.0 > 0
    }

    /// What it names; its number and page are entered as taken off.
    fn listed(&self, blocks: &Blocks, ledger: &mut Ledger) -> Listed {
        let mut title = Runs::default();
        for (nth, (index, range)) in self.words.iter().enumerate() {
            let between = (nth > 0).then(|| Run::Text(" ".into()));
            title.join(blocks.take(*index, ledger).cut(range.clone()), between);
        }
        if let (Some((first, _)), Some((last, range))) = (self.words.first(), self.words.last()) {
            ledger.removed(*first, Why::Number, &blocks.lines[*first].words()[..self.around.0]);
            let after = range.end..range.end + self.around.1;
            ledger.removed(*last, Why::Leader, &blocks.lines[*last].words()[after]);
        }
        Listed { level: self.level, title: title.flat() }
    }
}

impl List<'_> {
    fn count(&self, key: &str) -> usize {
        self.again.get(key).copied().unwrap_or_default()
    }

    fn entries(&self) -> Vec<Entry> {
        let lines: Vec<usize> = self
            .lines
            .iter()
            .copied()
            .filter(|index| !is_page(&self.blocks.lines[*index]))
            .collect();
        let numbering = |index: usize| marker::numbering(self.blocks.lines[index].words());
        // Numbered names among titles without numbers are those of sections.
        let comes = |index: usize| {
            let words = self.blocks.lines[index].words();
            let (start, end) = inner(words);
            self.count(&titles::key(words)) > 0 || self.count(&titles::key(&words[start..end])) > 0
        };
        let plain = lines.iter().any(|index| numbering(*index).is_none() && comes(*index));
        let (mut entries, mut at): (Vec<Entry>, usize) = (vec![], 0);
        while at < lines.len() {
            let level = match numbering(lines[at]).map(|(number, _)| number) {
                Some(Numbering::Part) => Level::Part,
                Some(Numbering::Section) if plain => Level::Section,
                _ => Level::Entry,
            };
            let found = self.found(&lines[at..], level);
            if found
                .iter()
                .any(|entry| entry.again >= OFTEN && entry.around.0 == 0 && level == Level::Entry)
            {
                break;
            }
            let last = found.last().and_then(|entry| entry.words.last());
            let read = last.and_then(|(last, _)| lines[at..].iter().position(|line| line == last));
            at += read.map_or(1, |nth| nth + 1);
            entries.extend(found);
        }
        entries
    }

    /// What the first of some lines names, alone or with those it goes on in: what comes again, best whole.
    fn found(&self, lines: &[usize], level: Level) -> Vec<Entry> {
        let index = lines[0];
        let words = self.blocks.lines[index].words();
        let (start, end) = inner(words);
        let entry = |range: Range<usize>, level, around, again| Entry {
            words: vec![(index, range)],
            level,
            around,
            again,
        };
        let whole = self.count(&titles::key(&words[start..]));
        if whole > 0 {
            return vec![entry(start..words.len(), level, (start, 0), whole)];
        }
        let most = if level == Level::Entry { LINES.min(lines.len()) } else { 1 };
        let more = (2..=most)
            .map(|count| (count, self.count(&joined(self.blocks, &lines[..count]))))
            .find(|(_, again)| *again > 0);
        if let Some((count, again)) = more {
            let rest = lines[1..count].iter().map(|i| (*i, 0..self.blocks.lines[*i].words().len()));
            let words = std::iter::once((index, start..words.len())).chain(rest).collect();
            return vec![Entry { words, level, around: (start, 0), again }];
        }
        let (page, bare) = (words.len() - end, self.count(&titles::key(&words[start..end])));
        let both = |cut: &usize| {
            let half = |words: &str| self.count(&titles::key(words));
            let halves = [half(&words[start..*cut]), half(&words[*cut..end])];
            // The halves of a title come again as well, where it runs on over lines.
            let apart = bare == 0 || level != Level::Entry || halves[0] > bare;
            (apart && halves[0] > 0 && halves[1] > 0).then_some((*cut, halves))
        };
        if let Some((cut, [name, title])) = cuts(words, start, end).find_map(|cut| both(&cut)) {
            let name_end = start + words[start..cut].trim_end().len();
            return vec![
                entry(start..name_end, level, (start, 0), name),
                entry(cut..end, Level::Entry, (0, page), title),
            ];
        }
        vec![entry(start..end, level, (start, page), bare)]
    }
}
