//! How values are written into a report: places with the names of their sides, words in English.

use std::collections::BTreeMap;

use jikji_diagnostic::{Arg, Lang};
use serde::{Serialize, Serializer};

use crate::pdf::geometry::Rect;

/// The sides of a rectangle, in pt or the units of its page, from the lower left corner of the page's space.
#[derive(Serialize)]
struct Sides {
    left: f64,
    bottom: f64,
    right: f64,
    top: f64,
}

impl Sides {
    fn of([left, bottom, right, top]: Rect) -> Self {
        Self { left, bottom, right, top }
    }
}

/// A rectangle by its sides.
pub fn rect<S: Serializer>(rect: &Rect, out: S) -> Result<S::Ok, S::Error> {
    Sides::of(*rect).serialize(out)
}

/// A rectangle that may be missing.
pub fn some_rect<S: Serializer>(rect: &Option<Rect>, out: S) -> Result<S::Ok, S::Error> {
    rect.map(Sides::of).serialize(out)
}

/// A point by its distances from left and bottom.
pub fn point<S: Serializer>([left, bottom]: &[f64; 2], out: S) -> Result<S::Ok, S::Error> {
    out.collect_map([("left", left), ("bottom", bottom)])
}

/// Values of words, in English.
pub fn in_english<S: Serializer>(
    args: &BTreeMap<&'static str, Arg>,
    out: S,
) -> Result<S::Ok, S::Error> {
    out.collect_map(args.iter().map(|(name, value)| (name, value.say(Lang::En))))
}
