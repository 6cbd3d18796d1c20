//! Puts the lines of an article together: a heading, an item with the lines it runs on over, a
//! paragraph, a table.

use std::collections::HashMap;
use std::ops::Range;

use super::heads::{Heading, Role};
use crate::messages::Why;
use crate::source::{BlockKind, Blocks, Ledger, Run, Runs};
use crate::text::{marks, sentences, vocabulary};

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
    /// The caption of the table below.
    Caption,
    /// What is no text, by its number.
    Art(usize),
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
pub fn read(blocks: &Blocks, range: Range<usize>, heads: &HashMap<usize, &Heading>) -> Vec<Unit> {
    let mut units: Vec<Unit> = vec![];
    for index in range {
        let line = &blocks.lines[index];
        if !line.is_text() {
            continue;
        }
        let parted = blocks.is_parted(index);
        let form = match (heads.get(&index), line.kind) {
            (Some(head), _) => Form::Head(head.role),
            (None, BlockKind::Heading(_)) => Form::Head(Role::Subhead),
            (None, BlockKind::Item(class)) => Form::Item { indent: line.indent, class },
            (None, BlockKind::Row | BlockKind::Tabbed | BlockKind::TableRule) => Form::Table,
            (None, BlockKind::Caption) => Form::Caption,
            (None, BlockKind::Art(number)) => Form::Art(number),
            (None, _) => Form::Paragraph { indent: line.indent },
        };
        let runs_on = units.last().is_some_and(|unit| {
            runs_on(blocks, unit, &form, index) && (!parted || breaks_off(blocks, unit))
        });
        match units.last_mut() {
            Some(unit) if runs_on => unit.lines.push(index),
            _ => units.push(Unit { form, lines: vec![index], parted }),
        }
    }
    units
}

/// Whether a line goes on with the unit right before it.
fn runs_on(blocks: &Blocks, unit: &Unit, form: &Form, index: usize) -> bool {
    let Some(last) = unit.lines.last() else { return false };
    match (&unit.form, form) {
        (Form::Table, Form::Table) => {
            let tabbed = |index: usize| blocks.lines[index].kind == BlockKind::Tabbed;
            tabbed(*last) == tabbed(index)
        }
        (Form::Item { .. } | Form::Paragraph { .. }, Form::Paragraph { .. }) => {
            let said = &blocks.lines[index].said;
            let opens = vocabulary::opens_unit(&said.text) || marks::is_starred(&said.runs);
            !opens && !vocabulary::is_caption(blocks.lines[*last].words())
        }
        _ => false,
    }
}

/// Whether an item breaks off in the middle of a sentence, so that it goes on after a blank line or a page's end.
fn breaks_off(blocks: &Blocks, unit: &Unit) -> bool {
    let last = unit.lines.last().map(|index| blocks.lines[*index].words());
    matches!(unit.form, Form::Item { .. }) && last.is_some_and(sentences::breaks_off)
}

impl Unit {
    /// Its words; what was taken off them is entered.
    pub fn take(&self, blocks: &Blocks, ledger: &mut Ledger) -> Runs {
        let mut runs = Runs::default();
        for (nth, index) in self.lines.iter().enumerate() {
            let between = self.between(blocks, nth);
            if nth > 0 && between != Some(Run::Break) {
                ledger.remarked(*index, Why::Joined);
            }
            runs.join(blocks.take(*index, ledger).clone(), between);
        }
        runs.sound()
    }

    /// What stands before the n-th line: a break where the one before it ends, a blank, or nothing inside a word.
    pub fn between(&self, blocks: &Blocks, nth: usize) -> Option<Run> {
        let before = *self.lines.get(nth.checked_sub(1)?)?;
        let (above, below) = (&blocks.lines[before], &blocks.lines[self.lines[nth]]);
        match above.breaks {
            true => Some(Run::Break),
            false => blocks.eojeols.between(above.words(), below.words()),
        }
    }

    /// The words of its first line, before anything is entered.
    pub fn first<'s>(&self, blocks: &'s Blocks) -> &'s str {
        self.lines.first().map_or("", |index| blocks.lines[*index].words())
    }
}
