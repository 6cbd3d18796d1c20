//! The text of pieces, without what it looks like: for what is left out with all that stands in it.

use super::{Paragraph, Piece, Span};

/// The text of pieces, a line for each paragraph; what is left out in them too.
pub fn text(pieces: &[Piece]) -> String {
    let mut lines = vec![];
    collect(pieces, &mut lines);
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

/// All that a place of a paragraph holds, what stands in it by itself and notes too: for what goes with it.
pub fn all(spans: &[Span], pieces: impl IntoIterator<Item = Piece>) -> String {
    let pieces: Vec<Piece> = pieces.into_iter().collect();
    self::spans(spans) + &text(&pieces)
}

fn collect(pieces: &[Piece], lines: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => lines.push(line(paragraph)),
            Piece::Table(table) => {
                lines.extend(table.caption.iter().map(line));
                table.rows.iter().flatten().for_each(|cell| collect(&cell.pieces, lines));
            }
            Piece::Picture(picture) => lines.extend(picture.caption.iter().map(line)),
            Piece::Chart(chart) => lines.push(chart.title.clone()),
            Piece::Out(out) => lines.push(out.text.clone()),
        }
    }
}

fn line(paragraph: &Paragraph) -> String {
    spans(&paragraph.spans)
}

/// The text of spans; what is left out in them too.
pub fn spans(spans: &[Span]) -> String {
    let mut line = String::new();
    for span in spans {
        match span {
            Span::Text { text, .. } => line += text,
            Span::Break => line.push('\n'),
            Span::Tab => line.push('\t'),
            Span::Out(out) => line += &out.text,
            Span::Link(_) | Span::LinkEnd | Span::Note(_) | Span::Changed(_) => {}
        }
    }
    line
}
