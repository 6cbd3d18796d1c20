//! Words in both languages: fixed ones, and what comes of them when their values are known.

use std::collections::BTreeSet;

use super::{Arg, Lang, josa};

/// Words in both languages.
///
/// Arguments are written `{name}`; in Korean a particle may follow the name after a colon, as in
/// `{name:을}`, and takes the form that fits the argument's last letter. In English two nouns may, as in
/// `{pages:page|pages}`: the number is written with the one that fits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// In Korean.
    pub ko: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Words in both languages that were made of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// In Korean.
    pub ko: String,
    /// In English.
    pub en: String,
}

/// Defines words and the list of them, `WORDS`.
#[macro_export]
macro_rules! words {
    ($($(#[$doc:meta])+ $name:ident: $ko:literal, $en:literal;)+) => {
        $($(#[$doc])+ pub const $name: $crate::Words = $crate::Words { ko: $ko, en: $en };)+

        /// All words of this list.
        pub const WORDS: &[$crate::Words] = &[$($name),+];
    };
}

/// Defines an enum each of whose values has its words, which say what it is, and the list of its values,
/// `ALL`.
#[macro_export]
macro_rules! worded {
    ($(#[$doc:meta])* $name:ident { $($item:ident: $ko:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        pub enum $name {
            $(#[doc = $en] $item,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$item),+];

            /// Its words.
            pub const fn words(self) -> $crate::Words {
                match self {
                    $(Self::$item => $crate::Words { ko: $ko, en: $en },)+
                }
            }
        }
    };
}

impl Words {
    /// The words in `lang`.
    pub fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ko => self.ko,
            Lang::En => self.en,
        }
    }

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

impl Phrase {
    /// What `say` says in each language.
    pub fn of(say: impl Fn(Lang) -> String) -> Self {
        Self { ko: say(Lang::Ko), en: say(Lang::En) }
    }

    /// The phrase in `lang`.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ko => &self.ko,
            Lang::En => &self.en,
        }
    }
}

impl From<Words> for Phrase {
    fn from(words: Words) -> Self {
        Self::of(|lang| words.say(lang).to_string())
    }
}
