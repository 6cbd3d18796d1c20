//! What a kind of page, a field or a colour of a layout is called, in one language or in each.
//!
//! Only the form is looked at: what is called so is for others.

use crate::document::Node;
use jikji_diagnostic::{Diagnostic, Phrase};

/// What a kind of page, a field or a colour is called: one text, or one in each language.
pub fn described(node: Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Phrase> {
    let Some(table) = node.as_table() else {
        let text = node.text(problems)?.value;
        return Some(Phrase::of(|_| text.clone()));
    };
    let table = table.only(&["ko", "en"], "description", problems);
    let mut of = |key| Some(table.require(key, "description", problems)?.text(problems)?.value);
    let (ko, en) = (of("ko"), of("en"));
    Some(Phrase { ko: ko?, en: en? })
}
