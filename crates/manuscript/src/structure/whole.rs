//! Finds what keeps a number from being whole: articles that the contents list names and the text does not have, and
//! articles that are made of several.
//!
//! It asks and counts; it never parts an article, since where to cut only an editor knows.

use super::length;
use crate::draft::{Brief, Draft, Passage};
use crate::messages::Ask;
use crate::source::{Ledger, Runs};
use crate::target::Room;
use crate::text::titles;

/// The shortest title that tells an article wherever it stands in another, in letters.
const TELLING: usize = 10;
/// The shortest that does as a passage of its own.
const ALONE: usize = 4;
/// Missing titles that are looked for in the articles.
const MOST: usize = 64;
/// Articles there must be for one to be far longer than the others.
const FEWEST: usize = 4;
/// How many times as long as the one in the middle such an article is.
const TIMES: f64 = 3.0;
/// Pages that no single article fills of a number whose articles are to take one.
const PAGES: f64 = 4.0;

/// Asks about missing articles and about those made of several; gives how many of the latter there are.
pub fn ask(draft: &Draft, room: Option<Room>, ledger: &mut Ledger) -> usize {
    let missing = &draft.lacks.missing;
    for title in missing {
        let line = title.line().unwrap_or_default();
        ledger.ask(Ask::ContentsUnmatched, line, [("text", title.plain())]);
    }
    let wanted: Vec<(String, &Runs)> =
        missing.iter().take(MOST).map(|title| (titles::key(&title.plain()), title)).collect();
    let lengths = room.map(|room| Lengths::of(draft, room));
    let mut merged = 0;
    for (nth, brief) in draft.briefs().enumerate() {
        let title = brief.title.plain();
        let pages = lengths.as_ref().and_then(|lengths| lengths.pages(nth));
        if let Some((listed, line)) = inside(brief, &wanted) {
            ledger.ask(Ask::TitleInside, line, [("listed", listed.plain()), ("text", title)]);
        } else if let Some(line) = brief.label_again {
            ledger.ask(Ask::LabelAgain, line, [("text", title)]);
        } else if let (Some(pages), Some(line)) = (pages, first_line(brief)) {
            ledger.ask(Ask::FarLonger, line, [("pages", format!("{pages:.0}")), ("text", title)]);
        } else {
            continue;
        }
        merged += 1;
    }
    merged
}

/// The first missing title that stands in an article, and the line it stands in.
fn inside<'t>(brief: &Brief, wanted: &[(String, &'t Runs)]) -> Option<(&'t Runs, usize)> {
    if wanted.is_empty() {
        return None;
    }
    let passages = brief.body.iter().filter_map(Passage::words).chain(&brief.key);
    passages.filter_map(|words| Some((titles::key(&words.plain()), words.line()?))).find_map(
        |(text, line)| {
            let here = |(key, _): &&(String, &Runs)| {
                let letters = key.chars().count();
                letters >= TELLING && text.contains(key) || letters >= ALONE && text == *key
            };
            wanted.iter().find(here).map(|(_, title)| (*title, line))
        },
    )
}

/// The line an article begins with.
fn first_line(brief: &Brief) -> Option<usize> {
    let words = || brief.body.iter().find_map(|passage| passage.words()?.line());
    brief.title.line().or_else(words)
}

/// How long the articles are.
struct Lengths {
    lines: Vec<f64>,
    /// That of the one in the middle.
    middle: f64,
    /// That of a page.
    page: f64,
}

impl Lengths {
    fn of(draft: &Draft, room: Room) -> Self {
        let lines: Vec<f64> =
            draft.briefs().map(|brief| length::lines(brief, room.letters)).collect();
        let mut sorted = lines.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let middle = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
        Self { lines, middle, page: room.lines }
    }

    /// How many pages an article fills that is far longer than the others and than a page, or than any is.
    fn pages(&self, nth: usize) -> Option<f64> {
        let own = self.lines[nth];
        let others = self.lines.len() >= FEWEST && own >= TIMES * self.middle;
        let far = own > self.page && others || own >= PAGES * self.page;
        far.then_some(own / self.page)
    }
}
