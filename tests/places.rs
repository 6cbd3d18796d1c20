//! Every glyph of the sample leads to the character of the manifest that it stands for.

use std::collections::BTreeMap;
use std::path::Path;

use jikji::session::{Outcome, Session};
use jikji::typeset::places::{Glyph, Places};

/// What the layout writes itself: numbers of pages, parts and sections, signs of lists, labels, dates of its own form.
const LAYOUTS_OWN: [&str; 13] = [
    "KEY",
    "Contents",
    "출처",
    "일정",
    "행사",
    "장소",
    "홈페이지",
    "문의",
    "주소",
    "I",
    "년",
    "월호",
    "☞",
];

fn sample() -> (Outcome, Places) {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
    let outcome = Session::open(&manifest).update().unwrap();
    let number = outcome.number.as_ref().unwrap();
    let places = Places::of(&number.pages, &number.issue, &number.world, &outcome.sources);
    (outcome, places)
}

#[test]
fn every_glyph_of_the_sample_leads_to_its_character() {
    let (outcome, places) = sample();
    let mut lost = BTreeMap::<usize, String>::new();
    let mut found = 0;
    for Glyph { page, letter, place, .. } in places.glyphs() {
        match place {
            Some(place) => {
                let text = &outcome.sources.get(place.file).text;
                let read = text[place.start..].chars().next();
                assert_eq!(read, Some(*letter), "page {page}: {:?}", &text[place.start..place.end]);
                found += 1;
            }
            None => lost.entry(*page).or_default().push(*letter),
        }
    }
    assert!(found > 25_000, "{found}");
    for (page, lost) in lost {
        let left = LAYOUTS_OWN.iter().fold(lost.clone(), |left, own| left.replace(own, ""));
        let is_sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || "•▪–*.,".contains(c);
        assert!(left.chars().all(is_sign), "page {page}: {lost}");
    }
}

#[test]
fn every_line_of_an_entry_leads_into_that_entry() {
    let (outcome, places) = sample();
    let number = outcome.number.unwrap();
    let (issue, pages) = (&number.issue, &number.pages);
    let file = issue.entries[0].table.file;
    let text = &outcome.sources.get(file).text;
    // Heads and tabs show the titles of parts and sections, and the publication's name.
    let head = |glyph: &&Glyph| glyph.area.top > 100.0;
    for (index, entry) in issue.entries.iter().enumerate() {
        let own = entry.table.start
            ..issue.entries.get(index + 1).map_or(text.len(), |next| next.table.start);
        let of_entry = |glyph: &&Glyph| pages.entries[index].pages.contains(&glyph.page);
        for glyph in places.glyphs().iter().filter(of_entry).filter(head) {
            let strays =
                glyph.place.filter(|place| place.file != file || !own.contains(&place.start));
            assert_eq!(strays, None, "page {}: {}", glyph.page, glyph.letter);
        }
    }
}

#[test]
fn a_point_leads_to_the_nearest_text_and_a_byte_to_its_page() {
    let (outcome, places) = sample();
    let number = outcome.number.unwrap();
    let title = number.issue.entries[3].title().unwrap();
    let place = title.span.start + 1;
    let glyph = places.of_byte(title.span.file, place).unwrap();
    assert_eq!(glyph.page, number.pages.entries[3].pages.start);
    assert_eq!(glyph.letter, title.text.chars().next().unwrap());
    // The margin at its left, and just above it.
    for (x, y) in [(3.0, glyph.area.bottom - 4.0), (glyph.area.left + 1.0, glyph.area.top - 2.0)] {
        let near = places.nearest(glyph.page, x, y).unwrap();
        assert_eq!(near.place.unwrap().start, place);
    }
    assert_eq!(places.nearest(99, 0.0, 0.0), None);
}
