//! Which PDF of the issue stands at a place of a printed page, by where the pages have their drawings.

use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::visualize::{Image, ImageKind};

use crate::edition::number::SetNumber;
use crate::manifest::model::{Picture, Shown};
use jikji_diagnostic::source::Span;
use jikji_prepress::pdf::geometry::MM;
use jikji_prepress::preflight::Rect;

/// The PDF of an entry that a place of a page is on, pt from the lower left corner of the bleed, and where it is
/// named.
pub fn pdf_at(
    number: &SetNumber,
    (page, entry): (usize, usize),
    place: Rect,
) -> Option<(&Picture, Span)> {
    let frame = &number.pages.document.pages().get(page - 1)?.frame;
    let bleed = number.conditions.bleed_mm * MM;
    let [left, bottom, right, top] = place;
    let across = (left + right) / 2.0 - bleed;
    let down = frame.height().to_pt() + bleed - (bottom + top) / 2.0;
    let mut found = None;
    let mut is_named = |image: &Image| {
        let ImageKind::Svg(svg) = image.kind() else { return };
        number.issue.entries[entry].visit(&mut |shown| {
            let Shown::Picture(path, span) = shown else { return };
            let picture = number.issue.pictures.get(path).filter(|picture| {
                picture.drawing.as_ref().is_some_and(|drawing| **drawing == svg.data()[..])
            });
            found = picture.map(|picture| (picture, span)).or(found);
        });
    };
    look(frame, Transform::identity(), (across, down), &mut is_named);
    found
}

/// Calls `visit` for the images of a frame that a point is on.
fn look(frame: &Frame, outer: Transform, point: (f64, f64), visit: &mut dyn FnMut(&Image)) {
    for (position, item) in frame.items() {
        let at = outer.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => {
                look(&group.frame, at.pre_concat(group.transform), point, visit);
            }
            FrameItem::Image(image, size, _) => {
                let from = Point::zero().transform(at);
                let to = size.to_point().transform(at);
                let within = |at: f64, a: f64, b: f64| {
                    (a.min(b) - TOLERANCE..=a.max(b) + TOLERANCE).contains(&at)
                };
                if within(point.0, from.x.to_pt(), to.x.to_pt())
                    && within(point.1, from.y.to_pt(), to.y.to_pt())
                {
                    visit(image);
                }
            }
            _ => {}
        }
    }
}

/// What stands so near to a drawing stands on it, pt.
const TOLERANCE: f64 = 1.0;
