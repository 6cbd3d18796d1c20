//! Fonts: those of outlines as they are, Type 3 fonts that paint on their own with their procedures rewritten.

use std::io::Write;
use std::rc::Rc;
use std::sync::Arc;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::super::super::type3::Type3;
use super::super::state::State;
use super::{DEEPEST, MOST_CONTENT, Mapper, Writer};
use crate::pdf::content::{Instruction, Lexer};
use crate::pdf::object::{Objects, as_dict, as_number};

impl Mapper<'_> {
    /// `Tf`. What a font paints depends on the state it is shown in, so it is rewritten there.
    pub(super) fn font(&mut self, w: &mut Writer, op: &Instruction) {
        let name = op.operands.first().and_then(|o| o.as_name().ok());
        let fonts = self.file.dict(w.resources, "Font");
        let Some(font) = name.zip(fonts).and_then(|(n, f)| f.get(n).ok()) else { return };
        if self.choose(w, font, op.number(1)) {
            return;
        }
        let id = match self.copier.copy(font) {
            Object::Reference(id) => id,
            object => self.copier.add(object),
        };
        w.used.insert(("Font", id), ());
        let _ = writeln!(w.out, "/P{} {} Tf", id.0, op.number(1));
    }

    /// Takes note of a font that paints on its own; whether it is one.
    fn choose(&mut self, w: &mut Writer, font: &Object, size: f64) -> bool {
        let file = self.file;
        let font = as_dict(file.resolve(font)).and_then(|font| file.type3(font));
        w.state.glyphs = font.filter(|font| font.paints()).map(|font| (font, size));
        w.state.glyphs.is_some()
    }

    /// The font that a graphics state sets, if it sets one that paints on its own.
    pub(super) fn font_of_state(&mut self, w: &mut Writer, gs: &Dictionary) {
        let file = self.file;
        if let Some([font, size]) = file.array(gs, "Font") {
            self.choose(w, font, as_number(file.resolve(size)).unwrap_or(0.0));
        }
    }

    /// Makes ready for text.
    pub(super) fn before_text(&mut self, w: &mut Writer) {
        let Some((font, size)) = w.state.glyphs.clone() else { return w.before_text(self) };
        w.before_glyphs(self);
        if let Some(id) = self.painting(w, &font) {
            w.used.insert(("Font", id), ());
            let _ = writeln!(w.out, "/P{} {size} Tf", id.0);
        }
    }

    /// A font that paints on its own, for the pass and the state at hand.
    fn painting(&mut self, w: &Writer, font: &Arc<Type3>) -> Option<ObjectId> {
        let key = (Arc::as_ptr(font).addr(), w.pass, w.state.key());
        if let Some((known, mixed)) = self.fonts.get(&key) {
            self.mixed |= mixed;
            return *known;
        }
        // Shown inside itself, it is not there yet, and stays out.
        self.fonts.insert(key.clone(), (None, false));
        let before = std::mem::take(&mut self.mixed);
        if self.depth >= DEEPEST {
            (self.lost, self.mixed) = (true, before);
            return None;
        }
        self.depth += 1;
        let resources = font.resources.as_ref().unwrap_or(w.resources);
        let state = State { render_mode: 0, render_written: 0, glyphs: None, ..w.state.clone() };
        let mut all = Writer::new(resources, w.pass, state.clone());
        let mut procedures = Dictionary::new();
        for (name, stream) in font.all(self.file) {
            let Some(content) = self.content(stream) else {
                self.lost = true;
                continue;
            };
            let mut own = Writer::new(resources, w.pass, state.clone());
            let first = Lexer::new(&content).next_operator().map(|first| first.operator.to_vec());
            if !matches!(first.as_deref(), Some(b"d0" | b"d1")) {
                own.raw(b"0 0 d0");
            }
            self.write(&mut own, &content, false);
            all.used.append(&mut own.used);
            let id = self.copier.add(Stream::new(Dictionary::new(), own.out));
            procedures.set(name.clone(), id);
        }
        self.depth -= 1;
        let mut dict = dictionary! { "CharProcs" => procedures, "Resources" => all.finish().1 };
        for (key, value) in font.rest.iter() {
            dict.set(key.clone(), self.copier.copy(value));
        }
        let id = self.copier.add(dict);
        self.fonts.insert(key, (Some(id), self.mixed));
        self.mixed |= before;
        Some(id)
    }

    /// A stream's contents, read once.
    pub(super) fn content(&mut self, stream: &Stream) -> Option<Rc<Vec<u8>>> {
        let file = self.file;
        let read = || file.data(stream, MOST_CONTENT).map(Rc::new);
        self.contents.entry(std::ptr::from_ref(stream)).or_insert_with(read).clone()
    }
}
