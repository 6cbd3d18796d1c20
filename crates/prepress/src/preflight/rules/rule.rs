//! What a rule declares beside its words: what it is about, what must be there to look at it, and whom it is for.
//!
//! A rule that leaves one of them out does not compile. Whether a file has what is declared here, others tell.

use jikji_diagnostic::Message;

/// What a rule is about. Where a file has none of it the rule does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What every file has.
    Anything,
    /// Printer's marks, where they are asked for.
    MarksWanted,
    /// The same, where they are asked to be left out.
    MarksUnwanted,
    /// Finished sizes, where a shop names those it takes.
    TrimsAsked,
    /// How many pages there are, where a shop asks that.
    PagesAsked,
    /// How many inks there are, where a shop asks that.
    InksAsked,
    /// Spot inks, where a shop names those it takes.
    SpotsAsked,
    /// The printing condition, where a shop names its own.
    ConditionAsked,
    /// Fonts.
    Fonts,
    /// Spot inks.
    Spots,
    /// Transparency.
    Transparency,
    /// Pictures.
    Images,
    /// Strokes.
    Strokes,
    /// Text.
    Text,
}

/// What must be there so that a rule can be looked at; whether it is has a rule of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Pages, which every rule needs.
    Pages,
    /// All contents of every page, walked to their end.
    Contents,
    /// The same, and plates on which all of it is.
    Plates,
    /// The same, and a trim box on every page.
    TrimmedPlates,
    /// A trim box on every page.
    TrimBox,
    /// The output intent.
    Intent,
    /// The output intent and its profile.
    Profile,
    /// XMP that can be read.
    Xmp,
}

/// Whom a rule is for: the press, or a standard that a file says it keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// The press, which suffers from what breaks it, whatever the file says of itself.
    Press,
    /// Every PDF/X.
    X,
    /// PDF/X-4.
    X4,
    /// PDF/X-1a and PDF/X-3, which know no transparency.
    Older,
    /// PDF/X-1a.
    X1a,
}

/// A rule: its words, and when it is asked.
#[derive(Debug)]
pub struct Rule {
    /// Its words.
    pub message: &'static Message,
    /// What it is about.
    pub about: About,
    /// What it needs.
    pub needs: Needs,
    /// Whom it is for.
    pub concern: Concern,
}

/// Defines the rules of one chapter, each a message with what it is about, what it needs and whom
/// it is for, and the list of them, `RULES`.
macro_rules! rules {
    ($list:ident: $($(#[$doc:meta])* $name:ident = $severity:ident $code:literal, $about:ident, $needs:ident, $concern:ident {
        $($words:tt)*
    })*) => {
        jikji_diagnostic::messages! { $list: $($(#[$doc])* $name = $severity $code { $($words)* })* }

        /// The rules of this chapter.
        pub(super) const RULES: &[super::rule::Rule] = &[$(super::rule::Rule {
            message: $name,
            about: super::rule::About::$about,
            needs: super::rule::Needs::$needs,
            concern: super::rule::Concern::$concern,
        }),*];
    };
}
