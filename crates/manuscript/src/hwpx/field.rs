//! Fields: links, places to fill in, and what the program reckons. Their words stand between their marks.

use roxmltree::Node;

use super::elements::{attribute, element, elements, words};
use crate::office::hangul::address;

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// A link to an address.
    Link(String),
    /// A place to fill in, with what it asks for.
    Ask(String),
    /// Any other, with its code.
    Code(String),
}

/// Reads the mark of a field's beginning.
pub fn read(node: Node<'_, '_>) -> Field {
    let parameters = element(node, "parameters");
    let parameter = |name: &str| {
        let mut all = parameters.into_iter().flat_map(elements);
        all.find(|found| attribute(*found, "name") == name).map(words)
    };
    let command = parameter("Command").unwrap_or_default();
    match attribute(node, "type") {
        "CLICK_HERE" => Field::Ask(parameter("Direction").unwrap_or_default()),
        "HYPERLINK" => {
            let path = parameter("Path").filter(|path| !path.is_empty());
            let found = address(&command).or_else(|| address(path.as_deref()?));
            found.map_or_else(|| Field::Code(path.clone().unwrap_or(command)), Field::Link)
        }
        "MEMO" => Field::Code(String::new()),
        _ => Field::Code(command),
    }
}
