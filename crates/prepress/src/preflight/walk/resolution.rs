//! How fine pictures are where they are placed. Strips and tiles that one was cut into are told as one.
//!
//! What a picture shows is only looked at where it is too coarse.

use std::borrow::Cow;

use jikji_diagnostic::Message;
use lopdf::Stream;

use super::super::plates;
use super::super::rules;
use super::super::space::Space;
use super::super::verdict::ImageSeen;
use super::Walker;
use super::coarse::{Coarse, joined};
use super::image::Own;
use super::plain::{MOST_PIXELS, Plain, SAME, is_code, is_flat};
use super::work::PIXELS_A_STEP;
use crate::caught::caught;
use crate::pdf::object::Objects;

/// Most coarse pictures of a page that are looked at together; those beyond are told one by one.
const MOST: usize = 10_000;

impl Walker<'_> {
    /// Judges a picture of a resolution, if it has one, which is given back: one of a single colour has none.
    pub(super) fn judge_resolution(
        &mut self,
        image: &ImageSeen,
        ppi: Option<f64>,
        (own, space): (Own, Option<&Space>),
    ) -> Option<f64> {
        let judged = ppi.filter(|_| self.on_sheet(image.place));
        let Some((ppi, (rule, want))) =
            judged.and_then(|ppi| Some((ppi, self.too_coarse(image, ppi)?)))
        else {
            return ppi;
        };
        let (rule, want) = match self.plain(image, own, space) {
            Plain::Flat => return None,
            // Each of its squares is printed with sharp edges, however large.
            Plain::Code if rule == rules::IMAGE_LOW => match image.bits {
                1 => (rules::LINE_ART, self.limits.line_art),
                _ => (rules::IMAGE_COARSE, self.limits.min_image_ppi_warning),
            },
            Plain::Code | Plain::Picture => (rule, want),
        };
        let &ImageSeen { width, height, place, .. } = image;
        let coarse = Coarse { rule, ppi, want, width, height, place };
        match self.facts.coarse.len() < MOST {
            true => self.facts.coarse.push(coarse),
            false => self.tell_coarse(&coarse),
        }
        Some(ppi)
    }

    /// The rule that a resolution breaks, and what it asks.
    fn too_coarse(&self, image: &ImageSeen, ppi: f64) -> Option<(&'static Message, f64)> {
        let limits = self.limits;
        match ppi.round() {
            p if p < limits.min_image_ppi_error => {
                Some((rules::IMAGE_LOW, limits.min_image_ppi_error))
            }
            p if image.bits == 1 && p < limits.line_art => Some((rules::LINE_ART, limits.line_art)),
            _ if image.bits == 1 => None,
            p if p < limits.min_image_ppi_warning => {
                Some((rules::IMAGE_COARSE, limits.min_image_ppi_warning))
            }
            _ => None,
        }
    }

    /// Tells of the page's coarse pictures.
    pub(super) fn settle_coarse(&mut self) {
        // Strips one above the other, then what those leave side by side.
        let strips = joined(std::mem::take(&mut self.facts.coarse), 1);
        joined(strips, 0).iter().for_each(|coarse| self.tell_coarse(coarse));
    }

    fn tell_coarse(&mut self, coarse: &Coarse) {
        let args = [
            ("ppi", format!("{:.0}", coarse.ppi).into()),
            ("width", coarse.width.into()),
            ("height", coarse.height.into()),
            ("want", coarse.want.into()),
        ];
        self.add(coarse.rule, Some(coarse.place), &args);
    }

    /// What a picture is, which is in a colour space or a mask.
    pub(super) fn plain(&mut self, image: &ImageSeen, own: Own, space: Option<&Space>) -> Plain {
        let size = (image.width as usize, image.height as usize);
        if size.0.saturating_mul(size.1) > MOST_PIXELS {
            return Plain::Picture;
        }
        let own = own();
        let key = match &own {
            Cow::Borrowed(stream) => Some(std::ptr::from_ref::<Stream>(stream)),
            Cow::Owned(_) => None,
        };
        if let Some(known) = key.and_then(|key| self.kept.plain.get(&key)) {
            return *known;
        }
        self.spend(size.0 * size.1 / PIXELS_A_STEP);
        let space = space.unwrap_or(&Space::Gray);
        let samples = || plates::samples(self.file, &own, space, size);
        let soft = self.file.bool(&own.dict, "Interpolate") == Some(true);
        let same = if matches!(space, Space::Indexed(..)) { 0 } else { SAME };
        let plain = match caught(samples) {
            Some(raster) if is_flat(&raster, same) => Plain::Flat,
            Some(raster) if !soft && is_code(&raster) => Plain::Code,
            _ => Plain::Picture,
        };
        if let Some(key) = key {
            self.kept.plain.insert(key, plain);
        }
        plain
    }
}
