//! Reads the lines of running text off laid-out pages.
//!
//! A glyph knows the markup it comes from, the markup knows the author's text: so each line can be
//! measured and judged as the reader sees it, whatever the layout did in between. Nothing here
//! changes a page.

use typst::layout::{Abs, Em};
use typst::text::{Glyph, TextItem};

use crate::compose::markup::{Markup, Run, WORD_JOINER, ZERO_WIDTH_SPACE};
use crate::typeset::leaves::Leaves;
use crate::typeset::texts::PlacedText;
use crate::typeset::world::TypstWorld;

/// A line of running text as it was set.
#[derive(Debug, Clone)]
pub struct Line {
    /// The paragraph it belongs to.
    pub paragraph: u32,
    /// The entry it belongs to, by position.
    pub entry: Option<usize>,
    /// Its page, from 1.
    pub page: usize,
    /// Its baseline from the top of the trimmed page, pt.
    pub baseline_pt: f64,
    /// Its text, trailing space included.
    pub text: String,
    /// The byte of the markup its first glyph comes from.
    pub start: usize,
    /// Widths of its word spaces as they are seen, over the font's own: what letters were spread by before
    /// them is part of them.
    pub spaces: Vec<f64>,
    /// Whether its word spaces were stretched or shrunk to fill the line.
    pub filled: bool,
}

impl Line {
    /// The middle of its word spaces' widths over the font's own; 1 where it has none.
    pub fn looseness(&self) -> f64 {
        let mut spaces = self.spaces.clone();
        spaces.sort_by(f64::total_cmp);
        match spaces.len() {
            0 => 1.0,
            n if n % 2 == 1 => spaces[n / 2],
            n => (spaces[n / 2 - 1] + spaces[n / 2]) / 2.0,
        }
    }
}

/// Reads all lines of a document's texts, those of one paragraph together and in order.
pub fn read(texts: &[PlacedText], world: &TypstWorld, markup: &Markup) -> Vec<Line> {
    let mut reader = LineReader { leaves: Leaves::of(world), markup, lines: vec![] };
    texts.iter().for_each(|text| reader.text(text));
    let mut lines = reader.lines;
    lines.sort_by_key(|line| line.paragraph);
    lines
}

/// Two baselines nearer than this are one line, pt.
const SAME_LINE_PT: f64 = 0.5;

struct LineReader<'a> {
    leaves: Leaves,
    markup: &'a Markup,
    lines: Vec<Line>,
}

impl<'a> LineReader<'a> {
    fn text(&mut self, &PlacedText { page, item, at }: &PlacedText) {
        let natural = natural_space(item);
        let baseline_pt = at.ty.to_pt();
        // Glyphs of one node of the markup are of one run.
        for glyphs in item.glyphs.chunk_by(|a, b| a.span.0 == b.span.0) {
            let Some(start) = self.leaves.byte(&glyphs[0]) else { continue };
            let Some(run) = self.run_at(start) else { continue };
            let line = self.line(run, page, baseline_pt, start);
            let from = glyphs.iter().map(|glyph| glyph.range().start).min().unwrap_or(0);
            let to = glyphs.iter().map(|glyph| glyph.range().end).max().unwrap_or(0);
            let text = item.text.get(from..to).unwrap_or_default();
            line.text.extend(text.split([WORD_JOINER, ZERO_WIDTH_SPACE]));
            let Some(natural) = natural else { continue };
            // What letters are spread by before a space is part of it.
            let spread = |before: &Glyph| {
                let own = item.font.x_advance(before.id);
                own.map_or(Em::zero(), |own| before.x_advance - own)
            };
            let mut before: Option<&Glyph> = None;
            for glyph in glyphs {
                let space = item.text.as_bytes().get(glyph.range().start) == Some(&b' ');
                if space && glyph.x_advance > Em::zero() {
                    let spread = before.map_or(Em::zero(), spread);
                    line.spaces.push(em(glyph.x_advance + spread) / natural);
                    line.filled |= (em(glyph.x_advance) / natural - 1.0).abs() > UNTOUCHED;
                }
                before = Some(glyph);
            }
        }
    }

    /// The line that what comes next stands on.
    fn line(&mut self, run: &Run, page: usize, baseline_pt: f64, start: usize) -> &mut Line {
        let same = self.lines.last().is_some_and(|line| {
            line.paragraph == run.paragraph
                && line.page == page
                && (line.baseline_pt - baseline_pt).abs() < SAME_LINE_PT
        });
        if !same {
            let (paragraph, entry) = (run.paragraph, run.entry);
            let (text, spaces) = (String::with_capacity(160), Vec::with_capacity(24));
            let filled = false;
            self.lines.push(Line {
                paragraph,
                entry,
                page,
                baseline_pt,
                text,
                start,
                spaces,
                filled,
            });
        }
        self.lines.last_mut().expect("a line was pushed where there was none")
    }

    fn run_at(&self, byte: usize) -> Option<&'a Run> {
        let markup: &'a Markup = self.markup;
        let index = markup.runs.partition_point(|run| run.range.end <= byte);
        markup.runs.get(index).filter(|run| run.range.contains(&byte))
    }
}

/// The width of the font's own word space, em.
fn natural_space(item: &TextItem) -> Option<f64> {
    let glyph = item.font.ttf().glyph_index(' ')?;
    let advance = em(item.font.x_advance(glyph.0)?);
    (advance > 0.0).then_some(advance)
}

fn em(length: Em) -> f64 {
    length.at(Abs::pt(1.0)).to_pt()
}

/// Word spaces within this of the font's own are as it made them.
const UNTOUCHED: f64 = 1e-3;

/// Line statistics of a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, serde::Serialize)]
pub struct Statistics {
    /// Lines of running text.
    pub lines: usize,
    /// Lines that were filled: all but the last of each justified paragraph.
    pub justified_lines: usize,
    /// Line ends inside an eojeol.
    pub eojeol_split: usize,
    /// Justified lines whose middle word space is over [`LOOSE`] times the font's.
    pub loose_lines: usize,
    /// The same over [`VERY_LOOSE`] times.
    pub very_loose_lines: usize,
    /// Last lines of less than two eojeol and less than four syllables.
    pub short_last_lines: usize,
    /// The widest middle word space, over the font's.
    pub worst_looseness: f64,
}

/// From here on a line is loose.
pub const LOOSE: f64 = 1.6;

/// From here on a line is too loose to leave.
pub const VERY_LOOSE: f64 = 2.0;

/// The paragraphs of `lines`: a slice each.
pub fn paragraphs(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by(|a, b| a.paragraph == b.paragraph)
}

/// Counts what typography asks about.
pub fn statistics(lines: &[Line]) -> Statistics {
    let mut statistics = Statistics { lines: lines.len(), ..Statistics::default() };
    for paragraph in paragraphs(lines) {
        let Some((last, justified)) = paragraph.split_last() else { continue };
        statistics.justified_lines += justified.iter().filter(|line| line.filled).count();
        statistics.short_last_lines += usize::from(!justified.is_empty() && is_short(&last.text));
        for line in justified {
            let looseness = line.looseness();
            statistics.eojeol_split += usize::from(is_split(line));
            statistics.loose_lines += usize::from(looseness > LOOSE);
            statistics.very_loose_lines += usize::from(looseness > VERY_LOOSE);
            statistics.worst_looseness = statistics.worst_looseness.max(looseness);
        }
    }
    statistics.worst_looseness = (statistics.worst_looseness * 1000.0).round() / 1000.0;
    statistics
}

/// Whether a line that is not the last ends inside an eojeol.
pub fn is_split(line: &Line) -> bool {
    !line.text.is_empty() && !line.text.ends_with(char::is_whitespace)
}

/// Whether a last line is too short to stand alone (typography: two eojeol or four syllables).
pub fn is_short(text: &str) -> bool {
    let text = text.trim();
    text.split_whitespace().count() < 2 && text.chars().filter(|c| c.is_alphanumeric()).count() < 4
}
