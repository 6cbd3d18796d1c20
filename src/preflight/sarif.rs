//! What was found as SARIF 2.1.0 (OASIS), which code hosts and editors show beside a change.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::summary::{Group, Summary};
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
        .flat_map(|file| file.groups.iter().map(move |group| result(file, group)))
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
            "results": results,
        }],
    })
}

fn result(file: &Summary, group: &Group) -> Value {
    let said = group.said.join("\n");
    let text = match group.pages[..] {
        [] => said,
        _ => format!("{said} [{}]", ranges(&group.pages)),
    };
    json!({
        "ruleId": group.rule,
        "level": level(group.severity),
        "message": { "text": text },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": link(&file.file.replace('\\', "/")) } },
        }],
        "occurrenceCount": group.places.max(1),
        "properties": { "pages": group.pages, "sort": group.sort },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
