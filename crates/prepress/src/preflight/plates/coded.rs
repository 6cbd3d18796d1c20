//! Pictures in codecs that the renderer knows (JPEG 2000, CCITT, JBIG2), decoded to plain samples.
//!
//! The renderer would show their colours as red, green and blue; the plates need them as they are.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::Object as Read;
use hayro::hayro_syntax::object::stream::ImageDecodeParams;
use lopdf::{Dictionary, Object, Stream, dictionary};

use super::super::codec::{Peeled, peeled};
use super::super::file::File;
use super::super::space::Space;
use super::copy::Copier;
use super::map::finish;
use crate::caught::caught;
use crate::pdf::object::Objects;
use crate::raster::Raster;

/// Marks the stream that is decoded.
const MARK: &str = "Coded";

/// Whether an image is in such a codec, whatever was laid over it.
pub(super) fn is_coded(file: &File, dict: &Dictionary) -> bool {
    let known = |f: &Vec<u8>| matches!(&f[..], b"JPXDecode" | b"CCITTFaxDecode" | b"JBIG2Decode");
    file.filters(dict).iter().any(known)
}

/// The samples of such an image, 0 to 255 or indices, and its own opacity if the image counts on it. A JPEG 2000 of which
/// no more than `needed` pixels count comes in the smallest of its resolutions that has them.
pub(super) fn decode(
    file: &File,
    stream: &Stream,
    space: &Space,
    size: (usize, usize),
    needed: Option<(usize, usize)>,
) -> Option<(Raster, Option<Raster>)> {
    let bytes = alone(file, stream, size)?;
    let read = || samples(file, &stream.dict, bytes, space, (size, needed));
    caught(read)
}

/// A document with nothing but the coded image; what was laid over the codec is taken off first, within
/// bounds.
fn alone(file: &File, stream: &Stream, (width, height): (usize, usize)) -> Option<Vec<u8>> {
    let Peeled { codec, parms, data } = peeled(file, stream)?;
    let mut copier = Copier::new(file);
    let mut own = Dictionary::new();
    for (key, value) in parms.into_iter().flat_map(Dictionary::iter) {
        own.set(key.clone(), copier.copy(value));
    }
    let ccitt = codec == b"CCITTFaxDecode";
    if ccitt {
        // The image's own size holds; a row may be wider than it, within reason.
        let columns = file.number(&own, "Columns").unwrap_or(1728.0);
        own.set("Columns", (columns as i64).clamp(1, 2 * width.max(1728) as i64));
        own.set("Rows", height as i64);
    }
    let dict = dictionary! { "Filter" => Object::Name(codec), "DecodeParms" => own, MARK => true };
    let id = copier.add(Stream::new(dict, data.into_owned()));
    let media = [0, 0, 1, 1].map(Object::Integer).to_vec();
    let page = copier.add(dictionary! { "Type" => "Page", "MediaBox" => media, MARK => id });
    finish(copier, &[page])
}

fn samples(
    file: &File,
    dict: &Dictionary,
    bytes: Vec<u8>,
    space: &Space,
    ((width, height), needed): ((usize, usize), Option<(usize, usize)>),
) -> Option<(Raster, Option<Raster>)> {
    let pdf = Pdf::new(bytes).ok()?;
    let stream = pdf.objects().into_iter().find_map(|object| match object {
        Read::Stream(stream) if stream.dict().contains_key(MARK.as_bytes()) => Some(stream),
        _ => None,
    })?;
    let (indexed, channels) = (matches!(space, Space::Indexed(..)), space.components());
    let jpx = file.filters(dict).last().is_some_and(|f| f == b"JPXDecode");
    let params = ImageDecodeParams {
        is_indexed: indexed && jpx,
        bpc: (!(indexed && jpx)).then_some(8),
        num_components: u8::try_from(channels).ok(),
        target_dimension: needed.and_then(|(w, h)| Some((w.try_into().ok()?, h.try_into().ok()?))),
        width: u32::try_from(width).ok()?,
        height: u32::try_from(height).ok()?,
    };
    let result = stream.decoded_image(&params).ok()?;
    let image = result.image_data?;
    let (own, bits) = ((image.width as usize, image.height as usize), image.bits_per_component);
    let mut data = result.data.into_owned();
    if !jpx {
        // Bilevel: a byte a pixel, 0 or 255; rows that are not there are white.
        if own.0 == 0 || bits != 8 {
            return None;
        }
        data = cropped(&data, own.0, (width, height));
        if indexed {
            data.iter_mut().for_each(|v| *v = u8::from(*v > 0));
        }
        return Some((Raster::new(width, height, 1, data)?, None)).filter(|_| channels == 1);
    }
    let raster = match bits {
        8 => Raster::new(own.0, own.1, channels, data)?,
        _ => Raster::unpack(own, channels, usize::from(bits), &data, !indexed)?,
    };
    let counts = file.number(dict, "SMaskInData").is_some_and(|kind| kind > 0.0);
    let alpha = image.alpha.filter(|_| counts && bits == 8);
    Some((raster, alpha.and_then(|alpha| Raster::new(own.0, own.1, 1, alpha))))
}

/// As many pixels of rows as are asked for.
fn cropped(data: &[u8], row: usize, (width, height): (usize, usize)) -> Vec<u8> {
    let mut out = Vec::with_capacity(width * height);
    for line in data.chunks(row).take(height) {
        let line = &line[..line.len().min(width)];
        out.extend_from_slice(line);
        out.resize(out.len() + width - line.len(), 255);
    }
    out.resize(width * height, 255);
    out
}
