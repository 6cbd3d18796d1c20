//! What is painted in layers that are processing steps of ISO 19593-1, by the names of spot inks.
//!
//! It reads contents and judges nothing. What it does not follow it takes for an ink.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::finish::Finish;
use crate::pdf::content::{Instruction, Lexer};
use crate::pdf::object::{Objects, as_dict, stream_bytes};

/// Deepest nesting of objects and of forms.
const DEEPEST: usize = 24;
/// The most bytes of contents that are read for it.
const MOST_READ: usize = 64 << 20;
/// The most graphics states and marked contents that are kept.
const MOST_STATES: usize = 1 << 12;

/// Collects the spot inks that an object names.
pub fn named(object: &Object, names: &mut BTreeSet<Vec<u8>>) {
    named_at(object, 0, names);
}

fn named_at(object: &Object, depth: usize, names: &mut BTreeSet<Vec<u8>>) {
    if depth > DEEPEST {
        return;
    }
    match object {
        Object::Array(list) => {
            if let [Object::Name(family), Object::Name(name), ..] = &list[..]
                && family == b"Separation"
                && !matches!(&name[..], b"All" | b"None")
            {
                names.insert(name.clone());
            }
            list.iter().for_each(|part| named_at(part, depth + 1, names));
        }
        Object::Dictionary(dict) | Object::Stream(Stream { dict, .. }) => {
            dict.iter().for_each(|(_, part)| named_at(part, depth + 1, names));
        }
        _ => {}
    }
}

/// What is painted with, and in which step.
#[derive(Clone, Default)]
struct State {
    fill: Option<Vec<u8>>,
    stroke: Option<Vec<u8>>,
    step: Option<Finish>,
}

/// Reads contents for the spot inks that are painted in processing steps.
pub struct Steps<'d> {
    doc: &'d Document,
    /// The forms that were read, with the steps they were drawn in.
    read: BTreeSet<(ObjectId, Option<Finish>)>,
    /// Bytes that may still be read.
    left: usize,
    /// What each ink is for; nothing where that differs from place to place.
    of: BTreeMap<Vec<u8>, Option<Finish>>,
}

impl<'d> Steps<'d> {
    /// What the layers of a file say that its spot inks are for, each of which is painted in such layers alone. `read`
    /// is told to read what is looked at.
    pub fn of(doc: &'d Document, read: impl FnOnce(&mut Self)) -> BTreeMap<Vec<u8>, Finish> {
        let says = |object: &Object| as_dict(object).is_some_and(|dict| dict.has(b"GTS_Metadata"));
        if !doc.objects.values().any(says) {
            return BTreeMap::new();
        }
        let mut steps = Self { doc, read: BTreeSet::new(), left: MOST_READ, of: BTreeMap::new() };
        read(&mut steps);
        // Where patterns and gradients are painted is not followed.
        let mut elsewhere = BTreeSet::new();
        let kinds = |dict: &Dictionary| dict.has(b"PatternType") || dict.has(b"ShadingType");
        let spread = doc.objects.values().filter(|object| as_dict(object).is_some_and(kinds));
        spread.for_each(|object| named(object, &mut elsewhere));
        let sure = |(name, step): (Vec<u8>, Option<Finish>)| {
            step.filter(|_| !elsewhere.contains(&name)).map(|step| (name, step))
        };
        steps.of.into_iter().filter_map(sure).collect()
    }

    /// Reads a form that is drawn by nobody else.
    pub fn page(&mut self, id: ObjectId) {
        self.form(id, &Dictionary::new(), &State::default(), 0);
    }

    fn form(&mut self, id: ObjectId, callers: &Dictionary, from: &State, depth: usize) {
        let doc = self.doc;
        let Ok(Object::Stream(stream)) = doc.get_object(id) else { return };
        let mut state = from.clone();
        state.step = stream.dict.get(b"OC").ok().and_then(|at| self.step(at)).or(from.step);
        if depth <= DEEPEST && self.read.insert((id, state.step)) {
            let content = stream_bytes(stream, self.left).unwrap_or_default();
            let resources = doc.dict(&stream.dict, "Resources").unwrap_or(callers);
            self.contents(&content, resources, state, depth);
        }
    }

    /// Reads contents of a page.
    pub fn read(&mut self, content: &[u8], resources: &Dictionary) {
        self.contents(content, resources, State::default(), 0);
    }

    fn contents(&mut self, content: &[u8], resources: &Dictionary, from: State, depth: usize) {
        let Some(left) = self.left.checked_sub(content.len()) else { return };
        self.left = left;
        let (mut state, mut saved, mut open) = (from, vec![], vec![]);
        let mut lexer = Lexer::new(content);
        while let Some(op) = lexer.next_operator() {
            match op.operator {
                b"q" if saved.len() < MOST_STATES => saved.push(state.clone()),
                b"Q" => {
                    // Layers are opened and closed by themselves.
                    let step = state.step;
                    state = State { step, ..saved.pop().unwrap_or(state) };
                }
                b"BMC" | b"BDC" if open.len() < MOST_STATES => {
                    open.push(state.step);
                    state.step = self.opened(&op, resources).or(state.step);
                }
                b"EMC" => state.step = open.pop().unwrap_or(state.step),
                b"cs" => state.fill = self.ink(&op, resources),
                b"CS" => state.stroke = self.ink(&op, resources),
                b"g" | b"rg" | b"k" => state.fill = None,
                b"G" | b"RG" | b"K" => state.stroke = None,
                b"Do" => self.draw(&op, resources, &state, depth),
                b"f" | b"F" | b"f*" | b"Tj" | b"TJ" | b"'" | b"\"" => {
                    self.paint(&state.fill, &state)
                }
                b"S" | b"s" => self.paint(&state.stroke, &state),
                b"B" | b"B*" | b"b" | b"b*" => {
                    self.paint(&state.fill, &state);
                    self.paint(&state.stroke, &state);
                }
                _ => {}
            }
        }
    }

    fn paint(&mut self, ink: &Option<Vec<u8>>, state: &State) {
        let Some(ink) = ink else { return };
        let known = self.of.entry(ink.clone()).or_insert(state.step);
        *known = known.filter(|known| Some(*known) == state.step);
    }

    fn draw(&mut self, op: &Instruction, resources: &Dictionary, state: &State, depth: usize) {
        let entry = op.name().zip(self.doc.dict(resources, "XObject"));
        let Some(entry) = entry.and_then(|(name, all)| all.get(name).ok()) else { return };
        let Ok(stream) = self.doc.resolve(entry).as_stream() else { return };
        match (self.doc.name(&stream.dict, "Subtype"), entry) {
            (Some(b"Form"), Object::Reference(id)) => self.form(*id, resources, state, depth + 1),
            (Some(b"Image"), _) => {
                let layer = stream.dict.get(b"OC").ok().and_then(|at| self.step(at));
                let ink = stream.dict.get(b"ColorSpace").ok().and_then(|space| self.spot(space));
                let mask = self.doc.bool(&stream.dict, b"ImageMask") == Some(true);
                let state = State { step: layer.or(state.step), ..state.clone() };
                self.paint(if mask { &state.fill } else { &ink }, &state);
            }
            _ => {}
        }
    }

    /// The step whose layer is opened.
    fn opened(&self, op: &Instruction, resources: &Dictionary) -> Option<Finish> {
        let is_layer = op.operands.first()?.as_name().is_ok_and(|tag| tag == b"OC");
        let name = op.name().filter(|_| is_layer && op.operands.len() > 1)?;
        self.step(self.doc.dict(resources, "Properties")?.get(name).ok()?)
    }

    /// What a layer is for, or the first of those that one is made up of.
    fn step(&self, layer: &Object) -> Option<Finish> {
        let dict = as_dict(self.doc.resolve(layer))?;
        let dict = match dict.get(b"OCGs").map(|all| self.doc.resolve(all)) {
            Ok(Object::Array(list)) => as_dict(self.doc.resolve(list.first()?))?,
            Ok(one) => as_dict(one)?,
            Err(_) => dict,
        };
        let said = self.doc.dict(dict, "GTS_Metadata")?;
        let kind = self.doc.name(said, "GTS_ProcStepsType").unwrap_or_default();
        Finish::of_step(self.doc.name(said, "GTS_ProcStepsGroup")?, kind)
    }

    /// The spot ink of a space that `cs` names.
    fn ink(&self, op: &Instruction, resources: &Dictionary) -> Option<Vec<u8>> {
        self.spot(self.doc.dict(resources, "ColorSpace")?.get(op.name()?).ok()?)
    }

    /// The spot ink of a space, or of what a picture's is an index to.
    fn spot(&self, space: &Object) -> Option<Vec<u8>> {
        let family =
            |list: &[Object]| Some(self.doc.resolve(list.first()?).as_name().ok()?.to_vec());
        let mut list = self.doc.resolve(space).as_array().ok()?;
        if family(list)? == b"Indexed" {
            list = self.doc.resolve(list.get(1)?).as_array().ok()?;
        }
        let name = self.doc.resolve(list.get(1)?).as_name().ok()?;
        (family(list)? == b"Separation").then(|| name.to_vec())
    }
}
