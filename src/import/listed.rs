//! Reads the lines of the contents list: what each names, and its title without number and page.

use std::ops::Range;

use super::contents::leader;
use super::ledger::{Ledger, Why};
use super::line::{Kind, Line, is_table_rule};
use super::marker::{self, Numbering};
use super::sheet::Sheet;
use super::words::Words;
use super::{inline, pageless, table};

/// The most lines a title runs on over.
const LINES: usize = 3;

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
    pub title: Words,
}

/// Reads the lines in `range`; the list's own `heading` is passed over.
pub fn read(
    sheet: &Sheet,
    range: Range<usize>,
    heading: Option<usize>,
    ledger: &mut Ledger,
) -> Vec<Listed> {
    let inner = range.filter(|i| sheet.lines[*i].is_text() && Some(*i) != heading);
    let lines: Vec<usize> = inner.collect();
    let form = Form::of(sheet, &lines);
    let lines = without_head(sheet, lines, ledger);
    let mut list = List { listed: vec![], running: None };
    for (nth, index) in lines.iter().enumerate() {
        let Some(title) = title(sheet, *index, &form, ledger) else { continue };
        let line = &sheet.lines[*index];
        let next_runs_on = lines.get(nth + 1).is_some_and(|next| {
            let next = &sheet.lines[*next];
            next.kind == Kind::Text && marker::numbering(next.words()).is_none()
        });
        let has_page = form.page(line.words()).is_some();
        let running = list.running.is_some() && !sheet.is_parted(*index);
        match form.level(sheet, &lines[nth..], running) {
            Level::Entry if line.kind == Kind::Row => list.entry(title),
            Level::Entry => {
                let goes_on = line.kind == Kind::Text;
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
    running: Option<Words>,
}

impl List {
    fn entry(&mut self, title: Words) {
        self.end();
        self.listed.push(Listed { level: Level::Entry, title });
    }

    fn end(&mut self) {
        let running = self.running.take();
        self.listed.extend(running.map(|title| Listed { level: Level::Entry, title }));
    }

    /// A whole entry or a part of one: `goes_on` with the one before, `last` of its own.
    fn piece(&mut self, title: Words, goes_on: bool, last: bool) {
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
struct Form {
    /// Entries have bullets that are no numbers.
    bulleted: bool,
    /// The deepest level of its headings.
    deepest: u8,
    /// Entries have page numbers without leaders.
    bare_pages: bool,
    /// Names of sections stand in lines by themselves, their entries indented below.
    named: bool,
}

impl Form {
    fn of(sheet: &Sheet, lines: &[usize]) -> Self {
        let kinds = || lines.iter().map(|index| sheet.lines[*index].kind);
        let level = |kind| if let Kind::Heading(level) = kind { Some(level) } else { None };
        let mut form = Self {
            bulleted: kinds().any(|kind| matches!(kind, Kind::Item(class) if class != '1')),
            deepest: kinds().filter_map(level).max().unwrap_or(0),
            bare_pages: has_bare_pages(sheet, lines),
            named: false,
        };
        form.named = lines.windows(3).any(|three| {
            let [name, first, second] = [0, 1, 2].map(|nth| &sheet.lines[three[nth]]);
            let entry =
                |line: &Line| line.indent > name.indent && form.page(line.words()).is_some();
            form.is_bare(name) && entry(first) && entry(second)
        });
        form
    }

    /// Whether a line is words alone: no sign, no number, no page.
    fn is_bare(&self, line: &Line) -> bool {
        line.kind == Kind::Text
            && self.page(line.words()).is_none()
            && !line.words().starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the first of `lines` is the name of a section and no half of an entry.
    fn names_section(&self, sheet: &Sheet, lines: &[usize]) -> bool {
        let [first, next, ..] = lines else { return false };
        let (first, next) = (&sheet.lines[*first], &sheet.lines[*next]);
        let numbered = next.words().starts_with(|c: char| c.is_ascii_digit());
        let entry = match next.kind {
            Kind::Item(_) => true,
            Kind::Text if self.page(next.words()).is_some() => {
                numbered || (self.named && next.indent > first.indent)
            }
            _ => false,
        };
        self.is_bare(first) && entry
    }

    /// Where the title ends in a line with a page number.
    fn page(&self, words: &str) -> Option<usize> {
        leader(words).or_else(|| pageless::page(words).filter(|_| self.bare_pages))
    }

    /// Whether the first of `lines` is an item without a page that has items below it.
    fn opens_deeper(&self, sheet: &Sheet, lines: &[usize]) -> bool {
        let [first, next, ..] = lines else { return false };
        let (first, next) = (&sheet.lines[*first], &sheet.lines[*next]);
        let items = matches!((first.kind, next.kind), (Kind::Item(_), Kind::Item(_)));
        items && next.indent > first.indent + 1 && self.page(first.words()).is_none()
    }

    /// What the first of `lines` names; `running`, if an entry is under way right before it.
    fn level(&self, sheet: &Sheet, lines: &[usize], running: bool) -> Level {
        let line = &sheet.lines[lines[0]];
        let words = line.words().trim_start_matches(['*', '_']);
        let number = marker::numbering(words).map(|(number, _)| number);
        if self.opens_deeper(sheet, lines) {
            let part = match number {
                Some(number) => number == Numbering::Part,
                None => lines.len() > 1 && self.opens_deeper(sheet, &lines[1..]),
            };
            return if part { Level::Part } else { Level::Section };
        }
        match (line.kind, number) {
            (Kind::Heading(_), Some(Numbering::Part)) => Level::Part,
            (Kind::Heading(_), Some(Numbering::Section)) => Level::Section,
            (Kind::Heading(level), None) if level < self.deepest => Level::Part,
            (Kind::Heading(_), None) => Level::Section,
            (Kind::Text | Kind::Row, Some(Numbering::Part)) => Level::Part,
            (Kind::Item('1') | Kind::Text, Some(Numbering::Section)) if self.bulleted => {
                Level::Section
            }
            (Kind::Text, None) if !running && self.names_section(sheet, lines) => Level::Section,
            _ => Level::Entry,
        }
    }
}

/// Whether page numbers without leaders end most lines that are no headings.
fn has_bare_pages(sheet: &Sheet, lines: &[usize]) -> bool {
    let entries = || lines.iter().map(|i| &sheet.lines[*i]).filter(|line| !line.is_heading());
    let bare =
        |line: &&Line| leader(line.words()).is_none() && pageless::page(line.words()).is_some();
    let count = entries().filter(bare).count();
    count > 1 && 2 * count >= entries().filter(|line| line.kind != Kind::Text).count()
}

/// The lines without the head of a table, which names no article.
fn without_head(sheet: &Sheet, lines: Vec<usize>, ledger: &mut Ledger) -> Vec<usize> {
    let mut kept = vec![];
    for (nth, index) in lines.iter().enumerate() {
        let line = &sheet.lines[*index];
        let ruled = lines.get(nth + 1).is_some_and(|next| is_table_rule(&sheet.lines[*next].text));
        if line.kind == Kind::Row && ruled && pageless::page(line.words()).is_none() {
            ledger.left_out(*index, Why::ContentsLine, line.whole());
        } else {
            kept.push(*index);
        }
    }
    kept
}

/// Puts the second half of a title to the first.
fn join(before: &mut Words, after: Words) {
    let joined = format!("{} {}", before.plain(), after.plain());
    let lines: Vec<usize> = before.lines.iter().chain(&after.lines).copied().collect();
    *before = Words::text(&joined, &lines);
}

/// The title a line of the list has; its number, leaders and page are entered as taken off.
fn title(sheet: &Sheet, index: usize, form: &Form, ledger: &mut Ledger) -> Option<Words> {
    if sheet.lines[index].kind == Kind::Row {
        return row_title(sheet, index, ledger);
    }
    let words = sheet.take(index, ledger);
    let leader = form.page(words).unwrap_or(words.len());
    ledger.removed(index, Why::Leader, &words[leader..]);
    let bold = words.len() - words.trim_start_matches(['*', '_']).len();
    let number = marker::numbering(&words[bold..]).map(|(_, length)| bold + length);
    let start = number.unwrap_or(0).min(leader);
    ledger.removed(index, Why::Number, &words[..start]);
    // The mark of emphasis before a number goes with it, and then so does the one at the end.
    let end = match start > 0 && bold > 0 {
        true => start + words[start..leader].trim_end_matches(['*', '_']).len(),
        false => leader,
    };
    ledger.removed(index, Why::Emphasis, &words[end..leader]);
    let title = inline::line(&words[start..end], index, ledger);
    if title.is_empty() {
        ledger.left_out(index, Why::ContentsLine, sheet.lines[index].whole());
        return None;
    }
    Some(title)
}

/// A list set as a table: the last cell is the page.
fn row_title(sheet: &Sheet, index: usize, ledger: &mut Ledger) -> Option<Words> {
    let text = &sheet.lines[index].text;
    let mut cells: Vec<&str> = table::cells(text, Kind::Row);
    if is_table_rule(text) {
        cells.clear();
    }
    while cells.last().is_some_and(|cell| cell.bytes().all(|b| b.is_ascii_digit())) {
        cells.pop();
    }
    let title = inline::line(&cells.join(" "), index, ledger);
    if title.is_empty() {
        ledger.left_out(index, Why::ContentsLine, sheet.lines[index].whole());
        return None;
    }
    ledger.left_out(index, Why::ContentsLine, sheet.lines[index].whole());
    Some(Words::text(&title.plain(), &[index]))
}
