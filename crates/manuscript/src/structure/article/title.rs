//! The title of an article.

use crate::messages::{Ask, Why};
use crate::source::{Blocks, Ledger, Runs};
use crate::text::marker;

/// A title is plain text; a sign before it is no part of it.
pub fn title_words(blocks: &Blocks, line: usize, ledger: &mut Ledger) -> Runs {
    let text = blocks.lines[line].words();
    let sign = marker::subhead(text).unwrap_or(0);
    let words = blocks.take(line, ledger).cut(sign..text.len());
    ledger.removed(line, Why::Sign, &text[..sign]);
    if let Some(url) = words.address() {
        ledger.ask(Ask::LinkText, line, [("text", words.plain().as_str()), ("url", url)]);
    }
    words.flat()
}
