use std::path::Path;

use super::files::Files;
use super::spec::Layout;
use super::{built_in, find, read};
use jikji_diagnostic::source::Sources;

const LAYOUT: &str = r##"name = "plain"
version = "1"
front = ["cover"]

[page]
width = "210mm"
height = "297mm"
left = "20mm"
top = "20mm"
right = "20mm"
bottom = "20mm"
bleed = "3mm"

[fonts]
text = ["Pretendard GOV", "Noto Sans KR"]
bold = 700

[colors]
ink = { screen = "#16202c", print = [0, 0, 0, 100] }

[modules.cover]
file = "all.typ"

[modules.brief]
file = "all.typ"
pages = 1
fields.title = { type = "text", required = true }
fields.key = { type = "prose", list = true, min = 1, max = 4 }
fields.rows = { type = "record", list = true, sort = "when", fields.when = { type = "period" } }

[[ladder]]
unit = "6pt"

[[ladder]]
unit = "0.5em"
"##;

fn reading(toml: &str) -> Result<Layout, Vec<String>> {
    let mut files = Files::new();
    for name in ["setup.typ", "prose.typ", "all.typ"] {
        files.insert(name.into(), (&b""[..]).into());
    }
    files.insert("layout.toml".into(), toml.as_bytes().to_vec().into());
    let mut sources = Sources::default();
    read::layout("plain", files, &mut sources).map_err(|problems| {
        let shown = |d: &jikji_diagnostic::Diagnostic| {
            let span = d.span.unwrap();
            assert_eq!(sources.get(span.file).name, "layouts/plain/layout.toml");
            format!("{} {}", d.message.code, &sources.get(span.file).text[span.start..span.end])
        };
        problems.iter().map(shown).collect()
    })
}

fn wrong(from: &str, to: &str) -> Vec<String> {
    assert!(LAYOUT.contains(from), "{from}");
    reading(&LAYOUT.replacen(from, to, 1)).unwrap_err()
}

#[test]
fn a_layout_is_read_in_its_own_order() {
    let layout = reading(LAYOUT).unwrap();
    assert_eq!(layout.page.trim, (210.0, 297.0));
    assert_eq!(layout.fonts.len(), 1);
    assert_eq!((layout.front.len(), layout.back.len()), (1, 0));
    let brief = layout.module("brief").unwrap();
    let names: Vec<&str> = brief.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["title", "key", "rows"]);
    assert_eq!((brief.contents.as_str(), brief.pages), ("title", Some(1)));
    assert_eq!(brief.fields[2].kind.name(), "record");
    assert_eq!(layout.module("cover").unwrap().contents, "");
    assert_eq!(layout.ladder[1], [("unit".to_string(), "0.5em".to_string())]);
    assert_eq!((layout.setup.as_str(), layout.prose.as_str()), ("setup.typ", "prose.typ"));
}

#[test]
fn mistakes_are_named_at_their_place() {
    assert_eq!(wrong("version", "versoin"), ["E0201 versoin", "E0203 "]);
    assert_eq!(wrong("\"plain\"", "\"other\""), ["E0507 \"other\""]);
    assert_eq!(wrong("\"210mm\"", "\"210\""), ["E0235 \"210\""]);
    assert_eq!(wrong("left = \"20mm\"", "left = \"200mm\""), ["E0508 [page]"]);
    assert_eq!(wrong("[fonts]", "[screen]\nppi = 20\n[fonts]"), ["E0530 20"]);
    assert_eq!(wrong("#16202c", "16202c"), ["E0512 \"16202c\""]);
    assert_eq!(wrong("0, 100]", "100]"), ["E0513 [0, 0, 100]"]);
    assert_eq!(wrong("[fonts]", "accents = [\"red\"]\n[fonts]").len(), 1);
    assert_eq!(
        wrong("file = \"all.typ\"\npages", "file = \"no.typ\"\npages"),
        ["E0514 \"no.typ\""]
    );
    assert_eq!(
        wrong("file = \"all.typ\"\npages", "file = \"../a.typ\"\npages"),
        ["E0514 \"../a.typ\""]
    );
    assert_eq!(wrong("[modules.brief]", "[modules.table]"), ["E0519 [modules.table]"]);
    assert_eq!(wrong("fields.title", "fields.label").len(), 1);
    assert_eq!(wrong("\"prose\"", "\"prosa\""), ["E0241 \"prosa\""]);
    assert_eq!(wrong("min = 1", "min = 9").len(), 1);
    assert_eq!(wrong("sort = \"when\"", "sort = \"then\""), ["E0524 \"then\""]);
    assert_eq!(wrong("[\"cover\"]", "[\"brief\"]"), ["E0526 \"brief\""]);
    assert_eq!(wrong("unit = \"6pt\"", "size = \"6pt\""), ["E0517 [[ladder]]"]);
    assert_eq!(wrong("unit = \"6pt\"", "unit = \"6\""), ["E0518 \"6\""]);
    assert_eq!(wrong("pages = 1", "contents = \"rows.when\""), ["E0521 \"rows.when\""]);
}

#[test]
fn a_ladder_has_at_most_a_dozen_steps() {
    let step = "[[ladder]]\nunit = \"5pt\"\n";
    assert!(reading(&format!("{LAYOUT}{}", step.repeat(10))).is_ok());
    let long = reading(&format!("{LAYOUT}{}", step.repeat(11))).unwrap_err();
    assert_eq!(long, ["E0516 [[ladder]]"]);
}

#[test]
fn every_built_in_layout_is_sound() {
    let layouts = built_in();
    assert!(layouts.iter().any(|layout| layout.name == "spri-brief"));
    for about in layouts {
        let layout = find(Path::new("/nonexistent"), &about.name, &mut Sources::default()).unwrap();
        assert!(layout.files.contains_key("layout.toml"));
    }
}

#[test]
fn a_name_is_never_a_path() {
    for name in ["../spri-brief", "/etc", "a/b", "", "C:", "SPRI"] {
        let problems = find(Path::new("."), name, &mut Sources::default()).unwrap_err();
        assert_eq!(problems[0].message.code, "E0503", "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_layout_on_disk_holds_no_links() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("layouts/plain");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("layout.toml"), LAYOUT).unwrap();
    for name in ["setup.typ", "prose.typ", "all.typ"] {
        std::fs::write(folder.join(name), "").unwrap();
    }
    assert!(find(dir.path(), "plain", &mut Sources::default()).is_ok());
    std::os::unix::fs::symlink("/etc/passwd", folder.join("a.typ")).unwrap();
    let problems = find(dir.path(), "plain", &mut Sources::default()).unwrap_err();
    assert_eq!(problems[0].message.code, "E0505");
}

#[test]
fn what_stands_beside_artwork_is_no_field_of_its_own() {
    let with = |field: &str| {
        let fields = format!("fields.title = {{ type = \"text\", required = true }}\n{field}\n");
        LAYOUT.replacen("fields.title = { type = \"text\", required = true }\n", &fields, 1)
    };
    assert!(reading(&with("fields.ad = { type = \"artwork\" }")).is_ok());
    let both = "fields.ad = { type = \"artwork\" }\nfields.page = { type = \"text\" }";
    let [problem] = &reading(&with(both)).unwrap_err()[..] else { panic!("one problem") };
    assert!(problem.starts_with("E0520 "), "{problem}");
    let list = "fields.ad = { type = \"artwork\", list = true }";
    assert!(reading(&with(list)).unwrap_err()[0].starts_with("E0520 "));
}
