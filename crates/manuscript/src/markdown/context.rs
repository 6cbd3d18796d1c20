//! The lines of the file in their context: what is a table, what is a heading by its underline, and
//! what a conversion tool put around the text (fences, comments, front matter).

use super::bare;
use super::line::{Line, is_table_rule};
use crate::messages::{Ask, Why};
use crate::source::{BlockKind, Ledger};

/// The most lines of front matter.
const FRONT_MATTER: usize = 60;
/// The most lines of one comment.
const COMMENT: usize = 100;
/// Characters of a heading that has an underline.
const UNDERLINED: usize = 100;

/// Settles what each line is by those around it; what is no part of the text is left out.
pub fn settle(lines: Vec<Line>, ledger: &mut Ledger) -> Vec<Line> {
    let mut context = Context { lines };
    context.breaks();
    context.front_matter(ledger);
    context.comments(ledger);
    context.fences(ledger);
    context.tables();
    context.underlines(ledger);
    bare::settle(&mut context.lines, ledger);
    context.lines
}

struct Context {
    lines: Vec<Line>,
}

impl Context {
    /// Blanks at the end of most lines are a tool's habit and break none.
    fn breaks(&mut self) {
        let full = self.lines.iter().filter(|line| line.is_text());
        let ending = full.clone().filter(|line| line.breaks).count();
        if 2 * ending > full.count() {
            self.lines.iter_mut().for_each(|line| line.breaks = false);
        }
    }

    /// Leaves a line out.
    fn drop(&mut self, index: usize, why: Why, ledger: &mut Ledger) {
        ledger.left_out(index, why, self.lines[index].whole());
        self.lines[index].kind = BlockKind::Noise;
    }

    fn drop_all(&mut self, first: usize, last: usize, why: Why, ledger: &mut Ledger) {
        for index in first..=last {
            if self.lines[index].is_text() {
                self.drop(index, why, ledger);
            }
        }
    }

    /// `---` lines around `key: value` at the very start, as static site tools write it.
    fn front_matter(&mut self, ledger: &mut Ledger) {
        let near = self.lines.iter().take(FRONT_MATTER);
        let Some(first) = near.into_iter().position(Line::is_text) else { return };
        if self.lines[first].whole() != "---" {
            return;
        }
        let end = self.lines.len().min(first + FRONT_MATTER);
        let closing = |i: &usize| matches!(self.lines[*i].whole(), "---" | "...");
        let Some(last) = (first + 1..end).find(closing) else { return };
        let keyed = |line: &Line| {
            let text = line.whole();
            text.starts_with(['-', '#']) || text.contains(':') || line.indent > 0
        };
        let inner = &self.lines[first + 1..last];
        if inner.is_empty() || !inner.iter().all(keyed) {
            return;
        }
        ledger.ask(Ask::FrontMatter, first, [("", ""); 0]);
        self.drop_all(first, last, Why::FrontMatter, ledger);
    }

    /// Comments that fill whole lines.
    fn comments(&mut self, ledger: &mut Ledger) {
        let mut index = 0;
        while index < self.lines.len() {
            let opens = self.lines[index].whole().starts_with("<!--");
            index += 1;
            if !opens {
                continue;
            }
            let first = index - 1;
            let end = self.lines.len().min(first + COMMENT);
            let Some(last) = (first..end).find(|i| self.lines[*i].text.contains("-->")) else {
                continue;
            };
            if !self.lines[last].whole().ends_with("-->") {
                continue;
            }
            self.drop_all(first, last, Why::Comment, ledger);
            index = last + 1;
        }
    }

    /// Fences that a tool put around its output; what they hold is text.
    fn fences(&mut self, ledger: &mut Ledger) {
        for index in 0..self.lines.len() {
            let text = self.lines[index].whole();
            if text.starts_with("```") || text.starts_with("~~~") {
                let info = text.trim_matches(['`', '~']);
                if !info.contains(' ') {
                    self.drop(index, Why::Fence, ledger);
                }
            }
        }
    }

    /// Tables without outer pipes, by the rule under their head; tables in tabs.
    fn tables(&mut self) {
        for index in 0..self.lines.len() {
            let line = &self.lines[index];
            if matches!(line.kind, BlockKind::Text | BlockKind::Row) && is_table_rule(&line.text) {
                self.rows_around(index);
            }
        }
        let tabbed = |line: &Line| {
            matches!(line.kind, BlockKind::Text | BlockKind::Item('1' | '가' | '①'))
                && !line.rule
                && line.whole().contains('\t')
        };
        let mut index = 0;
        while index < self.lines.len() {
            let first = index;
            while index < self.lines.len() && tabbed(&self.lines[index]) {
                index += 1;
            }
            if index - first >= 2 {
                self.lines[first..index]
                    .iter_mut()
                    .for_each(|line| as_row(line, BlockKind::Tabbed));
            }
            index = index.max(first + 1);
        }
        let ruled = |line: &&mut Line| line.kind == BlockKind::Row && is_table_rule(&line.text);
        self.lines.iter_mut().filter(ruled).for_each(|line| line.kind = BlockKind::TableRule);
    }

    fn rows_around(&mut self, rule: usize) {
        let piped = |line: &Line| {
            matches!(line.kind, BlockKind::Text | BlockKind::Row | BlockKind::Item(_))
                && line.text.contains('|')
        };
        if rule == 0 || !piped(&self.lines[rule - 1]) {
            return;
        }
        let rows = self.lines[rule..].iter().take_while(|line| piped(line)).count();
        self.lines[rule - 1..rule + rows].iter_mut().for_each(|line| as_row(line, BlockKind::Row));
    }

    /// Headings by their underline; other rules are left out.
    fn underlines(&mut self, ledger: &mut Ledger) {
        for index in 0..self.lines.len() {
            if !self.lines[index].rule || !self.lines[index].is_text() {
                continue;
            }
            let sign = self.lines[index].whole().chars().next().unwrap_or('-');
            let solid = !self.lines[index].whole().contains(' ');
            let heads = solid && matches!(sign, '-' | '=') && self.is_underlined(index);
            if heads {
                let level = if sign == '=' { 1 } else { 2 };
                self.lines[index - 1].kind = BlockKind::Heading(level);
                self.drop(index, Why::HeadingMark, ledger);
            } else {
                self.drop(index, Why::Rule, ledger);
            }
        }
    }

    fn is_underlined(&self, rule: usize) -> bool {
        rule > 0
            && self.lines[rule - 1].kind == BlockKind::Text
            && self.lines[rule - 1].text.chars().count() <= UNDERLINED
            && (rule == 1 || !self.lines[rule - 2].is_text())
    }
}

/// Makes a line a row: all of it counts.
fn as_row(line: &mut Line, kind: BlockKind) {
    line.kind = kind;
    line.start = 0;
    line.end = line.text.len();
}
