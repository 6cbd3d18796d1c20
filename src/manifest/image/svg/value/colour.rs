//! Colours as CSS has them (CSS Color 5), brought to sRGB as a browser shows them on an ordinary screen.

use color::{AlphaColor, ColorSpaceTag as Space, DynamicColor, HueDirection, Srgb};

use super::basis::{Bad, Setting};
use crate::manifest::image::svg::css::math::{Quantity, is_math, quantity};
use crate::manifest::image::svg::css::token::{
    Kind, Token, end_of, first_value, past, split, trimmed,
};

/// How deep `color-mix()` and `light-dark()` may stand in each other.
const DEEPEST: usize = 16;
/// Functions that give a colour by its components, and the names these have.
const FUNCTIONS: [(&str, Space, [&str; 3]); 10] = [
    ("rgb", Space::Srgb, ["r", "g", "b"]),
    ("rgba", Space::Srgb, ["r", "g", "b"]),
    ("hsl", Space::Hsl, ["h", "s", "l"]),
    ("hsla", Space::Hsl, ["h", "s", "l"]),
    ("hwb", Space::Hwb, ["h", "w", "b"]),
    ("lab", Space::Lab, ["l", "a", "b"]),
    ("lch", Space::Lch, ["l", "c", "h"]),
    ("oklab", Space::Oklab, ["l", "a", "b"]),
    ("oklch", Space::Oklch, ["l", "c", "h"]),
    ("color", Space::Srgb, ["r", "g", "b"]),
];
/// What browsers answer for the system's colours on a light screen (CSS Color 4, 10).
const SYSTEM: [(&str, [u8; 3]); 24] = [
    ("accentcolor", [0, 117, 255]),
    ("accentcolortext", [255, 255, 255]),
    ("activetext", [255, 0, 0]),
    ("buttonborder", [0, 0, 0]),
    ("buttonface", [239, 239, 239]),
    ("buttontext", [0, 0, 0]),
    ("canvas", [255, 255, 255]),
    ("canvastext", [0, 0, 0]),
    ("field", [255, 255, 255]),
    ("fieldtext", [0, 0, 0]),
    ("graytext", [128, 128, 128]),
    ("highlight", [51, 103, 209]),
    ("highlighttext", [255, 255, 255]),
    ("linktext", [0, 0, 238]),
    ("mark", [255, 255, 0]),
    ("marktext", [0, 0, 0]),
    ("selecteditem", [25, 103, 210]),
    ("selecteditemtext", [255, 255, 255]),
    ("visitedtext", [85, 26, 139]),
    // Names of old that browsers keep.
    ("window", [255, 255, 255]),
    ("windowtext", [0, 0, 0]),
    ("threedface", [239, 239, 239]),
    ("background", [255, 255, 255]),
    ("infotext", [0, 0, 0]),
];

/// A colour; none where the value is the element's own `color`.
pub type Colour = Option<DynamicColor>;

/// As the renderer reads it: `#rrggbb`, or with the opacity behind.
pub fn hex(colour: DynamicColor) -> String {
    let [r, g, b, a] = colour.to_alpha_color::<Srgb>().components.map(|part| {
        let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
        (part * 255.0).round() as u8
    });
    match a {
        255 => format!("#{r:02x}{g:02x}{b:02x}"),
        _ => format!("#{r:02x}{g:02x}{b:02x}{a:02x}"),
    }
}

/// Whether a colour is written in a way by which browsers mix a gradient in Oklab.
pub fn is_modern(tokens: &[Token]) -> bool {
    let modern =
        |name: &str| matches!(name, "color" | "color-mix" | "lab" | "lch" | "oklab" | "oklch");
    tokens.iter().any(
        |token| matches!(&token.kind, Kind::Function(name) if modern(&name.to_ascii_lowercase())),
    )
}

/// Whether a colour is reckoned from the element's own.
pub fn asks(tokens: &[Token]) -> bool {
    let own =
        |token: &Token| token.ident().is_some_and(|word| word.eq_ignore_ascii_case("currentcolor"));
    tokens.len() > 1 && tokens.iter().any(own)
}

/// Black, from which every colour starts.
pub fn black() -> DynamicColor {
    DynamicColor::from_alpha_color(AlphaColor::<Srgb>::new([0.0, 0.0, 0.0, 1.0]))
}

/// Reads a colour that is all of a value.
pub fn colour(tokens: &[Token], setting: &Setting) -> Result<Colour, Bad> {
    read(tokens, setting, 0)
}

/// The same; `currentColor` is what the element has.
fn certain(tokens: &[Token], setting: &Setting, depth: usize) -> Result<DynamicColor, Bad> {
    Ok(read(tokens, setting, depth)?.unwrap_or(setting.current))
}

fn read(tokens: &[Token], setting: &Setting, depth: usize) -> Result<Colour, Bad> {
    if depth > DEEPEST {
        return Err(Bad::Invalid);
    }
    match trimmed(tokens) {
        [Token { kind: Kind::Hash(digits), .. }] => match digits.len() {
            3 | 4 | 6 | 8 => parsed(&format!("#{digits}")),
            _ => Err(Bad::Invalid),
        },
        [Token { kind: Kind::Ident(name), .. }] => named(&name.to_ascii_lowercase(), setting),
        tokens @ [Token { kind: Kind::Function(name), .. }, ..]
            if end_of(tokens, 0) + 1 == tokens.len() =>
        {
            let inside = &tokens[1..tokens.len() - 1];
            let name = name.to_ascii_lowercase();
            match name.as_str() {
                "light-dark" => match split(inside, ',')[..] {
                    [light, dark] => {
                        let (light, dark) =
                            (read(light, setting, depth + 1)?, read(dark, setting, depth + 1)?);
                        Ok(if setting.dark { dark } else { light })
                    }
                    _ => Err(Bad::Invalid),
                },
                "color-mix" => mix(inside, setting, depth + 1),
                "contrast-color" | "device-cmyk" => Err(Bad::Unread(format!("{name}()"))),
                _ => match FUNCTIONS.iter().find(|(function, ..)| *function == name) {
                    Some((_, space, parts)) => {
                        components(&name, *space, *parts, inside, setting, depth + 1)
                    }
                    None => Err(Bad::Invalid),
                },
            }
        }
        _ => Err(Bad::Invalid),
    }
}

fn parsed(text: &str) -> Result<Colour, Bad> {
    color::parse_color(text).map(Some).map_err(|_| Bad::Invalid)
}

fn named(name: &str, setting: &Setting) -> Result<Colour, Bad> {
    if name == "currentcolor" {
        return Ok(None);
    }
    match SYSTEM.iter().find(|(system, _)| *system == name) {
        Some(_) if setting.dark => Err(Bad::Unread(name.into())),
        Some((_, [r, g, b])) => parsed(&format!("#{r:02x}{g:02x}{b:02x}")),
        // The reader knows one spelling of the two.
        None => parsed(&name.replace("grey", "gray")),
    }
}

/// `rgb(…)` and its kin: one text for the reader of colours, with everything reckoned that is reckoned.
fn components(
    function: &str,
    space: Space,
    names: [&str; 3],
    inside: &[Token],
    setting: &Setting,
    depth: usize,
) -> Result<Colour, Bad> {
    let (origin, inside) = origin(inside, setting, depth)?;
    if origin.is_some() && function == "color" {
        return Err(Bad::Unread("color(from …)".into()));
    }
    let from = origin.map(|origin| (origin.convert(space), names));
    let mut text = format!("{function}(");
    let mut kinds = vec![];
    let mut at = 0;
    while at < inside.len() {
        let token = &inside[at];
        let end = past(inside, at);
        let bound = bind(&inside[at..end.min(inside.len())], from);
        match (&token.kind, bound.as_slice()) {
            (Kind::White, _) => text.push(' '),
            (Kind::Delim(sign @ (',' | '/')), _) => text.push(*sign),
            (_, [Token { kind: Kind::Ident(word), .. }]) => {
                kinds.push("");
                text.push_str(word);
            }
            (_, bound) => {
                let Quantity { value, unit } =
                    quantity(bound).map_err(Bad::Unread)?.ok_or(Bad::Invalid)?;
                kinds.push(if unit == "%" { "%" } else { "#" });
                text.push_str(&format!("{value}{unit}"));
            }
        }
        at = end;
    }
    text.push(')');
    let old = inside.iter().any(|token| token.is(','));
    if old && (from.is_some() || !old_form(function, &kinds)) {
        return Err(Bad::Invalid);
    }
    parsed(&text)
}

/// The colour that others are reckoned from (`from …`), and what stands behind it.
fn origin<'t>(
    inside: &'t [Token],
    setting: &Setting,
    depth: usize,
) -> Result<(Option<DynamicColor>, &'t [Token]), Bad> {
    match trimmed(inside) {
        [first, rest @ ..] if first.ident().is_some_and(|w| w.eq_ignore_ascii_case("from")) => {
            let (origin, rest) = first_value(rest).ok_or(Bad::Invalid)?;
            Ok((Some(certain(origin, setting, depth)?), rest))
        }
        inside => Ok((None, inside)),
    }
}

/// Whether a colour with commas is one (CSS Color 4, 5.1 and 7): browsers take no mixtures there.
fn old_form(function: &str, kinds: &[&str]) -> bool {
    match (function, kinds) {
        ("rgb" | "rgba", [a, b, c] | [a, b, c, _]) => a == b && b == c && !a.is_empty(),
        ("hsl" | "hsla", [a, b, c] | [a, b, c, _]) => *a == "#" && *b == "%" && *c == "%",
        _ => false,
    }
}

/// Puts the origin's components for their names, in the range the function writes them in.
fn bind(tokens: &[Token], from: Option<(DynamicColor, [&str; 3])>) -> Vec<Token> {
    let Some((origin, names)) = from else { return tokens.to_vec() };
    let scale = if origin.cs == Space::Srgb { 255.0 } else { 1.0 };
    let value = |name: &str| {
        let part = names.iter().position(|part| *part == name);
        match part {
            Some(part) => Some(f64::from(origin.components[part]) * scale),
            None => (name == "alpha").then(|| f64::from(origin.components[3])),
        }
    };
    let put = |token: &Token| match token.ident().and_then(|word| value(&word.to_ascii_lowercase()))
    {
        Some(value) => Token { kind: Kind::Number(value), at: token.at.clone() },
        None => token.clone(),
    };
    tokens.iter().map(put).collect()
}

/// `color-mix(in space, colour share, colour share)` (CSS Color 5, 2).
fn mix(inside: &[Token], setting: &Setting, depth: usize) -> Result<Colour, Bad> {
    let [method, one, other] = split(inside, ',')[..] else { return Err(Bad::Invalid) };
    let words: Vec<String> =
        method.iter().filter_map(Token::ident).map(str::to_ascii_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (space, way) = match words[..] {
        ["in", space] => (space, HueDirection::Shorter),
        ["in", space, way, "hue"] => match way {
            "shorter" => (space, HueDirection::Shorter),
            "longer" => (space, HueDirection::Longer),
            "increasing" => (space, HueDirection::Increasing),
            "decreasing" => (space, HueDirection::Decreasing),
            _ => return Err(Bad::Invalid),
        },
        _ => return Err(Bad::Invalid),
    };
    let space = mixing_space(space).ok_or(Bad::Invalid)?;
    let ((one, first), (other, second)) =
        (share(one, setting, depth)?, share(other, setting, depth)?);
    let (first, second) = match (first, second) {
        (None, None) => (50.0, 50.0),
        (Some(first), None) => (first, 100.0 - first),
        (None, Some(second)) => (100.0 - second, second),
        (Some(first), Some(second)) => (first, second),
    };
    let sum = first + second;
    if sum <= 0.0 {
        return Err(Bad::Invalid);
    }
    let mixed = one.interpolate(other, space, way).eval((second / sum) as f32);
    Ok(Some(if sum < 100.0 { mixed.multiply_alpha((sum / 100.0) as f32) } else { mixed }))
}

fn mixing_space(name: &str) -> Option<Space> {
    Some(match name {
        "srgb" => Space::Srgb,
        "srgb-linear" => Space::LinearSrgb,
        "display-p3" => Space::DisplayP3,
        "a98-rgb" => Space::A98Rgb,
        "prophoto-rgb" => Space::ProphotoRgb,
        "rec2020" => Space::Rec2020,
        "lab" => Space::Lab,
        "oklab" => Space::Oklab,
        "xyz" | "xyz-d65" => Space::XyzD65,
        "xyz-d50" => Space::XyzD50,
        "hsl" => Space::Hsl,
        "hwb" => Space::Hwb,
        "lch" => Space::Lch,
        "oklch" => Space::Oklch,
        _ => return None,
    })
}

/// A colour and how much of it, in %.
fn share(
    part: &[Token],
    setting: &Setting,
    depth: usize,
) -> Result<(DynamicColor, Option<f64>), Bad> {
    let percent = |tokens: &[Token]| {
        let starts = match tokens.first().map(|token| &token.kind) {
            Some(Kind::Percent(_)) => true,
            Some(Kind::Function(name)) => is_math(name),
            _ => false,
        };
        let found = if starts { quantity(tokens).ok().flatten() } else { None };
        found
            .filter(|found| found.unit == "%" && (0.0..=100.0).contains(&found.value))
            .map(|found| found.value)
    };
    let (head, tail) = first_value(part).ok_or(Bad::Invalid)?;
    if tail.is_empty() {
        return Ok((certain(head, setting, depth)?, None));
    }
    match (percent(head), percent(tail)) {
        (Some(share), _) => Ok((certain(tail, setting, depth)?, Some(share))),
        (_, Some(share)) => Ok((certain(head, setting, depth)?, Some(share))),
        _ => Err(Bad::Invalid),
    }
}
