//! Marries the marks of a text with its notes.
//!
//! Each mark has one note and each note one mark; the note goes to the paragraph that has the mark.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use super::tree::{Block, Inline, Item, Note, Paragraph};
use crate::messages;
use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Diagnostic, Message};

/// The marks and notes of one text.
#[derive(Default)]
pub struct Notes {
    written: BTreeMap<String, Written>,
    marks: Vec<Marked>,
    misplaced: BTreeSet<String>,
}

struct Written {
    label: String,
    span: Span,
    body: Vec<Inline>,
    mark: Option<Span>,
}

struct Marked {
    label: String,
    span: Span,
}

impl Notes {
    /// Takes down a mark; what is returned stands in for the note until [`Notes::attach`].
    pub fn mark(&mut self, label: &str, span: Span, ordinal: usize) -> Note {
        self.marks.push(Marked { label: label.to_string(), span });
        Note { ordinal, body: vec![Inline::Mark(self.marks.len() - 1)] }
    }

    /// Takes down a mark that stands where none may: its note is not reported for lacking one.
    pub fn misplaced(&mut self, label: &str) {
        self.misplaced.insert(key(label));
    }

    /// Takes down a note.
    pub fn note(&mut self, label: &str, span: Span, body: Vec<Inline>, findings: &mut Findings) {
        match self.written.entry(key(label)) {
            Entry::Occupied(first) => {
                let diagnostic = about(messages::NOTE_TWICE, span, label);
                findings.push(diagnostic.related(first.get().span));
            }
            Entry::Vacant(slot) => {
                slot.insert(Written { label: label.to_string(), span, body, mark: None });
            }
        }
    }

    /// Gives each paragraph its notes. `whole` says that no part of the text was passed over, so
    /// that a note without a mark can be told.
    pub fn attach(mut self, blocks: &mut [Block], whole: bool, findings: &mut Findings) {
        let mut bodies = vec![];
        for marked in &self.marks {
            let mut body = vec![];
            match self.written.get_mut(&key(&marked.label)) {
                None => {
                    findings.push(about(messages::NOTE_MISSING, marked.span, &marked.label));
                }
                Some(Written { mark: Some(first), .. }) => {
                    let diagnostic = about(messages::MARK_TWICE, marked.span, &marked.label);
                    findings.push(diagnostic.related(*first));
                }
                Some(written) => {
                    written.mark = Some(marked.span);
                    body = std::mem::take(&mut written.body);
                }
            }
            bodies.push(body);
        }
        for written in self.written.values().filter(|written| whole && written.mark.is_none()) {
            if self.misplaced.contains(&key(&written.label)) {
                continue;
            }
            findings.push(about(messages::MARK_MISSING, written.span, &written.label));
        }
        for block in blocks {
            match block {
                Block::Subhead(paragraph) | Block::Paragraph(paragraph) => {
                    fill(paragraph, &mut bodies);
                }
                Block::List(items) => fill_items(items, &mut bodies),
                Block::Images(_) | Block::Table(_) => {}
            }
        }
    }
}

/// Three levels deep at most.
fn fill_items(items: &mut [Item], bodies: &mut [Vec<Inline>]) {
    for item in items {
        fill(&mut item.text, bodies);
        fill_items(&mut item.children, bodies);
    }
}

fn fill(paragraph: &mut Paragraph, bodies: &mut [Vec<Inline>]) {
    for note in &mut paragraph.notes {
        if let [Inline::Mark(index)] = note.body[..] {
            note.body = bodies.get_mut(index).map(std::mem::take).unwrap_or_default();
        }
    }
}

/// Labels are compared without case, as GFM does.
fn key(label: &str) -> String {
    label.to_lowercase()
}

/// A finding about a note or its mark.
pub fn about(message: &'static Message, span: Span, label: &str) -> Diagnostic {
    Diagnostic::at(message, span).arg("mark", format!("[^{label}]"))
}
