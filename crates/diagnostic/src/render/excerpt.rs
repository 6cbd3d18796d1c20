//! One line of a source as a terminal shows it, and the columns a place takes on it.
//!
//! Columns are counted as terminals do (UAX #11 by `unicode-width`): two for Hangul, full-width
//! letters and emoji, none for combining marks. It never shows more than a window of a long line.

use std::fmt::Write as _;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::source::{SourceFile, Span};

/// Columns shown of a line at most, marks of omission not counted.
const WINDOW: usize = 100;
/// Columns shown before the place, where a line is too long.
const LEAD: usize = 40;
/// Bytes looked at on either side of the place, whatever their width.
const REACH: usize = 1000;
/// Columns from one tab stop to the next.
const TAB: usize = 4;

/// A line, cut to a window, and where the carets go.
pub struct Excerpt {
    /// The line's number, from 1.
    pub line: usize,
    /// The place's column, from 1, in characters.
    pub column: usize,
    /// The line as it is shown.
    pub text: String,
    /// Columns before the carets.
    pub before: usize,
    /// How many carets, at least one.
    pub width: usize,
}

impl Excerpt {
    /// The first line of `span`.
    pub fn new(file: &SourceFile, span: Span) -> Self {
        let (number, column) = file.line_column(span.start);
        let (start, line) = file.line(number);
        let range = span.start.saturating_sub(start)..span.end.saturating_sub(start);
        Self::of_line(number, column, line.trim_end_matches('\n'), range)
    }

    /// A line by its number, the column and the bytes of the place on it.
    pub fn of_line(number: usize, column: usize, line: &str, place: Range<usize>) -> Self {
        let from = line.floor_char_boundary(place.start.min(line.len()));
        let to = line.ceil_char_boundary(place.end.clamp(from, line.len()));

        let mut row = Row::default();
        row.lead(line, from);
        let before = row.columns;
        let fits = row.push(&line[from..to], WINDOW.saturating_sub(LEAD));
        let width = (row.columns - before).max(1);
        let rest = fits && row.push(&line[to..], WINDOW.saturating_sub(row.columns));
        if !rest {
            row.text.push('…');
        }
        let text = row.text.trim_end().to_string();
        Self { line: number, column, text, before, width }
    }
}

/// A row of characters and the columns it takes.
#[derive(Default)]
struct Row {
    text: String,
    columns: usize,
}

impl Row {
    /// What stands before byte `from`: all of it if it is short, else the end of it.
    fn lead(&mut self, line: &str, from: usize) {
        let near = line.ceil_char_boundary(from.saturating_sub(REACH));
        let whole = near == 0 && from <= REACH;
        if whole {
            let mut row = Self::default();
            if row.push(&line[..from], WINDOW - LEAD) {
                *self = row;
                return;
            }
        }
        let mut columns = 0;
        let mut start = from;
        for grapheme in line[near..from].graphemes(true).rev() {
            columns += cell(grapheme, 0).1;
            if columns > LEAD {
                break;
            }
            start -= grapheme.len();
        }
        self.text.push('…');
        self.columns = 1;
        self.push(&line[start..from], usize::MAX);
    }

    /// Adds text up to `room` columns; says whether all of it fitted.
    fn push(&mut self, text: &str, room: usize) -> bool {
        let end = self.columns.saturating_add(room);
        let near = text.floor_char_boundary(REACH);
        for grapheme in text[..near].graphemes(true) {
            let (shown, width) = cell(grapheme, self.columns);
            if self.columns + width > end {
                return false;
            }
            self.text.push_str(&shown);
            self.columns += width;
        }
        near == text.len()
    }
}

/// What a grapheme is shown as, and its columns; a tab reaches to the next stop.
fn cell(grapheme: &str, column: usize) -> (String, usize) {
    let mut chars = grapheme.chars();
    let shown = match (chars.next(), chars.next()) {
        (Some('\t'), None) => " ".repeat(TAB - column % TAB),
        (Some(c), None) if is_hidden(c) => {
            let mut name = String::new();
            let _ = write!(name, "<U+{:04X}>", u32::from(c));
            name
        }
        _ => grapheme.chars().map(harmless).collect(),
    };
    let width = shown.width();
    (shown, width)
}

/// Characters that show nothing, or show differently on each machine: their code point is shown.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// A control character as its picture; bidi controls, which would turn the line around, as a mark.
pub fn harmless(c: char) -> char {
    match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        '\u{7F}' => '␡',
        '\u{A0}' => ' ',
        '\u{80}'..='\u{9F}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        c => c,
    }
}
