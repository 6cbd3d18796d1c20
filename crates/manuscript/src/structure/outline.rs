//! Decides what each heading opens: a part, a section, an article, its key points, a subhead.
//!
//! The level of articles is found, not assumed (`level`). A heading that stands a level off is told
//! by what follows it and by the contents list.

use super::contents::Contents;
use super::heads::{Heading, Role};
use super::listed::Level;
use super::{agenda, events, level, schedule};
use crate::source::{Block, BlockKind, Blocks};
use crate::text::marker::{self, Numbering, unnumbered};
use crate::text::titles::{self, Matcher};
use crate::text::vocabulary;

/// The longest line that is taken for a title though it is no heading, in characters.
const TITLE: usize = 150;
/// The shortest label of key points that is no word of a text, in letters.
const LABEL: usize = 4;
/// How like a listed title a heading must be to be an article whatever its level.
const LISTED: f64 = 0.8;
/// How like a listed part or section a heading must be.
const GROUP: f64 = 0.6;

/// The headings from line `from` on, each with what it opens.
pub fn read(blocks: &Blocks, from: usize, contents: &Contents, calendars: bool) -> Vec<Heading> {
    let mut heads = gather(blocks, from);
    look_around(blocks, &mut heads);
    compare(blocks, &mut heads, contents);
    let articles = level::of_articles(blocks, &heads);
    assign(blocks, &mut heads, articles, !contents.listed.is_empty(), calendars);
    part_or_section(&mut heads);
    heads
}

/// The headings, and the lines that are one though they do not look it.
fn gather(blocks: &Blocks, from: usize) -> Vec<Heading> {
    let mut heads: Vec<Heading> = vec![];
    let mut before: Option<usize> = None;
    for index in from..blocks.lines.len() {
        let line = &blocks.lines[index];
        if !line.is_text() {
            continue;
        }
        let signed = !matches!(
            line.kind,
            BlockKind::Row
                | BlockKind::Tabbed
                | BlockKind::TableRule
                | BlockKind::Item('-' | '*' | '1')
        );
        let is_key = signed && vocabulary::is_key(line.words());
        let known = |title: usize| heads.last().is_some_and(|head| head.line == title);
        let title = before.filter(|title| is_key && is_title(blocks, *title) && !known(*title));
        heads.extend(title.map(|title| head(blocks, title, 0, false)));
        match line.kind {
            BlockKind::Heading(level) => heads.push(head(blocks, index, level, is_key)),
            _ if is_key && (title.is_some() || blocks.is_parted(index) || is_label(line)) => {
                heads.push(head(blocks, index, 0, true));
            }
            _ => {}
        }
        before = Some(index);
    }
    heads
}

/// Whether a line can be nothing but the label of key points, whatever stands before it.
fn is_label(line: &Block) -> bool {
    line.kind == BlockKind::Text && titles::key(line.words()).chars().count() >= LABEL
}

/// Whether a line by itself, right before key points, is the title of their article.
fn is_title(blocks: &Blocks, index: usize) -> bool {
    let line = &blocks.lines[index];
    line.kind == BlockKind::Text
        && blocks.is_parted(index)
        && line.length() <= TITLE
        && vocabulary::source(line.words()).is_none()
}

/// A heading of nothing but its line.
pub fn head(blocks: &Blocks, line: usize, level: u8, is_key: bool) -> Heading {
    let words = blocks.lines[line].words();
    Heading {
        line,
        level,
        role: Role::Subhead,
        off: false,
        is_key,
        glyph: marker::subhead(words).is_some(),
        numbering: marker::numbering(words).map(|(numbering, _)| numbering),
        direct: false,
        next_key: false,
        next_level: 0,
        group: None,
        entry: false,
    }
}

fn look_around(blocks: &Blocks, heads: &mut [Heading]) {
    for index in 0..heads.len() {
        let next = heads.get(index + 1).map(|next| (next.line, next.is_key, next.level));
        let end = next.map_or(blocks.lines.len(), |(line, ..)| line);
        let head = &mut heads[index];
        head.direct = blocks.full(head.line + 1, end).is_some();
        if let Some((_, is_key, level)) = next {
            head.next_key = is_key && !head.direct;
            head.next_level = level;
        }
    }
}

/// Compares headings with the contents list.
fn compare(blocks: &Blocks, heads: &mut [Heading], contents: &Contents) {
    let key = |words: &str| titles::key(unnumbered(words));
    let groups = contents.listed.iter().filter(|listed| listed.level != Level::Entry);
    let levels: Vec<Level> = groups.clone().map(|listed| listed.level).collect();
    let mut groups = Matcher::new(groups.map(|listed| key(&listed.title.plain())).collect());
    let entries = contents.listed.iter().filter(|listed| listed.level == Level::Entry);
    let entries: Vec<String> = entries.map(|listed| key(&listed.title.plain())).collect();
    let mine: Vec<String> = heads
        .iter()
        .map(|head| {
            let words = blocks.lines[head.line].words();
            key(&words[marker::subhead(words).unwrap_or(0)..])
        })
        .collect();
    for (entry, partner) in titles::pair(&entries, &mine).into_iter().enumerate() {
        if let Some(head) = partner {
            heads[head].entry = titles::likeness(&entries[entry], &mine[head]) >= LISTED;
        }
    }
    for (head, mine) in heads.iter_mut().zip(&mine).filter(|(head, _)| !head.is_key) {
        head.group = groups.best(mine, GROUP).map(|index| levels[index]);
    }
}

/// Gives each heading its role, in order.
fn assign(blocks: &Blocks, heads: &mut [Heading], level: u8, has_list: bool, calendars: bool) {
    let keyed = heads.iter().filter(|head| head.next_key).count();
    let sources = level::source_lines(blocks, heads.first().map_or(0, |head| head.line));
    let mut open: Option<usize> = None;
    let last = heads.len().saturating_sub(1);
    for index in 0..heads.len() {
        let end = heads.get(index + 1).map_or(blocks.lines.len(), |next| next.line);
        let head = &heads[index];
        let words = blocks.lines[head.line].words();
        // An article goes on until its sources.
        let unfinished = open.is_some_and(|article| {
            let first = sources.partition_point(|line| *line < article);
            sources.get(first).is_none_or(|line| *line > head.line)
        });
        let stray = has_list && !head.entry && keyed > 1 && !head.next_key && unfinished;
        let (role, off) = match head {
            head if head.is_key => (if open.is_some() { Role::Key } else { Role::Article }, false),
            _ if vocabulary::source(words).is_some() && open.is_some() => (Role::Sources, false),
            _ if vocabulary::is_colophon(words) && index == last => (Role::Colophon, false),
            head if calendars
                && !head.next_key
                && (events::is_calendar(blocks, head.line + 1..end)
                    || vocabulary::is_events(words)
                        && (agenda::is_agenda(blocks, head.line + 1..end)
                            || schedule::is_schedule(blocks, head.line + 1..end))) =>
            {
                (Role::Events, false)
            }
            head if head.next_key => (Role::Article, head.level != level),
            head if head.glyph && open.is_some() && !head.entry => (Role::Subhead, false),
            head if !head.direct && opens_group(head, level) => (Role::Section, false),
            head if head.level < level => (Role::Article, true),
            head if head.level == level && stray => (Role::Subhead, true),
            head if head.level == level => (Role::Article, false),
            head if head.entry && has_list => (Role::Article, true),
            _ if open.is_some() => (Role::Subhead, false),
            _ => (Role::Article, true),
        };
        (heads[index].role, heads[index].off) = (role, off);
        match role {
            Role::Article => open = Some(heads[index].line),
            Role::Section | Role::Events | Role::Colophon => open = None,
            _ => {}
        }
    }
}

/// Whether a heading without words of its own opens a part or a section.
fn opens_group(head: &Heading, level: u8) -> bool {
    let deeper = head.next_level > head.level;
    match head {
        Heading { entry: true, group: None, .. } => false,
        Heading { group: Some(_), .. } | Heading { numbering: Some(Numbering::Part), .. } => {
            head.level <= level
        }
        _ => head.level < level || (head.level == level && !deeper),
    }
}

/// Tells parts from sections among the headings that open either.
fn part_or_section(heads: &mut [Heading]) {
    let groups = || heads.iter().filter(|head| head.role == Role::Section);
    let levels: std::collections::BTreeSet<u8> = groups().map(|head| head.level).collect();
    let top = levels.first().copied().filter(|_| levels.len() > 1);
    for head in heads.iter_mut().filter(|head| head.role == Role::Section) {
        let part = match (head.group, head.numbering) {
            (Some(level), _) => level == Level::Part,
            (None, Some(numbering)) => numbering == Numbering::Part,
            (None, None) => Some(head.level) == top,
        };
        if part {
            head.role = Role::Part;
        }
    }
}
