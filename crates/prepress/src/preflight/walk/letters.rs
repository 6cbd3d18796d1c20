//! Text that is only clipped to (render mode 7): nobody sees it until something is painted through it, and then it is
//! text like any other.

use std::rc::Rc;

use super::super::space::Space;
use super::super::verdict::Rect;
use super::Walker;
use super::state::{Color, Letters};
use crate::pdf::geometry::meeting;

/// Most runs of text that a clip is made of and that are judged.
const MOST: usize = 1_000;

impl Walker<'_> {
    /// Text becomes a part of the clip.
    pub(super) fn clip_letters(&mut self, letters: Letters) {
        let all = Rc::make_mut(&mut self.state.letters);
        if all.len() < MOST {
            all.push(letters);
        }
    }

    /// Something is painted through the text that is clipped to: in a flat colour or a pattern, or a picture.
    pub(super) fn through_letters(&mut self, place: Rect, color: Option<&Rc<Color>>) {
        if self.state.letters.is_empty() {
            return;
        }
        let letters = std::mem::take(&mut self.state.letters);
        let before = self.state.clone();
        self.state.render_mode = 0;
        self.state.fill = color.cloned().unwrap_or_else(|| {
            let picture = Color::new(Rc::new(Space::Pattern(None)), vec![]);
            Rc::new(Color { pattern: Some(vec![]), ..picture })
        });
        for run in letters.iter().filter(|run| meeting(run.place, place).is_some()) {
            self.check_run(
                (&run.font, run.pt),
                (run.place, vec![], run.line),
                (run.missing, false),
            );
        }
        self.state = before;
    }
}
