//! A text whose slips are mended only so that the rest of it can be read, and where each of its bytes stands
//! in what the author wrote.
//!
//! Nothing of it reaches the disk, and it judges nothing.

use std::borrow::Cow;
use std::ops::Range;

use jikji_diagnostic::source::{Edit, FileId, Span};
use jikji_diagnostic::{Arg, Diagnostic, Message};

/// Bytes that go and what comes for them.
pub type Piece = (Range<usize>, String);

/// A slip of notation: what is said of it, and what makes the text readable.
pub struct Slip {
    /// What is said.
    pub message: &'static Message,
    /// Where.
    pub place: Range<usize>,
    /// What fills the message.
    pub args: Vec<(&'static str, Arg)>,
    /// What is read in its place.
    pub mend: Vec<Piece>,
    /// What may be written in its place; none where that is the author's to know.
    pub fix: Option<Vec<Piece>>,
}

impl Slip {
    /// A slip that is mended by what may also be written.
    pub fn new(message: &'static Message, place: Range<usize>, mend: Vec<Piece>) -> Self {
        Self { message, place, args: vec![], fix: Some(mend.clone()), mend }
    }

    /// Fills the message's `{name}`.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same with something else to write, or nothing.
    pub fn fixed_by(self, fix: Option<Vec<Piece>>) -> Self {
        Self { fix, ..self }
    }
}

/// A text that can be read, in step with the author's.
pub struct Mended<'t> {
    /// The text.
    pub text: Cow<'t, str>,
    written: &'t str,
    /// Each time it was mended, the last one last.
    steps: Vec<Step>,
}

/// One mending: where pieces begin in its text, what they stand for, and the furthest place they stand for.
type Step = Vec<(usize, usize, usize)>;

impl<'t> Mended<'t> {
    /// A text as it stands.
    pub fn of(text: &'t str) -> Self {
        Self { text: text.into(), written: text, steps: vec![] }
    }

    /// The text as the author wrote it.
    pub fn written(&self) -> &'t str {
        self.written
    }

    /// Mends slips of the text as it is now; gives what to tell the author of `file`.
    pub fn mend(&mut self, file: FileId, slips: Vec<Slip>) -> Vec<Diagnostic> {
        let told = slips.iter().map(|slip| self.told(file, slip)).collect();
        let mut pieces: Vec<Piece> = slips.into_iter().flat_map(|slip| slip.mend).collect();
        pieces.sort_by_key(|(range, _)| range.start);
        let (mut text, mut step, mut at) = (String::with_capacity(self.text.len()), vec![], 0);
        for (range, piece) in pieces {
            let Some(kept) = self.text.get(at..range.start) else { continue };
            step.push((text.len(), at, range.start));
            text.push_str(kept);
            step.push((text.len(), range.start, range.end));
            text.push_str(&piece);
            at = range.end;
        }
        if !step.is_empty() {
            step.push((text.len(), at, self.text.len()));
            text.push_str(&self.text[at..]);
            self.text = text.into();
            self.steps.push(step);
        }
        told
    }

    fn told(&self, file: FileId, slip: &Slip) -> Diagnostic {
        let span = |range: &Range<usize>| {
            Span::new(file, self.origin(range.start)..self.origin(range.end))
        };
        let edit = |(range, text): &Piece| Edit { span: span(range), text: text.clone() };
        let told = Diagnostic::at(slip.message, span(&slip.place));
        let told = slip.args.iter().fold(told, |told, (name, value)| told.arg(name, value.clone()));
        told.fix(slip.fix.as_ref().map(|pieces| pieces.iter().map(edit).collect()))
    }

    /// Where a byte of the text stands in the author's.
    pub fn origin(&self, at: usize) -> usize {
        self.steps.iter().rev().fold(at, |at, step| {
            let next = step.partition_point(|(start, ..)| *start <= at);
            let (start, from, most) = step[next.saturating_sub(1)];
            (from + (at - start)).min(most)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Mended, Slip};
    use crate::document::messages as msg;
    use jikji_diagnostic::source::Sources;

    #[test]
    fn places_lead_back_through_each_mending() {
        let file = Sources::default().add("a", "");
        let mut mended = Mended::of("가＝나，다");
        let slip = |place: std::ops::Range<usize>, text: &str| {
            Slip::new(msg::FOREIGN_SIGN, place.clone(), vec![(place, text.into())])
        };
        mended.mend(file, vec![slip(3..6, "="), slip(9..12, ",")]);
        assert_eq!(mended.text, "가=나,다");
        let told = mended.mend(file, vec![slip(7..7, "--")]);
        assert_eq!((&*mended.text, told[0].span.unwrap().start), ("가=나--,다", 9));
        let at = |sign: char| mended.origin(mended.text.find(sign).unwrap());
        assert_eq!([at('가'), at('='), at('나'), at('-'), at(','), at('다')], [0, 3, 6, 9, 9, 12]);
        assert_eq!(mended.origin(mended.text.len()), 15);
    }
}
