//! The page tree: every node once, with what pages inherit.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use jikji_diagnostic::{Arg, Words};
use lopdf::Dictionary;

use super::super::layers::Layers;
use super::super::rules::words;
use super::annotations::{Annotations, annotations};
use crate::pdf::geometry::{MM, Rect, grown, intersect};
use crate::pdf::object::{INHERITED, Objects};

/// Most pages that are looked at.
const MOST_PAGES: usize = 5_000;
/// Most nodes of the page tree that are visited.
const MOST_NODES: usize = 100_000;
/// Boxes of A4, for a page that names no MediaBox.
const A4: Rect = [0.0, 0.0, 595.28, 841.89];

/// Sides of boxes, in the page's own units: less is none, more no program takes (ISO 32000-1, annex C).
const LEAST_SIDE: f64 = 1.0;
const MOST_SIDE: f64 = 14_400.0;

/// Units of a page that are believed, in pt (ISO 32000-1, annex C allows 1 to 75 000).
const UNITS: std::ops::RangeInclusive<f64> = 0.001..=75_000.0;

/// A page with what it inherits, its boxes in its own units.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// Its number, counted from 1.
    pub number: usize,
    pub dict: Dictionary,
    pub media: Rect,
    pub crop: Option<Rect>,
    pub bleed: Option<Rect>,
    pub trim: Option<Rect>,
    pub art: Option<Rect>,
    /// Shared by all pages that have them from one place.
    pub resources: Arc<Dictionary>,
    /// By how many degrees it is turned clockwise to be looked at: 0, 90, 180 or 270.
    pub rotate: u16,
    /// How many pt a unit of its boxes and contents is.
    pub unit: f64,
    /// What its annotations print over its contents, and the resources of that.
    pub annotations: Vec<u8>,
    pub annotation_resources: Dictionary,
    /// Annotations that are to be printed and have no appearance: where, and what they are.
    pub bare_annotations: Vec<(Rect, String)>,
    /// Where annotations are whose appearance has no place.
    pub boundless_annotations: Vec<Rect>,
    /// What is written of it and makes no sense: the key, and what it says.
    pub faults: Vec<(&'static str, Arg)>,
}

impl Page {
    /// The area that is printed: the bleed box, or what stands in for it.
    pub fn bleed_or_default(&self) -> Rect {
        self.bleed.or(self.crop).map_or(self.media, |r| intersect(r, self.media))
    }

    /// The bleed as far as it is asked, in mm from the trim box, if there is one.
    pub fn bleed_asked(&self, mm: f64) -> Option<Rect> {
        let asked = grown(self.trim?, mm * MM / self.unit);
        Some(intersect(self.bleed_or_default(), asked))
    }

    /// The finished page: the trim box, or what stands in for it.
    pub fn trim_or_default(&self) -> Rect {
        self.trim.map_or(self.bleed_or_default(), |r| intersect(r, self.media))
    }

    /// Takes what a viewer shows for the finished page, where the file does not say which it is.
    pub fn assume_trim(&mut self) {
        let shown = self.crop.map(|crop| intersect(crop, self.media));
        let shown = shown.filter(|r| r[2] > r[0] && r[3] > r[1]);
        self.trim = self.trim.or(shown).or(Some(self.media));
    }

    /// The finished size as it is looked at, in pt, if there is a trim box.
    pub fn finished(&self) -> Option<(f64, f64)> {
        let trim = self.trim?;
        let (wide, high) = ((trim[2] - trim[0]) * self.unit, (trim[3] - trim[1]) * self.unit);
        Some(if self.rotate % 180 == 90 { (high, wide) } else { (wide, high) })
    }
}

/// What has nothing to inherit.
static NOTHING: LazyLock<Dictionary> = LazyLock::new(Dictionary::new);

/// The pages in order, and what is wrong with the tree that holds them.
pub(super) fn pages(file: &impl Objects, layers: &Layers) -> (Vec<Page>, Vec<Arg>) {
    let mut pages = vec![];
    let mut faults = vec![];
    let Some(root) = file.document().catalog().ok().and_then(|c| c.get(b"Pages").ok()) else {
        return (pages, vec![words::NO_PAGE_TREE.into()]);
    };
    let mut seen = HashSet::new();
    let mut shared = HashMap::new();
    let mut stack = vec![(root, [&*NOTHING; 4])];
    let mut visited = 0;
    while let Some((node, mut from)) = stack.pop() {
        visited += 1;
        if visited > MOST_NODES || pages.len() >= MOST_PAGES {
            faults.push(words::MOST_PAGES.phrase(&[("most", MOST_PAGES.into())]).into());
            break;
        }
        let id = node.as_reference().ok();
        if id.is_some_and(|id| !seen.insert(id)) {
            push_once(&mut faults, words::NODE_TWICE);
            continue;
        }
        let Ok(dict) = file.resolve(node).as_dict() else {
            push_once(&mut faults, words::PAGE_MISSING);
            continue;
        };
        for (key, from) in INHERITED.iter().zip(&mut from) {
            if file.get(dict, key).is_some() {
                *from = dict;
            }
        }
        match file.array(dict, "Kids") {
            Some(kids) => {
                let kids = kids.iter().rev().take(MOST_NODES);
                stack.extend(kids.map(|kid| (kid, from)));
            }
            None => {
                let resources = file.dict(from[0], INHERITED[0]).unwrap_or(&NOTHING);
                let known = shared.entry(std::ptr::from_ref(resources));
                let resources = known.or_insert_with(|| Arc::new(resources.clone())).clone();
                let number = pages.len() + 1;
                pages.push(Page { number, ..page(file, dict, (from, resources), layers) });
            }
        }
    }
    (pages, faults)
}

/// A page; `from` are the nodes that have what it inherits.
fn page(
    file: &impl Objects,
    dict: &Dictionary,
    (from, resources): ([&Dictionary; 4], Arc<Dictionary>),
    layers: &Layers,
) -> Page {
    let [_, media, crop, rotate] = from;
    let Annotations { content, resources: own, bare, boundless } = annotations(file, dict, layers);
    let mut faults = vec![];
    // A box without an area is none.
    let mut sound = |of: &Dictionary, key: &'static str| {
        let written = file.get(of, key).is_some();
        let read = file.rect(of, key);
        let area = read.filter(|r| r[2] - r[0] >= LEAST_SIDE && r[3] - r[1] >= LEAST_SIDE);
        let size = |r: Rect| format!("{:.1} × {:.1}", r[2] - r[0], r[3] - r[1]);
        if area.is_none() && (written || key == "MediaBox") {
            faults.push((key, read.map_or(words::NONE.into(), |r| size(r).into())));
        } else if let Some(r) = area.filter(|r| r[2] - r[0] > MOST_SIDE || r[3] - r[1] > MOST_SIDE)
        {
            faults.push((key, size(r).into()));
        }
        area
    };
    let media = sound(media, "MediaBox");
    let (crop, bleed) = (sound(crop, "CropBox"), sound(dict, "BleedBox"));
    let (trim, art) = (sound(dict, "TrimBox"), sound(dict, "ArtBox"));
    let rotate = file.number(rotate, "Rotate").unwrap_or(0.0);
    if rotate.rem_euclid(90.0) != 0.0 {
        faults.push(("Rotate", rotate.to_string().into()));
    }
    let rotate = rotate.rem_euclid(360.0);
    let unit = file.number(dict, "UserUnit").filter(|unit| UNITS.contains(unit));
    Page {
        number: 0,
        dict: dict.clone(),
        media: media.unwrap_or(A4),
        crop,
        bleed,
        trim,
        art,
        resources,
        rotate: (rotate / 90.0).round() as u16 % 4 * 90,
        unit: unit.unwrap_or(1.0),
        annotations: content,
        annotation_resources: own,
        bare_annotations: bare,
        boundless_annotations: boundless,
        faults,
    }
}

fn push_once(faults: &mut Vec<Arg>, fault: Words) {
    let fault = Arg::from(fault);
    if !faults.contains(&fault) {
        faults.push(fault);
    }
}
