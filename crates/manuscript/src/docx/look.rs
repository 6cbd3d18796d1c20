//! How letters look, as far as it tells words apart: by the properties of a run, or of a style.

use roxmltree::Node;

use super::elements::{attribute, is_on, name, number};
use super::space::{Space, space};

/// The longest name of a font; those of signs have a third of it.
const LONGEST: usize = 40;

/// What properties say; none where they say nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    pub strong: Option<bool>,
    pub slanted: Option<bool>,
    /// Half points.
    pub size: Option<u32>,
    pub hidden: Option<bool>,
    pub raised: Option<bool>,
    /// The font of Latin letters.
    pub font: Option<String>,
}

/// How letters look.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Letters {
    pub strong: bool,
    pub slanted: bool,
    /// pt.
    pub size: f64,
    pub is_hidden: bool,
    pub is_raised: bool,
    pub font: String,
}

impl Look {
    /// Reads properties of letters (`rPr`).
    pub fn read(node: Option<Node<'_, '_>>) -> Self {
        let mut look = Self::default();
        let all = node.into_iter().flat_map(|node| node.children());
        for child in all.filter(|child| space(*child) == Space::Word) {
            match name(child) {
                "b" => look.strong = Some(is_on(child)),
                "i" => look.slanted = Some(is_on(child)),
                "vanish" => look.hidden = Some(is_on(child)),
                "sz" => look.size = number(child, "val"),
                "vertAlign" => {
                    let raised = matches!(attribute(child, "val"), "superscript" | "subscript");
                    look.raised = Some(raised);
                }
                "rFonts" => {
                    let found = [attribute(child, "ascii"), attribute(child, "hAnsi")];
                    let found = found.into_iter().find(|font| !font.is_empty());
                    let found = found.filter(|font| font.len() <= LONGEST).map(str::to_string);
                    look.font = found.or(look.font.take());
                }
                _ => {}
            }
        }
        look
    }

    /// With what stands above it where it says nothing.
    pub fn over(self, base: &Self) -> Self {
        Self {
            strong: self.strong.or(base.strong),
            slanted: self.slanted.or(base.slanted),
            size: self.size.or(base.size),
            hidden: self.hidden.or(base.hidden),
            raised: self.raised.or(base.raised),
            font: self.font.or_else(|| base.font.clone()),
        }
    }
}

impl Letters {
    /// Of a run: what it says, what its styles of letters and of the paragraph say, what all do by default. A property
    /// that both styles turn on is off (ISO/IEC 29500-1, 17.7.3).
    pub fn of(own: &Look, style: &Look, paragraph: &Look, all: &Look) -> Self {
        let toggled = |get: fn(&Look) -> Option<bool>| {
            let is_on = |look| get(look).unwrap_or(false);
            get(own).unwrap_or_else(|| is_on(all) || (is_on(style) != is_on(paragraph)))
        };
        let looks = [own, style, paragraph, all];
        let first = |get: fn(&Look) -> Option<bool>| looks.iter().find_map(|look| get(look));
        let size = looks.iter().find_map(|look| look.size);
        let font = looks.iter().find_map(|look| look.font.clone());
        Self {
            strong: toggled(|look| look.strong),
            slanted: toggled(|look| look.slanted),
            size: f64::from(size.unwrap_or(20)) / 2.0,
            is_hidden: toggled(|look| look.hidden),
            is_raised: first(|look| look.raised).unwrap_or(false),
            font: font.unwrap_or_default(),
        }
    }
}
