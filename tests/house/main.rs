//! House checks: what is planted is found, what is right is left alone, what is mended is mended, what is let pass
//! passes.

#[path = "../common/mod.rs"]
mod common;

mod followed;
mod planted;
mod right;

use jikji::manifest;
use jikji_diagnostic::Lang;
use jikji_diagnostic::source::Sources;
use std::path::Path;

/// A finding: its code, its line, its words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Its line, from 1.
    pub line: usize,
    /// Its code.
    pub code: &'static str,
    /// What it says, in Korean.
    pub says: String,
}

/// What is said of a manifest's texts, without setting it. Its files are the sample's.
pub fn read(manifest: &str) -> Vec<Found> {
    let mut sources = Sources::default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = manifest::load_bytes(manifest.as_bytes(), "issue.toml", root, &mut sources);
    let found = loaded.diagnostics.iter().map(|found| {
        let place = found.span.unwrap_or_else(|| panic!("{found:?} has no place"));
        let line = sources.get(place.file).line_column(place.start).0;
        Found { line, code: found.message.code, says: found.text(Lang::Ko) }
    });
    found.collect()
}

/// The sample's manifest.
pub fn sample() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
    std::fs::read_to_string(path).unwrap()
}
