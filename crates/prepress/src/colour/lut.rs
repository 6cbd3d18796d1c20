//! Evaluates the table transforms of an ICC profile (`lut8`, `lut16`, `lutAToB`, `lutBToA`).
//!
//! The parsing is `moxcms`'s; the tables are run here in floating point with simplex interpolation
//! (tetrahedral in three dimensions), because the black point of a profile has to be found and
//! compensated between the two halves of a conversion. Nothing here knows what the channels mean.

use moxcms::{LutDataType, LutMultidimensionalType, LutStore, LutType, LutWarehouse};
use moxcms::{ParametricCurve, ToneReprCurve};

/// Most channels a table may have on either side.
const CHANNELS: usize = 4;

/// Values between two stages.
pub(super) type Values = [f32; CHANNELS];

/// How a table encodes the Lab or XYZ of its connection side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// 16-bit Lab of ICC version 2, 0xFF00 being 100 (ICC.1, 10.10; all `lut16` tables).
    LabLegacy,
    /// Lab over the full range, 0xFFFF being 100.
    LabFull,
    /// XYZ, 1.0 being 0x8000.
    Xyz,
}

/// A one-dimensional curve over 0 to 1.
#[derive(Debug)]
pub(super) enum Curve {
    Identity,
    Gamma(f32),
    Table(Vec<f32>),
    Parametric(ParametricCurve),
}

impl Curve {
    pub(super) fn new(curve: &ToneReprCurve) -> Option<Self> {
        Some(match curve {
            ToneReprCurve::Lut(values) if values.is_empty() => Self::Identity,
            ToneReprCurve::Lut(values) if values.len() == 1 => {
                Self::Gamma(f32::from(values[0]) / 256.0)
            }
            ToneReprCurve::Lut(values) => {
                Self::Table(values.iter().map(|&v| f32::from(v) / 65535.0).collect())
            }
            ToneReprCurve::Parametric(values) if values.is_empty() => return None,
            ToneReprCurve::Parametric(values) => Self::Parametric(ParametricCurve::new(values)?),
        })
    }

    pub(super) fn eval(&self, x: f32) -> f32 {
        let x = x.clamp(0.0, 1.0);
        match self {
            Self::Identity => x,
            Self::Gamma(gamma) => x.powf(*gamma),
            Self::Parametric(curve) => {
                let y = if x < curve.d {
                    curve.c * x + curve.f
                } else {
                    (curve.a * x + curve.b).max(0.0).powf(curve.g) + curve.e
                };
                if y.is_finite() { y.clamp(0.0, 1.0) } else { 0.0 }
            }
            Self::Table(values) => {
                let at = x * (values.len() - 1) as f32;
                let low = (at as usize).min(values.len() - 1);
                let high = (low + 1).min(values.len() - 1);
                values[low] + (values[high] - values[low]) * (at - low as f32)
            }
        }
    }
}

#[derive(Debug)]
enum Stage {
    Curves(Vec<Curve>),
    Clut(Clut),
    Matrix([[f32; 3]; 3], [f32; 3]),
}

/// A table of `outputs` values at the nodes of an n-dimensional grid.
#[derive(Debug)]
struct Clut {
    /// Indexed by Lab: read multilinearly, as lcms2 does, since the neutral axis of Lab runs along
    /// one input and not along the cells' diagonals.
    by_lab: bool,
    /// Nodes along each input; the first input varies slowest.
    sizes: Vec<usize>,
    /// Distance in `values` between neighbours along each input.
    strides: Vec<usize>,
    outputs: usize,
    values: Vec<f32>,
}

impl Clut {
    fn new(sizes: Vec<usize>, outputs: usize, values: Vec<f32>, by_lab: bool) -> Option<Self> {
        let total =
            sizes.iter().try_fold(outputs, |n, &s| (s > 1).then(|| n.checked_mul(s)).flatten())?;
        if outputs == 0 || outputs > CHANNELS || values.len() < total {
            return None;
        }
        let mut strides = vec![outputs; sizes.len()];
        for i in (0..sizes.len().saturating_sub(1)).rev() {
            strides[i] = strides[i + 1] * sizes[i + 1];
        }
        Some(Self { by_lab, sizes, strides, outputs, values })
    }

    fn eval(&self, input: Values) -> Values {
        if self.by_lab { self.multilinear(input) } else { self.simplex(input) }
    }

    /// The low corner of the cell an input is in, and each input's fraction and stride.
    fn cell(&self, input: Values) -> (usize, [(f32, usize); CHANNELS]) {
        let mut base = 0;
        let mut steps = [(0.0f32, 0usize); CHANNELS];
        for i in 0..self.sizes.len() {
            let at = input[i].clamp(0.0, 1.0) * (self.sizes[i] - 1) as f32;
            let low = (at as usize).min(self.sizes[i] - 2);
            base += low * self.strides[i];
            steps[i] = (at - low as f32, self.strides[i]);
        }
        (base, steps)
    }

    fn add(&self, sum: &mut Values, base: usize, weight: f32) {
        for (sum, value) in sum.iter_mut().zip(&self.values[base..base + self.outputs]) {
            *sum += weight * value;
        }
    }

    fn multilinear(&self, input: Values) -> Values {
        let (base, steps) = self.cell(input);
        let steps = &steps[..self.sizes.len()];
        let mut out = [0.0; CHANNELS];
        for corner in 0..1usize << steps.len() {
            let (mut at, mut weight) = (base, 1.0);
            for (i, &(fraction, stride)) in steps.iter().enumerate() {
                if corner >> i & 1 == 1 {
                    at += stride;
                    weight *= fraction;
                } else {
                    weight *= 1.0 - fraction;
                }
            }
            if weight > 0.0 {
                self.add(&mut out, at, weight);
            }
        }
        out
    }

    /// Simplex interpolation: walk from the cell's low corner to its high one along the inputs in
    /// order of falling fraction.
    fn simplex(&self, input: Values) -> Values {
        let (mut base, mut order) = self.cell(input);
        let order = &mut order[..self.sizes.len()];
        order.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut out = [0.0; CHANNELS];
        let mut before = 1.0;
        for &(fraction, stride) in order.iter() {
            self.add(&mut out, base, before - fraction);
            base += stride;
            before = fraction;
        }
        self.add(&mut out, base, before);
        out
    }
}

/// One table transform, from device to connection space or back.
#[derive(Debug)]
pub(super) struct Lut {
    stages: Vec<Stage>,
    pub(super) inputs: usize,
    pub(super) outputs: usize,
    pub(super) encoding: Encoding,
}

impl Lut {
    /// Reads a table. `to_pcs` tells the direction, `xyz` the connection space of the profile.
    pub(super) fn new(table: &LutWarehouse, to_pcs: bool, xyz: bool) -> Option<Self> {
        match table {
            LutWarehouse::Lut(lut) => Self::from_lut(lut, to_pcs, xyz),
            LutWarehouse::Multidimensional(lut) => Self::from_curves(lut, to_pcs, xyz),
        }
    }

    fn from_lut(lut: &LutDataType, to_pcs: bool, xyz: bool) -> Option<Self> {
        let (inputs, outputs) = channels(lut.num_input_channels, lut.num_output_channels)?;
        let curves = |store: &LutStore, count: usize, entries: u16| {
            let values = floats(store);
            let entries = usize::from(entries);
            if entries < 2 || values.len() < entries * count {
                return None;
            }
            Some(Stage::Curves(
                values
                    .chunks_exact(entries)
                    .take(count)
                    .map(|c| Curve::Table(c.to_vec()))
                    .collect(),
            ))
        };
        let grid = Clut::new(
            vec![usize::from(lut.num_clut_grid_points); inputs],
            outputs,
            floats(&lut.clut_table),
            !to_pcs && !xyz,
        )?;
        Some(Self {
            stages: vec![
                curves(&lut.input_table, inputs, lut.num_input_table_entries)?,
                Stage::Clut(grid),
                curves(&lut.output_table, outputs, lut.num_output_table_entries)?,
            ],
            inputs,
            outputs,
            encoding: match (xyz, lut.lut_type) {
                (true, _) => Encoding::Xyz,
                (false, LutType::Lut8) => Encoding::LabFull,
                (false, _) => Encoding::LabLegacy,
            },
        })
    }

    fn from_curves(lut: &LutMultidimensionalType, to_pcs: bool, xyz: bool) -> Option<Self> {
        let (inputs, outputs) = channels(lut.num_input_channels, lut.num_output_channels)?;
        let curves = |curves: &[ToneReprCurve]| {
            curves.iter().map(Curve::new).collect::<Option<Vec<_>>>().map(Stage::Curves)
        };
        let mut stages = vec![curves(&lut.a_curves)?];
        if let Some(values) = &lut.clut {
            let sizes = lut.grid_points[..inputs].iter().map(|&s| usize::from(s)).collect();
            stages.push(Stage::Clut(Clut::new(sizes, outputs, floats(values), !to_pcs && !xyz)?));
        } else if inputs != outputs {
            return None;
        }
        stages.push(curves(&lut.m_curves)?);
        if !lut.m_curves.is_empty() {
            let row = |i: usize| [0, 1, 2].map(|j| lut.matrix.v[i][j] as f32);
            stages.push(Stage::Matrix(
                [row(0), row(1), row(2)],
                [0, 1, 2].map(|i| lut.bias.v[i] as f32),
            ));
        }
        stages.push(curves(&lut.b_curves)?);
        if !to_pcs {
            stages.reverse();
        }
        let encoding = if xyz { Encoding::Xyz } else { Encoding::LabFull };
        Some(Self { stages, inputs, outputs, encoding })
    }

    /// Runs the table on values from 0 to 1.
    pub(super) fn eval(&self, input: Values) -> Values {
        run(&self.stages, input)
    }

    /// The largest sum of outputs over the grid's own nodes, after the last curves.
    pub(super) fn largest_sum(&self) -> Option<f32> {
        let at = self.stages.iter().position(|s| matches!(s, Stage::Clut(_)))?;
        let Stage::Clut(grid) = &self.stages[at] else { return None };
        let largest = grid.values.chunks_exact(grid.outputs).map(|node| {
            let mut values = [0.0; CHANNELS];
            values[..node.len()].copy_from_slice(node);
            run(&self.stages[at + 1..], values)[..self.outputs].iter().sum::<f32>()
        });
        largest.max_by(f32::total_cmp)
    }
}

fn run(stages: &[Stage], input: Values) -> Values {
    let mut values = input;
    for stage in stages {
        match stage {
            Stage::Curves(curves) => {
                for (value, curve) in values.iter_mut().zip(curves) {
                    *value = curve.eval(*value);
                }
            }
            Stage::Clut(grid) => values = grid.eval(values),
            Stage::Matrix(m, bias) => {
                let v = [values[0], values[1], values[2]];
                for i in 0..3 {
                    values[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2] + bias[i];
                }
            }
        }
    }
    values
}

fn channels(inputs: u8, outputs: u8) -> Option<(usize, usize)> {
    let (inputs, outputs) = (usize::from(inputs), usize::from(outputs));
    ((1..=CHANNELS).contains(&inputs) && (1..=CHANNELS).contains(&outputs))
        .then_some((inputs, outputs))
}

fn floats(store: &LutStore) -> Vec<f32> {
    match store {
        LutStore::Store8(values) => values.iter().map(|&v| f32::from(v) / 255.0).collect(),
        LutStore::Store16(values) => values.iter().map(|&v| f32::from(v) / 65535.0).collect(),
    }
}
