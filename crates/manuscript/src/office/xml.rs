//! XML parts: a bounded tree.
//!
//! Elements are known by namespace and name, never by prefix: what writes a file chooses its prefixes.

use std::borrow::Cow;

use jikji_diagnostic::Diagnostic;
use roxmltree::{Document, Node, ParsingOptions};

use crate::messages as msg;

/// The most bytes of a part; a manuscript of a hundred pages has a fourth of it.
const MOST: usize = 16 << 20;
/// The most nodes of a part; a manuscript of a hundred pages has a fourth of it.
const MOST_NODES: u32 = 600_000;
/// The most attributes of an element, and of a part; an element of a word processor's has some ten.
const MOST_OWN: usize = 200;
const MOST_ATTRIBUTES: usize = 800_000;
/// The most namespaces that a part declares: each costs anew in all elements that declare one below it.
const MOST_NAMESPACES: usize = 10_000;
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
    let much = || Diagnostic::general(msg::UNPACKED).arg("part", part);
    if bytes.len() > MOST {
        return Err(much());
    }
    let text = decoded(bytes).ok_or_else(damaged)?;
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    if has_many_attributes(&text) {
        return Err(much());
    }
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

/// Whether attributes are more than a manuscript has: to tell that none stands twice costs their square.
fn has_many_attributes(text: &str) -> bool {
    if text.matches("xmlns").nth(MOST_NAMESPACES).is_some() {
        return true;
    }
    let (mut rest, mut all) = (text, 0);
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let aside = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((start, end)) = aside.iter().find(|(start, _)| rest.starts_with(start)) {
            rest = &rest[start.len()..];
            rest = rest.find(end).map_or("", |at| &rest[at..]);
            continue;
        }
        let (mut own, mut quote) = (0, None);
        let end = rest.bytes().position(|byte| match (quote, byte) {
            (None, b'"' | b'\'') => {
                (quote, own) = (Some(byte), own + 1);
                own > MOST_OWN
            }
            (Some(open), byte) if byte == open => {
                quote = None;
                false
            }
            (quote, byte) => quote.is_none() && byte == b'>',
        });
        all += own;
        if own > MOST_OWN || all > MOST_ATTRIBUTES {
            return true;
        }
        rest = end.and_then(|at| rest.get(at..)).unwrap_or_default();
    }
    false
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
        assert_eq!(refused(&format!("<a>{}</a>", " ".repeat(16 << 20))), "E1212");
        let attributes = |many: usize| {
            let each = (0..many).map(|number| format!(" a{number}='1'"));
            format!("<!--><' --><a>{}<b{}/></a>", "<?b '?><![CDATA[']]>", each.collect::<String>())
        };
        assert_eq!(refused(&attributes(201)), "E1212");
        assert!(parse(attributes(200).as_bytes(), "a.xml", |_| Ok(())).is_ok());
        assert_eq!(refused(&format!("<a>{}</a>", "<b a='' b=''/>".repeat(400_001))), "E1212");
        assert_eq!(refused(&format!("<a>{}</a>", "<b xmlns='c'/>".repeat(10_001))), "E1212");
        assert_eq!(refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "E1211");
        assert_eq!(refused("<a>"), "E1211");
        assert_eq!(refused("<a>\u{fffe}<b></a>"), "E1211");
        let sound = parse("<a><b>다</b></a>".as_bytes(), "a.xml", |root| {
            Ok(root.descendants().find_map(|node| node.text().map(str::to_string)))
        });
        assert_eq!(sound.ok().flatten().as_deref(), Some("다"));
    }
}
