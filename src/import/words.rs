//! Running text between the file's Markdown and the manifest's: a flat row of tokens that know
//! which lines they came from.

use super::ledger::{Ledger, Why};

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// Text as a reader sees it.
    Text(String),
    /// The start or the end of emphasis; `strong` for `**`. Never nested.
    Emphasis {
        /// `**` instead of `*`.
        strong: bool,
        /// Start or end.
        open: bool,
    },
    /// The start of a link to an address that was checked.
    Link(String),
    /// Its end.
    LinkEnd,
    /// A line break.
    Break,
    /// What may be the mark of a note: its label, and how it is written.
    Mark {
        /// `*`, `**`, `†`, `1`.
        label: String,
        /// As it reads in the text.
        raw: String,
        /// Whether it can only be a mark, so that a missing note is asked about.
        sure: bool,
    },
    /// A mark that has its note, by the note's number.
    Note(usize),
}

/// Running text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// The lines it came from, counted from 0.
    pub lines: Vec<usize>,
}

impl Words {
    /// Plain text from some lines.
    pub fn text(text: &str, lines: &[usize]) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let tokens = if text.is_empty() { vec![] } else { vec![Token::Text(text)] };
        Self { tokens, lines: lines.to_vec() }
    }

    /// The letters alone, blanks put together.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for token in &self.tokens {
            match token {
                Token::Text(text) => out.push_str(text),
                Token::Mark { raw, .. } => out.push_str(raw),
                Token::Break => out.push(' '),
                _ => {}
            }
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether a reader would see something.
    pub fn is_empty(&self) -> bool {
        self.tokens.iter().all(|token| match token {
            Token::Text(text) => text.trim().is_empty(),
            Token::Mark { .. } => false,
            _ => true,
        })
    }

    /// The line its first words came from.
    pub fn line(&self) -> Option<usize> {
        self.lines.first().copied()
    }

    /// The address of its first link.
    pub fn address(&self) -> Option<&str> {
        self.tokens.iter().find_map(|token| match token {
            Token::Link(url) => Some(url.as_str()),
            _ => None,
        })
    }

    /// Adds more words, after a line break.
    pub fn append(&mut self, more: Self) {
        if !self.is_empty() && !more.is_empty() {
            self.tokens.push(Token::Break);
        }
        self.tokens.extend(more.tokens);
        self.lines.extend(more.lines);
    }
}

/// The Markdown of one paragraph, put together from its lines.
#[derive(Debug, Default)]
pub struct Passage {
    /// The Markdown.
    pub text: String,
    /// Where in it each line begins.
    parts: Vec<(usize, usize)>,
    /// Whether the next line stands below what there is.
    ended: bool,
}

impl Passage {
    /// One line's words.
    pub fn of(text: &str, line: usize) -> Self {
        let mut passage = Self::default();
        passage.push(text, line);
        passage
    }

    /// Adds a line's words; a line end is a space, or a break after a backslash.
    pub fn push(&mut self, text: &str, line: usize) {
        if !self.text.is_empty() {
            let slashes = self.text.bytes().rev().take_while(|b| *b == b'\\').count();
            let ended = std::mem::take(&mut self.ended);
            self.text.push(if slashes % 2 == 1 || ended { '\n' } else { ' ' });
        }
        self.parts.push((self.text.len(), line));
        self.text.push_str(text.trim());
    }

    /// Ends the line: the next one stands below it.
    pub fn end_line(&mut self) {
        self.ended = !self.text.is_empty();
    }

    /// The line that byte `at` came from.
    pub fn line_at(&self, at: usize) -> usize {
        let index = self.parts.partition_point(|(start, _)| *start <= at);
        self.parts[index.saturating_sub(1)].1
    }

    /// The lines it came from.
    pub fn lines(&self) -> Vec<usize> {
        self.parts.iter().map(|(_, line)| *line).collect()
    }

    /// Takes bytes off its front, and enters them as taken off.
    pub fn behead(&mut self, bytes: usize, why: Why, ledger: &mut Ledger) {
        let rest = self.text[bytes..].trim_start();
        let cut = self.text.len() - rest.len();
        ledger.removed(self.line_at(0), why, &self.text[..cut]);
        self.text = rest.to_string();
        let parts = std::mem::take(&mut self.parts);
        // Lines that were cut off whole still count as the passage's.
        self.parts = parts.into_iter().map(|(at, line)| (at.saturating_sub(cut), line)).collect();
    }
}
