//! What the elements of SVG are to a page, and small matters of their attributes.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::named::named;
use super::reach::Link;
use super::value::colour::hex;
use super::value::property::{PROPERTIES, find};

/// The namespace of links of old.
pub const XLINK: &str = "http://www.w3.org/1999/xlink";
/// What the renderer draws, or draws with.
const DRAWN: [&str; 51] = [
    "svg",
    "g",
    "a",
    "defs",
    "symbol",
    "use",
    "switch",
    "image",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "linearGradient",
    "radialGradient",
    "stop",
    "pattern",
    "clipPath",
    "mask",
    "marker",
    "filter",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
];
/// What moves a drawing, which paper does not.
const STILL: [&str; 5] = ["animate", "animateTransform", "animateMotion", "animateColor", "set"];
/// What some program draws, and neither browsers nor the renderer do.
const LOST: [&str; 11] = [
    "flowRoot",
    "flowPara",
    "flowSpan",
    "tref",
    "meshgradient",
    "meshGradient",
    "mesh",
    "hatch",
    "solidColor",
    "solidcolor",
    "altGlyph",
];

/// What an element is to a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// It is drawn.
    Drawn,
    /// It says things about the drawing, or is nothing in SVG.
    Silent,
    /// It moves the drawing.
    Still,
    /// It would be missed.
    Lost,
}

/// What an element of that name is.
pub fn part(name: &str) -> Part {
    if DRAWN.contains(&name) {
        Part::Drawn
    } else if STILL.contains(&name) {
        Part::Still
    } else if LOST.contains(&name) {
        Part::Lost
    } else {
        Part::Silent
    }
}

/// Whether an element that is not drawn has something to see: drawing programs leave empty ones behind.
pub fn is_seen(node: Node<'_, '_>) -> bool {
    let flow = node.tag_name().name().starts_with("flow");
    !flow
        || node
            .descendants()
            .any(|n| n.is_text() && n.text().is_some_and(|text| !text.trim().is_empty()))
}

/// Attributes that were resolved, or mean nothing to the renderer.
pub fn is_spent(name: &str) -> bool {
    let resolved = ["class", "style", "requiredFeatures", "requiredExtensions", "systemLanguage"];
    resolved.contains(&name)
        || name == "content"
        || name.starts_with("data-")
        || name.starts_with("aria-")
}

/// Whether what holds for an element is not just what its attributes say in a way the renderer reads.
pub fn is_changed(node: Node<'_, '_>, properties: &BTreeMap<&'static str, String>) -> bool {
    let said = |name: &str| node.attributes().find(|a| a.namespace().is_none() && a.name() == name);
    let other = |(name, value): (&&str, &String)| {
        !said(name).is_some_and(|said| reads_alike(said.value(), value))
    };
    let lost = |attribute: roxmltree::Attribute<'_, '_>| {
        let name = attribute.name();
        let property =
            find(name, node.tag_name().name()).is_some() && !matches!(name, "transform" | "d");
        name == "style" || property && !properties.contains_key(name)
    };
    properties.iter().any(other) || node.attributes().any(lost)
}

/// Whether the renderer reads two values alike.
fn reads_alike(said: &str, value: &str) -> bool {
    let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let colour = || color::parse_color(said.trim()).ok().filter(|_| !said.contains('('));
    said == value
        || number(said).is_some_and(|said| number(value) == Some(said))
        || colour().is_some_and(|said| hex(said) == value)
}

/// Gives the root of a drawing inside another what the other must not hand down.
pub fn apart(attributes: &mut Vec<(String, String)>) {
    for property in PROPERTIES.iter().filter(|property| property.inherited) {
        if attributes.iter().any(|(name, _)| name == property.name) {
            continue;
        }
        let initial = match property.name {
            "font-family" => "sans-serif",
            "font-size" => "16",
            "font-kerning" | "image-rendering" => continue,
            _ => property.initial,
        };
        attributes.push((property.name.into(), initial.into()));
    }
    if !attributes.iter().any(|(name, _)| name == "xml:space") {
        attributes.push(("xml:space".into(), "default".into()));
    }
}

/// What an element names.
pub fn links(
    node: Node<'_, '_>,
    attributes: &[(String, String)],
    prefix: &str,
) -> Vec<(Link, String)> {
    let mut links = vec![];
    for (name, value) in attributes {
        let named = |value: &str| {
            value.strip_prefix('#').and_then(|id| id.strip_prefix(prefix)).map(str::to_string)
        };
        if name == "href" && node.tag_name().name() == "use" {
            links.extend(named(value.trim()).map(|id| (Link::Use, id)));
        }
        let times = match name.as_str() {
            "marker-start" | "marker-end" | "fill" | "stroke" | "clip-path" | "mask" => 1,
            "marker-mid" => corners(node),
            _ => continue,
        };
        let id = value.strip_prefix("url(").and_then(|rest| rest.split(')').next()).and_then(named);
        links.extend(id.map(|id| (Link::Paint(times), id)));
    }
    links
}

/// How a gradient goes on beyond its ends, if that takes a program that documents to keep may not have.
pub fn spread<'a, 'input>(node: Node<'a, 'input>) -> Option<roxmltree::Attribute<'a, 'input>> {
    let spread = node.attribute_node("spreadMethod");
    spread.filter(|spread| matches!(spread.value().trim(), "reflect" | "repeat"))
}

/// About how many corners an outline has.
fn corners(node: Node<'_, '_>) -> u64 {
    let outline = named(node, "d").or_else(|| named(node, "points")).unwrap_or_default();
    let numbers =
        outline.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|part| !part.is_empty());
    (numbers.count() as u64 / 2).max(1)
}

/// Width and height of a picture: what is not said follows from its own size.
pub fn sides(
    width: Option<String>,
    height: Option<String>,
    natural: (f64, f64),
) -> (String, String) {
    let said = |side: Option<String>| side.filter(|side| side != "auto");
    let number = |side: &String| side.parse::<f64>().ok();
    match (said(width), said(height)) {
        (Some(width), Some(height)) => (width, height),
        (Some(width), None) => {
            let height = number(&width).map_or(natural.1, |width| width * natural.1 / natural.0);
            (width, height.to_string())
        }
        (None, Some(height)) => {
            let width = number(&height).map_or(natural.0, |height| height * natural.0 / natural.1);
            (width.to_string(), height)
        }
        (None, None) => (natural.0.to_string(), natural.1.to_string()),
    }
}

/// With a capital at the beginning of each word.
pub fn capitalised(text: &str) -> String {
    let mut before = ' ';
    let mut out = String::new();
    for c in text.chars() {
        match before.is_whitespace() {
            true => out.extend(c.to_uppercase()),
            false => out.push(c),
        }
        before = c;
    }
    out
}
