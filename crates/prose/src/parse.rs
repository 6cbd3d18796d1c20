//! From the text of a field to what it says: a string, one paragraph, or blocks.
//!
//! The Markdown is CommonMark with GFM's footnotes and tables, cut down to what a bulletin needs.
//! Everything else is an error with a place: nothing is dropped and nothing is passed through.

use std::borrow::Cow;

use pulldown_cmark::{Options, Parser};

use super::findings::Findings;
use super::reader::{Field, Reader};
use super::runs::PAD;
use super::tree::{Block, Inline, Plain};
use super::{characters, element, fullwidth, guard, joints, pasted, quotes, signs};
use crate::messages;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Span, Text};

/// A plain text, such as a title. A line end in it is the author's own break; spaces around its
/// lines are left out.
pub fn text(text: &Text, out: &mut Vec<Diagnostic>) -> Plain {
    joined(&lines(text, out), text.span)
}

/// The text with its characters in order and common signs where others stood for them.
fn clean<'a>(text: &'a Text, out: &mut Vec<Diagnostic>) -> Cow<'a, Text> {
    signs::settle(characters::check(text, out), out)
}

/// The same line by line, each with its own place.
pub fn lines(text: &Text, out: &mut Vec<Diagnostic>) -> Vec<Plain> {
    let clean = clean(text, out);
    let mut findings = Findings::new(&clean, out);
    let value = clean.value.trim();
    if value.is_empty() {
        findings.whole(messages::EMPTY);
        return vec![];
    }
    fullwidth::check(&clean.value, &mut findings);
    quotes::check_text(&clean.value, &mut findings);
    let mut lines = vec![];
    let mut at = clean.value.len() - clean.value.trim_start().len();
    for line in value.split('\n') {
        let start = at + line.len() - line.trim_start().len();
        match line.trim() {
            "" => findings.at(messages::BLANK_LINE, at..at + line.len()),
            line => {
                let span = clean.place(start..start + line.len());
                lines.push(Plain { text: line.into(), span });
            }
        }
        at += line.len() + 1;
    }
    lines
}

/// The text that stands at `span` and has these lines.
pub fn joined(lines: &[Plain], span: Span) -> Plain {
    let lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    Plain { text: lines.join("\n"), span }
}

/// One paragraph of prose.
pub fn inline(text: &Text, out: &mut Vec<Diagnostic>) -> Vec<Inline> {
    paragraph(text, Field::Inline, out)
}

/// A cell of a table, which may be empty.
pub fn cell(text: &Text, out: &mut Vec<Diagnostic>) -> Vec<Inline> {
    if let Some(mark) = element::merging(&text.value) {
        out.push(Diagnostic::at(messages::MERGED_CELL, text.span).arg("mark", mark));
    }
    match text.value.trim().is_empty() {
        true => vec![],
        false => paragraph(text, Field::Cell, out),
    }
}

fn paragraph(text: &Text, field: Field, out: &mut Vec<Diagnostic>) -> Vec<Inline> {
    let clean = clean(text, out);
    let clean = match begins_like_a_number(&clean.value) {
        true => Cow::Owned(characters::prefixed(&clean, PAD)),
        false => clean,
    };
    match read(clean, field, out).into_iter().next() {
        Some(Block::Paragraph(paragraph)) => paragraph.body,
        _ => vec![],
    }
}

/// Blocks of prose.
pub fn blocks(text: &Text, out: &mut Vec<Diagnostic>) -> Vec<Block> {
    let mut found = vec![];
    let blocks = read(clean(text, &mut found), Field::Blocks, &mut found);
    let mut pasted = vec![];
    let tables = tables(text, &mut pasted);
    // What else is said of a table's lines is said of what they are not.
    let inside = |at: usize| {
        let next = tables.partition_point(|table| table.start <= at);
        next > 0 && at < tables[next - 1].end
    };
    found.retain(|found| !found.span.is_some_and(|span| inside(span.start)));
    out.append(&mut found);
    out.append(&mut pasted);
    blocks
}

/// Tells the tables that were pasted from elsewhere; gives their places.
fn tables(text: &Text, out: &mut Vec<Diagnostic>) -> Vec<Span> {
    let mut findings = Findings::new(text, out);
    let mut places = vec![];
    for (range, table) in pasted::tabs::tables(&text.value) {
        let rows = text.value[range.clone()].lines().count();
        let edits = findings.edit(range.clone(), &table).map(|edit| vec![edit]);
        let place = findings.place(range.clone());
        let first = text.value[range.clone()].lines().next().map_or(0, str::len);
        let told = findings.place(range.start..range.start + first);
        findings.push(Diagnostic::at(messages::TABBED, told).arg("rows", rows).fix(edits));
        places.push(place);
    }
    places
}

fn read(text: Cow<'_, Text>, field: Field, out: &mut Vec<Diagnostic>) -> Vec<Block> {
    let text = joints::joined(text);
    let mut findings = Findings::new(&text, out);
    if text.value.trim().is_empty() {
        findings.whole(messages::EMPTY);
        return vec![];
    }
    if let Some((message, range)) = guard::too_deep(&text.value) {
        findings.at(message, range);
        return vec![];
    }
    let parser = Parser::new_ext(&text.value, Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES);
    let definitions = parser.reference_definitions().iter();
    let mut unlinked: Vec<_> = definitions.map(|(_, link)| link.span.clone()).collect();
    unlinked.sort_by_key(|span| span.start);
    for span in unlinked {
        findings.at(messages::REFERENCE, span);
    }
    let mut reader = Reader::new(&text.value, field, &mut findings);
    for (event, range) in parser.into_offset_iter() {
        reader.event(joints::named(event), range);
    }
    let blocks = reader.finish();
    fullwidth::check(&text.value, &mut findings);
    blocks
}

/// `2024. 5. 7.` at the start of a paragraph would be a numbered list to CommonMark. In a field
/// that is one paragraph by its kind it is what it looks like.
fn begins_like_a_number(value: &str) -> bool {
    let value = value.trim_start();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    (1..10).contains(&digits) && matches!(value.as_bytes().get(digits), Some(b'.' | b')'))
}

#[cfg(test)]
mod tests;
