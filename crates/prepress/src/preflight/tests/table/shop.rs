//! Chapter 9: what a shop asks.

use lopdf::{Object, dictionary};

use super::super::sample::Sample;
use super::super::{Limits, PageCounts, Role, Shop, Spot, rules};
use super::case::{Case, Change, Made, changed};

pub fn cases() -> Vec<Case> {
    let sizes = |trims_mm| Shop { trims_mm, ..Shop::default() };
    let pages = |multiple| {
        let pages = PageCounts { multiple, ..PageCounts::default() };
        Shop { pages, ..Shop::default() }
    };
    let inks = |most| Shop { most_inks: Some(most), ..Shop::default() };
    let spots = |name: &str| {
        let spot = Spot { name: name.into(), role: Role::Ink };
        Shop { spots: Some(vec![spot]), ..Shop::default() }
    };
    let condition = |name: &str| Shop { condition: Some(name.into()), ..Shop::default() };
    let case = |rule, breaks, keeps| Case { rule, breaks: vec![breaks], keeps: vec![keeps] };
    vec![
        case(
            rules::SHOP_TRIM,
            asked(sizes(vec![(210.0, 297.0)]), |_| {}),
            asked(sizes(vec![(91.7, 91.7)]), |_| {}),
        ),
        case(rules::SHOP_PAGES, asked(pages(Some(4)), |_| {}), asked(pages(Some(1)), |_| {})),
        case(rules::SHOP_INKS, asked(inks(4), spot), asked(inks(5), spot)),
        case(rules::SHOP_SPOT, asked(spots("Silver"), spot), asked(spots("gold"), spot)),
        case(
            rules::SHOP_CONDITION,
            asked(condition("FOGRA29"), |_| {}),
            asked(condition("Coated FOGRA39L (ISO 12647-2:2004/Amd 1), TAC 300%"), |_| {}),
        ),
        case(rules::SHOP_PLATE, asked(spots("Silver"), foil), asked(spots("gold foil"), foil)),
    ]
}

fn asked(shop: Shop, change: Change) -> Made {
    let (bytes, limits) = changed(change);
    (bytes, Limits { shop, ..limits })
}

fn spot(s: &mut Sample) {
    inked(s, "Gold", "");
}

fn foil(s: &mut Sample) {
    inked(s, "Gold Foil", "/O gs");
}

fn inked(s: &mut Sample, name: &str, state: &str) {
    let tint = dictionary! { "FunctionType" => 2, "N" => 1 };
    let space = vec!["Separation".into(), name.into(), "DeviceCMYK".into(), tint.into()];
    s.resource("ColorSpace", "S", Object::Array(space));
    s.draw(&format!("{state} /S cs 0.5 scn 60 60 20 20 re f"));
}
