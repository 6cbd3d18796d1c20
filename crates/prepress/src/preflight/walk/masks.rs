//! Masks of images: how fine their shapes are. What is but a gradient has no shape that could be coarse.

use lopdf::{Dictionary, Stream};

use super::super::rules;
use super::super::verdict::Rect;
use super::Walker;
use super::image::{FLAT_PX, judged_ppi};
use crate::pdf::object::Objects;

/// A mask so many times coarser than the coarsest picture is an error; a soft shadow bears more than a picture.
const FAR_COARSER: f64 = 3.0;
/// Most pixels of a mask that are looked at, and the most that neighbours differ in a gradient, in 255ths.
const MOST_PIXELS: usize = 4_000_000;
const MOST_STEP: u8 = 24;

impl Walker<'_> {
    /// A mask that is coarser than a picture may be. Where the picture is as coarse, that says it all.
    pub(super) fn judge_mask(&mut self, dict: &Dictionary, place: Rect, of_picture: f64) {
        let file = self.file;
        let mask = file.dict(dict, "SMask").or_else(|| file.dict(dict, "Mask"));
        let Some(mask) = mask.filter(|_| self.on_sheet(place)) else { return };
        let soft = file.stream(dict, "SMask");
        if let Some(own) = soft.and_then(|soft| self.header(soft)) {
            self.check_said(&own, mask, place);
        }
        let (width, height) = file.pixels(mask);
        let (width, height) = (width as u32, height as u32);
        let [a, b, c, d, ..] = self.state.ctm;
        let inches = |a: f64, b: f64| (a.hypot(b) * self.page.unit / 72.0).max(1e-6);
        let across = (width, f64::from(width) / inches(a, b));
        let down = (height, f64::from(height) / inches(c, d));
        let want = self.limits.min_image_ppi_error;
        // What is flat in a direction is a gradient, not a shape.
        let shape = width.min(height) > FLAT_PX;
        let ppi = judged_ppi(across, down).filter(|_| shape).map(f64::round);
        let coarse = ppi.filter(|ppi| *ppi < want && *ppi < of_picture.round());
        if let Some(ppi) = coarse.filter(|_| soft.is_none_or(|soft| !self.is_gradient(soft))) {
            let args = [("ppi", format!("{ppi:.0}").into()), ("want", want.into())];
            let rule = match ppi < want / FAR_COARSER {
                true => rules::MASK_LOW,
                false => rules::MASK_COARSE,
            };
            self.add(rule, Some(place), &args);
        }
    }

    /// Whether a mask of eight bits runs softly everywhere.
    fn is_gradient(&mut self, mask: &Stream) -> bool {
        let key = std::ptr::from_ref(mask);
        if let Some(known) = self.kept.gradients.get(&key) {
            return *known;
        }
        let gradient = self.runs_softly(mask) == Some(true);
        self.kept.gradients.insert(key, gradient);
        gradient
    }

    fn runs_softly(&self, mask: &Stream) -> Option<bool> {
        let file = self.file;
        let (width, height) = file.pixels(&mask.dict);
        let bits = file.number(&mask.dict, "BitsPerComponent")?;
        let pixels = width.saturating_mul(height);
        if bits != 8.0 || pixels == 0 || pixels > MOST_PIXELS {
            return None;
        }
        let data = file.data(mask, pixels).filter(|data| data.len() == pixels)?;
        let near = |a: &u8, b: &u8| a.abs_diff(*b) <= MOST_STEP;
        let across = data.chunks_exact(width).all(|row| row.windows(2).all(|w| near(&w[0], &w[1])));
        Some(across && data.iter().zip(&data[width..]).all(|(a, b)| near(a, b)))
    }
}
