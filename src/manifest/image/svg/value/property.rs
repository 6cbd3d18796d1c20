//! The properties that change a drawing, and what may be said of each.
//!
//! The table is SVG 2's and CSS' (their property indexes), as far as the renderer draws them.

/// What values a property takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A colour.
    Colour,
    /// A colour, a paint server or nothing.
    Paint,
    /// From 0 to 1.
    Share,
    /// A length, or one of some words.
    Length {
        /// Whether it may be less than zero.
        below: bool,
        /// The words.
        words: &'static [&'static str],
    },
    /// A number from 0.
    Number,
    /// One of some words.
    Words(&'static [&'static str]),
    /// Any word.
    Word,
    /// A pattern of dashes.
    Dashes,
    /// A link to an element.
    Link,
    /// Filters.
    Filter,
    /// The order of painting.
    Order,
    /// Font families.
    Families,
    /// A font's size.
    FontSize,
    /// A font's weight.
    FontWeight,
    /// Upright or slanted.
    FontStyle,
    /// A font's width.
    FontStretch,
    /// Small capitals.
    FontVariant,
    /// Lines at text.
    Decoration,
    /// A transform of a style sheet.
    Transform,
    /// Where it turns.
    Origin,
    /// An outline.
    Path,
}

/// A property.
#[derive(Debug)]
pub struct Property {
    /// Its name, which is the attribute's too.
    pub name: &'static str,
    /// Whether children have it from their parents.
    pub inherited: bool,
    /// What it is at first.
    pub initial: &'static str,
    /// Its values.
    pub kind: Kind,
    /// The elements on which it is one; all where there are none.
    pub on: &'static [&'static str],
}

const fn on_all(
    name: &'static str,
    inherited: bool,
    initial: &'static str,
    kind: Kind,
) -> Property {
    Property { name, inherited, initial, kind, on: &[] }
}

const fn box_side(name: &'static str, kind: Kind, on: &'static [&'static str]) -> Property {
    Property { name, inherited: false, initial: "", kind, on }
}

const ANY: Kind = Kind::Length { below: true, words: &[] };
const POSITIVE: Kind = Kind::Length { below: false, words: &[] };
const SIDE: Kind = Kind::Length { below: false, words: &["auto"] };
const SPACING: Kind = Kind::Length { below: true, words: &["normal"] };
const BASELINES: &[&str] = &[
    "auto",
    "baseline",
    "alphabetic",
    "ideographic",
    "middle",
    "central",
    "mathematical",
    "hanging",
    "text-top",
    "text-bottom",
    "use-script",
    "no-change",
    "reset-size",
    "text-before-edge",
    "text-after-edge",
    "before-edge",
    "after-edge",
];
const PLACED: &[&str] = &["svg", "rect", "image", "use", "foreignObject"];

/// All of them.
pub static PROPERTIES: &[Property] = &[
    on_all("color", true, "black", Kind::Colour),
    on_all("fill", true, "black", Kind::Paint),
    on_all("stroke", true, "none", Kind::Paint),
    on_all("stop-color", false, "black", Kind::Colour),
    on_all("flood-color", false, "black", Kind::Colour),
    on_all("lighting-color", false, "white", Kind::Colour),
    on_all("fill-opacity", true, "1", Kind::Share),
    on_all("stroke-opacity", true, "1", Kind::Share),
    on_all("opacity", false, "1", Kind::Share),
    on_all("stop-opacity", false, "1", Kind::Share),
    on_all("flood-opacity", false, "1", Kind::Share),
    on_all("fill-rule", true, "nonzero", Kind::Words(&["nonzero", "evenodd"])),
    on_all("clip-rule", true, "nonzero", Kind::Words(&["nonzero", "evenodd"])),
    on_all("stroke-width", true, "1", POSITIVE),
    on_all("stroke-dashoffset", true, "0", ANY),
    on_all("stroke-dasharray", true, "none", Kind::Dashes),
    on_all("stroke-linecap", true, "butt", Kind::Words(&["butt", "round", "square"])),
    on_all("stroke-linejoin", true, "miter", Kind::Words(&["miter", "round", "bevel"])),
    on_all("stroke-miterlimit", true, "4", Kind::Number),
    on_all("display", false, "inline", Kind::Word),
    on_all("visibility", true, "visible", Kind::Words(&["visible", "hidden", "collapse"])),
    on_all(
        "overflow",
        false,
        "visible",
        Kind::Words(&["visible", "hidden", "scroll", "auto", "clip"]),
    ),
    on_all("paint-order", true, "normal", Kind::Order),
    on_all("clip-path", false, "none", Kind::Link),
    on_all("mask", false, "none", Kind::Link),
    on_all("mask-type", false, "luminance", Kind::Words(&["luminance", "alpha"])),
    on_all("filter", false, "none", Kind::Filter),
    on_all("marker-start", true, "none", Kind::Link),
    on_all("marker-mid", true, "none", Kind::Link),
    on_all("marker-end", true, "none", Kind::Link),
    on_all("mix-blend-mode", false, "normal", Kind::Word),
    on_all("isolation", false, "auto", Kind::Words(&["auto", "isolate"])),
    on_all("color-interpolation", true, "srgb", Kind::Word),
    on_all("color-interpolation-filters", true, "linearRGB", Kind::Word),
    on_all("shape-rendering", true, "auto", Kind::Word),
    on_all("text-rendering", true, "auto", Kind::Word),
    on_all("image-rendering", true, "auto", Kind::Word),
    on_all("font-family", true, "", Kind::Families),
    on_all("font-size", true, "medium", Kind::FontSize),
    on_all("font-weight", true, "normal", Kind::FontWeight),
    on_all("font-style", true, "normal", Kind::FontStyle),
    on_all("font-stretch", true, "normal", Kind::FontStretch),
    on_all("font-variant", true, "normal", Kind::FontVariant),
    on_all("font-kerning", true, "auto", Kind::Words(&["auto", "normal", "none"])),
    on_all("letter-spacing", true, "normal", SPACING),
    on_all("word-spacing", true, "normal", SPACING),
    on_all("text-anchor", true, "start", Kind::Words(&["start", "middle", "end"])),
    on_all("text-decoration", false, "none", Kind::Decoration),
    on_all("direction", true, "ltr", Kind::Words(&["ltr", "rtl"])),
    on_all("unicode-bidi", false, "normal", Kind::Word),
    on_all("writing-mode", true, "horizontal-tb", Kind::Word),
    on_all("dominant-baseline", true, "auto", Kind::Words(BASELINES)),
    on_all("alignment-baseline", false, "baseline", Kind::Words(BASELINES)),
    on_all(
        "baseline-shift",
        false,
        "baseline",
        Kind::Length { below: true, words: &["baseline", "sub", "super"] },
    ),
    on_all("transform", false, "none", Kind::Transform),
    on_all("transform-origin", false, "0 0", Kind::Origin),
    Property { on: &["svg"], ..on_all("background-color", false, "transparent", Kind::Colour) },
    box_side("x", ANY, PLACED),
    box_side("y", ANY, PLACED),
    box_side("width", SIDE, PLACED),
    box_side("height", SIDE, PLACED),
    box_side("cx", ANY, &["circle", "ellipse"]),
    box_side("cy", ANY, &["circle", "ellipse"]),
    box_side("r", POSITIVE, &["circle"]),
    box_side("rx", SIDE, &["rect", "ellipse"]),
    box_side("ry", SIDE, &["rect", "ellipse"]),
    box_side("d", Kind::Path, &["path"]),
];

/// The property of a name on an element.
pub fn find(name: &str, element: &str) -> Option<&'static Property> {
    let name = match name {
        "text-decoration-line" => "text-decoration",
        "font-variant-caps" => "font-variant",
        "background" => "background-color",
        name => name,
    };
    let found = PROPERTIES.iter().find(|property| property.name == name)?;
    (found.on.is_empty() || found.on.contains(&element)).then_some(found)
}
