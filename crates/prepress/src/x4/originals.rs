//! Picture files that pages show smaller ones of: the pages are set and exported with what a screen needs, and
//! the press gets what the author gave.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::Stream;
use sha2::{Digest, Sha256};

use crate::jpeg;
use crate::lossless::Lossless;
use crate::pdf::object::{MOST_CONVERTED, stream_bytes};

/// Originals by what the exported pages show in their place.
#[derive(Debug, Default)]
pub struct Originals(BTreeMap<Shown, Arc<[u8]>>);

/// A picture of an exported page: its size, and a digest of its JPEG, or of the samples of its colours and of its
/// mask.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shown {
    size: (usize, usize),
    digest: [u8; 32],
}

impl Originals {
    /// Puts `original` in the place of `shown`; both are pictures (JPEG, PNG, WebP) as files. Others are left.
    pub fn add(&mut self, shown: &[u8], original: &Arc<[u8]>) {
        let found = match jpeg::size(shown) {
            Some(size) => Some((size, digest([shown]))),
            None => Lossless::read(shown).map(|Lossless { colours, alpha, .. }| {
                let samples = std::iter::once(&colours).chain(&alpha);
                let digest = digest(samples.map(|raster| &raster.data[..]));
                ((colours.width, colours.height), digest)
            }),
        };
        if let Some((size, digest)) = found {
            let shown = Shown { size, digest };
            self.0.entry(shown).or_insert_with(|| Arc::clone(original));
        }
    }

    /// The original of a picture of the exported file, which may have a soft mask.
    pub(super) fn of(
        &self,
        size: (usize, usize),
        picture: &Stream,
        mask: Option<&Stream>,
    ) -> Option<Arc<[u8]>> {
        if !self.0.keys().any(|shown| shown.size == size) {
            return None;
        }
        let is_jpeg = picture.filters().is_ok_and(|filters| filters == [b"DCTDecode"]);
        let digest = match is_jpeg {
            true => digest([&picture.content[..]]),
            false => {
                let streams = std::iter::once(picture).chain(mask);
                let samples = streams.map(|stream| stream_bytes(stream, MOST_CONVERTED));
                digest(samples.collect::<Option<Vec<_>>>()?.iter().map(|samples| &samples[..]))
            }
        };
        self.0.get(&Shown { size, digest }).cloned()
    }
}

fn digest<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> [u8; 32] {
    let mut digest = Sha256::new();
    parts.into_iter().for_each(|part| digest.update(part));
    digest.finalize().into()
}
