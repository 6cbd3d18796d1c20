//! Page boxes (ISO 15930-7, 6.1.1; ISO 32000-1, 14.11.2): trim and bleed from the job, the media
//! grown to hold the marks.
//!
//! The page's own coordinates stay, so a media box with marks starts below zero.

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fault::X4Fault;
use super::job::Job;
use crate::pdf::geometry::{MM, Rect, grown};
use crate::pdf::object::Objects;
use crate::pdf::write::reals;
use crate::words;

/// How far a page may be from trim plus bleed, in pt.
const TOLERANCE: f64 = 1.0;
/// Least distance of the marks from the trim, in mm.
const MARK_OFFSET: f64 = 3.0;
/// Clear space between bleed and marks, in mm.
const MARK_CLEARANCE: f64 = 1.0;
/// From where the marks start to the edge of the media, in mm.
const MARK_SPACE: f64 = 12.0;

/// One page's boxes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PageBoxes {
    pub(super) trim: Rect,
    pub(super) bleed: Rect,
    pub(super) media: Rect,
    /// From the trim to where the marks start, in pt.
    pub(super) offset: f64,
    marks: bool,
}

impl PageBoxes {
    /// The boxes of a page, which has to be trim plus bleed.
    pub(super) fn of(doc: &Document, id: ObjectId, page: usize, job: &Job<'_>) -> Result<Self> {
        let inherited = doc.with_inherited(doc.get_dictionary(id)?);
        let media = doc.rect(&inherited, "MediaBox");
        let media = media.ok_or(X4Fault::Damaged { page, what: words::PAGE_BOX })?;
        let size = (job.trim_mm.0 * MM, job.trim_mm.1 * MM);
        let bleed = job.bleed_mm * MM;
        let found = (media[2] - media[0], media[3] - media[1]);
        let wanted = (size.0 + 2.0 * bleed, size.1 + 2.0 * bleed);
        let off = |a: f64, b: f64| (a - b).abs().partial_cmp(&TOLERANCE).is_none_or(|o| o.is_gt());
        if off(found.0, wanted.0) || off(found.1, wanted.1) || size.0 <= 0.0 || size.1 <= 0.0 {
            let mm = |(w, h): (f64, f64)| ((w / MM).round() as i64, (h / MM).round() as i64);
            return Err(X4Fault::PageSize { page, found: mm(found), wanted: mm(wanted) }.into());
        }
        let (left, bottom) = (media[0] + bleed, media[1] + bleed);
        let trim = [left, bottom, left + size.0, bottom + size.1];
        let offset = MARK_OFFSET.max(job.bleed_mm + MARK_CLEARANCE) * MM;
        let bleed = grown(trim, bleed);
        let media = if job.marks { grown(trim, offset + MARK_SPACE * MM) } else { bleed };
        Ok(Self { trim, bleed, media, offset, marks: job.marks })
    }

    /// The area that art is cut to where marks stand around it.
    pub(super) fn clip(&self) -> Option<Rect> {
        self.marks.then_some(self.bleed)
    }
}

/// Gives a page its boxes and nothing that the standard forbids or a press has no use for:
/// annotations, actions, thumbnails, structure and private data go.
pub(super) fn set(doc: &mut Document, id: ObjectId, boxes: &PageBoxes) -> Result<()> {
    let old = doc.get_dictionary(id)?.clone();
    let rotate = doc.entry(&old, b"Rotate").clone();
    let mut page = Dictionary::new();
    page.set("Type", "Page");
    for key in ["Parent", "Contents", "Resources", "Group"] {
        if let Ok(value) = old.get(key.as_bytes()) {
            page.set(key, value.clone());
        }
    }
    if rotate.as_i64().is_ok_and(|angle| angle % 360 != 0) {
        page.set("Rotate", rotate);
    }
    page.set("MediaBox", reals(boxes.media));
    page.set("BleedBox", reals(boxes.bleed));
    page.set("TrimBox", reals(boxes.trim));
    doc.objects.insert(id, Object::Dictionary(page));
    Ok(())
}
