//! A number that another program wrote as HWPX is imported as the same words.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::Stdio;

use serde_json::{Value as Json, json};
use toml::Value;

use crate::common::{Project, validator};

const NUMBER: &str = include_str!("../../issue.toml");
const WRITER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/validators/write_hwpx.py");

fn list<'v>(of: &'v Value, key: &str) -> &'v [Value] {
    of.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'v>(of: &'v Value, key: &str) -> &'v str {
    of.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The entries of a part, section by section.
fn entries(part: &Value) -> impl Iterator<Item = &Value> {
    let sections = list(part, "sections").iter().flat_map(|section| list(section, "entries"));
    sections.chain(list(part, "entries"))
}

fn line(words: &str) -> Json {
    json!({ "runs": [words] })
}

/// A number as an editor would write it in Hangul.
fn blocks(number: &Value) -> Vec<Json> {
    let mut blocks = vec![line("소식지"), line("2024년 5월호"), line("CONTENTS")];
    let listed = |title: &str| line(&format!("- {title} ..... 5"));
    let parts: Vec<(String, &Value)> = ["I", "II"]
        .iter()
        .zip(list(number, "parts"))
        .map(|(number, part)| (format!("{number}. {}", text(part, "title")), part))
        .collect();
    for (title, part) in &parts {
        blocks.push(line(title));
        for (number, section) in (1..).zip(list(part, "sections")) {
            blocks.push(line(&format!("{number}. {}", text(section, "title"))));
            blocks
                .extend(list(section, "entries").iter().map(|entry| listed(text(entry, "title"))));
        }
        let events = list(part, "entries").iter().flat_map(|entry| list(entry, "rows"));
        blocks.extend(events.map(|event| listed(text(event, "name"))));
    }
    for (title, part) in &parts {
        blocks.push(json!({ "level": 1, "text": title }));
        entries(part).for_each(|entry| article(entry, &mut blocks));
    }
    blocks
}

fn article(entry: &Value, blocks: &mut Vec<Json>) {
    let rows = list(entry, "rows");
    if !rows.is_empty() {
        let heads = ["행사명", "기간", "장소", "홈페이지"].map(String::from);
        let row = |row: &Value| ["name", "period", "place", "url"].map(|key| text(row, key).into());
        let rows: Vec<[String; 4]> = [heads].into_iter().chain(rows.iter().map(row)).collect();
        return blocks.push(json!({ "rows": rows }));
    }
    blocks.push(json!({ "level": 2, "text": text(entry, "title") }));
    blocks.push(line("KEY Contents"));
    let key = list(entry, "key").iter().filter_map(Value::as_str);
    blocks.extend(key.map(|point| line(&format!("- {point}"))));
    body(text(entry, "body"), blocks);
    for source in list(entry, "sources") {
        let (publisher, title) = (text(source, "publisher"), text(source, "title"));
        blocks.push(line(&format!("☞ 출처 : {publisher}, {title}, {}", source["date"])));
    }
}

/// The paragraphs, notes and tables of a text.
fn body(body: &str, blocks: &mut Vec<Json>) {
    let notes: BTreeMap<&str, &str> =
        body.lines().filter_map(|line| line.strip_prefix("[^")?.split_once("]: ")).collect();
    let texts = body.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("[^"));
    let mut rows: Vec<Vec<String>> = vec![];
    for written in texts.chain([""]) {
        if let Some(cells) = written.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            rows.push(cells.split(" | ").map(|cell| cell.replace('\\', "")).collect());
            continue;
        }
        if written.starts_with("|-") {
            continue;
        }
        if !rows.is_empty() {
            blocks.push(json!({ "rows": std::mem::take(&mut rows) }));
        }
        if written.is_empty() {
            continue;
        }
        let signs = [("## ", "□ "), ("    - ", "    · "), ("  - ", "  - "), ("- ", "○ ")];
        let sign =
            signs.iter().find_map(|(sign, shown)| Some((shown, written.strip_prefix(sign)?)));
        let (sign, mut rest) = sign.unwrap_or((&"", written));
        let mut runs = vec![json!(sign)];
        while let Some((before, (label, after))) =
            rest.split_once("[^").and_then(|(before, after)| Some((before, after.split_once(']')?)))
        {
            runs.extend([json!(before), json!({ "note": notes[label] })]);
            rest = after;
        }
        runs.push(json!(rest));
        blocks.push(json!({ "runs": runs }));
    }
}

/// What an entry says, key by key, without what tells notes apart.
fn said(entry: &Value) -> Vec<String> {
    let body = text(entry, "body");
    let labels = body.lines().filter_map(|line| line.strip_prefix("[^")?.split_once("]: "));
    let labels: Vec<&str> = labels.map(|(label, _)| label).collect();
    let body = labels.iter().enumerate().fold(body.to_string(), |body, (number, label)| {
        body.replace(&format!("[^{label}]"), &format!("[^{}]", number + 1))
    });
    let rows = list(entry, "rows");
    // A list of events takes its title from its part.
    let title = if rows.is_empty() { text(entry, "title") } else { "" };
    let key = list(entry, "key").iter().filter_map(Value::as_str).map(String::from);
    let mut said: Vec<String> = [title.to_string()].into_iter().chain(key).collect();
    said.extend(body.lines().map(|line| line.replace('\\', "")).filter(|line| !line.is_empty()));
    said.extend(list(entry, "sources").iter().map(Value::to_string));
    said.extend(rows.iter().map(Value::to_string));
    said
}

/// The titles of parts and their sections.
fn groups(number: &Value) -> Vec<(&str, Vec<&str>)> {
    let sections = |part| list(part, "sections").iter().map(|section| text(section, "title"));
    list(number, "parts")
        .iter()
        .map(|part| (text(part, "title"), sections(part).collect()))
        .collect()
}

/// The sample, with a table in two of its texts.
fn number() -> Value {
    let mut number: Value = NUMBER.parse::<toml::Table>().unwrap().into();
    for section in 0..2 {
        let entry = &mut number["parts"][0]["sections"][section]["entries"][0]["body"];
        let body = entry.as_str().unwrap().trim_end();
        let (texts, notes) = body.split_at(body.find("\n\n[^").unwrap_or(body.len()));
        let table = "| 구분 | 2023 | 2024 |\n|---|---|---|\n| 연안 | 5 | 12\\.1 |\n| 먼바다 | 7 | 이용률(%) |";
        *entry = Value::String(format!("{texts}\n\n{table}{notes}\n"));
    }
    number
}

fn all(number: &Value) -> Vec<Vec<String>> {
    list(number, "parts").iter().flat_map(entries).map(said).collect()
}

#[test]
fn a_number_that_another_program_wrote_comes_back_word_for_word() {
    let Some(mut python) = validator("hwpx") else { return };
    let number = number();
    let project = Project::new();
    let file = project.path("back.hwpx");
    let mut writer = python.arg(WRITER).arg(&file).stdin(Stdio::piped()).spawn().expect("a writer");
    let blocks = serde_json::to_vec(&blocks(&number)).unwrap();
    writer.stdin.take().unwrap().write_all(&blocks).unwrap();
    assert!(writer.wait().unwrap().success());
    project.run(&["import", "back.hwpx", "--out", "new"]).exits(0);
    let read = std::fs::read_to_string(project.path("new/issue.toml")).unwrap();
    let read: Value = read.parse::<toml::Table>().unwrap().into();
    assert_eq!(groups(&read), groups(&number));
    let count = |number: &Value, sign: &str| {
        let bodies =
            list(number, "parts").iter().flat_map(entries).map(|entry| text(entry, "body"));
        bodies.flat_map(str::lines).filter(|line| line.starts_with(sign)).count()
    };
    assert_eq!((count(&read, "[^"), count(&read, "|---")), (count(&number, "[^"), 2));
    let (read, wanted) = (all(&read), all(&number));
    for (read, wanted) in read.iter().zip(&wanted) {
        assert_eq!(read, wanted);
    }
    assert_eq!(read.len(), wanted.len());
}
