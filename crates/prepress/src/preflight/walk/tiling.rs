//! The cells of tiling patterns: walked where they paint, so that what is in them is judged there.
//!
//! Of the repeats of a thing in a cell one stands for all: the nearest to the middle of what is painted. Where total
//! ink is estimated a cell is walked as soon as it is set as a colour too, for its ink alone: of that nothing is told.

use std::rc::Rc;

use lopdf::{Dictionary, ObjectId, Stream};

use super::super::estimate::{Coat, Estimate};
use super::super::rules::{self, words};
use super::super::verdict::Rect;
use super::Walker;
use super::repeats::{Repeats, Tiling};
use super::state::{Color, State};
use crate::pdf::geometry::{intersect, meeting, then};
use crate::pdf::object::Objects;

/// Farther than anything is painted, in pt.
const FAR: f64 = 1e7;
pub(super) const EVERYWHERE: Rect = [-FAR, -FAR, FAR, FAR];
/// How often a page's parts of one cell are judged, before all of the cell is taken to be seen.
const MOST_PARTS: usize = 32;

impl<'a> Walker<'a> {
    /// Takes a tiling pattern as a colour; of its ink at most nothing is known where its cell cannot be found.
    pub(super) fn set_tiling(&mut self, id: ObjectId, color: &mut Color, resources: &Dictionary) {
        let Some(cell) = self.cell(id) else { return };
        let file = self.file;
        let own = file.dict(&cell.dict, "Resources");
        let tiling = Tiling {
            id,
            resources: own.is_none().then(|| resources.clone()),
            base: self.base,
            uncoloured: file.number(&cell.dict, "PaintType") == Some(2.0),
        };
        if self.estimate.is_some() {
            color.coat = self.cell_coat(&tiling, color);
        }
        color.tiling = Some(Rc::new(tiling));
    }

    pub(super) fn cell(&self, id: ObjectId) -> Option<&'a Stream> {
        self.file.document().get_object(id).ok()?.as_stream().ok()
    }

    /// The ink of a cell at most. Nothing is told of it here: it may never be painted.
    fn cell_coat(&mut self, tiling: &Tiling, color: &Color) -> Coat {
        let key = tiling.key(color);
        if let Some(coat) = self.coats.get(&key) {
            return *coat;
        }
        let estimate = self.estimate.replace(Estimate::spot());
        let (tried, held) = (self.facts.tried(), self.held);
        let start = State { ctm: tiling.base, ..State::new(self.page.media) };
        let inside = self.aside(tried, |walker| walker.walk_cell(tiling, color, start));
        // Nothing is painted yet.
        self.held = held;
        let cell = std::mem::replace(&mut self.estimate, estimate);
        // What cannot be read is told where it paints.
        let coat = cell.filter(|_| !inside.exhausted).map_or(Coat::unbounded(), |cell| cell.coat());
        self.facts.learn(inside);
        self.coats.insert(key, coat);
        coat
    }

    /// Judges what a tiling pattern paints in a part of the page.
    pub(super) fn paint_tiling(&mut self, color: &Color, place: Rect) {
        let Some(tiling) = color.tiling.clone() else { return };
        let Some(cell) = self.cell(tiling.id) else { return };
        let file = self.file;
        let m = then(file.matrix(&cell.dict, "Matrix"), tiling.base);
        let bbox = file.rect(&cell.dict, "BBox");
        let step = |key| file.number(&cell.dict, key).filter(|step| *step != 0.0);
        let whole = (bbox.is_some(), step("XStep"), step("YStep"));
        let (true, Some(x), Some(y)) = whole else {
            self.add(rules::BROKEN_STREAM, Some(place), &[("what", words::CELL.into())]);
            return;
        };
        let key = tiling.key(color);
        let (parts, work) = self.walked.get(&key).copied().unwrap_or_default();
        if let Some(work) = work {
            // Painting it takes as much once more.
            return self.spend_painting(work);
        }
        let finished = meeting(place, self.trim);
        let on_page = finished.unwrap_or(place);
        let repeats = Repeats {
            across: (x * m[0], x * m[1]),
            up: (y * m[2], y * m[3]),
            area: place,
            middle: ((on_page[0] + on_page[2]) / 2.0, (on_page[1] + on_page[3]) / 2.0),
            whole: parts >= MOST_PARTS && finished.is_some(),
        };
        let [left, low, right, high] = intersect(place, self.trim);
        let wide = repeats.across.0.abs() + repeats.up.0.abs();
        let tall = repeats.across.1.abs() + repeats.up.1.abs();
        let all = right - left >= wide && high - low >= tall;
        let start = State { ctm: tiling.base, repeats: Some(repeats), ..State::new(EVERYWHERE) };
        let (estimate, left, held) = (self.estimate.take(), self.left, self.held);
        self.walk_cell(&tiling, color, start);
        // What is kept for things in the cell goes with its picture.
        (self.estimate, self.held) = (estimate, held);
        // Where a whole cell is on the page, all of it is seen; more of them show nothing else.
        let work = (all || repeats.whole).then(|| left.saturating_sub(self.left));
        self.walked.insert(key, (parts + usize::from(finished.is_some()), work));
    }

    /// A pattern starts from the state of the contents it is named in, not from where it is used.
    pub(super) fn walk_cell(&mut self, tiling: &Tiling, color: &Color, mut start: State) {
        let Some(cell) = self.cell(tiling.id) else { return };
        if let Some(mut given) = self.given_color(tiling, color) {
            given.coat = self.flat_coat(&given);
            let given = Rc::new(given);
            start = State { given: true, fill: given.clone(), stroke: given, ..start };
        }
        let before = std::mem::replace(&mut self.state, start);
        let none = Dictionary::new();
        self.nested(cell, tiling.resources.as_ref().unwrap_or(&none));
        self.state = before;
    }
}

impl Tiling {
    /// What tells it from others on the page.
    pub fn key(&self, color: &Color) -> (ObjectId, String) {
        let given = self.uncoloured.then(|| (color.space.label(), &color.components));
        (self.id, format!("{:?}{given:?}", self.base))
    }
}
