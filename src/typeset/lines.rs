//! Reads the lines of running text off laid-out pages.
//!
//! A glyph knows the markup it comes from, the markup knows the author's text: so each line can be
//! measured and judged as the reader sees it, whatever the layout did in between. Nothing here
//! changes a page.

use typst::layout::{Abs, Em, Frame, FrameItem, Point, Transform};
use typst::syntax::Span;
use typst::text::TextItem;
use typst_layout::PagedDocument;

use crate::compose::markup::{Markup, Run, WORD_JOINER, ZERO_WIDTH_SPACE};
use crate::typeset::press::Press;

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
    /// Widths of its word spaces over the font's own.
    pub spaces: Vec<f64>,
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

/// Reads all lines, those of one paragraph together and in order.
pub fn read(document: &PagedDocument, press: &Press, markup: &Markup) -> Vec<Line> {
    let mut reader = Reader { press, markup, last: None, lines: vec![] };
    for (index, page) in document.pages().iter().enumerate() {
        reader.frame(&page.frame, Transform::identity(), index + 1);
    }
    let mut lines = reader.lines;
    lines.sort_by_key(|line| line.paragraph);
    lines
}

/// Two baselines nearer than this are one line, pt.
const SAME_LINE_PT: f64 = 0.5;

struct Reader<'a> {
    press: &'a Press,
    markup: &'a Markup,
    /// The span looked up last, and where it starts in the markup.
    last: Option<(Span, Option<usize>)>,
    lines: Vec<Line>,
}

impl Reader<'_> {
    fn frame(&mut self, frame: &Frame, transform: Transform, page: usize) {
        for (position, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let inner = transform
                        .pre_concat(Transform::translate(position.x, position.y))
                        .pre_concat(group.transform);
                    self.frame(&group.frame, inner, page);
                }
                FrameItem::Text(text) => self.text(text, *position, transform, page),
                _ => {}
            }
        }
    }

    fn text(&mut self, item: &TextItem, position: Point, transform: Transform, page: usize) {
        let natural = natural_space(item);
        let baseline_pt = position.transform(transform).y.to_pt();
        let mut run: Option<&Run> = None;
        for glyph in &item.glyphs {
            let Some(byte) = self.byte(glyph.span) else { continue };
            if run.is_none_or(|run| !run.range.contains(&byte)) {
                run = self.markup.runs.get(self.run_index(byte));
            }
            let Some(run) = run.filter(|run| run.range.contains(&byte)) else { continue };
            let text = item.text.get(glyph.range()).unwrap_or_default();
            let same = self.lines.last().is_some_and(|line| {
                line.paragraph == run.paragraph
                    && line.page == page
                    && (line.baseline_pt - baseline_pt).abs() < SAME_LINE_PT
            });
            if !same {
                self.lines.push(Line {
                    paragraph: run.paragraph,
                    entry: run.entry,
                    page,
                    baseline_pt,
                    text: String::new(),
                    start: byte,
                    spaces: vec![],
                });
            }
            let Some(line) = self.lines.last_mut() else { continue };
            line.text.extend(text.chars().filter(|&c| c != WORD_JOINER && c != ZERO_WIDTH_SPACE));
            if text.starts_with(' ')
                && let Some(natural) = natural
                && glyph.x_advance > Em::zero()
            {
                line.spaces.push(glyph.x_advance.at(Abs::pt(1.0)).to_pt() / natural);
            }
        }
    }

    fn run_index(&self, byte: usize) -> usize {
        self.markup.runs.partition_point(|run| run.range.end <= byte)
    }

    /// The byte of the markup a glyph comes from, if it is from there.
    fn byte(&mut self, (span, offset): (Span, u16)) -> Option<usize> {
        let start = match self.last {
            Some((last, start)) if last == span => start,
            _ => {
                let start = self.press.main_source().find(span).map(|node| node.range().start);
                self.last = Some((span, start));
                start
            }
        };
        start.map(|start| start + usize::from(offset))
    }
}

/// The width of the font's own word space, em.
fn natural_space(item: &TextItem) -> Option<f64> {
    let glyph = item.font.ttf().glyph_index(' ')?;
    let advance = item.font.x_advance(glyph.0)?.at(Abs::pt(1.0)).to_pt();
    (advance > 0.0).then_some(advance)
}

/// Line statistics of a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, serde::Serialize)]
pub struct Statistics {
    /// Lines of running text.
    pub lines: usize,
    /// Lines that are justified: all but the last of each paragraph.
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
        statistics.justified_lines += justified.len();
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
