//! What a shop asks by a profile of its own.

use super::*;
use crate::finish::Finish;

fn held_to(shop: Shop, change: fn(&mut Sample)) -> Verdict {
    let mut sample = Sample::new();
    change(&mut sample);
    let limits = Limits { shop, ..Limits::default() };
    preflight(&sample.bytes(), &limits, &mut |_, _| {})
}

fn codes(verdict: &Verdict) -> Vec<&str> {
    verdict.findings.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn sizes_and_counts_of_pages() {
    // The sample is 260 pt square, which is 91.7 mm.
    let sizes = |trims_mm| Shop { trims_mm, ..Shop::default() };
    let verdict = held_to(sizes(vec![(210.0, 297.0), (91.5, 92.0)]), |_| {});
    assert!(verdict.passed, "{:?}", codes(&verdict));
    let verdict = held_to(sizes(vec![(210.0, 297.0)]), |_| {});
    assert_eq!(codes(&verdict), ["P0901"]);
    assert_eq!(
        words(&verdict.findings[0], Lang::En).0,
        "the finished size is 91.7×91.7mm; the shop takes 210.0×297.0mm"
    );
    let pages = |least, most, multiple| {
        let pages = PageCounts { least, most, multiple };
        held_to(Shop { pages, ..Shop::default() }, |_| {})
    };
    assert!(pages(Some(1), Some(1), Some(1)).passed);
    let verdict = pages(Some(8), Some(64), Some(4));
    assert_eq!(codes(&verdict), ["P0902"]);
    assert_eq!(
        words(&verdict.findings[0], Lang::Ko).0,
        "모두 1쪽입니다. 바라는 쪽수: 8쪽 이상, 4의 배수"
    );
}

#[test]
fn inks_are_counted_and_spots_known_by_their_roles() {
    let spot = |s: &mut Sample| {
        let tint = lopdf::dictionary! { "FunctionType" => 2, "N" => 1 };
        let space = vec!["Separation".into(), "Kiss 7".into(), "DeviceCMYK".into(), tint.into()];
        s.resource("ColorSpace", "S", lopdf::Object::Array(space));
        s.draw("/O gs /S cs 1 scn 60 60 20 20 re f /N gs");
    };
    let inks = |most, spots: &[(&str, Role)]| {
        let own = |(name, role): &(&str, Role)| Spot { name: (*name).into(), role: *role };
        let spots = (!spots.is_empty()).then(|| spots.iter().map(own).collect());
        held_to(Shop { most_inks: Some(most), spots, ..Shop::default() }, spot)
    };
    assert_eq!(codes(&inks(3, &[])), ["P0903"]);
    // `Kiss` is a word for a cut, unless the shop says that it is an ink.
    assert!(inks(4, &[]).passed);
    assert_eq!(codes(&inks(4, &[("KISS  7", Role::Ink)])), ["P0903"]);
    assert!(inks(4, &[("kiss 7", Role::Finish(Finish::Foil))]).passed);
    // A plate that the shop does not name.
    assert_eq!(codes(&inks(4, &[("Gold", Role::Ink)])), ["P0905"]);
}

#[test]
fn a_plate_that_the_shop_calls_otherwise_is_told_the_names_it_has() {
    let foil = |s: &mut Sample| {
        let tint = lopdf::dictionary! { "FunctionType" => 2, "N" => 1 };
        let space = vec!["Separation".into(), "Foil".into(), "DeviceCMYK".into(), tint.into()];
        s.resource("ColorSpace", "S", lopdf::Object::Array(space));
        s.draw("/O gs /S cs 1 scn 60 60 50 50 re f /N gs");
    };
    let told = |spots: &[(&str, Finish)]| {
        let of = |(name, finish): &(&str, Finish)| Spot {
            name: (*name).into(),
            role: Role::Finish(*finish),
        };
        let spots = Some(spots.iter().map(of).collect());
        let verdict = held_to(Shop { spots, ..Shop::default() }, foil);
        assert_eq!(codes(&verdict), ["P0905"]);
        words(&verdict.findings[0], Lang::Ko).0
    };
    let all = [("금박", Finish::Foil), ("칼선", Finish::Die), ("은박", Finish::Foil)];
    assert!(told(&all).ends_with("(받는 이름: 금박, 은박)"));
    assert!(told(&all[1..2]).ends_with("(받는 이름: 없음)"));
}

#[test]
fn a_rule_weighs_what_the_shop_says() {
    let thin = |s: &mut Sample| s.draw("0 0 0 1 K 0.1 w 60 60 m 90 60 l S 0.25 w");
    let weighed = |weight| {
        let weights = [("P0704", weight)].into();
        let verdict = held_to(Shop { weights, ..Shop::default() }, thin);
        let rule = verdict.rules.iter().find(|rule| rule.rule.code == "P0704").unwrap();
        (verdict.passed, verdict.press.warnings, rule.outcome)
    };
    assert_eq!(weighed(Weight::Error), (false, 0, RuleOutcome::Failed));
    assert_eq!(weighed(Weight::Warning), (true, 1, RuleOutcome::Warned));
    assert_eq!(weighed(Weight::Off), (true, 0, RuleOutcome::NotApplicable));
}
