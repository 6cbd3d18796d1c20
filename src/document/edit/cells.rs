//! The cells of a list or of an inline table: one comes, one goes, one moves, with the comments beside it, and the
//! others keep their bytes.

use std::ops::Range;

use super::scan::{past_trivia, rest_of_line};

/// Longer cells of a new list stand on lines of their own, bytes.
const SHORT: usize = 60;

/// A list taken apart.
#[derive(Debug)]
pub struct Cells {
    open: String,
    cells: Vec<Cell>,
    /// Whether a comma stands behind the last one.
    comma: bool,
    close: String,
    newline: &'static str,
}

#[derive(Debug, Clone)]
struct Cell {
    /// What stands before it: blanks, comments on lines of their own.
    lead: String,
    body: String,
    /// What stands between it and its comma.
    gap: String,
    /// What stands behind the comma on its line.
    trail: String,
}

impl Cells {
    /// The list at `range` of a text with its cells.
    pub fn of(
        text: &str,
        range: Range<usize>,
        cells: &[Range<usize>],
        newline: &'static str,
    ) -> Self {
        let opened = rest_of_line(text, range.start + 1).unwrap_or(range.start + 1);
        let open = text[range.start..opened].to_string();
        let (mut at, mut comma, mut taken) = (opened, false, vec![]);
        for cell in cells {
            let lead = text[at..cell.start].to_string();
            let behind = past_trivia(text, cell.end);
            comma = text[behind..].starts_with(',');
            let gap = if comma { text[cell.end..behind].to_string() } else { String::new() };
            let end = if comma { behind + 1 } else { cell.end };
            at = rest_of_line(text, end).unwrap_or(end);
            let trail = text[end..at].to_string();
            taken.push(Cell { lead, body: text[cell.clone()].to_string(), gap, trail });
        }
        let close = text[at..range.end].to_string();
        Self { open, cells: taken, comma, close, newline }
    }

    /// Whether comments belong to a cell.
    pub fn has_comment(&self, index: usize) -> bool {
        let of = |cell: &Cell| {
            [&cell.lead, &cell.gap, &cell.trail].iter().any(|part| part.contains('#'))
        };
        self.cells.get(index).is_some_and(of)
    }

    fn runs_over_lines(&self) -> bool {
        let trails = self.cells.iter().map(|cell| &cell.trail);
        trails.chain([&self.open]).any(|trail| trail.ends_with(['\n', '\r']))
    }

    /// Puts a cell before the one at `index`, or behind all.
    pub fn insert(&mut self, index: usize, body: String) -> Option<()> {
        if index > self.cells.len() {
            return None;
        }
        let lines = self.runs_over_lines();
        if self.cells.is_empty() {
            self.first(body, lines);
            return Some(());
        }
        let beside = &self.cells[index.min(self.cells.len() - 1)];
        let mut lead = indent(&beside.lead).to_string();
        if !lines && index > 0 && lead.is_empty() {
            lead = " ".into();
        }
        let trail = if lines { self.newline.into() } else { String::new() };
        if index == 0 && !lines && self.cells[0].lead.is_empty() {
            self.cells[0].lead = " ".into();
        }
        // What stood on the line of the bracket that closes does no longer.
        if let Some(last) = self.cells.last_mut().filter(|_| lines)
            && last.trail.is_empty()
        {
            last.trail = self.newline.into();
        }
        self.cells.insert(index, Cell { lead, body, gap: String::new(), trail });
        Some(())
    }

    fn first(&mut self, body: String, lines: bool) {
        let table = self.open.starts_with('{');
        let short = body.len() <= SHORT && !body.contains('\n') && !body.starts_with('{');
        let (lead, trail, comma) = match () {
            () if table => (" ", " ", false),
            () if short && !lines => ("", "", false),
            () => ("  ", self.newline, true),
        };
        if comma && !lines {
            self.open = format!("[{}", self.newline);
        }
        self.close = self.close.trim_start_matches([' ', '\t', '\n', '\r']).to_string();
        self.comma = comma;
        let (lead, trail) = (lead.into(), trail.into());
        self.cells.push(Cell { lead, body, gap: String::new(), trail });
    }

    /// Takes a cell away.
    pub fn remove(&mut self, index: usize) -> Option<()> {
        if index >= self.cells.len() {
            return None;
        }
        let leads = self.leads();
        self.cells.remove(index);
        self.lead_with(&leads);
        Some(())
    }

    /// Moves a cell before the one at `to`, as they are counted before it moves.
    pub fn shift(&mut self, from: usize, to: usize) -> Option<()> {
        if from >= self.cells.len() || to > self.cells.len() {
            return None;
        }
        let leads = self.leads();
        let cell = self.cells.remove(from);
        self.cells.insert(if from < to { to - 1 } else { to }, cell);
        self.lead_with(&leads);
        Some(())
    }

    fn leads(&self) -> Vec<String> {
        self.cells.iter().map(|cell| cell.lead.clone()).collect()
    }

    /// Blanks belong to the place, comments to the cell.
    fn lead_with(&mut self, leads: &[String]) {
        for (cell, lead) in self.cells.iter_mut().zip(leads) {
            if is_blank(lead) && is_blank(&cell.lead) {
                cell.lead.clone_from(lead);
            }
        }
    }

    /// The list as it is written now.
    pub fn written(&self) -> String {
        let mut out = self.open.clone();
        for (index, Cell { lead, body, gap, trail }) in self.cells.iter().enumerate() {
            let last = index + 1 == self.cells.len();
            let comma = if !last || self.comma { "," } else { "" };
            let gap = if comma.is_empty() && is_blank(gap) { "" } else { gap };
            for piece in [lead, body, gap, comma, trail] {
                out += piece;
            }
        }
        out + &self.close
    }
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// The blanks at the end, on the line of what comes.
fn indent(lead: &str) -> &str {
    let blanks = lead.trim_end_matches([' ', '\t']).len();
    &lead[blanks..]
}

#[cfg(test)]
mod tests {
    use super::Cells;
    use crate::document::edit::scan::{Kind, items};

    fn edited(list: &str, edit: impl Fn(&mut Cells)) -> String {
        let text = format!("a = {list}");
        let items = items(&text).unwrap();
        let Kind::Pair(value) = &items[0].kind else { panic!() };
        let mut cells = Cells::of(&text, value.range.clone(), &value.cells(), "\n");
        edit(&mut cells);
        cells.written()
    }

    #[test]
    fn lists_keep_their_looks() {
        let list = "[\n  'a' , # 하나\n  # 둘은\n  'b', 'c'\n]";
        let shift = |from, to| move |cells: &mut Cells| cells.shift(from, to).unwrap();
        let insert = |at, body: &'static str| {
            move |cells: &mut Cells| cells.insert(at, body.into()).unwrap()
        };
        assert_eq!(edited(list, |_| ()), list);
        assert_eq!(edited(list, shift(0, 2)), "[\n  # 둘은\n  'b',  'a' , # 하나\n 'c'\n]");
        assert_eq!(edited("[1, 2]", shift(1, 0)), "[2, 1]");
        assert_eq!(edited("[ 1, 2, ]", shift(0, 2)), "[ 2, 1, ]");
        assert_eq!(edited("[1, 2]", insert(0, "0")), "[0, 1, 2]");
        assert_eq!(edited("[1]", insert(1, "2")), "[1, 2]");
        assert_eq!(edited("[\n  1\n]", insert(1, "2")), "[\n  1,\n  2\n]");
        assert_eq!(edited("[]", insert(0, "1")), "[1]");
        assert_eq!(edited("[ ]", insert(0, "{ a = 1 }")), "[\n  { a = 1 },\n]");
        assert_eq!(edited("{}", insert(0, "a = 1")), "{ a = 1 }");
        assert_eq!(edited("{ a = 1 }", insert(1, "b = 2")), "{ a = 1, b = 2 }");
        let remove = |at| move |cells: &mut Cells| cells.remove(at).unwrap();
        assert_eq!(edited("[1, 2]", remove(0)), "[2]");
        assert_eq!(edited("[1, 2]", remove(1)), "[1]");
        assert_eq!(edited("[\n  1, # x\n  2,\n]", remove(0)), "[\n  2,\n]");
    }
}
