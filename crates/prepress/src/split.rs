//! Makes cover and inside files of a finished print file, and the cover spread of a perfect-bound
//! one.
//!
//! Pages are carried over as they are, or placed as vector forms; what says PDF/X-4 stays. It never
//! computes how wide a spine is: that is [`binding`](super::binding)'s to do.

mod spine;
mod spread;
#[cfg(test)]
mod tests;

use lopdf::{Dictionary, ObjectId};
use ttf_parser::Face;

use super::binding::{Part, SPINE_MM, Side, side};
pub use super::impose::ImposeFault;
use super::impose::form::Forms;
use super::impose::identity::Change;
use super::impose::leaf::{self, Leaf};
use super::impose::marks::{self, Marks};
use super::impose::sheets::{self, Sheet};
use super::impose::{SheetBoxes, half};
use super::pdf::geometry::{MM, Rect};
use crate::pdf::description::digest;
use crate::pdf::draw::Draw;
use crate::pdf::outlines;
use jikji_diagnostic::Words;
pub use spread::{LEAST_TITLED_SPINE_MM, Spread};

/// The files of a number whose cover is printed apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// 표지: pages 1, 2, n − 1 and n.
    pub cover: Vec<u8>,
    /// 내지: the pages between.
    pub inside: Vec<u8>,
}

/// Entries a page keeps; links, structure and thumbnails go.
const PAGE_KEYS: [&str; 11] = [
    "Type",
    "Resources",
    "MediaBox",
    "CropBox",
    "BleedBox",
    "TrimBox",
    "Contents",
    "Rotate",
    "Group",
    "UserUnit",
    "OutputIntents",
];
/// Size of the slug line, pt.
const SLUG_PT: f64 = 6.5;

/// Both parts as they are, page by page. At least five pages.
pub fn split(pdf: &[u8]) -> Result<Parts, ImposeFault> {
    let (doc, leaves) = leaf::load(pdf)?;
    at_least(5, &leaves)?;
    let cover = part(&leaves, |side| side != Side::Inside);
    let cover = sheets::publish_some(&doc, cover, change(pdf, Part::Cover, b""))?;
    let inside = part(&leaves, |side| side == Side::Inside);
    let inside = sheets::publish(doc, inside, change(pdf, Part::Inside, b""))?;
    Ok(Parts { cover, inside })
}

/// The cover as two pages: outside (back, spine, front) and inside (표2, spine, 표3), whose spine is
/// free of ink, since glue goes there. At least four pages.
pub fn cover_spread(pdf: &[u8], spread: &Spread<'_>) -> Result<Vec<u8>, ImposeFault> {
    if !SPINE_MM.contains(&spread.spine_mm) {
        return Err(ImposeFault::Options(Words {
            ko: "책등 너비는 0에서 150mm까지입니다",
            en: "a spine is 0 to 150 mm wide",
        }));
    }
    let (mut doc, leaves) = leaf::load(pdf)?;
    at_least(4, &leaves)?;
    let [first, second, .., third, fourth] = leaves.as_slice() else {
        return Err(ImposeFault::TooFewPages { pages: leaves.len(), needed: 4 });
    };
    let bleed = leaf::common_bleed(&leaves);
    let height = first.size.1;
    let outer = (spine::ground(spread, height, bleed)?, spine::text(spread, height)?);
    let mut forms = Forms::default();
    let mut one = |left, right, spine| {
        let mut place = |leaf: &Leaf, clip: Rect| forms.add(&mut doc, leaf, clip);
        piece((left, right), spine, bleed, spread, &mut place)
    };
    let sheets = vec![one(fourth, first, outer)?, one(second, third, Default::default())?];
    let pages = sheets::pages(&mut doc, sheets)?;
    let asked = format!(
        "{} {:?} {:?} {:?} {:?} {}{}",
        spread.spine_mm,
        spread.title,
        spread.number,
        spread.slug,
        spread.ground,
        spread.marks,
        spread.spot.map_or(String::new(), |spot| format!(" {spot:?}")),
    );
    let asked = spread.text.map_or(asked.clone(), |ink| format!("{asked} {ink:?}"));
    let asked = digest(&[spread.font, asked.as_bytes()]);
    sheets::publish(doc, pages, change(pdf, Part::Cover, &asked))
}

/// One side of the cover: a page, the spine with its ground and text, a page. `place` makes a page a form, clipped.
fn piece(
    (left, right): (&Leaf, &Leaf),
    (ground, text): (Draw, Draw),
    bleed: f64,
    spread: &Spread<'_>,
    place: &mut dyn FnMut(&Leaf, Rect) -> Result<ObjectId, ImposeFault>,
) -> Result<Sheet, ImposeFault> {
    let ((width, height), spine_pt) = (left.size, spread.spine_mm * MM);
    let size = (2.0 * width + spine_pt, height);
    let paper = SheetBoxes::around(size, bleed, (0.0, 0.0), spread.marks);
    let trim @ [x, y, end, _] = paper.trim;
    let folds = [x + width, x + width + spine_pt];
    let mut draw = Draw::default();
    let on_spine = |draw: &mut Draw, part: Draw| {
        draw.op(&[], "q").op(&[1.0, 0.0, 0.0, 1.0, folds[0], y], "cm");
        draw.append(part).op(&[], "Q");
    };
    on_spine(&mut draw, ground);
    let mut used = vec![];
    for (leaf, is_left, x) in [(left, true, x), (right, false, x + spine_pt)] {
        let (dx, clip) = half(leaf, bleed, 0.0, is_left);
        let name = format!("P{}", leaf.page);
        draw.form(&name, x + dx, y, 1.0);
        used.push((name, place(leaf, clip)?));
    }
    on_spine(&mut draw, text);
    if spread.marks {
        let cuts = (x, end);
        let marks = Marks { trim, bleed, cuts, folds: &folds, step: None, label: "" };
        marks::draw(&mut draw, &marks);
        slug(&mut draw, &marks, (left.page, right.page), spread)?;
    }
    let spot = spread.spot.map(|(ink, _)| ink).or(spread.text);
    let spaces = spot.iter().map(|ink| (spine::SPOT, ink.space())).collect();
    Ok(Sheet { spaces, ..paper.sheet(draw, used) })
}

/// The slug line under the left page: what the sheet is, its pages and the spine.
fn slug(
    draw: &mut Draw,
    marks: &Marks<'_>,
    (left, right): (usize, usize),
    spread: &Spread<'_>,
) -> Result<(), ImposeFault> {
    let face = Face::parse(spread.font, 0).map_err(|error| ImposeFault::Font(error.to_string()))?;
    let (before, after) = spread.slug;
    let spine = format!("{} {left}-{right}쪽, 책등 {}mm", Part::Cover.korean(), spread.spine_mm);
    let parts = [before, &spine, after].into_iter().filter(|part| !part.is_empty());
    let text = parts.collect::<Vec<_>>().join("  |  ");
    let marks::LabelPlace { start, room } = marks::label_place(marks);
    draw.op(&[], "q").named("All", "cs").op(&[1.0], "scn");
    outlines::line(draw, &face, &text, start, SLUG_PT, room);
    draw.op(&[], "Q");
    Ok(())
}

/// The inside pages alone, to go with a cover spread. At least five pages.
pub fn inside(pdf: &[u8]) -> Result<Vec<u8>, ImposeFault> {
    let (doc, leaves) = leaf::load(pdf)?;
    at_least(5, &leaves)?;
    let pages = part(&leaves, |side| side == Side::Inside);
    sheets::publish(doc, pages, change(pdf, Part::Inside, b""))
}

fn part(leaves: &[Leaf], takes: impl Fn(Side) -> bool) -> Vec<Dictionary> {
    let taken = leaves.iter().filter(|leaf| takes(side(leaf.page, leaves.len())));
    taken.map(|leaf| page(&leaf.dict)).collect()
}

fn at_least(needed: usize, leaves: &[Leaf]) -> Result<(), ImposeFault> {
    match leaves.len() {
        pages if pages < needed => Err(ImposeFault::TooFewPages { pages, needed }),
        _ => Ok(()),
    }
}

fn change(pdf: &[u8], part: Part, asked: &[u8]) -> Change {
    let digest = digest(&[pdf, part.korean().as_bytes(), asked]);
    Change { part: Some(part), own_document: true, digest }
}

fn page(dict: &Dictionary) -> Dictionary {
    let kept = PAGE_KEYS.iter().filter_map(|key| {
        let value = dict.get(key.as_bytes()).ok()?;
        Some((key.as_bytes().to_vec(), value.clone()))
    });
    kept.collect()
}
