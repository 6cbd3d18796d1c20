//! Art for the finishing as pages of its own: as large as a printed page with its bleed, and where it belongs.

use anyhow::Result;
use typst_pdf::PdfStandard;

use super::plates::place;
use crate::edition::number::SetNumber;
use crate::edition::pdf;
use crate::edition::print::messages as say;
use crate::layout::spec::Layout;
use crate::manifest::model::Finishing;
use crate::typeset::outlines::outlined;
use crate::typeset::set_plain;
use crate::typeset::world::TypstWorld;
use crate::typst_string;
use jikji_diagnostic::Diagnostic;
use jikji_prepress::preflight::painted;

/// A page of art as a PDF.
pub struct ArtPage {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// Its place among those the manifest names.
    pub place: usize,
    /// The page it belongs to, from 1.
    pub page: usize,
}

/// The art of a number of `pages`; what has no page to go to is in `found`. Its texts are outlines where black ones
/// are to be in the ink `black`.
///
/// # Errors
/// What Typst says of art that was checked.
pub fn make(
    number: &SetNumber,
    pages: usize,
    black: Option<&str>,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<ArtPage>> {
    let mut made = vec![];
    for (place, art) in number.issue.print.plates.iter().enumerate() {
        let page = art.on.page(pages);
        if page > pages {
            let beyond = Diagnostic::at(say::PLATE_PAGE, art.span).arg("pages", pages);
            found.push(beyond.arg("path", format!("`{}`", art.file)));
            continue;
        }
        let pdf = self::page(number, art, place, black)?;
        if painted(&pdf).is_empty() {
            let empty = Diagnostic::at(say::PLATE_EMPTY, art.span);
            found.push(empty.arg("path", format!("`{}`", art.file)));
        }
        made.push(ArtPage { pdf, place, page });
    }
    Ok(made)
}

fn page(number: &SetNumber, art: &Finishing, index: usize, black: Option<&str>) -> Result<Vec<u8>> {
    let bleed = number.conditions.bleed_mm;
    let [x, y, across, down] =
        place(art, &number.layout, bleed).expect("art of another size is refused by the check");
    let (width, height) = number.layout.page.trim;
    let (width, height) = (width + 2.0 * bleed, height + 2.0 * bleed);
    let file = typst_string::of(&format!("/{}", art.path));
    let families = families(&number.layout);
    let markup = format!(
        "#set page(width: {width}mm, height: {height}mm, margin: 0pt)\n\
         #set text(font: ({families}))\n\
         #place(top + left, dx: {x}mm, dy: {y}mm, \
         image({file}, width: {across}mm, height: {down}mm, fit: \"stretch\"))\n"
    );
    let fonts = number.world.fonts().clone();
    let mut world = TypstWorld::with_pictures(fonts, [(art.path.clone(), art.bytes.to_vec())]);
    let mut document = set_plain(&mut world, &markup)?;
    if let Some(black) = black {
        document = outlined(document, black);
    }
    let identity = pdf::identity(&number.issue.slug, &format!("plate-{index}"));
    pdf::export_own(&document, identity, &[PdfStandard::V_1_6], false)
}

/// What texts of drawings are set in where they name no font that is there: what the layout sets its own in, as
/// pictures on its pages have it.
fn families(layout: &Layout) -> String {
    let mut roles = layout.fonts.iter().filter(|(_, families)| !families.is_empty());
    let own = roles.clone().find(|(role, _)| role == "text").or(roles.next());
    let families = own.into_iter().flat_map(|(_, families)| families);
    families.map(|family| format!("{}, ", typst_string::of(family))).collect()
}
