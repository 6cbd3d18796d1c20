//! What a chart of its kind can hold, so that a form offers nothing that could not be drawn.

use serde_json::{Value as Json, json};

use crate::manifest::MOST_SHARES;

/// Narrows the form of a chart to what its kind takes: one bar of shares has one series, and few parts. A chart that
/// is not there yet begins as one.
pub fn narrowed(record: &mut Json, chart: Option<&toml::Value>) {
    let kind = chart.and_then(|chart| chart.get("kind")?.as_str());
    if kind.unwrap_or("share") != "share" {
        return;
    }
    let fields = record["fields"].as_array_mut().map_or(&mut [][..], Vec::as_mut_slice);
    let mut series = false;
    for field in fields.iter_mut().filter(|field| field["kind"] == "list") {
        series |= field["name"] == "series";
        field["most"] = json!(if field["name"] == "series" { 1 } else { MOST_SHARES });
    }
    if !series {
        record["instead"] = json!([]);
    }
}
