//! Reads the lines of the contents list: what each names, and its title without number and page.

use std::ops::Range;

use super::leaders::{leader, page};
use crate::messages::Why;
use crate::source::{Block, BlockKind, Blocks, Ledger, Runs};
use crate::text::marker::{self, Numbering};

/// The most lines a title runs on over.
const LINES: usize = 3;
/// Blanks that part two columns.
const GAP: &str = "   ";

/// What a line of the contents list names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A part.
    Part,
    /// A section.
    Section,
    /// An article or an event.
    Entry,
}

/// A line of the contents list, or more lines where it runs on.
#[derive(Debug, Clone)]
pub struct Listed {
    /// What it names.
    pub level: Level,
    /// Its title without number, leaders and page.
    pub title: Runs,
}

/// Reads the lines in `range`; the list's own `heading` is passed over.
pub fn read(
    blocks: &Blocks,
    range: Range<usize>,
    heading: Option<usize>,
    ledger: &mut Ledger,
) -> Vec<Listed> {
    let inner = range.filter(|i| blocks.lines[*i].is_text() && Some(*i) != heading);
    let lines: Vec<usize> = inner.collect();
    let form = ListForm::of(blocks, &lines);
    let lines = without_head(blocks, lines, ledger);
    let mut list = List { listed: vec![], running: None };
    for (nth, index) in lines.iter().enumerate() {
        if let Some(cut) = columns(blocks, &lines[nth..], &form) {
            let (name, title) = beside(blocks, *index, cut, &form, ledger);
            list.end();
            list.listed.push(name);
            list.entry(title);
            continue;
        }
        let Some(title) = title(blocks, *index, &form, ledger) else { continue };
        let line = &blocks.lines[*index];
        let next_runs_on = lines.get(nth + 1).is_some_and(|next| {
            let next = &blocks.lines[*next];
            next.kind == BlockKind::Text && marker::numbering(next.words()).is_none()
        });
        let has_page = form.page(line.words()).is_some();
        let running = list.running.is_some() && !blocks.is_parted(*index);
        match form.level(blocks, &lines[nth..], running) {
            Level::Entry if line.kind == BlockKind::Row => list.entry(title),
            Level::Entry => {
                let goes_on = line.kind == BlockKind::Text;
                list.piece(title, goes_on, has_page || !next_runs_on);
            }
            level => {
                list.end();
                list.listed.push(Listed { level, title });
            }
        }
    }
    list.end();
    list.listed
}

/// The list under way.
struct List {
    listed: Vec<Listed>,
    /// An entry that goes on in the next line.
    running: Option<Runs>,
}

impl List {
    fn entry(&mut self, title: Runs) {
        self.end();
        self.listed.push(Listed { level: Level::Entry, title });
    }

    fn end(&mut self) {
        let running = self.running.take();
        self.listed.extend(running.map(|title| Listed { level: Level::Entry, title }));
    }

    /// A whole entry or a part of one: `goes_on` with the one before, `last` of its own.
    fn piece(&mut self, title: Runs, goes_on: bool, last: bool) {
        match &mut self.running {
            Some(before) if goes_on && before.lines.len() < LINES => join(before, title),
            _ => {
                self.end();
                self.running = Some(title);
            }
        }
        if last {
            self.end();
        }
    }
}

/// What the whole list tells of its lines.
struct ListForm {
    /// Entries have bullets that are no numbers.
    bulleted: bool,
    /// The deepest level of its headings.
    deepest: u8,
    /// Entries have page numbers without leaders.
    bare_pages: bool,
    /// Names of sections stand in lines by themselves, their entries indented below.
    named: bool,
}

impl ListForm {
    fn of(blocks: &Blocks, lines: &[usize]) -> Self {
        let kinds = || lines.iter().map(|index| blocks.lines[*index].kind);
        let levels = lines.iter().filter_map(|index| blocks.lines[*index].level());
        let mut form = Self {
            bulleted: kinds().any(|kind| matches!(kind, BlockKind::Item(class) if class != '1')),
            deepest: levels.max().unwrap_or(0),
            bare_pages: has_bare_pages(blocks, lines),
            named: false,
        };
        form.named = lines.windows(3).any(|three| {
            let [name, first, second] = [0, 1, 2].map(|nth| &blocks.lines[three[nth]]);
            let entry =
                |line: &Block| line.indent > name.indent && form.page(line.words()).is_some();
            form.is_bare(name) && entry(first) && entry(second)
        });
        form
    }

    /// Whether a line is words alone: no sign, no number, no page.
    fn is_bare(&self, line: &Block) -> bool {
        line.kind == BlockKind::Text
            && self.page(line.words()).is_none()
            && !line.words().starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the first of `lines` is the name of a section and no half of an entry.
    fn names_section(&self, blocks: &Blocks, lines: &[usize]) -> bool {
        let [first, next, ..] = lines else { return false };
        let (first, next) = (&blocks.lines[*first], &blocks.lines[*next]);
        let numbered = next.words().starts_with(|c: char| c.is_ascii_digit());
        let entry = match next.kind {
            BlockKind::Item(_) => true,
            BlockKind::Text if self.page(next.words()).is_some() => {
                numbered || (self.named && next.indent > first.indent)
            }
            _ => false,
        };
        self.is_bare(first) && entry
    }

    /// Where the title ends in a line with a page number.
    fn page(&self, words: &str) -> Option<usize> {
        leader(words).or_else(|| page(words).filter(|_| self.bare_pages))
    }

    /// Whether the first of `lines` is an item without a page that has items below it.
    fn opens_deeper(&self, blocks: &Blocks, lines: &[usize]) -> bool {
        let [first, next, ..] = lines else { return false };
        let (first, next) = (&blocks.lines[*first], &blocks.lines[*next]);
        let items = matches!((first.kind, next.kind), (BlockKind::Item(_), BlockKind::Item(_)));
        items && next.indent > first.indent + 1 && self.page(first.words()).is_none()
    }

    /// What the first of `lines` names; `running`, if an entry is under way right before it.
    fn level(&self, blocks: &Blocks, lines: &[usize], running: bool) -> Level {
        let line = &blocks.lines[lines[0]];
        let number = marker::numbering(line.words()).map(|(number, _)| number);
        if self.opens_deeper(blocks, lines) {
            let part = match number {
                Some(number) => number == Numbering::Part,
                None => lines.len() > 1 && self.opens_deeper(blocks, &lines[1..]),
            };
            return if part { Level::Part } else { Level::Section };
        }
        match (line.kind, number) {
            (BlockKind::Heading(_), Some(Numbering::Part)) => Level::Part,
            (BlockKind::Heading(_), Some(Numbering::Section)) => Level::Section,
            (BlockKind::Heading(level), None) if level < self.deepest => Level::Part,
            (BlockKind::Heading(_), None) => Level::Section,
            (BlockKind::Text | BlockKind::Row, Some(Numbering::Part)) => Level::Part,
            (BlockKind::Item('1') | BlockKind::Text, Some(Numbering::Section)) if self.bulleted => {
                Level::Section
            }
            (BlockKind::Text, None) if !running && self.names_section(blocks, lines) => {
                Level::Section
            }
            _ => Level::Entry,
        }
    }
}

/// Whether page numbers without leaders end most lines that are no headings.
fn has_bare_pages(blocks: &Blocks, lines: &[usize]) -> bool {
    let entries = || lines.iter().map(|i| &blocks.lines[*i]).filter(|line| !line.is_heading());
    let bare = |line: &&Block| leader(line.words()).is_none() && page(line.words()).is_some();
    let count = entries().filter(bare).count();
    count > 1 && 2 * count >= entries().filter(|line| line.kind != BlockKind::Text).count()
}

/// The lines without the head of a table, which names no article.
fn without_head(blocks: &Blocks, lines: Vec<usize>, ledger: &mut Ledger) -> Vec<usize> {
    let mut kept = vec![];
    for (nth, index) in lines.iter().enumerate() {
        let line = &blocks.lines[*index];
        let ruled =
            lines.get(nth + 1).is_some_and(|next| blocks.lines[*next].kind == BlockKind::TableRule);
        if line.kind == BlockKind::Row && ruled && page(line.words()).is_none() {
            blocks.leave_out(*index, Why::ContentsLine, ledger);
        } else {
            kept.push(*index);
        }
    }
    kept
}

/// Where a column of names ends and one of titles begins in the first of `lines`, of a page whose columns were kept: the
/// line below is indented to the second.
fn columns(blocks: &Blocks, lines: &[usize], form: &ListForm) -> Option<(usize, usize)> {
    let [index, below, ..] = lines else { return None };
    let (line, below) = (&blocks.lines[*index], &blocks.lines[*below]);
    let words = line.words();
    let end = form.page(words)?;
    let gap = words[..end].find(GAP)?;
    let start = gap + words[gap..end].len() - words[gap..end].trim_start().len();
    let column = line.indent + line.whole()[..].chars().count() - words[start..].chars().count();
    let named = matches!(line.kind, BlockKind::Text | BlockKind::Item('1'));
    (named && start < end && below.indent.abs_diff(column) <= 1).then_some((gap, start))
}

/// The name and the title that stand in one line.
fn beside(
    blocks: &Blocks,
    index: usize,
    (gap, start): (usize, usize),
    form: &ListForm,
    ledger: &mut Ledger,
) -> (Listed, Runs) {
    let words = blocks.lines[index].words();
    let end = form.page(words).unwrap_or(words.len());
    let number = marker::numbering(words).map(|(number, length)| (number, length.min(gap)));
    let level = match number {
        Some((Numbering::Part, _)) => Level::Part,
        Some(_) => Level::Section,
        None => Level::Entry,
    };
    let from = number.map_or(0, |(_, length)| length);
    let runs = blocks.take(index, ledger);
    let (name, title) = (runs.cut(from..gap), runs.cut(start..end));
    ledger.removed(index, Why::Leader, &words[end..]);
    ledger.removed(index, Why::Number, &words[..from]);
    (Listed { level, title: name }, title)
}

/// Puts the second half of a title to the first.
fn join(before: &mut Runs, after: Runs) {
    let joined = format!("{} {}", before.plain(), after.plain());
    let lines: Vec<usize> = before.lines.iter().chain(&after.lines).copied().collect();
    *before = Runs::plain_text(&joined, &lines);
}

/// The title a line of the list has; its number, leaders and page are entered as taken off. A list set as
/// a table has the page in its last cell.
fn title(blocks: &Blocks, index: usize, form: &ListForm, ledger: &mut Ledger) -> Option<Runs> {
    let block = &blocks.lines[index];
    let row = matches!(block.kind, BlockKind::Row | BlockKind::TableRule);
    let title = if row {
        let cells: Vec<&str> = block.cells.iter().map(|cell| cell.text.as_str()).collect();
        let digits = |cell: &&&str| cell.bytes().all(|b| b.is_ascii_digit());
        let pages = cells.iter().rev().take_while(digits).count();
        Runs::plain_text(&cells[..cells.len() - pages].join(" "), &[index])
    } else {
        let words = block.words();
        let end = form.page(words).unwrap_or(words.len());
        let start = marker::numbering(words).map_or(0, |(_, length)| length).min(end);
        let title = blocks.take(index, ledger).cut(start..end);
        ledger.removed(index, Why::Leader, &words[end..]);
        ledger.removed(index, Why::Number, &words[..start]);
        title
    };
    if row || title.is_empty() {
        blocks.leave_out(index, Why::ContentsLine, ledger);
    }
    (!title.is_empty()).then_some(title)
}
