//! Whatever program a reader searches with, the words of the sample number are found in both editions.

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use common::{output_of, validator};
use jikji::manifest;
use jikji_diagnostic::source::Sources;

/// The words the manifest says, as they stand between spaces.
fn words(manifest: &Path) -> BTreeSet<String> {
    let loaded = manifest::load(manifest, &mut Sources::default()).unwrap();
    let words = loaded.runs.iter().flat_map(|run| run.text.split_whitespace());
    words.map(str::to_string).collect()
}

/// The words that stand on no line, and on no two lines between which they were parted.
fn lost<'w>(words: &'w BTreeSet<String>, found: &str) -> Vec<&'w str> {
    let lines: Vec<&str> = found.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let pairs: Vec<String> = lines.windows(2).map(|pair| pair.concat()).collect();
    let pairs = pairs.join("\n");
    words.iter().map(String::as_str).filter(|word| !pairs.contains(word)).collect()
}

/// A program that reads the text of a PDF, up to the file's name.
fn reader(name: &str) -> Option<Command> {
    let script =
        |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validators").join(name);
    let mut command = match name {
        "poppler" => validator("pdftotext")?,
        "mutool" => validator("mutool")?,
        "pdfjs" => validator("pdfjs")?,
        _ => validator("readers")?,
    };
    match name {
        "poppler" => command.args(["-enc", "UTF-8"]),
        "mutool" => command.args(["draw", "-q", "-F", "txt", "-o", "-"]),
        "pdfjs" => &mut command,
        name => command.arg(script("lines.py")).arg(name),
    };
    Some(command)
}

/// The readers, poppler first.
const READERS: [&str; 7] = ["poppler", "mutool", "pymupdf", "pdfium", "pypdf", "pdfminer", "pdfjs"];

/// What a reader finds in a PDF; `None` where it is not installed and nobody requires it.
fn found(name: &str, pdf: &Path) -> Option<String> {
    let mut command = reader(name)?;
    command.arg(pdf);
    if name == "poppler" {
        command.arg("-");
    }
    Some(output_of(command))
}

#[test]
fn letters_with_marks_are_found_once_and_those_without_have_none() {
    let body = "- 앞 x̄ p̂ n̈ ᄉᆞ로 Nguyễn Jürgen 뒤";
    let project = common::Project::with_manifest(common::brief("제목", body));
    project.run(&["build", "--edition", "screen"]).exits(0);
    let pdf = project.path("out/test-brief-2024-05-screen.pdf");
    // pdfium puts a mark that is raised, and so a text of its own in the file, behind the word after it.
    for name in READERS.into_iter().filter(|name| *name != "pdfium") {
        let Some(text) = found(name, &pdf) else { continue };
        let text: String = common::without_space(&text);
        assert!(text.contains(&common::without_space(&body[2..])), "{name}: {text}");
    }
}

#[test]
fn every_word_of_the_sample_is_found_in_every_reader() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
    let folder = tempfile::tempdir().unwrap();
    let mut build = Command::new(env!("CARGO_BIN_EXE_jikji"));
    build.args(["build", "--no-lock", "--out"]).arg(folder.path()).arg(&manifest);
    output_of(build);
    let mut words = words(&manifest);
    // The head of its values is not drawn on a chart of shares.
    assert!(words.remove("비율"));
    // A calendar sets a period in a form of its own, and an address without what every address has.
    words.retain(|word| !(word.starts_with("2024.") && word.contains('~')));
    words.retain(|word| !word.starts_with("https://"));
    assert!(words.len() > 2000, "{} words", words.len());
    for edition in ["screen", "print"] {
        let pdf = folder.path().join(format!("spri-ai-brief-2024-05-{edition}.pdf"));
        for name in READERS {
            let Some(found) = found(name, &pdf) else { continue };
            let lost = lost(&words, &found);
            assert_eq!(lost, Vec::<&str>::new(), "{name}, {edition}");
        }
    }
}
