//! Decodes images to plain samples and brings them down to size.
//!
//! Codecs that the renderer knows (JPEG 2000, CCITT, JBIG2) are in `coded`, pictures too large to be held whole in
//! `rows`.

use std::borrow::Cow;

use lopdf::{Dictionary, Object, Stream};

use super::super::codec::peeled;
use super::super::file::File;
use super::super::space::Space;
use super::{coded, rows};
use crate::jpeg;
use crate::pdf::object::Objects;
use crate::raster::Raster;
use crate::samples::{self, Coding, Decode};

/// Most pixels of an image that is decoded whole.
pub(super) const MOST_PIXELS: usize = 80_000_000;

/// Samples of 8 bits, and what a Decode array makes of them.
///
/// It maps each component in a straight line, so it may be carried out after averaging.
pub(super) struct Samples {
    pub raster: Raster,
    pub decode: Option<Decode>,
    /// Where a colour key paints: 255, and 0 where it does not.
    pub shape: Option<Raster>,
    /// Whether a row or more is missing.
    pub short: bool,
}

/// Decodes an image to samples of 8 bits; none for what does not decode. What is missing at the end of
/// a damaged one is 0. A large one may come in fewer pixels, but not in fewer than are needed.
pub(super) fn decode(
    file: &File,
    stream: &Stream,
    space: &Space,
    size: (usize, usize),
    needed: (usize, usize),
) -> Option<Samples> {
    let channels = space.components();
    let array = file.numbers(&stream.dict, "Decode");
    let ranges = (0..channels).map(|component| space.range(component));
    let indexed = matches!(space, Space::Indexed(..));
    let large = size.0.saturating_mul(size.1) > MOST_PIXELS;
    if coded::is_coded(file, &stream.dict) {
        let needed = (large && !indexed).then_some(needed);
        let (raster, alpha) = coded::decode(file, stream, space, size, needed)?;
        let bits = if indexed && raster.data.iter().all(|v| *v < 2) { 1 } else { 8 };
        let coding = Coding { size, channels, bits, indexed };
        let decode = Decode::of(array.as_deref(), coding, ranges);
        let key = file.numbers(&stream.dict, "Mask");
        let key = key.and_then(|key| {
            shape(&raster, samples::keyed(&samples::numbers(&raster), channels, &key)?)
        });
        return Some(Samples { raster, decode, shape: key.or(alpha), short: false });
    }
    if large && rows::is_in_rows(file, &stream.dict) {
        let bits = file.number(&stream.dict, "BitsPerComponent").unwrap_or(8.0) as usize;
        let coding = Coding { size, channels, bits, indexed: false };
        let (raster, short) = rows::averaged(file, stream, coding, needed)?;
        let decode = Decode::of(array.as_deref(), coding, ranges);
        return Some(Samples { raster, decode, shape: None, short });
    }
    let (bytes, jpeg) = unpacked(file, stream, channels, size)?;
    let bits = file.number(&stream.dict, "BitsPerComponent").unwrap_or(8.0) as usize;
    let stencil = file.bool(&stream.dict, "ImageMask") == Some(true);
    let bits = if jpeg {
        8
    } else if stencil {
        1
    } else {
        bits
    };
    let coding = Coding { size, channels, bits, indexed };
    let key = file.numbers(&stream.dict, "Mask");
    let keyed = |numbers: Vec<u16>| samples::keyed(&numbers, channels, key.as_deref()?);
    let mut short = false;
    let (raster, key) = match jpeg {
        true => {
            let most = size.0 * size.1 + (1 << 16);
            let raster = jpeg::decode(&bytes, most).filter(|own| own.channels == channels)?;
            let key = key.as_ref().and_then(|_| keyed(samples::numbers(&raster)));
            // Decoders fill up one that stops half way.
            short = !jpeg::is_whole(&bytes);
            (raster, key)
        }
        false => {
            let mut bytes = bytes;
            let length = coding.length()?;
            if bytes.len() < length {
                short = bytes.len() <= length - length / size.1.max(1);
                bytes.to_mut().resize(length, 0);
            }
            let key = key.as_ref().and_then(|_| keyed(coding.numbers(&bytes)?));
            (coding.unpack(&bytes)?, key)
        }
    };
    let shape = key.and_then(|out| shape(&raster, out));
    let decode = Decode::of(array.as_deref(), coding, ranges);
    Some(Samples { raster, decode, shape, short })
}

/// Where a colour key paints.
fn shape(raster: &Raster, out: Vec<bool>) -> Option<Raster> {
    let paints = out.iter().map(|out| if *out { 0 } else { 255 }).collect();
    Raster::new(raster.width, raster.height, 1, paints)
}

/// An image's bytes behind all filters but JPEG, and whether that is left.
fn unpacked<'f>(
    file: &'f File,
    stream: &'f Stream,
    components: usize,
    size: (usize, usize),
) -> Option<(Cow<'f, [u8]>, bool)> {
    let (width, height) = size;
    let filters = file.filters(&stream.dict);
    if filters.last().is_some_and(|f| f == b"DCTDecode") {
        return Some((peeled(file, stream)?.data, true));
    }
    if filters.is_empty() {
        return Some((file.raw(stream), false));
    }
    let most = width.checked_mul(height)?.checked_mul(components * 2)?.checked_add(1 << 16)?;
    let mut dict = Dictionary::new();
    dict.set("Filter", filters.into_iter().map(Object::Name).collect::<Vec<_>>());
    if let Some(parms) = file.get(&stream.dict, "DecodeParms") {
        let list = match parms {
            Object::Array(list) => list.iter().map(|o| file.resolve(o).clone()).collect(),
            other => vec![other.clone()],
        };
        dict.set("DecodeParms", list);
    }
    let copy = Stream::new(dict, file.raw(stream).into_owned());
    Some((copy.decompressed_content_with_limit(most).ok()?.into(), false))
}

impl Samples {
    /// Carries out the Decode array on samples of this image.
    pub fn apply_decode(&self, data: &mut [u8]) {
        if let Some(decode) = &self.decode {
            decode.apply(data);
        }
    }

    /// The samples at their own size, the Decode array carried out.
    pub fn decoded(mut self) -> Raster {
        if let Some(decode) = self.decode {
            decode.apply(&mut self.raster.data);
        }
        self.raster
    }
}

/// Averages samples down to a size, or repeats them up to it.
pub(super) fn resample(samples: &Raster, size: (usize, usize)) -> Vec<u8> {
    match samples.channels {
        _ if size == (samples.width, samples.height) => samples.data.clone(),
        1 => average::<1>(samples, size),
        3 => average::<3>(samples, size),
        4 => average::<4>(samples, size),
        n => {
            let mut out = vec![0; size.0 * size.1 * n];
            for c in 0..n {
                let one = Raster {
                    channels: 1,
                    data: samples.data.iter().skip(c).step_by(n).copied().collect(),
                    ..*samples
                };
                let plane = average::<1>(&one, size);
                out.iter_mut().skip(c).step_by(n).zip(plane).for_each(|(o, v)| *o = v);
            }
            out
        }
    }
}

fn average<const N: usize>(samples: &Raster, (width, height): (usize, usize)) -> Vec<u8> {
    let span = |i: usize, of: usize, from: usize| {
        let start = i * from / of;
        (start, ((i + 1) * from / of).max(start + 1).min(from))
    };
    let columns: Vec<_> = (0..width).map(|x| span(x, width, samples.width)).collect();
    let pixels = samples.data.as_chunks::<N>().0;
    let mut out = Vec::with_capacity(width * height * N);
    let mut sums = vec![[0_u32; N]; width];
    for y in 0..height {
        let (first, end) = span(y, height, samples.height);
        sums.fill([0; N]);
        for line in pixels.chunks_exact(samples.width).take(end).skip(first) {
            for (sum, (from, to)) in sums.iter_mut().zip(&columns) {
                for pixel in &line[*from..*to] {
                    for c in 0..N {
                        sum[c] += u32::from(pixel[c]);
                    }
                }
            }
        }
        for (sum, (from, to)) in sums.iter().zip(&columns) {
            let count = ((to - from) * (end - first)).max(1) as u32;
            out.extend(sum.map(|s| ((s + count / 2) / count) as u8));
        }
    }
    out
}
