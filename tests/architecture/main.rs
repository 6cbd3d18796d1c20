//! The code is built as `docs/architecture.md` says: rooms in one direction that know nothing of what they
//! need not know, no circle of files, no file that has outgrown its job.

mod graph;
mod source;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use graph::Graph;
use jikji::layout::spec::FieldKind;

/// A file longer than this has more than one job.
const LONGEST: usize = 400;

/// Crates from outside that a room which knows nothing of a thing must not use.
const OF: [(&str, &[&str]); 2] = [
    ("Typst", &["typst", "typst_eval", "typst_kit", "typst_layout", "typst_pdf", "typst_render"]),
    ("PDF", &["hayro", "hayro_syntax", "krilla", "lopdf", "pdf_writer", "typst_pdf"]),
];

/// The files that know each field type, in the order in which one is added.
const FIELD_TYPES: [&str; 4] =
    ["src/layout/spec.rs", "src/manifest/value.rs", "src/manifest/kind.rs", "src/compose/value.rs"];

static GRAPH: LazyLock<Graph> = LazyLock::new(|| Graph::read(root()));

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The room that a file stands in; none for the roots of the program.
fn room(file: &str) -> Option<&str> {
    if ["src/lib.rs", "src/main.rs"].contains(&file) {
        return None;
    }
    let end = file.match_indices('/').nth(1).map_or(file.len(), |(at, _)| at);
    Some(file[..end].trim_end_matches(".rs"))
}

/// The rooms of the page's table from the ground up, each with what it knows nothing of.
fn table() -> Vec<(String, String)> {
    let page = std::fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let row = |line: &str| {
        let name = line.strip_prefix("| `")?.split_once('`')?.0.to_string();
        let unknown = line.split('|').nth(3)?.trim().to_string();
        (name.starts_with("src/") || name.starts_with("crates/")).then_some((name, unknown))
    };
    page.lines().filter_map(row).collect()
}

#[test]
fn the_page_lists_every_room() {
    let listed: BTreeSet<String> = table().into_iter().map(|(name, _)| name).collect();
    let built: BTreeSet<String> =
        GRAPH.arrows.keys().filter_map(|file| room(file)).map(str::to_string).collect();
    assert_eq!(listed, built, "rooms that docs/architecture.md lists, and those that are there");
}

#[test]
fn a_room_uses_only_rooms_above_it_in_the_table() {
    let table = table();
    let place = |room: &str| table.iter().position(|(name, _)| name == room);
    let mut up = vec![];
    for (file, used) in &GRAPH.arrows {
        let Some(from) = room(file) else { continue };
        for to in used {
            let Some(room) = room(to) else { continue };
            if place(room) > place(from) {
                up.push(format!("{file} uses {to}"));
            }
        }
    }
    assert!(up.is_empty(), "{}", up.join("\n"));
}

#[test]
fn inside_the_desk_a_folder_uses_only_those_that_are_named_before_it() {
    let page = std::fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let (_, named) = page.split_once("Inside the desk").unwrap();
    let named = named.split_once("`setter`").unwrap().0;
    let order: Vec<&str> = named.split('`').skip(1).step_by(2).collect();
    let folder = |file: &'static str| Some(file.strip_prefix("src/desk/")?.split_once('/')?.0);
    let place = |folder: &str| order.iter().position(|name| *name == folder);
    let mut up = vec![];
    for (file, used) in &GRAPH.arrows {
        let Some(from) = folder(file) else { continue };
        assert!(place(from).is_some(), "docs/architecture.md does not name {from} of the desk");
        let above = used.iter().filter(|to| folder(to).is_some_and(|to| place(to) > place(from)));
        up.extend(above.map(|to| format!("{file} uses {to}")));
    }
    assert!(up.is_empty(), "{}", up.join("\n"));
}

#[test]
fn a_room_knows_nothing_of_what_the_table_keeps_from_it() {
    let mut known = vec![];
    for (name, unknown) in table() {
        let kept: Vec<_> = OF.iter().filter(|(what, _)| unknown.contains(what)).collect();
        for (file, foreign) in GRAPH.foreign.iter().filter(|(file, _)| room(file) == Some(&name)) {
            for (what, crates) in &kept {
                let used = crates.iter().filter(|name| foreign.contains(**name));
                known.extend(used.map(|used| format!("{file} uses {used}: {name} knows {what}")));
            }
        }
    }
    assert!(known.is_empty(), "{}", known.join("\n"));
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let circles = GRAPH.circles();
    let circles: Vec<String> = circles.iter().map(|circle| circle.join("\n  uses ")).collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let files = graph::files(root(), &["src", "crates", "tests", "benches", "fuzz"]);
    let lines = files.iter().map(|(file, text)| (file, text.lines().count()));
    let long: Vec<_> = lines.filter(|(_, lines)| *lines > LONGEST).collect();
    assert!(long.is_empty(), "more than {LONGEST} lines: {long:#?}");
}

#[test]
fn a_field_type_is_known_in_four_files() {
    let types: Vec<String> = FieldKind::ALL.iter().map(|kind| format!("{kind:?}")).collect();
    let mut known = BTreeSet::new();
    for (file, text) in graph::files(root(), &["src"]) {
        let paths = source::paths(&text);
        let ours = |path: &source::Path| path.names.ends_with(&["model".into(), "Value".into()]);
        let value = paths.iter().any(ours) || file == FIELD_TYPES[1];
        let of = |owner: &str| owner == "FieldKind" || (value && matches!(owner, "Value" | "Self"));
        // Every layout has records, and what holds fields has to look into them.
        let names = |path: &source::Path| match &path.names[..] {
            [.., owner, name] => of(owner) && types.contains(name) && name != "Record",
            _ => false,
        };
        if paths.iter().any(names) && !file.contains("/tests/") {
            known.insert(file);
        }
    }
    // The table of the first is a macro's.
    known.insert(FIELD_TYPES[0].to_string());
    assert_eq!(known, FIELD_TYPES.map(str::to_string).into());
    let guide = std::fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    assert!(FIELD_TYPES.iter().all(|file| guide.contains(&format!("`{file}`"))));
}

/// Failures that come of the program's own doings or a library's (threads that do not start, a server that breaks, a
/// page of its own that cannot be set or packed); `panicked::told` puts them into a sentence.
const INSIDE: [&str; 12] = [
    "src/archive/compare.rs",
    "src/cli/preflight.rs",
    "src/desk/server/door.rs",
    "src/desk/mod.rs",
    "src/desk/server/mod.rs",
    "src/edition/emit.rs",
    "src/edition/pdf.rs",
    "src/edition/picture.rs",
    "src/edition/print/mod.rs",
    "src/edition/print/parts.rs",
    "src/session/editions.rs",
    "src/typeset/reprint.rs",
];

/// What goes wrong with somebody's files is said through `refused`, in both languages.
#[test]
fn failures_that_people_can_mend_have_words() {
    let english =
        ["context(\"", "with_context(", "anyhow!(", "bail!(", "Error::msg(", "ensure!(\""];
    let mut found = BTreeSet::new();
    for file in GRAPH.arrows.keys().filter(|file| !file.contains("tests")) {
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        if english.iter().any(|sign| own.contains(sign)) {
            found.insert(file.as_str());
        }
    }
    assert_eq!(found, BTreeSet::from(INSIDE));
}
