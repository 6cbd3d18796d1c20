//! The module calls of a number's markup: what is called, for which entry, and where its pages begin.

use crate::compose::entry_label;
use crate::layout::spec::Layout;
use crate::manifest::model::Issue;

/// A module call of the markup.
#[derive(Debug, Clone)]
pub struct Call {
    /// The module.
    pub module: String,
    /// The entry it sets, by position, if it is one.
    pub entry: Option<usize>,
    /// The label of its first page.
    pub label: String,
}

/// The module calls of a number's markup, in order.
pub fn calls(layout: &Layout, issue: &Issue) -> Vec<Call> {
    let furniture = |name: &String| Call { module: name.clone(), entry: None, label: name.clone() };
    let entries = issue.entries.iter().enumerate().map(|(index, entry)| Call {
        module: entry.kind.value.clone(),
        entry: Some(index),
        label: entry_label(index),
    });
    let (front, back) = (layout.front.iter().map(furniture), layout.back.iter().map(furniture));
    front.chain(entries).chain(back).collect()
}
