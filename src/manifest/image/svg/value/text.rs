//! Fonts and what is done to text.

use super::basis::{Bad, Setting, length, one};
use crate::manifest::image::svg::css::token::{Kind, Token, first_value, split, trimmed};

/// Sizes with names, in pixels, as browsers have them.
const SIZES: [(&str, f64); 8] = [
    ("xx-small", 9.0),
    ("x-small", 10.0),
    ("small", 13.0),
    ("medium", 16.0),
    ("large", 18.0),
    ("x-large", 24.0),
    ("xx-large", 32.0),
    ("xxx-large", 48.0),
];
/// Widths with names, in %.
const WIDTHS: [(&str, f64); 9] = [
    ("ultra-condensed", 50.0),
    ("extra-condensed", 62.5),
    ("condensed", 75.0),
    ("semi-condensed", 87.5),
    ("normal", 100.0),
    ("semi-expanded", 112.5),
    ("expanded", 125.0),
    ("extra-expanded", 150.0),
    ("ultra-expanded", 200.0),
];

fn word(tokens: &[Token]) -> Option<String> {
    match tokens {
        [one] => one.ident().map(str::to_ascii_lowercase),
        _ => None,
    }
}

/// The names of a list of families.
pub fn families(tokens: &[Token]) -> Result<Vec<String>, Bad> {
    let family = |part: &[Token]| match trimmed(part) {
        [Token { kind: Kind::Text(name), .. }] => Ok(name.clone()),
        [] => Err(Bad::Invalid),
        words => {
            let words = words.iter().filter(|token| token.kind != Kind::White);
            let words: Option<Vec<&str>> = words.map(Token::ident).collect();
            words.map(|words| words.join(" ")).ok_or(Bad::Invalid)
        }
    };
    split(tokens, ',').into_iter().map(family).collect()
}

/// As an attribute has them: words that name a kind of font stay words.
pub fn quoted(families: &[String]) -> String {
    let quote = |name: &String| match &*name.to_ascii_lowercase() {
        word @ ("serif" | "sans-serif" | "monospace" | "cursive" | "fantasy") => word.to_string(),
        _ => format!("'{}'", name.replace(['\'', '\\'], "")),
    };
    families.iter().map(quote).collect::<Vec<_>>().join(", ")
}

pub fn size(tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    let word = word(tokens);
    match word.as_deref() {
        Some("larger") => Ok("1.2em".into()),
        Some("smaller") => Ok("0.8333em".into()),
        Some(word) => match SIZES.iter().find(|(name, _)| *name == word) {
            Some((_, size)) => Ok(size.to_string()),
            None => Err(Bad::Invalid),
        },
        None => length(tokens, false, setting),
    }
}

/// The renderer knows hundreds.
pub fn weight(tokens: &[Token]) -> Result<String, Bad> {
    match word(tokens).as_deref() {
        Some(word @ ("normal" | "bold" | "bolder" | "lighter")) => Ok(word.into()),
        Some(_) => Err(Bad::Invalid),
        None => match one(tokens)? {
            weight if weight.unit.is_empty() && (1.0..=1000.0).contains(&weight.value) => {
                Ok(((weight.value / 100.0).round().clamp(1.0, 9.0) * 100.0).to_string())
            }
            _ => Err(Bad::Invalid),
        },
    }
}

pub fn style(tokens: &[Token]) -> Result<String, Bad> {
    match tokens.first().and_then(Token::ident).map(str::to_ascii_lowercase).as_deref() {
        Some(word @ ("normal" | "italic")) if tokens.len() == 1 => Ok(word.into()),
        Some("oblique") => Ok("oblique".into()),
        _ => Err(Bad::Invalid),
    }
}

pub fn stretch(tokens: &[Token]) -> Result<String, Bad> {
    if let Some(word) = word(tokens) {
        let known = WIDTHS.iter().any(|(name, _)| *name == word);
        return if known { Ok(word) } else { Err(Bad::Invalid) };
    }
    let width = one(tokens)?;
    if width.unit != "%" || width.value < 0.0 {
        return Err(Bad::Invalid);
    }
    let near = |(_, of): &&(&str, f64)| (of - width.value).abs();
    let nearest = WIDTHS.iter().min_by(|a, b| near(a).total_cmp(&near(b)));
    Ok(nearest.map_or("normal", |(name, _)| *name).into())
}

/// Of the many kinds the renderer knows one.
pub fn variant(tokens: &[Token]) -> String {
    let small =
        tokens.iter().filter_map(Token::ident).any(|word| word.eq_ignore_ascii_case("small-caps"));
    if small { "small-caps".into() } else { "normal".into() }
}

/// Lines at text; how they are drawn beyond plain ones is not read.
pub fn decoration(tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    let mut lines = vec![];
    for part in tokens.split(|token| token.kind == Kind::White).filter(|part| !part.is_empty()) {
        match word(part).as_deref() {
            Some(line @ ("underline" | "overline" | "line-through")) => {
                lines.push(line.to_string())
            }
            Some("none" | "solid" | "auto" | "currentcolor" | "from-font") => {}
            Some(kind @ ("wavy" | "dotted" | "dashed" | "double")) => {
                return Err(Bad::Unread(kind.into()));
            }
            _ => {
                let other = super::colour::colour(part, setting).is_ok() || one(part).is_ok();
                let what = part.first().and_then(Token::ident).unwrap_or("…");
                return Err(if other { Bad::Unread(what.into()) } else { Bad::Invalid });
            }
        }
    }
    Ok(if lines.is_empty() { "none".into() } else { lines.join(" ") })
}

/// The longhands that `font: italic 700 10px/1.2 'A', sans-serif` stands for; those it does not name come
/// to what they are at first.
pub fn font(tokens: &[Token]) -> Option<Vec<(&'static str, Vec<Token>)>> {
    let name = |name: &str| vec![Token { kind: Kind::Ident(name.into()), at: 0..0 }];
    let mut style = name("normal");
    let (mut weight, mut stretch, mut variant) = (style.clone(), style.clone(), style.clone());
    let mut rest = tokens;
    loop {
        rest = trimmed(rest);
        let (first, after) = rest.split_first()?;
        let end = std::slice::from_ref(first);
        let lower = first.ident().map(str::to_ascii_lowercase);
        match lower.as_deref() {
            Some("normal") => {}
            Some("italic" | "oblique") => style = end.to_vec(),
            Some("small-caps") => variant = end.to_vec(),
            Some("bold" | "bolder" | "lighter") => weight = end.to_vec(),
            Some(word) if WIDTHS.iter().any(|(name, _)| *name == word) => stretch = end.to_vec(),
            None if matches!(first.kind, Kind::Number(number) if number >= 1.0) => {
                weight = end.to_vec()
            }
            _ => break,
        }
        rest = after;
    }
    let (size, mut after) = first_value(rest)?;
    if let [slash, height @ ..] = after
        && slash.is('/')
    {
        after = trimmed(height).get(1..)?;
    }
    let family = trimmed(after);
    families(family).ok()?;
    Some(vec![
        ("font-style", style),
        ("font-weight", weight),
        ("font-stretch", stretch),
        ("font-variant", variant),
        ("font-size", size.to_vec()),
        ("font-family", family.to_vec()),
    ])
}
