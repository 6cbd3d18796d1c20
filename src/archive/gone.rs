//! Finished files of numbers whose manuscripts are gone. They are named and left where they are.

use std::collections::BTreeSet;
use std::path::Path;

use crate::edition::Edition;

/// The files in `out` that are of a number none of whose names are in `slugs`, by name. Another file has
/// no such name; a folder that cannot be read has none.
pub fn gone(out: &Path, slugs: &BTreeSet<String>) -> Vec<String> {
    let Ok(entries) = out.read_dir() else { return vec![] };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut gone: Vec<String> =
        names.filter(|name| slug(name).is_some_and(|slug| !slugs.contains(slug))).collect();
    gone.sort();
    gone
}

/// The number that a finished file is of, by the file's name.
fn slug(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let parts = [Edition::Print.name(), "print-cover", "print-inside", "print-spec"];
    let endings = Edition::ALL.iter().map(|edition| edition.name()).chain(parts);
    let slug = |end: &str| stem.strip_suffix(end)?.strip_suffix('-');
    let slug =
        ["pdf", "json", "xjdf"].contains(&ending).then(|| endings.filter_map(slug).next())??;
    (!slug.is_empty()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_finished_file_says_whose_it_is() {
        for end in [
            "screen.pdf",
            "archive.pdf",
            "print.pdf",
            "print-cover.pdf",
            "print-spec.json",
            "print.xjdf",
        ] {
            assert_eq!(slug(&format!("brief-2024-05-{end}")), Some("brief-2024-05"), "{end}");
        }
        for other in ["report.json", "screen.pdf", "a.pdf", "verify.html", "report-1-of-2.json"] {
            assert_eq!(slug(other), None, "{other}");
        }
    }
}
