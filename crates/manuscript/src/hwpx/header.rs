//! The part that says how letters and paragraphs look, and how they are numbered.
//!
//! It takes what tells words apart: sizes, bold and slanted letters, levels, indents; no fonts and colours.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::elements::{attribute, element, elements, name, number, words};
use crate::office::hangul::by_style;
use crate::office::{Digits, Form, Level, Numbering};

/// The most letters of a sign that stands before paragraphs, as the file gives it.
const MOST_SIGN: usize = 64;

/// How letters look.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Letters {
    /// Whether they are bold.
    pub strong: bool,
    /// Whether they are slanted.
    pub slanted: bool,
    /// Their size, in hundredths of a point.
    pub size: u32,
}

/// What stands before a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Head {
    #[default]
    None,
    /// The outline's number.
    Outline,
    /// A number, by its numbering.
    Number(u32),
    /// A bullet, and whether it is checked.
    Bullet(u32, bool),
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shape {
    /// Where its first line begins, pt.
    pub indent: f64,
    pub head: Head,
    /// The level of its head, from 0.
    pub level: u8,
}

/// How letters and paragraphs look, by their numbers.
#[derive(Debug, Default)]
pub struct Header {
    letters: BTreeMap<u32, Letters>,
    shapes: BTreeMap<u32, Shape>,
    numberings: BTreeMap<u32, Numbering>,
    /// A sign, and the one of what is checked.
    bullets: BTreeMap<u32, (String, String)>,
    styles: BTreeMap<u32, Form>,
}

impl Header {
    /// Reads the part.
    pub fn read(root: Node<'_, '_>) -> Self {
        let mut header = Self::default();
        for list in elements(root).filter(|node| name(*node) == "refList").flat_map(elements) {
            for node in elements(list) {
                let Some(id) = number(node, "id") else { continue };
                match name(node) {
                    "charPr" => drop(header.letters.insert(id, letters(node))),
                    "paraPr" => drop(header.shapes.insert(id, shape(node))),
                    "numbering" => drop(header.numberings.insert(id, numbering(node))),
                    "bullet" => {
                        let sign = |name| attribute(node, name).chars().take(MOST_SIGN).collect();
                        header.bullets.insert(id, (sign("char"), sign("checkedChar")));
                    }
                    "style" if attribute(node, "type") != "CHAR" => {
                        let style = by_style(attribute(node, "name"), attribute(node, "engName"));
                        header.styles.insert(id, style);
                    }
                    _ => {}
                }
            }
        }
        header
    }

    /// How letters look.
    pub fn letters(&self, id: Option<u32>) -> Letters {
        id.and_then(|id| self.letters.get(&id).copied()).unwrap_or_default()
    }

    /// How a paragraph looks.
    pub fn shape(&self, id: Option<u32>) -> Shape {
        id.and_then(|id| self.shapes.get(&id).copied()).unwrap_or_default()
    }

    /// What a style says.
    pub fn style(&self, id: Option<u32>) -> Form {
        id.and_then(|id| self.styles.get(&id).cloned()).unwrap_or_default()
    }

    /// A numbering.
    pub fn numbering(&self, id: u32) -> Option<&Numbering> {
        self.numberings.get(&id)
    }

    /// The sign of a bullet.
    pub fn bullet(&self, id: u32, is_checked: bool) -> &str {
        match self.bullets.get(&id) {
            Some((_, checked)) if is_checked && !checked.is_empty() => checked,
            Some((sign, _)) => sign,
            None => "",
        }
    }
}

fn letters(node: Node<'_, '_>) -> Letters {
    Letters {
        strong: element(node, "bold").is_some(),
        slanted: element(node, "italic").is_some(),
        size: number(node, "height").unwrap_or(0),
    }
}

fn shape(node: Node<'_, '_>) -> Shape {
    let heading = element(node, "heading");
    let id = heading.and_then(|heading| number(heading, "idRef")).unwrap_or(0);
    let head = match heading.map_or("", |heading| attribute(heading, "type")) {
        "OUTLINE" => Head::Outline,
        "NUMBER" => Head::Number(id),
        "BULLET" => Head::Bullet(id, matches!(attribute(node, "checked"), "1" | "true")),
        _ => Head::None,
    };
    let level = heading.and_then(|heading| number(heading, "level")).unwrap_or(0).min(9);
    Shape { indent: indent(node), head, level: level as u8 }
}

/// Where the first line begins. Older editions count in halves; the newer stands in a `switch` beside them.
fn indent(node: Node<'_, '_>) -> f64 {
    let Some(margin) = element(node, "margin") else { return 0.0 };
    let is_new = margin.parent().is_some_and(|parent| name(parent) == "case");
    let part = if is_new { 100.0 } else { 200.0 };
    let side = |wanted| {
        let side = element(margin, wanted)?;
        let value: f64 =
            attribute(side, "value").parse().ok().filter(|value: &f64| value.is_finite())?;
        // A letter is 10 pt wide unless it is said otherwise.
        Some(if attribute(side, "unit") == "CHAR" { value * 10.0 } else { value / part })
    };
    side("left").unwrap_or(0.0) + side("intent").unwrap_or(0.0).max(0.0)
}

fn numbering(node: Node<'_, '_>) -> Numbering {
    let mut numbering = Numbering::default();
    for head in elements(node).filter(|child| name(*child) == "paraHead") {
        let at = number(head, "level").unwrap_or(0).saturating_sub(1) as usize;
        if at >= 10 {
            continue;
        }
        if numbering.levels.len() <= at {
            numbering.levels.resize(at + 1, Level::default());
        }
        let format = words(head).chars().take(MOST_SIGN).collect();
        let digits = digits(attribute(head, "numFormat"));
        let start = number(head, "start").unwrap_or(1);
        numbering.levels[at] = Level { format, digits, start };
    }
    numbering
}

/// How a number is written, by its name (OWPML, `NumberType1`).
pub fn digits(name: &str) -> Digits {
    match name {
        "CIRCLED_DIGIT" => Digits::Circled,
        "ROMAN_CAPITAL" => Digits::RomanCapital,
        "ROMAN_SMALL" => Digits::RomanSmall,
        "LATIN_CAPITAL" => Digits::LatinCapital,
        "LATIN_SMALL" => Digits::LatinSmall,
        "CIRCLED_LATIN_CAPITAL" => Digits::CircledCapital,
        "CIRCLED_LATIN_SMALL" => Digits::CircledSmall,
        "HANGUL_SYLLABLE" => Digits::Syllable,
        "CIRCLED_HANGUL_SYLLABLE" => Digits::CircledSyllable,
        "HANGUL_JAMO" => Digits::Jamo,
        "CIRCLED_HANGUL_JAMO" => Digits::CircledJamo,
        "HANGUL_PHONETIC" => Digits::Spoken,
        "IDEOGRAPH" => Digits::Hanja,
        "CIRCLED_IDEOGRAPH" => Digits::CircledHanja,
        "DECAGON_CIRCLE" => Digits::Stem,
        "DECAGON_CIRCLE_HANJA" => Digits::StemHanja,
        _ => Digits::Arabic,
    }
}
