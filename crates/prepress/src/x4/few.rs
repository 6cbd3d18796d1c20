//! Numbers of one or two inks (1도, 2도): black, and a spot ink beside it, or one of them alone. Every colour goes onto
//! these plates.
//!
//! Greys and pictures go onto black. What has a hue goes onto the spot ink, as dark as it is; so does a pale tint that
//! the spot ink comes nearer to than grey does. Where there is one ink, it takes all. What is given in these inks
//! already stays as it is.

use lopdf::Object;

use crate::colour::{Cmm, Ink, InkTable, along};
use crate::pdf::text;
use crate::profile::{OutputProfile, ProfileFault};
use crate::spot::{self, SpotInk, TintLook};
use crate::technical;

/// Colours whose chroma is less are greys, unless the spot ink comes nearer.
const GREY: f64 = 8.0;
/// What is less is a grey in any case.
const FAINT: f64 = 1.5;
/// Steps of a spot ink's tints.
const STEPS: usize = 256;

/// The plates of a number of few inks.
#[derive(Debug, Clone, Copy)]
pub struct Few<'a> {
    /// The ink beside black.
    pub spot: Option<&'a SpotInk>,
    /// Whether pictures are printed with it and not with black.
    pub pictures: bool,
    /// Whether there is no black: it is printed with the other ink too, and so is all.
    pub alone: bool,
}

/// The way onto these plates.
pub(super) struct FewPlates<'a> {
    pub(super) spot: Option<SpotPlate<'a>>,
}

/// The plate of the spot ink.
pub(super) struct SpotPlate<'a> {
    pub(super) ink: &'a SpotInk,
    pub(super) space: Object,
    pub(super) pictures: bool,
    /// There is no other: black is all of it.
    pub(super) sole: bool,
    /// The luminance of its tints, falling from paper's.
    ramp: Vec<f64>,
    /// Its tints in Lab.
    tints: Vec<[f64; 3]>,
}

/// A colour on one of the plates.
pub(super) enum Plated {
    /// In inks of the process.
    Inks(Ink),
    /// A tint of the spot ink.
    Spot(f32),
}

impl Few<'_> {
    /// A colour of flat art as it is printed: inks, or a tint of the spot ink.
    ///
    /// # Errors
    /// A profile that cannot serve.
    pub fn ground(self, profile: &OutputProfile, inks: [f64; 4]) -> Result<Ground, ProfileFault> {
        let cmm = Cmm::new(profile)?;
        Ok(match FewPlates::new(self, &cmm).plated(&cmm, inks.map(|ink| ink as f32)) {
            Plated::Inks(inks) => Ground::Inks(inks.map(f64::from)),
            Plated::Spot(tint) => Ground::Spot(f64::from(tint)),
        })
    }
}

/// A colour on the plates of few inks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ground {
    /// In inks of the process, 0 to 1.
    Inks([f64; 4]),
    /// A tint of the spot ink, 0 to 1.
    Spot(f64),
}

impl<'a> FewPlates<'a> {
    pub(super) fn new(few: Few<'a>, cmm: &Cmm) -> Self {
        let plate = |ink: &'a SpotInk| {
            let look = |step| match ink.tint(step as f64 / (STEPS - 1) as f64) {
                TintLook::Inks(inks) => cmm.to_lab(inks),
                TintLook::Lab(lab) => lab,
            };
            let tints: Vec<[f64; 3]> = (0..STEPS).map(look).collect();
            let mut least = 1.0f64;
            let falling = tints.iter().map(|lab| cmm.lab_luminance(*lab)).map(|y| {
                least = least.min(y);
                least
            });
            let ramp = falling.collect();
            let sole = few.alone || ink.finish.is_some();
            SpotPlate { ink, space: ink.space(), pictures: few.pictures || sole, sole, ramp, tints }
        };
        Self { spot: few.spot.map(plate) }
    }

    /// Whether a spot colour of these inks stays as it is.
    pub(super) fn keeps(&self, names: &[&[u8]]) -> bool {
        if self.is_finish() {
            return false;
        }
        if let [name] = names
            && self.is_own(name)
        {
            return true;
        }
        let own =
            |name: &[u8]| self.spot.as_ref().is_some_and(|spot| spot.ink.name.as_bytes() == name);
        let sole = self.is_sole();
        let kept = |name: &[u8]| match name {
            b"Black" => !sole,
            name => matches!(name, b"All" | b"None") || own(name),
        };
        names.iter().all(|name| kept(name) || technical::is_technical(name))
    }

    /// Whether a name is that of the spot ink, however it is spelt.
    pub(super) fn is_own(&self, name: &[u8]) -> bool {
        let name = spot::ink(&text::name(name));
        self.spot.as_ref().is_some_and(|spot| spot::ink(&spot.ink.name) == name)
    }

    /// Whether all goes onto one plate that is not black's.
    pub(super) fn is_sole(&self) -> bool {
        self.spot.as_ref().is_some_and(|spot| spot.sole)
    }

    /// Whether that carries no ink.
    pub(super) fn is_finish(&self) -> bool {
        self.spot.as_ref().is_some_and(|spot| spot.ink.finish.is_some())
    }

    /// A colour of flat art.
    pub(super) fn plated(&self, cmm: &Cmm, ink: Ink) -> Plated {
        match &self.spot {
            Some(spot) if spot.takes(cmm, ink) => Plated::Spot(spot.tint(cmm, ink)),
            _ => Plated::Inks(on_black(cmm, ink)),
        }
    }
}

impl SpotPlate<'_> {
    /// Whether a colour is printed with it: all where it is alone, else what has a hue, and what has little of one
    /// where the tint that is as dark comes nearer to it than the grey.
    fn takes(&self, cmm: &Cmm, ink: Ink) -> bool {
        if self.sole || has_hue(cmm, ink) {
            return true;
        }
        let [l, a, b] = cmm.to_lab(ink);
        let as_dark = along(&self.ramp, luminance(cmm, ink)) * (STEPS - 1) as f32;
        let [x, y, z] = self.tints[(as_dark.round() as usize).min(STEPS - 1)];
        let chroma = a.hypot(b);
        ink[..3] != [0.0; 3] && chroma >= FAINT && (l - x).hypot(a - y).hypot(b - z) < chroma
    }

    /// The tint as dark as a colour; the full ink where that is lighter.
    pub(super) fn tint(&self, cmm: &Cmm, ink: Ink) -> f32 {
        if self.sole {
            return self.tone(cmm, ink);
        }
        along(&self.ramp, luminance(cmm, ink))
    }

    /// The same for pictures, and for all where there is no black: the darkest gets the full ink.
    pub(super) fn tone(&self, cmm: &Cmm, ink: Ink) -> f32 {
        if self.ink.finish.is_some() {
            return solid(cmm, ink);
        }
        let end = self.ramp.last().copied().unwrap_or(0.0);
        along(&self.ramp, end + (1.0 - end) * luminance(cmm, ink))
    }
}

/// How much of a plate without ink a colour is: greys as dark as they are, hues all.
fn solid(cmm: &Cmm, ink: Ink) -> f32 {
    if has_hue(cmm, ink) { 1.0 } else { on_black(cmm, ink)[3] }
}

fn luminance(cmm: &Cmm, ink: Ink) -> f64 {
    cmm.lab_luminance(cmm.to_lab(ink))
}

fn has_hue(cmm: &Cmm, ink: Ink) -> bool {
    let [_, a, b] = cmm.to_lab(ink);
    ink[..3] != [0.0; 3] && a.hypot(b) >= GREY
}

/// A colour as the black that is as dark.
pub(super) fn on_black(cmm: &Cmm, ink: Ink) -> Ink {
    match ink[..3] == [0.0; 3] {
        true => ink,
        false => [0.0, 0.0, 0.0, cmm.luminance_to_k(luminance(cmm, ink))],
    }
}

/// A table that brings whole pictures of four inks onto one plate: of what comes out the last is it.
pub(super) fn table(few: &FewPlates<'_>, cmm: &Cmm) -> InkTable {
    cmm.own_table(|ink| match &few.spot {
        Some(spot) if spot.pictures => [0.0, 0.0, 0.0, spot.tone(cmm, ink)],
        _ => on_black(cmm, ink),
    })
}
