//! What walks have in common, read once: fonts for the file, spaces and streams for a thread.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use lopdf::{Dictionary, ObjectId, Stream};

use super::super::codec::CodecHeader;
use super::super::file::File;
use super::super::font::Font;
use super::super::space::Space;
use super::super::verdict::Rect;
use super::plain::Plain;

/// Most bytes of form contents that are kept from one page to the next.
const MOST_KEPT: usize = 16 << 20;

/// The fonts of a file, each read once for all threads.
#[derive(Default)]
pub(super) struct FontCache {
    // By the address of the dictionary, which stays where it is as long as the file.
    known: Mutex<HashMap<usize, Arc<Font>>>,
}

impl FontCache {
    /// The font of a dictionary; its glyphs are measured if total ink is to be estimated.
    pub fn get(&self, file: &File, dict: &Dictionary, measured: bool) -> Arc<Font> {
        let key = std::ptr::from_ref(dict).addr();
        let known = |fonts: &Self| {
            fonts.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned()
        };
        known(self).unwrap_or_else(|| {
            let mut font = Font::read(file, dict);
            if measured {
                font.measure(file, dict);
            }
            let mut fonts = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            fonts.entry(key).or_insert_with(|| Arc::new(font)).clone()
        })
    }
}

/// What a thread keeps from page to page.
pub(super) struct Kept {
    pub gray: Rc<Space>,
    pub rgb: Rc<Space>,
    pub cmyk: Rc<Space>,
    pub spaces: HashMap<(*const Dictionary, Vec<u8>), Rc<Space>>,
    pub streams: HashMap<*const Stream, Rc<Vec<u8>>>,
    /// What tints of spot inks give in full, by the functions that give it.
    pub tints: HashMap<ObjectId, Option<Vec<f64>>>,
    /// What images say of themselves, as `codec` tells it.
    pub headers: HashMap<*const Stream, Option<Option<Rc<CodecHeader>>>>,
    /// Whether masks are but gradients.
    pub gradients: HashMap<*const Stream, bool>,
    /// Whether pictures are of one colour, or codes.
    pub plain: HashMap<*const Stream, Plain>,
    /// What meshes cover in their own space, and their pieces.
    pub meshes: HashMap<*const Stream, Option<(Rect, usize)>>,
}

impl Default for Kept {
    fn default() -> Self {
        let [gray, rgb, cmyk] = [Space::Gray, Space::Rgb, Space::Cmyk].map(Rc::new);
        let (spaces, streams, headers) = (HashMap::new(), HashMap::new(), HashMap::new());
        let (meshes, gradients, plain) = (HashMap::new(), HashMap::new(), HashMap::new());
        let tints = HashMap::new();
        Self { gray, rgb, cmyk, spaces, streams, tints, headers, gradients, plain, meshes }
    }
}

impl Kept {
    /// Drops what has become too much, between two pages.
    pub fn trim(&mut self) {
        if self.streams.values().map(|s| s.len()).sum::<usize>() > MOST_KEPT {
            self.streams.clear();
        }
    }
}
