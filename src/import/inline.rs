//! Reads the Markdown of one paragraph into tokens.
//!
//! Not a CommonMark parser: exported and scanned texts hold stars that are marks of notes, angle
//! brackets that are captions and brackets that are brackets. What has a clear meaning becomes a
//! token, all else stays text. Each look ahead is bounded, so that no line takes more than linear
//! time. What is taken off is entered in the ledger.

use super::ledger::{Ask, Ledger, Why};
use super::stars::{self, Run};
use super::words::{Passage, Token, Words};
use super::{html, links, opening};

/// Reads a passage.
pub fn read(passage: &Passage, ledger: &mut Ledger) -> Words {
    let mut reader =
        Reader { passage, ledger, at: 0, text: String::new(), tokens: vec![], runs: vec![] };
    while reader.at < passage.text.len() {
        let before = reader.tokens.len();
        reader.step();
        let more = before == reader.tokens.len() || reader.ledger.piece();
        if !more {
            reader.keep(passage.text.len() - reader.at);
        }
    }
    reader.flush();
    let Reader { tokens, runs, ledger, .. } = reader;
    Words { tokens: stars::settle(tokens, &runs, ledger), lines: passage.lines() }
}

/// Reads the words of one line.
pub fn line(text: &str, line: usize, ledger: &mut Ledger) -> Words {
    read(&Passage::of(text, line), ledger)
}

struct Reader<'p, 'l> {
    passage: &'p Passage,
    ledger: &'l mut Ledger,
    at: usize,
    text: String,
    tokens: Vec<Token>,
    runs: Vec<Run>,
}

impl Reader<'_, '_> {
    fn rest(&self) -> &str {
        &self.passage.text[self.at..]
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.tokens.push(Token::Text(std::mem::take(&mut self.text)));
        }
    }

    fn token(&mut self, token: Token) {
        self.flush();
        self.tokens.push(token);
    }

    /// Enters what is taken off and goes on after it.
    fn skip(&mut self, bytes: usize, why: Why) {
        let line = self.passage.line_at(self.at);
        let cut = &self.passage.text[self.at..self.at + bytes];
        self.ledger.removed(line, why, cut);
        self.at += bytes;
    }

    fn keep(&mut self, bytes: usize) {
        let kept = &self.passage.text[self.at..self.at + bytes];
        self.text.push_str(kept);
        self.at += bytes;
    }

    fn step(&mut self) {
        let rest = self.rest();
        let first = rest.chars().next().unwrap_or(' ');
        match first {
            '\\' => self.escape(),
            '*' | '_' => self.run(first),
            '<' => self.angle(),
            '[' => self.bracket(),
            '!' if rest.starts_with("![") => self.image(),
            '&' => self.entity(),
            '`' => {
                let ticks = rest.bytes().take_while(|b| *b == b'`').count();
                self.skip(ticks, Why::Code);
            }
            '\n' => {
                self.at += 1;
                self.token(Token::Break);
            }
            '\t' => {
                self.at += 1;
                self.text.push(' ');
            }
            c if stars::is_raised(c) => self.superscript(),
            '주' => self.numbered(),
            _ => {
                let stop = |c: char| "\\*_<[!&`\n\t†‡¹²³⁰⁴⁵⁶⁷⁸⁹주".contains(c);
                let length = rest[first.len_utf8()..].find(stop);
                self.keep(length.map_or(rest.len(), |length| length + first.len_utf8()));
            }
        }
    }

    /// A backslash before punctuation is not shown (CommonMark 6.1).
    fn escape(&mut self) {
        let next = self.rest()[1..].chars().next();
        match next {
            Some('\n') => self.skip(1, Why::Escape),
            Some('*') => {
                self.skip(1, Why::Escape);
                let mut label = String::new();
                while self.rest().starts_with('*') || self.rest().starts_with("\\*") {
                    if self.rest().starts_with('\\') {
                        self.skip(1, Why::Escape);
                    }
                    self.at += 1;
                    label.push('*');
                }
                self.token(Token::Mark { raw: label.clone(), label, sure: true });
            }
            Some(c) if c.is_ascii_punctuation() => {
                self.skip(1, Why::Escape);
                self.keep(1);
            }
            _ => self.keep(1),
        }
    }

    /// Stars or underscores: what they mean is settled once the whole passage is read.
    fn run(&mut self, sign: char) {
        let length = self.rest().bytes().take_while(|b| *b == sign as u8).count();
        let before = self.passage.text[..self.at].chars().next_back();
        let after = self.passage.text[self.at + length..].chars().next();
        let line = self.passage.line_at(self.at);
        self.at += length;
        self.flush();
        self.runs.push(Run::new(sign, length, before, after, self.tokens.len(), line));
        let raw = sign.to_string().repeat(length);
        self.tokens.push(Token::Mark { label: raw.clone(), raw, sure: true });
    }

    /// `<https://…>`, a tag, a comment, or a bracket.
    fn angle(&mut self) {
        if let Some((length, url)) = links::auto(self.rest()) {
            let shown = self.rest()[1..length - 1].to_string();
            self.skip(1, Why::LinkMark);
            self.flush();
            self.tokens.extend([Token::Link(url), Token::Text(shown.clone()), Token::LinkEnd]);
            self.at += shown.len();
            self.skip(1, Why::LinkMark);
            return;
        }
        let Some(tag) = html::tag(self.rest()) else { return self.keep(1) };
        let inner = match &tag.kind {
            html::Kind::Superscript => html::superscript(&self.rest()[tag.length..]),
            _ => None,
        };
        if let Some((label, whole)) = inner {
            self.skip(tag.length, Why::Tag);
            let raw = self.rest()[..whole.start].to_string();
            // `m<sup>2</sup>` is no mark; `<sup>2)</sup>` can be nothing else.
            let sure = raw.ends_with(')') || !raw.starts_with(|c: char| c.is_ascii_digit());
            self.token(Token::Mark { label, raw, sure });
            self.at += whole.start;
            return self.skip(whole.len(), Why::Tag);
        }
        self.skip(tag.length, Why::Tag);
        match tag.kind {
            html::Kind::Break => self.token(Token::Break),
            html::Kind::Block => self.text.push(' '),
            html::Kind::Link(Some(url)) => self.token(Token::Link(url)),
            html::Kind::LinkEnd => self.token(Token::LinkEnd),
            html::Kind::Image(alt) => self.picture(&alt),
            _ => {}
        }
    }

    /// The words that describe a picture are kept; they stood inside the tag.
    fn picture(&mut self, alt: &str) {
        if !alt.trim().is_empty() {
            let line = self.passage.line_at(self.at.saturating_sub(1));
            self.ledger.changed(line, Why::Picture, "", alt);
            self.text.push_str(alt);
        }
    }

    /// `[text](address)`, `[^note]`, or a bracket.
    fn bracket(&mut self) {
        if let Some(label) = links::footnote(self.rest()).map(String::from) {
            let raw = format!("[^{label}]");
            self.at += raw.len();
            let label = format!("^{label}");
            return self.token(Token::Mark { label, raw, sure: true });
        }
        let Some(link) = links::inline(self.rest()) else { return self.numbered() };
        let inner = self.rest()[1..link.text_end].to_string();
        self.skip(1, Why::LinkMark);
        self.flush();
        let nested = self.nested(&inner);
        self.at += inner.len();
        let why = if link.url.is_some() { Why::LinkAddress } else { Why::LinkLost };
        match link.url {
            Some(url) => {
                self.tokens.push(Token::Link(url));
                self.tokens.extend(nested);
                self.tokens.push(Token::LinkEnd);
            }
            None => self.tokens.extend(nested),
        }
        self.skip(link.length - link.text_end, why);
    }

    /// The tokens of a link's text: escapes and entities are read, links and emphasis are not.
    fn nested(&mut self, inner: &str) -> Vec<Token> {
        let part = Passage::of(inner, self.passage.line_at(self.at));
        let words = read(&part, self.ledger);
        let flat = |token: &Token| match token {
            Token::Mark { raw, .. } => Some(Token::Text(raw.clone())),
            Token::Text(text) => Some(Token::Text(text.clone())),
            Token::Break => Some(Token::Text(" ".into())),
            _ => None,
        };
        words.tokens.iter().filter_map(flat).collect()
    }

    /// `![text](file)`: a file the archive may not have. The text stays, the file is reported.
    fn image(&mut self) {
        let Some(link) = links::inline(&self.rest()[1..]) else { return self.keep(1) };
        let inner = self.rest()[2..1 + link.text_end].to_string();
        let file = self.rest()[1 + link.text_end..1 + link.length].to_string();
        let line = self.passage.line_at(self.at);
        let file = file.trim_start_matches(['(', ']']).trim_end_matches(')').to_string();
        self.ledger.ask(Ask::Image, line, vec![("file", file)]);
        self.skip(2, Why::Picture);
        self.flush();
        let nested = self.nested(&inner);
        self.tokens.extend(nested);
        self.at += inner.len();
        self.skip(link.length - link.text_end, Why::Picture);
    }

    fn entity(&mut self) {
        // Others were read before the characters were judged.
        let found = html::entity(self.rest()).filter(|(_, text)| text.is_ascii());
        let Some((length, text)) = found else { return self.keep(1) };
        let line = self.passage.line_at(self.at);
        let written = self.passage.text[self.at..self.at + length].to_string();
        self.ledger.changed(line, Why::Entity, &written, &text);
        self.text.push_str(&text);
        self.at += length;
    }

    /// `[1]`, `주1)`: the mark of a note, or what it says.
    fn numbered(&mut self) {
        match opening::numbered(self.rest()) {
            Some((label, length)) => {
                let raw = self.rest()[..length].to_string();
                self.at += length;
                self.token(Token::Mark { label, raw, sure: true });
            }
            None => self.keep(self.rest().chars().next().map_or(1, char::len_utf8)),
        }
    }

    /// `†`, `¹`, `²)`: a mark if a note begins with it, else what it says.
    fn superscript(&mut self) {
        let rest = self.rest();
        let length: usize =
            rest.chars().take_while(|c| stars::is_raised(*c)).map(char::len_utf8).sum();
        let closed = usize::from(rest[length..].starts_with('⁾'));
        let raw = rest[..length + closed * '⁾'.len_utf8()].to_string();
        self.at += raw.len();
        let sure = raw.starts_with(['†', '‡']);
        self.token(Token::Mark { label: stars::label(&raw), raw, sure });
    }
}
