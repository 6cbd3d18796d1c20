//! A number as it was set: what every edition is made of.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edition::print::conditions::Conditions;
use crate::layout::spec::Layout;
use crate::manifest::inputs::Inputs;
use crate::manifest::model::Issue;
use crate::typeset::Pages;
use crate::typeset::world::TypstWorld;

/// An issue that was set without an error.
pub struct SetNumber {
    /// What the manifest says.
    pub issue: Issue,
    /// The files it was read from.
    pub inputs: Inputs,
    /// The layout it was set in.
    pub layout: Layout,
    /// The pictures as a screen shows them, by what the pages call them.
    pub shown: BTreeMap<String, Arc<[u8]>>,
    /// The world that set it.
    pub world: TypstWorld,
    /// The pages.
    pub pages: Pages,
    /// What it is printed under.
    pub conditions: Conditions,
}

impl SetNumber {
    /// The pictures as a screen can show them, in full resolution.
    pub fn in_full(&self) -> BTreeMap<String, Arc<[u8]>> {
        let full = |(path, shown): (&String, &Arc<[u8]>)| {
            let own =
                self.issue.pictures.get(path).filter(|own| !own.cmyk && own.drawing.is_none());
            (path.clone(), Arc::clone(own.map_or(shown, |own| &own.bytes)))
        };
        self.shown.iter().map(full).collect()
    }
}
