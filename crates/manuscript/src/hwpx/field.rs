//! Fields: links, places to fill in, and what the program reckons. Their words stand between their marks.

use roxmltree::Node;

use super::elements::{attribute, element, elements, words};

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

/// The longest address, in bytes.
const MOST_ADDRESS: usize = 4096;

/// The address of a link's code: `http\://a.kr/;1;0;0;`, with a hint after a `|`; none if it leads into a file.
pub fn address(command: &str) -> Option<String> {
    let mut address = String::new();
    let mut signs = command.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => address.extend(signs.next()),
            ';' | '|' => break,
            sign => address.push(sign),
        }
    }
    let leads = ["http:", "https:", "mailto:", "ftp:", "www."];
    let lower = address.to_ascii_lowercase();
    let leads = leads.iter().any(|lead| lower.starts_with(lead));
    (leads && address.len() <= MOST_ADDRESS).then(|| address.trim_end().to_string())
}
