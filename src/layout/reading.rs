//! What the readers of a layout's parts share.

use super::files::Files;
use crate::document::Node;
use crate::layout::messages as msg;
use jikji_diagnostic::Diagnostic;

/// What reading a layout needs and gathers.
pub struct Reading<'r> {
    /// The layout's files.
    pub files: &'r Files,
    /// What was found wrong so far.
    pub problems: &'r mut Vec<Diagnostic>,
}

impl Reading<'_> {
    /// A Typst file that is in the layout's folder.
    pub fn module_file(&mut self, node: Node<'_>) -> Option<String> {
        let file = node.text(self.problems)?.value;
        // The name stands in an import of the written markup: no quote, no backslash.
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
        if self.files.contains_key(&file) && file.ends_with(".typ") && file.chars().all(plain) {
            return Some(file);
        }
        self.problems.push(node.problem(msg::NO_FILE));
        None
    }
}
