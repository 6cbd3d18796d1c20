//! Finds on a page the texts that a layout got as strings: titles, labels, addresses, running heads.
//!
//! Such a text has lost its way back: its glyphs know the layout's code. So what stands on a page is held to
//! all texts it may be, whole ones first. This module knows nothing of where glyphs are.

use std::collections::HashMap;

use jikji_diagnostic::source::{Sources, Span};

/// Longer ones are running text, which knows its way.
const LONGEST: usize = 400;

/// So many texts of a page are looked for among the parts of others.
const MOST_PARTS: usize = 500;

/// What is shorter may be anything when it is only a part of a text.
const LEAST_PART: usize = 4;

/// A text with the place of each of its characters that has ink.
#[derive(Debug, Clone, Default)]
pub struct Known(Vec<(char, Span)>);

impl Known {
    /// Whether it is an address, of which pages may show only the host.
    fn is_address(&self) -> bool {
        self.0.windows(3).any(|three| three.iter().map(|(c, _)| *c).eq("://".chars()))
    }

    /// Adds a text that stands at `span`, in quotes or not, with escapes or not.
    pub fn push(&mut self, text: &str, span: Span, sources: &Sources) {
        let written = sources.get(span.file).text.get(span.start..span.end).unwrap_or_default();
        let mut from = 0;
        for line in text.split('\n') {
            let found = written.get(from..).and_then(|rest| rest.find(line)).map(|at| from + at);
            from = found.map_or(from, |at| at + line.len());
            let place = |(at, c): (usize, char)| match found {
                Some(start) => {
                    let start = span.start + start + at;
                    Span { start, end: start + c.len_utf8(), ..span }
                }
                None => span,
            };
            let inked = line.char_indices().filter(|(_, c)| !c.is_whitespace());
            self.0.extend(inked.map(|found| (found.1, place(found))));
        }
    }
}

/// What stands before a letter of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Before {
    /// Another text, or nothing.
    Text,
    /// A space.
    Space,
    /// A letter.
    Letter,
}

/// Texts that a page may show.
#[derive(Debug, Default)]
pub struct Shelf {
    texts: Vec<Known>,
    /// A tree of their characters: from node and character to node. The first node is 0.
    tree: HashMap<(usize, char), usize>,
    /// The texts that end at each node, in order, and which of them is next.
    ends: Vec<(Vec<usize>, usize)>,
}

impl Shelf {
    /// Takes in a text.
    pub fn put(&mut self, text: Known) {
        if text.0.is_empty() || text.0.len() > LONGEST {
            return;
        }
        let mut node = 0;
        self.ends.resize_with(self.ends.len().max(1), Default::default);
        for (c, _) in &text.0 {
            let next = self.ends.len();
            node = *self.tree.entry((node, *c)).or_insert(next);
            if node == next {
                self.ends.push(Default::default());
            }
        }
        self.ends[node].0.push(self.texts.len());
        self.texts.push(text);
    }

    /// The longest text that stands whole at the start of `letters` and ends where `may_end` allows it: its
    /// node and length.
    fn whole(
        &self,
        letters: &[(char, Before)],
        may_end: impl Fn(usize) -> bool,
    ) -> Option<(usize, usize)> {
        let (mut node, mut found) = (0, None);
        for (at, (c, _)) in letters.iter().enumerate() {
            let Some(next) = self.tree.get(&(node, *c)) else { break };
            node = *next;
            if !self.ends[node].0.is_empty() && may_end(at + 1) {
                found = Some((node, at + 1));
            }
        }
        found
    }

    /// The places of the text that ends at a node; of several that read the same, one after the other.
    fn take(&mut self, node: usize) -> Vec<Span> {
        let (texts, next) = &mut self.ends[node];
        let text = texts[(*next).min(texts.len() - 1)];
        *next += 1;
        self.texts[text].0.iter().map(|(_, span)| *span).collect()
    }

    /// The places of a part of a text that `may_be_parts`; of several the one that is nearest to what stands
    /// beside it on the page.
    fn part(
        &self,
        letters: &[(char, Before)],
        beside: &[Span],
        may_be_parts: impl Fn(&Known) -> bool,
    ) -> Option<Vec<Span>> {
        if letters.len() < LEAST_PART {
            return None;
        }
        let same =
            |part: &[(char, Span)]| part.iter().map(|(c, _)| c).eq(letters.iter().map(|(c, _)| c));
        let parts = self.texts.iter().filter(|text| may_be_parts(text));
        let parts = parts.flat_map(|text| text.0.windows(letters.len())).filter(|part| same(part));
        let far = |part: &&[(char, Span)]| {
            let near = beside.iter().filter(|span| span.file == part[0].1.file);
            near.map(|span| span.start.abs_diff(part[0].1.start)).min().unwrap_or(usize::MAX)
        };
        let found = parts.min_by_key(far)?;
        Some(found.iter().map(|(_, span)| *span).collect())
    }

    /// Begins again with the first of those that read the same.
    fn rewind(&mut self) {
        self.ends.iter_mut().for_each(|(_, next)| *next = 0);
    }
}

/// The places of the letters of a page. Long texts go before short ones, the page's own before the `common` ones; what
/// is no whole text may be a part of one.
pub fn align(letters: &[(char, Before)], own: &mut Shelf, common: &mut Shelf) -> Vec<Option<Span>> {
    common.rewind();
    let mut places = vec![];
    while let Some((_, before)) = letters.get(places.len()) {
        let rest = &letters[places.len()..];
        let ends = |at: usize| rest.get(at).is_none_or(|(_, before)| *before < Before::Letter);
        let found = match before {
            Before::Letter => None,
            _ => match (own.whole(rest, ends), common.whole(rest, ends)) {
                (Some(mine), Some(theirs)) if theirs.1 > mine.1 => Some(common.take(theirs.0)),
                (Some((node, _)), _) => Some(own.take(node)),
                (None, Some((node, _))) => Some(common.take(node)),
                (None, None) => None,
            },
        };
        match found {
            Some(found) => places.extend(found.into_iter().map(Some)),
            None => places.push(None),
        }
    }
    find_parts(letters, own, common, &mut places);
    places
}

/// Finds the texts of a page that have no place yet among the parts of others.
fn find_parts(
    letters: &[(char, Before)],
    own: &Shelf,
    common: &Shelf,
    places: &mut [Option<Span>],
) {
    let opens = (1..letters.len()).filter(|at| letters[*at].1 == Before::Text);
    let (mut start, mut tried) = (0, 0);
    for end in opens.chain([letters.len()]) {
        let text = std::mem::replace(&mut start, end)..end;
        if tried < MOST_PARTS && places[text.clone()].iter().all(Option::is_none) {
            tried += 1;
            let before = places[..text.start].iter().rev().find_map(|place| *place);
            let after = places[end..].iter().find_map(|place| *place);
            let beside: Vec<Span> = before.into_iter().chain(after).collect();
            let part = &letters[text.clone()];
            let found = own.part(part, &beside, |_| true);
            let found = found.or_else(|| common.part(part, &beside, Known::is_address));
            for (place, span) in places[text].iter_mut().zip(found.unwrap_or_default()) {
                *place = Some(span);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jikji_diagnostic::source::{Sources, Span};

    use super::{Before, Known, Shelf, align};

    /// A shelf of texts that stand in a file one under the other, in quotes.
    fn shelf(sources: &mut Sources, texts: &[&str]) -> Shelf {
        let mut shelf = Shelf::default();
        for text in texts {
            let written = format!("\"{text}\"");
            let file = sources.add(*text, written.as_str());
            let mut known = Known::default();
            known.push(text, Span::new(file, 0..written.len()), sources);
            shelf.put(known);
        }
        shelf
    }

    /// Texts of a page, and for each letter the file and the byte that it leads to.
    fn aligned(texts: &[&str], own: &[&str], common: &[&str]) -> Vec<String> {
        let mut sources = Sources::default();
        let (mut own, mut common) = (shelf(&mut sources, own), shelf(&mut sources, common));
        let mut letters = vec![];
        for text in texts {
            let mut before = Before::Text;
            for c in text.chars() {
                if c == ' ' {
                    before = before.min(Before::Space);
                } else {
                    letters.push((c, before));
                    before = Before::Letter;
                }
            }
        }
        let shown = |place: Option<Span>| match place {
            Some(place) => format!("{}:{}", sources.get(place.file).name, place.start),
            None => "-".into(),
        };
        align(&letters, &mut own, &mut common).into_iter().map(shown).collect()
    }

    #[test]
    fn a_text_is_found_over_lines_behind_a_number_and_the_long_one_first() {
        assert_eq!(
            aligned(&["ab", "c d"], &["abc d"], &["ab"]),
            ["abc d:1", "abc d:2", "abc d:3", "abc d:5"]
        );
        assert_eq!(aligned(&["1. ab"], &[], &["ab"]), ["-", "-", "ab:1", "ab:2"]);
        assert_eq!(aligned(&["xab", "abx"], &[], &["ab"]), ["-"; 6]);
        assert_eq!(aligned(&["a", "a"], &["a"], &["a"]), ["a:1"; 2]);
    }

    #[test]
    fn a_part_of_a_text_is_found_where_it_is_long_enough() {
        let address = "https://spri.kr/";
        assert_eq!(aligned(&["spri.kr"], &[address], &[])[0], format!("{address}:9"));
        assert_eq!(aligned(&["spr"], &[address], &[]), ["-"; 3]);
    }

    #[test]
    fn of_equal_parts_the_one_in_the_row_is_meant() {
        let (first, second) = ("2024.7.21~27", "2025.7.21~28");
        let mut sources = Sources::default();
        let written = format!("'{first}' 'one' '{second}' 'two'");
        let file = sources.add("a", written.as_str());
        let mut own = Shelf::default();
        for text in [first, "one", second, "two"] {
            let start = written.find(text).unwrap();
            let mut known = Known::default();
            known.push(text, Span::new(file, start..start + text.len()), &sources);
            own.put(known);
        }
        let letters: Vec<(char, Before)> = ["one", "7.21", "two"]
            .iter()
            .flat_map(|text| text.char_indices())
            .map(|(at, c)| (c, if at == 0 { Before::Text } else { Before::Letter }))
            .collect();
        let places = align(&letters, &mut own, &mut Shelf::default());
        assert_eq!(places[3].unwrap().start, written.rfind("7.21").unwrap());
    }

    #[test]
    fn texts_that_read_the_same_are_taken_in_turn() {
        let mut sources = Sources::default();
        let file = sources.add("a", "\"x\" \"x\"");
        let mut shelf = Shelf::default();
        for start in [0, 4] {
            let mut known = Known::default();
            known.push("x", Span::new(file, start..start + 3), &sources);
            shelf.put(known);
        }
        let letters = [('x', Before::Text); 3];
        let places = align(&letters, &mut shelf, &mut Shelf::default());
        let starts: Vec<usize> = places.into_iter().map(|place| place.unwrap().start).collect();
        assert_eq!(starts, [1, 5, 5]);
    }
}
