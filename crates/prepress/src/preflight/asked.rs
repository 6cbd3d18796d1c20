//! Rules about what a print shop asks: its sizes, how many pages and inks, its spot colours.

use jikji_diagnostic::{Arg, Phrase};

use super::file::Page;
use super::rules::{self, words};
use super::shop::{PageCounts, Shop};
use super::verdict::Findings;
use crate::pdf::geometry::MM;

/// Finished sizes nearer than this, in mm, are the same.
const SAME_MM: f64 = 0.5;
/// The plates of the process.
const PROCESS: usize = 4;

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
    let spots = used.iter().filter(|plate| **plate >= PROCESS);
    for name in spots.filter_map(|plate| plates.get(*plate)) {
        if shop.spots.is_some() && shop.spot(name.as_bytes()).is_none() {
            found.add(rules::SHOP_SPOT, None, None, &[("name", name.into())]);
        }
    }
}
