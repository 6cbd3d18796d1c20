//! Refuses what leads out of an SVG file: other files, addresses, programs.
//!
//! An SVG can name such things in a dozen ways. All are refused, so that an issue looks the same
//! everywhere and nothing is read from outside its folder.

use roxmltree::{Document, Node, NodeType};

use super::css::token::{Kind, tokens, trimmed};
use super::place::{Located, spot};
use super::read::large;
use crate::document::quoted;
use crate::manifest::image::fault::ImageFault;
use crate::manifest::messages as msg;

/// Elements that run programs or hold other documents.
const FORBIDDEN: [&str; 10] = [
    "script",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "handler",
    "listener",
];
/// Fonts that are written out in the file load nothing.
const FONTS: [&str; 5] = [
    "data:font/",
    "data:application/font",
    "data:application/x-font",
    "data:application/vnd.ms-fontobject",
    "data:application/octet-stream",
];

/// Looks through all that is drawn; `kept` tells of a node's id whether it is.
pub fn check(document: &Document<'_>, kept: &[bool]) -> Result<(), ImageFault> {
    let nodes = document.descendants().filter(|node| kept[node.id().get_usize()]);
    for node in nodes {
        match node.node_type() {
            NodeType::Element => element(node)?,
            NodeType::PI if node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") => {
                return Err(outside(node, node.range().start, "<?xml-stylesheet?>"));
            }
            _ => {}
        }
    }
    Ok(())
}

fn element(node: Node<'_, '_>) -> Result<(), ImageFault> {
    let name = node.tag_name().name();
    if FORBIDDEN.iter().any(|forbidden| forbidden.eq_ignore_ascii_case(name)) {
        return Err(program(node, node.range().start, name));
    }
    for attribute in node.attributes() {
        let (key, value, at) = (attribute.name(), attribute.value(), attribute.range().start);
        if key.len() > 2 && key.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on")) {
            return Err(program(node, at, key));
        }
        match key.to_ascii_lowercase().as_str() {
            "href" | "src" => reference(node, at, value)?,
            "base" if attribute.namespace() == Some(roxmltree::NS_XML_URI) => {
                return Err(outside(node, at, value));
            }
            "attributename" if value.to_ascii_lowercase().ends_with("href") => {
                return Err(outside(node, at, value));
            }
            "style" => style(node, &Located::value(node, &attribute))?,
            _ => paint(node, at, value)?,
        }
    }
    if name.eq_ignore_ascii_case("style") {
        style(node, &Located::inside(node))?;
    }
    Ok(())
}

/// An address: only `#id`, or a picture written out in the file, which is looked at where it is drawn.
fn reference(node: Node<'_, '_>, at: usize, value: &str) -> Result<(), ImageFault> {
    let value = value.trim();
    match value.starts_with('#') || value.is_empty() || value.starts_with("data:image/") {
        true => Ok(()),
        false => Err(outside(node, at, value)),
    }
}

/// A style sheet or a `style` attribute.
fn style(node: Node<'_, '_>, style: &Located) -> Result<(), ImageFault> {
    let tokens = tokens(&style.text).ok_or_else(large)?;
    // The name of a namespace is an address that nothing is read from.
    let mut naming = false;
    for (index, token) in tokens.iter().enumerate() {
        let names = matches!(&token.kind, Kind::At(name) if name.eq_ignore_ascii_case("namespace"));
        naming = names || naming && !token.is(';') && !token.is('{');
        if naming {
            continue;
        }
        let address = match &token.kind {
            Kind::Url(address) => address.as_str(),
            Kind::Function(name) if ["url", "src"].iter().any(|f| name.eq_ignore_ascii_case(f)) => {
                match trimmed(&tokens[index + 1..]).first().map(|token| &token.kind) {
                    Some(Kind::Text(address)) => address.as_str(),
                    _ => name.as_str(),
                }
            }
            Kind::Function(name) if name.to_ascii_lowercase().ends_with("image-set") => {
                name.as_str()
            }
            Kind::Function(name) if name.eq_ignore_ascii_case("expression") => name.as_str(),
            Kind::At(name) if name.eq_ignore_ascii_case("import") => "@import",
            _ => continue,
        };
        let address = address.trim();
        if !address.starts_with('#') && !FONTS.iter().any(|font| address.starts_with(font)) {
            return Err(outside(node, style.at(token.at.start), address));
        }
    }
    Ok(())
}

/// A value in which every `url(…)` must be `url(#id)`.
fn paint(node: Node<'_, '_>, at: usize, value: &str) -> Result<(), ImageFault> {
    for after in value.to_ascii_lowercase().split("url(").skip(1) {
        let target = after.split(')').next().unwrap_or_default();
        let target = target.trim().trim_matches(['"', '\'']).trim();
        if !target.starts_with('#') {
            return Err(outside(node, at, target));
        }
    }
    Ok(())
}

/// Something outside the file.
pub fn outside(node: Node<'_, '_>, at: usize, what: &str) -> ImageFault {
    let what = quoted(shortened(what));
    ImageFault::new(msg::SVG_OUTSIDE).arg("what", what).at(spot(node.document().input_text(), at))
}

fn program(node: Node<'_, '_>, at: usize, what: &str) -> ImageFault {
    let what = quoted(shortened(what));
    ImageFault::new(msg::SVG_PROGRAM).arg("what", what).at(spot(node.document().input_text(), at))
}

fn shortened(what: &str) -> String {
    let short: String = what.trim().chars().filter(|c| !c.is_control()).take(60).collect();
    if short.is_empty() { "href".into() } else { short }
}
