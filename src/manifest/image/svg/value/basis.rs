//! Numbers, lengths and links, of which all values are made.

use color::DynamicColor;

use crate::manifest::image::svg::css::math::{Quantity, quantity};
use crate::manifest::image::svg::css::media::Screen;
use crate::manifest::image::svg::css::token::{Kind, Token, trimmed};

/// Why a value cannot be resolved.
#[derive(Debug, Clone, PartialEq)]
pub enum Bad {
    /// A browser skips it too.
    Invalid,
    /// A browser knows it: what of it.
    Unread(String),
}

/// What a value is read against.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The element's own colour.
    pub current: DynamicColor,
    /// Whether the element is to look as on a dark screen whatever the reader's is.
    pub dark: bool,
    /// What is drawn on.
    pub screen: Screen,
}

/// The one number of a value.
pub fn one(tokens: &[Token]) -> Result<Quantity, Bad> {
    quantity(tokens).map_err(Bad::Unread)?.ok_or(Bad::Invalid)
}

/// The same without a unit.
pub fn number(tokens: &[Token]) -> Result<f64, Bad> {
    match one(tokens)? {
        Quantity { value, unit } if unit.is_empty() => Ok(value),
        _ => Err(Bad::Invalid),
    }
}

/// A number or a percentage as a share of 1.
pub fn share(tokens: &[Token]) -> Result<String, Bad> {
    let Quantity { value, unit } = one(tokens)?;
    match unit.as_str() {
        "" => Ok(value.clamp(0.0, 1.0).to_string()),
        "%" => Ok((value / 100.0).clamp(0.0, 1.0).to_string()),
        _ => Err(Bad::Invalid),
    }
}

/// A length or a percentage; negative ones where they may be `below` zero.
pub fn length(tokens: &[Token], below: bool, setting: &Setting) -> Result<String, Bad> {
    let Quantity { value, unit } = one(tokens)?;
    if value < 0.0 && !below {
        return Err(Bad::Invalid);
    }
    let of = |side: f64| Ok((value * side / 100.0).to_string());
    let Screen { width, height } = setting.screen;
    match unit.as_str() {
        "" | "px" => Ok(value.to_string()),
        "%" | "em" | "ex" => Ok(format!("{value}{unit}")),
        "vw" | "svw" | "lvw" | "dvw" | "vi" => of(width),
        "vh" | "svh" | "lvh" | "dvh" | "vb" => of(height),
        "vmin" => of(width.min(height)),
        "vmax" => of(width.max(height)),
        "ch" | "ic" | "cap" | "lh" | "rlh" | "rex" | "rch" | "ric" | "rcap" => {
            Err(Bad::Unread(format!("{value}{unit}")))
        }
        _ => Err(Bad::Invalid),
    }
}

/// `url(#name)`: the name.
pub fn target(token: &[Token]) -> Option<&str> {
    let address = match token {
        [Token { kind: Kind::Url(address), .. }] => address,
        [Token { kind: Kind::Function(name), .. }, inside @ .., _]
            if name.eq_ignore_ascii_case("url") =>
        {
            match trimmed(inside) {
                [Token { kind: Kind::Text(address), .. }] => address,
                _ => return None,
            }
        }
        _ => return None,
    };
    address
        .strip_prefix('#')
        .filter(|name| !name.is_empty() && !name.contains([')', '(', '"', '\'', ' ']))
}
