//! Splits CSS into tokens (CSS Syntax 3, 4), each with its place. It knows no grammar above that.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A name.
    Ident(String),
    /// A name and its opening parenthesis.
    Function(String),
    /// `@name`.
    At(String),
    /// `#name`.
    Hash(String),
    /// A text between quotes.
    Text(String),
    /// `url(…)` without quotes.
    Url(String),
    /// A number.
    Number(f64),
    /// A number and `%`.
    Percent(f64),
    /// A number and a unit, in small letters.
    Dimension(f64, String),
    /// White space.
    White,
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    /// Any other sign.
    Delim(char),
    /// A text or an address that never ends as it should.
    Bad,
}

/// A token and the bytes it stands at.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands in the text.
    pub at: Range<usize>,
}

impl Token {
    /// Whether it is this sign.
    pub fn is(&self, sign: char) -> bool {
        matches!(self.kind, Kind::Delim(c) | Kind::Open(c) | Kind::Close(c) if c == sign)
    }

    /// Its name, if it is a name alone.
    pub fn ident(&self) -> Option<&str> {
        match &self.kind {
            Kind::Ident(name) => Some(name),
            _ => None,
        }
    }

    /// The bracket that closes what it opens.
    pub fn closing(&self) -> Option<char> {
        match self.kind {
            Kind::Function(_) | Kind::Open('(') => Some(')'),
            Kind::Open('[') => Some(']'),
            Kind::Open(_) => Some('}'),
            _ => None,
        }
    }
}

/// The most tokens of one text.
const MOST: usize = 1_000_000;

/// The tokens of a text; none if they are too many.
pub fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut reader = Reader { text, at: 0 };
    let mut tokens = vec![];
    while let Some(token) = reader.token() {
        tokens.push(token);
        if tokens.len() > MOST {
            return None;
        }
    }
    Some(tokens)
}

/// Without the white space at both ends.
pub fn trimmed(mut tokens: &[Token]) -> &[Token] {
    while let [Token { kind: Kind::White, .. }, rest @ ..] = tokens {
        tokens = rest;
    }
    while let [rest @ .., Token { kind: Kind::White, .. }] = tokens {
        tokens = rest;
    }
    tokens
}

/// Where the block or function that opens at `open` ends: the index of its closing bracket, or the end.
pub fn end_of(tokens: &[Token], open: usize) -> usize {
    let mut waiting = vec![];
    for (index, token) in tokens.iter().enumerate().skip(open) {
        if let Some(closing) = token.closing() {
            waiting.push(closing);
        } else if let Kind::Close(found) = token.kind
            && waiting.last() == Some(&found)
        {
            waiting.pop();
            if waiting.is_empty() {
                return index;
            }
        }
    }
    tokens.len()
}

/// The index behind the component value at `at` (CSS Syntax 3, 5.3.7): one token, or a block or function with
/// all in it; past the end where that is not closed.
pub fn past(tokens: &[Token], at: usize) -> usize {
    1 + if tokens[at].closing().is_some() { end_of(tokens, at) } else { at }
}

/// The first component value, and what stands behind it; none where there is none or it is not closed.
pub fn first_value(tokens: &[Token]) -> Option<(&[Token], &[Token])> {
    let tokens = trimmed(tokens);
    tokens.first()?;
    let (first, rest) = tokens.split_at_checked(past(tokens, 0))?;
    Some((first, trimmed(rest)))
}

/// The parts between `sign`s that stand in no brackets.
pub fn split(tokens: &[Token], sign: char) -> Vec<&[Token]> {
    let (mut parts, mut start, mut at) = (vec![], 0, 0);
    while at < tokens.len() {
        if tokens[at].closing().is_some() {
            at = end_of(tokens, at);
        } else if tokens[at].is(sign) {
            parts.push(&tokens[start..at]);
            start = at + 1;
        }
        at += 1;
    }
    parts.push(&tokens[start..]);
    parts
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest().chars().nth(ahead)
    }

    fn skip(&mut self, wanted: impl Fn(char) -> bool) -> usize {
        let start = self.at;
        let length = self.rest().find(|c| !wanted(c)).unwrap_or(self.rest().len());
        self.at += length;
        start
    }

    fn token(&mut self) -> Option<Token> {
        while self.rest().starts_with("/*") {
            let end = self.rest().find("*/").filter(|end| *end >= 2);
            let end = end.or_else(|| self.rest()[2..].find("*/").map(|end| end + 2));
            self.at += end.map_or(self.rest().len(), |end| end + 2);
        }
        let start = self.at;
        let kind = self.kind(self.peek(0)?);
        Some(Token { kind, at: start..self.at })
    }

    fn kind(&mut self, c: char) -> Kind {
        if c.is_ascii_whitespace() {
            self.skip(|c| c.is_ascii_whitespace());
            return Kind::White;
        }
        if self.starts_number() {
            return self.number();
        }
        if self.starts_name(0) {
            return self.named();
        }
        self.at += c.len_utf8();
        match c {
            '#' if self.peek(0).is_some_and(is_name) || self.starts_escape(0) => {
                Kind::Hash(self.name())
            }
            '@' if self.starts_name(0) => Kind::At(self.name()),
            '"' | '\'' => self.quoted(c),
            '(' | '[' | '{' => Kind::Open(c),
            ')' | ']' | '}' => Kind::Close(c),
            _ => Kind::Delim(c),
        }
    }

    fn starts_escape(&self, ahead: usize) -> bool {
        self.peek(ahead) == Some('\\') && self.peek(ahead + 1).is_some_and(|c| c != '\n')
    }

    fn starts_name(&self, ahead: usize) -> bool {
        match self.peek(ahead) {
            Some('-') => {
                let next = self.peek(ahead + 1);
                next.is_some_and(|c| c == '-' || starts(c)) || self.starts_escape(ahead + 1)
            }
            Some('\\') => self.starts_escape(ahead),
            Some(c) => starts(c),
            None => false,
        }
    }

    fn starts_number(&self) -> bool {
        let digit = |at: usize| self.peek(at).is_some_and(|c| c.is_ascii_digit());
        match self.peek(0) {
            Some('+' | '-') => digit(1) || self.peek(1) == Some('.') && digit(2),
            Some('.') => digit(1),
            _ => digit(0),
        }
    }

    fn number(&mut self) -> Kind {
        let start = self.at;
        if matches!(self.peek(0), Some('+' | '-')) {
            self.at += 1;
        }
        self.skip(|c| c.is_ascii_digit());
        let digit = |reader: &Self, at| reader.peek(at).is_some_and(|c| c.is_ascii_digit());
        if self.peek(0) == Some('.') && digit(self, 1) {
            self.at += 1;
            self.skip(|c| c.is_ascii_digit());
        }
        if matches!(self.peek(0), Some('e' | 'E')) {
            let sign = usize::from(matches!(self.peek(1), Some('+' | '-')));
            if digit(self, 1 + sign) {
                self.at += 1 + sign;
                self.skip(|c| c.is_ascii_digit());
            }
        }
        let value = self.text[start..self.at].parse().unwrap_or(0.0);
        if self.peek(0) == Some('%') {
            self.at += 1;
            Kind::Percent(value)
        } else if self.starts_name(0) {
            Kind::Dimension(value, self.name().to_ascii_lowercase())
        } else {
            Kind::Number(value)
        }
    }

    fn name(&mut self) -> String {
        let mut name = String::new();
        loop {
            let start = self.skip(is_name);
            name.push_str(&self.text[start..self.at]);
            match self.starts_escape(0) {
                true => name.push(self.escape()),
                false => return name,
            }
        }
    }

    /// What a backslash stands for (CSS Syntax 3, 4.3.7).
    fn escape(&mut self) -> char {
        self.at += 1;
        let hex: String = self.rest().chars().take(6).take_while(char::is_ascii_hexdigit).collect();
        if hex.is_empty() {
            let c = self.peek(0).unwrap_or(char::REPLACEMENT_CHARACTER);
            self.at += self.peek(0).map_or(0, char::len_utf8);
            return c;
        }
        self.at += hex.len();
        if self.peek(0).is_some_and(|c| c.is_ascii_whitespace()) {
            self.at += 1;
        }
        let code = u32::from_str_radix(&hex, 16).unwrap_or(0);
        char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn named(&mut self) -> Kind {
        let name = self.name();
        if self.peek(0) != Some('(') {
            return Kind::Ident(name);
        }
        self.at += 1;
        let next = self.rest().trim_start().chars().next();
        match name.eq_ignore_ascii_case("url") && !matches!(next, Some('"' | '\'')) {
            true => self.url(),
            false => Kind::Function(name),
        }
    }

    fn url(&mut self) -> Kind {
        self.skip(|c| c.is_ascii_whitespace());
        let mut address = String::new();
        loop {
            let start = self.skip(|c| !matches!(c, ')' | '\\'));
            address.push_str(&self.text[start..self.at]);
            if self.starts_escape(0) {
                address.push(self.escape());
            } else {
                self.at += usize::from(!self.rest().is_empty());
                break;
            }
        }
        Kind::Url(address.trim_end().to_string())
    }

    fn quoted(&mut self, quote: char) -> Kind {
        let mut text = String::new();
        loop {
            let start = self.skip(|c| c != quote && !matches!(c, '\\' | '\n'));
            text.push_str(&self.text[start..self.at]);
            match self.peek(0) {
                Some('\\') if self.peek(1) == Some('\n') => self.at += 2,
                Some('\\') if self.peek(1).is_some() => text.push(self.escape()),
                Some('\n') => return Kind::Bad,
                Some(c) => {
                    self.at += c.len_utf8();
                    return if c == quote { Kind::Text(text) } else { Kind::Bad };
                }
                None => return Kind::Text(text),
            }
        }
    }
}

fn starts(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || !c.is_ascii()
}

fn is_name(c: char) -> bool {
    starts(c) || c.is_ascii_digit() || c == '-'
}
