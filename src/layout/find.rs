//! Finds a layout by its name: beside the manifest, else in the program.

use std::path::Path;

use super::files::{Files, embedded, embedded_names, names_on_disk, on_disk};
use super::spec::Layout;
use super::{identifier, read};
use crate::document::{listing, nearest, quoted};
use crate::layout::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Sources;

/// A layout that comes with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// One line about it; may be empty.
    pub description: String,
}

/// Finds the layout `name`: `layouts/NAME` inside `folder` first, else a built-in one. Its
/// `layout.toml` is added to `sources` as `layouts/NAME/layout.toml`. A finding without a place is
/// about the name.
pub fn find(folder: &Path, name: &str, sources: &mut Sources) -> Result<Layout, Vec<Diagnostic>> {
    if !identifier::is_folder_name(name) {
        let shown: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
        return Err(vec![Diagnostic::general(msg::LAYOUT_NAME).arg("name", quoted(shown))]);
    }
    let files = match on_disk(folder, name).transpose() {
        Some(files) => files.map_err(|problem| vec![problem])?,
        None => embedded(name).ok_or_else(|| vec![unknown(folder, name)])?,
    };
    read::layout(name, files, sources)
}

/// The files of the layout `name`, found as [`find`] finds it; `None` if there is none or it cannot be
/// read.
pub fn files(folder: &Path, name: &str) -> Option<Files> {
    if !identifier::is_folder_name(name) {
        return None;
    }
    on_disk(folder, name).ok()?.or_else(|| embedded(name))
}

/// The layouts that come with the program, by name.
pub fn built_in() -> Vec<BuiltIn> {
    let about = |name: String| {
        let mut sources = Sources::default();
        let layout = read::layout(&name, embedded(&name)?, &mut sources).ok()?;
        Some(BuiltIn { name, version: layout.version, description: layout.description })
    };
    embedded_names().filter_map(about).collect()
}

fn unknown(folder: &Path, name: &str) -> Diagnostic {
    let mut names: Vec<String> = embedded_names().chain(names_on_disk(folder)).collect();
    names.sort();
    names.dedup();
    let known = || names.iter().map(String::as_str);
    let near = nearest(name, known());
    let message = if near.is_some() { msg::UNKNOWN_LAYOUT_NEAR } else { msg::UNKNOWN_LAYOUT };
    Diagnostic::general(message)
        .arg("name", quoted(name))
        .arg("near", quoted(near.unwrap_or_default()))
        .arg("known", listing(known()))
}
