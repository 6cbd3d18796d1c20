//! Lines, stroked or drawn as filled bars: how thick they are, and on how many plates.

use std::rc::Rc;

use super::super::rules;
use super::super::space::Space;
use super::super::verdict::Rect;
use super::Walker;
use super::path::Path;
use super::state::Color;
use crate::finish::Finish;
use crate::pdf::geometry::MM;

/// Rounding that a line may lose to its transformation, in pt.
const SLACK_PT: f64 = 0.004;
/// Bars shorter than this, in pt, or than so many times their thickness are dots.
const SHORTEST_PT: f64 = 1.0;
const LEAST_SLENDER: f64 = 4.0;
/// Areas up to this are holes, in pt: 10 mm.
const HOLE_PT: f64 = 10.0 * MM;
/// A tint below this is no ink.
pub(super) const NO_INK: f64 = 0.002;

impl Walker<'_> {
    /// A line of so many pt that is thinner than the limit. One that a tool follows has no width.
    pub(super) fn check_line(&mut self, pt: f64, color: &Color, alpha: f64, place: Rect) {
        let want = self.limits.min_stroke_pt;
        if !matches!(self.finish_of(color), None | Some(Finish::Foil | Finish::Varnish)) {
            return;
        }
        // Beyond the trim are marks, which are cut away.
        if pt < want - SLACK_PT && alpha > 0.0 && self.in_trim(place) {
            let args = [("found", format!("{pt:.2}").into()), ("want", want.into())];
            self.add(rules::STROKE, Some(place), &args);
        }
    }

    /// A line, in units of the page, that several inks have to meet on.
    pub(super) fn check_line_inks(&mut self, width: f64, color: &Color, alpha: f64, place: Rect) {
        let (pt, limits) = (width * self.page.unit, self.limits);
        let (least, want) = (limits.min_stroke_pt - SLACK_PT, limits.min_inks_stroke_pt);
        if pt < least || pt >= want - SLACK_PT || alpha <= 0.0 || !self.on_sheet(place) {
            return;
        }
        let inks = self.ink_count(color);
        if inks > 1 {
            let args = [
                ("found", format!("{pt:.2}").into()),
                ("inks", inks.into()),
                ("want", want.into()),
            ];
            self.add(rules::THIN_INKS, Some(place), &args);
        }
    }

    /// A filled shape that is a line to whoever looks at it.
    pub(super) fn check_bar(&mut self, path: &Path, color: &Color, place: Rect) {
        if let Some(thick) = path.bar().and_then(|bar| self.thin(bar)) {
            let alpha = self.state.fill_alpha;
            self.check_line(thick * self.page.unit, color, alpha, place);
            self.check_line_inks(thick, color, alpha, place);
        }
    }

    /// A picture or a mask of a pixel that is drawn as a line: of a space's colour, or the current one.
    pub(super) fn check_drawn_bar(&mut self, space: Option<&Rc<Space>>, place: Rect) {
        let [a, b, c, d, ..] = self.state.ctm;
        let sides = (a.hypot(b), c.hypot(d));
        let Some(thick) = self.thin((sides.0.min(sides.1), sides.0.max(sides.1))) else { return };
        let alpha = self.state.fill_alpha;
        match space {
            Some(space) => {
                let color = Color::new(space.clone(), vec![]);
                self.check_line(thick * self.page.unit, &color, alpha, place);
            }
            None => {
                let color = self.state.fill.clone();
                self.check_line(thick * self.page.unit, &color, alpha, place);
                self.check_line_inks(thick, &color, alpha, place);
            }
        }
    }

    /// How thick a bar is that is so thick and so long, in units of the page, if it is a line, and one that is thin.
    fn thin(&mut self, (thick, long): (f64, f64)) -> Option<f64> {
        let slender = long * self.page.unit >= SHORTEST_PT && long >= LEAST_SLENDER * thick;
        let least = self.limits.min_inks_stroke_pt.max(self.limits.min_stroke_pt);
        let thin = slender && thick * self.page.unit < least;
        self.facts.strokes |= thin;
        thin.then_some(thick)
    }

    /// What a tool is to follow and is an area. Small ones are holes, slender ones lines.
    pub(super) fn check_die(&mut self, path: &Path, color: &Color, place: Rect) {
        let is_line =
            |finish: &Finish| matches!(finish, Finish::Die | Finish::Crease | Finish::Perforation);
        let large = [place[2] - place[0], place[3] - place[1]].into_iter().fold(0.0, f64::max);
        let slender = path.bar().is_some_and(|(thick, long)| long >= LEAST_SLENDER * thick);
        let painted = color.components.iter().any(|tint| *tint > NO_INK);
        if large * self.page.unit <= HOLE_PT || slender || !painted || !self.in_trim(place) {
            return;
        }
        if self.finish_of(color).is_some_and(|finish| is_line(&finish)) {
            let name = color.space.label().into();
            self.add(rules::TECHNICAL_AREA, Some(place), &[("name", name)]);
        }
    }

    /// What a colour that lies on plates for the finishing alone is for.
    pub(super) fn finish_of(&self, color: &Color) -> Option<Finish> {
        let Space::Inks(names, _) = &*color.space else { return None };
        let mut all = names.iter().map(|name| self.limits.shop.finish(name));
        let first = all.next()??;
        all.all(|finish| finish.is_some()).then_some(first)
    }

    /// On how many plates that are ink a flat colour or the cell of a tiling lies; none for marks and gradients.
    pub(super) fn ink_count(&mut self, color: &Color) -> usize {
        let own = color.tiling.clone().map(|tiling| self.cell_inks(&tiling, color).plates);
        if own.is_none() && color.pattern.is_some() || self.is_mark(color) {
            return 0;
        }
        let plates = &self.facts.learnt.plates;
        let ink = |plate: usize| {
            plates.names.get(plate).is_some_and(|name| !self.limits.shop.is_technical(name))
        };
        match own {
            Some(own) => own.iter().filter(|plate| ink(**plate)).count(),
            None => {
                let tints = color.space.inks(&color.components, plates).tints;
                let inked = tints.iter().enumerate().filter(|(_, tint)| **tint > NO_INK);
                inked.filter(|(plate, _)| ink(*plate)).count()
            }
        }
    }
}
