//! Whole pages of artwork held against the number: their trim, and what they have for the bleed.
//!
//! Part of `check`. Nothing is scaled: what was made for another size is its maker's to make anew.

use crate::edition::print::messages as say;
use crate::layout::spec::Layout;
use crate::manifest::image::Sheet;
use crate::manifest::model::{Artwork, Issue};
use jikji_diagnostic::{Diagnostic, Message, Phrase, Words};
use jikji_prepress::words;

/// Sizes that differ by no more are the same, mm.
const SAME_SIZE: f64 = 0.5;
/// The sides in the order of [`Sheet::bleed_mm`].
const SIDES: [Words; 4] = [words::LEFT, words::TOP, words::RIGHT, words::BOTTOM];

/// Says what is wrong with the sizes of a number's artwork.
pub fn check(issue: &Issue, layout: &Layout, bleed_mm: f64, found: &mut Vec<Diagnostic>) {
    for artwork in issue.entries.iter().filter_map(|entry| entry.artwork()) {
        let (trim, own) = (artwork.sheet.trim_mm, layout.page.trim);
        if (trim.0 - own.0).abs() > SAME_SIZE || (trim.1 - own.1).abs() > SAME_SIZE {
            found.push(about(say::ART_SIZE, artwork).arg("wanted", size(own)));
        } else if is_short(artwork, bleed_mm) {
            found.push(short(artwork, bleed_mm));
        }
    }
}

fn about(message: &'static Message, artwork: &Artwork) -> Diagnostic {
    let at = Diagnostic::at(message, artwork.span).arg("path", format!("`{}`", artwork.file));
    at.arg("found", size(artwork.sheet.trim_mm))
}

fn size((width, height): (f64, f64)) -> String {
    format!("{} × {} mm", tenths(width), tenths(height))
}

fn tenths(mm: f64) -> f64 {
    (mm * 10.0).round() / 10.0
}

/// Whether it has less around its trim than is wanted, mm, on any side.
pub fn is_short(artwork: &Artwork, wanted: f64) -> bool {
    artwork.sheet.bleed_mm.iter().any(|mm| *mm <= wanted - SAME_SIZE)
}

/// What is missing of the bleed.
fn short(artwork: &Artwork, wanted: f64) -> Diagnostic {
    let Sheet { bleed_mm, .. } = artwork.sheet;
    let sides = |lang| {
        let short = SIDES.iter().zip(bleed_mm).filter(|(_, mm)| *mm <= wanted - SAME_SIZE);
        let said: Vec<&str> = short.map(|(side, _)| side.say(lang)).collect();
        said.join(", ")
    };
    let least = bleed_mm.into_iter().fold(f64::INFINITY, f64::min);
    let short = about(say::ART_BLEED, artwork).arg("least", tenths(least));
    short.arg("wanted", wanted).arg("sides", Phrase::of(sides))
}
