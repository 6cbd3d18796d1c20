//! Which layouts there are to choose from.

use std::path::Path;

use super::files;
use super::find::{BuiltIn, built_in, find};
use jikji_diagnostic::source::Sources;

/// A layout that a manifest in some folder can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Available {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// One line about it; may be empty.
    pub description: String,
    /// Where it is: `jikji` for a built-in one, else its folder.
    pub origin: String,
}

/// All layouts a manifest in `folder` can name; the folder's own stand before built-in ones of the
/// same name. Those that cannot be read are listed without a version.
pub fn all(folder: &Path) -> Vec<Available> {
    let mut own = files::names_on_disk(folder);
    own.sort();
    let mut all: Vec<_> = own
        .into_iter()
        .map(|name| {
            let layout = find(folder, &name, &mut Sources::default()).ok();
            let (version, description) =
                layout.map_or_else(Default::default, |layout| (layout.version, layout.description));
            let origin = folder.join("layouts").join(&name).display().to_string();
            Available { name, version, description, origin }
        })
        .collect();
    for BuiltIn { name, version, description } in built_in() {
        if all.iter().all(|found| found.name != name) {
            all.push(Available { name, version, description, origin: "jikji".to_string() });
        }
    }
    all
}
