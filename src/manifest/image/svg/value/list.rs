//! Paints, links, dashes, filters and the order of painting.

use super::basis::{Bad, Setting, length, one, target};
use super::colour::{colour, hex};
use crate::manifest::image::svg::css::token::{Kind, Token, first_value, trimmed};

/// Filters that can be written without an element.
const FILTERS: [&str; 10] = [
    "blur",
    "brightness",
    "contrast",
    "drop-shadow",
    "grayscale",
    "hue-rotate",
    "invert",
    "opacity",
    "saturate",
    "sepia",
];
/// Shapes and pictures that browsers clip and mask with.
const SHAPES: [&str; 12] = [
    "inset",
    "circle",
    "ellipse",
    "polygon",
    "path",
    "rect",
    "xywh",
    "shape",
    "linear-gradient",
    "radial-gradient",
    "conic-gradient",
    "image",
];

/// What comes first, and the rest.
fn first(tokens: &[Token]) -> (&[Token], &[Token]) {
    first_value(tokens).unwrap_or((trimmed(tokens), &[]))
}

/// A colour, a paint server, or both.
pub fn paint(tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    let (head, tail) = first(tokens);
    if let Some(name) = target(head) {
        let fallback =
            if tail.is_empty() { String::new() } else { format!(" {}", flat(tail, setting)?) };
        return Ok(format!("url(#{name}){fallback}"));
    }
    flat(tokens, setting)
}

fn flat(tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    if let [Token { kind: Kind::Ident(word), .. }] = tokens {
        let word = word.to_ascii_lowercase();
        if matches!(&*word, "none" | "context-fill" | "context-stroke") {
            return Ok(word);
        }
    }
    Ok(colour(tokens, setting)?.map_or_else(|| "currentColor".into(), hex))
}

/// `none` or a link to an element.
pub fn link(tokens: &[Token]) -> Result<String, Bad> {
    let (head, tail) = first(tokens);
    match (head, target(head)) {
        // What a mask may say besides is what a link to an element means anyway.
        (_, Some(name)) if tail.is_empty() => Ok(format!("url(#{name})")),
        (_, Some(_)) => Err(Bad::Unread(format!("url() {}", word(tail)))),
        ([Token { kind: Kind::Ident(word), .. }], _) if word.eq_ignore_ascii_case("none") => {
            Ok("none".into())
        }
        ([Token { kind: Kind::Ident(word), .. }], _) if word.ends_with("-box") => {
            Err(Bad::Unread(word.clone()))
        }
        ([Token { kind: Kind::Function(name), .. }, ..], _)
            if SHAPES.iter().any(|shape| name.to_ascii_lowercase().ends_with(shape)) =>
        {
            Err(Bad::Unread(format!("{name}()")))
        }
        _ => Err(Bad::Invalid),
    }
}

fn word(tokens: &[Token]) -> String {
    tokens.first().and_then(Token::ident).unwrap_or("…").to_string()
}

/// `none`, or links and functions.
pub fn filter(tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    if let [one] = tokens
        && one.ident().is_some_and(|word| word.eq_ignore_ascii_case("none"))
    {
        return Ok("none".into());
    }
    let (mut rest, mut parts) = (tokens, vec![]);
    while !rest.is_empty() {
        let (head, tail) = first(rest);
        parts.push(match (head, target(head)) {
            (_, Some(name)) => format!("url(#{name})"),
            ([Token { kind: Kind::Function(name), .. }, inside @ .., _], _)
                if FILTERS.iter().any(|filter| name.eq_ignore_ascii_case(filter)) =>
            {
                format!("{}({})", name.to_ascii_lowercase(), arguments(inside, setting)?)
            }
            _ => return Err(Bad::Invalid),
        });
        rest = tail;
    }
    Ok(parts.join(" "))
}

fn arguments(tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    let (mut rest, mut parts) = (tokens, vec![]);
    while !trimmed(rest).is_empty() {
        let (head, tail) = first(rest);
        parts.push(match one(head) {
            Ok(quantity) => format!("{}{}", quantity.value, quantity.unit),
            Err(Bad::Unread(what)) => return Err(Bad::Unread(what)),
            Err(Bad::Invalid) => hex(colour(head, setting)?.unwrap_or(setting.current)),
        });
        rest = tail;
    }
    Ok(parts.join(" "))
}

/// `none`, or lengths with commas or spaces.
pub fn dashes(tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    if let [one] = tokens
        && one.ident().is_some_and(|word| word.eq_ignore_ascii_case("none"))
    {
        return Ok("none".into());
    }
    let (mut rest, mut parts) = (tokens, vec![]);
    while !trimmed(rest).is_empty() {
        let (head, tail) = first(rest);
        match head {
            [comma] if comma.is(',') && !parts.is_empty() => {}
            head => parts.push(length(head, false, setting)?),
        }
        rest = tail;
    }
    Ok(parts.join(" "))
}

/// What is painted first.
pub fn order(tokens: &[Token]) -> Result<String, Bad> {
    let words = tokens.iter().filter(|token| token.kind != Kind::White);
    let words: Option<Vec<String>> =
        words.map(|token| token.ident().map(str::to_ascii_lowercase)).collect();
    let words = words.ok_or(Bad::Invalid)?;
    let known = |word: &String| matches!(&**word, "fill" | "stroke" | "markers");
    let alone = matches!(&words[..], [one] if one == "normal");
    if alone || (words.len() <= 3 && !words.is_empty() && words.iter().all(known)) {
        return Ok(words.join(" "));
    }
    Err(Bad::Invalid)
}
