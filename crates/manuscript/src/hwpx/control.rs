//! Elements of paragraphs that are more than letters: fields, notes, numbers, forms, and what is left out.

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::body::Body;
use super::elements::{Take, attribute, element, elements, name, number, take, texts, words};
use super::field;
use super::header::digits;
use super::line::Line;
use crate::messages::Why;
use crate::office::{Out, Piece, Span};

impl Body<'_, '_, '_> {
    /// Takes an element that is more than letters.
    pub fn object(&mut self, node: Node<'_, '_>, line: &mut Line) -> Result<(), Diagnostic> {
        match take(node) {
            Take::Out(why) => self.leave_out(node, why, line)?,
            Take::Named(why, name) => {
                line.leave_out(why, attribute(node, name));
                self.through(node, line)?;
            }
            // What a table says of itself; other objects take theirs themselves.
            Take::Description => self.leave_out(node, Why::Description, line)?,
            Take::Section => self.properties(node, line)?,
            Take::Table => self.table(node, line)?,
            Take::Overlap => {
                line.told(Why::Overlap, attribute(node, "composeText"));
                self.through(node, line)?;
            }
            Take::Gloss => {
                let part = |name| element(node, name).map(words).unwrap_or_default();
                line.told(Why::Gloss, &format!("{}({})", part("mainText"), part("subText")));
                self.stray(node, line);
            }
            Take::Note => {
                let at = self.notes.len();
                self.notes.push(vec![]);
                self.notes[at] = self.list(node)?;
                line.push(Span::Note(at));
            }
            Take::FieldBegin => {
                line.begin(attribute(node, "id"), field::read(node));
                self.stray(node, line);
                for child in elements(node).filter(|child| name(*child) != "parameters") {
                    let is_memo = name(child) == "subList";
                    let why = if is_memo { Why::Memo } else { Why::FieldCode };
                    self.leave_out(child, why, line)?;
                }
            }
            Take::Number => {
                counted(node, line);
                self.through(node, line)?;
            }
            Take::Form => line.leave_out(Why::FormObject, &words_of_form(node)),
            Take::Picture | Take::Shape | Take::Chart | Take::Equation | Take::WordArt => {
                self.drawn(node, line)?;
            }
            Take::Embedded(_) => self.drawn(node, line)?,
            _ => self.unknown(node, line)?,
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
        } else if texts(node).next().is_some() {
            line.leave_out(why, &texts(node).collect::<Vec<_>>().join(" "));
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
            line.told(Why::UnknownControl, &words);
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
        self.stray(node, line);
        Ok(())
    }
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
    let own = ["caption", "selectedValue"].map(|name| attribute(node, name));
    let items = elements(node).map(|child| attribute(child, "displayText"));
    let parts = own.into_iter().chain(items).chain(texts(node)).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}
