//! Words with values in them, and what is missing in words.

use std::collections::BTreeSet;

use super::arg::Arg;
use super::josa;
use super::lang::Lang;
use super::words::{Phrase, Words};

impl Words {
    /// What is missing: no Korean, no English, an argument that only one language names.
    pub fn faults(self) -> Vec<String> {
        let hangul = |c: char| ('가'..='힣').contains(&c);
        // What an author is told to write stands between backticks and may be Korean.
        let foreign = self.en.split('`').step_by(2).any(|said| said.contains(hangul));
        let found = [
            (!self.ko.contains(hangul), "no Korean"),
            (self.en.trim().is_empty() || foreign, "no English"),
            (slots(self.ko) != slots(self.en), "arguments differ"),
        ];
        let found = found.into_iter().filter(|(wrong, _)| *wrong);
        found.map(|(_, what)| format!("{what} in {:?}, {:?}", self.ko, self.en)).collect()
    }

    /// The words in `lang`, their arguments filled in.
    pub fn fill(self, lang: Lang, args: &[(&'static str, Arg)]) -> String {
        josa::fill(self.say(lang), args, lang)
    }

    /// The words in both languages, their arguments filled in.
    pub fn phrase(self, args: &[(&'static str, Arg)]) -> Phrase {
        Phrase::of(|lang| self.fill(lang, args))
    }
}

/// The arguments of a template.
fn slots(template: &str) -> BTreeSet<&str> {
    let parts = template.split('{').skip(1).filter_map(|part| part.split_once('}'));
    parts.map(|(slot, _)| slot.split_once(':').map_or(slot, |(name, _)| name)).collect()
}
