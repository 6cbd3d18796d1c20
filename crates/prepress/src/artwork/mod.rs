//! A page of somebody else's PDF as artwork: cut to its trim, or to its bleed for a whole page, upright, and
//! without what no page of ours takes over. It comes as a PDF of that page alone, and as a drawing for screens.
//!
//! Whatever the file holds, this ends soon and never panics. It changes no colour and judges nothing but whether the
//! page can be taken over; the size of the page is the caller's to hold against his own.

mod extent;
mod fault;
mod inks;
mod layers;
mod scrub;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro_svg::{RenderCache, SvgRenderSettings, convert};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

pub use fault::ArtFault;
pub use inks::ArtInk;

use crate::caught::caught;
use crate::impose::compact::{compact, excerpt};
use crate::impose::form::Forms;
use crate::impose::leaf::{Leaf, leaf};
use crate::pdf::geometry::{MM, Rect, intersect, sized};
use crate::pdf::guard::unpacks_to_too_much;
use crate::pdf::object::Objects;
use crate::pdf::open::open_plain;
use crate::pdf::write::{packed, reals};
use crate::{preflight, words};
use jikji_diagnostic::Words;

/// The most pages of a file that are looked at.
const MOST_PAGES: usize = 10_000;
/// The most work of painting a page, in the preflight's steps.
const MOST_WORK: usize = 8_000_000;
/// The most pixels of all its pictures.
const MOST_PIXELS: u64 = 100_000_000;
/// The most bytes of its drawing.
const MOST_DRAWING: usize = 256 << 20;

/// A page that can be taken over.
#[derive(Debug, Clone)]
pub struct Artwork {
    /// It alone as a PDF: its crop box is what is to be seen of it.
    pub pdf: Vec<u8>,
    /// Width and height of the trim, mm.
    pub trim_mm: (f64, f64),
    /// How far it reaches beyond the trim: left, top, right, bottom, mm. Nothing unless that was wanted.
    pub bleed_mm: [f64; 4],
    /// Whether the file says where it is trimmed.
    pub says_trim: bool,
    /// The trim as an SVG, its texts outlined, its pictures without loss.
    pub drawing: String,
    /// What is left out of it.
    pub left_out: Vec<Words>,
    /// Its spot inks.
    pub inks: Vec<ArtInk>,
    /// Its fonts by name.
    pub fonts: Vec<String>,
    /// The plates that something is painted on, those of the process among them.
    pub plates: Vec<String>,
}

/// Takes page `number`, from 1, of a PDF, with what it has around its trim if `bleed`.
///
/// # Errors
///
/// Why it cannot be taken over.
pub fn artwork(pdf: &[u8], number: usize, bleed: bool) -> Result<Artwork, ArtFault> {
    let mut doc = open_plain(pdf)?;
    compact(&mut doc);
    let pages: Vec<ObjectId> = doc.page_iter().take(MOST_PAGES).collect();
    let page = number.checked_sub(1).and_then(|index| pages.get(index));
    let &page = page.ok_or(ArtFault::NoPage { pages: pages.len() })?;
    let says_trim = trimmed(&mut doc, page);
    let leaf = leaf(&doc, page, number)?;
    let mut left_out = scrub::left_out(&doc, page);
    scrub::scrub(&mut doc);
    let (width, height) = leaf.size;
    let [left, bottom, right, top] = leaf.bleed;
    let trim = sized(leaf.size);
    let area = match bleed {
        true => [left.min(0.0), bottom.min(0.0), right.max(width), top.max(height)],
        false => trim,
    };
    let (art, inks) = alone(&doc, &leaf, area, &mut left_out)?;
    let (fonts, plates) = held_to_limits(&art)?;
    let drawing = match bleed {
        true => drawn(&alone(&doc, &leaf, trim, &mut vec![])?.0),
        false => drawn(&art),
    };
    Ok(Artwork {
        pdf: art,
        inks,
        fonts,
        plates,
        trim_mm: (width / MM, height / MM),
        bleed_mm: [0.0 - area[0], area[3] - height, area[2] - width, 0.0 - area[1]]
            .map(|pt| pt / MM),
        says_trim,
        drawing: drawing.ok_or(ArtFault::Damaged(words::PAGE_CONTENTS.into()))?,
        left_out,
    })
}

/// Gives a page without a trim box one: all that is shown of it. Says whether it had one.
fn trimmed(doc: &mut Document, page: ObjectId) -> bool {
    let Ok(own) = doc.get_dictionary(page) else { return true };
    if doc.rect(own, "TrimBox").is_some() {
        return true;
    }
    let dict = doc.with_inherited(own);
    let shown = doc
        .rect(&dict, "MediaBox")
        .map(|media| doc.rect(&dict, "CropBox").map_or(media, |crop| intersect(media, crop)));
    if let (Some(shown), Ok(own)) = (shown, doc.get_dictionary_mut(page)) {
        own.set("TrimBox", reals(shown));
        own.remove(b"BleedBox");
    }
    false
}

/// A file of the page alone, of which `area` is seen, and its spot inks.
fn alone(
    doc: &Document,
    leaf: &Leaf,
    area: Rect,
    left_out: &mut Vec<Words>,
) -> Result<(Vec<u8>, Vec<ArtInk>), ArtFault> {
    let mut doc = doc.clone();
    let form = Forms::default().add(&mut doc, leaf, area)?;
    let mut page = dictionary! {
        "Type" => "Page", "MediaBox" => reals(area), "TrimBox" => reals(sized(leaf.size)),
        "BleedBox" => reals(area),
        "Resources" => dictionary! { "XObject" => dictionary! { "Art" => form } },
    };
    let mut art = excerpt(&doc, std::slice::from_ref(&page), &[]);
    art.trailer =
        dictionary! { "Root" => art.trailer.get(b"Root").cloned().unwrap_or(Object::Null) };
    if unpacks_to_too_much(&art) {
        return Err(ArtFault::TooLarge);
    }
    let inks = inks::inks(&art, form);
    if layers::flattened(&doc, &mut art)? {
        left_out.push(words::LAYERS);
    }
    extent::check(&art)?;
    let contents = art.add_object(Stream::new(Dictionary::new(), b"/Art Do".to_vec()));
    page.set("Contents", contents);
    let tree = art.new_object_id();
    page.set("Parent", tree);
    let page = Object::Reference(art.add_object(page));
    art.objects
        .insert(tree, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page] }.into());
    let catalog = art.catalog_mut().map_err(|_| ArtFault::Damaged(words::NO_CATALOG.into()))?;
    catalog.set("Type", "Catalog");
    catalog.set("Pages", tree);
    // What is newer than this in a page's contents is not in PDF/X-4 either.
    art.version = "1.6".into();
    let pdf = packed(art).map_err(|_| ArtFault::Damaged(words::BROKEN_STRUCTURE.into()))?;
    Ok((pdf, inks))
}

/// Refuses what no press takes and no page of ours could show; gives the names of the fonts and of the plates.
fn held_to_limits(art: &[u8]) -> Result<(Vec<String>, Vec<String>), ArtFault> {
    let contents = preflight::contents(art);
    if contents.work > MOST_WORK || contents.pixels > MOST_PIXELS {
        return Err(ArtFault::TooLarge);
    }
    let fault = contents.findings.iter().find_map(ArtFault::of);
    fault.map_or(Ok((contents.fonts, contents.plates)), Err)
}

/// The page of a file as an SVG, if the renderer reads it.
fn drawn(art: &[u8]) -> Option<String> {
    let draw = || {
        let pdf = Pdf::new(Arc::new(art.to_vec())).ok()?;
        let page = pdf.pages().first()?;
        let settings =
            InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
        let cache = RenderCache::new();
        Some(convert(page, &cache, &settings, &SvgRenderSettings::default()))
    };
    let drawing = caught(draw)?;
    (drawing.len() <= MOST_DRAWING).then_some(drawing)
}
