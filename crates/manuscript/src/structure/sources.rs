//! Reads source lines: publisher, title and date where they are told apart, whole where not.
//!
//! `기관, 제목, 2024.03.21.`: the date stands at the end, the publisher before the first comma. One
//! line may hold several sources, and one source may run on over lines.

use crate::draft::Source;
use crate::messages::{Ask, Why};
use crate::source::{Eojeols, Ledger, Runs};
use crate::text::{address, dates};

/// Bytes that hold the date at the end of a text.
const DATE: usize = 48;
/// Words of a piece between commas that may belong to a publisher's name.
const SHORT: usize = 4;

/// What a source line came to.
#[derive(Debug)]
pub enum Read {
    /// A source of its parts.
    Source(Source),
    /// Text that cannot be parted.
    Whole(Runs),
}

/// Puts the lines of a source block together: a line goes on with the one before while that has no
/// date, if no blank line stands between or it cannot begin a source. An address by itself is that of
/// the source above it, and ends it.
pub fn together(lines: Vec<(Runs, bool)>, eojeols: &Eojeols) -> Vec<Runs> {
    let mut sources: Vec<(Runs, String)> = vec![];
    let mut ended = false;
    for (runs, parted) in lines {
        let text = runs.text();
        let address = is_address(&text);
        let goes_on = sources.last().is_some_and(|(_, before)| {
            let open = !ends_with_date(before);
            !ended && (address || open && (!parted || continues(&text)))
        });
        ended = address && goes_on;
        match sources.last_mut() {
            Some((last, before)) if goes_on => {
                let between = eojeols.between(before, &text);
                before.extend(between.iter().map(|_| " "));
                before.push_str(&text);
                last.join(runs, between);
            }
            _ => sources.push((runs, text)),
        }
    }
    sources.into_iter().map(|(runs, _)| runs.sound()).collect()
}

/// Whether a line is an address and nothing else.
fn is_address(text: &str) -> bool {
    let bare = text.trim().trim_matches(['<', '>']);
    bare.starts_with("http") && address::whole(bare).is_some()
}

fn ends_with_date(text: &str) -> bool {
    let text = text.trim_end_matches([' ', '.', ')', ']', ';', ',']);
    // Sources can be put together from many lines; only their end matters here.
    let text = &text[text.ceil_char_boundary(text.len().saturating_sub(DATE))..];
    dates::all(text).last().is_some_and(|found| {
        text[found.range.end.min(text.len())..].trim_matches([' ', '.']).is_empty()
    })
}

/// Whether a line reads as the rest of one before: it begins small, or has no comma but that of its
/// date.
fn continues(text: &str) -> bool {
    let small = text.chars().next().is_some_and(|c| c.is_lowercase() || c == ',');
    let head = match dates::all(text).first() {
        Some(found) => text[..found.range.start].trim_end_matches([' ', ',', '(']),
        None => return small,
    };
    small || (comma(head).is_none() && quote(head).is_none())
}

/// Reads what stands together in a source block.
pub fn read(words: &Runs, ledger: &mut Ledger) -> Vec<Read> {
    let url = words.address().map(String::from);
    let plain = words.plain();
    let pieces = split(&plain);
    let single = pieces.len() == 1;
    let first = words.lines.first().copied().unwrap_or_default();
    let mut read = vec![];
    for piece in &pieces {
        // An address that is written out is the source's; it is not text as well.
        let (text, own) = written_address(piece);
        let Some(source) = parts(&text, &words.lines, ledger) else {
            read.push(Read::Whole(match single {
                true => words.clone(),
                false => Runs::plain_text(piece, &words.lines),
            }));
            continue;
        };
        if let Some((_, around)) = &own {
            ledger.removed(first, Why::SourceMark, around);
        }
        let linked = url.clone().filter(|_| single && own.is_none());
        if let Some(linked) = &linked {
            ledger.changed(first, Why::LinkAddress, "", linked);
        }
        let url = own.map(|(url, _)| url).or(linked);
        read.push(Read::Source(Source { url, ..source }));
    }
    if let Some(url) = url.filter(|_| !single) {
        ledger.ask(Ask::LinkText, first, [("text", words.plain()), ("url", url)]);
    }
    read
}

/// Parts a text that holds several sources: after a date, if what follows has a publisher too.
fn split(text: &str) -> Vec<&str> {
    let mut pieces = vec![];
    let mut start = 0;
    let found = dates::all(text);
    for (index, date) in found.iter().enumerate() {
        let rest = &text[date.range.end..];
        let rest = rest.strip_prefix([')', ']']).unwrap_or(rest);
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        let at = text.len() - rest.len();
        let next = found.get(index + 1).map_or(text.len(), |next| next.range.start);
        let between = text[at..next.max(at)]
            .trim_matches(|c: char| c.is_whitespace() || ",;/·|(".contains(c));
        if comma(between).is_some() || (quote(between).is_some() && index + 1 < found.len()) {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces.push(&text[start..]);
    pieces.into_iter().map(|piece| piece.trim()).filter(|piece| !piece.is_empty()).collect()
}

/// A source without the address written at its end; the address, and what stood around it.
fn written_address(piece: &str) -> (String, Option<(String, String)>) {
    let whole = || (piece.to_string(), None);
    let Some(at) = piece.rfind("http") else { return whole() };
    let written = piece[at..].trim_end_matches([')', ']', '>', '.', ',']);
    let Some(url) = address::whole(written).filter(|_| !written.contains(' ')) else {
        return whole();
    };
    let before = piece[..at].trim_end_matches([' ', ',', '(', '[', '<', ':', '|']);
    let after = &piece[at + written.len()..];
    if before.is_empty() || after.contains(char::is_alphanumeric) {
        return whole();
    }
    let around = format!("{}{after}", &piece[before.len()..at]);
    (before.to_string(), Some((url, around)))
}

/// The parts of one source.
fn parts(piece: &str, lines: &[usize], ledger: &mut Ledger) -> Option<Source> {
    let lead = piece.trim_start_matches(|c: char| c.is_whitespace() || ",;/|·".contains(c));
    let dated = dates::all(lead).pop().filter(|found| {
        lead[found.range.end..].trim_matches([' ', '.', ')', ']', ';', ',']).is_empty()
    });
    let date = dated.as_ref().and_then(|found| found.date);
    let head = match (&dated, date) {
        (Some(found), Some(_)) => {
            lead[..found.range.start].trim_end_matches([' ', ',', '(', '[', '，'])
        }
        _ => lead,
    };
    let (publisher, title) = publisher_and_title(head)?;
    let line = lines.first().copied().unwrap_or_default();
    let last = lines.last().copied().unwrap_or_default();
    ledger.removed(line, Why::SourceMark, &piece[..piece.len() - lead.len()]);
    ledger.removed(last, Why::SourceDate, &lead[head.len()..]);
    let between = &head[publisher.len()..head.len() - title.len()];
    ledger.removed(line, Why::SourceMark, between);
    if dated.is_some() && date.is_none() {
        ledger.ask(Ask::SourceDate, line, [("text", piece.to_string())]);
    }
    if is_doubtful(title) {
        let args = [("publisher", publisher.to_string()), ("title", title.to_string())];
        ledger.ask(Ask::SourceCommas, line, args);
    }
    let text = |text: &str| Runs::plain_text(text, lines);
    Some(Source { publisher: text(publisher), title: text(title), date, url: None })
}

/// Publisher and title, as they stand at either end of `head`.
fn publisher_and_title(head: &str) -> Option<(&str, &str)> {
    let sides = |at: usize, sign: usize| {
        let publisher = head[..at].trim_end();
        let title = head[at + sign..].trim_start();
        let says = |text: &str| text.chars().any(char::is_alphanumeric);
        (says(publisher) && says(title)).then_some((publisher, title))
    };
    if let Some((at, length)) = comma(head) {
        let at = end_of_office(head, at + length).unwrap_or((at, length));
        return sides(at.0, at.1);
    }
    if let Some(at) = quote(head) {
        return sides(at, 0);
    }
    for sign in [" - ", " – ", " — ", " | ", " : ", ": "] {
        if let Some(at) = head.find(sign) {
            return sides(at, sign.len());
        }
    }
    None
}

/// `Department for Science, Innovation & Technology, …`: the comma after the name of an office that
/// lists what it is for; `from` is where its first comma ends.
fn end_of_office(head: &str, from: usize) -> Option<(usize, usize)> {
    let first = &head[..from];
    let (at, length) = comma(&head[from..])?;
    let second = &head[from..from + at];
    let office = first.contains(" for ") || first.contains(" of ");
    let listed = second.contains(" & ") || second.contains(" and ");
    (office && listed && words(second) <= SHORT).then_some((from + at, length))
}

/// Whether the first comma may stand inside the publisher's name: a short piece follows it.
fn is_doubtful(title: &str) -> bool {
    comma(title).is_some_and(|(at, _)| words(&title[..at]) <= SHORT)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The first comma that is not inside a number, brackets or quotes.
fn comma(text: &str) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let digit = |c: Option<char>| c.is_some_and(|c: char| c.is_ascii_digit());
        match c {
            '(' | '[' | '「' | '『' | '《' | '〈' | '“' => depth += 1,
            ')' | ']' | '」' | '』' | '》' | '〉' | '”' => depth = depth.saturating_sub(1),
            ',' | '，' | '、' if depth == 0 && at > 0 && !(digit(before) && digit(next)) => {
                return Some((at, c.len_utf8()));
            }
            _ => {}
        }
        before = Some(c);
    }
    None
}

/// Where a quoted title begins, after something else.
fn quote(text: &str) -> Option<usize> {
    let at = text.find(['「', '『', '《', '〈', '“', '‘']).filter(|at| *at > 0)?;
    let parted = text[..at].ends_with([' ', ')', ']']);
    (parted || text[at..].starts_with(['「', '『', '《'])).then_some(at)
}

/// Whether a passage can be a source at all: it has a comma, a date, a quoted title or an address.
pub fn is_like_one(text: &str) -> bool {
    comma(text).is_some()
        || quote(text).is_some()
        || !dates::all(text).is_empty()
        || text.contains("http")
}

/// A source as a paragraph, where it cannot be a field; what its parts had lost is entered again.
pub fn as_words(source: &Source, ledger: &mut Ledger) -> Runs {
    let mut text = format!("{}, {}", source.publisher.plain(), source.title.plain());
    let mut added = String::from(",");
    if let Some(date) = source.date {
        let date = format!(", {}.{:02}.{:02}.", date.year, date.month, date.day);
        text.push_str(&date);
        added.push_str(&date);
    }
    if let Some(url) = &source.url {
        text.push_str(&format!(", {url}"));
        added.push(',');
    }
    if let Some(line) = source.publisher.line() {
        ledger.changed(line, Why::SourceMark, "", &added);
    }
    Runs::plain_text(&text, &source.publisher.lines)
}
