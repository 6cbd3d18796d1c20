//! Pictures of more pixels than are held at once, brought down row by row as they are unpacked.
//!
//! What posters hold: rows of whole bytes, as they are or in Flate, with any predictor (ISO 32000-1, 7.4.4.4). Never a
//! palette or a colour key, whose numbers cannot be averaged.

use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::filters::png::{FilterType, decode_row};
use lopdf::{Dictionary, Stream};

use super::super::codec::peeled;
use super::super::file::File;
use crate::pdf::object::Objects;
use crate::raster::Raster;
use crate::samples::Coding;

/// Whether a picture's rows can be taken one by one.
pub(super) fn is_in_rows(file: &File, dict: &Dictionary) -> bool {
    let bits = file.number(dict, "BitsPerComponent").unwrap_or(8.0);
    let filters = file.filters(dict);
    let plain = filters.is_empty() || filters == [b"FlateDecode"];
    let space = file.get(dict, "ColorSpace").and_then(|space| space.as_array().ok());
    let indexed = space.and_then(|space| file.resolve(space.first()?).as_name().ok());
    let keyed = file.numbers(dict, "Mask").is_some();
    let indexed = matches!(indexed, Some(b"Indexed" | b"I"));
    plain && (bits == 8.0 || bits == 16.0) && !keyed && !indexed
}

/// Such a picture's samples of 8 bits, averaged over as many whole pixels as leave no fewer than are needed, and whether
/// a row or more is missing. What is missing is 0.
pub(super) fn averaged(
    file: &File,
    stream: &Stream,
    coding: Coding,
    needed: (usize, usize),
) -> Option<(Raster, bool)> {
    let (width, height) = coding.size;
    let step = ((width / needed.0.max(1)).max(1), (height / needed.1.max(1)).max(1));
    let small = width.div_ceil(step.0);
    let mut rows = Rows::new(file, stream, coding)?;
    let mut out = Vec::with_capacity(small * height.div_ceil(step.1) * coding.channels);
    let mut sums = vec![0_u64; small * coding.channels];
    let mut short = false;
    for y in 0..height {
        short |= !rows.step();
        let line = Coding { size: (width, 1), ..coding }.unpack(&rows.line)?;
        let cells = line.data.chunks(step.0 * coding.channels);
        for (sums, cell) in sums.chunks_exact_mut(coding.channels).zip(cells) {
            for pixel in cell.chunks_exact(coding.channels) {
                sums.iter_mut().zip(pixel).for_each(|(sum, sample)| *sum += u64::from(*sample));
            }
        }
        let down = y % step.1 + 1;
        if down == step.1 || y + 1 == height {
            let across = |x: usize| step.0.min(width - x / coding.channels * step.0);
            let count = |x: usize| (across(x) * down) as u64;
            out.extend(
                sums.iter().enumerate().map(|(x, sum)| ((sum + count(x) / 2) / count(x)) as u8),
            );
            sums.fill(0);
        }
    }
    Some((Raster::new(small, height.div_ceil(step.1), coding.channels, out)?, short))
}

/// The rows of a picture, one after the other.
struct Rows<'f> {
    source: Box<dyn Read + 'f>,
    predictor: Predictor,
    /// Bytes of a pixel, and of a sample.
    pixel: usize,
    sample: usize,
    line: Vec<u8>,
    above: Vec<u8>,
}

/// How a row was told from what stands before it.
#[derive(PartialEq)]
enum Predictor {
    None,
    Tiff,
    Png,
}

impl<'f> Rows<'f> {
    /// `None` where the rows of its predictor are others than its own.
    fn new(file: &'f File, stream: &'f Stream, coding: Coding) -> Option<Self> {
        let sample = coding.bits / 8;
        let pixel = coding.channels * sample;
        let length = coding.size.0.checked_mul(pixel)?;
        let mut predictor = Predictor::None;
        let source: Box<dyn Read> = match peeled(file, stream) {
            None => Box::new(std::io::Cursor::new(file.raw(stream))),
            Some(packed) => {
                if let Some(parms) = packed.parms {
                    let said = |key, usual| file.number(parms, key).map_or(usual, |n| n as usize);
                    predictor = match said("Predictor", 1) {
                        0 | 1 => Predictor::None,
                        2 => Predictor::Tiff,
                        _ => Predictor::Png,
                    };
                    let own = [said("Columns", 1), said("Colors", 1), said("BitsPerComponent", 8)];
                    let same = own == [coding.size.0, coding.channels, coding.bits];
                    if predictor != Predictor::None && !same {
                        return None;
                    }
                }
                Box::new(ZlibDecoder::new(std::io::Cursor::new(packed.data)))
            }
        };
        let line = || vec![0; length];
        Some(Self { source, predictor, pixel, sample, line: line(), above: line() })
    }

    /// Takes the next row; `false` where it is missing in part or whole.
    fn step(&mut self) -> bool {
        std::mem::swap(&mut self.line, &mut self.above);
        let mut filter = [0];
        let headed =
            self.predictor != Predictor::Png || self.source.read_exact(&mut filter).is_ok();
        if !headed || self.source.read_exact(&mut self.line).is_err() {
            self.line.fill(0);
            return false;
        }
        match self.predictor {
            Predictor::None => true,
            Predictor::Tiff => {
                summed(&mut self.line, self.pixel, self.sample);
                true
            }
            Predictor::Png => match FilterType::try_from(filter[0]) {
                Ok(filter) => {
                    decode_row(filter, self.pixel, &self.above, &mut self.line);
                    true
                }
                Err(()) => false,
            },
        }
    }
}

/// Adds to each sample of a row the one of the pixel before it.
fn summed(line: &mut [u8], pixel: usize, sample: usize) {
    for at in (pixel..line.len()).step_by(sample) {
        match sample {
            1 => line[at] = line[at].wrapping_add(line[at - pixel]),
            _ => {
                let read = |at: usize| u16::from_be_bytes([line[at], line[at + 1]]);
                let sum = read(at).wrapping_add(read(at - pixel)).to_be_bytes();
                line[at..at + 2].copy_from_slice(&sum);
            }
        }
    }
}
