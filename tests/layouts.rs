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

/// Only colours may differ between screen and print: every visible word is compared, whoever wrote it.
#[test]
fn what_print_says_or_sets_otherwise_is_refused_and_named() {
    let body = "body = '''\n- 본문\n\n| 해 | 수 |\n| --- | --- |\n| 올해 | 칠백 |\n'''\n\
                chart = { kind = \"bars\", unit = \"명\", alt = \"막대 둘\", \
                data = [{ label = \"하나\", value = 1 }, { label = \"둘\", value = 2 }] }\n";
    let colophon = "\n[colophon]\ncontact = \"전화 02-123-4567\"\n";
    let manifest = common::issue(&format!("{}{body}", entry("나루터 소식"))) + colophon;
    let (entry, layout) = ("issue.toml:20:", "layouts/spri-brief");
    for (file, from, to, says, place) in [
        // A title.
        (
            "heads.typ",
            "ragged(title, sheet.measure, size, breaks: issue.breaks)",
            "ragged(title + \"!\", sheet.measure, size, breaks: issue.breaks)",
            "“나루터 소식” on screen, “나루터 소식!” in print",
            entry,
        ),
        // A label.
        ("brief.typ", "[KEY ]", "[KAY ]", "“KEY” on screen, “KAY” in print", entry),
        // A word of a chart.
        ("chart.typ", "\"항목\"", "\"갈래\"", "“항목” on screen, “갈래” in print", entry),
        // A cell.
        (
            "tables.typ",
            "block(above: 2 * fit.unit, below: 2 * fit.unit, it)",
            "block(above: 2 * fit.unit, below: 2 * fit.unit, { show \"해\": \"달\"; it })",
            "“해” on screen, “달” in print",
            entry,
        ),
        // The running head.
        (
            "running.typ",
            "box(text(fill: paint(\"soft\"), number-of(issue)))",
            "none",
            "on page 2 of the print edition the words differ: “2024년 5월호” on screen",
            layout,
        ),
        // A line of the colophon.
        ("colophon.typ", "[문의]", "[문의처]", "“문의” on screen, “문의처” in print", layout),
        // The same words in another place.
        (
            "brief.typ",
            "pad(left: 25mm, list)",
            "pad(left: 25.1mm, list)",
            "error[E0610]: on page 3 of the print edition, text stands or looks otherwise",
            entry,
        ),
    ] {
        let print = "sys.inputs.at(\"edition\", default: none) == \"print\"";
        let either = format!("(if {print} {{ {to} }} else {{ {from} }})");
        let project = Project::with_manifest(&manifest).changed_layout(file, from, &either);
        project.run(&["build", "--edition", "print"]).exits(1).says(says).says(place);
    }
}
