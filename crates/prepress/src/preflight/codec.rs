//! What the bytes of a JPEG or JPEG 2000 image say of its components and colours.
//!
//! Only headers are read, never pixels; a header that does not hold together gives nothing.

use std::borrow::Cow;

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::file::{File, MOST_STREAM};
use super::space::Space;
use crate::pdf::object::{Objects, as_dict};
use crate::pdf::token::find;

/// Most boxes that are looked at.
const MOST_PARTS: usize = 4_096;

/// An image's own account of itself.
#[derive(Debug, PartialEq)]
pub(super) struct CodecHeader {
    pub codec: Codec,
    /// Components of a pixel as coded.
    pub components: usize,
    /// Bits of a component.
    pub bits: u32,
    /// Pixels across and down as coded; 0 where it is not said.
    pub size: (usize, usize),
    /// The colour space of a JPEG 2000; a JPEG names none.
    pub space: Option<Space>,
}

impl CodecHeader {
    /// What its dictionary says of an image: its size, and bits of a component. A JPEG 2000 tells its bits itself
    /// (ISO 32000-1, 7.4.9).
    pub fn said(&self, file: &File, dict: &Dictionary) -> ((usize, usize), u32) {
        let bits = file.number(dict, "BitsPerComponent").map(|bits| bits.clamp(0.0, 1e6) as u32);
        let bits = bits.filter(|_| self.codec == Codec::Jpeg);
        (file.pixels(dict), bits.unwrap_or(self.bits))
    }

    /// Whether that is so. Of an image of which it is not, viewers show different things.
    pub fn is_as_said(&self, file: &File, dict: &Dictionary) -> bool {
        let (size, bits) = self.said(file, dict);
        let same = |own: usize, said: usize| own == 0 || own == said;
        same(self.size.0, size.0) && same(self.size.1, size.1) && self.bits == bits
    }
}

/// A codec with a header of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Codec {
    Jpeg,
    Jpeg2000,
}

/// The header of an image, none inside if it cannot be read; none for an image of another codec.
pub(super) fn header(file: &File, stream: &Stream) -> Option<Option<CodecHeader>> {
    let codec = match file.filters(&stream.dict).pop()?.as_slice() {
        b"DCTDecode" => Codec::Jpeg,
        b"JPXDecode" => Codec::Jpeg2000,
        _ => return None,
    };
    let read = if codec == Codec::Jpeg { jpeg } else { jpeg_2000 };
    Some(peeled(file, stream).and_then(|own| read(&own.data)))
}

/// An image with nothing laid over its codec.
pub(super) struct Peeled<'f> {
    /// The name of the codec.
    pub codec: Vec<u8>,
    /// Its parameters.
    pub parms: Option<&'f Dictionary>,
    /// What is coded.
    pub data: Cow<'f, [u8]>,
}

/// An image's codec with its parameters, and its data with whatever was laid over the codec taken off,
/// within bounds.
pub(super) fn peeled<'f>(file: &'f File, stream: &'f Stream) -> Option<Peeled<'f>> {
    let mut filters = file.filters(&stream.dict);
    let codec = filters.pop()?;
    let given = file.get(&stream.dict, "DecodeParms").or_else(|| file.get(&stream.dict, "DP"));
    let parms = |i: usize| match given {
        Some(Object::Array(list)) => list.get(i).and_then(|o| as_dict(file.resolve(o))),
        Some(object) if filters.is_empty() => as_dict(object),
        _ => None,
    };
    let raw = file.raw(stream);
    if filters.is_empty() {
        return Some(Peeled { codec, parms: parms(0), data: raw });
    }
    let over = (0..filters.len()).map(|i| parms(i).cloned().unwrap_or_default().into());
    let over = over.collect::<Vec<Object>>();
    let names = filters.iter().cloned().map(Object::Name).collect::<Vec<_>>();
    let packed =
        Stream::new(dictionary! { "Filter" => names, "DecodeParms" => over }, raw.into_owned());
    let data = packed.decompressed_content_with_limit(MOST_STREAM).ok()?;
    Some(Peeled { codec, parms: parms(filters.len()), data: data.into() })
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().fold(0, |n, byte| n << 8 | usize::from(*byte)))
}

/// What a JPEG says before its first scan.
fn jpeg(bytes: &[u8]) -> Option<CodecHeader> {
    let start = find(bytes, b"\xFF\xD8")?;
    let read = crate::jpeg::header(&bytes[start..]);
    let (components, bits) = (usize::from(read.components), u32::from(read.bits));
    let (size, space) = ((usize::from(read.width), usize::from(read.height)), None);
    let header = CodecHeader { codec: Codec::Jpeg, components, bits, size, space };
    (components > 0).then_some(header)
}

/// The header of a JPEG 2000 in its file format (ISO/IEC 15444-1, annex I) or bare.
fn jpeg_2000(bytes: &[u8]) -> Option<CodecHeader> {
    if bytes.starts_with(b"\xFF\x4F") {
        return codestream(bytes);
    }
    let header = boxes(bytes).find(|(kind, _)| kind == b"jp2h")?.1;
    let image = boxes(header).find(|(kind, _)| kind == b"ihdr")?.1;
    let components = number(image, 8, 2)?;
    let depth = |byte: usize| (byte & 0x7F) as u32 + 1;
    let bits = match number(image, 10, 1)? {
        // Each component has its own depth; the largest is told.
        255 => {
            let each = boxes(header).find(|(kind, _)| kind == b"bpcc")?.1;
            each.iter().map(|byte| depth(usize::from(*byte))).max()?
        }
        byte => depth(byte),
    };
    let mut colors = boxes(header).filter(|(kind, _)| kind == b"colr");
    let space = colors.find_map(|(_, color)| color_of(color)).unwrap_or(by_count(components));
    let size = (number(image, 4, 4)?, number(image, 0, 4)?);
    Some(CodecHeader { codec: Codec::Jpeg2000, components, bits, size, space: Some(space) })
}

/// The size marker of a bare codestream (annex A.5.1), which names no colours.
fn codestream(bytes: &[u8]) -> Option<CodecHeader> {
    if number(bytes, 2, 2)? != 0xFF51 {
        return None;
    }
    let (components, depth) = (number(bytes, 40, 2)?, number(bytes, 42, 1)?);
    let (bits, space) = ((depth & 0x7F) as u32 + 1, Some(by_count(components)));
    // The area ends there and begins here.
    let side = |end, start| Some(number(bytes, end, 4)?.saturating_sub(number(bytes, start, 4)?));
    let size = (side(8, 16)?, side(12, 20)?);
    Some(CodecHeader { codec: Codec::Jpeg2000, components, bits, size, space })
}

/// Boxes that follow one another: kind and contents.
fn boxes(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut at = 0;
    let next = move || {
        let kind = <[u8; 4]>::try_from(bytes.get(at + 4..at + 8)?).ok()?;
        let (head, length) = match number(bytes, at, 4)? {
            0 => (8, bytes.len() - at),
            1 => (16, number(bytes, at + 8, 8)?),
            length => (8, length),
        };
        let end = at.checked_add(length.max(head))?.min(bytes.len());
        let contents = bytes.get(at + head..end)?;
        at = end;
        Some((kind, contents))
    };
    std::iter::from_fn(next).take(MOST_PARTS)
}

/// A colour specification (annex I.5.3.3); none for a method that is not known.
fn color_of(color: &[u8]) -> Option<Space> {
    match number(color, 0, 1)? {
        1 => Some(match number(color, 3, 4)? {
            12 => Space::Cmyk,
            // Black and white, and grey.
            0 | 15 | 17 => Space::Gray,
            14 => Space::Lab([-128.0, 127.0, -128.0, 127.0]),
            // sRGB, sYCC and every other one there is stand for red, green and blue.
            _ => Space::Rgb,
        }),
        2 | 3 => match color.get(3 + 16..3 + 20)? {
            b"GRAY" => Some(Space::Icc(1)),
            b"CMYK" => Some(Space::Icc(4)),
            _ => Some(Space::Icc(3)),
        },
        _ => None,
    }
}

/// What so many components are where nothing else is said; the second of two is how opaque.
fn by_count(components: usize) -> Space {
    match components {
        0..=2 => Space::Gray,
        3 => Space::Rgb,
        _ => Space::Cmyk,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], contents: &[u8]) -> Vec<u8> {
        let length = (contents.len() as u32 + 8).to_be_bytes();
        [&length, &kind[..], contents].concat()
    }

    fn jp2(components: u8, bits: u8, color: &[u8]) -> Vec<u8> {
        let image = [0, 0, 0, 9, 0, 0, 0, 9, 0, components, bits - 1, 7, 0, 0];
        let header = [boxed(b"ihdr", &image), boxed(b"colr", color)].concat();
        [boxed(b"jP  ", b"\r\n\x87\n"), boxed(b"jp2h", &header)].concat()
    }

    #[test]
    fn a_jpeg_2000_tells_its_colours_and_bits() {
        for (number, space) in
            [(12, Space::Cmyk), (16, Space::Rgb), (17, Space::Gray), (18, Space::Rgb)]
        {
            let read = jpeg_2000(&jp2(3, 12, &[1, 0, 0, 0, 0, 0, number])).unwrap();
            assert_eq!((read.space, read.bits), (Some(space), 12));
        }
        let mut profiled = vec![2, 0, 0];
        profiled.extend([0; 16]);
        profiled.extend(b"RGB ");
        assert_eq!(jpeg_2000(&jp2(3, 8, &profiled)).unwrap().space, Some(Space::Icc(3)));
        // A method nobody knows: the components are counted.
        assert_eq!(jpeg_2000(&jp2(4, 8, &[9, 0, 0])).unwrap().space, Some(Space::Cmyk));
    }

    #[test]
    fn a_bare_codestream_is_counted() {
        let mut bytes = vec![0xFF, 0x4F, 0xFF, 0x51];
        bytes.extend([0; 36]);
        bytes.extend([0, 3, 7, 1, 1]);
        let read = jpeg_2000(&bytes).unwrap();
        assert_eq!((read.components, read.bits, read.space), (3, 8, Some(Space::Rgb)));
    }

    #[test]
    fn headers_cut_anywhere_give_nothing() {
        let whole = jp2(3, 8, &[1, 0, 0, 0, 0, 0, 16]);
        for end in 0..whole.len() {
            let read = jpeg_2000(&whole[..end]);
            assert!(read.is_none_or(|h| h.components == 3), "{end}");
        }
        let start = b"\xFF\xD8\xFF\xE0\x00\x04ab\xFF\xC0\x00\x11\x08\x00\x01\x00\x01\x03";
        assert_eq!(jpeg(start).unwrap().components, 3);
        for end in 0..start.len() {
            assert_eq!(jpeg(&start[..end]), None, "{end}");
        }
    }
}
