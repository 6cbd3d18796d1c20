//! Ties the notes of an article to their marks.
//!
//! A note follows the text its mark stands in, so a run of notes takes the marks since the run
//! before it, in order; what finds no mark there looks further, back and then ahead. A note that
//! finds none stays where it is, and a mark without a note stays what it says; both are asked
//! about.

use std::collections::HashMap;

use crate::draft::Passage;
use crate::messages::{Ask, Why};
use crate::source::{Ledger, Run, Runs};
use crate::text::marks::is_tied;

/// Marks without a note that one question names.
const MARKS: usize = 8;

/// A note under way.
#[derive(Debug)]
pub struct Note {
    /// Its label, as its mark has it.
    pub label: String,
    /// The block it stands in, label and all.
    pub block: usize,
}

/// Whether a note has words after its label.
pub fn says_something(words: &Runs, label: &str) -> bool {
    let plain = words.plain();
    let raw = match words.list.first() {
        Some(Run::Mark { raw, .. }) => raw.as_str(),
        _ => label,
    };
    let rest = plain.strip_prefix(raw).unwrap_or(&plain);
    !rest.trim_matches([' ', ')', '⁾', ':']).is_empty()
}

/// A mark in the blocks.
struct Mark {
    block: usize,
    token: usize,
    /// Attached to a word, so that it can be one.
    fits: bool,
    used: bool,
}

/// Ties notes to the marks of `body`. Returns the notes in the order of their marks; the blocks of
/// notes that found none stay in `body`, the others are emptied.
pub fn tie(body: &mut [Passage], notes: Vec<Note>, ledger: &mut Ledger) -> Vec<Runs> {
    let own: Vec<usize> = notes.iter().map(|note| note.block).collect();
    let mut marks = marks(body, &own);
    let mut found: Vec<(usize, usize, Note)> = vec![];
    let mut run_start: HashMap<String, usize> = HashMap::new();
    let mut before: Option<usize> = None;
    let mut floor = 0;
    for note in notes {
        // Notes in neighbouring blocks are one run.
        if before.is_none_or(|block| block + 1 != note.block) {
            floor = before.map_or(0, |block| block + 1);
            run_start.clear();
        }
        before = Some(note.block);
        let Some(list) = marks.get_mut(&note.label) else {
            unmarked(body, &note, ledger);
            continue;
        };
        let from = *run_start
            .entry(note.label.clone())
            .or_insert_with(|| list.partition_point(|mark| mark.block < floor));
        match choose(list, from, note.block) {
            Some(index) => {
                list[index].used = true;
                if list[index].block < note.block {
                    run_start.insert(note.label.clone(), index + 1);
                }
                found.push((list[index].block, list[index].token, note));
            }
            None => unmarked(body, &note, ledger),
        }
    }
    let notes = number(body, found, ledger);
    ask_about_marks(body, &own, ledger);
    notes
}

/// The marks of the text, by label, those in notes left out.
fn marks(body: &[Passage], own: &[usize]) -> HashMap<String, Vec<Mark>> {
    let mut marks: HashMap<String, Vec<Mark>> = HashMap::new();
    let mut own = own.iter().peekable();
    for (block, content) in body.iter().enumerate() {
        if own.next_if(|note| **note == block).is_some() {
            continue;
        }
        let Some(words) = content.words() else { continue };
        let mut in_link = false;
        for (token, mark) in words.list.iter().enumerate() {
            match mark {
                Run::Link(_) => in_link = true,
                Run::LinkEnd => in_link = false,
                Run::Mark { label, .. } => {
                    // A note cannot be marked inside a link.
                    let fits = !in_link && (is_tied(label) || fits(&words.list, token));
                    let mark = Mark { block, token, fits, used: false };
                    marks.entry(label.clone()).or_default().push(mark);
                }
                _ => {}
            }
        }
    }
    marks
}

/// Whether a mark stands right after a word and not between numbers.
fn fits(list: &[Run], mark: usize) -> bool {
    let before = match mark.checked_sub(1).map(|index| &list[index]) {
        Some(Run::Text(text)) => text.chars().next_back(),
        Some(Run::Emphasis { open: false, .. } | Run::LinkEnd) => Some('가'),
        _ => None,
    };
    let after = match list.get(mark + 1) {
        Some(Run::Text(text)) => text.chars().next(),
        _ => None,
    };
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    before.is_some_and(|c| !c.is_whitespace()) && !(digit(before) && digit(after))
}

/// The mark for a note: the first free one of its run, else the last before it, else the next.
fn choose(marks: &[Mark], from: usize, block: usize) -> Option<usize> {
    let free = |index: &usize| marks[*index].fits && !marks[*index].used;
    let here = marks.partition_point(|mark| mark.block < block);
    let near = 512;
    (from..here.max(from).min(from + near))
        .find(free)
        .or_else(|| (from.saturating_sub(near)..from).rev().find(free))
        .or_else(|| (here..marks.len().min(here + near)).find(free))
}

fn unmarked(body: &[Passage], note: &Note, ledger: &mut Ledger) {
    let Some(words) = body[note.block].words() else { return };
    if let Some(line) = words.line() {
        // What the file ties has a mark: where the text takes none.
        let ask = if is_tied(&note.label) { Ask::NoteNoRoom } else { Ask::NoteWithoutMark };
        ledger.ask(ask, line, [("text", words.plain())]);
    }
}

/// A note's text, without its label; what was taken off is entered.
fn text_of(words: Runs, note: &Note, ledger: &mut Ledger) -> Runs {
    let line = words.line().unwrap_or_default();
    let Runs { mut list, lines } = words;
    if let Some(Run::Mark { raw, .. }) = list.first() {
        ledger.removed(line, Why::NoteMark, raw);
        list.remove(0);
    } else if let Some(Run::Text(text)) = list.first_mut() {
        let rest = text.trim_start().strip_prefix(note.label.as_str()).unwrap_or(text).to_string();
        ledger.removed(line, Why::NoteMark, &note.label);
        *text = rest;
    }
    if let Some(Run::Text(text)) = list.first_mut() {
        let rest = text.trim_start_matches([' ', ')', '⁾', ':']);
        ledger.removed(line, Why::NoteMark, &text[..text.len() - rest.len()]);
        *text = rest.to_string();
    }
    Runs { list, lines }
}

/// Numbers the notes by the order of their marks and puts the numbers in the marks' place.
fn number(
    body: &mut [Passage],
    mut found: Vec<(usize, usize, Note)>,
    ledger: &mut Ledger,
) -> Vec<Runs> {
    found.sort_by_key(|(block, token, _)| (*block, *token));
    let mut notes = vec![];
    for (block, token, note) in found {
        let words = body[note.block].words_mut().map(std::mem::take).unwrap_or_default();
        notes.push(text_of(words, &note, ledger));
        let Some(words) = body[block].words_mut() else { continue };
        let line = words.line();
        let mark = std::mem::replace(&mut words.list[token], Run::Note(notes.len()));
        if let (Run::Mark { raw, .. }, Some(line)) = (mark, line) {
            ledger.removed(line, Why::NoteMark, &raw);
        }
        unlink_after(words, token, ledger);
    }
    notes
}

/// `[^1][text](address)` would be read as a link with a label: the link right after a mark goes,
/// its text stays.
fn unlink_after(words: &mut Runs, mark: usize, ledger: &mut Ledger) {
    let Some(Run::Link(url)) = words.list.get(mark + 1).cloned() else { return };
    let rest = &words.list[mark + 1..];
    let end = rest.iter().position(|token| *token == Run::LinkEnd).unwrap_or(0);
    // Emptied, not taken out: the places of further marks are known by their number.
    words.list[mark + 1] = Run::Text(String::new());
    words.list[mark + 1 + end] = Run::Text(String::new());
    if let Some(line) = words.line() {
        ledger.remarked(line, Why::LinkLost);
        ledger.ask(Ask::LinkText, line, [("text", words.plain()), ("url", url)]);
    }
}

fn ask_about_marks(body: &[Passage], own: &[usize], ledger: &mut Ledger) {
    for (block, content) in body.iter().enumerate() {
        let (Some(words), own) = (content.words(), own.binary_search(&block).is_ok()) else {
            continue;
        };
        let lone = words
            .list
            .iter()
            .enumerate()
            .filter(|(token, _)| !(own && *token == 0) && fits(&words.list, *token));
        let raws = lone.filter_map(|(_, token)| match token {
            Run::Mark { raw, sure: true, .. } => Some(raw.as_str()),
            _ => None,
        });
        // One question for a text, however many marks it has.
        let raws: Vec<&str> = raws.take(MARKS).collect();
        if let (Some(line), false) = (words.line(), raws.is_empty()) {
            let args = [("mark", raws.join(", ")), ("text", words.plain())];
            ledger.ask(Ask::MarkWithoutNote, line, args);
        }
    }
}
