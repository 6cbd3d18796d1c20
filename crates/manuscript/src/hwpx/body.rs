//! The sections of the body: paragraphs, and what stands in them, in reading order.
//!
//! Lists of paragraphs stand in elements of paragraphs; how deep is bounded by the tree, how many of everything here.

use std::collections::BTreeMap;

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::elements::{Take, attribute, element, elements, name, number, take, words};
use super::field;
use super::header::{Head, Header, Style, digits};
use super::line::{Line, is_blank};
use super::parts::Parts;
use crate::messages::{self as msg, Why};
use crate::office::{Counter, Form, Manuscript, Out, Paragraph, Piece, Span, plain};

/// The most paragraphs, rows, cells and spans; a number of a monthly has a tenth of it.
const MOST: usize = 300_000;

/// What reads the body.
pub struct Body<'h, 'p, 'b> {
    header: &'h Header,
    pub parts: &'p mut Parts<'b>,
    pieces: Vec<Piece>,
    notes: Vec<Vec<Piece>>,
    /// How far each outline and each numbering has come.
    counters: BTreeMap<Option<u32>, Counter>,
    /// The numbering of this section's outline.
    outline: u32,
    /// Whether what stands here was deleted.
    is_deleted: bool,
    /// Whether the end of the last paragraph was deleted, so that the next goes on with it.
    goes_on: bool,
    /// Master pages that this section uses.
    masters: Vec<String>,
    part: String,
    left: usize,
}

impl<'h, 'p, 'b> Body<'h, 'p, 'b> {
    /// Of a file.
    pub fn new(header: &'h Header, parts: &'p mut Parts<'b>) -> Self {
        Self {
            header,
            parts,
            pieces: vec![],
            notes: vec![],
            counters: BTreeMap::new(),
            outline: 0,
            is_deleted: false,
            goes_on: false,
            masters: vec![],
            part: String::new(),
            left: MOST,
        }
    }

    /// Reads a section.
    ///
    /// # Errors
    /// If it is missing, damaged, or too much.
    pub fn section(&mut self, part: &str) -> Result<(), Diagnostic> {
        let pieces = self.part(part, |body, root| match name(root) {
            "sec" => body.list(root),
            _ => body.hidden(root, Why::Aside),
        })?;
        for master in std::mem::take(&mut self.masters) {
            if let Some(path) = self.parts.file(&master) {
                let out = self.part(&path, |body, root| body.hidden(root, Why::MasterPage))?;
                self.pieces.extend(out);
            }
        }
        self.pieces.extend(pieces);
        Ok(())
    }

    /// Reads a part that does not belong to the body: it is left out.
    ///
    /// # Errors
    /// If it is damaged, or too much.
    pub fn aside(&mut self, part: &str) -> Result<(), Diagnostic> {
        let out = self.part(part, |body, root| body.hidden(root, Why::Aside))?;
        self.pieces.extend(out);
        Ok(())
    }

    /// What was read.
    pub fn finish(self) -> Manuscript {
        Manuscript { pieces: self.pieces, notes: self.notes }
    }

    fn part(
        &mut self,
        part: &str,
        read: impl FnOnce(&mut Self, Node<'_, '_>) -> Result<Vec<Piece>, Diagnostic>,
    ) -> Result<Vec<Piece>, Diagnostic> {
        self.part = part.to_string();
        let bytes = self.parts.bytes(part)?;
        crate::office::parse(&bytes, part, |root| read(self, root))
    }

    /// Counts what is kept.
    pub fn spend(&mut self, many: usize) -> Result<(), Diagnostic> {
        let much = || Diagnostic::general(msg::UNPACKED).arg("part", self.part.as_str());
        self.left = self.left.checked_sub(many).ok_or_else(much)?;
        Ok(())
    }

    /// Reads the paragraphs of a node, with what else stands among them.
    pub fn list(&mut self, node: Node<'_, '_>) -> Result<Vec<Piece>, Diagnostic> {
        let outer = std::mem::take(&mut self.is_deleted);
        let mut pieces = vec![];
        self.collect(node, &mut pieces)?;
        (self.is_deleted, self.goes_on) = (outer, false);
        Ok(pieces)
    }

    fn collect(&mut self, node: Node<'_, '_>, pieces: &mut Vec<Piece>) -> Result<(), Diagnostic> {
        for child in elements(node) {
            match take(child) {
                Take::Nothing => {}
                Take::Through => self.collect(child, pieces)?,
                Take::Paragraph => self.paragraph(child, pieces)?,
                _ => {
                    let mut line = Line::new(false);
                    self.element(child, &mut line)?;
                    self.finish_line(line, Paragraph::default(), pieces)?;
                }
            }
        }
        Ok(())
    }

    /// What is left out with all its words, those of its notes too; nothing if there are none.
    pub fn hidden(&mut self, node: Node<'_, '_>, why: Why) -> Result<Vec<Piece>, Diagnostic> {
        let notes = self.notes.len();
        let mut pieces = self.list(node)?;
        pieces.extend(self.notes.drain(notes..).flatten());
        let text = plain::text(&pieces);
        Ok((!text.is_empty()).then_some(Piece::Out(Out { why, text })).into_iter().collect())
    }

    fn paragraph(&mut self, node: Node<'_, '_>, pieces: &mut Vec<Piece>) -> Result<(), Diagnostic> {
        let mut line = Line::new(self.is_deleted);
        let goes_on = std::mem::take(&mut self.goes_on);
        for child in elements(node) {
            self.element(child, &mut line)?;
        }
        self.goes_on |= self.is_deleted;
        let shape = self.header.shape(number(node, "paraPrIDRef"));
        // A paragraph of which the end was deleted before has no head of its own.
        let joined = pieces.last().filter(|_| goes_on);
        let follows =
            matches!(joined, Some(Piece::Paragraph(last)) if !last.spans.iter().all(is_blank));
        let form = if follows { Form::Text } else { self.form(node) };
        let own = Paragraph { form, indent: shape.indent, ..Paragraph::default() };
        let last = if goes_on { pieces.pop() } else { None };
        let at = pieces.len();
        self.finish_line(line, own, pieces)?;
        match (last, pieces.get_mut(at)) {
            (Some(Piece::Paragraph(last)), Some(Piece::Paragraph(own))) => join(last, own),
            (Some(last), _) => pieces.insert(at, last),
            (None, _) => {}
        }
        Ok(())
    }

    /// Puts what a line holds in its order.
    fn finish_line(
        &mut self,
        mut line: Line,
        mut own: Paragraph,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Diagnostic> {
        line.finish();
        self.spend(1 + line.spans.len())?;
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
    fn form(&mut self, node: Node<'_, '_>) -> Form {
        let shape = self.header.shape(number(node, "paraPrIDRef"));
        let level = shape.level;
        match shape.head {
            Head::Outline => {
                Form::Heading { level: level + 1, number: self.count(None, self.outline, level) }
            }
            Head::Number(id) => Form::Item { level, sign: self.count(Some(id), id, level) },
            Head::Bullet(id, is_checked) => {
                Form::Item { level, sign: self.header.bullet(id, is_checked).to_string() }
            }
            Head::None => match self.header.style(number(node, "styleIDRef")) {
                Some(Style::Outline(level)) => Form::Heading { level, number: String::new() },
                Some(Style::Title) => Form::Title,
                None => Form::Text,
            },
        }
    }

    fn count(&mut self, counter: Option<u32>, numbering: u32, level: u8) -> String {
        let Some(numbering) = self.header.numbering(numbering) else { return String::new() };
        self.counters.entry(counter).or_default().next(numbering, level.into())
    }

    /// Takes an element of a paragraph.
    pub fn element(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        match take(node) {
            Take::Nothing => {}
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
            Take::Tab => line.push(Span::Tab),
            Take::Break => line.push(Span::Break),
            Take::Letter(letter) => line.words(letter),
            Take::Inserted => line.push(Span::Changed(Why::Inserted)),
            Take::DeleteBegin => self.delete(true, line),
            Take::DeleteEnd => {
                self.delete(false, line);
                self.goes_on = attribute(node, "paraend") == "1";
            }
            Take::FieldEnd => line.end(attribute(node, "beginIDRef")),
            _ if self.is_deleted => self.deleted(node, line)?,
            _ => self.object(node, line)?,
        }
        Ok(())
    }

    fn through(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        elements(node).try_for_each(|child| self.element(child, line))
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
        let mut pieces = alone.before;
        pieces.extend(alone.after);
        pieces.extend(self.notes.drain(notes..).flatten());
        let text = plain::spans(&alone.spans) + &plain::text(&pieces);
        if !text.is_empty() {
            line.leave_out(Why::Deleted, &text);
        }
        Ok(())
    }

    /// Takes an element that is more than letters.
    fn object(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        match take(node) {
            Take::Out(why) => self.leave_out(node, why, line)?,
            Take::Named(why, name) => line.leave_out(why, attribute(node, name)),
            Take::Section => self.properties(node, line)?,
            Take::Table => self.table(node, line)?,
            Take::Overlap => told(line, Why::Overlap, attribute(node, "composeText")),
            Take::Gloss => {
                let part = |name| element(node, name).map(words).unwrap_or_default();
                told(line, Why::Gloss, &format!("{}({})", part("mainText"), part("subText")));
            }
            Take::Note => {
                let at = self.notes.len();
                self.notes.push(vec![]);
                self.notes[at] = self.list(node)?;
                line.push(Span::Note(at));
            }
            Take::FieldBegin => {
                line.begin(attribute(node, "id"), field::read(node));
                for child in elements(node).filter(|child| name(*child) != "parameters") {
                    self.leave_out(
                        child,
                        if name(child) == "subList" { Why::Memo } else { Why::FieldCode },
                        line,
                    )?;
                }
            }
            Take::Number => counted(node, line),
            Take::Form => line.leave_out(Why::FormObject, &words_of_form(node)),
            Take::Paragraph | Take::Row | Take::Cell | Take::Unknown => self.unknown(node, line)?,
            _ => self.drawn(node, line)?,
        }
        Ok(())
    }

    /// Leaves an element out, with its words: those of its paragraphs, or else its own.
    pub fn leave_out(
        &mut self,
        node: Node<'_, '_>,
        why: Why,
        line: &mut Line,
    ) -> Result<(), Diagnostic> {
        if node.descendants().any(|within| take(within) == Take::Paragraph) {
            let hidden = self.hidden(node, why)?;
            for piece in hidden {
                if let Piece::Out(Out { text, .. }) = piece {
                    line.leave_out(why, &text);
                }
            }
        } else if node.descendants().any(|within| within.is_text()) {
            let parts: Vec<String> = match elements(node).next() {
                Some(_) => elements(node).map(words).collect(),
                None => vec![words(node)],
            };
            line.leave_out(why, &parts.join(" "));
        }
        Ok(())
    }

    /// What an unknown element says is part of the text.
    pub fn unknown(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        if node.descendants().any(|within| take(within) == Take::Paragraph) {
            line.push(Span::Changed(Why::UnknownControl));
            let mut pieces = vec![];
            if take(node) == Take::Paragraph {
                self.paragraph(node, &mut pieces)?;
            } else {
                pieces = self.list(node)?;
            }
            line.place(pieces);
            return Ok(());
        }
        let words = words(node);
        if !words.trim().is_empty() {
            told(line, Why::UnknownControl, &words);
        }
        Ok(())
    }

    /// A section's properties: headers, footers and master pages stand in them too.
    fn properties(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        self.outline = number(node, "outlineShapeIDRef").unwrap_or(0);
        for child in elements(node) {
            match name(child) {
                "masterPage" => self.masters.push(attribute(child, "idRef").to_string()),
                _ => self.element(child, line)?,
            }
        }
        Ok(())
    }
}

/// Adds words that stood otherwise.
pub fn told(line: &mut Line, why: Why, words: &str) {
    line.push(Span::Changed(why));
    line.words(words);
}

/// Two paragraphs are one: the second is what the first was, if that has words.
fn join(mut last: Paragraph, own: &mut Paragraph) {
    if !last.spans.iter().all(is_blank) {
        (own.form, own.indent, own.size) = (last.form, last.indent, last.size);
    }
    last.spans.append(&mut own.spans);
    own.spans = last.spans;
}

/// A number that the file counts: of a picture, a table or an equation it is text, that of a note is its mark's.
fn counted(node: Node<'_, '_>, line: &mut Line) {
    let format = element(node, "autoNumFormat");
    let looks = |name| format.map_or("", |format| attribute(format, name));
    let written = digits(looks("type")).write(number(node, "num").unwrap_or(1));
    let written = format!("{}{written}{}", looks("prefixChar"), looks("suffixChar"));
    match attribute(node, "numType") {
        "PAGE" | "TOTAL_PAGE" => line.leave_out(Why::PageNumber, &written),
        "FOOTNOTE" | "ENDNOTE" => {}
        _ => line.words(&written),
    }
}

/// What stands on a button or in a box of a form.
fn words_of_form(node: Node<'_, '_>) -> String {
    let own = [attribute(node, "caption"), attribute(node, "selectedValue")].map(str::to_string);
    let items = elements(node).map(|child| match name(child) {
        "listItem" => attribute(child, "displayText").to_string(),
        _ => words(child),
    });
    let parts: Vec<String> = own.into_iter().chain(items).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
