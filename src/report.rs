//! The form of the reports that programs read: how each is written and read back. `docs/reports.md` lists
//! their fields.
//!
//! What a report says is its room's to know.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The form of all reports. It grows by one when a field goes, or says something else than before; a field
/// more changes nothing for who reads the others.
pub const FORM: u32 = 1;

/// The release of the program that writes them.
pub const JIKJI: &str = env!("CARGO_PKG_VERSION");

/// A report with its form, which stands first.
#[derive(Debug, Serialize, Deserialize)]
struct Formed<T> {
    form: u32,
    #[serde(flatten)]
    report: T,
}

/// A report as JSON, keys in the order of its fields.
pub fn json(report: &impl Serialize) -> String {
    serde_json::to_string_pretty(&Formed { form: FORM, report })
        .expect("a report has named fields, and nothing in it fails to be written")
}

/// A report that [`json`] wrote; `None` if it is none, or of another form.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    let read: Option<Formed<T>> = serde_json::from_slice(json).ok();
    read.filter(|read| read.form == FORM).map(|read| read.report)
}

#[cfg(test)]
mod tests {
    use super::{FORM, json, read};
    use std::collections::BTreeMap;

    #[test]
    fn a_report_says_its_form_and_one_of_another_is_not_read() {
        let report = BTreeMap::from([("pages".to_string(), 3)]);
        let written = json(&report);
        assert!(written.starts_with(&format!("{{\n  \"form\": {FORM},\n")), "{written}");
        assert_eq!(read(written.as_bytes()), Some(report));
        let later = written.replace("\"form\": 1", "\"form\": 2");
        for other in [&later, "{\"pages\": 3}", "{"] {
            assert_eq!(read::<BTreeMap<String, u32>>(other.as_bytes()), None, "{other}");
        }
    }
}
