//! Spot inks of a file as a whole: how many, how they are spelt, and what they are said to look like.

use std::collections::{BTreeMap, BTreeSet};

use super::rules;
use super::space::{MOST_SPOTS, Plates};
use super::verdict::Findings;

/// Endings of names in the libraries of one maker, which tell paper and edition, not the ink.
const ENDINGS: [&str; 14] =
    ["cvc", "cvu", "cvp", "cv", "ec", "uc", "up", "cp", "pc", "tc", "tp", "c", "u", "m"];
/// Names of one ink as they are counted together.
const PLATES: [&str; 4] = ["cyan", "magenta", "yellow", "black"];

/// Tells of too many spot inks, of names of one ink that differ, and of inks that look like two.
pub(super) fn check(
    plates: &Plates,
    alternates: &BTreeMap<Vec<u8>, BTreeSet<String>>,
    found: &mut Findings,
) {
    if !plates.more.is_empty() {
        let count = plates.names.len() - PLATES.len() + plates.more.len();
        let args = [("found", count.into()), ("most", MOST_SPOTS.into())];
        found.add(rules::SPOTS_MANY, None, None, &args);
    }
    let mut spellings: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in plates.names.iter().chain(&plates.more) {
        let name = String::from_utf8_lossy(name).into_owned();
        spellings.entry(ink(&name)).or_default().push(name);
    }
    for names in spellings.into_values().filter(|names| names.len() > 1) {
        found.add(rules::SPOT_NAMES, None, None, &[("names", names.join(", ").into())]);
    }
    for (name, looks) in alternates.iter().filter(|(_, looks)| looks.len() > 1) {
        let looks: Vec<&str> = looks.iter().take(4).map(String::as_str).collect();
        let name = String::from_utf8_lossy(name).into_owned();
        let args = [("name", name.into()), ("found", looks.join(" / ").into())];
        found.add(rules::SPOT_ALTERNATES, None, None, &args);
    }
}

/// What the name of a spot ink comes to however it is spelt: capitals, blanks and signs make no other ink, nor do the
/// endings of a maker's libraries.
pub fn ink(name: &str) -> String {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let plain = if plain.is_empty() { name.trim() } else { &plain }.to_lowercase();
    let process = plain.strip_prefix("process").filter(|rest| PLATES.contains(rest));
    let plain = process.unwrap_or(&plain);
    let numbered = plain.strip_prefix("pantone").or_else(|| plain.strip_prefix("pms"));
    let Some(own) = numbered else { return plain.to_string() };
    let own = ENDINGS.iter().find_map(|ending| own.strip_suffix(ending)).unwrap_or(own);
    format!("pantone{own}")
}

#[cfg(test)]
mod tests {
    use super::ink;

    #[test]
    fn one_ink_has_one_name() {
        for (one, other) in [
            ("PANTONE 185 C", "Pantone 185 CV"),
            ("PANTONE 185 C", "PANTONE 185 U"),
            ("PMS 185", "PANTONE 185 CVC"),
            ("Dark_Blue", "dark blue"),
            ("Process Cyan", "Cyan"),
            ("금박", "금 박"),
        ] {
            assert_eq!(ink(one), ink(other), "{one}, {other}");
        }
        for (one, other) in [
            ("PANTONE 185 C", "PANTONE 186 C"),
            ("Gold", "Gold 2"),
            ("PANTONE Green C", "Green"),
            ("+", "-"),
        ] {
            assert_ne!(ink(one), ink(other), "{one}, {other}");
        }
    }
}
