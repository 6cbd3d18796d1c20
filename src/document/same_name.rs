//! Names of files that are one on some disks: of an archive edition, whose files go to any.
//!
//! It never asks the disk.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// Names taken so far, as a disk knows them that ignores case and composition.
#[derive(Debug, Default)]
pub struct Taken {
    files: BTreeMap<String, String>,
    folders: BTreeMap<String, String>,
}

impl Taken {
    /// Takes a name that may be a file's.
    ///
    /// # Errors
    /// The name that has its place.
    pub fn take(&mut self, name: &str) -> Result<(), String> {
        let folded = fold(name);
        if let Some(first) = self.files.get(&folded).or_else(|| self.folders.get(&folded)) {
            return Err(first.clone());
        }
        for (at, _) in folded.match_indices('/') {
            if let Some(first) = self.files.get(&folded[..at]) {
                return Err(first.clone());
            }
            self.folders.entry(folded[..at].to_string()).or_insert_with(|| name.to_string());
        }
        self.files.insert(folded, name.to_string());
        Ok(())
    }
}

/// Lower case alone would leave `Σ`, `σ` and `ς` apart, so that capitals come first.
fn fold(name: &str) -> String {
    name.nfc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::Taken;

    #[test]
    fn names_that_are_one_on_some_disks_clash() {
        for (first, second) in [
            ("a.md", "a.md"),
            ("A.md", "a.MD"),
            ("그림.svg", "\u{1100}\u{1173}\u{1105}\u{1175}\u{11b7}.svg"),
            ("a", "A/b"),
            ("a/b/c", "a/B"),
            ("ΣΑΣ", "σας"),
        ] {
            let mut taken = Taken::default();
            taken.take(first).unwrap();
            assert!(taken.take(second).is_err(), "{first} and {second}");
        }
        let mut taken = Taken::default();
        for name in ["a/b", "a/c", "A/d", "ab", "a/b.md"] {
            taken.take(name).unwrap();
        }
    }
}
