//! The marks of notes in the text: where the first stands the note is taken.

use roxmltree::Node;

use super::body::Body;
use super::elements::attribute;
use super::line::Line;
use super::note::cut;
use crate::messages::Why;
use crate::office::{Out, Span, plain};

impl Body<'_> {
    /// The mark of a note: the note's text is taken where its first mark stands.
    pub fn note(&mut self, node: Node<'_, '_>, is_end: bool, line: &mut Line) {
        let Some(held) = self.held[usize::from(is_end)].get_mut(attribute(node, "id")) else {
            line.leave_out(Why::NoteSign, "");
            return;
        };
        if let Some(why) = line.out().or(self.is_aside.then_some(Why::Aside)) {
            let text = plain::text(&std::mem::take(&mut held.pieces));
            line.leave_out(why, &text);
            return;
        }
        let number = *held.number.get_or_insert_with(|| {
            self.notes.push(std::mem::take(&mut held.pieces));
            self.notes.len() - 1
        });
        line.push(Span::Note(number));
    }

    /// The sign that an author wrote for a note stands before the note, too.
    pub fn take_sign(&mut self, line: &Line) {
        let [.., Span::Note(number), Span::Out(Out { why: Why::NoteSign, text })] =
            line.spans.as_slice()
        else {
            return;
        };
        if let Some(pieces) = self.notes.get_mut(*number) {
            cut(pieces, &[text.trim()]);
        }
    }
}
