//! What a writing of the manifest is about: where that stood before, and where it stands then. It knows no file.

use crate::desk::ask::Deed;
use crate::desk::files::undo::About;
use crate::document::edit::Step;

/// What a deed is about.
pub fn of(deed: &Deed) -> About {
    match deed {
        Deed::Move { from, to } => (Some(from.clone()), Some(arrived(from, to))),
        Deed::Add { at, .. } | Deed::Copy { to: at, .. } | Deed::Insert { at, .. } => {
            (None, Some(at.clone()))
        }
        Deed::Remove { at } => (Some(at.clone()), None),
        Deed::Set { at, .. } => (Some(at.clone()), Some(at.clone())),
        Deed::Rename { at, to } => {
            let parent = at.split_last().map_or(&[][..], |(_, parent)| parent);
            (Some(at.clone()), Some([parent, &[to.as_str().into()]].concat()))
        }
    }
}

/// Where something stands that was moved before what stood at `to`.
fn arrived(from: &[Step], to: &[Step]) -> Vec<Step> {
    match (from.split_last(), to.split_last()) {
        (Some((Step::Index(was), list)), Some((Step::Index(is), other)))
            if list == other && was < is =>
        {
            list.iter().cloned().chain([(is - 1).into()]).collect()
        }
        _ => to.to_vec(),
    }
}
