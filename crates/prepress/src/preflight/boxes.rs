//! Rules about the boxes of the pages: that there are such as are needed, and that they agree.
//!
//! Whether they leave room for bleed is judged where it is needed, on the plates.

use super::file::Page;
use super::rules;
use super::verdict::{Boxes, Findings, Rect};
use crate::pdf::geometry::MM;

/// Rounding allowed between boxes, in pt.
const SLACK_PT: f64 = 0.02;
/// Finished sizes nearer than this, in pt, are the same.
const SAME_PT: f64 = 0.5;

/// The boxes of every page as they are written.
pub(super) fn written(pages: &[Page]) -> Vec<Boxes> {
    let boxes = |page: &Page| Boxes {
        page: page.number,
        media: page.media,
        crop: page.crop,
        bleed: page.bleed,
        trim: page.trim,
        art: page.art,
        rotate: page.rotate,
        unit: page.unit,
    };
    pages.iter().map(boxes).collect()
}

/// Checks every page's boxes.
pub(super) fn check(pages: &[Page], found: &mut Findings) {
    let same = |a: &(f64, f64), b: &(f64, f64)| {
        (a.0 - b.0).abs() <= SAME_PT && (a.1 - b.1).abs() <= SAME_PT
    };
    let usual = most_frequent(pages.iter().filter_map(Page::finished), same);
    let upright = most_frequent(pages.iter().map(|page| page.rotate), u16::eq).unwrap_or(0);
    for page in pages {
        let number = Some(page.number);
        for (what, value) in &page.faults {
            let args = [("what", (*what).into()), ("found", value.clone())];
            found.add(rules::BOX_SENSE, number, None, &args);
        }
        nesting(page, found);
        if page.art.is_some() {
            found.add(rules::ART_BOX, number, page.art, &[]);
        }
        if page.rotate != upright {
            let args = [("found", page.rotate.into()), ("usual", upright.into())];
            found.add(rules::ROTATED, number, None, &args);
        }
        let Some((trim, size)) = page.trim.zip(page.finished()) else {
            if page.faults.iter().all(|(what, _)| *what != "TrimBox") {
                found.add(rules::TRIM_MISSING, number, None, &[]);
            }
            continue;
        };
        if let Some(usual) = usual.filter(|usual| !same(&size, usual)) {
            let args = [("found", millimetres(size).into()), ("usual", millimetres(usual).into())];
            found.add(rules::SIZES, number, Some(trim), &args);
        }
    }
}

/// ISO 15930-7, 6.3.2: TrimBox inside BleedBox inside MediaBox.
fn nesting(page: &Page, found: &mut Findings) {
    let pairs = [
        ("TrimBox", page.trim, "BleedBox", page.bleed),
        ("TrimBox", page.trim, "MediaBox", Some(page.media)),
        ("BleedBox", page.bleed, "MediaBox", Some(page.media)),
        ("TrimBox", page.trim, "CropBox", page.crop),
        ("CropBox", page.crop, "MediaBox", Some(page.media)),
    ];
    for (inner, a, outer, b) in pairs {
        if let (Some(a), Some(b)) = (a, b)
            && !inside(a, b)
        {
            let args = [("inner", inner.into()), ("outer", outer.into())];
            found.add(rules::BOXES, Some(page.number), Some(a), &args);
        }
    }
}

/// What most pages have.
fn most_frequent<T: Copy>(
    all: impl Iterator<Item = T>,
    same: impl Fn(&T, &T) -> bool,
) -> Option<T> {
    let mut counts: Vec<(T, usize)> = vec![];
    for one in all {
        match counts.iter().position(|(known, _)| same(known, &one)) {
            Some(i) => counts[i].1 += 1,
            None if counts.len() < 64 => counts.push((one, 1)),
            None => {}
        }
    }
    // The earliest of the most frequent, so that the answer does not depend on the order of ties.
    let most = counts.iter().map(|(_, n)| *n).max()?;
    counts.iter().find(|(_, n)| *n == most).map(|(one, _)| *one)
}

fn inside(a: Rect, b: Rect) -> bool {
    a[0] >= b[0] - SLACK_PT
        && a[1] >= b[1] - SLACK_PT
        && a[2] <= b[2] + SLACK_PT
        && a[3] <= b[3] + SLACK_PT
}

fn millimetres((width, height): (f64, f64)) -> String {
    format!("{:.1}×{:.1}mm", width / MM, height / MM)
}
