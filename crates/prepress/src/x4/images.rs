//! Which pictures a document has and how large they are placed.

use std::collections::BTreeMap;

use lopdf::ObjectId;

use super::space::Mode;
use crate::pdf::geometry::{Matrix, then};

/// A picture placed by a content stream, in that stream's space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) image: ObjectId,
    pub(super) mode: Mode,
    /// From the unit square to the stream's space.
    pub(super) ctm: Matrix,
}

impl Placed {
    /// The same in the space that `matrix` leads to.
    pub(super) fn then(self, matrix: Matrix) -> Self {
        Self { ctm: then(self.ctm, matrix), ..self }
    }
}

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
    pub(super) fn seen(&mut self, Placed { image, mode, ctm }: Placed) {
        if let Some(image) = self.0.get_mut(&(image, mode)) {
            image.size.0 = image.size.0.max(ctm[0].hypot(ctm[1]));
            image.size.1 = image.size.1.max(ctm[2].hypot(ctm[3]));
        }
    }
}
