//! What stands below each other in the text, a cell or a note; captions find what they belong to.

use super::line::Line;
use crate::office::{Paragraph, Piece, Span};

/// A list in the making.
#[derive(Debug, Default)]
pub struct List {
    pub pieces: Vec<Piece>,
    /// A line whose end was deleted, so that the next paragraph goes on with it.
    pub open: Option<Line>,
    /// Where captions stand.
    captions: Vec<usize>,
}

impl List {
    /// Adds a paragraph with what stands in it.
    pub fn paragraph(&mut self, mut line: Line, mut own: Paragraph, is_caption: bool) {
        line.finish();
        let has_pieces = !line.before.is_empty() || !line.after.is_empty();
        own.size = line.size();
        self.pieces.append(&mut line.before);
        if !line.spans.is_empty() || !has_pieces {
            own.spans = line.spans;
            if is_caption && !own.spans.iter().all(Span::is_blank) {
                self.captions.push(self.pieces.len());
            }
            self.pieces.push(Piece::Paragraph(own));
        }
        self.pieces.append(&mut line.after);
    }

    /// Ends a line that waits for its next paragraph: none comes.
    pub fn close(&mut self) {
        if let Some(line) = self.open.take() {
            self.paragraph(line, Paragraph::default(), false);
        }
    }

    /// All that stands there. A caption belongs to the picture before it or the table after it, or else to the table
    /// before it or the picture after it.
    pub fn finish(mut self) -> Vec<Piece> {
        self.close();
        let mut captions = self.captions.into_iter().peekable();
        let mut placed: Vec<Piece> = vec![];
        let mut pending: Vec<Paragraph> = vec![];
        let mut pieces = self.pieces.into_iter().enumerate().peekable();
        while let Some((at, piece)) = pieces.next() {
            let is_caption = captions.next_if_eq(&at).is_some();
            let mut piece = match piece {
                Piece::Paragraph(caption) if is_caption => {
                    let next = pieces.peek().map(|(_, next)| next);
                    let follows = captions.peek().is_some_and(|next| *next == at + 1);
                    match belongs(&caption, placed.last(), next.filter(|_| !follows)) {
                        Belongs::Before => {
                            if let Some(of) = placed.last_mut().and_then(place) {
                                of.push(caption);
                            }
                            continue;
                        }
                        Belongs::After => {
                            pending.push(caption);
                            continue;
                        }
                        Belongs::Nowhere => Piece::Paragraph(caption),
                    }
                }
                piece => piece,
            };
            if let Some(of) = place(&mut piece).filter(|_| !pending.is_empty()) {
                of.append(&mut pending);
            }
            placed.push(piece);
        }
        placed
    }
}

enum Belongs {
    Before,
    After,
    Nowhere,
}

fn belongs(caption: &Paragraph, before: Option<&Piece>, after: Option<&Piece>) -> Belongs {
    let words = crate::office::plain::spans(&caption.spans);
    let names = |list: [&str; 3]| list.iter().any(|word| words.trim_start().starts_with(word));
    let free = |piece: Option<&Piece>, table: bool| match piece {
        Some(Piece::Table(of)) => table && of.caption.is_empty(),
        Some(Piece::Picture(of)) => !table && of.caption.is_empty(),
        _ => false,
    };
    let (of_table, of_picture) =
        (names(["표", "Table", "<표"]), names(["그림", "Figure", "<그림"]));
    let sides = [(before, false, Belongs::Before), (after, true, Belongs::After)];
    let others = [(before, true, Belongs::Before), (after, false, Belongs::After)];
    for (piece, table, side) in sides.into_iter().chain(others) {
        if free(piece, table) && !(table && of_picture || !table && of_table) {
            return side;
        }
    }
    Belongs::Nowhere
}

/// Where the caption of a piece stands.
fn place(piece: &mut Piece) -> Option<&mut Vec<Paragraph>> {
    match piece {
        Piece::Table(of) => Some(&mut of.caption),
        Piece::Picture(of) => Some(&mut of.caption),
        _ => None,
    }
}
