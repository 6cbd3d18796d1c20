//! How much memory the renderer keeps until a page is drawn: a picture of its cell for everything that is painted
//! with a tiling, of its colours for what is painted with a gradient, of its pixels for every image, and a mask for
//! every soft mask. A few bytes of contents can ask for any amount of it, so it is counted as work is.
//!
//! Where it is seen does not matter: the renderer cuts its pictures to no clip.

use lopdf::{Dictionary, Object, Stream};

use super::super::limits::{MOST_HELD, MOST_SPREAD};
use super::super::verdict::Rect;
use super::Walker;
use super::repeats::Tiling;
use super::state::Color;
use super::work::{HELD_PIXELS_A_STEP, MASK_STEPS};
use crate::pdf::geometry::{Matrix, intersect, then};
use crate::pdf::object::Objects;

/// Bytes of a pixel of a picture, and of a mask.
pub(super) const PICTURE: f64 = 4.0;
const MASK: f64 = 1.0;
/// What each takes beside its pixels, in bytes.
const EACH: f64 = 2_048.0;
/// Most pixels a side of what a cell's BBox holds, and of its picture.
const MOST_CELL: f64 = 3_000.0;
const MOST_SIDE: f64 = 65_535.0;

impl Walker<'_> {
    /// Something is painted so often with a colour, over as much of the page as is said, seen or not.
    pub(super) fn hold_paint(&mut self, color: &Color, reach: Rect, times: usize) {
        if let Some(tiling) = color.tiling.clone() {
            let pixels = self.cell(tiling.id).map_or(0.0, |cell| self.cell_pixels(&tiling, cell));
            self.hold(pixels * times as f64, times);
            // Where it is seen it is walked.
            if self.visible(reach).is_none() && !self.facts.exhausted {
                let work = self.cell_inks(&tiling, color).work;
                self.spend_painting(work.saturating_mul(times));
            }
        } else if let Some(shade) = color.shade {
            self.hold(shade.cell * times as f64, times);
            self.hold_sheet(reach, PICTURE);
            self.spend_area(intersect(reach, self.page.media), shade.sheet, false);
        }
    }

    /// So many glyphs are shown, each of which is painted by itself.
    pub(super) fn hold_text(&mut self, reach: Rect, glyphs: usize) {
        let mode = self.state.render_mode;
        if matches!(mode, 0 | 2 | 4 | 6) {
            let color = self.state.fill.clone();
            self.hold_paint(&color, reach, glyphs);
        }
        if matches!(mode, 1 | 2 | 5 | 6) {
            let color = self.state.stroke.clone();
            self.hold_paint(&color, reach, glyphs);
        }
    }

    /// An image is drawn, of so many pixels in the file.
    pub(super) fn hold_image(&mut self, image: &Dictionary, size: (u32, u32)) {
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        let [a, b, c, d, ..] = self.state.ctm;
        let side = |a: f64, b: f64| (a.hypot(b) * self.scale()).ceil().min(MOST_SIDE / 2.0);
        let drawn = (side(a, b), side(c, d));
        // As fine as the plates, or as the file has it.
        let shrunk = drawn.0 < width || drawn.1 < height;
        self.hold(if shrunk { drawn.0 * drawn.1 } else { width * height }, 1);
        let patterned =
            self.file.bool(image, "ImageMask") == Some(true) && self.state.fill.pattern.is_some();
        let cut_out = matches!(self.file.get(image, "Mask"), Some(Object::Stream(_)));
        let of_another_size = || {
            self.file.dict(image, "SMask").is_some_and(|mask| {
                let own = |key| self.file.number(mask, key).unwrap_or(0.0);
                (own("Width"), own("Height")) != (width, height)
            })
        };
        // The renderer takes a mask of another size as a page of its own. For the plates both are made alike, but
        // what is inside of soft masks is left as it is.
        if patterned || cut_out || self.masks > 0 && of_another_size() {
            self.hold_canvas();
        }
    }

    /// A mask as large as the page.
    pub(super) fn hold_canvas(&mut self) {
        self.hold_sheet(self.page.media, MASK);
        self.spend_area(self.page.media, MASK_STEPS, false);
    }

    /// What covers a part of the page.
    pub(super) fn hold_sheet(&mut self, reach: Rect, bytes: f64) {
        let [left, low, right, high] = intersect(reach, self.page.media);
        let side = |a: f64, b: f64| ((b - a) * self.scale()).max(1.0);
        self.held.spread += side(left, right) * side(low, high) * bytes;
        self.hold(0.0, 1);
    }

    /// A picture of so many pixels.
    pub(super) fn hold_picture(&mut self, pixels: f64) {
        self.hold(pixels, 1);
    }

    fn hold(&mut self, pixels: f64, times: usize) {
        if self.facts.unplated {
            return;
        }
        self.held.always += pixels * PICTURE + times as f64 * EACH;
        self.spend_painting((pixels / HELD_PIXELS_A_STEP) as usize);
        if self.held.always > MOST_HELD || self.held.spread > MOST_SPREAD {
            self.give_up();
        }
    }

    /// The pixels of a cell's picture: from one repeat to the next, as fine as the plates or coarser.
    fn cell_pixels(&self, tiling: &Tiling, cell: &Stream) -> f64 {
        let file = self.file;
        let m = then(file.matrix(&cell.dict, "Matrix"), tiling.base);
        let Some(bbox) = file.rect(&cell.dict, "BBox") else { return 0.0 };
        let side = |scale: f64, own: f64, step: f64| {
            let scale = (scale * self.scale()).max(1.0 / own).min(MOST_CELL / own);
            (scale * step.abs()).round().min(MOST_SIDE)
        };
        let step = |key| file.number(&cell.dict, key).unwrap_or(0.0);
        let wide = side(m[0].hypot(m[1]), bbox[2] - bbox[0], step("XStep"));
        let high = side(m[2].hypot(m[3]), bbox[3] - bbox[1], step("YStep"));
        // What is no number is no size.
        Some(wide * high).filter(|pixels| pixels.is_finite()).unwrap_or(0.0)
    }

    /// The pixels of the cell that a mesh is laid out in, which is so many times as large as the mesh.
    pub(super) fn mesh_cell(&self, (wide, high): (f64, f64), times: f64) -> f64 {
        let side = |pixels: f64| (pixels * times).clamp(1.0, MOST_CELL);
        side(wide) * side(high)
    }

    /// Whether a soft mask that is set under a matrix is another than those before.
    pub(super) fn is_new_mask(&mut self, group: &Dictionary, ctm: Matrix) -> bool {
        let key = (std::ptr::from_ref(group).addr(), ctm.map(f64::to_bits));
        self.known_masks.insert(key)
    }
}
