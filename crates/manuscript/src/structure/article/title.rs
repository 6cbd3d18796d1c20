//! The title of an article.

use crate::messages::{Ask, Why};
use crate::source::{Blocks, Ledger, Run, Runs};
use crate::text::marker;
use crate::text::marks::is_tied;

/// A title is plain text; a sign before it is no part of it, nor is a number that the file generates, nor the mark of a
/// note that the file ties to it.
pub fn title_words(blocks: &Blocks, line: usize, ledger: &mut Ledger) -> Runs {
    let text = blocks.lines[line].words();
    let sign = marker::subhead(text).unwrap_or(0);
    let number = generated(blocks, line).unwrap_or_default();
    let after = text.len() - text[number.len()..].trim_start().len();
    let start = if number.is_empty() { sign } else { after };
    let mut words = blocks.take(line, ledger).cut(start..text.len());
    if !number.is_empty() {
        ledger.retract(line, Why::Generated);
        ledger.removed(line, Why::TitleNumber, number);
    }
    let tied = |run: &Run| matches!(run, Run::Mark { label, .. } if is_tied(label));
    words.list.retain(|run| !tied(run));
    ledger.removed(line, Why::Sign, &text[..sign]);
    if let Some(url) = words.address() {
        ledger.ask(Ask::LinkText, line, [("text", words.plain().as_str()), ("url", url)]);
    }
    words.flat()
}

/// The number that the file generates for a heading, which its words begin with.
pub fn generated(blocks: &Blocks, line: usize) -> Option<&str> {
    let said = &blocks.lines[line].said;
    let number = said.taken.iter().find(|change| change.why == Why::Generated)?;
    said.text.starts_with(&number.added).then_some(&*number.added)
}
