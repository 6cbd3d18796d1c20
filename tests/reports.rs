//! What `docs/reports.md` says of the reports for programs is what they hold: every field of every report is
//! listed with its type, and every field that is listed is there.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::archive::archive;
use common::{Project, brief};
use jikji::archive::compare::{ChangedArea, Likeness};
use jikji::archive::verdict::{
    EditionVerdict, IssueOutcome, IssueVerdict, PageVerdict, PicturePaths, Reason, VerifyReport,
};
use serde_json::Value;

const PAGE: &str = include_str!("../docs/reports.md");

/// A field of a table.
struct Field {
    name: String,
    kind: String,
    /// Whether it is there in some reports only.
    only: bool,
}

/// The tables of the page by the names of reports and types.
fn tables() -> BTreeMap<String, Vec<Field>> {
    let mut tables: BTreeMap<String, Vec<Field>> = BTreeMap::new();
    let mut table = String::new();
    for line in PAGE.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            table = heading.trim_matches('`').to_string();
            assert!(!tables.contains_key(&table), "{table} twice");
        } else if let Some(heading) = line.strip_prefix("## ") {
            table = format!("# {heading}");
        } else if let Some(row) = line.strip_prefix("| `") {
            let (name, row) = row.split_once("` |").unwrap();
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let [kind, _unit, meaning, ""] = cells[..] else { panic!("{line}") };
            let (name, kind, only) = (name.into(), kind.into(), meaning.contains("only "));
            tables.entry(table.clone()).or_default().push(Field { name, kind, only });
        }
    }
    tables
}

/// Holds reports against the page.
struct Reader {
    tables: BTreeMap<String, Vec<Field>>,
    /// Tables, and fields that are there in some only, that a report had.
    seen: BTreeSet<(String, String)>,
    wrong: BTreeSet<String>,
}

impl Reader {
    fn object(&mut self, table: &str, value: &Value) {
        let Some(fields) = self.tables.remove(table) else { panic!("no table {table}: {value}") };
        self.seen.insert((table.into(), String::new()));
        let Some(object) = value.as_object() else { panic!("{table} is no object: {value}") };
        for key in object.keys().filter(|key| fields.iter().all(|field| field.name != **key)) {
            self.wrong.insert(format!("{table} has {key}, which is not listed"));
        }
        // A type may hold itself.
        self.tables.insert(table.into(), vec![]);
        for field in &fields {
            match object.get(&field.name) {
                Some(value) => {
                    self.seen.insert((table.into(), field.name.clone()));
                    self.value(&format!("{table}.{}", field.name), &field.kind, value);
                }
                None if field.only => {}
                None => {
                    self.wrong.insert(format!("{table} lists {}, which is missing", field.name));
                }
            }
        }
        self.tables.insert(table.into(), fields);
    }

    fn value(&mut self, at: &str, kind: &str, value: &Value) {
        if let Some(kind) = kind.strip_suffix(" or null") {
            if !value.is_null() {
                self.value(at, kind, value);
            }
            return;
        }
        let name = kind.strip_prefix('`').and_then(|name| name.strip_suffix('`'));
        let is = if let Some(kind) = kind.strip_prefix("list of ") {
            let items = value.as_array();
            items.into_iter().flatten().for_each(|item| self.value(at, kind, item));
            items.is_some()
        } else if let Some(choice) = kind.strip_prefix("one of ") {
            let text = value.as_str().unwrap_or_default();
            choice.split(", ").any(|one| one.trim_matches('`') == text)
        } else if let Some(name) = name {
            self.object(name, value);
            true
        } else {
            match kind {
                "string" => value.is_string(),
                "integer" => value.is_u64() || value.is_i64(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                "map of string" => {
                    value.as_object().is_some_and(|m| m.values().all(Value::is_string))
                }
                _ => panic!("{at}: no type {kind}"),
            }
        };
        if !is {
            self.wrong.insert(format!("{at} is no {kind}: {value}"));
        }
    }
}

/// Real reports, each with its heading.
fn reports() -> Vec<(&'static str, Value)> {
    let mut all = vec![];
    let project = Project::with_manifest(brief("제목", "가\n○ 나"));
    all.push(("# `build` and `check`", project.run(&["check", "--json"]).json()));
    // A picture, a spot colour on its own plate, and a die.
    let picture = image::RgbImage::from_fn(1400, 1050, |x, y| image::Rgb([x as u8, y as u8, 90]));
    let pictured = brief("그림", "- 본문") + "image = { file = \"a.png\", alt = \"무늬\" }\n";
    let print = "\n[print]\nplates = [{ kind = \"die\", file = \"die.svg\" }]\n\n[[parts]]";
    let pictured = pictured.replacen("\n[[parts]]", print, 1);
    let die = "<svg xmlns='http://www.w3.org/2000/svg' width='210mm' height='297mm' \
               viewBox='0 0 210 297'><path d='M9 9H90' stroke='#f0f'/></svg>";
    let (accent, spot) = ("print = [92, 76, 0, 0]", ", spot = \"PANTONE 286 C\"");
    let project = Project::with_manifest(pictured).file("die.svg", die);
    let project = project.changed_layout("layout.toml", accent, &format!("{accent}{spot}"));
    picture.save(project.path("a.png")).unwrap();
    let editions = ["build", "--edition", "print", "--edition", "archive", "--json"];
    all.push(("# `build` and `check`", project.run(&editions).exits(0).json()));
    let read = |project: &Project, file: &str| -> Value {
        serde_json::from_slice(&std::fs::read(project.path(file)).unwrap()).unwrap()
    };
    all.push((
        "# The specification sheet",
        read(&project, "out/test-brief-2024-05-print-spec.json"),
    ));
    let print = ["preflight", "out/test-brief-2024-05-print.pdf", "--json"];
    all.push(("# `preflight`", project.run(&print).exits(0).json()));
    let both = ["preflight", "out", "--json"];
    all.push(("# `preflight` of many files", project.run(&both).exits(1).json()));
    let kept = ["restore", "out/test-brief-2024-05-archive.pdf", "--out", "again", "--json"];
    all.push(("# `restore`", project.run(&kept).exits(0).json()));
    project.run(&["build", "--edition", "screen"]).exits(0);
    let screen = ["preflight", "out/test-brief-2024-05-screen.pdf", "--json"];
    all.push(("# `preflight`", project.run(&screen).exits(1).json()));
    let back = include_str!("../crates/manuscript/tests/back_issues/habits.md");
    let project = Project::new().file("back.md", back);
    let import = ["import", "back.md", "--out", "new", "--json"];
    all.push(("# `import`", project.run(&import).exits(0).json()));
    let project = Project::with_manifest(brief("글", "- 본문")).file("a.md", back).file("b.md", "");
    let add = ["add", "a.md", "b.md", "--json"];
    all.push(("# `add`", project.run(&add).exits(1).json()));
    for (heading, list) in [("# `fonts`", "fonts"), ("# `layouts`", "layouts")] {
        all.push((heading, project.run(&[list, "--json"]).exits(0).json()));
    }
    let project = archive(2).file("back/03/issue.toml", "broken");
    let run = ["archive", "back", "--edition", "screen", "--json"];
    all.push(("# `archive`", project.run(&run).exits(1).json()));
    all.push(("# `archive`", read(&project, "out/report.json")));
    let project = project.file("back/02/issue.toml", brief("고친 제목", "- 본문"));
    let verify = ["archive", "back", "--verify", "--json"];
    all.push(("# `archive --verify`", project.run(&verify).exits(1).json()));
    all.push(("# `archive --verify`", read(&project, "out/verify.json")));
    let made = serde_json::from_str(&jikji::report::json(&verdicts())).unwrap();
    all.push(("# `archive --verify`", made));
    all
}

/// What no run of one program comes to: another built the number before.
fn verdicts() -> VerifyReport {
    let (from, to) = ("0.1.0".to_string(), "0.2.0".to_string());
    let files = vec!["a".to_string()];
    let reasons = vec![
        Reason::Manifest,
        Reason::Assets { files: files.clone() },
        Reason::Layout,
        Reason::Fonts { files: files.clone() },
        Reason::Jikji { from: from.clone(), to: to.clone() },
        Reason::Typst { from, to },
        Reason::Files { files },
        Reason::Unknown,
    ];
    let area = ChangedArea { left_mm: 1.0, top_mm: 2.0, width_mm: 3.0, height_mm: 4.0 };
    let looks = [Likeness::Differs { share: 0.5, area }, Likeness::OnlyBefore, Likeness::OnlyAfter];
    let page = |verdict| PageVerdict { number: 1, verdict, pictures: PicturePaths::default() };
    let edition = EditionVerdict {
        edition: "screen".into(),
        identical: false,
        before: 2,
        after: 2,
        pages: looks.map(page).into(),
        failure: None,
    };
    let number = |outcome| IssueVerdict {
        manifest: "issue.toml".into(),
        slug: None,
        outcome,
        editions: vec![edition.clone()],
        trace: None,
    };
    let numbers = vec![number(IssueOutcome::Differs { reasons }), number(IssueOutcome::Identical)];
    VerifyReport { jikji: "0.2.0".into(), numbers }
}

#[test]
fn the_page_lists_what_the_reports_hold_and_nothing_else() {
    let mut reader = Reader { tables: tables(), seen: BTreeSet::new(), wrong: BTreeSet::new() };
    for (heading, report) in reports() {
        assert_eq!(report["form"], jikji::report::FORM, "{heading}");
        reader.object(heading, &report);
    }
    let mut wrong = std::mem::take(&mut reader.wrong);
    for (table, fields) in &reader.tables {
        let all = fields.iter().map(|field| field.name.clone()).chain([String::new()]);
        for name in all.filter(|name| !reader.seen.contains(&(table.clone(), name.clone()))) {
            wrong.insert(format!("no report had {table} {name}"));
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_lists_the_same_is_in_the_order_of_the_plates() {
    let project = Project::with_manifest(brief("제목", "- 본문"));
    project.run(&["build", "--edition", "print"]).exits(0);
    let print = ["preflight", "out/test-brief-2024-05-print.pdf", "--json"];
    let report = project.run(&print).exits(0).json();
    let count = |value: &Value| value.as_array().unwrap().len();
    let plates = count(&report["plates"]);
    assert!(report["ink"].as_array().unwrap().iter().all(|ink| count(&ink["plates"]) == plates));
    assert_eq!(count(&report["inked"]) as u64, report["pages"].as_u64().unwrap());
    let placed =
        report["inked"].as_array().unwrap().iter().flat_map(|page| page.as_array().unwrap());
    assert!(placed.map(|at| at.as_u64().unwrap()).all(|at| (at as usize) < plates));
}
