//! Emphasis, strong text and note signs as they stand on the page.

mod common;

use std::path::Path;

use common::{Project, brief, extracted_text};
use jikji::manifest::load_bytes;
use jikji::session::set_loaded;
use jikji_diagnostic::source::Sources;
use typst::layout::{Frame, FrameItem};

/// The weights of the letters of a body's page, and how many dotted lines it has.
fn drawn(body: &str) -> (Vec<u16>, usize) {
    let mut sources = Sources::default();
    let manifest = brief("제목", body);
    let loaded = load_bytes(manifest.as_bytes(), "issue.toml", Path::new("/none"), &mut sources);
    let outcome = set_loaded(loaded, sources);
    let number = outcome.number.unwrap_or_else(|| panic!("{:#?}", outcome.diagnostics));
    let (mut weights, mut dotted) = (vec![], 0);
    read(&number.pages.document.pages()[2].frame, &mut weights, &mut dotted);
    (weights, dotted)
}

fn read(frame: &Frame, weights: &mut Vec<u16>, dotted: &mut usize) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => read(&group.frame, weights, dotted),
            FrameItem::Text(text) if text.text.contains('힣') => {
                weights.push(text.font.info().variant.weight.to_number());
            }
            FrameItem::Shape(shape, _) => {
                let dash = shape.stroke.as_ref().is_some_and(|stroke| stroke.dash.is_some());
                *dotted += usize::from(dash);
            }
            _ => {}
        }
    }
}

#[test]
fn emphasis_is_told_from_strong_text_and_from_plain() {
    let plain = drawn("- 힣");
    let (strong, none) = drawn("- **힣**");
    let (emphasis, dots) = drawn("- *힣*");
    assert_eq!((none, dots), (plain.1, plain.1 + 1));
    assert_eq!(emphasis, plain.0);
    assert!(strong > plain.0, "{strong:?}");
    // Both at once are both.
    assert_eq!(drawn("- **가 *힣*(나)**의").0, strong);
    assert_eq!(drawn("- **가 *힣*(나)**의").1, dots);
}

#[test]
fn the_signs_of_notes_are_stars_and_after_the_sixth_numbers() {
    let marks: String = (1..=11).map(|n| format!("말{n}[^{n}] ")).collect();
    let notes: String = (1..=11).map(|n| format!("\n\n[^{n}]: 주{n}")).collect();
    let project = Project::with_manifest(brief("제목", &format!("- {marks}{notes}")));
    project.run(&["build", "--edition", "screen"]).exits(0);
    let pdf = project.path("out/test-brief-2024-05-screen.pdf");
    let Some(text) = extracted_text(&pdf) else { return };
    for told in ["***주3", "******주6", "7)주7", "11)주11"] {
        assert!(text.contains(told), "no {told} in {text}");
    }
    assert!(!text.contains("*******"), "{text}");
}
