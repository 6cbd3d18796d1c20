//! How fine pictures are where they are placed. Strips and tiles that one was cut into are told as one.
//!
//! What a picture shows is only looked at where it is too coarse.

use jikji_diagnostic::Message;

use super::super::rules;
use super::super::space::Space;
use super::super::verdict::{ImageSeen, Rect};
use super::Walker;
use super::image::Own;
use super::plain::Plain;
use crate::pdf::geometry::around;

/// Most coarse pictures of a page that are looked at together; those beyond are told one by one.
const MOST: usize = 10_000;
/// How many of them are looked back at for one that goes on.
const MOST_OPEN: usize = 64;
/// How far from each other the edges of strips of one picture may lie, in pixels, and in ppi how fine each is.
const APART_PX: f64 = 2.0;
const PPI_APART: f64 = 0.02;

/// A picture that is too coarse.
#[derive(Debug, Clone)]
pub(in super::super) struct Coarse {
    rule: &'static Message,
    ppi: f64,
    want: f64,
    width: u32,
    height: u32,
    place: Rect,
}

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
}

/// Pictures with what goes on in a direction (0 across, 1 up) joined.
fn joined(all: Vec<Coarse>, along: usize) -> Vec<Coarse> {
    let mut whole: Vec<Coarse> = vec![];
    for next in all {
        let before =
            whole.iter_mut().rev().take(MOST_OPEN).find(|before| before.meets(&next, along));
        match before {
            Some(before) => {
                before.place = around(before.place, next.place);
                before.ppi = before.ppi.min(next.ppi);
                match along {
                    0 => before.width = before.width.saturating_add(next.width),
                    _ => before.height = before.height.saturating_add(next.height),
                }
            }
            None => whole.push(next),
        }
    }
    whole
}

impl Coarse {
    /// Whether another is as wide, as fine and lies at an edge of it.
    fn meets(&self, other: &Self, along: usize) -> bool {
        let alike = match along {
            0 => self.height == other.height,
            _ => self.width == other.width,
        };
        let fine = (self.ppi - other.ppi).abs() <= self.ppi * PPI_APART;
        // Of the smaller scale, so that it holds for both.
        let near = APART_PX * 72.0 / self.ppi.max(1.0);
        let (a, b) = (self.place, other.place);
        let across = 1 - along;
        let aligned = |low: usize| (a[low] - b[low]).abs() <= near / 2.0;
        let touch =
            (a[along] - b[along + 2]).abs() <= near || (b[along] - a[along + 2]).abs() <= near;
        self.rule == other.rule && alike && fine && aligned(across) && aligned(across + 2) && touch
    }
}
