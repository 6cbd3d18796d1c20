//! Spot inks of a file as a whole: how many, how they are spelt, and what they are said to look like.

use std::collections::{BTreeMap, BTreeSet};

use super::rules;
use super::space::{MOST_SPOTS, Plates};
use super::verdict::Findings;
use crate::pdf::text;
use crate::spot::{self, PROCESS};

/// Tells of too many spot inks, of names of one ink that differ, and of inks that look like two.
pub(super) fn check(
    plates: &Plates,
    alternates: &BTreeMap<Vec<u8>, BTreeSet<String>>,
    found: &mut Findings,
) {
    if !plates.more.is_empty() {
        // Plates that are no ink are too many only where there are too many of them alone.
        let count = match plates.spots() {
            few if few <= MOST_SPOTS => plates.names.len() - PROCESS.len() + plates.more.len(),
            many => many,
        };
        let args = [("found", count.into()), ("most", MOST_SPOTS.into())];
        found.add(rules::SPOTS_MANY, None, None, &args);
    }
    let mut spellings: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in plates.names.iter().chain(&plates.more) {
        let name = text::name(name);
        spellings.entry(spot::ink(&name)).or_default().push(name);
    }
    for names in spellings.into_values().filter(|names| names.len() > 1) {
        found.add(rules::SPOT_NAMES, None, None, &[("names", names.join(", ").into())]);
    }
    for (name, looks) in alternates.iter().filter(|(_, looks)| looks.len() > 1) {
        let looks: Vec<&str> = looks.iter().take(4).map(String::as_str).collect();
        let name = text::name(name);
        let args = [("name", name.into()), ("found", looks.join(" / ").into())];
        found.add(rules::SPOT_ALTERNATES, None, None, &args);
    }
}
