//! Text that stands near the trim by its lines, and what is really drawn of it. It judges nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::font::Font;
use super::super::verdict::Rect;
use crate::pdf::geometry::{Matrix, around, bounds, grown, meeting};

/// Most glyphs of a page that are kept to be looked at; text beyond them is told by its lines.
const MOST_GLYPHS: usize = 100_000;

/// Glyphs of a run of text: their codes, and what takes each to its place.
pub(super) type Glyphs = Vec<(u32, Matrix)>;

/// Text whose lines come too near the trim.
#[derive(Debug)]
pub(in super::super) struct NearText {
    pub font: Arc<Font>,
    pub glyphs: Glyphs,
    /// How far their outlines are stroked beyond themselves.
    pub grow: f64,
    /// Where they are seen, by the lines they stand on, and what of the page a clip leaves of them.
    pub place: Rect,
    pub clip: Rect,
}

/// Such text of a page, up to so many glyphs.
#[derive(Debug, Default)]
pub(in super::super) struct NearTexts {
    all: Vec<NearText>,
    glyphs: usize,
}

impl NearTexts {
    /// Keeps one more, or gives it back where there are too many or no glyphs to look at.
    pub fn keep(&mut self, text: NearText) -> Result<(), NearText> {
        let glyphs = self.glyphs + text.glyphs.len();
        if text.glyphs.is_empty() || glyphs > MOST_GLYPHS {
            return Err(text);
        }
        self.glyphs = glyphs;
        self.all.push(text);
        Ok(())
    }

    /// All of it, which is kept no more.
    pub fn take(&mut self) -> Vec<NearText> {
        self.glyphs = 0;
        std::mem::take(&mut self.all)
    }
}

/// How far the glyphs of codes reach.
pub(super) type Reaches = BTreeMap<u32, Option<Rect>>;

impl NearText {
    /// What is drawn of it; nothing of what is but blank or clipped away.
    pub fn drawn(&self, reaches: Option<&Reaches>) -> Option<Rect> {
        let Some(reaches) = reaches else { return Some(self.place) };
        let mut all: Option<Rect> = None;
        for (code, matrix) in &self.glyphs {
            let Some(reach) = reaches.get(code) else { return Some(self.place) };
            let Some(reach) = reach else { continue };
            let seen = meeting(grown(bounds(*reach, *matrix), self.grow), self.clip);
            all = all.map(|all| seen.map_or(all, |seen| around(all, seen))).or(seen);
        }
        all.filter(|all| all.iter().all(|side| side.is_finite()))
    }
}

/// What tells a font from others of the page.
pub(super) fn key(font: &Arc<Font>) -> usize {
    Arc::as_ptr(font).addr()
}
