//! Checks `[colors]` and `accents`: each token once for the screen and once for print.
//!
//! Typst reads the values; here they are only held to their form.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::messages::layout as msg;
use crate::manifest::document::{Node, Table, listing};

/// Checks the colours of `layout.toml`.
pub fn check(root: Table<'_>, problems: &mut Vec<Diagnostic>) {
    let colors = root.get("colors").and_then(|node| node.table(problems));
    let entries = colors.map(Table::entries).unwrap_or_default();
    for (_, node) in &entries {
        color(*node, problems);
    }
    let names: Vec<&str> = entries.iter().map(|(_, node)| node.key()).collect();
    let accents = root.get("accents").and_then(|node| node.list(problems));
    for accent in accents.into_iter().flatten() {
        let Some(name) = accent.text(problems) else { continue };
        if !names.contains(&name.value.as_str()) {
            let unknown = accent.problem(msg::UNKNOWN_COLOR);
            problems.push(unknown.arg("known", listing(names.iter().copied())));
        }
    }
}

/// `{ screen = "#rrggbb", print = [C, M, Y, K] }`, the inks in percent.
fn color(node: Node<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(table) = node.table(problems) else { return };
    table.only(&["screen", "print"], node.key(), problems);
    if let Some(screen) = table.require("screen", node.key(), problems)
        && let Some(written) = screen.text(problems)
        && !is_hex(&written.value)
    {
        problems.push(screen.problem(msg::SCREEN_COLOR));
    }
    if let Some(print) = table.require("print", node.key(), problems)
        && let Some(inks) = print.list(problems)
    {
        let count = inks.len();
        let within = |ink: Node<'_>| {
            let share = ink.number(problems);
            share.is_none_or(|share| (0.0..=100.0).contains(&share))
        };
        let valid = inks.into_iter().map(within).filter(|valid| *valid).count();
        if count != 4 || valid != 4 {
            problems.push(print.problem(msg::PRINT_COLOR));
        }
    }
}

fn is_hex(written: &str) -> bool {
    let digits = written.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit())
}
