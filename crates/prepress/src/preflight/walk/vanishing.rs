//! White that overprints what may lie below it; whether there is ink, plates tell.

use super::super::rules;
use super::super::verdict::Rect;
use super::Walker;
use crate::pdf::geometry::around;

/// Most places of a page that are looked at on the plates.
const MOST: usize = 400;
/// More places of one thing than this are looked at as one.
const MOST_OF_ONE: usize = 16;

impl Walker<'_> {
    /// White overprints at some places. Over bare paper it is as white as it was meant.
    pub(super) fn vanishes(&mut self, places: &[Rect]) {
        let page = self.page.media;
        let painted = |place: &&Rect| self.facts.below.is_painted(**place, page);
        let mut painted: Vec<Rect> = places.iter().filter(painted).copied().collect();
        if painted.len() > MOST_OF_ONE {
            painted = painted.into_iter().reduce(around).into_iter().collect();
        }
        for place in painted {
            match self.facts.vanishing.len() >= MOST {
                true => self.add(rules::WHITE_OVERPRINT, Some(place), &[]),
                false => self.facts.vanishing.push(place),
            }
        }
    }
}
