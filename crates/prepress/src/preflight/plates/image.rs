//! Images as one pass sees them: brought down to the resolution of the plates, and split.

use std::rc::Rc;
use std::sync::{Mutex, PoisonError};

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::super::codec::{self, peeled};
use super::super::file::File;
use super::super::limits::MOST_HELD;
use super::super::space::{Plates, Space};
use super::decode::{MOST_PIXELS, Samples, decode, resample};
use super::map::Mapper;
use super::state::Pass;
use super::{coded, rows};
use crate::jpeg;
use crate::pdf::object::Objects;
use crate::raster::Raster;
use crate::samples::{expanded, without_matte};

/// Most pixels of an image of one bit a pixel.
const MOST_BILEVEL: usize = 160_000_000;
/// Most pixels of an image that is brought down while it is decoded: B0 at 300 ppi.
const MOST_BROUGHT_DOWN: usize = 200_000_000;
/// Most bytes that a JPEG is decoded to; one of more pixels than others have is decoded while no other such is.
const MOST_DECODED: usize = MOST_HELD as usize;
static ALONE: Mutex<()> = Mutex::new(());
/// Most pixels of a mask that the renderer gets as it is.
const MOST_COPIED: usize = 40_000_000;
/// How many times finer than the plates a larger mask stays.
const STENCIL_TIMES: usize = 4;

impl Mapper<'_> {
    /// An image for one pass; each is decoded once.
    pub(super) fn image(
        &mut self,
        stream: &Stream,
        id: Option<ObjectId>,
        pass: Pass,
        resources: &Dictionary,
    ) -> Option<ObjectId> {
        if let Some((known, lost)) = id.and_then(|id| self.images.get(&(id, pass.0))).copied() {
            self.lost |= lost;
            return known;
        }
        let passes = self.plates.names.len().div_ceil(3);
        let before = std::mem::take(&mut self.lost);
        let all = self.image_passes(stream, id, passes, resources);
        let lost = std::mem::replace(&mut self.lost, before);
        self.lost |= lost;
        if let Some(id) = id {
            for p in 0..passes {
                self.images.insert((id, p), (all.get(p).copied().flatten(), lost));
            }
        }
        all.get(pass.0).copied().flatten()
    }

    /// The space of a picture's colours, by its dictionary or by its codec.
    pub(super) fn picture_space(
        &mut self,
        stream: &Stream,
        resources: &Dictionary,
    ) -> Option<Rc<Space>> {
        let named = stream.dict.get(b"ColorSpace").ok().map(|o| self.space(o, resources));
        named.or_else(|| codec::header(self.file, stream).flatten()?.space.map(Rc::new))
    }

    fn image_passes(
        &mut self,
        stream: &Stream,
        id: Option<ObjectId>,
        passes: usize,
        resources: &Dictionary,
    ) -> Vec<Option<ObjectId>> {
        let file = self.file;
        let dict = &stream.dict;
        let (width, height) = file.pixels(dict);
        if width == 0 || height == 0 {
            return vec![None; passes];
        }
        if width.saturating_mul(height) > most_pixels(file, stream) {
            self.lost = true;
            return vec![None; passes];
        }
        let _alone = (width * height > MOST_PIXELS)
            .then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner));
        let drawn = id.and_then(|id| self.drawn.get(&id)).copied().unwrap_or((1e3, 1e3));
        let down = |pixels: usize, inches: f64| {
            pixels.min((inches * self.ppi).ceil().clamp(1.0, 1e6) as usize)
        };
        let target = (down(width, drawn.0), down(height, drawn.1));
        if file.bool(dict, "ImageMask") == Some(true) {
            let copy = self.stencil(stream, (width, height), target);
            if copy.is_none() {
                self.undecoded.extend(id);
            }
            return vec![copy; passes];
        }
        let header = codec::header(file, stream).flatten();
        let as_said = header.is_none_or(|header| header.is_as_said(file, dict));
        let space = self.picture_space(stream, resources);
        let samples =
            space.as_deref().and_then(|s| decode(file, stream, s, (width, height), target));
        if !as_said || samples.as_ref().is_none_or(|samples| samples.short) {
            self.lost = true;
            self.undecoded.extend(id);
        }
        let (samples, space) = self.unmatted(dict, samples, space);
        let key = samples.as_ref().and_then(|samples| samples.shape.as_ref());
        let key = key.map(|shape| resample(shape, target));
        let soft = self.soft_mask(dict, target);
        let soft = soft.or_else(|| Some(self.add_image(raster(target, 1, key?), None)));
        let mut out = vec![];
        for p in 0..passes {
            let made = match (&samples, space.as_deref()) {
                (Some(samples), Some(space)) => {
                    Some(split(samples, space, self.plates, Pass(p, None), target))
                }
                // What does not decode is taken as the renderer may see it, and is told.
                (None, space) => {
                    let gray = matches!(space, Some(Space::Gray | Space::CalGray | Space::Icc(1)));
                    let here = if gray { 1 } else { 0 };
                    (p != here).then(white)
                }
                _ => None,
            };
            let Some(made) = made else {
                let copy = self.copy_image(stream);
                if p > 0 {
                    copy.inspect(|id| self.on_black_alone(*id));
                }
                out.push(copy);
                continue;
            };
            let shape = soft.map(|soft| ("SMask", soft)).or_else(|| {
                let mask = file.stream(dict, "Mask")?;
                Some(("Mask", self.copy_image(mask)?))
            });
            out.push(Some(self.add_image(made, shape)));
        }
        out
    }

    fn add_image(&mut self, raster: Raster, shape: Option<(&str, ObjectId)>) -> ObjectId {
        let Raster { width, height, channels, data } = raster;
        let mut image = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => width as i64,
            "Height" => height as i64,
            "BitsPerComponent" => 8,
            "ColorSpace" => if channels == 1 { "DeviceGray" } else { "DeviceRGB" },
        };
        if let Some((key, mask)) = shape {
            image.set(key, mask);
        }
        self.copier.add(Stream::new(image, data))
    }

    fn soft_mask(&mut self, dict: &Dictionary, target: (usize, usize)) -> Option<ObjectId> {
        let file = self.file;
        let mask = file.stream(dict, "SMask")?;
        let (width, height) = file.pixels(&mask.dict);
        if width == 0 || height == 0 {
            return None;
        }
        if width.saturating_mul(height) > most_pixels(file, mask) {
            self.lost = true;
            return None;
        }
        // One that is another than it says is not sure to be taken as it is meant.
        let header = codec::header(file, mask).flatten();
        self.lost |= header.is_some_and(|header| !header.is_as_said(file, &mask.dict));
        let Some(samples) = decode(file, mask, &Space::Gray, (width, height), target) else {
            self.lost = true;
            return self.copy_image(mask);
        };
        self.lost |= samples.short;
        let mut data = resample(&samples.raster, target);
        samples.apply_decode(&mut data);
        Some(self.add_image(raster(target, 1, data), None))
    }

    /// Takes out of an image what its soft mask says it was blended with beforehand.
    fn unmatted(
        &self,
        dict: &Dictionary,
        samples: Option<Samples>,
        space: Option<Rc<Space>>,
    ) -> (Option<Samples>, Option<Rc<Space>>) {
        let file = self.file;
        let alpha = || {
            let mask = file.stream(dict, "SMask")?;
            let matte = file.numbers(&mask.dict, "Matte")?;
            let raster = &samples.as_ref()?.raster;
            let size = (raster.width, raster.height);
            let alpha = decode(file, mask, &Space::Gray, size, size)?;
            Some((alpha.decoded(), matte))
        };
        let Some((alpha, matte)) = alpha() else { return (samples, space) };
        let (Some(samples), Some(space)) = (samples, space) else { return (None, None) };
        let mut raster = samples.decoded();
        let space = match &*space {
            Space::Indexed(base, table) => {
                raster = expanded(&raster, base.components(), table);
                Rc::new((**base).clone())
            }
            _ => space,
        };
        let ranges = (0..raster.channels).map(|component| space.range(component));
        without_matte(&mut raster, &alpha, ranges, &matte);
        (Some(Samples { raster, decode: None, shape: None, short: false }), Some(space))
    }

    /// Makes a copied grey image one of the black plate, which is red in its pass.
    fn on_black_alone(&mut self, image: ObjectId) {
        let numbers = |v: [i64; 3]| v.map(Object::Integer).to_vec();
        let tint = dictionary! {
            "FunctionType" => 2,
            "Domain" => vec![0.into(), 1.into()],
            "N" => 1,
            "C0" => numbers([0, 1, 1]),
            "C1" => numbers([1, 1, 1]),
        };
        let space = vec!["Separation".into(), "Plate".into(), "DeviceRGB".into(), tint.into()];
        if let Ok(Object::Stream(stream)) = self.copier.out.get_object_mut(image) {
            stream.dict.set("ColorSpace", Object::Array(space));
        }
    }

    /// A mask that a colour is painted through; what is coded, or larger than it is needed, is written
    /// anew.
    fn stencil(
        &mut self,
        stream: &Stream,
        size: (usize, usize),
        target: (usize, usize),
    ) -> Option<ObjectId> {
        let file = self.file;
        let large = size.0 * size.1 > MOST_COPIED;
        if !large && !coded::is_coded(file, &stream.dict) {
            return self.copy_image(stream);
        }
        let Some(samples) = decode(file, stream, &Space::Gray, size, size) else {
            self.lost = true;
            return None;
        };
        let mut raster = samples.decoded();
        if large {
            let fine = |pixels: usize, target: usize| pixels.min(STENCIL_TIMES * target);
            let finer = (fine(size.0, target.0), fine(size.1, target.1));
            raster = Raster {
                width: finer.0,
                height: finer.1,
                channels: 1,
                data: resample(&raster, finer),
            };
        }
        let rows = raster.data.chunks_exact(raster.width);
        let bits = |byte: &[u8]| {
            byte.iter().enumerate().fold(0, |b, (i, v)| b | u8::from(*v > 127) << (7 - i))
        };
        let packed = rows.flat_map(|row| row.chunks(8).map(bits)).collect::<Vec<u8>>();
        let dict = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "ImageMask" => true,
            "Width" => raster.width as i64,
            "Height" => raster.height as i64,
            "BitsPerComponent" => 1,
        };
        Some(self.copier.add(Stream::new(dict, packed)))
    }

    /// Copies an image as it is, within its size.
    fn copy_image(&mut self, stream: &Stream) -> Option<ObjectId> {
        let (width, height) = self.file.pixels(&stream.dict);
        if width.saturating_mul(height) > MOST_PIXELS {
            self.lost = true;
            return None;
        }
        match self.copier.copy(&Object::Stream(stream.clone())) {
            Object::Stream(stream) => Some(self.copier.add(stream)),
            _ => None,
        }
    }
}

/// Most pixels of an image that is decoded: more of those of one bit, which are scans, and of those that are brought down
/// while they are decoded, as posters are.
pub(in super::super) fn most_pixels(file: &File, stream: &Stream) -> usize {
    let dict = &stream.dict;
    let filters = file.filters(dict);
    let bilevel = file.bool(dict, "ImageMask") == Some(true)
        || file.number(dict, "BitsPerComponent") == Some(1.0)
        || filters.iter().any(|f| matches!(&f[..], b"CCITTFaxDecode" | b"JBIG2Decode"));
    if bilevel {
        return MOST_BILEVEL;
    }
    let (width, height) = file.pixels(dict);
    if width.saturating_mul(height) <= MOST_PIXELS {
        return MOST_PIXELS;
    }
    let matted = || file.stream(dict, "SMask").is_some_and(|mask| mask.dict.has(b"Matte"));
    match filters.last().map(Vec::as_slice) {
        Some(b"DCTDecode") => {
            let header = peeled(file, stream).map(|own| jpeg::header(&own.data));
            let row_by_row = header.filter(|header| !header.progressive);
            row_by_row.map_or(MOST_PIXELS, |header| {
                MOST_DECODED / usize::from(header.components.clamp(3, 4))
            })
        }
        Some(b"JPXDecode") if !matted() => MOST_BROUGHT_DOWN,
        _ if rows::is_in_rows(file, dict) && !matted() => MOST_BROUGHT_DOWN,
        _ => MOST_PIXELS,
    }
}

/// A pass that paints nothing.
fn white() -> Raster {
    raster((1, 1), 1, vec![255])
}

fn raster((width, height): (usize, usize), channels: usize, data: Vec<u8>) -> Raster {
    Raster { width, height, channels, data }
}

/// One pass of an image at its target size.
fn split(
    samples: &Samples,
    space: &Space,
    plates: &Plates,
    pass: Pass,
    target: (usize, usize),
) -> Raster {
    let single = pass.plates(plates).len() == 1;
    let is_white = pass.0 != 1 && matches!(space, Space::Gray | Space::CalGray | Space::Icc(0 | 1));
    if is_white {
        return white();
    }
    let convert = |pixel: &[u8]| -> [u8; 3] {
        let spread = |(i, v): (usize, &u8)| match space {
            Space::Indexed(..) => f64::from(*v),
            _ => {
                let (low, high) = space.range(i);
                low + f64::from(*v) / 255.0 * (high - low)
            }
        };
        let color: Vec<f64> = pixel.iter().enumerate().map(spread).collect();
        let rgb = pass.rgb(&space.inks(&color, plates).tints);
        rgb.map(|v| (v * 255.0).round() as u8)
    };
    let channels = if single { 1 } else { 3 };
    // Indices cannot be averaged, so they are looked up before; all else after.
    let own = &samples.raster;
    if own.channels == 1 {
        let mut values: Vec<u8> = (0..=255).collect();
        samples.apply_decode(&mut values);
        let table: Vec<[u8; 3]> = values.iter().map(|v| convert(&[*v])).collect();
        let data = own.data.iter().flat_map(|v| table[*v as usize][..channels].iter().copied());
        let looked = Raster { channels, data: data.collect(), ..*own };
        return raster(target, channels, resample(&looked, target));
    }
    let mut small = resample(own, target);
    samples.apply_decode(&mut small);
    let pixels = small.chunks_exact(own.channels);
    let mut data = Vec::with_capacity(target.0 * target.1 * channels);
    match (space, pass.0) {
        (Space::Cmyk | Space::Icc(4), 0) => {
            pixels.for_each(|p| data.extend([255 - p[0], 255 - p[1], 255 - p[2]]));
        }
        (Space::Cmyk | Space::Icc(4), 1) => pixels.for_each(|p| {
            data.extend_from_slice(&[255 - p[3], 255, 255][..channels]);
        }),
        _ => {
            let mut last = (vec![], [0; 3]);
            for pixel in pixels {
                if last.0 != pixel {
                    last = (pixel.to_vec(), convert(pixel));
                }
                data.extend_from_slice(&last.1[..channels]);
            }
        }
    }
    raster(target, channels, data)
}
