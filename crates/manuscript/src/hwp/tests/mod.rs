//! What the tests ask of what is read of small files.

mod hostile;
mod looks;
mod objects;
mod real;
mod refused;
mod words;

use super::record::tag;
use crate::files::hwp::{
    File, control, counted, holding, list, pack, paragraph, record, shaped, units,
};
use crate::messages::Why;
use crate::office::{Manuscript, Out, Paragraph, Piece, Span, trial};

impl File {
    fn read(&self) -> Manuscript {
        super::read(&self.bytes()).unwrap_or_else(|fault| panic!("{:?}", fault.message.code))
    }

    /// The code it is refused with.
    fn refused(&self) -> String {
        refused(&self.bytes())
    }
}

/// The code that bytes are refused with; it is said what to do, in both languages.
fn refused(bytes: &[u8]) -> String {
    trial::refused(super::read, bytes)
}

fn text(text: &str) -> Span {
    Span::Text { text: text.to_string(), strong: false, slanted: false }
}

fn out(why: Why, text: &str) -> Span {
    Span::Out(Out { why, text: text.to_string() })
}

/// The paragraphs among pieces.
fn paragraphs(pieces: &[Piece]) -> Vec<&Paragraph> {
    let mut found = vec![];
    for piece in pieces {
        if let Piece::Paragraph(paragraph) = piece {
            found.push(paragraph);
        }
    }
    found
}

/// The spans of the first paragraph.
fn spans(manuscript: &Manuscript) -> &[Span] {
    &paragraphs(&manuscript.pieces)[0].spans
}
