//! A real back issue, which is not part of the repository: `JIKJI_BACK_ISSUE` names the file, the May 2024 number
//! of the sample's periodical as scanned text.

use super::audit::checked;
use jikji_manuscript::Ask;

#[test]
fn the_seed_is_carried_over_whole() {
    // A text of its habits is tested always.
    let Some(path) = std::env::var_os("JIKJI_BACK_ISSUE") else {
        eprintln!("skipped: JIKJI_BACK_ISSUE names no file");
        return;
    };
    let text = std::fs::read_to_string(path).expect("JIKJI_BACK_ISSUE names a text");
    let (imported, _) = checked(&text);
    let found = &imported.report.found;
    assert_eq!((found.parts, found.sections, found.briefs, found.events), (2, 4, 18, 3));
    assert_eq!((found.key_points, found.notes, found.sources), (36, 6, 25));
    assert!(found.colophon);
    assert!(imported.report.questions.len() <= 15, "{:?}", imported.report.questions);
    assert!(imported.report.questions.iter().all(|question| question.code != Ask::TooLong));
}
