//! Bleed as it is judged on the plates: what is told is what was found, and the weight goes by what is told.

use super::sample::{Sample, rect};
use super::*;

fn said(change: impl FnOnce(&mut Sample)) -> Vec<(&'static str, String)> {
    let mut sample = Sample::new();
    change(&mut sample);
    let findings = run(&sample.bytes()).findings;
    findings.iter().map(|finding| (finding.rule.code, words(finding, Lang::En).0)).collect()
}

#[test]
fn a_spot_too_short_to_be_told_does_not_say_how_far_the_rest_goes() {
    let found = said(|s| {
        // All along the right it stops at 2.1 mm, on half a millimetre at the trim.
        s.content = s.content.replace("21 21 278 278", "21 21 275 278");
        s.draw("0 0 0 0 k 290.5 100 9 1.4 re f");
    });
    let [(code, text)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(*code, "P0406");
    assert!(text.contains("has 1.9 mm") || text.contains("has 2.0 mm"), "{text}");
    assert!(text.ends_with("right, along 91 mm"), "{text}");
}

#[test]
fn sides_are_judged_by_the_room_that_is_told() {
    // 1.46 and 1.53 mm of the 3 that are asked.
    let found = said(|s| {
        s.dict(s.page).set("BleedBox", rect([25.861, 25.663, 299.0, 299.0]));
    });
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "P0413");
    assert!(found[0].1.ends_with("left, bottom 1.5 mm"), "{}", found[0].1);
}
