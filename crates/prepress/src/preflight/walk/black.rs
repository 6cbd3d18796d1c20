//! Text that should be black alone: rich black, four inks in small sizes, black that knocks out what is below.

use super::super::rules;
use super::super::space::Space;
use super::super::verdict::Rect;
use super::Walker;
use super::repeats::Tiling;
use super::state::Color;
use crate::pdf::text;
use crate::spot::PROCESS;

impl Walker<'_> {
    /// Judges text in a tiling: by the colour that is given with it, or by the plates that its cell paints on.
    fn check_pattern_text(
        &mut self,
        tiling: &Tiling,
        color: &Color,
        pt: f64,
        (place, on_ground): (Rect, bool),
    ) {
        if let Some(flat) = self.given_color(tiling, color) {
            return self.check_black(&flat, pt, (place, on_ground));
        }
        if pt >= self.limits.min_rich_text_pt || self.ink_count(color) < PROCESS.len() {
            return;
        }
        let plates = self.cell_inks(tiling, color).plates;
        let name = |plate: &usize| {
            let name = self.facts.learnt.plates.names.get(*plate)?;
            Some(text::name(name))
        };
        let names: Vec<String> = plates.iter().filter_map(name).collect();
        let args = [
            ("size", format!("{pt:.1}").into()),
            ("found", names.join(", ").into()),
            ("want", self.limits.min_rich_text_pt.into()),
        ];
        self.add(rules::FOUR_COLOUR_TEXT, Some(place), &args);
    }

    /// Judges text at a place, below which there may be other ink than black or not.
    pub(super) fn check_black(&mut self, color: &Color, pt: f64, (place, on_ground): (Rect, bool)) {
        if let Some(tiling) = color.tiling.clone() {
            return self.check_pattern_text(&tiling, color, pt, (place, on_ground));
        }
        if color.pattern.is_some() {
            return;
        }
        let at = |i: usize| color.components.get(i).copied().unwrap_or(0.0);
        let percent = |v: f64| (v * 100.0).round();
        let build = |v: [f64; 4]| {
            format!("C{} M{} Y{} K{}", percent(v[0]), percent(v[1]), percent(v[2]), percent(v[3]))
        };
        let black = match &*color.space {
            Space::Cmyk | Space::Icc(4) => {
                let v = [at(0), at(1), at(2), at(3)];
                let small = pt < self.limits.min_rich_text_pt;
                if small && v.iter().all(|t| *t > 0.01) {
                    let args = [
                        ("size", format!("{pt:.1}").into()),
                        ("found", build(v).into()),
                        ("want", self.limits.min_rich_text_pt.into()),
                    ];
                    self.add(rules::FOUR_COLOUR_TEXT, Some(place), &args);
                }
                let neutral = v[..3].iter().all(|t| *t > 0.85);
                let rich = v[3] > 0.9 && v[..3].iter().any(|t| *t > 0.01) || neutral;
                // A headline may be deep; it is not hurt by a plate that lies a little off.
                if rich && small {
                    Err(build(v))
                } else {
                    Ok(v[3] > 0.99 && !rich && *color.space == Space::Cmyk)
                }
            }
            // It goes to the plate of black as it is. Of RGB another rule tells.
            Space::Gray | Space::CalGray | Space::Icc(1) => Ok(at(0) < 0.01),
            Space::Inks(names, _) if names.iter().any(|n| n == b"All") => Err("All".to_string()),
            Space::Inks(names, _) => Ok(names.len() == 1 && names[0] == b"Black" && at(0) > 0.99),
            _ => Ok(false),
        };
        match black {
            Err(found) => self.add(rules::BLACK_TEXT, Some(place), &[("found", found.into())]),
            Ok(true) => {
                let nonzero = *color.space == Space::Cmyk && self.state.overprint_mode;
                let spot = matches!(*color.space, Space::Inks(..));
                // On bare paper, and on black alone, it prints the same either way.
                if on_ground && (!self.state.overprint_fill || !(nonzero || spot)) {
                    self.add(rules::BLACK_KNOCKOUT, Some(place), &[]);
                }
            }
            Ok(false) => {}
        }
    }
}
