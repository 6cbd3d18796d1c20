//! Text: fonts, missing glyphs, size, black and its overprint.

use std::sync::Arc;

use lopdf::{Dictionary, Object};

use super::super::font::{Font, NAMELESS};
use super::super::rules::{self, words};
use super::super::verdict::{FontSeen, Rect};
use super::Walker;
use super::near::Glyphs;
use super::paint::Part;
use super::raised::Line;
use super::state::{Color, Letters, scales};
use super::work::BYTES_A_STEP;
use crate::pdf::content::Instruction;
use jikji_diagnostic::Arg;

use crate::pdf::geometry::{Matrix, around, bounds, intersect, then};
use crate::pdf::object::{Objects, as_dict, as_number};

/// How far letters go below and above the baseline, in units of their size.
const DESCENT: f64 = -0.12;
const ASCENT: f64 = 0.78;

/// Shown text, along its line from where it begins.
struct Run {
    advance: f64,
    /// From where to where something is seen; blanks at the ends do not count.
    seen: Option<(f64, f64)>,
    /// From where to where glyphs stand, blank or not, and whether that is sure.
    origins: (f64, f64),
    sure: bool,
    /// Whether a character has no glyph.
    missing: bool,
    /// How many codes there are.
    codes: usize,
    /// Codes with the text space each stands in, of a font whose glyphs paint on their own or are looked at.
    glyphs: Glyphs,
}

impl Default for Run {
    fn default() -> Self {
        let origins = (f64::INFINITY, f64::NEG_INFINITY);
        Self {
            advance: 0.0,
            seen: None,
            origins,
            sure: true,
            missing: false,
            codes: 0,
            glyphs: vec![],
        }
    }
}

impl Walker<'_> {
    /// Text state, position and showing; true if the operator was one of text.
    pub(super) fn text_operator(&mut self, op: &Instruction, resources: &Dictionary) -> bool {
        let n = |i| op.number(i);
        match op.operator {
            b"BT" => self.state.begin_text(),
            b"ET" => {}
            b"Tc" => self.state.char_space = n(0),
            b"Tw" => self.state.word_space = n(0),
            b"Tz" => self.state.stretch = n(0) / 100.0,
            b"TL" => self.state.leading = n(0),
            b"Ts" => self.state.rise = n(0),
            b"Tr" => self.state.render_mode = n(0) as i64,
            b"Tf" => {
                let name = op.operands.first().and_then(|o| o.as_name().ok());
                let font = self.resource("Font", name, resources);
                let file = self.file;
                self.set_font(font.map_or(&Object::Null, |o| file.resolve(o)), Some(n(1)));
            }
            b"Td" => self.next_line(n(0), n(1)),
            b"TD" => {
                self.state.leading = -n(1);
                self.next_line(n(0), n(1));
            }
            b"Tm" => {
                if let Ok(matrix) = Matrix::try_from(op.numbers()) {
                    self.state.text = matrix;
                    self.state.line = matrix;
                    self.state.adrift = false;
                }
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => self.show(op.operands, resources),
            b"TJ" => {
                if let Some(Object::Array(list)) = op.operands.last() {
                    self.show(list, resources);
                }
            }
            b"'" | b"\"" => {
                if op.operator == b"\"" {
                    self.state.word_space = n(0);
                    self.state.char_space = n(1);
                }
                self.next_line(0.0, -self.state.leading);
                let text = op.operands.last().map_or(&[][..], std::slice::from_ref);
                self.show(text, resources);
            }
            _ => return false,
        }
        true
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.state.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.state.line);
        self.state.text = self.state.line;
        self.state.adrift = false;
    }

    pub(super) fn set_font(&mut self, font: &Object, size: Option<f64>) {
        if let Some(size) = size {
            self.state.font_size = size;
        }
        let Some(dict) = as_dict(font) else {
            self.state.font = None;
            return;
        };
        let font = self.fonts.get(self.file, dict, self.estimate.is_some());
        if let Some(type3) = &font.type3 {
            self.spend(type3.bytes / BYTES_A_STEP);
        }
        self.state.font = Some(font);
    }

    fn show(&mut self, parts: &[Object], resources: &Dictionary) {
        let Some(font) = self.state.font.clone() else { return self.lose_ink() };
        let state = &self.state;
        let start = then(state.text, state.ctm);
        let painting = font.type3.clone().filter(|type3| type3.paints());
        let run = self.run_of(&font, (start, parts), painting.is_some());
        let printed = !self.hidden();
        if run.origins.0 <= run.origins.1 {
            if printed {
                self.mark_text(&font, start, run.sure.then_some(run.origins));
            }
            self.state.adrift |= !run.sure;
        }
        let state = &self.state;
        let (size, rise) = (state.font_size, state.rise);
        let (low, high) = (DESCENT * size + rise, ASCENT * size + rise);
        let (from, to) = run.seen.unwrap_or((0.0, 0.0));
        let reach = [from.min(to), low.min(high), from.max(to), high.max(low)];
        let place = bounds(reach, start);
        let scale = scales([start[0], start[1], start[2], start[3], 0.0, 0.0]).0;
        let pt = size.abs() * scale * self.page.unit;
        self.state.text = then([1.0, 0.0, 0.0, 1.0, run.advance, 0.0], self.state.text);
        if !printed {
            return;
        }
        if place.iter().all(|v| v.is_finite()) {
            self.hold_text(place, run.codes);
        }
        let own = painting.is_some_and(|font| self.paint_glyphs(&font, &run.glyphs, resources));
        if run.seen.is_some() && place.iter().all(|v| v.is_finite()) {
            if self.state.render_mode == 7 {
                let (font, missing) = (font.clone(), run.missing);
                let line = Line::of(start, (from, to), (rise, size));
                self.clip_letters(Letters { font, pt, place, line, missing });
            }
            let glyphs = self.glyphs_near(&font, (start, parts), place);
            let line = Line::of(start, (from, to), (rise, size));
            self.check_run((&font, pt), (place, glyphs, line), (run.missing, own));
        }
    }

    /// Where the glyphs of shown text stand; each by itself if they paint on their own.
    fn run_of(&self, font: &Font, (start, parts): (Matrix, &[Object]), painting: bool) -> Run {
        let state = &self.state;
        let (size, stretch) = (state.font_size, state.stretch);
        let mut run = Run::default();
        for part in parts {
            let Object::String(bytes, _) = part else {
                let kern = as_number(part).unwrap_or(0.0);
                run.advance -= kern / 1000.0 * size * stretch;
                continue;
            };
            run.sure &= bytes.len() % 2 == 0;
            for code in font.codes(bytes) {
                run.codes += 1;
                run.origins = (run.origins.0.min(run.advance), run.origins.1.max(run.advance));
                run.sure &= font.is_measured(code);
                run.missing |= font.is_notdef(code);
                if painting {
                    let text = [size * stretch, 0.0, 0.0, size, run.advance, state.rise];
                    run.glyphs.push((code, then(text, start)));
                }
                let width = font.width(code) * size;
                if !font.is_blank(code) {
                    let end = run.advance + width * stretch;
                    run.seen = Some((run.seen.map_or(run.advance, |s| s.0), end));
                }
                let word = if code == 32 && !font.wide { state.word_space } else { 0.0 };
                run.advance += (width + state.char_space + word) * stretch;
            }
        }
        run
    }

    /// The glyphs of text that began at a place, where that is too near the trim.
    fn glyphs_near(&self, font: &Font, text: (Matrix, &[Object]), place: Rect) -> Glyphs {
        // What is repeated is measured where it is seen.
        let near = self.state.repeats.is_none()
            && self.visible(place).is_some_and(|seen| self.too_near(seen).is_some());
        let sure = near && font.has_outlines();
        if sure { self.run_of(font, text, true).glyphs } else { vec![] }
    }

    /// Judges a run of text of which a character may be missing, or every glyph paints in colours of its own.
    pub(super) fn check_run(
        &mut self,
        (font, pt): (&Arc<Font>, f64),
        (place, glyphs, line): (Rect, Glyphs, Line),
        (missing, own): (bool, bool),
    ) {
        let invisible = matches!(self.state.render_mode, 3 | 7);
        let page = self.page.number;
        let seen = self.facts.fonts.entry(font.name.clone()).or_insert_with(|| FontSeen {
            name: font.name.clone(),
            kind: font.kind.clone(),
            embedded: font.embedded,
            subset: font.is_subset(),
            pages: vec![page],
        });
        let first = seen.pages.len() == 1 && !seen.subset;
        seen.embedded |= font.embedded;
        let Some(seen) = self.visible(place).filter(|_| !invisible) else { return };
        let name = match &*font.name {
            NAMELESS => words::NAMELESS.into(),
            name => Arg::from(name.to_owned()),
        };
        let named = [("font", name)];
        if !font.embedded {
            self.add(rules::FONT_EMBED, Some(seen), &named);
        } else if first && !font.is_subset() && font.type3.is_none() {
            self.add(rules::FONT_SUBSET, None, &named);
        }
        if font.type3.is_some() {
            self.add(rules::FONT_TYPE3, Some(seen), &named);
        }
        if font.broken {
            self.add(rules::FONT_BROKEN, Some(seen), &named);
        } else if font.embedded && font.family().starts_with("Courier") {
            self.add(rules::COURIER, Some(seen), &named);
        }
        if missing {
            self.add(rules::NOTDEF, Some(seen), &named);
        }
        self.facts.text = true;
        // Before the text itself is painted.
        let on_ground = self.facts.ground.is_painted(seen, self.page.media);
        let (fills, strokes) = match self.state.render_mode {
            _ if own => (false, false),
            1 | 5 => (false, true),
            2 | 6 => (true, true),
            _ => (true, false),
        };
        if strokes {
            let scale = scales(self.state.ctm).0;
            self.check_stroke_width(scale, seen);
            let color = self.state.stroke.clone();
            self.check_color(&color, self.state.overprint_stroke, Part::Text, &[seen]);
        }
        if fills {
            let color = self.state.fill.clone();
            self.check_color(&color, self.state.overprint_fill, Part::Text, &[seen]);
            // Colours of slug lines outside the bleed are the press's own affair.
            if self.on_sheet(seen) {
                self.check_black(&color, pt, (seen, on_ground));
                self.check_small(&color, pt, seen);
            }
        }
        self.facts.lettered |= self.on_sheet(seen) && (own || self.has_ink(fills, strokes));
        let trimmed = intersect(seen, self.trim);
        let in_trim = trimmed[2] - trimmed[0] >= 0.1 && trimmed[3] - trimmed[1] >= 0.1;
        if in_trim {
            self.check_size(pt, (fills, strokes), (seen, line));
        }
        if in_trim || self.on_sheet(seen) {
            self.check_margin(font, seen, glyphs);
        } else {
            self.note_slug(fills, strokes, seen);
        }
    }

    /// Whether text that is filled or stroked has ink on it.
    fn has_ink(&mut self, fills: bool, strokes: bool) -> bool {
        let (fill, stroke) = (self.state.fill.clone(), self.state.stroke.clone());
        let mut inks = |color: &Color| color.pattern.is_some() || self.ink_count(color) > 0;
        let (fill, stroke) = (fills && inks(&fill), strokes && inks(&stroke));
        fill && self.state.fill_alpha > 0.0 || stroke && self.state.stroke_alpha > 0.0
    }

    /// Text beyond the bleed is cut away. What is in the colour of the marks belongs to them.
    fn note_slug(&mut self, fills: bool, strokes: bool, place: Rect) {
        let marks = |color: &Color| self.is_mark(color);
        let marks = fills && marks(&self.state.fill) || strokes && marks(&self.state.stroke);
        if !marks {
            self.facts.outside = Some(self.facts.outside.map_or(place, |all| around(all, place)));
        }
    }

    /// Tells once of the page's text beyond the bleed. Beside printer's marks it is what belongs to them: the job's name,
    /// the date, the page.
    pub(super) fn settle_slug(&mut self) {
        if let Some(place) = self.facts.outside.filter(|_| !self.facts.marks) {
            self.add(rules::TEXT_OUTSIDE, Some(place), &[]);
        }
    }
}
