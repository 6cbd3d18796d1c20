//! Small text: too small to print at all, to keep together on several plates, or to stay open in a ground.
//!
//! Printers ask 6 pt and more where plates have to meet or ink closes in on the letters; letters of one ink hold from
//! 4 pt on.

use super::super::rules;
use super::super::verdict::Rect;
use super::Walker;
use super::raised::{Line, Small};
use super::state::Color;
use jikji_diagnostic::Message;

/// Inks from which on small text is hard to keep together; of four another rule tells.
const MANY_INKS: usize = 3;
/// Most places of a page where white text is looked at on the plates.
const MOST_REVERSED: usize = 400;
/// Rounding a size may lose to its transformation, and programs to units of their own, in pt: what is told is no less
/// than what is asked.
const SIZE_SLACK_PT: f64 = 0.05;
/// Of the smallest text that is asked, what text of one ink may be.
const ONE_INK: f64 = 2.0 / 3.0;

impl Walker<'_> {
    /// Small text that several plates have to meet on; white text is looked at on the plates.
    pub(super) fn check_small(&mut self, color: &Color, pt: f64, place: Rect) {
        let (want, white) = (self.limits.min_inks_text_pt, self.limits.min_reversed_text_pt);
        let under = |limit: f64| pt < limit - SIZE_SLACK_PT;
        let gradient = color.pattern.is_some() && color.tiling.is_none();
        if !under(want.max(white)) || gradient || self.state.fill_alpha <= 0.0 {
            return;
        }
        let inks = self.ink_count(color);
        if inks == 0 {
            let told = self.is_mark(color) || self.facts.reversed.len() >= MOST_REVERSED;
            if under(white) && !told {
                self.facts.reversed.push((place, pt));
            }
        } else if inks == MANY_INKS && under(want) {
            let args = [
                ("found", format!("{pt:.1}").into()),
                ("inks", inks.into()),
                ("want", want.into()),
            ];
            self.add(rules::SMALL_INKS, Some(place), &args);
        }
    }

    /// Text that is filled or stroked and smaller than is asked; of what may be raised or lowered it is told once the text
    /// around it is known.
    pub(super) fn check_size(
        &mut self,
        pt: f64,
        (fills, strokes): (bool, bool),
        (place, line): (Rect, Line),
    ) {
        let want = self.limits.min_text_pt;
        let under = |limit: f64| pt < limit - SIZE_SLACK_PT;
        if under(want) {
            let small = Small { line, pt, place };
            if under(want * ONE_INK) || self.inks_of(fills, strokes) != 1 {
                self.tell_size(rules::SMALL_TEXT, &small);
            } else if let Some(told) = self.facts.raised.keep(small) {
                self.tell_size(rules::SMALL_ONE_INK, &told);
            }
        }
        // What glyphs paint in colours of their own is no part of a line.
        if fills || strokes {
            self.facts.raised.pass(line);
        }
    }

    /// On how many inks text stands that is filled or stroked; none where that is not sure.
    fn inks_of(&mut self, fills: bool, strokes: bool) -> usize {
        let (fill, stroke) = (self.state.fill.clone(), self.state.stroke.clone());
        let mut inks = |color: &Color, used: bool| if used { self.ink_count(color) } else { 0 };
        inks(&fill, fills).max(inks(&stroke, strokes))
    }

    /// Tells of the page's small text of one ink that is no part of larger text.
    pub(super) fn settle_small(&mut self) {
        for small in self.facts.raised.take() {
            self.tell_size(rules::SMALL_ONE_INK, &small);
        }
    }

    fn tell_size(&mut self, rule: &'static Message, small: &Small) {
        let want = self.limits.min_text_pt;
        let args = [("found", format!("{:.1}", small.pt).into()), ("want", want.into())];
        self.add(rule, Some(small.place), &args);
    }
}
