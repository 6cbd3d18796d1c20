//! The colour spaces a PDF or an image brings along, each as a way to Lab under D50.

use moxcms::{ColorProfile, DataColorSpace, LutWarehouse};

use super::lab::{adapt_to_d50, lab_to_xyz, multiply, xyz_to_lab};
use super::lut::{Curve, Encoding, Lut, Values};

/// A device-independent description of a colour space that is to become the output profile's CMYK.
#[derive(Debug)]
pub struct SourceSpace {
    kind: SourceKind,
    /// Its darkest colour as neutral Lab, for the black point compensation.
    black: [f64; 3],
}

#[derive(Debug)]
enum SourceKind {
    /// Three curves and a matrix to XYZ under D50.
    Matrix(Box<[Curve; 3]>, [[f64; 3]; 3]),
    /// A table of an RGB or CMYK profile.
    Table(Lut),
    /// One curve to the luminance Y.
    Gray(Curve),
    /// `CalRGB` of PDF (ISO 32000-1, 8.6.5.3): exponents, matrix, white point.
    Cal([f64; 3], [[f64; 3]; 3], [f64; 3]),
    /// Lab itself, its components not scaled.
    Lab,
}

impl SourceSpace {
    /// sRGB, which also stands for DeviceRGB.
    pub fn srgb() -> Self {
        Self::from_profile(&ColorProfile::new_srgb()).unwrap_or_else(|| Self::gamma_gray(2.2))
    }

    /// An RGB, grey or CMYK ICC profile. `None` for a damaged one and for any other colour space.
    pub fn from_icc(bytes: &[u8]) -> Option<Self> {
        Self::from_profile(&ColorProfile::new_from_slice(bytes).ok()?)
    }

    /// A grey scale of this gamma (`CalGray`).
    pub fn gamma_gray(gamma: f64) -> Self {
        let gamma = if gamma.is_finite() && gamma > 0.0 { gamma } else { 1.0 };
        Self::new(SourceKind::Gray(Curve::Gamma(gamma as f32)))
    }

    /// `CalRGB` with its gamma, its matrix (as PDF has it, columns after one another) and white.
    pub fn cal_rgb(gamma: [f64; 3], matrix: [f64; 9], white: [f64; 3]) -> Self {
        let m = matrix;
        let rows = [[m[0], m[3], m[6]], [m[1], m[4], m[7]], [m[2], m[5], m[8]]];
        Self::new(SourceKind::Cal(gamma, rows, white))
    }

    /// CIE Lab, relative to its own white.
    pub fn lab() -> Self {
        Self { kind: SourceKind::Lab, black: [0.0; 3] }
    }

    /// How many components a colour has.
    pub fn components(&self) -> usize {
        match &self.kind {
            SourceKind::Gray(_) => 1,
            SourceKind::Table(lut) => lut.inputs,
            SourceKind::Matrix(..) | SourceKind::Cal(..) | SourceKind::Lab => 3,
        }
    }

    fn from_profile(profile: &ColorProfile) -> Option<Self> {
        let xyz = profile.pcs == DataColorSpace::Xyz;
        match profile.color_space {
            DataColorSpace::Gray => {
                Some(Self::new(SourceKind::Gray(Curve::new(profile.gray_trc.as_ref()?)?)))
            }
            DataColorSpace::Rgb => {
                let table = profile
                    .lut_a_to_b_colorimetric
                    .as_ref()
                    .or(profile.lut_a_to_b_perceptual.as_ref())
                    .and_then(|table| Lut::new(table, true, xyz))
                    .filter(|lut| lut.inputs == 3 && lut.outputs == 3);
                if let Some(lut) = table {
                    return Some(Self::new(SourceKind::Table(lut)));
                }
                let curve = |c: &Option<_>| c.as_ref().and_then(Curve::new);
                let curves = [
                    curve(&profile.red_trc)?,
                    curve(&profile.green_trc)?,
                    curve(&profile.blue_trc)?,
                ];
                let (r, g, b) =
                    (profile.red_colorant, profile.green_colorant, profile.blue_colorant);
                let rows = [[r.x, g.x, b.x], [r.y, g.y, b.y], [r.z, g.z, b.z]];
                Some(Self::new(SourceKind::Matrix(Box::new(curves), rows)))
            }
            // Between XYZ and a CMYK table stands a matrix (ICC.1, 10.10) that is not carried out here.
            DataColorSpace::Cmyk if !xyz => Self::of_inks(profile),
            _ => None,
        }
    }

    /// The inks of another printing condition.
    fn of_inks(profile: &ColorProfile) -> Option<Self> {
        let table = |table: &Option<LutWarehouse>, to_pcs: bool, sides: (usize, usize)| {
            let lut = Lut::new(table.as_ref()?, to_pcs, false)?;
            ((lut.inputs, lut.outputs) == sides).then_some(lut)
        };
        let to_pcs = table(&profile.lut_a_to_b_colorimetric, true, (4, 3))
            .or_else(|| table(&profile.lut_a_to_b_perceptual, true, (4, 3)))?;
        let separation = table(&profile.lut_b_to_a_perceptual, false, (3, 4))
            .or_else(|| table(&profile.lut_b_to_a_colorimetric, false, (3, 4)));
        let black = match separation {
            Some(separation) => darkest(&separation, &to_pcs),
            None => {
                let solid = decode(to_pcs.encoding, to_pcs.eval([1.0; 4]))[0];
                [solid.clamp(0.0, 50.0), 0.0, 0.0]
            }
        };
        Some(Self { kind: SourceKind::Table(to_pcs), black })
    }

    fn new(kind: SourceKind) -> Self {
        let mut source = Self { kind, black: [0.0; 3] };
        let darkest = source.to_lab(&[0.0; 3])[0];
        source.black = [darkest.clamp(0.0, 50.0), 0.0, 0.0];
        source
    }

    /// The darkest colour, neutral, as XYZ.
    pub(super) fn black_xyz(&self) -> [f64; 3] {
        lab_to_xyz(self.black)
    }

    /// A colour's Lab. Components run from 0 to 1 (Lab's own: 0 to 100 and ±128).
    pub fn to_lab(&self, color: &[f32]) -> [f64; 3] {
        let at = |i: usize| color.get(i).copied().unwrap_or(0.0);
        match &self.kind {
            SourceKind::Gray(curve) => {
                xyz_to_lab(super::lab::D50.map(|w| w * f64::from(curve.eval(at(0)))))
            }
            SourceKind::Matrix(curves, rows) => {
                let linear = [0, 1, 2].map(|i| f64::from(curves[i].eval(at(i))));
                xyz_to_lab(multiply(*rows, linear))
            }
            SourceKind::Cal(gamma, rows, white) => {
                let linear = [0, 1, 2].map(|i| f64::from(at(i)).clamp(0.0, 1.0).powf(gamma[i]));
                xyz_to_lab(adapt_to_d50(multiply(*rows, linear), *white))
            }
            SourceKind::Table(lut) => decode(lut.encoding, lut.eval([at(0), at(1), at(2), at(3)])),
            SourceKind::Lab => [f64::from(at(0)), f64::from(at(1)), f64::from(at(2))],
        }
    }
}

/// The black point of a CMYK profile: what its perceptual separation makes of black, as neutral Lab
/// (lcms2's `BlackPointUsingPerceptualBlack`, which discounts the ink limit).
pub(super) fn darkest(separation: &Lut, to_pcs: &Lut) -> [f64; 3] {
    let inks = separation.eval(encode(separation.encoding, [0.0; 3]));
    [decode(to_pcs.encoding, to_pcs.eval(inks))[0].clamp(0.0, 50.0), 0.0, 0.0]
}

/// A table's connection values as Lab.
pub(super) fn decode(encoding: Encoding, values: Values) -> [f64; 3] {
    let [a, b, c] = [values[0], values[1], values[2]].map(f64::from);
    match encoding {
        Encoding::LabLegacy => {
            [a * 65535.0 / 652.8, b * 65535.0 / 256.0 - 128.0, c * 65535.0 / 256.0 - 128.0]
        }
        Encoding::LabFull => [a * 100.0, b * 255.0 - 128.0, c * 255.0 - 128.0],
        Encoding::Xyz => xyz_to_lab([a, b, c].map(|v| v * (1.0 + 32767.0 / 32768.0))),
    }
}

/// Lab as a table's connection values.
pub(super) fn encode(encoding: Encoding, lab: [f64; 3]) -> Values {
    let [l, a, b] = lab;
    let [x, y, z] = match encoding {
        Encoding::LabLegacy => {
            [l * 652.8 / 65535.0, (a + 128.0) * 256.0 / 65535.0, (b + 128.0) * 256.0 / 65535.0]
        }
        Encoding::LabFull => [l / 100.0, (a + 128.0) / 255.0, (b + 128.0) / 255.0],
        Encoding::Xyz => lab_to_xyz(lab).map(|v| v / (1.0 + 32767.0 / 32768.0)),
    };
    [x, y, z, 0.0].map(|v: f64| v.clamp(0.0, 1.0) as f32)
}
