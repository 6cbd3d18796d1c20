//! XML parts: a bounded tree.
//!
//! Elements are known by namespace and name, never by prefix: what writes a file chooses its prefixes.

use std::borrow::Cow;

use jikji_diagnostic::Diagnostic;
use roxmltree::{Document, Node, ParsingOptions};

use crate::messages as msg;

/// The most nodes of a part; a manuscript of a hundred pages has a fourth of it.
const MOST_NODES: u32 = 600_000;
/// How deep elements may stand in each other, so that what reads them may call itself.
const MOST_DEPTH: usize = 200;

/// Calls `with` for the tree of a part.
///
/// # Errors
/// If the part is no sound XML, has a document type, or holds too much.
pub fn parse<T>(
    bytes: &[u8],
    part: &str,
    with: impl FnOnce(Node<'_, '_>) -> Result<T, Diagnostic>,
) -> Result<T, Diagnostic> {
    let damaged = || Diagnostic::general(msg::DAMAGED_PART).arg("part", part);
    let text = decoded(bytes).ok_or_else(damaged)?;
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let much = || Diagnostic::general(msg::UNPACKED).arg("part", part);
    let document = match Document::parse_with_options(&text, options) {
        Ok(document) => document,
        Err(roxmltree::Error::NodesLimitReached) => return Err(much()),
        Err(_) => return Err(damaged()),
    };
    if depth(document.root()) > MOST_DEPTH {
        return Err(much());
    }
    with(document.root_element())
}

/// A part is UTF-8 or, by its mark, UTF-16 (XML 1.0, 4.3.3).
fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, mark) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((encoding_rs::UTF_8, 0));
    encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])
}

/// The greatest depth below a node, without calls in calls.
fn depth(root: Node<'_, '_>) -> usize {
    let (mut at, mut depth, mut most) = (root, 0, 0);
    loop {
        if let Some(child) = at.first_child() {
            (at, depth) = (child, depth + 1);
            most = most.max(depth);
            continue;
        }
        loop {
            if depth == 0 {
                return most;
            }
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            match at.parent() {
                Some(parent) => (at, depth) = (parent, depth - 1),
                None => return most,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn refused(text: &str) -> String {
        let found = parse(text.as_bytes(), "a.xml", |_| Ok(())).expect_err("it is refused");
        found.message.code.to_string()
    }

    #[test]
    fn what_is_no_manuscript_is_refused() {
        let deep = "<a>".repeat(60_000) + &"</a>".repeat(60_000);
        assert_eq!(refused(&deep), "E1212");
        assert_eq!(refused(&format!("<a>{}</a>", "<b/>".repeat(600_000))), "E1212");
        assert_eq!(refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "E1211");
        assert_eq!(refused("<a>"), "E1211");
        assert_eq!(refused("<a>\u{fffe}<b></a>"), "E1211");
        let sound = parse("<a><b>다</b></a>".as_bytes(), "a.xml", |root| {
            Ok(root.descendants().find_map(|node| node.text().map(str::to_string)))
        });
        assert_eq!(sound.ok().flatten().as_deref(), Some("다"));
    }
}
