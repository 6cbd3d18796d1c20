//! Tables: rows with as many cells as there are columns, boxes as the text they hold, and what no cell takes below.

use super::merged::{self, Front};
use super::reader::Reader;
use super::scale::is_box;
use super::words::{Words, caption, change, plain, said};
use crate::draft::MOST_COLUMNS;
use crate::messages::Why;
use crate::office::{Cell, Form, Piece, Span, Table};
use crate::source::{Block, BlockKind, Run, Said};

impl<'m> Reader<'m, '_> {
    /// A table.
    pub(super) fn table(&mut self, table: &'m Table) {
        let mut spans = caption(&table.caption);
        if is_box(table) || (table.rows.len() == 1 && self.scale.is_titled(table)) {
            return self.framed(table, &spans);
        }
        let columns = table.rows.iter().flatten().map(end).max().unwrap_or(0);
        let titles = if spans.is_empty() { merged::titles(&table.rows, columns) } else { 0 };
        let (titles, rows) = table.rows.split_at(titles);
        let mut remarks = vec![];
        for cell in titles.iter().flatten() {
            flatten(&cell.pieces, &mut spans, &mut self.aside, &mut remarks);
            remarks.push(Why::TableTitle);
        }
        if !plain(&spans).is_empty() {
            self.blank();
            let index = self.ink.ledger.line();
            let mut words = self.ink.words(&spans, index);
            words.taken.extend(remarks.into_iter().map(|why| change(why, "", "")));
            self.push(BlockKind::Caption, 0, words, plain(&spans));
        }
        self.blank();
        match columns <= MOST_COLUMNS && rows.len() > 1 {
            true => self.rows(rows, columns),
            false => rows.iter().for_each(|row| self.loose(row, columns)),
        }
    }

    /// The rows of a table; those of its head are one.
    fn rows(&mut self, rows: &'m [Vec<Cell>], columns: usize) {
        let (head, below) = rows.split_at(merged::head(rows));
        let mut front = Front::default();
        for (nth, own) in [head].into_iter().chain(below.chunks(1)).enumerate() {
            let index = self.ink.ledger.line();
            let mut cells = vec![Said::default(); columns];
            let mut remarks = vec![];
            remarks.extend((own.len() > 1).then_some(Why::TableHeads));
            for (height, cell) in merged::tall(own) {
                let said = self.cell(cell, index, &mut remarks);
                let across = if nth == 0 { cell.across } else { 1 };
                let all = merged::spread(&mut cells, cell.column as usize, across, said);
                let lower = cell.down > height && cell.column > 0;
                let blank = lower || cell.across > across.max(1) || !all;
                remarks.extend(blank.then_some(Why::TableMerged));
            }
            front.next(own, &mut cells);
            self.row(cells, remarks, index);
        }
    }

    /// A row of what is no table: of one too wide, cells stand in their order.
    fn loose(&mut self, row: &'m [Cell], columns: usize) {
        let index = self.ink.ledger.line();
        let (mut cells, mut remarks) = (vec![Said::default(); columns], vec![]);
        for (nth, cell) in row.iter().enumerate() {
            let place = if columns > MOST_COLUMNS { nth } else { cell.column as usize };
            let said = self.cell(cell, index, &mut remarks);
            if cells.len() <= place {
                cells.resize(place + 1, Said::default());
            }
            cells[place] = said;
            remarks.extend((cell.across > 1 || cell.down > 1).then_some(Why::TableMerged));
        }
        self.row(cells, remarks, index);
    }

    /// What stands in a frame is text.
    fn framed(&mut self, table: &'m Table, spans: &[Span]) {
        let start = self.blocks.lines.len();
        if !plain(spans).is_empty() {
            self.blank();
            let index = self.ink.ledger.line();
            let words = self.ink.words(spans, index);
            self.push(BlockKind::Text, 0, words, plain(spans));
        }
        for cell in table.rows.iter().flatten() {
            self.pieces(&cell.pieces);
        }
        let inner = start..self.blocks.lines.len();
        if let Some(first) = inner.into_iter().find(|index| self.blocks.lines[*index].is_text()) {
            self.remark(first, Why::TableBox);
        }
    }

    fn cell(&mut self, cell: &'m Cell, index: usize, remarks: &mut Vec<Why>) -> Said {
        let mut spans = vec![];
        flatten(&cell.pieces, &mut spans, &mut self.aside, remarks);
        // A cell takes no mark, so no note waits for one in it.
        let stars = self.ink.stars.clone();
        let words = self.ink.words(&spans, index);
        self.ink.stars = stars;
        said(words, plain(&spans), index)
    }

    fn row(&mut self, mut cells: Vec<Said>, remarks: Vec<Why>, index: usize) {
        if let Some(first) = cells.first_mut() {
            first.runs.lines = vec![index];
            first.taken.extend(remarks.into_iter().map(|why| change(why, "", "")));
        }
        let (mut runs, mut written) = (vec![], vec![]);
        for cell in &cells {
            runs.extend((!runs.is_empty()).then(|| Run::Text("\t".into())));
            runs.extend(cell.runs.list.iter().cloned());
            written.push(cell.written.as_str());
        }
        let taken = cells.iter().flat_map(|cell| cell.taken.iter().cloned()).collect();
        let said = said(Words { runs, taken, bullet: None }, written.join("\t"), index);
        let (kind, breaks) = (BlockKind::Row, false);
        self.blocks.lines.push(Block { kind, indent: 0, said, cells, breaks });
    }
}

/// The column behind a cell, as far as one is looked at.
fn end(cell: &Cell) -> usize {
    cell.column.saturating_add(cell.across.max(1)).min(MOST_COLUMNS as u32 + 1) as usize
}

/// What pieces say as the text of a cell or a note; what is no text is put `aside`.
pub fn flatten<'m>(
    pieces: &'m [Piece],
    out: &mut Vec<Span>,
    aside: &mut Vec<&'m Piece>,
    remarks: &mut Vec<Why>,
) {
    let parted = |out: &mut Vec<Span>| out.extend((!out.is_empty()).then_some(Span::Break));
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => {
                parted(out);
                let (Form::Heading { number: sign, .. } | Form::Item { sign, .. }) =
                    &paragraph.form
                else {
                    out.extend(paragraph.spans.iter().cloned());
                    continue;
                };
                if !sign.is_empty() {
                    out.push(Span::plain(format!("{sign} ")));
                    remarks.push(Why::Generated);
                }
                out.extend(paragraph.spans.iter().cloned());
            }
            Piece::Table(table) => {
                remarks.push(Why::TableInner);
                table.caption.iter().for_each(|paragraph| {
                    parted(out);
                    out.extend(paragraph.spans.iter().cloned());
                });
                for row in &table.rows {
                    parted(out);
                    for (nth, cell) in row.iter().enumerate() {
                        out.extend((nth > 0).then(|| Span::plain(" ")));
                        let mut inner = vec![];
                        flatten(&cell.pieces, &mut inner, aside, remarks);
                        out.append(&mut inner);
                    }
                }
            }
            Piece::Picture(_) | Piece::Chart(_) => aside.push(piece),
            Piece::Out(left) => out.push(Span::Out(left.clone())),
        }
    }
    while out.last() == Some(&Span::Break) {
        out.pop();
    }
}
