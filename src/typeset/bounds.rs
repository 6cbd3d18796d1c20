//! Holds every letter of laid-out pages to its room: it neither leaves the page's text area nor runs over
//! other text.
//!
//! Measured on finished pages, whoever wrote the text and whatever a layout did with it. Text that begins in
//! a margin, such as a running head, is there on purpose; text that runs out into it is not. Nothing here
//! changes a page.

use std::collections::BTreeMap;

use typst::layout::{Abs, Size};
use typst::syntax::Span;
use typst::visualize::Paint;

use super::joiners;
use super::texts::PlacedText;
use crate::layout::length::PT_PER_MM;
use crate::layout::spec::Page;
use crate::typeset::messages as say;
use jikji_diagnostic::Diagnostic;

/// A text that left its room.
#[derive(Debug)]
pub struct Stray {
    /// The text, cut to a length that can be shown.
    pub text: String,
    /// What it did.
    pub to: Straying,
    /// The node of the markup its first glyph comes from, and the byte in it.
    pub span: (Span, u16),
}

impl Stray {
    /// What is said of it, on a page counted from 1.
    pub fn told(&self, page: usize) -> Diagnostic {
        let about =
            |message| Diagnostic::general(message).arg("page", page).arg("text", &self.text);
        match &self.to {
            Straying::Leaves(mm) => about(say::OUTSIDE).arg("by", format!("{mm:.1} mm")),
            Straying::Covers(other) => about(say::OVER_TEXT).arg("other", other),
        }
    }
}

/// What a text does that it must not.
#[derive(Debug, PartialEq)]
pub enum Straying {
    /// It stands out of the text area by so much, mm.
    Leaves(f64),
    /// It runs over this one.
    Covers(String),
}

/// What keeps the text of one page in.
#[derive(Clone, Copy)]
pub struct TextArea {
    /// The page's width and height, pt.
    page: (f64, f64),
    /// The ends of the text area, pt; the page's where text keeps to no margins.
    left: f64,
    right: f64,
    foot: f64,
}

impl TextArea {
    /// The room of a page of `size`; one of another format than the layout's has no known margins.
    pub fn of(size: Size, page: &Page, margins: bool) -> Self {
        let (width, height) = (size.x.to_pt(), size.y.to_pt());
        let near = |pt: f64, mm: f64| (pt - mm * PT_PER_MM).abs() < 1.0;
        let usual = near(width, page.trim.0) && near(height, page.trim.1);
        let [left, _, right, foot] = page.margins.map(|margin| margin * PT_PER_MM);
        let page = (width, height);
        match usual && margins {
            true => Self { page, left, right: width - right, foot: height - foot },
            false => Self { page, left: 0.0, right: width, foot: height },
        }
    }
}

/// Looks at the texts of one page, in the order they are read. `flows` says whether what a node of the markup
/// gives has to end above the page's foot.
pub fn strays(
    texts: &[PlacedText],
    area: TextArea,
    flows: &dyn Fn((Span, u16)) -> bool,
) -> Vec<Stray> {
    let strips = strips(texts);
    let leaving = strips.iter().filter_map(|strip| {
        let out = strip.out_of(area, flows);
        (out > 0.0).then(|| strip.stray(Straying::Leaves(out / PT_PER_MM)))
    });
    let mut strays: Vec<Stray> = leaving.collect();
    strays.extend(overlaps(&strips));
    strays
}

/// How far a sign may hang out at the end of a line, em.
const HANGING_EM: f64 = 0.5;
/// How far side bearings and roundings may bring two texts together, pt.
const TOUCHING_PT: f64 = 1.5;
/// From its baseline, em: the part of a line that no other text may share.
const BODY_EM: (f64, f64) = (0.6, 0.1);
/// The longest text that is shown, characters.
const SHOWN: usize = 40;

/// Texts side by side on one line; blanks at its ends do not count.
struct Strip<'a> {
    left: f64,
    right: f64,
    baseline: f64,
    /// The size of its first text, pt.
    size: f64,
    /// Whether it stands upright.
    level: bool,
    texts: Vec<&'a PlacedText<'a>>,
}

fn strips<'a>(texts: &'a [PlacedText<'a>]) -> Vec<Strip<'a>> {
    let mut strips: Vec<Strip> = vec![];
    for text in texts.iter().filter(|text| is_seen(text)) {
        let Some((start, end)) = extent(text) else { continue };
        let ((x, y), (other_x, other_y)) = (text.point(start), text.point(end));
        let (left, right) = (x.min(other_x), x.max(other_x));
        let level = text.at.kx.get() == 0.0 && text.at.ky.get() == 0.0 && text.at.sx.get() > 0.0;
        let size = text.item.size.to_pt() * text.at.sy.get().abs();
        let goes_on = |strip: &Strip| {
            level
                && strip.level
                && (strip.baseline - y).abs() < 0.1
                && (-TOUCHING_PT..size).contains(&(left - strip.right))
        };
        match strips.last_mut() {
            Some(strip) if goes_on(strip) => {
                strip.right = strip.right.max(right);
                strip.texts.push(text);
            }
            _ => {
                let (baseline, texts) = (y.max(other_y), vec![text]);
                strips.push(Strip { left, right, baseline, size, level, texts });
            }
        }
    }
    strips
}

/// Whether a text has any colour: one that is only read aloud covers nothing.
fn is_seen(text: &PlacedText) -> bool {
    !matches!(&text.item.fill, Paint::Solid(color) if color.alpha().is_some_and(|alpha| alpha == 0.0))
}

/// Where a text's first letter starts and its last one ends; none in blanks.
fn extent(text: &PlacedText) -> Option<(Abs, Abs)> {
    let letters = text.item.glyphs.iter().zip(text.spans()).filter(|(glyph, _)| {
        let letters = text.item.text.get(glyph.range()).unwrap_or_default();
        letters.chars().any(|c| !c.is_whitespace() && !joiners::HELPERS.contains(&c))
    });
    letters.map(|(_, span)| span).reduce(|first, last| (first.0, last.1))
}

impl Strip<'_> {
    /// By how much it stands out of its room, pt: all that is off the page, and all that begins in the text
    /// area and does not end there.
    fn out_of(&self, area: TextArea, flows: &dyn Fn((Span, u16)) -> bool) -> f64 {
        let TextArea { page: (width, height), left, right, foot } = area;
        let off =
            (-self.left).max(self.right - width).max(self.baseline - height).max(-self.baseline);
        let hang = HANGING_EM * self.size;
        let touches = self.level && self.left < right && self.right > left;
        let beside = if touches { (left - self.left).max(self.right - right) - hang } else { 0.0 };
        let below = match self.baseline > foot && flows(self.span()) {
            true => self.baseline - foot,
            false => 0.0,
        };
        let out = off.max(beside + hang * f64::from(beside > 0.0)).max(below);
        if out > TOUCHING_PT { out } else { 0.0 }
    }

    fn span(&self) -> (Span, u16) {
        self.texts[0].item.glyphs.first().map_or((Span::detached(), 0), |glyph| glyph.span)
    }

    fn text(&self) -> String {
        let letters = self.texts.iter().flat_map(|text| text.item.text.chars());
        let mut letters = letters.filter(|c| !joiners::HELPERS.contains(c));
        let shown: String = letters.by_ref().take(SHOWN).collect();
        format!("{}{}", shown.trim(), if letters.next().is_some() { "…" } else { "" })
    }

    fn stray(&self, to: Straying) -> Stray {
        Stray { text: self.text(), to, span: self.span() }
    }
}

/// Strips that run over another: a sweep down the page over the parts of lines that no other may share.
fn overlaps(strips: &[Strip]) -> Vec<Stray> {
    let mut ends: Vec<(f64, bool, usize)> = vec![];
    for (index, strip) in strips.iter().enumerate().filter(|(_, strip)| strip.level) {
        ends.push((strip.baseline - BODY_EM.0 * strip.size, true, index));
        ends.push((strip.baseline - BODY_EM.1 * strip.size, false, index));
    }
    // What ends makes room first.
    ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    // The strips at this height by their left end, none over another.
    let mut open: BTreeMap<(u64, usize), usize> = BTreeMap::new();
    let mut found = vec![];
    for (_, opens, index) in ends {
        let strip = &strips[index];
        let key = (order(strip.left), index);
        if !opens {
            open.remove(&key);
            continue;
        }
        let before = open.range(..key).next_back().map(|(_, &at)| &strips[at]);
        let after = open.range(key..).next().map(|(_, &at)| &strips[at]);
        let over = |other: &&Strip| {
            strip.right.min(other.right) - strip.left.max(other.left) > TOUCHING_PT
        };
        match before.filter(over).or(after.filter(over)) {
            Some(other) => found.push(strip.stray(Straying::Covers(other.text()))),
            None => {
                open.insert(key, index);
            }
        }
    }
    found
}

/// A number that sorts as `x` does, for whole points' fractions.
fn order(x: f64) -> u64 {
    ((x + 1e6).max(0.0) * 1e3) as u64
}
