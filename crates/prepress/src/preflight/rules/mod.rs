//! Every rule of the preflight: its code, its weight and its words in Korean and English.
//!
//! This is the only place where preflight sentences are written; it never looks at a file. Each
//! chapter of rules has a file of its own.

use jikji_diagnostic::Message;

#[macro_use]
mod rule;

mod boxes;
mod colour;
mod content;
mod file;
mod identity;
mod interactive;
mod older;
mod parts;
mod shop;

pub(super) use crate::words;
pub use boxes::*;
pub use colour::*;
pub use content::*;
pub use file::*;
pub use identity::*;
pub use interactive::*;
pub use older::*;
pub use parts::*;
pub(super) use rule::{About, Concern, Needs, Rule};
pub use shop::*;

/// Every rule, in the order of their codes.
pub fn all() -> impl Iterator<Item = &'static Message> {
    declared().map(|rule| rule.message)
}

/// The same with when they are asked.
pub(super) fn declared() -> impl Iterator<Item = &'static Rule> {
    [
        file::RULES,
        interactive::RULES,
        identity::RULES,
        boxes::RULES,
        parts::RULES,
        colour::RULES,
        content::RULES,
        older::RULES,
        shop::RULES,
    ]
    .into_iter()
    .flatten()
}

/// What a rule declares.
pub(super) fn declaration(rule: &Message) -> &'static Rule {
    let same = |declared: &&Rule| declared.message.code == rule.code;
    declared().find(same).expect("every rule is declared in a chapter")
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_rule_is_whole_and_in_order() {
        assert_eq!(jikji_diagnostic::faults(super::all()), [""; 0]);
        assert!(super::all().map(|rule| rule.code).is_sorted());
        let faults = crate::words::WORDS.iter().flat_map(|words| words.faults());
        assert_eq!(faults.collect::<Vec<_>>(), [""; 0]);
    }
}
