//! What a number lacks before it goes to press, told where its editions are made.

use crate::desk::messages as say;
use crate::manifest::model::Issue;
use crate::manifest::unwritten;
use jikji_diagnostic::{Lang, Words};

/// What the specification sheet lacks, and how many hints would be printed.
pub fn of(issue: &Issue, lang: Lang) -> Vec<String> {
    let print = &issue.print;
    let lacking: [(bool, Words); 3] = [
        (print.quantity.is_none(), say::COPIES),
        (print.paper.0.is_none(), say::COVER_PAPER),
        (print.paper.1.is_none(), say::INSIDE_PAPER),
    ];
    let lacking = lacking.into_iter().filter(|(lacks, _)| *lacks);
    let what: Vec<&str> = lacking.map(|(_, words)| words.say(lang)).collect();
    let sheet = (!what.is_empty())
        .then(|| say::SHEET_LACKS.fill(lang, &[("what", what.join(", ").into())]));
    let count = unwritten::count(issue);
    let hints = (count > 0).then(|| say::STILL_HINTS.fill(lang, &[("count", count.into())]));
    hints.into_iter().chain(sheet).collect()
}
