//! What holds for one element, and what is said of how it came about.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use color::DynamicColor;

use super::css::token::{Kind, Token, trimmed};
use super::own::Own;
use super::value::property::Property;
use super::value::{self, Setting, colour};

/// What children have from their parents besides what the renderer hands down itself.
#[derive(Debug, Clone)]
pub struct Inherited {
    /// The author's own properties.
    pub own: Own,
    /// The element's colour and its like.
    pub setting: Setting,
    /// The font families, the most wanted first.
    pub families: Arc<[String]>,
    /// Whether text leans.
    pub slanted: bool,
    /// `text-transform`
    pub case: Rc<str>,
    /// Whether blanks and line ends stay.
    pub kept_blanks: Option<bool>,
    /// Whether nothing of it is drawn.
    pub hidden: bool,
}

/// What holds for one element.
pub struct Style {
    /// By name, as the renderer reads them.
    pub properties: BTreeMap<&'static str, String>,
    /// For its children.
    pub inherited: Inherited,
    /// Its colour if it is a stop of a gradient, and whether that is one by which browsers mix in Oklab.
    pub stop: (DynamicColor, bool),
    /// Whether it is what it is by something above that the renderer does not hand down.
    pub asks: bool,
}

/// Something about a declaration that the author is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// Browsers know it, and this does not.
    Unread {
        /// The property.
        name: String,
        /// What of it.
        what: String,
    },
    /// Browsers skip it too.
    Skipped {
        /// The property.
        name: String,
        /// The value.
        value: String,
    },
    /// It changes what browsers show, and nothing here.
    Idle {
        /// The property.
        name: String,
    },
}

impl Style {
    /// A style that says nothing.
    pub fn none(inherited: Inherited) -> Self {
        Self { properties: BTreeMap::new(), inherited, stop: (colour::black(), false), asks: false }
    }

    /// Takes a value in, resolved as the renderer reads it.
    pub fn take(&mut self, property: &'static Property, resolved: String, value: &[Token]) {
        match property.name {
            "color" => {
                self.inherited.setting.current =
                    color::parse_color(&resolved).unwrap_or_else(|_| colour::black())
            }
            "stop-color" => {
                let found = colour::colour(value, &self.inherited.setting).ok().flatten();
                self.stop =
                    (found.unwrap_or(self.inherited.setting.current), colour::is_modern(value));
            }
            "font-style" => self.inherited.slanted = resolved != "normal",
            "font-family" => self.inherited.families = value::families(value).into(),
            _ => {}
        }
        self.properties.insert(property.name, resolved);
    }
}

/// As if nothing were said.
pub fn unset(property: &'static Property, above: &Style, style: &mut Style) {
    match property.inherited {
        true => inherit_value(property, above, style),
        false => style.take(property, property.initial.to_string(), &[]),
    }
}

/// Takes a word that every property knows (CSS Cascade 5, 7.3); whether it is one.
pub fn explicit(
    property: &'static Property,
    value: &[Token],
    above: &Style,
    style: &mut Style,
) -> bool {
    let [Token { kind: Kind::Ident(word), .. }] = trimmed(value) else { return false };
    match word.to_ascii_lowercase().as_str() {
        "inherit" => inherit_value(property, above, style),
        "unset" | "revert" | "revert-layer" => unset(property, above, style),
        "initial" => style.take(property, property.initial.to_string(), &[]),
        _ => return false,
    }
    true
}

/// The parent's value: the renderer hands inherited ones down itself.
fn inherit_value(property: &'static Property, above: &Style, style: &mut Style) {
    style.properties.remove(property.name);
    if !property.inherited
        && let Some(value) = above.properties.get(property.name)
    {
        style.properties.insert(property.name, value.clone());
    }
}

/// Takes in what is no attribute and yet goes down to children.
pub fn inherit(inherited: &mut Inherited, besides: &BTreeMap<String, Vec<Token>>) {
    let words = |name: &str| {
        besides.get(name).map(|value| {
            value.iter().filter_map(Token::ident).map(str::to_ascii_lowercase).collect::<Vec<_>>()
        })
    };
    if let Some(schemes) = words("color-scheme") {
        let has = |word: &str| schemes.iter().any(|scheme| scheme == word);
        inherited.setting.dark = has("dark") && !has("light");
    }
    if let Some(case) = words("text-transform").and_then(|words| words.into_iter().next()) {
        inherited.case = case.into();
    }
    if let Some(blanks) = words("white-space").or_else(|| words("white-space-collapse")) {
        let keeps = |word: &String| word.starts_with("pre") || word == "break-spaces";
        inherited.kept_blanks = Some(blanks.iter().any(keeps));
    }
}

/// A value as it can be shown.
pub fn shown(value: &[Token]) -> String {
    let word = |token: &Token| match &token.kind {
        Kind::Ident(name) => name.clone(),
        Kind::Function(name) => format!("{name}("),
        Kind::At(name) => format!("@{name}"),
        Kind::Hash(name) => format!("#{name}"),
        Kind::Text(text) => format!("'{text}'"),
        Kind::Url(address) => format!("url({address})"),
        Kind::Number(number) => number.to_string(),
        Kind::Percent(number) => format!("{number}%"),
        Kind::Dimension(number, unit) => format!("{number}{unit}"),
        Kind::White => " ".into(),
        Kind::Open(sign) | Kind::Close(sign) | Kind::Delim(sign) => sign.to_string(),
        Kind::Bad => "…".into(),
    };
    value.iter().map(word).collect::<String>().chars().take(60).collect()
}
