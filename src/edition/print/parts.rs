//! Cover (표지) and inside (내지) as files of their own, where `split = true`.

use anyhow::{Error, Result};

use super::findings::examine_part;
use super::naming::{name, slug_end, title};
use crate::edition::number::SetNumber;
use crate::edition::print::messages as say;
use crate::layout::spots::shares;
use crate::typeset::bundled::BUNDLED;
use jikji_diagnostic::Diagnostic;
use jikji_prepress::binding::Binding;
use jikji_prepress::split::{
    ImposeFault, LEAST_TITLED_SPINE_MM, Spread, cover_spread, inside, split,
};
use jikji_prepress::x4::Ground;

/// The parts of a finished print file of `pages`; none unless the manifest asks for them.
///
/// # Errors
/// What the PDF library says of our own file.
pub fn parts(
    number: &SetNumber,
    whole: &[u8],
    pages: usize,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<(String, Vec<u8>)>> {
    let Some(asked) = number.issue.print.split else { return Ok(vec![]) };
    let made = match number.conditions.binding {
        Binding::SaddleStitch => {
            split(whole).map(|parts| (parts.cover, parts.inside)).map_err(Error::from)
        }
        Binding::Perfect => spread(number, whole, pages),
    };
    let spine = number.conditions.spine_mm(pages);
    if let Some(spine) = spine.filter(|spine| *spine < LEAST_TITLED_SPINE_MM) {
        let bare = Diagnostic::at(say::SPINE_BARE, asked).arg("spine", spine);
        found.push(bare.arg("least", LEAST_TITLED_SPINE_MM));
    }
    let (cover, inside) = match made {
        Ok(made) => made,
        Err(error) => {
            found.push(match error.downcast_ref::<ImposeFault>() {
                Some(ImposeFault::TooFewPages { pages, .. }) => {
                    Diagnostic::at(say::SPLIT_SHORT, asked).arg("pages", *pages)
                }
                Some(fault @ (ImposeFault::Options(_) | ImposeFault::Font(_))) => {
                    fault.diagnostic()
                }
                _ => return Err(error.context("failed to part cover and inside")),
            });
            return Ok(vec![]);
        }
    };
    for part in [&cover, &inside] {
        // Entries are found by the whole file's pages; a part's findings stand on their own.
        let mut problems = vec![];
        examine_part(number, part, &mut problems);
        let own = |mut problem: Diagnostic| {
            problem.span = None;
            problem
        };
        found.extend(problems.into_iter().map(own));
    }
    let name = |part: &str| format!("{}-print-{part}.pdf", number.issue.slug);
    Ok(vec![(name("cover"), cover), (name("inside"), inside)])
}

/// The cover in one piece around the spine, and the inside.
fn spread(number: &SetNumber, whole: &[u8], pages: usize) -> Result<(Vec<u8>, Vec<u8>)> {
    let conditions = &number.conditions;
    let (year, months) = (number.issue.number.year, number.issue.number.months());
    let ground = number.layout.inks.spine.map(shares);
    let few = conditions.inks.few();
    let plated = match (few, ground) {
        (Some(few), Some(ground)) => Some(few.ground(&conditions.profile, ground)?),
        _ => None,
    };
    let (ground, spot) = match plated {
        Some(Ground::Inks(inks)) => (Some(inks), None),
        Some(Ground::Spot(tint)) => {
            let spot = few.and_then(|few| few.spot);
            (spot.map(|spot| spot.look.map(|ink| ink * tint)), spot.map(|spot| (spot, tint)))
        }
        None => (ground, None),
    };
    let spread = Spread {
        spine_mm: conditions
            .spine_mm(pages)
            .expect("a cover spread is only made where it has a width"),
        title: &name(number),
        number: &format!("{year}.{months}"),
        slug: (&title(number), &slug_end(number)),
        font: BUNDLED[2].bytes(),
        ground,
        spot,
        text: few.and_then(|few| few.spot.filter(|_| few.alone)),
        marks: number.issue.print.marks,
    };
    Ok((cover_spread(whole, &spread)?, inside(whole)?))
}
