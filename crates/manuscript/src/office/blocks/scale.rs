//! What only a manuscript as a whole tells: how large its text is, which lines are its title and its headings, and
//! whether it indents its lists as their signs say.

use crate::office::{Form, Manuscript, Paragraph, Piece, Span, Table};
use crate::text::marker;

/// The longest title or heading that is told by its size, in characters.
const LONGEST: usize = 70;
/// How many paragraphs at the top may be the title.
const TOP: usize = 12;
/// How much larger than the text a heading is.
const LARGER: f64 = 1.12;
/// The signs of lists as public offices step them, the outermost first.
const LADDER: [&str; 5] = ["□■▣◆◇", "○●ㅇ◦◎❍", "-–—", "·•∙⋅․‧・ㆍ▪⦁", "*※"];

/// The facts.
pub struct Scale<'m> {
    /// The title of the document.
    title: Option<&'m Paragraph>,
    /// The sizes of its headings, the largest first, in tenths of a point; none if its styles tell them.
    sizes: Vec<u32>,
    /// Whether indents say otherwise than signs.
    pub by_sign: bool,
}

impl<'m> Scale<'m> {
    /// Reads the facts of a manuscript.
    pub fn of(manuscript: &'m Manuscript) -> Self {
        let mut all = vec![];
        paragraphs(&manuscript.pieces, &mut all);
        let body = body_size(&all);
        let large = |paragraph: &Paragraph| body > 0.0 && paragraph.size > body * LARGER;
        let title = title(&all, large);
        let styled = |paragraph: &&&Paragraph| matches!(paragraph.form, Form::Heading { .. });
        let mut sizes = vec![];
        if !all.iter().any(|paragraph| styled(&paragraph)) {
            let other =
                |paragraph: &&&Paragraph| !title.is_some_and(|t| std::ptr::eq(t, **paragraph));
            let heads = all.iter().filter(other).filter(|p| large(p) && may_head(p));
            sizes.extend(heads.map(|paragraph| tenths(paragraph.size)));
            sizes.sort_unstable_by(|a, b| b.cmp(a));
            sizes.dedup();
        }
        Self { title, sizes, by_sign: is_by_sign(&all) }
    }

    /// Whether a paragraph is the title of the document.
    pub fn is_title(&self, paragraph: &Paragraph) -> bool {
        self.title.is_some_and(|title| std::ptr::eq(title, paragraph))
    }

    /// The level of a heading, from 1, under the title if there is one.
    pub fn level(&self, level: u8) -> u8 {
        level.max(1).saturating_add(u8::from(self.title.is_some())).min(6)
    }

    /// The level of a line that is a heading by its size.
    pub fn sized(&self, paragraph: &Paragraph) -> Option<u8> {
        let place = self.sizes.iter().position(|size| *size == tenths(paragraph.size))?;
        may_head(paragraph).then(|| self.level(u8::try_from(place + 1).unwrap_or(6)))
    }
}

/// How deep the ladder has a sign, from 0.
pub fn rung(sign: char) -> Option<usize> {
    LADDER.iter().position(|signs| signs.contains(sign))
}

fn tenths(size: f64) -> u32 {
    (size * 10.0) as u32
}

/// The paragraphs that stand as text: those of boxes too.
fn paragraphs<'m>(pieces: &'m [Piece], out: &mut Vec<&'m Paragraph>) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => out.push(paragraph),
            Piece::Table(table) if is_box(table) => {
                table.rows.iter().flatten().for_each(|cell| paragraphs(&cell.pieces, out));
            }
            _ => {}
        }
    }
}

/// Whether a table is a frame around text: it has one column.
pub fn is_box(table: &Table) -> bool {
    table.rows.iter().flatten().all(|cell| cell.column == 0)
        && table.rows.iter().all(|r| r.len() < 2)
}

fn letters(paragraph: &Paragraph) -> usize {
    let texts = paragraph.spans.iter().map(|span| match span {
        Span::Text { text, .. } => text.chars().filter(|c| !c.is_whitespace()).count(),
        _ => 0,
    });
    texts.sum()
}

fn opening(paragraph: &Paragraph) -> &str {
    let mut texts = paragraph.spans.iter().filter_map(|span| match span {
        Span::Text { text, .. } => Some(text.trim_start()).filter(|text| !text.is_empty()),
        _ => None,
    });
    texts.next().unwrap_or("")
}

/// The size of most letters.
fn body_size(all: &[&Paragraph]) -> f64 {
    let mut sizes = std::collections::BTreeMap::<u32, usize>::new();
    for paragraph in all.iter().filter(|paragraph| paragraph.size > 0.0) {
        *sizes.entry(tenths(paragraph.size)).or_default() += letters(paragraph);
    }
    let most = sizes.into_iter().max_by_key(|(size, count)| (*count, std::cmp::Reverse(*size)));
    most.map_or(0.0, |(size, _)| f64::from(size) / 10.0)
}

/// Whether a line is short enough for a heading, and no item.
fn may_head(paragraph: &Paragraph) -> bool {
    let item = marker::bullet(opening(paragraph)).is_some_and(|bullet| bullet.length > 0);
    paragraph.form == Form::Text && !item && (1..=LONGEST).contains(&letters(paragraph))
}

/// The title: by its style, else the largest short line at the top, before the first heading.
fn title<'m>(all: &[&'m Paragraph], large: impl Fn(&Paragraph) -> bool) -> Option<&'m Paragraph> {
    if let Some(title) = all.iter().find(|p| p.form == Form::Title && letters(p) > 0) {
        return Some(title);
    }
    let full = all.iter().filter(|paragraph| letters(paragraph) > 0).take(TOP);
    let top = full.take_while(|p| !matches!(p.form, Form::Heading { .. }));
    let mut best: Option<&'m Paragraph> = None;
    for paragraph in top.filter(|paragraph| large(paragraph) && may_head(paragraph)) {
        if best.is_none_or(|best| paragraph.size > best.size) {
            best = Some(paragraph);
        }
    }
    best
}

/// Whether a sign that belongs further in stands further out than one that belongs outside it.
fn is_by_sign(all: &[&Paragraph]) -> bool {
    let mut least = [f64::INFINITY; LADDER.len()];
    for paragraph in all.iter().filter(|paragraph| paragraph.form == Form::Text) {
        let text = opening(paragraph);
        let bullet = marker::bullet(text).filter(|bullet| bullet.length > 0);
        if let Some(rung) = bullet.and_then(|bullet| rung(bullet.class)) {
            least[rung] = least[rung].min(columns(paragraph));
        }
    }
    let used: Vec<f64> = least.into_iter().filter(|least| least.is_finite()).collect();
    used.windows(2).any(|two| two[0] > two[1])
}

/// How far in a paragraph stands, in halves of a letter: blanks before its words count.
pub fn columns(paragraph: &Paragraph) -> f64 {
    let half = if paragraph.size > 0.0 { paragraph.size / 2.0 } else { 5.0 };
    let mut blanks = 0;
    for span in &paragraph.spans {
        match span {
            Span::Text { text, .. } => {
                blanks += text.chars().take_while(|c| c.is_whitespace()).count();
                if !text.trim().is_empty() {
                    break;
                }
            }
            Span::Tab => blanks += 4,
            _ => {}
        }
    }
    (paragraph.indent.clamp(0.0, 1000.0) / half).round() + blanks as f64
}
