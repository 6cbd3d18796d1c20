//! The lines of a file that change, as a person reads them.
//!
//! A short look ahead, not the shortest difference: edits are few and near each other.

use std::fmt::Write as _;

use jikji_diagnostic::render::harmless;

/// Lines that are looked ahead for where both texts meet again.
const AHEAD: usize = 64;

/// Lines that stand where others stood.
#[derive(Debug, PartialEq, Eq)]
pub struct Stretch<'t> {
    /// The first line before, from 0.
    pub old: usize,
    /// The first line after, from 0.
    pub new: usize,
    /// What goes.
    pub gone: &'t [&'t str],
    /// What comes.
    pub come: &'t [&'t str],
}

/// What changes from `before` to `after` in `file`: per stretch its place, what goes and what comes.
pub fn between(file: &str, before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut out = String::new();
    for Stretch { old, gone, come, .. } in stretches(&old, &new) {
        let gone = gone.iter().map(|line| ("- ", *line));
        let come = come.iter().map(|line| ("+ ", *line));
        let _ = writeln!(out, "{}:{}", harmless(file), old + 1);
        for (sign, line) in gone.chain(come) {
            let _ = writeln!(out, "{sign}{}", harmless(line));
        }
    }
    out
}

/// What changes from some lines to others.
pub fn stretches<'t>(old: &'t [&'t str], new: &'t [&'t str]) -> Vec<Stretch<'t>> {
    let mut found = vec![];
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && old.get(i) == new.get(j) {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let (gone, come) = meeting(&old[i..], &new[j..]);
        let (gone, come) = (&old[i..i + gone], &new[j..j + come]);
        found.push(Stretch { old: i, new: j, gone, come });
        (i, j) = (i + gone.len(), j + come.len());
    }
    found
}

/// How many lines go and come before both texts have the same line again, the fewest of both.
fn meeting(old: &[&str], new: &[&str]) -> (usize, usize) {
    for sum in 1..=2 * AHEAD {
        for gone in sum.saturating_sub(AHEAD)..=sum.min(AHEAD) {
            let come = sum - gone;
            if gone > old.len() || come > new.len() {
                continue;
            }
            match (old.get(gone), new.get(come)) {
                (None, None) => return (gone, come),
                (Some(old), Some(new)) if old == new => return (gone, come),
                _ => {}
            }
        }
    }
    (old.len().min(AHEAD), new.len().min(AHEAD))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::between;

    #[test]
    fn only_what_changes_is_shown() {
        let shown = between("a", "1\n2\n3\n4\n", "1\nzwei\n3\n4\n5\n");
        assert_eq!(shown, "a:2\n- 2\n+ zwei\na:5\n+ 5\n");
        assert_eq!(between("a", "1\n", "1\n"), "");
    }

    proptest! {
        #[test]
        fn what_goes_and_comes_is_the_difference(before in "[ab\n]{0,40}", after in "[ab\n]{0,40}") {
            let shown = between("f", &before, &after);
            let count = |sign: &str| shown.lines().filter(|line| line.starts_with(sign)).count();
            let lines = |text: &str| text.lines().count();
            prop_assert_eq!(lines(&before) + count("+ "), lines(&after) + count("- "));
        }
    }
}
