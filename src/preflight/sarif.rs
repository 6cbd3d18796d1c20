//! What was found as SARIF 2.1.0 (OASIS), which code hosts and editors show beside a change.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::summary::{Group, Summary};
use super::view::places;
use super::words;
use crate::html::{link, ranges};
use crate::report::JIKJI;
use jikji_diagnostic::{Lang, Severity};
use jikji_prepress::preflight::rules;

/// The log of these files.
pub fn log(files: &[Summary], lang: Lang) -> Value {
    let broken = files.iter().flat_map(|file| &file.groups).map(|group| group.rule);
    let broken: BTreeSet<&str> = broken.collect();
    let rules: Vec<Value> = rules::all()
        .filter(|rule| broken.contains(rule.code))
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": rule.says.say(lang) },
                "help": { "text": rule.help.say(lang) },
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        })
        .collect();
    let results: Vec<Value> = files
        .iter()
        .flat_map(|file| file.groups.iter().map(move |group| result(file, group, lang)))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "jikji",
                "version": JIKJI,
                "rules": rules,
            } },
            "invocations": [invocation(files, lang)],
            "results": results,
        }],
    })
}

fn result(file: &Summary, group: &Group, lang: Lang) -> Value {
    let said = group.said.join("\n");
    let text = match group.pages[..] {
        [] => said,
        _ => format!("{said} [{}]", ranges(&group.pages)),
    };
    let places = places(group, lang);
    let text = if places.is_empty() { text } else { format!("{text}\n{places}") };
    json!({
        "ruleId": group.rule,
        "level": level(group.severity),
        "message": { "text": text },
        "locations": [location(file)],
        "occurrenceCount": group.places.max(1),
        "properties": { "pages": group.pages, "at": group.at, "sort": group.sort },
    })
}

/// How the run went: what could not be checked, and what could not be read.
fn invocation(files: &[Summary], lang: Lang) -> Value {
    let told = |file: &Summary| {
        let unchecked = (!file.unchecked.is_empty()).then(|| {
            let args = [
                ("count", file.unchecked.len().into()),
                ("rules", file.unchecked.join(" ").into()),
            ];
            words::CASE_UNCHECKED.fill(lang, &args)
        });
        let said = unchecked.into_iter().chain(file.failure.clone());
        let note = |text: String| json!({ "level": "error", "message": { "text": text }, "locations": [location(file)] });
        said.map(note).collect::<Vec<_>>()
    };
    let notes: Vec<Value> = files.iter().flat_map(told).collect();
    json!({
        "executionSuccessful": files.iter().all(|file| file.failure.is_none()),
        "toolExecutionNotifications": notes,
    })
}

fn location(file: &Summary) -> Value {
    let uri = link(&file.file.replace('\\', "/"));
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri } } })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
