//! Shadings whose colours are worked out once, at points no finer than the plates: functions of the plane
//! (type 1) and gradient meshes (types 4 to 7).

use std::rc::Rc;

use lopdf::ObjectId;

use super::super::space::Space;

/// Most points a side of a function.
pub(super) const MOST_SIDE: f64 = 512.0;

/// A shading that was worked out.
pub(super) struct Plane {
    /// Where its function or its mesh is.
    pub source: usize,
    pub space: Rc<Space>,
    /// What it covers in its own space: from left to right, from below to above.
    pub domain: [f64; 4],
    pub size: (usize, usize),
    /// Its colours on each pass, three bytes a point, from the lowest row up.
    pub passes: Vec<Rc<Vec<u8>>>,
    /// Where it paints, if that is not everywhere.
    pub shape: Option<Rc<Vec<u8>>>,
    pub pictures: Vec<Option<ObjectId>>,
}

/// How many points a function needs at so many pixels across and down.
pub(in super::super) fn points((wide, high): (f64, f64)) -> (usize, usize) {
    let side = |pixels: f64| (pixels.ceil().max(2.0) as usize).min(MOST_SIDE as usize);
    (side(wide), side(high))
}
