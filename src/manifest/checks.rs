//! Reads `[checks]`, `[terms]` and the `allow` of an entry.

use super::field::Reader;
use super::rules::{Allowed, Rules};
use crate::document::{Node, Table, quoted};
use crate::layout::spec::{Checks, Layout};
use crate::manifest::messages as msg;
use jikji_diagnostic::source::Span;

/// What an entry may have besides the fields of its kind.
pub const OF_ENTRY: [&str; 2] = ["kind", "allow"];

impl Reader<'_> {
    /// `[checks]` and `[terms]`; what entries let pass has been read with them.
    pub fn rules(&mut self, root: Table<'_>, layout: &Layout) -> Rules {
        let mut checks = layout.checks;
        let table = root.get("checks").and_then(|node| node.table(&mut self.problems));
        if let Some(table) = table {
            let table = table.only(&["profile", "allow"], "[checks]", &mut self.problems);
            if let Some(node) = table.get("profile") {
                checks = Checks::read(node, &mut self.problems).unwrap_or(checks);
            }
            self.allow(table, None);
        }
        let terms = self.terms(root);
        Rules { checks, terms, allowed: std::mem::take(&mut self.allowed) }
    }

    /// `allow = […]` of a table: findings that pass in `entry`, or in the whole number.
    pub fn allow(&mut self, table: Table<'_>, entry: Option<Span>) {
        let nodes = table.get("allow").and_then(|node| node.list(&mut self.problems));
        for node in nodes.unwrap_or_default() {
            let Some(text) = node.text(&mut self.problems) else { continue };
            let words = text.value.split_whitespace().collect::<Vec<_>>().join(" ");
            self.allowed.push(Allowed { words, place: text.span, entry });
        }
    }

    fn terms(&mut self, root: Table<'_>) -> Vec<(String, String)> {
        let table = root.get("terms").and_then(|node| node.table(&mut self.problems));
        let mut terms = vec![];
        for (_, node) in table.map(Table::entries).unwrap_or_default() {
            terms.extend(self.term(node));
        }
        terms
    }

    fn term(&mut self, node: Node<'_>) -> Option<(String, String)> {
        let right = node.text(&mut self.problems)?.value.trim().to_string();
        let wrong = node.key().trim().to_string();
        if wrong.is_empty() || wrong == right {
            return self.refuse(node.problem(msg::TERM_SAME).arg("term", quoted(&right)));
        }
        Some((wrong, right))
    }
}
