//! Puts the titles of a contents list into its sections where a tool left the names of all sections before all titles: the
//! page of an article says which it is of.

use std::collections::HashMap;
use std::ops::Range;

use super::super::contents::Contents;
use super::super::listed::{Level, Listed};
use super::openings::Openings;
use crate::source::Blocks;
use crate::text::marker::{self, Numbering, unnumbered};
use crate::text::{titles, vocabulary};

/// Lines over a title in which its section stands.
const NEAR: usize = 6;

/// Puts the listed titles below the section that stands over their articles, if sections follow each other in the list.
pub fn regroup(blocks: &Blocks, openings: &Openings, contents: &mut Contents) {
    let mut levels = contents.listed.windows(2).map(|two| (two[0].level, two[1].level));
    if !levels.any(|two| two == (Level::Section, Level::Section)) {
        return;
    }
    let sections: HashMap<String, usize> = contents
        .listed
        .iter()
        .enumerate()
        .filter(|(_, listed)| listed.level == Level::Section)
        .map(|(nth, listed)| (titles::key(&listed.title.plain()), nth))
        .collect();
    let of_title = over_titles(blocks, openings, &sections);
    let own =
        |listed: &Listed| of_title.get(&titles::key(unnumbered(&listed.title.plain()))).copied();
    let mut order: Vec<(usize, usize, Listed)> = vec![];
    let mut before = 0;
    let listed = std::mem::take(&mut contents.listed);
    let events = events(&listed, &own);
    for (nth, listed) in listed.into_iter().enumerate() {
        let own = match listed.level {
            Level::Entry if events.as_ref().is_some_and(|(of, _)| of.contains(&nth)) => {
                events.as_ref().map(|(_, part)| *part)
            }
            Level::Entry => own(&listed),
            Level::Part | Level::Section => Some(nth),
        };
        before = own.unwrap_or(before);
        // A group comes before what is in it, wherever that stood.
        let place = if listed.level == Level::Entry { nth + 1 } else { 0 };
        order.push((before, place, listed));
    }
    order.sort_by_key(|(section, place, _)| (*section, *place));
    contents.listed = order.into_iter().map(|(_, _, listed)| listed).collect();
}

/// The entries right before a part of events that are no article's: they are its events. With the place of the part.
fn events(
    listed: &[Listed],
    own: &dyn Fn(&Listed) -> Option<usize>,
) -> Option<(Range<usize>, usize)> {
    let is_part = |listed: &Listed| {
        listed.level == Level::Part && vocabulary::is_events(&listed.title.plain())
    };
    let part = listed.iter().position(is_part)?;
    let stray = |listed: &&Listed| listed.level == Level::Entry && own(listed).is_none();
    let count = listed[..part].iter().rev().take_while(stray).count();
    Some((part - count..part, part))
}

/// The section over each title, by the title's key.
fn over_titles(
    blocks: &Blocks,
    openings: &Openings,
    sections: &HashMap<String, usize>,
) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for opening in &openings.lines {
        let above = (0..opening.first).rev().filter(|index| blocks.lines[*index].is_text());
        let numbered = above.take(NEAR).find_map(|index| {
            let words = blocks.lines[index].words();
            let number = marker::numbering(words).map(|(number, _)| number);
            let key = titles::key(unnumbered(words));
            sections.get(&key).copied().filter(|_| number == Some(Numbering::Section))
        });
        let lines = (opening.first..=opening.last).filter(|index| blocks.lines[*index].is_text());
        let title: Vec<&str> = lines.map(|index| blocks.lines[index].words()).collect();
        if let Some(section) = numbered {
            found.insert(titles::key(unnumbered(&title.join(" "))), section);
        }
    }
    found
}
