//! White that overprints what may lie below it; whether there is ink, plates tell.

use super::super::rules;
use super::super::verdict::Rect;
use super::Walker;

/// Most places of a page that are looked at on the plates.
const MOST: usize = 400;

impl Walker<'_> {
    /// White overprints at a place. Over bare paper it is as white as it was meant.
    pub(super) fn vanishes(&mut self, place: Rect) {
        let told = self.facts.vanishing.len() >= MOST;
        match self.facts.below.is_painted(place, self.page.media) {
            true if told => self.add(rules::WHITE_OVERPRINT, Some(place), &[]),
            true => self.facts.vanishing.push(place),
            false => {}
        }
    }
}
