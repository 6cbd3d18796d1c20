//! Marks that stand on lines of their own: signs of headings without words, and bullets, each of which is the sign of
//! a text near it.
//!
//! Mostly that is the text below. A tool that goes by where signs stand on the page leaves one in the middle of its
//! text, or those of two items before both.

use super::line::Line;
use crate::messages::Why;
use crate::source::{BlockKind, Ledger};
use crate::text::sentences;

/// Lines from one bullet to the next of its like, within a text.
const NEAR: usize = 16;
/// Lines from a bullet that stands before another to its text.
const FAR: usize = 12;

/// Settles them.
pub fn settle(lines: &mut [Line], ledger: &mut Ledger) {
    let marks: Vec<usize> = (0..lines.len()).filter(|index| is_bare(&lines[*index])).collect();
    let inside = inside(lines, &marks);
    for (index, inside) in marks.iter().copied().zip(inside) {
        let BlockKind::Item(class) = lines[index].kind else {
            drop(lines, index, Why::HeadingMark, ledger);
            continue;
        };
        let below = below(lines, index).filter(|below| is_text(&lines[*below]));
        let own = if inside { above(lines, index) } else { below.or_else(|| apart(lines, index)) };
        match own {
            Some(own) => {
                drop(lines, index, Why::ListMark, ledger);
                lines[own].kind = BlockKind::Item(class);
                lines[own].indent = lines[index].indent;
            }
            None if "-*–".contains(class) => drop(lines, index, Why::ListMark, ledger),
            // It is a sign of the text.
            None => {
                let line = &mut lines[index];
                (line.kind, line.start) =
                    (BlockKind::Text, line.text.len() - line.text.trim_start().len());
            }
        }
    }
}

fn is_bare(line: &Line) -> bool {
    matches!(line.kind, BlockKind::Heading(_) | BlockKind::Item(_)) && line.words().is_empty()
}

fn is_text(line: &Line) -> bool {
    line.kind == BlockKind::Text && !line.rule
}

fn drop(lines: &mut [Line], index: usize, why: Why, ledger: &mut Ledger) {
    ledger.left_out(index, why, lines[index].whole());
    lines[index].kind = BlockKind::Noise;
}

/// The next line that is not blank, a blank one between them or not.
fn below(lines: &[Line], index: usize) -> Option<usize> {
    let mut near = index + 1..lines.len().min(index + 3);
    near.find(|next| lines[*next].kind != BlockKind::Blank)
}

/// The text above a bullet, which a blank line parts from it.
fn above(lines: &[Line], index: usize) -> Option<usize> {
    let blank = |at: usize| lines.get(at).is_some_and(|line| line.kind == BlockKind::Blank);
    let above = index
        .checked_sub(2)
        .filter(|above| blank(index - 1) && blank(index + 1) && is_text(&lines[*above]))?;
    below(lines, index).filter(|below| is_text(&lines[*below])).map(|_| above)
}

/// For each mark whether it stands in the middle of its text: the line above breaks off, or is as long as that of the
/// next of its like.
fn inside(lines: &[Line], marks: &[usize]) -> Vec<bool> {
    let above: Vec<Option<usize>> = marks.iter().map(|mark| above(lines, *mark)).collect();
    let broken =
        |nth: usize| above[nth].is_some_and(|above| sentences::breaks_off(lines[above].words()));
    let sure: Vec<bool> = (0..marks.len()).map(broken).collect();
    let length = |nth: usize| above[nth].map_or(0, |above| lines[above].words().chars().count());
    let like = |nth: usize, other: usize| {
        let alike = lines[marks[nth]].kind == lines[marks[other]].kind;
        let near = marks[nth].abs_diff(marks[other]) <= NEAR;
        sure[other] && alike && near && 5 * length(nth).abs_diff(length(other)) <= length(other)
    };
    let near = |nth: usize| nth.saturating_sub(NEAR)..marks.len().min(nth + NEAR);
    let other = |nth: usize| near(nth).any(|other| like(nth, other));
    (0..marks.len()).map(|nth| sure[nth] || above[nth].is_some() && other(nth)).collect()
}

/// The text of a bullet right before another: the next that stands by itself, without a sign, and goes on with nothing.
fn apart(lines: &[Line], index: usize) -> Option<usize> {
    let next = below(lines, index)?;
    if !is_bare(&lines[next]) || lines[next].kind == lines[index].kind {
        return None;
    }
    let mut before = next;
    for at in next + 1..lines.len().min(next + FAR) {
        let line = &lines[at];
        match line.kind {
            BlockKind::Blank | BlockKind::Noise => continue,
            BlockKind::Heading(_) => return None,
            _ if line.kind == lines[index].kind => return None,
            BlockKind::Text => {
                let parted = lines[at - 1].kind == BlockKind::Blank;
                let signed = is_bare(&lines[before]);
                if parted && !signed && !sentences::breaks_off(lines[before].words()) {
                    return Some(at);
                }
            }
            _ => {}
        }
        before = at;
    }
    None
}
