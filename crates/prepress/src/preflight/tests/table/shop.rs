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
    ]
}

fn asked(shop: Shop, change: Change) -> Made {
    let (bytes, limits) = changed(change);
    (bytes, Limits { shop, ..limits })
}

fn spot(s: &mut Sample) {
    let tint = dictionary! { "FunctionType" => 2, "N" => 1 };
    let space = vec!["Separation".into(), "Gold".into(), "DeviceCMYK".into(), tint.into()];
    s.resource("ColorSpace", "S", Object::Array(space));
    s.draw("/S cs 0.5 scn 60 60 20 20 re f");
}
