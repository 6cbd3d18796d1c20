//! What was done to a text that was pasted, in words: what was wrong with it is no news once it is mended.

use crate::desk::messages as say;
use jikji_diagnostic::{Arg, Diagnostic, Lang, Words};

/// The most that is told one by one.
pub const MOST: usize = 6;

/// The codes of what is counted together.
const SIGNS: [&str; 7] = ["E0313", "E0380", "E0381", "E0382", "W0308", "W0311", "W0313"];
const TABLES: [&str; 3] = ["E0371", "E0374", "E0375"];
const NOTES: [&str; 1] = ["E0383"];
const QUOTES: [&str; 1] = ["W0305"];
const MARKS: [&str; 4] = ["E0336", "E0337", "E0338", "E0339"];

/// What was done so far.
#[derive(Default)]
pub struct Done {
    tables: usize,
    /// Whether signs were taken for levels, and how many lines got them.
    signs: bool,
    lines: usize,
    numbers: usize,
    notes: usize,
    quotes: usize,
    marks: usize,
    characters: Vec<String>,
    others: Vec<String>,
    /// Sentences of their own.
    told: Vec<String>,
}

impl Done {
    /// Takes down tables that were made.
    pub fn tables(&mut self, count: usize) {
        self.tables += count;
    }

    /// Takes down lines that became subheads and items.
    pub fn lines(&mut self, count: usize) {
        self.lines += count;
    }

    /// Takes down lines whose signs were taken for levels.
    pub fn signed(&mut self, count: usize) {
        self.signs |= count > 0;
        self.lines += count;
    }

    /// Takes down what is said in a sentence of its own.
    pub fn other(&mut self, says: &str) {
        self.told.push(says.into());
    }

    /// Takes down lines that begin with a number.
    pub fn numbers(&mut self, count: usize) {
        self.numbers += count;
    }

    /// Takes down what was mended.
    pub fn take(&mut self, found: &Diagnostic, lang: Lang) {
        let code = found.args.iter().find_map(|(name, value)| match value {
            Arg::Text(code) if *name == "code" => Some(code.clone()),
            _ => None,
        });
        let of = |codes: &[&str]| codes.contains(&found.message.code);
        match () {
            () if of(&SIGNS) => self.signs = true,
            () if of(&TABLES) => self.tables += 1,
            () if of(&NOTES) => self.notes += 1,
            () if of(&QUOTES) => self.quotes += 1,
            () if of(&MARKS) => self.marks += 1,
            () => match code {
                Some(code) if !self.characters.contains(&code) => self.characters.push(code),
                Some(_) => {}
                None => self.others.push(found.text(lang)),
            },
        }
    }

    /// All of it; where texts are `bare`, no signs stand before their lines any more.
    pub fn says(self, bare: bool, lang: Lang) -> Vec<String> {
        let lines = if self.signs { self.lines.max(1) } else { 0 };
        let numbers = if self.signs && !bare { self.numbers } else { 0 };
        let counted: [(usize, Words); 6] = [
            (lines, if bare { say::DONE_BARE } else { say::DONE_SIGNS }),
            (numbers, say::DONE_NUMBERS),
            (self.tables, say::DONE_TABLES),
            (self.notes, say::DONE_NOTES),
            (self.marks, say::DONE_MARKS),
            (self.quotes, say::DONE_QUOTES),
        ];
        let counted = counted.into_iter().filter(|(count, _)| *count > 0);
        let mut says: Vec<String> =
            counted.map(|(count, words)| words.fill(lang, &[("count", count.into())])).collect();
        says.extend(listed(&self.characters, say::DONE_CHARACTERS, lang));
        says.extend(listed(&self.others, say::DONE_OTHERS, lang));
        says.extend(self.told);
        says
    }
}

/// What is said of some words of a text, if there are any.
pub fn listed(what: &[String], words: Words, lang: Lang) -> Option<String> {
    let some = what[..what.len().min(MOST)].join(", ");
    (!what.is_empty()).then(|| words.fill(lang, &[("what", some.into())]))
}

#[cfg(test)]
mod tests {
    use super::{MARKS, NOTES, QUOTES, SIGNS, TABLES};

    #[test]
    fn every_code_is_one_of_a_message() {
        let own = [&SIGNS[..], &TABLES, &NOTES, &QUOTES, &MARKS].concat();
        let is_there = |code: &&str| jikji_prose::messages::ALL.iter().any(|own| own.code == *code);
        let gone: Vec<&str> = own.into_iter().filter(|code| !is_there(code)).collect();
        assert_eq!(gone, [""; 0]);
    }
}
