//! Colour conversion into the output profile's CMYK.
//!
//! `moxcms` reads the profiles; the conversion is relative colorimetric with black point
//! compensation, which `moxcms` has not: XYZ is scaled about the white so that the source's black
//! falls on the output's (the algorithm of Adobe's note and of lcms2). The result never holds more
//! ink than the profile's limit. This module knows nothing of PDF.

mod bulk;
mod bulk_inks;
mod ink;
mod lab;
mod lut;
mod source;

#[cfg(test)]
mod tests;

pub use bulk::Table;
pub use bulk_inks::InkTable;
pub use ink::Ink;
pub use lab::{D50, delta_e_2000};
pub use source::SourceSpace;

use self::lab::{lab_to_xyz, xyz_to_lab};
use self::lut::Lut;
use self::source::{darkest, decode, encode};
use super::profile::{OutputProfile, ProfileFault};

/// What rounding to 8 bits may add to the sum of four inks; left free below the limit.
const ROUNDING: f32 = 4.0 * 0.5 / 255.0;

/// Two profiles tell of one printing condition if they differ by no more than this, in ΔE 2000 on the
/// mean: makers of profiles smooth the same measurements each in their own way.
const ALIKE: f64 = 1.0;
/// The same at the worst of the inks looked at.
const ALIKE_AT_MOST: f64 = 4.0;

/// A conversion into one output profile.
#[derive(Debug)]
pub struct Cmm {
    to_device: Lut,
    to_pcs: Lut,
    /// The output's black point, neutral, as XYZ.
    black: [f64; 3],
    /// Most ink on one spot, the sum of four plates from 0 to 4.
    limit: f32,
    /// Relative luminance of black ink alone in 256 steps, 1 (paper) to 0 (solid).
    ramp: Vec<f64>,
    /// Luminance of paper and of solid black.
    ends: (f64, f64),
}

impl Cmm {
    /// Prepares the conversion into `profile`.
    pub fn new(profile: &OutputProfile) -> Result<Self, ProfileFault> {
        let parsed = moxcms::ColorProfile::new_from_slice(&profile.icc)
            .map_err(|_| ProfileFault::NotAProfile)?;
        if parsed.color_space != moxcms::DataColorSpace::Cmyk {
            return Err(ProfileFault::NotCmyk);
        }
        // Between XYZ and a CMYK table stands a matrix (ICC.1, 10.10) that is not carried out here.
        if parsed.pcs != moxcms::DataColorSpace::Lab {
            return Err(ProfileFault::NotLab);
        }
        let read = |table: &Option<moxcms::LutWarehouse>, to_pcs: bool| {
            table.as_ref().and_then(|table| Lut::new(table, to_pcs, false))
        };
        let to_device = read(&parsed.lut_b_to_a_colorimetric, false)
            .or_else(|| read(&parsed.lut_b_to_a_perceptual, false))
            .filter(|lut| lut.inputs == 3 && lut.outputs == 4)
            .ok_or(ProfileFault::NotOutput)?;
        let to_pcs = read(&parsed.lut_a_to_b_colorimetric, true)
            .or_else(|| read(&parsed.lut_a_to_b_perceptual, true))
            .filter(|lut| lut.inputs == 4 && lut.outputs == 3)
            .ok_or(ProfileFault::NotOutput)?;
        let perceptual = read(&parsed.lut_b_to_a_perceptual, false)
            .filter(|lut| lut.inputs == 3 && lut.outputs == 4);
        let black = lab_to_xyz(darkest(perceptual.as_ref().unwrap_or(&to_device), &to_pcs));
        let (ramp, ends) = black_ramp(&to_pcs);
        let limit = (profile.ink_limit_percent / 100.0).clamp(1.0, 4.0) as f32;
        Ok(Self { to_device, to_pcs, black, limit, ramp, ends })
    }

    /// A source colour as ink.
    pub fn to_ink(&self, source: &SourceSpace, color: &[f32]) -> Ink {
        let lab = self.compensate(source, source.to_lab(color));
        self.limited(self.to_device.eval(encode(self.to_device.encoding, lab)))
    }

    /// The Lab of inks on the profile's paper, the paper being white.
    pub fn to_lab(&self, ink: Ink) -> [f64; 3] {
        decode(self.to_pcs.encoding, self.to_pcs.eval(ink))
    }

    /// Scales XYZ about the white so that the source's black meets the output's.
    fn compensate(&self, source: &SourceSpace, lab: [f64; 3]) -> [f64; 3] {
        let (xyz, from) = (lab_to_xyz(lab), source.black_xyz());
        xyz_to_lab([0, 1, 2].map(|i| {
            let scale = (self.black[i] - D50[i]) / (from[i] - D50[i]);
            scale * xyz[i] - D50[i] * (self.black[i] - from[i]) / (from[i] - D50[i])
        }))
    }

    /// Takes cyan, magenta and yellow back in proportion until the sum keeps the limit, black
    /// staying: the hue is kept, the colour gets a little lighter (under colour removal).
    pub fn limited(&self, ink: Ink) -> Ink {
        let [c, m, y, k] = ink.map(|v| v.clamp(0.0, 1.0));
        let room = self.limit - ROUNDING - k;
        if c + m + y <= room {
            return [c, m, y, k];
        }
        let scale = room.max(0.0) / (c + m + y);
        [c * scale, m * scale, y * scale, k]
    }

    /// The black ink alone that looks as an sRGB grey of this value (0 black, 1 white), relative to
    /// paper and solid black.
    pub fn grey_to_k(&self, grey: f32) -> f32 {
        let g = f64::from(grey.clamp(0.0, 1.0));
        let linear = if g <= 0.04045 { g / 12.92 } else { ((g + 0.055) / 1.055).powf(2.4) };
        self.luminance_to_k(linear)
    }

    /// The black ink alone that has this luminance, 0 being solid black and 1 paper.
    pub fn luminance_to_k(&self, luminance: f64) -> f32 {
        along(&self.ramp, luminance)
    }

    /// The luminance of a Lab, paper and solid black being 1 and 0, for [`Self::luminance_to_k`].
    pub fn lab_luminance(&self, lab: [f64; 3]) -> f64 {
        let (white, black) = self.ends;
        let y = (lab_to_xyz(lab)[1] - black) / (white - black).max(f64::MIN_POSITIVE);
        y.clamp(0.0, 1.0)
    }

    /// The luminance of a source's colour with its black brought to zero, for [`Self::luminance_to_k`].
    pub fn luminance(&self, source: &SourceSpace, color: &[f32]) -> f64 {
        let (y, black) = (lab_to_xyz(source.to_lab(color))[1], source.black_xyz()[1]);
        ((y - black) / (1.0 - black)).clamp(0.0, 1.0)
    }

    /// A table for whole images of a source with four inks of 8 bits.
    pub fn ink_table(&self, source: &SourceSpace) -> InkTable {
        InkTable::new(|inks| self.to_ink(source, inks))
    }

    /// A table for whole images in the output's own inks.
    pub fn own_table(&self, to_ink: impl Fn(Ink) -> Ink) -> InkTable {
        InkTable::new(|inks| to_ink([inks[0], inks[1], inks[2], inks[3]]))
    }

    /// Whether a CMYK source tells of the output's own printing condition, so that its numbers can stay:
    /// the same inks look alike under both profiles.
    pub fn is_condition_of(&self, source: &SourceSpace) -> bool {
        const STEPS: usize = 5;
        let off = (0..STEPS.pow(4)).map(|index| {
            let at = |axis: u32| (index / STEPS.pow(axis) % STEPS) as f32 / (STEPS - 1) as f32;
            let ink = [at(0), at(1), at(2), at(3)];
            delta_e_2000(self.to_lab(ink), source.to_lab(&ink))
        });
        let (sum, most) = off.fold((0.0, 0.0f64), |(sum, most), off| (sum + off, most.max(off)));
        source.components() == 4 && sum / STEPS.pow(4) as f64 <= ALIKE && most <= ALIKE_AT_MOST
    }

    /// A table for whole images of a source with three components of 8 bits.
    pub fn table(&self, source: &SourceSpace) -> Table {
        self.table_over(source, [(0.0, 1.0); 3])
    }

    /// The same for components that 8 bits spread over other ranges than 0 to 1 (Lab).
    pub fn table_over(&self, source: &SourceSpace, ranges: [(f32, f32); 3]) -> Table {
        Table::new(|color| self.to_ink(source, color), ranges)
    }

    /// The most ink on one spot, the sum of four plates from 0 to 4.
    pub fn ink_limit(&self) -> f64 {
        f64::from(self.limit)
    }

    /// The most ink the profile's own separation table uses, in %.
    pub(super) fn measured_ink_limit(&self) -> Option<f64> {
        let sum = f64::from(self.to_device.largest_sum()?) * 100.0;
        (100.0..=400.0).contains(&sum).then(|| (sum * 10.0).round() / 10.0)
    }
}

/// How far down a falling ramp, 0 to 1, a luminance is reached; its end where it is nowhere so dark.
pub(crate) fn along(ramp: &[f64], luminance: f64) -> f32 {
    let at = ramp.partition_point(|&y| y > luminance);
    if at == 0 {
        return 0.0;
    }
    let Some(&low) = ramp.get(at) else { return 1.0 };
    let high = ramp[at - 1];
    let part = if high > low { (high - luminance) / (high - low) } else { 0.0 };
    ((at - 1) as f64 + part) as f32 / (ramp.len() - 1) as f32
}

/// The luminance of black ink in 256 steps, falling from 1 to 0, and what of it paper and solid black have.
fn black_ramp(to_pcs: &Lut) -> (Vec<f64>, (f64, f64)) {
    let raw: Vec<f64> = (0..=255)
        .map(|k| {
            let lab = decode(to_pcs.encoding, to_pcs.eval([0.0, 0.0, 0.0, k as f32 / 255.0]));
            lab_to_xyz(lab)[1]
        })
        .collect();
    let (white, black) = (raw[0], raw[255]);
    if white <= black {
        let straight = (0..=255).map(|k| 1.0 - f64::from(k) / 255.0).collect();
        return (straight, (1.0, 0.0));
    }
    let mut least = 1.0f64;
    let falling = raw.iter().map(|y| {
        least = least.min((y - black) / (white - black)).max(0.0);
        least
    });
    (falling.collect(), (white, black))
}
