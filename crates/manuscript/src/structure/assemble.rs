//! Puts the pieces of the text together: parts, sections and the articles in them.
//!
//! Where there is a contents list, parts and sections are its; headings of the text that repeat
//! them are left out. Without one they are the text's own.

use std::collections::HashMap;
use std::ops::Range;

use super::contents::Contents;
use super::groups::{Groups, group_title};
use super::heads::{Heading, Role};
use super::listed::Level;
use super::pieces::Piece;
use super::{agenda, article, body, duplicates, events, listing, schedule, sources, table};
use crate::draft::{Brief, Entry, Event, Events, Part, Passage};
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Blocks, Ledger, Runs};
use crate::target::Plan;
use crate::text::vocabulary;

/// The longest title that is no heading, in characters.
const TITLE: usize = 60;

/// How events are read out of lines.
type Lines = fn(&Blocks, Range<usize>, &[String], &mut Ledger) -> Vec<Event>;

/// What a stretch of the text is.
#[derive(Debug)]
pub struct Segment {
    /// What its heading opens; nothing, before the first heading.
    pub role: Option<Role>,
    /// The line of its heading.
    pub head: Option<usize>,
    /// Its lines after the heading.
    pub range: Range<usize>,
}

/// Reads the text from line `from` on.
pub fn read(
    blocks: &Blocks,
    from: usize,
    heads: &[Heading],
    contents: Contents,
    plan: &Plan<'_>,
    ledger: &mut Ledger,
) -> Groups {
    let by_line: HashMap<usize, &Heading> = heads.iter().map(|head| (head.line, head)).collect();
    let mut pieces = vec![];
    let entries = contents.listed.iter().filter(|listed| listed.level == Level::Entry);
    let listed: Vec<String> = entries.map(|listed| listed.title.plain()).collect();
    for segment in segments(blocks, from, heads) {
        let range = || segment.range.clone();
        let lines: Option<Lines> = match segment.role {
            Some(Role::Events) if agenda::is_agenda(blocks, range()) => Some(agenda::read),
            Some(Role::Events) if schedule::is_schedule(blocks, range()) => Some(schedule::read),
            _ => None,
        };
        if let Some(read) = lines {
            let title =
                segment.head.map(|line| group_title(blocks, line, ledger)).unwrap_or_default();
            let mut rows = read(blocks, range(), &listed, ledger);
            if plan.calendar.as_ref().is_some_and(|calendar| calendar.note.is_none()) {
                rows.iter_mut().for_each(|event| without_note(event, ledger));
            }
            pieces.push(Piece::Calendar(Events { title, rows }, segment.head));
            continue;
        }
        pieces.extend(read_segment(blocks, &segment, &by_line, plan, ledger));
    }
    let pieces = duplicates::leave_out(blocks, pieces, ledger);
    for head in heads.iter().filter(|head| head.off) {
        let what = blocks.lines[head.line].words().to_string();
        ledger.ask(Ask::HeadingLevel, head.line, [("text", what)]);
    }
    let mut groups = match contents.listed.is_empty() {
        true => Groups::of_text(blocks, pieces, ledger),
        false => listing::arrange(blocks, contents, pieces, ledger),
    };
    groups.drop_empty(blocks, ledger);
    groups
}

/// All lines as the paragraphs of one article, for a text that has no other.
pub fn paragraphs(blocks: &Blocks, ledger: &mut Ledger) -> Option<Part> {
    let mut paragraphs = vec![];
    for (index, line) in blocks.lines.iter().enumerate() {
        if line.kind == BlockKind::TableRule {
            blocks.leave_out(index, Why::TableRule, ledger);
        } else if line.is_text() {
            paragraphs.push(Passage::Paragraph(blocks.take(index, ledger).clone()));
        }
    }
    let body = body::settle(paragraphs, ledger);
    if body.is_empty() {
        return None;
    }
    let brief = Brief { body, ..Brief::default() };
    Some(Part { entries: vec![Entry::Brief(brief)], ..Part::default() })
}

/// Cuts the text at the headings that open more than a subhead.
fn segments(blocks: &Blocks, from: usize, heads: &[Heading]) -> Vec<Segment> {
    let opens = |head: &&Heading| !matches!(head.role, Role::Subhead | Role::Key | Role::Sources);
    let cuts: Vec<&Heading> = heads.iter().filter(opens).collect();
    let end = |index: usize| cuts.get(index).map_or(blocks.lines.len(), |head| head.line);
    let mut segments = vec![Segment { role: None, head: None, range: from..end(0) }];
    for (index, head) in cuts.iter().enumerate() {
        let range = head.line + 1..end(index + 1);
        segments.push(Segment { role: Some(head.role), head: Some(head.line), range });
    }
    segments
}

fn read_segment(
    blocks: &Blocks,
    segment: &Segment,
    heads: &HashMap<usize, &Heading>,
    plan: &Plan<'_>,
    ledger: &mut Ledger,
) -> Vec<Piece> {
    match (segment.role, segment.head) {
        (Some(Role::Part), Some(line)) => vec![Piece::Group(Level::Part, line)],
        (Some(Role::Section), Some(line)) => vec![Piece::Group(Level::Section, line)],
        (Some(Role::Events), _) => calendar(blocks, segment, ledger),
        (Some(Role::Colophon), Some(line))
            if blocks.full(segment.range.start, segment.range.end).is_none() =>
        {
            blocks.leave_out(line, Why::Label, ledger);
            vec![]
        }
        (None, _)
            if plan.calendar.is_some() && events::is_calendar(blocks, segment.range.clone()) =>
        {
            calendar(blocks, segment, ledger)
        }
        (_, head) => {
            if head.is_none() && blocks.full(segment.range.start, segment.range.end).is_none() {
                return vec![];
            }
            let plain = head.is_none().then(|| plain_title(blocks, &segment.range)).flatten();
            let from = plain.map_or(segment.range.start, |line| line + 1);
            let head = head.or(plain);
            if let Some(line) = plain {
                let text = blocks.lines[line].words();
                ledger.ask(Ask::TitleGuessed, line, [("text", text)]);
            }
            let brief =
                article::read(blocks, head, from..segment.range.end, heads, &plan.article, ledger);
            let brief = with_body(blocks, brief, ledger);
            brief.map(|brief| Piece::Article(brief, head)).into_iter().collect()
        }
    }
}

/// The title of the text before the first heading: a short line by itself with text below it.
fn plain_title(blocks: &Blocks, range: &Range<usize>) -> Option<usize> {
    let line = blocks.full(range.start, range.end)?;
    let next = blocks.full(line + 1, range.end)?;
    let words = blocks.lines[line].words();
    let short = words.chars().count() <= TITLE && !words.ends_with(['.', '?', '!', ':', '다']);
    let text = matches!(blocks.lines[line].kind, BlockKind::Text) && !vocabulary::is_caption(words);
    (short && text && next > line + 1).then_some(line)
}

/// An article needs a text; one that has only sources shows them as its text, and a title alone is
/// no article.
pub fn with_body(blocks: &Blocks, mut brief: Brief, ledger: &mut Ledger) -> Option<Brief> {
    if brief.body.is_empty() && !brief.sources.is_empty() {
        for source in std::mem::take(&mut brief.sources) {
            let words = sources::as_words(&source, ledger);
            brief.body.push(Passage::Paragraph(words));
        }
    }
    if !brief.body.is_empty() || !brief.images.is_empty() || brief.chart.is_some() {
        return Some(brief);
    }
    if let Some(line) = brief.title.line() {
        blocks.leave_out(line, Why::EmptyArticle, ledger);
        let text = blocks.lines[line].words();
        ledger.ask(Ask::EmptyArticle, line, [("text", text)]);
    }
    None
}

/// A calendar; the heading above it is its title.
fn calendar(blocks: &Blocks, segment: &Segment, ledger: &mut Ledger) -> Vec<Piece> {
    let line = segment.head;
    let title = line.map(|line| group_title(blocks, line, ledger)).unwrap_or_default();
    beside(blocks, segment.range.clone(), ledger);
    let calendar = events::read(blocks, segment.range.clone(), ledger);
    let mut pieces = vec![];
    if !calendar.unread.is_empty() {
        let body = table::passages(&calendar.unread, ledger);
        let copied = Runs { lines: vec![], ..title.clone() };
        // The only entry of the heading has its line; a second one repeats the words.
        let title = if calendar.events.is_empty() { title.clone() } else { copied };
        pieces.push(Piece::Article(Brief { title, body, ..Brief::default() }, line));
    }
    if !calendar.events.is_empty() {
        pieces.insert(0, Piece::Calendar(Events { title, rows: calendar.events }, line));
    }
    pieces
}

/// Leaves out what an event is about, where the layout has no field for it.
fn without_note(event: &mut Event, ledger: &mut Ledger) {
    let note = event.note.take();
    if let Some((note, line)) = note.and_then(|note| note.line().map(|line| (note, line))) {
        ledger.removed(line, Why::Beside, &note.plain());
        ledger.ask(Ask::Beside, line, [("text", note.plain())]);
    }
}

/// Words beside a calendar's table have no field.
fn beside(blocks: &Blocks, range: Range<usize>, ledger: &mut Ledger) {
    for index in range {
        let line = &blocks.lines[index];
        if line.kind == BlockKind::Text {
            blocks.leave_out(index, Why::Beside, ledger);
            ledger.ask(Ask::Beside, index, [("text", line.whole())]);
        }
    }
}
