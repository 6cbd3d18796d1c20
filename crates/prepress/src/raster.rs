//! Pixels in memory: unpacking PDF samples, and making pictures smaller.

/// Most pixels of one picture.
const MOST_PIXELS: usize = 1 << 28;

/// Interleaved 8-bit samples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) channels: usize,
    pub(super) data: Vec<u8>,
}

impl Raster {
    /// `None` where the samples do not fill the picture.
    pub(super) fn new(
        width: usize,
        height: usize,
        channels: usize,
        mut data: Vec<u8>,
    ) -> Option<Self> {
        let pixels = width.checked_mul(height).filter(|p| (1..=MOST_PIXELS).contains(p))?;
        let size = pixels.checked_mul(channels)?;
        if data.len() < size {
            return None;
        }
        data.truncate(size);
        Some(Self { width, height, channels, data })
    }

    /// Unpacks rows of samples of 1, 2, 4, 8 or 16 bits; 16 are rounded to 8. With `scale` smaller
    /// depths are spread over 0 to 255, without they stay numbers (indices).
    pub(super) fn unpack(
        size: (usize, usize),
        channels: usize,
        bits: usize,
        bytes: &[u8],
        scale: bool,
    ) -> Option<Self> {
        let (width, height) = size;
        let row = width.checked_mul(channels)?;
        let total = row.checked_mul(height).filter(|t| *t <= MOST_PIXELS * 4)?;
        let stride = row.checked_mul(bits)?.div_ceil(8);
        if bytes.len() < stride.checked_mul(height)? {
            return None;
        }
        let data = match bits {
            8 => bytes[..total].to_vec(),
            16 => bytes[..total * 2]
                .as_chunks::<2>()
                .0
                .iter()
                .map(|&b| ((u32::from(u16::from_be_bytes(b)) * 255 + 32_767) / 65_535) as u8)
                .collect(),
            1 | 2 | 4 => {
                let most = (1u16 << bits) - 1;
                let spread = if scale { 255 / most } else { 1 } as u8;
                let mut data = Vec::with_capacity(total);
                for line in bytes.chunks(stride).take(height) {
                    for i in 0..row {
                        let bit = i * bits;
                        let value = line[bit / 8] >> (8 - bits - bit % 8) & most as u8;
                        data.push(value * spread);
                    }
                }
                data
            }
            _ => return None,
        };
        Self::new(width, height, channels, data)
    }

    /// The same picture with another number of channels, pixel by pixel.
    pub(super) fn map<const N: usize>(&self, f: impl Fn(&[u8]) -> [u8; N]) -> Self {
        let data = self.data.chunks_exact(self.channels).flat_map(f).collect();
        Self { width: self.width, height: self.height, channels: N, data }
    }

    /// Whether all pixels of an RGB picture are grey, to one step.
    pub(super) fn is_neutral(&self) -> bool {
        self.channels == 3
            && self
                .data
                .as_chunks::<3>()
                .0
                .iter()
                .all(|&[r, g, b]| r.abs_diff(g) <= 1 && g.abs_diff(b) <= 1 && r.abs_diff(b) <= 1)
    }

    /// Whether all pixels of an RGB picture are grey.
    pub(super) fn is_grey(&self) -> bool {
        self.channels == 3 && self.data.as_chunks::<3>().0.iter().all(|&[r, g, b]| r == g && g == b)
    }

    /// Makes the picture smaller, with a cubic filter as wide as the reduction asks for.
    pub(super) fn shrink(&self, width: usize, height: usize) -> Self {
        let n = self.channels;
        let columns = Taps::new(self.width, width);
        let mut across = vec![0u8; width * self.height * n];
        for (to, from) in
            across.chunks_exact_mut(width * n).zip(self.data.chunks_exact(self.width * n))
        {
            for (x, pixel) in to.chunks_exact_mut(n).enumerate() {
                let (first, weights) = columns.at(x);
                let source = &from[first * n..];
                for (c, sample) in pixel.iter_mut().enumerate() {
                    let sum: i32 = weights
                        .iter()
                        .zip(source[c..].iter().step_by(n))
                        .map(|(w, v)| w * i32::from(*v))
                        .sum();
                    *sample = rounded(sum);
                }
            }
        }
        let rows = Taps::new(self.height, height);
        let line = width * n;
        let mut data = vec![0u8; height * line];
        let mut sums = vec![0i32; line];
        for (y, to) in data.chunks_exact_mut(line).enumerate() {
            let (first, weights) = rows.at(y);
            sums.fill(0);
            for (weight, from) in weights.iter().zip(across[first * line..].chunks_exact(line)) {
                for (sum, value) in sums.iter_mut().zip(from) {
                    *sum += weight * i32::from(*value);
                }
            }
            for (to, sum) in to.iter_mut().zip(&sums) {
                *to = rounded(*sum);
            }
        }
        Self { width, height, channels: n, data }
    }
}

/// Fixed-point weights sum to this.
const ONE: i32 = 1 << 14;

fn rounded(sum: i32) -> u8 {
    ((sum + ONE / 2) >> 14).clamp(0, 255) as u8
}

/// For each new sample the old ones it is made of.
struct Taps {
    starts: Vec<(usize, usize)>,
    weights: Vec<i32>,
}

impl Taps {
    fn new(from: usize, to: usize) -> Self {
        let ratio = from as f64 / to as f64;
        let reach = 2.0 * ratio.max(1.0);
        let (mut starts, mut weights) = (Vec::with_capacity(to), Vec::new());
        for i in 0..to {
            let centre = (i as f64 + 0.5) * ratio;
            let first = (centre - reach).floor().max(0.0) as usize;
            let last = ((centre + reach).ceil() as usize).min(from);
            let raw: Vec<f64> =
                (first..last).map(|j| cubic((j as f64 + 0.5 - centre) / ratio.max(1.0))).collect();
            let sum: f64 = raw.iter().sum();
            let begin = weights.len();
            weights.extend(raw.iter().map(|w| (w / sum * f64::from(ONE)).round() as i32));
            // What rounding lost goes to the heaviest sample, so that flat areas stay flat.
            let lost = ONE - weights[begin..].iter().sum::<i32>();
            if let Some(heaviest) = weights[begin..].iter_mut().max() {
                *heaviest += lost;
            }
            starts.push((first, begin));
        }
        starts.push((0, weights.len()));
        Self { starts, weights }
    }

    fn at(&self, i: usize) -> (usize, &[i32]) {
        let (first, begin) = self.starts[i];
        (first, &self.weights[begin..self.starts[i + 1].1])
    }
}

/// The Catmull–Rom kernel.
fn cubic(x: f64) -> f64 {
    match x.abs() {
        x if x < 1.0 => 1.5 * x * x * x - 2.5 * x * x + 1.0,
        x if x < 2.0 => -0.5 * x * x * x + 2.5 * x * x - 4.0 * x + 2.0,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_every_depth_are_spread() {
        let unpack = |bits, bytes: &[u8]| {
            Raster::unpack((2, 1), 1, bits, bytes, true).expect("unpacks").data
        };
        assert_eq!(unpack(1, &[0b0100_0000]), [0, 255]);
        assert_eq!(unpack(2, &[0b0111_0000]), [85, 255]);
        assert_eq!(unpack(4, &[0x3f]), [51, 255]);
        assert_eq!(unpack(8, &[7, 200]), [7, 200]);
        assert_eq!(unpack(16, &[0x80, 0x80, 0xff, 0xff]), [128, 255]);
        assert_eq!(Raster::unpack((2, 1), 1, 4, &[0x3f], false).expect("unpacks").data, [3, 15]);
        assert!(Raster::unpack((2, 2), 1, 8, &[0; 3], true).is_none(), "too few");
    }

    #[test]
    fn a_flat_picture_stays_flat_when_shrunk() {
        let raster = Raster::new(100, 60, 4, [10, 20, 30, 250].repeat(6000)).expect("a picture");
        let small = raster.shrink(37, 23);
        assert_eq!((small.width, small.height), (37, 23));
        assert!(small.data.chunks_exact(4).all(|p| p == [10, 20, 30, 250]));
    }

    #[test]
    fn a_shrunk_ramp_keeps_its_ends_and_middle() {
        let data = (0..256).map(|v| v as u8).collect();
        let small = Raster::new(256, 1, 1, data).expect("a picture").shrink(32, 1);
        assert!(small.data[0] < 10 && small.data[31] > 245);
        assert!(small.data[15].abs_diff(124) < 3, "{:?}", small.data);
    }
}
