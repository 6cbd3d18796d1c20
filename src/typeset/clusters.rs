//! Finds the font that has all of a letter and its marks.
//!
//! It goes through the families in the order in which text falls back: the layout's, then every other there is.

use std::collections::{BTreeMap, BTreeSet};

use typst::layout::Abs;
use typst::text::{FontInfo, FontInstance, FontVariant, FontVariations, is_default_ignorable};

use crate::compose::clusters::ClusterFonts;
use crate::layout::spec::Layout;
use crate::typeset::fonts::Fonts;
use jikji_prose::clusters::{is_conjoining, is_tone, marked, overlays};
use jikji_prose::tree::Plain;

/// The clusters of some runs that are not set in the main font, and those that no font has all of.
pub fn choose(
    runs: &[Plain],
    layout: Option<&Layout>,
    fonts: &Fonts,
) -> (ClusterFonts, BTreeSet<String>) {
    let (mut chosen, mut missing) = (ClusterFonts::default(), BTreeSet::new());
    let clusters = runs.iter().flat_map(|run| marked(&run.text)).map(|(_, cluster)| cluster);
    let clusters: BTreeSet<&str> = clusters.filter(|cluster| one_font(cluster).is_some()).collect();
    if clusters.is_empty() {
        return (chosen, missing);
    }
    let (families, main) = families(layout, fonts);
    let mut cut = Cut { fonts, known: BTreeMap::new() };
    for cluster in clusters {
        let chars = one_font(cluster).unwrap_or_default();
        match families.iter().position(|(_, faces)| cut.has(&chars, faces)) {
            None => drop(missing.insert(cluster.to_string())),
            Some(family) if main.iter().all(|&main| main == family) => {}
            Some(family) => chosen.insert(cluster, &families[family].0),
        }
    }
    (chosen, missing)
}

/// What of a cluster has to come from one font; `None` if it is a letter by itself.
fn one_font(cluster: &str) -> Option<Vec<char>> {
    let shown = |c: &char| !is_default_ignorable(*c) || is_conjoining(*c);
    let chars: Vec<char> = cluster.chars().filter(shown).collect();
    let mark = |c: &char| overlays(*c) || is_tone(*c);
    (chars.len() > 1 || chars.iter().any(mark)).then_some(chars)
}

/// A family with its faces on the shelf.
type Family = (String, Vec<usize>);

/// All families in the order of falling back, and which of them are the main ones of the layout's roles.
fn families(layout: Option<&Layout>, fonts: &Fonts) -> (Vec<Family>, Vec<usize>) {
    let mut families: Vec<Family> = vec![];
    let place = |name: &str, families: &mut Vec<Family>| {
        let same = |family: &Family| family.0.to_lowercase() == name.to_lowercase();
        families.iter().position(same).unwrap_or_else(|| {
            families.push((name.into(), vec![]));
            families.len() - 1
        })
    };
    let mut main = vec![];
    for (_, role) in layout.iter().flat_map(|layout| &layout.fonts) {
        let places: Vec<usize> = role.iter().map(|name| place(name, &mut families)).collect();
        main.extend(places.first());
    }
    for (face, (info, _)) in fonts.faces().enumerate() {
        let family = place(&info.family, &mut families);
        families[family].1.push(face);
    }
    (families, main)
}

/// What faces are known to have.
struct Cut<'f> {
    fonts: &'f Fonts,
    known: BTreeMap<(usize, char), bool>,
}

impl Cut<'_> {
    /// Whether all of `faces`, which must not be none, have all of `chars` in a form that can stand together.
    fn has(&mut self, chars: &[char], faces: &[usize]) -> bool {
        let each = |&face: &usize| {
            let fonts = self.fonts;
            chars
                .iter()
                .all(|&c| *self.known.entry((face, c)).or_insert_with(|| face_has(fonts, face, c)))
        };
        !faces.is_empty() && faces.iter().all(each)
    }
}

/// Whether a face has a character, a mark without a width of its own, a jamo with what joins it to others.
fn face_has(fonts: &Fonts, face: usize, c: char) -> bool {
    let store = fonts.store();
    let covered = |info: &FontInfo| info.coverage.contains(u32::from(c));
    if !store.book().info(face).is_some_and(covered) {
        return false;
    }
    let font = store.font(face).map(|font| {
        font.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default())
    });
    match font {
        Some(font) if overlays(c) => is_mark(&font, c),
        Some(font) if is_conjoining(c) => joins(&font),
        font => font.is_some(),
    }
}

/// Whether a glyph stands over its neighbour: some fonts have an enclosing mark as a sign of its own.
fn is_mark(font: &FontInstance, c: char) -> bool {
    /// GlyphClassDef: 3 is a mark, whose width shaping takes away (OpenType, GDEF).
    const MARK: u16 = 3;
    let ttf = font.ttf();
    let Some(glyph) = ttf.glyph_index(c) else { return false };
    let class = ttf.tables().gdef.and_then(|gdef| gdef.glyph_class(glyph));
    ttf.glyph_hor_advance(glyph) == Some(0) || class.is_some_and(|class| class as u16 == MARK)
}

/// Whether the font joins jamo to syllables (OpenType, features of Hangul).
fn joins(font: &FontInstance) -> bool {
    let Some(gsub) = font.ttf().tables().gsub else { return false };
    [*b"ljmo", *b"vjmo"]
        .iter()
        .all(|wanted| gsub.features.into_iter().any(|feature| feature.tag.to_bytes() == *wanted))
}
