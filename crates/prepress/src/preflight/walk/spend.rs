//! Counts the work of a walk against what the page is allowed.

use super::super::rules::{self, words};
use super::super::verdict::Rect;
use super::Walker;
use super::work::SHEET_PIXELS;

impl Walker<'_> {
    /// Counts work; the page is given up when it is too much.
    pub(super) fn spend(&mut self, steps: usize) {
        if self.left < steps && !self.facts.exhausted {
            self.facts.exhausted = true;
            self.add(rules::TOO_LARGE, None, &[("what", words::PAGE_CONTENTS.into())]);
        }
        self.left = self.left.saturating_sub(steps);
    }

    /// Counts the work of painting a part of the sheet.
    pub(super) fn spend_area(&mut self, place: Rect, whole: f64, stroke: bool) {
        let media = self.page.media;
        let part = |low: usize| {
            let (a, b) = (place[low + 2] - place[low], media[low + 2] - media[low]);
            (a / b.max(1.0)).clamp(0.0, 1.0)
        };
        let share = if stroke { (part(0) + part(1)) / 8.0 } else { part(0) * part(1) };
        let pixels = (media[2] - media[0]) * (media[3] - media[1]) * self.scale().powi(2);
        self.spend((share * whole * (pixels / SHEET_PIXELS).max(1.0)) as usize);
    }
}
