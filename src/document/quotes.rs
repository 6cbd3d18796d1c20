//! Finds where a text really ends whose quotes are not plain, are of another kind, or stand inside it too.
//!
//! A line of text is looked at by itself; only the three quotes of a block look further.

use std::ops::Range;

use super::mended::Slip;
use super::messages as msg;
use super::quoting::{excerpt, quoted};
use super::unclosed;

/// A text as it was meant.
pub struct Found {
    /// Past its closing quote.
    pub end: usize,
    /// What is wrong with its quotes.
    pub slip: Option<Slip>,
}

/// Whether a character is taken for a quote that opens a text and is none.
pub fn is_foreign(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‘' | '’' | '「' | '『' | '＂' | '＇' | '`' | '´' | '〝' | '〞')
}

/// The text that opens at `at`; `alone` is whether it may be of several lines.
pub fn text_at(text: &str, at: usize, alone: bool) -> Found {
    let rest = &text[at..];
    let run: String = rest.chars().take_while(|c| is_quote(*c)).take(4).collect();
    let ends = line_at(text, at + run.len()).trim().is_empty();
    let plain_block = run.starts_with("'''") || run.starts_with("\"\"\"");
    let opens = match run.chars().count() {
        3 => true,
        2 => ends && alone && run.chars().all(|c| c == '\'' || c == '"'),
        _ => plain_block,
    };
    if opens && let Some(found) = block(text, at, &run, plain_block) {
        return found;
    }
    match rest.starts_with(['"', '\'']) {
        true => plain(text, at, alone),
        false => foreign(text, at),
    }
}

fn is_quote(c: char) -> bool {
    c == '"' || c == '\'' || is_foreign(c) && !matches!(c, '「' | '『')
}

/// A text of several lines: closed by its own quotes, or by what looks like them on a line of its own before
/// the next key or table.
fn block(text: &str, at: usize, run: &str, plain: bool) -> Option<Found> {
    let opening = at..at + if plain { 3 } else { run.len() };
    let own = plain.then(|| unclosed::block_end(text, at)).flatten();
    let mut start = opening.end;
    let mut lines = text[start..].split_inclusive('\n');
    start += lines.next().map_or(0, str::len);
    for line in lines {
        if own.is_some_and(|end| end <= start + line.len()) {
            break;
        }
        let trimmed = line.trim();
        if unclosed::is_key_or_header(line) {
            break;
        }
        let count = trimmed.chars().count();
        if (2..=3).contains(&count)
            && trimmed.chars().all(is_quote)
            && (plain || count >= run.chars().count().min(3))
        {
            return Some(closed_otherwise(
                text,
                opening,
                run,
                start + line.find(trimmed)?,
                trimmed,
            ));
        }
        start += line.len();
    }
    let end = own.or(plain.then_some(text.len()))?;
    Some(Found { end, slip: None })
}

fn closed_otherwise(
    text: &str,
    opening: Range<usize>,
    run: &str,
    at: usize,
    closing: &str,
) -> Found {
    let quote = if run.starts_with("\"\"\"") { "\"\"\"" } else { "'''" };
    let inside = text[opening.end..at].contains(quote);
    let (plain, closes) = (run.starts_with(quote), at..at + closing.len());
    let mut mend = vec![(closes.clone(), quote.to_string())];
    if !plain {
        mend.insert(0, (opening.clone(), quote.into()));
    }
    let shown = if plain { closing } else { run };
    let place = if plain { closes.clone() } else { opening };
    let slip = Slip::new(msg::BLOCK_QUOTES, place, mend).arg("found", quoted(shown));
    Found { end: closes.end, slip: (!inside).then_some(slip) }
}

/// A text of one line between plain quotes.
fn plain(text: &str, at: usize, alone: bool) -> Found {
    let line = line_at(text, at);
    let quote = line.chars().next().unwrap_or('"');
    let mut inner: Vec<usize> = vec![];
    let mut escaped = false;
    let mut opened = 0usize;
    for (i, c) in line.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' && quote == '"' {
            escaped = true;
        } else if c == quote {
            if is_end(&line[i + 1..]) {
                let alone = alone && line[i + 1..].trim().is_empty();
                let slip = (!inner.is_empty()).then(|| inner_quotes(at, line, &inner, i, alone));
                return Found { end: at + i + 1, slip };
            }
            inner.push(i);
        } else if c == '“' || c == '‘' {
            opened += 1;
        } else if matches!(c, '”' | '’' | '＂' | '＇' | '〞') {
            let closes = opened == 0 && inner.is_empty() && is_end(&line[i + c.len_utf8()..]);
            opened = opened.saturating_sub(1);
            if closes {
                let place = at + i..at + i + c.len_utf8();
                let mend = vec![(place.clone(), quote.into())];
                let slip =
                    Slip::new(msg::CURLY_QUOTES, place.clone(), mend).arg("found", quoted(c));
                return Found { end: place.end, slip: Some(slip) };
            }
        }
    }
    // The parser says what is missing: its first closing quote ends it, or the line.
    let end = inner.first().map_or(line.len(), |first| first + 1);
    Found { end: at + end, slip: None }
}

/// Whether what follows a quote on its line shows that it closes the text.
fn is_end(after: &str) -> bool {
    let rest =
        after.trim_start_matches(|c: char| c.is_whitespace() || "\u{200B}\u{FEFF}".contains(c));
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let next_key = name.len() < rest.len() && name.trim_start().starts_with('=');
    let gap = rest.len() < after.len();
    rest.is_empty()
        || rest.starts_with([',', ']', '}', '#', '，', '、', '］', '｝', '=', ';'])
        || gap && (next_key || rest.starts_with(['"', '\'', '{']))
}

fn inner_quotes(at: usize, line: &str, inner: &[usize], end: usize, alone: bool) -> Slip {
    let quote = line.chars().next().unwrap_or('"');
    // What is only read must be as long as what is written, and nothing to remark on.
    let (other, pair) = ("x", if quote == '"' { ["“", "”"] } else { ["‘", "’"] });
    let piece =
        |(n, i): (usize, &usize), marks: [&str; 2]| (at + i..at + i + 1, marks[n % 2].to_string());
    let written =
        |marks: [&str; 2]| inner.iter().enumerate().map(|each| piece(each, marks)).collect();
    // One by itself may be an apostrophe, or a quote whose fellow was left out.
    let fix = inner.len().is_multiple_of(2).then(|| written(pair));
    // Alone on its line it is what the parser says of it, too.
    let (message, range) = match alone {
        true => (msg::TRAILING, inner[0] + 1..end + 1),
        false => (msg::INNER_QUOTE, inner[0]..inner.last().copied().unwrap_or(end) + 1),
    };
    let found = quoted(excerpt(&line[range.clone()]));
    let slip = Slip::new(message, at + range.start..at + range.end, written([other, other]));
    slip.arg("found", found).fixed_by(fix)
}

/// A text of one line that opens with another quote.
fn foreign(text: &str, at: usize) -> Found {
    let line = line_at(text, at);
    let open = line.chars().next().unwrap_or('“');
    let is_close = |c: char| is_quote(c) || matches!(c, '」' | '』');
    let after = line.char_indices().skip(1);
    let close =
        after.filter(|(_, c)| is_close(*c)).find(|(i, c)| is_end(&line[i + c.len_utf8()..]));
    let place = at..at + open.len_utf8();
    let Some((close, last)) = close else {
        let slip = Slip::new(msg::CURLY_QUOTES, place, vec![]).arg("found", quoted(open));
        return Found { end: at + line.len(), slip: Some(slip.fixed_by(None)) };
    };
    let (close, end) = (at + close, at + close + last.len_utf8());
    let inside = &text[place.end..close];
    let mend = match open {
        // Brackets belong to the text.
        '「' | '『' => vec![(at..at, "\"".into()), (end..end, "\"".into())],
        _ => vec![(place.clone(), "\"".into()), (close..end, "\"".into())],
    };
    let slip = Slip::new(msg::CURLY_QUOTES, place, mend).arg("found", quoted(open));
    let sure = !inside.contains(['"', '\\']);
    let slip = if sure { slip } else { Slip { mend: vec![], fix: None, ..slip } };
    Found { end, slip: Some(slip) }
}

/// What is left of the line from `at` on, of a long line its beginning.
fn line_at(text: &str, at: usize) -> &str {
    const MOST: usize = 2048;
    let end = text.floor_char_boundary(text.len().min(at + MOST));
    text[at..end].lines().next().unwrap_or_default()
}
