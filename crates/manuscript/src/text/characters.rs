//! Replaces, line by line, the characters that no text of a manifest can hold.
//!
//! Which ones those are the `prose` room says; this asks it about each character once. What a
//! reader could miss is never dropped: it stands as `〓`, the printer's sign for a missing letter,
//! and the report asks about it.

use std::collections::{HashMap, HashSet};

use jikji_diagnostic::code_point;
use jikji_prose::characters::{Fate, fate};
use jikji_prose::normal;

use super::{marker, old_hangul};
use crate::messages::Ask;
use crate::source::Ledger;

/// What stands for a character that is missing, best first.
const PLACEHOLDERS: [char; 4] = ['〓', '□', '○', '?'];

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
    /// Signs of the format's that may stand before a bullet.
    marks: &'a str,
    covers: &'a dyn Fn(char) -> bool,
    placeholder: char,
    /// Whether private characters may be old Hangul.
    old_hangul: bool,
    known: HashMap<char, Fate>,
    /// Those that were asked about: the answer is the same at each place.
    asked: HashSet<char>,
}

impl<'a> Cleaner<'a> {
    /// A cleaner for a build whose fonts have what `covers` says and a format that has such marks.
    pub fn new(marks: &'a str, covers: &'a dyn Fn(char) -> bool) -> Self {
        let placeholder = PLACEHOLDERS.into_iter().find(|c| covers(*c)).unwrap_or('?');
        let (known, asked) = (HashMap::new(), HashSet::new());
        Self { marks, covers, placeholder, old_hangul: false, known, asked }
    }

    /// One for files whose private characters may be old Hangul.
    pub fn with_old_hangul(self) -> Self {
        Self { old_hangul: true, ..self }
    }

    /// Cleans a line, in which a format may have changed characters before (`removed`, `added`). What
    /// was changed is entered under the line's index.
    pub fn line(
        &mut self,
        line: &str,
        (mut removed, mut added): (String, String),
        index: usize,
        ledger: &mut Ledger,
    ) -> Clean {
        let mut clean = self.piece(line, true, (&mut removed, &mut added), index, ledger);
        ledger.characters(index, removed, added);
        clean.text.truncate(clean.text.trim_end().len());
        clean
    }

    /// Cleans a piece of a line, which `leads` it if nothing but blanks stands before. What was changed joins
    /// `removed` and `added`.
    pub fn piece(
        &mut self,
        line: &str,
        mut leads: bool,
        (removed, added): (&mut String, &mut String),
        index: usize,
        ledger: &mut Ledger,
    ) -> Clean {
        if line.bytes().all(|b| matches!(b, b' '..=b'~' | b'\t')) {
            return Clean { text: line.to_string(), bullet: None };
        }
        // Whether nothing but blanks and marks of the format stands before the character.
        let mut bullet = None;
        let mut text = String::with_capacity(line.len());
        for (at, c) in line.char_indices() {
            if let Some(letters) = self.letters(c) {
                removed.push(c);
                added.push_str(letters);
                text.push_str(letters);
                leads = false;
                continue;
            }
            let other = if leads { self.lost_bullet(c, &line[at + c.len_utf8()..]) } else { None };
            bullet = other.map(|_| c).or(bullet);
            leads &= c.is_whitespace() || self.marks.contains(c);
            let instead = other.or_else(|| self.instead(c, index, ledger));
            text.extend(instead);
            if instead != Some(c) {
                // Blanks are not counted as words.
                removed.extend(Some(c).filter(|c| !c.is_whitespace()));
                added.extend(instead.filter(|other| *other != ' '));
            }
        }
        Clean { text: normal::nfc(&text).into_owned(), bullet }
    }

    /// What takes the place of a bullet that no font has; one that is written twice is none.
    fn lost_bullet(&mut self, c: char, rest: &str) -> Option<char> {
        let is_lost = self.fate(c) == Fate::Lost && !rest.starts_with(c);
        is_lost.then(|| self.bullet_like(c)).flatten()
    }

    /// What a character is set as; none if it is dropped.
    fn instead(&mut self, c: char, index: usize, ledger: &mut Ledger) -> Option<char> {
        match self.fate(c) {
            Fate::Keep => Some(c),
            Fate::Drop => None,
            Fate::Become(other) => Some(other),
            Fate::Lost => {
                self.ask(c, index, ledger);
                Some(self.placeholder)
            }
        }
    }

    /// A sign that a file generates, as it can be set.
    pub fn sign(&mut self, sign: &str) -> String {
        let settled = sign.trim().chars().filter_map(|c| match self.fate(c) {
            Fate::Keep => Some(c),
            Fate::Become(other) => Some(other),
            Fate::Drop => None,
            Fate::Lost => Some(self.bullet_like(c).unwrap_or('-')),
        });
        settled.collect()
    }

    /// Asks what stood where a character is missing, once.
    fn ask(&mut self, c: char, index: usize, ledger: &mut Ledger) {
        if !self.asked.insert(c) {
            return;
        }
        let character = format!("{c} ({})", code_point(c));
        let placeholder = self.placeholder.to_string();
        let args = [("characters", character), ("placeholder", placeholder)];
        ledger.ask(Ask::Character, index, args);
    }

    /// The letters of old Hangul that a character stands for, if a font has them.
    fn letters(&self, c: char) -> Option<&'static str> {
        let letters = old_hangul::letters(c).filter(|_| self.old_hangul)?;
        letters.chars().all(|letter| self.shows(letter)).then_some(letters)
    }

    /// A bullet of the same shape that a font has.
    fn bullet_like(&self, c: char) -> Option<char> {
        marker::alike(c).find(|other| (self.covers)(*other))
    }

    fn fate(&mut self, c: char) -> Fate {
        if matches!(c, ' '..='~' | '\t') {
            return Fate::Keep;
        }
        if let Some(known) = self.known.get(&c) {
            return *known;
        }
        let fate = match fate(c) {
            _ if c.is_whitespace() => Fate::Become(' '),
            Fate::Keep if !self.shows(c) => Fate::Lost,
            Fate::Become(other) if !self.shows(other) => Fate::Lost,
            fate => fate,
        };
        self.known.insert(c, fate);
        fate
    }

    /// Whether a font has the character, or it needs none.
    fn shows(&self, c: char) -> bool {
        c == ' ' || is_ignorable(c) || (self.covers)(c)
    }
}

/// Characters that need no glyph (Unicode, `Default_Ignorable_Code_Point`) and that `prose` keeps.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}
