//! The size of art for the finishing, held against the number's pages.
//!
//! Part of `check`. Nothing is scaled.

use crate::document::{listing, quoted};
use crate::edition::print::messages as say;
use crate::layout::spec::Layout;
use crate::manifest::model::{ArtSize, Finishing, Print};
use jikji_diagnostic::{Diagnostic, Lang, Phrase};
use jikji_prepress::spot::PROCESS;

/// Sizes that differ by no more are the same, mm.
const SAME_SIZE: f64 = 0.5;
/// What a drawing's pixel may be, mm: as browsers take it, and as programs that draw in points write it.
const PIXELS: [f64; 2] = [25.4 / 96.0, 25.4 / 72.0];

/// Says what is wrong with the sizes of a number's art.
pub fn check(print: &Print, layout: &Layout, bleed: f64, found: &mut Vec<Diagnostic>) {
    for art in print.plates.iter().filter(|art| place(art, layout, bleed).is_none()) {
        let (width, height) = layout.page.trim;
        let size = |(w, h): (f64, f64)| {
            let tenths = |mm: f64| (mm * 10.0).round() / 10.0;
            format!("{} × {} mm", tenths(w), tenths(h))
        };
        let own = match art.size {
            ArtSize::Pdf(sheet) => sheet.trim_mm,
            ArtSize::Drawing(width, height) => (width * PIXELS[0], height * PIXELS[0]),
        };
        let at = Diagnostic::at(say::PLATE_SIZE, art.span).arg("path", format!("`{}`", art.file));
        let at = at.arg("found", size(own)).arg("trim", size((width, height)));
        found.push(at.arg("sheet", size((width + 2.0 * bleed, height + 2.0 * bleed))));
    }
}

/// Says which files hold more than one ink, or not the one that is wanted of them.
pub fn check_inks(print: &Print, found: &mut Vec<Diagnostic>) {
    for art in &print.plates {
        let plates = &art.for_press.plates;
        let is_spot = |plate: &&String| !PROCESS.contains(&plate.as_str());
        let spots: Vec<&str> = plates.iter().filter(is_spot).map(String::as_str).collect();
        let path = format!("`{}`", art.file);
        match &art.spot {
            Some(spot) if !spots.contains(&spot.value.as_str()) => {
                let other = Diagnostic::at(say::PLATE_SPOT, spot.span).arg("path", path);
                found.push(other.arg("spot", quoted(&spot.value)).arg("known", known(&spots)));
            }
            Some(_) => {}
            // In inks of the process all colours are the plate.
            None if spots.is_empty() || plates.len() == 1 => {}
            None => {
                let several = Diagnostic::at(say::PLATE_INKS, art.span).arg("path", path);
                let several = several.arg("inks", listing(plates.iter().map(String::as_str)));
                found.push(several.arg("spot", format!("{:?}", spots[0])));
            }
        }
    }
}

/// The spot inks of a file in words.
fn known(spots: &[&str]) -> Phrase {
    let spots = (!spots.is_empty()).then(|| listing(spots.iter().copied()));
    Phrase::of(move |lang| match (&spots, lang) {
        (None, Lang::Ko) => "별색으로 그린 것이 없습니다".into(),
        (None, Lang::En) => "it paints nothing in spot inks".into(),
        (Some(spots), Lang::Ko) => format!("그 파일의 별색: {spots}"),
        (Some(spots), Lang::En) => format!("its spot inks are: {spots}"),
    })
}

/// Left, top, width and height of the art on the page with its bleed, mm; none of another size.
pub fn place(art: &Finishing, layout: &Layout, bleed: f64) -> Option<[f64; 4]> {
    let (width, height) = layout.page.trim;
    let same = |(w, h): (f64, f64), (width, height): (f64, f64)| {
        (w - width).abs() <= SAME_SIZE && (h - height).abs() <= SAME_SIZE
    };
    match art.size {
        ArtSize::Pdf(sheet) => {
            let [left, top, right, bottom] = sheet.bleed_mm;
            let (own_width, own_height) = sheet.trim_mm;
            let sizes = [left + own_width + right, top + own_height + bottom];
            same(sheet.trim_mm, layout.page.trim).then_some([
                bleed - left,
                bleed - top,
                sizes[0],
                sizes[1],
            ])
        }
        ArtSize::Drawing(across, down) => PIXELS.iter().find_map(|mm| {
            [0.0, bleed].into_iter().find_map(|out| {
                let wanted = (width + 2.0 * out, height + 2.0 * out);
                let from = bleed - out;
                same((across * mm, down * mm), wanted).then_some([from, from, wanted.0, wanted.1])
            })
        }),
    }
}
