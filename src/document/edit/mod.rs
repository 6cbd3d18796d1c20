//! Changes what a manifest holds, and nothing else: values, keys, rows of lists, whole blocks.
//!
//! What changes is spliced into the file's own bytes, so that comments, notation, line ends and marks stay. What comes
//! of it is read again and has to hold what was meant, or nothing comes of it. It never opens a file.

mod blocks;
mod cells;
mod change;
mod file;
mod meant;
mod pairs;
mod places;
mod scan;
mod step;
pub mod strings;
#[cfg(test)]
mod tests;
mod value;

pub use change::{Change, Refusal, read, value_at};
pub use places::{Pair, Places};
pub use step::{Step, keys};
pub use value::{Value, to_json};

use file::File;
use jikji_prose::normal::file_text;

/// The bytes of a file after these changes, one after the other.
///
/// # Errors
/// Why there are none.
pub fn changed(bytes: &[u8], changes: &[Change]) -> Result<Vec<u8>, Refusal> {
    changes.iter().try_fold(bytes.to_vec(), |bytes, change| once(&bytes, change))
}

fn once(bytes: &[u8], change: &Change) -> Result<Vec<u8>, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Unreadable)?;
    let before = read(&file_text(text)).ok_or(Refusal::Unreadable)?;
    let expected = meant::after(&before, change).ok_or(Refusal::Gone)?;
    if let Change::Set { at, value: Value::Text(wanted), .. } = change
        && value_at(&before, at).is_some_and(toml::Value::is_str)
    {
        return strings::written(bytes, at, wanted).ok_or(Refusal::Unsure);
    }
    let after = spliced(text, change).ok_or(Refusal::Unsure)?;
    let read = read(&file_text(&after)).ok_or(Refusal::Unsure)?;
    match meant::is_same(&expected, &read, change) {
        true => Ok(after.into_bytes()),
        false => Err(Refusal::Unsure),
    }
}

/// A file's text with a change written into it; none where there is no way.
fn spliced(text: &str, change: &Change) -> Option<String> {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // A file without a last line end is changed as if it had one, and loses it again.
    let open = !text.ends_with(['\n', '\r']) && !text.is_empty();
    let whole = if open { format!("{text}{newline}") } else { text.to_string() };
    let file = File { text: &whole, places: Places::of(&whole)?, newline };
    let mut pieces = match change {
        Change::Set { at, value, after } => pairs::set(&file, at, value, after),
        Change::Insert { at, value, after } => blocks::insert(&file, at, value, after),
        Change::Rename { at, to } => pairs::rename(&file, at, to),
        Change::Remove { at } => blocks::remove(&file, at),
        Change::Move { from, to } => blocks::shift(&file, from, to),
        Change::Copy { from, to } => blocks::copy(&file, from, to),
    }?;
    pieces.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(whole.len() + 256);
    let mut at = 0;
    for (range, piece) in pieces {
        out.push_str(whole.get(at..range.start)?);
        out.push_str(&piece);
        at = range.end;
    }
    out.push_str(whole.get(at..)?);
    let bare = open.then(|| out.strip_suffix(newline).map(str::to_string)).flatten();
    Some(bare.unwrap_or(out))
}
