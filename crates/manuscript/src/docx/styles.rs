//! Styles: what a paragraph is, and how its letters look, by the style it has and those that one builds on.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::elements::{attribute, element, elements, is_on, name, number};
use super::look::Look;

/// How many styles may build on each other.
const MOST_BASES: usize = 32;

/// What the properties of a paragraph say; none where they say nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shape {
    /// The level of its heading, from 1; 0 if it says that it is none.
    pub level: Option<u8>,
    /// Its numbering, and the level of that, from 0.
    pub numbering: Option<u32>,
    pub depth: Option<u8>,
    /// pt.
    pub start: Option<f64>,
    pub first: Option<f64>,
}

/// What a style's name says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    #[default]
    None,
    Title,
    Caption,
}

/// A style, with all that those say on which it builds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Style {
    pub look: Look,
    pub shape: Shape,
    pub role: Role,
}

/// All styles of a file.
#[derive(Debug, Default)]
pub struct Styles {
    pub all: Look,
    styles: BTreeMap<String, Style>,
    /// The style on which each builds.
    bases: BTreeMap<String, String>,
    /// The style of paragraphs that name none.
    usual: String,
}

/// A style as the file has it.
struct Raw {
    base: String,
    style: Style,
}

impl Shape {
    /// Reads properties of a paragraph (`pPr`).
    pub fn read(node: Option<Node<'_, '_>>) -> Self {
        let mut shape = Self::default();
        let Some(node) = node else { return shape };
        if let Some(level) = element(node, "outlineLvl").and_then(|of| number::<u8>(of, "val")) {
            shape.level = Some(if level < 9 { level + 1 } else { 0 });
        }
        if let Some(of) = element(node, "numPr") {
            shape.numbering = element(of, "numId").and_then(|id| number(id, "val"));
            shape.depth = element(of, "ilvl").and_then(|of| number(of, "val"));
        }
        if let Some(of) = element(node, "ind") {
            let twips = |name| number::<f64>(of, name).filter(|many| many.abs() < 1e5);
            shape.start = twips("start").or_else(|| twips("left")).map(|many| many / 20.0);
            let hanging = twips("hanging").map(|many| -many);
            shape.first = hanging.or_else(|| twips("firstLine")).map(|many| many / 20.0);
        }
        shape
    }

    /// With what stands above it where it says nothing.
    pub fn over(self, base: &Self) -> Self {
        Self {
            level: self.level.or(base.level),
            numbering: self.numbering.or(base.numbering),
            depth: self.depth.or(base.depth),
            start: self.start.or(base.start),
            first: self.first.or(base.first),
        }
    }
}

impl Styles {
    /// Reads the part that holds them.
    pub fn read(root: Node<'_, '_>) -> Self {
        let defaults = element(root, "docDefaults").and_then(|of| element(of, "rPrDefault"));
        let all = Look::read(defaults.and_then(|of| element(of, "rPr")));
        let (mut raw, mut usual) = (BTreeMap::new(), String::new());
        for node in elements(root).into_iter().filter(|node| name(*node) == "style") {
            let id = attribute(node, "styleId").to_string();
            let is_usual = matches!(attribute(node, "default"), "1" | "true" | "on");
            if is_usual && attribute(node, "type") == "paragraph" {
                usual.clone_from(&id);
            }
            raw.entry(id).or_insert_with(|| one(node));
        }
        let styles = raw.keys().map(|id| (id.clone(), whole(id, &raw))).collect();
        let bases = raw.into_iter().map(|(id, of)| (id, of.base)).collect();
        Self { all, styles, bases, usual }
    }

    /// The style of a paragraph; one that the file does not have is known by its name alone.
    pub fn paragraph(&self, id: &str) -> Style {
        let id = if id.is_empty() { &self.usual } else { id };
        self.styles.get(id).cloned().unwrap_or_else(|| named(id))
    }

    /// Whether a style is another, or builds on it.
    pub fn builds_on(&self, id: &str, other: &str) -> bool {
        let id = if id.is_empty() { &self.usual } else { id };
        let bases = std::iter::successors(Some(id), |id| self.bases.get(*id).map(String::as_str));
        bases.take(MOST_BASES).any(|id| id == other)
    }

    /// How letters of a style look.
    pub fn letters(&self, id: &str) -> Look {
        self.styles.get(id).map(|style| style.look.clone()).unwrap_or_default()
    }

    /// The numbering of a style; none if it has none.
    pub fn numbering(&self, id: &str) -> Option<u32> {
        self.styles.get(id)?.shape.numbering
    }
}

fn one(node: Node<'_, '_>) -> Raw {
    let value = |wanted| element(node, wanted).map_or("", |found| attribute(found, "val"));
    let by_id = named(attribute(node, "styleId"));
    let by_name = named(value("name"));
    let own = Shape::read(element(node, "pPr"));
    // The names of Word's own styles say what they are; ids may be in any tongue.
    let level = own.level.or(by_name.shape.level);
    let level = if value("name").is_empty() { level.or(by_id.shape.level) } else { level };
    let role = if by_name.role == Role::None { by_id.role } else { by_name.role };
    let mut look = Look::read(element(node, "rPr"));
    if attribute(node, "type") == "table" {
        look = Look::default();
    }
    let style = Style { look, shape: Shape { level, ..own }, role };
    Raw { base: value("basedOn").to_string(), style }
}

/// A style with all on which it builds.
fn whole(id: &str, raw: &BTreeMap<String, Raw>) -> Style {
    let bases = std::iter::successors(raw.get(id), |of| raw.get(&of.base));
    let mut style = Style::default();
    for (at, of) in bases.take(MOST_BASES).enumerate() {
        style.look = style.look.over(&of.style.look);
        style.shape = style.shape.over(&of.style.shape);
        if at == 0 {
            style.role = of.style.role;
        }
    }
    style
}

/// What a name of a style says: `heading 1`, `제목 1` and HWP's `개요 1`, `Title`, `caption`.
fn named(name: &str) -> Style {
    let plain = name.to_lowercase().replace([' ', '_', '-'], "");
    let mut style = Style::default();
    let heading = ["heading", "제목", "개요"].iter().find_map(|word| plain.strip_prefix(word));
    let level = heading.and_then(|level| level.parse::<u8>().ok());
    style.shape.level = level.filter(|level| (1..=9).contains(level));
    style.role = match plain.as_str() {
        "title" | "제목" | "문서제목" => Role::Title,
        "caption" | "캡션" | "imagecaption" | "tablecaption" | "그림캡션" | "표캡션" => {
            Role::Caption
        }
        _ => Role::None,
    };
    style
}

/// Whether a mark of a paragraph has a property: that it is deleted, or moved.
pub fn mark_has(properties: Option<Node<'_, '_>>, names: &[&str]) -> bool {
    let mark = properties.and_then(|of| element(of, "rPr"));
    mark.is_some_and(|of| names.iter().any(|name| element(of, name).is_some_and(is_on)))
}
