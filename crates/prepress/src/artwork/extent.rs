//! How much a page is to draw, counted before it is drawn: what stands in one another, and how many elements.
//!
//! Forms count as often as they are drawn. What has resources of its own is read once; what goes by those of its
//! callers, as old files have it, is read for each, within a bound.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::fault::ArtFault;
use crate::pdf::content::{Instruction, Lexer};
use crate::pdf::object::{Objects, stream_bytes};

/// The most forms in one another.
const MOST_NESTED: usize = 24;
/// The most clips in one another. A drawing's lines are set in by as much.
const MOST_CLIPS: usize = 64;
/// The most elements.
const MOST_ELEMENTS: usize = 900_000;
/// The most bytes of contents that are read for it, and what beginning with a stream takes, in bytes.
const MOST_READ: usize = 256 << 20;
const A_STREAM: usize = 16 << 10;

/// What a stream of contents comes to.
#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    nested: usize,
    clips: usize,
    elements: usize,
}

/// Refuses a document whose contents are too much for a drawing.
pub fn check(doc: &Document) -> Result<(), ArtFault> {
    let is_content = |dict: &Dictionary| {
        doc.name(dict, "Subtype") == Some(b"Form") || doc.integer(dict, "PatternType") == Some(1)
    };
    let mut counter =
        Counter { doc, known: BTreeMap::new(), ahead: BTreeSet::new(), left: MOST_READ };
    let mut all = 0_usize;
    for (id, object) in &doc.objects {
        let Object::Stream(stream) = object else { continue };
        if is_content(&stream.dict) {
            let extent = counter.of(*id, stream, &Dictionary::new())?;
            // Patterns and masks are drawn once.
            all = all.max(extent.elements);
        }
    }
    if all > MOST_ELEMENTS { Err(ArtFault::TooLarge) } else { Ok(()) }
}

struct Counter<'d> {
    doc: &'d Document,
    known: BTreeMap<ObjectId, Extent>,
    /// What is being counted.
    ahead: BTreeSet<ObjectId>,
    /// Bytes that may still be read.
    left: usize,
}

impl<'d> Counter<'d> {
    fn of(
        &mut self,
        id: ObjectId,
        stream: &Stream,
        callers: &Dictionary,
    ) -> Result<Extent, ArtFault> {
        if let Some(known) = self.known.get(&id) {
            return Ok(*known);
        }
        if self.ahead.len() >= MOST_NESTED || !self.ahead.insert(id) {
            return Err(ArtFault::TooLarge);
        }
        let own = self.doc.dict(&stream.dict, "Resources");
        let extent = self.count(stream, own.unwrap_or(callers))?;
        self.ahead.remove(&id);
        if extent.nested > MOST_NESTED || extent.clips > MOST_CLIPS {
            return Err(ArtFault::TooLarge);
        }
        if own.is_some() {
            self.known.insert(id, extent);
        }
        Ok(extent)
    }

    fn count(&mut self, stream: &Stream, resources: &Dictionary) -> Result<Extent, ArtFault> {
        let content = stream_bytes(stream, MOST_READ).unwrap_or_default();
        let left = self.left.checked_sub(content.len() + A_STREAM);
        self.left = left.ok_or(ArtFault::TooLarge)?;
        // Its own box clips, and its group is an element around.
        let (mut extent, mut clips, mut saved) =
            (Extent { nested: 1, clips: 2, elements: 2 }, 2_usize, vec![]);
        let mut lexer = Lexer::new(&content);
        while let Some(op) = lexer.next_operator() {
            match op.operator {
                // Where more is saved than this, no state that is restored has a clip less.
                b"q" if saved.len() < 1 << 16 => saved.push(clips),
                b"Q" => clips = saved.pop().unwrap_or(clips),
                b"W" | b"W*" => clips += 1,
                // Text that clips does so at its end.
                b"Tr" if op.number(0) >= 4.0 => clips += 1,
                b"Do" => {
                    let inner = op.name().and_then(|name| self.form(name, resources));
                    if let Some((id, form)) = inner {
                        let inner = self.of(id, form, resources)?;
                        extent.nested = extent.nested.max(1 + inner.nested);
                        extent.clips = extent.clips.max(clips + inner.clips);
                        extent.elements = extent.elements.saturating_add(inner.elements);
                    }
                }
                _ => {}
            }
            extent.clips = extent.clips.max(clips);
            extent.elements = extent.elements.saturating_add(elements(&op));
        }
        Ok(extent)
    }

    /// The form of a name.
    fn form(&self, name: &[u8], resources: &Dictionary) -> Option<(ObjectId, &'d Stream)> {
        let object = self.doc.dict(resources, "XObject")?.get(name).ok()?;
        let id = object.as_reference().ok()?;
        let stream = self.doc.get_object(id).ok()?.as_stream().ok()?;
        (self.doc.name(&stream.dict, "Subtype") == Some(b"Form")).then_some((id, stream))
    }
}

/// How many elements an operator draws at most: a letter is one.
fn elements(op: &Instruction) -> usize {
    let letters = |object: &Object| match object {
        Object::String(text, _) => text.len(),
        _ => 0,
    };
    match op.operator {
        b"Tj" | b"'" | b"\"" => op.operands.iter().map(letters).sum(),
        b"TJ" => match op.operands.first() {
            Some(Object::Array(parts)) => parts.iter().map(letters).sum(),
            _ => 0,
        },
        b"B" | b"B*" | b"b" | b"b*" => 2,
        b"f" | b"F" | b"f*" | b"S" | b"s" | b"sh" | b"Do" | b"EI" | b"W" | b"W*" => 1,
        _ => 0,
    }
}
