//! Glyphs of Type 3 fonts that paint on their own: contents, carried out where they are shown.

use lopdf::Dictionary;

use super::super::type3::Type3;
use super::Walker;
use super::state::State;
use super::work::BYTES_A_STEP;
use crate::pdf::geometry::{Matrix, then};

impl Walker<'_> {
    /// Carries out what shown codes paint, each from where its text space begins; gives whether all of them
    /// paint on their own.
    pub(super) fn paint_glyphs(
        &mut self,
        font: &Type3,
        shown: &[(u32, Matrix)],
        resources: &Dictionary,
    ) -> bool {
        // The plates take up the font anew for every state it is shown in.
        self.spend(font.bytes / BYTES_A_STEP);
        let file = self.file;
        let mut own = true;
        for (code, text) in shown {
            let painted = font.painted(file, *code);
            own &= !painted.is_empty();
            for procedure in painted {
                let ctm = then(font.matrix, *text);
                let before = self.state.clone();
                // Neither what text there is nor its mode goes on inside.
                self.state = State { ctm, render_mode: 0, ..before.clone() };
                self.state.begin_text();
                // What the estimate makes of such a font covers all that it may paint.
                let estimate = self.estimate.take();
                self.carry_out(procedure, font.resources.as_ref().unwrap_or(resources));
                self.estimate = estimate;
                self.state = before;
            }
        }
        own
    }
}
