//! The second look at line ends: relief for loose lines, company for short last lines.
//!
//! Whole eojeol can leave a justified line too open. As Word does, such a line may take a part of the
//! next eojeol; a last line that is too short takes an eojeol from the line before. Decisions are
//! made on laid-out lines and kept as [`LineAdjustments`], so that the markup shows them.

use std::collections::BTreeSet;

use crate::compose::markup::{LineAdjustments, Markup};
use crate::prose::eojeol::eojeol_breaks;
use crate::typeset::lines::{LOOSE, Line, VERY_LOOSE, is_short, paragraphs};

/// At most this share of all lines may end inside an eojeol.
const SPLIT_SHARE: f64 = 0.02;

/// At most this share of justified lines may stay loose without relief.
const LOOSE_SHARE: f64 = 0.04;

/// Finds what to relieve. Returns whether anything was added to `adjustments`.
pub fn relieve(lines: &[Line], markup: &Markup, adjustments: &mut LineAdjustments) -> bool {
    let before = adjustments.clone();
    for (line, next) in worth_relief(lines) {
        open_eojeol(next, markup, adjustments);
        let _ = line;
    }
    for paragraph in paragraphs(lines) {
        if let [.., last_but_one, last] = paragraph
            && is_short(&last.text)
        {
            glue_last(last_but_one, last, markup, adjustments);
        }
    }
    *adjustments != before
}

/// Loose lines with the line after each, worst first, as many as the shares allow.
fn worth_relief(lines: &[Line]) -> Vec<(&Line, &Line)> {
    let mut loose = vec![];
    let mut justified = 0;
    for paragraph in paragraphs(lines) {
        justified += paragraph.len() - 1;
        for pair in paragraph.windows(2) {
            if pair[0].looseness() > LOOSE {
                loose.push((&pair[0], &pair[1]));
            }
        }
    }
    loose.sort_by(|a, b| b.0.looseness().total_cmp(&a.0.looseness()));
    let may_split = (lines.len() as f64 * SPLIT_SHARE) as usize;
    let may_stay = (justified as f64 * LOOSE_SHARE) as usize;
    let too_many = loose.len().saturating_sub(may_stay);
    let count = loose
        .iter()
        .take(may_split)
        .enumerate()
        .take_while(|(index, (line, _))| *index < too_many || line.looseness() > VERY_LOOSE)
        .count();
    loose.truncate(count);
    loose
}

/// Opens the first eojeol of a line, so that a part of it may move up.
fn open_eojeol(next: &Line, markup: &Markup, adjustments: &mut LineAdjustments) {
    let Some((index, start)) = markup.run_at(next.start) else { return };
    let text = &markup.runs[index].text;
    let Some(rest) = text.get(start..) else { return };
    let eojeol = rest.split(' ').next().unwrap_or_default();
    let breaks = eojeol_breaks(eojeol).into_iter().map(|at| (index, start + at));
    adjustments.opened.extend(breaks);
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

/// Takes back openings that no line uses, so that what stays open is open on purpose.
pub fn close_unused(lines: &[Line], markup: &Markup, adjustments: &mut LineAdjustments) {
    let used: BTreeSet<_> = lines.iter().filter_map(|line| markup.run_at(line.start)).collect();
    adjustments.opened.retain(|place| used.contains(place));
}
