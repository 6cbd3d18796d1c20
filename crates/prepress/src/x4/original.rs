//! A picture file in the place of the smaller one that the exported page shows. It is not unpacked before it is its
//! turn to be converted.

use std::sync::Arc;

use anyhow::Result;
use lopdf::{Dictionary, Object, Stream};

use super::conversion::{Conversion, Scope};
use super::picture::{Picture, Samples};
use super::space::Space;
use crate::jpeg;
use crate::lossless;
use crate::pdf::object::Objects;
use crate::pdf::write::{image_dict, reals};
use crate::words;

impl Conversion<'_> {
    /// The original that belongs in the place of a picture, if there is one.
    pub(super) fn original(&mut self, shown: &Stream) -> Result<Option<Picture>> {
        let side = |key: &[u8]| self.doc.integer(&shown.dict, key).unwrap_or(0).max(0) as usize;
        let size = (side(b"Width"), side(b"Height"));
        let mask = match self.doc.entry(&shown.dict, b"SMask") {
            Object::Stream(mask) => Some(mask),
            _ => None,
        };
        let Some(file) = self.originals.of(size, shown, mask) else { return Ok(None) };
        let mut picture = match jpeg::size(&file) {
            Some(size) => self.original_jpeg(shown, file, size)?,
            None => self.original_lossless(shown, file)?,
        };
        if let Ok(interpolate) = shown.dict.get(b"Interpolate") {
            picture.dict.set("Interpolate", interpolate.clone());
        }
        Ok(Some(picture))
    }

    fn original_jpeg(
        &mut self,
        shown: &Stream,
        file: Arc<[u8]>,
        (width, height): (usize, usize),
    ) -> Result<Picture> {
        let header = jpeg::header(&file);
        let is_cmyk = header.components == 4;
        let space = match jpeg::own_profile(&file).filter(|_| is_cmyk) {
            Some(profile) => self.inks_of(&profile),
            None if is_cmyk => Arc::clone(&self.known.cmyk),
            None => self.space_of(shown)?,
        };
        let mut dict = image_dict(width, height, 8);
        dict.set("Filter", "DCTDecode");
        let mut picture = Picture::plain(dict, file, (width, height), space);
        if is_cmyk {
            // As the exporter has it; what is not Adobe's is told by its marker.
            let inverted = [1.0, 0.0].repeat(4);
            picture.dict.set("Decode", reals(inverted.iter().copied()));
            picture.decode = Some(inverted);
        }
        picture.jpeg = Some(header);
        Ok(picture)
    }

    fn original_lossless(&mut self, shown: &Stream, file: Arc<[u8]>) -> Result<Picture> {
        let size = lossless::header(&file).ok_or_else(|| self.damaged(words::IMAGE))?.size;
        let plain = |space, samples| {
            let mut plain = Picture::plain(Dictionary::new(), Arc::clone(&file), size, space);
            plain.samples = samples;
            plain
        };
        let mut picture = plain(self.space_of(shown)?, Samples::Colours);
        if shown.dict.has(b"SMask") {
            picture.mask = Some(Box::new(plain(Arc::clone(&self.known.gray), Samples::Opacity)));
        }
        Ok(picture)
    }

    /// The space of what is shown: it has the profile of its original, if that is in grey or RGB.
    fn space_of(&mut self, shown: &Stream) -> Result<Arc<Space>> {
        match shown.dict.get(b"ColorSpace") {
            Ok(space) => self.space(&space.clone(), &Scope::default()),
            Err(_) => Err(self.damaged(words::IMAGE_WITHOUT_SPACE)),
        }
    }

    /// The space of a profile of inks, each read once.
    fn inks_of(&mut self, profile: &[u8]) -> Arc<Space> {
        if let Some(space) = self.profiles.get(profile) {
            return Arc::clone(space);
        }
        let own = self.of_profile(profile, 4);
        let space = own.unwrap_or_else(|| Arc::clone(&self.known.cmyk));
        self.profiles.insert(profile.into(), Arc::clone(&space));
        space
    }
}
