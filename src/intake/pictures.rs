//! Keeps the pictures of manuscripts beside the manifest; what a page cannot show is turned into what it can.

use std::cell::RefCell;
use std::io::Cursor;
use std::path::Path;

use image::{ImageFormat, ImageReader, Limits};

use super::images::{Taken, take, take_as};
use crate::manifest::image::Format;
use jikji_manuscript::Kept;

/// The longest side of a picture that is turned, in pixels, as one of a manifest may have it.
const LONGEST: u32 = 12_000;
/// The most memory that takes, in bytes.
const MEMORY: u64 = 64 << 20;

/// Pictures that were taken.
#[derive(Debug)]
pub struct Pictures<'m> {
    manifest: &'m Path,
    taken: RefCell<Vec<Taken>>,
    failure: RefCell<Option<anyhow::Error>>,
}

impl<'m> Pictures<'m> {
    /// None yet, for the number at `manifest`.
    pub fn beside(manifest: &'m Path) -> Self {
        Self { manifest, taken: RefCell::default(), failure: RefCell::default() }
    }

    /// Keeps a picture.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> Kept {
        let turned = (Format::of(bytes).is_none()).then(|| png(bytes)).flatten();
        let (taken, kept): (_, fn(String) -> Kept) = match (Format::of(bytes), turned) {
            (Some(_), _) => (take(self.manifest, name, bytes), Kept::Set),
            (None, Some(png)) => (take(self.manifest, name, &png), Kept::Turned),
            (None, None) => (take_as(self.manifest, name, &ending(name), bytes), Kept::Beside),
        };
        match taken {
            Ok(Some(taken)) => {
                let file = taken.file.clone();
                self.taken.borrow_mut().push(taken);
                kept(file)
            }
            Ok(None) => Kept::Nowhere,
            Err(error) => {
                self.failure.replace(Some(error));
                Kept::Nowhere
            }
        }
    }

    /// Those that were not there before.
    ///
    /// # Errors
    /// What the file system said of one; then none is left.
    pub fn added(self) -> anyhow::Result<Vec<Taken>> {
        let mut taken = self.taken.into_inner();
        taken.retain(|taken| taken.new);
        match self.failure.into_inner() {
            Some(error) => {
                remove(&taken);
                Err(error)
            }
            None => Ok(taken),
        }
    }
}

/// Takes pictures away again that nothing names.
pub fn remove(taken: &[Taken]) {
    for picture in taken {
        let _ = std::fs::remove_file(&picture.path);
    }
}

/// A picture of pixels as PNG.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let format = bytes.starts_with(b"BM").then_some(ImageFormat::Bmp)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LONGEST), Some(LONGEST));
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let mut out = Cursor::new(vec![]);
    picture.write_to(&mut out, ImageFormat::Png).ok()?;
    Some(out.into_inner())
}

/// The ending of a name, as far as it may be one.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let sound =
        (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    if sound { ending } else { "bin".into() }
}
