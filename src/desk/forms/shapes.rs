//! What manifests of a layout look like: the schema its forms are made from, and the kinds of its entries.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use serde_json::Value as Json;

use crate::layout;
use crate::layout::spec::{Layout, Module};
use crate::manifest::{entry_modules, schema};
use jikji_diagnostic::Lang;
use jikji_diagnostic::source::Sources;

/// A layout and the schema of its manifests.
pub type Shape = (Layout, Json);

/// The shape that was asked for last.
#[derive(Default)]
pub struct Shapes(RefCell<Option<Rc<Shape>>>);

impl Shapes {
    /// The shape of a layout's manifests.
    pub fn of(&self, layout: Layout, lang: Lang) -> Rc<Shape> {
        let mut kept = self.0.borrow_mut();
        match &*kept {
            Some(known) if known.0.files == layout.files => Rc::clone(known),
            _ => {
                let schema = schema(&layout, lang);
                Rc::clone(kept.insert(Rc::new((layout, schema))))
            }
        }
    }
}

/// The layout that a manifest names.
pub fn named(manifest: &Path, root: &toml::Value) -> Option<Layout> {
    let folder = manifest.parent().unwrap_or(Path::new("."));
    layout::find(folder, root.get("layout")?.as_str()?, &mut Sources::default()).ok()
}

/// The kinds that entries can be of, and what they are called.
pub fn kinds(layout: &Layout, lang: Lang) -> Vec<(String, String)> {
    let called = |module: &Module| {
        let words = module.description.as_ref();
        let called = words.map_or(module.name.as_str(), |words| words.say(lang));
        (module.name.clone(), called.to_string())
    };
    entry_modules(layout).map(called).collect()
}
