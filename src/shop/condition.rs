//! What is said of a printing condition that does not come with the program.

use super::messages as msg;
use crate::document::messages::NOT_A_CHOICE;
use crate::document::{Node, listing};
use jikji_diagnostic::{Diagnostic, Message};
use jikji_prepress::profile::{Elsewhere, NAMES, elsewhere as known_elsewhere};

/// What is said of a printing condition that does not come with the program: `elsewhere` where its profile can be got.
pub fn no_condition(node: Node<'_>, written: &str, elsewhere: &'static Message) -> Diagnostic {
    if let Some(found) = known_elsewhere(written) {
        return had_elsewhere(|message| node.problem(message), found, elsewhere);
    }
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    // Another number is another condition, however near the names are.
    match digits(written).is_empty() || NAMES.iter().any(|name| digits(name) == digits(written)) {
        true => node.not_among(&NAMES),
        false => node.problem(NOT_A_CHOICE).arg("known", listing(NAMES)),
    }
}

/// What is said of a condition whose profile has to be got, with where it is to be had: `message`, but for one that
/// comes with the program under another name.
pub fn had_elsewhere(
    problem: impl FnOnce(&'static Message) -> Diagnostic,
    found: Elsewhere,
    message: &'static Message,
) -> Diagnostic {
    let Elsewhere { condition, file, from, built_in } = found;
    let problem = match built_in {
        Some(name) => problem(msg::CONDITION_SAME).arg("known", name),
        None => problem(message),
    };
    problem.arg("condition", condition).arg("file", file).arg("from", from)
}
