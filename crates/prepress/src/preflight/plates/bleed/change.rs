//! Art that goes over the trim, but is of another colour beyond it: a frame or another picture in the bleed, of which a
//! strip shows when the cut is a little off.
//!
//! Colours must be even for a millimetre on either side and change between: what changes all the time, as a photograph
//! does, changes at the trim by chance.

use super::edge::Edge;

/// How far colours are even on either side, in mm.
const EVEN_MM: f64 = 1.0;
/// Pixels from the trim that may be soft.
const SOFT: isize = 2;
/// A change of a plate, in 255ths, that is one; and the share of it that is none yet.
const CHANGE: u8 = 64;
const EVEN: u8 = 4;
/// In pieces of so much along a side, in mm, it is told: a circle that touches the trim is no longer.
const LEAST_MM: f64 = 15.0;

/// Where along a side the colour changes right at the trim, if it does.
pub(super) fn changes(edge: &Edge, pixel_mm: f64) -> Option<Vec<usize>> {
    let far = SOFT + (EVEN_MM / pixel_mm).clamp(2.0, 64.0) as isize;
    if edge.outer < far || edge.depth() < far {
        return None;
    }
    let changed = |i: usize| {
        let printed = [-far, -SOFT, SOFT, far].iter().all(|line| edge.inked(*line, i));
        if !printed {
            return false;
        }
        let most = |a, b| edge.difference((a, i), (b, i));
        let change = most(-SOFT, SOFT);
        let even = change / EVEN;
        change >= CHANGE && most(-far, -SOFT) <= even && most(SOFT, far) <= even
    };
    let (mut all, mut piece) = (vec![], vec![]);
    let long = |piece: &[usize]| piece.len() as f64 * pixel_mm >= LEAST_MM;
    for i in edge.run.clone() {
        if changed(i) {
            piece.push(i);
            continue;
        }
        if long(&piece) {
            all.append(&mut piece);
        }
        piece.clear();
    }
    if long(&piece) {
        all.append(&mut piece);
    }
    (!all.is_empty()).then_some(all)
}
