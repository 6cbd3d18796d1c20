//! The real back issue, where it is at hand.

use super::audit::checked;
use jikji_manuscript::Ask;

/// Where the seed is, from the crate's folder.
const SEED: &str = "../../../shared/seed/spri-ai-brief-2024-05.md";

#[test]
fn the_seed_is_carried_over_whole() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(SEED);
    // It is not part of the repository; a text of its habits is tested always.
    let Ok(text) = std::fs::read_to_string(path) else { return };
    let (imported, _) = checked(&text);
    let found = &imported.report.found;
    assert_eq!((found.parts, found.sections, found.briefs, found.events), (2, 4, 18, 3));
    assert_eq!((found.key_points, found.notes, found.sources), (36, 6, 25));
    assert!(found.colophon);
    assert!(imported.report.questions.iter().all(|question| question.code != Ask::TooLong));
}
