//! What holds wherever it is met, even in contents that are only tried out: the inks there are, and how finely pictures
//! and shadings are needed. Never what is painted, or where.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use lopdf::ObjectId;

use super::super::shop::Shop;
use super::super::space::{Plates, Space};

#[derive(Debug, Default)]
pub(in super::super) struct Learnt {
    pub plates: Plates,
    /// What each spot ink looks like by its own account.
    pub alternates: BTreeMap<Vec<u8>, BTreeSet<String>>,
    /// The finest resolution each image object is needed in: pixels across and down at 1 ppi.
    pub drawn: HashMap<ObjectId, (f64, f64)>,
    /// How many pixels each shading that is a function of the plane covers at most, by the address of
    /// its dictionary.
    pub shaded: HashMap<usize, (f64, f64)>,
}

impl Learnt {
    /// Takes over what was learnt on a page; gives where each of its plates stands among all.
    pub fn join(&mut self, page: Self, shop: &Shop) -> Vec<Option<usize>> {
        join_largest(&mut self.drawn, page.drawn);
        join_largest(&mut self.shaded, page.shaded);
        for (name, looks) in page.alternates {
            self.alternates.entry(name).or_default().extend(looks);
        }
        // Each page learns its spots in its own order; the file's order counts.
        let Plates { names: own, more, .. } = page.plates;
        let also = own.iter().chain(&more).cloned().collect();
        self.plates.learn(&Space::Inks(also, Box::new(Space::Gray)), shop);
        let place = |name| self.plates.names.iter().position(|known| known == name);
        own.iter().map(place).collect()
    }
}

#[expect(clippy::iter_over_hash_type, reason = "the greater of two sizes knows no order")]
fn join_largest<K: Eq + Hash>(known: &mut HashMap<K, (f64, f64)>, sizes: HashMap<K, (f64, f64)>) {
    for (key, size) in sizes {
        let known = known.entry(key).or_default();
        *known = (known.0.max(size.0), known.1.max(size.1));
    }
}
