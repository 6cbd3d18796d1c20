//! Finds the lines that open something the contents list names: a part, an article, the calendar.

use std::collections::HashMap;
use std::ops::Range;

use super::super::contents::Contents;
use super::super::listed::Level;
use crate::source::{BlockKind, Blocks};
use crate::text::marker::{self, unnumbered};
use crate::text::titles::{self, Matcher};
use crate::text::{dates, vocabulary};

/// The levels of headings: of a part, of an article, of what is in one.
const PART: u8 = 1;
const ARTICLE: u8 = 2;
pub const INNER: u8 = 3;

/// Lines a title runs on over at most.
const LINES: usize = 4;
/// The longest title, in characters.
const LONGEST: usize = 200;
/// How like its listed title one is that differs from it.
const LIKE: f64 = 0.8;

/// Lines that open something.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
    /// The level of the heading they are.
    pub level: u8,
}

/// All of them.
#[derive(Debug, Default)]
pub struct Openings {
    /// In order.
    pub lines: Vec<Opening>,
    /// Where the calendar opens.
    pub calendar: Option<usize>,
    /// The titles of parts and sections, as keys.
    pub groups: Vec<String>,
}

/// What the list names, by key.
struct Names {
    exact: HashMap<String, u8>,
    /// The longest key, in characters.
    longest: usize,
    like: Matcher,
    entries: Vec<String>,
    events: Option<String>,
}

impl Openings {
    /// Finds them after the list.
    pub fn find(blocks: &Blocks, contents: &Contents) -> Self {
        let (mut names, groups) = Names::of(contents);
        let mut openings = Self { lines: vec![], calendar: None, groups };
        let full: Vec<usize> = (contents.range.end..blocks.lines.len())
            .filter(|index| blocks.lines[*index].is_text())
            .collect();
        let mut at = 0;
        while at < full.len() {
            let found = openings.opening(blocks, &full, at, &mut names);
            at += found.unwrap_or(1);
        }
        match openings.lines.iter().any(|opening| opening.level == ARTICLE) {
            true => openings,
            false => Self::default(),
        }
    }

    /// How many of the lines from the one numbered `at` on open something.
    fn opening(
        &mut self,
        blocks: &Blocks,
        full: &[usize],
        at: usize,
        names: &mut Names,
    ) -> Option<usize> {
        let line = &blocks.lines[full[at]];
        if !matches!(line.kind, BlockKind::Text | BlockKind::Item('1')) {
            return None;
        }
        let own = titles::key(unnumbered(line.words()));
        if names
            .events
            .as_ref()
            .is_some_and(|part| own.starts_with(part.as_str()) && line.length() < 40)
        {
            self.calendar = Some(full[at]);
            self.lines.push(Opening { first: full[at], last: full[at], level: ARTICLE });
            return Some(1);
        }
        if self.calendar.is_some() {
            // A part after it opens once; pages repeat the names of others.
            let part = names.exact.get(&own) == Some(&PART)
                && marker::numbering(line.words()).is_some()
                && !self.lines.iter().any(|opening| {
                    titles::key(unnumbered(blocks.lines[opening.first].words())) == own
                });
            let (first, last) = (full[at], full[at]);
            self.lines.extend(part.then_some(Opening { first, last, level: PART }));
            return part.then_some(1);
        }
        let mut key = String::new();
        for count in 1..=LINES.min(full.len() - at) {
            let next = &blocks.lines[full[at + count - 1]];
            if count > 1 && next.kind != BlockKind::Text || vocabulary::is_key(next.words()) {
                break;
            }
            key.push_str(&match count {
                1 => own.clone(),
                _ => titles::key(next.words()),
            });
            if key.chars().count() > names.longest {
                break;
            }
            if let Some(level) = names.exact.get(&key) {
                let (first, last) = (full[at], full[at + count - 1]);
                self.lines.push(Opening { first, last, level: *level });
                return Some(count);
            }
        }
        let count = self.alike(blocks, full, at, names)?;
        let (first, last) = (full[at], full[at + count - 1]);
        self.lines.push(Opening { first, last, level: ARTICLE });
        Some(count)
    }

    /// A title that differs from the list's: what ended stands before it, key points or their label after.
    fn alike(
        &self,
        blocks: &Blocks,
        full: &[usize],
        at: usize,
        names: &mut Names,
    ) -> Option<usize> {
        let before = at.checked_sub(1).map(|before| blocks.lines[full[before]].words());
        let ended = before.is_none_or(|words| {
            let dated =
                dates::all(words).last().is_some_and(|date| date.range.end + 2 >= words.len());
            dated || is_number(words) || self.is_group(words) || words.ends_with("월호")
        });
        if !ended || blocks.lines[full[at]].kind != BlockKind::Text {
            return None;
        }
        let opens = |index: usize| {
            let line = &blocks.lines[index];
            vocabulary::is_key(line.words()) || matches!(line.kind, BlockKind::Item(_))
        };
        let lines = full[at..].iter().take(LINES).take_while(|index| !opens(**index)).count();
        full.get(at + lines).filter(|index| opens(**index))?;
        let title = |from: usize| -> String {
            full[from..at + lines]
                .iter()
                .map(|index| titles::key(blocks.lines[*index].words()))
                .collect()
        };
        let text = full[at..at + lines].iter().all(|i| blocks.lines[*i].kind == BlockKind::Text);
        let own = title(at);
        let best =
            names.like.best(&own, LIKE).filter(|_| text && own.chars().count() <= LONGEST)?;
        // What stands over the title is no part of it.
        let likeness = |key: &str| titles::likeness(&names.entries[best], key);
        let better = (at + 1..at + lines).any(|from| likeness(&title(from)) >= likeness(&own));
        (!better).then_some(lines)
    }

    /// The lines of each article, before line `end`.
    pub fn articles(&self, end: usize) -> Vec<Range<usize>> {
        let ends = self.lines.iter().skip(1).map(|next| next.first).chain([end]);
        self.lines
            .iter()
            .zip(ends)
            .filter(|(opening, _)| Some(opening.first) != self.calendar)
            .map(|(opening, end)| opening.last + 1..end)
            .collect()
    }

    /// Whether a line is made of titles of parts and sections alone.
    pub fn is_group(&self, words: &str) -> bool {
        let key = letters(words);
        let mut rest = key.as_str();
        if rest.is_empty() || words.chars().count() > LONGEST {
            return false;
        }
        while !rest.is_empty() {
            let Some(group) = self.groups.iter().find(|group| rest.starts_with(group.as_str()))
            else {
                return false;
            };
            rest = &rest[group.len()..];
        }
        true
    }
}

impl Names {
    fn of(contents: &Contents) -> (Self, Vec<String>) {
        let mut names = Self {
            exact: HashMap::new(),
            longest: 0,
            like: Matcher::new(vec![]),
            entries: vec![],
            events: None,
        };
        let (mut entries, mut groups) = (vec![], vec![]);
        let mut of_events = false;
        for listed in &contents.listed {
            let title = listed.title.plain();
            let key = titles::key(unnumbered(&title));
            if listed.level != Level::Entry {
                groups.push(letters(&title));
            }
            match listed.level {
                Level::Part => {
                    of_events = vocabulary::is_events(&title);
                    match of_events {
                        true => names.events = Some(key),
                        false => names.add(key, PART),
                    }
                }
                Level::Entry if !of_events => {
                    entries.push(key.clone());
                    names.add(key, ARTICLE);
                }
                _ => {}
            }
        }
        groups.retain(|group| !group.is_empty());
        groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
        names.like = Matcher::new(entries.clone());
        names.entries = entries;
        (names, groups)
    }

    fn add(&mut self, key: String, level: u8) {
        if !key.is_empty() {
            self.longest = self.longest.max(key.chars().count());
            self.exact.insert(key, level);
        }
    }
}

/// The letters of a title without its number.
fn letters(title: &str) -> String {
    let key = titles::key(unnumbered(title));
    key.chars().filter(|c| !c.is_ascii_digit() && !('ⅰ'..='ⅻ').contains(c)).collect()
}

/// Whether a line is a number alone, as a page's is.
pub fn is_number(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || "-–—|·[]<>".contains(c));
    (1..=4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
}
