//! A picture's samples into CMYK or grey, and packed again.

use std::sync::Arc;

use lopdf::{Object, Stream};

use super::few::{self, FewPlates};
use super::inks::{Inking, Neutrals};
use super::picture::Picture;
use super::space::{Mode, Space};
use crate::colour::{InkTable, Table};
use crate::jpeg;
use crate::pdf::write::{flate_stream, image_dict, reals};
use crate::raster::Raster;
use crate::samples;

/// A photograph whose darkest spot is this near the ink limit, in %, is looked at again after
/// packing, since JPEG may overshoot.
const NEAR_LIMIT: f64 = 15.0;
/// How often a photograph is packed anew to keep the limit.
const MOST_TRIES: usize = 3;

/// A way for whole pictures.
enum Way {
    /// From three components.
    Colours(Table),
    /// From the inks of another printing condition.
    Inks(InkTable),
}

/// The tables of the spaces of a document's pictures.
pub(super) struct Tables<'a> {
    inks: Inking<'a>,
    tables: Vec<(Arc<Space>, Way)>,
    /// Onto the one plate of pictures, where plates are few.
    few: Option<InkTable>,
}

impl<'a> Tables<'a> {
    /// Prepares a table for every space of three components or of inks among those given.
    pub(super) fn new<'s>(inks: Inking<'a>, spaces: impl Iterator<Item = &'s Arc<Space>>) -> Self {
        let mut tables: Vec<(Arc<Space>, Way)> = Vec::new();
        for space in spaces {
            let base = match &**space {
                Space::Indexed { base, .. } => base,
                _ => space,
            };
            if tables.iter().any(|(known, _)| Arc::ptr_eq(known, base)) {
                continue;
            }
            let Space::Source(source, ranges) = &**base else { continue };
            if source.components() == 4 {
                tables.push((base.clone(), Way::Inks(inks.cmm.ink_table(source))));
            } else if let Ok(ranges) = <[(f32, f32); 3]>::try_from(ranges.clone()) {
                tables.push((base.clone(), Way::Colours(inks.cmm.table_over(source, ranges))));
            }
        }
        let few = inks.few.map(|few| few::table(few, inks.cmm));
        Self { inks, tables, few }
    }

    /// Whether a CMYK picture lays more ink anywhere than the output bears; `None` for a damaged one.
    pub(super) fn over_limit(&self, picture: &Picture) -> Option<bool> {
        let limit = self.inks.cmm.ink_limit() * 255.0;
        let raster = picture.samples()?;
        let sum = |pixel: &[u8; 4]| pixel.iter().map(|&ink| f64::from(ink)).sum::<f64>();
        Some(raster.data.as_chunks::<4>().0.iter().any(|pixel| sum(pixel) > limit))
    }

    /// Whether pictures in inks of the process may stay in them.
    pub(super) fn keeps_inks(&self) -> bool {
        self.few.is_none()
    }

    /// Whether all goes onto a plate that carries no ink.
    pub(super) fn is_sole(&self) -> bool {
        self.inks.few.is_some_and(FewPlates::is_sole)
    }

    /// Whether pictures are printed with a spot ink.
    pub(super) fn on_spot(&self, mode: Mode) -> bool {
        self.pictures(mode).is_some()
    }

    /// The space of the spot ink that pictures are printed with.
    fn pictures(&self, mode: Mode) -> Option<&Object> {
        let spot = self.inks.few?.spot.as_ref()?;
        (mode == Mode::Ink && spot.pictures).then_some(&spot.space)
    }

    /// A picture of four inks, or a grey one, on the one plate of pictures where plates are few.
    fn plated(&self, raster: Raster, mode: Mode) -> Raster {
        let Some(few) = self.few.as_ref().filter(|_| mode == Mode::Ink) else { return raster };
        let on_spot = self.on_spot(mode);
        if raster.channels == 1 && !on_spot {
            return raster;
        }
        let inks = match raster.channels {
            1 => raster.map(|pixel| [0, 0, 0, 255 - pixel[0]]),
            _ => raster,
        };
        let inks = Raster { data: few.convert(&inks.data), ..inks };
        inks.map(|pixel| [if on_spot { pixel[3] } else { 255 - pixel[3] }])
    }

    fn of(&self, space: &Arc<Space>) -> Option<&Way> {
        self.tables.iter().find(|(known, _)| Arc::ptr_eq(known, space)).map(|(_, table)| table)
    }
}

/// Decodes, shrinks, converts and packs a picture. `None` for a damaged one.
pub(super) fn converted(
    picture: &Picture,
    mode: Mode,
    target: Option<(usize, usize)>,
    tables: &Tables<'_>,
) -> Option<Stream> {
    let mut raster = picture.samples()?;
    let mut space = picture.space.clone();
    if let Space::Indexed { base, table } = &*picture.space {
        raster = samples::expanded(&raster, base.components(), table);
        space = base.clone();
    }
    if let (Some(mask), Some(matte)) = (&picture.mask, &picture.matte) {
        samples::without_matte(&mut raster, &mask.samples()?, space.spans(), matte);
    }
    if let Some((width, height)) = target {
        raster = raster.shrink(width, height);
    }
    let raster = tables.plated(inked(raster, &space, mode, tables), mode);
    let mut dict = image_dict(raster.width, raster.height, 8);
    let plain = if raster.channels == 1 { "DeviceGray" } else { "DeviceCMYK" };
    dict.set("ColorSpace", tables.pictures(mode).cloned().unwrap_or_else(|| plain.into()));
    if let Ok(interpolate) = picture.dict.get(b"Interpolate") {
        dict.set("Interpolate", interpolate.clone());
    }
    let inked = matches!(*space, Space::Source(..) | Space::Cmyk);
    if let Some(header) = picture.jpeg
        && let Some(bytes) = photograph(&raster, header.halved, inked.then_some(tables.inks))
    {
        dict.set("Filter", "DCTDecode");
        if raster.channels == 4 {
            dict.set("Decode", reals([1.0, 0.0].repeat(4)));
        }
        return Some(Stream::new(dict, bytes).with_compression(false));
    }
    Some(flate_stream(dict, &raster.data))
}

/// Packs a photograph as JPEG. With `inks` its packed form keeps the ink limit too: where JPEG
/// overshoots, the limit for its pixels is lowered by as much.
fn photograph(raster: &Raster, halved: bool, inks: Option<Inking<'_>>) -> Option<Vec<u8>> {
    let bytes = jpeg::encode(raster, halved)?;
    let Some(inks) = inks.filter(|_| raster.channels == 4) else { return Some(bytes) };
    let limit = inks.cmm.ink_limit() * 255.0;
    let sum = |pixel: &[u8; 4]| pixel.iter().map(|&v| f64::from(v)).sum::<f64>();
    let most = |raster: &Raster, complement: bool| {
        let sums = raster.data.as_chunks::<4>().0.iter().map(sum);
        let sums = sums.map(|s| if complement { 4.0 * 255.0 - s } else { s });
        sums.fold(0.0, f64::max)
    };
    if most(raster, false) < limit - NEAR_LIMIT * 2.55 {
        return Some(bytes);
    }
    let (mut bytes, mut lowered) = (bytes, limit);
    for _ in 0..MOST_TRIES {
        let over = most(&jpeg::decode(&bytes, usize::MAX)?, true) - limit;
        if over <= 0.0 {
            break;
        }
        lowered -= over + 1.0;
        bytes = jpeg::encode(&limited(raster, lowered as u32), halved)?;
    }
    Some(bytes)
}

/// Takes C, M and Y back where a pixel's sum is over a limit (in steps of 8 bits).
fn limited(raster: &Raster, limit: u32) -> Raster {
    let mut raster = raster.clone();
    for pixel in raster.data.as_chunks_mut::<4>().0 {
        let (colour, black) = (pixel[..3].iter().map(|&v| u32::from(v)).sum::<u32>(), pixel[3]);
        let room = limit.saturating_sub(u32::from(black));
        if colour > room {
            for value in &mut pixel[..3] {
                *value = (u32::from(*value) * room / colour) as u8;
            }
        }
    }
    raster
}

/// Samples of a space as CMYK or grey.
fn inked(raster: Raster, space: &Arc<Space>, mode: Mode, tables: &Tables<'_>) -> Raster {
    let inks = tables.inks;
    let byte = |v: f32| (v.clamp(0.0, 1.0) * 255.0 + 0.5) as u8;
    let ranges = space.ranges();
    let color = |pixel: &[u8]| -> Vec<f32> {
        let spread =
            |(v, (low, high)): (&u8, &(f32, f32))| low + (high - low) * f32::from(*v) / 255.0;
        pixel.iter().zip(&ranges).map(spread).collect()
    };
    match (&**space, mode) {
        (Space::Gray, _) => raster,
        // The values are the output's own; only the limit is kept.
        (Space::Cmyk, Mode::Ink) => limited(&raster, (inks.cmm.ink_limit() * 255.0) as u32),
        (_, Mode::Mask) => raster.map(|pixel| [byte(inks.grey(space, &color(pixel)))]),
        (Space::Source(source, _), Mode::Ink) => {
            let n = source.components();
            if n == 4 && raster.data.as_chunks::<4>().0.iter().all(|p| p[..3] == [0; 3]) {
                return raster.map(|pixel| [255 - pixel[3]]);
            }
            let lab = ranges[0].1 > 1.0;
            if n == 1 || (n == 3 && !lab && raster.is_neutral()) {
                let tone = |v: usize| {
                    let y = inks.cmm.luminance(source, &vec![v as f32 / 255.0; n]);
                    byte(1.0 - inks.cmm.luminance_to_k(y))
                };
                let tones: Vec<u8> = (0..256).map(tone).collect();
                return raster.map(|pixel| [tones[usize::from(pixel[n / 2])]]);
            }
            match tables.of(space) {
                Some(Way::Colours(table)) => {
                    Raster { channels: 4, data: table.convert(&raster.data), ..raster }
                }
                Some(Way::Inks(table)) => Raster { data: table.convert(&raster.data), ..raster },
                None => raster.map(|p| inks.ink(space, &color(p), Neutrals::Mixed).map(byte)),
            }
        }
        _ => raster.map(|pixel| inks.ink(space, &color(pixel), Neutrals::Mixed).map(byte)),
    }
}
