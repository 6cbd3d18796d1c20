//! Replaces, line by line, the characters that no text of a manifest can hold.
//!
//! Which ones those are the `prose` room says; this asks it about each character once. What a
//! reader could miss is never dropped: it stands as `〓`, the printer's sign for a missing letter,
//! and the report asks about it.

use std::borrow::Cow;
use std::collections::HashMap;

use super::ledger::{Ask, Ledger, Why};
use super::{html, marker};
use jikji_diagnostic::source::{Sources, Text};
use jikji_diagnostic::{Lang, Severity};
use jikji_prose::messages;
use jikji_prose::{characters, normal};

/// What stands for a character that is missing, best first.
const PLACEHOLDERS: [char; 4] = ['〓', '□', '○', '?'];

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    /// A space of its own kind; spaces are not counted as words.
    Space,
    Become(char),
    Drop,
    Missing,
}

/// A line after cleaning.
pub struct Clean {
    /// The line without blanks at its end; tabs stay, for tables.
    pub text: String,
    /// The bullet the line began with, if no font has it and one of its shape took its place: levels
    /// of lists are told by what was written.
    pub bullet: Option<char>,
}

/// Cleans the lines of one file.
pub struct Cleaner<'a> {
    covers: &'a dyn Fn(char) -> bool,
    placeholder: char,
    known: HashMap<char, Verdict>,
}

impl<'a> Cleaner<'a> {
    /// A cleaner for a build whose fonts have what `covers` says.
    pub fn new(covers: &'a dyn Fn(char) -> bool) -> Self {
        let placeholder = PLACEHOLDERS.into_iter().find(|c| covers(*c)).unwrap_or('?');
        Self { covers, placeholder, known: HashMap::new() }
    }

    /// Cleans a line. What was changed is entered under the line's index.
    pub fn line(&mut self, raw: &str, index: usize, ledger: &mut Ledger) -> Clean {
        let raw = raw.trim_end();
        if raw.bytes().all(|b| matches!(b, b' '..=b'~' | b'\t') && b != b'&') {
            return Clean { text: raw.to_string(), bullet: None };
        }
        // Whether nothing but blanks and marks of Markdown stands before the character.
        let (mut leads, mut bullet) = (true, None);
        let mut text = String::with_capacity(raw.len());
        let (mut removed, mut added) = (String::new(), String::new());
        let decoded = entities(raw, &mut removed, &mut added);
        for (at, c) in decoded.char_indices() {
            let mut verdict = self.verdict(c);
            if verdict == Verdict::Missing
                && leads
                && !decoded[at + c.len_utf8()..].starts_with(c)
                && let Some(other) = self.bullet_like(c)
            {
                verdict = Verdict::Become(other);
                bullet = Some(c);
            }
            leads &= c.is_whitespace() || ">#-*+".contains(c);
            match verdict {
                Verdict::Keep => text.push(c),
                Verdict::Space => {
                    // A filler that is no blank to Unicode, such as U+3164.
                    removed.extend(Some(c).filter(|c| !c.is_whitespace()));
                    text.push(' ');
                }
                Verdict::Drop => removed.push(c),
                Verdict::Become(other) => {
                    removed.push(c);
                    added.push(other);
                    text.push(other);
                }
                Verdict::Missing => {
                    removed.push(c);
                    added.push(self.placeholder);
                    text.push(self.placeholder);
                    self.ask(c, index, ledger);
                }
            }
        }
        ledger.characters(index, removed, added);
        text.truncate(text.trim_end().len());
        Clean { text: normal::nfc(&text).into_owned(), bullet }
    }

    /// Asks what stood where a character is missing.
    fn ask(&self, c: char, index: usize, ledger: &mut Ledger) {
        let args = vec![
            ("character", c.to_string()),
            ("code", format!("U+{:04X}", u32::from(c))),
            ("placeholder", self.placeholder.to_string()),
        ];
        ledger.ask(Ask::Character, index, args);
    }

    /// A bullet of the same shape that a font has.
    fn bullet_like(&self, c: char) -> Option<char> {
        marker::alike(c).find(|other| (self.covers)(*other))
    }

    fn verdict(&mut self, c: char) -> Verdict {
        if matches!(c, ' '..='~' | '\t') {
            return Verdict::Keep;
        }
        if let Some(known) = self.known.get(&c) {
            return *known;
        }
        let verdict = match judge(c) {
            Verdict::Keep if !self.shows(c) => Verdict::Missing,
            Verdict::Become(other) if !self.shows(other) => Verdict::Missing,
            verdict => verdict,
        };
        self.known.insert(c, verdict);
        verdict
    }

    /// Whether a font has the character, or it needs none.
    fn shows(&self, c: char) -> bool {
        is_ignorable(c) || (self.covers)(c)
    }
}

/// The line with those entities read that stand for a character beyond ASCII, so that it is judged
/// like any other. The rest could be read as markup here and is left to `inline`.
fn entities<'t>(line: &'t str, removed: &mut String, added: &mut String) -> Cow<'t, str> {
    if !line.contains('&') {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = html::entity(rest).filter(|(_, meant)| !meant.is_ascii() || meant == " ");
        let (length, meant) = found.unwrap_or((1, "&".into()));
        if length > 1 {
            removed.push_str(&rest[..length]);
            added.push_str(meant.trim());
        }
        out.push_str(&meant);
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What the `prose` room does with a character that stands between digits, where nothing composes.
fn judge(c: char) -> Verdict {
    if c.is_whitespace() {
        return Verdict::Space;
    }
    let value = format!("0{c}0");
    let file = Sources::default().add("", value.as_str());
    let mut found = vec![];
    let text = Text::verbatim(value, file, 0);
    let clean = characters::check(&text, &mut found);
    if let Some(refused) = found.iter().find(|d| d.severity() == Severity::Error) {
        let instead = refused.args.iter().find(|(name, _)| *name == "instead");
        return match instead.and_then(|(_, sign)| sign.say(Lang::En).chars().next()) {
            Some(sign) => Verdict::Become(sign),
            None if is_silent(refused.message.code) => Verdict::Drop,
            None => Verdict::Missing,
        };
    }
    let inner = clean.value.strip_prefix('0').and_then(|rest| rest.strip_suffix('0'));
    let mut inner = inner.unwrap_or_default().chars();
    match (inner.next(), inner.next()) {
        (None, _) => Verdict::Drop,
        (Some(' '), None) => Verdict::Space,
        (Some(other), None) if other != c => Verdict::Become(other),
        _ => Verdict::Keep,
    }
}

/// Refused characters that show nothing: control characters, separators, marks of direction.
fn is_silent(code: &str) -> bool {
    [messages::CONTROL, messages::BIDI, messages::LINE_SEPARATOR].iter().any(|m| m.code == code)
}

/// Characters that need no glyph (Unicode, `Default_Ignorable_Code_Point`) and that `prose` keeps.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Enters a line that held characters, none of which show anything.
pub fn nothing_left(raw: &str, text: &str, index: usize, ledger: &mut Ledger) {
    if text.is_empty() && !raw.trim().is_empty() {
        ledger.left_out(index, Why::Characters, "");
    }
}
