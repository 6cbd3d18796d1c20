//! Where what is painted lies: on the sheet, the printed area or the finished page, piece by piece where it stands far
//! apart.

use super::super::verdict::Rect;
use super::Walker;
use crate::pdf::geometry::{around, grown, intersect, meeting};

impl Walker<'_> {
    /// What is seen of the pieces of a path, each by so much larger.
    pub(super) fn seen(&self, pieces: Vec<Rect>, grow: f64) -> Vec<Rect> {
        pieces.into_iter().filter_map(|piece| self.visible(grown(piece, grow))).collect()
    }

    /// Around those of some places that lie where a rule looks: one path may hold marks on all sides of a page.
    pub(super) fn those(
        &self,
        places: &[Rect],
        lies: impl Fn(&Self, Rect) -> bool,
    ) -> Option<Rect> {
        places.iter().copied().filter(|place| lies(self, *place)).reduce(around)
    }

    /// The part of a rectangle that the clip and the sheet leave, if any.
    pub(super) fn visible(&self, rect: Rect) -> Option<Rect> {
        match &self.state.repeats {
            Some(repeats) => repeats.visible(meeting(rect, self.state.clip)?),
            None => meeting(rect, intersect(self.state.clip, self.page.media)),
        }
    }

    /// Whether a rectangle lies at least partly on the printed area.
    pub(super) fn on_sheet(&self, r: Rect) -> bool {
        let b = self.bleed;
        r[0] < b[2] && b[0] < r[2].max(r[0] + 1e-9) && r[1] < b[3] && b[1] < r[3].max(r[1] + 1e-9)
    }

    /// Whether a rectangle lies at least partly on the finished page.
    pub(super) fn in_trim(&self, r: Rect) -> bool {
        let t = self.trim;
        r[0] <= t[2] && t[0] <= r[2] && r[1] <= t[3] && t[1] <= r[3]
    }

    /// Takes note of where something lies that is no mark, and whether it may have other ink than black.
    pub(super) fn prints(&mut self, place: Rect, coloured: bool) {
        if self.on_sheet(place) {
            let all = self.facts.printed.map_or(place, |all| around(all, place));
            self.facts.printed = Some(all);
            self.facts.below.paint(place, self.page.media);
            if coloured {
                self.facts.ground.paint(place, self.page.media);
            }
        }
    }

    /// Takes note of plates that are painted somewhere, marks apart.
    pub(super) fn inks(&mut self, plates: &[usize], place: Rect) {
        if self.on_sheet(place) {
            self.facts.inked.extend(plates);
        }
    }

    /// The same for what is not of one colour.
    pub(super) fn grades(&mut self, plates: &[usize], place: Rect) {
        self.facts.graded |= !plates.is_empty();
        self.inks(plates, place);
    }
}

/// Around all of some places.
pub(super) fn whole(places: &[Rect]) -> Option<Rect> {
    places.iter().copied().reduce(around)
}
