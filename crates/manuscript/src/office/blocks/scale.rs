//! What only a manuscript as a whole tells: how large its text is, which lines are its title and its headings, and
//! whether it indents its lists as their signs say.

use crate::office::{Cell, Form, Manuscript, Paragraph, Piece, Span, Table};
use crate::text::marker;

/// The longest title or heading that is told by its size, in characters.
const LONGEST: usize = 70;
/// The characters of a paragraph that tell its sign.
const OPENING: usize = 16;
/// How many paragraphs at the top may be the title.
const TOP: usize = 12;
/// Lines of a title at most.
const TITLE_LINES: usize = 3;
/// How much larger than the text a heading is.
const LARGER: f64 = 1.12;
/// The signs of lists as public offices step them, the outermost first.
const LADDER: [&str; 5] = ["□■▣◆◇", "○●ㅇ◦◎❍", "-–—", "·•∙⋅․‧・ㆍ▪⦁", "*※"];

/// The facts.
pub struct Scale<'m> {
    /// The title of the document, and what it goes on in.
    title: Vec<&'m Paragraph>,
    /// The sizes of its headings, the largest first, in tenths of a point; none if its styles tell them.
    sizes: Vec<u32>,
    /// Whether indents say otherwise than signs.
    pub by_sign: bool,
}

impl<'m> Scale<'m> {
    /// Reads the facts of a manuscript.
    pub fn of(manuscript: &'m Manuscript) -> Self {
        let mut lines = vec![];
        collect(&manuscript.pieces, 0, &mut lines);
        let text = lines.iter().filter(|line| line.place == Place::Text);
        let all: Vec<&Paragraph> = text.map(|line| line.paragraph).collect();
        let body = body_size(&all);
        let large = |paragraph: &Paragraph| body > 0.0 && paragraph.size > body * LARGER;
        let title = title(&lines, large);
        let styled = |paragraph: &&&Paragraph| matches!(paragraph.form, Form::Heading { .. });
        let mut sizes = vec![];
        if !all.iter().any(|paragraph| styled(&paragraph)) {
            let other =
                |paragraph: &&&Paragraph| !title.iter().any(|t| std::ptr::eq(*t, **paragraph));
            let heads =
                all.iter().filter(other).filter(|p| large(p) && is_worded(p) && may_head(p));
            sizes.extend(heads.map(|paragraph| tenths(paragraph.size)));
            sizes.sort_unstable_by(|a, b| b.cmp(a));
            sizes.dedup();
        }
        Self { title, sizes, by_sign: is_by_sign(&all) }
    }

    /// Whether a paragraph is the title of the document.
    pub fn is_title(&self, paragraph: &Paragraph) -> bool {
        self.title.iter().any(|title| std::ptr::eq(*title, paragraph))
    }

    /// Whether the title stands in a table.
    pub fn is_titled(&self, table: &Table) -> bool {
        let pieces = table.rows.iter().flatten().flat_map(|cell| &cell.pieces);
        pieces.into_iter().any(|piece| matches!(piece, Piece::Paragraph(of) if self.is_title(of)))
    }

    /// The level of a heading, from 1, under the title if there is one.
    pub fn level(&self, level: u8) -> u8 {
        level.max(1).saturating_add(u8::from(!self.title.is_empty())).min(6)
    }

    /// The level of a line that is a heading by its size.
    pub fn sized(&self, paragraph: &Paragraph) -> Option<u8> {
        let place = self.sizes.iter().position(|size| *size == tenths(paragraph.size))?;
        let fits = is_worded(paragraph) && may_head(paragraph);
        fits.then(|| self.level(u8::try_from(place + 1).unwrap_or(6)))
    }
}

/// How deep the ladder has a sign, from 0.
pub fn rung(sign: char) -> Option<usize> {
    LADDER.iter().position(|signs| signs.contains(sign))
}

fn tenths(size: f64) -> u32 {
    (size * 10.0) as u32
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the text: in a frame, too.
    Text,
    /// In a table of one row, which is a text if its title stands in it.
    Row,
    /// In a table.
    Cell,
}

/// A paragraph with its place.
struct Line<'m> {
    paragraph: &'m Paragraph,
    place: Place,
    /// The frame around it, from 1; 0 if there is none.
    frame: usize,
}

/// The paragraphs of a text; of each row of a table only the first.
fn collect<'m>(pieces: &'m [Piece], frame: usize, out: &mut Vec<Line<'m>>) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => out.push(Line { paragraph, place: Place::Text, frame }),
            Piece::Table(table) if is_box(table) => {
                let frame = out.len() + 1;
                table.rows.iter().flatten().for_each(|cell| collect(&cell.pieces, frame, out));
            }
            Piece::Table(table) => {
                let (place, most) = match table.rows.len() {
                    1 => (Place::Row, usize::MAX),
                    _ => (Place::Cell, 1),
                };
                for row in &table.rows {
                    let own =
                        row.iter().flat_map(|cell| &cell.pieces).filter_map(|piece| match piece {
                            Piece::Paragraph(paragraph) => Some(paragraph),
                            _ => None,
                        });
                    let full = own.filter(|paragraph| letters(paragraph) > 0).take(most);
                    let frame = out.len() + 1;
                    out.extend(full.map(|paragraph| Line { paragraph, place, frame }));
                }
            }
            _ => {}
        }
    }
}

/// Whether a table is a frame around text: it has one column, or one cell in each row, of which one takes all columns.
pub fn is_box(table: &Table) -> bool {
    let column = |cell: &Cell| cell.column == 0;
    if table.rows.iter().all(|row| row.len() < 2 && row.iter().all(column)) {
        return true;
    }
    let columns = table.rows.iter().flatten().map(|cell| cell.column.saturating_add(cell.across));
    let columns = columns.max().unwrap_or(0);
    let mut whole = false;
    table.rows.iter().all(|row| {
        let mut full = row.iter().filter(|cell| !is_blank(cell));
        whole |= full.next().is_some_and(|cell| cell.column == 0 && cell.across >= columns);
        full.next().is_none()
    }) && whole
}

/// Whether a cell shows nothing.
pub fn is_blank(cell: &Cell) -> bool {
    let blank = |piece: &Piece| matches!(piece, Piece::Paragraph(of) if letters(of) == 0);
    cell.pieces.iter().all(blank)
}

/// The letters of a paragraph.
pub fn letters(paragraph: &Paragraph) -> usize {
    let texts = paragraph.spans.iter().map(|span| match span {
        Span::Text { text, .. } => text.chars().filter(|c| !c.is_whitespace()).count(),
        _ => 0,
    });
    texts.sum()
}

/// What a paragraph begins with: a sign may stand in letters of its own look.
fn opening(paragraph: &Paragraph) -> String {
    let texts = paragraph.spans.iter().filter_map(|span| match span {
        Span::Text { text, .. } => Some(text.chars()),
        Span::Tab => Some("\t".chars()),
        _ => None,
    });
    texts.flatten().skip_while(|c| c.is_whitespace()).take(OPENING).collect()
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
    let item = marker::bullet(&opening(paragraph)).is_some_and(|bullet| bullet.length > 0);
    paragraph.form == Form::Text && !item && (1..=LONGEST).contains(&letters(paragraph))
}

/// Whether a line says more than a year or the number of a page, which are set large beside a title.
fn is_worded(paragraph: &Paragraph) -> bool {
    let words = |span: &Span| match span {
        Span::Text { text, .. } => text.chars().any(char::is_alphabetic),
        _ => false,
    };
    paragraph.spans.iter().any(words)
}

/// The title: by its style, else the largest short line at the top, before the first heading; and the lines right below
/// that look the same, or stand in the same frame and are large.
fn title<'m>(lines: &[Line<'m>], large: impl Fn(&Paragraph) -> bool) -> Vec<&'m Paragraph> {
    let styled = lines.iter().position(|line| {
        let (of, place) = (line.paragraph, line.place);
        place != Place::Cell && of.form == Form::Title && letters(of) > 0
    });
    let Some(first) = styled.or_else(|| largest(lines, &large)) else { return vec![] };
    let title = &lines[first];
    let like = |line: &&Line<'m>| {
        let of = line.paragraph;
        let same = tenths(of.size) == tenths(title.paragraph.size);
        let framed = title.frame > 0 && line.frame == title.frame;
        let fits = of.form == Form::Title || may_head(of);
        let alike = of.form == title.paragraph.form && line.place == title.place;
        alike && (same || framed && large(of)) && fits && letters(of) > 0
    };
    let like = lines[first..].iter().take_while(like).take(TITLE_LINES);
    like.map(|line| line.paragraph).collect()
}

/// The largest short line at the top, before the first heading.
fn largest(lines: &[Line<'_>], large: impl Fn(&Paragraph) -> bool) -> Option<usize> {
    let full = lines.iter().enumerate().filter(|(_, line)| letters(line.paragraph) > 0).take(TOP);
    let top = full.take_while(|(_, line)| {
        line.place != Place::Text || !matches!(line.paragraph.form, Form::Heading { .. })
    });
    let fits = |line: &Line<'_>| {
        let of = line.paragraph;
        line.place != Place::Cell && large(of) && is_worded(of) && may_head(of)
    };
    let mut best: Option<(usize, f64)> = None;
    for (index, line) in top.filter(|(_, line)| fits(line)) {
        if best.is_none_or(|(_, size)| line.paragraph.size > size) {
            best = Some((index, line.paragraph.size));
        }
    }
    best.map(|(index, _)| index)
}

/// Whether a sign that belongs further in stands further out than one that belongs outside it.
fn is_by_sign(all: &[&Paragraph]) -> bool {
    let mut least = [f64::INFINITY; LADDER.len()];
    for paragraph in all.iter().filter(|paragraph| paragraph.form == Form::Text) {
        let text = opening(paragraph);
        let bullet = marker::bullet(&text).filter(|bullet| bullet.length > 0);
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
