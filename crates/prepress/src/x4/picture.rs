//! One picture as it stands in the file: its dictionary resolved, its samples unpacked.

use std::sync::Arc;

use anyhow::Result;
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::conversion::{Conversion, Scope};
use super::space::Space;
use crate::jpeg;
use crate::lossless::Lossless;
use crate::pdf::object::{MOST_CONVERTED, Objects, stream_bytes};
use crate::pdf::write::{flate_stream, image_dict};
use crate::raster::Raster;
use crate::samples::{self, Coding, Decode};
use crate::words;

/// Everything that the conversion of a picture needs to know.
pub(super) struct Picture {
    pub(super) dict: Dictionary,
    /// The packed stream, or the file.
    pub(super) stored: Arc<[u8]>,
    /// What of it is meant.
    pub(super) samples: Samples,
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) bits: usize,
    pub(super) space: Arc<Space>,
    pub(super) decode: Option<Vec<f64>>,
    pub(super) jpeg: Option<jpeg::Header>,
    /// It is packed in a way that only readers unpack.
    pub(super) opaque: bool,
    /// It is a stencil, painted in the current colour.
    pub(super) stencil: bool,
    /// Its soft mask.
    pub(super) mask: Option<Box<Picture>>,
    /// The colour it was blended with beforehand (ISO 32000-1, 11.6.5.3).
    pub(super) matte: Option<Vec<f64>>,
    /// Its stencil mask.
    pub(super) explicit: Option<Stream>,
    /// Its colour key.
    key: Option<Vec<f64>>,
}

/// Which samples a picture consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Samples {
    /// Those of a stream of the file, or of a JPEG.
    Stream,
    /// The colours of a picture file without loss.
    Colours,
    /// How opaque its pixels are.
    Opacity,
}

impl Conversion<'_> {
    /// Reads a picture.
    pub(super) fn picture(&mut self, id: ObjectId) -> Result<Picture> {
        let Ok(Object::Stream(stream)) = self.doc.get_object(id) else {
            return Err(self.damaged(words::IMAGE));
        };
        let stream = stream.clone();
        if let Some(original) = self.original(&stream)? {
            return Ok(original);
        }
        let mut picture = self.plain_picture(stream)?;
        if picture.stencil {
            return Ok(picture);
        }
        let (doc, dict) = (&self.doc, &picture.dict);
        if let Object::Stream(mask) = doc.entry(dict, b"SMask") {
            let mut mask = mask.clone();
            picture.matte = doc.numbers(&mask.dict, b"Matte");
            mask.dict.set("ColorSpace", "DeviceGray");
            picture.mask = Some(Box::new(self.plain_picture(mask)?));
            return Ok(picture);
        }
        match doc.entry(dict, b"Mask") {
            Object::Stream(mask) => {
                let keys = ["ImageMask", "Decode", "Interpolate"];
                picture.explicit = Some(kept(&mask.dict, mask.content.clone(), &keys));
            }
            Object::Array(_) => picture.key = doc.numbers(dict, b"Mask"),
            _ => {}
        }
        Ok(picture)
    }

    /// A picture without its masks.
    fn plain_picture(&mut self, stream: Stream) -> Result<Picture> {
        let Stream { dict, content: stored, .. } = stream;
        let doc = &self.doc;
        let size = |key: &[u8]| doc.integer(&dict, key).filter(|v| *v > 0);
        let (Some(width), Some(height)) = (size(b"Width"), size(b"Height")) else {
            return Err(self.damaged(words::IMAGE));
        };
        let stencil = doc.bool(&dict, b"ImageMask").unwrap_or(false);
        let bits = doc.integer(&dict, b"BitsPerComponent").unwrap_or(8).clamp(1, 16);
        let decode = doc.numbers(&dict, b"Decode");
        let filters = doc.filters(&dict);
        let jpeg = (filters == [b"DCTDecode"]).then(|| jpeg::header(&stored));
        let packed = |f: &Vec<u8>| {
            matches!(&**f, b"DCTDecode" | b"JPXDecode" | b"JBIG2Decode" | b"CCITTFaxDecode")
        };
        let opaque = jpeg.is_none() && filters.iter().any(packed);
        let space = match dict.get(b"ColorSpace") {
            Ok(space) => self.space(&space.clone(), &Scope::default())?,
            Err(_) if stencil => self.known.gray.clone(),
            Err(_) => return Err(self.damaged(words::IMAGE_WITHOUT_SPACE)),
        };
        let size = (width as usize, height as usize);
        let plain = Picture::plain(dict, stored.into(), size, space);
        Ok(Picture { bits: bits as usize, decode, jpeg, opaque, stencil, ..plain })
    }
}

/// A picture's stream with the entries every picture has and those named.
pub(super) fn kept(old: &Dictionary, content: Vec<u8>, keys: &[&str]) -> Stream {
    let mut dict = Dictionary::new();
    dict.set("Type", "XObject");
    dict.set("Subtype", "Image");
    for key in ["Width", "Height", "BitsPerComponent", "Filter", "DecodeParms"].iter().chain(keys) {
        if let Ok(value) = old.get(key.as_bytes()) {
            dict.set(*key, value.clone());
        }
    }
    Stream::new(dict, content).with_compression(false)
}

impl Picture {
    /// A picture of eight bits without anything else.
    pub(super) fn plain(
        dict: Dictionary,
        stored: Arc<[u8]>,
        (width, height): (usize, usize),
        space: Arc<Space>,
    ) -> Self {
        Self {
            dict,
            stored,
            samples: Samples::Stream,
            width,
            height,
            bits: 8,
            space,
            decode: None,
            jpeg: None,
            opaque: false,
            stencil: false,
            mask: None,
            matte: None,
            explicit: None,
            key: None,
        }
    }

    /// Whether it is a picture of the file, which may be passed on as it is stored.
    pub(super) fn is_stream(&self) -> bool {
        self.samples == Samples::Stream
    }

    /// A CMYK JPEG without Adobe's marker is not inverted, whatever the `Decode` beside it says:
    /// Typst writes that for every CMYK JPEG.
    fn plain_cmyk_jpeg(&self) -> bool {
        self.jpeg.is_some_and(|header| header.components == 4 && !header.adobe)
    }

    /// A grey, CMYK or spot picture passed on.
    pub(super) fn untouched(&self) -> Stream {
        let mut out = kept(&self.dict, self.stored.to_vec(), &["Decode", "Interpolate"]);
        let space = match &*self.space {
            Space::Gray => Object::from("DeviceGray"),
            Space::Tint { object, .. } => object.clone(),
            _ => "DeviceCMYK".into(),
        };
        out.dict.set("ColorSpace", space);
        if let Ok(mask @ Object::Array(_)) = self.dict.get(b"Mask") {
            out.dict.set("Mask", mask.clone());
        }
        if self.plain_cmyk_jpeg() {
            out.dict.remove(b"Decode");
        }
        out
    }

    /// How its samples are written.
    fn coding(&self) -> Coding {
        Coding {
            size: (self.width, self.height),
            channels: self.space.components(),
            bits: if self.jpeg.is_some() { 8 } else { self.bits },
            indexed: matches!(*self.space, Space::Indexed { .. }),
        }
    }

    /// The bytes behind every packing that is not a codec.
    fn unpacked(&self) -> Option<Vec<u8>> {
        stream_bytes(&Stream::new(self.dict.clone(), self.stored.to_vec()), MOST_CONVERTED)
    }

    /// A photograph's samples, if they are as many as the dictionary says.
    fn photograph(&self) -> Option<Raster> {
        let wanted = (self.width, self.height, self.space.components());
        jpeg::decode(&self.stored, self.width.checked_mul(self.height)?)
            .filter(|raster| (raster.width, raster.height, raster.channels) == wanted)
    }

    /// The samples with `Decode` applied, from 0 to 255 over each component's range; indices stay
    /// numbers. `None` for a damaged picture.
    pub(super) fn samples(&self) -> Option<Raster> {
        let mut raster = match (self.samples, self.jpeg) {
            (Samples::Colours, _) => Lossless::read(&self.stored)?.colours,
            (Samples::Opacity, _) => Lossless::read(&self.stored)?.alpha?,
            (Samples::Stream, Some(_)) => self.photograph()?,
            (Samples::Stream, None) => self.coding().unpack(&self.unpacked()?)?,
        };
        let array = self.decode.as_deref().filter(|_| !self.plain_cmyk_jpeg());
        if let Some(decode) = Decode::of(array, self.coding(), self.space.spans()) {
            decode.apply(&mut raster.data);
        }
        Some(raster)
    }

    /// The colour key as a stencil: pixels within the key's ranges are left out.
    pub(super) fn key_as_stencil(&self) -> Option<Stream> {
        let key = self.key.as_ref().filter(|_| !self.opaque)?;
        let numbers = match self.jpeg {
            Some(_) => samples::numbers(&self.photograph()?),
            None => self.coding().numbers(&self.unpacked()?)?,
        };
        let keyed = samples::keyed(&numbers, self.space.components(), key)?;
        let stride = self.width.div_ceil(8);
        let mut bits = vec![0u8; stride * self.height];
        for (index, _) in keyed.iter().enumerate().filter(|(_, out)| **out) {
            let (x, y) = (index % self.width, index / self.width);
            bits[y * stride + x / 8] |= 0x80 >> (x % 8);
        }
        let mut dict = image_dict(self.width, self.height, 1);
        dict.set("ImageMask", true);
        Some(flate_stream(dict, &bits))
    }
}
