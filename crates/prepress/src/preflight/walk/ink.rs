//! Hands what is painted to the estimate of total ink, if one is wanted.
//!
//! It must understand everything at least as inky and at least as wide as the plates will show it;
//! where it does not understand, it gives the page up.

use super::super::estimate::{Blend, Brush, Coat, Estimate};
use super::super::font::Font;
use super::super::plates::scale_of;
use super::super::verdict::Rect;
use super::Walker;
use super::path::Path;
use super::state::{Color, scales};
use crate::pdf::geometry::{Matrix, bounds, grown, intersect};

/// Where the sheet ends nothing is soft: what reaches its edge is taken to go on this far, in pt.
const BEYOND_PT: f64 = 10.0;
/// Paths narrower than this, in pt, may be taken to have no area.
const FLAT_PT: f64 = 0.01;
/// How many glyphs of a run may lie over each other on one spot.
const GLYPHS_OVER: u8 = 3;
/// How far a glyph may be moved to fit the pixels, in pixels.
const GLYPH_PX: f64 = 1.0;
/// Strokes are widened to a pixel, whatever their width; twice that on a slant.
const LEAST_STROKE_PX: f64 = 2.0;

/// How one thing is painted.
pub(super) struct Mark<'c> {
    pub coat: &'c Coat,
    pub alpha: f64,
    pub overprint: bool,
    /// What it covers at most, in page space, without the clip.
    pub reach: Rect,
    /// Whether it covers all of that.
    pub filled: bool,
    /// How often it may lie over itself on one spot.
    pub times: u8,
}

impl Walker<'_> {
    /// Begins to estimate the page's ink.
    pub(super) fn estimate(&mut self) {
        self.estimate = Some(Estimate::new(self.page, self.limits.bleed_mm, self.scale()));
    }

    /// Pixels a pt of the plates.
    pub(super) fn scale(&self) -> f64 {
        scale_of(self.page, self.limits)
    }

    /// Gives the page's estimate up.
    pub(super) fn lose_ink(&mut self) {
        if let Some(estimate) = &mut self.estimate {
            estimate.give_up();
        }
    }

    /// Takes note of something painted.
    pub(super) fn mark(&mut self, mark: &Mark) {
        let state = &self.state;
        let overprint = if mark.overprint { Blend::Keeps } else { Blend::Replaces };
        let blend = state.blend.max(state.layer.blend).max(overprint);
        let blended = state.blended || state.layer.blended;
        let sheer = mark.alpha != 1.0 || state.masked || state.layer.sheer;
        let even = mark.coat.most == mark.coat.least;
        let whole = mark.filled && state.clip_exact && even;
        let solid = whole && !sheer && !blended && blend == Blend::Replaces;
        // Lighter blend modes may leave less ink than either had.
        let coat = Coat { least: if blended { 0 } else { mark.coat.least }, ..*mark.coat };
        let solid = solid.then(|| self.to_sheet_edge(intersect(mark.reach, state.clip)));
        let (reach, clip, times) = (mark.reach, state.clip, mark.times);
        let brush = Brush { coat: &coat, blend, reach, clip, solid, times };
        if let Some(estimate) = &mut self.estimate {
            estimate.paint(&brush);
        }
    }

    fn to_sheet_edge(&self, r: Rect) -> Rect {
        let media = self.page.media;
        let low = |i: usize| if r[i] <= media[i] { r[i] - BEYOND_PT } else { r[i] };
        let high = |i: usize| if r[i] >= media[i] { r[i] + BEYOND_PT } else { r[i] };
        [low(0), low(1), high(2), high(3)]
    }

    /// What the clip leaves of the sheet.
    pub(super) fn mark_clip(&mut self, coat: &Coat) {
        let (overprint, reach) = (self.state.overprint_fill, self.state.clip);
        let alpha = self.state.fill_alpha;
        self.mark(&Mark { coat, alpha, overprint, reach, filled: false, times: 1 });
    }

    /// A path that is filled, stroked or both.
    pub(super) fn mark_path(&mut self, path: &Path, fill: bool, stroke: bool) {
        if self.estimate.is_none() {
            return;
        }
        if path.broken {
            self.lose_ink();
        }
        let Some(reach) = path.bounds() else { return };
        // Both at once are blended as the fill is.
        let overprint = fill && self.state.overprint_fill;
        if fill {
            let (color, alpha) = (self.state.fill.clone(), self.state.fill_alpha);
            let upright = path.upright();
            let (coat, reach) = (&color.coat, upright.unwrap_or(reach));
            let filled = upright.is_some() && color.pattern.is_none();
            // Renderers draw what has no area as a line, and may take a pattern's colour elsewhere.
            let flat = (reach[2] - reach[0]).min(reach[3] - reach[1]) < FLAT_PT;
            let unsure = Coat::unbounded();
            let coat = if flat && color.pattern.is_some() { &unsure } else { coat };
            self.mark(&Mark { coat, alpha, overprint, reach, filled, times: 1 });
        }
        if stroke {
            let (color, alpha) = (self.state.stroke.clone(), self.state.stroke_alpha);
            let grow = self.stroke_reach(self.state.ctm, path.joined);
            let reach = grown(reach, grow);
            let overprint = overprint || self.state.overprint_stroke;
            self.mark(&Mark {
                coat: &color.coat,
                alpha,
                overprint,
                reach,
                filled: false,
                times: 1,
            });
        }
    }

    /// How far a stroke reaches over its path, in pt.
    fn stroke_reach(&self, m: Matrix, joined: bool) -> f64 {
        let least = LEAST_STROKE_PX / self.scale();
        let width = (self.state.line_width.abs() * scales(m).1).max(least);
        let miter = if joined { self.state.miter_limit.abs() } else { 1.0 };
        width / 2.0 * miter.max(std::f64::consts::SQRT_2)
    }

    /// An image or a mask over the unit square.
    pub(super) fn mark_image(&mut self, coat: &Coat) {
        let reach = bounds([0.0, 0.0, 1.0, 1.0], self.state.ctm);
        let (alpha, overprint) = (self.state.fill_alpha, self.state.overprint_fill);
        self.mark(&Mark { coat, alpha, overprint, reach, filled: false, times: 1 });
    }

    /// How far the glyphs of a run reach that stand between two places.
    fn glyphs_reach(&self, font: &Font, start: Matrix, (from, to): (f64, f64)) -> Option<Rect> {
        let [left, low, right, high] = font.reach?;
        let moved = GLYPH_PX / self.scale();
        let (size, rise) = (self.state.font_size, self.state.rise);
        let wide = size * self.state.stretch;
        let x = [from + left * wide, from + right * wide, to + left * wide, to + right * wide];
        let y = [low * size + rise, high * size + rise];
        let least = |v: &[f64]| v.iter().copied().fold(f64::INFINITY, f64::min);
        let most = |v: &[f64]| v.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let r = bounds([least(&x), least(&y), most(&x), most(&y)], start);
        Some(grown(r, moved))
    }

    /// A run of text: `start` is the text space it begins in, `origins` from where to where its
    /// glyphs stand in it; none if that is not sure.
    pub(super) fn mark_text(&mut self, font: &Font, start: Matrix, origins: Option<(f64, f64)>) {
        if self.estimate.is_none() {
            return;
        }
        let mode = self.state.render_mode.clamp(0, 7);
        // Text that clips leaves an odd shape.
        self.state.clip_exact &= (0..=3).contains(&mode);
        if mode == 3 || mode == 7 {
            return;
        }
        if font.type3.is_some() {
            // Its glyphs may paint whatever they like.
            return self.mark_clip(&Coat::unbounded());
        }
        let reach = origins.and_then(|origins| self.glyphs_reach(font, start, origins));
        let reach = reach.filter(|_| !self.state.adrift).unwrap_or(self.state.clip);
        let (fills, strokes) = (matches!(mode % 4, 0 | 2), matches!(mode % 4, 1 | 2));
        let overprint = fills && self.state.overprint_fill;
        // Glyphs of a run may lie over each other.
        let adds = self.state.blend.max(self.state.layer.blend) == Blend::Adds;
        let coat = |color: &Color| if adds { color.coat.repeated() } else { color.coat };
        if fills {
            let (coat, alpha) = (coat(&self.state.fill), self.state.fill_alpha);
            self.mark_glyphs(&coat, alpha, overprint, reach);
        }
        if strokes {
            let (coat, alpha) = (coat(&self.state.stroke), self.state.stroke_alpha);
            let grow = self.stroke_reach(self.state.ctm, true);
            let reach = grown(reach, grow);
            let overprint = overprint || self.state.overprint_stroke;
            self.mark_glyphs(&coat, alpha, overprint, reach);
        }
    }

    /// Glyphs of a run, which may lie over each other and fill nothing whole.
    fn mark_glyphs(&mut self, coat: &Coat, alpha: f64, overprint: bool, reach: Rect) {
        self.mark(&Mark { coat, alpha, overprint, reach, filled: false, times: GLYPHS_OVER });
    }
}
