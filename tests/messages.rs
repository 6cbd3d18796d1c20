//! Everything that is said of an issue or a file, walked through as a whole.

use std::path::Path;

use jikji::{archive, document, edition, intake, layout, lock, manifest, shop, typeset};
use jikji_manuscript::messages::FAULTS;
use jikji_prepress::preflight::rules;

#[test]
fn every_message_is_whole_in_both_languages_and_has_a_code_of_its_own() {
    let rooms = [
        document::messages::ALL,
        manifest::messages::ALL,
        jikji_prose::messages::ALL,
        layout::messages::ALL,
        typeset::messages::ALL,
        edition::messages::ALL,
        edition::print::messages::ALL,
        jikji_prepress::messages::ALL,
        lock::messages::ALL,
        archive::messages::ALL,
        intake::messages::ALL,
        shop::messages::ALL,
        FAULTS,
    ];
    let all: Vec<_> = rooms.into_iter().flatten().copied().chain(rules::all()).collect();
    assert_eq!(jikji_diagnostic::faults(all.iter().copied()), [""; 0]);

    // A room whose list is not walked here would be found by the codes that stand in its file.
    let written = codes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        + codes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("crates"));
    assert_eq!(all.len(), written);
}

/// How many messages stand in the files below a folder.
fn codes(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| match path.is_dir() {
            true => codes(&path),
            false if path.extension().is_some_and(|end| end == "rs") => {
                let text = std::fs::read_to_string(&path).unwrap();
                let opens =
                    |line: &&str| line.contains(" = Error \"") || line.contains(" = Warning \"");
                text.lines().filter(opens).count()
            }
            false => 0,
        })
        .sum()
}

/// One thing has one name: what an author writes is 원고.
#[test]
fn korean_has_one_word_for_the_manuscript() {
    let mut lists = vec![jikji::document::messages::ALL, jikji::manifest::messages::ALL];
    lists.extend([jikji::layout::messages::ALL, jikji::archive::messages::ALL]);
    lists.extend([jikji::lock::messages::ALL, jikji_prose::messages::ALL]);
    for message in lists.into_iter().flatten() {
        for words in [message.says.ko, message.help.ko] {
            assert!(!words.contains("매니페스트"), "{}: {words}", message.code);
        }
    }
    let mut help = std::process::Command::new(env!("CARGO_BIN_EXE_jikji"));
    let told = help.args(["help", "--lang", "ko"]).output().unwrap().stdout;
    let told = String::from_utf8(told).unwrap();
    assert!(told.contains("원고") && !told.contains("매니페스트"), "{told}");
}

#[test]
fn every_word_is_whole_in_both_languages() {
    let faults: Vec<_> = archive::messages::WORDS.iter().flat_map(|words| words.faults()).collect();
    assert_eq!(faults, [""; 0]);
}
