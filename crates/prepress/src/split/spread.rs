//! What is told of a cover in one piece.

use crate::spot::SpotInk;

/// A cover in one piece: back, spine and front.
#[derive(Debug, Clone, Copy)]
pub struct Spread<'a> {
    /// Width of the spine, mm.
    pub spine_mm: f64,
    /// Set down the spine from its head, in outlines; a spine under
    /// [`LEAST_TITLED_SPINE_MM`] stays bare.
    pub title: &'a str,
    /// Set at the foot of the spine, such as `2024.5`; may be empty.
    pub number: &'a str,
    /// What the slug says before and after the pages: publication, date, profile.
    pub slug: (&'a str, &'a str),
    /// The font of them all: the bytes of a TrueType or OpenType file.
    pub font: &'a [u8],
    /// Ground of the spine, C M Y K from 0 to 1; bare paper if none. Text is K 100, or paper white
    /// on a dark ground.
    pub ground: Option<[f64; 4]>,
    /// The spot ink that text is printed with in black's place, where there is no black.
    pub text: Option<&'a SpotInk>,
    /// The spot ink that the ground is printed with in its inks' place, and how full.
    pub spot: Option<(&'a SpotInk, f64)>,
    /// Whether to draw marks.
    pub marks: bool,
}

/// The narrowest spine that carries text, mm: below it type of 6 pt would run over the folds.
pub const LEAST_TITLED_SPINE_MM: f64 = 4.0;
