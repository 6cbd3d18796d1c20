//! Says for a syntax error what could be written there: in its words, and as an edit where that is sure.
//!
//! Which error it is has been chosen in [`super::explain`].

use std::ops::Range;

use super::closed;
use super::meant;
use super::mended::Piece;
use super::messages as msg;
use super::quoting::{excerpt, quoted};
use super::unclosed::line_start;
use jikji_diagnostic::{Arg, Message};

/// What a message says of the way out, and what would write it.
#[derive(Default)]
pub struct Remedy {
    /// What fills the message besides what is written there.
    pub args: Vec<(&'static str, Arg)>,
    /// What goes and what comes.
    pub fix: Option<Vec<Piece>>,
}

impl Remedy {
    fn says(name: &'static str, value: impl Into<Arg>) -> Self {
        Self { args: vec![(name, value.into())], fix: None }
    }

    fn fixed(self, place: Range<usize>, piece: impl Into<String>) -> Self {
        Self { fix: Some(vec![(place, piece.into())]), ..self }
    }
}

/// The way out of an error that reads `message` at `place`.
pub fn remedy(message: &'static Message, text: &str, place: &Range<usize>) -> Remedy {
    let written = &text[place.clone()];
    let code = |of: &Message| message.code == of.code;
    if code(msg::UNQUOTED) {
        in_quotes(written, place)
    } else if code(msg::BAD_ESCAPE) {
        let fixed = Remedy::says("right", quoted(format!("\\{written}")));
        fixed.fixed(place.start..place.start, "\\")
    } else if code(msg::BAD_DATE) {
        day(written, place)
    } else if code(msg::LEADING_ZERO) {
        let number = meant::number(written);
        number.map_or_else(Remedy::default, |number| Remedy::default().fixed(place.clone(), number))
    } else if code(msg::BAD_BOOLEAN) {
        let truth = meant::truth(written);
        truth.map_or_else(Remedy::default, |truth| Remedy::default().fixed(place.clone(), truth))
    } else if code(msg::NO_COMMA) {
        let end = text[..place.start].trim_end().len();
        Remedy::default().fixed(end..end, ",")
    } else if code(msg::NO_EQUALS) && text[place.end..].trim_start_matches(' ').starts_with('"') {
        Remedy::default().fixed(place.end..place.end, " =")
    } else if code(msg::EXTRA_COMMA) && written.starts_with(',') {
        Remedy::default().fixed(place.start..place.start + 1, "")
    } else if code(msg::UNCLOSED_LIST) || code(msg::UNCLOSED_TABLE) {
        let closing = if written == "[" { "]" } else { " }" };
        let end = closed::end_on_its_line(text, place.start);
        end.map_or_else(Remedy::default, |end| Remedy::default().fixed(end..end, closing))
    } else if code(msg::CONTROL_CHARACTER) {
        Remedy::default().fixed(place.clone(), "")
    } else {
        Remedy::default()
    }
}

/// The way out where another kind of value is wanted than what is `written` at `place`.
pub fn wanted(message: &'static Message, written: &str, place: Range<usize>) -> Remedy {
    let code = |of: &Message| message.code == of.code;
    let days = [msg::WANTS_DATE, msg::DATE_IN_QUOTES, msg::DATE_WITH_TIME, msg::BAD_DATE];
    if days.into_iter().any(code) {
        day(written, &place)
    } else if code(msg::WANTS_WHOLE) || code(msg::WANTS_NUMBER) {
        let whole = |number: &String| code(msg::WANTS_NUMBER) || !number.contains('.');
        match meant::number(written).filter(whole) {
            Some(number) => Remedy::says("example", &number).fixed(place, number),
            None => Remedy::says("example", if code(msg::WANTS_WHOLE) { "5" } else { "3.5" }),
        }
    } else if code(msg::WANTS_BOOLEAN) {
        let truth = meant::truth(written);
        truth.map_or_else(Remedy::default, |truth| Remedy::default().fixed(place, truth))
    } else if code(msg::UNQUOTED) || code(msg::WANTS_TEXT) {
        match written.starts_with(['[', '{', '"', '\'']) {
            true => Remedy::says("right", quoted("\"…\"")),
            false => in_quotes(written, &place),
        }
    } else if code(msg::WANTS_TABLES) && written.starts_with('{') {
        let says = Remedy::says("right", quoted(format!("[{}]", excerpt(written))));
        if written.contains('\n') { says } else { says.fixed(place, format!("[{written}]")) }
    } else if code(msg::WANTS_LIST) && !written.starts_with('[') && !written.contains('\n') {
        Remedy::default().fixed(place, format!("[{written}]"))
    } else if code(msg::WANTS_TABLES) {
        Remedy::says("right", quoted(format!("[{}]", excerpt(written))))
    } else {
        Remedy::default()
    }
}

/// The day that was meant, or an example of one.
pub fn day(written: &str, place: &Range<usize>) -> Remedy {
    match meant::day(written) {
        Some(day) => Remedy::says("example", &day).fixed(place.clone(), day),
        None => Remedy::says("example", meant::DAY),
    }
}

/// A text without quotes, with quotes around it.
pub fn in_quotes(written: &str, place: &Range<usize>) -> Remedy {
    let plain = written.trim_end();
    if plain.contains(['"', '\\', '\n']) || plain.chars().any(char::is_control) {
        return Remedy::says("right", quoted("\"…\""));
    }
    let right = format!("\"{plain}\"");
    let place = place.start..place.start + plain.len();
    Remedy::says("right", quoted(excerpt(&right))).fixed(place, right)
}

/// The text of one line around a backslash that reads like a path, its quotes included.
pub fn path_around(text: &str, at: usize) -> Option<Range<usize>> {
    const ENDINGS: [&str; 12] =
        ["png", "jpg", "jpeg", "gif", "webp", "svg", "md", "txt", "csv", "pdf", "icc", "toml"];
    let start = line_start(text, at);
    let open = start + text[start..at].rfind('"')?;
    let close = at + text[at..].find(['"', '\n']).filter(|i| text[at + i..].starts_with('"'))?;
    let inside = &text[open + 1..close];
    let lower = inside.to_lowercase();
    let named =
        ENDINGS.iter().any(|ending| lower.strip_suffix(ending).is_some_and(|n| n.ends_with('.')));
    let key = text[start..open].trim_end().strip_suffix('=').map(str::trim_end);
    let is_file = key.is_some_and(|key| key.ends_with("file") || key.ends_with("profile"));
    (is_file || named && !inside.contains(' ')).then_some(open..close + 1)
}

/// The way out of backslashes in the path at `place`.
pub fn of_path(text: &str, place: &Range<usize>) -> Remedy {
    let inside = place.start + 1..place.end - 1;
    let (right, sure) = path(&text[inside.clone()]);
    let says = Remedy::says("right", quoted(&right));
    if sure { says.fixed(inside, right) } else { says }
}

/// The path that was most likely meant by one with backslashes, and whether that is sure.
pub fn path(inside: &str) -> (String, bool) {
    let path = inside.replace("\\\\", "/").replace('\\', "/");
    let outside =
        path.starts_with('/') || path.contains(':') || path.split('/').any(|part| part == "..");
    match outside {
        true => (format!("images/{}", path.rsplit('/').next().unwrap_or_default()), false),
        false => (path, true),
    }
}
