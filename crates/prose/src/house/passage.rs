//! A text that is read as a whole, and the way back from its letters into the author's file.
//!
//! It judges nothing.

use std::ops::Range;

use crate::tree::Inline;
use crate::visit::Unit;
use jikji_diagnostic::source::{Edit, Sources, Span};

/// A paragraph, an item, a title: its letters without styles, notes and line ends of the file.
pub struct Passage<'s> {
    /// Its letters; a break of the author's own is a line end.
    pub text: String,
    pieces: Vec<Piece>,
    sources: &'s Sources,
}

/// A run of it: where it begins and ends in the letters, and where it stands in its file.
struct Piece {
    range: Range<usize>,
    place: Span,
}

impl<'s> Passage<'s> {
    /// The letters of a unit of running text.
    pub fn of(unit: Unit<'_>, sources: &'s Sources) -> Self {
        let mut passage = Self { text: String::new(), pieces: vec![], sources };
        match unit {
            Unit::Body(body) => passage.inlines(body),
            Unit::Plain(text, place) => passage.push(text, place),
        }
        passage
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, span } => self.push(text, *span),
                Inline::Emph(body) | Inline::Strong(body) | Inline::Link { body, .. } => {
                    self.inlines(body);
                }
                Inline::Break => self.text.push('\n'),
                Inline::Mark(_) => {}
            }
        }
    }

    fn push(&mut self, text: &str, place: Span) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { range: start..self.text.len(), place });
    }

    /// Where some of its letters stand: exactly, or at least the runs they are in.
    pub fn place(&self, range: &Range<usize>) -> Option<Span> {
        let (first, last) = (self.piece(range.start)?, self.piece(range.end.checked_sub(1)?)?);
        if first.range == last.range
            && let Some(place) = self.exact(first, range)
        {
            return Some(place);
        }
        let same = first.place.file == last.place.file;
        let end = if same { last.place.end.max(first.place.end) } else { first.place.end };
        Some(Span { end, ..first.place })
    }

    /// What writes `piece` for some of its letters; none unless they stand in the file as they read, and `piece`
    /// means nothing but itself there.
    pub fn edit(&self, range: &Range<usize>, piece: &str) -> Option<Edit> {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '·');
        let span = self.exact(self.piece(range.start)?, range)?;
        piece.chars().all(plain).then(|| Edit { span, text: piece.to_string() })
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let index = self.pieces.partition_point(|piece| piece.range.end <= at);
        self.pieces.get(index).filter(|piece| piece.range.contains(&at))
    }

    /// The place of letters that stand in the file as they read: at the same distance from the start of their run,
    /// or as often after it as in the run.
    fn exact(&self, piece: &Piece, range: &Range<usize>) -> Option<Span> {
        let Span { file, start, end } = piece.place;
        let written = self.sources.get(file).text.get(start..end)?;
        let letters = self.text.get(range.clone()).filter(|_| range.end <= piece.range.end)?;
        let at = range.start - piece.range.start;
        let at = match written.len() == piece.range.len() {
            true => written.get(at..)?.starts_with(letters).then_some(at)?,
            false => {
                let run = &self.text[piece.range.clone()];
                let same = written.matches(letters).count() == run.matches(letters).count();
                let before = run.get(..at)?.matches(letters).count();
                written.match_indices(letters).nth(before).filter(|_| same)?.0
            }
        };
        Some(Span::new(file, start + at..start + at + letters.len()))
    }
}
