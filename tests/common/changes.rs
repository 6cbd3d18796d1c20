//! Changes of bytes, for tests that damage files at random.

use proptest::prelude::*;

/// A change: at a place, so many bytes go and a piece comes.
pub type Change = (prop::sample::Index, usize, Vec<u8>);

/// The bytes after some changes.
pub fn changed(seed: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (place, gone, piece) in changes {
        let start = place.index(bytes.len() + 1);
        let end = (start + gone).min(bytes.len());
        bytes.splice(start..end, piece.iter().copied());
    }
    bytes
}

/// How many cases to try: so many, or what `PROPTEST_CASES` says.
pub fn config(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").map_or(cases, |cases| cases.parse().unwrap());
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
