//! Puts the pieces of the text together: parts, sections and the articles in them.
//!
//! Where there is a contents list, parts and sections are its; headings of the text that repeat
//! them are left out. Without one they are the text's own.

use std::collections::HashMap;
use std::ops::Range;

use super::contents::{Contents, unnumbered};
use super::draft::{Block, Brief, Entry, Events, Part};
use super::groups::Groups;
use super::ledger::{Ask, Ledger, Why};
use super::line::Kind;
use super::outline::{Head, Role};
use super::sheet::Sheet;
use super::words::Words;
use super::{article, body, duplicates, events, inline, listing, marker, sources, table, units};

/// The longest title that is no heading, in characters.
const TITLE: usize = 60;

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

/// A piece of the text in the order it stands in.
#[derive(Debug)]
pub enum Piece {
    /// A part or a section, by the line of its heading.
    Group(Role, usize),
    /// An article or a calendar, with the line of its title.
    Entry(Entry, Option<usize>),
}

/// Reads the text from line `from` on.
pub fn read(
    sheet: &Sheet,
    from: usize,
    heads: &[Head],
    contents: Contents,
    ledger: &mut Ledger,
) -> Vec<Part> {
    let by_line: HashMap<usize, &Head> = heads.iter().map(|head| (head.line, head)).collect();
    let mut pieces = vec![];
    for segment in segments(sheet, from, heads) {
        pieces.extend(read_segment(sheet, &segment, &by_line, ledger));
    }
    let pieces = duplicates::leave_out(sheet, pieces, ledger);
    for head in heads.iter().filter(|head| head.off) {
        let what = sheet.lines[head.line].words().to_string();
        ledger.ask(Ask::HeadingLevel, head.line, vec![("text", what)]);
    }
    let mut groups = match contents.listed.is_empty() {
        true => Groups::of_text(sheet, pieces, ledger),
        false => listing::arrange(sheet, contents, pieces, ledger),
    };
    groups.drop_empty(sheet, ledger);
    groups.parts
}

/// All lines as the paragraphs of one article, for a text that has no other.
pub fn paragraphs(sheet: &Sheet, ledger: &mut Ledger) -> Option<Part> {
    let mut blocks = vec![];
    for (index, line) in sheet.lines.iter().enumerate() {
        if line.is_text() {
            let text = sheet.take(index, ledger);
            blocks.push(Block::Paragraph(inline::line(text, index, ledger)));
        }
    }
    let body = body::settle(blocks, ledger);
    if body.is_empty() {
        return None;
    }
    let brief = Brief { body, ..Brief::default() };
    Some(Part { entries: vec![Entry::Brief(brief)], ..Part::default() })
}

/// Cuts the text at the headings that open more than a subhead.
fn segments(sheet: &Sheet, from: usize, heads: &[Head]) -> Vec<Segment> {
    let opens = |head: &&Head| !matches!(head.role, Role::Subhead | Role::Key | Role::Sources);
    let cuts: Vec<&Head> = heads.iter().filter(opens).collect();
    let end = |index: usize| cuts.get(index).map_or(sheet.lines.len(), |head| head.line);
    let mut segments = vec![Segment { role: None, head: None, range: from..end(0) }];
    for (index, head) in cuts.iter().enumerate() {
        let range = head.line + 1..end(index + 1);
        segments.push(Segment { role: Some(head.role), head: Some(head.line), range });
    }
    segments
}

fn read_segment(
    sheet: &Sheet,
    segment: &Segment,
    heads: &HashMap<usize, &Head>,
    ledger: &mut Ledger,
) -> Vec<Piece> {
    match (segment.role, segment.head) {
        (Some(role @ (Role::Part | Role::Section)), Some(line)) => vec![Piece::Group(role, line)],
        (Some(Role::Events), Some(line)) => calendar(sheet, line, segment.range.clone(), ledger),
        (Some(Role::Colophon), Some(line))
            if sheet.full(segment.range.start, segment.range.end).is_none() =>
        {
            ledger.left_out(line, Why::Label, sheet.lines[line].whole());
            vec![]
        }
        (None, _) if events::is_calendar(sheet, segment.range.clone()) => {
            calendar_without_title(sheet, segment.range.clone(), ledger)
        }
        (_, head) => {
            if head.is_none() && sheet.full(segment.range.start, segment.range.end).is_none() {
                return vec![];
            }
            let plain = head.is_none().then(|| plain_title(sheet, &segment.range)).flatten();
            let from = plain.map_or(segment.range.start, |line| line + 1);
            let head = head.or(plain);
            if let Some(line) = plain {
                let text = sheet.lines[line].words().to_string();
                ledger.ask(Ask::TitleGuessed, line, vec![("text", text)]);
            }
            let brief = article::read(sheet, head, from..segment.range.end, heads, ledger);
            let brief = with_body(sheet, brief, ledger);
            brief.map(|brief| Piece::Entry(Entry::Brief(brief), head)).into_iter().collect()
        }
    }
}

/// The title of the text before the first heading: a short line by itself with text below it.
fn plain_title(sheet: &Sheet, range: &Range<usize>) -> Option<usize> {
    let line = sheet.full(range.start, range.end)?;
    let next = sheet.full(line + 1, range.end)?;
    let words = sheet.lines[line].words();
    let short = words.chars().count() <= TITLE && !words.ends_with(['.', '?', '!', ':', '다']);
    let text = matches!(sheet.lines[line].kind, Kind::Text) && !units::is_caption(words);
    (short && text && next > line + 1).then_some(line)
}

/// An article needs a text; one that has only sources shows them as its text, and a title alone is
/// no article.
fn with_body(sheet: &Sheet, mut brief: Brief, ledger: &mut Ledger) -> Option<Brief> {
    if brief.body.is_empty() && !brief.sources.is_empty() {
        for source in std::mem::take(&mut brief.sources) {
            let words = sources::as_words(&source, ledger);
            brief.body.push(Block::Paragraph(words));
        }
    }
    if !brief.body.is_empty() {
        return Some(brief);
    }
    if let Some(line) = brief.title.line() {
        ledger.left_out(line, Why::EmptyArticle, sheet.lines[line].whole());
        let text = sheet.lines[line].words().to_string();
        ledger.ask(Ask::EmptyArticle, line, vec![("text", text)]);
    }
    None
}

/// The calendar under a heading: the heading is its title.
fn calendar(sheet: &Sheet, line: usize, range: Range<usize>, ledger: &mut Ledger) -> Vec<Piece> {
    let text = sheet.take(line, ledger).to_string();
    let sign = marker::subhead(&text).unwrap_or(0);
    ledger.removed(line, Why::Sign, &text[..sign]);
    let title = unnumbered(&text[sign..]);
    ledger.removed(line, Why::Number, &text[sign..text.len() - title.len()]);
    let title = Words::text(&inline::line(title, line, ledger).plain(), &[line]);
    beside(sheet, range.clone(), ledger);
    pieces_of(title, Some(line), events::read(sheet, range, ledger), ledger)
}

fn calendar_without_title(sheet: &Sheet, range: Range<usize>, ledger: &mut Ledger) -> Vec<Piece> {
    beside(sheet, range.clone(), ledger);
    pieces_of(Words::default(), None, events::read(sheet, range, ledger), ledger)
}

fn pieces_of(
    title: Words,
    line: Option<usize>,
    calendar: events::Calendar,
    ledger: &mut Ledger,
) -> Vec<Piece> {
    let mut pieces = vec![];
    if !calendar.unread.is_empty() {
        let body = table::block(&calendar.unread, ledger);
        let copied = Words { lines: vec![], ..title.clone() };
        // The only entry of the heading has its line; a second one repeats the words.
        let title = if calendar.events.is_empty() { title.clone() } else { copied };
        pieces.push(Piece::Entry(Entry::Brief(Brief { title, body, ..Brief::default() }), line));
    }
    if !calendar.events.is_empty() {
        let events = Events { title, rows: calendar.events };
        pieces.insert(0, Piece::Entry(Entry::Events(events), line));
    }
    pieces
}

/// Words beside a calendar's table have no field.
fn beside(sheet: &Sheet, range: Range<usize>, ledger: &mut Ledger) {
    for index in range {
        let line = &sheet.lines[index];
        if line.kind == Kind::Text {
            ledger.left_out(index, Why::Beside, line.whole());
            ledger.ask(Ask::Beside, index, vec![("text", line.whole().to_string())]);
        }
    }
}
