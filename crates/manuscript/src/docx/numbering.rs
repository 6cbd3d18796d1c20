//! Numbers and bullets that Word generates (ISO/IEC 29500-1, 17.9).

use std::collections::{BTreeMap, BTreeSet};

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::digits;
use super::elements::{attribute, element, elements, is_on, name, number};
use super::look::Look;
use super::styles::{Shape, Styles};
use super::symbols;
use crate::messages as msg;

/// The levels that a numbering has.
const LEVELS: usize = 9;
/// The most numberings; Word makes one anew for many a list.
const MOST: usize = 20_000;
/// The longest text of a level, in characters.
const LONGEST: usize = 64;

/// A level.
#[derive(Debug, Clone, Default)]
struct Level {
    /// How its number is written.
    format: String,
    /// What stands there: `%1.` is the number of the first level and a stop.
    text: String,
    start: u32,
    /// The level after which it begins anew, from 1; 0 for never.
    restart: Option<u32>,
    /// Whether the numbers of all levels are ordinary digits.
    is_legal: bool,
    /// The style that has it.
    style: String,
    shape: Shape,
}

/// A numbering that paragraphs name.
#[derive(Debug, Clone, Default)]
struct Instance {
    /// The one it is made of.
    of: String,
    /// Where its levels begin, and what they are, where it says otherwise.
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// All numberings of a file, and how far they have come.
#[derive(Debug, Default)]
pub struct Numbering {
    kinds: BTreeMap<String, Vec<Level>>,
    /// The style that says what a numbering is.
    links: BTreeMap<String, String>,
    instances: BTreeMap<u32, Instance>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    begun: BTreeSet<(u32, usize)>,
}

/// What stands before a paragraph.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sign {
    pub text: String,
    pub depth: u8,
    /// How far in the level stands.
    pub shape: Shape,
}

impl Numbering {
    /// Reads the part that holds them.
    ///
    /// # Errors
    /// If there are too many.
    pub fn read(root: Node<'_, '_>) -> Result<Self, Diagnostic> {
        let mut read = Self::default();
        for node in elements(root) {
            if read.kinds.len() + read.instances.len() > MOST {
                return Err(Diagnostic::general(msg::UNPACKED).arg("part", "numbering.xml"));
            }
            match name(node) {
                "abstractNum" => {
                    let id = attribute(node, "abstractNumId").to_string();
                    if let Some(link) = element(node, "numStyleLink") {
                        read.links.insert(id.clone(), attribute(link, "val").to_string());
                    }
                    let mut levels = vec![Level::default(); LEVELS];
                    for of in elements(node).into_iter().filter(|of| name(*of) == "lvl") {
                        let at = number::<usize>(of, "ilvl").filter(|&at| at < LEVELS);
                        if let Some(at) = at {
                            levels[at] = level(of);
                        }
                    }
                    read.kinds.insert(id, levels);
                }
                "num" => {
                    if let Some(id) = number(node, "numId") {
                        read.instances.insert(id, instance(node));
                    }
                }
                _ => {}
            }
        }
        Ok(read)
    }

    /// The sign before the next paragraph of a numbering; none if there is no such numbering.
    pub fn next(
        &mut self,
        id: u32,
        depth: Option<u8>,
        style: &str,
        styles: &Styles,
    ) -> Option<Sign> {
        let own = self.instances.get(&id)?;
        let kind = self.kind(&own.of, styles)?;
        let levels = self.kinds.get(&kind)?;
        // A style names its numbering, the numbering's level that style.
        let linked = || {
            let is_linked =
                |level: &Level| !level.style.is_empty() && styles.builds_on(style, &level.style);
            levels.iter().position(is_linked)
        };
        let at = depth.map(usize::from).or_else(linked).unwrap_or(0).min(LEVELS - 1);
        let level = |at: usize| own.levels.get(&at).unwrap_or(&levels[at]);
        let here = level(at);
        let counts = self.counts.entry(kind).or_default();
        let first = |at: usize| own.starts.get(&at).copied().unwrap_or(level(at).start);
        let overrides = own.starts.contains_key(&at) && self.begun.insert((id, at));
        counts[at] = match counts[at] {
            Some(last) if !overrides => Some(last.saturating_add(1)),
            _ => Some(first(at)),
        };
        for (below, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let is_restarted = match level(below).restart {
                Some(0) => false,
                Some(after) => at < after as usize,
                None => true,
            };
            if is_restarted {
                *count = None;
            }
        }
        let written = |of: usize| {
            let format = if here.is_legal { "decimal" } else { &level(of).format };
            digits::write(format, counts[of].unwrap_or_else(|| first(of)))
        };
        let text = match here.format.as_str() {
            "bullet" => here.text.clone(),
            "none" => fill(&here.text, |of| if of == at { String::new() } else { written(of) }),
            _ => fill(&here.text, written),
        };
        Some(Sign { text, depth: u8::try_from(at).unwrap_or(0), shape: here.shape.clone() })
    }

    /// What a numbering is made of; one may name a style that says it.
    fn kind(&self, id: &str, styles: &Styles) -> Option<String> {
        let mut id = id.to_string();
        for _ in 0..4 {
            let Some(style) = self.links.get(&id) else { break };
            let Some(linked) = styles.numbering(style) else { break };
            let found = self.instances.get(&linked)?;
            if found.of == id {
                break;
            }
            id.clone_from(&found.of);
        }
        Some(id)
    }
}

fn level(node: Node<'_, '_>) -> Level {
    let value = |wanted| element(node, wanted).map_or("", |found| attribute(found, "val"));
    // Formats that Word added stand among alternatives.
    let formats = node.descendants().filter(|found| name(*found) == "numFmt");
    let format = formats.map(format).find(|format| !format.is_empty()).unwrap_or_default();
    let look = Look::read(element(node, "rPr"));
    let text: String = value("lvlText").chars().take(LONGEST).collect();
    let text = if format == "bullet" { bullet(&text, look.font.as_deref()) } else { text };
    Level {
        format,
        text,
        start: value("start").parse().unwrap_or(1),
        restart: element(node, "lvlRestart").and_then(|of| number(of, "val")),
        is_legal: element(node, "isLgl").is_some_and(is_on),
        style: value("pStyle").to_string(),
        shape: Shape::read(element(node, "pPr")),
    }
}

/// A bullet. Word writes a ring as the letter o.
fn bullet(text: &str, font: Option<&str>) -> String {
    if text == "o" {
        return "○".into();
    }
    let is_private = |sign: char| ('\u{F000}'..='\u{F0FF}').contains(&sign);
    let equal = |sign: char| match font {
        Some(font) => symbols::sign(font, sign),
        None => is_private(sign).then(|| symbols::sign("Symbol", sign)).flatten(),
    };
    text.chars().map(|sign| equal(sign).unwrap_or(sign)).collect()
}

/// A format; one of its own is an example: `001, 002, …`.
fn format(node: Node<'_, '_>) -> String {
    match attribute(node, "val") {
        "custom" => {
            let example = attribute(node, "format").split(',').next().unwrap_or_default();
            example.trim().chars().take(LONGEST).collect()
        }
        named => named.to_string(),
    }
}

fn instance(node: Node<'_, '_>) -> Instance {
    let of = element(node, "abstractNumId").map_or("", |of| attribute(of, "val")).to_string();
    let mut read = Instance { of, ..Instance::default() };
    for over in elements(node).into_iter().filter(|of| name(*of) == "lvlOverride") {
        let Some(at) = number::<usize>(over, "ilvl").filter(|&at| at < LEVELS) else { continue };
        if let Some(start) = element(over, "startOverride").and_then(|of| number(of, "val")) {
            read.starts.insert(at, start);
        }
        if let Some(of) = element(over, "lvl") {
            read.levels.insert(at, level(of));
        }
    }
    read
}

/// Puts numbers into the text of a level.
fn fill(text: &str, number: impl Fn(usize) -> String) -> String {
    let mut written = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let level = signs.peek().and_then(|digit| digit.to_digit(10)).filter(|&of| of > 0);
        match level.filter(|_| sign == '%') {
            Some(level) => {
                signs.next();
                written += &number(level as usize - 1);
            }
            None => written.push(sign),
        }
    }
    written
}
