//! Every rule of the preflight: its code, its weight and its words in Korean and English.
//!
//! This is the only place where preflight sentences are written; it never looks at a file. Each
//! chapter of rules has a file of its own.

use jikji_diagnostic::Message;

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
pub fn all() -> impl Iterator<Item = &'static Message> {
    [P01, P02, P03, P04, P05, P06, P07].into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_rule_is_whole_and_in_order() {
        assert_eq!(jikji_diagnostic::faults(super::all()), [""; 0]);
        assert!(super::all().map(|rule| rule.code).is_sorted());
    }
}
