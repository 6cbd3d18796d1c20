//! A layout of one's own beside the manifest: it wins over the built-in one, and its faults are told where
//! they are.

mod common;

use common::{Project, brief, entry};

/// A project with a brief that has nothing wrong with it.
fn sound() -> Project {
    Project::with_manifest(brief("제목", "- 본문"))
}

const PDF: &str = "out/test-brief-2024-05-screen.pdf";

#[test]
fn a_layout_next_to_the_manifest_wins() {
    let own = sound().changed_layout("layout.toml", "width = \"210mm\"", "width = \"200mm\"");
    own.run(&["build", "--png", "18"]).exits(0);
    let picture = image::open(own.path("out/test-brief-2024-05-03.png")).unwrap();
    assert_eq!((picture.width(), picture.height()), (142, 210), "200 mm at 18 ppi");
}

#[test]
fn a_broken_layout_is_reported_with_its_place_and_the_entry() {
    let slip = sound().changed_layout(
        "brief.typ",
        "let unit = fit.unit\n  page(",
        "let unit = fit.unti\n  page(",
    );
    let text = std::fs::read_to_string(slip.path("layouts/spri-brief/brief.typ")).unwrap();
    let line = text.lines().position(|line| line.contains("fit.unti")).unwrap() + 1;
    let finished = slip.file(PDF, "old").run(&["build"]).exits(1);
    let finished = finished.says("error[E0603]").says("issue.toml:20:9");
    finished.says(&format!("layouts/spri-brief/brief.typ:{line}:")).says("1 error");

    let cover = sound().changed_layout("cover.typ", "footer: none", "footer: nonne");
    let cover = cover.run(&["check"]).exits(1).says("error[E0613]").says("function `cover`");
    cover.says("layouts/spri-brief/cover.typ:").says("footer: nonne");

    let setup = sound().changed_layout("setup.typ", "body) = {", "body) = {\n  missing");
    setup.run(&["check"]).exits(1).says("error[E0613]").says("`setup`").says("setup.typ:");

    let second = format!("{}body = '- 본문'\n", entry("다른 제목"));
    let two = brief("제목", "- 본문") + &second;
    let filler = Project::with_manifest(two).changed_layout(
        "notes.typ",
        "#let notes(issue, label: none) = ",
        "#let notes(issue, label: none) = missing + ",
    );
    let filler = filler.run(&["build"]).exits(1).says("error[E0613]");
    filler.says("function `notes`").says("layouts/spri-brief/notes.typ:");
}

/// A layout that cannot be loaded sets no entry: it is told by file, line and module.
#[test]
fn a_layout_that_cannot_be_loaded_is_reported_with_its_module() {
    let check = |file, from, to| sound().changed_layout(file, from, to).run(&["check"]).exits(1);
    let syntax = check("brief.typ", "#let brief(", "#let brief((");
    syntax.says("error[E0614]").says("layouts/spri-brief/brief.typ:").says("module `brief`");

    let misnamed = check("brief.typ", "#let brief(", "#let breif(");
    let misnamed = misnamed.says("error[E0616]").says("brief.typ` has no function `brief`");
    misnamed
        .says("`breif` is perhaps meant")
        .says("#let breif(")
        .says("^^^^^")
        .never_says("main.typ");
    let other = check("contents.typ", "#let contents(", "#let overview(");
    other.says("error[E0615]").says("the file's functions: `overview`").never_says("main.typ");
    check("prose.typ", "#let note(", "#let remark(").says("has no function `note`");

    let missing = check("brief.typ", "#import \"", "#import \"no-");
    missing.says("error[E0614]").says("brief.typ:").says("module `brief`").says("#import \"no-");
    let inner = check("brief.typ", "#let brief(", "#import \"title.typ\": nobody\n#let brief(");
    inner.says("error[E0614]").says("^^^^^^").says("module `brief`");
    let out = check("brief.typ", "#let brief(", "#import \"../../../x.typ\": x\n#let brief(");
    out.says("error[E0614]").says("escape").never_says("--root");

    let package = "#import \"@preview/some:0.1.0\": thing\n#let brief(";
    let package = check("brief.typ", "#let brief(", package);
    package.says("error[E0617]").says("`@preview/some:0.1.0`").says("brief.typ:");
}
