//! Which names a layout may give: to folders, to modules and to fields.
//!
//! Names go into Typst markup as they are, so they must be names there too.

/// Words of Typst's code mode, Typst 0.15 (`typst-syntax`, `SyntaxKind`).
const KEYWORDS: [&str; 21] = [
    "none", "auto", "true", "false", "not", "and", "or", "let", "set", "show", "context", "if",
    "else", "for", "in", "while", "break", "continue", "return", "import", "include",
];
/// Names that the written markup uses for something else than a module.
const MARKUP: [&str; 20] = [
    "as",
    "issue",
    "setup",
    "note",
    "mark",
    "picture",
    "table",
    "link",
    "strong",
    "emph",
    "datetime",
    "metadata",
    "linebreak",
    "parbreak",
    "heading",
    "list",
    "image",
    "figure",
    "text",
    "super",
];
/// Arguments every module gets besides its fields, and the manifest's own keys.
const ARGUMENTS: [&str; 6] = ["kind", "allow", "at", "label", "fit", "issue"];

/// Whether it is a name that Typst reads as one word; ASCII, so that every keyboard has it.
pub fn is_typst(name: &str) -> bool {
    let first = |c: char| c.is_ascii_alphabetic() || c == '_';
    let other = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    name.len() <= 64
        && name != "_"
        && name.starts_with(first)
        && name.chars().all(other)
        && !KEYWORDS.contains(&name)
}

/// Whether a module can have this name.
pub fn is_module(name: &str) -> bool {
    is_typst(name) && !MARKUP.contains(&name)
}

/// Whether a field can have this name.
pub fn is_field(name: &str) -> bool {
    is_typst(name) && !ARGUMENTS.contains(&name)
}

/// Whether a layout can have this name: small letters, digits and hyphens, so no path at all.
pub fn is_folder_name(name: &str) -> bool {
    let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=64).contains(&name.len()) && name.bytes().all(inner) && !name.starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::{is_field, is_folder_name, is_module};

    #[test]
    fn names_that_typst_reads_differently_are_refused() {
        assert!(is_module("brief") && is_module("two-columns") && is_module("_x1"));
        for bad in ["", "1a", "-a", "a b", "a.b", "글", "let", "none", "_", "setup", "table"] {
            assert!(!is_module(bad), "{bad}");
        }
        assert!(is_field("title") && is_field("table"));
        assert!(!is_field("label") && !is_field("in") && !is_field("kind"));
    }

    #[test]
    fn folder_names_are_no_paths() {
        assert!(is_folder_name("spri-brief"));
        for bad in ["", "..", ".", "a/b", "a\\b", "/a", "c:", "A", "가", "-a", "a\0"] {
            assert!(!is_folder_name(bad), "{bad}");
        }
    }
}
