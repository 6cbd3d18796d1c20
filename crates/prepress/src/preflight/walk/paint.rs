//! Paths, patterns and shadings: colours that are left, thin strokes, white overprint, marks.

use lopdf::Dictionary;

use super::super::estimate::Coat;
use super::super::plates::CELL_TIMES;
use super::super::rules::{self, words};
use super::super::space::Space;
use super::super::standard::Standard;
use super::super::verdict::Rect;
use super::Walker;
use super::held::PICTURE;
use super::line::NO_INK;
use super::places::whole;
use super::state::{Color, scales};
use super::work::{BLEND_STEPS, FILL_STEPS, IMAGE_STEPS};
use crate::pdf::content::Instruction;
use crate::pdf::geometry::{Matrix, apply, around, bounds, grown, intersect, meeting, then};
use crate::pdf::object::{Objects, as_dict, id_of};
use jikji_diagnostic::Words;

/// Marks may reach so far into the trim, in pt.
const IN_TRIM_PT: f64 = 0.5;
/// A tint from which black is solid.
const FULL: f64 = 0.99;
/// The plate of black.
pub(super) const BLACK: usize = 3;

/// What of the page a flat colour paints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Fill,
    Stroke,
    Text,
    ImageMask,
}

impl Part {
    fn words(self) -> Words {
        match self {
            Self::Fill => words::FILL,
            Self::Stroke => words::STROKE,
            Self::Text => words::TEXT,
            Self::ImageMask => words::IMAGE_MASK,
        }
    }
}

impl Walker<'_> {
    /// Path construction, painting and clipping.
    pub(super) fn path_operator(&mut self, op: &Instruction) {
        let ctm = self.state.ctm;
        let point = |i: usize| apply(ctm, op.number(i), op.number(i + 1));
        match op.operator {
            b"m" => self.path.move_to(point(0)),
            b"l" => self.path.line_to(point(0)),
            b"c" => self.path.curve_to(&[point(0), point(2), point(4)]),
            b"v" | b"y" => self.path.curve_to(&[point(0), point(2)]),
            b"re" => {
                let [x, y, wide, high] = [0, 1, 2, 3].map(|i| op.number(i));
                let corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)];
                self.path.rectangle(corners.map(|(x, y)| apply(ctm, x, y)));
            }
            b"h" => self.path.close(),
            b"W" | b"W*" => self.clip_pending = true,
            b"f" | b"F" | b"f*" => self.paint_path(true, false),
            b"S" => self.paint_path(false, true),
            b"B" | b"B*" => self.paint_path(true, true),
            b"s" => {
                self.path.close();
                self.paint_path(false, true);
            }
            b"b" | b"b*" => {
                self.path.close();
                self.paint_path(true, true);
            }
            b"n" => self.paint_path(false, false),
            _ => {}
        }
    }

    fn paint_path(&mut self, fill: bool, stroke: bool) {
        let path = std::mem::take(&mut self.path);
        let printed = !self.hidden();
        let (fill, stroke) = (fill && printed, stroke && printed);
        self.mark_path(&path, fill, stroke);
        let Some(bounds) = path.bounds() else {
            // A clip to nothing; how much that hides is not sure.
            self.state.clip_exact &= !std::mem::take(&mut self.clip_pending);
            return;
        };
        if stroke {
            self.facts.strokes = true;
            let (low, high) = scales(self.state.ctm);
            let grow = self.state.line_width.abs() * high / 2.0;
            let reach = grown(bounds, grow);
            let color = self.state.stroke.clone();
            self.hold_paint(&color, reach, 1);
            let seen = self.seen(path.lines(), grow);
            if let Some(whole) = whole(&seen) {
                self.through_letters(whole, Some(&color));
                if let Some(place) = self.those(&seen, Self::in_trim) {
                    self.check_stroke_width(low, place);
                }
                if let Some(place) = self.those(&seen, Self::on_sheet) {
                    let width = self.state.line_width.abs() * low;
                    self.check_line_inks(width, &color, self.state.stroke_alpha, place);
                }
                self.check_color(&color, self.state.overprint_stroke, Part::Stroke, &seen);
            }
        }
        if fill {
            let color = self.state.fill.clone();
            self.hold_paint(&color, bounds, 1);
            let seen = self.seen(path.parts(), 0.0);
            if let Some(whole) = whole(&seen) {
                self.through_letters(whole, Some(&color));
                self.check_bar(&path, &color, whole);
                self.check_die(&path, &color, whole);
                self.check_color(&color, self.state.overprint_fill, Part::Fill, &seen);
            }
        }
        if std::mem::take(&mut self.clip_pending) {
            self.state.clip_exact &= path.upright().is_some();
            self.state.clip = intersect(self.state.clip, bounds);
        }
    }

    /// The plates that something in a colour space may paint: all of them, where that is not sure.
    pub(super) fn plates_of(&self, space: &Space) -> Vec<usize> {
        let all = 0..self.facts.learnt.plates.names.len();
        if matches!(space, Space::Gray | Space::CalGray | Space::Icc(1)) {
            return vec![BLACK];
        }
        let touched = space.inks(&[], &self.facts.learnt.plates).touched;
        match touched.contains(&true) {
            true => all.filter(|plate| touched[*plate]).collect(),
            false => all.collect(),
        }
    }

    /// Strokes thinner than the limit, however the transformation scales them; 0 is a hairline.
    pub(super) fn check_stroke_width(&mut self, scale: f64, place: Rect) {
        let width = self.state.line_width.abs() * scale * self.page.unit;
        let color = self.state.stroke.clone();
        self.check_line(width, &color, self.state.stroke_alpha, place);
    }

    /// Judges a colour that paints something, in one place or several far apart.
    pub(super) fn check_color(
        &mut self,
        color: &Color,
        overprint: bool,
        part: Part,
        places: &[Rect],
    ) {
        let Some(place) = whole(places) else { return };
        self.judge_space(&color.space, part.words(), Some(place));
        let whole = match (color.shade, self.state.blended) {
            // How much of the sheet it covers, seen or not, is counted where it is held.
            (Some(shade), _) => {
                self.spend(shade.each);
                0.0
            }
            (None, true) => BLEND_STEPS,
            (None, false) => FILL_STEPS,
        };
        self.spend_area(place, whole, part == Part::Stroke);
        if color.pattern.is_some() {
            places.iter().for_each(|place| self.prints(*place, true));
            self.facts.graded |= !color.plates.is_empty();
            places.iter().for_each(|place| self.inks(&color.plates, *place));
            self.paint_tiling(color, place);
            return;
        }
        if self.is_mark(color) {
            self.check_mark(color, part, places);
        }
        let inks = color.space.inks(&color.components, &self.facts.learnt.plates);
        self.check_overprint(color, overprint, &inks.tints, places);
        let painted = inks.tints.iter().enumerate().filter(|(_, t)| **t > NO_INK).map(|(i, _)| i);
        let painted: Vec<usize> = painted.collect();
        if !self.is_mark(color) {
            let coloured = painted.iter().any(|plate| *plate != BLACK);
            let coloured = coloured || color.space.forbidden().is_some();
            for place in places.iter().filter(|_| !painted.is_empty()) {
                self.prints(*place, coloured);
                self.inks(&painted, *place);
            }
        }
        self.facts.painted.extend(painted);
    }

    /// The colour of marks, which has no place on the finished page.
    fn check_mark(&mut self, color: &Color, part: Part, places: &[Rect]) {
        let (deep, bleed) = (grown(self.trim, -IN_TRIM_PT), self.bleed);
        // Marks may begin inside the bleed.
        let is_mark = |place: Rect| meeting(place, deep).is_none() && around(place, bleed) != bleed;
        self.facts.marks |= places.iter().any(|place| is_mark(*place));
        let inside = self.those(places, |_, place| meeting(place, deep).is_some());
        if inside.is_some() && color.components.iter().any(|tint| *tint > NO_INK) {
            self.add(rules::ALL_IN_ART, inside, &[("what", part.words().into())]);
        }
    }

    /// What overprints and vanishes, or should and cannot.
    fn check_overprint(&mut self, color: &Color, overprint: bool, tints: &[f64], places: &[Rect]) {
        let none = |tints: &[f64]| tints.iter().all(|tint| *tint <= NO_INK);
        let none = match &*color.space {
            // Not every ink has a plate.
            Space::Inks(..) => none(&color.components),
            _ => none(tints),
        };
        let white = match &*color.space {
            // Grey knocks out on all process plates, whatever the mode (ISO 32000-2, 11.7.4.4).
            Space::Cmyk | Space::Icc(4) => self.state.overprint_mode,
            // Other plates keep what is below, whatever the mode.
            // What carries no ink vanishes nowhere but on its own plate, where it is meant to.
            Space::Inks(names, _) => {
                let ink = |name: &Vec<u8>| name != b"None" && !self.limits.shop.is_technical(name);
                names.iter().any(ink)
            }
            _ => false,
        };
        if white && none && overprint {
            self.vanishes(places);
        }
        let black = tints[BLACK] > FULL && tints.iter().filter(|tint| **tint > NO_INK).count() == 1;
        let on_sheet = self.those(places, Self::on_sheet);
        if black && overprint && self.state.layer.isolated && on_sheet.is_some() {
            self.add(rules::OVERPRINT_LOST, on_sheet, &[]);
        }
        // Hardly a renderer overprints the cells of patterns, whatever is set in them and around.
        let overprint = overprint && self.state.repeats.is_none();
        if !none && !overprint && self.finish_of(color).is_some() {
            let name = color.space.label().into();
            self.add(rules::TECHNICAL_KNOCKOUT, whole(places), &[("name", name)]);
        }
    }

    pub(super) fn is_mark(&self, color: &Color) -> bool {
        matches!(&*color.space, Space::Inks(names, _) if names.iter().any(|n| n == b"All"))
    }

    /// Judges a colour space wherever it stands.
    pub(super) fn judge_space(&mut self, space: &Space, what: Words, place: Option<Rect>) {
        let args = |label: String| [("space", label.into()), ("what", what.into())];
        if let Some(bad) = space.forbidden() {
            self.add(rules::RGB, place, &args(bad.label()));
        } else if let Some(profiled) = space.profiled() {
            let rule = match self.limits.standard {
                Standard::X1a => rules::DEVICE_ONLY,
                _ => rules::ICC,
            };
            self.add(rule, place, &args(profiled.label()));
        }
        let inks = match space {
            Space::Indexed(base, _) | Space::Pattern(Some(base)) => base,
            other => other,
        };
        if let Space::Inks(_, alternate) = inks
            && let Some(bad) = alternate.forbidden()
        {
            let args = [("name", inks.label().into()), ("space", bad.label().into())];
            let rule = match bad {
                // It is what the makers of spot inks measure and current libraries write.
                Space::Lab(_) => rules::ALTERNATE_LAB,
                _ => rules::ALTERNATE_RGB,
            };
            self.add(rule, None, &args);
        }
    }

    /// Judges the pattern that a colour names; a tiling's cell is judged where it paints.
    pub(super) fn pattern(&mut self, name: &[u8], color: &mut Color, resources: &Dictionary) {
        let file = self.file;
        // Where nothing better is found out, what it paints is not known.
        color.coat = Coat::unbounded();
        let Some(entry) = self.resource("Pattern", Some(name), resources) else { return };
        let object = file.resolve(entry);
        let Some(dict) = as_dict(object) else { return };
        if let Some(shading) = file.get(dict, "Shading").and_then(|o| Some((o, as_dict(o)?))) {
            let matrix = file.numbers(dict, "Matrix").and_then(|m| Matrix::try_from(m).ok());
            let matrix = matrix.unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
            let (coat, plates) = self.judge_shading(shading.1, None);
            (color.coat, color.plates) = (coat, plates.into());
            let matrix = then(matrix, self.base);
            color.shade = Some(self.shade(shading.1, shading.0.as_stream().ok(), matrix));
        } else if let Some(id) = id_of(entry) {
            self.set_tiling(id, color, resources);
        }
    }

    /// `sh`.
    pub(super) fn shading(&mut self, name: Option<&[u8]>, resources: &Dictionary) {
        if self.hidden() {
            return;
        }
        let file = self.file;
        let Some(object) = self.resource("Shading", name, resources) else { return };
        let object = file.resolve(object);
        let Some(dict) = as_dict(object) else { return };
        let shade = self.shade(dict, object.as_stream().ok(), self.state.ctm);
        self.spend(shade.each);
        let clip = self.state.clip;
        match shade.cell > 0.0 {
            // A mesh is drawn as a picture.
            true => self.hold_picture(shade.cell / CELL_TIMES.powi(2)),
            false => self.hold_sheet(clip, PICTURE),
        }
        // Outside of patterns a function of the plane is drawn as a picture.
        let plane = file.number(dict, "ShadingType") == Some(1.0);
        self.spend_area(self.state.clip, if plane { IMAGE_STEPS } else { shade.sheet }, false);
        let place = file.rect(dict, "BBox").map(|r| bounds(r, self.state.ctm));
        let mut place = intersect(place.unwrap_or(self.state.clip), self.state.clip);
        if let Some(repeats) = self.state.repeats {
            let Some(there) = repeats.visible(place) else { return };
            place = there;
        }
        let (coat, plates) = self.judge_shading(dict, Some(place));
        self.prints(place, plates.iter().any(|plate| *plate != BLACK));
        self.through_letters(place, None);
        self.grades(&plates, place);
        self.mark_clip(&coat);
    }

    /// Judges a shading; gives what it paints at most, and on which plates.
    fn judge_shading(&mut self, dict: &Dictionary, place: Option<Rect>) -> (Coat, Vec<usize>) {
        let Some(space) = self.file.get(dict, "ColorSpace") else {
            return (Coat::unbounded(), vec![]);
        };
        let space = Space::read(self.file, space, Some(&self.page.resources));
        self.facts.learnt.plates.learn(&space, &self.limits.shop);
        self.judge_space(&space, words::SHADING, place);
        let every = 0..self.facts.learnt.plates.names.len();
        self.facts.painted.extend(every);
        (self.shading_coat(dict, &space), self.plates_of(&space))
    }
}
