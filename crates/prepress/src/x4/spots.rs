//! The spot inks of a job: those it declares, and those of the file that are none by what they are called.

use std::collections::BTreeSet;

use lopdf::Document;

use super::job::Job;
use crate::spot::{self, SpotInk};
use crate::steps;

/// What the job declares, and the plates without ink that the file brings along.
pub(super) fn all(doc: &Document, job: &Job<'_>) -> Vec<SpotInk> {
    let mut names = BTreeSet::new();
    doc.objects.values().for_each(|object| steps::named(object, &mut names));
    let known: BTreeSet<String> = job.spots.iter().map(|spot| spot::ink(&spot.name)).collect();
    let own = names.into_iter().filter_map(|name| {
        let name = String::from_utf8(name).ok().filter(|name| !known.contains(&spot::ink(name)))?;
        let finish = (job.finish)(&name)?;
        let (look, finish) = (finish.look(), Some(finish));
        Some(SpotInk { name, look, lab: None, overprint: true, finish })
    });
    job.spots.iter().cloned().chain(own).collect()
}
