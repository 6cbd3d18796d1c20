//! The sections of the body: paragraphs, and what stands in them, in reading order.
//!
//! Lists of paragraphs stand in controls of paragraphs; how deep, and how many of everything, is bounded.

use jikji_diagnostic::Diagnostic;

use super::chart;
use super::container::Container;
use super::control::{self, Control};
use super::heads::Heads;
use super::info::Info;
use super::line::{Line, Open};
use super::object::{self, Object, Shape};
use super::record::{Node, Records, tag, u16_at};
use super::text::{self, Unit};
use crate::messages::{self as msg, Why};
use crate::office::allowance::{Allowance, CELL, PARAGRAPH, ROW, of_bytes, weight};
use crate::office::{
    self, Cell, Form, Manuscript, Paragraph, Picture, Piece, Span, Table, hangul, plain,
};

/// How deep lists of paragraphs may stand in each other, so that what reads them may call itself.
const MOST_DEPTH: usize = 40;

/// How much a chart counts, besides its values: its object is read for it.
const CHART: usize = 500;

/// What reads the body.
pub struct Body<'i, 'c, 'b> {
    info: &'i Info,
    files: &'c mut Container<'b>,
    /// Whether files in the file are packed where it is not said.
    packed: bool,
    pieces: Vec<Piece>,
    notes: Vec<Vec<Piece>>,
    heads: Heads,
    part: String,
    allowance: Allowance,
    depth: usize,
}

impl<'i, 'c, 'b> Body<'i, 'c, 'b> {
    /// Of a file whose streams are packed or not.
    pub fn new(info: &'i Info, files: &'c mut Container<'b>, packed: bool) -> Self {
        Self {
            info,
            files,
            packed,
            pieces: vec![],
            notes: vec![],
            heads: Heads::default(),
            part: String::new(),
            allowance: Allowance::default(),
            depth: 0,
        }
    }

    /// The streams of the file.
    pub fn files(&mut self) -> &mut Container<'b> {
        self.files
    }

    /// Reads a section.
    ///
    /// # Errors
    /// If it is damaged, too deep or too much.
    pub fn section(&mut self, part: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.part = part.to_string();
        let records = Records::read(bytes, part)?;
        let top: Vec<Node<'_>> =
            records.top().filter(|found| found.tag() == tag::PARAGRAPH).collect();
        let pieces = self.list(&top)?;
        self.pieces.extend(pieces);
        Ok(())
    }

    /// What was read.
    pub fn finish(self) -> Manuscript {
        Manuscript { pieces: self.pieces, notes: self.notes }
    }

    fn spend(&mut self, many: usize) -> Result<(), Diagnostic> {
        self.allowance.spend(many, &self.part)
    }

    fn too_much(&self) -> Diagnostic {
        Diagnostic::general(msg::UNPACKED).arg("part", self.part.as_str())
    }

    /// Reads a list of paragraphs.
    fn list(&mut self, paragraphs: &[Node<'_>]) -> Result<Vec<Piece>, Diagnostic> {
        if self.depth == MOST_DEPTH {
            return Err(self.too_much());
        }
        self.depth += 1;
        let mut pieces = vec![];
        let mut open = vec![];
        for node in paragraphs {
            open = self.paragraph(*node, open, &mut pieces)?;
        }
        self.depth -= 1;
        Ok(pieces)
    }

    /// Reads a list of paragraphs that is left out: its text, with that of its notes.
    fn hidden(&mut self, paragraphs: &[Node<'_>]) -> Result<String, Diagnostic> {
        let notes = self.notes.len();
        let mut pieces = self.list(paragraphs)?;
        pieces.extend(self.notes.drain(notes..).flatten());
        Ok(plain::text(&pieces))
    }

    /// Reads a paragraph, with the fields that are open where it begins; gives those that are open where it ends.
    fn paragraph(
        &mut self,
        node: Node<'_>,
        open: Vec<Open>,
        pieces: &mut Vec<Piece>,
    ) -> Result<Vec<Open>, Diagnostic> {
        self.spend(PARAGRAPH + of_bytes(open.iter().map(Open::repeats).sum()))?;
        let info = self.info;
        let mut line = Line::new(node, info, open);
        let mut controls = node.children().filter(|child| child.tag() == tag::CONTROL);
        let letters = node.child(tag::TEXT).map_or(&[][..], |found| found.data());
        for (at, unit) in text::units(letters) {
            line.go(at);
            match unit {
                Unit::Letter(unit) => line.letter(unit),
                Unit::Break => line.push(Span::Break),
                Unit::Tab => line.push(Span::Tab),
                Unit::FieldEnd => line.end(),
                Unit::Control => {
                    if let Some(control) = controls.next() {
                        self.control(control, &mut line)?;
                    }
                }
            }
            if !self.allowance.has(line.spans.len()) {
                return Err(self.too_much());
            }
        }
        // A control whose mark is missing has its text all the same.
        for control in controls {
            self.control(control, &mut line)?;
        }
        let open = line.finish();
        self.spend(weight(&line.spans))?;
        // A paragraph that was deleted as a whole is not counted.
        let form = if line.is_gone() { Form::Text } else { self.heads.form(node, info) };
        let indent = info.shape(u16_at(node.data(), 8)).indent;
        let has_pieces = !line.before.is_empty() || !line.after.is_empty();
        let size = line.size();
        pieces.append(&mut line.before);
        if !line.spans.is_empty() || !has_pieces {
            let spans = line.spans;
            pieces.push(Piece::Paragraph(Paragraph { form, indent, size, spans }));
        }
        pieces.append(&mut line.after);
        for memo in control::memos(node) {
            let text = self.hidden(&memo)?;
            pieces.push(Piece::out(Why::Memo, text));
        }
        Ok(open)
    }

    fn control(&mut self, node: Node<'_>, line: &mut Line<'_>) -> Result<(), Diagnostic> {
        if !line.is_deleted() || control::is_field(node) {
            return self.place(node, line);
        }
        // All its words go with it.
        let mut alone = Line::new(node, self.info, vec![]);
        let notes = self.notes.len();
        self.place(node, &mut alone)?;
        alone.finish();
        let notes = self.notes.drain(notes..).flatten();
        let text =
            plain::all(&alone.spans, alone.before.into_iter().chain(alone.after).chain(notes));
        if !text.is_empty() {
            line.leave_out(Why::Deleted, &text);
        }
        Ok(())
    }

    fn place(&mut self, node: Node<'_>, line: &mut Line<'_>) -> Result<(), Diagnostic> {
        match control::read(node) {
            Control::Nothing => {}
            Control::Section { outline, masters } => {
                self.heads.section(outline);
                if !masters.is_empty() {
                    line.leave_out(Why::MasterPage, &self.hidden(&masters)?);
                }
            }
            Control::Table(table) => self.table(&table, line)?,
            Control::Object(object) => self.object(object, line)?,
            Control::Equation { script, caption, description } => {
                line.push(Span::Changed(Why::Equation));
                line.words(&script);
                let mut pieces = object::described(&description);
                pieces.extend(self.list(&caption)?);
                line.place(pieces);
            }
            Control::Note(paragraphs) => {
                let number = self.notes.len();
                self.notes.push(vec![]);
                self.notes[number] = self.list(&paragraphs)?;
                line.push(Span::Note(number));
            }
            Control::Field(field) => line.begin(field),
            Control::Words(why, words) => {
                if let Some(why) = why {
                    line.push(Span::Changed(why));
                }
                line.words(&words);
            }
            Control::Out(why, text) => line.leave_out(why, &text),
            Control::Hidden(why, paragraphs) => {
                line.leave_out(why, &self.hidden(&paragraphs)?);
            }
            Control::Unknown(paragraphs) => {
                line.push(Span::Changed(Why::UnknownControl));
                line.place(self.list(&paragraphs)?);
            }
        }
        Ok(())
    }

    /// The paragraphs of a caption, and what else stands in it.
    fn caption(
        &mut self,
        paragraphs: &[Node<'_>],
    ) -> Result<(Vec<Paragraph>, Vec<Piece>), Diagnostic> {
        Ok(office::caption(self.list(paragraphs)?))
    }

    fn table(&mut self, table: &control::Table<'_>, line: &mut Line<'_>) -> Result<(), Diagnostic> {
        let (caption, mut pieces) = self.caption(&table.caption)?;
        let last = table.cells.iter().map(|cell| usize::from(cell.row) + 1).max();
        let rows = last.unwrap_or(0).max(table.rows.into());
        self.spend(ROW * rows + CELL * table.cells.len())?;
        let mut rows: Vec<Vec<Cell>> = std::iter::repeat_with(Vec::new).take(rows).collect();
        for cell in &table.cells {
            rows[usize::from(cell.row)].push(Cell {
                column: cell.column.into(),
                across: cell.across.into(),
                down: cell.down.into(),
                width: cell.width,
                pieces: self.list(&cell.paragraphs)?,
            });
        }
        pieces.push(Piece::Table(Table { rows, caption }));
        pieces.extend(object::described(&table.description));
        line.place(pieces);
        Ok(())
    }

    fn object(&mut self, object: Object<'_>, line: &mut Line<'_>) -> Result<(), Diagnostic> {
        let (mut caption, mut pieces) = self.caption(&object.caption)?;
        self.spend(PARAGRAPH * object.shapes.len())?;
        let mut alt = object.alt;
        let mut told = None;
        for shape in object.shapes {
            match shape {
                Shape::Picture(number) => {
                    let (name, bytes) = self.files.picture(self.info.bin(number), self.packed)?;
                    // The caption and the description are the first one's.
                    let alt = hangul::take_description(&mut alt);
                    let caption = std::mem::take(&mut caption);
                    pieces.push(Piece::Picture(Picture { name, bytes, alt, caption }));
                }
                Shape::Text(paragraphs) => {
                    let mut within = self.list(&paragraphs)?;
                    office::tell(&mut within, Why::TextBox);
                    pieces.extend(within);
                }
                Shape::Art(words) => {
                    line.push(Span::Changed(Why::WordArt));
                    line.words(&words);
                }
                Shape::Embedded(number) => match self.chart(number)? {
                    Some(chart) => pieces.extend(chart),
                    None => told = Some(Why::Embedded),
                },
                Shape::Video => told = Some(Why::Video),
                Shape::Drawing => told = told.or(Some(Why::Drawing)),
            }
        }
        match told {
            Some(why) => pieces.push(Piece::out(why, alt)),
            None => pieces.extend(object::described(&alt)),
        }
        if !object.link.is_empty() {
            pieces.push(Piece::out(Why::LinkLost, object.link));
        }
        pieces.extend(caption.into_iter().map(Piece::Paragraph));
        line.place(pieces);
        Ok(())
    }

    /// A chart, if its object has the numbers.
    fn chart(&mut self, number: usize) -> Result<Option<Vec<Piece>>, Diagnostic> {
        let object = self.files.object(self.info.bin(number), self.packed);
        let Some((pieces, much)) = chart::read(&object) else { return Ok(None) };
        self.spend(CHART + much)?;
        Ok(Some(pieces))
    }
}
