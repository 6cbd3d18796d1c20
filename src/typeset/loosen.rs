//! The second look at line ends: relief for loose lines, company for short last lines.
//!
//! Whole eojeol can leave a justified line too open. As Word does, such a line may take a part of the
//! next eojeol; a last line that is too short takes an eojeol from the line before. Decisions are
//! made on laid-out lines and kept as [`LineAdjustments`], so that the markup shows them.

use crate::compose::markup::{LineAdjustments, Markup};
use crate::typeset::lines::{LOOSE, Line, VERY_LOOSE, is_short, is_split, paragraphs};
use jikji_prose::eojeol::{eojeol_breaks, forced_breaks};

/// At most this share of all lines may end inside an eojeol.
const SPLIT_SHARE: f64 = 0.02;

/// At most this share of justified lines may stay loose without relief.
const LOOSE_SHARE: f64 = 0.04;

/// How far the lines of an entry are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// They will come out otherwise at another step.
    Moving,
    /// They stand, and may be relieved.
    Settled,
    /// They were looked at often enough.
    Done,
}

/// Finds what to relieve in the entries that are settled. Returns whether anything was added to
/// `adjustments`.
pub fn relieve(
    lines: &[Line],
    markup: &Markup,
    progress: &dyn Fn(Option<usize>) -> Progress,
    adjustments: &mut LineAdjustments,
) -> bool {
    let before = adjustments.clone();
    let (loose, mut wanted) = loose(lines);
    for (paragraph, at) in loose {
        if wanted == 0 {
            break;
        }
        let places = places_around(paragraph, at, markup);
        // A line that cannot be helped, or was not helped enough, takes no other's turn. One of an entry that
        // may still come out otherwise keeps its own.
        let hopes = places.iter().any(|place| !adjustments.opened.contains(place));
        match progress(paragraph[0].entry) {
            Progress::Done => {}
            Progress::Moving => wanted -= usize::from(hopes),
            Progress::Settled => {
                wanted -= usize::from(hopes);
                adjustments.opened.extend(places);
            }
        }
    }
    for paragraph in
        paragraphs(lines).filter(|paragraph| progress(paragraph[0].entry) == Progress::Settled)
    {
        if let [.., last_but_one, last] = paragraph
            && is_short(&last.text)
        {
            glue_last(last_but_one, last, markup, adjustments);
        }
    }
    *adjustments != before
}

/// Loose lines, as paragraph and position in it, worst first, and how many of them to relieve: no more than the
/// shares allow.
fn loose(lines: &[Line]) -> (Vec<(&[Line], usize)>, usize) {
    let mut loose = vec![];
    let (mut justified, mut split) = (0, 0);
    for paragraph in paragraphs(lines) {
        for (at, line) in paragraph[..paragraph.len() - 1].iter().enumerate() {
            justified += usize::from(line.filled);
            split += usize::from(is_split(line));
            if line.looseness() > LOOSE {
                loose.push((paragraph, at));
            }
        }
    }
    let looseness = |(paragraph, at): &(&[Line], usize)| paragraph[*at].looseness();
    loose.sort_by(|a, b| looseness(b).total_cmp(&looseness(a)));
    let may_split = ((lines.len() as f64 * SPLIT_SHARE) as usize).max(1).saturating_sub(split);
    let may_stay = (justified as f64 * LOOSE_SHARE) as usize;
    let too_many = loose.len().saturating_sub(may_stay);
    let very_loose = loose.iter().filter(|line| looseness(line) > VERY_LOOSE).count();
    (loose, may_split.min(too_many.max(very_loose)))
}

/// The places that may relieve a loose line: in the eojeol after it, a part of which may move up; where that
/// one cannot be divided, in the one before it, so that a part of that moves down; as the last resort for a
/// line that cannot stay, before an ending, or between a name and the bracket after it.
fn places_around(paragraph: &[Line], at: usize, markup: &Markup) -> Vec<(usize, usize)> {
    let Some(next) = markup.run_at(paragraph[at + 1].start) else { return vec![] };
    let mut places = eojeol_places(next, markup, eojeol_breaks);
    if places.is_empty()
        && at > 0
        && let Some((index, start)) = markup.run_at(paragraph[at].start)
    {
        let text = markup.runs[index].text[..start].trim_end();
        let start = text.rfind(' ').map_or(0, |space| space + 1);
        places = eojeol_places((index, start), markup, eojeol_breaks);
    }
    if places.is_empty() && paragraph[at].looseness() > VERY_LOOSE {
        places = eojeol_places(next, markup, forced_breaks);
        places.extend(eojeol_places(next, markup, bracket_break));
    }
    places
}

/// The places `breaks` finds in the eojeol at a byte of a run.
fn eojeol_places(
    (index, start): (usize, usize),
    markup: &Markup,
    breaks: fn(&str) -> Vec<usize>,
) -> Vec<(usize, usize)> {
    let rest = markup.runs[index].text.get(start..).unwrap_or_default();
    let eojeol = rest.split(' ').next().unwrap_or_default();
    breaks(eojeol).into_iter().map(|at| (index, start + at)).collect()
}

/// The place before an opening bracket inside an eojeol, two characters or more from its start.
fn bracket_break(eojeol: &str) -> Vec<usize> {
    let bracket = eojeol.find('(').filter(|&at| eojeol[..at].chars().count() >= 2);
    bracket.into_iter().collect()
}

/// Binds the last two eojeol of a paragraph, so that they turn the line together.
fn glue_last(
    before: &Line,
    last: &Line,
    markup: &Markup,
    adjustments: &mut LineAdjustments,
) -> Option<()> {
    let (index, start) = markup.run_at(last.start)?;
    let ends_with_space = before.text.ends_with(' ');
    let at_space = markup.runs[index].text.get(..start)?.ends_with(' ');
    if ends_with_space && at_space {
        adjustments.glued.insert((index, start));
    }
    Some(())
}
