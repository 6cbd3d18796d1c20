//! The marked contents that are open where something is painted, and whether a layer hides it.
//!
//! What a layer is, `layers` knows. Layers that say what is done after printing make plates of spot inks: no ink is on
//! those.

use lopdf::Dictionary;

use super::file::{File, Page};
use crate::finish::Finish;
use crate::pdf::content::Instruction;
use crate::pdf::object::Objects;
use crate::pdf::text;
use crate::steps::Steps;

/// The spot inks that are painted in layers for the finishing alone, and what those are for.
pub(super) fn technical(file: &File, pages: &[Page]) -> Vec<(String, Finish)> {
    let read = |steps: &mut Steps| {
        for page in pages {
            steps.read(&file.contents(page).unwrap_or_default(), &page.resources);
        }
    };
    let steps = Steps::of(&file.doc, read).into_iter();
    steps.map(|(name, step)| (text::name(&name), step)).collect()
}

/// The marked contents that are open.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// Whether each is of a layer that is not printed.
    open: Vec<bool>,
    /// How many of them are, so that asking costs the same however many are open.
    hidden: usize,
}

impl Marked {
    /// Whether what is drawn here belongs to a layer that is not printed.
    pub fn is_hidden(&self) -> bool {
        self.hidden > 0
    }

    /// `BMC` and `BDC`, of which a layer's name what they hold.
    pub fn begin(&mut self, op: &Instruction, file: &File, resources: &Dictionary) {
        let layer = op.operands.first().is_some_and(|tag| tag.as_name().is_ok_and(|t| t == b"OC"));
        let named = op.name().filter(|_| layer && op.operands.len() > 1);
        let properties = file.dict(resources, "Properties");
        let object = named.zip(properties).and_then(|(name, all)| all.get(name).ok());
        let hidden = object.is_some_and(|object| !file.layers.prints(file, object));
        self.open.push(hidden);
        self.hidden += usize::from(hidden);
    }

    /// `EMC`.
    pub fn end(&mut self) {
        self.hidden -= usize::from(self.open.pop() == Some(true));
    }

    /// How many are open.
    pub fn len(&self) -> usize {
        self.open.len()
    }

    /// Ends those that were begun when so many were open.
    pub fn truncate(&mut self, len: usize) {
        while self.open.len() > len {
            self.end();
        }
    }

    /// Ends all of them.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}
