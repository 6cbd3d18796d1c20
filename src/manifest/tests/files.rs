use std::fs;
use std::path::Path;

use super::{ISSUE, loaded_in, shown, with};
use crate::manifest::model::Value;
use crate::manifest::{LARGEST, load};
use jikji_diagnostic::any_error;
use jikji_diagnostic::source::Sources;
use jikji_prose::tree::{Block, unstyled};
use jikji_prose::visit::visit_blocks;

fn body(file: &str) -> String {
    let start = ISSUE.find("body = '''").unwrap();
    let end = ISSUE.find("sources = [").unwrap();
    with(&ISSUE[start..end], &format!("body = {{ file = \"{file}\" }}\n"))
}

fn codes(folder: &Path, manifest: &str) -> Vec<String> {
    let (loaded, sources) = loaded_in(folder, manifest);
    shown(&loaded, &sources)
}

#[test]
fn a_text_may_stand_in_a_file_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("briefs")).unwrap();
    fs::write(dir.path().join("briefs/01.md"), "\u{feff}\r\n## 소제목\r\n- 글머리\r\n\r\n")
        .unwrap();
    let (loaded, sources) = loaded_in(dir.path(), &body("briefs/01.md"));
    let issue = loaded.issue.unwrap();
    let Some(Value::Blocks(blocks)) = issue.entries[0].field("body") else { panic!() };
    let [Block::Subhead(subhead), Block::List(items)] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!((unstyled(&subhead.body), items.len()), ("소제목".into(), 1));
    let mut place = subhead.span;
    visit_blocks(blocks, &mut |text, span| {
        if text == "소제목" {
            place = span;
        }
    });
    let written = dir.path().join("briefs/01.md").display().to_string();
    assert_eq!(sources.get(place.file).name, written, "as the author can open it");
    assert_eq!(&sources.get(place.file).text[place.start..place.end], "소제목");
    let inputs = loaded.inputs.unwrap();
    let read: Vec<_> = inputs.files().map(|file| file.path.clone()).collect();
    assert_eq!(read, [dir.path().join("briefs/01.md")]);
}

#[test]
fn text_files_are_held_to_the_same_rules() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(codes(dir.path(), &body("01.md")), ["E0145 \"01.md\""]);
    assert_eq!(codes(dir.path(), &body("../01.md")), ["E0140 \"../01.md\""]);
    assert_eq!(codes(dir.path(), &body("/01.md")), ["E0141 \"/01.md\""]);
    fs::write(dir.path().join("01.md"), "\n \n").unwrap();
    assert_eq!(codes(dir.path(), &body("01.md")), ["E0109 \"01.md\""]);
    fs::write(dir.path().join("01.md"), b"ab\n\xb0\xa1\xb3\xaa").unwrap();
    assert_eq!(codes(dir.path(), &body("01.md")), ["E0105 가"]);
    fs::write(dir.path().join("01.md"), [0xff, 0xfe, b'a', 0]).unwrap();
    assert_eq!(codes(dir.path(), &body("01.md")), ["E0104 \"01.md\""]);
    fs::write(dir.path().join("01.md"), "가".repeat(1 << 20)).unwrap();
    assert_eq!(codes(dir.path(), &body("01.md")), ["E0107 \"01.md\""]);
    assert_eq!(codes(dir.path(), &with("\"첫째 글\"", "{ path = \"a\" }")).len(), 2);
}

#[test]
fn an_image_is_read_and_checked() {
    let dir = tempfile::tempdir().unwrap();
    let manifest = with("sources = [", "image = { file = \"a.svg\", alt = \"얼굴\" }\nsources = [");
    assert_eq!(codes(dir.path(), &manifest), ["E0145 \"a.svg\""]);
    fs::write(dir.path().join("a.svg"), "no image").unwrap();
    assert_eq!(codes(dir.path(), &manifest), ["E0401 \"a.svg\""]);
    fs::write(dir.path().join("a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    assert_eq!(codes(dir.path(), &manifest), Vec::<String>::new());
    let silent = manifest.replace(", alt = \"얼굴\"", "");
    assert_eq!(codes(dir.path(), &silent)[0][..5], *"E0203");
}

#[test]
fn a_manifest_that_is_not_there_is_a_finding() {
    let dir = tempfile::tempdir().unwrap();
    let code = |path: &Path| {
        let loaded = load(path, &mut Sources::default()).unwrap();
        assert!(loaded.issue.is_none() && any_error(&loaded.diagnostics));
        loaded.diagnostics.iter().map(|d| d.message.code).collect::<Vec<_>>()
    };
    assert_eq!(code(&dir.path().join("issue.toml")), ["E0101"]);
    assert_eq!(code(dir.path()), ["E0102"]);
}

#[test]
fn a_huge_manifest_is_refused_before_it_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("issue.toml");
    fs::File::create(&path).unwrap().set_len(50_000_000).unwrap();
    let loaded = load(&path, &mut Sources::default()).unwrap();
    assert_eq!(loaded.diagnostics.len(), 1);
    assert_eq!(loaded.diagnostics[0].message.code, "E0103");
    fs::write(&path, ISSUE).unwrap();
    assert!(load(&path, &mut Sources::default()).unwrap().issue.is_some());
    const { assert!(LARGEST < 50_000_000) };
}

#[test]
fn marks_line_ends_and_decomposed_hangul_do_not_matter() {
    use unicode_normalization::UnicodeNormalization;
    let written: String = format!("\u{feff}{}", ISSUE.replace('\n', "\r\n")).nfd().collect();
    let (loaded, sources) = loaded_in(Path::new("/nonexistent"), &written);
    assert_eq!(shown(&loaded, &sources), Vec::<String>::new());
    assert_eq!(loaded.issue.unwrap().parts[0].title.text, "브리프");
}

#[test]
fn a_layout_next_to_the_manifest_comes_first() {
    let dir = tempfile::tempdir().unwrap();
    let layout = dir.path().join("layouts/spri-brief");
    fs::create_dir_all(&layout).unwrap();
    fs::write(layout.join("layout.toml"), "nam = 1\n").unwrap();
    let found = codes(dir.path(), ISSUE);
    assert!(found.iter().any(|f| f == "E0201 nam"), "{found:?}");
}
