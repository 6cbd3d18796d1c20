//! How marks around a trimmed area are drawn, and the colour they are drawn in.
//!
//! Where they stand and which there are is for those who draw them.

use lopdf::{Object, dictionary};

use crate::pdf::draw::Draw;
use crate::pdf::geometry::Rect;
use crate::pdf::write::reals;

/// Width of all lines, pt.
pub(super) const LINE: f64 = 0.25;

/// Separation `All`: a tint of it is that tint of every plate (ISO 32000-1, 8.6.6.4).
pub(super) fn registration() -> Object {
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => reals([0.0, 1.0]),
        "C0" => reals([0.0; 4]), "C1" => reals([1.0; 4]),
    };
    Object::Array(vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), function.into()])
}

/// Crop marks, `gap` off the trim and `length` long; left and right they stand at `cuts`.
pub(super) fn crop(draw: &mut Draw, trim: Rect, cuts: [f64; 2], gap: f64, length: f64) {
    let [left, bottom, right, top] = trim;
    upright(draw, trim, &cuts, gap, length);
    for y in [bottom, top] {
        draw.line((left - gap, y), (left - gap - length, y));
        draw.line((right + gap, y), (right + gap + length, y));
    }
}

/// Lines below and above the trim, as [`crop`] draws them.
pub(super) fn upright(draw: &mut Draw, trim: Rect, places: &[f64], gap: f64, length: f64) {
    let [_, bottom, _, top] = trim;
    for &x in places {
        draw.line((x, bottom - gap), (x, bottom - gap - length));
        draw.line((x, top + gap), (x, top + gap + length));
    }
}

/// A register mark: a ring and a cross.
pub(super) fn register(draw: &mut Draw, (x, y): (f64, f64), radius: f64, arm: f64) {
    draw.line((x - arm, y), (x + arm, y)).line((x, y - arm), (x, y + arm));
    draw.circle((x, y), radius).op(&[], "s");
}
