//! Letters with marks that are set in a font of their own, and how the markup says so.
//!
//! Typst looks for a font character by character: a letter that the main font has and a mark that it lacks would
//! come from two fonts, or the mark would be lost. Which font has both, the typesetter finds out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::typst_string;
use jikji_prose::clusters::marked;

/// The family that each of some clusters is set in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClusterFonts(BTreeMap<String, String>);

impl ClusterFonts {
    /// Sets a cluster in a family.
    pub fn insert(&mut self, cluster: &str, family: &str) {
        self.0.insert(cluster.into(), family.into());
    }

    /// The clusters of a text that are set in a family of their own; neighbours of one family as one.
    pub fn stretches<'a>(&'a self, text: &str) -> Vec<(Range<usize>, &'a str)> {
        let mut stretches: Vec<(Range<usize>, &str)> = vec![];
        for (at, cluster) in marked(text) {
            let Some(family) = self.0.get(cluster) else { continue };
            let range = at..at + cluster.len();
            match stretches.last_mut() {
                Some((last, same)) if last.end == at && same == family => last.end = range.end,
                _ => stretches.push((range, family)),
            }
        }
        stretches
    }

    /// Adds the clusters of a text that are set in a family of their own.
    pub fn note(&self, text: &str, met: &mut BTreeSet<String>) {
        let own = marked(text).filter(|(_, cluster)| self.0.contains_key(*cluster));
        met.extend(own.map(|(_, cluster)| cluster.to_string()));
    }

    /// Show rules that set these clusters in their families wherever a layout shows a text that was given to it
    /// as a string.
    pub fn rules(&self, met: &BTreeSet<String>) -> String {
        let mut by_family: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for cluster in met {
            let Some(family) = self.0.get(cluster) else { continue };
            by_family.entry(family).or_default().push(cluster);
        }
        let rule = |(family, mut clusters): (&str, Vec<&str>)| {
            // What is part of another cluster comes after it.
            clusters.sort_by_key(|cluster| std::cmp::Reverse(cluster.len()));
            let any: Vec<String> = clusters.into_iter().map(pattern).collect();
            let any = typst_string::of(&any.join("|"));
            format!("#show regex({any}): set text(font: {})\n", name(family))
        };
        by_family.into_iter().map(rule).collect()
    }
}

/// The call that sets what follows in a family, up to its content.
pub fn call(family: &str) -> String {
    format!("#text(font: {})[", name(family))
}

/// A family's name as a string without a bracket: the first one of a call opens its content.
fn name(family: &str) -> String {
    typst_string::of(family).replace('[', "\\u{5b}")
}

/// A regular expression that finds a text.
fn pattern(text: &str) -> String {
    let escaped = |c: char| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]);
    text.chars().flat_map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> ClusterFonts {
        let mut fonts = ClusterFonts::default();
        for (cluster, family) in [("듀\u{11F0}", "B"), ("귁\u{302E}", "B"), ("*\u{20DD}", "A [1]")]
        {
            fonts.insert(cluster, family);
        }
        fonts
    }

    #[test]
    fn neighbours_of_one_family_are_one_stretch() {
        let fonts = fonts();
        let text = "가듀\u{11F0}귁\u{302E}*\u{20DD}나";
        assert_eq!(fonts.stretches(text), [(3..15, "B"), (15..19, "A [1]")]);
        assert_eq!(fonts.stretches("가나"), []);
    }

    #[test]
    fn a_rule_says_what_it_finds() {
        let fonts = fonts();
        let mut met = BTreeSet::new();
        fonts.note("가 *\u{20DD} 듀\u{11F0}", &mut met);
        let rules = fonts.rules(&met);
        assert_eq!(
            rules,
            "#show regex(\"\\\\*\u{20DD}\"): set text(font: \"A \\u{5b}1]\")\n\
             #show regex(\"듀\u{11F0}\"): set text(font: \"B\")\n"
        );
    }
}
