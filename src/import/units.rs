//! Puts the lines of an article together: a heading, an item with the lines it runs on over, a
//! paragraph, a table.

use std::collections::HashMap;
use std::ops::Range;

use super::ledger::{Ledger, Why};
use super::line::Kind;
use super::outline::{Head, Role};
use super::sheet::Sheet;
use super::vocabulary;
use super::words::Passage;

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A heading, by what it opens.
    Head(Role),
    /// A list item.
    Item {
        /// Columns before its bullet.
        indent: usize,
        /// The class of its bullet.
        class: char,
    },
    /// A paragraph.
    Paragraph {
        /// Columns before it.
        indent: usize,
    },
    /// A table.
    Table,
}

/// Lines that belong together.
#[derive(Debug, Clone)]
pub struct Unit {
    /// What they are.
    pub form: Form,
    /// The lines, without blank ones.
    pub lines: Vec<usize>,
    /// Whether a blank line stands before.
    pub parted: bool,
}

/// The units of the lines in `range`.
pub fn read(sheet: &Sheet, range: Range<usize>, heads: &HashMap<usize, &Head>) -> Vec<Unit> {
    let mut units: Vec<Unit> = vec![];
    for index in range {
        let line = &sheet.lines[index];
        if !line.is_text() {
            continue;
        }
        let parted = sheet.is_parted(index);
        let form = match (heads.get(&index), line.kind) {
            (Some(head), _) => Form::Head(head.role),
            (None, Kind::Heading(_)) => Form::Head(Role::Subhead),
            (None, Kind::Item(class)) => Form::Item { indent: line.indent, class },
            (None, Kind::Row | Kind::Tabbed) => Form::Table,
            (None, _) => Form::Paragraph { indent: line.indent },
        };
        let runs_on = units.last().is_some_and(|unit| runs_on(sheet, unit, &form, index));
        match units.last_mut() {
            Some(unit) if !parted && runs_on => unit.lines.push(index),
            _ => units.push(Unit { form, lines: vec![index], parted }),
        }
    }
    units
}

/// Whether a line goes on with the unit right before it.
fn runs_on(sheet: &Sheet, unit: &Unit, form: &Form, index: usize) -> bool {
    let Some(last) = unit.lines.last() else { return false };
    match (&unit.form, form) {
        (Form::Table, Form::Table) => sheet.lines[*last].kind == sheet.lines[index].kind,
        (Form::Item { .. } | Form::Paragraph { .. }, Form::Paragraph { .. }) => {
            let words = sheet.lines[index].words();
            let closed = is_caption(sheet.lines[*last].words());
            !opens_unit(words) && !closed
        }
        _ => false,
    }
}

/// Whether a line is a paragraph of its own, blank line or not.
fn opens_unit(words: &str) -> bool {
    vocabulary::source(words).is_some()
        || is_caption(words)
        || words.starts_with("\\*")
        || words.starts_with('※')
        || words.starts_with('†')
        || super::opening::numbered(words).is_some()
        || super::links::footnote(words).is_some_and(|label| {
            words.len() > label.len() + 3 && words[label.len() + 3..].starts_with(':')
        })
}

/// `<…>`: the caption of a picture, a line by itself.
pub fn is_caption(words: &str) -> bool {
    let words = words.trim().trim_matches('*').trim();
    let unescaped = words.strip_prefix('\\').unwrap_or(words);
    let open = unescaped.strip_prefix(['<', '〈', '＜']);
    let inner = open.and_then(|rest| rest.strip_suffix(['>', '〉', '＞']));
    inner.is_some_and(|inner| {
        !inner.contains(['<', '>'])
            && !inner.trim().is_empty()
            && super::html::tag(unescaped).is_none()
            && super::links::auto(unescaped).is_none()
    })
}

impl Unit {
    /// Its words; what makes it a heading or an item is entered as taken off.
    pub fn passage(&self, sheet: &Sheet, ledger: &mut Ledger) -> Passage {
        let mut passage = Passage::default();
        for (nth, index) in self.lines.iter().enumerate() {
            let breaks = nth > 0 && sheet.lines[self.lines[nth - 1]].breaks;
            if breaks {
                passage.end_line();
            } else if nth > 0 {
                ledger.remarked(*index, Why::Joined);
            }
            passage.push(sheet.take(*index, ledger), *index);
        }
        passage
    }

    /// The words of its first line, before anything is entered.
    pub fn first<'s>(&self, sheet: &'s Sheet) -> &'s str {
        self.lines.first().map_or("", |index| sheet.lines[*index].words())
    }
}
