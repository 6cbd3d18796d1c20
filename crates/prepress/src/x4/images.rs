//! Which pictures a document has and how large they are placed.

use std::collections::BTreeMap;

use lopdf::ObjectId;

use super::space::Mode;
use crate::pdf::geometry::Matrix;

/// The pictures of a document and how large they are placed.
#[derive(Debug, Default)]
pub(super) struct Images(pub(super) BTreeMap<(ObjectId, Mode), Use>);

#[derive(Debug, Clone, Copy)]
pub(super) struct Use {
    pub(super) new: ObjectId,
    pub(super) page: usize,
    /// Largest placed width and height, in pt.
    pub(super) size: (f64, f64),
}

impl Images {
    pub(super) fn get(&self, id: ObjectId, mode: Mode) -> Option<ObjectId> {
        self.0.get(&(id, mode)).map(|image| image.new)
    }

    pub(super) fn add(&mut self, id: ObjectId, mode: Mode, new: ObjectId, page: usize) {
        self.0.insert((id, mode), Use { new, page, size: (0.0, 0.0) });
    }

    /// Notes a placement.
    pub(super) fn seen(&mut self, id: ObjectId, mode: Mode, ctm: Matrix) {
        if let Some(image) = self.0.get_mut(&(id, mode)) {
            image.size.0 = image.size.0.max(ctm[0].hypot(ctm[1]));
            image.size.1 = image.size.1.max(ctm[2].hypot(ctm[3]));
        }
    }
}
