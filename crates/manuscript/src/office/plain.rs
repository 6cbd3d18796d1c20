//! The text of pieces, without what it looks like: for what is left out with all that stands in it.

use super::{Out, Paragraph, Piece, Span};
use crate::messages::Why;

/// The text of pieces, a line for each paragraph; what is left out in them too.
pub fn text(pieces: &[Piece]) -> String {
    lines(pieces, true)
}

/// The same without the codes of fields, of which what they show is text; with them, if there is no more.
pub fn shown(pieces: &[Piece]) -> String {
    let shown = lines(pieces, false);
    if shown.is_empty() { text(pieces) } else { shown }
}

fn lines(pieces: &[Piece], codes: bool) -> String {
    let mut lines = vec![];
    collect(pieces, codes, &mut lines);
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

/// All that a place of a paragraph holds, what stands in it by itself and notes too: for what goes with it.
pub fn all(spans: &[Span], pieces: impl IntoIterator<Item = Piece>) -> String {
    let pieces: Vec<Piece> = pieces.into_iter().collect();
    self::spans(spans) + &text(&pieces)
}

fn collect(pieces: &[Piece], codes: bool, lines: &mut Vec<String>) {
    let line = |paragraph: &Paragraph| words(&paragraph.spans, codes);
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => lines.push(line(paragraph)),
            Piece::Table(table) => {
                lines.extend(table.caption.iter().map(line));
                table.rows.iter().flatten().for_each(|cell| collect(&cell.pieces, codes, lines));
            }
            Piece::Picture(picture) => lines.extend(picture.caption.iter().map(line)),
            Piece::Chart(chart) => lines.push(chart.title.clone()),
            Piece::Out(out) => lines.extend(told(out, codes).map(String::from)),
        }
    }
}

/// The text of spans; what is left out in them too.
pub fn spans(spans: &[Span]) -> String {
    words(spans, true)
}

fn words(spans: &[Span], codes: bool) -> String {
    let mut line = String::new();
    for span in spans {
        match span {
            Span::Text { text, .. } => line += text,
            Span::Break => line.push('\n'),
            Span::Tab => line.push('\t'),
            Span::Out(out) => line.extend(told(out, codes)),
            Span::Link(_) | Span::LinkEnd | Span::Note(_) | Span::Changed(_) => {}
        }
    }
    line
}

fn told(out: &Out, codes: bool) -> Option<&str> {
    (codes || out.why != Why::FieldCode).then_some(&out.text)
}
