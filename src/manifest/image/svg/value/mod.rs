//! What values of properties mean, in the renderer's terms.
//!
//! A value is one of three: it can be resolved, a browser takes it for none either, or a browser knows it
//! and this does not. The last is never passed over.

mod basis;
pub mod colour;
mod list;
pub mod property;
mod shape;
mod text;

use super::css::token::{Token, trimmed};
pub use basis::{Bad, Setting};
use basis::{length, number, share};
use property::{Kind as Grammar, Property};

/// A property's value as the renderer reads it.
pub fn resolved(property: &Property, tokens: &[Token], setting: &Setting) -> Result<String, Bad> {
    let tokens = trimmed(tokens);
    let word = match tokens {
        [one] => one.ident().map(str::to_ascii_lowercase),
        [] => return Err(Bad::Invalid),
        _ => None,
    };
    let is =
        |words: &[&str]| word.as_deref().filter(|word| words.contains(word)).map(str::to_string);
    match property.kind {
        Grammar::Colour => {
            let colour = colour::colour(tokens, setting)?;
            Ok(colour::hex(colour.unwrap_or(setting.current)))
        }
        Grammar::Paint => list::paint(tokens, setting),
        Grammar::Share => share(tokens),
        Grammar::Length { below, words } => match is(words) {
            Some(word) => Ok(word),
            None => length(tokens, below, setting),
        },
        Grammar::Number => match number(tokens)? {
            number if number >= 0.0 => Ok(number.to_string()),
            _ => Err(Bad::Invalid),
        },
        Grammar::Words(words) => is(words).ok_or(Bad::Invalid),
        // The renderer minds capitals here.
        Grammar::Word => {
            tokens[0].ident().filter(|_| word.is_some()).map(str::to_string).ok_or(Bad::Invalid)
        }
        Grammar::Dashes => list::dashes(tokens, setting),
        Grammar::Link => list::link(tokens),
        Grammar::Filter => list::filter(tokens, setting),
        Grammar::Order => list::order(tokens),
        Grammar::Families => text::families(tokens).map(|families| text::quoted(&families)),
        Grammar::FontSize => text::size(tokens, setting),
        Grammar::FontWeight => text::weight(tokens),
        Grammar::FontStyle => text::style(tokens),
        Grammar::FontStretch => text::stretch(tokens),
        Grammar::FontVariant => Ok(text::variant(tokens)),
        Grammar::Decoration => text::decoration(tokens, setting),
        Grammar::Transform => shape::transform(tokens),
        Grammar::Origin => shape::origin(tokens, setting),
        Grammar::Path => shape::path(tokens),
    }
}

/// The names of a list of font families.
pub fn families(tokens: &[Token]) -> Vec<String> {
    text::families(trimmed(tokens)).unwrap_or_default()
}

/// The longhands a `font` stands for.
pub fn font(tokens: &[Token]) -> Option<Vec<(&'static str, Vec<Token>)>> {
    text::font(trimmed(tokens))
}
