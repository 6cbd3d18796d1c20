//! The caption of a table: a paragraph `: 표 제목` right above it.
//!
//! It knows paragraphs and tables and nothing of how they are read.

use super::findings::Findings;
use super::tree::{Block, Inline, Paragraph};
use crate::messages;
use jikji_diagnostic::Diagnostic;

/// Takes the caption of a table that begins now out of the blocks before it.
pub fn take(blocks: &mut Vec<Block>) -> Option<Vec<Inline>> {
    let paragraph = blocks.pop_if(|block| match block {
        Block::Paragraph(paragraph) => is_caption(paragraph) && paragraph.notes.is_empty(),
        _ => false,
    });
    let Some(Block::Paragraph(Paragraph { mut body, .. })) = paragraph else { return None };
    if let Some(Inline::Text { text, span }) = body.first_mut() {
        let words = text[1..].trim_start().to_string();
        span.start += text.len() - words.len();
        *text = words;
    }
    Some(body)
}

/// Reports captions that no table follows: under their table, or with notes.
pub fn misplaced(blocks: &[Block], findings: &mut Findings) {
    for (index, block) in blocks.iter().enumerate() {
        let Block::Paragraph(paragraph) = block else { continue };
        let table = |block: Option<&Block>| matches!(block, Some(Block::Table(_)));
        let message = match is_caption(paragraph) {
            true if table(blocks.get(index + 1)) => messages::MARK_NOT_HERE,
            true if index > 0 && table(blocks.get(index - 1)) => messages::CAPTION_BELOW,
            _ => continue,
        };
        findings.push(Diagnostic::at(message, paragraph.span));
    }
}

/// Whether it begins with `: `, and the sign is not escaped.
fn is_caption(paragraph: &Paragraph) -> bool {
    let Some(Inline::Text { text, span }) = paragraph.body.first() else { return false };
    let words = text.strip_prefix(": ").unwrap_or_default();
    span.start == paragraph.span.start
        && span.end - span.start == text.len()
        && (!words.trim().is_empty() || (text.starts_with(": ") && paragraph.body.len() > 1))
}
