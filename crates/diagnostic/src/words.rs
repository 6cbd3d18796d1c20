//! Words in both languages: fixed ones, and those that were made of others.

use super::lang::Lang;

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

impl Words {
    /// The words in `lang`.
    pub fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ko => self.ko,
            Lang::En => self.en,
        }
    }
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
