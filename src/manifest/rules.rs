//! What a number is looked over for before it goes to press, and what its authors let pass.
//!
//! It says what was asked for; who looks is [`super::house`]'s and, on finished pages, the typesetter's.

use super::messages as msg;
use crate::layout::spec::Checks;
use jikji_diagnostic::Message;
use jikji_diagnostic::source::Span;

/// Findings that are only known of finished pages.
pub const OF_PAGES: [&Message; 2] = [msg::TITLE_LONG, msg::THIN];

/// `[checks]`, `[terms]` and the `allow` of entries.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// How much is looked for.
    pub checks: Checks,
    /// What the publication does not write, and what it writes instead.
    pub terms: Vec<(String, String)>,
    /// What is let pass.
    pub allowed: Vec<Allowed>,
}

/// A finding that an author lets pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// What was found, as it is written, or the code of what is told.
    pub words: String,
    /// Where that is said.
    pub place: Span,
    /// The table of the entry it holds for; none for the whole number.
    pub entry: Option<Span>,
}

impl Allowed {
    /// Whether it lets a finding in `entry` pass.
    pub fn passes(&self, words: &str, code: &str, entry: Option<Span>) -> bool {
        let here = self.entry.is_none() || self.entry == entry;
        here && (self.words == words || self.words == code)
    }
}

impl Rules {
    /// Whether a finding is let pass; notes by whom in `used`, which is as long as what is allowed.
    pub fn pass(&self, words: &str, code: &str, entry: Option<Span>, used: &mut [bool]) -> bool {
        let mut passed = false;
        for (allowed, used) in self.allowed.iter().zip(used) {
            let passes = allowed.passes(words, code, entry);
            *used |= passes;
            passed |= passes;
        }
        passed
    }
}
