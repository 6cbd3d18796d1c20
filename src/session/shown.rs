//! Pictures as a screen shows them: CMYK ones in RGB, none with more pixels than a page can hold.
//!
//! One is unpacked at a time, and one that did not change is not unpacked again. Where a picture stands smaller
//! than it could, the pages' own finishing brings it down further.

use std::collections::BTreeMap;
use std::sync::Arc;

use jikji_prepress::{proof, reduced};

use crate::layout::spec::Layout;
use crate::manifest::image;
use crate::manifest::model::Picture;

/// Pictures by what the pages call them.
pub type Shown = BTreeMap<String, Arc<[u8]>>;

/// What was made of the pictures of a number.
#[derive(Default)]
pub struct Screen {
    /// The box they were brought into, pixels.
    room: (usize, usize),
    made: BTreeMap<String, Made>,
}

/// A file of the issue, and what came of it.
struct Made {
    file: Arc<[u8]>,
    shown: Arc<[u8]>,
}

impl Screen {
    /// All pictures as the screen shows them in a layout.
    pub fn show(&mut self, pictures: &BTreeMap<String, Picture>, layout: &Layout) -> Shown {
        let room = room(layout);
        let known = std::mem::take(&mut self.made);
        for (path, picture) in pictures {
            let same = known.get(path).filter(|made| Arc::ptr_eq(&made.file, &picture.bytes));
            let shown = match same.filter(|_| room == self.room) {
                Some(made) => Arc::clone(&made.shown),
                None => shown(picture, room),
            };
            self.made.insert(path.clone(), Made { file: Arc::clone(&picture.bytes), shown });
        }
        self.room = room;
        self.made.iter().map(|(path, made)| (path.clone(), Arc::clone(&made.shown))).collect()
    }
}

fn shown(picture: &Picture, (across, down): (usize, usize)) -> Arc<[u8]> {
    if let Some(drawing) = &picture.drawing {
        return Arc::clone(drawing);
    }
    let rgb = if picture.cmyk { image::shown(&picture.bytes, proof::shown) } else { None };
    let bytes = rgb.map_or_else(|| Arc::clone(&picture.bytes), Arc::from);
    let (across, down) =
        if image::lies_on_its_side(&bytes) { (down, across) } else { (across, down) };
    reduced::reduced(&bytes, across, down).map_or(bytes, Arc::from)
}

/// The largest picture that the text area of a page holds, pixels.
fn room(layout: &Layout) -> (usize, usize) {
    let page = &layout.page;
    let [left, top, right, bottom] = page.margins;
    let pixels = |mm: f64| (mm / 25.4 * layout.screen_ppi).ceil() as usize;
    (pixels(page.trim.0 - left - right), pixels(page.trim.1 - top - bottom))
}
