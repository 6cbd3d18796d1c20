//! A function of the plane (a shading of type 1), worked out once at points no finer than the plates.

use std::rc::Rc;

use lopdf::{Object, ObjectId};

use super::super::space::Space;

/// Most points a side.
pub(super) const MOST_SIDE: f64 = 512.0;

/// A function that was worked out.
pub(super) struct Plane {
    pub function: *const Object,
    pub space: Rc<Space>,
    pub domain: [f64; 4],
    pub size: (usize, usize),
    /// Its colours on each pass, three bytes a point, from the lowest row up.
    pub passes: Vec<Rc<Vec<u8>>>,
    pub pictures: Vec<Option<ObjectId>>,
}

/// How many points a function needs at so many pixels across and down.
pub(in super::super) fn points((wide, high): (f64, f64)) -> (usize, usize) {
    let side = |pixels: f64| (pixels.ceil().max(2.0) as usize).min(MOST_SIDE as usize);
    (side(wide), side(high))
}
