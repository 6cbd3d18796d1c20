//! Counts the work of a walk against what the page is allowed: first that of painting it too; where that is too much the
//! plates are given up, and the contents are walked to their end by themselves.

use super::super::rules::{self, words};
use super::super::verdict::Rect;
use super::Walker;
use super::work::SHEET_PIXELS;

impl Walker<'_> {
    /// Counts work.
    pub(super) fn spend(&mut self, steps: usize) {
        match self.left.checked_sub(steps) {
            Some(left) => self.left = left,
            None => self.give_up(),
        }
    }

    /// Counts work that is only there where something is painted.
    pub(super) fn spend_painting(&mut self, steps: usize) {
        if !self.facts.unplated {
            self.spend(steps);
        }
    }

    /// Gives up the plates as too much, or the page where they are given up already.
    pub(super) fn give_up(&mut self) {
        match self.facts.unplated {
            false => (self.facts.unplated, self.left) = (true, self.budget),
            true => (self.facts.exhausted, self.facts.endless, self.left) = (true, true, 0),
        }
    }

    /// Tells what was given up.
    pub(super) fn tell_given_up(&mut self) {
        let what = match (self.facts.endless, self.facts.unplated && !self.facts.exhausted) {
            (true, _) => words::PAGE_CONTENTS,
            (false, true) => words::PLATES,
            _ => return,
        };
        self.add(rules::TOO_LARGE, None, &[("what", what.into())]);
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
        self.spend_painting((share * whole * (pixels / SHEET_PIXELS).max(1.0)) as usize);
    }
}
