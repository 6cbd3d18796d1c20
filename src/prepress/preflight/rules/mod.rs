//! Every rule of the preflight: its code, its weight and its words in Korean and English.
//!
//! This is the only place where preflight sentences are written; it never looks at a file. Each
//! chapter of rules has a file of its own.

use serde::Serialize;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file must not go to press.
    Error,
    /// The file can go to press, but somebody should look.
    Warning,
}

/// One rule, with its words in both languages.
///
/// Arguments are written `{name}`; in Korean a particle may follow after a colon, as in `{name:을}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable code, such as `P0103`: two digits of chapter, two of rule.
    pub code: &'static str,
    /// What breaking it means.
    pub severity: Severity,
    /// What is wrong, in Korean.
    pub ko: &'static str,
    /// What is wrong, in English: lower case, no full stop.
    pub en: &'static str,
    /// What to do, in Korean.
    pub help_ko: &'static str,
    /// What to do, in English.
    pub help_en: &'static str,
}

impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code)
    }
}

/// A chapter: its name, then its rules in the order of their codes.
macro_rules! rules {
    ($chapter:ident: $($(#[$doc:meta])* $name:ident = $severity:ident $code:literal {
        ko: $ko:literal, en: $en:literal, help_ko: $help_ko:literal, help_en: $help_en:literal $(,)?
    })*) => {
        use super::{Rule, Severity};

        $($(#[$doc])* pub const $name: &Rule = &Rule {
            code: $code, severity: Severity::$severity,
            ko: $ko, en: $en, help_ko: $help_ko, help_en: $help_en,
        };)*

        /// The rules of the chapter.
        pub const $chapter: &[&Rule] = &[$($name),*];
    };
}

mod boxes;
mod colour;
mod content;
mod file;
mod identity;
mod interactive;
mod parts;
mod values;

pub use boxes::*;
pub use colour::*;
pub use content::*;
pub use file::*;
pub use identity::*;
pub use interactive::*;
pub use parts::*;
pub use values::korean;

/// Every rule, in the order of their codes.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [P01, P02, P03, P04, P05, P06, P07].into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    fn slots(template: &str) -> BTreeSet<&str> {
        let parts = template.split('{').skip(1).filter_map(|part| part.split_once('}'));
        parts.map(|(slot, _)| slot.split_once(':').map_or(slot, |(name, _)| name)).collect()
    }

    #[test]
    fn every_rule_is_whole_in_both_languages() {
        let mut last = "";
        for rule in super::all() {
            assert!(rule.code > last, "{} is out of order or used twice", rule.code);
            last = rule.code;
            let hangul = |s: &str| s.chars().any(|c| ('가'..='힣').contains(&c));
            assert!(hangul(rule.ko) && hangul(rule.help_ko), "{}: Korean", rule.code);
            assert!(!hangul(rule.en) && !hangul(rule.help_en), "{}: English", rule.code);
            assert_eq!(slots(rule.ko), slots(rule.en), "{}: arguments", rule.code);
            assert_eq!(slots(rule.help_ko), slots(rule.help_en), "{}: help", rule.code);
        }
    }
}
