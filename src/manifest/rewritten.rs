//! Says what writes a path that is wrong only in its form: its slashes, its capitals, its `%20`.
//!
//! It never guesses: the file that is meant is there, and no other is meant by the same letters.

use std::path::Path;

use super::near_path;
use crate::manifest::messages as msg;
use jikji_diagnostic::source::{Edit, Sources, Span};
use jikji_diagnostic::{Diagnostic, Notation};

/// Gives findings about such paths the edit that writes them.
pub fn paths(found: &mut [Diagnostic], folder: &Path, sources: &Sources) {
    let slips = [msg::PATH_BACKSLASH, msg::PATH_CASE, msg::PATH_NEAR];
    for told in found {
        if slips.iter().any(|slip| slip.code == told.message.code) {
            let edit = told.span.and_then(|span| edit(span, folder, sources));
            told.fix = edit.into_iter().collect();
        }
    }
}

/// What writes the path at `span`: a string of the manifest, or a picture of running text.
fn edit(span: Span, folder: &Path, sources: &Sources) -> Option<Edit> {
    let whole = sources.get(span.file).text.get(span.start..span.end)?;
    if whole.starts_with(['"', '\'']) {
        let read: toml::Table = toml::from_str(&format!("path = {whole}")).ok()?;
        let right = near_path::meant(folder, read["path"].as_str()?)?;
        return Some(Edit { span, text: format!("\"{}\"", Notation::Basic.write(&right)?) });
    }
    let start = whole.starts_with("![").then(|| whole.find("]("))?? + 2;
    let rest = &whole[start..];
    let mut open = 0usize;
    let end = rest.find(|c| {
        open += usize::from(c == '(');
        let closed = c == ')' && open == 0;
        open = open.saturating_sub(usize::from(c == ')'));
        closed || matches!(c, ' ' | '\n')
    })?;
    let right = near_path::meant(folder, &rest[..end])?;
    let place = span.start + start..span.start + start + end;
    let plain = !right.contains(['<', '>', '\\', '"', '\'']);
    plain.then(|| Edit { span: Span::new(span.file, place), text: right.replace(' ', "%20") })
}
