//! What the walks over the pages found, joined into what is known of the file.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::limits::Limits;
use super::rules::{self, About};
use super::verdict::{Findings, FontSeen, Verdict};
use super::{estimate, file, plates, walk};

/// Pages of a sheet that is folded once.
const FOLDED: usize = 4;

/// What the walks over all pages found, joined.
#[derive(Default)]
pub(super) struct Seen {
    pub fonts: BTreeMap<String, FontSeen>,
    pub learnt: walk::Learnt,
    /// Meshes that are too much to be painted, by the address of their dictionaries.
    pub too_fine: HashSet<usize>,
    /// How many there are.
    pages: usize,
    /// Whether something of any page was not looked at.
    pub unseen: bool,
    /// Whether any page's plates were too much to be rendered.
    pub unplated: bool,
    /// Pages with nothing on them, marks apart.
    empty: BTreeSet<usize>,
    /// Pages of which something was not read.
    unread: BTreeSet<usize>,
    /// Pages with text, which the renderer may have no font for.
    lettered: BTreeSet<usize>,
    /// Pages with marks where none are expected, or the other way round.
    marked_otherwise: Vec<usize>,
    text: bool,
    strokes: bool,
    images: bool,
    transparent: bool,
}

impl Seen {
    /// What pages' separations are rendered by.
    pub fn setting<'s>(
        &'s self,
        file: &'s file::File<'s>,
        limits: &'s Limits,
    ) -> plates::Setting<'s> {
        let Self { learnt, too_fine, pages, .. } = self;
        let walk::Learnt { plates, drawn, shaded, .. } = learnt;
        plates::Setting { file, plates, drawn, shaded, too_fine, limits, pages: *pages }
    }

    /// Takes over a page's facts; gives what its separations need.
    pub fn take<'p>(
        &mut self,
        page: &'p file::Page,
        facts: walk::Facts,
        found: &mut Findings,
        verdict: &mut Verdict,
        limits: &Limits,
    ) -> plates::PageJob<'p> {
        let number = page.number;
        found.append(facts.findings);
        self.pages += 1;
        if limits.expect_marks.is_some_and(|expected| expected != facts.marks) {
            self.marked_otherwise.push(number);
        }
        for (name, font) in facts.fonts {
            let known =
                self.fonts.entry(name).or_insert_with(|| FontSeen { pages: vec![], ..font });
            known.pages.push(number);
        }
        self.too_fine.extend(facts.too_fine);
        if facts.exhausted || facts.unseen {
            self.unread.insert(number);
        } else if facts.printed.is_none() {
            self.empty.insert(number);
        }
        if facts.lettered {
            self.lettered.insert(number);
        }
        self.text |= facts.text;
        self.strokes |= facts.strokes;
        self.images |= !facts.images.is_empty();
        self.transparent |= facts.transparent;
        let pixels = facts.images.iter().map(|image| image.pixels(limits.separation_ppi)).sum();
        verdict.images.extend(facts.images);
        // Which of its inks are none the estimate does not know.
        let own = &facts.learnt.plates.names;
        let inks = !own.iter().any(|name| limits.shop.is_technical(name));
        let places = self.learnt.join(facts.learnt, &limits.shop);
        let place = |i: usize| places.get(i).copied().flatten();
        let known = facts.known.filter(|_| inks).map(|known| {
            let mut plates = [0; estimate::MOST_PLATES];
            for (i, level) in known.plates.into_iter().enumerate() {
                if let Some(plate) = place(i).and_then(|i| plates.get_mut(i)) {
                    *plate = level;
                }
            }
            estimate::Known { plates, ..known }
        });
        verdict.inked.push(facts.inked.into_iter().filter_map(place).collect());
        let painted = facts.painted.into_iter().filter_map(place).collect();
        self.unseen |= facts.exhausted || facts.unseen;
        self.unplated |= facts.unplated;
        let (work, held, skip) = (facts.work, facts.held, facts.exhausted || facts.unplated);
        let (reversed, vanishing, placed) = (facts.reversed, facts.vanishing, facts.placed);
        plates::PageJob {
            page,
            painted,
            work,
            held,
            pixels,
            skip,
            known,
            reversed,
            vanishing,
            placed,
        }
    }

    /// Takes note of pages whose plates are bare, whatever their contents paint.
    pub fn note_bare(&mut self, pages: Vec<usize>) {
        let known = |page: &usize| !self.lettered.contains(page) && !self.unread.contains(page);
        self.empty.extend(pages.into_iter().filter(known));
    }

    /// Tells of pages with nothing on them, and of those with or without marks. What is true of all pages is said of
    /// the file.
    pub fn check_pages(&self, limits: &Limits, found: &mut Findings) {
        let pages = self.pages;
        let rule = match limits.expect_marks {
            Some(true) => rules::MARKS_MISSING,
            _ => rules::MARKS_FOUND,
        };
        match self.marked_otherwise.len() == pages {
            true if pages > 0 => found.add(rule, None, None, &[]),
            _ => self.marked_otherwise.iter().for_each(|p| found.add(rule, Some(*p), None, &[])),
        }
        // So many make the number of pages one that folds.
        let fill = pages.is_multiple_of(FOLDED) && self.empty.len() < FOLDED;
        for page in self.empty.iter().filter(|_| !fill) {
            found.add(rules::EMPTY_PAGE, Some(*page), None, &[]);
        }
    }

    /// Whether the file has what a rule is about.
    pub fn has(&self, about: About) -> bool {
        match about {
            // What has to be asked for is no rule where it is not.
            About::Anything
            | About::MarksWanted
            | About::MarksUnwanted
            | About::TrimsAsked
            | About::PagesAsked
            | About::InksAsked
            | About::SpotsAsked
            | About::ConditionAsked => true,
            About::Fonts => !self.fonts.is_empty(),
            About::Spots => self.learnt.plates.names.len() > 4,
            About::Transparency => self.transparent,
            About::Images => self.images,
            About::Strokes => self.strokes,
            About::Text => self.text,
        }
    }
}
