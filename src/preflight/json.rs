//! What programs read of a file: the verdict whole, with every finding in words.

use anyhow::Result;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::checked::Checked;
use super::summary::Summary;
use crate::report::JIKJI;
use jikji_diagnostic::Lang;
use jikji_prepress::preflight::words;

/// A report on many files.
#[derive(Debug, Serialize)]
pub struct Files<'s> {
    /// The version that ran.
    pub jikji: &'static str,
    /// The files.
    pub files: &'s [Summary],
}

impl<'s> Files<'s> {
    /// The report on these.
    pub fn of(files: &'s [Summary]) -> Self {
        Self { jikji: JIKJI, files }
    }
}

/// The report on one file; `profile` is the shop's.
///
/// # Errors
/// None but the library's, which has nothing to fail with.
pub fn one(checked: &Checked, profile: Option<&str>, lang: Lang) -> Result<Value> {
    let mut report = Map::new();
    report.insert("jikji".into(), JIKJI.into());
    report.insert("file".into(), checked.file.display().to_string().into());
    report.insert("bytes".into(), checked.bytes.into());
    report.insert("sha256".into(), checked.sha256.as_str().into());
    report.insert("profile".into(), profile.into());
    report.insert("units".into(), units());
    if let Value::Object(verdict) = serde_json::to_value(&checked.verdict)? {
        report.extend(verdict);
    }
    let findings = report.get_mut("findings").and_then(Value::as_array_mut);
    for (told, finding) in findings.into_iter().flatten().zip(&checked.verdict.findings) {
        let (message, help) = words(finding, lang);
        told["message"] = message.into();
        told["help"] = help.into();
    }
    Ok(Value::Object(report))
}

/// The units of what the report measures.
fn units() -> Value {
    json!({ "place": "pt", "at": "mm", "ink": "%", "area": "mm²", "resolution": "ppi" })
}
