//! What the numbers in a picture mean (ISO 32000-1, 8.9.5): how they are unpacked, and what `Decode`, a
//! colour key, a matte and the table of an indexed space make of them.
//!
//! The converter and the checker read pictures through here alone, so that what one writes the other
//! finds. It knows no colours and no PDF objects.

use crate::raster::Raster;

/// How a picture's samples are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coding {
    /// Width and height, in pixels.
    pub(super) size: (usize, usize),
    pub(super) channels: usize,
    /// Bits a sample, 1 to 16.
    pub(super) bits: usize,
    /// They are indices, not tones.
    pub(super) indexed: bool,
}

impl Coding {
    /// How many bytes the samples take; `None` where that is beyond counting.
    pub(super) fn length(self) -> Option<usize> {
        let row = self.size.0.checked_mul(self.channels)?.checked_mul(self.bits)?.div_ceil(8);
        row.checked_mul(self.size.1)
    }

    /// The samples of 8 bits, tones spread over 0 to 255; `None` where there are too few.
    pub(super) fn unpack(self, bytes: &[u8]) -> Option<Raster> {
        Raster::unpack(self.size, self.channels, self.bits, bytes, !self.indexed)
    }

    /// The samples as the numbers they are written in, which is what a colour key speaks of.
    pub(super) fn numbers(self, bytes: &[u8]) -> Option<Vec<u16>> {
        if self.bits == 16 {
            let (pairs, _) = bytes.get(..self.length()?)?.as_chunks::<2>();
            return Some(pairs.iter().map(|&pair| u16::from_be_bytes(pair)).collect());
        }
        let raster = Raster::unpack(self.size, self.channels, self.bits, bytes, false)?;
        Some(numbers(&raster))
    }

    /// The largest sample as [`Self::unpack`] gives it.
    fn top(self) -> f64 {
        if self.indexed { f64::from((1_u16 << self.bits.min(8)) - 1) } else { 255.0 }
    }
}

/// Samples of 8 bits as numbers.
pub(super) fn numbers(raster: &Raster) -> Vec<u16> {
    raster.data.iter().map(|&sample| sample.into()).collect()
}

/// A `Decode` array, as a table for each channel.
#[derive(Debug)]
pub(super) struct Decode(Vec<[u8; 256]>);

impl Decode {
    /// What an array makes of samples whose channels lie in `ranges`; `None` for the default, which
    /// changes nothing, and for one that is too short.
    pub(super) fn of(
        array: Option<&[f64]>,
        coding: Coding,
        ranges: impl IntoIterator<Item = (f64, f64)>,
    ) -> Option<Self> {
        let array = array.filter(|array| array.len() >= 2 * coding.channels)?;
        let top = coding.top();
        let range = |range| if coding.indexed { (0.0, top) } else { range };
        let ranges = ranges.into_iter().map(range).take(coding.channels);
        let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
        let mut changes = false;
        let table = |(to, (low, high)): (&[f64], (f64, f64))| {
            changes |= !near(to[0], low) || !near(to[1], high);
            std::array::from_fn(|sample| {
                let value = to[0] + sample as f64 / top * (to[1] - to[0]);
                ((value - low) / (high - low) * top).round().clamp(0.0, 255.0) as u8
            })
        };
        let tables = array.chunks_exact(2).zip(ranges).map(table).collect();
        changes.then_some(Self(tables))
    }

    /// Carries it out on interleaved samples.
    pub(super) fn apply(&self, data: &mut [u8]) {
        for pixel in data.chunks_exact_mut(self.0.len()) {
            for (sample, table) in pixel.iter_mut().zip(&self.0) {
                *sample = table[usize::from(*sample)];
            }
        }
    }
}

/// Which pixels a colour key leaves out: those whose numbers all lie within its ranges (8.9.6.4).
/// `None` for a key of another number of channels.
pub(super) fn keyed(numbers: &[u16], channels: usize, key: &[f64]) -> Option<Vec<bool>> {
    let ranges = || key.chunks_exact(2).map(|range| range[0]..=range[1]);
    let inside =
        |pixel: &[u16]| pixel.iter().zip(ranges()).all(|(&v, range)| range.contains(&f64::from(v)));
    (channels > 0 && key.len() == 2 * channels)
        .then(|| numbers.chunks_exact(channels).map(inside).collect())
}

/// An entry of an indexed space of `n` components, from 0 to 255; an index past the last is the last
/// (8.6.6.3).
pub(super) fn entry(table: &[u8], n: usize, index: usize) -> impl Iterator<Item = u8> {
    let last = (table.len() / n.max(1)).saturating_sub(1);
    let bytes = table.get(index.min(last) * n..).unwrap_or_default();
    bytes.iter().copied().chain(std::iter::repeat(0)).take(n)
}

/// An indexed picture in the `n` components of its base.
pub(super) fn expanded(raster: &Raster, n: usize, table: &[u8]) -> Raster {
    let entries: Vec<u8> = (0..256).flat_map(|index| entry(table, n, index)).collect();
    let pixel = |&index: &u8| &entries[usize::from(index) * n..][..n];
    let data = raster.data.iter().flat_map(pixel).copied().collect();
    Raster { width: raster.width, height: raster.height, channels: n, data }
}

/// Takes the blending with a colour out again: c = m + (c′ − m) / α (11.6.5.3). A mask of another
/// size takes out nothing.
pub(super) fn without_matte(
    raster: &mut Raster,
    alpha: &Raster,
    ranges: impl IntoIterator<Item = (f64, f64)>,
    matte: &[f64],
) {
    let n = raster.channels;
    if (alpha.width, alpha.height) != (raster.width, raster.height) || matte.len() < n {
        return;
    }
    let byte = |(m, (low, high)): (&f64, (f64, f64))| (m - low) / (high - low) * 255.0;
    let matte: Vec<f64> = matte.iter().zip(ranges).map(byte).collect();
    for (pixel, &alpha) in raster.data.chunks_exact_mut(n).zip(&alpha.data) {
        let alpha = f64::from(alpha) / 255.0;
        for (sample, matte) in pixel.iter_mut().zip(&matte) {
            if alpha > 0.0 {
                let value = matte + (f64::from(*sample) - matte) / alpha;
                *sample = (value + 0.5).clamp(0.0, 255.0) as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests;
