//! The sections of the body: paragraphs, and what stands in them, in reading order.
//!
//! Lists of paragraphs stand in elements of paragraphs; how deep is bounded by the tree, how many of everything here.

use std::collections::{BTreeMap, BTreeSet};

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::elements::{Mark, Take, attribute, elements, name, stray, take};
use super::header::Header;
use super::line::Line;
use super::parts::Parts;
use crate::messages::{self as msg, Why};
use crate::office::allowance::Allowance;
use crate::office::{Counter, Manuscript, Paragraph, Piece, Span, parse, plain};

/// How deep elements of paragraphs may stand in each other.
const MOST_DEPTH: usize = 80;

/// What reads the body.
pub struct Body<'h, 'p, 'b> {
    pub header: &'h Header,
    pub parts: &'p mut Parts<'b>,
    pieces: Vec<Piece>,
    pub notes: Vec<Vec<Piece>>,
    /// How far each outline and each numbering has come; an outline is told by `true`.
    pub counters: BTreeMap<(bool, u32), Counter>,
    /// The numbering of this section's outline.
    pub outline: u32,
    /// Whether what stands here was deleted.
    pub is_deleted: bool,
    /// Whether the end of this paragraph was deleted.
    pub is_open: bool,
    /// Where the end of the last paragraph was deleted, the next goes on with it: whether it has words.
    pub goes_on: Option<bool>,
    /// A link that goes on in the next paragraph, and the fields whose ends this part has.
    pub link: Option<(String, String)>,
    pub ends: BTreeSet<String>,
    /// Master pages that this section uses.
    pub masters: Vec<String>,
    told: BTreeSet<String>,
    depth: usize,
    part: String,
    allowance: Allowance,
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
            is_open: false,
            goes_on: None,
            link: None,
            ends: BTreeSet::new(),
            masters: vec![],
            told: BTreeSet::new(),
            depth: 0,
            part: String::new(),
            allowance: Allowance::default(),
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
            let path = self.parts.file(&master);
            if let Some(path) = path.filter(|path| self.told.insert(path.clone())) {
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
        parse(&bytes, part, |root| {
            let ends = root.descendants().filter(|node| take(*node) == Take::Mark(Mark::FieldEnd));
            self.ends = ends.map(|node| attribute(node, "beginIDRef").to_string()).collect();
            read(self, root)
        })
    }

    /// Counts what is kept.
    pub fn spend(&mut self, many: usize) -> Result<(), Diagnostic> {
        self.allowance.spend(many, &self.part)
    }

    /// Takes an element of a paragraph.
    ///
    /// # Errors
    /// If it is too deep or too much.
    pub fn element(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        if self.depth == MOST_DEPTH {
            return Err(self.too_much());
        }
        self.depth += 1;
        self.take(node, line)?;
        self.depth -= 1;
        Ok(())
    }

    fn too_much(&self) -> Diagnostic {
        Diagnostic::general(msg::UNPACKED).arg("part", self.part.as_str())
    }

    /// Reads the paragraphs of a node, with what else stands among them.
    pub fn list(&mut self, node: Node<'_, '_>) -> Result<Vec<Piece>, Diagnostic> {
        let outer = (std::mem::take(&mut self.is_deleted), self.link.take());
        let mut pieces = vec![];
        self.collect(node, &mut pieces)?;
        self.goes_on = None;
        (self.is_deleted, self.link) = outer;
        Ok(pieces)
    }

    fn collect(&mut self, node: Node<'_, '_>, pieces: &mut Vec<Piece>) -> Result<(), Diagnostic> {
        let words = stray(node);
        if !words.is_empty() {
            let mut line = Line::new(false);
            line.told(Why::UnknownControl, &words);
            self.finish_line(line, Paragraph::default(), pieces)?;
        }
        for child in elements(node) {
            match take(child) {
                Take::Through => self.collect(child, pieces)?,
                Take::Paragraph => self.paragraph(child, pieces)?,
                _ => {
                    let mut line = Line::new(false);
                    self.element(child, &mut line)?;
                    line.finish();
                    if !line.is_empty() {
                        self.finish_line(line, Paragraph::default(), pieces)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// What is left out with all that stands in it, notes too; nothing if that is nothing.
    pub fn hidden(&mut self, node: Node<'_, '_>, why: Why) -> Result<Vec<Piece>, Diagnostic> {
        let notes = self.notes.len();
        let mut pieces = self.list(node)?;
        pieces.extend(self.notes.drain(notes..).flatten());
        let text = plain::text(&pieces);
        let is_blank = |piece: &Piece| match piece {
            Piece::Paragraph(paragraph) => paragraph.spans.iter().all(Span::is_blank),
            _ => false,
        };
        let is_nothing = text.is_empty() && pieces.iter().all(is_blank);
        Ok((!is_nothing).then_some(Piece::out(why, text)).into_iter().collect())
    }
}
