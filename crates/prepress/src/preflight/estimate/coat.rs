//! The inks something paints with, and how they meet what is below.

use super::super::space::Inks;

/// Most plates a file has: the process colours and the spots.
pub(in super::super) const MOST_PLATES: usize = 12;

/// Ink from which no bound is known, in 255ths of a plate.
pub(super) const UNBOUNDED: u16 = u16::MAX;

/// How a painted colour meets what is below; each bounds all before it from above.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Blend {
    /// It takes the place of what is below, wholly or in part, or leaves less ink.
    #[default]
    Replaces,
    /// Every plate keeps the more ink: overprint, Darken.
    Keeps,
    /// Every plate gets at most the sum: Multiply.
    Adds,
    /// Nothing is known.
    Unbounded,
}

impl Blend {
    /// What a blend mode does to ink at most.
    pub fn of_mode(mode: &[u8]) -> Self {
        match mode {
            b"Normal" | b"Compatible" | b"Lighten" | b"Screen" => Self::Replaces,
            b"Darken" => Self::Keeps,
            b"Multiply" => Self::Adds,
            _ => Self::Unbounded,
        }
    }
}

/// The inks of a paint at most, in 255ths of a plate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Coat {
    pub tints: [u8; MOST_PLATES],
    /// All of them together, on no spot more.
    pub most: u16,
    /// All of them together, on no spot less.
    pub least: u16,
    /// How what it is made of meets what is below at most.
    pub blend: Blend,
}

impl Default for Coat {
    fn default() -> Self {
        Self::even([0; MOST_PLATES])
    }
}

impl Coat {
    /// The same tints all over.
    pub fn even(tints: [u8; MOST_PLATES]) -> Self {
        let most = tints.iter().map(|t| u16::from(*t)).sum();
        Self { tints, most, least: most, blend: Blend::Replaces }
    }

    /// A flat colour, as the plates show it.
    pub fn flat(inks: &Inks) -> Self {
        let mut tints = [0; MOST_PLATES];
        for (coat, tint) in tints.iter_mut().zip(&inks.tints) {
            *coat = level(*tint);
        }
        Self::even(tints)
    }

    /// Anything the plates that are spoken of can hold.
    pub fn full(inks: &Inks) -> Self {
        let mut tints = [0; MOST_PLATES];
        for (coat, touched) in tints.iter_mut().zip(&inks.touched) {
            *coat = if *touched { 255 } else { 0 };
        }
        Self { least: 0, ..Self::even(tints) }
    }

    /// The registration colour: every plate there is, known or not yet.
    pub fn every_plate(tint: f64) -> Self {
        Self { least: 4 * u16::from(level(tint)), ..Self::even([level(tint); MOST_PLATES]) }
    }

    /// Nothing is known of what it paints.
    pub fn unbounded() -> Self {
        Self { blend: Blend::Unbounded, most: UNBOUNDED, least: 0, ..Self::default() }
    }

    /// What is one of two, or between them.
    pub fn or(self, other: Self) -> Self {
        let mut tints = self.tints;
        for (a, b) in tints.iter_mut().zip(other.tints) {
            *a = (*a).max(b);
        }
        Self {
            tints,
            most: self.most.max(other.most),
            least: self.least.min(other.least),
            blend: self.blend.max(other.blend),
        }
    }

    /// The same laid on often enough to fill every plate it is on.
    pub fn repeated(self) -> Self {
        let tints = self.tints.map(|t| if t > 0 { 255 } else { 0 });
        Self { tints, most: self.most.max(Self::even(tints).most), least: 0, ..self }
    }

    /// The same with room for the rounding of every plate it is on.
    pub fn rounded(self) -> Self {
        let on = self.tints.iter().filter(|t| **t > 0).count() as u16;
        Self { most: self.most.saturating_add(on), least: self.least.saturating_sub(on), ..self }
    }
}

/// A tint as the plates hold it: written with four digits, then set to 8 bits, as paper that stays.
fn level(tint: f64) -> u8 {
    let paper = ((1.0 - tint) * 1e4).round() / 1e4;
    255 - (paper as f32 * 255.0 + 0.5) as u8
}
