//! Reads a finished PDF and the geometry of its pages.
//!
//! Nothing is unpacked but object and cross-reference streams; every walk has a limit, so that no
//! file can make it run or grow without end.

use lopdf::{Dictionary, Document, ObjectId};

use super::compact::compact;
use super::fault::ImposeFault;
use super::geometry::{meet, upright};
use crate::pdf::geometry::{MM, Matrix, Rect, bounds, grown, size, sized};
use crate::pdf::object::Objects;
use crate::pdf::open::{OpenFault, open_plain};
use crate::words;
use jikji_diagnostic::Words;

/// The most pages.
const MOST_PAGES: usize = 4000;
/// Trimmed sizes may differ by this, mm: what rounding to 32-bit numbers leaves, and no more.
const SAME_SIZE_MM: f64 = 0.1;
/// The bleed taken where a page names none, mm: never so much that marks come along.
const MOST_ASSUMED_BLEED_MM: f64 = 5.0;
/// Sides of a page, pt (PDF annex C.2).
const SIDES: std::ops::RangeInclusive<f64> = 3.0..=14_400.0;

/// A page of the source.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// Its number, from 1.
    pub page: usize,
    /// Its own entries and those it inherits.
    pub dict: Dictionary,
    /// Trimmed size upright, pt.
    pub size: (f64, f64),
    /// Its bleed in upright space, where the trim is `0, 0, size`.
    pub bleed: Rect,
    /// User space to upright space.
    pub upright: Matrix,
}

/// The document and its pages, all of one trimmed size.
pub fn load(pdf: &[u8]) -> Result<(Document, Vec<Leaf>), ImposeFault> {
    let mut doc = open_plain(pdf).map_err(|fault| match fault {
        OpenFault::Encrypted => ImposeFault::Encrypted,
        OpenFault::NotPdf(_) => ImposeFault::Damaged(words::NO_PDF.into()),
        OpenFault::TooLarge(_) => ImposeFault::TooLarge,
        OpenFault::Unreadable(reason) => ImposeFault::Damaged(reason),
    })?;
    compact(&mut doc);
    let ids: Vec<ObjectId> = doc.page_iter().take(MOST_PAGES + 1).collect();
    match ids.len() {
        0 => return Err(ImposeFault::NoPages),
        pages if pages > MOST_PAGES => {
            return Err(ImposeFault::TooManyPages { pages, most: MOST_PAGES });
        }
        _ => {}
    }
    let leaves = (ids.into_iter().enumerate())
        .map(|(index, id)| leaf(&doc, id, index + 1))
        .collect::<Result<Vec<_>, _>>()?;
    same_size(&leaves)?;
    Ok((doc, leaves))
}

fn same_size(leaves: &[Leaf]) -> Result<(), ImposeFault> {
    let mm = |leaf: &Leaf| (leaf.size.0 / MM, leaf.size.1 / MM);
    let Some(first_mm) = leaves.first().map(mm) else { return Ok(()) };
    for leaf in leaves {
        let size_mm = mm(leaf);
        let apart = (size_mm.0 - first_mm.0).abs().max((size_mm.1 - first_mm.1).abs());
        if apart > SAME_SIZE_MM {
            return Err(ImposeFault::PageSizes { page: leaf.page, size_mm, first_mm });
        }
    }
    Ok(())
}

/// A page, which must have a trim box.
pub fn leaf(doc: &Document, id: ObjectId, page: usize) -> Result<Leaf, ImposeFault> {
    let damaged = |what: Words| ImposeFault::Damaged(what.phrase(&[("page", page.into())]).into());
    let own = doc.get_dictionary(id).map_err(|_| damaged(words::OBJECT_OF))?;
    let dict = doc.with_inherited(own);
    let rect = |key| doc.rect(&dict, key);
    let unit = doc.number(&dict, "UserUnit").unwrap_or(1.0);
    if !(unit > 0.0 && unit <= 1000.0) {
        return Err(damaged(words::USER_UNIT_OF));
    }
    let media = rect("MediaBox").ok_or_else(|| damaged(words::MEDIA_BOX_OF))?;
    let trim = rect("TrimBox").ok_or(ImposeFault::NoTrimBox { page })?;
    let turn = doc.number(&dict, "Rotate").unwrap_or(0.0);
    if turn % 90.0 != 0.0 {
        return Err(damaged(words::ROTATION_OF));
    }
    let turn = (turn / 90.0).rem_euclid(4.0) as u8;
    let upright = upright(trim, turn, unit);
    let size = size(bounds(trim, upright));
    if !(SIDES.contains(&size.0) && SIDES.contains(&size.1)) {
        return Err(damaged(words::TRIM_BOX_OF));
    }
    let sheet = bounds(media, upright);
    let bleed = rect("BleedBox").map_or_else(
        || {
            let crop = rect("CropBox").unwrap_or(media);
            meet(bounds(crop, upright), grown(sized(size), MOST_ASSUMED_BLEED_MM * MM))
        },
        |bleed| bounds(bleed, upright),
    );
    let bleed = meet(sheet, bleed);
    Ok(Leaf { page, dict, size, bleed, upright })
}

/// The bleed all pages share, pt: the least that any page has on any side.
pub fn common_bleed(leaves: &[Leaf]) -> f64 {
    let least = |leaf: &Leaf| {
        let (w, h) = leaf.size;
        let [left, bottom, right, top] = leaf.bleed;
        (-left).min(-bottom).min(right - w).min(top - h)
    };
    leaves.iter().map(least).fold(f64::INFINITY, f64::min).clamp(0.0, 20.0 * MM)
}
