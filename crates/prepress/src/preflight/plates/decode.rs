//! Decodes images to plain samples and brings them down to size.
//!
//! Codecs that only the renderer knows (JPEG 2000, CCITT, JBIG2) are left to it.

use std::borrow::Cow;

use lopdf::{Dictionary, Object, Stream};

use super::super::file::{File, MOST_STREAM};
use super::super::space::Space;

/// Samples of 8 bits, spread over each component's range.
pub(super) struct Samples {
    pub width: usize,
    pub height: usize,
    pub components: usize,
    pub data: Vec<u8>,
    /// What a Decode array makes of each component's values, where it is not the default.
    pub decode: Vec<Option<[u8; 256]>>,
}

/// Decodes an image to samples of 8 bits; none for codecs that only the renderer knows.
pub(super) fn decode(
    file: &File,
    stream: &Stream,
    space: &Space,
    size: (usize, usize),
) -> Option<Samples> {
    let (bytes, jpeg) = unpacked(file, stream, space.components(), size)?;
    let bits = file.number(&stream.dict, "BitsPerComponent").unwrap_or(8.0) as u32;
    let mut samples = match jpeg {
        true => decode_jpeg(&bytes, space.components(), size)?,
        false => unpack(&bytes, bits, space, size)?,
    };
    samples.decode =
        decode_tables(file.numbers(&stream.dict, "Decode"), space, bits, samples.components);
    Some(samples)
}

/// An image's bytes behind all filters but JPEG, and whether that is left.
fn unpacked<'f>(
    file: &'f File,
    stream: &'f Stream,
    components: usize,
    size: (usize, usize),
) -> Option<(Cow<'f, [u8]>, bool)> {
    let (width, height) = size;
    let mut filters = file.filters(&stream.dict);
    // Inline images may abbreviate.
    for filter in &mut filters {
        *filter = match filter.as_slice() {
            b"Fl" => b"FlateDecode".to_vec(),
            b"AHx" => b"ASCIIHexDecode".to_vec(),
            b"A85" => b"ASCII85Decode".to_vec(),
            b"LZW" => b"LZWDecode".to_vec(),
            b"RL" => b"RunLengthDecode".to_vec(),
            b"DCT" => b"DCTDecode".to_vec(),
            other => other.to_vec(),
        };
    }
    let jpeg = filters.last().is_some_and(|f| f == b"DCTDecode");
    let most = width.checked_mul(height)?.checked_mul(components * 2)?.checked_add(1 << 16)?;
    if jpeg {
        filters.pop();
    } else if filters
        .iter()
        .any(|f| matches!(&f[..], b"JPXDecode" | b"CCITTFaxDecode" | b"JBIG2Decode" | b"CCF"))
    {
        return None;
    }
    let mut dict = Dictionary::new();
    if !filters.is_empty() {
        dict.set("Filter", filters.into_iter().map(Object::Name).collect::<Vec<_>>());
        if let Some(parms) = file.get(&stream.dict, "DecodeParms") {
            let list = match parms {
                Object::Array(list) => list.iter().map(|o| file.resolve(o).clone()).collect(),
                other => vec![other.clone()],
            };
            dict.set("DecodeParms", list);
        }
    }
    let limit = if jpeg { MOST_STREAM } else { most };
    if dict.is_empty() {
        return Some((file.raw(stream), jpeg));
    }
    let copy = Stream::new(dict, file.raw(stream).into_owned());
    Some((copy.decompressed_content_with_limit(limit).ok()?.into(), jpeg))
}

fn decode_jpeg(bytes: &[u8], components: usize, size: (usize, usize)) -> Option<Samples> {
    use zune_jpeg::zune_core::bytestream::ZCursor;
    use zune_jpeg::zune_core::colorspace::ColorSpace;
    use zune_jpeg::zune_core::options::DecoderOptions;
    let options = DecoderOptions::default().set_max_width(65_535).set_max_height(65_535);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    let input = decoder.input_colorspace()?;
    let own = input.num_components();
    if own != components || width.checked_mul(height)? > size.0 * size.1 + (1 << 16) {
        return None;
    }
    let output = match (components, input) {
        (1, _) => ColorSpace::Luma,
        (3, _) => ColorSpace::RGB,
        (_, input) => input,
    };
    decoder.set_options(options.jpeg_set_out_colorspace(output));
    let mut data = decoder.decode().ok()?;
    if output == ColorSpace::YCCK {
        for p in data.as_chunks_mut::<4>().0 {
            let [y, cb, cr] = [f32::from(p[0]), f32::from(p[1]) - 128.0, f32::from(p[2]) - 128.0];
            p[0] = (255.0 - (y + 1.402 * cr)).round() as u8;
            p[1] = (255.0 - (y - 0.344_14 * cb - 0.714_14 * cr)).round() as u8;
            p[2] = (255.0 - (y + 1.772 * cb)).round() as u8;
        }
    }
    (data.len() == width * height * components).then_some(Samples {
        width,
        height,
        components,
        data,
        decode: vec![],
    })
}

fn unpack(bytes: &[u8], bits: u32, space: &Space, size: (usize, usize)) -> Option<Samples> {
    let ((width, height), components) = (size, space.components());
    let columns = width * components;
    let row = (columns * bits as usize).div_ceil(8);
    let indexed = matches!(space, Space::Indexed(..));
    let mut data = vec![0; columns.checked_mul(height)?];
    for (line, out) in bytes.chunks(row.max(1)).zip(data.chunks_exact_mut(columns.max(1))) {
        match bits {
            8 => {
                let n = line.len().min(out.len());
                out[..n].copy_from_slice(&line[..n]);
            }
            16 => out.iter_mut().zip(line.chunks(2)).for_each(|(o, p)| *o = p[0]),
            1 | 2 | 4 => {
                let per = 8 / bits as usize;
                let top = (1_u16 << bits) - 1;
                for (i, o) in out.iter_mut().enumerate() {
                    let byte = u16::from(line.get(i / per).copied().unwrap_or(0));
                    let value = byte >> (8 - bits as usize * (i % per + 1)) & top;
                    *o = if indexed { value } else { value * 255 / top } as u8;
                }
            }
            _ => return None,
        }
    }
    Some(Samples { width, height, components, data, decode: vec![] })
}

/// The tables of a Decode array; empty for the default.
fn decode_tables(
    decode: Option<Vec<f64>>,
    space: &Space,
    bits: u32,
    components: usize,
) -> Vec<Option<[u8; 256]>> {
    let Some(decode) = decode.filter(|d| d.len() >= 2 * components) else { return vec![] };
    let indexed = matches!(space, Space::Indexed(..));
    let table = |c: usize| {
        let (low, high) = space.range(c, bits);
        let (from, to) = (decode[2 * c], decode[2 * c + 1]);
        let same = (from - low).abs() < 1e-6 && (to - high).abs() < 1e-6;
        let top = if indexed { high.max(1.0) } else { 255.0 };
        (!same).then(|| {
            std::array::from_fn(|i| {
                let value = from + i as f64 / top * (to - from);
                ((value - low) / (high - low) * top).round().clamp(0.0, 255.0) as u8
            })
        })
    };
    (0..components).map(table).collect()
}

impl Samples {
    /// Carries out the Decode array on samples of this image.
    ///
    /// It maps each component in a straight line, so it may be done after averaging.
    pub fn apply_decode(&self, data: &mut [u8]) {
        for (c, table) in self.decode.iter().enumerate() {
            let Some(table) = table else { continue };
            for value in data.iter_mut().skip(c).step_by(self.components) {
                *value = table[*value as usize];
            }
        }
    }
}

/// Averages samples down to a size, or repeats them up to it.
pub(super) fn resample(samples: &Samples, size: (usize, usize)) -> Vec<u8> {
    match samples.components {
        _ if size == (samples.width, samples.height) => samples.data.clone(),
        1 => average::<1>(samples, size),
        3 => average::<3>(samples, size),
        4 => average::<4>(samples, size),
        n => {
            let mut out = vec![0; size.0 * size.1 * n];
            for c in 0..n {
                let one = Samples {
                    components: 1,
                    data: samples.data.iter().skip(c).step_by(n).copied().collect(),
                    decode: vec![],
                    ..*samples
                };
                let plane = average::<1>(&one, size);
                out.iter_mut().skip(c).step_by(n).zip(plane).for_each(|(o, v)| *o = v);
            }
            out
        }
    }
}

fn average<const N: usize>(samples: &Samples, (width, height): (usize, usize)) -> Vec<u8> {
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
