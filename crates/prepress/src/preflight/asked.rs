//! Rules about what a print shop asks: its sizes, how many pages and inks, its spot colours, its printing condition.

use jikji_diagnostic::{Arg, Phrase};

use super::file::{File, Page};
use super::rules::{self, words};
use super::shop::{PageCounts, Role, Shop};
use super::verdict::Findings;
use super::{condition, document};
use crate::pdf::geometry::MM;
use crate::pdf::object::Objects;
use crate::spot::PROCESS;
use crate::technical;

/// Finished sizes nearer than this, in mm, are the same.
const SAME_MM: f64 = 0.5;

/// Checks the finished sizes and how many pages there are.
pub(super) fn check_pages(pages: &[Page], shop: &Shop, found: &mut Findings) {
    for page in pages {
        let Some((wide, high)) = page.finished() else { continue };
        let (wide, high) = (wide / MM, high / MM);
        let fits = |(width, height): &(f64, f64)| {
            (wide - width).abs() <= SAME_MM && (high - height).abs() <= SAME_MM
        };
        if shop.trims_mm.is_empty() || shop.trims_mm.iter().any(fits) {
            continue;
        }
        let size = |(width, height): (f64, f64)| format!("{width:.1}×{height:.1}mm");
        let wanted: Vec<String> = shop.trims_mm.iter().copied().map(size).collect();
        let args = [("found", size((wide, high)).into()), ("want", wanted.join(", ").into())];
        found.add(rules::SHOP_TRIM, Some(page.number), page.trim, &args);
    }
    let count = pages.len();
    let PageCounts { least, most, multiple } = shop.pages;
    let wanted = [
        (words::PAGES_AT_LEAST, least.filter(|least| count < *least)),
        (words::PAGES_AT_MOST, most.filter(|most| count > *most)),
        (words::PAGES_IN, multiple.filter(|multiple| !count.is_multiple_of(*multiple.max(&1)))),
    ];
    let wanted = wanted.into_iter().filter_map(|(words, number)| Some((words, number?)));
    let wanted: Vec<_> = wanted.map(|(words, count)| (words, [("count", count.into())])).collect();
    if count > 0 && !wanted.is_empty() {
        let say = |lang| {
            let each: Vec<String> =
                wanted.iter().map(|(words, count)| words.fill(lang, count)).collect();
            each.join(", ")
        };
        let args = [("found", Arg::from(count)), ("want", Phrase::of(say).into())];
        found.add(rules::SHOP_PAGES, None, None, &args);
    }
}

/// Checks the printing condition that the file was made for.
pub(super) fn check_condition(file: &File, shop: &Shop, found: &mut Findings) {
    let (Ok(catalog), Some(wanted)) = (file.doc.catalog(), &shop.condition) else { return };
    let [intent] = document::intents(file, catalog)[..] else { return };
    let own = file.text(intent, "OutputConditionIdentifier").unwrap_or_default();
    if condition::differ(&own, wanted) {
        let args = [("found", own.into()), ("want", wanted.into())];
        found.add(rules::SHOP_CONDITION, None, None, &args);
    }
}

/// Checks the plates that some page has ink on, by their names: the process first.
pub(super) fn check_plates(
    plates: &[String],
    inked: &[Vec<usize>],
    shop: &Shop,
    found: &mut Findings,
) {
    let on_paper = |plate: &usize| inked.iter().any(|page| page.contains(plate));
    let used: Vec<usize> = (0..plates.len()).filter(on_paper).collect();
    let inks: Vec<&str> = used
        .iter()
        .filter_map(|plate| plates.get(*plate))
        .map(String::as_str)
        .filter(|name| !shop.is_technical(name.as_bytes()))
        .collect();
    if let Some(most) = shop.most_inks.filter(|most| inks.len() > *most) {
        let args = [
            ("found", inks.len().into()),
            ("names", inks.join(", ").into()),
            ("want", most.into()),
        ];
        found.add(rules::SHOP_INKS, None, None, &args);
    }
    let spots = used.iter().filter(|plate| **plate >= PROCESS.len());
    for name in spots.filter_map(|plate| plates.get(*plate)) {
        if shop.spots.is_none() || shop.spot(name.as_bytes()).is_some() {
            continue;
        }
        let args = [("name", name.into()), ("known", plates_of(name, shop))];
        match shop.is_technical(name.as_bytes()) {
            true => found.add(rules::SHOP_PLATE, None, None, &args),
            false => found.add(rules::SHOP_SPOT, None, None, &args[..1]),
        }
    }
}

/// The names that a shop has for plates of the same purpose as one that it does not know, or of any if that is not
/// known.
fn plates_of(name: &str, shop: &Shop) -> Arg {
    let purpose = technical::purpose(name);
    let fits = |role: Role| match role {
        Role::Ink => false,
        Role::Finish(finish) => purpose.is_none_or(|purpose| purpose == finish),
    };
    let theirs = shop.spots.iter().flatten().filter(|spot| fits(spot.role));
    let names: Vec<&str> = theirs.map(|spot| spot.name.as_str()).collect();
    match names.is_empty() {
        true => words::NONE.into(),
        false => names.join(", ").into(),
    }
}
