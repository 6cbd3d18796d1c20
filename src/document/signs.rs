//! Finds signs that look like TOML's and are others, outside of texts: full-width brackets, commas and
//! equals signs, foreign spaces, invisible characters, colons, commas in numbers.
//!
//! It runs only where the TOML parser gave up; what a text says is never its business.

use super::mended::Slip;
use super::messages as msg;
use super::quotes;
use super::quoting::quoted;
use jikji_diagnostic::code_point;

/// The most slips of one file that are looked for.
const MOST: usize = 40;
/// The longest value without quotes that is looked over at once, in bytes.
const MOST_WORD: usize = 512;

/// The slips of signs in a text that the parser cannot read.
pub fn slips(text: &str) -> Vec<Slip> {
    let mut walk = Walk { text, at: 0, before: '\n', header: false, found: vec![] };
    while walk.at < text.len() && walk.found.len() < MOST {
        walk.step();
    }
    walk.found
}

struct Walk<'t> {
    text: &'t str,
    at: usize,
    /// The last character outside of texts that is no space, or a line end.
    before: char,
    /// Whether it is in a header.
    header: bool,
    found: Vec<Slip>,
}

impl Walk<'_> {
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        let Some(c) = rest.chars().next() else { return };
        if self.before == '\n' && ascii(c).unwrap_or(c) == '[' {
            self.header = true;
            self.unclosed_header(rest);
        }
        self.header &= c != '\n';
        let value = matches!(self.before, '=' | '[' | ',') && !self.header;
        if c == '#' || c == '＃' {
            self.one(c, self.at);
            self.at += rest.find('\n').unwrap_or(rest.len());
        } else if (c == '"' || c == '\'') && self.before != '\n' || value && quotes::is_foreign(c) {
            let text = quotes::text_at(self.text, self.at, self.before == '=');
            self.at = text.end.max(self.at + c.len_utf8());
            self.before = '"';
            self.found.extend(text.slip);
        } else if c == '"' || c == '\'' {
            // A quoted name.
            let close = rest[1..].find(['\n', c]).map_or(rest.len(), |i| i + 2);
            self.at += close;
            self.before = '"';
        } else if value && is_word(c) {
            self.word(rest);
        } else {
            self.one(c, self.at);
            if c == '\n' || !(c.is_whitespace() || is_space(c).is_some()) {
                self.before = ascii(c).unwrap_or(c);
            }
            self.at += c.len_utf8();
        }
    }

    /// A header whose line ends before its brackets are closed.
    fn unclosed_header(&mut self, rest: &str) {
        let line = rest.lines().next().unwrap_or_default();
        let line = line.split(['#', '＃']).next().unwrap_or_default().trim_end();
        let count = |sign: char| line.chars().filter(|c| ascii(*c).unwrap_or(*c) == sign).count();
        let plain = line.chars().all(|c| c.is_ascii_alphanumeric() || "[]._- ".contains(c));
        if let (open @ 1..=2, close) = (count('['), count(']'))
            && close < open
            && plain
        {
            let end = self.at + line.len();
            let mend = vec![(end..end, "]".repeat(open - close))];
            let slip = Slip::new(msg::UNCLOSED_HEADER, self.at..end, mend);
            self.found.push(slip.arg("found", quoted(line)));
        }
    }

    /// A value without quotes: what it is is told by who reads it.
    fn word(&mut self, rest: &str) {
        let name = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
        let name = name.filter(|end| {
            *end > 0 && rest[*end..].trim_start().starts_with(['=', '＝', ':', '：'])
        });
        if let Some(name) = name.filter(|_| self.before != '=') {
            self.at += name;
            self.before = 'a';
            return;
        }
        // A line of a megabyte can have a word at every second byte.
        let near = &rest[..rest.floor_char_boundary(rest.len().min(MOST_WORD))];
        let end = near.find(['\n', '#', ']', '}']).unwrap_or(near.len());
        let line = &rest[..end];
        let figures = line.find(|c: char| !(c.is_ascii_digit() || c == ',')).unwrap_or(end);
        let figures = line[..figures].trim_end_matches(',');
        let mut groups = figures.split(',');
        let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
        let thousands = first && figures.contains(',') && groups.all(|group| group.len() == 3);
        let end = match self.before == '=' && thousands {
            true => {
                let place = self.at..self.at + figures.len();
                let commas = figures.match_indices(',');
                let mend = commas.map(|(i, _)| (self.at + i..self.at + i + 1, String::new()));
                let slip = Slip::new(msg::THOUSANDS, place, mend.collect());
                let right = quoted(figures.replace(',', ""));
                self.found.push(slip.arg("found", quoted(figures)).arg("right", right));
                figures.len()
            }
            false => line.find(',').unwrap_or(line.len()).max(1),
        };
        // Spaces at its end are looked at by themselves.
        let kept = rest[..end].trim_end_matches(|c: char| is_space(c).is_some()).len();
        let first = rest.chars().next().map_or(1, char::len_utf8);
        self.at += kept.max(first);
        self.before = 'a';
    }

    /// One character outside of texts.
    fn one(&mut self, c: char, at: usize) {
        let place = at..at + c.len_utf8();
        if let Some((name, plain)) = is_space(c) {
            let slip = Slip::new(msg::FOREIGN_SPACE, place.clone(), vec![(place, plain.into())]);
            let slip = slip.arg("sign", msg::SPACES[name]);
            self.tell(slip.arg("code", code_point(c)));
        } else if let Some(right) = ascii(c) {
            let slip = Slip::new(msg::FOREIGN_SIGN, place.clone(), vec![(place, right.into())]);
            self.tell(slip.arg("found", quoted(c)).arg("right", quoted(right)));
        } else if c == ':' && self.is_after_name(at) {
            let slip = Slip::new(msg::FOREIGN_SIGN, place.clone(), vec![(place, "=".into())]);
            self.tell(slip.arg("found", quoted(c)).arg("right", quoted('=')));
        }
    }

    /// Tells of it, once a line and sign.
    fn tell(&mut self, slip: Slip) {
        if let Some(last) = self.found.last_mut()
            && last.message.code == slip.message.code
            && !self.text[last.place.end..slip.place.start].contains('\n')
        {
            last.mend.extend(slip.mend.clone());
            last.fix.get_or_insert_default().extend(slip.mend);
        } else {
            self.found.push(slip);
        }
    }

    /// Whether a colon stands in the place of an equals sign: after a name, with a space or a value behind.
    fn is_after_name(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches(' ');
        let name = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let opened =
            matches!(name.trim_end_matches(' ').chars().next_back(), None | Some('\n' | '{' | ','));
        let letter = before[name.len()..].starts_with(|c: char| c.is_ascii_alphabetic());
        opened && letter && self.text[at + 1..].starts_with([' ', '"', '\'', '[', '{'])
    }
}

fn is_word(c: char) -> bool {
    !c.is_whitespace() && is_space(c).is_none() && ascii(c).is_none() && !"[]{},=#".contains(c)
}

/// What a character that TOML takes for no space is called, and what is read for it.
fn is_space(c: char) -> Option<(usize, &'static str)> {
    match c {
        '\u{A0}' | '\u{202F}' => Some((0, " ")),
        '\u{3000}' => Some((1, " ")),
        '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{205F}' => Some((2, " ")),
        '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}' => Some((3, "")),
        '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{3164}' | '\u{FEFF}' => {
            Some((3, ""))
        }
        _ => None,
    }
}

/// TOML's sign for one that looks like it.
fn ascii(c: char) -> Option<char> {
    match c {
        '＝' | '﹦' | '：' => Some('='),
        '［' | '【' | '〔' | '〚' => Some('['),
        '］' | '】' | '〕' | '〛' => Some(']'),
        '｛' => Some('{'),
        '｝' => Some('}'),
        '，' | '、' | '﹐' => Some(','),
        '．' => Some('.'),
        '＃' => Some('#'),
        _ => None,
    }
}
