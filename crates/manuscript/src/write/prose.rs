//! Writes running text in jikji's Markdown so that it reads as it did: what would be markup there
//! is escaped, and nothing else.

use crate::source::{Run, Runs};
use crate::text::marker::is_letter;

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A paragraph, an item, a field of one paragraph. `indent` blanks go before its further lines.
    Line {
        /// Columns.
        indent: usize,
    },
    /// A cell of a table: one line, breaks as `<br>`, `|` and `^` escaped.
    Cell,
}

/// A line break in a cell.
const CELL_BREAK: &str = "<br>";

/// Writes running text.
pub fn write(words: &Runs, place: Place) -> String {
    let tokens = joined(&words.list);
    let mut writer = ProseWriter { out: String::new(), place, fresh: true, link: None };
    for (index, token) in tokens.iter().enumerate() {
        writer.token(token, &tokens[index + 1..]);
    }
    writer.out.truncate(writer.out.trim_end_matches(' ').len());
    let after_break = writer.out.strip_suffix("\\\n");
    let last = after_break.or(writer.out.strip_suffix(CELL_BREAK).filter(|_| writer.fresh));
    if let Some(bare) = last {
        writer.out.truncate(bare.len());
    }
    writer.out
}

/// The tokens with marks that stay what they say as text, and texts that meet as one: what begins a
/// block may stand across them.
fn joined(tokens: &[Run]) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let text = match token {
            Run::Text(text) | Run::Mark { raw: text, .. } => text,
            other => {
                joined.push(other.clone());
                continue;
            }
        };
        match joined.last_mut() {
            Some(Run::Text(before)) => before.push_str(text),
            _ => joined.push(Run::Text(text.clone())),
        }
    }
    joined
}

/// Writes running text as the text of a subhead; signs at its end would close it.
pub fn write_subhead(words: &Runs) -> String {
    let mut text = write(words, Place::Line { indent: 0 });
    if let Some(bare) = text.strip_suffix('#') {
        let escaped = bare.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1;
        if !escaped {
            text.insert(bare.len(), '\\');
        }
    }
    text
}

struct ProseWriter<'w> {
    out: String,
    place: Place,
    /// At the start of a line, where some signs would begin a block.
    fresh: bool,
    /// The address of the open link, and where its text began.
    link: Option<(&'w str, usize)>,
}

impl<'w> ProseWriter<'w> {
    fn token(&mut self, token: &'w Run, after: &[Run]) {
        match token {
            Run::Text(text) | Run::Mark { raw: text, .. } => self.text(text, after.first()),
            Run::Break => self.line_break(),
            Run::Emphasis { strong, .. } => {
                self.out.push_str(if *strong { "**" } else { "*" });
                self.fresh = false;
            }
            Run::Note(number) => {
                self.out.push_str(&format!("[^{number}]"));
                self.fresh = false;
            }
            Run::Link(url) => {
                self.link = Some((url, self.out.len()));
                self.out.push('[');
                self.fresh = false;
            }
            Run::LinkEnd => self.end_link(),
        }
    }

    fn line_break(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        match self.place {
            Place::Line { indent } if !self.fresh && self.link.is_none() => {
                self.out.push_str("\\\n");
                self.out.push_str(&" ".repeat(indent));
                self.fresh = true;
            }
            Place::Cell if !self.fresh && self.link.is_none() => {
                self.out.push_str(CELL_BREAK);
                self.fresh = true;
            }
            Place::Line { .. } | Place::Cell => self.space(),
        }
    }

    fn space(&mut self) {
        if !self.fresh && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    /// Ends a link; one that shows its own address is written `<…>`.
    fn end_link(&mut self) {
        let Some((url, start)) = self.link.take() else { return };
        let shown: String = unescaped(&self.out[start + 1..]);
        if shown == url && !url.starts_with("mailto:") {
            self.out.truncate(start);
            self.out.push_str(&format!("<{url}>"));
            return;
        }
        let dest: String = url.chars().fold(String::new(), |mut dest, c| {
            if matches!(c, '(' | ')' | '\\' | '&' | '*' | '_' | '<' | '>') {
                dest.push('\\');
            }
            dest.push(c);
            dest
        });
        self.out.push_str(&format!("]({dest})"));
    }

    fn text(&mut self, text: &str, next: Option<&Run>) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let tail = &rest[c.len_utf8()..];
            if c.is_whitespace() {
                self.space();
                rest = tail;
                continue;
            }
            if self.fresh {
                let number = self.begin(rest);
                rest = &rest[number..];
                self.fresh = false;
                if number > 0 {
                    continue;
                }
            }
            if self.is_markup(c, tail, next) {
                self.out.push('\\');
            }
            self.out.push(c);
            rest = tail;
        }
    }

    /// Escapes what would begin a block at the start of a line. Returns the bytes it wrote itself.
    fn begin(&mut self, text: &str) -> usize {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if (1..10).contains(&digits) && text[digits..].starts_with(['.', ')']) {
            self.out.push_str(&text[..digits]);
            self.out.push('\\');
            self.out.push_str(&text[digits..digits + 1]);
            return digits + 1;
        }
        if begins_block(text) {
            self.out.push('\\');
            self.out.push_str(&text[..1]);
            return 1;
        }
        0
    }

    /// Whether a character would be read as markup.
    fn is_markup(&self, c: char, after: &str, next: Option<&Run>) -> bool {
        let before = self.out.chars().next_back();
        let following = after.chars().next();
        match c {
            '\\' | '*' | '`' | '<' | '[' => true,
            ']' => self.link.is_some() || following == Some('('),
            '_' => {
                let letter = |c: Option<char>| c.is_some_and(is_letter);
                !(letter(before) && letter(following))
            }
            '~' | '=' => before == Some(c) || following == Some(c),
            '|' | '^' => self.place == Place::Cell,
            '&' => is_entity_like(after),
            '!' => {
                // With a blank between it would be taken for a picture that was meant.
                let last = after.trim_start_matches(' ').is_empty();
                following == Some('[')
                    || (last && matches!(next, Some(Run::Link(_) | Run::Note(_))))
            }
            '(' => self.after_note(),
            _ => false,
        }
    }

    /// Whether the mark of a note was just written: `[^1](…)` would be a link.
    fn after_note(&self) -> bool {
        let Some(bare) = self.out.strip_suffix(']') else { return false };
        let digits = bare.bytes().rev().take_while(u8::is_ascii_digit).count();
        digits > 0 && bare[..bare.len() - digits].ends_with("[^")
    }
}

/// Whether a text would begin a heading, a list, a quote, a rule or a table at the start of a line.
fn begins_block(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next();
    let next = chars.next();
    match first {
        Some('>' | '=' | '|') => true,
        Some('-' | '+' | ':') => {
            next.is_none_or(|c| c.is_whitespace() || matches!(c, '-' | '|' | ':'))
        }
        Some('#') => {
            let rest = text.trim_start_matches('#');
            rest.is_empty() || rest.starts_with(char::is_whitespace)
        }
        _ => false,
    }
}

/// `#38;`, `amp;`: what would be an entity after `&`.
fn is_entity_like(after: &str) -> bool {
    let near = &after[..after.floor_char_boundary(40.min(after.len()))];
    let Some(name) = near.split(';').next().filter(|name| name.len() < near.len()) else {
        return false;
    };
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// A text without the backslashes that were put into it.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut escaped = false;
    for c in text.chars() {
        if c == '\\' && !escaped {
            escaped = true;
            continue;
        }
        escaped = false;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Place, write};
    use crate::source::{Run, Runs};

    /// Alone in a cell the sign would mean one that is merged with its neighbour.
    #[test]
    fn signs_of_merged_cells_stay_signs() {
        for (sign, written) in [("^", "\\^"), ("<", "\\<"), ("|", "\\|")] {
            let words = Runs { list: vec![Run::Text(sign.into())], ..Runs::default() };
            assert_eq!(write(&words, Place::Cell), written);
        }
    }

    #[test]
    fn a_cell_keeps_the_breaks_between_its_lines() {
        let text = |words: &str| Run::Text(words.into());
        let list = vec![text("가 "), Run::Break, Run::Break, text(" 나<br>"), Run::Break];
        let words = Runs { list, ..Runs::default() };
        assert_eq!(write(&words, Place::Cell), "가<br>나\\<br>");
    }
}
