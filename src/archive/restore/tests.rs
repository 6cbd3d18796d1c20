//! Files as jikji writes them, and files as somebody else might.

mod hostile;
mod making;
mod random;

use lopdf::{Document, IncrementalDocument, Object, SaveOptions, Stream, StringFormat, dictionary};

use super::{Attached, RestoreFault, unpack};
use making::{Making, archive, utf16};

/// What `unpack` says of a file that must be refused.
fn fault(pdf: &[u8]) -> RestoreFault {
    unpack(pdf).expect_err("a fault")
}

/// The names of all files taken out.
fn names(pdf: &[u8]) -> Vec<String> {
    unpack(pdf).unwrap().into_iter().map(|file| file.name).collect()
}

#[test]
fn everything_attached_comes_out_whole() {
    let files = [
        ("layouts/spri-brief/brief.typ", "#let brief() = []\n".repeat(300)),
        ("issue.toml", "layout = \"spri-brief\"\n".into()),
        ("images/그림.svg", "<svg/>".into()),
        ("README.txt", String::new()),
    ];
    let files = files.map(|(name, text)| (name.to_string(), text.into_bytes()));
    let attached = unpack(&archive(&files)).unwrap();
    let mut expected: Vec<Attached> = files
        .into_iter()
        .map(|(name, bytes)| Attached { name, bytes, relationship: Some("Source".into()) })
        .collect();
    expected.sort_by(|a, b| a.name.cmp(&b.name));
    assert_eq!(attached, expected);
}

/// Written by Typst 0.15.1 with `--pdf-standard a-3a` from four `pdf.attach` calls.
#[test]
fn a_file_that_typst_wrote_is_read() {
    let attached = unpack(include_bytes!("tests/typst.pdf")).unwrap();
    let names: Vec<&str> = attached.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["README.txt", "briefs/01-un.md", "images/그림.svg", "issue.toml"]);
    assert_eq!(attached[3].bytes, b"layout = \"x\"\n");
    assert_eq!(attached[0].bytes.len(), 8889, "packed in the file");
    assert_eq!(attached[0].relationship.as_deref(), Some("Supplement"));
}

#[test]
fn files_that_other_programs_saved_anew_are_read() {
    let file = ("issue.toml".to_string(), b"a".repeat(5000));
    let mut making = Making::new();
    let specification = making.attachment(&file.0, &file.1);
    making.tree(vec![(Object::string_literal("issue.toml"), specification)]);
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    let mut pdf = b"junk before the header\n".to_vec();
    let mut saved = vec![];
    making.doc.save_with_options(&mut saved, options).unwrap();
    assert!(saved.windows(7).any(|window| window == b"/ObjStm"));
    pdf.extend(saved);
    assert_eq!(unpack(&pdf).unwrap()[0].bytes, file.1);
}

#[test]
fn an_update_wins_over_what_it_replaces() {
    let pdf = archive(&[("issue.toml".into(), b"old".to_vec())]);
    let doc = Document::load_mem(&pdf).unwrap();
    let is_file = |object: &Object| object.as_stream().is_ok_and(|s| s.content == b"old");
    let (&id, _) = doc.objects.iter().find(|(_, object)| is_file(object)).unwrap();
    let mut update = IncrementalDocument::create_from(pdf, doc);
    let stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"new".to_vec());
    update.new_document.objects.insert(id, stream.into());
    let mut saved = vec![];
    update.save_to(&mut saved).unwrap();
    assert_eq!(unpack(&saved).unwrap()[0].bytes, b"new");
}

#[test]
fn trees_of_several_levels_are_walked_in_order() {
    let mut making = Making::new();
    let mut kids = vec![];
    for letter in ["a", "b", "c"] {
        let name = format!("{letter}.md");
        let specification = making.attachment(&name, letter.as_bytes());
        let names = vec![Object::string_literal(name), specification];
        let limits = vec![Object::string_literal(letter), Object::string_literal(letter)];
        let leaf = making.doc.add_object(dictionary! { "Names" => names, "Limits" => limits });
        kids.push(making.doc.add_object(dictionary! { "Kids" => vec![leaf.into()] }).into());
    }
    making.root(dictionary! { "Kids" => kids });
    assert_eq!(names(&making.save()), ["a.md", "b.md", "c.md"]);
}

#[test]
fn files_only_associated_come_out_too_and_none_twice() {
    let mut making = Making::new();
    let first = making.attachment("a.md", b"a");
    let second = making.attachment("b.md", b"b");
    making.tree(vec![(Object::string_literal("a.md"), first.clone())]);
    making.catalog().set("AF", vec![first, second]);
    assert_eq!(names(&making.save()), ["a.md", "b.md"]);
}

#[test]
fn the_plain_name_serves_where_there_is_no_other() {
    for (key, written) in [
        ("F", Object::string_literal("images/그림.svg")),
        ("UF", Object::String(utf16("images/그림.svg"), StringFormat::Hexadecimal)),
    ] {
        let mut making = Making::new();
        let stream = making.stream(b"x");
        let embedded = dictionary! { "F" => stream };
        let specification = dictionary! { key => written, "EF" => embedded };
        let specification = making.doc.add_object(specification).into();
        making.tree(vec![(Object::string_literal("x"), specification)]);
        assert_eq!(names(&making.save()), ["images/그림.svg"], "{key}");
    }
}
