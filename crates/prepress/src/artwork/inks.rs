//! The spot inks of a page, and which of them are for the finishing by the layers they are painted in (ISO 19593-1).
//!
//! What an ink is for by its name is not asked here.

use std::collections::BTreeSet;

use lopdf::{Document, ObjectId};

use crate::finish::Finish;
use crate::steps::{self, Steps};

/// A spot ink of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArtInk {
    /// Its name, as the file has it.
    pub name: String,
    /// What it is for, where all of it stands in layers that say so.
    pub step: Option<Finish>,
}

/// The spot inks of a file by name, and what the layers say that they are painted in by the form `page`.
pub(super) fn inks(doc: &Document, page: ObjectId) -> Vec<ArtInk> {
    let mut names = BTreeSet::new();
    doc.objects.values().for_each(|object| steps::named(object, &mut names));
    let of = Steps::of(doc, |steps| steps.page(page));
    let ink = |name: Vec<u8>| {
        let step = of.get(&name).copied();
        Some(ArtInk { name: String::from_utf8(name).ok()?, step })
    };
    names.into_iter().filter_map(ink).collect()
}
