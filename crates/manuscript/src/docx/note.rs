//! The signs that notes have besides the number that Word counts.

use roxmltree::Node;

use super::elements::{attribute, name};
use crate::messages::Why;
use crate::office::{Out, Piece, Span};

/// Whether the mark of a note is what its author wrote, and follows.
pub fn has_sign(node: Node<'_, '_>) -> bool {
    let value = attribute(node, "customMarkFollows");
    matches!(value, "1" | "true" | "on") && name(node).ends_with("Reference")
}

/// The pieces of a note without what is typed around its number: `1)`, `(1)`, and the blank after it.
pub fn without_number(mut pieces: Vec<Piece>) -> Vec<Piece> {
    cut(&mut pieces, &["()", "[]", ")", "]", "."]);
    pieces
}

/// Leaves out one of the signs at the start of a note, with the blanks around it.
pub fn cut(pieces: &mut [Piece], signs: &[&str]) {
    let Some(Piece::Paragraph(first)) = pieces.first_mut() else { return };
    // It was cut already: another mark leads to it.
    if matches!(first.spans.first(), Some(Span::Out(Out { why: Why::NoteSign, .. }))) {
        return;
    }
    let is_told = |span: &Span| matches!(span, Span::Out(_) | Span::Changed(_));
    let Some(at) = first.spans.iter().position(|span| !is_told(span)) else { return };
    let end = first.spans.iter().skip(at).position(|span| !is_empty(span));
    first.spans.drain(at..end.map_or(first.spans.len(), |end| at + end));
    let Some(Span::Text { text, .. }) = first.spans.get_mut(at) else { return };
    let sign = signs.iter().find(|sign| !sign.is_empty() && text.trim_start().starts_with(**sign));
    let length = text.len() - text.trim_start().len() + sign.map_or(0, |sign| sign.len());
    let rest = text.split_off(length).trim_start().to_string();
    let sign = std::mem::replace(text, rest).trim().to_string();
    let is_gone = text.is_empty();
    if is_gone {
        first.spans.remove(at);
        if first.spans.get(at) == Some(&Span::Tab) {
            first.spans.remove(at);
        }
    }
    if !sign.is_empty() {
        first.spans.insert(at, Span::out(Why::NoteSign, sign));
    }
}

fn is_empty(span: &Span) -> bool {
    *span == Span::Tab || matches!(span, Span::Text { .. }) && span.is_blank()
}
