//! Contents that are broken: what is told of them, and whether something of them is lost.

use jikji_diagnostic::Arg;
use lopdf::Object;

use super::super::rules::{self, words};
use super::Walker;
use super::state::Open;
use crate::pdf::content::{Instruction, Torn};
use crate::pdf::object::Objects;

impl Walker<'_> {
    /// Tells that something of the contents is broken.
    pub(super) fn broken(&mut self, what: impl Into<Arg>) {
        self.add(rules::BROKEN_STREAM, None, &[("what", what.into())]);
    }

    /// Tells of operators that nobody knows, and of those that lack what they take.
    pub(super) fn check_operator(&mut self, op: &Instruction) {
        if !op.is_known() {
            if self.lenient == 0 {
                self.broken(words::UNKNOWN_OPERATOR);
            }
        } else if !op.fits() {
            self.misfit(op);
        }
    }

    /// Tells of operands that do not fit their operator.
    pub(super) fn misfit(&mut self, op: &Instruction) {
        let operator = String::from_utf8_lossy(op.operator).into_owned();
        self.broken(words::OPERANDS_OF.phrase(&[("operator", operator.into())]));
    }

    /// Tells that something is closed that was not opened, or the other way round.
    pub(super) fn unbalanced(&mut self, what: impl Into<Arg>) {
        self.add(rules::UNBALANCED, None, &[("what", what.into())]);
    }

    /// `EMC`, inside contents that began with so many open.
    pub(super) fn end_marked(&mut self, floor: Open) {
        match self.marked.len() > floor.1 {
            true => self.marked.end(),
            false => self.unbalanced("EMC"),
        }
    }

    /// Judges how contents end.
    pub(super) fn check_end(&mut self, torn: Option<Torn>, floor: Open) {
        if let Some(torn) = torn {
            self.broken(match torn {
                Torn::String => words::TORN_STRING,
                Torn::Array => words::TORN_ARRAY,
                Torn::Dictionary => words::TORN_DICTIONARY,
                Torn::Image => words::TORN_IMAGE,
                Torn::Contents => words::TORN_CONTENTS,
            });
            self.facts.unseen |= torn != Torn::Contents;
        }
        if self.saved.len() > floor.0 {
            self.unbalanced("q");
        }
        if self.marked.len() > floor.1 {
            self.unbalanced("BDC");
        }
    }

    /// An inline image with fewer bytes than its pixels take, of those that are not packed.
    pub(super) fn check_data(&mut self, op: &Instruction, components: usize) {
        let (Some(Object::Dictionary(dict)), Some(data)) = (op.operands.first(), op.image) else {
            return;
        };
        let (width, height) = self.file.pixels(dict);
        let mask = self.file.bool(dict, "ImageMask") == Some(true);
        let bits = self.file.number(dict, "BitsPerComponent").unwrap_or(0.0).clamp(1.0, 1e6);
        let bits = if mask { 1 } else { bits as usize * components };
        let wanted = (width * bits).div_ceil(8) * height;
        // Where no white space stands before its end, the last byte may be one that looks like it.
        if !dict.has(b"Filter") && data.len() + 1 < wanted {
            self.broken(words::TORN_IMAGE);
        }
    }
}
