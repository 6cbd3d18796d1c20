//! The text, its notes and comments, and what stands beside it: lists of paragraphs and tables in reading order.
//!
//! Lists stand in elements of paragraphs; how deep is bounded by the tree, how many of everything here.

use std::collections::{BTreeMap, BTreeSet};

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::elements::{Take, attribute, element, elements, letters, name, take};
use super::field::Field;
use super::line::Line;
use super::list::List;
use super::look::Look;
use super::note;
use super::numbering::Numbering;
use super::parts::{Parts, Relation, Relations};
use super::space::{Space, space};
use super::styles::Styles;
use crate::messages::{self as msg, Why};
use crate::office::allowance::{Allowance, of_bytes};
use crate::office::{Manuscript, Out, Paragraph, Piece, plain};

/// How deep lists may stand in each other: what reads them calls itself.
const DEEPEST: usize = 40;

/// A note that the file holds, and the number of its mark once that has come.
pub struct Held {
    pub pieces: Vec<Piece>,
    pub number: Option<usize>,
}

/// What reads the text.
pub struct Body<'b> {
    pub parts: Parts<'b>,
    pub styles: Styles,
    pub numbering: Numbering,
    /// Footnotes, and endnotes, by their ids.
    pub held: [BTreeMap<String, Held>; 2],
    pub comments: BTreeMap<String, String>,
    pub notes: Vec<Vec<Piece>>,
    /// Fields whose ends have not come.
    pub fields: Vec<Field>,
    /// How the style of this paragraph lets letters look.
    pub look: Look,
    /// Whether what is read now is left out: its pictures are not looked at.
    pub is_aside: bool,
    relations: Relations,
    part: String,
    allowance: Allowance,
    /// In how many lists this one stands.
    depth: usize,
}

impl<'b> Body<'b> {
    /// Of a file.
    ///
    /// # Errors
    /// If its styles or numberings are damaged, or hold too much.
    pub fn new(mut parts: Parts<'b>, main: &str) -> Result<Self, Diagnostic> {
        let relations = parts.relations(main)?;
        let part = |kind: &str| relations.values().find(|found| found.kind == kind);
        let named = |kind| part(kind).map(|found| found.target.clone());
        let (styles, numbering) = (named("styles"), named("numbering"));
        let has = |name: &Option<String>| name.clone().filter(|name| parts.has(name));
        let (styles, numbering) = (has(&styles), has(&numbering));
        let styles = match styles {
            Some(part) => parts.xml(&part, |root| Ok(Styles::read(root)))?,
            None => Styles::default(),
        };
        let numbering = match numbering {
            Some(part) => parts.xml(&part, Numbering::read)?,
            None => Numbering::default(),
        };
        Ok(Self {
            parts,
            styles,
            numbering,
            held: [BTreeMap::new(), BTreeMap::new()],
            comments: BTreeMap::new(),
            notes: vec![],
            fields: vec![],
            look: Look::default(),
            is_aside: false,
            relations,
            part: main.to_string(),
            allowance: Allowance::default(),
            depth: 0,
        })
    }

    /// Reads all of a file.
    ///
    /// # Errors
    /// If a part is damaged, or holds too much.
    pub fn read(mut self) -> Result<Manuscript, Diagnostic> {
        let main = self.part.clone();
        let named = std::mem::take(&mut self.relations);
        let mut seen = BTreeSet::new();
        let parts: Vec<Relation> = named
            .values()
            .filter(|of| !of.is_outside && self.parts.has(&of.target) && seen.insert(&of.target))
            .cloned()
            .collect();
        for part in &parts {
            match part.kind.as_str() {
                "footnotes" => self.hold(&part.target, 0)?,
                "endnotes" => self.hold(&part.target, 1)?,
                "comments" => self.comment(&part.target)?,
                _ => {}
            }
        }
        self.relations = named;
        self.part = main.clone();
        let mut pieces = self.part(&main, |body, root| match (space(root), name(root)) {
            (Space::Word, "document") => body.list(root),
            _ => Err(Diagnostic::general(msg::NOT_DOCX)),
        })?;
        self.is_aside = true;
        for part in &parts {
            let why = match part.kind.as_str() {
                "header" => Why::Header,
                "footer" => Why::Footer,
                "glossaryDocument" => Why::Aside,
                _ => continue,
            };
            pieces.extend(self.part(&part.target, |body, root| body.hidden(root, why))?);
        }
        pieces.extend(self.unmarked());
        Ok(Manuscript { pieces, notes: self.notes })
    }

    /// Notes and comments of which no mark stands in the text.
    fn unmarked(&mut self) -> Vec<Piece> {
        let held = std::mem::take(&mut self.held).into_iter().flat_map(BTreeMap::into_values);
        let texts = held.filter(|note| note.number.is_none()).map(|note| plain::text(&note.pieces));
        let notes = texts.map(|text| Out { why: Why::Aside, text });
        let comments = std::mem::take(&mut self.comments).into_values();
        let all = notes.chain(comments.map(|text| Out { why: Why::Memo, text }));
        all.filter(|out| !out.text.is_empty()).map(Piece::Out).collect()
    }

    /// Reads the notes of a part.
    fn hold(&mut self, part: &str, kind: usize) -> Result<(), Diagnostic> {
        let held = self.part(part, |body, root| {
            let mut held = BTreeMap::new();
            for node in elements(root) {
                let id = attribute(node, "id").to_string();
                // A line that parts notes from the text is written as a note, too.
                let is_note = matches!(attribute(node, "type"), "" | "normal");
                let pieces = match is_note {
                    true => note::without_number(body.list(node)?),
                    false => body.hidden(node, Why::Aside)?,
                };
                held.entry(id).or_insert(Held { pieces, number: None });
            }
            Ok(held)
        })?;
        self.held[kind].extend(held);
        Ok(())
    }

    /// Reads the comments of a part.
    fn comment(&mut self, part: &str) -> Result<(), Diagnostic> {
        let comments = self.part(part, |body, root| {
            let mut comments = BTreeMap::new();
            for node in elements(root) {
                let text = plain::text(&body.list(node)?);
                comments.insert(attribute(node, "id").to_string(), text);
            }
            Ok(comments)
        })?;
        self.comments.extend(comments);
        Ok(())
    }

    fn part<T>(
        &mut self,
        part: &str,
        read: impl FnOnce(&mut Self, Node<'_, '_>) -> Result<T, Diagnostic>,
    ) -> Result<T, Diagnostic> {
        let relations = self.parts.relations(part)?;
        let outer = (
            std::mem::replace(&mut self.relations, relations),
            std::mem::replace(&mut self.part, part.to_string()),
        );
        let bytes = self.parts.whole(part)?;
        let read = crate::office::parse(&bytes, part, |root| read(self, root));
        (self.relations, self.part) = outer;
        read
    }

    /// What a relationship of this part leads to.
    ///
    /// # Errors
    /// If all that was asked for so is too much.
    pub fn relation(&mut self, id: &str) -> Result<Option<Relation>, Diagnostic> {
        let found = self.relations.get(id).cloned();
        self.spend(found.as_ref().map_or(0, |of| of_bytes(of.target.len())))?;
        Ok(found)
    }

    /// Counts what is kept.
    pub fn spend(&mut self, many: usize) -> Result<(), Diagnostic> {
        self.allowance.spend(many, &self.part)
    }

    fn much(&self) -> Diagnostic {
        Diagnostic::general(msg::UNPACKED).arg("part", self.part.as_str())
    }

    /// Reads what stands below each other in a node.
    pub fn list(&mut self, node: Node<'_, '_>) -> Result<Vec<Piece>, Diagnostic> {
        self.alone(|body, list| body.collect(node, list))
    }

    /// Reads a paragraph or a table that stands by itself.
    pub fn single(&mut self, node: Node<'_, '_>) -> Result<Vec<Piece>, Diagnostic> {
        self.alone(|body, list| body.piece(node, list))
    }

    /// Reads a list by itself: fields and looks around it do not go on in it.
    fn alone(
        &mut self,
        read: impl FnOnce(&mut Self, &mut List) -> Result<(), Diagnostic>,
    ) -> Result<Vec<Piece>, Diagnostic> {
        let outer = (std::mem::take(&mut self.fields), self.look.clone());
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.much());
        }
        let mut list = List::default();
        read(self, &mut list)?;
        self.depth -= 1;
        // A field that does not end shows nothing.
        list.close();
        for field in self.fields.drain(..).filter(|field| !field.code.is_empty()) {
            list.pieces.push(Piece::out(Why::FieldCode, field.code));
        }
        (self.fields, self.look) = outer;
        Ok(list.finish())
    }

    fn collect(&mut self, node: Node<'_, '_>, list: &mut List) -> Result<(), Diagnostic> {
        elements(node).into_iter().try_for_each(|child| self.piece(child, list))
    }

    fn piece(&mut self, child: Node<'_, '_>, list: &mut List) -> Result<(), Diagnostic> {
        match take(child) {
            Take::Nothing | Take::Properties if letters(child).next().is_none() => {}
            Take::Through | Take::Told(_) => self.collect(child, list)?,
            Take::Paragraph => self.paragraph(child, list)?,
            Take::Table => {
                list.close();
                let pieces = self.table(child)?;
                list.pieces.extend(pieces);
            }
            Take::Content if !shows_prompt(child) => self.collect(child, list)?,
            Take::Content => list.pieces.extend(self.hidden(child, Why::Prompt)?),
            Take::Out(why) => list.pieces.extend(self.hidden(child, why)?),
            _ => {
                let mut line = Line::default();
                self.inline(child, &mut line)?;
                let has_pieces = !line.before.is_empty() || !line.after.is_empty();
                if has_pieces || !line.is_empty() {
                    list.paragraph(line, Paragraph::default(), false);
                }
            }
        }
        Ok(())
    }

    /// What is left out with all that stands in it, notes too; nothing if that is nothing.
    pub fn hidden(&mut self, node: Node<'_, '_>, why: Why) -> Result<Vec<Piece>, Diagnostic> {
        let is_aside = std::mem::replace(&mut self.is_aside, true);
        let pieces = self.list(node)?;
        self.is_aside = is_aside;
        let text = plain::shown(&pieces);
        let is_picture = |piece: &Piece| matches!(piece, Piece::Picture(_) | Piece::Chart(_));
        let is_told = !text.is_empty() || pieces.iter().any(is_picture);
        Ok(is_told.then_some(Piece::out(why, text)).into_iter().collect())
    }
}

/// Whether a control holds but what it asks for.
pub fn shows_prompt(node: Node<'_, '_>) -> bool {
    let shown = element(node, "sdtPr").and_then(|of| element(of, "showingPlcHdr"));
    shown.is_some_and(super::elements::is_on) && name(node) == "sdt"
}
