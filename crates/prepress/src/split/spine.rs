//! The text of a spine, drawn as outlines.
//!
//! Hangul alone stands upright, sign under sign; text with Latin letters or long numbers is turned
//! a quarter clockwise, so that it reads with the front cover up.

use ttf_parser::Face;

use super::spread::{LEAST_TITLED_SPINE_MM, Spread};
use crate::impose::ImposeFault;
use crate::pdf::draw::Draw;
use crate::pdf::geometry::MM;
use crate::pdf::outlines;
use jikji_diagnostic::Words;

/// What the spot ink of the ground is called in contents.
pub const SPOT: &str = "Spot";
/// Largest and smallest type, pt.
const SIZES: (f64, f64) = (14.0, 6.0);
/// How far the ground reaches under the pages, mm: less than any fold is off.
const UNDER_MM: f64 = 0.25;
/// Type size as a share of the spine's width.
const SHARE: f64 = 0.62;
/// The number's size as a share of the title's.
const NUMBER: f64 = 0.8;
/// From the trim to the text, at head and foot, mm.
const INSET_MM: f64 = 15.0;
/// Height of the optical middle of Hangul and capitals above the baseline, em.
const MIDDLE: f64 = 0.36;
/// Width of a space between upright signs, em.
const UPRIGHT_SPACE: f64 = 0.45;
/// Most signs of a text; a title is a line, not a page.
const MOST_SIGNS: usize = 300;

/// The ground of the spine, its lower left trimmed corner at the origin, pt. It belongs under the pages
/// and reaches below their edges, so that no light line is seen at the folds.
pub fn ground(spread: &Spread<'_>, height: f64, bleed: f64) -> Result<Draw, ImposeFault> {
    let mut draw = Draw::default();
    let Some(ground) = spread.ground else { return Ok(draw) };
    if !ground.iter().all(|share| (0.0..=1.0).contains(share)) {
        return Err(ImposeFault::Options(Words {
            ko: "책등 바탕색은 0에서 1까지의 값 네 개입니다",
            en: "the ground of a spine is four shares of 0 to 1",
        }));
    }
    let (width, under) = (spread.spine_mm * MM, UNDER_MM * MM);
    let panel = [-under, -bleed, width + under, height + bleed];
    match spread.spot {
        Some((_, tint)) => draw.named(SPOT, "cs").op(&[tint], "scn"),
        None => draw.op(&ground, "k"),
    };
    draw.rect(panel).op(&[], "f");
    Ok(draw)
}

/// The text of the spine, its lower left trimmed corner at the origin, pt.
pub fn text(spread: &Spread<'_>, height: f64) -> Result<Draw, ImposeFault> {
    let width = spread.spine_mm * MM;
    let mut draw = Draw::default();
    let bare = spread.title.is_empty() && spread.number.is_empty();
    if bare || spread.spine_mm < LEAST_TITLED_SPINE_MM {
        return Ok(draw);
    }
    let face = Face::parse(spread.font, 0).map_err(|error| ImposeFault::Font(error.to_string()))?;
    let upright = is_upright(spread.title);
    let title = SpineLine::new(&face, spread.title, upright)?;
    let number = SpineLine::new(&face, spread.number, is_upright(spread.number))?;
    let room = height - 2.0 * INSET_MM * MM;
    let length = title.length + number.length * NUMBER + 2.0 * f64::from(number.length > 0.0);
    let size = (SHARE * width).min(SIZES.0).min(room / length.max(f64::MIN_POSITIVE));
    if size < SIZES.1 {
        return Err(ImposeFault::Options(Words {
            ko: "책등이 짧아서 제목이 6pt로도 들어가지 않습니다",
            en: "the spine is too short for its title at 6 pt",
        }));
    }
    if spread.ground.is_some_and(is_dark) {
        draw.op(&[0.0, 0.0, 0.0, 0.0], "k");
    } else if spread.text.is_some() {
        draw.named("Over", "gs").named(SPOT, "cs").op(&[1.0], "scn");
    } else {
        draw.named("Over", "gs").op(&[0.0, 0.0, 0.0, 1.0], "k");
    }
    let axis = width / 2.0;
    title.draw(&mut draw, axis, height - INSET_MM * MM, size);
    let foot = INSET_MM * MM + number.length * size * NUMBER;
    number.draw(&mut draw, axis, foot, size * NUMBER);
    Ok(draw)
}

/// White reads better on it than black.
fn is_dark([c, m, y, k]: [f64; 4]) -> bool {
    let light = (1.0 - k) * (1.0 - 0.3 * c - 0.59 * m - 0.11 * y);
    light < 0.5
}

/// No Latin letter, and numbers of two digits at most.
fn is_upright(text: &str) -> bool {
    let latin = text.chars().any(|c| c.is_ascii_alphabetic());
    !latin && text.split(|c: char| !c.is_ascii_digit()).all(|digits| digits.len() <= 2)
}

/// A line of text down the spine.
struct SpineLine<'a> {
    face: &'a Face<'a>,
    upright: bool,
    /// Glyphs that share a cell, each with its advance in em.
    cells: Vec<Vec<(ttf_parser::GlyphId, f64)>>,
    /// Length down the spine, em.
    length: f64,
}

impl<'a> SpineLine<'a> {
    fn new(face: &'a Face<'a>, text: &str, upright: bool) -> Result<Self, ImposeFault> {
        if text.chars().count() > MOST_SIGNS {
            return Err(ImposeFault::Options(Words {
                ko: "책등 제목은 300자까지입니다",
                en: "the title of a spine has 300 signs at most",
            }));
        }
        let em = f64::from(face.units_per_em());
        let mut cells: Vec<Vec<_>> = vec![];
        let mut digits = false;
        for sign in text.trim().chars() {
            if sign.is_whitespace() && upright {
                cells.push(vec![]);
                digits = false;
                continue;
            }
            let sign = if sign.is_whitespace() { ' ' } else { sign };
            let glyph = face.glyph_index(sign);
            let glyph = glyph.ok_or_else(|| ImposeFault::Font(format!("it has no {sign:?}")))?;
            let advance = f64::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / em;
            let joins = digits && sign.is_ascii_digit();
            digits = upright && sign.is_ascii_digit();
            match cells.last_mut().filter(|_| joins) {
                Some(cell) => cell.push((glyph, advance)),
                None => cells.push(vec![(glyph, advance)]),
            }
        }
        let mut line = Self { face, upright, cells, length: 0.0 };
        line.length = line.cells.iter().map(|cell| line.pitch(cell)).sum();
        Ok(line)
    }

    /// What a cell takes down the spine, em.
    fn pitch(&self, cell: &[(ttf_parser::GlyphId, f64)]) -> f64 {
        match (self.upright, cell.is_empty()) {
            (true, true) => UPRIGHT_SPACE,
            (true, false) => 1.0,
            (false, _) => cell.iter().map(|(_, advance)| advance).sum(),
        }
    }

    /// Draws it from `top` down along the axis `x`.
    fn draw(&self, draw: &mut Draw, x: f64, top: f64, size: f64) {
        let unit = size / f64::from(self.face.units_per_em());
        let mut y = top;
        for cell in &self.cells {
            let pitch = self.pitch(cell) * size;
            let wide: f64 = cell.iter().map(|(_, advance)| advance * size).sum();
            let mut left = x - wide / 2.0;
            for (glyph, advance) in cell {
                let matrix = if self.upright {
                    [unit, 0.0, 0.0, unit, left, y - pitch / 2.0 - MIDDLE * size]
                } else {
                    [0.0, -unit, unit, 0.0, x - MIDDLE * size, y]
                };
                outlines::glyph(draw, self.face, *glyph, matrix);
                left += advance * size;
            }
            y -= pitch;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_stands_and_latin_lies() {
        assert!(is_upright("인공지능 산업 동향") && is_upright("5월호") && is_upright(""));
        assert!(!is_upright("SPRI AI Brief") && !is_upright("2024년 5월호"));
    }

    #[test]
    fn dark_grounds_take_white() {
        assert!(is_dark([1.0, 0.92, 0.3, 0.45]) && is_dark([0.0, 0.0, 0.0, 0.6]));
        assert!(!is_dark([0.0, 0.0, 0.9, 0.0]) && !is_dark([0.0; 4]));
    }
}
