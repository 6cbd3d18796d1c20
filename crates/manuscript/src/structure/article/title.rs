//! The title of an article.

use crate::messages::{Ask, Why};
use crate::source::{Blocks, Ledger, Run, Runs};
use crate::text::marker;
use crate::text::marks::is_tied;

/// A title is plain text; a sign before it is no part of it, nor is the mark of a note that the file ties to it.
pub fn title_words(blocks: &Blocks, line: usize, ledger: &mut Ledger) -> Runs {
    let text = blocks.lines[line].words();
    let sign = marker::subhead(text).unwrap_or(0);
    let mut words = blocks.take(line, ledger).cut(sign..text.len());
    let tied = |run: &Run| matches!(run, Run::Mark { label, .. } if is_tied(label));
    words.list.retain(|run| !tied(run));
    ledger.removed(line, Why::Sign, &text[..sign]);
    if let Some(url) = words.address() {
        ledger.ask(Ask::LinkText, line, [("text", words.plain().as_str()), ("url", url)]);
    }
    words.flat()
}
