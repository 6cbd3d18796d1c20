//! Rules about the boxes of the pages: trim, bleed, and that they agree.

use super::Limits;
use super::file::Page;
use super::rules;
use super::verdict::{Boxes, Findings, Rect};

/// Rounding allowed between boxes, in pt.
const SLACK_PT: f64 = 0.02;
/// Finished sizes nearer than this, in pt, are the same.
const SAME_PT: f64 = 0.5;
const MM: f64 = 72.0 / 25.4;

/// Checks every page's boxes and reports them.
pub(super) fn check(pages: &[Page], limits: &Limits, found: &mut Findings) -> Vec<Boxes> {
    let usual = usual_size(pages);
    for (i, page) in pages.iter().enumerate() {
        let number = Some(i + 1);
        nesting(page, number, found);
        if page.art.is_some() {
            found.add(rules::ART_BOX, number, page.art, &[]);
        }
        let Some(trim) = page.trim else {
            found.add(rules::TRIM_MISSING, number, None, &[]);
            continue;
        };
        let size = (trim[2] - trim[0], trim[3] - trim[1]);
        if let Some(usual) = usual
            && ((size.0 - usual.0).abs() > SAME_PT || (size.1 - usual.1).abs() > SAME_PT)
        {
            let args = [("found", millimetres(size)), ("usual", millimetres(usual))];
            found.add(rules::SIZES, number, Some(trim), &args);
        }
        bleed(page, trim, limits, number, found);
    }
    let boxes = |(i, page): (usize, &Page)| Boxes {
        page: i + 1,
        media: page.media,
        crop: page.crop,
        bleed: page.bleed,
        trim: page.trim,
        art: page.art,
    };
    pages.iter().enumerate().map(boxes).collect()
}

/// ISO 15930-7, 6.3.2: TrimBox inside BleedBox inside MediaBox.
fn nesting(page: &Page, number: Option<usize>, found: &mut Findings) {
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
            let args = [("inner", inner.to_string()), ("outer", outer.to_string())];
            found.add(rules::BOXES, number, Some(a), &args);
        }
    }
}

fn bleed(page: &Page, trim: Rect, limits: &Limits, number: Option<usize>, found: &mut Findings) {
    let bleed = page.bleed_or_default();
    let sides = [
        ("left", trim[0] - bleed[0]),
        ("bottom", trim[1] - bleed[1]),
        ("right", bleed[2] - trim[2]),
        ("top", bleed[3] - trim[3]),
    ];
    for (side, pt) in sides {
        if pt < limits.bleed_mm * MM - SLACK_PT {
            let args = [
                ("side", side.to_string()),
                ("found", format!("{:.1}", (pt / MM).max(0.0))),
                ("want", limits.bleed_mm.to_string()),
            ];
            found.add(rules::BLEED, number, Some(trim), &args);
        }
    }
}

/// The finished size that most pages have, in pt.
fn usual_size(pages: &[Page]) -> Option<(f64, f64)> {
    let mut counts: Vec<((f64, f64), usize)> = vec![];
    for trim in pages.iter().filter_map(|p| p.trim) {
        let size = (trim[2] - trim[0], trim[3] - trim[1]);
        let same =
            |s: &(f64, f64)| (s.0 - size.0).abs() <= SAME_PT && (s.1 - size.1).abs() <= SAME_PT;
        match counts.iter().position(|(s, _)| same(s)) {
            Some(i) => counts[i].1 += 1,
            None if counts.len() < 64 => counts.push((size, 1)),
            None => {}
        }
    }
    // The earliest of the most frequent, so that the answer does not depend on the order of ties.
    let most = counts.iter().map(|(_, n)| *n).max()?;
    counts.iter().find(|(_, n)| *n == most).map(|(size, _)| *size)
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
