//! `[print]` held against what its shop takes: what contradicts it is told once, where it is written.
//!
//! Part of `check`. What only the finished file can tell is the preflight's.

use crate::document::quoted;
use crate::edition::print::messages as say;
use crate::layout::spec::Layout;
use crate::manifest::model::Print;
use jikji_diagnostic::Diagnostic;
use jikji_prepress::profile::OutputProfile;

/// Sizes that differ by no more are the same, mm.
const SAME_SIZE: f64 = 0.5;
/// Bleeds that differ by no more are the same, mm.
const SAME_BLEED: f64 = 0.01;

/// Says what a number that is printed under `profile` has otherwise than its shop.
pub fn check(
    print: &Print,
    profile: Option<&OutputProfile>,
    layout: &Layout,
    found: &mut Vec<Diagnostic>,
) {
    let Some(shop) = &print.shop else { return };
    let name = quoted(&shop.value.name);
    if let (Some(wanted), Some(bleed)) = (shop.value.bleed_mm, print.bleed)
        && bleed.value < wanted - SAME_BLEED
    {
        let less = Diagnostic::at(say::SHOP_BLEED, bleed.span).arg("shop", name.clone());
        found.push(less.arg("bleed", hundredths(bleed.value)).arg("wanted", hundredths(wanted)));
    }
    if let (Some(own), Some(at), Some(wanted)) = (profile, print.profile_at, &shop.value.condition)
        && condition(wanted).as_ref() != Some(&own.condition)
    {
        let other = Diagnostic::at(say::SHOP_PROFILE, at).arg("shop", name.clone());
        found.push(other.arg("own", quoted(&own.name)).arg("wanted", quoted(wanted)));
    }
    let (width, height) = layout.page.trim;
    let fits =
        |(w, h): &(f64, f64)| (w - width).abs() <= SAME_SIZE && (h - height).abs() <= SAME_SIZE;
    let trims = &shop.value.limits.shop.trims_mm;
    if !trims.is_empty() && !trims.iter().any(fits) {
        let size = |(w, h): &(f64, f64)| format!("{} × {} mm", hundredths(*w), hundredths(*h));
        let wanted: Vec<String> = trims.iter().map(size).collect();
        let other = Diagnostic::at(say::SHOP_TRIM, shop.span).arg("shop", name);
        found.push(other.arg("wanted", wanted.join(", ")).arg("found", size(&(width, height))));
    }
}

/// The registered printing condition of a profile that comes with the program.
fn condition(name: &str) -> Option<String> {
    Some(OutputProfile::built_in(name)?.condition)
}

fn hundredths(mm: f64) -> f64 {
    (mm * 100.0).round() / 100.0
}
