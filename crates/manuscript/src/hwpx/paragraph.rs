//! Paragraphs: what they are, and their elements in order.

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::body::Body;
use super::elements::{Mark, Take, attribute, elements, number, stray, take, texts};
use super::field::Field;
use super::header::Head;
use super::line::Line;
use crate::messages::Why;
use crate::office::allowance::{PARAGRAPH, of_bytes, weight};
use crate::office::{Form, Paragraph, Piece, Span, plain};

impl Body<'_, '_, '_> {
    /// Reads a paragraph.
    pub fn paragraph(
        &mut self,
        node: Node<'_, '_>,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Diagnostic> {
        let mut line = Line::new(self.is_deleted);
        let joined = self.goes_on.take();
        if let Some((id, address)) = self.link.take() {
            self.spend(of_bytes(address.len()))?;
            line.begin(&id, Field::Link(address));
        }
        self.is_open = false;
        self.through(node, &mut line)?;
        let has_words = joined == Some(true) || line.has_words;
        let is_open = std::mem::take(&mut self.is_open) || self.is_deleted;
        self.goes_on = is_open.then_some(has_words);
        let shape = self.header.shape(number(node, "paraPrIDRef"));
        self.link = line.finish().filter(|(id, _)| self.ends.contains(id));
        // A paragraph that goes on with the words of the last has no head of its own, and one that was deleted as a
        // whole is not counted.
        let is_counted = joined != Some(true) && !line.is_gone();
        let form = if is_counted { self.form(node)? } else { Form::Text };
        let own = Paragraph { form, indent: shape.indent, ..Paragraph::default() };
        let last = joined.and_then(|_| pieces.pop());
        let at = pieces.len();
        self.finish_line(line, own, pieces)?;
        match (last, pieces.get_mut(at)) {
            (Some(Piece::Paragraph(mut last)), Some(Piece::Paragraph(own))) => {
                if joined == Some(true) {
                    own.form = last.form;
                    (own.indent, own.size) = (last.indent, last.size);
                }
                last.spans.append(&mut own.spans);
                own.spans = last.spans;
            }
            (Some(last), _) => pieces.insert(at, last),
            (None, _) => {}
        }
        Ok(())
    }

    /// Puts what a line holds in its order.
    pub fn finish_line(
        &mut self,
        mut line: Line,
        mut own: Paragraph,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Diagnostic> {
        line.finish();
        self.spend(PARAGRAPH + weight(&line.spans))?;
        let has_pieces = !line.before.is_empty() || !line.after.is_empty();
        own.size = line.size();
        pieces.append(&mut line.before);
        if !line.spans.is_empty() || !has_pieces {
            own.spans = line.spans;
            pieces.push(Piece::Paragraph(own));
        }
        pieces.append(&mut line.after);
        Ok(())
    }

    /// What a paragraph is, by its head or its style.
    fn form(&mut self, node: Node<'_, '_>) -> Result<Form, Diagnostic> {
        let shape = self.header.shape(number(node, "paraPrIDRef"));
        let level = shape.level;
        let form = match shape.head {
            Head::Outline => {
                Form::Heading { level: level + 1, number: self.count(true, self.outline, level) }
            }
            Head::Number(id) => Form::Item { level, sign: self.count(false, id, level) },
            Head::Bullet(id, is_checked) => {
                Form::Item { level, sign: self.header.bullet(id, is_checked).to_string() }
            }
            Head::None => self.header.style(number(node, "styleIDRef")),
        };
        if let Form::Heading { number: sign, .. } | Form::Item { sign, .. } = &form {
            self.spend(of_bytes(sign.len()))?;
        }
        Ok(form)
    }

    fn count(&mut self, is_outline: bool, id: u32, level: u8) -> String {
        let Some(numbering) = self.header.numbering(id) else { return String::new() };
        self.counters.entry((is_outline, id)).or_default().next(numbering, level.into())
    }

    /// Takes an element by what the table says of it.
    pub fn take(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        match take(node) {
            Take::Nothing if texts(node).all(|text| text.trim().is_empty()) => {}
            Take::Nothing => self.unknown(node, line)?,
            Take::Through => self.through(node, line)?,
            Take::Run => {
                line.look(self.header.letters(number(node, "charPrIDRef")));
                self.through(node, line)?;
            }
            Take::Text => {
                for child in node.children() {
                    match child.text().filter(|_| child.is_text()) {
                        Some(text) => line.words(text),
                        None if child.is_element() => self.element(child, line)?,
                        None => {}
                    }
                }
            }
            Take::Mark(mark) => {
                self.mark(mark, node, line);
                self.through(node, line)?;
            }
            _ if self.is_deleted => self.deleted(node, line)?,
            _ => self.object(node, line)?,
        }
        Ok(())
    }

    /// Takes what stands in a node as if it stood here.
    pub fn through(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        self.stray(node, line);
        elements(node).try_for_each(|child| self.element(child, line))
    }

    /// Words where the format has none are taken, and told.
    pub fn stray(&mut self, node: Node<'_, '_>, line: &mut Line) {
        let words = stray(node);
        if !words.is_empty() {
            line.told(Why::UnknownControl, &words);
        }
    }

    fn mark(&mut self, mark: Mark, node: Node<'_, '_>, line: &mut Line) {
        match mark {
            Mark::Tab => line.push(Span::Tab),
            Mark::Break => line.push(Span::Break),
            Mark::Letter(letter) => line.words(letter),
            Mark::Inserted => line.push(Span::Changed(Why::Inserted)),
            Mark::DeleteBegin => self.delete(true, line),
            Mark::DeleteEnd => {
                self.delete(false, line);
                self.is_open = attribute(node, "paraend") == "1";
            }
            Mark::FieldEnd => line.end(attribute(node, "beginIDRef")),
        }
    }

    fn delete(&mut self, is_deleted: bool, line: &mut Line) {
        self.is_deleted = is_deleted;
        line.delete(is_deleted);
    }

    /// What is deleted goes with all its words.
    fn deleted(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        let mut alone = Line::new(false);
        let notes = self.notes.len();
        self.is_deleted = false;
        self.object(node, &mut alone)?;
        self.is_deleted = true;
        alone.finish();
        let notes = self.notes.drain(notes..).flatten();
        let text =
            plain::all(&alone.spans, alone.before.into_iter().chain(alone.after).chain(notes));
        if !text.is_empty() {
            line.leave_out(Why::Deleted, &text);
        }
        Ok(())
    }
}
