//! Fonts as far as a preflight needs them: embedded or not, which glyph a code shows, how wide it is.
//!
//! Outlines are never read here; how far they reach is asked of the renderer.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use lopdf::{Dictionary, Object};

use super::file::{File, MOST_STREAM};
use super::plates;
use super::program;
use super::type3::Type3;
use super::verdict::Rect;
use crate::caught::caught;
use crate::pdf::content::Lexer;
use crate::pdf::object::{Objects, as_number};
use crate::pdf::text;

/// Most codes whose glyphs are measured.
const MOST_MEASURED: usize = 6_000;
/// Most entries that are read of a width table.
const MOST_WIDTHS: usize = 70_000;

/// In the place of a name where there is none, as in most Type 3 fonts.
pub(super) const NAMELESS: &str = "?";

/// A font resource.
#[derive(Debug, Clone, Default)]
pub(super) struct Font {
    /// BaseFont, or `?`.
    pub name: String,
    /// Subtype; for a composite font that of its descendant.
    pub kind: String,
    /// Whether the font program is in the file.
    pub embedded: bool,
    /// Whether codes are two bytes wide.
    pub wide: bool,
    /// Whether codes are CIDs (Identity encoding).
    pub identity: bool,
    /// How far the glyphs of all codes with a width of their own reach, in units of the font size,
    /// if that was measured.
    pub reach: Option<Rect>,
    horizontal: bool,
    /// Whether every entry of the width table is what it should be.
    regular: bool,
    /// What it is as a Type 3 font.
    pub type3: Option<Arc<Type3>>,
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// The glyph of each CID, two bytes each, where the font maps them.
    gids: Option<Vec<u8>>,
    /// Codes of a simple font that show `.notdef`, and whether that is more than a blank.
    missing: Vec<u32>,
    missing_seen: bool,
    /// Whether the font program is there and cannot be read.
    pub broken: bool,
    /// How large the program is, in bytes.
    pub bytes: usize,
    dict: Dictionary,
    /// Codes that stand for blanks, as ToUnicode tells.
    blank: HashSet<u32>,
}

impl Font {
    /// Reads a font dictionary.
    pub fn read(file: &File, dict: &Dictionary) -> Self {
        let text = |d: &Dictionary, key| file.name(d, key).map(text::name).unwrap_or_default();
        let mut font =
            Self { kind: text(dict, "Subtype"), name: text(dict, "BaseFont"), ..Self::default() };
        if font.name.is_empty() {
            font.name = NAMELESS.into();
        }
        match font.kind.as_str() {
            "Type0" => font.read_composite(file, dict),
            "Type3" => {
                font.type3 = file.type3(dict);
                font.embedded = true;
                font.read_simple(file, dict);
            }
            _ => font.read_simple(file, dict),
        }
        font.read_blanks(file, dict);
        font.dict = dict.clone();
        font
    }

    fn read_composite(&mut self, file: &File, dict: &Dictionary) {
        self.wide = true;
        let encoding = file.get(dict, "Encoding");
        let name = encoding.and_then(|o| o.as_name().ok()).unwrap_or_default();
        self.identity = name == b"Identity-H" || name == b"Identity-V";
        self.horizontal = name == b"Identity-H";
        let descendant = file
            .array(dict, "DescendantFonts")
            .and_then(|list| list.first())
            .and_then(|o| file.resolve(o).as_dict().ok());
        let Some(descendant) = descendant else { return };
        if let Some(kind) = file.name(descendant, "Subtype") {
            self.kind = text::name(kind);
        }
        self.embedded = program::is_there(file, descendant);
        (self.broken, self.bytes) = program::state(file, descendant);
        self.default_width = file.number(descendant, "DW").unwrap_or(1000.0);
        if let Some(map) = file.stream(descendant, "CIDToGIDMap") {
            self.gids = file.data(map, MOST_STREAM.min(1 << 18));
        }
        self.read_widths(file, file.array(descendant, "W").unwrap_or_default());
    }

    /// Reads a table of widths: `first [w w …]` or `first last w`.
    fn read_widths(&mut self, file: &File, list: &[Object]) {
        self.regular = true;
        let mut at = 0;
        while at + 1 < list.len() && self.widths.len() < MOST_WIDTHS {
            let first = as_number(file.resolve(&list[at]));
            self.regular &= first.is_some_and(|v| (0.0..=65_535.0).contains(&v));
            let first = first.unwrap_or(0.0).max(0.0) as u32;
            match file.resolve(&list[at + 1]) {
                Object::Array(widths) => {
                    for (i, width) in widths.iter().enumerate().take(MOST_WIDTHS) {
                        let width = as_number(file.resolve(width));
                        self.regular &= width.is_some();
                        self.widths.insert(first.saturating_add(i as u32), width.unwrap_or(0.0));
                    }
                    at += 2;
                }
                last => {
                    let last = as_number(last).unwrap_or(0.0).max(0.0) as u32;
                    let width = list.get(at + 2).and_then(|o| as_number(file.resolve(o)));
                    self.regular &= width.is_some();
                    for cid in first..=last.min(first.saturating_add(0xFFFF)) {
                        self.widths.insert(cid, width.unwrap_or(0.0));
                    }
                    at += 3;
                }
            }
        }
        self.regular &= at == list.len();
    }

    /// Measures how far the glyphs reach. Only of horizontal fonts whose codes are CIDs is it sure
    /// where a glyph stands.
    pub fn measure(&mut self, file: &File, dict: &Dictionary) {
        let known = self.wide && self.horizontal && self.embedded && self.regular;
        let mut codes: Vec<u32> = self.widths.keys().copied().collect();
        if !known || codes.is_empty() || codes.len() > MOST_MEASURED {
            return;
        }
        codes.sort_unstable();
        if codes.last().is_some_and(|last| *last <= 0xFFFF) {
            let reach = || plates::reach(file, dict, &codes);
            self.reach = caught(reach);
        }
    }

    /// Whether it is sure which outlines its codes draw, and where.
    pub fn has_outlines(&self) -> bool {
        let placed = !self.wide || self.identity && self.horizontal;
        placed && self.embedded && !self.broken && self.type3.is_none()
    }

    /// How far the glyphs of some codes reach, in units of the font size from where each stands; none of a blank. None
    /// if they cannot all be drawn.
    pub fn extents(&self, file: &File, codes: &[u32]) -> Option<Vec<Option<Rect>>> {
        let bytes = if self.wide { 2 } else { 1 };
        caught(|| plates::extents(file, &self.dict, (codes, bytes)))
    }

    /// Whether it is known how far a code's glyph reaches and where the next stands.
    pub fn is_measured(&self, code: u32) -> bool {
        self.reach.is_some() && self.widths.contains_key(&code)
    }

    fn read_simple(&mut self, file: &File, dict: &Dictionary) {
        self.embedded |= program::is_there(file, dict);
        (self.broken, self.bytes) = program::state(file, dict);
        if self.embedded && !self.broken && self.type3.is_none() {
            let asked = || plates::undefined(file, dict);
            if let Some((missing, seen)) = caught(asked) {
                (self.missing, self.missing_seen) = (missing, seen);
            }
        }
        let first = file.number(dict, "FirstChar").unwrap_or(0.0).max(0.0) as u32;
        for (i, width) in file.numbers(dict, "Widths").unwrap_or_default().iter().enumerate() {
            self.widths.insert(first.saturating_add(i as u32), *width);
        }
        let missing =
            file.dict(dict, "FontDescriptor").and_then(|d| file.number(d, "MissingWidth"));
        self.default_width = missing.unwrap_or(if self.widths.is_empty() { 550.0 } else { 0.0 });
        let differences = file.dict(dict, "Encoding").and_then(|e| file.array(e, "Differences"));
        let mut code = 0_u32;
        for entry in differences.unwrap_or_default().iter().take(1024) {
            match file.resolve(entry) {
                Object::Name(name) => {
                    if name == b".notdef" {
                        self.missing.push(code);
                    }
                    code = code.saturating_add(1);
                }
                other => code = as_number(other).unwrap_or(0.0).clamp(0.0, 255.0) as u32,
            }
        }
    }

    /// Notes the codes that ToUnicode says are blanks.
    fn read_blanks(&mut self, file: &File, dict: &Dictionary) {
        if !self.wide {
            self.blank.insert(32);
        }
        let map = file.stream(dict, "ToUnicode").and_then(|s| file.data(s, 4 << 20));
        let code = |o: &Object| {
            let bytes = o.as_str().ok().filter(|b| b.len() <= 4)?;
            Some(bytes.iter().fold(0_u32, |code, b| code << 8 | u32::from(*b)))
        };
        let map = map.unwrap_or_default();
        let mut lexer = Lexer::new(&map);
        while let Some(op) = lexer.next_operator() {
            let step = match op.operator {
                b"endbfchar" => 2,
                b"endbfrange" => 3,
                _ => continue,
            };
            for entry in op.operands.chunks_exact(step) {
                let blank = matches!(code(&entry[step - 1]), Some(0x20 | 0xA0 | 0x3000));
                if let Some(first) = code(&entry[0]).filter(|_| blank) {
                    self.blank.insert(first);
                }
            }
        }
    }

    /// Whether a code shows nothing.
    pub fn is_blank(&self, code: u32) -> bool {
        self.blank.contains(&code)
    }

    /// Whether the name carries a subset's prefix.
    pub fn is_subset(&self) -> bool {
        let prefix = self.name.as_bytes().get(..7);
        prefix.is_some_and(|p| p[6] == b'+' && p[..6].iter().all(u8::is_ascii_uppercase))
    }

    /// The name without a subset's prefix.
    pub fn family(&self) -> &str {
        if self.is_subset() { &self.name[7..] } else { &self.name }
    }

    /// The codes of a shown string.
    pub fn codes<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = u32> + 'a {
        let size = if self.wide { 2 } else { 1 };
        bytes.chunks(size).map(|c| c.iter().fold(0, |code, b| code << 8 | u32::from(*b)))
    }

    /// How far a code advances, in units of the font size.
    pub fn width(&self, code: u32) -> f64 {
        let width = self.widths.get(&code).copied().unwrap_or(self.default_width);
        width * self.type3.as_ref().map_or(0.001, |type3| type3.matrix[0])
    }

    /// Whether a code shows `.notdef`.
    pub fn is_notdef(&self, code: u32) -> bool {
        if !self.wide {
            let lost = !self.is_blank(code) || self.missing_seen;
            return lost && self.missing.contains(&code);
        }
        if !self.identity {
            return false;
        }
        match &self.gids {
            Some(map) => {
                let at = code as usize * 2;
                map.get(at..at + 2).is_none_or(|gid| gid == [0, 0])
            }
            None => code == 0,
        }
    }
}
