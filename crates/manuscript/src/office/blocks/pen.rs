//! Writes spans as runs: characters in order, emphasis and links where they can be written, marks of notes.

use std::collections::{HashMap, HashSet};

use super::words::{Words, change};
use crate::messages::{Ask, Why};
use crate::office::{Out, Span};
use crate::source::{Change, Ledger, Run, Runs};
use crate::text::characters::Cleaner;
use crate::text::{address, emphasis, marks};

/// The mark of a note that the file itself ties to its text.
pub fn mark(number: usize) -> Run {
    let (label, raw) = (marks::tied(number), format!("({})", number + 1));
    Run::Mark { label, raw, sure: true, plain: true }
}

/// What all words of a manuscript are written with.
pub struct Ink<'r> {
    /// Puts characters in order.
    pub cleaner: Cleaner<'r>,
    /// The account.
    pub ledger: &'r mut Ledger,
    /// Notes whose mark has come and whose text has not.
    pub notes: Vec<usize>,
    /// Notes that say nothing.
    pub blank: HashSet<usize>,
    /// How many stars of which length stood as marks, and wait for their notes.
    pub stars: HashMap<usize, usize>,
}

impl Ink<'_> {
    /// The words of some spans, for the block `index`.
    pub fn words(&mut self, spans: &[Span], index: usize) -> Words {
        let mut pen = Pen::new(self, index);
        spans.iter().for_each(|span| pen.span(span));
        pen.finish()
    }

    /// Asks about what was left out of the block `index`, where only the author can put it in.
    pub fn ask(&mut self, out: &Out, index: usize) {
        if out.why == Why::Embedded {
            self.ledger.ask(Ask::Embedded, index, [("text", out.text.as_str())]);
        }
    }

    /// A text in one line, for the block `index`.
    pub fn line(&mut self, text: &str, index: usize) -> String {
        let (mut removed, mut added) = (String::new(), String::new());
        let changed = (&mut removed, &mut added);
        let clean = self.cleaner.piece(text, false, changed, index, self.ledger);
        clean.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Spans under way.
struct Pen<'p, 'r> {
    ink: &'p mut Ink<'r>,
    index: usize,
    runs: Vec<Run>,
    taken: Vec<Change>,
    bullet: Option<char>,
    /// Whether emphasis is open, and whether it is strong.
    emphasis: Option<bool>,
    link: bool,
    /// Marks inside a link, which can only stand behind it.
    marks: Vec<Run>,
    removed: String,
    added: String,
}

impl<'p, 'r> Pen<'p, 'r> {
    /// Begins the words of a block.
    fn new(ink: &'p mut Ink<'r>, index: usize) -> Self {
        let (runs, taken, marks) = (vec![], vec![], vec![]);
        let (bullet, emphasis, link) = (None, None, false);
        let (removed, added) = (String::new(), String::new());
        Self { ink, index, runs, taken, bullet, emphasis, link, marks, removed, added }
    }

    /// Writes a span.
    fn span(&mut self, span: &Span) {
        match span {
            Span::Text { text, strong, slanted } => {
                let leads = self.runs.is_empty();
                let changed = (&mut self.removed, &mut self.added);
                let ink = &mut *self.ink;
                let clean = ink.cleaner.piece(text, leads, changed, self.index, ink.ledger);
                self.bullet = self.bullet.or(clean.bullet);
                let wanted = (*strong || *slanted).then_some(*strong);
                self.text(&clean.text.replace(['\t', '\n'], " "), wanted);
            }
            Span::Tab => self.push_text(" "),
            Span::Break => {
                self.emphasise(None);
                self.runs.push(Run::Break);
            }
            Span::Link(written) => self.link(written),
            Span::LinkEnd if self.link => {
                self.runs.push(Run::LinkEnd);
                self.link = false;
                self.runs.append(&mut self.marks);
            }
            Span::LinkEnd => {}
            Span::Note(number) => self.note(*number),
            Span::Out(out) => {
                self.ink.ask(out, self.index);
                self.taken.push(change(out.why, &out.text, ""));
            }
            Span::Changed(why) => self.taken.push(change(*why, "", "")),
        }
    }

    fn link(&mut self, written: &str) {
        match address::whole(written.trim()) {
            Some(url) if !self.link => {
                self.emphasise(None);
                self.runs.push(Run::Link(url));
                self.link = true;
            }
            _ => self.taken.push(change(Why::LinkLost, written, "")),
        }
    }

    /// A mark stands right behind its word.
    fn note(&mut self, number: usize) {
        self.ink.notes.push(number);
        if self.ink.blank.contains(&number) {
            let before = match self.runs.last() {
                Some(Run::Text(text)) => text.trim(),
                _ => "",
            };
            return self.ink.ledger.ask(Ask::NoteEmpty, self.index, [("text", before)]);
        }
        if self.link {
            return self.marks.push(mark(number));
        }
        self.emphasise(None);
        if let Some(Run::Text(text)) = self.runs.last_mut() {
            text.truncate(text.trim_end().len());
        }
        self.runs.pop_if(|run| *run == Run::Text(String::new()));
        if self.runs.is_empty() {
            // Words that begin with a mark would be those of its note.
            self.runs.push(Run::Text(String::new()));
        }
        self.runs.push(mark(number));
    }

    fn text(&mut self, text: &str, wanted: Option<bool>) {
        if text.trim().is_empty() || self.link {
            return self.push_text(text);
        }
        if wanted != self.emphasis {
            self.emphasise(None);
            let words = text.trim_start();
            self.push_text(&text[..text.len() - words.len()]);
            self.emphasise(wanted);
            return self.starred(words);
        }
        self.starred(text);
    }

    /// Ends emphasis, and begins another. Blanks at its end stand outside it.
    fn emphasise(&mut self, wanted: Option<bool>) {
        if let Some(strong) = self.emphasis.take() {
            let blanks = match self.runs.last_mut() {
                Some(Run::Text(text)) => {
                    let blanks = text.split_off(text.trim_end().len());
                    (!blanks.is_empty()).then_some(Run::Text(blanks))
                }
                _ => None,
            };
            self.runs.push(Run::Emphasis { strong, open: false });
            self.runs.extend(blanks);
        }
        if let Some(strong) = wanted {
            self.runs.push(Run::Emphasis { strong, open: true });
            self.emphasis = wanted;
        }
    }

    /// Text in which a star behind a word may be the mark of a note, as may one that begins it.
    fn starred(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find('*') {
            let stars = rest[at..].bytes().take_while(|b| *b == b'*').count();
            let (before, after) = (&rest[..at], &rest[at + stars..]);
            let behind = before.chars().next_back();
            let first = behind.is_none() && rest.len() == text.len() && self.is_blank();
            let word = behind.is_some_and(|c| !c.is_whitespace()) || (behind.is_none() && !first);
            let free = !after.starts_with(|c: char| c.is_ascii_alphanumeric());
            let waiting = self.ink.stars.get(&stars).copied().unwrap_or(0);
            let mark = stars <= 6
                && free
                && match first {
                    true => waiting > 0 && after.starts_with(' '),
                    false => word,
                };
            match mark {
                true => {
                    self.push_text(before);
                    let raw = "*".repeat(stars);
                    let waiting = if first { waiting - 1 } else { waiting + 1 };
                    self.ink.stars.insert(stars, waiting);
                    let label = raw.clone();
                    self.runs.push(Run::Mark { label, raw, sure: false, plain: true });
                }
                false => self.push_text(&rest[..at + stars]),
            }
            rest = after;
        }
        self.push_text(rest);
    }

    fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| match run {
            Run::Text(text) => text.trim().is_empty(),
            Run::Emphasis { .. } => true,
            _ => false,
        })
    }

    fn push_text(&mut self, text: &str) {
        match self.runs.last_mut() {
            _ if text.is_empty() => {}
            Some(Run::Text(before)) => before.push_str(text),
            _ => self.runs.push(Run::Text(text.to_string())),
        }
    }

    /// The words, with the emphasis that can be written and says something.
    fn finish(mut self) -> Words {
        self.emphasise(None);
        self.runs.append(&mut self.marks);
        if self.link {
            self.runs.push(Run::LinkEnd);
        }
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        self.ink.ledger.characters(self.index, removed, added);
        let runs = Runs { list: self.runs, lines: vec![] }.sound().list;
        let (runs, lost) = settled(runs);
        self.taken.extend(lost.into_iter().map(|why| change(why, "", "")));
        let blank = runs.iter().all(|run| matches!(run, Run::Text(text) if text.trim().is_empty()));
        let runs = if blank { vec![] } else { runs };
        Words { runs, taken: self.taken, bullet: self.bullet }
    }
}

/// Runs without the emphasis of a whole paragraph, and without such as could not be written.
fn settled(runs: Vec<Run>) -> (Vec<Run>, Vec<Why>) {
    let mut gone = vec![false; runs.len()];
    let (mut open, mut lost) = (None, vec![]);
    let mut link = false;
    let in_link: Vec<bool> = runs
        .iter()
        .map(|run| {
            let inside = link;
            link = matches!(run, Run::Link(_)) || (link && *run != Run::LinkEnd);
            inside
        })
        .collect();
    let says = |range: &[Run]| {
        range.iter().any(|run| match run {
            Run::Text(text) => text.chars().any(char::is_alphanumeric),
            Run::Link(_) => true,
            _ => false,
        })
    };
    for (index, run) in runs.iter().enumerate() {
        match run {
            Run::Emphasis { open: true, .. } => open = Some(index),
            Run::Emphasis { open: false, .. } => {
                let Some(first) = open.take() else { continue };
                let whole = !says(&runs[..first]) && !says(&runs[index + 1..]);
                let writable = emphasis::is_writable(&runs, &gone, &in_link, first, index);
                if whole || !writable {
                    (gone[first], gone[index]) = (true, true);
                    lost.push(if whole { Why::EmphasisWhole } else { Why::EmphasisLost });
                }
            }
            _ => {}
        }
    }
    let mut gone = gone.into_iter();
    let kept = runs.into_iter().filter(|_| gone.next() == Some(false));
    let mut joined: Vec<Run> = vec![];
    for run in kept {
        match (joined.last_mut(), run) {
            (Some(Run::Text(before)), Run::Text(text)) => before.push_str(&text),
            (_, run) => joined.push(run),
        }
    }
    (joined, lost)
}
