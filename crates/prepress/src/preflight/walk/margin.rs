//! How far text stands from the trim: by the lines it is set on, and where that is too near by what is really drawn of
//! its letters.
//!
//! What letters look like is asked of the renderer once a page, for the fonts and codes that stand near the trim.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::font::Font;
use super::super::limits::FAR_BELOW;
use super::super::rules;
use super::super::sides::Side;
use super::super::verdict::Rect;
use super::Walker;
use super::near::{Glyphs, NearText, Reaches, key};
use super::state::scales;
use super::work::BYTES_A_STEP;
use crate::pdf::geometry::{MM, around, grown, meeting};

/// Text nearer than this, in pt, whose lines are as far from the trim is told once.
const NEAR_PT: f64 = 20.0;
/// How many groups of such text are looked back at.
const MOST_OPEN: usize = 64;
/// What a distance may lose to rounding, in pt.
const SLACK_PT: f64 = 0.1;

impl Walker<'_> {
    /// The side of the trim that something is nearest to, and how far from it, in pt; none if that is as far as is asked.
    pub(super) fn too_near(&self, place: Rect) -> Option<(Side, f64)> {
        let sides = [
            (Side::Left, place[0] - self.trim[0]),
            (Side::Bottom, place[1] - self.trim[1]),
            (Side::Right, self.trim[2] - place[2]),
            (Side::Top, self.trim[3] - place[3]),
        ];
        let sides = sides.map(|(side, units)| (side, units * self.page.unit));
        let nearest = sides.into_iter().min_by(|a, b| a.1.total_cmp(&b.1));
        nearest.filter(|(_, pt)| *pt < self.limits.safe_margin_mm * MM - SLACK_PT)
    }

    /// Text nearer the trim than the margin, or beyond it, as its lines have it; its letters are looked at later.
    pub(super) fn check_margin(&mut self, font: &Arc<Font>, place: Rect, glyphs: Glyphs) {
        if self.too_near(place).is_none() {
            return;
        }
        let stroked = matches!(self.state.render_mode, 1 | 2 | 5 | 6);
        let width = if stroked { self.state.line_width.abs() } else { 0.0 };
        let grow = width * scales(self.state.ctm).1 / 2.0;
        let (font, clip) = (font.clone(), self.state.clip);
        if self.facts.near.keep(NearText { font, glyphs, grow, place, clip }).is_err() {
            self.tell_margin(place);
        }
    }

    /// Tells of text at a place that is too near the trim.
    fn tell_margin(&mut self, place: Rect) {
        let Some((side, pt)) = self.too_near(place) else { return };
        let want = self.limits.safe_margin_mm;
        let args = [
            ("found", format!("{:.1}", (pt / MM).max(0.0)).into()),
            ("side", side.seen(self.page.rotate).into()),
            ("want", want.into()),
        ];
        let rule = match pt < want * FAR_BELOW * MM {
            true => rules::TEXT_NEAR_TRIM,
            false => rules::TEXT_CLOSE,
        };
        self.add(rule, Some(place), &args);
    }

    /// Tells of the page's text that is near the trim by what is drawn of its letters; where that is not sure, by its
    /// lines.
    pub(super) fn settle_margins(&mut self) {
        let near = self.facts.near.take();
        let reaches = self.reaches(&near);
        let mut groups: Vec<(Rect, Option<Rect>, usize)> = vec![];
        let told = |place: Rect, walker: &Self| {
            walker.too_near(place).map(|(side, pt)| (side, (pt * 10.0).round()))
        };
        for text in near {
            let drawn = text.drawn(reaches.get(&key(&text.font)));
            let same = |(place, ..): &&mut (Rect, Option<Rect>, usize)| {
                told(*place, self) == told(text.place, self)
                    && meeting(grown(*place, NEAR_PT), text.place).is_some()
            };
            match groups.iter_mut().rev().take(MOST_OPEN).find(same) {
                Some((place, all, count)) => {
                    *count += usize::from(drawn.is_some());
                    *place = around(*place, text.place);
                    *all = all.zip(drawn).map(|(a, b)| around(a, b)).or(*all).or(drawn);
                }
                None => groups.push((text.place, drawn, usize::from(drawn.is_some()))),
            }
        }
        for (_, drawn, count) in groups {
            drawn.into_iter().for_each(|drawn| (0..count).for_each(|_| self.tell_margin(drawn)));
        }
    }

    /// How far the letters of such text reach, by their fonts.
    fn reaches(&mut self, near: &[NearText]) -> BTreeMap<usize, Reaches> {
        let mut asked: BTreeMap<usize, (&Font, BTreeSet<u32>)> = BTreeMap::new();
        for text in near {
            let codes =
                &mut asked.entry(key(&text.font)).or_insert((&text.font, BTreeSet::new())).1;
            codes.extend(text.glyphs.iter().map(|(code, _)| *code));
        }
        let mut reaches = BTreeMap::new();
        for (key, (font, codes)) in asked {
            self.spend(font.bytes / BYTES_A_STEP + codes.len());
            let codes: Vec<u32> = codes.into_iter().collect();
            if let Some(found) = font.extents(self.file, &codes).filter(|_| !self.facts.exhausted) {
                reaches.insert(key, codes.into_iter().zip(found).collect());
            }
        }
        reaches
    }
}
